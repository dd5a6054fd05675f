//! The search of all quotations of a call in all of its documents.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::Interrupted;

use super::super::pace::Pace;
use super::family::Families;
use super::patterns::{Links, NONE, Patterns};
use super::wording::{BORDER, Vocabulary, Wording};

/// A quotation of some document, as a run of words.
#[derive(Clone, Debug)]
struct Known {
    /// The document that it was first seen in, and where.
    document: usize,
    words: Range<usize>,
    /// Whether its words say so much that they are no chance where nothing quotes them.
    telling: bool,
    /// Documents that carry it.
    n_documents: usize,
    /// The last of them, counted from 1.
    last: usize,
}

/// Without quotation marks a run counts from this many words on, two of them no stop
/// words. Shorter ones are terms ("religious freedom", "talking points") and others by
/// chance ("a disaster"): so were all of the seven pairs of words that reports of 25
/// events quoted here and wrote without marks there.
const TELLING_WORDS: usize = 3;
const TELLING_CONTENT_WORDS: usize = 2;

/// What is looked for, and where.
pub(super) struct Search<'s> {
    wordings: &'s [Wording],
    patterns: Patterns,
    /// What makes links of them.
    by_depth: Vec<u32>,
    /// By pattern.
    known: Vec<Known>,
}

/// A run of words in a document that is a quotation somewhere.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) document: usize,
    pub(super) words: Range<usize>,
    pub(super) pattern: u32,
    pub(super) quoted: bool,
}

impl<'s> Search<'s> {
    /// Takes up the quotations of `wordings` that have `words_min` words or more, and
    /// counts the documents that carry each.
    pub(super) fn new(
        wordings: &'s [Wording],
        vocabulary: &Vocabulary,
        words_min: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut search = Self {
            wordings,
            patterns: Patterns::default(),
            by_depth: Vec::new(),
            known: Vec::new(),
        };
        search.collect(vocabulary, words_min, pace)?;
        search.by_depth = search.patterns.complete(pace)?;
        search.count(pace)?;
        Ok(search)
    }

    /// Takes up the quotations of all documents: of `words_min` words or more, and not of
    /// stop words alone.
    fn collect(
        &mut self,
        vocabulary: &Vocabulary,
        words_min: usize,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        for (document, wording) in self.wordings.iter().enumerate() {
            for quotation in &wording.quotations {
                let words = wording.slice(&quotation.words);
                let n_content = vocabulary.n_content_words(words, TELLING_CONTENT_WORDS);
                let broken = words.contains(&BORDER);
                if words.len() < words_min || n_content == 0 || broken {
                    continue;
                }
                let pattern = self.patterns.insert(words, pace)?;
                if pattern as usize == self.known.len() {
                    self.known.push(Known {
                        document,
                        words: quotation.words.clone(),
                        telling: words.len() >= TELLING_WORDS && n_content >= TELLING_CONTENT_WORDS,
                        n_documents: 0,
                        last: 0,
                    });
                }
            }
        }
        Ok(())
    }

    /// Counts the documents that carry each quotation: in quotation marks or, where it is
    /// telling, anywhere.
    fn count(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let known = &self.known;
        let all = self.patterns.links(&self.by_depth, pace, |_| true)?;
        let telling = |pattern: u32| known[pattern as usize].telling;
        let telling = self.patterns.links(&self.by_depth, pace, telling)?;
        let mut known = std::mem::take(&mut self.known);
        for (document, wording) in self.wordings.iter().enumerate() {
            let mut note = |links: &Links, pattern: u32| {
                // What ends like a run that was seen here has been seen here too.
                for pattern in links.chain(pattern) {
                    let known = &mut known[pattern as usize];
                    if known.last == document + 1 {
                        break;
                    }
                    known.last = document + 1;
                    known.n_documents += 1;
                }
            };
            for quotation in wording.outer_quotations() {
                let words = wording.slice(&quotation.words);
                self.patterns
                    .scan(words, &all, pace, |_, pattern| note(&all, pattern))?;
            }
            let words = &wording.words;
            self.patterns
                .scan(words, &telling, pace, |_, pattern| note(&telling, pattern))?;
        }
        self.known = known;
        Ok(())
    }

    /// Ties the quotations that several documents carry to the longest of them.
    pub(super) fn families(&self, pace: &mut Pace<'_>) -> Result<Families, Interrupted> {
        let is_shared = |pattern: u32| self.is_shared(pattern);
        let links = self.patterns.links(&self.by_depth, pace, is_shared)?;
        let words = |pattern: u32| {
            let known = &self.known[pattern as usize];
            self.wordings
                .get(known.document)
                .map_or(&[][..], |wording| wording.slice(&known.words))
        };
        Families::new(&self.patterns, &links, words, is_shared, pace)
    }

    fn is_shared(&self, pattern: u32) -> bool {
        self.known[pattern as usize].n_documents > 1
    }

    /// Where documents carry what several carry: the longest run at each place.
    pub(super) fn shared_uses(
        &self,
        families: &Families,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Found>, Interrupted> {
        let is_shared = |pattern: u32| self.is_shared(pattern);
        let shared = self.patterns.links(&self.by_depth, pace, is_shared)?;
        let telling = |pattern: u32| is_shared(pattern) && self.known[pattern as usize].telling;
        let telling = self.patterns.links(&self.by_depth, pace, telling)?;
        let mut uses = Vec::new();
        for (document, wording) in self.wordings.iter().enumerate() {
            let mut found = Vec::new();
            let mut note = |start: usize, end: usize, pattern: u32| {
                let end = start + end + 1;
                let words = end - self.patterns.n_words(pattern)..end;
                found.push(Found {
                    document,
                    words,
                    pattern,
                    quoted: false,
                });
            };
            for quotation in wording.outer_quotations() {
                let start = quotation.words.start;
                let words = wording.slice(&quotation.words);
                let note = |end, pattern| note(start, end, pattern);
                self.patterns.scan(words, &shared, pace, note)?;
            }
            let note = |end, pattern| note(0, end, pattern);
            self.patterns.scan(&wording.words, &telling, pace, note)?;
            pace.spend(found.len())?;
            uses.append(&mut apart(found, families));
        }
        for found in &mut uses {
            found.quoted = self
                .wordings
                .get(found.document)
                .is_some_and(|wording| wording.is_quoted(&found.words));
        }
        Ok(uses)
    }

    /// Adds the quotations that no shared one tells of: nearly all of their words are in
    /// none.
    pub(super) fn add_lone_uses(
        &self,
        uses: &mut Vec<Found>,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        let told: Vec<_> = uses
            .iter()
            .map(|found| (found.document, found.words.clone()))
            .collect();
        for (document, wording) in self.wordings.iter().enumerate() {
            let first = told.partition_point(|(other, _)| *other < document);
            let mut told = told.get(first..).unwrap_or_default();
            for quotation in &wording.quotations {
                let words = wording.slice(&quotation.words);
                if words.is_empty() || !self.is_pattern(words, pace)? {
                    continue;
                }
                // Uses end in order too, so what ends before one quotation is done with.
                let before = |(other, use_): &(usize, Range<usize>)| {
                    *other == document && use_.end <= quotation.words.start
                };
                let skip = told.partition_point(before);
                told = told.get(skip..).unwrap_or_default();
                let mut n_told = 0;
                let mut end = quotation.words.start;
                for (other, range) in told {
                    if *other != document || range.start >= quotation.words.end {
                        break;
                    }
                    pace.spend(1)?;
                    let from = range.start.max(end);
                    end = end.max(range.end.min(quotation.words.end));
                    n_told += end.saturating_sub(from);
                }
                // Four words in five are told.
                if n_told * 5 < words.len() * 4 {
                    let pattern = self.patterns.find(words, pace)?;
                    uses.push(Found {
                        document,
                        words: quotation.words.clone(),
                        pattern,
                        quoted: true,
                    });
                }
            }
        }
        uses.sort_by_key(|found| (found.document, found.words.start, Reverse(found.words.end)));
        Ok(())
    }

    /// Whether `words` are looked for.
    fn is_pattern(&self, words: &[u32], pace: &mut Pace<'_>) -> Result<bool, Interrupted> {
        if words.contains(&BORDER) {
            return Ok(false);
        }
        let pattern = self.patterns.find(words, pace)?;
        Ok(pattern != NONE)
    }
}

/// `found` without what lies in a longer one, or overlaps the same quotation; in order.
fn apart(mut found: Vec<Found>, families: &Families) -> Vec<Found> {
    found.sort_by_key(|each| (each.words.start, Reverse(each.words.end)));
    let mut end = 0;
    let mut ends: FxHashMap<u32, usize> = FxHashMap::default();
    found.retain(|each| {
        let is_longest = each.words.end > end;
        end = end.max(each.words.end);
        let last = ends.entry(families.whole_of(each.pattern)).or_default();
        let kept = is_longest && each.words.start >= *last;
        if kept {
            *last = each.words.end;
        }
        kept
    });
    found
}
