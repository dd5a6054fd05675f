//! Stretches in which rare characters stand, by `icu_segmenter` and its dictionaries.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::Segment;
use super::class::{Class, class_at};
use crate::base::Span;

/// A stretch that goes the plain way.
pub(super) struct Rare<'t> {
    pub(super) stretch: Span,
    breaks: Breaks<'t>,
    start: usize,
}

type Breaks<'t> =
    icu_segmenter::iterators::WordBreakIterator<'static, 't, icu_segmenter::scaffold::Utf8>;

impl<'t> Rare<'t> {
    /// The stretch of the rare character at byte `start`, or behind what stands there.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        let stretch = Span::new(start, stretch_end(text.as_bytes(), start));
        let mut breaks = segmenter().segment_str(stretch.slice(text).unwrap_or_default());
        // The first break is the stretch's own start, before any word.
        breaks.next();
        Self {
            stretch,
            breaks,
            start: stretch.start,
        }
    }

    /// The next word.
    #[inline]
    pub(super) fn next(&mut self, text: &str) -> Option<Segment> {
        loop {
            let end = self.stretch.start + self.breaks.next()?;
            let span = Span::new(self.start, end);
            self.start = end;
            let piece = span.slice(text)?;
            if piece.starts_with(is_unspaced) {
                // Never glued: no full stop joins these.
                let dotted = false;
                return Some(Segment { span, dotted });
            }
            if is_word(piece) {
                let next = text.as_bytes().get(end);
                let dotted = next == Some(&b':') || piece.bytes().any(|b| matches!(b, b'.' | b':'));
                return Some(Segment { span, dotted });
            }
        }
    }
}

/// The segmenter, made once: its dictionaries are looked up by name, which takes as long
/// as to divide several words.
pub(super) fn segmenter() -> WordSegmenterBorrowed<'static> {
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
    *SEGMENTER
}

/// Whether a piece between two borders is a word: it holds a letter or a figure, and is
/// more than a mark on a sign. The segmenter's own word types do not serve, since marks
/// take on the type of whatever word stood before them.
pub(super) fn is_word(piece: &str) -> bool {
    let on_a_sign = matches!(
        class_at(piece.as_bytes(), 0),
        Some((
            Class::Between | Class::Mid | Class::MidLetter | Class::MidDigit,
            _
        )) | None
    );
    !on_a_sign && (piece.starts_with(is_common) || piece.contains(is_letter_or_digit))
}

/// Letters of the scripts that most rare characters are of; to look these up in Unicode's
/// tables takes as long as to divide the words.
fn is_common(character: char) -> bool {
    matches!(
        character,
        '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}' | '\u{904}'..='\u{939}' | '\u{AC00}'..='\u{D7A3}'
    )
}

/// The same of scripts that write no blanks.
fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{E01}'..='\u{E30}'
            | '\u{E40}'..='\u{E44}'
            | '\u{E86}'..='\u{E8A}'
            | '\u{E8C}'..='\u{EA3}'
            | '\u{EA7}'..='\u{EB0}'
            | '\u{EC0}'..='\u{EC4}'
            | '\u{1000}'..='\u{1036}'
            | '\u{103B}'..='\u{1049}'
            | '\u{1780}'..='\u{17B3}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{4E00}'..='\u{9FA5}'
    )
}

fn is_letter_or_digit(character: char) -> bool {
    match character {
        // Full stops, commas and brackets of Chinese, Japanese and Burmese, and blanks
        // without a width, which are many where no others are.
        '\u{2000}'..='\u{206F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{FF00}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{104A}'..='\u{104F}'
        // Numbers and letters in circles and squares, fractions, super- and subscripts:
        // signs, as they are to UAX #29. Roman numerals among them are letters.
        | '²' | '³' | '¹' | '¼'..='¾' | '\u{3190}'..='\u{33FF}' | '\u{1F100}'..='\u{1F1FF}' => {
            false
        }
        '\u{2070}'..='\u{215F}' | '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' => {
            character.is_alphabetic() && !matches!(character, '\u{2460}'..)
        }
        _ => character.is_alphanumeric(),
    }
}

/// Where the stretch of a rare character ends: at a blank that no other rare character
/// follows, so that texts in other scripts are one stretch and not one a word.
fn stretch_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(blank) = rest.iter().position(|byte| matches!(byte, b' ' | b'\n')) else {
            return bytes.len();
        };
        at += blank;
        if !matches!(class_at(bytes, at + 1), Some((Class::Rare, _))) {
            return at;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_characters_is_what_unicode_says() {
        for character in '\0'..=char::MAX {
            if is_unspaced(character) || is_common(character) {
                assert!(character.is_alphanumeric(), "{character:?}");
            }
            let is_east_asian = matches!(character, '\u{1000}'..='\u{109F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..);
            if is_east_asian
                && !is_letter_or_digit(character)
                && !matches!(character, '\u{1F100}'..='\u{1F1FF}')
            {
                assert!(!character.is_alphanumeric(), "{character:?}");
            }
        }
    }
}
