//! Candidates for keywords: every phrase of a document that could be one.
//!
//! A phrase is one or more words of a chunk, side by side. It begins and ends with
//! a word of content; function words and figures may stand inside ("Bank of England",
//! "Boeing 737 crash"). Phrases of equal stems are one candidate, however they are
//! written: that is all the merging that there is.
//!
//! Stems are compared exactly, never by a hash alone, and no phrase is copied: a trie
//! over the numbers of stems holds them all, so memory stays in proportion to the
//! text even where every word is new.

use std::ops::Range;

use crate::base::{Budget, Interrupted};

use super::PHRASE_WORDS_MAX;
use super::numbers::Numbers;
use super::reading::{Reading, WORDS_PER_CHECK};

/// A phrase that could be a keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its words, where it first stands.
    pub(super) words: Range<usize>,
    /// How often it stands in the document.
    pub(super) n_mentions: usize,
}

/// All candidates of a document, in text order; of those that begin at the same
/// word, the shorter first.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    all: Vec<Candidate>,
    /// A node of the trie is the number of its parent and its last stem.
    nodes: Numbers<(u32, u32)>,
    /// A candidate's index is the number of its node.
    indices: Numbers<u32>,
    phrase_words_max: usize,
}

/// Parent of the nodes for first stems; no node has this number.
const ROOT: u32 = u32::MAX;

impl Candidates {
    /// Finds the phrases of up to `phrase_words_max` words (8 where it is more).
    pub(super) fn new(
        reading: &Reading,
        phrase_words_max: usize,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let phrase_words_max = phrase_words_max.min(PHRASE_WORDS_MAX);
        let mut found = Self {
            phrase_words_max,
            ..Self::default()
        };
        let Self {
            all,
            nodes,
            indices,
            ..
        } = &mut found;
        let step = |parent, stem| Some(nodes.number((parent, stem)));
        walk(reading, phrase_words_max, budget, step, |node, words| {
            let index = indices.number(node) as usize;
            match all.get_mut(index) {
                Some(known) => known.n_mentions += 1,
                None => all.push(Candidate {
                    words,
                    n_mentions: 1,
                }),
            }
        })?;
        Ok(found)
    }

    /// The candidates.
    pub(super) fn as_slice(&self) -> &[Candidate] {
        &self.all
    }

    /// Most words that one of them has.
    pub(super) fn phrase_words_max(&self) -> usize {
        self.phrase_words_max
    }

    /// The candidate that each word of `reading` makes alone, if it makes one.
    pub(super) fn of_words(
        &self,
        reading: &Reading,
        budget: &Budget,
    ) -> Result<Vec<Option<usize>>, Interrupted> {
        let mut of_words = vec![None; reading.words.len()];
        let step = |parent, stem| self.nodes.get(&(parent, stem));
        walk(reading, 1, budget, step, |node, words| {
            if let Some(of_word) = of_words.get_mut(words.start) {
                *of_word = self.indices.get(&node).map(|index| index as usize);
            }
        })?;
        Ok(of_words)
    }

    /// Calls `mention` with the index of a candidate and with words that it stands on,
    /// for all of them, in the order of [`Candidates::as_slice`].
    ///
    /// Walks through the text again, since most mentions are never asked for.
    pub(super) fn for_each_mention(
        &self,
        reading: &Reading,
        budget: &Budget,
        mut mention: impl FnMut(usize, Range<usize>),
    ) -> Result<(), Interrupted> {
        let step = |parent, stem| self.nodes.get(&(parent, stem));
        walk(
            reading,
            self.phrase_words_max,
            budget,
            step,
            |node, words| {
                if let Some(index) = self.indices.get(&node) {
                    mention(index as usize, words);
                }
            },
        )
    }
}

/// Follows every phrase through the trie by `step`, and calls `arrive` with its node
/// and its words.
fn walk(
    reading: &Reading,
    phrase_words_max: usize,
    budget: &Budget,
    mut step: impl FnMut(u32, u32) -> Option<u32>,
    mut arrive: impl FnMut(u32, Range<usize>),
) -> Result<(), Interrupted> {
    'phrases: for start in 0..reading.words.len() {
        if start % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        let mut node = ROOT;
        for end in phrase_ends(reading, start, phrase_words_max) {
            for part in reading.parts_of(&(end - 1..end)) {
                let Some(next) = step(node, part.stem) else {
                    continue 'phrases;
                };
                node = next;
            }
            if reading.words.get(end - 1).is_some_and(|word| word.content) {
                arrive(node, start..end);
            }
        }
    }
    Ok(())
}

/// Where phrases that begin at the word `start` may end; nowhere if none may begin.
fn phrase_ends(reading: &Reading, start: usize, phrase_words_max: usize) -> Range<usize> {
    let rest = reading.words.get(start..).unwrap_or_default();
    match rest {
        [first, others @ ..] if first.content => {
            let joined = others.iter().take_while(|word| word.joined);
            let n_more = joined.take(phrase_words_max.saturating_sub(1)).count();
            start + 1..start + n_more + 2
        }
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading::tests::{document, read};
    use super::*;

    /// The candidates of `title` and `text`, as first written, with their mentions.
    fn candidates(language: &str, title: &str, text: &str, words_max: usize) -> Vec<String> {
        let reading = read(language, title, text);
        let document = document(title, text);
        let found = Candidates::new(&reading, words_max, &Budget::unlimited()).unwrap();
        let written = found.as_slice().iter().map(|candidate| {
            let place = reading.place_of(&candidate.words).unwrap();
            let written = place.span.slice(document.field(place.field)).unwrap();
            format!("{written} {}", candidate.n_mentions)
        });
        written.collect()
    }

    #[test]
    fn phrases_begin_and_end_with_content() {
        let cases = [
            (
                "function word inside",
                "the Bank of England",
                &["Bank 1", "Bank of England 1", "England 1"][..],
            ),
            (
                "figure inside",
                "the Boeing 737 crash",
                &["Boeing 1", "Boeing 737 crash 1", "crash 1"],
            ),
            ("figure at the end", "in March 2024", &["March 1"]),
            ("hyphened words are one", "the COVID-19", &["COVID-19 1"]),
            ("a comma divides", "Rome, Paris", &["Rome 1", "Paris 1"]),
            ("nothing but function words", "to be or not to be", &[]),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(candidates("en", "", text, 3), expected, "{rule}: {text:?}");
        }
    }

    #[test]
    fn phrases_of_equal_stems_are_one() {
        let text = "old bridge, old bridges, Old Bridges";
        let expected = ["old 3", "old bridge 3", "bridge 3"];
        assert_eq!(candidates("en", "", text, 2), expected);
        let hyphened = candidates("en", "", "long term, long-term", 2);
        assert_eq!(hyphened, ["long 1", "long term 2", "term 1"]);
    }

    #[test]
    fn phrases_end_with_the_title() {
        let found = candidates("en", "Bridge", "closed", 4);
        assert_eq!(found, ["Bridge 1", "closed 1"]);
    }

    #[test]
    fn chinese_words_make_phrases_without_blanks() {
        let found = candidates("zh", "", "高铁列车", 2);
        assert_eq!(found, ["高铁 1", "高铁列车 1", "列车 1"]);
    }

    #[test]
    fn no_phrase_is_longer_than_asked_for_or_than_eight_words() {
        let text = "red blue green white black brown pink grey gold";
        for (asked, longest) in [(0, 1), (1, 1), (3, 3), (8, 8), (usize::MAX, 8)] {
            let reading = read("en", "", text);
            let found = Candidates::new(&reading, asked, &Budget::unlimited()).unwrap();
            let lengths = found.as_slice().iter().map(|c| c.words.len());
            assert_eq!(lengths.max(), Some(longest), "asked for {asked}");
        }
    }

    #[test]
    fn mentions_are_found_again() {
        let reading = read("en", "", "old bridge and old bridges");
        let found = Candidates::new(&reading, 2, &Budget::unlimited()).unwrap();
        let mut mentions = Vec::new();
        let collect = |candidate, words| mentions.push((candidate, words));
        found
            .for_each_mention(&reading, &Budget::unlimited(), collect)
            .unwrap();
        // "bridge and old" stands between the two.
        let expected = [
            (0, 0..1),
            (1, 0..2),
            (2, 1..2),
            (0, 3..4),
            (1, 3..5),
            (2, 4..5),
        ];
        assert_eq!(mentions, expected);
    }
}
