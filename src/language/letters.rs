//! The letters of a sample that tell its language: those of the script that decides,
//! in lower case, between single blanks.
//!
//! The [n-grams](Letters::features) of this sequence are what the model knows. Training
//! makes them by the same code.

use crate::base::Script;
use crate::text::Letter;

use super::Sample;
use super::script::{self, CYRILLIC, HAN, KANA, LATIN, Tally, Writing};

/// Letters of one script, ready to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Letters {
    /// Begins and ends with a blank.
    stream: Vec<char>,
    writing: Writing,
    share: f64,
    count: usize,
}

impl Letters {
    /// Those of the script that decides; `None` where the sample has no letters.
    ///
    /// ```
    /// use copydesk::language::{Letters, Sample};
    ///
    /// let letters = Letters::of(&Sample::of("Das Lied «Дорогой длинною»")).unwrap();
    /// assert_eq!(letters.script().unwrap().code(), "Cyrl");
    /// assert_eq!(letters.to_string(), "дорогой длинною");
    /// ```
    pub fn of(sample: &Sample) -> Option<Self> {
        let (stream, tally) = read(sample.text());
        let (writing, share) = tally.winner()?;
        Some(Self::of_writing(stream, writing, share))
    }

    /// Those of `script`, whichever decides.
    pub fn in_script(sample: &Sample, script: Script) -> Self {
        let (stream, _) = read(sample.text());
        Self::of_writing(stream, script::writing_of_script(script.code()), 0.0)
    }

    fn of_writing(stream: Vec<char>, writing: Writing, share: f64) -> Self {
        // All of one script, as most texts are.
        let stream = if share < 1.0 {
            only_of(&stream, writing)
        } else {
            stream
        };
        let count = stream.iter().filter(|c| **c != ' ').count();
        Self {
            stream,
            writing,
            share,
            count,
        }
    }

    /// The letters between blanks, with a blank at either end.
    pub fn stream(&self) -> &[char] {
        &self.stream
    }

    /// How many there are, marks with them.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Their script; `None` for one that is not told from others.
    pub fn script(&self) -> Option<Script> {
        script::script_of(self.writing)
    }

    /// What share of all that is written they are, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.share
    }

    pub(super) fn writing(&self) -> Writing {
        self.writing
    }
}

impl std::fmt::Display for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text: String = self.stream.iter().collect();
        f.write_str(text.trim())
    }
}

/// Letters in lower case between single blanks, and how many there are of each script.
fn read(text: &str) -> (Vec<char>, Tally) {
    let mut tally = Tally::default();
    let mut stream = Vec::with_capacity(text.len() + 2);
    let mut before = LATIN;
    let mut n_ascii = 0;
    stream.push(' ');
    for character in text.chars() {
        if character.is_ascii_alphabetic() {
            stream.push(character.to_ascii_lowercase());
            n_ascii += 1;
            before = LATIN;
            continue;
        }
        let lower = lower(character);
        if lower == ' ' {
            push_blank(&mut stream);
        } else if !is_left_out(lower) {
            before = script::writing_of(lower, before);
            tally.add(before, 1);
            stream.push(lower);
        }
    }
    push_blank(&mut stream);
    tally.add(LATIN, n_ascii);
    (stream, tally)
}

fn push_blank(stream: &mut Vec<char>) {
    if stream.last() != Some(&' ') {
        stream.push(' ');
    }
}

/// What of `stream` is of one writing, with blanks for the rest.
fn only_of(stream: &[char], writing: Writing) -> Vec<char> {
    let mut kept = vec![' '];
    let mut before = LATIN;
    for word in stream.split(|character| *character == ' ') {
        let folds = writing == CYRILLIC && is_cyrillic(word);
        for character in word {
            before = script::writing_of(*character, before);
            match look_alike(*character) {
                Some(cyrillic) if folds => kept.push(cyrillic),
                _ if before == writing || writing == KANA && before == HAN => kept.push(*character),
                _ => push_blank(&mut kept),
            }
        }
        push_blank(&mut kept);
    }
    kept
}

/// The lower case of a character, as one character.
fn lower(character: char) -> char {
    match character {
        'A'..='Z' => character.to_ascii_lowercase(),
        '\0'..='\u{7F}' => character,
        'İ' => 'i',
        // Upper case knows no final sigma.
        'ς' => 'σ',
        // Written with half a dozen apostrophes, most of which are no letters.
        '\u{2B9}'..='\u{2CF}' => ' ',
        _ => Letter::of(character).lower(),
    }
}

/// Marks that a text may have or lack: Arabic vowels and stretches.
fn is_left_out(character: char) -> bool {
    matches!(character, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

fn is_cyrillic(word: &[char]) -> bool {
    let has_own = word
        .iter()
        .any(|c| script::writing_of(*c, LATIN) == CYRILLIC);
    has_own || word.len() == 1
}

/// The Cyrillic letter that looks like a Latin one. Serbian news mixes them.
fn look_alike(character: char) -> Option<char> {
    Some(match character {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'і',
        'j' => 'ј',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}
