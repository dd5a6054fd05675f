//! Where the sentences of a text stand: UAX #29, and every line end is a border,
//! since news keeps a paragraph, a headline or an item of a list on a line.

use icu_segmenter::options::SentenceBreakInvariantOptions;
use icu_segmenter::{SentenceSegmenter, SentenceSegmenterBorrowed};

use crate::base::Span;

/// The sentences of `text`, in order and apart, without the blanks around them.
///
/// ```
/// use copydesk::text::sentences;
///
/// let text = "Bridge closed\n\nIt shut at noon. Nobody was hurt.";
/// let found: Vec<_> = sentences(text).filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["Bridge closed", "It shut at noon.", "Nobody was hurt."]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = Span> {
    let mut breaks = segmenter().segment_str(text);
    let mut start = breaks.next().unwrap_or(0);
    let pieces = std::iter::from_fn(move || {
        let end = breaks.next()?;
        let piece = Span::new(start, end);
        start = end;
        Some(piece)
    });
    pieces
        .flat_map(|piece| lines(text, piece))
        .filter_map(|line| trimmed(text, line))
}

fn segmenter() -> SentenceSegmenterBorrowed<'static> {
    SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
}

/// `piece` of `text`, divided at line ends.
fn lines(text: &str, piece: Span) -> impl Iterator<Item = Span> {
    let mut start = piece.start;
    let inside = piece.slice(text).unwrap_or_default();
    inside.split_inclusive(['\n', '\r']).map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end;
        span
    })
}

/// `span` without the white space at its ends; `None` where nothing else is in it.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let inside = span.slice(text)?;
    let start = span.start + (inside.len() - inside.trim_start().len());
    let content = inside.trim();
    (!content.is_empty()).then(|| Span::new(start, start + content.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sentences_hold_all_that_is_not_blank(text in "(?s)[a-zé.!?\n\r “”A-Z]{0,200}") {
            let mut rest = String::new();
            let mut end = 0;
            for span in sentences(&text) {
                prop_assert!(span.start >= end);
                rest.push_str(span.slice(&text).unwrap());
                end = span.end;
            }
            let dense = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(dense(&rest), dense(&text));
        }
    }
}
