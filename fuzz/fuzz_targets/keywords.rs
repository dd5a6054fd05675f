//! Keywords: best first, each a phrase that stands in the text where it is said to.

#![no_main]

use copydesk::Engine;
use copydesk::base::{Budget, Limits};
use copydesk::keyword::Params;
use copydesk::text::{Document, DocumentParts};
use copydesk_fuzz::{assert_in_order, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (language, text) = language_and_text(data);
    let language_code = language.code().to_owned();
    let parts = DocumentParts {
        text,
        language_code,
        ..DocumentParts::default()
    };
    let Ok(document) = Document::new(parts, &Limits::default()) else {
        return;
    };
    let answer = Engine::new().keywords(&document, &Params::default(), &Budget::unlimited());
    for keyword in answer.map_or(Vec::new(), |answer| answer.keywords) {
        assert!(keyword.score.is_finite() && keyword.n_mentions >= keyword.mentions.len());
        assert_in_order(
            document.text(),
            keyword.mentions.iter().map(|place| place.span),
        );
    }
});
