//! A word as it is written, as a short key: what tables of words are asked by.

use crate::base::Span;

/// A word as it is written: its first bytes, then zeros, then its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    first: u64,
    /// The length in the highest byte.
    last: u64,
}

impl Key {
    /// That of no word.
    pub(crate) const FREE: Self = Self { first: 0, last: 0 };

    /// As many bytes of a word as it has.
    pub(crate) const BYTES: usize = 15;

    /// Longer words are not kept. One Cyrillic word in eight has more than the 23 bytes
    /// that lie in a term itself, and is worth a place on the heap: to make it anew takes
    /// as long as to find thirty; one in forty has more than this.
    const WORD_BYTES_MAX: usize = 31;

    const LENGTH_AT: u32 = 56;

    /// What a table may set of a key to tell one thing more.
    const MARK: u64 = 1 << 63;

    /// That of words which are not kept, and of none that are.
    pub(crate) const NONE: Self = Self {
        first: 0,
        last: (Self::WORD_BYTES_MAX as u64 + 1) << Self::LENGTH_AT,
    };

    /// That of the word at `span` of `bytes`.
    #[inline]
    pub(crate) fn at(bytes: &[u8], span: Span, merges_capitals: bool) -> Self {
        const CHUNK: usize = size_of::<u128>();
        let n_bytes = span.len();
        if !matches!(n_bytes, 1..=Self::WORD_BYTES_MAX) {
            return Self::NONE;
        }
        // What follows a word is read with it and masked, since to copy so many bytes as it
        // has takes as long again.
        let chunk = bytes
            .get(span.start..)
            .and_then(<[u8]>::first_chunk::<CHUNK>);
        let chunk = chunk.map_or_else(
            || Self::last_chunk(bytes, span),
            |c| u128::from_le_bytes(*c),
        );
        let mask = u128::MAX >> (8 * (CHUNK - n_bytes.min(Self::BYTES)));
        let word = chunk & mask;
        let key = Self {
            first: low(word),
            last: low(word >> 64) | (n_bytes as u64) << Self::LENGTH_AT,
        };
        if merges_capitals {
            key.in_small_letters()
        } else {
            key
        }
    }

    /// A word at the end of a text, with zeros behind.
    #[inline(never)]
    fn last_chunk(bytes: &[u8], span: Span) -> u128 {
        if let Some(last) = bytes.last_chunk() {
            let n_before = span.start.saturating_sub(bytes.len() - last.len());
            return u128::from_le_bytes(*last) >> (8 * n_before);
        }
        let word = bytes.get(span.start..).unwrap_or_default();
        let letters = word.iter().rev();
        letters.fold(0, |chunk, byte| chunk << 8 | u128::from(*byte))
    }

    /// The same with capitals of ASCII as small letters, where all bytes are of ASCII.
    #[inline]
    fn in_small_letters(self) -> Self {
        const HIGH: u64 = each(0x80);
        if (self.first | self.last) & HIGH != 0 {
            return self;
        }
        let capitals = |bytes: u64| {
            let at_least_a = bytes + each(0x80 - b'A');
            let beyond_z = bytes + each(0x80 - b'Z' - 1);
            (at_least_a & !beyond_z & HIGH) >> 2
        };
        // A length is no capital.
        Self {
            first: self.first | capitals(self.first),
            last: self.last | capitals(self.last),
        }
    }

    /// The same with its mark.
    #[inline]
    pub(super) fn marked(self) -> Self {
        Self {
            last: self.last | Self::MARK,
            ..self
        }
    }

    /// The same without its mark.
    #[inline]
    pub(super) fn unmarked(self) -> Self {
        Self {
            last: self.last & !Self::MARK,
            ..self
        }
    }

    /// Whether it has its mark.
    #[inline]
    pub(super) fn is_marked(self) -> bool {
        self.last & Self::MARK != 0
    }

    /// Its place among `n_slots`, a power of two: by a product of its parts, both halves
    /// folded together.
    #[inline]
    pub(crate) fn index(self, n_slots: usize) -> usize {
        const SEEDS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9];
        let [a, b] = SEEDS;
        let product = u128::from(self.first ^ a) * u128::from(self.last ^ b);
        let folded = low(product ^ (product >> 64)) & low(n_slots.wrapping_sub(1) as u128);
        usize::try_from(folded).unwrap_or_default()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is wanted")]
#[inline]
fn low(number: u128) -> u64 {
    number as u64
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}
