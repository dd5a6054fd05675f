//! Ranges of a text, and their offsets in the unit that a caller counts in.
//!
//! Inside, a [`Span`] is bytes, end exclusive. Callers in other languages count
//! UTF-16 code units or code points; [`Offsets`] converts at the door, so that
//! nothing inside ever has to think of units.

/// A half-open range of bytes of a text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after the range; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, and without, `end`.
    ///
    /// An `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The text in the range; `None` where it does not lie in `text`, or would
    /// split a character.
    ///
    /// ```
    /// use copydesk::base::Span;
    ///
    /// assert_eq!(Span::new(0, 2).slice("Zürich"), None);
    /// assert_eq!(Span::new(0, 7).slice("Zürich"), Some("Zürich"));
    /// ```
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// The range as a text has it in which `offset` bytes more stand before it.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }

    /// Whether all of `other` lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// Unit in which offsets are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OffsetEncoding {
    /// UTF-8 code units, that is bytes.
    #[default]
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Unicode code points.
    CodePoints,
}

/// Converts byte offsets of one text into another unit, in constant time each.
///
/// Takes one pass over the text to build, and a sixteenth of its size in memory.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    encoding: OffsetEncoding,
    /// Units before byte `i * BLOCK_BYTES`; empty where a unit is a byte.
    units_before_block: Vec<u32>,
}

/// Bytes between two counted places: small enough to count on from, large enough
/// that the table stays a sixteenth of the text.
const BLOCK_BYTES: usize = 64;

impl<'t> Offsets<'t> {
    /// Prepares the offsets of `text` in `encoding`.
    pub fn new(text: &'t str, encoding: OffsetEncoding) -> Self {
        let mut units_before_block = Vec::new();
        if encoding != OffsetEncoding::Utf8 && !text.is_ascii() {
            let mut units = 0;
            for block in text.as_bytes().chunks(BLOCK_BYTES) {
                units_before_block.push(units);
                units += units_in(block, encoding);
            }
            // A span may end where the text ends, which can be a block's first byte.
            units_before_block.push(units);
        }
        Self {
            text,
            encoding,
            units_before_block,
        }
    }

    /// Units before byte `offset`, which lies on a character boundary.
    pub fn convert(&self, offset: usize) -> usize {
        let block = offset / BLOCK_BYTES;
        let Some(&before) = self.units_before_block.get(block) else {
            return offset;
        };
        let rest = self.text.as_bytes().get(block * BLOCK_BYTES..offset);
        (before + rest.map_or(0, |bytes| units_in(bytes, self.encoding))) as usize
    }
}

/// Units of the characters that *begin* in `bytes`, a piece of valid UTF-8.
fn units_in(bytes: &[u8], encoding: OffsetEncoding) -> u32 {
    let mut units = 0;
    for &byte in bytes {
        let begins = byte & 0xC0 != 0x80;
        // Four-byte characters lie outside the basic plane: a surrogate pair.
        let second = encoding == OffsetEncoding::Utf16 && byte >= 0xF0;
        units += u32::from(begins) + u32::from(second);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_differ_where_characters_are_wide() {
        let text = "a𝄞é—z";
        let cases = [
            (OffsetEncoding::Utf8, text.len()),
            (OffsetEncoding::Utf16, 6),
            (OffsetEncoding::CodePoints, 5),
        ];
        for (encoding, expected) in cases {
            let offsets = Offsets::new(text, encoding);
            assert_eq!(offsets.convert(text.len()), expected, "{encoding:?}");
        }
    }

    proptest! {
        #[test]
        fn offsets_agree_with_counting_from_the_start(text in "(?s)[a-zé—𝄞\u{300}]{0,300}") {
            let utf16 = Offsets::new(&text, OffsetEncoding::Utf16);
            let points = Offsets::new(&text, OffsetEncoding::CodePoints);
            let borders = text.char_indices().map(|(i, _)| i).chain([text.len()]);
            for border in borders {
                let before = text.get(..border).unwrap();
                prop_assert_eq!(utf16.convert(border), before.encode_utf16().count());
                prop_assert_eq!(points.convert(border), before.chars().count());
            }
        }
    }
}
