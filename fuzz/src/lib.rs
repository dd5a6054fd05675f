//! What the fuzz targets share: how bytes become a text and a language, and laws that
//! every answer keeps. A target panics where an answer breaks one.

use copydesk::base::{Language, Limits, Span};
use copydesk::text::{Document, DocumentParts};

/// The languages that a target's first byte chooses among: one of each casing, of each
/// way to write without blanks, of each kind of stemmer, and none.
const LANGUAGES: [&str; 16] = [
    "und", "en", "de", "fr", "ru", "tr", "lt", "el", "ar", "hi", "zh", "ja", "th", "ko", "yi", "eo",
];

/// Bytes as a text: what is no UTF-8 becomes replacement characters, so that a mutation
/// in the middle does not cut off the rest.
pub fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// A language by the first byte, and a text by the others.
pub fn language_and_text(data: &[u8]) -> (Language, String) {
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    let code = LANGUAGES[usize::from(*first) % LANGUAGES.len()];
    let language = Language::from_code(code).unwrap_or(Language::UNDETERMINED);
    (language, text(rest))
}

/// A plain document of `text`; in `language`, where that is told.
pub fn document(language: Language, text: String) -> Option<Document> {
    let parts = DocumentParts {
        text,
        language_code: language.code().to_owned(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).ok()
}

/// Two documents, of the halves of `data`.
pub fn two_documents(data: &[u8]) -> Option<[Document; 2]> {
    let (first, second) = data.split_at(data.len() / 2);
    let [first, second] = [first, second].map(|half| {
        let (language, text) = language_and_text(half);
        document(language, text)
    });
    Some([first?, second?])
}

/// Spans lie in `text`, on borders of characters, in order and apart, and none is empty.
pub fn assert_in_order(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        let slice = span.slice(text);
        assert!(slice.is_some_and(|s| !s.is_empty()), "{span:?}: {slice:?}");
        assert!(span.start >= end, "{span:?} begins before {end}");
        end = span.end;
    }
}

/// A probability, a likeness or a share.
pub fn assert_share(value: f64) {
    assert!((0.0..=1.0).contains(&value), "{value}");
}
