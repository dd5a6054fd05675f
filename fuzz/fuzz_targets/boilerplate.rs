//! The headline and what is not the article: spans of the text, in order and apart.

#![no_main]

use copydesk::base::Budget;
use copydesk::text::Article;
use copydesk_fuzz::{assert_in_order, document, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (language, text) = language_and_text(data);
    let Some(document) = document(language, text) else {
        return;
    };
    let article = Article::find(&document, language, &Budget::unlimited()).unwrap_or_default();
    let text = document.text();
    assert_in_order(text, article.headline().map(|place| place.span));
    assert_in_order(text, article.boilerplate().iter().map(|each| each.span));
});
