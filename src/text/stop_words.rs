//! Stop words: the function words of a language, which say nothing of what a text is
//! about.
//!
//! The lists are NLTK's where it has one, else those of the "stopwords-iso" project,
//! both by the `stop-words` crate. NLTK's come first since the others hold words of
//! content ("world", "state" and "million" are in the English one).

use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Language;

use super::{Casing, Folded};

/// The stop words of one language.
#[derive(Debug)]
pub struct StopWords(FxHashSet<Folded>);

impl StopWords {
    /// Those of `language`; `None` where there is no list.
    pub fn of(language: Language) -> Option<&'static Self> {
        static LISTS: Mutex<FxHashMap<Language, Option<&'static StopWords>>> =
            Mutex::new(FxHashMap::with_hasher(rustc_hash::FxBuildHasher));
        let source = list(language)?;
        let mut lists = LISTS.lock().unwrap_or_else(PoisonError::into_inner);
        // Leaked on purpose: one list a language, as long as the process lives.
        *lists.entry(language).or_insert_with(|| {
            let casing = Casing::of(language);
            let folded = source.iter().map(|word| Folded::new(word, casing));
            Some(Box::leak(Box::new(Self(folded.collect()))))
        })
    }

    /// Whether there is a list for `language`.
    pub fn exist_for(language: Language) -> bool {
        list(language).is_some()
    }

    /// Whether `word` is one of them.
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::text::{Casing, Folded, StopWords};
    ///
    /// let english = StopWords::of(Language::from_code("en").unwrap()).unwrap();
    /// assert!(english.contains(&Folded::new("Don’t", Casing::Common)));
    /// assert!(!english.contains(&Folded::new("world", Casing::Common)));
    /// ```
    pub fn contains(&self, word: &Folded) -> bool {
        self.0.contains(word)
    }
}

fn list(language: Language) -> Option<&'static [&'static str]> {
    let code = match language.code() {
        // The lists know Norwegian as one language.
        "nb" | "nn" => "no",
        code => code,
    };
    stop_words::lookup(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_list_holds_function_words_only() {
        let english = StopWords::of(Language::from_code("en").unwrap()).unwrap();
        assert!(english.0.len() <= 250, "{}", english.0.len());
        for word in ["world", "state", "system", "computer", "million", "work"] {
            assert!(
                !english.contains(&Folded::new(word, Casing::Common)),
                "{word}"
            );
        }
    }

    #[test]
    fn fifty_languages_have_a_list() {
        assert!(Language::all().filter(|l| StopWords::exist_for(*l)).count() >= 50);
    }
}
