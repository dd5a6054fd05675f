//! What of a text a detector looks at: its letters and marks, a blank for each run
//! of anything else, and no more than [`CHARACTERS_MAX`] of them.
//!
//! Links, e-mail addresses, mentions and hashtags are left out, since their letters
//! are no words of the text's language; numbers, emoji and punctuation are blanks.
//! Of a long text, stretches from all over it are taken: an article can begin or end
//! in another language. One pass, in time linear in the text at worst (where there
//! are no letters), and usually in the size of the sample.

use std::borrow::Cow;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed as CombiningClasses;
use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

use crate::text::Letter;

/// What a detector looks at.
///
/// ```
/// use copydesk::language::Sample;
///
/// let sample = Sample::of("RT @bbc: 3 ponts fermés… https://example.com/x #Paris");
/// assert_eq!(sample.text(), "RT ponts fermés");
/// assert_eq!(sample.letters(), 13);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    text: String,
    letters: usize,
    is_code: bool,
}

/// Most characters of a sample, but for the ends of the words that it cuts at. On
/// whole articles, accuracy does not grow beyond 600 to 1,000.
pub const CHARACTERS_MAX: usize = 1600;

/// Places of a long text that are looked at.
const STRETCHES: usize = 8;

/// Bytes of a letter of most alphabets.
const LETTER_BYTES: usize = 2;

/// How far a stretch goes on beyond its size to end with a word. Few words of any
/// language are longer; a writing without blanks is cut after as many letters.
const WORD_END_CHARACTERS: usize = 24;

impl Sample {
    /// The sample of `text`.
    pub fn of(text: &str) -> Self {
        Self::bounded(text, CHARACTERS_MAX)
    }

    /// The sample of `text` with about `characters_max` characters at most.
    pub fn bounded(text: &str, characters_max: usize) -> Self {
        // What stands around a text must not move the stretches that are looked at.
        let text = text.trim_matches(is_around);
        let n_stretches = if text.len() <= characters_max {
            1
        } else {
            STRETCHES
        };
        let mut writer = Writer::with_capacity(text.len().min(characters_max * LETTER_BYTES));
        for stretch in stretches(text, n_stretches) {
            writer.take(stretch, characters_max / n_stretches);
        }
        writer.finish()
    }

    /// Words, a blank between any two, composed (NFC).
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether signs stand among the letters as they do in source code.
    ///
    /// ```
    /// use copydesk::language::Sample;
    ///
    /// assert!(Sample::of("if (a[i] == b) { return c[i]; }").is_code());
    /// assert!(!Sample::of("The mayor (a farmer) said: \"No.\"").is_code());
    /// ```
    pub fn is_code(&self) -> bool {
        self.is_code
    }

    /// Letters in it, without marks and blanks.
    pub fn letters(&self) -> usize {
        self.letters
    }
}

/// `text` in pieces of about equal size, which begin after a blank where one is near.
fn stretches(text: &str, n_stretches: usize) -> impl Iterator<Item = &str> {
    let size = text.len().div_ceil(n_stretches);
    (0..n_stretches).map(move |i| {
        let start = cut(text, i * size, size);
        let end = cut(text, (i + 1) * size, size);
        text.get(start..end).unwrap_or_default()
    })
}

/// Where to cut `text` at or soon after `offset`, and less than `size` bytes after it,
/// which keeps cuts in order.
fn cut(text: &str, offset: usize, size: usize) -> usize {
    // Longer than nearly all words and most links, so that neither is cut in two.
    const SEARCH_BYTES: usize = 256;

    if offset == 0 || offset >= text.len() {
        return offset.min(text.len());
    }
    let place = ceil_char_boundary(text, offset);
    let end = floor_char_boundary(text, offset + SEARCH_BYTES.min(size - 1));
    let near = text.get(place..end).unwrap_or_default();
    near.find(char::is_whitespace)
        .map_or(place, |blank| place + blank)
}

fn ceil_char_boundary(text: &str, mut offset: usize) -> usize {
    while offset < text.len() && !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset.min(text.len())
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A sample as far as it is written.
#[derive(Default)]
struct Writer {
    text: String,
    characters: usize,
    code_signs: usize,
    /// As it was before the last run of characters that could begin an address.
    before_address: Mark,
}

/// A place of the sample to go back to.
#[derive(Clone, Copy, Default)]
struct Mark {
    bytes: usize,
    characters: usize,
}

impl Writer {
    fn with_capacity(n_bytes: usize) -> Self {
        Self {
            text: String::with_capacity(n_bytes),
            ..Self::default()
        }
    }

    /// Writes what counts of `stretch`, about `characters_max` at most.
    fn take(&mut self, stretch: &str, characters_max: usize) {
        let enough = self.characters + characters_max;
        let too_much = enough + WORD_END_CHARACTERS;
        self.blank();
        self.before_address = self.mark();
        let mut rest = stretch;
        while let Some(character) = rest.chars().next() {
            // Most of most texts: letters that begin no address, all at once.
            let run = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            if run > 1 && !matches!(character, 'w' | 'W') && self.characters + run < enough {
                rest = self.take_letters(rest, run, run);
                continue;
            }
            let (run, n_letters) = letters_of_no_address(rest);
            if run > 0 && self.characters + n_letters < enough {
                rest = self.take_letters(rest, run, n_letters);
                self.before_address = self.mark();
                continue;
            }
            if self.characters >= too_much || self.characters >= enough && self.is_between_words() {
                break;
            }
            rest = self.step(character, rest);
        }
    }

    /// Writes the first `run` bytes of `rest`, which are so many letters; gives what is left.
    fn take_letters<'t>(&mut self, rest: &'t str, run: usize, n_letters: usize) -> &'t str {
        let (letters, after) = rest.split_at_checked(run).unwrap_or_default();
        self.text.push_str(letters);
        self.characters += n_letters;
        after
    }

    /// Writes or skips what `rest` begins with, of which `character` is the first;
    /// gives what is left.
    fn step<'t>(&mut self, character: char, rest: &'t str) -> &'t str {
        match character {
            ':' if rest.starts_with("://") => {
                self.go_back();
                return after_link(rest);
            }
            'w' | 'W' if self.is_between_words() && is_web_host(rest) => {
                return after_link(rest);
            }
            '@' => {
                let local_part = self.go_back();
                return after_address(rest, local_part);
            }
            '#' => return self.after_hashtag(rest),
            _ => self.write(character),
        }
        if !is_of_address(character) {
            self.before_address = self.mark();
        }
        rest.get(character.len_utf8()..).unwrap_or_default()
    }

    fn write(&mut self, character: char) {
        if Letter::of(character).is_alphabetic() || !self.is_between_words() && is_mark(character) {
            self.text.push(character);
            self.characters += 1;
        } else if character != SOFT_HYPHEN {
            self.code_signs += usize::from(is_of_code(character));
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.is_between_words() {
            self.text.push(' ');
            self.characters += 1;
        }
    }

    fn is_between_words(&self) -> bool {
        matches!(self.text.as_bytes().last(), None | Some(b' '))
    }

    fn mark(&self) -> Mark {
        Mark {
            bytes: self.text.len(),
            characters: self.characters,
        }
    }

    /// Takes back what turns out to be the beginning of an address; whether there was any.
    fn go_back(&mut self) -> bool {
        let mark = self.before_address;
        let is_any = mark.bytes < self.text.len();
        self.text.truncate(mark.bytes);
        self.characters = mark.characters;
        is_any
    }

    /// What is left after the hashtag that `rest` begins with; in Chinese, a second
    /// sign ends it (`#高铁#`).
    fn after_hashtag<'t>(&mut self, rest: &'t str) -> &'t str {
        self.blank();
        self.before_address = self.mark();
        let after_sign = rest.trim_start_matches('#');
        let after = after_sign.trim_start_matches(is_of_name);
        if after.len() < after_sign.len() {
            after.strip_prefix('#').unwrap_or(after)
        } else {
            after
        }
    }

    fn finish(self) -> Sample {
        const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();

        let mut text = self.text;
        text.truncate(text.trim_end().len());
        // Most texts are composed as they come.
        let composed = match NFC.normalize(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(composed) => Some(composed),
        };
        let text = composed.unwrap_or(text);
        let is_letter = |c: &char| Letter::of(*c).is_alphabetic();
        let letters = text.chars().filter(is_letter).count();
        Sample {
            text,
            letters,
            is_code: self.code_signs >= CODE_SIGNS_MIN
                && self.code_signs * LETTERS_A_CODE_SIGN > letters,
        }
    }
}

/// Least signs of code: a sentence may have two pairs of brackets.
const CODE_SIGNS_MIN: usize = 5;

/// Code has a sign for fewer letters than this.
const LETTERS_A_CODE_SIGN: usize = 7;

/// Signs and blanks that may stand before and after a text and say nothing of it.
fn is_around(character: char) -> bool {
    let counts = matches!(character, '@' | '#' | '{' | '}' | ';' | '=');
    !counts && !character.is_alphanumeric() && !is_mark(character)
}

fn is_of_code(character: char) -> bool {
    matches!(
        character,
        '{' | '}' | '(' | ')' | '[' | ']' | ';' | '=' | '_' | '\\' | '|' | '&' | '*' | '+'
    )
}

const SOFT_HYPHEN: char = '\u{AD}';

/// What stands on or in a letter and belongs to its word: accents, the viramas and
/// tone marks of Indic and Thai writing, and the joiners of Persian.
fn is_mark(character: char) -> bool {
    const CLASSES: CombiningClasses<'static> = CombiningClasses::new();

    let is_joiner = matches!(character, '\u{200C}' | '\u{200D}');
    is_joiner || !character.is_ascii() && CLASSES.get_u8(character) != 0
}

/// The first character that is in no block of Latin letters.
const BEYOND_LATIN: char = '\u{250}';

/// How many bytes `text` begins with, and how many letters they are, that no address has.
fn letters_of_no_address(text: &str) -> (usize, usize) {
    let is_one = |c: char| c >= BEYOND_LATIN && Letter::of(c).is_alphabetic();
    let mut n_letters = 0;
    for (at, character) in text.char_indices() {
        if !is_one(character) {
            return (at, n_letters);
        }
        n_letters += 1;
    }
    (text.len(), n_letters)
}

/// What can stand in the local part of an e-mail address, or before a link's colon.
/// Only Latin letters: other writing may go on without a blank before an address.
fn is_of_address(character: char) -> bool {
    character < BEYOND_LATIN && Letter::of(character).is_alphanumeric()
        || matches!(character, '.' | '_' | '%' | '+' | '-')
}

/// What can stand in a hashtag or in the name of an account.
fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || is_mark(character)
}

fn is_web_host(rest: &str) -> bool {
    let start = rest.get(..4).unwrap_or_default();
    start.eq_ignore_ascii_case("www.")
}

/// What is left after the link that `rest` begins with. Chinese and Japanese put no
/// blank after it, and links hold none of their characters unescaped.
fn after_link(rest: &str) -> &str {
    let is_of_link = |c: char| {
        !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '“' | '”' | '»' | '\u{2E80}'..)
    };
    rest.trim_start_matches(is_of_link)
}

/// What is left after the `@` that `rest` begins with and what it belongs to: an
/// e-mail address where a `local_part` stood before it, else a mention.
fn after_address(rest: &str, local_part: bool) -> &str {
    let after_sign = rest.trim_start_matches('@');
    if local_part {
        after_sign.trim_start_matches(is_of_address)
    } else {
        after_sign.trim_start_matches(is_of_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_words_are_looked_at() {
        let cases = [
            ("numbers", "In 2024, 3.5 % of 12ha burnt", "In of ha burnt"),
            (
                "link",
                "Read https://example.com/über?q=a#b now",
                "Read now",
            ),
            (
                "link in brackets",
                "(see HTTPS://example.com/a) here",
                "see here",
            ),
            (
                "host alone",
                "at www.example.com/a, they say",
                "at they say",
            ),
            ("word that begins like a host", "wwwhat", "wwwhat"),
            (
                "link without blanks",
                "详见https://example.com/a。谢谢",
                "详见 谢谢",
            ),
            (
                "e-mail address",
                "Write to jane.doe@example.com today",
                "Write to today",
            ),
            (
                "e-mail address without blanks",
                "写信给a.b@example.com谢谢",
                "写信给谢谢",
            ),
            ("mention", "RT @bbc_news: rain", "RT rain"),
            ("mention of two scripts", "@Анна пишет", "пишет"),
            ("hashtag", "Rain #LondonFloods again", "Rain again"),
            ("hashtag with marks", "#हिन्दी समाचार", "समाचार"),
            ("Chinese hashtag", "#高铁#列车停运", "列车停运"),
            ("signs alone", "# @ ## @@ a", "a"),
            ("emoji", "Sunny ☀️👩‍👩‍👧 day", "Sunny day"),
            ("quotes", "«Non», dit-il", "Non dit il"),
            ("soft hyphen", "Donau\u{AD}dampf", "Donaudampf"),
            ("decomposed letters", "a\u{308}pfel", "äpfel"),
            ("virama and tone", "हिन्दी น้ำ", "हिन्दी น้ำ"),
            ("joiner", "می‌خواهم", "می‌خواهم"),
            ("mark without a letter", "\u{301}\u{301} a", "a"),
            ("NUL", "a\0b", "a b"),
            ("nothing", " \n\t", ""),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(Sample::of(text).text(), expected, "{rule}: {text:?}");
        }
    }

    #[test]
    fn a_long_text_is_sampled_from_all_over() {
        let parts = [
            "alpha", "bravo", "delta", "gamma", "kappa", "omega", "sigma", "theta",
        ];
        let text: String = parts.map(|word| format!("{word} ").repeat(20_000)).concat();
        let sample = Sample::of(&text);
        for word in parts {
            assert!(sample.text().split(' ').any(|each| each == word), "{word}");
        }
        for word in sample.text().split(' ') {
            assert!(parts.contains(&word), "{word}");
        }
        assert!(is_bounded(&sample));
    }

    #[test]
    fn a_sample_is_bounded_whatever_the_text() {
        const MEBI: usize = 1 << 20;
        let texts = [
            "x".repeat(MEBI),
            "字".repeat(MEBI),
            "\u{301}".repeat(MEBI),
            format!("a{}", "\u{301}".repeat(MEBI)),
            "a@".repeat(MEBI),
            "a://".repeat(MEBI),
            "#a#".repeat(MEBI),
            "a.".repeat(MEBI),
            "1 ".repeat(MEBI),
        ];
        for text in texts {
            assert!(is_bounded(&Sample::of(&text)), "{:?}", text.get(..5));
        }
    }

    #[test]
    fn a_short_text_is_looked_at_whole() {
        let text = "rain ".repeat(300);
        assert_eq!(Sample::of(&text).text(), text.trim());
    }

    #[test]
    fn letters_are_found_wherever_they_stand() {
        let text = format!("{}дождь{}", "1".repeat(90_000), "2".repeat(110_000));
        assert_eq!(Sample::of(&text).text(), "дождь");
    }

    fn is_bounded(sample: &Sample) -> bool {
        let most = CHARACTERS_MAX + STRETCHES * (WORD_END_CHARACTERS + 1);
        sample.letters() <= most && sample.text().chars().count() <= most
    }

    proptest! {
        #[test]
        fn a_sample_holds_words_and_single_blanks(text in "(?s).{0,300}") {
            let sample = Sample::of(&text);
            prop_assert_eq!(sample.letters() == 0, sample.text().is_empty());
            prop_assert!(!sample.text().contains("  "));
            prop_assert_eq!(sample.text().trim(), sample.text());
        }

        #[test]
        fn stretches_cover_the_text_in_order(text in "(?s)[a-zé字 ]{0,4000}") {
            prop_assert_eq!(stretches(&text, STRETCHES).collect::<String>(), text);
        }
    }
}
