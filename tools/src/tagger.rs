//! `data/tagger.bin`: the weights of the part-of-speech tagger, learnt from treebanks.
//! `copydesk::text::TagModel` says how the file is laid out.
//!
//! Each language is learnt twice: from nine sentences in ten, to tell how good the tags
//! of the tenth are and how far scores may be trusted, and then from all of them. Two
//! runs write the same bytes.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use copydesk::base::Language;
use copydesk::text::{
    CLUES, HISTORY_CLUES, PartOfSpeech, START, TagModel, Tagger, View, clues, history_clues, views,
};

use crate::calibration::SplitMix64;
use crate::treebank::{Sentence, headed, read};

/// A language, and how many clues are kept of it.
const LANGUAGES: [(&str, usize); 5] = [
    ("en", 62_000),
    ("es", 30_000),
    ("fr", 30_000),
    ("pt", 53_000),
    ("ru", 30_000),
];

/// Times that each sentence is shown.
const ROUNDS: usize = 12;

/// Clues that are rarer teach more of chance than of the language.
const COUNT_MIN: u32 = 2;

/// Share of rows that are filled: the fuller, the more clues find no place.
const LOAD: f64 = 0.75;

/// How many units the weight is of which only one in 2,000 is larger. A byte holds twice
/// as many, since the largest weights are those that must not be cut: with 127 units
/// English is right .951 of the time, with 63 .955, with 31 .954.
const UNITS: f64 = 63.0;

/// Smaller weights are left out.
const UNITS_MIN: i32 = 3;

/// Every tenth sentence is kept for the test.
const TEST_EVERY: usize = 10;

type Weights = [f32; PartOfSpeech::COUNT];

/// Writes `tagger.bin` to `out` from the folder `treebanks` of `corpora`.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let mut tables = Vec::new();
    for (code, n_clues) in LANGUAGES {
        let sentences = read(&corpora.join("treebanks"), code)?;
        let is_test = |i: usize| i % TEST_EVERY == TEST_EVERY - 1;
        let part = |test: bool| -> Vec<Sentence> {
            let chosen = sentences
                .iter()
                .enumerate()
                .filter(|(i, _)| is_test(*i) == test);
            chosen.map(|(_, sentence)| sentence.clone()).collect()
        };
        let (learnt, tests) = (part(false), part(true));
        let mut table = Table::new(code, n_clues, &learnt);
        table.calibrate(&tests)?;
        table.report(&learnt, &tests)?;
        let trust = table.trust;
        let mut table = Table::new(code, n_clues, &sentences);
        table.trust = trust;
        tables.push(table);
    }
    let bytes = encode(&tables)?;
    fs::write(out.join("tagger.bin"), bytes).context("tagger.bin cannot be written")
}

/// The weights of a language, as they are written.
struct Table {
    code: &'static str,
    buckets: Vec<[u8; TagModel::BUCKET]>,
    /// What a unit of the weights is.
    unit: f64,
    /// What the weights are worth as logits.
    trust: f64,
}

impl Table {
    fn new(code: &'static str, n_clues: usize, sentences: &[Sentence]) -> Self {
        let learnt = learn(code, sentences);
        let unit = unit(&learnt);
        let mut rows: Vec<(u64, [i8; PartOfSpeech::COUNT], f64)> = Vec::new();
        for (clue, weights, count) in learnt {
            let row = weights.map(|weight| quantised(f64::from(weight) / unit));
            let most = row.iter().map(|weight| weight.unsigned_abs()).max();
            let most = f64::from(most.unwrap_or_default());
            if most > 0.0 {
                rows.push((clue, row, most * f64::from(count).ln_1p()));
            }
        }
        eprintln!("{code}: {} clues", rows.len());
        rows.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        rows.truncate(n_clues);
        let n = (rows.len() as f64 / LOAD / TagModel::ROWS as f64).ceil();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of some ten thousand"
        )]
        let mut buckets = vec![[0; TagModel::BUCKET]; n as usize];
        let mut n_lost = 0;
        for (clue, row, _) in rows {
            n_lost += usize::from(!place(&mut buckets, clue, row));
        }
        eprintln!("{code}: {n_lost} clues found no place");
        Self {
            code,
            buckets,
            unit,
            trust: 1.0,
        }
    }

    fn tagger(&self) -> anyhow::Result<Tagger> {
        let bytes: &'static [u8] = encode(std::slice::from_ref(self))?.leak();
        let model = TagModel::parse(bytes).context("what was written cannot be read")?;
        let language = Language::from_code(self.code).context("no language")?;
        Tagger::by(model, language).context("no table")
    }

    /// Chooses the trust in scores under which `tests` are likeliest.
    fn calibrate(&mut self, tests: &[Sentence]) -> anyhow::Result<()> {
        let mut best = (f64::INFINITY, self.trust);
        for step in 0..40 {
            self.trust = 0.01 * 1.2_f64.powi(step);
            let tagger = self.tagger()?;
            let mut loss = 0.0;
            for test in tests.iter().map(without_punctuation) {
                for (tagging, part) in tagger.taggings(&slices(&test)).iter().zip(&test.parts) {
                    let right = copydesk::text::PartsOfSpeech::of(&[*part]);
                    loss -= f64::from(tagging.probability(right)).max(1e-9).ln();
                }
            }
            if loss < best.0 {
                best = (loss, self.trust);
            }
        }
        self.trust = best.1;
        Ok(())
    }

    /// Says how many tags of `tests` are right.
    fn report(&self, learnt: &[Sentence], tests: &[Sentence]) -> anyhow::Result<()> {
        let known: BTreeSet<&str> = learnt.iter().flat_map(slices).collect();
        let tagger = self.tagger()?;
        let forms: [(&str, fn(&Sentence) -> Sentence); 5] = [
            ("as written", Sentence::clone),
            ("without punctuation", without_punctuation),
            ("in title case", |s| {
                cased(&without_punctuation(s), Form::Title)
            }),
            ("in capitals", |s| {
                cased(&without_punctuation(s), Form::Capitals)
            }),
            ("in small letters", |s| {
                cased(&without_punctuation(s), Form::Small)
            }),
        ];
        for (name, form) in forms {
            let (mut n, mut n_right, mut n_words, mut n_words_right) = (0, 0, 0, 0);
            let (mut n_new, mut n_new_right) = (0, 0);
            let mut bins = [(0.0_f64, 0, 0); 10];
            for test in tests.iter().map(form) {
                let taggings = tagger.taggings(&slices(&test));
                for ((tagging, part), word) in taggings.iter().zip(&test.parts).zip(&test.words) {
                    let right = usize::from(tagging.part() == *part);
                    n += 1;
                    n_right += right;
                    if word.contains(char::is_alphanumeric) {
                        n_words += 1;
                        n_words_right += right;
                        if !known.contains(word.as_str()) {
                            n_new += 1;
                            n_new_right += right;
                        }
                        let confidence = f64::from(tagging.confidence());
                        let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
                        *bin = (bin.0 + confidence, bin.1 + right, bin.2 + 1);
                    }
                }
            }
            let error: f64 = bins.iter().map(|bin| (bin.0 - bin.1 as f64).abs()).sum();
            eprintln!(
                "{} {name}: {:.4} of {n_words} words, {:.4} with punctuation, {:.4} of {n_new} new words, calibration error {:.4}",
                self.code,
                f64::from(n_words_right as u32) / f64::from(n_words as u32),
                f64::from(n_right as u32) / f64::from(n as u32),
                n_new_right as f64 / n_new as f64,
                error / n_words as f64,
            );
        }
        Ok(())
    }
}

fn slices(sentence: &Sentence) -> Vec<&str> {
    sentence.words.iter().map(String::as_str).collect()
}

/// What a unit of weights is, so that all but few fit.
fn unit(learnt: &[(u64, Weights, u32)]) -> f64 {
    let weights = learnt.iter().flat_map(|(_, weights, _)| weights);
    let mut sizes: Vec<f32> = weights
        .map(|weight| weight.abs())
        .filter(|w| *w > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let at = sizes.len() - sizes.len() / 2000 - 1;
    f64::from(sizes.get(at).copied().unwrap_or(1.0)) / UNITS
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "clamped to what a byte holds"
)]
fn quantised(units: f64) -> i8 {
    let units = units.round().clamp(-127.0, 127.0) as i32;
    if units.abs() < UNITS_MIN {
        0
    } else {
        units as i8
    }
}

/// Puts `row` into the bucket of `clue`, if there is room.
fn place(
    buckets: &mut [[u8; TagModel::BUCKET]],
    clue: u64,
    row: [i8; PartOfSpeech::COUNT],
) -> bool {
    let (bucket, check) = TagModel::place_of(clue, buckets.len());
    let (checks, rows) = buckets[bucket].split_at_mut(2 * TagModel::ROWS);
    for (known, place) in checks
        .chunks_mut(2)
        .zip(rows.chunks_mut(PartOfSpeech::COUNT))
    {
        match u16::from_le_bytes([known[0], known[1]]) {
            0 => {
                known.copy_from_slice(&check.to_le_bytes());
                place.copy_from_slice(&row.map(i8::cast_unsigned));
                return true;
            }
            // A clue of the same check: the more important one stays.
            other if other == check => return false,
            _ => {}
        }
    }
    false
}

fn encode(tables: &[Table]) -> anyhow::Result<Vec<u8>> {
    let mut bytes = TagModel::MAGIC.to_vec();
    bytes.extend(u32::try_from(tables.len())?.to_le_bytes());
    let mut first = 0;
    for table in tables {
        ensure!(
            table.code.len() <= 4,
            "{} does not fit a record",
            table.code
        );
        let mut padded = [0; 4];
        padded[..table.code.len()].copy_from_slice(table.code.as_bytes());
        let n = u32::try_from(table.buckets.len())?;
        bytes.extend(padded);
        bytes.extend(u32::to_le_bytes(first));
        bytes.extend(n.to_le_bytes());
        bytes.extend(((table.unit * table.trust) as f32).to_le_bytes());
        first += n;
    }
    bytes.resize(TagModel::head_bytes(tables.len()), 0);
    for bucket in tables.iter().flat_map(|table| &table.buckets) {
        bytes.extend(bucket);
    }
    Ok(bytes)
}

/// How a sentence is written.
#[derive(Clone, Copy)]
enum Form {
    Title,
    Capitals,
    Small,
}

fn cased(sentence: &Sentence, form: Form) -> Sentence {
    let mut cased = sentence.clone();
    for (i, (word, part)) in cased.words.iter_mut().zip(&sentence.parts).enumerate() {
        let is_joint = matches!(
            part,
            PartOfSpeech::Adposition
                | PartOfSpeech::Determiner
                | PartOfSpeech::Conjunction
                | PartOfSpeech::Particle
        );
        *word = match form {
            Form::Title if i > 0 && is_joint && word.chars().count() < 4 => word.to_lowercase(),
            Form::Title => headed(word),
            Form::Capitals => word.to_uppercase(),
            Form::Small => word.to_lowercase(),
        };
    }
    cased
}

fn without_punctuation(sentence: &Sentence) -> Sentence {
    let rows = sentence.words.iter().zip(&sentence.parts);
    let rows = rows.filter(|(word, _)| word.contains(char::is_alphanumeric));
    let (words, parts) = rows.map(|(word, part)| (word.clone(), *part)).unzip();
    Sentence { words, parts }
}

/// A sentence in a form that is drawn: most as they are, some as headlines; half of
/// them without punctuation.
fn drawn(sentence: &Sentence, random: &mut SplitMix64) -> Sentence {
    let form = random.share();
    let sentence = if random.share() < 0.6 {
        without_punctuation(sentence)
    } else {
        sentence.clone()
    };
    match form {
        ..0.12 => cased(&sentence, Form::Title),
        ..0.17 => cased(&sentence, Form::Capitals),
        ..0.20 => cased(&sentence, Form::Small),
        _ => sentence,
    }
}

/// The mean weights of all clues, with how often each was met.
fn learn(code: &str, sentences: &[Sentence]) -> Vec<(u64, Weights, u32)> {
    let mut perceptron = Perceptron::new(code, sentences);
    let mut random = SplitMix64::seeded(code);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for round in 0..ROUNDS {
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i + 1));
        }
        let (mut n, mut n_wrong) = (0, 0);
        for i in &order {
            let sentence = drawn(&sentences[*i], &mut random);
            n += sentence.words.len();
            n_wrong += perceptron.show(&sentence);
        }
        eprintln!("{code} {round}: {:.4} wrong", n_wrong as f64 / n as f64);
    }
    perceptron.means()
}

/// Weights that are being learnt.
struct Perceptron {
    indices: HashMap<u64, u32>,
    rows: Vec<Row>,
    counts: Vec<u32>,
    /// Words shown so far.
    now: u32,
    seen: Vec<View>,
}

/// The weights of a clue.
#[derive(Clone, Copy, Default)]
struct Row {
    weights: Weights,
    /// Their sums over all words up to `since`.
    sums: [f64; PartOfSpeech::COUNT],
    since: u32,
}

impl Perceptron {
    /// Knows the clues that are met more than once in forms of `sentences`.
    fn new(code: &str, sentences: &[Sentence]) -> Self {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut random = SplitMix64::seeded(code);
        let mut seen = Vec::new();
        for sentence in sentences {
            let sentence = drawn(sentence, &mut random);
            views(&slices(&sentence), &mut seen);
            let mut tags = [START; 2];
            for (i, part) in sentence.parts.iter().enumerate() {
                for clue in all_clues(&seen, i, tags) {
                    *counts.entry(clue).or_default() += 1;
                }
                tags = [*part as usize, tags[0]];
            }
        }
        let mut known: Vec<(u64, u32)> = counts
            .into_iter()
            .filter(|(_, n)| *n >= COUNT_MIN)
            .collect();
        known.sort_unstable();
        Self {
            indices: known.iter().map(|(clue, _)| *clue).zip(0..).collect(),
            rows: vec![Row::default(); known.len()],
            counts: known.iter().map(|(_, n)| *n).collect(),
            now: 0,
            seen: Vec::new(),
        }
    }

    /// Tags `sentence`, learns from each error, and says how many there were.
    fn show(&mut self, sentence: &Sentence) -> usize {
        let mut seen = std::mem::take(&mut self.seen);
        views(&slices(sentence), &mut seen);
        let mut n_wrong = 0;
        let mut tags = [START; 2];
        for (i, part) in sentence.parts.iter().enumerate() {
            let right = *part as usize;
            let mut told = PartOfSpeech::Other as usize;
            if seen[i].is_word() {
                self.now += 1;
                let clues = all_clues(&seen, i, tags);
                let known: Vec<u32> = clues
                    .iter()
                    .filter_map(|clue| self.indices.get(clue).copied())
                    .collect();
                told = self.told(&known);
                if told != right {
                    n_wrong += 1;
                    self.correct(&known, right, told);
                }
            }
            tags = [told, tags[0]];
        }
        self.seen = seen;
        n_wrong
    }

    fn told(&self, known: &[u32]) -> usize {
        let mut scores = Weights::default();
        for index in known {
            for (score, weight) in scores.iter_mut().zip(self.rows[*index as usize].weights) {
                *score += weight;
            }
        }
        let mut best = 0;
        for (i, score) in scores.iter().enumerate() {
            if *score > scores[best] {
                best = i;
            }
        }
        best
    }

    fn correct(&mut self, known: &[u32], right: usize, told: usize) {
        for index in known {
            let row = &mut self.rows[*index as usize];
            row.sum_up(self.now);
            row.weights[right] += 1.0;
            row.weights[told] -= 1.0;
        }
    }

    fn means(mut self) -> Vec<(u64, Weights, u32)> {
        let mut clues: Vec<(u64, u32)> = self.indices.iter().map(|(c, i)| (*c, *i)).collect();
        clues.sort_unstable();
        let now = self.now;
        let mean = |row: &mut Row| {
            row.sum_up(now);
            row.sums.map(|sum| (sum / f64::from(now.max(1))) as f32)
        };
        let rows = clues.into_iter().map(|(clue, index)| {
            let index = index as usize;
            (clue, mean(&mut self.rows[index]), self.counts[index])
        });
        rows.collect()
    }
}

impl Row {
    fn sum_up(&mut self, now: u32) {
        let n = f64::from(now - self.since);
        for (sum, weight) in self.sums.iter_mut().zip(self.weights) {
            *sum += f64::from(weight) * n;
        }
        self.since = now;
    }
}

fn all_clues(seen: &[View], i: usize, tags: [usize; 2]) -> [u64; CLUES + HISTORY_CLUES] {
    let mut all = [0; CLUES + HISTORY_CLUES];
    let (fixed, history) = all.split_at_mut(CLUES);
    fixed.copy_from_slice(&clues(seen, i));
    let outside = View::default();
    let after = seen.get(i + 1).unwrap_or(&outside);
    history.copy_from_slice(&history_clues(&seen[i], after, tags));
    all
}
