//! Terms that many documents of a call have, as columns: what the term weighs in each
//! document, and 0 in those that have not got it.
//!
//! Who has a rare term is looked up in a list. Of a term that a sixth of all have, it is
//! sooner multiplied with the zeros too: sums of many documents at a time stay in the
//! registers of the processor, in as many lanes as it has. These are whole numbers, which
//! add up to one sum in any number of lanes.

use pulp::{Arch, NullaryFnOnce};

use crate::base::Interrupted;

use super::pace::Pace;

/// Documents whose sums are added up at a time: as many as the registers of AVX2 hold.
pub(super) const LANES: usize = 32;

/// What a term weighs in some documents that follow each other.
type Block = [u32; LANES];

/// What some terms weigh in all documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    n_columns: usize,
    /// By block of documents, then column.
    blocks: Vec<Block>,
}

impl Columns {
    /// Columns of zeros.
    pub(super) fn new(n_columns: usize, n_documents: usize) -> Self {
        Self {
            n_columns,
            blocks: vec![[0; LANES]; n_columns * n_documents.div_ceil(LANES)],
        }
    }

    /// Says what the term of `column` weighs in `document`.
    pub(super) fn set(&mut self, column: u32, document: usize, weight: u32) {
        let block = document / LANES * self.n_columns + column as usize;
        self.blocks[block][document % LANES] = weight;
    }

    /// Adds what the own terms of each of `rows` make with those of each document from
    /// `first` on; `product` has what the own factor and a weight make. Some rows at a time,
    /// since a block of weights then comes from far once for all of them.
    pub(super) fn multiply<P: Fn(u64, u64) -> u64 + Copy>(
        &self,
        rows: &mut [&mut Row],
        product: P,
        first: usize,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        /// A processor without lanes of its own takes a step for so many of ours.
        const LANES_PER_STEP: usize = 2;
        let blocks = self.blocks.chunks_exact(self.n_columns.max(1));
        for (block, columns) in blocks.enumerate().skip(first / LANES) {
            for row in &mut *rows {
                pace.spend(row.own.len() * LANES / LANES_PER_STEP)?;
                let (sums, _) = row.sums.as_chunks_mut();
                if let Some(sums) = sums.get_mut(block).filter(|_| !row.own.is_empty()) {
                    let own = &row.own;
                    Arch::new().dispatch(Addition {
                        columns,
                        own,
                        product,
                        sums,
                    });
                }
            }
        }
        for row in rows {
            row.own.clear();
        }
        Ok(())
    }
}

/// Sums with others, by document.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) sums: Vec<u64>,
    /// What is still to be added of terms that have columns.
    own: Vec<Own>,
}

impl Row {
    /// Of zeros.
    pub(super) fn new(n_documents: usize) -> Self {
        Self {
            sums: vec![0; n_documents.next_multiple_of(LANES)],
            own: Vec::new(),
        }
    }

    /// Those of this block of documents.
    #[inline]
    pub(super) fn block(&self, block: usize) -> &[u64; LANES] {
        const NONE: [u64; LANES] = [0; LANES];
        self.sums.as_chunks().0.get(block).unwrap_or(&NONE)
    }

    /// Notes that `factor` is to be multiplied with `column`.
    #[inline]
    pub(super) fn note(&mut self, column: u32, factor: u32) {
        if factor > 0 {
            self.own.push(Own { column, factor });
        }
    }
}

/// What a document has of a term that has a column.
#[derive(Clone, Copy, Debug)]
struct Own {
    column: u32,
    factor: u32,
}

/// What is added up of one block of documents.
struct Addition<'a, P> {
    columns: &'a [Block],
    own: &'a [Own],
    product: P,
    sums: &'a mut [u64; LANES],
}

impl<P: Fn(u64, u64) -> u64> NullaryFnOnce for Addition<'_, P> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "into the code for each kind of processor"
    )]
    #[inline(always)]
    fn call(self) {
        let mut sums = *self.sums;
        for own in self.own {
            let weights = &self.columns[own.column as usize];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += (self.product)(u64::from(own.factor), u64::from(*weight));
            }
        }
        *self.sums = sums;
    }
}
