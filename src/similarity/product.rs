//! Who has a term: an inverted index, by which all pairs of a call are multiplied.
//!
//! Comparing a thousand documents two by two walks through half a million pairs of
//! term lists. The index walks from each term to the documents that have it, and adds
//! up into one dense row: X · Xᵀ without its zeros (Bayardo, Ma and Srikant, "Scaling
//! up all pairs similarity search", 2007, all-pairs-0). Terms that many documents have
//! are [`columns`](super::columns) instead.

use crate::base::Interrupted;

use super::columns::Columns;
use super::pace::Pace;
use super::profile::{Views, Weights};

/// A document that has a term, and what the term weighs there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting<const N: usize> {
    pub(super) document: u32,
    pub(super) weights: [u32; N],
}

/// The documents of a call by their terms. Each document can be retired, the first one
/// first: what is asked after that is about those after it.
#[derive(Debug)]
pub(super) struct Index<const N: usize> {
    /// By term, then document.
    postings: Vec<Posting<N>>,
    /// Where each term is to be found.
    places: Vec<Place>,
    /// Of terms that many have, by weight.
    pub(super) columns: [Columns; N],
}

/// So many have no term: more documents than there are.
pub(super) const NO_COLUMNS: usize = usize::MAX;

/// Where it is told who has a term.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// The range of its postings that are not retired; half as large as one of `usize`.
    Postings {
        start: u32,
        end: u32,
    },
    Column(u32),
}

/// The documents that have a term and are not retired.
pub(super) enum Holders<'i, const N: usize> {
    /// These, ascending.
    Few(&'i [Posting<N>]),
    /// Those of a column.
    Many(u32),
}

impl<const N: usize> Index<N> {
    /// The documents of `views` by those terms that `weigh` finds weights of; what so many
    /// documents have becomes a column.
    pub(super) fn new(
        views: &Views,
        weigh: impl Fn(&Weights) -> Option<[u32; N]>,
        many: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let n_documents = views.n_documents();
        let mut counts = vec![0; views.n_terms()];
        for document in 0..n_documents {
            let weights = views.of(document);
            pace.spend(weights.len())?;
            for each in weights.iter().filter(|each| weigh(each).is_some()) {
                counts[each.term as usize] += 1;
            }
        }
        let (mut n_postings, mut n_columns) = (0, 0);
        let next = |count: u32| {
            if count as usize >= many {
                n_columns += 1;
                Place::Column(n_columns - 1)
            } else {
                let start = n_postings;
                n_postings += count;
                Place::Postings { start, end: start }
            }
        };
        let places = counts.into_iter().map(next).collect();
        let nobody = Posting {
            document: 0,
            weights: [0; N],
        };
        let mut index = Self {
            postings: vec![nobody; n_postings as usize],
            places,
            columns: [(); N].map(|()| Columns::new(n_columns as usize, n_documents)),
        };
        for document in 0..n_documents {
            let weights = views.of(document);
            pace.spend(weights.len())?;
            for each in weights {
                if let Some(weights) = weigh(each) {
                    index.add(each.term, document, weights);
                }
            }
        }
        Ok(index)
    }

    fn add(&mut self, term: u32, document: usize, weights: [u32; N]) {
        match &mut self.places[term as usize] {
            Place::Postings { end, .. } => {
                self.postings[*end as usize] = Posting {
                    document: u32::try_from(document).unwrap_or(u32::MAX),
                    weights,
                };
                *end += 1;
            }
            Place::Column(column) => {
                for (columns, weight) in self.columns.iter_mut().zip(weights) {
                    columns.set(*column, document, weight);
                }
            }
        }
    }

    /// Who has `term`.
    #[inline]
    pub(super) fn holders(&self, term: u32) -> Holders<'_, N> {
        match self.places[term as usize] {
            Place::Postings { start, end } => {
                Holders::Few(&self.postings[start as usize..end as usize])
            }
            Place::Column(column) => Holders::Many(column),
        }
    }

    /// Those that have `term`, where it has no column.
    #[inline]
    pub(super) fn postings(&self, term: u32) -> &[Posting<N>] {
        match self.holders(term) {
            Holders::Few(postings) => postings,
            Holders::Many(_) => &[],
        }
    }

    /// Leaves out the first of those that have `term` from now on.
    #[inline]
    pub(super) fn retire(&mut self, term: u32) {
        if let Place::Postings { start, .. } = &mut self.places[term as usize] {
            *start += 1;
        }
    }
}
