//! Sentences of treebanks, with words as they stand in running text: treebanks divide
//! "don't", "du" and "l'année", and keep "e-mail" whole; readers of words do neither.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::Context;
use copydesk::text::{PartOfSpeech, words};
use flate2::read::GzDecoder;

/// A sentence: words and punctuation, with their parts of speech.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<String>,
    pub(crate) parts: Vec<PartOfSpeech>,
}

/// How a headline is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// With a capital at the head of all but short words that join others.
    Title,
    Capitals,
    Small,
}

impl Sentence {
    pub(crate) fn slices(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }

    pub(crate) fn without_punctuation(&self) -> Self {
        let rows = self.words.iter().zip(&self.parts);
        let rows = rows.filter(|(word, _)| word.contains(char::is_alphanumeric));
        let (words, parts) = rows.map(|(word, part)| (word.clone(), *part)).unzip();
        Self { words, parts }
    }

    pub(crate) fn cased(&self, form: Form) -> Self {
        let mut cased = self.clone();
        for (i, (word, part)) in cased.words.iter_mut().zip(&self.parts).enumerate() {
            let joins = matches!(
                part,
                PartOfSpeech::Adposition
                    | PartOfSpeech::Determiner
                    | PartOfSpeech::Conjunction
                    | PartOfSpeech::Particle
            );
            *word = match form {
                Form::Title if i > 0 && joins && word.chars().count() < 4 => word.to_lowercase(),
                Form::Title => headed(word),
                Form::Capitals => word.to_uppercase(),
                Form::Small => word.to_lowercase(),
            };
        }
        cased
    }
}

/// A word as the treebank has it.
type Row = (String, PartOfSpeech);

/// The sentences of the treebank of `language` in `folder`, which has a word and its part
/// of speech a line, and a blank line after each sentence.
pub(crate) fn read(folder: &Path, language: &str) -> anyhow::Result<Vec<Sentence>> {
    let path = folder.join(format!("{language}.tsv.gz"));
    let file = fs::File::open(&path).with_context(|| path.display().to_string())?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text)?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let rows: Vec<Row> = block.lines().map(row).collect::<anyhow::Result<_>>()?;
        if !rows.is_empty() {
            sentences.push(sentence(language, &rows));
        }
    }
    Ok(sentences)
}

fn row(line: &str) -> anyhow::Result<Row> {
    let (word, tag) = line.split_once('\t').context("a line without a tag")?;
    let part = PartOfSpeech::from_universal(tag).with_context(|| format!("tag {tag}"))?;
    Ok((word.replace('_', " "), part))
}

fn sentence(language: &str, rows: &[Row]) -> Sentence {
    let mut joined: Vec<Row> = Vec::new();
    for (word, part) in rows {
        let known = joined
            .last()
            .and_then(|last| join(language, last, word, *part));
        match (known, joined.last_mut()) {
            (Some(both), Some(last)) => *last = both,
            _ => joined.push((word.clone(), *part)),
        }
    }
    let mut sentence = Sentence::default();
    for (word, part) in joined {
        let inside: Vec<_> = words(&word).filter_map(|span| span.slice(&word)).collect();
        if inside.is_empty() {
            sentence.words.push(word.clone());
            sentence.parts.push(part);
        }
        for word in inside {
            sentence.words.push(word.to_owned());
            sentence.parts.push(part);
        }
    }
    sentence
}

/// What `last` and the word after it are in running text, where they are one word there.
fn join(language: &str, last: &Row, word: &str, part: PartOfSpeech) -> Option<Row> {
    let (left, left_part) = last;
    if *left_part == PartOfSpeech::Other || part == PartOfSpeech::Other {
        return None;
    }
    let whole = || format!("{left}{word}");
    if left.ends_with(['\'', '’']) && left.chars().count() > 1 {
        return Some((whole(), part));
    }
    let is_pronoun = part == PartOfSpeech::Pronoun;
    let contracted = match language {
        "en" => is_english_clitic(word, part).then(whole),
        "es" if is_pronoun && *left_part == PartOfSpeech::Verb => spanish_verb(left, word),
        "fr" | "es" | "pt" if *left_part == PartOfSpeech::Adposition => {
            let small = contraction(language, &left.to_lowercase(), word)?;
            Some(if left.starts_with(char::is_uppercase) {
                headed(&small)
            } else {
                small
            })
        }
        _ => None,
    };
    Some((contracted?, *left_part))
}

fn is_english_clitic(word: &str, part: PartOfSpeech) -> bool {
    let plain = word.replace('’', "'").to_lowercase();
    let is_clitic = ["'s", "'m", "'re", "'ve", "'ll", "'d", "n't"].contains(&plain.as_str());
    is_clitic || plain == "na" || plain == "nt" && part == PartOfSpeech::Particle
}

/// A Spanish infinitive or gerund, with a pronoun behind.
fn spanish_verb(verb: &str, pronoun: &str) -> Option<String> {
    let pronouns = [
        "me", "te", "se", "nos", "lo", "la", "los", "las", "le", "les",
    ];
    if !pronouns.contains(&pronoun) {
        return None;
    }
    if let Some(stem) = verb.strip_suffix("ando") {
        return Some(format!("{stem}ándo{pronoun}"));
    }
    if let Some(stem) = verb.strip_suffix("iendo") {
        return Some(format!("{stem}iéndo{pronoun}"));
    }
    let is_infinitive = ["ar", "er", "ir"]
        .iter()
        .any(|ending| verb.ends_with(ending));
    is_infinitive.then(|| format!("{verb}{pronoun}"))
}

/// A preposition and what follows, contracted.
fn contraction(language: &str, left: &str, right: &str) -> Option<String> {
    let fixed = match (language, left, right) {
        ("fr", "de", "le") => "du",
        ("fr", "de", "les") => "des",
        ("fr", "à", "le") => "au",
        ("fr", "à", "les") => "aux",
        ("fr", "de", "lequel") => "duquel",
        ("fr", "à", "lequel") => "auquel",
        ("es", "de", "el") => "del",
        ("es", "a", "el") => "al",
        ("pt", "a", "o") => "ao",
        ("pt", "a", "os") => "aos",
        ("pt", "a", "a") => "à",
        ("pt", "a", "as") => "às",
        ("pt", "por", "o") => "pelo",
        ("pt", "por", "a") => "pela",
        ("pt", "por", "os") => "pelos",
        ("pt", "por", "as") => "pelas",
        _ => "",
    };
    if !fixed.is_empty() {
        return Some(fixed.to_owned());
    }
    let head = match (language, left) {
        ("pt", "de") => "d",
        ("pt", "em") => "n",
        _ => return None,
    };
    let follows = "o a os as ele ela eles elas este esta estes estas esse essa esses essas \
        aquele aquela aqueles aquelas isto isso aquilo";
    let is_joined = follows.split_whitespace().any(|word| word == right);
    is_joined.then(|| format!("{head}{right}"))
}

/// `word` with a capital at its head.
fn headed(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(language: &str, rows: &[(&str, &str)]) -> Vec<String> {
        let part = |tag: &&str| PartOfSpeech::from_universal(tag).unwrap();
        let rows: Vec<Row> = rows
            .iter()
            .map(|(w, tag)| ((*w).to_owned(), part(tag)))
            .collect();
        let sentence = sentence(language, &rows);
        assert_eq!(sentence.words.len(), sentence.parts.len());
        sentence.words
    }

    #[test]
    fn words_are_those_of_running_text() {
        let cases = [
            (
                "en",
                &[("It", "PRON"), ("'s", "AUX"), ("n't", "PART")][..],
                &["It'sn't"][..],
            ),
            (
                "en",
                &[("e-mail", "NOUN"), (".", "PUNCT")],
                &["e", "mail", "."],
            ),
            ("fr", &[("De", "ADP"), ("les", "DET")], &["Des"]),
            (
                "fr",
                &[("de", "ADP"), ("l'", "DET"), ("eau", "NOUN")],
                &["de", "l'eau"],
            ),
            ("es", &[("dar", "VERB"), ("se", "PRON")], &["darse"]),
            ("es", &[("dando", "VERB"), ("lo", "PRON")], &["dándolo"]),
            ("es", &[("de", "ADP"), ("El", "PROPN")], &["de", "El"]),
            ("pt", &[("Em", "ADP"), ("a", "DET")], &["Na"]),
            ("pt", &[("de", "ADP"), ("aquele", "DET")], &["daquele"]),
            ("ru", &[("из-за", "ADP")], &["из", "за"]),
        ];
        for (language, rows, expected) in cases {
            assert_eq!(words_of(language, rows), expected, "{language}");
        }
    }
}
