//! What a document has that no other of its call has.
//!
//! *Novelty* is about wording: the share of a document's words that stand in no run of
//! four which another has. *Novel sentences* are about content as well: a sentence is
//! told elsewhere where half of its wording is, or where one other document has nearly
//! all of its terms, weighed by rarity, in whatever words around them.

use std::ops::Range;

use crate::base::{Interrupted, Language};
use crate::text::{Document, Field, Place, sentences};

use super::Corpus;
use super::lexicon::Token;
use super::pace::Pace;
use super::product::{Index, NO_COLUMNS};
use super::vector::{Flags, capital_factor};

/// What a document has alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Novelty {
    /// Share of its wording that no other document has, from 0 to 1.
    pub share: f64,
    /// Its sentences that no other document tells, in text order.
    pub sentences: Vec<Place>,
}

/// Share of a sentence's wording that makes it told where others have it.
const WORDING_MIN: f64 = 0.5;

/// Share of the weight of a sentence's terms that makes it told where one other document
/// has them.
const TERMS_MIN: f64 = 0.75;

/// Terms of a sentence that can be news.
const N_TERMS_MIN: usize = 2;

/// Which documents to read sentences of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// None.
    None,
    /// The first.
    First,
    /// All.
    All,
}

impl Of {
    /// Whether `document` is one of them.
    pub(super) fn contains(self, document: usize) -> bool {
        match self {
            Self::None => false,
            Self::First => document == 0,
            Self::All => true,
        }
    }
}

/// A sentence, and what it is made of.
#[derive(Debug)]
pub(super) struct Sentence {
    place: Place,
    /// Its words, among those that shingles are made of.
    words: Range<usize>,
    /// Its terms, each once, and what they weigh.
    terms: Vec<(u32, u32)>,
}

/// Parts of a unit of rarity, which weights are counted in: sums of whole numbers are the
/// same in any order.
const PARTS: f64 = 100.0;

/// The sentences of the text of `document`, or of its title where it has no words.
pub(super) fn read(
    document: &Document,
    language: Language,
    tokens: &[Token],
    flags: &Flags,
    pace: &mut Pace<'_>,
) -> Result<Vec<Sentence>, Interrupted> {
    let n_title = tokens.partition_point(|token| token.place.field == Field::Title);
    let (field, first) = if n_title == tokens.len() {
        (Field::Title, 0)
    } else {
        (Field::Text, n_title)
    };
    let worded = tokens.get(first..).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = 0;
    for span in sentences(document.field(field), language) {
        pace.spend(span.len())?;
        let rest = worded.get(start..).unwrap_or_default();
        let n_words = rest.partition_point(|token| token.place.span.start < span.end);
        let words = start..start + n_words;
        start = words.end;
        let weigh = |word: usize| {
            let token = first + word;
            let word = tokens.get(token)?.word;
            let weight = word.rarity.rarity() * capital_factor(flags.is_name(token));
            Some((word.term()?, parts(weight)))
        };
        let mut terms: Vec<_> = words.clone().filter_map(weigh).collect();
        terms.sort_unstable();
        terms.dedup_by_key(|(term, _)| *term);
        found.push(Sentence {
            place: Place { field, span },
            words,
            terms,
        });
    }
    Ok(found)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rarity is above 0 and at most 12.75"
)]
fn parts(weight: f64) -> u32 {
    (weight * PARTS).round() as u32
}

/// What each document has alone whose sentences were read, in order.
pub(super) fn find(corpus: &Corpus<'_>, pace: &mut Pace<'_>) -> Result<Vec<Novelty>, Interrupted> {
    if corpus.sentences.is_empty() {
        return Ok(Vec::new());
    }
    let index = Index::new(&corpus.views, |_| Some([]), NO_COLUMNS, pace)?;
    let mut covered = vec![0_u32; corpus.views.n_documents()];
    let mut novelties = Vec::with_capacity(corpus.sentences.len());
    for (document, sentences) in corpus.sentences.iter().enumerate() {
        let is_common = corpus.containments.common_words(document);
        pace.spend(is_common.len())?;
        let mut novel = Vec::new();
        for sentence in sentences {
            let words = is_common.get(sentence.words.clone()).unwrap_or_default();
            let n_common = words.iter().filter(|is_common| **is_common).count();
            let is_copied = n_common as f64 >= WORDING_MIN * words.len() as f64;
            if sentence.terms.len() < N_TERMS_MIN || is_copied {
                continue;
            }
            covered.fill(0);
            pace.spend(covered.len())?;
            let mut total = 0;
            for &(term, weight) in &sentence.terms {
                total += weight;
                let others = index.postings(term);
                pace.spend(1 + others.len())?;
                for other in others {
                    covered[other.document as usize] += weight;
                }
            }
            covered[document] = 0;
            let most = covered.iter().max().map_or(0, |most| *most);
            if f64::from(most) < TERMS_MIN * f64::from(total) {
                novel.push(sentence.place);
            }
        }
        novelties.push(Novelty {
            share: corpus.containments.novelty(document),
            sentences: novel,
        });
    }
    Ok(novelties)
}
