//! Words that a caller wants stemmed otherwise than the algorithm does it, or not at all.

use rustc_hash::FxHashMap;

use crate::text::{Casing, Folded, remove_diacritics};

use super::Token;

/// Stems to use in place of the algorithm's, by word in normal form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions(FxHashMap<Folded, String>);

impl Exceptions {
    /// `protected` words keep their normal form; each key of `overrides` gets its value
    /// for a stem, which counts where a word is in both. Words are folded first.
    ///
    /// ```
    /// use copydesk::stem::Exceptions;
    /// use copydesk::text::Casing;
    ///
    /// let overrides = [("Men".to_owned(), "man".to_owned())];
    /// let exceptions = Exceptions::new(&["Times".to_owned()], &overrides, Casing::Common);
    /// assert_eq!(exceptions.len(), 2);
    /// ```
    pub fn new(protected: &[String], overrides: &[(String, String)], casing: Casing) -> Self {
        let mut stems = FxHashMap::default();
        for word in protected {
            let folded = Folded::new(word, casing);
            let stem = folded.as_str().to_owned();
            stems.insert(folded, stem);
        }
        for (word, stem) in overrides {
            stems.insert(Folded::new(word, casing), stem.clone());
        }
        Self(stems)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts these stems in place of the algorithm's, without the marks on their letters
    /// where `fold_diacritics` asks for that.
    pub fn apply(&self, tokens: &mut [Token], fold_diacritics: bool) {
        if self.is_empty() {
            return;
        }
        for token in tokens {
            let Some(stem) = self.0.get(&token.term.folded) else {
                continue;
            };
            let stem = if fold_diacritics {
                remove_diacritics(stem).into_owned()
            } else {
                stem.clone()
            };
            token.term.stem = stem.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Budget, Language};
    use crate::stem::Analyzer;
    use crate::text::Field;

    #[test]
    fn words_are_compared_in_normal_form() {
        let language = Language::from_code("en").unwrap();
        let overrides = [
            ("MEN".to_owned(), "man".to_owned()),
            ("O’Hara's".to_owned(), "hara".to_owned()),
            ("cafe\u{301}s".to_owned(), "café".to_owned()),
        ];
        let protected = ["Times".to_owned(), "men".to_owned()];
        let exceptions = Exceptions::new(&protected, &overrides, Casing::Common);
        let text = "The Times met men of O'Hara’s cafés";
        let stems = |fold_diacritics| {
            let mut tokens = Analyzer::new(language)
                .analyze_whole(text, Field::Text, &Budget::unlimited())
                .unwrap();
            exceptions.apply(&mut tokens, fold_diacritics);
            tokens
                .iter()
                .map(|token| token.stem.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            stems(false),
            ["the", "times", "met", "man", "of", "hara", "café"]
        );
        assert_eq!(stems(true)[6], "cafe");
    }
}
