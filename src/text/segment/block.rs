//! Words of 64 bytes at a time: where they begin and end, as bits.
//!
//! Letters, figures and the marks that may join them are found for all bytes side by side;
//! whatever is not ASCII is asked about in `class`. A word that a mark may join to another,
//! or in which there is a rare character, is left to `care`.

use super::super::bits::{BYTES, bits, padded};
use super::class::{Class, class_at};
use crate::base::Span;

/// Bytes of a block of which it is known what follows: a curly apostrophe takes three.
const KNOWN: usize = BYTES - 3;

/// What is known of the bytes from a border on.
#[derive(Default)]
pub(super) struct Block {
    start: usize,
    /// Bytes that words are made of, apostrophes between letters among them.
    words: u64,
    /// Bytes that care has to be taken of.
    others: u64,
}

/// What a block tells of what follows a border.
pub(super) enum Ahead {
    /// Words.
    Known(Known),
    /// No word before one that care has to be taken of.
    Care,
    /// Nothing more; the next block begins here.
    Further(usize),
}

/// Words that are known, in order and apart.
#[derive(Default)]
pub(super) struct Known {
    start: usize,
    /// Where they begin and end, by turns. The last may begin and not end.
    borders: u64,
}

impl Block {
    /// The block that begins at byte `start`, a border, or behind the character around it;
    /// `None` at the end of the text.
    pub(super) fn at(text: &str, mut start: usize) -> Option<Self> {
        while !text.is_char_boundary(start) && start < text.len() {
            start += 1;
        }
        let rest = text.as_bytes().get(start..)?;
        let mut characters = match rest.first_chunk() {
            Some(chunk) => Characters::of(chunk),
            None if rest.is_empty() => return None,
            None => Characters::of(&padded(rest)),
        };
        if characters.unknown != 0 {
            characters.ask(rest);
        }
        let (words, others) = characters.joined();
        Some(Self {
            start,
            words,
            others,
        })
    }

    /// What follows byte `at`, a border.
    #[inline]
    pub(super) fn after(&self, at: usize) -> Ahead {
        let n_before = at.saturating_sub(self.start);
        if n_before >= KNOWN {
            return Ahead::Further(at);
        }
        let ahead = !0 << n_before;
        let n_known = KNOWN.min((self.others & ahead).trailing_zeros() as usize);
        let words = self.words & ahead;
        let known = Known {
            start: self.start,
            borders: (words ^ (words << 1)) & ((1 << n_known) - 1),
        };
        if !known.is_empty() {
            return Ahead::Known(known);
        }
        // A word that begins and does not end: all of the block, or the next one's first.
        let n_between = known.borders.trailing_zeros() as usize;
        if n_known < KNOWN || n_between == 0 {
            return Ahead::Care;
        }
        Ahead::Further(self.start + KNOWN.min(n_between))
    }
}

impl Known {
    fn is_empty(&self) -> bool {
        without_lowest(self.borders) == 0
    }
}

impl Iterator for Known {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let ends = without_lowest(self.borders);
        if ends == 0 {
            return None;
        }
        let start = self.start + self.borders.trailing_zeros() as usize;
        let end = self.start + ends.trailing_zeros() as usize;
        self.borders = without_lowest(ends);
        Some(Span { start, end })
    }
}

#[inline]
const fn without_lowest(bits: u64) -> u64 {
    bits & bits.wrapping_sub(1)
}

/// What the bytes of a block are.
struct Characters {
    letters: u64,
    digits: u64,
    /// Full stops and commas.
    marks: u64,
    /// Straight apostrophes.
    apostrophes: u64,
    /// The first bytes of curly ones.
    curly: u64,
    /// What care has to be taken of, whatever is beside it.
    others: u64,
    /// What has to be asked about.
    unknown: u64,
}

impl Characters {
    fn of(chunk: &[u8; BYTES]) -> Self {
        let foreign = bits(chunk, |byte| !byte.is_ascii());
        let foreign_letters = if foreign == 0 {
            0
        } else {
            foreign_letters(chunk)
        };
        let letters = bits(chunk, |byte| byte.is_ascii_alphabetic());
        Self {
            letters: letters | foreign_letters,
            digits: bits(chunk, |byte| byte.is_ascii_digit()),
            marks: bits(chunk, |byte| matches!(byte, b'.' | b',')),
            apostrophes: bits(chunk, |byte| byte == b'\''),
            curly: 0,
            others: bits(chunk, |byte| matches!(byte, b'_' | b':' | b';')),
            unknown: foreign & !foreign_letters,
        }
    }

    /// Asks about each of the unknown ones in `bytes`, which begin with the block.
    #[inline(never)]
    fn ask(&mut self, bytes: &[u8]) {
        while self.unknown != 0 {
            let place = self.unknown.trailing_zeros();
            let Some((class, len)) = class_at(bytes, place as usize) else {
                return;
            };
            let character = ((1 << len) - 1) << place;
            let where_it_is = |is_so: bool| if is_so { character } else { 0 };
            self.letters |= where_it_is(class == Class::Letter);
            self.curly |= where_it_is(class == Class::Mid) & (1 << place);
            self.others |= where_it_is(!matches!(
                class,
                Class::Letter | Class::Mid | Class::Between
            ));
            self.unknown &= !character;
        }
    }

    /// What words are made of, and what care has to be taken of: marks that may join the
    /// word before them to what follows.
    #[inline]
    fn joined(&self) -> (u64, u64) {
        let behind_letters = self.letters << 1;
        let straight = self.apostrophes & behind_letters & (self.letters >> 1);
        let curly = self.curly & behind_letters & (self.letters >> 3);
        let words = self.letters | self.digits | straight | (curly * 0b111);
        let followed = words | self.others;
        let may_join = ((self.marks | self.apostrophes) & !straight & (followed >> 1))
            | (self.curly & !curly & (followed >> 3));
        (words, self.others | (may_join & (words << 1)))
    }
}

/// Letters that are told by their first byte of two: U+0100 to U+02BF, U+0400 to U+047F and
/// U+04C0 to U+04FF.
#[inline]
fn foreign_letters(chunk: &[u8; BYTES]) -> u64 {
    let first = bits(chunk, |byte| {
        matches!(byte, 0xC4..=0xCA | 0xD0 | 0xD1 | 0xD3)
    });
    first | (first << 1)
}
