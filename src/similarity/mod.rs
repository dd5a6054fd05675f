//! How alike documents are, what makes them so, and how much wording they share.
//!
//! *Similarity* is about content: the cosine of two vectors of terms, which are weighed
//! by how rare a stem is in its language at large, and by where it stands. It depends
//! on the two documents alone. *Containment* is about wording: the share of one
//! document's words that stand in a run of four which the other has. It leaves out
//! what stands in very many documents of the call.
//!
//! No embeddings: sentence vectors of a small neural network did a little better on
//! one set of labelled news pairs and worse on the other, at 2,000 times the cost.
//! Nothing is approximate either: with an inverted index all pairs of a thousand
//! documents take less time than finding their words.
//!
//! In reading order: `vector` weighs terms, `fingerprint` takes shingles, `product`
//! multiplies all with all, `pairs` keeps the best, `explain` names the terms. `minhash`
//! is for callers who compare later, by themselves.
//! By itself, `quotation` finds the quotations that several documents carry.

mod explain;
mod fingerprint;
mod minhash;
mod pace;
mod pairs;
mod product;
mod quotation;
mod vector;

use crate::base::{Budget, Interrupted, Language};
use crate::stem::{Analyzer, Rarity, Token};
use crate::text::{Document, Field, Place};

pub use minhash::Signature;

use explain::{Explanation, Mentions, Side};
use fingerprint::{Containments, Shingles};
use pace::Pace;
use pairs::Candidate;
use product::{Entry, Products};
use vector::Terms;

pub use quotation::{
    MIN_DOCUMENTS_MAX, MIN_WORDS_MAX, QuotationParams, QuotationUse, SharedQuotation,
    match_quotations,
};

/// One document of a comparison, and how to read it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its language.
    pub language: Language,
    /// Turns it into tokens.
    pub analyzer: Analyzer,
}

/// Most pairs that a call may ask for.
pub const PAIRS_MAX: usize = 500_000;
/// Most terms of an explanation that a call may ask for.
pub const CONTRIBUTIONS_MAX: usize = 100;
/// Most mentions of a term that a call may ask for.
pub const MENTIONS_MAX: usize = 100;

/// What to compare.
#[derive(Clone, Debug)]
pub struct Params {
    /// Leave out pairs of a lower similarity.
    pub similarity_min: f64,
    /// Pairs to return: the most similar.
    pub pairs_max: usize,
    /// Name the terms that made each similarity.
    pub explain: Option<Explain>,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            similarity_min: 0.0,
            pairs_max: 10_000,
            explain: None,
        }
    }
}

/// How much of an explanation to give.
#[derive(Clone, Copy, Debug)]
pub struct Explain {
    /// Terms to name for each pair.
    pub contributions_max: usize,
    /// Mentions of each term to return for each document.
    pub mentions_max: usize,
    /// Bytes of all explanations, as they are written out; more are no answer but an
    /// error, since half a million pairs with all their mentions would fill any memory.
    pub bytes_max: usize,
}

impl Default for Explain {
    fn default() -> Self {
        Self {
            contributions_max: 20,
            mentions_max: 5,
            bytes_max: usize::MAX,
        }
    }
}

/// All pairs of some documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// By first document, then second.
    pub pairs: Vec<Pair>,
    /// Pairs of the similarity asked for or more, those not returned too.
    pub n_pairs: usize,
}

/// Two documents, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Place of the first document.
    pub first: usize,
    /// Place of the second, higher than the first's.
    pub second: usize,
    /// Cosine of their weighted terms, from 0 to 1; 1 for equal texts.
    pub similarity: f64,
    /// Share of the first's words that stand in a run of four which the second has too,
    /// from 0 to 1; runs that stand in very many of the documents do not count.
    pub first_containment: f64,
    /// The same the other way round.
    pub second_containment: f64,
    /// Largest first, ties by text; empty unless explained. Each has a mention in both.
    pub contributions: Vec<Contribution>,
    /// Share of the terms that are not named; 0 unless explained.
    pub other_contribution: f64,
}

impl Pair {
    /// Bytes of its explanation: of each term and each mention its text, and some for
    /// numbers around it.
    fn explanation_bytes(&self) -> usize {
        const NUMBERS_BYTES: usize = 10; // of a span, on the wire
        let of_place = |place: &Place| place.span.len() + NUMBERS_BYTES;
        let of_term = |term: &Contribution| {
            let mentions = term.first_mentions.iter().chain(&term.second_mentions);
            term.text.len() + NUMBERS_BYTES + mentions.map(of_place).sum::<usize>()
        };
        self.contributions.iter().map(of_term).sum()
    }
}

/// Share of one term in a similarity.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The term's most common form in the two documents; the first of equals.
    pub text: String,
    /// Its share.
    pub share: f64,
    /// Where it stands in the first document.
    pub first_mentions: Vec<Place>,
    /// Where it stands in the second.
    pub second_mentions: Vec<Place>,
}

/// Compares every two of `items`.
///
/// A blank document has similarity 0 with all others, blank ones too; two documents
/// of equal title and text have similarity 1, even where no term counts.
///
/// ```
/// use copydesk::base::{Budget, Language, Limits};
/// use copydesk::similarity::{Explain, Item, Params, compare};
/// use copydesk::stem::Analyzer;
/// use copydesk::text::{Document, DocumentParts};
///
/// let english = Language::from_code("en").unwrap();
/// let documents = [
///     "The harbour bridge was closed after inspectors found cracks.",
///     "Cracks close harbour bridge, inspectors say.",
///     "The central bank left interest rates as they were.",
/// ]
/// .map(|text| DocumentParts {
///     text: text.into(),
///     ..DocumentParts::default()
/// })
/// .map(|parts| Document::new(parts, &Limits::default()).unwrap());
/// let items = documents.each_ref().map(|document| Item {
///     document,
///     language: english,
///     analyzer: Analyzer::new(english),
/// });
/// let params = Params {
///     similarity_min: 0.1,
///     explain: Some(Explain::default()),
///     ..Params::default()
/// };
///
/// let comparison = compare(&items, &params, &Budget::unlimited()).unwrap();
/// assert_eq!(comparison.n_pairs, 1);
/// let pair = &comparison.pairs[0];
/// assert_eq!((pair.first, pair.second), (0, 1));
/// let terms: Vec<_> = pair.contributions.iter().map(|each| each.text.as_str()).collect();
/// assert!(terms.contains(&"harbour") && !terms.contains(&"the"));
/// ```
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends, or when explanations have more bytes than
/// `bytes_max`.
pub fn compare(
    items: &[Item<'_>],
    params: &Params,
    budget: &Budget,
) -> Result<Comparison, Interrupted> {
    budget.check()?;
    let mut pace = Pace::new(budget);
    let (corpus, shingles) = Corpus::read(items, params.explain, &mut pace)?;
    let wordings = pairs::wordings(items.iter().map(|item| item.document), &mut pace)?;
    let mut products = Products::new(&corpus.vectors, corpus.n_terms, &mut pace)?;
    let ranking = pairs::rank(
        &mut products,
        &wordings,
        params.similarity_min,
        params.pairs_max,
        &mut pace,
    )?;
    let mut comparison = Comparison {
        n_pairs: ranking.n_pairs(),
        pairs: Vec::new(),
    };
    let mut bytes_left = params.explain.map_or(0, |explain| explain.bytes_max);
    for candidate in ranking.in_order() {
        let pair = corpus.pair(candidate, &mut pace)?;
        bytes_left = bytes_left
            .checked_sub(pair.explanation_bytes())
            .ok_or(Interrupted::AnswerTooLarge)?;
        comparison.pairs.push(pair);
    }
    add_containments(&mut comparison.pairs, shingles, &mut pace)?;
    Ok(comparison)
}

/// What is compared of the content of the documents of a call.
struct Corpus<'d> {
    vectors: Vec<Vec<Entry>>,
    n_terms: usize,
    /// By document; empty unless terms are to be named.
    mentions: Vec<Mentions<'d>>,
    explain: Option<Explain>,
}

impl<'d> Corpus<'d> {
    /// Reads `items` one by one, and the shingles of their wording too: tokens are many
    /// times as large as their text, and no more than one document's are held.
    fn read(
        items: &[Item<'d>],
        explain: Option<Explain>,
        pace: &mut Pace<'_>,
    ) -> Result<(Self, Shingles), Interrupted> {
        let mut terms = Terms::default();
        let mut shingles = Shingles::default();
        let mut vectors = Vec::with_capacity(items.len());
        let mut mentions = Vec::new();
        for item in items {
            let tokens = tokens(item, pace.budget())?;
            shingles.add(&tokens, pace)?;
            let occurrences = terms.occurrences(&tokens, pace)?;
            let rarity = Rarity::of(item.language);
            vectors.push(vector::weigh(item.document, &tokens, &occurrences, rarity));
            if let Some(Explain { mentions_max, .. }) = explain {
                let document = item.document;
                mentions.push(Mentions::new(document, &tokens, &occurrences, mentions_max));
            }
        }
        let corpus = Self {
            vectors,
            n_terms: terms.len(),
            mentions,
            explain,
        };
        Ok((corpus, shingles))
    }

    /// Describes `candidate`, but for its containments.
    fn pair(&self, candidate: Candidate, pace: &mut Pace<'_>) -> Result<Pair, Interrupted> {
        let similarity = candidate.similarity();
        let (first, second) = (candidate.first(), candidate.second());
        let explanation = match (self.explain, self.side(first), self.side(second)) {
            (Some(params), Some(first), Some(second)) => {
                explain::explain(first, second, similarity, params, pace)?
            }
            _ => Explanation::default(),
        };
        Ok(Pair {
            first,
            second,
            similarity,
            first_containment: 0.0,
            second_containment: 0.0,
            contributions: explanation.contributions,
            other_contribution: explanation.other,
        })
    }

    fn side(&self, document: usize) -> Option<Side<'_, 'd>> {
        Some(Side {
            vector: self.vectors.get(document)?,
            mentions: self.mentions.get(document)?,
        })
    }
}

/// Adds to `pairs`, which are sorted by first document, how much of the wording of each
/// side the other has.
fn add_containments(
    pairs: &mut [Pair],
    shingles: Shingles,
    pace: &mut Pace<'_>,
) -> Result<(), Interrupted> {
    let mut containments = Containments::new(shingles, pace)?;
    let by_first = pairs.chunk_by_mut(|a, b| a.first == b.first);
    for same in by_first {
        let document = same.first().map_or(0, |pair| pair.first);
        let share = containments.of(document, pace)?;
        for pair in same {
            pair.first_containment = share(pair.second);
        }
    }
    let mut by_second: Vec<&mut Pair> = pairs.iter_mut().collect();
    by_second.sort_by_key(|pair| pair.second);
    for same in by_second.chunk_by_mut(|a, b| a.second == b.second) {
        let document = same.first().map_or(0, |pair| pair.second);
        let share = containments.of(document, pace)?;
        for pair in same {
            pair.second_containment = share(pair.first);
        }
    }
    Ok(())
}

/// The tokens of title and text, in this order.
fn tokens(item: &Item<'_>, budget: &Budget) -> Result<Vec<Token>, Interrupted> {
    let analyze = |field| {
        let text = item.document.field(field);
        item.analyzer.analyze(text, field, budget)
    };
    let mut tokens = analyze(Field::Title)?;
    tokens.append(&mut analyze(Field::Text)?);
    Ok(tokens)
}

#[cfg(test)]
mod tests;
