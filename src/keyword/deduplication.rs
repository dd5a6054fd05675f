//! Leaves out what repeats a better keyword: other forms of its name, phrases inside it,
//! and phrases that only say more of the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Scored;
use super::candidate::{Candidate, Candidates};
use super::name::{Form, Names};
use super::reading::Reading;
use super::role::{Role, Roles};

/// Keywords that may have a word in common: "NATO", "NATO membership", "NATO allies".
const KEYWORDS_PER_STEM_MAX: usize = 3;

/// What repetition is told by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub(super) reading: &'a Reading,
    pub(super) roles: &'a Roles,
    pub(super) candidates: &'a Candidates,
    pub(super) names: &'a Names,
    /// How often each candidate stands whole.
    pub(super) n_whole: &'a [u32],
}

/// The best `n` of `scored`, which are all candidates, without what repeats a better one;
/// the first of them with score 1.
///
/// Verbs and adjectives by themselves are left out too, unless a caller has `listed` the
/// candidates, or there is nothing else.
pub(super) fn choose(
    question: &Question,
    scored: Vec<Scored>,
    n: usize,
    listed: bool,
) -> Vec<Scored> {
    let scored = for_readers(question, scored);
    let fuller = fuller(question, &scored);
    let mut ranked = Ranked::new(scored);
    let mut chosen = Vec::new();
    if !listed {
        chosen = pick(question, &mut ranked, &fuller, n, Alone::NounsOnly);
    }
    if chosen.is_empty() {
        chosen = pick(question, &mut ranked, &fuller, n, Alone::Any);
    }
    let best = chosen.first().map_or(1.0, |first| first.score);
    for scored in &mut chosen {
        scored.score = (scored.score / best).clamp(f64::MIN_POSITIVE, 1.0);
    }
    chosen
}

/// Names are worth so much more than other phrases of the same score: readers and archives
/// look for them, where lists of gold keywords prefer topics.
const NAME_FACTOR: f64 = 2.0;

/// A phrase with a figure is as telling: "F-16 jets", "pre-1990 prices".
const FIGURE_FACTOR: f64 = 2.0;

/// A name with a word before it that is none ("director Smith") says no more than the name.
const MIXED_FACTOR: f64 = 0.5;

/// A common word by itself says less to a reader than a phrase.
const SINGLE_FACTOR: f64 = 0.7;

/// `scored` as readers want them: lists of gold keywords, which the scores were set by,
/// prefer topics and single words.
fn for_readers(question: &Question, mut scored: Vec<Scored>) -> Vec<Scored> {
    let candidates = question.candidates.as_slice();
    for scored in &mut scored {
        let words = candidates.get(scored.candidate).map(Candidate::words);
        scored.score *= words.map_or(1.0, |words| {
            if question.names.is_name(scored.candidate) {
                NAME_FACTOR
            } else if question.reading.has_figure(&words) {
                FIGURE_FACTOR
            } else if question.reading.is_mixed(&words) {
                MIXED_FACTOR
            } else if words.len() == 1 {
                SINGLE_FACTOR
            } else {
                1.0
            }
        });
    }
    scored
}

/// Candidates, the best first, put into order as far as they are asked for: of thousands a
/// dozen are.
struct Ranked {
    /// In order up to `n_sorted`, and better than what comes behind.
    scored: Vec<Scored>,
    n_sorted: usize,
}

/// Candidates that are put into order at first.
const RANKED_FIRST: usize = 32;

impl Ranked {
    fn new(scored: Vec<Scored>) -> Self {
        Self {
            scored,
            n_sorted: 0,
        }
    }

    /// Number `rank` of them.
    fn get(&mut self, rank: usize) -> Option<Scored> {
        if rank >= self.n_sorted {
            self.sort_more();
        }
        self.scored.get(rank).copied()
    }

    /// Puts as many more into order as there are already.
    fn sort_more(&mut self) {
        let n_more = self.n_sorted.max(RANKED_FIRST);
        let mut rest = self.scored.get_mut(self.n_sorted..).unwrap_or_default();
        if n_more < rest.len() {
            rest.select_nth_unstable_by(n_more, Scored::before);
            rest = rest.get_mut(..n_more).unwrap_or_default();
        }
        rest.sort_unstable_by(Scored::before);
        self.n_sorted += rest.len();
    }
}

/// Which words may be keywords by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alone {
    NounsOnly,
    Any,
}

/// A phrase stands for its last word where it has this share of the word's score: "Harbour
/// Bridge" for "bridge".
const SCORE_SHARE_OF_WORD: f64 = 0.3;

/// The best phrase that stands more than once, by its last stem.
fn fuller(question: &Question, all: &[Scored]) -> FxHashMap<u32, Scored> {
    let mut fuller: FxHashMap<u32, Scored> = FxHashMap::default();
    for scored in all {
        let Some(candidate) = question.candidates.as_slice().get(scored.candidate) else {
            continue;
        };
        let is_phrase = candidate.words().len() > 1 && candidate.n_mentions() > 1;
        if !is_phrase || question.names.form(scored.candidate) != Form::Own {
            continue;
        }
        let parts = question.reading.parts_of(&candidate.words());
        if let Some(last) = parts.last() {
            let best = fuller.entry(last.stem).or_insert(*scored);
            if scored.before(best).is_lt() {
                *best = *scored;
            }
        }
    }
    fuller
}

fn pick(
    question: &Question,
    ranked: &mut Ranked,
    fuller: &FxHashMap<u32, Scored>,
    n: usize,
    alone: Alone,
) -> Vec<Scored> {
    let mut chosen: Vec<Scored> = Vec::new();
    let mut seen = Seen::default();
    for rank in 0.. {
        let Some(scored) = ranked.get(rank).filter(|_| chosen.len() < n) else {
            break;
        };
        let candidate = match question.names.form(scored.candidate) {
            Form::Own => question.fuller_form(scored, fuller),
            Form::Of(full) => full,
            Form::Cut => continue,
        };
        let Some(found) = question.candidates.as_slice().get(candidate) else {
            continue;
        };
        let words = &found.words();
        let is_cut =
            (words.len() == 1 || found.n_mentions() == 1) && question.is_never_whole(candidate);
        if is_cut && alone == Alone::NounsOnly {
            continue;
        }
        let role = question.roles.get(words.start);
        let is_noun = words.len() > 1 || !matches!(role, Role::Adjective | Role::Verb);
        if !is_noun && alone == Alone::NounsOnly {
            continue;
        }
        let parts = question.reading.parts_of(words).iter();
        let stems: Vec<u32> = parts.map(|part| part.stem).collect();
        if seen.repeats(&stems) {
            continue;
        }
        seen.add(stems, question.names.is_name(candidate));
        chosen.push(Scored {
            candidate,
            score: scored.score,
        });
    }
    chosen
}

impl Question<'_> {
    /// Whether the candidate, no name, is a part of a longer phrase wherever it stands.
    fn is_never_whole(&self, candidate: usize) -> bool {
        let n_whole = self.n_whole.get(candidate).copied().unwrap_or_default();
        n_whole == 0 && !self.names.is_name(candidate)
    }

    /// The phrase that stands for a single word, no name; else the candidate itself.
    fn fuller_form(&self, scored: Scored, fuller: &FxHashMap<u32, Scored>) -> usize {
        let candidate = self.candidates.as_slice().get(scored.candidate);
        let Some(candidate) = candidate.filter(|candidate| candidate.words().len() == 1) else {
            return scored.candidate;
        };
        let last = self.reading.parts_of(&candidate.words()).last();
        let phrase = last.and_then(|part| fuller.get(&part.stem));
        let is_worth_it = |phrase: &&Scored| phrase.score >= scored.score * SCORE_SHARE_OF_WORD;
        match phrase.filter(is_worth_it) {
            Some(phrase) if !self.names.is_name(scored.candidate) => phrase.candidate,
            _ => scored.candidate,
        }
    }
}

/// What has been chosen, by stems.
#[derive(Debug, Default)]
struct Seen {
    whole: FxHashSet<Vec<u32>>,
    /// All runs of stems inside.
    inside: FxHashSet<Vec<u32>>,
    n_of_stem: FxHashMap<u32, usize>,
}

impl Seen {
    /// Whether a phrase of these `stems` lies in a chosen one, ends with one, or has a
    /// word that enough of them have.
    fn repeats(&self, stems: &[u32]) -> bool {
        let ends_with_chosen = (1..stems.len())
            .filter_map(|from| stems.get(from..))
            .any(|end| self.whole.contains(end));
        // "rare earth minerals deal" says the same as "rare earth minerals".
        let begins_with_chosen = (2..stems.len())
            .filter_map(|to| stems.get(..to))
            .any(|head| self.whole.contains(head));
        let is_worn = |stem: &u32| {
            let n = self.n_of_stem.get(stem).copied().unwrap_or_default();
            n >= KEYWORDS_PER_STEM_MAX
        };
        self.inside.contains(stems)
            || ends_with_chosen
            || begins_with_chosen
            || stems.iter().any(is_worn)
    }

    /// Adds a phrase of these `stems`; a name of one word counts twice, since what is said of
    /// it ("NATO membership", "NATO allies") is soon enough.
    fn add(&mut self, stems: Vec<u32>, is_name: bool) {
        if let [only] = stems.as_slice() {
            *self.n_of_stem.entry(*only).or_default() += usize::from(is_name);
        }
        for from in 0..stems.len() {
            for to in from + 1..=stems.len() {
                self.inside.extend(stems.get(from..to).map(<[u32]>::to_vec));
            }
        }
        for stem in &stems {
            *self.n_of_stem.entry(*stem).or_default() += 1;
        }
        self.whole.insert(stems);
    }
}
