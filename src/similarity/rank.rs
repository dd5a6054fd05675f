//! Candidates by their likeness to one document, and what is new in it.
//!
//! The figures of a match are those that [`compare`](super::compare) has for the pair in
//! one call with all the candidates.

use crate::base::{Budget, Interrupted};

use super::aligner::Aligner;
use super::novelty::{self, Novelty};
use super::pace::Pace;
use super::pairs::{Judged, Wanted};
use super::{Contribution, Corpus, Explain, Item, Pair, Params, Readings, Relation};

/// Most matches that a call may ask for.
pub const MATCHES_MAX: usize = 1_000;

/// How to rank.
#[derive(Clone, Debug)]
pub struct RankParams {
    /// Matches to return.
    pub matches_max: usize,
    /// Leave out matches of a lower similarity.
    pub similarity_min: f64,
    /// Name the terms that made each similarity.
    pub explain: Option<Explain>,
    /// Look at menus, credits and teasers too.
    pub include_boilerplate: bool,
}

impl Default for RankParams {
    fn default() -> Self {
        Self {
            matches_max: 10,
            similarity_min: 0.0,
            explain: None,
            include_boilerplate: false,
        }
    }
}

/// The answer to what is like a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Most similar first; ties by candidate.
    pub matches: Vec<Match>,
    /// What the document has that no candidate has.
    pub novelty: Novelty,
}

/// One candidate, compared with the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Its place among the candidates.
    pub candidate: usize,
    /// How it relates to the document.
    pub relation: Relation,
    /// Cosine of their weighted terms, from 0 to 1.
    pub similarity: f64,
    /// How probable it is that both report one event.
    pub same_story_probability: f64,
    /// Share of the document's wording that the candidate has too.
    pub query_containment: f64,
    /// Share of the candidate's wording that the document has too.
    pub candidate_containment: f64,
    /// Largest first; the first mentions are the document's. Empty unless explained.
    pub contributions: Vec<Contribution>,
    /// Share of the terms that are not named; 0 unless explained.
    pub other_contribution: f64,
}

impl From<Pair> for Match {
    fn from(pair: Pair) -> Self {
        Self {
            candidate: pair.second.saturating_sub(1),
            relation: pair.relation,
            similarity: pair.similarity,
            same_story_probability: pair.same_story_probability,
            query_containment: pair.first_containment,
            candidate_containment: pair.second_containment,
            contributions: pair.contributions,
            other_contribution: pair.other_contribution,
        }
    }
}

/// Ranks the candidates, which are all of `items` but the first, by their likeness to
/// the first.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends, or when explanations have more bytes than
/// `bytes_max`.
pub fn rank(
    items: &[Item<'_>],
    params: &RankParams,
    budget: &Budget,
) -> Result<Ranked, Interrupted> {
    budget.check()?;
    let mut pace = Pace::new(budget);
    let reading = Params {
        similarity_min: params.similarity_min,
        pairs_max: params.matches_max,
        explain: params.explain,
        include_boilerplate: params.include_boilerplate,
        include_novelty: true,
    };
    let readings = Readings::new(items, &reading, novelty::Of::First, &mut pace)?;
    let corpus = Corpus::of(readings, &reading, &mut pace)?;
    let judged = Judged::of(&corpus, &reading, Wanted::OfFirst, &mut pace)?;
    let mut aligner = Aligner::new(&corpus.containments);
    let pairs = corpus.pairs(judged, &mut aligner, &mut pace)?;
    let mut matches: Vec<Match> = pairs.into_iter().map(Match::from).collect();
    matches.sort_by(|a, b| {
        let by_similarity = b.similarity.total_cmp(&a.similarity);
        by_similarity.then(a.candidate.cmp(&b.candidate))
    });
    let mut novelties = novelty::find(&corpus, &mut pace)?;
    Ok(Ranked {
        matches,
        novelty: if novelties.is_empty() {
            Novelty::default()
        } else {
            novelties.swap_remove(0)
        },
    })
}
