//! `data/tagger.bin`: the weights of the part-of-speech tagger, learnt from treebanks.
//! `copydesk::text::TagModel` says how the file is laid out.
//!
//! Each language is learnt twice: from nine sentences in ten, to tell how good the tags
//! of the tenth are and how far scores may be trusted, and then from all of them. Two
//! runs write the same bytes.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fmt, fs};

use anyhow::{Context, ensure};
use copydesk::base::Language;
use copydesk::text::{PartOfSpeech, PartsOfSpeech, TagModel, Tagger};

use crate::perceptron::{Weights, learn};
use crate::treebank::{Form, Sentence, read};

/// A language, and how many clues are kept of it.
const LANGUAGES: [(&str, usize); 5] = [
    ("en", 62_000),
    ("es", 30_000),
    ("fr", 30_000),
    ("pt", 53_000),
    ("ru", 30_000),
];

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
            for test in tests.iter().map(Sentence::without_punctuation) {
                for (tagging, part) in tagger.taggings(&test.slices()).iter().zip(&test.parts) {
                    let right = PartsOfSpeech::of(&[*part]);
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
        let tagger = self.tagger()?;
        let known: BTreeSet<&str> = learnt.iter().flat_map(Sentence::slices).collect();
        let bare = tests.iter().map(Sentence::without_punctuation);
        let bare: Vec<Sentence> = bare.collect();
        let cased = |form| bare.iter().map(|test| test.cased(form)).collect();
        let forms: [(&str, Vec<Sentence>); 5] = [
            ("as written", tests.to_vec()),
            ("without punctuation", bare.clone()),
            ("in title case", cased(Form::Title)),
            ("in capitals", cased(Form::Capitals)),
            ("in small letters", cased(Form::Small)),
        ];
        for (name, tests) in forms {
            let (mut all, mut new) = (Tally::default(), Tally::default());
            for test in tests {
                let taggings = tagger.taggings(&test.slices());
                for ((tagging, part), word) in taggings.iter().zip(&test.parts).zip(&test.words) {
                    if !word.contains(char::is_alphanumeric) {
                        continue;
                    }
                    let right = tagging.part() == *part;
                    all.add(right, tagging.confidence());
                    if !known.contains(word.as_str()) {
                        new.add(right, tagging.confidence());
                    }
                }
            }
            eprintln!("{} {name}: {all}; of new words {new}", self.code);
        }
        Ok(())
    }
}

/// How many tags are right, by how sure the tagger was of them.
#[derive(Default)]
struct Tally {
    /// Tags, those that are right, and what they should be by their confidence.
    bins: [(f64, f64, f64); 10],
}

impl Tally {
    fn add(&mut self, right: bool, confidence: f32) {
        let floors = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
        let bin = floors.iter().filter(|floor| confidence >= **floor).count();
        let (n, n_right, expected) = &mut self.bins[bin];
        *n += 1.0;
        *n_right += f64::from(u8::from(right));
        *expected += f64::from(confidence);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n: f64 = self.bins.iter().map(|bin| bin.0).sum();
        let n_right: f64 = self.bins.iter().map(|bin| bin.1).sum();
        let error: f64 = self.bins.iter().map(|bin| (bin.1 - bin.2).abs()).sum();
        let (right, error) = (n_right / n, error / n);
        write!(f, "{right:.4} of {n}, calibration error {error:.4}")
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "what it loses is far below a weight"
)]
pub(crate) fn single(value: f64) -> f32 {
    value as f32
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
        bytes.extend(single(table.unit * table.trust).to_le_bytes());
        first += n;
    }
    bytes.resize(TagModel::head_bytes(tables.len()), 0);
    for bucket in tables.iter().flat_map(|table| &table.buckets) {
        bytes.extend(bucket);
    }
    Ok(bytes)
}
