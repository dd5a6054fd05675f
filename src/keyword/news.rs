//! Keywords of news: noun phrases, scored by what tells a topic from the words around it.
//!
//! The score of a phrase is a product: of how often its words stand in the document and how
//! rarely elsewhere, how often the phrase itself does, how early, how whole (not as a part
//! of a longer phrase), whether in the headline; and of how likely it is no noun phrase,
//! or one of weak words only. No factor is new: log frequencies and rarity are those of
//! tf·idf (Spärck Jones 1972), position and headline those of KEA (Witten et al. 1999) and
//! of PositionRank (Florescu & Caragea 2017), wholeness that of C-value (Frantzi et al.
//! 2000), parts of speech those of Hulth (2003). The exponents are [`Weights`], one set
//! for each [`Granularity`]: gold keywords differ more by the style of their editors
//! than by their texts.
//!
//! TextRank's ranks (Mihalcea & Tarau 2004) as one more factor gained nothing on eight
//! sets (F1@10 −.006 to +.013), and a ranker learnt from one style lost to YAKE on another.

use std::ops::Range;

use crate::base::{Budget, Interrupted};
use crate::stem::Rarity;

use super::candidate::{Candidate, Candidates};
use super::reading::{Case, Kind, Part, Reading, WORDS_PER_CHECK, Word};
use super::role::{Role, Roles};
use super::stem_traits::StemTraits;
use super::{Granularity, Scored};

/// Exponents of the factors of a score; for what is there or not, logarithms of the
/// factor itself.
///
/// Set by hill climbing on every second document of eight sets of labelled texts (two of
/// them not English); docs/quality.md has the other half.
#[derive(Clone, Copy, Debug)]
struct Weights {
    /// Of the mean of ln(1 + occurrences) over the words.
    frequency: f64,
    /// Of the mean rarity of the words.
    rarity: f64,
    /// For two, three, four and more words of content.
    words: [f64; 3],
    /// Of 1 + ln(occurrences of the phrase).
    phrase: f64,
    /// Of 1 / (1 + words before it / 20).
    position: f64,
    /// Of the share of mentions that are no part of a longer phrase, smoothed.
    whole: f64,
    /// Of e to the share of words that are in the headline, which have position as well:
    /// with that alone they come a little too high among single words and phrases.
    headline: f64,
    /// Of e to the probability that a word is a verb or the like, of the word where it is
    /// most.
    verb_inside: f64,
    /// For a "de" or "of" inside.
    connector: f64,
    /// For an adjective by itself.
    adjective: f64,
    /// For a verb or an adverb by itself.
    verb: f64,
    /// Of e to the share of weak words.
    weak: f64,
    /// For a weak word at the end.
    weak_last: f64,
    /// For a weak word at the head of a phrase.
    weak_first: f64,
    /// For a word by itself that goes with any topic ("system", "analysis").
    vague: f64,
    /// For an acronym by itself.
    acronym: f64,
    /// For an English gerund at the head of a phrase, which is what is done to the rest of
    /// it: "mining association rules".
    gerund: f64,
    /// For small letters before a capital: "director Smith", or a line that was glued to
    /// the next.
    mixed: f64,
}

const WORDS: Weights = Weights {
    frequency: 0.95,
    rarity: 0.6,
    words: [-0.6, -1.5, -1.5],
    phrase: 0.45,
    position: 0.4,
    whole: 0.5,
    headline: 0.0,
    verb_inside: -0.25,
    connector: -0.4,
    adjective: -0.75,
    verb: -0.3,
    weak: -0.45,
    weak_last: -0.4,
    weak_first: -0.1,
    vague: 0.0,
    acronym: 0.45,
    gerund: -0.5,
    mixed: -0.6,
};

const BALANCED: Weights = Weights {
    frequency: 1.7,
    rarity: 1.0,
    words: [1.05, 1.0, -0.4],
    phrase: 1.7,
    position: 0.85,
    whole: 0.85,
    headline: -0.2,
    verb_inside: -1.05,
    connector: -1.8,
    adjective: -0.9,
    verb: -0.3,
    weak: -1.6,
    weak_last: -0.75,
    weak_first: -0.6,
    vague: -1.4,
    acronym: 0.7,
    gerund: -1.4,
    mixed: -0.6,
};

const PHRASES: Weights = Weights {
    frequency: 1.5,
    rarity: 0.8,
    words: [1.75, 1.8, 0.45],
    phrase: 1.2,
    position: 0.45,
    whole: 1.45,
    headline: 0.15,
    verb_inside: -0.7,
    connector: -2.0,
    adjective: -0.85,
    verb: -0.45,
    weak: -0.65,
    weak_last: -0.65,
    weak_first: -1.1,
    vague: -1.2,
    acronym: 0.0,
    gerund: -0.6,
    mixed: -0.6,
};

impl Weights {
    fn of(granularity: Granularity) -> &'static Self {
        match granularity {
            Granularity::Words => &WORDS,
            Granularity::Balanced => &BALANCED,
            Granularity::Phrases => &PHRASES,
        }
    }
}

/// Words before a mention at which position halves the score, where its exponent is 1:
/// about a sentence.
const POSITION_WORDS: f64 = 20.0;

/// What a phrase has that is never whole.
const WHOLE_LEAST: f64 = 0.15;

/// Where a language has no table, every word is as rare as a usual one of news.
const RARITY_UNKNOWN: f64 = 8.0;

/// What is to be scored, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub(super) reading: &'a Reading,
    pub(super) roles: &'a Roles,
    pub(super) candidates: &'a Candidates,
    pub(super) granularity: Granularity,
}

/// No word of content is as common.
const FUNCTION_RARITY_MAX: f64 = 1.5;

/// Scores the candidates, in their order: in (0, 1], higher is better, 1 for the best; and
/// tells how often each of them stands whole.
pub(super) fn score(
    question: &Question,
    budget: &Budget,
) -> Result<(Vec<Scored>, Vec<u32>), Interrupted> {
    let Question {
        reading,
        roles,
        candidates,
        ..
    } = *question;
    let scorer = Scorer {
        reading,
        roles,
        terms: Terms::new(question, budget)?,
        weights: Weights::of(question.granularity),
        never_whole: log_whole(0, 1.0),
        always_whole: log_whole(1, 1.0),
    };
    let n_whole = count_whole(question, budget)?;
    let mut found = Vec::with_capacity(candidates.as_slice().len());
    let mut best = f64::MIN;
    let (mut start, mut position) = (0, 0.0);
    for (i, candidate) in candidates.as_slice().iter().enumerate() {
        if i % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        let begins = candidate.words().start;
        if begins != start {
            (start, position) = (begins, log_position(begins));
        }
        let n_whole = n_whole.get(i).copied().unwrap_or_default();
        let score = scorer.log_score(candidate, n_whole, position);
        best = best.max(score);
        found.push(Scored {
            candidate: i,
            score,
        });
    }
    for Scored { score, .. } in &mut found {
        *score = (*score - best).exp().clamp(f64::MIN_POSITIVE, 1.0);
    }
    Ok((found, n_whole))
}

/// What is known of one term.
#[derive(Clone, Copy, Debug)]
struct Term {
    n: u32,
    /// Sum of the probabilities that it is no noun and no adjective.
    verbs: f32,
    rarity: f32,
    in_headline: bool,
    weak: bool,
    vague: bool,
    /// ln(1 + n).
    frequency: f64,
}

impl Term {
    const NONE: Self = Self {
        n: 0,
        verbs: 0.0,
        rarity: 0.0,
        in_headline: false,
        weak: false,
        vague: false,
        frequency: 0.0,
    };

    fn verb_share(&self) -> f64 {
        f64::from(self.verbs) / f64::from(self.n.max(1))
    }
}

/// The terms of a document, by their number.
struct Terms(Vec<Term>);

impl Terms {
    fn new(question: &Question, budget: &Budget) -> Result<Self, Interrupted> {
        let Question { reading, roles, .. } = *question;
        let mut terms = vec![Term::NONE; reading.terms.len()];
        for (i, word) in reading.words.iter().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let verb = 1.0 - roles.nominal(i);
            for part in reading.parts.get(word.parts()).unwrap_or_default() {
                let Some(term) = terms.get_mut(part.term as usize) else {
                    continue;
                };
                if term.n == 0 {
                    let traits = reading.stems.traits_of(part.stem);
                    let is_weak = part.kind == Kind::Figure || traits.weak;
                    term.rarity = rarity(traits, part.case);
                    term.weak = is_weak && word.parts().len() == 1;
                    term.vague = traits.vague;
                }
                term.n += 1;
                term.verbs += verb;
                term.in_headline |= word.headline;
            }
        }
        // Most terms stand once.
        let of_one = 1_f64.ln_1p();
        for term in &mut terms {
            let frequency = || f64::from(term.n).ln_1p();
            term.frequency = if term.n > 1 { frequency() } else { of_one };
        }
        Ok(Self(terms))
    }

    fn of(&self, part: &Part) -> &Term {
        static NONE: Term = Term::NONE;
        self.0.get(part.term as usize).unwrap_or(&NONE)
    }
}

fn rarity(traits: StemTraits, case: Case) -> f32 {
    let in_table = |steps: u8| f64::from(steps) * Rarity::STEP;
    let rarity = traits.rarity.map_or(RARITY_UNKNOWN, in_table);
    // "WHO", "IT" and the "São" of "São Paulo" share a stem with function words, and nothing
    // else.
    let is_other = case != Case::Plain && rarity < FUNCTION_RARITY_MAX;
    let rarity = if is_other { RARITY_UNKNOWN } else { rarity };
    #[expect(clippy::cast_possible_truncation, reason = "at most 12.75")]
    let rarity = rarity as f32;
    rarity
}

/// How often each candidate stands whole: not as a part of a longer phrase.
fn count_whole(question: &Question, budget: &Budget) -> Result<Vec<u32>, Interrupted> {
    let Question {
        reading,
        roles,
        candidates,
        ..
    } = *question;
    let mut counts = vec![0; candidates.as_slice().len()];
    let goes_on = |word: usize| reading.words.get(word).is_some_and(|word| word.joined);
    candidates.for_each_mention(budget, |candidate, words| {
        let Some(n_whole) = counts.get_mut(candidate) else {
            return;
        };
        let before = words.start.checked_sub(1);
        let begins_later =
            goes_on(words.start) && before.is_some_and(|word| roles.is_of_phrase(word));
        let ends_sooner = goes_on(words.end) && roles.is_of_phrase(words.end);
        *n_whole += u32::from(!begins_later && !ends_sooner);
    })?;
    Ok(counts)
}

struct Scorer<'a> {
    reading: &'a Reading,
    roles: &'a Roles,
    terms: Terms,
    weights: &'static Weights,
    /// What wholeness is worth to what stands once, not whole and whole.
    never_whole: f64,
    always_whole: f64,
}

/// The logarithm of 1 + ln `n`, of `n` mentions.
fn log_phrase(n: f64) -> f64 {
    if n <= 1.0 { 0.0 } else { n.ln().ln_1p() }
}

/// The logarithm of 1 + `words` / 20, of the words before a mention.
fn log_position(words: usize) -> f64 {
    (words as f64 / POSITION_WORDS).ln_1p()
}

/// The logarithm of the share of `n` mentions, so many of them whole, that are, smoothed.
fn log_whole(n_whole: u32, n: f64) -> f64 {
    (WHOLE_LEAST + (1.0 - WHOLE_LEAST) * f64::from(n_whole) / n).ln()
}

impl Scorer<'_> {
    /// The logarithm of the score of `candidate`, which stands whole `n_whole` times, by the
    /// logarithm of its `position`.
    fn log_score(&self, candidate: &Candidate, n_whole: u32, position: f64) -> f64 {
        let w = self.weights;
        let range = &candidate.words();
        let words = self.reading.words.get(range.clone()).unwrap_or_default();
        let parts = self.reading.parts_of(range);
        let sums = Sums::of(parts, &self.terms);
        let n = candidate.n_mentions().max(1) as f64;
        let flag = |is_so: bool, weight: f64| if is_so { weight } else { 0.0 };
        let role = self.roles.get(range.start);
        w.frequency * sums.frequency.ln()
            + w.rarity * sums.rarity.ln()
            + self.length(words)
            + w.phrase * log_phrase(n)
            - w.position * position
            + w.whole * self.log_whole(n_whole, n)
            + w.headline * sums.headline
            + w.verb_inside * sums.verb
            + flag(self.has_connector(range, words), w.connector)
            + flag(words.len() == 1 && role == Role::Adjective, w.adjective)
            + flag(role == Role::Verb, w.verb)
            + w.weak * sums.weak
            + flag(sums.weak_last, w.weak_last)
            + flag(sums.weak_first, w.weak_first)
            + flag(self.is_vague(parts), w.vague)
            + flag(is_acronym(parts), w.acronym)
            + flag(begins_with_gerund(words), w.gerund)
            + flag(words.len() > 1 && self.reading.is_mixed(range), w.mixed)
    }

    /// The logarithm of its wholeness; most phrases stand once.
    fn log_whole(&self, n_whole: u32, n: f64) -> f64 {
        match n_whole {
            0 => self.never_whole,
            1 if n <= 1.0 => self.always_whole,
            _ => log_whole(n_whole, n),
        }
    }

    /// What the number of words of content is worth.
    fn length(&self, words: &[Word]) -> f64 {
        let [two, three, four] = self.weights.words;
        match words.iter().filter(|word| word.content).count() {
            0 | 1 => 0.0,
            2 => two,
            3 => three,
            _ => four,
        }
    }

    /// Whether what has these `parts` is one word that goes with any topic.
    fn is_vague(&self, parts: &[Part]) -> bool {
        let [part] = parts else {
            return false;
        };
        part.case == Case::Plain && self.terms.of(part).vague
    }

    /// Whether there is a "de" or "of" inside `words`, between other words than names.
    fn has_connector(&self, range: &Range<usize>, words: &[Word]) -> bool {
        let is_capital = |word: Option<&Word>| word.is_some_and(|word| word.capital);
        !(is_capital(words.first()) && is_capital(words.last()))
            && range
                .clone()
                .any(|word| self.roles.get(word) == Role::Connector)
    }
}

/// Whether what has these `parts` is an acronym by itself.
fn is_acronym(parts: &[Part]) -> bool {
    matches!(parts, [part] if part.case == Case::Acronym)
}

/// Whether a phrase of these `words` begins with a gerund.
fn begins_with_gerund(words: &[Word]) -> bool {
    matches!(words, [first, _, ..] if first.gerund)
}

/// What the words of a candidate say together: means over those of content.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    frequency: f64,
    rarity: f64,
    headline: f64,
    verb: f64,
    weak: f64,
    weak_last: bool,
    weak_first: bool,
}

impl Sums {
    /// Those of one part, as most candidates are.
    fn of_one(term: &Term) -> Self {
        Self {
            frequency: term.frequency.max(f64::MIN_POSITIVE),
            rarity: f64::from(term.rarity).max(Rarity::STEP),
            headline: f64::from(u8::from(term.in_headline)),
            verb: term.verb_share().max(0.0),
            weak: f64::from(u8::from(term.weak)),
            weak_last: term.weak,
            weak_first: false,
        }
    }

    fn of(parts: &[Part], terms: &Terms) -> Self {
        if let [only] = parts {
            return Self::of_one(terms.of(only));
        }
        let has_content = parts.iter().any(|part| part.kind == Kind::Content);
        let counts = |part: &&Part| !has_content || part.kind == Kind::Content;
        let mut sums = Self::default();
        let mut n = 0.0;
        for part in parts.iter().filter(counts) {
            let term = terms.of(part);
            sums.frequency += term.frequency;
            sums.rarity += f64::from(term.rarity);
            sums.headline += f64::from(u8::from(term.in_headline));
            sums.verb = sums.verb.max(term.verb_share());
            n += 1.0;
        }
        let n = f64::max(n, 1.0);
        sums.frequency = (sums.frequency / n).max(f64::MIN_POSITIVE);
        sums.rarity = (sums.rarity / n).max(Rarity::STEP);
        sums.headline /= n;
        let is_weak = |part: &Part| terms.of(part).weak;
        let n_weak = parts.iter().filter(|part| is_weak(part)).count();
        sums.weak = n_weak as f64 / parts.len().max(1) as f64;
        sums.weak_last = parts.last().is_some_and(is_weak);
        sums.weak_first = parts.len() > 1 && parts.first().is_some_and(is_weak);
        sums
    }
}
