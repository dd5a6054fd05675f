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
use crate::stem::Token;

use super::pace::Pace;
use super::product::Entry;
use super::vector::{Flags, LEAD_COUNT, Occurrence, Rated, damped, normalised, sublinear};

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
    /// Reads the `occurrences` of terms; `rated` tells how rare each term is.
    pub(super) fn new(
        occurrences: &[Occurrence],
        rated: &[Rated],
        flags: &Flags,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        pace.spend(occurrences.len())?;
        let mut profile = Self::default();
        let each_term = occurrences.chunk_by(|a, b| a.term == b.term);
        for (same, rated) in each_term.zip(rated) {
            profile.add_term(same, flags, rated.rarity);
        }
        if profile.names.len() * NAMES_SHARE < profile.content.len() {
            profile.names.clone_from(&profile.content);
        }
        Ok(profile)
    }

    /// The same with the years that the whole page names.
    pub(super) fn with_years(self, years: Vec<u16>) -> Self {
        Self { years, ..self }
    }

    fn add_term(&mut self, same: &[Occurrence], flags: &Flags, rarity: f64) {
        let Some(term) = same.first().map(|first| first.term) else {
            return;
        };
        let add = |view: &mut Vec<Weighted>, count: u32, factor: f64| {
            if count > 0 {
                view.push(Weighted {
                    term,
                    factor: single(sublinear(count) * factor),
                    rarity: single(rarity),
                });
            }
        };
        let (mut all, mut named, mut leading, mut heading) = (0, 0, 0, 0);
        for each in same {
            let is_lead = flags.is_lead(each.token);
            let count = if is_lead { LEAD_COUNT } else { 1 };
            all += count;
            named += if flags.is_name(each.token) { count } else { 0 };
            leading += u32::from(is_lead);
            heading += u32::from(flags.is_headline(each.token));
        }
        add(&mut self.content, all, flags.capital_factor(same));
        add(&mut self.names, named, 1.0);
        add(&mut self.opening, leading, 1.0);
        add(&mut self.headline, heading, 1.0);
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

/// In how many documents of the call each term stands.
struct Frequencies {
    n_documents: f64,
    by_term: Vec<u32>,
    /// By term: the last rarity that it was weighed by, and what came of that. Most calls
    /// are in one language, where a term has one.
    weights: Vec<Option<(f32, f64)>>,
}

impl Frequencies {
    fn of(profiles: &[Profile], n_terms: usize, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
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
            weights: vec![None; n_terms],
        })
    }

    fn weight(&mut self, each: Weighted) -> f64 {
        let weight = self.weight_of(each.term, each.rarity);
        f64::from(each.factor) * weight
    }

    fn weight_of(&mut self, term: u32, rarity: f32) -> f64 {
        let known = self.weights.get(term as usize).copied().flatten();
        if let Some((of, weight)) = known
            && of.to_bits() == rarity.to_bits()
        {
            return weight;
        }
        let weight = self.weight_by_frequency(term, rarity);
        if let Some(place) = self.weights.get_mut(term as usize) {
            *place = Some((rarity, weight));
        }
        weight
    }

    fn weight_by_frequency(&self, term: u32, rarity: f32) -> f64 {
        let share = self.n_documents / (self.n_documents + DOCUMENTS_OF_EVEN_WEIGHT);
        let frequency = self.by_term.get(term as usize);
        let frequency = f64::from(frequency.map_or(0, |n| *n));
        let own = ((self.n_documents + 1.0) / (frequency + 0.5)).ln();
        damped((1.0 - share) * f64::from(rarity) + share * own)
    }
}

/// The years that `tokens` name, ascending.
pub(super) fn years(tokens: &[Token]) -> Vec<u16> {
    let mut years: Vec<u16> = tokens
        .iter()
        .filter_map(|token| year(&token.stem))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The year that `term` is, if it is one of the last or of this century.
fn year(term: &str) -> Option<u16> {
    let year = if term.len() == 4 {
        term.parse().ok()?
    } else {
        0
    };
    (1900..2100).contains(&year).then_some(year)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a weight needs no more than seven digits"
)]
fn single(weight: f64) -> f32 {
    weight as f32
}
