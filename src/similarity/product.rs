//! Products of every two of some sparse vectors, by an inverted index.
//!
//! Comparing a thousand documents two by two walks through half a million pairs of
//! term lists. The index walks from each term to the documents that have it, and adds
//! up into one dense row: X · Xᵀ without its zeros (Bayardo, Ma and Srikant, "Scaling
//! up all pairs similarity search", 2007, all-pairs-0).
//!
//! Weights are whole numbers. Sums of whole numbers are the same in any order, so a
//! product depends on its two vectors alone: not on which comes first, nor on how the
//! dimensions of the others are numbered.

use crate::base::Interrupted;

use super::pace::Pace;

/// One coordinate of a sparse vector. Vectors are sorted by dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) dimension: u32,
    pub(super) weight: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Posting {
    document: u32,
    weight: u32,
}

/// Some vectors by their dimensions. Each can be retired, the first one first: what is
/// asked after that is about those after it.
#[derive(Debug)]
pub(super) struct Index<'v> {
    vectors: &'v [Vec<Entry>],
    /// By dimension, then document.
    postings: Vec<Posting>,
    /// Where the postings of each dimension begin that are not retired.
    heads: Vec<u32>,
    /// Where the postings of each dimension end.
    ends: Vec<u32>,
    n_retired: usize,
}

impl<'v> Index<'v> {
    /// Prepares `vectors`, whose dimensions are below `n_dimensions`.
    pub(super) fn new(
        vectors: &'v [Vec<Entry>],
        n_dimensions: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut heads = vec![0; n_dimensions];
        for vector in vectors {
            pace.spend(vector.len())?;
            for entry in vector {
                heads[entry.dimension as usize] += 1;
            }
        }
        let mut n_postings = 0;
        for head in &mut heads {
            n_postings += std::mem::replace(head, n_postings);
        }
        let mut ends = heads.clone();
        let mut postings = vec![Posting::default(); n_postings as usize];
        for (document, vector) in (0..).zip(vectors) {
            pace.spend(vector.len())?;
            for &Entry { dimension, weight } in vector {
                let end = &mut ends[dimension as usize];
                postings[*end as usize] = Posting { document, weight };
                *end += 1;
            }
        }
        Ok(Self {
            vectors,
            postings,
            heads,
            ends,
            n_retired: 0,
        })
    }

    /// Places of the vectors that have `dimension` and are not retired, ascending.
    pub(super) fn documents(&self, dimension: u32) -> impl Iterator<Item = usize> {
        let dimension = dimension as usize;
        let (head, end) = (self.heads[dimension], self.ends[dimension]);
        let postings = &self.postings[head as usize..end as usize];
        postings.iter().map(|posting| posting.document as usize)
    }

    /// Leaves out the next vector from now on.
    pub(super) fn retire_next(&mut self) {
        let vector = self
            .vectors
            .get(self.n_retired)
            .map_or(&[][..], Vec::as_slice);
        self.n_retired += 1;
        for entry in vector {
            // Postings are retired in order: the first one left is this vector's own.
            self.heads[entry.dimension as usize] += 1;
        }
    }

    /// Sets `row` to the products of `vector` with those vectors that are not retired;
    /// to 0 for the others.
    pub(super) fn products(
        &self,
        vector: &[Entry],
        row: &mut [u64],
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        self.add_up(vector, row, pace, |own, other| own * other)
    }

    /// Sets `row` to the sums of the squares that the entries of `vector` have whose
    /// dimensions the other vectors have too, whatever they weigh there: how much of
    /// `vector` is found in each.
    pub(super) fn shares_found(
        &self,
        vector: &[Entry],
        row: &mut [u64],
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        self.add_up(vector, row, pace, |own, _| own * own)
    }

    /// The same the other way round: how much of each other vector is found in `vector`.
    pub(super) fn shares_held(
        &self,
        vector: &[Entry],
        row: &mut [u64],
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        self.add_up(vector, row, pace, |_, other| other * other)
    }

    /// Sets `row` to the sums of what `of` makes of the weights that `vector` and each of
    /// the vectors that are not retired have in a dimension.
    #[inline]
    fn add_up(
        &self,
        vector: &[Entry],
        row: &mut [u64],
        pace: &mut Pace<'_>,
        of: impl Fn(u64, u64) -> u64,
    ) -> Result<(), Interrupted> {
        pace.spend(row.len())?;
        row.fill(0);
        for entry in vector {
            let dimension = entry.dimension as usize;
            let (head, end) = (self.heads[dimension], self.ends[dimension]);
            let later = &self.postings[head as usize..end as usize];
            pace.spend(1 + later.len())?;
            for posting in later {
                row[posting.document as usize] += of(entry.weight.into(), posting.weight.into());
            }
        }
        Ok(())
    }
}

/// Rows of products, the first one first: each vector with all those after it.
#[derive(Debug)]
pub(super) struct Products<'v> {
    index: Index<'v>,
    /// The current row.
    sums: Vec<u64>,
}

impl<'v> Products<'v> {
    /// Prepares the products of `vectors`, whose dimensions are below `n_dimensions`.
    pub(super) fn new(
        vectors: &'v [Vec<Entry>],
        n_dimensions: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        Ok(Self {
            index: Index::new(vectors, n_dimensions, pace)?,
            sums: vec![0; vectors.len()],
        })
    }

    /// The products of the next vector; those with itself and with vectors before it
    /// are 0. After the last vector the row is all zeros.
    pub(super) fn next_row(&mut self, pace: &mut Pace<'_>) -> Result<&[u64], Interrupted> {
        let vectors = self.index.vectors;
        let vector = vectors
            .get(self.index.n_retired)
            .map_or(&[][..], Vec::as_slice);
        self.index.retire_next();
        self.index.products(vector, &mut self.sums, pace)?;
        Ok(&self.sums)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;
    use proptest::prelude::*;

    fn dense(vector: &[Entry]) -> [u64; 8] {
        let mut dense = [0; 8];
        for entry in vector {
            dense[entry.dimension as usize] = u64::from(entry.weight);
        }
        dense
    }

    fn vector() -> impl Strategy<Value = Vec<Entry>> {
        prop::collection::btree_map(0..8_u32, 1..=1_u32 << 31, 0..8).prop_map(|entries| {
            let entry = |(dimension, weight)| Entry { dimension, weight };
            entries.into_iter().map(entry).collect()
        })
    }

    proptest! {
        #[test]
        fn rows_agree_with_products_of_dense_vectors(
            // No vector of ours is longer than 2³¹; a shift keeps these sums in range too.
            vectors in prop::collection::vec(vector(), 0..6),
        ) {
            let vectors: Vec<Vec<Entry>> = vectors
                .into_iter()
                .map(|v| v.into_iter().map(|e| Entry { weight: e.weight >> 2, ..e }).collect())
                .collect();
            let budget = Budget::unlimited();
            let mut pace = Pace::new(&budget);
            let mut products = Products::new(&vectors, 8, &mut pace).unwrap();
            for (first, a) in vectors.iter().enumerate() {
                let row = products.next_row(&mut pace).unwrap().to_vec();
                for (second, b) in vectors.iter().enumerate() {
                    let expected: u64 = dense(a).iter().zip(dense(b)).map(|(x, y)| x * y).sum();
                    prop_assert_eq!(row[second], if second > first { expected } else { 0 });
                }
            }
            prop_assert!(products.next_row(&mut pace).unwrap().iter().all(|sum| *sum == 0));
        }
    }
}
