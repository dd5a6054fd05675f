//! Looking for what may end a sentence: its marks, line ends and quotation marks. Sixty-four
//! bytes at a time, since between two of them there are about a hundred that are none.

use super::bits::{BYTES, bits, padded};

/// The marks of a text.
pub(super) struct Marks<'t> {
    text: &'t str,
    /// Where the bytes begin that were looked at last.
    start: usize,
    /// Which of them begin a mark.
    found: u64,
}

impl<'t> Marks<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            start: 0,
            found: look(text.as_bytes()),
        }
    }

    /// The first byte of the next mark, at or behind byte `at`, and behind where it was
    /// asked for before.
    #[inline]
    pub(super) fn next(&mut self, mut at: usize) -> Option<usize> {
        loop {
            let n_before = at.saturating_sub(self.start);
            if n_before < BYTES {
                let ahead = self.found & (!0 << n_before);
                if ahead != 0 {
                    return Some(self.start + ahead.trailing_zeros() as usize);
                }
                at = self.start + BYTES;
            }
            self.found = look(self.text.as_bytes().get(at..)?);
            self.start = at;
        }
    }
}

/// Which of the first bytes begin a mark.
fn look(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(chunk) => bits(chunk, may_begin),
        None => bits(&padded(bytes), may_begin),
    }
}

/// Whether a character that may end a sentence, or opens or closes a quotation, may begin
/// with `byte`.
fn may_begin(byte: u8) -> bool {
    matches!(
        byte,
        b'.' | b'!' | b'?' | b'\n' | b'\r' | b'"' | 0xC2 | 0xD6 | 0xD8 | 0xDB | 0xE0..=0xE3 | 0xEF
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_mark_is_found(text in "([a-z ]{0,90}[.!?\n\"“。é]){0,9}") {
            let expected = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte));
            let mut marks = Marks::of(&text);
            let mut at = 0;
            for (place, _) in expected {
                prop_assert_eq!(marks.next(at), Some(place));
                at = place + 1;
            }
            prop_assert_eq!(marks.next(at), None);
        }
    }
}
