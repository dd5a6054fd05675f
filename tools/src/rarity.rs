//! `data/rarity.bin`: how rare each stem is in a language at large, from the counts
//! of words in film subtitles. `copydesk::stem::Rarity` says how the file is laid out.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use copydesk::base::{Budget, Language};
use copydesk::stem::{Analyzer, Rarity};
use copydesk::text::Field;
use flate2::read::GzDecoder;

/// Stems kept of a language, about half of what a list of 50,000 words has. Measured on
/// English, so few lose .001 of average precision on one set of labelled news pairs and
/// gain .002 on the other; a quarter of them loses .004.
const STEMS_MAX: usize = 16_384;

/// English keeps all of its 32,000: the hard set is where the tail helps.
const STEMS_MAX_ENGLISH: usize = 65_536;

/// What a stem beyond the table counts as, as a share of the last one in it.
const UNSEEN_SHARE: f64 = 0.25;

/// What −ln p loses: words of more than 2 in 100 say nothing.
const OFFSET: f64 = 4.0;

/// The rarities of one language.
struct Table {
    /// Rarity by hash of the stem.
    rarities: BTreeMap<u32, u8>,
    unseen: u8,
}

/// Writes `rarity.bin` to `out` from the folder `word_frequency` of `corpora`.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let mut tables = BTreeMap::new();
    for (language, files) in files_by_language(&corpora.join("word_frequency"))? {
        let counts = count_stems(language, &files)?;
        tables.insert(language.code().to_owned(), Table::new(language, &counts));
    }
    let bytes = encode(&tables)?;
    fs::write(out.join("rarity.bin"), bytes).context("rarity.bin cannot be written")
}

/// The lists of `folder`. Variants (`pt_br`, `zh_tw`) count to their language.
fn files_by_language(folder: &Path) -> anyhow::Result<BTreeMap<Language, Vec<PathBuf>>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut files: BTreeMap<Language, Vec<PathBuf>> = BTreeMap::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(stem) = name.strip_suffix(".txt.gz") else {
            continue;
        };
        let code = stem.split('_').next().unwrap_or(stem);
        let language = Language::from_code(code).with_context(|| format!("language of {name}"))?;
        files.entry(language).or_default().push(path);
    }
    Ok(files)
}

/// Occurrences of each stem in `files`, which hold a word and its count a line.
fn count_stems(language: Language, files: &[PathBuf]) -> anyhow::Result<BTreeMap<String, u64>> {
    let analyzer = Analyzer::new(language);
    let mut counts = BTreeMap::new();
    for path in files {
        let file = File::open(path).with_context(|| path.display().to_string())?;
        for line in BufReader::new(GzDecoder::new(file)).lines() {
            let line = line?;
            if line.is_empty() {
                continue;
            }
            let (word, count) = line.rsplit_once(' ').context("a line without a count")?;
            let count: u64 = count.parse()?;
            for token in analyzer.analyze(word, Field::Text, &Budget::unlimited())? {
                *counts.entry(token.stem.to_string()).or_default() += count;
            }
        }
    }
    Ok(counts)
}

impl Table {
    fn new(language: Language, counts: &BTreeMap<String, u64>) -> Self {
        let total: u64 = counts.values().sum();
        let mut ranked: Vec<(&String, u64)> = counts.iter().map(|(s, n)| (s, *n)).collect();
        ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        ranked.truncate(match language.code() {
            "en" => STEMS_MAX_ENGLISH,
            _ => STEMS_MAX,
        });
        let cut = ranked.last().map_or(1, |(_, count)| *count);
        let mut rarities = BTreeMap::new();
        for (stem, count) in ranked {
            // Of two stems with one hash the commoner comes first, and stays.
            let rarity = quantised(count as f64 / total as f64);
            rarities.entry(Rarity::hash(stem)).or_insert(rarity);
        }
        Self {
            rarities,
            unseen: quantised(cut as f64 * UNSEEN_SHARE / total as f64),
        }
    }
}

/// The rarity of what makes up the share `p` of all words, in steps.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what a byte holds"
)]
fn quantised(p: f64) -> u8 {
    let steps = ((-p.ln() - OFFSET) / Rarity::STEP).round();
    steps.clamp(1.0, 255.0) as u8
}

fn encode(tables: &BTreeMap<String, Table>) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Rarity::MAGIC.to_vec();
    bytes.extend(u32::try_from(tables.len())?.to_le_bytes());
    let mut first = 0;
    for (code, table) in tables {
        ensure!(code.len() <= 4, "{code} does not fit a record");
        let mut padded = [0; 4];
        padded[..code.len()].copy_from_slice(code.as_bytes());
        let n_entries = u32::try_from(table.rarities.len())?;
        bytes.extend(padded);
        bytes.extend(u32::to_le_bytes(first));
        bytes.extend(n_entries.to_le_bytes());
        bytes.extend([table.unseen, 0, 0, 0]);
        first += n_entries;
    }
    for (hash, rarity) in tables.values().flat_map(|table| &table.rarities) {
        bytes.extend((hash << 8 | u32::from(*rarity)).to_le_bytes());
    }
    Ok(bytes)
}
