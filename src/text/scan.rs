//! Looking for bytes of several kinds, or for the end of letters, faster than byte by byte.

/// Bytes that are looked at together, in one or two registers of today's processors.
const BYTES: usize = 32;

/// The first byte that is one of `wanted`. All bytes of a stretch are compared before any
/// answer is looked at, and so side by side.
#[inline]
pub(super) fn position<const N: usize>(bytes: &[u8], wanted: &[u8; N]) -> Option<usize> {
    let is_wanted = |byte: &u8| {
        let same = wanted.iter().map(|each| u8::from(each == byte));
        same.fold(0, std::ops::BitOr::bitor)
    };
    let has_none = |stretch: &&[u8]| {
        let found = stretch.iter().map(is_wanted);
        found.fold(0, std::ops::BitOr::bitor) == 0
    };
    let stretches = bytes.chunks_exact(BYTES);
    let start = stretches.take_while(has_none).count() * BYTES;
    let mut rest = bytes.get(start..)?.iter();
    Some(start + rest.position(|byte| is_wanted(byte) != 0)?)
}

/// Number of letters of ASCII from byte `at` on. Eight at a time, since to leave a loop
/// at an end that cannot be foretold costs more than the letters of most words.
#[inline]
pub(super) fn letters_at(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(chunk) = bytes.get(end..).and_then(<[u8]>::first_chunk) {
        let others = others_in(u64::from_le_bytes(*chunk));
        if others != 0 {
            return end - at + others.trailing_zeros() as usize / 8;
        }
        end += chunk.len();
    }
    let last = bytes.get(end..).unwrap_or_default().iter();
    end - at + last.take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Number of letters of ASCII from byte `at` on, and whether there is a capital behind the
/// first.
#[inline]
pub(super) fn letters_and_capitals_at(bytes: &[u8], at: usize) -> (usize, bool) {
    if let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let chunk = u64::from_le_bytes(*chunk);
        let others = others_in(chunk);
        if others != 0 {
            let n_bits = others.trailing_zeros() & !7;
            // What a capital lacks is the bit of small letters.
            let within = ((1 << n_bits) - 1) & !0xFF;
            let capitals = !chunk & each(0x20) & within;
            return (n_bits as usize / 8, capitals != 0);
        }
    }
    let n_letters = letters_at(bytes, at);
    let mut behind = bytes.iter().skip(at + 1).take(n_letters.saturating_sub(1));
    (n_letters, behind.any(u8::is_ascii_uppercase))
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The highest bit of each byte of `chunk` that is no letter of ASCII.
#[inline]
fn others_in(chunk: u64) -> u64 {
    // Small letters, without the highest bit: sums stay within their byte.
    let small = (chunk | each(0x20)) & each(0x7F);
    let at_least_a = small + each(0x80 - b'a');
    let beyond_z = small + each(0x80 - b'z' - 1);
    let letters = at_least_a & !beyond_z & !chunk;
    !letters & each(0x80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_byte_is_found_wherever_it_is(bytes in proptest::collection::vec(0_u8..99, 0..99)) {
            let expected = bytes.iter().position(|byte| matches!(byte, 7 | 9));
            prop_assert_eq!(position(&bytes, &[7, 9]), expected);
        }
    }
}
