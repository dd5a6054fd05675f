//! The sentences of a text as bags of stems, and which sentences a stem stands in.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

use super::reading::Word;

/// A shorter sentence joins the next one: alone, "He did." is like too many others.
const SENTENCE_WORDS_MIN: usize = 3;

/// A stem of a sentence, and how often it stands there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) stem: u32,
    pub(super) count: f64,
}

/// A sentence that holds a stem, and how often.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) sentence: usize,
    pub(super) count: f64,
}

/// The sentences of one text.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    /// Where each begins and ends, in words.
    ranges: Vec<(usize, usize)>,
    /// Sentence by sentence, by stem.
    terms: Vec<Term>,
    /// Where the terms of each sentence end.
    term_ends: Vec<usize>,
    /// Stem by stem, in text order.
    postings: Vec<Posting>,
    /// Each stem once, and where its postings end.
    stems: Vec<(u32, usize)>,
}

impl Sentences {
    /// The sentences of `words` that end before these places.
    pub(super) fn new(
        words: &[Word],
        ends: &[usize],
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut found = Self {
            ranges: ranges(ends),
            ..Self::default()
        };
        let mut by_stem = Vec::with_capacity(words.len());
        let mut stems = Vec::new();
        for (sentence, (start, end)) in found.ranges.iter().enumerate() {
            let words = words.get(*start..*end).unwrap_or_default();
            pace.spend(words.len() + 1)?;
            stems.clear();
            stems.extend(words.iter().map(|word| word.stem));
            stems.sort_unstable();
            for same in stems.chunk_by(|a, b| a == b) {
                let Some(&stem) = same.first() else { continue };
                let count = same.len() as f64;
                found.terms.push(Term { stem, count });
                by_stem.push((stem, Posting { sentence, count }));
            }
            found.term_ends.push(found.terms.len());
        }
        pace.spend(by_stem.len())?;
        by_stem.sort_by_key(|(stem, _)| *stem); // stable: in text order
        for same in by_stem.chunk_by(|(a, _), (b, _)| a == b) {
            found
                .postings
                .extend(same.iter().map(|(_, posting)| posting));
            if let Some((stem, _)) = same.first() {
                found.stems.push((*stem, found.postings.len()));
            }
        }
        Ok(found)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ranges.len()
    }

    /// The words of the sentences from `first` to `last`.
    pub(super) fn words(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.ranges.get(first).map_or(0, |(start, _)| *start);
        let end = self.ranges.get(last).map_or(start, |(_, end)| *end);
        (start, end)
    }

    /// The terms of one sentence.
    pub(super) fn terms(&self, sentence: usize) -> &[Term] {
        let end = self.term_ends.get(sentence).copied().unwrap_or(0);
        let before = sentence.checked_sub(1).and_then(|i| self.term_ends.get(i));
        let start = before.copied().unwrap_or(0);
        self.terms.get(start..end).unwrap_or_default()
    }

    /// Each stem once, with where its postings begin and end.
    pub(super) fn stems(&self) -> impl Iterator<Item = (u32, (usize, usize))> {
        let mut start = 0;
        self.stems.iter().map(move |(stem, end)| {
            let range = (start, *end);
            start = *end;
            (*stem, range)
        })
    }

    /// The postings in a range that [`stems`](Self::stems) gave.
    pub(super) fn postings(&self, (start, end): (usize, usize)) -> &[Posting] {
        self.postings.get(start..end).unwrap_or_default()
    }
}

/// The sentences that end at `ends`, short ones joined with the next.
fn ranges(ends: &[usize]) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for &end in ends {
        match ranges.last_mut() {
            Some((first, last)) if *last - *first < SENTENCE_WORDS_MIN => *last = end,
            _ if end > start => ranges.push((start, end)),
            _ => {}
        }
        start = end;
    }
    ranges
}
