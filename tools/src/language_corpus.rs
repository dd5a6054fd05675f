//! Texts and words that the language model learns from: for each script, the letters of
//! sentences and of frequent words, by language.
//!
//! Every tenth sentence and every twentieth word is held out for the calibration.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Context;
use copydesk::base::{Language, Script};
use copydesk::language::{Letters, Sample};
use flate2::read::GzDecoder;

use crate::calibration::SplitMix64;

/// Letters between blanks, with a blank at either end.
pub(crate) type Stream = Vec<char>;

/// What there is of one language in one script.
#[derive(Default)]
pub(crate) struct Texts {
    /// To learn from.
    pub(crate) sentences: Vec<Stream>,
    /// Held out.
    pub(crate) sentences_held_out: Vec<Stream>,
    /// Words to learn from, with their weights added up.
    pub(crate) words: Weighted,
    /// Held out, in the same way.
    pub(crate) words_held_out: Weighted,
}

/// Items, each with the sum of the weights up to and with it.
#[derive(Default)]
pub(crate) struct Weighted(Vec<(Stream, f64)>);

impl Weighted {
    fn push(&mut self, item: Stream, weight: f64) {
        self.0.push((item, self.total() + weight));
    }

    fn total(&self) -> f64 {
        self.0.last().map_or(0.0, |(_, sum)| *sum)
    }

    /// The item at a share of the whole weight.
    pub(crate) fn at(&self, share: f64) -> Option<&Stream> {
        let sum = share * self.total();
        let i = self.0.partition_point(|(_, up_to)| *up_to <= sum);
        self.0.get(i).map(|(item, _)| item)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// Texts by script and ISO 639-3 code.
pub(crate) type Corpus = BTreeMap<&'static str, BTreeMap<String, Texts>>;

const SOURCES: [&str; 5] = ["common_voice", "tatoeba", "treebanks", "bible", "udhr"];

/// Reads all of it for these scripts.
pub(crate) fn read(corpora: &Path, scripts: &[&'static str]) -> anyhow::Result<Corpus> {
    let mut corpus = Corpus::new();
    for source in SOURCES {
        let path = corpora.join(format!("language/train/{source}.tsv.gz"));
        for (n, line) in lines(&path)?.into_iter().enumerate() {
            let (code, text) = line.split_once('\t').context("a line without a tab")?;
            let code = canonical(code);
            let sample = Sample::of(text);
            for (script, stream) in streams(&code, &sample, scripts) {
                let texts = corpus
                    .entry(script)
                    .or_default()
                    .entry(code.clone())
                    .or_default();
                if n % 10 == 0 && source != "udhr" {
                    texts.sentences_held_out.push(stream);
                } else {
                    texts.sentences.push(stream);
                }
            }
        }
    }
    if let Some(latin) = corpus.get_mut("Latn") {
        let sentences = (0..4000).map(|n| nonsense(&mut SplitMix64::seeded(&format!("zxx{n}"))));
        latin.entry(NONSENSE.to_owned()).or_default().sentences = sentences.collect();
    }
    let counts = count_words(corpora, scripts, &corpus)?;
    for (script, of_script) in counts {
        let texts = corpus.entry(script).or_default();
        add_words(&of_script, texts);
    }
    Ok(corpus)
}

/// The code for what is in no language.
pub(crate) const NONSENSE: &str = "zxx";

/// Letters as a hand on a keyboard or a generator of passwords writes them.
fn nonsense(random: &mut SplitMix64) -> Stream {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let mut stream = vec![' '];
    let on_a_row = random.share() < 0.5;
    for _ in 0..=random.below(6) {
        let row: Vec<char> = ROWS[random.below(3)].chars().collect();
        for _ in 0..3 + random.below(8) {
            let any = char::from(b'a' + u8::try_from(random.below(26)).unwrap_or_default());
            let of_row = row[random.below(row.len())];
            stream.push(if on_a_row { of_row } else { any });
        }
        stream.push(' ');
    }
    stream
}

pub(crate) fn lines(path: &Path) -> anyhow::Result<Vec<String>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    Ok(lines.collect::<Result<_, _>>()?)
}

/// ISO 639-3, with macro-languages as the project has them.
pub(crate) fn canonical(code: &str) -> String {
    // Moroccan and other spoken kinds of Arabic are not news.
    Language::from_code(code)
        .map_or(code, |l| {
            Box::leak(l.iso639_3().to_owned().into_boxed_str())
        })
        .to_owned()
}

/// The letters of `sample` in the script that decides. Serbian is written in two, letter
/// by letter; Japanese teaches what Han characters it has between kana.
fn streams(code: &str, sample: &Sample, scripts: &[&'static str]) -> Vec<(&'static str, Stream)> {
    let Some(letters) = Letters::of(sample) else {
        return Vec::new();
    };
    let named = |name: &str| scripts.iter().copied().find(|script| *script == name);
    let script = letters.script();
    let code_of = script.as_ref().map_or("", Script::code);
    let mut streams = Vec::new();
    if code == "jpn" {
        if let (Some(han), Some(script)) = (named("Hani"), Script::new("Hani")) {
            let stream = Letters::in_script(sample, script).stream().to_vec();
            streams.extend((stream.len() > 2).then_some((han, stream)));
        }
        return streams;
    }
    if let Some(script) = named(code_of) {
        let stream = letters.stream().to_vec();
        if code == "srp" {
            let (other, to) = match script {
                "Cyrl" => ("Latn", to_latin(&stream)),
                _ => ("Cyrl", to_cyrillic(&stream)),
            };
            streams.extend(named(other).map(|other| (other, to)));
        }
        streams.push((script, stream));
    }
    streams
}

#[rustfmt::skip] // pairs read best in rows
const SERBIAN: [(char, &str); 30] = [
    ('љ', "lj"), ('њ', "nj"), ('џ', "dž"), ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"),
    ('ђ', "đ"), ('е', "e"), ('ж', "ž"), ('з', "z"), ('и', "i"), ('ј', "j"), ('к', "k"), ('л', "l"),
    ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"), ('с', "s"), ('т', "t"), ('ћ', "ć"),
    ('у', "u"), ('ф', "f"), ('х', "h"), ('ц', "c"), ('ч', "č"), ('ш', "š"),
];

fn to_latin(stream: &[char]) -> Stream {
    let latin = |c: &char| match SERBIAN.iter().find(|(cyrillic, _)| cyrillic == c) {
        Some((_, latin)) => latin.chars().collect(),
        None => vec![*c],
    };
    stream.iter().flat_map(latin).collect()
}

fn to_cyrillic(stream: &[char]) -> Stream {
    let mut text: String = stream.iter().collect();
    for (cyrillic, latin) in SERBIAN {
        text = text.replace(latin, &cyrillic.to_string());
    }
    text.chars().collect()
}

/// Occurrences of words, by script and language.
type Counts = BTreeMap<&'static str, BTreeMap<String, BTreeMap<Stream, f64>>>;

/// Words of the lists, and those of the sentences where a language has no list.
fn count_words(
    corpora: &Path,
    scripts: &[&'static str],
    corpus: &Corpus,
) -> anyhow::Result<Counts> {
    let mut counts = Counts::new();
    let folder = corpora.join("word_frequency");
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut listed = BTreeSet::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some((code, _)) = name.split_once(['_', '.']) else {
            continue;
        };
        let code = canonical(code);
        listed.insert(code.clone());
        for line in lines(&path)? {
            let Some((word, count)) = line.rsplit_once(' ') else {
                continue;
            };
            let count: f64 = count.parse()?;
            let sample = Sample::of(word);
            if sample.text() != word {
                continue;
            }
            for (script, stream) in streams(&code, &sample, scripts) {
                *counts
                    .entry(script)
                    .or_default()
                    .entry(code.clone())
                    .or_default()
                    .entry(stream)
                    .or_default() += count;
            }
        }
    }
    for (script, of_script) in corpus {
        for (code, texts) in of_script {
            if listed.contains(code) || *script == "Hani" || code == NONSENSE {
                continue;
            }
            let words = counts
                .entry(script)
                .or_default()
                .entry(code.clone())
                .or_default();
            for word in texts
                .sentences
                .iter()
                .flat_map(|stream| stream.split(|c| *c == ' '))
            {
                if !word.is_empty() {
                    let padded = [&[' '], word, &[' ']].concat();
                    *words.entry(padded).or_default() += 1.0;
                }
            }
        }
    }
    Ok(counts)
}

/// What share of a word's frequency in another language makes it foreign.
const FOREIGN: f64 = 0.05;

/// Flattens: frequent words would else be most of what is seen.
const POWER: f64 = 0.35;

fn add_words(
    counts: &BTreeMap<String, BTreeMap<Stream, f64>>,
    texts: &mut BTreeMap<String, Texts>,
) {
    let totals: BTreeMap<&String, f64> = counts
        .iter()
        .map(|(code, words)| (code, words.values().sum()))
        .collect();
    let mut most: BTreeMap<&Stream, f64> = BTreeMap::new();
    for (code, words) in counts {
        for (word, count) in words {
            let share = count / totals[code];
            let entry = most.entry(word).or_default();
            *entry = entry.max(share);
        }
    }
    for (code, words) in counts {
        let Some(texts) = texts.get_mut(code) else {
            continue;
        };
        for (n, (word, count)) in words.iter().enumerate() {
            let share = count / totals[code];
            if share < FOREIGN * most[word] {
                continue;
            }
            let weight = share.powf(POWER);
            if n % 20 == 0 {
                texts.words_held_out.push(word.clone(), weight);
            } else {
                texts.words.push(word.clone(), weight);
            }
        }
    }
}
