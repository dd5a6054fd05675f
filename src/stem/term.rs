//! Terms: normalised words with their stems, and a bounded memo of them.
//!
//! News repeats its words. Folding and stemming one takes ten times as long as finding it
//! in a table of the last ones, so each thread keeps small ones for the languages that
//! it last worked on: direct-mapped caches, as processors have. What they hold never
//! changes an answer, and grows to a bound: then a new word takes the place of an old one.
//!
//! Words and stems lie in the terms themselves, and terms in the table: to find one is to
//! look at one place in memory, and to hand it out is to copy some bytes. Terms that were
//! shared and counted took a seventh more time.

use smol_str::SmolStr;

use crate::base::Span;
use crate::text::Folded;

/// A word in normal form, and what is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word in normal form, as the stemmer took it.
    pub folded: Folded,
    /// Its stem.
    pub stem: SmolStr,
    /// Whether it is a stop word of the language.
    pub stop_word: bool,
}

/// Places in a memo that is full: 2.6 MB. On 1,261 news articles in English half as many take
/// a third more time, twice as many hardly less. That the last word keeps its place once where
/// another asks for it, and that many places are looked at together, gained nothing.
const SLOTS: usize = 1 << 15;

/// Places in a new one, so that a short text pays for no more than it can use.
const SLOTS_FIRST: usize = 1 << 9;

/// How many times as many places a memo gets when it was asked for as many words that it
/// did not hold as it has.
const GROWTH: usize = 4;

/// Terms by the word as it is written.
#[derive(Debug)]
pub(super) struct Memo {
    /// As many as a power of two, or none.
    slots: Vec<Slot>,
    /// Words that it was asked for and did not hold, since there are so many places.
    n_new: usize,
}

#[derive(Clone, Debug, Default)]
struct Slot {
    key: Key,
    term: Option<Term>,
}

impl Memo {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![Slot::default(); SLOTS_FIRST],
            n_new: 0,
        }
    }

    /// A memo that keeps nothing.
    pub(super) fn none() -> Self {
        Self {
            slots: Vec::new(),
            n_new: 0,
        }
    }

    /// Whether it keeps anything.
    pub(super) fn is_some(&self) -> bool {
        !self.slots.is_empty()
    }

    /// The term of the word that stands at `span` of `text`, made by `make` where it is
    /// not known.
    #[inline]
    pub(super) fn term(&mut self, text: &str, span: Span, make: impl FnOnce(&str) -> Term) -> Term {
        let key = Key::at(text.as_bytes(), span);
        let index = key.index(self.slots.len());
        if let Some(slot) = self.slots.get(index)
            && slot.key == key
            && let Some(term) = &slot.term
        {
            return term.clone();
        }
        let term = make(span.slice(text).unwrap_or_default());
        self.keep(key, &term);
        term
    }

    #[inline(never)]
    fn keep(&mut self, key: Key, term: &Term) {
        let n_slots = self.slots.len();
        if key == Key::NONE || n_slots == 0 {
            return;
        }
        if self.n_new >= n_slots && n_slots < SLOTS {
            self.grow();
        }
        let index = key.index(self.slots.len());
        if let Some(slot) = self.slots.get_mut(index) {
            self.n_new += 1;
            slot.key = key;
            slot.term = Some(term.clone());
        }
    }

    fn grow(&mut self) {
        let n_slots = self.slots.len() * GROWTH;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); n_slots]);
        self.n_new = 0;
        for slot in old.into_iter().filter(|slot| slot.term.is_some()) {
            let index = slot.key.index(n_slots);
            if let Some(place) = self.slots.get_mut(index) {
                *place = slot;
            }
        }
    }
}

/// A word as it is written: its bytes, then zeros, then its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key {
    /// The first 16 bytes.
    first: [u64; 2],
    /// The next ones; the length in the highest byte.
    last: u64,
}

impl Key {
    /// That of words which are not kept: the empty one, and long ones. There are few of
    /// these, and they would have to be on the heap.
    const NONE: Self = Self {
        first: [0; 2],
        last: 0,
    };

    /// That of the word at `span` of `bytes`.
    #[inline]
    fn at(bytes: &[u8], span: Span) -> Self {
        const CHUNK: usize = size_of::<u128>();
        let n_bytes = span.len();
        // Most words, and not the last ones of their text: what follows a word is read
        // with it and masked, since to copy so many bytes as it has takes as long again.
        let chunk = bytes
            .get(span.start..)
            .and_then(<[u8]>::first_chunk::<CHUNK>);
        if let (Some(chunk), 1..=CHUNK) = (chunk, n_bytes) {
            let mask = u128::MAX >> (8 * (CHUNK - n_bytes));
            return Self::new(u128::from_le_bytes(*chunk) & mask, 0, n_bytes);
        }
        let word = bytes.get(span.start..span.end);
        word.map_or(Self::NONE, Self::of)
    }

    #[inline(never)]
    fn of(word: &[u8]) -> Self {
        const BYTES_MAX: usize = 23;
        let mut all = [0; BYTES_MAX + 1];
        let Some(start) = all.get_mut(..word.len().min(BYTES_MAX + 1)) else {
            return Self::NONE;
        };
        if word.is_empty() || start.len() > BYTES_MAX {
            return Self::NONE;
        }
        start.copy_from_slice(word);
        let ([first, next, last], _) = all.as_chunks() else {
            return Self::NONE;
        };
        let number = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        let first = u128::from(number(next)) << 64 | u128::from(number(first));
        Self::new(first, number(last), word.len())
    }

    #[expect(clippy::cast_possible_truncation, reason = "two halves")]
    #[inline]
    fn new(first: u128, last: u64, n_bytes: usize) -> Self {
        Self {
            first: [first as u64, (first >> 64) as u64],
            last: last | (n_bytes as u64) << 56,
        }
    }

    /// Its place among `n_slots`, a power of two: by a product of its parts, both halves
    /// folded together.
    #[inline]
    fn index(self, n_slots: usize) -> usize {
        const SEEDS: [u64; 3] = [
            0x9E37_79B9_7F4A_7C15,
            0xBF58_476D_1CE4_E5B9,
            0x94D0_49BB_1331_11EB,
        ];
        let [one, other] = self.first;
        let [a, b, c] = SEEDS;
        let one = one ^ a ^ self.last.wrapping_mul(c);
        let product = u128::from(one) * u128::from(other ^ b);
        let folded = (product ^ (product >> 64)) as usize;
        folded & n_slots.wrapping_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Casing;
    use proptest::prelude::*;

    fn term(word: &str) -> Term {
        Term {
            folded: Folded::new(word, Casing::Common),
            stem: word.into(),
            stop_word: false,
        }
    }

    #[test]
    fn a_memo_gives_back_what_it_was_given() {
        let mut memo = Memo::new();
        let words: Vec<_> = (0..3 * SLOTS).map(|i| format!("word{i}")).collect();
        for word in words.iter().chain(&words) {
            let whole = Span::new(0, word.len());
            assert_eq!(memo.term(word, whole, term).stem, *word);
        }
        assert_eq!(memo.slots.len(), SLOTS);
        let last = words.last().unwrap();
        let other = |_: &str| term("other");
        let again = memo.term(last, Span::new(0, last.len()), other);
        assert_eq!(again.stem, *last);
    }

    #[test]
    fn what_keeps_nothing_makes_every_term() {
        let mut memo = Memo::none();
        for stem in ["one", "other"] {
            let made = memo.term("word", Span::new(0, 4), |_| term(stem));
            assert_eq!(made.stem, stem);
        }
    }

    #[test]
    fn long_words_and_empty_ones_are_not_kept() {
        let mut memo = Memo::new();
        for word in ["", "an unusually long compound"] {
            for stem in ["one", "other"] {
                let whole = Span::new(0, word.len());
                assert_eq!(memo.term(word, whole, |_| term(stem)).stem, stem);
            }
        }
    }

    proptest! {
        /// Words that differ in anything have different keys, wherever they stand.
        #[test]
        fn a_key_is_the_word_alone(
            (before, after) in ("[a-c ]{0,3}", "[a-c\0 ]{0,20}"),
            (one, other) in ("[a\0é]{1,12}", "[a\0é]{1,12}"),
        ) {
            let key = |word: &str| {
                let text = format!("{before}{word}{after}");
                Key::at(text.as_bytes(), Span::new(before.len(), before.len() + word.len()))
            };
            prop_assert_eq!(key(&one), Key::at(one.as_bytes(), Span::new(0, one.len())));
            prop_assert_eq!(key(&one) == key(&other), one == other || key(&one) == Key::NONE && key(&other) == Key::NONE);
        }
    }
}
