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

    /// Adds up what `own` makes with the terms of each document from `first` on, and adds
    /// it to `sums`; `product` has what the own factor and a weight make.
    pub(super) fn multiply<P: Fn(u64, u64) -> u64 + Copy>(
        &self,
        own: &[Own],
        product: P,
        first: usize,
        sums: &mut [u64],
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        /// A processor without lanes of its own takes a step for so many of ours.
        const LANES_PER_STEP: usize = 2;
        if own.is_empty() {
            return Ok(());
        }
        let blocks = self.blocks.chunks_exact(self.n_columns.max(1));
        let (sums, _) = sums.as_chunks_mut::<LANES>();
        for (columns, sums) in blocks.zip(sums).skip(first / LANES) {
            pace.spend(own.len() * LANES / LANES_PER_STEP)?;
            Arch::new().dispatch(Addition {
                columns,
                own,
                product,
                sums,
            });
        }
        Ok(())
    }
}

/// What a document has of a term that has a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub(super) column: u32,
    pub(super) factor: u32,
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
