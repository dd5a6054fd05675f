//! HTML: every word that is read leads back to the page as it was sent.

#![no_main]

use copydesk::base::Limits;
use copydesk::text::{ContentType, Document, DocumentParts, Field, Place, words};
use copydesk_fuzz::{assert_in_order, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let parts = DocumentParts {
        text: text(data),
        content_type: ContentType::Html,
        ..DocumentParts::default()
    };
    let Ok(document) = Document::new(parts, &Limits::default()) else {
        return;
    };
    let source = document.source(Field::Text);
    let spans = words(document.text()).map(|span| {
        let field = Field::Text;
        document.source_span(Place { field, span })
    });
    assert_in_order(source, spans);
    assert_in_order(document.text(), document.html_heading());
});
