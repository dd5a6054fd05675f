//! How sharp the language model's probabilities may be, by the length of the text: the
//! temperature of Guo et al., "On calibration of modern neural networks", ICML 2017, one
//! for each of a few lengths, fitted on sentences and words held out.

use std::collections::BTreeMap;

use copydesk::base::Language;
use copydesk::language::{Table, features_of};

use crate::calibration::SplitMix64;
use crate::language_corpus::{Stream, Texts};

/// Letters at which the curve has points.
const LENGTHS: [usize; 8] = [4, 8, 13, 20, 35, 60, 120, 250];

/// Texts drawn of each language.
const N_TEXTS: usize = 1000;

/// What is held out comes from the same sources as what was learnt, and would have the
/// answers to long texts of any other kind too sure.
const SHARPNESS_MAX: f64 = 1.5;

/// A text held out: its logits, and the class that is right.
struct Answer {
    letters: usize,
    logits: Vec<f64>,
    class: usize,
}

/// The points of the curve of `table`, as they are written.
pub(crate) fn curve(
    table: &Table,
    script: &str,
    texts: Option<&BTreeMap<String, Texts>>,
) -> String {
    let answers = texts.map_or(Vec::new(), |texts| answers(table, script, texts));
    let mut points = Vec::new();
    for length in LENGTHS {
        let is_near =
            |answer: &&Answer| (length * 2 / 3..=length * 3 / 2).contains(&answer.letters);
        let near: Vec<_> = answers.iter().filter(is_near).collect();
        if near.len() >= 300 {
            points.push(format!(
                "{length}:{:.3}",
                sharpest(&near).min(SHARPNESS_MAX)
            ));
        }
    }
    eprintln!("{script} sharpness {}", points.join(" "));
    if points.is_empty() {
        "1:1".to_owned()
    } else {
        points.join(" ")
    }
}

fn answers(table: &Table, script: &str, texts: &BTreeMap<String, Texts>) -> Vec<Answer> {
    let used: Vec<usize> = (0..table.classes().len())
        .filter(|i| table.classes()[*i] != copydesk::language::Class::Unused)
        .collect();
    let mut answers = Vec::new();
    for (code, texts) in texts {
        let language = Language::from_code(code);
        let is_it = |i: &usize| language.is_some() && table.classes()[*i].language() == language;
        let Some(class) = used.iter().position(is_it) else {
            continue;
        };
        let mut random = SplitMix64::seeded(code);
        for n in 0..N_TEXTS {
            let stream = draw(n, script, texts, &mut random);
            let mut hashes = Vec::new();
            features_of(&stream, &mut hashes);
            if hashes.is_empty() {
                continue;
            }
            let logits = table.logits(&table.sums(&hashes), hashes.len());
            answers.push(Answer {
                letters: stream.iter().filter(|c| **c != ' ').count(),
                logits: used.iter().map(|i| logits[*i]).collect(),
                class,
            });
        }
    }
    answers
}

/// In turn rows of words, crops, and sentences.
fn draw(n: usize, script: &str, texts: &Texts, random: &mut SplitMix64) -> Stream {
    let mut stream = vec![' '];
    let kind = n % 12;
    let words = &texts.words_held_out;
    if kind < 5 && words.len() > 0 {
        for _ in 0..[1, 1, 2, 3, 5][kind] {
            stream.extend(words.at(random.share()).into_iter().flatten().skip(1));
        }
        return stream;
    }
    let sentences = if texts.sentences_held_out.is_empty() {
        &texts.sentences
    } else {
        &texts.sentences_held_out
    };
    let Some(sentence) = random.choose(sentences) else {
        return stream;
    };
    if kind >= 9 {
        stream.extend(sentence.iter().skip(1));
        return stream;
    }
    let of_letters = script == "Hani";
    let blanks: Vec<usize> = (0..sentence.len() - 1)
        .filter(|i| of_letters || sentence[*i] == ' ')
        .collect();
    let first = blanks[random.below(blanks.len())] + 1;
    let n_words = 1 + random.below(if of_letters { 20 } else { 7 });
    let mut left = n_words;
    for letter in &sentence[first..] {
        if *letter == ' ' || of_letters {
            left -= 1;
        }
        if *letter != ' ' || stream.last() != Some(&' ') {
            stream.push(*letter);
        }
        if left == 0 {
            break;
        }
    }
    if stream.last() != Some(&' ') {
        stream.push(' ');
    }
    stream
}

/// The sharpness that makes the right classes most probable.
fn sharpest(answers: &[&Answer]) -> f64 {
    let steps = (0..25).map(|i| 0.7 * 1.04_f64.powi(i));
    let best = steps.map(|sharpness| (sharpness, loss(answers, sharpness)));
    best.fold(
        (1.0, f64::MAX),
        |best, each| if each.1 < best.1 { each } else { best },
    )
    .0
}

fn loss(answers: &[&Answer], sharpness: f64) -> f64 {
    let of_one = |answer: &&Answer| {
        let right = answer.logits[answer.class];
        let sum: f64 = answer
            .logits
            .iter()
            .map(|logit| ((logit - right) * sharpness).exp())
            .sum();
        sum.ln()
    };
    answers.iter().map(of_one).sum()
}

/// Least letters of a text whose mean weight says anything.
const FLOOR_LETTERS: usize = 40;

/// For each served language of `table`, what mean weight 99 in 100 of its sentences have.
pub(crate) fn floors(table: &Table, texts: Option<&BTreeMap<String, Texts>>) -> String {
    let classes = table.classes().iter().enumerate();
    let served = classes.filter_map(|(class, each)| Some((class, each.language()?)));
    let floors = served.map(|(class, language)| {
        let texts = texts.and_then(|texts| texts.get(language.iso639_3()));
        let mut means: Vec<f64> = texts.map_or(Vec::new(), |texts| means(table, class, texts));
        means.sort_by(f64::total_cmp);
        let floor = means.get(means.len() / 100).copied().unwrap_or_default();
        format!("{floor:.2}")
    });
    floors.collect::<Vec<_>>().join(" ")
}

fn means(table: &Table, class: usize, texts: &Texts) -> Vec<f64> {
    let held_out = texts.sentences_held_out.len() > 100;
    let sentences = if held_out {
        &texts.sentences_held_out
    } else {
        &texts.sentences
    };
    let long = sentences
        .iter()
        .filter(|stream| stream.len() > FLOOR_LETTERS)
        .take(3000);
    long.map(|stream| {
        let mut hashes = Vec::new();
        features_of(stream, &mut hashes);
        table.sums(&hashes)[class] as f64 / hashes.len() as f64
    })
    .collect()
}
