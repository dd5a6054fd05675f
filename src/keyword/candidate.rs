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

use rustc_hash::FxHashSet;

use crate::base::{Budget, Interrupted};
use crate::stem::Analyzer;
use crate::text::Field;

use super::PHRASE_WORDS_MAX;
use super::numbers::Numbers;
use super::reading::{Part, Reading, WORDS_PER_CHECK};
use super::role::{Phrase, Roles};

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
#[derive(Debug)]
pub(super) struct Candidates<'r> {
    all: Vec<Candidate>,
    /// A node of the trie is the number of its parent and its last stem.
    nodes: Numbers<(u32, u32)>,
    /// A candidate's index is the number of its node.
    indices: Numbers<u32>,
    grammar: Grammar<'r>,
}

/// Parent of the nodes for first stems; no node has this number.
const ROOT: u32 = u32::MAX;

/// Which phrases are candidates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grammar<'r> {
    /// Words in a phrase; 8 where it is more.
    pub(super) phrase_words_max: usize,
    /// What they are made of.
    pub(super) phrases: Phrases<'r>,
}

/// What phrases are made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Phrases<'r> {
    /// All that begin and end with a word of content.
    OfContent,
    /// Noun phrases, by the roles of the words.
    OfNouns(&'r Roles),
    /// Those of a list.
    Listed(&'r Listed),
}

impl Grammar<'_> {
    /// Calls `arrive` with the end of each phrase that begins at the word `start`, the
    /// shortest first, and whether it is complete there; until it answers `false`.
    fn phrases(self, reading: &Reading, start: usize, mut arrive: impl FnMut(usize, bool) -> bool) {
        let phrase_words_max = self.phrase_words_max.clamp(1, PHRASE_WORDS_MAX);
        let rest = reading.words.get(start..).unwrap_or_default();
        let mut phrase = Phrase::default();
        let mut node = ROOT;
        for (i, word) in rest.iter().take(phrase_words_max).enumerate() {
            if i > 0 && !word.joined {
                return;
            }
            let complete = match self.phrases {
                Phrases::OfContent => (i > 0 || word.content).then_some(word.content),
                Phrases::OfNouns(roles) => phrase.push(roles, start + i),
                Phrases::Listed(listed) => listed.step(reading, start + i, &mut node),
            };
            if !complete.is_some_and(|complete| arrive(start + i + 1, complete)) {
                return;
            }
        }
    }
}

/// Phrases that a caller wants the answer chosen among, as far as their stems stand in a
/// document at all.
#[derive(Debug, Default)]
pub(super) struct Listed {
    nodes: Numbers<(u32, u32)>,
    complete: FxHashSet<u32>,
}

impl Listed {
    /// Those of `phrases`; `None` where there are none at all.
    pub(super) fn new(
        phrases: &[String],
        analyzer: &Analyzer,
        reading: &Reading,
        budget: &Budget,
    ) -> Result<Option<Self>, Interrupted> {
        let mut listed = Self::default();
        for phrase in phrases {
            let (tokens, _) = analyzer.analyze_groups(phrase, Field::Text, budget)?;
            let stems = tokens.iter().map(|token| reading.stems.find(&token.stem));
            let Some(stems) = stems.collect::<Option<Vec<_>>>() else {
                continue;
            };
            let mut node = ROOT;
            for stem in stems {
                node = listed.nodes.number((node, stem));
            }
            listed.complete.insert(node);
        }
        listed.complete.remove(&ROOT);
        Ok((!phrases.is_empty()).then_some(listed))
    }

    /// Whether a phrase of these `parts` is one of them.
    pub(super) fn has(&self, parts: &[Part]) -> bool {
        let mut node = ROOT;
        for part in parts {
            let Some(next) = self.nodes.get(&(node, part.stem)) else {
                return false;
            };
            node = next;
        }
        self.complete.contains(&node)
    }

    /// Goes on from `node` with the word number `word`: whether a phrase is complete
    /// with it, or `None` where none goes on.
    fn step(&self, reading: &Reading, word: usize, node: &mut u32) -> Option<bool> {
        for part in reading.parts_of(&(word..word + 1)) {
            *node = self.nodes.get(&(*node, part.stem))?;
        }
        Some(self.complete.contains(node))
    }
}

impl<'r> Candidates<'r> {
    /// Finds the phrases of `reading` that `grammar` has.
    pub(super) fn new(
        reading: &Reading,
        grammar: Grammar<'r>,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let mut found = Self {
            all: Vec::new(),
            nodes: Numbers::default(),
            indices: Numbers::default(),
            grammar,
        };
        let Self {
            all,
            nodes,
            indices,
            ..
        } = &mut found;
        let step = |parent, stem| Some(nodes.number((parent, stem)));
        walk(reading, grammar, budget, step, |node, words| {
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
        self.grammar.phrase_words_max.min(PHRASE_WORDS_MAX)
    }

    /// The candidate that each word of `reading` makes alone, if it makes one.
    pub(super) fn of_words(
        &self,
        reading: &Reading,
        budget: &Budget,
    ) -> Result<Vec<Option<usize>>, Interrupted> {
        let mut of_words = vec![None; reading.words.len()];
        let grammar = Grammar {
            phrase_words_max: 1,
            ..self.grammar
        };
        let step = |parent, stem| self.nodes.get(&(parent, stem));
        walk(reading, grammar, budget, step, |node, words| {
            if let Some(of_word) = of_words.get_mut(words.start) {
                *of_word = self.indices.get(&node).map(|index| index as usize);
            }
        })?;
        Ok(of_words)
    }

    /// The index of the candidate of these `stems`.
    pub(super) fn find(&self, stems: &[u32]) -> Option<usize> {
        let mut node = ROOT;
        for stem in stems {
            node = self.nodes.get(&(node, *stem))?;
        }
        self.indices.get(&node).map(|index| index as usize)
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
        walk(reading, self.grammar, budget, step, |node, words| {
            if let Some(index) = self.indices.get(&node) {
                mention(index as usize, words);
            }
        })
    }
}

/// Follows every phrase through the trie by `step`, and calls `arrive` with its node
/// and its words.
fn walk(
    reading: &Reading,
    grammar: Grammar,
    budget: &Budget,
    mut step: impl FnMut(u32, u32) -> Option<u32>,
    mut arrive: impl FnMut(u32, Range<usize>),
) -> Result<(), Interrupted> {
    for start in 0..reading.words.len() {
        if start % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        let mut node = ROOT;
        grammar.phrases(reading, start, |end, complete| {
            for part in reading.parts_of(&(end - 1..end)) {
                let Some(next) = step(node, part.stem) else {
                    return false;
                };
                node = next;
            }
            if complete {
                arrive(node, start..end);
            }
            true
        });
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::reading::tests::{document, read};
    use super::*;

    /// All phrases of up to `phrase_words_max` words from content to content.
    pub(in crate::keyword) fn of_content(phrase_words_max: usize) -> Grammar<'static> {
        Grammar {
            phrase_words_max,
            phrases: Phrases::OfContent,
        }
    }

    /// The candidates of `title` and `text`, as first written, with their mentions.
    fn candidates(language: &str, title: &str, text: &str, words_max: usize) -> Vec<String> {
        let reading = read(language, title, text);
        let document = document(title, text);
        let found = Candidates::new(&reading, of_content(words_max), &Budget::unlimited()).unwrap();
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
            ("figure at the end", "while in March 2024", &["March 1"]),
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
            let found = Candidates::new(&reading, of_content(asked), &Budget::unlimited()).unwrap();
            let lengths = found.as_slice().iter().map(|c| c.words.len());
            assert_eq!(lengths.max(), Some(longest), "asked for {asked}");
        }
    }

    #[test]
    fn mentions_are_found_again() {
        let reading = read("en", "", "old bridge and old bridges");
        let grammar = of_content(2);
        let found = Candidates::new(&reading, grammar, &Budget::unlimited()).unwrap();
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
