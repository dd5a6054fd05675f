//! Current Snowball algorithms, by the frostem crate.
//!
//! frostem follows Snowball's main branch, so its version is pinned to the last
//! figure: an update can change stems, and with them every index built on them.

use std::borrow::Cow;

use crate::base::Language;

/// A Snowball algorithm, by its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Algorithm(frostem::Algorithm);

impl Algorithm {
    /// Snowball's name of it.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Every algorithm, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        frostem::Algorithm::all().iter().copied().map(Self)
    }

    /// The language that it was written for.
    pub fn language(self) -> Option<Language> {
        let code = match self.name() {
            "arabic" => "ar",
            "armenian" => "hy",
            "basque" => "eu",
            "catalan" => "ca",
            "czech" => "cs",
            "danish" => "da",
            "dutch" | "dutch_porter" => "nl",
            "earlymodernenglish" | "english" | "lovins" | "porter" => "en",
            "esperanto" => "eo",
            "estonian" => "et",
            "finnish" => "fi",
            "french" => "fr",
            "german" => "de",
            "greek" => "el",
            "hindi" => "hi",
            "hungarian" => "hu",
            "indonesian" => "id",
            "irish" => "ga",
            "italian" => "it",
            "lithuanian" => "lt",
            "nepali" => "ne",
            "norwegian" => "nb",
            "persian" => "fa",
            "polish" => "pl",
            "portuguese" => "pt",
            "romanian" => "ro",
            "russian" => "ru",
            "serbian" => "sr",
            "sesotho" => "st",
            "spanish" => "es",
            "swedish" => "sv",
            "tamil" => "ta",
            "turkish" => "tr",
            "ukrainian" => "uk",
            "yiddish" => "yi",
            _ => return None,
        };
        Language::from_code(code)
    }

    /// Those that stem `language`, the one to use by default first.
    pub fn of(language: Language) -> impl Iterator<Item = Self> {
        // Nynorsk has no algorithm of its own; Snowball's Norwegian serves both forms.
        let written_for = match language.code() {
            "nn" => Language::from_code("nb"),
            _ => Some(language),
        };
        let mut found: Vec<_> = Self::all()
            .filter(|algorithm| algorithm.language() == written_for)
            .collect();
        found.sort_by_key(|algorithm| (algorithm.is_kept_for_old_indexes(), algorithm.name()));
        found.into_iter()
    }

    /// Algorithms that Snowball itself keeps only beside a better one.
    fn is_kept_for_old_indexes(self) -> bool {
        matches!(
            self.name(),
            "dutch_porter" | "earlymodernenglish" | "lovins" | "porter"
        )
    }

    /// The stem of `word`, which is in normal form.
    pub(super) fn stem(self, word: &str) -> Cow<'_, str> {
        frostem::Stemmer::new(self.0).stem(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_algorithm_has_its_language() {
        for algorithm in Algorithm::all() {
            assert!(algorithm.language().is_some(), "{}", algorithm.name());
        }
    }

    #[test]
    fn the_current_algorithm_comes_first() {
        let first = |code| Algorithm::of(Language::from_code(code).unwrap()).next();
        assert_eq!(first("en").unwrap().name(), "english");
        assert_eq!(first("nl").unwrap().name(), "dutch");
        assert_eq!(first("nn").unwrap().name(), "norwegian");
        assert_eq!(first("zh"), None);
    }
}
