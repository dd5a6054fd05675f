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

/// Bytes of text for which the first word is kept, so that words are found by where they
/// stand without a search: a search grows with the text, and misses its caches.
const STRETCH_BYTES: usize = 32;

/// A word and where it belongs. In 32 bits each, for a text has as many words as quotations
/// at times, and limits end far below.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    start: u32,
    end: u32,
    /// None is the greatest number.
    quotation: u32,
    frame: u32,
}

impl Word {
    fn new(span: Span, quotation: Option<usize>, frame: usize) -> Self {
        Self {
            start: number(span.start),
            end: number(span.end),
            quotation: quotation.map_or(u32::MAX, number),
            frame: number(frame),
        }
    }

    #[inline]
    pub(super) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The innermost quotation around it.
    pub(super) fn quotation(self) -> Option<usize> {
        (self.quotation != u32::MAX).then_some(self.quotation as usize)
    }

    /// Whether it is none of a quotation.
    pub(super) fn is_narrated(self) -> bool {
        self.quotation == u32::MAX
    }

    /// Number of its frame.
    pub(super) fn frame(self) -> usize {
        self.frame as usize
    }
}

/// Where a frame begins; the one before ends there.
#[derive(Clone, Copy, Debug)]
struct Begin {
    first_word: u32,
    paragraph: u32,
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A text, taken apart.
#[derive(Debug)]
pub(super) struct Frames<'t> {
    pub(super) text: &'t str,
    pub(super) words: Vec<Word>,
    /// Where frames begin.
    begins: Vec<Begin>,
    /// The first word of each stretch of the text, or behind it.
    first_words: Vec<u32>,
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
            begins: Vec::new(),
            first_words: Vec::with_capacity(text.len() / STRETCH_BYTES + 1),
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
            let passed = |border: &u32| *border as usize <= span.start;
            if frames.begins.is_empty() || borders.next_if(passed).is_some() {
                while borders.next_if(passed).is_some() {}
                frames.begins.push(Begin {
                    first_word: number(index),
                    paragraph: number(paragraph),
                });
            }
            let frame = frames.begins.len() - 1;
            while frames.first_words.len() * STRETCH_BYTES <= span.start {
                frames.first_words.push(number(index));
            }
            let quotation = inside.around(span);
            frames.words.push(Word::new(span, quotation, frame));
            end = span.end;
        }
        Ok(frames)
    }

    /// The words of each frame.
    pub(super) fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        (0..self.begins.len()).filter_map(|frame| self.range(frame))
    }

    /// The words of the frame of this number.
    pub(super) fn range(&self, frame: usize) -> Option<Range<usize>> {
        let start = self.begins.get(frame)?.first_word as usize;
        let next = self.begins.get(frame + 1);
        let end = next.map_or(self.words.len(), |next| next.first_word as usize);
        Some(start..end)
    }

    /// Number of the paragraph that the frame of this number begins in.
    pub(super) fn paragraph(&self, frame: usize) -> Option<usize> {
        let frame = self.begins.get(frame)?;
        Some(frame.paragraph as usize)
    }

    /// The word at `index`, as written.
    pub(super) fn written(&self, index: usize) -> &'t str {
        let word = self.words.get(index).map(|word| word.span());
        word.and_then(|span| span.slice(self.text))
            .unwrap_or_default()
    }

    /// What stands between the word at `index` and the one before it.
    pub(super) fn gap_before(&self, index: usize) -> &'t str {
        let end_before = index
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(0, |word| word.span().end);
        let start = self
            .words
            .get(index)
            .map_or(self.text.len(), |w| w.span().start);
        self.text.get(end_before..start).unwrap_or_default()
    }

    /// The first word that begins at byte `at` or behind it.
    pub(super) fn word_from(&self, at: usize) -> usize {
        let first = self.first_words.get(at / STRETCH_BYTES);
        let first = first.map_or(self.words.len(), |first| *first as usize);
        let rest = self.words.get(first..).unwrap_or_default();
        let before = rest.iter().take_while(|word| word.span().start < at);
        first + before.count()
    }

    /// Whether the words at `first` and `second` are narration of one level, or speech
    /// of one quotation.
    pub(super) fn is_together(&self, first: usize, second: usize) -> bool {
        match (self.words.get(first), self.words.get(second)) {
            (Some(a), Some(b)) => (a.quotation, a.frame) == (b.quotation, b.frame),
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
        Some(Span::new(first.span().start, last.span().end))
    }
}

/// Where frames begin: at sentences, but for those within quotations.
fn borders(
    text: &str,
    quotations: &[Marked],
    language: Language,
    budget: &Budget,
) -> Result<Vec<u32>, Interrupted> {
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
        if around.is_none_or(|around| around.outer().start >= sentence.start) {
            borders.push(number(sentence.start));
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
            if next.outer().start > span.start {
                break;
            }
            self.end(next.outer().start);
            self.open.push(self.next);
            self.next += 1;
        }
        self.end(span.start);
        self.open.last().copied()
    }

    /// Forgets what has ended at byte `at`.
    fn end(&mut self, at: usize) {
        let quotations = self.quotations;
        let ended = |index: &usize| quotations.get(*index).is_none_or(|q| q.outer().end <= at);
        while self.open.last().is_some_and(ended) {
            self.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::marks::marked;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_word_from_a_byte_on_is_that_of_a_search(
            text in "([a-z]{1,9}|[ .“”\n]{1,50}|é){0,40}",
        ) {
            let budget = Budget::unlimited();
            let quotations = marked(&text, &budget).unwrap();
            let english = Language::from_code("en").unwrap();
            let frames = Frames::new(&text, &quotations, english, &budget).unwrap();
            for at in 0..text.len() + 2 * STRETCH_BYTES {
                let searched = frames.words.partition_point(|word| word.span().start < at);
                prop_assert_eq!(frames.word_from(at), searched);
            }
        }
    }
}
