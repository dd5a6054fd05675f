//! Lists of words by language, as the stems that a reading knows them by.

use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::base::{Budget, Language};
use crate::stem::Analyzer;

/// Words by language, stemmed once a language.
pub(super) struct WordList {
    /// Codes of languages, and their words with blanks between.
    words: &'static [(&'static str, &'static str)],
    stems: Mutex<FxHashMap<Language, &'static FxHashSet<String>>>,
}

impl WordList {
    pub(super) const fn new(words: &'static [(&'static str, &'static str)]) -> Self {
        Self {
            words,
            stems: Mutex::new(FxHashMap::with_hasher(FxBuildHasher)),
        }
    }

    /// The stems of the words of `language`; `None` where there is no list.
    pub(super) fn stems(&self, language: Language) -> Option<&'static FxHashSet<String>> {
        let code = language.code();
        let (_, words) = self.words.iter().find(|(known, _)| *known == code)?;
        let mut stems = self.stems.lock().unwrap_or_else(PoisonError::into_inner);
        // Leaked on purpose: one list a language, as long as the process lives.
        Some(
            *stems
                .entry(language)
                .or_insert_with(|| Box::leak(Box::new(stems_of(language, words)))),
        )
    }
}

fn stems_of(language: Language, words: &str) -> FxHashSet<String> {
    let words: Vec<_> = words.split_whitespace().map(str::to_owned).collect();
    let tokens = Analyzer::new(language).analyze_words(&words, &Budget::unlimited());
    let tokens = tokens.unwrap_or_default();
    tokens.iter().map(|token| token.stem.to_string()).collect()
}
