//! The passages that documents share, word for word or in other words.
//!
//! `wording` finds what is copied, by the word and wherever it was moved;
//! `paraphrase` finds sentences that say the same, and `border` where they begin
//! and end; `summary` finds a short passage that condenses the other text. Each word
//! belongs to one passage: paraphrases first, since they are the longer ones, and
//! wording for what they leave.
//!
//! What two documents share does not depend on which of them comes first, nor on the
//! other documents of the call.
//!
//! How good it is is measured on PAN 2013 (Potthast et al., "Overview of the 5th
//! international competition on plagiarism detection", CLEF 2013): `docs/quality.md`.

mod border;
mod paraphrase;
mod radix;
mod reading;
mod scratch;
mod summary;
mod terms;
mod wording;

use std::cmp::Reverse;

use crate::base::{Budget, Interrupted, Language};
use crate::stem::Analyzer;
use crate::text::{Article, Document, Field, Place};

use super::pace::Pace;
use reading::{Depth, Lexicon, Reading};
use scratch::Scratch;

/// Stems of a seed; fewer where shorter passages are asked for.
const SEED_WORDS: usize = 4;

/// Fewest and most words that a call may ask a passage to have.
pub const PASSAGE_WORDS: std::ops::RangeInclusive<usize> = 3..=1_000;

/// One document of an alignment, and how to read it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its language.
    pub language: Language,
    /// Turns it into tokens.
    pub analyzer: Analyzer,
    /// What of it is looked at.
    pub article: &'d Article,
}

/// Which passages to find.
#[derive(Clone, Copy, Debug)]
pub struct Params {
    /// Words in the shortest passage, on its longer side. A passage of fewer than 12
    /// counts only if its words are rare together.
    pub words_min: usize,
    /// Also sentences that say the same in other words.
    pub paraphrases: bool,
    /// Also look at menus, credits and teasers.
    pub boilerplate: bool,
    /// Bytes of the text of all passages; more are no answer but an error.
    pub bytes_max: usize,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            words_min: 5,
            paraphrases: false,
            boilerplate: false,
            bytes_max: usize::MAX,
        }
    }
}

/// A passage that two documents share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    /// Place of the first document.
    pub first: usize,
    /// Where it stands there.
    pub first_place: Place,
    /// Place of the second document, higher than the first's.
    pub second: usize,
    /// Where it stands there.
    pub second_place: Place,
    /// Equal words, wherever they stand in the passage, over the words of the longer
    /// side; from 0 to 1.
    pub identity: f64,
}

/// Words of two readings that belong together: ranges, ends exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Match {
    first: (usize, usize),
    second: (usize, usize),
}

impl Match {
    /// Words of its longer side.
    fn len(&self) -> usize {
        (self.first.1 - self.first.0).max(self.second.1 - self.second.0)
    }

    /// Words of its shorter side.
    fn len_shorter(&self) -> usize {
        (self.first.1 - self.first.0).min(self.second.1 - self.second.0)
    }

    fn joined(self, other: Self) -> Self {
        let join = |a: (usize, usize), b: (usize, usize)| (a.0.min(b.0), a.1.max(b.1));
        Self {
            first: join(self.first, other.first),
            second: join(self.second, other.second),
        }
    }

    /// The same seen from the second text.
    fn mirrored(self) -> Self {
        Self {
            first: self.second,
            second: self.first,
        }
    }
}

/// The passages that every two of `sources` share, by first document, then second,
/// then where they stand.
///
/// A document that is given twice shares one passage with itself, the whole.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends, or when the passages have more than
/// [`Params::bytes_max`] together.
pub fn align(
    sources: &[Source<'_>],
    params: &Params,
    budget: &Budget,
) -> Result<Vec<Passage>, Interrupted> {
    budget.check()?;
    let mut pace = Pace::new(budget);
    let depth = Depth {
        seed_words: SEED_WORDS.min(params.words_min),
        sentences: params.paraphrases,
    };
    let mut lexicon = Lexicon::default();
    let mut readings = Vec::with_capacity(sources.len());
    for source in sources.iter().enumerate() {
        let mut read = |field| Reading::new(source, field, depth, &mut lexicon, &mut pace);
        readings.push([read(Field::Title)?, read(Field::Text)?]);
    }
    let mut aligner = Aligner {
        params,
        scratch: Scratch::new(lexicon.len()),
        lexicon,
        pace,
    };
    let mut passages = Vec::new();
    let mut bytes_left = params.bytes_max;
    for (place, first) in readings.iter().enumerate() {
        for second in readings.iter().skip(place + 1) {
            let mut found = Vec::new();
            for (one, other) in first
                .iter()
                .flat_map(|a| second.iter().map(move |b| (a, b)))
            {
                aligner.align(one, other, &mut found)?;
            }
            found.sort_by_key(|passage| (passage.first_place, passage.second_place));
            for passage in found {
                bytes_left = bytes_left
                    .checked_sub(passage.bytes())
                    .ok_or(Interrupted::AnswerTooLarge)?;
                passages.push(passage);
            }
        }
    }
    Ok(passages)
}

impl Passage {
    /// Bytes that it takes to write it out, about.
    fn bytes(&self) -> usize {
        const NUMBERS_BYTES: usize = 40;
        self.first_place.span.len() + self.second_place.span.len() + NUMBERS_BYTES
    }
}

/// What the alignments of a call share.
struct Aligner<'p, 'b> {
    params: &'p Params,
    lexicon: Lexicon,
    scratch: Scratch,
    pace: Pace<'b>,
}

impl Aligner<'_, '_> {
    /// Adds to `passages` what two fields share.
    fn align(
        &mut self,
        first: &Reading<'_>,
        second: &Reading<'_>,
        passages: &mut Vec<Passage>,
    ) -> Result<(), Interrupted> {
        // One order for both ways round, so that the answer is the same, mirrored.
        let is_mirrored = (first.words.len(), first.text) > (second.words.len(), second.text);
        let matches = if is_mirrored {
            self.matches(second, first)?
        } else {
            self.matches(first, second)?
        };
        for found in matches {
            let found = if is_mirrored { found.mirrored() } else { found };
            let words = (first.range(found.first), second.range(found.second));
            self.pace.spend(words.0.len() + words.1.len())?;
            let n_equal = self
                .scratch
                .equal(words.0, words.1, |word| word.form, |_| {});
            passages.push(Passage {
                first: first.document,
                first_place: first.place(found.first),
                second: second.document,
                second_place: second.place(found.second),
                identity: n_equal as f64 / found.len() as f64,
            });
        }
        Ok(())
    }

    fn matches(
        &mut self,
        first: &Reading<'_>,
        second: &Reading<'_>,
    ) -> Result<Vec<Match>, Interrupted> {
        let (n_first, n_second) = (first.words.len(), second.words.len());
        if n_first.max(n_second) < self.params.words_min || n_first.min(n_second) == 0 {
            return Ok(Vec::new());
        }
        let whole = Match {
            first: (0, n_first),
            second: (0, n_second),
        };
        let (words_min, pace) = (self.params.words_min, &mut self.pace);
        let words = first.words.iter().zip(&second.words);
        if n_first == n_second && words.fold(true, |equal, (a, b)| equal && a.form == b.form) {
            return Ok(vec![whole]);
        }
        let (lexicon, scratch) = (&self.lexicon, &mut self.scratch);
        let wording = wording::find(first, second, words_min, lexicon, scratch, pace)?;
        if !self.params.paraphrases {
            return apart(vec![wording], first, second, pace);
        }
        let mut wording = apart(vec![wording], first, second, pace)?;
        wording.sort_by_key(|each| each.first);
        let mut found = paraphrase::find(first, second, scratch, pace)?;
        found.retain(|each| each.len() >= words_min);
        for each in &mut found {
            *each = border::with_wording(*each, &wording, first, second, scratch, pace)?;
        }
        let mut found = apart(vec![found, wording], first, second, pace)?;
        if first.field == Field::Text && second.field == Field::Text {
            self.add_summary(first, second, &mut found)?;
        }
        Ok(found)
    }

    /// Adds the summary of one text that the other holds, in place of what lies in it.
    fn add_summary(
        &mut self,
        first: &Reading<'_>,
        second: &Reading<'_>,
        found: &mut Vec<Match>,
    ) -> Result<(), Interrupted> {
        let (scratch, pace) = (&mut self.scratch, &mut self.pace);
        let of_second = summary::find(first, second, found, &self.lexicon, scratch, pace)?;
        let mirrored: Vec<_> = found.iter().map(|each| each.mirrored()).collect();
        let of_first = summary::find(second, first, &mirrored, &self.lexicon, scratch, pace)?;
        let lies_in = |a: (usize, usize), b: (usize, usize)| a.0 < b.1 && b.0 < a.1;
        if let Some(summary) = of_second {
            found.retain(|each| !lies_in(each.first, summary.first));
            found.push(summary);
        } else if let Some(summary) = of_first.map(Match::mirrored) {
            found.retain(|each| !lies_in(each.second, summary.second));
            found.push(summary);
        }
        Ok(())
    }
}

/// The matches of all lists that lie apart: of two that share most of the shorter
/// one's words on either side, the one of the earlier list or else the longer stays.
fn apart(
    lists: Vec<Vec<Match>>,
    first: &Reading<'_>,
    second: &Reading<'_>,
    pace: &mut Pace<'_>,
) -> Result<Vec<Match>, Interrupted> {
    let mut taken = [
        vec![false; first.words.len()],
        vec![false; second.words.len()],
    ];
    let mut kept = Vec::new();
    for mut list in lists {
        list.sort_by_key(|each| (Reverse(each.len()), each.first, each.second));
        for each in list {
            pace.spend(2 * each.len())?;
            let ranges = [each.first, each.second];
            let is_taken = taken.iter().zip(ranges).any(|(taken, (start, end))| {
                let inside = taken.get(start..end).unwrap_or_default();
                2 * inside.iter().filter(|taken| **taken).count() > inside.len()
            });
            if is_taken {
                continue;
            }
            for (taken, (start, end)) in taken.iter_mut().zip(ranges) {
                taken.get_mut(start..end).unwrap_or_default().fill(true);
            }
            kept.push(each);
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests;
