//! What two halves of a text share: passages and quotations, at places of their own text.

#![no_main]

use copydesk::Engine;
use copydesk::base::{Budget, Limits};
use copydesk::similarity::{QuotationParams, passage};
use copydesk::text::{Document, DocumentParts, Place};
use copydesk_fuzz::{assert_in_order, assert_share, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (first, second) = data.split_at(data.len() / 2);
    let documents = [first, second].map(|data| {
        let (language, text) = language_and_text(data);
        let language_code = language.code().to_owned();
        let parts = DocumentParts {
            text,
            language_code,
            ..DocumentParts::default()
        };
        Document::new(parts, &Limits::default()).ok()
    });
    let [Some(first), Some(second)] = documents else {
        return;
    };
    let documents = [first, second];
    let lies_in = |document: usize, place: Place| {
        assert_in_order(documents[document].field(place.field), [place.span]);
    };
    let (engine, budget) = (Engine::new(), Budget::unlimited());
    let params = passage::Params {
        paraphrases: true,
        ..passage::Params::default()
    };
    if let Ok(aligned) = engine.align_passages(&documents, &params, &budget) {
        for passage in &aligned.passages {
            assert_share(passage.identity);
            lies_in(passage.first, passage.first_place);
            lies_in(passage.second, passage.second_place);
        }
    }
    let matched = engine.match_quotations(&documents, QuotationParams::default(), &budget);
    if let Ok(matched) = matched {
        for each in matched.quotations.iter().flat_map(|q| &q.uses) {
            lies_in(each.document, each.place);
        }
    }
});
