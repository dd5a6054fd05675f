//! A document as a run of folded words, with its quotations in it.
//!
//! Case, apostrophes, quotation marks and spacing are folded away or between words, and
//! every word knows where it stands, so that a run of words has exact offsets.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Interrupted, Span};
use crate::text::{Article, Field, Folded, Place, Speaker, quotations, words};

use super::super::Item;
use super::super::pace::Pace;

/// Stands between what does not follow one another: no quotation goes over it.
pub(super) const BORDER: u32 = u32::MAX;

/// The words of all documents of a call, by number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: FxHashMap<Folded, u32>,
    /// By number: whether a stop word, in the language that it was first seen in.
    stop_words: Vec<bool>,
}

/// The words of a document, title and text, with borders between.
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) words: Vec<u32>,
    places: Vec<Place>,
    /// In text order, the outer before the inner.
    pub(super) quotations: Vec<Quoted>,
}

/// A quotation of a document.
#[derive(Debug)]
pub(super) struct Quoted {
    /// Its words.
    pub(super) words: Range<usize>,
    pub(super) speaker: Option<Speaker>,
    /// Whether it stands in no other.
    pub(super) is_outer: bool,
}

impl Vocabulary {
    /// Reads the document of `item`; what is not the article only where
    /// `with_boilerplate`.
    pub(super) fn read(
        &mut self,
        item: &Item<'_>,
        with_boilerplate: bool,
        pace: &mut Pace<'_>,
    ) -> Result<Wording, Interrupted> {
        let mut article = Article::find(item.document, item.language, pace.budget())?;
        if with_boilerplate {
            article = article.with_boilerplate();
        }
        let mut wording = Wording {
            words: Vec::new(),
            places: Vec::new(),
            quotations: Vec::new(),
        };
        for field in [Field::Title, Field::Text] {
            let text = item.document.field(field);
            for span in words(text) {
                // Folding a word takes as long as some additions.
                pace.spend(8)?;
                let at = Place { field, span };
                let number = if article.is_boilerplate(at) {
                    BORDER
                } else {
                    self.number(span.slice(text).unwrap_or_default(), item)
                };
                wording.push(number, at);
            }
            let end = Span::new(text.len(), text.len());
            wording.push(BORDER, Place { field, span: end });
        }
        let found = quotations(item.document, &article, item.language, pace.budget())?;
        let mut outer_end = 0;
        for quotation in found {
            pace.spend(1)?;
            let words = wording.words_in(quotation.place);
            let is_outer = words.start >= outer_end;
            outer_end = outer_end.max(words.end);
            wording.quotations.push(Quoted {
                words,
                speaker: quotation.speaker,
                is_outer,
            });
        }
        Ok(wording)
    }

    fn number(&mut self, word: &str, item: &Item<'_>) -> u32 {
        let folded = Folded::new(word, item.analyzer.casing);
        if let Some(known) = self.numbers.get(&folded) {
            return *known;
        }
        let number = u32::try_from(self.stop_words.len()).unwrap_or(BORDER);
        let stop_words = item.analyzer.stop_words;
        self.stop_words
            .push(stop_words.is_some_and(|list| list.contains(&folded)));
        self.numbers.insert(folded, number);
        number
    }

    /// How many different words of `words` are no stop words, up to `most`.
    pub(super) fn n_content_words(&self, words: &[u32], most: usize) -> usize {
        let mut seen: Vec<u32> = Vec::with_capacity(most);
        for &word in words {
            let is_content = self.stop_words.get(word as usize).is_some_and(|stop| !stop);
            if is_content && !seen.contains(&word) {
                seen.push(word);
            }
            if seen.len() == most {
                break;
            }
        }
        seen.len()
    }
}

impl Wording {
    /// Borders in a row are one.
    fn push(&mut self, number: u32, place: Place) {
        if number != BORDER || self.words.last() != Some(&BORDER) {
            self.words.push(number);
            self.places.push(place);
        }
    }

    /// The words that stand in `place`.
    fn words_in(&self, place: Place) -> Range<usize> {
        let from = |offset: usize| {
            let before = |word: &Place| (word.field, word.span.start) < (place.field, offset);
            self.places.partition_point(before)
        };
        let (start, end) = (from(place.span.start), from(place.span.end));
        let is_border = end > start && self.words.get(end - 1) == Some(&BORDER);
        start..end - usize::from(is_border)
    }

    /// Where the words of `range`, which are of one field, stand.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Place> {
        let first = self.places.get(range.start)?;
        let last = self.places.get(range.end.checked_sub(1)?)?;
        Some(Place {
            field: first.field,
            span: Span::new(first.span.start, last.span.end),
        })
    }

    /// The words of `range`, by number.
    pub(super) fn slice(&self, range: &Range<usize>) -> &[u32] {
        self.words.get(range.clone()).unwrap_or_default()
    }
}

/// Inner quotations of one outer one that are looked through for it.
const INNER_MAX: usize = 64;

impl Wording {
    /// The quotations that stand in no other.
    pub(super) fn outer_quotations(&self) -> impl Iterator<Item = &Quoted> {
        self.quotations
            .iter()
            .filter(|quotation| quotation.is_outer)
    }

    /// The quotations around or in `words`, outer ones alone.
    fn outer_about(&self, words: &Range<usize>) -> impl Iterator<Item = &Quoted> {
        let start = words.start;
        let first = self
            .quotations
            .partition_point(|quotation| quotation.words.start <= start);
        // The last outer one that begins before, within a few inner ones.
        let before = self.quotations.iter().take(first).rev().take(INNER_MAX);
        let around = before.into_iter().find(|quotation| quotation.is_outer);
        let end = words.end;
        let behind = self.quotations.iter().skip(first);
        let behind = behind.take_while(move |quotation| quotation.words.start < end);
        around
            .into_iter()
            .chain(behind.filter(|quotation| quotation.is_outer))
    }

    /// Whether half of `words` or more stand in quotation marks.
    pub(super) fn is_quoted(&self, words: &Range<usize>) -> bool {
        let shared = |quotation: &Quoted| {
            let start = quotation.words.start.max(words.start);
            let end = quotation.words.end.min(words.end);
            end.saturating_sub(start)
        };
        self.outer_about(words).map(shared).sum::<usize>() * 2 >= words.len()
    }

    /// Who says `words`, by the quotations that they stand in.
    pub(super) fn speaker(&self, words: &Range<usize>) -> Option<&Speaker> {
        let inner = self.quotations.iter();
        let first = self
            .quotations
            .partition_point(|quotation| quotation.words.start < words.start);
        let same = inner.skip(first).take(4);
        let same = same
            .filter(|quotation| quotation.words == *words)
            .find_map(|quotation| quotation.speaker.as_ref());
        same.or_else(|| {
            let mut around = self.outer_about(words);
            around.find_map(|quotation| {
                let overlaps = quotation.words.end > words.start;
                quotation.speaker.as_ref().filter(|_| overlaps)
            })
        })
    }
}
