//! Terms: normalised words with their stems, and a bounded memo of them.
//!
//! News repeats its words. Folding and stemming one takes ten times as long as finding it
//! in a table of the last ones, so each thread keeps small ones for the languages that
//! it last worked on: direct-mapped caches, as processors have. What they hold never
//! changes an answer, and grows to a bound: then a new word takes the place of an old one.
//!
//! Words and stems lie in the terms themselves, and terms in the table: to find one is to
//! look at one line of the caches, and to hand it out is to copy some bytes. Terms that were
//! shared and counted took a seventh more time.

use smol_str::SmolStr;

use crate::base::Span;
use crate::text::{Casing, Folded};

use super::key::Key;

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

/// Places in a memo that is full: 2 MB. On 1,200 news articles in English 6 words in 100 are
/// not found, with half as many places 9. With two places for each word it would be 3, but
/// to look at both takes as long as it saves.
const SLOTS: usize = 1 << 15;

/// Places in a new one, so that a short text pays for no more than it can use.
const SLOTS_FIRST: usize = 1 << 9;

/// Bytes of text for which a new memo has a place: three places for a word, twice as many
/// as there are different ones. With a third of them, every seventh word of a text of 4 KB
/// that came again was known no more.
const BYTES_PER_SLOT: usize = 2;

/// How many times as many places a memo gets when it was asked for half as many words that
/// it did not hold as it has: words then seldom drive out others that come again.
const GROWTH: usize = 4;

/// Terms by the word as it is written; capitals of ASCII are small letters there, where
/// the terms have them so.
#[derive(Debug)]
pub(super) struct Memo {
    /// As many as a power of two, or none.
    slots: Vec<Slot>,
    /// Words that it was asked for and did not hold, since there are so many places.
    n_new: usize,
    /// Whether words that differ in capitals of ASCII alone have one term.
    merges_capitals: bool,
}

/// A term, in one line of the caches. Its key alone tells whether there is one, since an
/// option around strings is taken apart to be copied.
#[derive(Clone, Debug)]
#[repr(align(64))]
struct Slot {
    /// Marked for a stop word.
    key: Key,
    folded: Folded,
    stem: SmolStr,
}

impl Slot {
    /// One in which no term is.
    const FREE: Self = Self {
        key: Key::FREE,
        folded: Folded::EMPTY,
        stem: SmolStr::new_static(""),
    };

    fn free(n_slots: usize) -> Vec<Self> {
        // Copies of a constant are written much faster than clones.
        std::iter::repeat_with(|| Self::FREE)
            .take(n_slots)
            .collect()
    }

    fn new(key: Key, term: &Term) -> Self {
        Self {
            key: if term.stop_word { key.marked() } else { key },
            folded: term.folded.clone(),
            stem: term.stem.clone(),
        }
    }

    // Apart from its caller, which would take the strings apart byte by byte.
    #[inline(never)]
    fn term(&self) -> Term {
        Term {
            folded: self.folded.clone(),
            stem: self.stem.clone(),
            stop_word: self.key.is_marked(),
        }
    }
}

impl Memo {
    /// A new memo of terms whose words are folded as `casing` has it, for `text_bytes` of
    /// text at first.
    pub(super) fn new(casing: Casing, text_bytes: usize) -> Self {
        let n_slots = (text_bytes / BYTES_PER_SLOT).clamp(SLOTS_FIRST, SLOTS);
        Self {
            slots: Slot::free(n_slots.next_power_of_two()),
            n_new: 0,
            merges_capitals: casing == Casing::Common,
        }
    }

    /// A memo that keeps nothing.
    pub(super) fn none() -> Self {
        Self {
            slots: Vec::new(),
            n_new: 0,
            merges_capitals: false,
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
        let key = Key::at(text.as_bytes(), span, self.merges_capitals);
        if let Some(slot) = self.slot(key)
            && (span.len() <= Key::BYTES || self.is_of(&slot.folded, text, span))
        {
            return slot.term();
        }
        let term = make(span.slice(text).unwrap_or_default());
        if span.len() <= Key::BYTES || self.is_of(&term.folded, text, span) {
            self.keep(key, &term);
        }
        term
    }

    #[inline]
    fn slot(&self, key: Key) -> Option<&Slot> {
        let slot = self.slots.get(key.index(self.slots.len()))?;
        (slot.key.unmarked() == key).then_some(slot)
    }

    /// Whether `folded` is the word of which the key has not all letters: folding must have
    /// left them as they are, but for capitals of ASCII.
    #[inline(never)]
    fn is_of(&self, folded: &Folded, text: &str, span: Span) -> bool {
        let (word, folded) = (span.slice(text).unwrap_or_default(), folded.as_str());
        let is_merged = self.merges_capitals && word.is_ascii();
        word == folded || is_merged && word.eq_ignore_ascii_case(folded)
    }

    #[inline(never)]
    fn keep(&mut self, key: Key, term: &Term) {
        let n_slots = self.slots.len();
        if key == Key::NONE || n_slots == 0 {
            return;
        }
        if self.n_new >= n_slots / 2 && n_slots < SLOTS {
            self.grow();
        }
        self.n_new += 1;
        self.put(Slot::new(key, term));
    }

    fn put(&mut self, slot: Slot) {
        let index = slot.key.unmarked().index(self.slots.len());
        if let Some(place) = self.slots.get_mut(index) {
            *place = slot;
        }
    }

    fn grow(&mut self) {
        let n_slots = SLOTS.min(self.slots.len() * GROWTH);
        let old = std::mem::replace(&mut self.slots, Slot::free(n_slots));
        self.n_new = 0;
        for slot in old.into_iter().filter(|slot| slot.key != Key::FREE) {
            self.put(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let mut memo = Memo::new(Casing::Common, 0);
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
        let mut memo = Memo::new(Casing::Common, 0);
        for word in ["", "an unusually long compound"] {
            for stem in ["one", "other"] {
                let whole = Span::new(0, word.len());
                assert_eq!(memo.term(word, whole, |_| term(stem)).stem, stem);
            }
        }
    }

    #[test]
    fn long_words_that_begin_alike_are_told_apart() {
        let words = [
            "straightforwardly",
            "Straightforwardly",
            "straightforwardness",
        ];
        let mut memo = Memo::new(Casing::Common, 0);
        for word in words.into_iter().chain(words) {
            let known = memo.term(word, Span::new(0, word.len()), term);
            assert_eq!(known.folded, term(word).folded);
        }
    }

    #[test]
    fn capitals_are_kept_apart_where_folding_does_not_merge_them() {
        for (casing, known) in [(Casing::Common, "one"), (Casing::Turkic, "other")] {
            let mut memo = Memo::new(casing, 0);
            let whole = Span::new(0, 4);
            memo.term("word", whole, |_| term("one"));
            assert_eq!(memo.term("WORD", whole, |_| term("other")).stem, known);
        }
    }

    proptest! {
        #[test]
        fn a_memo_gives_what_would_be_made_anew(
            words in prop::collection::vec("[a-c ]{0,3}\\|(straightforward)?[aAiIİıéÉ’\u{301}]{1,9}\\|[a-c\0 ]{0,20}", 0..20),
        ) {
            for casing in [Casing::Common, Casing::Turkic, Casing::Lithuanian] {
                let make = |word: &str| {
                    let folded = Folded::new(word, casing);
                    let stem = folded.as_str().chars().rev().collect();
                    let stop_word = folded.as_str().len() % 2 == 0;
                    Term { folded, stem, stop_word }
                };
                let mut memo = Memo::new(casing, 0);
                for text in &words {
                    let span = Span::new(text.find('|').unwrap() + 1, text.rfind('|').unwrap());
                    let made = make(span.slice(text).unwrap());
                    prop_assert_eq!(memo.term(text, span, make), made);
                }
            }
        }
    }
}
