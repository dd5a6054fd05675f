//! Products of the views of every two documents, row by row.
//!
//! A row is a document with all those after it. One walk through who has each of its
//! terms adds up all products that need the walk, and each keeps its own sum for every
//! other document. Weights are whole numbers. Sums of whole numbers are the same in any
//! order, so a product depends on its two documents alone: not on which comes first, nor
//! on how the terms of the others are numbered.

use crate::base::Interrupted;

use super::columns::{Columns, LANES, Row};
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
    /// Products of the current document and of those next to it.
    group: [Products; GROUP],
    /// Rows whose products were made.
    n_made: usize,
    n_passed: usize,
}

/// Rows whose products are made at a time: a block of columns comes from far once for all
/// of them, and a tenth of the time of pairs is saved. They are of one block themselves.
const GROUP: usize = 8;

/// A term becomes a column where one in so many documents has it: all pairs of a thousand
/// took 115, 105, 108 and 118 ms with 3, 6, 10 and 16, ...
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
            *row = Row::new(n_documents);
        }
        products
    }

    /// Adds what `own` makes with the content of these documents: two products in one walk,
    /// which no term goes without.
    fn add_content(&mut self, own: &Weights, documents: &[Posting<2>]) -> usize {
        let similarities = &mut self.similarity.sums[..];
        // As many, so that one look at the length is enough.
        let contents = &mut self.content.sums[..similarities.len()];
        for posting in documents {
            let [similarity, content] = posting.weights.map(u64::from);
            let document = posting.document as usize;
            similarities[document] += u64::from(own.similarity) * similarity;
            contents[document] += u64::from(own.content) * content;
        }
        2 * documents.len()
    }

    /// Sets the sums with documents from the block of `first` on to 0.
    fn clear(&mut self, first: usize) {
        for row in self.all() {
            if let Some(rest) = row.sums.get_mut(first / LANES * LANES..) {
                rest.fill(0);
            }
        }
    }
}

impl Row {
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
            group: [(); GROUP].map(|()| Products::new(views.n_documents())),
            n_made: 0,
            n_passed: 0,
        })
    }

    /// The current document.
    pub(super) fn current(&self) -> usize {
        self.n_passed.saturating_sub(1)
    }

    /// Its products with those after it.
    pub(super) fn products(&self) -> &Products {
        &self.group[self.current() % GROUP]
    }

    /// Says that the text of `second`, which comes after the current document, is the same:
    /// rounding may leave equal vectors a little short of 1, and texts may be equal without
    /// a term that counts.
    pub(super) fn equate(&mut self, second: usize) {
        if let Some(product) = self.group[self.current() % GROUP]
            .similarity
            .sums
            .get_mut(second)
        {
            *product = PRODUCT_ONE;
        }
    }

    /// Goes on to the next document.
    pub(super) fn next(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        if self.n_passed == self.n_made {
            let mut group = std::mem::take(&mut self.group);
            for products in &mut group {
                self.walk(self.n_made, products, pace)?;
                self.n_made += 1;
            }
            self.multiply(&mut group, pace)?;
            self.group = group;
        }
        self.n_passed += 1;
        Ok(())
    }

    /// Walks through who has the terms of `row`, and adds up or notes its products.
    fn walk(
        &mut self,
        row: usize,
        products: &mut Products,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        let weights = self.views.of(row);
        pace.spend(self.views.n_documents() + weights.len())?;
        products.clear(row);
        // One after the other, so that the sums under way stay in the nearest cache; and
        // of most terms no document that is left has anything.
        let mut common = Vec::with_capacity(weights.len());
        for own in weights {
            self.retire(own);
            let n_steps = self.add_content(own, products);
            pace.spend(1 + n_steps)?;
            if n_steps > 0 {
                common.push(own);
            }
        }
        for own in &common {
            pace.spend(self.add_names(own, products))?;
        }
        for own in &common {
            pace.spend(self.add_opening(own, products))?;
            pace.spend(self.add_headline(own, products))?;
        }
        Ok(())
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
    fn add_content(&self, own: &Weights, products: &mut Products) -> usize {
        match self.content.holders(own.term) {
            Holders::Few(later) => {
                let [of_opening, of_names] =
                    [&mut products.opening_in_content, &mut products.names_found];
                let n_steps = of_opening.add(own.opening, later, |[_, content]| content)
                    + of_names.add(own.names, later, |_| own.names);
                n_steps + products.add_content(own, later)
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

    fn add_names(&self, own: &Weights, products: &mut Products) -> usize {
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

    fn add_opening(&self, own: &Weights, products: &mut Products) -> usize {
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

    fn add_headline(&self, own: &Weights, products: &mut Products) -> usize {
        let row = &mut products.opening_in_headline;
        match self.headline.holders(own.term) {
            Holders::Few(later) => row.add(own.opening, later, |[other]| other),
            Holders::Many(column) => {
                row.note(column, own.opening);
                1
            }
        }
    }

    /// Adds what was noted of terms that have columns.
    fn multiply(&self, group: &mut [Products], pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let first = self.n_made - GROUP;
        let product = |own: u64, other: u64| own * other;
        let found = |own: u64, other: u64| if other > 0 { own * own } else { 0 };
        let held = |_: u64, other: u64| other * other;
        let [similarities, contents] = &self.content.columns;
        let ([names], [openings]) = (&self.names.columns, &self.opening.columns);
        let [headlines] = &self.headline.columns;
        let mut add = |columns: &Columns, row: fn(&mut Products) -> &mut Row| {
            let rows = &mut group.iter_mut().map(row).collect::<Vec<_>>();
            columns.multiply(rows, product, first, pace)
        };
        add(similarities, |group| &mut group.similarity)?;
        add(contents, |group| &mut group.content)?;
        add(contents, |group| &mut group.opening_in_content)?;
        add(names, |group| &mut group.names)?;
        add(openings, |group| &mut group.opening)?;
        add(openings, |group| &mut group.content_in_opening)?;
        add(openings, |group| &mut group.headline_in_opening)?;
        add(headlines, |group| &mut group.opening_in_headline)?;
        let rows = &mut group.iter_mut().map(|group| &mut group.names_found);
        contents.multiply(&mut rows.collect::<Vec<_>>(), found, first, pace)?;
        let rows = &mut group.iter_mut().map(|group| &mut group.names_held);
        names.multiply(&mut rows.collect::<Vec<_>>(), held, first, pace)
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
                    let of = |row: &Row| row.sums[second];
                    prop_assert_eq!(of(&products.similarity), sum(a, b, |a, b| (a.similarity, b.similarity)));
                    prop_assert_eq!(of(&products.content), sum(a, b, |a, b| (a.content, b.content)));
                    prop_assert_eq!(of(&products.opening_in_content), sum(a, b, |a, b| (a.opening, b.content)));
                    prop_assert_eq!(of(&products.names_found), sum(a, b, |a, _| (a.names, a.names)));
                    prop_assert_eq!(of(&products.names), sum(a, b, |a, b| (a.names, b.names)));
                    prop_assert_eq!(of(&products.names_held), sum(a, b, |_, b| (b.names, b.names)));
                    prop_assert_eq!(of(&products.opening), sum(a, b, |a, b| (a.opening, b.opening)));
                    prop_assert_eq!(of(&products.content_in_opening), sum(a, b, |a, b| (a.content, b.opening)));
                    prop_assert_eq!(of(&products.headline_in_opening), sum(a, b, |a, b| (a.headline, b.opening)));
                    prop_assert_eq!(of(&products.opening_in_headline), sum(a, b, |a, b| (a.opening, b.headline)));
                }
            }
            // After the last document the row is empty.
            rows.next(&mut pace).unwrap();
        }
    }
}
