//! Where the words of a text stand: UAX #29, with dictionaries for Thai, Lao,
//! Khmer, Burmese, Chinese and Japanese, which write no blanks between words.
//!
//! Punctuation, blanks, emoji and symbols are no words; figures are.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use crate::base::Span;

/// The words of `text`, in order and apart.
///
/// ```
/// use copydesk::text::words;
///
/// let text = "Costs rose by 3.5 % at l'Hôtel.";
/// let found: Vec<_> = words(text).filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["Costs", "rose", "by", "3.5", "at", "l'Hôtel"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let mut breaks = segmenter().segment_str(text);
    std::iter::from_fn(move || {
        loop {
            let end = breaks.next()?;
            let span = Span::new(start, end);
            start = end;
            // The first break is the text's own start, before any word.
            if !span.is_empty() && breaks.is_word_like() {
                return Some(span);
            }
        }
    })
}

fn segmenter() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_follow_uax_29() {
        let cases = [
            ("apostrophe stays inside", "l'année", &["l'année"][..]),
            ("curly apostrophe too", "Ukraine’s", &["Ukraine’s"]),
            ("figure with a point", "3.5 km", &["3.5", "km"]),
            ("Chinese by dictionary", "高铁列车", &["高铁", "列车"]),
            ("Thai by dictionary", "ภาษาไทย", &["ภาษา", "ไทย"]),
            ("no words", "— … !?", &[]),
        ];
        for (rule, text, expected) in cases {
            let found: Vec<_> = words(text).filter_map(|span| span.slice(text)).collect();
            assert_eq!(found, expected, "{rule}: {text:?}");
        }
    }

    proptest! {
        #[test]
        fn words_stand_in_order_and_apart(text in "(?s).{0,200}") {
            let mut end = 0;
            for span in words(&text) {
                prop_assert!(span.start >= end && !span.is_empty());
                prop_assert!(span.slice(&text).is_some());
                end = span.end;
            }
        }
    }
}
