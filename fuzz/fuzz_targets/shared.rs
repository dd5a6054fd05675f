//! What two halves of a text share: passages and quotations, at places of their own text.

#![no_main]

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::similarity::{QuotationParams, passage};
use copydesk::text::Place;
use copydesk_fuzz::{assert_in_order, assert_share, two_documents};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some(documents) = two_documents(data) else {
        return;
    };
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
