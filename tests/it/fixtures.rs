//! The articles of `tests/data/articles`, with what their index says of them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

/// One article, as a publisher's page gave it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Article {
    /// Path below `tests/data/articles`.
    pub(crate) file: String,
    /// BCP-47.
    pub(crate) language: String,
    /// Equal for reports of one event.
    pub(crate) story: String,
    /// The headline, as it stands in the text.
    pub(crate) headline: String,
    /// The file that this one is an edited copy of.
    pub(crate) copy_of: Option<String>,
    /// The whole file.
    #[serde(default)]
    pub(crate) text: String,
}

/// Every article of the index.
pub(crate) fn articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let index = fs::read_to_string(root.join("index.json")).unwrap();
    let mut articles: Vec<Article> = serde_json::from_str(&index).unwrap();
    for article in &mut articles {
        article.text = fs::read_to_string(root.join(&article.file)).unwrap();
    }
    assert!(articles.len() >= 30, "the index lists the articles");
    articles
}
