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

use std::ops::Range;

use crate::base::Interrupted;

use super::lexicon::Token;
use super::pace::Pace;
use super::vector::{Buffer, Length, Step, Tally, damped, sublinear, weigh};

/// Documents at which a request's own frequencies count as much as the table's.
const DOCUMENTS_OF_EVEN_WEIGHT: f64 = 200.0;

/// Where fewer than one term in so many is a name, the language has no capitals (and a
/// train's number passes for a name), or the text is written without them. Of 654 English
/// reports three have as few.
const NAMES_SHARE: usize = 20;

/// What is known of a term in a document before all documents are: what it weighs but for
/// its rarity in each view, 0 where the view has not got it.
#[derive(Clone, Copy, Debug)]
struct Factors {
    term: u32,
    rarity: Step,
    /// What it weighs for the similarity.
    similarity: u32,
    content: f32,
    names: f32,
    opening: f32,
    headline: f32,
}

/// What is known of one document; its terms ascend.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    terms: Vec<Factors>,
    years: Years,
}

impl Profile {
    /// From what is counted of the document's terms, and the years that its page names.
    pub(super) fn new(
        tallies: &[Tally],
        years: Years,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let similarities = weigh(tallies, pace)?;
        pace.spend(tallies.len())?;
        let factors = |(tally, similarity): (&Tally, u32)| Factors {
            term: tally.term,
            rarity: tally.rarity,
            similarity,
            content: factor(tally.all, tally.capital_factor()),
            names: factor(tally.named, 1.0),
            opening: factor(tally.leading, 1.0),
            headline: factor(tally.heading, 1.0),
        };
        let mut terms: Vec<_> = tallies.iter().zip(similarities).map(factors).collect();
        let n_names = tallies.iter().filter(|tally| tally.named > 0).count();
        if n_names * NAMES_SHARE < terms.len() {
            for term in &mut terms {
                term.names = term.content;
            }
        }
        Ok(Self { terms, years })
    }
}

/// What a term that stands `count` times in a view weighs there but for its rarity.
fn factor(count: u32, capital_factor: f64) -> f32 {
    match count {
        0 => 0.0,
        _ => single(sublinear(count) * capital_factor),
    }
}

/// What a term weighs in a document under each view; 0 where the view has not got it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weights {
    pub(super) term: u32,
    pub(super) similarity: u32,
    pub(super) content: u32,
    pub(super) names: u32,
    pub(super) opening: u32,
    pub(super) headline: u32,
}

/// The terms of all documents of a call, each view of a document as a vector of one length.
#[derive(Debug, Default)]
pub(super) struct Views {
    n_terms: usize,
    /// By document, then term.
    weights: Vec<Weights>,
    /// Where those of each document end.
    ends: Vec<usize>,
    has_headline: Vec<bool>,
    /// Years that each document names.
    years: Vec<Years>,
}

impl Views {
    /// Weighs the terms of `profiles`, which are numbered from 0 to `n_terms`.
    pub(super) fn new(
        profiles: Vec<Profile>,
        n_terms: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut frequencies = Frequencies::of(&profiles, n_terms, pace)?;
        let mut views = Self {
            n_terms,
            weights: Vec::with_capacity(profiles.iter().map(|each| each.terms.len()).sum()),
            ..Self::default()
        };
        let (mut rarities, mut buffer) = (Vec::new(), Buffer::default());
        for Profile { terms, years } in profiles {
            pace.spend(terms.len())?;
            rarities.clear();
            rarities.extend(terms.iter().map(|term| frequencies.weight(term)));
            let mut weigh = |view: fn(&Factors) -> f32| {
                let factors = terms.iter().map(|term| f64::from(view(term)));
                let weights = factors.zip(&rarities);
                buffer.length(weights.map(|(factor, rarity)| factor * rarity), pace)
            };
            let content = weigh(|term| term.content)?;
            let names = weigh(|term| term.names)?;
            let opening = weigh(|term| term.opening)?;
            let headline = weigh(|term| term.headline)?;
            views
                .has_headline
                .push(terms.iter().any(|term| term.headline > 0.0));
            let weights = terms.iter().zip(&rarities).map(|(term, rarity)| {
                let of = |length: Length, factor: f32| length.scale(f64::from(factor) * rarity);
                Weights {
                    term: term.term,
                    similarity: term.similarity,
                    content: of(content, term.content),
                    names: of(names, term.names),
                    opening: of(opening, term.opening),
                    headline: of(headline, term.headline),
                }
            });
            views.weights.extend(weights);
            views.ends.push(views.weights.len());
            views.years.push(years);
        }
        Ok(views)
    }

    /// How many terms there are in all.
    pub(super) fn n_terms(&self) -> usize {
        self.n_terms
    }

    /// How many documents there are.
    pub(super) fn n_documents(&self) -> usize {
        self.ends.len()
    }

    /// The terms of `document`, ascending.
    pub(super) fn of(&self, document: usize) -> &[Weights] {
        let end_of = |document: usize| self.ends.get(document).copied();
        let start = document.checked_sub(1).and_then(end_of).unwrap_or(0);
        let end = end_of(document).unwrap_or(start);
        self.weights.get(start..end).unwrap_or_default()
    }

    /// Whether a term stands in the headline of `document`.
    #[inline]
    pub(super) fn has_headline(&self, document: usize) -> bool {
        self.has_headline.get(document) == Some(&true)
    }

    /// The same of each of a block of documents.
    pub(super) fn have_headlines<const N: usize>(&self, block: usize) -> [bool; N] {
        let mut have = [false; N];
        let there = self.has_headline.iter().skip(block * N);
        for (has_headline, there) in have.iter_mut().zip(there) {
            *has_headline = *there;
        }
        have
    }

    /// Whether `document` names years.
    pub(super) fn names_years(&self, document: usize) -> bool {
        self.years.get(document).is_some_and(Years::are_any)
    }

    /// Whether both name years, and none in common.
    #[inline]
    pub(super) fn years_differ(&self, first: usize, second: usize) -> bool {
        match (self.years.get(first), self.years.get(second)) {
            (Some(first), Some(second)) => first.differ(second),
            _ => false,
        }
    }

    /// Those of `documents` with such weights.
    #[cfg(test)]
    pub(super) fn from_weights(documents: &[Vec<Weights>], n_terms: usize) -> Self {
        let mut views = Self {
            n_terms,
            weights: documents.concat(),
            has_headline: vec![true; documents.len()],
            years: vec![Years::default(); documents.len()],
            ..Self::default()
        };
        for document in documents {
            let start = views.ends.last().map_or(0, |end| *end);
            views.ends.push(start + document.len());
        }
        views
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
    is: f64,
}

impl Frequencies {
    fn of(profiles: &[Profile], n_terms: usize, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
        const N_WEIGHTS: usize = 1 << 10;
        let mut by_term = vec![0; n_terms];
        for profile in profiles {
            pace.spend(profile.terms.len())?;
            for each in &profile.terms {
                by_term[each.term as usize] += 1;
            }
        }
        Ok(Self {
            n_documents: profiles.len() as f64,
            by_term,
            weights: vec![None; N_WEIGHTS],
        })
    }

    fn weight(&mut self, term: &Factors) -> f64 {
        let frequency = self.by_term.get(term.term as usize).map_or(0, |n| *n);
        self.weight_of(frequency, single(term.rarity.rarity()))
    }

    fn weight_of(&mut self, frequency: u32, rarity: f32) -> f64 {
        let both = u64::from(frequency) << 32 | u64::from(rarity.to_bits());
        let mixed = (both.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize;
        let at = mixed & (self.weights.len() - 1);
        if let Some(known) = self.weights[at]
            && known.frequency == frequency
            && known.rarity.to_bits() == rarity.to_bits()
        {
            return known.is;
        }
        let weight = self.weight_by_frequency(frequency, rarity);
        self.weights[at] = Some(Weight {
            frequency,
            rarity,
            is: weight,
        });
        weight
    }

    fn weight_by_frequency(&self, frequency: u32, rarity: f32) -> f64 {
        let share = self.n_documents / (self.n_documents + DOCUMENTS_OF_EVEN_WEIGHT);
        let own = ((self.n_documents + 1.0) / (f64::from(frequency) + 0.5)).ln();
        damped((1.0 - share) * f64::from(rarity) + share * own)
    }
}

/// Years that a document names, of the last and of this century: a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Years([u64; 4]);

impl Years {
    /// The first year that counts, and the first that no longer does.
    pub(super) const RANGE: Range<u16> = 1900..2100;

    /// Those that `tokens` name.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut years = Self::default();
        for year in tokens.iter().filter_map(|token| token.word.year()) {
            let bit = year.saturating_sub(Self::RANGE.start);
            if let Some(bits) = years.0.get_mut(usize::from(bit / 64)) {
                *bits |= 1 << (bit % 64);
            }
        }
        years
    }

    /// Whether they are some.
    fn are_any(&self) -> bool {
        self.0.iter().any(|years| *years != 0)
    }

    /// Whether both are some, and none of them the same.
    fn differ(&self, other: &Self) -> bool {
        let (mut one, mut two, mut both) = (0, 0, 0);
        for (a, b) in self.0.iter().zip(&other.0) {
            one |= a;
            two |= b;
            both |= a & b;
        }
        one != 0 && two != 0 && both == 0
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a weight needs no more than seven digits"
)]
fn single(weight: f64) -> f32 {
    weight as f32
}
