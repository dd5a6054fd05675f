//! The most similar pairs of all.
//!
//! A thousand documents make half a million pairs, of which a caller wants the best:
//! no more than twice as many are held as were asked for, in 24 bytes each, until it is
//! known which deserve to be told of at length.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::Interrupted;
use crate::text::Document;

use super::columns::LANES;
use super::features::{Block, Pairs};
use super::pace::Pace;
use super::relation::{N_FEATURES, are_of_one_topic};
use super::story::Odds;
use super::vector::cosine;
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
    /// The best, and some that came since the others were last thrown away.
    best: Vec<Candidate>,
    /// The worst that can still be one of the best.
    worst: Option<Candidate>,
    n_pairs: usize,
}

impl Ranking {
    fn new(pairs_max: usize) -> Self {
        Self {
            pairs_max,
            best: Vec::new(),
            worst: None,
            n_pairs: 0,
        }
    }

    /// Offers the pairs of `first` with `later` documents that have this similarity.
    fn offer_all(&mut self, first: usize, later: Range<usize>, block: &Block, least: f64) {
        let are_related = are_of_one_topic(&block.features);
        let [similarities, ..] = &block.features;
        for (lane, second) in lanes(&later).zip(later) {
            if similarities[lane] >= least {
                self.offer(Candidate {
                    product: block.products[lane],
                    places: Reverse((place(first), place(second))),
                    is_related: are_related[lane],
                });
            }
        }
    }

    fn offer(&mut self, candidate: Candidate) {
        self.n_pairs += 1;
        if self.worst.is_none_or(|worst| candidate > worst) {
            self.best.push(candidate);
            // Twice as many and some: most steps then throw nothing away.
            if self.best.len() > 2 * self.pairs_max + LANES {
                self.cut();
            }
        }
    }

    /// Throws away all but the best.
    fn cut(&mut self) {
        if self.pairs_max == 0 {
            self.best.clear();
        } else if self.best.len() > self.pairs_max {
            let by_worth = |a: &Candidate, b: &Candidate| b.cmp(a);
            let (_, worst, _) = self
                .best
                .select_nth_unstable_by(self.pairs_max - 1, by_worth);
            self.worst = Some(*worst);
            self.best.truncate(self.pairs_max);
        }
    }

    /// Pairs that were similar enough, those not kept too.
    pub(super) fn n_pairs(&self) -> usize {
        self.n_pairs
    }

    /// The pairs kept, by first document and then by second.
    pub(super) fn in_order(mut self) -> Vec<Candidate> {
        self.cut();
        self.best.sort_unstable_by_key(|pair| pair.places.0);
        self.best
    }
}

/// The place of a document as a number of half the length; more documents fit no memory.
fn place(document: usize) -> u32 {
    u32::try_from(document).unwrap_or(u32::MAX)
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
        each_block(corpus, pace, |first, later, block| {
            let alone = corpus.odds(first, later.clone(), block);
            let start = first * n_documents;
            if let (Some(odds), Some(alone)) = (
                odds.get_mut(start + later.start..start + later.end),
                alone.get(lanes(&later)),
            ) {
                odds.copy_from_slice(alone);
            }
            if wanted == Wanted::All || first == 0 {
                ranking.offer_all(first, later, block, params.similarity_min);
            }
        })?;
        Ok(Self {
            ranking,
            odds: Odds::new(n_documents, odds, pace)?,
        })
    }
}

/// Calls `each` with every document, some that come after it, and what is known of them.
pub(super) fn each_block(
    corpus: &Corpus<'_>,
    pace: &mut Pace<'_>,
    mut each: impl FnMut(usize, Range<usize>, &Block),
) -> Result<(), Interrupted> {
    let n_documents = corpus.views.n_documents();
    let mut pairs = Pairs::new(&corpus.views, &corpus.containments, pace)?;
    for first in 0..n_documents {
        pairs.next(|first, second| corpus.are_equal(first, second), pace)?;
        pace.spend(n_documents * N_FEATURES)?;
        let mut next = first + 1;
        while next < n_documents {
            let end = n_documents.min((next / LANES + 1) * LANES);
            each(first, next..end, &pairs.block(next / LANES));
            next = end;
        }
    }
    Ok(())
}

/// The lanes of `documents`, which are of one block.
pub(super) fn lanes(documents: &Range<usize>) -> Range<usize> {
    let start = documents.start % LANES;
    start..start + documents.len()
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
