//! What is known of every two documents: products of their views and how much wording they
//! share, row by row.
//!
//! A row is a document with all those after it. One walk through who has each of its
//! terms adds up all products that need the walk, and each keeps its own sum for every
//! other document. Weights are whole numbers. Sums of whole numbers are the same in any
//! order, so a product depends on its two documents alone: not on which comes first, nor
//! on how the terms of the others are numbered.

use crate::base::Interrupted;

use super::fingerprint::Containments;
use super::pace::Pace;
use super::product::Index;
use super::profile::{Views, Weights};
use super::relation::{Features, N_FEATURES};
use super::vector::cosine;

/// The features of each document with those after it.
pub(super) struct Pairs<'v> {
    views: &'v Views,
    containments: &'v Containments,
    /// What each term weighs for the similarity, and in the content.
    content: Index<[u32; 2]>,
    names: Index<u32>,
    opening: Index<u32>,
    headline: Index<u32>,
    rows: Rows,
    n_rows: usize,
}

/// Sums of the current document with others, by these.
#[derive(Default)]
struct Rows {
    content: Vec<OfContent>,
    names: Vec<OfNames>,
    opening: Vec<OfOpening>,
    opening_in_headline: Vec<u64>,
}

/// Products with the content of another document. `opening` is that of the own opening,
/// and so on.
#[derive(Clone, Copy, Debug, Default)]
struct OfContent {
    similarity: u64,
    content: u64,
    opening: u64,
    /// How much of the own names stands there.
    names_found: u64,
}

/// Products with the names of another document.
#[derive(Clone, Copy, Debug, Default)]
struct OfNames {
    names: u64,
    /// How much of them stands in the own content.
    held: u64,
}

/// Products with the opening of another document.
#[derive(Clone, Copy, Debug, Default)]
struct OfOpening {
    opening: u64,
    content: u64,
    headline: u64,
}

impl Rows {
    fn new(n_documents: usize) -> Self {
        Self {
            content: vec![OfContent::default(); n_documents],
            names: vec![OfNames::default(); n_documents],
            opening: vec![OfOpening::default(); n_documents],
            opening_in_headline: vec![0; n_documents],
        }
    }

    /// Sets the sums with documents from `first` on to 0.
    fn clear(&mut self, first: usize) {
        clear(&mut self.content, first);
        clear(&mut self.names, first);
        clear(&mut self.opening, first);
        clear(&mut self.opening_in_headline, first);
    }
}

fn clear<T: Copy + Default>(row: &mut [T], first: usize) {
    if let Some(rest) = row.get_mut(first..) {
        rest.fill(T::default());
    }
}

impl<'v> Pairs<'v> {
    /// Prepares the pairs of the documents in `views`.
    pub(super) fn new(
        views: &'v Views,
        containments: &'v Containments,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let some = |weight: u32| (weight > 0).then_some(weight);
        Ok(Self {
            views,
            containments,
            content: Index::new(views, |each| Some([each.similarity, each.content]), pace)?,
            names: Index::new(views, |each| some(each.names), pace)?,
            opening: Index::new(views, |each| some(each.opening), pace)?,
            headline: Index::new(views, |each| some(each.headline), pace)?,
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
            let n_later = self.add_content(own);
            pace.spend(1 + n_later)?;
            if n_later > 0 {
                common.push(own);
            }
        }
        for own in &common {
            pace.spend(self.add_names(own))?;
        }
        for own in &common {
            pace.spend(self.add_opening(own))?;
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

    /// Adds what `own` makes with the content of others; tells how many these are.
    fn add_content(&mut self, own: &Weights) -> usize {
        let later = self.content.documents(own.term);
        let (similarity, content) = (u64::from(own.similarity), u64::from(own.content));
        let (opening, names) = (u64::from(own.opening), u64::from(own.names));
        // Most terms are neither names nor in the opening.
        if names == 0 && opening == 0 {
            for posting in later {
                let sums = &mut self.rows.content[posting.document as usize];
                let [other_similarity, other_content] = posting.weight;
                sums.similarity += similarity * u64::from(other_similarity);
                sums.content += content * u64::from(other_content);
            }
        } else {
            for posting in later {
                let sums = &mut self.rows.content[posting.document as usize];
                let [other_similarity, other_content] = posting.weight;
                sums.similarity += similarity * u64::from(other_similarity);
                sums.content += content * u64::from(other_content);
                sums.opening += opening * u64::from(other_content);
                sums.names_found += names * names;
            }
        }
        later.len()
    }

    fn add_names(&mut self, own: &Weights) -> usize {
        let later = self.names.documents(own.term);
        for posting in later {
            let sums = &mut self.rows.names[posting.document as usize];
            let other = u64::from(posting.weight);
            sums.names += u64::from(own.names) * other;
            sums.held += other * other;
        }
        later.len()
    }

    /// Adds what `own` makes with the opening of others, and with their headline.
    fn add_opening(&mut self, own: &Weights) -> usize {
        let later = self.opening.documents(own.term);
        for posting in later {
            let sums = &mut self.rows.opening[posting.document as usize];
            let other = u64::from(posting.weight);
            sums.opening += u64::from(own.opening) * other;
            sums.content += u64::from(own.content) * other;
            sums.headline += u64::from(own.headline) * other;
        }
        if own.opening == 0 {
            return later.len();
        }
        let headed = self.headline.documents(own.term);
        for posting in headed {
            let sum = &mut self.rows.opening_in_headline[posting.document as usize];
            *sum += u64::from(own.opening) * u64::from(posting.weight);
        }
        later.len() + headed.len()
    }

    /// The product behind the similarity of the current document and `second`, which comes
    /// after it.
    #[inline]
    pub(super) fn product(&self, second: usize) -> u64 {
        self.rows
            .content
            .get(second)
            .map_or(0, |sums| sums.similarity)
    }

    /// The features of the current document and `second`, which comes after it and has
    /// this `similarity` to it.
    #[inline]
    pub(super) fn features(&self, second: usize, similarity: f64) -> Features {
        let first = self.n_rows.saturating_sub(1);
        let of_content = at(&self.rows.content, second);
        let of_names = at(&self.rows.names, second);
        let of_opening = at(&self.rows.opening, second);
        let opening = cosine(of_opening.opening);
        let headline = |document: usize, product: u64| {
            if self.views.has_headline(document) {
                cosine(product)
            } else {
                opening
            }
        };
        let (there, back) = (
            headline(first, of_opening.headline),
            headline(second, at(&self.rows.opening_in_headline, second)),
        );
        let opened = f64::midpoint(cosine(of_content.opening), cosine(of_opening.content));
        let shares = self.containments.shares(first, second);
        let values: [f64; N_FEATURES] = [
            similarity,
            cosine(of_content.content),
            cosine(of_names.names),
            cosine(of_content.names_found).max(cosine(of_names.held)),
            f64::midpoint(there, back),
            opened,
            shares[0].max(shares[1]).sqrt(),
            shares[0].min(shares[1]).sqrt(),
            f64::from(u8::from(self.views.years_differ(first, second))),
        ];
        Features(values)
    }
}

#[inline]
fn at<T: Copy + Default>(row: &[T], document: usize) -> T {
    row.get(document).copied().unwrap_or_default()
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
        ) {
            let budget = Budget::unlimited();
            let mut pace = Pace::new(&budget);
            let views = Views::from_weights(&documents, N_TERMS);
            let containments = Containments::default();
            let mut pairs = Pairs::new(&views, &containments, &mut pace).unwrap();
            for (first, a) in documents.iter().enumerate() {
                pairs.next_row(&mut pace).unwrap();
                for (second, b) in documents.iter().enumerate().skip(first + 1) {
                    let content = pairs.rows.content[second];
                    prop_assert_eq!(pairs.product(second), sum(a, b, |a, b| (a.similarity, b.similarity)));
                    prop_assert_eq!(content.content, sum(a, b, |a, b| (a.content, b.content)));
                    prop_assert_eq!(content.opening, sum(a, b, |a, b| (a.opening, b.content)));
                    prop_assert_eq!(content.names_found, sum(a, b, |a, _| (a.names, a.names)));
                    let names = pairs.rows.names[second];
                    prop_assert_eq!(names.names, sum(a, b, |a, b| (a.names, b.names)));
                    prop_assert_eq!(names.held, sum(a, b, |_, b| (b.names, b.names)));
                    let opening = pairs.rows.opening[second];
                    prop_assert_eq!(opening.opening, sum(a, b, |a, b| (a.opening, b.opening)));
                    prop_assert_eq!(opening.content, sum(a, b, |a, b| (a.content, b.opening)));
                    prop_assert_eq!(opening.headline, sum(a, b, |a, b| (a.headline, b.opening)));
                    let headed = pairs.rows.opening_in_headline[second];
                    prop_assert_eq!(headed, sum(a, b, |a, b| (a.opening, b.headline)));
                }
            }
            // After the last document the row is empty.
            pairs.next_row(&mut pace).unwrap();
        }
    }
}
