//! Who has a term: an inverted index, by which all pairs of a call are multiplied.
//!
//! Comparing a thousand documents two by two walks through half a million pairs of
//! term lists. The index walks from each term to the documents that have it, and adds
//! up into one dense row: X · Xᵀ without its zeros (Bayardo, Ma and Srikant, "Scaling
//! up all pairs similarity search", 2007, all-pairs-0).

use crate::base::Interrupted;

use super::pace::Pace;
use super::profile::{Views, Weights};

/// A document that has a term, and what the term weighs there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting<W> {
    pub(super) document: u32,
    pub(super) weight: W,
}

/// The documents of a call by their terms. Each document can be retired, the first one
/// first: what is asked after that is about those after it.
#[derive(Debug)]
pub(super) struct Index<W> {
    /// By term, then document.
    postings: Vec<Posting<W>>,
    /// Where the postings of each term stand that are not retired.
    ranges: Vec<Run>,
}

/// A range of postings; half as large as one of `usize`.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    start: u32,
    end: u32,
}

impl<W: Copy + Default> Index<W> {
    /// The documents of `views` by those terms that `weigh` finds a weight of.
    pub(super) fn new(
        views: &Views,
        weigh: impl Fn(&Weights) -> Option<W>,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut ranges = vec![Run::default(); views.n_terms()];
        for document in 0..views.n_documents() {
            let weights = views.of(document);
            pace.spend(weights.len())?;
            for each in weights.iter().filter(|each| weigh(each).is_some()) {
                ranges[each.term as usize].end += 1;
            }
        }
        let mut n_postings = 0;
        for Run { start, end } in &mut ranges {
            *start = n_postings;
            n_postings += std::mem::replace(end, n_postings);
        }
        let mut postings = vec![Posting::default(); n_postings as usize];
        for (number, document) in (0..).zip(0..views.n_documents()) {
            let weights = views.of(document);
            pace.spend(weights.len())?;
            for each in weights {
                if let Some(weight) = weigh(each) {
                    let end = &mut ranges[each.term as usize].end;
                    postings[*end as usize] = Posting {
                        document: number,
                        weight,
                    };
                    *end += 1;
                }
            }
        }
        Ok(Self { postings, ranges })
    }

    /// The documents that have `term` and are not retired, ascending.
    #[inline]
    pub(super) fn documents(&self, term: u32) -> &[Posting<W>] {
        let Run { start, end } = self.ranges[term as usize];
        &self.postings[start as usize..end as usize]
    }

    /// Leaves out the first of those that have `term` from now on.
    #[inline]
    pub(super) fn retire(&mut self, term: u32) {
        self.ranges[term as usize].start += 1;
    }
}
