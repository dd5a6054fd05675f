//! Quotations, and whom they are put down to: places of the text, in text order.

#![no_main]

use copydesk::base::Budget;
use copydesk::text::{Article, quotations};
use copydesk_fuzz::{assert_in_order, document, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (language, text) = language_and_text(data);
    let Some(document) = document(language, text) else {
        return;
    };
    let article = Article::default();
    let found = quotations(&document, &article, language, &Budget::unlimited());
    let found = found.unwrap_or_default();
    let mut start = 0;
    for quotation in &found {
        // One may stand inside of another, so they are not apart.
        assert!(quotation.place.span.start >= start);
        start = quotation.place.span.start;
        assert_in_order(document.text(), [quotation.place.span]);
        if let Some(speaker) = &quotation.speaker {
            assert!(!speaker.name.is_empty());
            assert_in_order(document.text(), [speaker.mention.span]);
        }
    }
});
