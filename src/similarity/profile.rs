//! What is read of a document to tell which event it reports: its terms under five
//! views, and the years that it names.
//!
//! - *content*: all its terms, as [`vector`](super::vector) weighs them;
//! - *names*: terms with a capital inside a sentence, which tell "the same event" from
//!   "the same kind of event" better than all others; all terms, where it has next to none;
//! - *opening*: headline and first 60 or 70 words, where news says what happened;
//! - *headline*: the headline alone.
//!
//! A term weighs `(1 + ln f) · w^0.7`, where `w` goes from its rarity in the language to its
//! inverse document frequency in the request, the more documents this has:
//!
//! ```text
//! w = (1 − λ) · rarity + λ · ln((n + 1) / (df + ½))        λ = n / (n + 200)
//! ```
//!
//! so that two documents get the table, and a day's news its own. Similarity, which must
//! not depend on the other documents, keeps to the table.

use crate::base::Interrupted;

use super::lexicon::Token;
use super::pace::Pace;
use super::product::Entry;
use super::vector::{Tally, damped, normalised, sublinear};

/// Documents at which a request's own frequencies count as much as the table's.
const DOCUMENTS_OF_EVEN_WEIGHT: f64 = 200.0;

/// Where fewer than one term in so many is a name, the language has no capitals (and a
/// train's number passes for a name), or the text is written without them. Of 654 English
/// reports three have as few.
const NAMES_SHARE: usize = 20;

/// A term in one view of a document.
#[derive(Clone, Copy, Debug)]
struct Weighted {
    term: u32,
    /// What it weighs but for its rarity.
    factor: f32,
    /// How rare it is in the language.
    rarity: f32,
}

/// What is known of one document; terms ascend in each view.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    content: Vec<Weighted>,
    names: Vec<Weighted>,
    opening: Vec<Weighted>,
    headline: Vec<Weighted>,
    /// Ascending.
    years: Vec<u16>,
}

impl Profile {
    /// From what is counted of the document's terms, and the years that its page names.
    pub(super) fn new(
        tallies: &[Tally],
        years: Vec<u16>,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        pace.spend(tallies.len())?;
        let mut profile = Self {
            content: Vec::with_capacity(tallies.len()),
            years,
            ..Self::default()
        };
        for tally in tallies {
            profile.add_term(tally);
        }
        if profile.names.len() * NAMES_SHARE < profile.content.len() {
            profile.names.clone_from(&profile.content);
        }
        Ok(profile)
    }

    fn add_term(&mut self, tally: &Tally) {
        let add = |view: &mut Vec<Weighted>, count: u32, factor: f64| {
            if count > 0 {
                view.push(Weighted {
                    term: tally.term,
                    factor: single(sublinear(count) * factor),
                    rarity: single(tally.rarity.rarity()),
                });
            }
        };
        add(&mut self.content, tally.all, tally.capital_factor());
        add(&mut self.names, tally.named, 1.0);
        add(&mut self.opening, tally.leading, 1.0);
        add(&mut self.headline, tally.heading, 1.0);
    }
}

/// The terms of all documents of a call, as vectors of one length.
#[derive(Debug, Default)]
pub(super) struct Views {
    pub(super) content: Vec<Vec<Entry>>,
    pub(super) names: Vec<Vec<Entry>>,
    pub(super) opening: Vec<Vec<Entry>>,
    pub(super) headline: Vec<Vec<Entry>>,
    /// Years that each document names.
    pub(super) years: Vec<Vec<u16>>,
}

impl Views {
    /// Weighs the terms of `profiles`, which are numbered from 0 to `n_terms`.
    pub(super) fn new(
        profiles: Vec<Profile>,
        n_terms: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut frequencies = Frequencies::of(&profiles, n_terms, pace)?;
        let mut views = Self::default();
        for profile in profiles {
            pace.spend(profile.content.len() + profile.opening.len())?;
            let mut weigh = |terms: &[Weighted]| {
                let weight = |each: &Weighted| (each.term, frequencies.weight(*each));
                normalised(&terms.iter().map(weight).collect::<Vec<_>>(), pace)
            };
            views.content.push(weigh(&profile.content)?);
            views.names.push(weigh(&profile.names)?);
            views.opening.push(weigh(&profile.opening)?);
            views.headline.push(weigh(&profile.headline)?);
            views.years.push(profile.years);
        }
        Ok(views)
    }
}

/// In how many documents of the call each term stands, and what that makes it weigh.
struct Frequencies {
    n_documents: f64,
    by_term: Vec<u32>,
    /// Weights by frequency and rarity, which few pairs of are different: each in its one
    /// place, until another takes it.
    weights: Vec<Option<Weight>>,
}

/// What terms weigh of one frequency and rarity.
#[derive(Clone, Copy)]
struct Weight {
    frequency: u32,
    rarity: f32,
    weight: f64,
}

impl Frequencies {
    fn of(profiles: &[Profile], n_terms: usize, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
        const N_WEIGHTS: usize = 1 << 10;
        let mut by_term = vec![0; n_terms];
        for profile in profiles {
            pace.spend(profile.content.len())?;
            for each in &profile.content {
                by_term[each.term as usize] += 1;
            }
        }
        Ok(Self {
            n_documents: profiles.len() as f64,
            by_term,
            weights: vec![None; N_WEIGHTS],
        })
    }

    fn weight(&mut self, each: Weighted) -> f64 {
        let frequency = self.by_term.get(each.term as usize).map_or(0, |n| *n);
        f64::from(each.factor) * self.weight_of(frequency, each.rarity)
    }

    fn weight_of(&mut self, frequency: u32, rarity: f32) -> f64 {
        let both = u64::from(frequency) << 32 | u64::from(rarity.to_bits());
        let mixed = (both.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize;
        let at = mixed & (self.weights.len() - 1);
        if let Some(known) = self.weights[at]
            && known.frequency == frequency
            && known.rarity.to_bits() == rarity.to_bits()
        {
            return known.weight;
        }
        let weight = self.weight_by_frequency(frequency, rarity);
        self.weights[at] = Some(Weight {
            frequency,
            rarity,
            weight,
        });
        weight
    }

    fn weight_by_frequency(&self, frequency: u32, rarity: f32) -> f64 {
        let share = self.n_documents / (self.n_documents + DOCUMENTS_OF_EVEN_WEIGHT);
        let own = ((self.n_documents + 1.0) / (f64::from(frequency) + 0.5)).ln();
        damped((1.0 - share) * f64::from(rarity) + share * own)
    }
}

/// The years that `tokens` name, ascending.
pub(super) fn years(tokens: &[Token]) -> Vec<u16> {
    let mut years: Vec<u16> = tokens
        .iter()
        .filter_map(|token| token.word.year())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a weight needs no more than seven digits"
)]
fn single(weight: f64) -> f32 {
    weight as f32
}
