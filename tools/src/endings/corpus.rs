//! Words of a language as lists and sentences have them: how often, and between which
//! neighbours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use copydesk::base::Language;
use copydesk::text::{Casing, Folded, words};

use crate::language_corpus::lines;

/// Collections of sentences.
const SOURCES: [&str; 3] = ["common_voice", "tatoeba", "treebanks"];

/// Neighbours that count by themselves, not by their endings.
const NEIGHBOURS: usize = 400;

/// A form that stands in sentences only counts from so many times on.
const OCCURRENCES_MIN: u64 = 2;

/// A form, without regard to capitals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    /// How often it stands in the list.
    pub(crate) n_listed: u64,
    /// How often inside sentences.
    pub(crate) n_seen: u64,
    /// How often of these with a capital.
    pub(crate) n_capital: u64,
    /// Neighbours, with how often they stand there.
    pub(crate) neighbours: BTreeMap<String, u32>,
}

/// Forms in order.
pub(crate) type Forms = BTreeMap<String, Form>;

/// The forms of `language`, ISO 639-1, without names.
pub(crate) fn read(corpora: &Path, code: &str) -> anyhow::Result<Forms> {
    let language = Language::from_code(code).with_context(|| code.to_owned())?;
    let casing = Casing::of(language);
    let mut forms = Forms::new();
    for line in lines(&corpora.join(format!("word_frequency/{}.txt.gz", list(code))))? {
        let (word, count) = line.rsplit_once(' ').context("a line without a count")?;
        let word = Folded::new(word, casing);
        forms.entry(word.as_str().to_owned()).or_default().n_listed += count.parse::<u64>()?;
    }
    let sentences = sentences(corpora, language)?;
    let frequent = frequent(&sentences, casing);
    for sentence in &sentences {
        add(sentence, casing, &frequent, &mut forms);
    }
    forms.retain(|form, of| {
        let is_name = of.n_capital * 2 > of.n_seen && code != "de";
        let is_known = of.n_listed > 0 || of.n_seen >= OCCURRENCES_MIN;
        is_known
            && !is_name
            && form.chars().all(char::is_alphabetic)
            && form.chars().nth(1).is_some()
    });
    Ok(forms)
}

/// Bokmål has the list that is called Norwegian.
fn list(code: &str) -> &str {
    if code == "nb" { "no" } else { code }
}

/// A word, and whether nothing but a blank stands before it.
type Place = (String, bool);

fn sentences(corpora: &Path, language: Language) -> anyhow::Result<Vec<Vec<Place>>> {
    let mut sentences = Vec::new();
    for source in SOURCES {
        for line in lines(&corpora.join(format!("language/train/{source}.tsv.gz")))? {
            let (code, text) = line.split_once('\t').context("a line without a tab")?;
            if Language::from_code(code) != Some(language) {
                continue;
            }
            let mut end = None;
            let mut sentence = Vec::new();
            for span in words(text) {
                let joined = end.is_some_and(|end| text.get(end..span.start) == Some(" "));
                sentence.push((span.slice(text).unwrap_or_default().to_owned(), joined));
                end = Some(span.end);
            }
            sentences.push(sentence);
        }
    }
    Ok(sentences)
}

fn frequent(sentences: &[Vec<Place>], casing: Casing) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for (word, _) in sentences.iter().flatten() {
        *counts.entry(folded(word, casing)).or_default() += 1;
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(NEIGHBOURS);
    ranked.into_iter().map(|(word, _)| word).collect()
}

fn folded(word: &str, casing: Casing) -> String {
    Folded::new(word, casing).as_str().to_owned()
}

/// Counts the words of `sentence`.
fn add(sentence: &[Place], casing: Casing, frequent: &BTreeSet<String>, forms: &mut Forms) {
    let described = |place: Option<&Place>, joined: bool| match place {
        Some((word, _)) if joined => neighbour(word, casing, frequent),
        Some(_) => vec!["|".to_owned()],
        None => vec!["||".to_owned()],
    };
    for (i, (word, joined)) in sentence.iter().enumerate() {
        let form = forms.entry(folded(word, casing)).or_default();
        if i > 0 {
            form.n_seen += 1;
            form.n_capital += u64::from(word.starts_with(char::is_uppercase));
        }
        let after = sentence.get(i + 1);
        let before = i.checked_sub(1).and_then(|i| sentence.get(i));
        let left = described(before, *joined);
        let right = described(after, after.is_some_and(|(_, joined)| *joined));
        let left = left.iter().map(|text| format!("<{text}"));
        let right = right.iter().map(|text| format!(">{text}"));
        for text in left.chain(right) {
            *form.neighbours.entry(text).or_default() += 1;
        }
    }
}

/// What a neighbour is: itself, or its ending, and whether it has a capital.
fn neighbour(word: &str, casing: Casing, frequent: &BTreeSet<String>) -> Vec<String> {
    let small = folded(word, casing);
    let mut texts = Vec::new();
    if frequent.contains(&small) {
        texts.push(small);
    } else {
        for n in [2, 3] {
            texts.push(format!("-{}", ending(&small, n)));
        }
        if word.starts_with(char::is_uppercase) {
            texts.push("^".to_owned());
        }
    }
    texts
}

/// The last `n` letters of `word`, or all of them.
pub(crate) fn ending(word: &str, n: usize) -> &str {
    let start = word.char_indices().rev().nth(n.saturating_sub(1));
    start.map_or(word, |(start, _)| word.get(start..).unwrap_or_default())
}
