//! What is known of every two documents: cosines of their views and how much wording they
//! share, of one document and a block of others at a time.

use pulp::{Arch, NullaryFnOnce};

use crate::base::Interrupted;

use super::columns::{LANES, Row};
use super::fingerprint::Containments;
use super::pace::Pace;
use super::profile::Views;
use super::relation::{Features, Lanes, N_FEATURES, mean};
use super::rows::{Products, Rows};
use super::vector;

/// The features of each document with those after it.
pub(super) struct Pairs<'v> {
    views: &'v Views,
    containments: &'v Containments,
    rows: Rows<'v>,
}

/// What is known of a document and some that follow each other, in lanes.
pub(super) struct Block {
    /// The products behind the similarities.
    pub(super) products: [u64; LANES],
    pub(super) features: Lanes<LANES>,
}

impl Block {
    /// The features of one pair.
    pub(super) fn features(&self, lane: usize) -> Features {
        Features(self.features.map(|feature| feature[lane]))
    }
}

impl<'v> Pairs<'v> {
    /// Prepares the pairs of the documents in `views`.
    pub(super) fn new(
        views: &'v Views,
        containments: &'v Containments,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        Ok(Self {
            views,
            containments,
            rows: Rows::new(views, pace)?,
        })
    }

    /// Goes on to the next document; those after it of which `are_equal` says so have the
    /// same text.
    pub(super) fn next(
        &mut self,
        are_equal: impl Fn(usize, usize) -> bool,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        self.rows.next(pace)?;
        let first = self.rows.current();
        for second in first + 1..self.views.n_documents() {
            if are_equal(first, second) {
                self.rows.equate(second);
            }
        }
        Ok(())
    }

    /// What is known of the current document and this block of documents, as far as they
    /// come after it.
    pub(super) fn block(&self, block: usize) -> Block {
        let first = self.rows.current();
        let mut features = [[0.0; LANES]; N_FEATURES];
        let [.., larger, smaller, years] = &mut features;
        let documents = block * LANES..(block + 1) * LANES;
        // Most documents have no wording in common with any of these.
        if self.containments.are_any(first, documents.clone()) {
            for (lane, second) in documents.clone().enumerate() {
                let shares = self.containments.shares(first, second);
                larger[lane] = shares[0].max(shares[1]).sqrt();
                smaller[lane] = shares[0].min(shares[1]).sqrt();
            }
        }
        if self.views.names_years(first) {
            for (year, second) in years.iter_mut().zip(documents) {
                *year = f64::from(u8::from(self.views.years_differ(first, second)));
            }
        }
        let products = self.rows.products();
        Arch::new().dispatch(Cosines {
            products,
            block,
            has_headline: self.views.has_headline(first),
            have_headlines: self.views.have_headlines(block),
            features: &mut features,
        });
        Block {
            products: *products.similarity.block(block),
            features,
        }
    }
}

/// The features that are cosines, of one block of documents.
struct Cosines<'a> {
    products: &'a Products,
    block: usize,
    /// Whether the current document has a headline.
    has_headline: bool,
    /// Whether the others have.
    have_headlines: [bool; LANES],
    features: &'a mut Lanes<LANES>,
}

impl NullaryFnOnce for Cosines<'_> {
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "into the code for each kind of processor"
    )]
    #[inline(always)]
    fn call(self) {
        let of = |row: &Row| cosines(row.block(self.block));
        let products = self.products;
        let [similarity, content, names, found, headlines, opened, ..] = self.features;
        *similarity = of(&products.similarity);
        *content = of(&products.content);
        *names = of(&products.names);
        let (there, back) = (of(&products.names_found), of(&products.names_held));
        for (lane, found) in found.iter_mut().enumerate() {
            *found = there[lane].max(back[lane]);
        }
        let opening = of(&products.opening);
        let there = of(&products.headline_in_opening);
        let back = of(&products.opening_in_headline);
        for (lane, headline) in headlines.iter_mut().enumerate() {
            let or_opening =
                |has_headline, cosine| if has_headline { cosine } else { opening[lane] };
            *headline = mean(
                or_opening(self.has_headline, there[lane]),
                or_opening(self.have_headlines[lane], back[lane]),
            );
        }
        let there = of(&products.opening_in_content);
        let back = of(&products.content_in_opening);
        for (lane, opened) in opened.iter_mut().enumerate() {
            *opened = mean(there[lane], back[lane]);
        }
    }
}

#[expect(
    clippy::inline_always,
    reason = "into the code for each kind of processor"
)]
#[inline(always)]
fn cosines(products: &[u64; LANES]) -> [f64; LANES] {
    let mut cosines = [0.0; LANES];
    for (cosine, product) in cosines.iter_mut().zip(products) {
        *cosine = vector::cosine(*product);
    }
    cosines
}
