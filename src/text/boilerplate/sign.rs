//! Where in a text a set phrase may be told, read from its bytes: the first of two looks,
//! which has to be fast and must miss nothing that the second (`part`) would tell.
//!
//! A table of eight kilobytes has a bit for each use of the phrases that begin with the
//! same six letters, as far as a hash tells these apart. Only where a wanted bit is set are
//! the letters looked up, and only where these are known are phrases compared.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letters::{fold, folds};
use super::phrase::{INDEX, Told, phrases, turns_page};
use super::table::Use;

/// Places in which phrases tell something, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

impl Signs {
    /// Wherever a word begins.
    pub(super) const ANYWHERE: Self = Self(1);
    /// Wherever one begins with a capital.
    pub(super) const SOURCE: Self = Self(2);
    /// There as well, behind a blank: "Previous Article".
    pub(super) const TURN: Self = Self(4);
    /// There, glued to what is before; and where a sentence begins.
    pub(super) const FRAME: Self = Self(8);
    /// Where a sentence begins, or a capital stands behind a colon.
    pub(super) const CALL: Self = Self(16);
    /// Where a sentence begins, if nothing but labels follows.
    pub(super) const SECTION: Self = Self(32);
    /// Where a sentence begins.
    pub(super) const START: Self = Self(64);

    pub(super) const ALL: Self = Self(127);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }

    /// Where a phrase of these letters tells something.
    pub(super) fn of(letters: &[char], told: Told) -> Self {
        let told = match told {
            Told::Call(_) => return Self::CALL,
            Told::Set(_, told) => told,
        };
        match told {
            Use::Anywhere | Use::Paragraph => Self::ANYWHERE,
            Use::Source => Self::SOURCE,
            Use::Section => Self::SECTION,
            Use::OpenHeader | Use::Chip => Self::START,
            Use::Label | Use::Header | Use::Opening if turns_page(letters.iter().copied()) => {
                Self::FRAME.and(Self::TURN)
            }
            Use::Label | Use::Header | Use::Opening => Self::FRAME,
        }
    }
}

/// Bits of a hash of letters: four times as many hashes as there are phrases, in a table
/// that leaves room in the fastest cache.
const HASH_BITS: u32 = 13;

/// Phrases are kept by so many of their first letters, the most that they have; those of
/// less than four tell nothing anywhere.
const HEADS: [usize; 3] = [6, 4, 2];

/// Signs by the first letters of phrases: of those that a hash does not tell apart
/// together, and of each.
pub(super) struct FirstLook {
    /// Whether one that is told wherever a word begins does so with letters of this hash.
    anywhere: Vec<bool>,
    by_hash: Vec<Signs>,
    by_head: FxHashMap<u64, Signs>,
}

/// At all phrases.
pub(super) static FIRST_LOOK: LazyLock<FirstLook> = LazyLock::new(|| {
    let mut look = FirstLook {
        anywhere: vec![false; 1 << START_BITS],
        by_hash: vec![Signs::default(); 1 << HASH_BITS],
        by_head: FxHashMap::default(),
    };
    for phrase in phrases() {
        let n_letters = phrase.letters.len();
        if phrase.signs.has(Signs::ANYWHERE) {
            let start = head_of(phrase.letters.iter().copied().take(START_LETTERS));
            if let Some(here) = look.anywhere.get_mut(start_hash(start)) {
                *here = true;
            }
        }
        let length = HEADS.iter().find(|length| n_letters >= **length);
        let length = length.copied().unwrap_or_default();
        let head = head_of(phrase.letters.iter().copied().take(length));
        let here = look.by_head.entry(head).or_default();
        *here = here.and(phrase.signs);
        if let Some(here) = look.by_hash.get_mut(hash(head)) {
            *here = here.and(phrase.signs);
        }
    }
    look
});

/// Letters by which most words are told from the beginnings of phrases; those that are told
/// anywhere have more.
const START_LETTERS: usize = 3;

/// Bits of a hash of these.
const START_BITS: u32 = 12;

impl FirstLook {
    /// Whether a phrase that is told anywhere may begin at byte `at` of `text`: false for
    /// nine words in ten.
    #[inline]
    pub(super) fn may_begin(&self, text: &str, at: usize) -> bool {
        let start = match plain_head_at(text, at) {
            Some(head) => Some(first(head, START_LETTERS)),
            None => start(text, at),
        };
        start.is_none_or(|start| self.anywhere.get(start_hash(start)) == Some(&true))
    }

    /// What is told of the phrases that begin at byte `at` of `text`, as far as it is
    /// `wanted`.
    #[inline]
    pub(super) fn signs(&self, text: &str, at: usize, wanted: Signs) -> Signs {
        let head = head(text, at);
        let [long, middle, short] = [
            first(head, HEADS[0]),
            first(head, HEADS[1]),
            first(head, HEADS[2]),
        ];
        let of = |head| self.by_hash.get(hash(head)).copied().unwrap_or_default();
        let anywhere = wanted == Signs::ANYWHERE;
        let may_begin =
            of(long).and(of(middle)).has(wanted) || (!anywhere && of(short).has(wanted));
        if may_begin {
            self.compared(text, at, [long, middle, short], wanted)
        } else {
            Signs::default()
        }
    }

    #[inline(never)]
    fn compared(&self, text: &str, at: usize, heads: [u64; 3], wanted: Signs) -> Signs {
        let known = |head: &u64| {
            self.by_head
                .get(head)
                .is_some_and(|signs| signs.has(wanted))
        };
        if !heads.iter().any(known) {
            return Signs::default();
        }
        let rest = text.get(at..).unwrap_or_default();
        let here = INDEX.beginning(rest, wanted);
        here.fold(Signs::default(), |all, (_, phrase)| all.and(phrase.signs))
    }
}

/// Where the longest name of a section ends with which `text` begins.
pub(super) fn section_end(text: &str) -> Option<usize> {
    let mut here = INDEX.beginning(text, Signs::SECTION);
    here.next().map(|(end, _)| end)
}

/// The last byte of the code of each of the first six letters from byte `at` of `text` on,
/// as they are compared.
#[inline]
fn head(text: &str, at: usize) -> u64 {
    plain_head_at(text, at).unwrap_or_else(|| folded_head(text, at))
}

/// The same where the letters are of ASCII.
#[inline]
fn plain_head_at(text: &str, at: usize) -> Option<u64> {
    let rest = text.as_bytes().get(at..)?;
    plain_head(u64::from_le_bytes(*rest.first_chunk()?))
}

/// The same of the first letters alone; `None` where there is a blank among them, or what is
/// not seen, which are no letters of their own.
fn start(text: &str, at: usize) -> Option<u64> {
    let mut letters = text.get(at..)?.chars();
    let mut start = 0;
    for place in 0..START_LETTERS {
        let letter = letters.next().and_then(fold).filter(|c| *c != ' ')?;
        start |= last_byte(letter) << (8 * place);
    }
    Some(start)
}

#[inline(never)]
fn folded_head(text: &str, at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    head_of(folds(rest).map(|(_, folded, _)| folded))
}

/// The same of characters of ASCII without blanks in a row, if the first six are such.
#[inline]
fn plain_head(eight: u64) -> Option<u64> {
    const fn each(byte: u8) -> u64 {
        u64::from_le_bytes([byte, byte, byte, byte, byte, byte, 0, 0])
    }
    let six = eight & each(0xFF);
    // The highest bit of each byte that is a blank or less, or not of ASCII.
    let high = six | each(0x80);
    let blanks = !(high - each(0x21)) & each(0x80);
    let others = (!(high - each(0x20)) | six) & each(0x80);
    if others != 0 || blanks & (blanks >> 8) != 0 {
        return None;
    }
    let at_least_a = six + each(0x80 - b'A');
    let beyond_z = six + each(0x80 - b'Z' - 1);
    let capitals = at_least_a & !beyond_z & each(0x80);
    Some(six | (capitals >> 2))
}

fn head_of(letters: impl Iterator<Item = char>) -> u64 {
    let each = letters.zip([0, 8, 16, 24, 32, 40]);
    each.fold(0, |head, (letter, at)| head | (last_byte(letter) << at))
}

fn last_byte(letter: char) -> u64 {
    u64::from(letter) & 0xFF
}

/// The first `n_letters` of `head`.
const fn first(head: u64, n_letters: usize) -> u64 {
    head & ((1 << (8 * n_letters)) - 1)
}

fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - HASH_BITS)) as usize
}

fn start_hash(start: u64) -> usize {
    (start.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - START_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn phrases_are_found_by_where_they_tell_something() {
        for (text, expected) in [
            (
                "All Rights Reserved. The",
                Signs::FRAME.and(Signs::ANYWHERE),
            ),
            ("PHOTO: Ada Quill", Signs::SOURCE.and(Signs::SECTION)),
            ("Previous Article", Signs::FRAME.and(Signs::TURN)),
            ("Suivez l’argent", Signs::CALL),
            ("Asia's harbours", Signs::SECTION),
            ("ap", Signs::FRAME),
            ("Apples", Signs::default()),
            ("", Signs::default()),
        ] {
            assert_eq!(FIRST_LOOK.signs(text, 0, Signs::ALL), expected, "{text}");
        }
    }

    #[test]
    fn phrases_that_tell_within_sentences_begin_with_a_letter_and_have_four() {
        for phrase in phrases() {
            let Told::Set(_, told) = phrase.told else {
                continue;
            };
            let (letters, first) = (&phrase.letters, phrase.letters[0]);
            match told {
                Use::Anywhere | Use::Paragraph => {
                    assert!(
                        first.is_alphanumeric() && letters.len() >= HEADS[1],
                        "{letters:?}"
                    );
                }
                Use::Source | Use::Label | Use::Section => {
                    assert!(first.is_alphabetic(), "{letters:?}");
                }
                Use::Header | Use::OpenHeader | Use::Opening | Use::Chip => {}
            }
        }
    }

    #[test]
    fn phrases_that_tell_anywhere_may_begin_by_their_first_letters() {
        for phrase in phrases().filter(|each| each.signs.has(Signs::ANYWHERE)) {
            let text: String = phrase.letters.iter().collect();
            for text in [text.to_uppercase(), text] {
                assert!(FIRST_LOOK.may_begin(&text, 0), "{text}");
            }
        }
        assert!(!FIRST_LOOK.may_begin("harbour", 0));
    }

    proptest! {
        #[test]
        // At the beginning of a word no blank stands.
        fn the_head_of_ascii_is_that_of_its_letters(text in "([!-~]([ -~]|[aZ \t\n]){0,8})?") {
            let expected = head_of(folds(&text).map(|(_, folded, _)| folded));
            prop_assert_eq!(head(&text, 0), expected);
        }
    }
}
