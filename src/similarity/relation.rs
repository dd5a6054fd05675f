//! How two documents relate, and the figures that decide it.
//!
//! First, one text in two places: by how much wording they share, verified by laying
//! them side by side. Then, one event: by a logistic model over the features below,
//! calibrated, and the same for all languages. Then, one topic: by what stands at the top
//! of either, since reports of one country's politics share people and places further down
//! whatever they are about. The order matters, since copies share all that reports of one
//! event do.
//!
//! The weights were set by `cargo run --release -p copydesk-tools -- relation` on the
//! pairs of two sets of labelled news, BASIL (three outlets an event) and ECB+ (two
//! events of one kind a topic), each set weighing as much as the other. They are facts
//! of a dozen numbers: no text of those sets is in them.

use super::story::Company;

/// How two documents relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Nothing in common that tells.
    Unrelated,
    /// A common topic or people, but different events.
    Related,
    /// Reports of the same event.
    SameStory,
    /// One text in two places; implies the same story.
    NearDuplicate,
}

/// How many features a pair has.
pub const N_FEATURES: usize = 9;

/// What is known of two documents: cosines of their views, and how much
/// wording they share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Features(pub [f64; N_FEATURES]);

/// Two documents, and what is known of them; what the weights are fitted to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairFeatures {
    /// Place of the first document.
    pub first: usize,
    /// Place of the second, higher than the first's.
    pub second: usize,
    /// By the two alone.
    pub features: Features,
    /// By the others.
    pub company: Company,
}

impl Features {
    /// What each of them is.
    pub const NAMES: [&str; N_FEATURES] = [
        "similarity",
        "content",
        "names",
        "names found",
        "headline in opening",
        "opening in content",
        "root of the larger containment",
        "root of the smaller containment",
        "other years",
    ];

    /// Log-odds that both tell one story, by the two alone.
    pub fn odds(&self) -> f32 {
        let [odds] = odds(&self.0.map(|feature| [feature]));
        odds
    }
}

/// Features of several pairs side by side: each of all pairs, and then the next.
pub(super) type Lanes<const N: usize> = [[f64; N]; N_FEATURES];

/// Whether what the headline and the opening of either say is the other's topic too, for
/// each of some pairs.
pub(super) fn are_of_one_topic<const N: usize>(features: &Lanes<N>) -> [bool; N] {
    let [_, _, _, _, headline, opening, ..] = features;
    std::array::from_fn(|lane| mean(headline[lane], opening[lane]) >= RELATED_MIN)
}

/// Log-odds that both tell one story, by the two alone, for each of some pairs.
#[allow(clippy::cast_possible_truncation, reason = "seven digits are enough")]
pub(super) fn odds<const N: usize>(features: &Lanes<N>) -> [f32; N] {
    let mut sums = [BIAS; N];
    for (values, weight) in features.iter().zip(WEIGHTS) {
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value * weight;
        }
    }
    sums.map(|sum| sum as f32)
}

/// The mean of two features; without a look at numbers that these never are, as
/// [`f64::midpoint`] has it.
#[inline]
pub(super) fn mean(one: f64, other: f64) -> f64 {
    (one + other) * 0.5
}

/// What each feature adds to the log-odds, in the order of [`Features::NAMES`].
const WEIGHTS: [f64; N_FEATURES] = [4.54, 4.37, 1.23, 3.32, 6.87, 5.75, 1.94, 1.14, -0.91];

/// Log-odds of two documents that have nothing in common.
const BIAS: f64 = -9.49;

/// What the company's verdict counts, beside the two documents' own; fitted, as is the next
/// but one, with what they yield as it is here.
const COMPANY: f64 = 1.06;

/// What of their own odds two documents lose where there is much company. The fit says all;
/// half costs .002 of average precision on ECB+, and leaves the two their say.
const YIELD: f64 = 0.5;

/// What rivals cost. Without them average precision is .010 lower on each set.
const RIVALRY: f64 = 1.45;

/// The probability of one story, from the log-odds of the two alone and their company.
pub(super) fn probability(alone: f64, company: Company) -> f64 {
    let odds = alone * (1.0 - YIELD * company.support) + COMPANY * company.verdict
        - RIVALRY * company.rivalry;
    1.0 / (1.0 + (-odds).exp())
}

/// Days that the reports of one event may lie apart at no cost. Of 150 pairs of reports
/// of one event in BASIL 147 lie within them.
const DAYS_FREE: f64 = 2.0;

/// What each doubling of the time beyond costs in log-odds. It never speaks for one story:
/// on a day's news all documents are of one day.
const LATENESS: f64 = 1.0;

/// What `days` between two documents take from their log-odds of one story.
#[allow(clippy::cast_possible_truncation, reason = "seven digits are enough")]
pub(super) fn lateness(days: f64) -> f32 {
    (LATENESS * (days / DAYS_FREE).max(1.0).log2()) as f32
}

/// Log-odds of equal texts, which may have no term that counts: as of features that are
/// all 1.
pub(super) const ODDS_OF_EQUALS: f32 = 20.0;

/// Copies tell one story, whatever else is known of them.
const PROBABILITY_OF_COPIES: f64 = 0.95;

/// The `probability` of one story, once it is known whether the two are copies of one text.
pub(super) fn implied_probability(is_copy: bool, probability: f64) -> f64 {
    if is_copy {
        probability.max(PROBABILITY_OF_COPIES)
    } else {
        probability
    }
}

/// From here on it is one story.
const SAME_STORY_MIN: f64 = 0.5;

/// From here on it is one topic. Of related and unrelated pairs, alone in their call and in
/// large ones, the mean F1 is .92 here, .91 at .05 and at .07, and .85 by similarity.
const RELATED_MIN: f64 = 0.06;

/// Containment of a copy that needs no further look. Three of the 150 pairs of reports of
/// one event in BASIL have more; of 1,500 articles edited in ten ways all but 10 do.
const COPIED_MIN: f64 = 0.5;

/// Containment of what may be a copy with many edits.
const MAYBE_COPIED_MIN: f64 = 0.15;

/// Share of the shorter text that lines up with the longer where it is a copy. Of 1,500
/// articles edited in ten ways 2 have less; of the 150 pairs of reports of one event in
/// BASIL 6 have more, which print an agency's text at length.
const ALIGNED_MIN: f64 = 0.35;

/// Whether two documents are one text in two places, by the larger of their containments;
/// `aligned` is asked for how much of the texts lines up, where that is in doubt.
pub(super) fn is_copy<E>(
    containment: f64,
    aligned: impl FnOnce() -> Result<f64, E>,
) -> Result<bool, E> {
    Ok(containment >= COPIED_MIN || containment >= MAYBE_COPIED_MIN && aligned()? >= ALIGNED_MIN)
}

/// What decides a relation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// Whether both are one text.
    pub(super) is_copy: bool,
    pub(super) same_story_probability: f64,
    /// Whether both are about one topic.
    pub(super) is_related: bool,
}

impl Relation {
    /// What follows from `evidence`.
    pub(super) fn of(evidence: Evidence) -> Self {
        if evidence.is_copy {
            Self::NearDuplicate
        } else if evidence.same_story_probability >= SAME_STORY_MIN {
            Self::SameStory
        } else if evidence.is_related {
            Self::Related
        } else {
            Self::Unrelated
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_come_first_then_stories_then_topics() {
        let nothing = Evidence {
            is_copy: false,
            same_story_probability: 0.0,
            is_related: false,
        };
        let topic = Evidence {
            is_related: true,
            ..nothing
        };
        let story = Evidence {
            same_story_probability: 0.8,
            ..topic
        };
        let copy = Evidence {
            is_copy: true,
            ..nothing
        };
        let cases = [
            ("nothing in common", nothing, Relation::Unrelated),
            ("terms", topic, Relation::Related),
            ("an event", story, Relation::SameStory),
            ("a copy, whatever else", copy, Relation::NearDuplicate),
        ];
        for (rule, evidence, expected) in cases {
            assert_eq!(Relation::of(evidence), expected, "{rule}");
        }
    }

    #[test]
    fn copies_are_verified_where_containment_leaves_doubt() {
        let cases = [
            ("little in common", 0.1, 1.0, false),
            ("quotations in common", 0.2, 0.2, false),
            ("a text with edits", 0.2, 0.6, true),
            ("most in common, wherever it stands", 0.9, 0.0, true),
        ];
        for (rule, containment, aligned, expected) in cases {
            let found: Result<_, ()> = is_copy(containment, || Ok(aligned));
            assert_eq!(found, Ok(expected), "{rule}");
        }
    }

    #[test]
    fn time_between_documents_only_ever_costs() {
        assert!(lateness(0.0).abs() < 1e-9 && lateness(2.0).abs() < 1e-9);
        assert!(lateness(30.0) > 3.0 && lateness(365.0) > lateness(30.0));
    }

    #[test]
    fn without_company_the_two_speak_for_themselves() {
        let none = Company {
            support: 0.0,
            verdict: 0.0,
            rivalry: 0.0,
        };
        assert!((probability(0.0, none) - 0.5).abs() < 1e-12);
        let against = Company {
            support: 0.6,
            verdict: -2.0,
            rivalry: 0.0,
        };
        assert!(probability(1.0, against) < probability(1.0, none));
        let rivals = Company {
            rivalry: 2.0,
            ..none
        };
        assert!(probability(1.0, rivals) < probability(1.0, none));
    }
}
