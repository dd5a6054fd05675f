//! Products of the views of every two documents, row by row.
//!
//! A row is a document with all those after it. One walk through who has each of its
//! terms adds up all products that need the walk, and each keeps its own sum for every
//! other document. Weights are whole numbers. Sums of whole numbers are the same in any
//! order, so a product depends on its two documents alone: not on which comes first, nor
//! on how the terms of the others are numbered.

use crate::base::Interrupted;

use super::columns::{Columns, LANES, Own};
use super::pace::Pace;
use super::product::{Holders, Index, Posting};
use super::profile::{Views, Weights};
use super::vector::PRODUCT_ONE;

/// The products of each document with those after it.
pub(super) struct Rows<'v> {
    views: &'v Views,
    /// What each term weighs for the similarity, and in the content.
    content: Index<2>,
    names: Index<1>,
    opening: Index<1>,
    headline: Index<1>,
    products: Products,
    n_rows: usize,
}

/// A term becomes a column where one in so many documents has it ...
const COLUMN_SHARE: usize = 6;

/// ... and no fewer than these.
const COLUMN_DOCUMENTS: usize = LANES;

/// Products of the current document with others.
#[derive(Default)]
pub(super) struct Products {
    pub(super) similarity: Row,
    pub(super) content: Row,
    /// Of the own opening with the content there.
    pub(super) opening_in_content: Row,
    /// How much of the own names stands there.
    pub(super) names_found: Row,
    pub(super) names: Row,
    /// How much of the names there stands in the own content.
    pub(super) names_held: Row,
    pub(super) opening: Row,
    pub(super) content_in_opening: Row,
    pub(super) headline_in_opening: Row,
    pub(super) opening_in_headline: Row,
}

/// Sums with others, by document.
#[derive(Default)]
pub(super) struct Row {
    sums: Vec<u64>,
    /// What is still to be added of terms that have columns.
    own: Vec<Own>,
}

impl Products {
    fn all(&mut self) -> [&mut Row; 10] {
        [
            &mut self.similarity,
            &mut self.content,
            &mut self.opening_in_content,
            &mut self.names_found,
            &mut self.names,
            &mut self.names_held,
            &mut self.opening,
            &mut self.content_in_opening,
            &mut self.headline_in_opening,
            &mut self.opening_in_headline,
        ]
    }

    fn new(n_documents: usize) -> Self {
        let mut products = Self::default();
        for row in products.all() {
            row.sums = vec![0; n_documents.next_multiple_of(LANES)];
        }
        products
    }

    /// Sets the sums with documents from `first` on to 0.
    fn clear(&mut self, first: usize) {
        for row in self.all() {
            if let Some(rest) = row.sums.get_mut(first..) {
                rest.fill(0);
            }
        }
    }
}

impl Row {
    /// Those of this block of documents.
    #[inline]
    pub(super) fn block(&self, block: usize) -> &[u64; LANES] {
        const NONE: [u64; LANES] = [0; LANES];
        self.sums.as_chunks().0.get(block).unwrap_or(&NONE)
    }

    #[cfg(test)]
    fn of(&self, document: usize) -> u64 {
        self.sums[document]
    }

    /// Adds what `factor` makes with what `other` finds in each of these documents; tells
    /// how many these are.
    #[inline]
    fn add<const N: usize>(
        &mut self,
        factor: u32,
        documents: &[Posting<N>],
        other: impl Fn([u32; N]) -> u32,
    ) -> usize {
        // Most terms are neither names nor in the opening.
        if factor == 0 {
            return 0;
        }
        for posting in documents {
            let product = u64::from(factor) * u64::from(other(posting.weights));
            self.sums[posting.document as usize] += product;
        }
        documents.len()
    }

    /// Adds the square of what each of these documents has.
    #[inline]
    fn add_squares(&mut self, documents: &[Posting<1>]) -> usize {
        for posting in documents {
            let [weight] = posting.weights.map(u64::from);
            self.sums[posting.document as usize] += weight * weight;
        }
        documents.len()
    }

    /// Notes that `factor` is to be multiplied with `column`.
    #[inline]
    fn note(&mut self, column: u32, factor: u32) {
        if factor > 0 {
            self.own.push(Own { column, factor });
        }
    }

    /// Adds what was noted.
    fn multiply(
        &mut self,
        columns: &Columns,
        product: impl Fn(u64, u64) -> u64 + Copy,
        first: usize,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        columns.multiply(&self.own, product, first, &mut self.sums, pace)?;
        self.own.clear();
        Ok(())
    }
}

impl<'v> Rows<'v> {
    /// Prepares the rows of the documents in `views`.
    pub(super) fn new(views: &'v Views, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
        let many = COLUMN_DOCUMENTS.max(views.n_documents() / COLUMN_SHARE);
        Self::with_columns(many, views, pace)
    }

    /// The same, with a column for each term that so `many` documents have.
    fn with_columns(
        many: usize,
        views: &'v Views,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let some = |weight: u32| (weight > 0).then_some([weight]);
        let of_content = |each: &Weights| Some([each.similarity, each.content]);
        Ok(Self {
            views,
            content: Index::new(views, of_content, many, pace)?,
            names: Index::new(views, |each| some(each.names), many, pace)?,
            opening: Index::new(views, |each| some(each.opening), many, pace)?,
            headline: Index::new(views, |each| some(each.headline), many, pace)?,
            products: Products::new(views.n_documents()),
            n_rows: 0,
        })
    }

    /// The current document.
    pub(super) fn current(&self) -> usize {
        self.n_rows.saturating_sub(1)
    }

    /// Its products with those after it.
    pub(super) fn products(&self) -> &Products {
        &self.products
    }

    /// Says that the text of `second`, which comes after the current document, is the same:
    /// rounding may leave equal vectors a little short of 1, and texts may be equal without
    /// a term that counts.
    pub(super) fn equate(&mut self, second: usize) {
        if let Some(product) = self.products.similarity.sums.get_mut(second) {
            *product = PRODUCT_ONE;
        }
    }

    /// Goes on to the next document.
    pub(super) fn next(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let row = self.n_rows;
        self.n_rows += 1;
        let weights = self.views.of(row);
        pace.spend(self.views.n_documents() + weights.len())?;
        self.products.clear(self.n_rows);
        // One after the other, so that the sums under way stay in the nearest cache; and
        // of most terms no document that is left has anything.
        let mut common = Vec::with_capacity(weights.len());
        for own in weights {
            self.retire(own);
            let n_steps = self.add_content(own);
            pace.spend(1 + n_steps)?;
            if n_steps > 0 {
                common.push(own);
            }
        }
        for own in &common {
            pace.spend(self.add_names(own))?;
        }
        for own in &common {
            pace.spend(self.add_opening(own))?;
            pace.spend(self.add_headline(own))?;
        }
        self.multiply_columns(pace)
    }

    fn retire(&mut self, own: &Weights) {
        self.content.retire(own.term);
        for (index, weight) in [
            (&mut self.names, own.names),
            (&mut self.opening, own.opening),
            (&mut self.headline, own.headline),
        ] {
            if weight > 0 {
                index.retire(own.term);
            }
        }
    }

    /// Adds what `own` makes with the content of others, or notes it; tells how many steps
    /// that took.
    fn add_content(&mut self, own: &Weights) -> usize {
        let products = &mut self.products;
        match self.content.holders(own.term) {
            Holders::Few(later) => {
                products
                    .similarity
                    .add(own.similarity, later, |[similarity, _]| similarity)
                    + products
                        .content
                        .add(own.content, later, |[_, content]| content)
                    + products
                        .opening_in_content
                        .add(own.opening, later, |[_, content]| content)
                    + products.names_found.add(own.names, later, |_| own.names)
            }
            Holders::Many(column) => {
                products.similarity.note(column, own.similarity);
                products.content.note(column, own.content);
                products.opening_in_content.note(column, own.opening);
                products.names_found.note(column, own.names);
                1
            }
        }
    }

    fn add_names(&mut self, own: &Weights) -> usize {
        let products = &mut self.products;
        match self.names.holders(own.term) {
            Holders::Few(later) => {
                products.names.add(own.names, later, |[other]| other)
                    + products.names_held.add_squares(later)
            }
            Holders::Many(column) => {
                products.names.note(column, own.names);
                products.names_held.note(column, 1);
                1
            }
        }
    }

    fn add_opening(&mut self, own: &Weights) -> usize {
        let products = &mut self.products;
        match self.opening.holders(own.term) {
            Holders::Few(later) => {
                products.opening.add(own.opening, later, |[other]| other)
                    + products
                        .content_in_opening
                        .add(own.content, later, |[other]| other)
                    + products
                        .headline_in_opening
                        .add(own.headline, later, |[other]| other)
            }
            Holders::Many(column) => {
                products.opening.note(column, own.opening);
                products.content_in_opening.note(column, own.content);
                products.headline_in_opening.note(column, own.headline);
                1
            }
        }
    }

    fn add_headline(&mut self, own: &Weights) -> usize {
        let row = &mut self.products.opening_in_headline;
        match self.headline.holders(own.term) {
            Holders::Few(later) => row.add(own.opening, later, |[other]| other),
            Holders::Many(column) => {
                row.note(column, own.opening);
                1
            }
        }
    }

    /// Adds what was noted of terms that have columns.
    fn multiply_columns(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let first = self.n_rows;
        let Products {
            similarity,
            content,
            opening_in_content,
            names_found,
            names,
            names_held,
            opening,
            content_in_opening,
            headline_in_opening,
            opening_in_headline,
        } = &mut self.products;
        let product = |own: u64, other: u64| own * other;
        let [similarities, contents] = &self.content.columns;
        similarity.multiply(similarities, product, first, pace)?;
        content.multiply(contents, product, first, pace)?;
        opening_in_content.multiply(contents, product, first, pace)?;
        let found = |own: u64, other: u64| if other > 0 { own * own } else { 0 };
        names_found.multiply(contents, found, first, pace)?;
        let [columns] = &self.names.columns;
        names.multiply(columns, product, first, pace)?;
        names_held.multiply(columns, |_, other| other * other, first, pace)?;
        let [columns] = &self.opening.columns;
        opening.multiply(columns, product, first, pace)?;
        content_in_opening.multiply(columns, product, first, pace)?;
        headline_in_opening.multiply(columns, product, first, pace)?;
        let [columns] = &self.headline.columns;
        opening_in_headline.multiply(columns, product, first, pace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;
    use proptest::prelude::*;

    /// Terms that a document may have.
    const N_TERMS: usize = 8;

    /// A document of random weights, which a product of is never out of range.
    fn document() -> impl Strategy<Value = Vec<Weights>> {
        let weight = || prop_oneof![Just(0), 1..=1_u32 << 29];
        let weights = (
            1..=1_u32 << 29,
            1..=1_u32 << 29,
            weight(),
            weight(),
            weight(),
        );
        prop::collection::btree_map(0..8_u32, weights, 0..8).prop_map(|terms| {
            let of = |(term, (similarity, content, names, opening, headline))| Weights {
                term,
                similarity,
                content,
                names,
                opening,
                headline,
            };
            terms.into_iter().map(of).collect()
        })
    }

    /// The sum over the terms of both of what `each` makes of them.
    fn sum(
        one: &[Weights],
        other: &[Weights],
        each: impl Fn(&Weights, &Weights) -> (u32, u32),
    ) -> u64 {
        let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a, b)));
        let common = pairs.filter(|(a, b)| a.term == b.term);
        common
            .map(|(a, b)| each(a, b))
            .map(|(a, b)| u64::from(a) * u64::from(b))
            .sum()
    }

    proptest! {
        #[test]
        fn rows_agree_with_products_pair_by_pair(
            documents in prop::collection::vec(document(), 0..6),
            many in 1..6_usize,
        ) {
            let budget = Budget::unlimited();
            let mut pace = Pace::new(&budget);
            let views = Views::from_weights(&documents, N_TERMS);
            let mut rows = Rows::with_columns(many, &views, &mut pace).unwrap();
            for (first, a) in documents.iter().enumerate() {
                rows.next(&mut pace).unwrap();
                for (second, b) in documents.iter().enumerate().skip(first + 1) {
                    let products = rows.products();
                    prop_assert_eq!(products.similarity.of(second), sum(a, b, |a, b| (a.similarity, b.similarity)));
                    prop_assert_eq!(products.content.of(second), sum(a, b, |a, b| (a.content, b.content)));
                    prop_assert_eq!(products.opening_in_content.of(second), sum(a, b, |a, b| (a.opening, b.content)));
                    prop_assert_eq!(products.names_found.of(second), sum(a, b, |a, _| (a.names, a.names)));
                    prop_assert_eq!(products.names.of(second), sum(a, b, |a, b| (a.names, b.names)));
                    prop_assert_eq!(products.names_held.of(second), sum(a, b, |_, b| (b.names, b.names)));
                    prop_assert_eq!(products.opening.of(second), sum(a, b, |a, b| (a.opening, b.opening)));
                    prop_assert_eq!(products.content_in_opening.of(second), sum(a, b, |a, b| (a.content, b.opening)));
                    prop_assert_eq!(products.headline_in_opening.of(second), sum(a, b, |a, b| (a.headline, b.opening)));
                    prop_assert_eq!(products.opening_in_headline.of(second), sum(a, b, |a, b| (a.opening, b.headline)));
                }
            }
            // After the last document the row is empty.
            rows.next(&mut pace).unwrap();
        }
    }
}
