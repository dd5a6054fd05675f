//! Candidates for keywords: every phrase of a document that could be one.
//!
//! A phrase is one or more words of a chunk, side by side. It begins and ends with
//! a word of content; function words and figures may stand inside ("Bank of England",
//! "Boeing 737 crash"). Phrases of equal stems are one candidate, however they are
//! written: that is all the merging that there is.
//!
//! Stems are compared exactly, never by a hash alone, and no phrase is copied: a trie
//! over the numbers of stems holds those that can come again. A phrase with a stem that
//! stands once in the document stands once itself, and needs no place there: so memory
//! stays in proportion to the text even where every word is new, and most of the phrases of
//! a short report are told apart without a look.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::base::{Budget, Interrupted};
use crate::stem::Analyzer;

use super::PHRASE_WORDS_MAX;
use super::numbers::{Numbers, next_number};
use super::reading::{Part, Reading, WORDS_PER_CHECK};
use super::role::{Phrase, Roles};

/// A phrase that could be a keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The first of its words, where it first stands.
    start: u32,
    n_mentions: u32,
    n_words: u8,
}

impl Candidate {
    /// Its words, where it first stands.
    pub(super) fn words(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.n_words)
    }

    /// How often it stands in the document.
    pub(super) fn n_mentions(&self) -> usize {
        self.n_mentions as usize
    }
}

/// All candidates of a document, in text order; of those that begin at the same
/// word, the shorter first.
#[derive(Debug)]
pub(super) struct Candidates {
    all: Vec<Candidate>,
    phrases: Phrases,
    /// The index of the candidate that each phrase is, in text order.
    mentions: Vec<u32>,
    trie: Trie,
    phrase_words_max: usize,
}

/// Where the phrases of a document stand.
#[derive(Debug)]
struct Phrases {
    /// For each word, a bit for each number of words, less one, that a phrase has which
    /// begins there.
    of_words: Vec<u8>,
}

/// Candidates by their stems, as far as they can come again.
#[derive(Debug)]
struct Trie {
    /// Whether each stem stands more than once.
    is_repeated: Vec<bool>,
    /// A first stem is the node of its own number; another node is known by its parent and
    /// its last stem, and has the number after those of the stems.
    nodes: Numbers<(u32, u32)>,
    /// By the number of the node; [`NONE`] for no candidate.
    candidates: Vec<u32>,
}

/// No node, and no candidate, has this number.
const NONE: u32 = u32::MAX;

impl Trie {
    fn new(reading: &Reading) -> Self {
        let n_stems = reading.stems.len();
        let mut seen = vec![false; n_stems];
        let mut is_repeated = vec![false; n_stems];
        for part in &reading.parts {
            let stem = part.stem as usize;
            if let (Some(seen), Some(again)) = (seen.get_mut(stem), is_repeated.get_mut(stem)) {
                *again |= *seen;
                *seen = true;
            }
        }
        Self {
            is_repeated,
            nodes: Numbers::default(),
            candidates: vec![NONE; n_stems],
        }
    }

    fn is_repeated(&self, stem: u32) -> bool {
        self.is_repeated.get(stem as usize) == Some(&true)
    }

    /// The node of what `parent` stands for and `stem` behind it.
    fn step(&mut self, parent: u32, stem: u32) -> u32 {
        if parent == ROOT {
            return stem;
        }
        let node = self.first_number() + self.nodes.number((parent, stem));
        if node as usize >= self.candidates.len() {
            self.candidates.push(NONE);
        }
        node
    }

    /// The same, if there is one.
    fn find(&self, parent: u32, stem: u32) -> Option<u32> {
        if parent == ROOT {
            return Some(stem);
        }
        let number = self.nodes.get(&(parent, stem))?;
        Some(self.first_number() + number)
    }

    /// The number of the first node that is no first stem.
    fn first_number(&self) -> u32 {
        next_number(self.is_repeated.len())
    }
}

impl Phrases {
    /// The phrases of `reading` that `grammar` has.
    fn find(reading: &Reading, grammar: Grammar, budget: &Budget) -> Result<Self, Interrupted> {
        let mut of_words = Vec::with_capacity(reading.words.len());
        for start in 0..reading.words.len() {
            if start % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            of_words.push(grammar.phrases(reading, start));
        }
        Ok(Self { of_words })
    }

    /// How many there are.
    fn len(&self) -> usize {
        let of_words = self.of_words.iter();
        of_words.map(|each| each.count_ones() as usize).sum()
    }
}

/// The numbers of words of phrases that begin at a word, from their bits.
#[inline]
fn lengths(mut bits: u8) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let n_words = bits.trailing_zeros() as usize + 1;
        let any = bits != 0;
        bits &= bits.wrapping_sub(1);
        any.then_some(n_words)
    })
}

/// Parent of the nodes for first stems; no node has this number.
const ROOT: u32 = u32::MAX;

/// Which phrases are candidates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grammar<'r> {
    /// Words in a phrase; 8 where it is more.
    pub(super) phrase_words_max: usize,
    /// What they are made of.
    pub(super) pattern: Pattern<'r>,
}

/// What phrases are made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pattern<'r> {
    /// All that begin and end with a word of content.
    OfContent,
    /// Noun phrases, by the roles of the words.
    OfNouns(&'r Roles),
    /// Those of a list.
    Listed(&'r Listed),
}

impl Grammar<'_> {
    /// The phrases that begin at the word `start`: a bit for each number of words, less one.
    fn phrases(self, reading: &Reading, start: usize) -> u8 {
        let phrase_words_max = self.phrase_words_max.clamp(1, PHRASE_WORDS_MAX);
        let rest = reading.words.get(start..).unwrap_or_default();
        let mut phrase = Phrase::default();
        let mut node = ROOT;
        let mut phrases = 0;
        for (i, word) in rest.iter().take(phrase_words_max).enumerate() {
            if i > 0 && !word.joined {
                break;
            }
            let complete = match self.pattern {
                Pattern::OfContent => (i > 0 || word.content).then_some(word.content),
                Pattern::OfNouns(roles) => phrase.push(roles, start + i),
                Pattern::Listed(listed) => listed.step(reading, start + i, &mut node),
            };
            match complete {
                Some(complete) => phrases |= u8::from(complete) << i,
                None => break,
            }
        }
        phrases
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
            let stems = analyzer.stems_in_groups(phrase, budget)?;
            let stems = stems.iter().map(|stem| reading.stems.find(stem));
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

impl Candidates {
    /// Finds the phrases of `reading` that `grammar` has.
    pub(super) fn new(
        reading: &Reading,
        grammar: Grammar,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let phrases = Phrases::find(reading, grammar, budget)?;
        let n_phrases = phrases.len();
        let mut found = Self {
            all: Vec::new(),
            mentions: Vec::with_capacity(n_phrases),
            trie: Trie::new(reading),
            phrase_words_max: grammar.phrase_words_max.min(PHRASE_WORDS_MAX),
            phrases,
        };
        for start in 0..reading.words.len() {
            if start % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            found.enter(reading, start);
        }
        Ok(found)
    }

    /// Enters the phrases that begin at the word `start`.
    fn enter(&mut self, reading: &Reading, start: usize) {
        let bits = self.phrases.of_words.get(start).copied();
        let mut node = Some(ROOT);
        let mut end = start;
        for n_words in lengths(bits.unwrap_or_default()) {
            for part in reading.parts_of(&(end..start + n_words)) {
                let parent = node.filter(|_| self.trie.is_repeated(part.stem));
                node = parent.map(|parent| self.trie.step(parent, part.stem));
            }
            end = start + n_words;
            self.mention(node, start, n_words);
        }
    }

    /// Counts a mention of the phrase of `node`, or of one that stands once.
    fn mention(&mut self, node: Option<u32>, start: usize, n_words: usize) {
        let next = next_number(self.all.len());
        let candidate = node.and_then(|node| self.trie.candidates.get_mut(node as usize));
        let index = match candidate {
            Some(known) if *known != NONE => *known,
            Some(new) => {
                *new = next;
                next
            }
            None => next,
        };
        self.mentions.push(index);
        match self.all.get_mut(index as usize) {
            Some(known) => known.n_mentions += 1,
            None => self.all.push(Candidate {
                start: next_number(start),
                n_mentions: 1,
                n_words: u8::try_from(n_words).unwrap_or(u8::MAX),
            }),
        }
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
    pub(super) fn of_words(&self) -> Vec<Option<usize>> {
        let mut mentions = self.mentions.iter();
        let of_word = |bits: &u8| {
            let mut candidate = None;
            for n_words in lengths(*bits) {
                let mention = mentions.next().map(|index| *index as usize);
                candidate = candidate.or(mention.filter(|_| n_words == 1));
            }
            candidate
        };
        self.phrases.of_words.iter().map(of_word).collect()
    }

    /// The index of the candidate with the stems of `words`.
    pub(super) fn find(&self, reading: &Reading, words: &Range<usize>) -> Option<usize> {
        let parts = reading.parts_of(words);
        if !parts.iter().all(|part| self.trie.is_repeated(part.stem)) {
            // It can stand nowhere else.
            let place = (words.start, words.len());
            let place_of = |each: &Candidate| (each.start as usize, usize::from(each.n_words));
            return self.all.binary_search_by_key(&place, place_of).ok();
        }
        let mut node = ROOT;
        for part in parts {
            node = self.trie.find(node, part.stem)?;
        }
        let index = *self.trie.candidates.get(node as usize)?;
        (index != NONE).then_some(index as usize)
    }

    /// Calls `mention` with the index of a candidate and with words that it stands on,
    /// for all of them, in text order; of those that begin at the same word, the shorter
    /// first.
    pub(super) fn for_each_mention(
        &self,
        budget: &Budget,
        mut mention: impl FnMut(usize, Range<usize>),
    ) -> Result<(), Interrupted> {
        let mut mentions = self.mentions.iter();
        for (start, bits) in self.phrases.of_words.iter().enumerate() {
            if start % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            for n_words in lengths(*bits) {
                if let Some(index) = mentions.next() {
                    mention(*index as usize, start..start + n_words);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::reading::tests::{document, read};
    use super::*;

    /// All phrases of up to `phrase_words_max` words from content to content.
    pub(in crate::keyword) fn of_content(phrase_words_max: usize) -> Grammar<'static> {
        Grammar {
            phrase_words_max,
            pattern: Pattern::OfContent,
        }
    }

    /// The candidates of `title` and `text`, as first written, with their mentions.
    fn candidates(language: &str, title: &str, text: &str, words_max: usize) -> Vec<String> {
        let reading = read(language, title, text);
        let document = document(title, text);
        let found = Candidates::new(&reading, of_content(words_max), &Budget::unlimited()).unwrap();
        let written = found.as_slice().iter().map(|candidate| {
            let place = reading.place_of(&candidate.words()).unwrap();
            let written = place.span.slice(document.field(place.field)).unwrap();
            format!("{written} {}", candidate.n_mentions())
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
            let lengths = found.as_slice().iter().map(|c| c.words().len());
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
            .for_each_mention(&Budget::unlimited(), collect)
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
