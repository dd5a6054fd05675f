//! Words by UAX #29 and nothing else, with dictionaries for Thai, Lao, Khmer, Burmese,
//! Chinese and Japanese, which write no blanks between words.
//!
//! Two ways lead to the same words. Stretches of common characters are divided by a
//! table (`class`); wherever a rare one stands, the stretch from the last border up to a
//! blank goes to `icu_segmenter`. That a blank is a border whatever follows is what makes
//! the stretches independent; the tests hold the two ways equal on arbitrary text.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::class::{BYTES, Class, class_at};
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
        rare: None,
    }
}

/// Iterator of [`segments`].
pub(super) struct Segments<'t> {
    text: &'t str,
    at: usize,
    rare: Option<Rare<'t>>,
}

/// A stretch that goes the plain way.
struct Rare<'t> {
    stretch: Span,
    breaks: Breaks<'t>,
    start: usize,
}

type Breaks<'t> =
    icu_segmenter::iterators::WordBreakIterator<'static, 't, icu_segmenter::scaffold::Utf8>;

/// What a look at the next characters finds.
enum Found {
    Word(Segment),
    /// A rare character; the stretch begins here.
    Rare(usize),
    End,
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    #[inline]
    fn next(&mut self) -> Option<Segment> {
        if self.rare.is_none()
            && let Some(span) = plain_word(self.text.as_bytes(), self.at)
        {
            self.at = span.end;
            return Some(Segment {
                span,
                dotted: false,
            });
        }
        self.next_of_any_kind()
    }
}

impl Segments<'_> {
    #[inline(never)]
    fn next_of_any_kind(&mut self) -> Option<Segment> {
        loop {
            if let Some(rare) = &mut self.rare {
                if let Some(word) = rare.next(self.text) {
                    return Some(word);
                }
                self.at = rare.stretch.end;
                self.rare = None;
            }
            match find(self.text.as_bytes(), self.at) {
                Found::Word(word) => {
                    self.at = word.span.end;
                    return Some(word);
                }
                Found::Rare(start) => {
                    let stretch = Span::new(start, stretch_end(self.text.as_bytes(), start));
                    self.rare = Some(Rare::new(self.text, stretch));
                }
                Found::End => return None,
            }
        }
    }
}

impl<'t> Rare<'t> {
    fn new(text: &'t str, stretch: Span) -> Self {
        let mut breaks = segmenter().segment_str(stretch.slice(text).unwrap_or_default());
        // The first break is the stretch's own start, before any word.
        breaks.next();
        Self {
            stretch,
            breaks,
            start: stretch.start,
        }
    }

    #[inline]
    fn next(&mut self, text: &str) -> Option<Segment> {
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
fn segmenter() -> WordSegmenterBorrowed<'static> {
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
    *SEGMENTER
}

/// Whether a piece between two borders is a word: it holds a letter or a figure, and is
/// more than a mark on a sign. The segmenter's own word types do not serve, since marks
/// take on the type of whatever word stood before them.
fn is_word(piece: &str) -> bool {
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

/// The first word at or after byte `at`.
fn find(bytes: &[u8], mut at: usize) -> Found {
    // What a rare character stands on belongs to its stretch: it may be a mark.
    let mut before = at;
    loop {
        match class_at(bytes, at) {
            None => return Found::End,
            Some((Class::Rare, _)) => return Found::Rare(before),
            Some((Class::Letter | Class::Digit | Class::Joiner, _)) => {
                match word_at(bytes, at) {
                    // Low lines alone are punctuation.
                    Found::Word(word) if is_low_lines(bytes, word.span) => {
                        before = at;
                        at = word.span.end;
                    }
                    found @ (Found::Word(_) | Found::Rare(_) | Found::End) => return found,
                }
            }
            Some((Class::MidLetter | Class::MidDigit | Class::Mid | Class::Between, len)) => {
                before = at;
                at += len;
            }
        }
    }
}

/// The word at byte `at`, or behind one blank, where it is letters of ASCII alone and
/// what follows says that it ends there: four words in five of English news.
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> Option<Span> {
    let start = at + usize::from(bytes.get(at) == Some(&b' '));
    let end = start + letters_at(bytes, start);
    if end == start {
        return None;
    }
    let class = |at: usize| bytes.get(at).map(|byte| BYTES[usize::from(*byte)]);
    let ends = match class(end) {
        None | Some(Class::Between | Class::MidDigit) => true,
        Some(Class::Mid) => matches!(class(end + 1), None | Some(Class::Between)),
        Some(Class::Letter | Class::Digit | Class::Joiner | Class::MidLetter | Class::Rare) => {
            false
        }
    };
    ends.then(|| Span::new(start, end))
}

/// Number of letters of ASCII from byte `at` on. Eight at a time, since to leave a loop
/// at an end that cannot be foretold costs more than the letters of most words.
#[inline]
fn letters_at(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(chunk) = bytes.get(end..).and_then(<[u8]>::first_chunk) {
        let others = others_in(u64::from_le_bytes(*chunk));
        if others != 0 {
            return end - at + others.trailing_zeros() as usize / 8;
        }
        end += chunk.len();
    }
    let last = bytes.get(end..).unwrap_or_default().iter();
    end - at + last.take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Number of letters of ASCII from byte `at` on, and whether there is a capital behind the
/// first.
#[inline]
pub(super) fn letters_and_capitals_at(bytes: &[u8], at: usize) -> (usize, bool) {
    if let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let chunk = u64::from_le_bytes(*chunk);
        let others = others_in(chunk);
        if others != 0 {
            let n_bits = others.trailing_zeros() & !7;
            // What a capital lacks is the bit of small letters.
            let within = ((1 << n_bits) - 1) & !0xFF;
            let capitals = !chunk & each(0x20) & within;
            return (n_bits as usize / 8, capitals != 0);
        }
    }
    let n_letters = letters_at(bytes, at);
    let mut behind = bytes.iter().skip(at + 1).take(n_letters.saturating_sub(1));
    (n_letters, behind.any(u8::is_ascii_uppercase))
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The highest bit of each byte of `chunk` that is no letter of ASCII.
#[inline]
fn others_in(chunk: u64) -> u64 {
    // Small letters, without the highest bit: sums stay within their byte.
    let small = (chunk | each(0x20)) & each(0x7F);
    let at_least_a = small + each(0x80 - b'a');
    let beyond_z = small + each(0x80 - b'z' - 1);
    let letters = at_least_a & !beyond_z & !chunk;
    !letters & each(0x80)
}

fn is_low_lines(bytes: &[u8], span: Span) -> bool {
    // Most words begin with something else, and are not looked at any further.
    let word = bytes.get(span.start..span.end).unwrap_or_default();
    word.iter().all(|byte| *byte == b'_')
}

/// The word that begins at byte `start`, by rules WB5 to WB13 of UAX #29.
fn word_at(bytes: &[u8], start: usize) -> Found {
    let mut at = start;
    let mut before = Class::Between;
    let mut dotted = false;
    loop {
        // Most of most texts: letters of ASCII, one after the other.
        let n_letters = letters_at(bytes, at);
        if n_letters > 0 {
            at += n_letters;
            before = Class::Letter;
        }
        let Some((class, len)) = class_at(bytes, at) else {
            break;
        };
        match class {
            Class::Letter | Class::Digit | Class::Joiner => before = class,
            Class::Between => break,
            Class::Rare => return Found::Rare(start),
            Class::MidLetter | Class::MidDigit | Class::Mid => {
                let after = class_at(bytes, at + len).map(|(class, _)| class);
                match after {
                    Some(Class::Rare) => return Found::Rare(start),
                    Some(after) if joins(before, class, after) => {
                        dotted |= matches!(bytes.get(at), Some(b'.' | b':'));
                    }
                    _ => {
                        dotted |= class == Class::MidLetter;
                        break;
                    }
                }
            }
        }
        at += len;
    }
    let span = Span::new(start, at);
    Found::Word(Segment { span, dotted })
}

/// Whether `mid` between `before` and `after` belongs to the word of both.
fn joins(before: Class, mid: Class, after: Class) -> bool {
    match (before, after) {
        (Class::Letter, Class::Letter) => mid != Class::MidDigit,
        (Class::Digit, Class::Digit) => mid != Class::MidLetter,
        _ => false,
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
pub(super) mod tests {
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
    fn words_are_those_of_unicodes_own_test() {
        let file = include_bytes!("../../tests/data/unicode/WordBreakTest.txt.gz");
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
