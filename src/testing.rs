//! Fixtures for unit tests, integration tests and benches: the articles of
//! `tests/data/articles`, cut to any length. Only with feature `testing`; no part of
//! the library's promise.
//!
//! Nothing here returns an error: a fixture that is missing is a bug of the test, and
//! a panic that names it is the best report.

#![expect(
    clippy::expect_used,
    reason = "a fixture that is missing has to be seen"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::base::Limits;
use crate::text::{Document, DocumentParts};

/// One article as a publisher's page gave it, with its menus and credits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Path below `tests/data/articles`, such as `museum_fr/echo.txt`.
    pub file: String,
    /// BCP-47 code of its language, such as `fr`.
    pub language_code: String,
    /// The whole file.
    pub text: String,
}

/// Every article, by path.
///
/// # Panics
///
/// Where the folder cannot be read.
pub fn articles() -> Vec<Article> {
    let root = articles_folder();
    let mut articles = Vec::new();
    for folder in sorted_names(&root) {
        let path = root.join(&folder);
        if !path.is_dir() {
            continue; // the index
        }
        let (_, language_code) = folder
            .rsplit_once('_')
            .expect("a folder of articles is named STORY_LANGUAGE");
        for name in sorted_names(&path) {
            articles.push(Article {
                text: fs::read_to_string(path.join(&name)).expect("an article is UTF-8"),
                file: format!("{folder}/{name}"),
                language_code: language_code.to_owned(),
            });
        }
    }
    articles
}

/// News in a language, of `bytes` bytes: its articles, one after the other, over and
/// over, cut at the last character that fits. The same at every call.
///
/// ```
/// let text = copydesk::testing::article_text("ru", 4096);
/// assert!((4093..=4096).contains(&text.len()));
/// ```
///
/// # Panics
///
/// Where there is no article in the language.
pub fn article_text(language_code: &str, bytes: usize) -> String {
    article_text_from(language_code, 0, bytes)
}

/// As [`article_text`], beginning with the article of number `first`: texts that
/// differ, for comparisons.
///
/// # Panics
///
/// Where there is no article in the language.
pub fn article_text_from(language_code: &str, first: usize, bytes: usize) -> String {
    let mut articles = articles();
    articles.retain(|article| article.language_code == language_code);
    assert!(!articles.is_empty(), "no article in {language_code:?}");
    let first = first % articles.len();
    articles.rotate_left(first);
    let texts: Vec<String> = articles.into_iter().map(|article| article.text).collect();
    repeated(&texts.join("\n"), bytes)
}

/// `text`, a line end, `text` and so on, cut at the last character within `bytes` bytes.
pub fn repeated(text: &str, bytes: usize) -> String {
    let mut repeated = String::with_capacity(bytes);
    for character in text.chars().chain(['\n']).cycle() {
        if repeated.len() + character.len_utf8() > bytes {
            break;
        }
        repeated.push(character);
    }
    repeated
}

/// A document with `text` and nothing else; its language is to be detected where
/// `language_code` is empty.
///
/// # Panics
///
/// Where the document is beyond the usual limits.
pub fn document(text: &str, language_code: &str) -> Document {
    let parts = DocumentParts {
        text: text.to_owned(),
        language_code: language_code.to_owned(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).expect("a fixture is within limits")
}

/// The settings of `copydesk serve` with `flags`, such as `["--threads", "2"]`.
///
/// # Panics
///
/// Where a flag is unknown or its value is refused.
#[cfg(feature = "server")]
pub fn config(flags: &[&str]) -> crate::config::Config {
    use clap::{Args, Command, FromArgMatches};

    let command = crate::config::Config::augment_args(Command::new("serve").no_binary_name(true));
    let matches = command
        .try_get_matches_from(flags)
        .expect("a fixture's flags are known");
    crate::config::Config::from_arg_matches(&matches).expect("a fixture's flags are known")
}

fn articles_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles")
}

/// Names in `folder`, in one order on every machine.
fn sorted_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder of articles is there");
    let mut names: Vec<String> = entries
        .map(|entry| {
            let name = entry.expect("the folder can be read").file_name();
            name.into_string().expect("names of articles are UTF-8")
        })
        .collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_long_as_asked_for_and_splits_no_character() {
        for language_code in ["en", "ru", "zh"] {
            for bytes in [0, 1, 60, 200, 4_096, 102_400] {
                let text = article_text(language_code, bytes);
                assert!(text.len() <= bytes && text.len() + 3 >= bytes);
            }
        }
    }

    #[test]
    fn texts_from_different_articles_differ() {
        let [first, second] = [0, 1].map(|first| article_text_from("zh", first, 200));
        assert_ne!(first, second);
    }

    #[test]
    fn all_articles_of_the_index_are_found() {
        let index = articles_folder().join("index.json");
        let index = fs::read_to_string(index).unwrap();
        assert_eq!(articles().len(), index.matches("\"file\":").count());
        for article in articles() {
            assert!(index.contains(&article.file), "{}", article.file);
        }
    }
}
