//! A short passage of one text that condenses the other text as a whole.
//!
//! A summary takes words from all over a text, and few of its sentences are like one of
//! the text's. What tells it is that nearly all its rare words stand somewhere in the
//! text, while those around it do not. Each word of the first text scores the logarithm
//! of how much likelier it is to stand in the second, or not, in a summary than by
//! chance; the summary is the segment of highest score. Words of a topic stand in all
//! texts of it: so chance is measured on the rest of the first text, and the segment
//! scored again.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

use super::border::best_segment;
use super::reading::{Lexicon, Reading};
use super::{Match, Scratch};

/// Share of a summary's words that stand in what it condenses.
const HELD: f64 = 0.85;

/// Chance, at least, that a word of the rest does: both texts may be of one topic.
const CHANCE_MIN: f64 = 0.3;

/// Chance where the rest of the text is too short to measure it on.
const CHANCE_UNKNOWN: f64 = 0.6;

/// Rare words of the rest that chance is measured on, at least, and how rare: there is
/// one of each in 10,000 words or fewer.
const REST_WORDS_MIN: usize = 150;
const RARITY_MIN: f64 = 5.2;

/// What is measured may be too low by this factor.
const CHANCE_FACTOR: f64 = 1.3;

/// Words of a summary, and how many times as many what it condenses has.
const WORDS: std::ops::RangeInclusive<usize> = 60..=300;
const RATIO: usize = 3;

/// In a longer text nearly any word stands somewhere.
const TEXT_WORDS_MAX: usize = 3_000;

/// Least score of a summary, and for each of its words. On PAN 2013, all but three of
/// twenty true ones have 30 and .31 or more; of the finds in pairs without one, all but
/// four have less.
const SCORE_MIN: f64 = 25.0;
const SCORE_PER_WORD_MIN: f64 = 0.30;

/// A segment is no summary where the part of the text that passages tie it to holds
/// more than this share of the rare words that the text as a whole holds. With .9 and
/// without, many an ordinary passage is taken for one (precision .89 on copied pairs).
const EXPLAINED: f64 = 0.8;

/// Unless these passages stand as far apart as this many times its length: then they
/// are sentences that a summary took over.
const SCATTERED: usize = 4;

/// The segment of `first` that condenses `second`; `known` are passages of the two.
pub(super) fn find(
    first: &Reading<'_>,
    second: &Reading<'_>,
    known: &[Match],
    lexicon: &Lexicon,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Option<Match>, Interrupted> {
    let n_text = second.words.len();
    if n_text > TEXT_WORDS_MAX || n_text < RATIO * WORDS.start() {
        return Ok(None);
    }
    let facts = facts(first, second, lexicon, scratch, pace)?;
    let (start, end, _) = segment(&facts, CHANCE_MIN, pace)?;
    let chance = chance_around(&facts, (start, end)).max(CHANCE_MIN);
    let (start, end, score) = segment(&facts, chance, pace)?;
    let n_words = end - start;
    let is_one = WORDS.contains(&n_words)
        && n_text >= RATIO * n_words
        && score >= SCORE_MIN.max(SCORE_PER_WORD_MIN * n_words as f64)
        && !is_explained((start, end), (first, second), &facts, known, scratch);
    Ok(is_one.then_some(Match {
        first: (start, end),
        second: (0, n_text),
    }))
}

/// What is known of one word of the first text.
#[derive(Clone, Copy, Debug)]
struct Fact {
    /// Whether the second text has its stem.
    held: bool,
    /// Whether it is rare enough to tell.
    rare: bool,
    /// How likely it stands in any text as long as the second.
    expected: f64,
}

fn facts(
    first: &Reading<'_>,
    second: &Reading<'_>,
    lexicon: &Lexicon,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Vec<Fact>, Interrupted> {
    /// Steps that logarithms and exponentials of a word count for.
    const STEPS_PER_WORD: usize = 16;
    scratch.mark(&second.words);
    let mut facts = Vec::with_capacity(first.words.len());
    for word in &first.words {
        pace.spend(STEPS_PER_WORD)?;
        let rarity = lexicon.rarity(word.stem);
        // Rarity is −ln p − 4, p being the word's share of all words.
        let times = (-rarity - 4.0).exp() * second.words.len() as f64;
        facts.push(Fact {
            held: scratch.is_marked(word.stem),
            rare: rarity >= RARITY_MIN,
            expected: 1.0 - (-times).exp(),
        });
    }
    Ok(facts)
}

/// The segment that is likeliest a summary, where words of the topic are held by this
/// `chance`; and its score.
fn segment(
    facts: &[Fact],
    chance: f64,
    pace: &mut Pace<'_>,
) -> Result<(usize, usize, f64), Interrupted> {
    const STEPS_PER_WORD: usize = 16;
    let mut scores = Vec::with_capacity(facts.len());
    for fact in facts {
        pace.spend(STEPS_PER_WORD)?;
        let by_chance = chance + (1.0 - chance) * fact.expected;
        scores.push(if fact.held {
            (HELD / by_chance).ln().max(0.0)
        } else {
            ((1.0 - HELD) / (1.0 - by_chance.min(HELD))).ln()
        });
    }
    Ok(best_segment(scores.into_iter()))
}

/// The share of rare words outside the segment that the second text holds, with some
/// to spare.
fn chance_around(facts: &[Fact], (start, end): (usize, usize)) -> f64 {
    let rest = facts.iter().take(start).chain(facts.iter().skip(end));
    let rest = rest.filter(|fact| fact.rare);
    let (n_held, n_rest) = rest.fold((0_usize, 0_usize), |(n_held, n_rest), fact| {
        (n_held + usize::from(fact.held), n_rest + 1)
    });
    match n_rest {
        ..REST_WORDS_MIN => CHANCE_UNKNOWN,
        // Nothing is certain, or the logarithms would be infinite.
        _ => (CHANCE_FACTOR * n_held as f64 / n_rest as f64).min(0.9),
    }
}

/// Whether ordinary passages are what the segment is made of.
fn is_explained(
    (start, end): (usize, usize),
    (first, second): (&Reading<'_>, &Reading<'_>),
    facts: &[Fact],
    known: &[Match],
    scratch: &mut Scratch,
) -> bool {
    scratch.unmark();
    let mut around: Option<Match> = None;
    for each in known {
        if each.first.0 >= end || each.first.1 <= start {
            continue;
        }
        around = Some(around.map_or(*each, |around| around.joined(*each)));
        let is_summary = each.second.1 - each.second.0 > RATIO * (each.first.1 - each.first.0);
        if !is_summary {
            scratch.mark_more(second.range(each.second));
        }
    }
    let is_scattered =
        |around: Match| around.second.1 - around.second.0 >= SCATTERED * (end - start);
    if around.is_none_or(is_scattered) {
        return false;
    }
    let (mut n_held, mut n_known) = (0_u32, 0_u32);
    for (word, fact) in first.words.iter().zip(facts).take(end).skip(start) {
        if fact.held && fact.rare {
            n_held += 1;
            n_known += u32::from(scratch.is_marked(word.stem));
        }
    }
    f64::from(n_known) > EXPLAINED * f64::from(n_held)
}
