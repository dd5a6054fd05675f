//! Stems: what is left of a word without its inflection, as Snowball cuts it.
//!
//! Not lemmas: a stem need not be a word. [`Stemmer`] picks algorithm and library;
//! [`Analyzer`] adds what a language needs around it and turns text into [`Token`]s.
//! Porter, "An algorithm for suffix stripping" (1980), and snowballstem.org.

mod analyzer;
mod exceptions;
mod group;
mod key;
mod rarity;
mod rust_stemmers;
mod snowball;
mod term;

pub(crate) use analyzer::Lookup;
pub use analyzer::{Analyzer, Token};
pub use exceptions::Exceptions;
pub(crate) use group::{Form, Group, Piece, groups};
pub(crate) use key::Key;
pub use rarity::Rarity;
pub use snowball::Algorithm;
pub use term::Term;

use smol_str::SmolStr;

use crate::base::{Language, Problem};
use crate::text::Folded;

/// Library that stems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Library {
    /// Current Snowball algorithms.
    #[default]
    Snowball,
    /// The rust-stemmers crate: 18 algorithms as they were in 2020.
    RustStemmers,
}

impl Library {
    /// Its algorithms, by name.
    pub fn algorithms(self) -> impl Iterator<Item = Algorithm> {
        Algorithm::all().filter(move |algorithm| match self {
            Self::Snowball => true,
            Self::RustStemmers => rust_stemmers::find(*algorithm).is_some(),
        })
    }

    /// Its algorithm called `name`.
    ///
    /// # Errors
    ///
    /// [`Problem::AlgorithmUnknown`] with all names that there are.
    pub fn algorithm(self, name: &str) -> Result<Algorithm, Problem> {
        let mut algorithms = self.algorithms();
        let found = algorithms.find(|algorithm| algorithm.name() == name);
        found.ok_or_else(|| {
            let names: Vec<_> = self.algorithms().map(Algorithm::name).collect();
            Problem::AlgorithmUnknown {
                name: name.chars().take(NAME_CHARACTERS_SHOWN).collect(),
                known: names.join(", "),
            }
        })
    }
}

/// More than any algorithm's name; a name is a caller's text, and may be a long one.
const NAME_CHARACTERS_SHOWN: usize = 40;

/// Longer words are their own stem. Stemming takes time quadratic in the length of a
/// word (a word of 100,000 letters 1 to 2 s); Lucene caps words at the same length.
const STEMMED_CHARACTERS_MAX: usize = 255;

/// Stems words by one algorithm of one library, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stemmer(Choice);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Snowball(Algorithm),
    RustStemmers(Algorithm, ::rust_stemmers::Algorithm),
    /// Nothing stems the language: a word is its own stem.
    Nothing,
}

impl Stemmer {
    /// Stems by `algorithm`; by nothing where `library` has no algorithm of that name.
    pub fn new(algorithm: Algorithm, library: Library) -> Self {
        Self(match library {
            Library::Snowball => Choice::Snowball(algorithm),
            Library::RustStemmers => rust_stemmers::find(algorithm)
                .map_or(Choice::Nothing, |theirs| {
                    Choice::RustStemmers(algorithm, theirs)
                }),
        })
    }

    /// Stems `language` by its usual algorithm; by nothing where there is none.
    pub fn for_language(language: Language, library: Library) -> Self {
        Algorithm::of(language)
            .next()
            .map_or(Self(Choice::Nothing), |algorithm| {
                Self::new(algorithm, library)
            })
    }

    /// What it stems by.
    pub fn algorithm(&self) -> Option<Algorithm> {
        match self.0 {
            Choice::Snowball(algorithm) | Choice::RustStemmers(algorithm, _) => Some(algorithm),
            Choice::Nothing => None,
        }
    }

    /// The stem of `word`; the word itself where it is longer than 255 characters.
    ///
    /// ```
    /// use copydesk::stem::{Library, Stemmer};
    /// use copydesk::text::{Casing, Folded};
    ///
    /// let english = Library::Snowball.algorithm("english").unwrap();
    /// let stemmer = Stemmer::new(english, Library::Snowball);
    /// let word = Folded::new("Negotiations", Casing::Common);
    /// assert_eq!(stemmer.stem(&word), "negoti");
    /// ```
    pub fn stem(&self, word: &Folded) -> SmolStr {
        let word = word.as_str();
        if word.len() > STEMMED_CHARACTERS_MAX && word.chars().count() > STEMMED_CHARACTERS_MAX {
            return word.into();
        }
        match self.0 {
            Choice::Snowball(algorithm) => algorithm.stem(word).into(),
            Choice::RustStemmers(_, theirs) => rust_stemmers::stem(theirs, word).into(),
            Choice::Nothing => word.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Casing;

    #[test]
    fn a_word_beyond_the_cap_is_its_own_stem() {
        let stemmer = Stemmer::for_language(Language::from_code("en").unwrap(), Library::Snowball);
        let word = |n| Folded::new(&format!("{}ings", "ü".repeat(n)), Casing::Common);
        assert_ne!(stemmer.stem(&word(251)), word(251).as_str());
        assert_eq!(stemmer.stem(&word(252)), word(252).as_str());
    }

    #[test]
    fn every_spelling_of_a_word_has_one_stem() {
        let cases = [
            ("en", "ukraine's", "ukrain"),
            ("en", "boys'", "boy"),
            ("fr", "aujourd'hui", "aujourd'hui"),
            ("it", "dell'arte", "arte"),
            ("de", "häuser", "haus"),
            ("tr", "göller", "göl"),
        ];
        for (code, word, expected) in cases {
            let language = Language::from_code(code).unwrap();
            let stemmer = Stemmer::for_language(language, Library::Snowball);
            let decomposed = word.replace('ä', "a\u{308}").replace('ö', "o\u{308}");
            let apostrophes = ["’", "‘", "ʼ", "＇", "′"];
            let spellings = apostrophes.map(|apostrophe| word.replace('\'', apostrophe));
            for spelling in spellings.iter().chain([&decomposed]) {
                let folded = Folded::new(spelling, Casing::of(language));
                assert_eq!(stemmer.stem(&folded), expected, "{spelling}");
            }
        }
    }

    #[test]
    fn no_library_changes_what_it_has_no_algorithm_for() {
        let basque = Library::Snowball.algorithm("basque").unwrap();
        assert!(Library::RustStemmers.algorithm("basque").is_err());
        let stemmer = Stemmer::new(basque, Library::RustStemmers);
        assert_eq!(stemmer.algorithm(), None);
        assert_eq!(
            stemmer.stem(&Folded::new("Etxeak", Casing::Common)),
            "etxeak"
        );
    }
}
