//! From text to tokens: words, folded and stemmed as their language has it.

use crate::base::{Budget, Interrupted, Language, Span};
use crate::text::{Casing, Field, Folded, Place, StopWords, remove_diacritics, words};

use super::{Library, Stemmer};

/// One occurrence of a word in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// How many words stand before it in its field, or in its list of words.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// The word in normal form, as the stemmer took it.
    pub folded: Folded,
    /// Its stem.
    pub stem: String,
    /// Whether it is a stop word of the language.
    pub stop_word: bool,
}

/// All that a language needs to turn text into tokens.
#[derive(Clone, Copy, Debug)]
pub struct Analyzer {
    /// Stems its words.
    pub stemmer: Stemmer,
    /// Writes lower case.
    pub casing: Casing,
    /// Its function words; `None` where there is no list.
    pub stop_words: Option<&'static StopWords>,
    /// Whether stems lose the marks on their letters.
    pub fold_diacritics: bool,
}

/// Words between two looks at the budget: well under a millisecond.
const WORDS_PER_CHECK: usize = 512;

impl Analyzer {
    /// The usual analyzer of `language`.
    ///
    /// ```
    /// use copydesk::base::{Budget, Language};
    /// use copydesk::stem::Analyzer;
    /// use copydesk::text::Field;
    ///
    /// let english = Analyzer::new(Language::from_code("en").unwrap());
    /// let tokens = english
    ///     .analyze("The bridges closed", Field::Text, &Budget::unlimited())
    ///     .unwrap();
    /// let stems: Vec<_> = tokens.iter().map(|token| token.stem.as_str()).collect();
    /// assert_eq!(stems, ["the", "bridg", "close"]);
    /// assert!(tokens[0].stop_word);
    /// ```
    pub fn new(language: Language) -> Self {
        Self {
            stemmer: Stemmer::for_language(language, Library::default()),
            casing: Casing::of(language),
            stop_words: StopWords::of(language),
            fold_diacritics: false,
        }
    }

    /// Whether there are stop words and a stemmer, so that answers are more than a
    /// best effort.
    pub fn is_supported(&self) -> bool {
        self.stop_words.is_some() && self.stemmer.algorithm().is_some()
    }

    /// The tokens of `text`, in order.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn analyze(
        &self,
        text: &str,
        field: Field,
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        let mut tokens = Vec::new();
        for span in words(text) {
            if tokens.len() % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let word = span.slice(text).unwrap_or_default();
            tokens.push(self.token(word, tokens.len(), Place { field, span }));
        }
        Ok(tokens)
    }

    /// The tokens of `words`, one each, whatever is in them.
    ///
    /// Their spans cover the words themselves.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn analyze_words(
        &self,
        words: &[String],
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        let mut tokens = Vec::with_capacity(words.len());
        for word in words {
            if tokens.len() % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let place = Place {
                field: Field::Text,
                span: Span::new(0, word.len()),
            };
            tokens.push(self.token(word, tokens.len(), place));
        }
        Ok(tokens)
    }

    fn token(&self, word: &str, index: usize, place: Place) -> Token {
        let folded = Folded::new(word, self.casing);
        let mut stem = self.stemmer.stem(&folded);
        if self.fold_diacritics {
            stem = remove_diacritics(&stem).into_owned();
        }
        let stop_word = self.stop_words.is_some_and(|list| list.contains(&folded));
        Token {
            index,
            place,
            folded,
            stem,
            stop_word,
        }
    }
}
