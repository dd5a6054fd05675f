//! Terms: normalised words with their stems, and a bounded memo of them.
//!
//! News repeats its words. Folding and stemming one takes ten times as long as finding it
//! in a table of the last ones, so each thread keeps small ones for the languages that
//! it last worked on: direct-mapped caches, as processors have. What they hold never
//! changes an answer, and never grows: a new word takes the place of an old one.

use std::hash::Hasher;
use std::sync::Arc;

use rustc_hash::FxHasher;

use crate::text::Folded;

/// A word in normal form, and what is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word in normal form, as the stemmer took it.
    pub folded: Folded,
    /// Its stem.
    pub stem: String,
    /// Whether it is a stop word of the language.
    pub stop_word: bool,
}

/// Places in a memo: 640 KiB, and about two megabytes of terms. On 1,000 news articles in
/// English more than nine words in ten are found again. Half as many take a sixth more
/// time, twice as many no less; two places for each word instead of one are slower too.
const SLOTS: usize = 1 << 14;

/// Longer words are not kept: there are few, and they would have to be on the heap.
const WORD_BYTES_MAX: usize = 23;

/// Terms by the word as it is written.
#[derive(Debug)]
pub(super) struct Memo(Vec<Slot>);

#[derive(Clone, Debug, Default)]
struct Slot {
    length: u8,
    word: [u8; WORD_BYTES_MAX],
    term: Option<Arc<Term>>,
}

impl Memo {
    pub(super) fn new() -> Self {
        Self(vec![Slot::default(); SLOTS])
    }

    /// A memo that keeps nothing.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether it keeps anything.
    pub(super) fn is_some(&self) -> bool {
        !self.0.is_empty()
    }

    /// The term of `word`, made by `make` where it is not known.
    pub(super) fn term(&mut self, word: &str, make: impl FnOnce() -> Term) -> Arc<Term> {
        let Some(slot) = self.slot(word) else {
            return Arc::new(make());
        };
        let length = word.len();
        if usize::from(slot.length) == length
            && slot.word.get(..length) == Some(word.as_bytes())
            && let Some(term) = &slot.term
        {
            return Arc::clone(term);
        }
        let term = Arc::new(make());
        if let (Ok(n), Some(place)) = (u8::try_from(length), slot.word.get_mut(..length)) {
            place.copy_from_slice(word.as_bytes());
            slot.length = n;
            slot.term = Some(Arc::clone(&term));
        }
        term
    }

    fn slot(&mut self, word: &str) -> Option<&mut Slot> {
        if word.is_empty() || word.len() > WORD_BYTES_MAX {
            return None;
        }
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        let slots = SLOTS as u64;
        let index = usize::try_from(hasher.finish() % slots).ok()?;
        self.0.get_mut(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Casing;

    fn term(word: &str) -> Term {
        Term {
            folded: Folded::new(word, Casing::Common),
            stem: word.to_owned(),
            stop_word: false,
        }
    }

    #[test]
    fn a_memo_gives_back_what_it_was_given() {
        let mut memo = Memo::new();
        let words: Vec<_> = (0..3 * SLOTS).map(|i| format!("word{i}")).collect();
        for word in words.iter().chain(&words) {
            assert_eq!(memo.term(word, || term(word)).stem, *word);
        }
        let long = "x".repeat(WORD_BYTES_MAX + 1);
        for word in ["", &long] {
            assert_eq!(memo.term(word, || term(word)).stem, word);
        }
        let again = memo.term("word1", || term("word1"));
        assert!(Arc::ptr_eq(&again, &memo.term("word1", || term("other"))));
    }
}
