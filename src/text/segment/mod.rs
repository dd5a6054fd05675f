//! Words by UAX #29 and nothing else, with dictionaries for Thai, Lao, Khmer, Burmese,
//! Chinese and Japanese, which write no blanks between words.
//!
//! Two ways lead to the same words. Common characters are divided by what Unicode says of
//! them: 64 bytes at a time where that is plain (`block`), one by one where a mark may join
//! what is around it (`care`). Wherever a rare one stands, the stretch from the last border
//! up to a blank goes to `icu_segmenter` (`rare`). That a blank is a border whatever follows
//! is what makes the stretches independent; the tests hold the ways equal on arbitrary text.

mod block;
mod care;
mod class;
mod rare;

use block::{Ahead, Block, Known};
use care::{Found, find};
use rare::Rare;

use crate::base::Span;

/// A word of UAX #29.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Where it stands.
    pub(super) span: Span,
    /// Whether there is a full stop or a colon inside, or a colon right behind: what may
    /// need a repair, or begin an address.
    pub(super) dotted: bool,
}

/// The words of `text`, in order and apart.
pub(super) fn segments(text: &str) -> Segments<'_> {
    Segments {
        text,
        at: 0,
        known: Known::default(),
        block: Block::at(text, 0).unwrap_or_default(),
        rare: None,
    }
}

/// Iterator of [`segments`].
pub(super) struct Segments<'t> {
    text: &'t str,
    /// The last border behind a word.
    at: usize,
    /// Words of the block that are to come next; none while care is taken.
    known: Known,
    block: Block,
    rare: Option<Rare<'t>>,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    #[inline]
    fn next(&mut self) -> Option<Segment> {
        match self.next_known() {
            Some(span) => Some(Segment::plain(span)),
            None => self.next_of_any_kind(),
        }
    }
}

impl Segments<'_> {
    /// The next word if it is known, as it is seven times in eight; it is not dotted.
    #[inline]
    pub(super) fn next_known(&mut self) -> Option<Span> {
        let word = self.known.next()?;
        self.at = word.end;
        Some(word)
    }

    /// The next word where none is known.
    #[inline(never)]
    fn next_of_any_kind(&mut self) -> Option<Segment> {
        let bytes = self.text.as_bytes();
        loop {
            if let Some(rare) = &mut self.rare {
                if let Some(word) = rare.next(self.text) {
                    return Some(word);
                }
                self.at = rare.stretch.end;
                self.rare = None;
            }
            match self.block.after(self.at) {
                Ahead::Known(known) => {
                    self.known = known;
                    return self.next_known().map(Segment::plain);
                }
                Ahead::Further(start) => self.block = Block::at(self.text, start)?,
                Ahead::Care => match find(bytes, self.at) {
                    Found::Word(word) => {
                        self.at = word.span.end;
                        return Some(word);
                    }
                    Found::Rare(start) => self.rare = Some(Rare::new(self.text, start)),
                    Found::End => return None,
                },
            }
        }
    }
}

impl Segment {
    fn plain(span: Span) -> Self {
        Self {
            span,
            dotted: false,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::rare::{is_word, segmenter};
    use super::*;
    use flate2::read::GzDecoder;
    use proptest::prelude::*;
    use std::io::Read;

    /// The plain way, for all of the text.
    fn plain(text: &str) -> Vec<Span> {
        let mut breaks = segmenter().segment_str(text);
        let mut start = breaks.next().unwrap_or_default();
        let mut words = Vec::new();
        for end in breaks {
            let piece = Span::new(start, end);
            if is_word(piece.slice(text).unwrap()) {
                words.push(piece);
            }
            start = end;
        }
        words
    }

    fn fast(text: &str) -> Vec<Span> {
        segments(text).map(|segment| segment.span).collect()
    }

    /// Text as news has it, with all that could break the table.
    pub(in crate::text) fn news() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "Z",
            "é",
            "ß",
            "Ж",
            "я",
            "λ",
            "ς",
            "ʼ",
            "7",
            "42",
            "_",
            ":",
            ";",
            ",",
            ".",
            "'",
            "\"",
            "’",
            "‘",
            "“",
            "”",
            "–",
            "—",
            "…",
            "-",
            "·",
            " ",
            " ",
            " ",
            "\n",
            "\r\n",
            "\t",
            "\u{a0}",
            "\u{ad}",
            "\u{200b}",
            "\u{200d}",
            "\u{202f}",
            "\u{301}",
            "\u{37e}",
            "\u{387}",
            "€",
            "©",
            "ª",
            "×",
            "של",
            "\u{5f4}",
            "ไทย",
            "高铁",
            "カナ",
            "👩",
            "🇩",
            "٣",
            "said.Then",
            "20.While",
            "U.S.",
            "@",
            "#",
            "&",
            "/",
            "x.org",
        ]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn all_pairs_and_triples_of_common_characters_are_divided_the_plain_way() {
        let mut characters: Vec<char> = ('\0'..'\u{530}').chain('\u{2000}'..'\u{2070}').collect();
        characters.extend(['€', '高', 'ไ', '👩']);
        for &middle in &characters {
            for (before, after) in [("", ""), ("a", "b"), ("1", "2"), ("a", "1"), ("_", "ж")] {
                for text in [
                    format!("{before}{middle}{after}"),
                    format!("x {before}{middle}{middle}{after} y"),
                    format!("{before}.{middle}{after}"),
                ] {
                    assert_eq!(fast(&text), plain(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn words_are_the_same_wherever_a_block_ends() {
        let text = "it’s “a’b” 3,5 don't a.b ½ don''t x_y Жизнь\u{301}s x:y e\u{301}t — ’90s ’";
        for n_before in 0..130 {
            for before in [" ", "a", "1", "ж", "“", "—’", "'"] {
                let text = before.repeat(n_before) + text;
                assert_eq!(fast(&text), plain(&text), "{text:?}");
                let text = text.replace(' ', "");
                assert_eq!(fast(&text), plain(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn words_are_those_of_unicodes_own_test() {
        let file = include_bytes!("../../../tests/data/unicode/WordBreakTest.txt.gz");
        let mut lines = String::new();
        GzDecoder::new(&file[..])
            .read_to_string(&mut lines)
            .unwrap();
        let mut n_cases = 0;
        for line in lines.lines() {
            let case = line.split('#').next().unwrap_or_default().trim();
            if case.is_empty() {
                continue;
            }
            n_cases += 1;
            let mut pieces = Vec::new();
            for item in case.split_whitespace() {
                match item {
                    "÷" => pieces.push(String::new()),
                    "×" => {}
                    code => {
                        let character = u32::from_str_radix(code, 16).unwrap();
                        let piece = pieces.last_mut().unwrap();
                        piece.push(char::from_u32(character).unwrap());
                    }
                }
            }
            pieces.pop();
            let text = pieces.concat();
            let words: Vec<_> = fast(&text)
                .iter()
                .map(|s| s.slice(&text).unwrap())
                .collect();
            let is_word = |piece: &&String| words.contains(&piece.as_str());
            let expected: Vec<_> = pieces.iter().filter(is_word).collect();
            assert_eq!(words, expected, "{line}");
            for piece in &pieces {
                // Letters in circles are signs.
                let is_content = |c: char| c.is_alphanumeric() && c != 'Ⓜ';
                assert!(
                    !piece.contains(is_content) || words.contains(&&**piece),
                    "{line}"
                );
            }
        }
        assert!(n_cases > 1_900, "{n_cases}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn both_ways_lead_to_the_same_words(text in news()) {
            prop_assert_eq!(fast(&text), plain(&text));
        }

        #[test]
        fn both_ways_lead_to_the_same_words_on_any_text(text in "(?s).{0,60}") {
            prop_assert_eq!(fast(&text), plain(&text));
        }
    }
}
