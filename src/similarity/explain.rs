//! Which terms made a similarity, and where they stand.
//!
//! A cosine is a sum with a summand a term, so every term has its share, and the
//! shares add up to the whole.

use std::cmp::Ordering;

use crate::base::Interrupted;
use crate::text::{Document, Place};

use super::lexicon::Token;
use super::pace::Pace;
use super::profile::Weights;
use super::vector::Occurrence;
use super::{Contribution, Explain};

/// Where and how a document writes its terms.
#[derive(Debug)]
pub(super) struct Mentions<'d> {
    /// By term, then in text order; of each term only as many as can be asked for.
    places: Vec<(u32, Place)>,
    /// By term, then text.
    forms: Vec<Form<'d>>,
}

/// A spelling of a term.
#[derive(Clone, Copy, Debug)]
struct Form<'d> {
    term: u32,
    text: &'d str,
    n_occurrences: usize,
    /// Its first occurrence among the document's tokens.
    first: usize,
}

impl<'d> Mentions<'d> {
    /// Those of the terms of `document`, at most `mentions_max` places of each.
    pub(super) fn new(
        document: &'d Document,
        tokens: &[Token],
        occurrences: &[Occurrence],
        mentions_max: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut places = Vec::new();
        let mut forms = Vec::new();
        for same in occurrences.chunk_by(|a, b| a.term == b.term) {
            pace.spend(same.len())?;
            let mention = |each: &Occurrence| (each.term, tokens[each.token].place);
            places.extend(same.iter().take(mentions_max).map(mention));
            let form = |each: &Occurrence| form(document, tokens, *each);
            add_forms(same.iter().map(form).collect(), &mut forms);
        }
        Ok(Self { places, forms })
    }

    /// The places of `term`.
    fn places(&self, term: u32) -> Vec<Place> {
        let start = self.places.partition_point(|(each, _)| *each < term);
        let rest = self.places.get(start..).unwrap_or_default();
        let same = rest.iter().take_while(|(each, _)| *each == term);
        same.map(|(_, place)| *place).collect()
    }

    /// The spellings of `term`.
    fn forms(&self, term: u32) -> &[Form<'d>] {
        let start = self.forms.partition_point(|form| form.term < term);
        let end = self.forms.partition_point(|form| form.term <= term);
        self.forms.get(start..end).unwrap_or_default()
    }
}

fn form<'d>(document: &'d Document, tokens: &[Token], occurrence: Occurrence) -> Form<'d> {
    let Place { field, span } = tokens[occurrence.token].place;
    Form {
        term: occurrence.term,
        text: span.slice(document.field(field)).unwrap_or_default(),
        n_occurrences: 1,
        first: occurrence.token,
    }
}

/// Adds the spellings of one term to `forms`, each once.
fn add_forms<'d>(mut spellings: Vec<Form<'d>>, forms: &mut Vec<Form<'d>>) {
    // Stable, so that the first of equals is the first in the document.
    spellings.sort_by_key(|form| form.text);
    for same in spellings.chunk_by(|a, b| a.text == b.text) {
        forms.extend(same.first().map(|first| Form {
            n_occurrences: same.len(),
            ..*first
        }));
    }
}

/// What made the similarity of a pair.
#[derive(Debug, Default)]
pub(super) struct Explanation {
    /// Largest share first; ties by text, then by where the first document has it.
    pub(super) contributions: Vec<Contribution>,
    /// Share of what is not named.
    pub(super) other: f64,
}

/// One side of a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'s, 'd> {
    pub(super) vector: &'s [Weights],
    pub(super) mentions: &'s Mentions<'d>,
}

/// A term that both sides of a pair have.
struct Common<'d> {
    term: u32,
    product: u64,
    text: &'d str,
    /// Its first occurrence in the first document; tells apart terms of different
    /// languages that are written the same.
    first: usize,
}

/// Explains why `first` and `second` have this `similarity`.
pub(super) fn explain(
    first: Side<'_, '_>,
    second: Side<'_, '_>,
    similarity: f64,
    params: Explain,
    pace: &mut Pace<'_>,
) -> Result<Explanation, Interrupted> {
    pace.spend(first.vector.len() + second.vector.len())?;
    let mut products = common_terms(first.vector, second.vector);
    let sum: u64 = products.iter().map(|(_, product)| product).sum();
    if sum == 0 {
        return Ok(Explanation {
            contributions: Vec::new(),
            other: similarity,
        });
    }
    // The similarity is the sum but where that passes 1, or where equal texts are
    // given in two languages: shares add up to the similarity all the same.
    let share = |product: u64| product as f64 / sum as f64 * similarity;
    products.sort_unstable_by_key(|(_, product)| std::cmp::Reverse(*product));
    let mut largest = Vec::new();
    for &(term, product) in with_ties(&products, params.contributions_max) {
        let (ours, theirs) = (first.mentions.forms(term), second.mentions.forms(term));
        pace.spend(1 + ours.len() + theirs.len())?;
        let Some(form) = most_common(ours, theirs) else {
            continue;
        };
        largest.push(Common {
            term,
            product,
            text: form.text,
            first: ours.iter().map(|form| form.first).min().unwrap_or_default(),
        });
    }
    largest.sort_unstable_by(|a, b| {
        let by_product = b.product.cmp(&a.product);
        by_product.then_with(|| (a.text, a.first).cmp(&(b.text, b.first)))
    });
    largest.truncate(params.contributions_max);
    let named: u64 = largest.iter().map(|common| common.product).sum();
    let contribution = |common: &Common<'_>| Contribution {
        text: common.text.to_owned(),
        share: share(common.product),
        first_mentions: first.mentions.places(common.term),
        second_mentions: second.mentions.places(common.term),
    };
    Ok(Explanation {
        contributions: largest.iter().map(contribution).collect(),
        other: share(sum - named),
    })
}

/// The terms of both vectors, and the products of their weights.
fn common_terms(first: &[Weights], second: &[Weights]) -> Vec<(u32, u64)> {
    let mut common = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (first.get(i), second.get(j)) {
        match a.term.cmp(&b.term) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                let product = u64::from(a.similarity) * u64::from(b.similarity);
                common.push((a.term, product));
                i += 1;
                j += 1;
            }
        }
    }
    common
}

/// The first `limit` of `products`, which descend, and all that tie with the last.
fn with_ties(products: &[(u32, u64)], limit: usize) -> &[(u32, u64)] {
    let Some(place) = limit.checked_sub(1) else {
        return &[];
    };
    let least = products.get(place).map_or(0, |(_, product)| *product);
    let end = products.partition_point(|(_, product)| *product >= least);
    products.get(..end).unwrap_or_default()
}

/// The spelling that two lists, each sorted by text, have most often together; of
/// equals the one that comes first, the first list's before the second's.
fn most_common<'d>(first: &[Form<'d>], second: &[Form<'d>]) -> Option<Form<'d>> {
    let mut best: Option<(Form<'d>, (usize, usize))> = None;
    let mut offer = |form: Form<'d>, place: (usize, usize)| {
        let is_better = best.is_none_or(|(known, known_place)| {
            let by_count = form.n_occurrences.cmp(&known.n_occurrences);
            by_count.then(known_place.cmp(&place)) == Ordering::Greater
        });
        if is_better {
            best = Some((form, place));
        }
    };
    let mut rest = second;
    for &form in first {
        let n_before = rest.partition_point(|other| other.text < form.text);
        for other in rest.get(..n_before).unwrap_or_default() {
            offer(*other, (1, other.first));
        }
        rest = rest.get(n_before..).unwrap_or_default();
        let mut both = form;
        if let Some((other, after)) = rest.split_first()
            && other.text == form.text
        {
            both.n_occurrences += other.n_occurrences;
            rest = after;
        }
        offer(both, (0, form.first));
    }
    for other in rest {
        offer(*other, (1, other.first));
    }
    best.map(|(form, _)| form)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str, n_occurrences: usize, first: usize) -> Form<'_> {
        Form {
            term: 0,
            text,
            n_occurrences,
            first,
        }
    }

    #[test]
    fn the_most_common_spelling_counts_both_documents() {
        let cases = [
            (
                "together",
                vec![form("a", 2, 0), form("b", 1, 5)],
                vec![form("b", 2, 0)],
                "b",
            ),
            (
                "the first of equals",
                vec![form("a", 1, 9), form("b", 1, 5)],
                vec![],
                "b",
            ),
            (
                "ours before theirs",
                vec![form("b", 1, 9)],
                vec![form("a", 1, 0)],
                "b",
            ),
            (
                "theirs alone",
                vec![form("b", 1, 0)],
                vec![form("a", 1, 0), form("c", 2, 0)],
                "c",
            ),
        ];
        for (rule, first, second, expected) in cases {
            let found = most_common(&first, &second).unwrap();
            assert_eq!(found.text, expected, "{rule}");
        }
        assert!(most_common(&[], &[]).is_none());
    }

    #[test]
    fn ties_with_the_last_stay_in() {
        let products = [(0, 9), (1, 5), (2, 5), (3, 5), (4, 1)];
        let counts = [0, 1, 2, 3, 4, 5, 6].map(|limit| with_ties(&products, limit).len());
        assert_eq!(counts, [0, 1, 4, 4, 4, 5, 5]);
    }
}
