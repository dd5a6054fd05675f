//! The calibration of whatlang's confidence: how often its answers are right, by
//! script, length and confidence, on texts of the languages that it knows.
//!
//! Every language weighs the same, whatever there is of it. Texts are drawn with
//! replacement: crops of a few words, whole sentences, and sentences joined, so that
//! all lengths are met. Two runs write the same bytes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Context;
use copydesk::base::{Language, Script};
use copydesk::language::{Calibration, Curve, Detector, Sample, Scope, Uncalibrated};
use copydesk::text::words;
use flate2::read::GzDecoder;

/// Writes the table of whatlang's calibration to `out`.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let answers = answers(corpora)?;
    let path = out.join("whatlang_calibration.tsv");
    let calibration = fit(&answers).context("the fitted curves are no calibration")?;
    let table = format!("{}{calibration}", head(answers.len()));
    fs::write(&path, table).with_context(|| format!("cannot write {}", path.display()))
}

/// Sentences of one language, apart by source.
type Sources = Vec<Vec<String>>;

/// An answer of whatlang's to a text whose language is known.
struct Answer {
    gold: Language,
    letters: usize,
    given: Uncalibrated,
}

/// In the order in which they are read; the last only where the others have little.
const SOURCES: [&str; 4] = ["common_voice", "tatoeba", "bible", "udhr"];

/// whatlang's profiles come, by way of franc, from the Declaration of Human Rights,
/// which would flatter it: UDHR is used only where the other sources have less.
const SENTENCES_ENOUGH: usize = 150;

/// Texts of each kind and language. Twice as many move the curves of Latin script by
/// .01 on average.
const N_TEXTS: usize = 500;

/// Answers to the texts drawn, of all languages that whatlang knows.
fn answers(corpora: &Path) -> anyhow::Result<Vec<Answer>> {
    let sentences = read_sentences(corpora)?;
    let mut answers = Vec::new();
    for (gold, sources) in &sentences {
        let mut random = SplitMix64::seeded(gold.code());
        for kind in KINDS {
            for _ in 0..N_TEXTS {
                let text = draw(*kind, sources, &mut random);
                let sample = Sample::of(&text);
                if let Some(given) = Uncalibrated::of(&sample) {
                    answers.push(Answer {
                        gold: *gold,
                        letters: sample.letters(),
                        given,
                    });
                }
            }
        }
    }
    Ok(answers)
}

fn read_sentences(corpora: &Path) -> anyhow::Result<BTreeMap<Language, Sources>> {
    let known = Detector::Whatlang.languages();
    let mut sentences: BTreeMap<Language, Sources> = BTreeMap::new();
    for source in SOURCES {
        let path = corpora.join(format!("language/train/{source}.tsv.gz"));
        let mut of_source: BTreeMap<Language, Vec<String>> = BTreeMap::new();
        read_tsv(&path, |language, text| {
            if known.contains(&language) {
                of_source.entry(language).or_default().push(text.to_owned());
            }
        })
        .with_context(|| format!("cannot read {}", path.display()))?;
        for (language, texts) in of_source {
            let sources = sentences.entry(language).or_default();
            if source != "udhr" || sources.iter().map(Vec::len).sum::<usize>() < SENTENCES_ENOUGH {
                sources.push(texts);
            }
        }
    }
    Ok(sentences)
}

fn read_tsv(path: &Path, mut each: impl FnMut(Language, &str)) -> anyhow::Result<()> {
    for line in BufReader::new(GzDecoder::new(File::open(path)?)).lines() {
        let line = line?;
        let (code, text) = line.split_once('\t').context("a line without a tab")?;
        let language = Language::from_code(code).context("not a language code")?;
        each(language, text);
    }
    Ok(())
}

/// How a text is made of sentences.
#[derive(Clone, Copy)]
enum Kind {
    /// So many words in a row, of one sentence.
    Words(usize),
    /// So many whole sentences.
    Sentences(usize),
}

const KINDS: &[Kind] = &[
    Kind::Words(1),
    Kind::Words(2),
    Kind::Words(3),
    Kind::Words(4),
    Kind::Words(5),
    Kind::Words(6),
    Kind::Sentences(1),
    Kind::Sentences(2),
    Kind::Sentences(3),
    Kind::Sentences(5),
    Kind::Sentences(10),
];

fn draw(kind: Kind, sources: &Sources, random: &mut SplitMix64) -> String {
    let Some(source) = random.choose(sources) else {
        return String::new();
    };
    let mut sentence = || random.choose(source).map_or("", String::as_str);
    match kind {
        Kind::Words(n) => {
            let sentence = sentence();
            crop(sentence, n, random)
        }
        Kind::Sentences(n) => {
            let sentences: Vec<_> = (0..n).map(|_| sentence()).collect();
            sentences.join(" ")
        }
    }
}

/// `n` words in a row of `sentence`, anywhere in it; all of it where it has no more.
fn crop(sentence: &str, n: usize, random: &mut SplitMix64) -> String {
    let spans: Vec<_> = words(sentence).collect();
    let crops: Vec<_> = spans.windows(n).collect();
    let text = match random.choose(&crops) {
        Some([only]) => only.slice(sentence),
        Some([first, .., last]) => sentence.get(first.start..last.end),
        _ => Some(sentence),
    };
    text.unwrap_or_default().to_owned()
}

/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014, doi:10.1145/2660193.2660195: small, and the same on every machine.
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    /// A language's own sequence, so that another language changes nothing in it.
    pub(crate) fn seeded(code: &str) -> Self {
        let seed = code
            .bytes()
            .fold(0, |seed, byte| seed << 8 | u64::from(byte));
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but without 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `n`, which is not 0.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a count is a count"
    )]
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }

    pub(crate) fn choose<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        let n_items = u64::try_from(items.len()).ok()?;
        let i = self.next().checked_rem(n_items)?; // uneven by less than 1 in 10^14
        items.get(usize::try_from(i).ok()?)
    }
}

/// The curve of each kind of answer, in the order in which they are tried.
fn fit(answers: &[Answer]) -> Option<Calibration> {
    let mut curves = curves()?;
    let mut of_curve: Vec<Vec<Outcome>> = curves.iter().map(|_| Vec::new()).collect();
    for answer in answers {
        let applies = |curve: &Curve| curve.applies(&answer.given, answer.letters);
        let i = curves.iter().position(applies)?;
        of_curve.get_mut(i)?.push(Outcome {
            confidence: answer.given.confidence,
            is_right: answer.given.language == answer.gold,
        });
    }
    for (curve, outcomes) in curves.iter_mut().zip(of_curve) {
        curve.points = isotonic(outcomes);
    }
    Calibration::new(curves)
}

/// Curves without points.
///
/// Croatian has its own: 515 of whatlang's 591 wrong answers with confidence 1 to
/// Latin texts of more than 50 letters are Croatian for Serbian. Curves for each
/// Latin language, or for more lengths, were no better on texts held out.
fn curves() -> Option<Vec<Curve>> {
    let lengths = [Some(20), Some(50), Some(140), None];
    let mut scopes = vec![Scope::Language(Language::from_code("hr")?)];
    for code in ["Latn", "Cyrl", "Arab", "Deva", "Hebr"] {
        scopes.push(Scope::Script(Script::new(code)?));
    }
    let mut kinds: Vec<_> = scopes
        .into_iter()
        .flat_map(|scope| lengths.map(|letters_max| (scope, letters_max)))
        .collect();
    // Up to four Han characters can be a Japanese word; more have kana among them.
    let han = Scope::Script(Script::new("Hani")?);
    kinds.extend([(han, Some(4)), (han, None), (Scope::Any, None)]);
    let curve = |(scope, letters_max)| Curve {
        scope,
        letters_max,
        points: Vec::new(),
    };
    Some(kinds.into_iter().map(curve).collect())
}

/// Whether an answer of some confidence was right.
#[derive(Clone, Copy)]
struct Outcome {
    confidence: f64,
    is_right: bool,
}

/// Answers of about the same confidence.
#[derive(Clone, Copy)]
struct Step {
    confidences: f64,
    n_right: f64,
    n: f64,
}

impl Step {
    fn of(outcomes: &[Outcome]) -> Self {
        let n_right = outcomes.iter().filter(|each| each.is_right).count();
        // The rule of succession, one right and one wrong more: nothing is certain.
        let mean = outcomes.iter().map(|each| each.confidence).sum::<f64>() / outcomes.len() as f64;
        let n = outcomes.len() as f64 + 2.0;
        Self {
            confidences: mean * n,
            n_right: n_right as f64 + 1.0,
            n,
        }
    }

    fn confidence(&self) -> f64 {
        self.confidences / self.n
    }

    fn probability(&self) -> f64 {
        self.n_right / self.n
    }

    fn pooled(self, other: Self) -> Self {
        Self {
            confidences: self.confidences + other.confidences,
            n_right: self.n_right + other.n_right,
            n: self.n + other.n,
        }
    }
}

/// Most steps of a curve below confidence 1, and least answers of one.
const STEPS_MAX: usize = 12;
const STEP_ANSWERS_MIN: usize = 100;

/// The isotonic fit of `outcomes`, as points of confidence and probability.
///
/// Confidence 1 is a step of its own: whatlang cuts off there, so that it stands for
/// half of all answers.
fn isotonic(mut outcomes: Vec<Outcome>) -> Vec<(f64, f64)> {
    outcomes.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let n_below = outcomes.partition_point(|each| each.confidence < 1.0);
    let (below, full) = outcomes.split_at(n_below);
    let n_steps = (n_below / STEP_ANSWERS_MIN).clamp(1, STEPS_MAX);
    let mut steps: Vec<Step> = Vec::new();
    let of_size = below.chunks(n_below.div_ceil(n_steps).max(1));
    for part in of_size.chain([full]).filter(|part| !part.is_empty()) {
        let mut step = Step::of(part);
        // Pool adjacent violators: a step that does not rise joins the one before it.
        while let Some(before) = steps.pop_if(|s| s.probability() >= step.probability()) {
            step = before.pooled(step);
        }
        steps.push(step);
    }
    points(&steps)
}

/// The middle of each step, in few digits.
fn points(steps: &[Step]) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for step in steps {
        let confidence = (step.confidence() * 1e3).round() / 1e3;
        // Not rounded up, so that it stays below 1.
        let probability = (step.probability() * 1e4).floor() / 1e4;
        // Two steps may be one in three digits; the higher one is kept.
        points.pop_if(|last| last.0 >= confidence);
        points.push((confidence, probability));
    }
    points
}

fn head(n_answers: usize) -> String {
    format!(
        "\
# Probability that whatlang 0.18 is right, by its confidence. Built by
# `cargo run --release -p copydesk-tools -- whatlang-calibration`.
# From {n_answers} texts in the 70 languages that it knows, as many of each: crops of 1 to 6
# words, whole sentences, and 2, 3, 5 and 10 sentences joined, of Common Voice (CC0),
# Tatoeba (CC BY 2.0 FR), a Bible corpus (CC0) and, for languages with less than {SENTENCES_ENOUGH}
# sentences there, the Universal Declaration of Human Rights. No text is in the table.
# Columns: scope (language, script, or * for any); most letters (or *); points as
# confidence:probability, joined by straight lines. The first row that applies counts.
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(n: usize, confidence: f64, n_right: usize) -> Vec<Outcome> {
        let outcome = |i| Outcome {
            confidence,
            is_right: i < n_right,
        };
        (0..n).map(outcome).collect()
    }

    #[test]
    fn a_curve_follows_how_often_answers_were_right() {
        let all = [
            outcomes(98, 0.2, 29),
            outcomes(98, 0.6, 59),
            outcomes(98, 1.0, 98),
        ]
        .concat();
        // 196 answers below 1 make one step; two more belong to each by the rule.
        assert_eq!(isotonic(all), [(0.4, 0.4494), (1.0, 0.99)]);
    }

    #[test]
    fn a_curve_never_falls() {
        let all = [
            outcomes(200, 0.3, 180),
            outcomes(200, 0.6, 20),
            outcomes(200, 1.0, 190),
        ]
        .concat();
        let points = isotonic(all);
        assert!(
            points.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1),
            "{points:?}"
        );
        assert_eq!(points.len(), 2);
    }

    #[test]
    fn random_numbers_are_those_of_the_paper() {
        let mut random = SplitMix64(1_234_567);
        let first = [random.next(), random.next()];
        assert_eq!(
            first,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
    }

    #[test]
    fn a_crop_is_words_in_a_row() {
        let mut random = SplitMix64::seeded("de");
        for _ in 0..20 {
            let crop = crop("Die Brücke ist gesperrt.", 2, &mut random);
            assert!(["Die Brücke", "Brücke ist", "ist gesperrt"].contains(&crop.as_str()));
        }
        assert_eq!(crop("Brücke", 2, &mut random), "Brücke");
    }
}
