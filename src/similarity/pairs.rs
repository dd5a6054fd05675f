//! The most similar pairs of all.
//!
//! A thousand documents make half a million pairs, of which a caller wants the best:
//! a heap holds no more than were asked for, in 24 bytes each, until it is known which
//! deserve to be told of at length.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use crate::base::Interrupted;
use crate::text::Document;

use super::features::Pairs;
use super::pace::Pace;
use super::relation::{Features, N_FEATURES, ODDS_OF_EQUALS};
use super::story::Odds;
use super::vector::{PRODUCT_ONE, cosine};
use super::{Corpus, Params};

/// A pair that may be told of. The greatest is the most similar; of equals, the one
/// whose first document comes first, then whose second does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    /// Product of the two vectors; that of equal vectors where the texts are equal.
    product: u64,
    places: Reverse<(u32, u32)>,
    /// Whether both are at least about one topic.
    is_related: bool,
}

impl Candidate {
    pub(super) fn first(&self) -> usize {
        self.places.0.0 as usize
    }

    pub(super) fn second(&self) -> usize {
        self.places.0.1 as usize
    }

    pub(super) fn similarity(&self) -> f64 {
        cosine(self.product)
    }

    pub(super) fn is_related(&self) -> bool {
        self.is_related
    }
}

/// The best pairs so far, and how many there were.
#[derive(Debug)]
pub(super) struct Ranking {
    pairs_max: usize,
    /// The worst on top.
    best: BinaryHeap<Reverse<Candidate>>,
    n_pairs: usize,
}

impl Ranking {
    fn new(pairs_max: usize) -> Self {
        Self {
            pairs_max,
            best: BinaryHeap::new(),
            n_pairs: 0,
        }
    }

    fn offer(&mut self, candidate: Candidate) {
        self.n_pairs += 1;
        if self.best.len() < self.pairs_max {
            self.best.push(Reverse(candidate));
        } else if let Some(mut worst) = self.best.peek_mut()
            && candidate > worst.0
        {
            *worst = Reverse(candidate);
        }
    }

    /// Pairs that were similar enough, those not kept too.
    pub(super) fn n_pairs(&self) -> usize {
        self.n_pairs
    }

    /// The pairs kept, by first document and then by second.
    pub(super) fn in_order(self) -> Vec<Candidate> {
        let mut pairs: Vec<_> = self.best.into_iter().map(|Reverse(pair)| pair).collect();
        pairs.sort_unstable_by_key(|pair| pair.places.0);
        pairs
    }
}

/// All pairs of the documents of a call, judged: which to tell of, and how probably each
/// tells of one event.
pub(super) struct Judged {
    /// The `pairs_max` best of all pairs that are similar enough.
    pub(super) ranking: Ranking,
    pub(super) odds: Odds,
}

/// Which pairs to tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All.
    All,
    /// Those of the first document.
    OfFirst,
}

impl Judged {
    pub(super) fn new(
        corpus: &Corpus<'_>,
        params: &Params,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        Self::of(corpus, params, Wanted::All, pace)
    }

    /// Judges all pairs, and ranks those that are `wanted`.
    pub(super) fn of(
        corpus: &Corpus<'_>,
        params: &Params,
        wanted: Wanted,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut ranking = Ranking::new(params.pairs_max);
        let n_documents = corpus.views.n_documents();
        let mut odds = vec![0.0; n_documents * n_documents];
        each_pair(corpus, pace, |candidate, features| {
            let (first, second) = (candidate.first(), candidate.second());
            let alone = if corpus.are_equal(first, second) {
                ODDS_OF_EQUALS
            } else {
                features.odds() - corpus.lateness(first, second)
            };
            if let Some(odds) = odds.get_mut(first * n_documents + second) {
                *odds = alone;
            }
            let is_wanted = wanted == Wanted::All || first == 0;
            if is_wanted && candidate.similarity() >= params.similarity_min {
                ranking.offer(candidate);
            }
        })?;
        Ok(Self {
            ranking,
            odds: Odds::new(n_documents, odds, pace)?,
        })
    }
}

/// Calls `each` with every two of the documents, by first and then by second.
pub(super) fn each_pair(
    corpus: &Corpus<'_>,
    pace: &mut Pace<'_>,
    mut each: impl FnMut(Candidate, Features),
) -> Result<(), Interrupted> {
    let n_documents = corpus.views.n_documents();
    let mut pairs = Pairs::new(&corpus.views, &corpus.containments, pace)?;
    for (first, wording) in (0_u32..).zip(&corpus.wordings) {
        pairs.next_row(pace)?;
        pace.spend(n_documents * N_FEATURES)?;
        let later = (0_u32..).zip(&corpus.wordings);
        for (second, other) in later.skip(first as usize + 1) {
            // Rounding may leave equal vectors a little short of 1, and texts may be
            // equal without a term that counts.
            let equal = wording.is_some() && wording == other;
            let product = if equal {
                PRODUCT_ONE
            } else {
                pairs.product(second as usize)
            };
            let features = pairs.features(second as usize, cosine(product));
            let candidate = Candidate {
                product,
                places: Reverse((first, second)),
                is_related: features.are_of_one_topic(),
            };
            each(candidate, features);
        }
    }
    Ok(())
}

/// A number for each document, the same for those of equal title and text; none for
/// blank ones, which are like nothing, not even each other.
pub(super) fn wordings<'d>(
    documents: impl Iterator<Item = &'d Document>,
    pace: &mut Pace<'_>,
) -> Result<Vec<Option<u32>>, Interrupted> {
    let mut numbers = FxHashMap::default();
    let mut wordings = Vec::new();
    for (next, document) in (0_u32..).zip(documents) {
        pace.spend(document.len_bytes())?;
        wordings.push(if document.is_blank() {
            None
        } else {
            let key = (document.title(), document.text());
            Some(*numbers.entry(key).or_insert(next))
        });
    }
    Ok(wordings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn candidate(product: u64, first: u32, second: u32) -> Candidate {
        Candidate {
            product,
            places: Reverse((first, second)),
            is_related: false,
        }
    }

    #[test]
    fn ties_go_to_the_pair_that_comes_first() {
        let mut ranking = Ranking::new(2);
        for (product, first, second) in [(5, 0, 3), (5, 1, 2), (5, 0, 1), (4, 0, 2)] {
            ranking.offer(candidate(product, first, second));
        }
        assert_eq!(ranking.n_pairs(), 4);
        let kept = ranking.in_order();
        assert_eq!(kept, [candidate(5, 0, 1), candidate(5, 0, 3)]);
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_sorting_keeps(
            products in prop::collection::vec(0..4_u64, 0..40),
            pairs_max in 0..10_usize,
        ) {
            let mut all: Vec<_> = (0..)
                .zip(&products)
                .map(|(second, product)| candidate(*product, 0, second + 1))
                .collect();
            let mut ranking = Ranking::new(pairs_max);
            for pair in &all {
                ranking.offer(*pair);
            }
            all.sort_by_key(|pair| Reverse(pair.product));
            all.truncate(pairs_max);
            all.sort_by_key(Candidate::second);
            prop_assert_eq!(ranking.in_order(), all);
        }
    }
}
