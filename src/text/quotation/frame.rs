//! The words of a text with the quotations and sentences that they stand in.
//!
//! A frame is a sentence of the narration with the quotations in it, however many
//! sentences these hold: what tells who speaks stands in it, or right beside it.

use std::ops::Range;

use crate::base::{Budget, Interrupted, Language, Span};

use super::super::sentence::sentences;
use super::super::token::words;
use super::marks::Marked;

/// Words between two looks at the budget, about half a millisecond.
const WORDS_PER_CHECK: usize = 4_096;

/// A word and where it belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// The innermost quotation around it.
    pub(super) quotation: Option<usize>,
    /// Number of its frame.
    pub(super) frame: usize,
}

/// A text, taken apart.
#[derive(Debug)]
pub(super) struct Frames<'t> {
    pub(super) text: &'t str,
    pub(super) words: Vec<Word>,
    /// The words of each frame.
    pub(super) ranges: Vec<Range<usize>>,
    /// Number of the paragraph that each frame begins in.
    pub(super) paragraphs: Vec<usize>,
}

impl<'t> Frames<'t> {
    /// Takes `text` apart; `quotations` are in order, the outer before the inner.
    pub(super) fn new(
        text: &'t str,
        quotations: &[Marked],
        language: Language,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let borders = borders(text, quotations, language, budget)?;
        let mut frames = Self {
            text,
            words: Vec::new(),
            ranges: Vec::new(),
            paragraphs: Vec::new(),
        };
        let mut inside = Inside::new(quotations);
        let mut borders = borders.into_iter().peekable();
        let mut paragraph = 0;
        let mut end = 0;
        for (index, span) in words(text).enumerate() {
            if index % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let gap = text.get(end..span.start).unwrap_or_default();
            paragraph += usize::from(gap.contains('\n'));
            let passed = |border: &usize| *border <= span.start;
            if frames.ranges.is_empty() || borders.next_if(passed).is_some() {
                while borders.next_if(passed).is_some() {}
                frames.ranges.push(index..index);
                frames.paragraphs.push(paragraph);
            }
            let frame = frames.ranges.len() - 1;
            if let Some(range) = frames.ranges.last_mut() {
                range.end = index + 1;
            }
            frames.words.push(Word {
                span,
                quotation: inside.around(span),
                frame,
            });
            end = span.end;
        }
        Ok(frames)
    }

    /// The word at `index`, as written.
    pub(super) fn written(&self, index: usize) -> &'t str {
        let word = self.words.get(index).map(|word| word.span);
        word.and_then(|span| span.slice(self.text))
            .unwrap_or_default()
    }

    /// What stands between the word at `index` and the one before it.
    pub(super) fn gap_before(&self, index: usize) -> &'t str {
        let end_before = index
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(0, |word| word.span.end);
        let start = self
            .words
            .get(index)
            .map_or(self.text.len(), |w| w.span.start);
        self.text.get(end_before..start).unwrap_or_default()
    }

    /// The first word that begins at byte `at` or behind it.
    pub(super) fn word_from(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.span.start < at)
    }

    /// Whether the words at `first` and `second` are narration of one level, or speech
    /// of one quotation.
    pub(super) fn is_together(&self, first: usize, second: usize) -> bool {
        match (self.words.get(first), self.words.get(second)) {
            (Some(a), Some(b)) => a.quotation == b.quotation && a.frame == b.frame,
            _ => false,
        }
    }

    /// The range from the first to the last of `words`; `None` where there are none.
    pub(super) fn span(&self, words: &Range<usize>) -> Option<Span> {
        if words.is_empty() {
            return None;
        }
        let first = self.words.get(words.start)?;
        let last = self.words.get(words.end.checked_sub(1)?)?;
        Some(Span::new(first.span.start, last.span.end))
    }
}

/// Where frames begin: at sentences, but for those within quotations.
fn borders(
    text: &str,
    quotations: &[Marked],
    language: Language,
    budget: &Budget,
) -> Result<Vec<usize>, Interrupted> {
    let mut borders = Vec::new();
    let mut inside = Inside::new(quotations);
    for (index, sentence) in sentences(text, language).enumerate() {
        if index % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        let at = Span::new(sentence.start, sentence.start);
        // A mark at its head is no border within a quotation, but its beginning.
        inside.around(at);
        let around = inside
            .open
            .first()
            .and_then(|around| quotations.get(*around));
        if around.is_none_or(|around| around.outer.start >= sentence.start) {
            borders.push(sentence.start);
        }
    }
    Ok(borders)
}

/// Tells which quotation is around, for places in text order.
struct Inside<'q> {
    quotations: &'q [Marked],
    next: usize,
    open: Vec<usize>,
}

impl<'q> Inside<'q> {
    fn new(quotations: &'q [Marked]) -> Self {
        Self {
            quotations,
            next: 0,
            open: Vec::new(),
        }
    }

    /// The innermost quotation, marks and all, that `span` lies in.
    fn around(&mut self, span: Span) -> Option<usize> {
        while let Some(next) = self.quotations.get(self.next) {
            if next.outer.start > span.start {
                break;
            }
            self.end(next.outer.start);
            self.open.push(self.next);
            self.next += 1;
        }
        self.end(span.start);
        self.open.last().copied()
    }

    /// Forgets what has ended at byte `at`.
    fn end(&mut self, at: usize) {
        let quotations = self.quotations;
        let ended = |index: &usize| quotations.get(*index).is_none_or(|q| q.outer.end <= at);
        while self.open.last().is_some_and(ended) {
            self.open.pop();
        }
    }
}
