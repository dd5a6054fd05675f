//! What is known of every two documents: products of their views and how much wording they
//! share, row by row.
//!
//! A row is a document with all those after it. One walk through who has each of its
//! terms adds up all products that need the walk, and each keeps its own sum for every
//! other document. Weights are whole numbers. Sums of whole numbers are the same in any
//! order, so a product depends on its two documents alone: not on which comes first, nor
//! on how the terms of the others are numbered.

use crate::base::Interrupted;

use super::columns::{Columns, LANES, Own};
use super::fingerprint::Containments;
use super::pace::Pace;
use super::product::{Holders, Index};
use super::profile::{Views, Weights};
use super::relation::{Features, N_FEATURES};
use super::vector::cosine;

/// The features of each document with those after it.
pub(super) struct Pairs<'v> {
    views: &'v Views,
    containments: &'v Containments,
    /// What each term weighs for the similarity, and in the content.
    content: Index<2>,
    names: Index<1>,
    opening: Index<1>,
    headline: Index<1>,
    rows: Rows,
    n_rows: usize,
}

/// A term becomes a column where one in so many documents has it ...
const COLUMN_SHARE: usize = 6;

/// ... and no fewer than these.
const COLUMN_DOCUMENTS: usize = LANES;

/// Products of the current document with others.
#[derive(Default)]
struct Rows {
    similarity: Row,
    content: Row,
    /// Of the own opening with the content there.
    opening_in_content: Row,
    /// How much of the own names stands there.
    names_found: Row,
    names: Row,
    /// How much of the names there stands in the own content.
    names_held: Row,
    opening: Row,
    content_in_opening: Row,
    headline_in_opening: Row,
    opening_in_headline: Row,
}

/// Sums with others, by document.
#[derive(Default)]
struct Row {
    sums: Vec<u64>,
    /// What is still to be added of terms that have columns.
    own: Vec<Own>,
}

impl Rows {
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
        let mut rows = Self::default();
        for row in rows.all() {
            row.sums = vec![0; n_documents.next_multiple_of(LANES)];
        }
        rows
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
    #[inline]
    fn of(&self, document: usize) -> u64 {
        self.sums.get(document).copied().unwrap_or_default()
    }

    #[inline]
    fn add(&mut self, document: u32, product: u64) {
        self.sums[document as usize] += product;
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

impl<'v> Pairs<'v> {
    /// Prepares the pairs of the documents in `views`.
    pub(super) fn new(
        views: &'v Views,
        containments: &'v Containments,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let many = COLUMN_DOCUMENTS.max(views.n_documents() / COLUMN_SHARE);
        Self::with_columns(many, views, containments, pace)
    }

    /// The same, with a column for each term that so `many` documents have.
    fn with_columns(
        many: usize,
        views: &'v Views,
        containments: &'v Containments,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let some = |weight: u32| (weight > 0).then_some([weight]);
        let of_content = |each: &Weights| Some([each.similarity, each.content]);
        Ok(Self {
            views,
            containments,
            content: Index::new(views, of_content, many, pace)?,
            names: Index::new(views, |each| some(each.names), many, pace)?,
            opening: Index::new(views, |each| some(each.opening), many, pace)?,
            headline: Index::new(views, |each| some(each.headline), many, pace)?,
            rows: Rows::new(views.n_documents()),
            n_rows: 0,
        })
    }

    /// Goes on to the next document.
    pub(super) fn next_row(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let row = self.n_rows;
        self.n_rows += 1;
        let weights = self.views.of(row);
        pace.spend(self.views.n_documents() + weights.len())?;
        self.rows.clear(self.n_rows);
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
        let rows = &mut self.rows;
        let later = match self.content.holders(own.term) {
            Holders::Few(later) => later,
            Holders::Many(column) => {
                rows.similarity.note(column, own.similarity);
                rows.content.note(column, own.content);
                rows.opening_in_content.note(column, own.opening);
                rows.names_found.note(column, own.names);
                return 1;
            }
        };
        let (similarity, content) = (u64::from(own.similarity), u64::from(own.content));
        let (opening, names) = (u64::from(own.opening), u64::from(own.names));
        for posting in later {
            let [other_similarity, other_content] = posting.weights;
            rows.similarity
                .add(posting.document, similarity * u64::from(other_similarity));
            rows.content
                .add(posting.document, content * u64::from(other_content));
        }
        // Most terms are neither names nor in the opening.
        if names == 0 && opening == 0 {
            return later.len();
        }
        for posting in later {
            let [_, other_content] = posting.weights;
            rows.opening_in_content
                .add(posting.document, opening * u64::from(other_content));
            rows.names_found.add(posting.document, names * names);
        }
        2 * later.len()
    }

    fn add_names(&mut self, own: &Weights) -> usize {
        let rows = &mut self.rows;
        let later = match self.names.holders(own.term) {
            Holders::Few(later) => later,
            Holders::Many(column) => {
                rows.names.note(column, own.names);
                rows.names_held.note(column, 1);
                return 1;
            }
        };
        for posting in later {
            let [other] = posting.weights.map(u64::from);
            rows.names
                .add(posting.document, u64::from(own.names) * other);
            rows.names_held.add(posting.document, other * other);
        }
        later.len()
    }

    fn add_opening(&mut self, own: &Weights) -> usize {
        let rows = &mut self.rows;
        let later = match self.opening.holders(own.term) {
            Holders::Few(later) => later,
            Holders::Many(column) => {
                rows.opening.note(column, own.opening);
                rows.content_in_opening.note(column, own.content);
                rows.headline_in_opening.note(column, own.headline);
                return 1;
            }
        };
        for posting in later {
            let [other] = posting.weights.map(u64::from);
            rows.opening
                .add(posting.document, u64::from(own.opening) * other);
            rows.content_in_opening
                .add(posting.document, u64::from(own.content) * other);
            rows.headline_in_opening
                .add(posting.document, u64::from(own.headline) * other);
        }
        later.len()
    }

    fn add_headline(&mut self, own: &Weights) -> usize {
        if own.opening == 0 {
            return 0;
        }
        let row = &mut self.rows.opening_in_headline;
        let later = match self.headline.holders(own.term) {
            Holders::Few(later) => later,
            Holders::Many(column) => {
                row.note(column, own.opening);
                return 1;
            }
        };
        for posting in later {
            let [other] = posting.weights.map(u64::from);
            row.add(posting.document, u64::from(own.opening) * other);
        }
        later.len()
    }

    /// Adds what was noted of terms that have columns.
    fn multiply_columns(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let first = self.n_rows;
        let Rows {
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
        } = &mut self.rows;
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

    /// The product behind the similarity of the current document and `second`, which comes
    /// after it.
    #[inline]
    pub(super) fn product(&self, second: usize) -> u64 {
        self.rows.similarity.of(second)
    }

    /// The features of the current document and `second`, which comes after it and has
    /// this `similarity` to it.
    #[inline]
    pub(super) fn features(&self, second: usize, similarity: f64) -> Features {
        let first = self.n_rows.saturating_sub(1);
        let of = |row: &Row| cosine(row.of(second));
        let rows = &self.rows;
        let opening = of(&rows.opening);
        let headline = |document: usize, row: &Row| {
            if self.views.has_headline(document) {
                of(row)
            } else {
                opening
            }
        };
        let there = headline(first, &rows.headline_in_opening);
        let back = headline(second, &rows.opening_in_headline);
        let opened = f64::midpoint(of(&rows.opening_in_content), of(&rows.content_in_opening));
        let shares = self.containments.shares(first, second);
        let values: [f64; N_FEATURES] = [
            similarity,
            of(&rows.content),
            of(&rows.names),
            of(&rows.names_found).max(of(&rows.names_held)),
            f64::midpoint(there, back),
            opened,
            shares[0].max(shares[1]).sqrt(),
            shares[0].min(shares[1]).sqrt(),
            f64::from(u8::from(self.views.years_differ(first, second))),
        ];
        Features(values)
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
            let containments = Containments::default();
            let mut pairs = Pairs::with_columns(many, &views, &containments, &mut pace).unwrap();
            for (first, a) in documents.iter().enumerate() {
                pairs.next_row(&mut pace).unwrap();
                for (second, b) in documents.iter().enumerate().skip(first + 1) {
                    let rows = &pairs.rows;
                    prop_assert_eq!(pairs.product(second), sum(a, b, |a, b| (a.similarity, b.similarity)));
                    prop_assert_eq!(rows.content.of(second), sum(a, b, |a, b| (a.content, b.content)));
                    prop_assert_eq!(rows.opening_in_content.of(second), sum(a, b, |a, b| (a.opening, b.content)));
                    prop_assert_eq!(rows.names_found.of(second), sum(a, b, |a, _| (a.names, a.names)));
                    prop_assert_eq!(rows.names.of(second), sum(a, b, |a, b| (a.names, b.names)));
                    prop_assert_eq!(rows.names_held.of(second), sum(a, b, |_, b| (b.names, b.names)));
                    prop_assert_eq!(rows.opening.of(second), sum(a, b, |a, b| (a.opening, b.opening)));
                    prop_assert_eq!(rows.content_in_opening.of(second), sum(a, b, |a, b| (a.content, b.opening)));
                    prop_assert_eq!(rows.headline_in_opening.of(second), sum(a, b, |a, b| (a.headline, b.opening)));
                    prop_assert_eq!(rows.opening_in_headline.of(second), sum(a, b, |a, b| (a.opening, b.headline)));
                }
            }
            // After the last document the row is empty.
            pairs.next_row(&mut pace).unwrap();
        }
    }
}
