//! How well kinds of words that were told without a treebank agree with one.

use std::path::Path;

use copydesk::base::Language;
use copydesk::text::{Casing, Folded, PartOfSpeech, PartsOfSpeech, StopWords};

use crate::treebank::read;

/// What is told of a form: how likely it is nominal, and an adjective.
pub(crate) type Told = (f64, f64);

/// What is less likely nominal counts as neither noun nor adjective, as for keywords.
const NOMINAL_MIN: f64 = 0.45;

/// Prints how often `tell` is right about words of content in small letters.
pub(crate) fn report(
    corpora: &Path,
    code: &str,
    step: &str,
    tell: impl Fn(&str) -> Option<Told>,
) -> anyhow::Result<()> {
    let folder = corpora.join("treebanks");
    let Some(language) = Language::from_code(code) else {
        return Ok(());
    };
    if !folder.join(format!("{code}.tsv.gz")).exists() {
        return Ok(());
    }
    let stop_words = StopWords::of(language);
    // Nouns, adjectives, verbs, adverbs; taken for nouns, adjectives, neither, not told.
    let mut counts = [[0_u32; 4]; 4];
    for sentence in read(&folder, code)? {
        for (word, part) in sentence.words.iter().zip(&sentence.parts) {
            let small = Folded::new(word, Casing::of(language));
            let is_content = word.chars().all(char::is_lowercase)
                && word.chars().nth(2).is_some()
                && !stop_words.is_some_and(|list| list.contains(&small));
            if let (true, Some(row)) = (is_content, row_of(*part)) {
                counts[row][column_of(tell(small.as_str()))] += 1;
            }
        }
    }
    let share = |row: usize, column: usize| {
        f64::from(counts[row][column]) / f64::from(counts[row].iter().sum::<u32>().max(1))
    };
    let hits = f64::from(counts[2][2] + counts[3][2]);
    let lost = f64::from(counts[0][2] + counts[1][2]);
    eprintln!(
        "{code} {step}: verbs told {:.3}, adverbs {:.3}, precision {:.3}; nouns lost {:.3}, \
         adjectives {:.3}; adjectives told {:.3}, nouns taken for them {:.3}",
        share(2, 2),
        share(3, 2),
        hits / (hits + lost),
        share(0, 2),
        share(1, 2),
        share(1, 1),
        share(0, 1),
    );
    Ok(())
}

fn row_of(part: PartOfSpeech) -> Option<usize> {
    let rows = [
        PartsOfSpeech::of(&[PartOfSpeech::Noun]),
        PartsOfSpeech::of(&[PartOfSpeech::Adjective]),
        PartsOfSpeech::of(&[PartOfSpeech::Verb, PartOfSpeech::Auxiliary]),
        PartsOfSpeech::of(&[PartOfSpeech::Adverb]),
    ];
    rows.iter().position(|row| row.contains(part))
}

fn column_of(told: Option<Told>) -> usize {
    match told {
        None => 3,
        Some((nominal, _)) if nominal < NOMINAL_MIN => 2,
        Some((nominal, adjective)) if nominal - adjective < 0.4 * adjective => 1,
        Some(_) => 0,
    }
}
