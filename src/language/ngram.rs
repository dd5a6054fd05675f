//! Detection by our own model: a linear model over hashed character n-grams.
//!
//! The script is told first. Most scripts have one language; each of the others has a
//! table of its own ([`Model`]). The features of a text ([`Letters::features`]) add up
//! to a score for each class, in whole numbers, and a softmax of the scores, divided by
//! the root of the number of features and sharpened by length, gives probabilities.
//! Malay and Indonesian, which have nearly all n-grams in common, are then told by words.

use std::cmp::Ordering;

use crate::base::{Language, LanguageTag, Script};

use super::model::{Pair, Table};
use super::script::{self, HAN, Writing};
use super::{Candidate, Detection, Detector, Letters, Model, Params, Sample};

/// Letters looked at. On whole articles, accuracy does not grow beyond.
const CHARACTERS_MAX: usize = 480;

/// Scripts that one served language is written in.
const SINGLE: [(&str, &str); 18] = [
    ("Armn", "hy"),
    ("Geor", "ka"),
    ("Grek", "el"),
    ("Gujr", "gu"),
    ("Guru", "pa"),
    ("Jpan", "ja"),
    ("Khmr", "km"),
    ("Knda", "kn"),
    ("Kore", "ko"),
    ("Laoo", "lo"),
    ("Mlym", "ml"),
    ("Mymr", "my"),
    ("Orya", "or"),
    ("Sinh", "si"),
    ("Taml", "ta"),
    ("Telu", "te"),
    ("Thaa", "dv"),
    ("Thai", "th"),
];

/// What a script alone is worth.
const SINGLE_CONFIDENCE: f64 = 0.998;

/// Confidence of which answers are right 99 times in 100: with as much or more, of news
/// sentences 99.9 are and of headlines 99.2. Of single words 98.9 would be, and with the
/// higher one 99.4 are.
const RELIABLE_CONFIDENCE: f64 = 0.93;
const RELIABLE_CONFIDENCE_SHORT: f64 = 0.95;

/// Most letters of a text that is short.
const SHORT_LETTERS: usize = 20;

/// Most confidence where letters stand that the language does not use.
const STRANGE_CONFIDENCE: f64 = 0.7;

/// What share of letters that the language does not use is strange.
const STRANGE_SHARE: f64 = 0.012;

/// Least letters of a text that can be untypical of its language.
const LETTERS_OF_TYPE: usize = 30;

/// Languages that others, which are not served, are taken for: Zulu for Northern Ndebele
/// and Swati (and for Xhosa, of which there are 200 sentences to learn from), Southern for
/// Northern Sotho. Of texts answered with them, six in ten are in them where each of these
/// languages has as many texts.
const MISTAKEN: [&str; 2] = ["zu", "st"];
const MISTAKEN_CONFIDENCE: f64 = 0.6;

/// Above what probability of other classes there is no answer.
const OTHERS_MAX: f64 = 0.95;

/// The languages that the model tells, by code.
pub(super) fn languages() -> Vec<Language> {
    let of_tables = Model::shipped().languages().map(|(_, language)| language);
    let single = SINGLE
        .iter()
        .filter_map(|(_, code)| Language::from_code(code));
    let cantonese = Language::from_code("yue");
    let mut languages: Vec<_> = of_tables.chain(single).chain(cantonese).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
}

/// A language and its probability.
pub(super) type Share = (Language, f64);

/// What is known of a text before any language is ruled out.
pub(super) struct Reading {
    /// In no order.
    pub(super) shares: Vec<Share>,
    /// Whether it is a language that is served at all.
    is_any: bool,
}

/// The language of `text`, by the model.
pub(super) fn detect(text: &str, params: &Params) -> Detection {
    let undetermined = Detection::undetermined(Detector::Ngram);
    let Some(letters) = letters(text) else {
        return undetermined;
    };
    let mut reading = read(&letters);
    if !reading.is_any {
        return undetermined;
    }
    let best = most(&reading.shares).map_or(0.0, |(_, share)| share);
    restrict(&mut reading.shares, &params.allowed);
    rank(&mut reading.shares, params.candidates_max);
    if reading.shares.is_empty() {
        return undetermined;
    }
    Detection {
        candidates: named(&reading.shares, &letters),
        reliable: best >= reliable_confidence(letters.count()),
        detector: Detector::Ngram,
    }
}

fn reliable_confidence(letters: usize) -> f64 {
    if letters > SHORT_LETTERS {
        RELIABLE_CONFIDENCE
    } else {
        RELIABLE_CONFIDENCE_SHORT
    }
}

/// What a piece of text says of languages, most probable first, and how many letters say
/// it; `None` where there are none.
pub(super) fn reading(text: &str) -> Option<(usize, Reading)> {
    let letters = letters(text)?;
    let mut reading = read(&letters);
    let all = reading.shares.len();
    rank(&mut reading.shares, all);
    Some((letters.count(), reading))
}

/// All languages that `text` may be in of those allowed, most probable first, even where it is probably in none.
pub(super) fn candidates(text: &str, allowed: &[Language]) -> Vec<Candidate> {
    letters(text).map_or(Vec::new(), |letters| {
        let mut reading = read(&letters);
        restrict(&mut reading.shares, allowed);
        let all = reading.shares.len();
        rank(&mut reading.shares, all);
        named(&reading.shares, &letters)
    })
}

fn letters(text: &str) -> Option<Letters> {
    let sample = Sample::bounded(text, CHARACTERS_MAX);
    if sample.is_code() {
        None
    } else {
        Letters::of(&sample)
    }
}

fn named(shares: &[Share], letters: &Letters) -> Vec<Candidate> {
    let candidate = |(language, confidence): &Share| {
        let told = script_told(*language, letters);
        Candidate {
            tag: LanguageTag::new(*language, told),
            script: told.or(letters.script()),
            confidence: *confidence,
        }
    };
    shares.iter().map(candidate).collect()
}

fn read(letters: &Letters) -> Reading {
    match Model::shipped().table_of(letters.writing()) {
        Some(table) => read_by(table, letters),
        None => read_single(letters.writing()),
    }
}

fn read_single(writing: Writing) -> Reading {
    let code = script::script_of(writing);
    let mut rows = SINGLE.iter();
    let row = rows.find(|(script, _)| code == Script::new(script));
    let language = row.and_then(|(_, code)| Language::from_code(code));
    Reading {
        shares: language
            .map(|l| (l, SINGLE_CONFIDENCE))
            .into_iter()
            .collect(),
        is_any: language.is_some(),
    }
}

fn read_by(table: &Table, letters: &Letters) -> Reading {
    let hashes = letters.features();
    let sums = table.sums(&hashes);
    let probabilities = table.probabilities(&sums, hashes.len(), letters.count());
    let served = || {
        let classes = table.classes().iter().zip(&probabilities).enumerate();
        classes.filter_map(|(i, (class, share))| Some((i, (class.language()?, *share))))
    };
    let best = served().reduce(|best, next| if next.1.1 > best.1.1 { next } else { best });
    let best = best.map_or(0, |(class, _)| class);
    let mut shares: Vec<Share> = served().map(|(_, share)| share).collect();
    let all: f64 = shares.iter().map(|(_, share)| *share).sum();
    let strange = table.unknown_letters(letters.stream(), best);
    let is_strange = strange as f64 > STRANGE_SHARE * letters.count() as f64;
    let sum = sums.get(best).copied().unwrap_or_default();
    let is_untypical =
        letters.count() >= LETTERS_OF_TYPE && table.is_untypical(sum, hashes.len(), best);
    for pair in Model::shipped().pairs() {
        tell_pair(&mut shares, pair, letters);
    }
    if is_strange || is_untypical {
        cap(&mut shares, STRANGE_CONFIDENCE);
    }
    if most(&shares).is_some_and(|(language, _)| MISTAKEN.contains(&language.code())) {
        cap(&mut shares, MISTAKEN_CONFIDENCE);
    }
    if letters.writing() == HAN {
        tell_cantonese(&mut shares, letters);
    }
    Reading {
        shares,
        is_any: all >= 1.0 - OTHERS_MAX,
    }
}

/// Divides what two languages have together anew, by words that one uses much more often.
///
/// The n-grams know more of the kinds of text that they were learnt from than of the
/// language: whole articles in Malay they take for Indonesian, of which there was news to
/// learn from. Lists of words of both come from film subtitles.
fn tell_pair(shares: &mut [Share], pair: &Pair, letters: &Letters) {
    // Chosen by hand on texts of NTREX; the first figure is lower than a fit has it,
    // since of these two the second language is met more often.
    const OF_FIRST: f64 = -1.0;
    const OF_NGRAMS: f64 = 0.5;
    const OF_WORDS: f64 = 0.7;
    /// Less than this n-grams can always be wrong by.
    const SHARE_MIN: f64 = 5e-4;

    let of = |language| shares.iter().find(|(known, _)| *known == language);
    let (Some((_, first)), Some((_, second))) = (of(pair.first), of(pair.second)) else {
        return;
    };
    let all = first + second;
    if all < SHARE_MIN {
        return;
    }
    let by_ngrams = (first.max(SHARE_MIN) / second.max(SHARE_MIN)).ln();
    let odds = OF_FIRST + OF_NGRAMS * by_ngrams + OF_WORDS * pair.says(letters.stream());
    let of_first = all / (1.0 + (-odds).exp());
    for (language, share) in shares.iter_mut() {
        if *language == pair.first {
            *share = of_first;
        } else if *language == pair.second {
            *share = all - of_first;
        }
    }
}

/// Divides the share of Chinese by the characters that only Cantonese has. Learnt from
/// sentences it would be all Chinese in traditional characters.
fn tell_cantonese(shares: &mut Vec<Share>, letters: &Letters) {
    /// Words of grammar, which standard Chinese is never written with; one is enough in a
    /// sentence, and a longer text may quote one.
    const GRAMMAR: &str = "嘅喺咗哋唔嘢啲嗰佢冇嚟㗎咩咁";
    const LETTERS_OF_GRAMMAR: usize = 60;
    /// Fewer come in with names of places and people.
    const SHARE_MIN: f64 = 0.03;
    /// A longer text has two of them: one alone may be part of a name.
    const LETTERS_OF_ONE: usize = 12;

    let found = Model::shipped().only("yue", letters.stream()) as f64;
    let (Some(yue), Some(zh)) = (Language::from_code("yue"), Language::from_code("zh")) else {
        return;
    };
    let of_grammar = letters.stream().iter().filter(|c| GRAMMAR.contains(**c));
    let has_grammar = of_grammar.count() * LETTERS_OF_GRAMMAR > letters.count();
    let is_enough = found >= SHARE_MIN * letters.count() as f64
        && (found > 1.0 || letters.count() < LETTERS_OF_ONE);
    let part = if is_enough || has_grammar {
        found / (found + 0.5)
    } else {
        0.0
    };
    let mut of_yue = 0.0;
    for (_, share) in shares.iter_mut().filter(|(language, _)| *language == zh) {
        of_yue = *share * part;
        *share -= of_yue;
    }
    shares.push((yue, of_yue));
}

/// The most probable.
fn most(shares: &[Share]) -> Option<Share> {
    let all = shares.iter().copied();
    all.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Leaves the `n` most probable, best first; of equals those that came first.
fn rank(shares: &mut Vec<Share>, n: usize) {
    if n == 1 {
        // As nearly every call has it.
        *shares = most(shares).into_iter().collect();
    } else {
        shares.sort_by(|a, b| f64::total_cmp(&b.1, &a.1));
        shares.truncate(n);
    }
}

/// Lowers all shares alike so that the first is no more than `share_max`.
fn cap(shares: &mut [Share], share_max: f64) {
    let first = most(shares).map_or(0.0, |(_, share)| share);
    if first > share_max {
        for (_, share) in shares {
            *share *= share_max / first;
        }
    }
}

/// Leaves the languages of `allowed`, their probabilities as if there were no others;
/// all where none are named.
pub(super) fn restrict(shares: &mut Vec<Share>, allowed: &[Language]) {
    if allowed.is_empty() {
        return;
    }
    let all: f64 = shares.iter().map(|(_, share)| *share).sum();
    shares.retain(|(language, _)| allowed.contains(language));
    let left: f64 = shares.iter().map(|(_, share)| *share).sum();
    if left > 0.0 && left < all {
        for (_, share) in shares {
            *share /= left;
        }
    }
}

/// The script that a language is written in: of Chinese, which kind of characters.
fn script_told(language: Language, letters: &Letters) -> Option<Script> {
    match letters.writing() {
        HAN => chinese_script(language, letters.stream()),
        _ => letters.script(),
    }
}

/// The script of Chinese that more characters show; `None` where they show none.
fn chinese_script(language: Language, stream: &[char]) -> Option<Script> {
    let count = |code| Model::shipped().only(code, stream);
    let (simplified, traditional) = (count("Hans"), count("Hant"));
    let code = match simplified.cmp(&traditional) {
        _ if !matches!(language.code(), "zh" | "yue") => None,
        Ordering::Greater => Some("Hans"),
        Ordering::Less => Some("Hant"),
        Ordering::Equal => None,
    };
    code.and_then(Script::new)
}
