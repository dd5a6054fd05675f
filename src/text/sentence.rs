//! Where the sentences of a text stand: by the marks that end them, in crawled news.
//!
//! UAX #29 knows no abbreviations and needs a blank; in news both cost more than they
//! give (F1 of marked ends .81, ours is in docs/quality.md). So a full stop is judged by
//! the word before it (`abbreviation`), by what follows, and by the quotation marks around
//! (`quote`); one without a blank behind it by the rules of `repair`. A line end is a
//! border, since news keeps a paragraph, a headline or an item of a list on a line, unless
//! the next line goes on with a small letter or lines were broken by width (`wrap`).

use crate::base::{Language, Span};

use super::abbreviation::{
    Abbreviations, Meaning, has_dotted_ordinals, is_month, stands_before_ordinals,
};
use super::address::{boundary_at_most, is_in_address};
use super::letter::{is_alphabetic, is_alphanumeric, is_lowercase, is_numeric, is_uppercase};
use super::mark::Marks;
use super::quote::{Quotes, is_clear_end, is_end, opens};
use super::repair::{is_abbreviation, is_glued};
use super::stop_words::StopWords;
use super::wrap::{is_full, width};
use super::{Casing, Folded};

/// The sentences of `text`, in order and apart, without the blanks around them.
///
/// The language tells which abbreviations there are; undetermined is taken for English.
///
/// ```
/// use copydesk::base::Language;
/// use copydesk::text::sentences;
///
/// let text = "Bridge closed\n\nIt shut at 6 p.m. on Oct. 15.“Nobody was hurt.”";
/// let english = Language::from_code("en").unwrap();
/// let found: Vec<_> = sentences(text, english).filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["Bridge closed", "It shut at 6 p.m. on Oct. 15.", "“Nobody was hurt.”"]);
/// ```
pub fn sentences(text: &str, language: Language) -> impl Iterator<Item = Span> {
    Sentences {
        text,
        language,
        abbreviations: Abbreviations::of(language),
        width: width(text),
        marks: Marks::of(text),
        quotes: Quotes::new(language),
        start: 0,
        at: 0,
        line_start: 0,
    }
}

struct Sentences<'t> {
    text: &'t str,
    language: Language,
    abbreviations: Abbreviations,
    /// Width of the lines, where they were broken by it.
    width: Option<usize>,
    /// Where something may end, or a quotation mark stands.
    marks: Marks<'t>,
    quotes: Quotes,
    /// Start of the sentence that is being read.
    start: usize,
    /// What is before has been read.
    at: usize,
    /// Start of the line that is being read.
    line_start: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while let Some(mark) = self.marks.next(self.at) {
            let end = self.border_at(mark);
            if let Some(end) = end {
                let sentence = Span::new(self.start, end);
                self.start = end;
                if let Some(sentence) = trimmed(self.text, sentence) {
                    return Some(sentence);
                }
            }
        }
        let rest = Span::new(self.start, self.text.len());
        self.start = rest.end;
        self.at = rest.end;
        trimmed(self.text, rest)
    }
}

impl Sentences<'_> {
    /// Whether a sentence ends at the mark at byte `at`, and where; moves on behind it.
    fn border_at(&mut self, at: usize) -> Option<usize> {
        let mark = self.char_at(at)?;
        match mark {
            '\n' | '\r' => self.line_end(at),
            _ if is_end(mark) => {
                let end = self.end_of_marks(at);
                let border = self.ends_sentence(at, end);
                self.pass(at, end);
                border.then_some(end)
            }
            _ => {
                self.pass(at, at + mark.len_utf8());
                None
            }
        }
    }

    /// Goes on at byte `end`, with note of the quotation marks from `at` to there.
    fn pass(&mut self, at: usize, end: usize) {
        let mut before = self.char_before(at);
        for mark in self.text.get(at..end).unwrap_or_default().chars() {
            self.quotes.pass(mark, before);
            before = Some(mark);
        }
        self.at = end;
    }

    /// The end of the full stops and closing marks that begin at byte `at`.
    fn end_of_marks(&self, at: usize) -> usize {
        let mut quotes = self.quotes;
        let mut end = at;
        let mut before = self.char_before(at);
        while let Some(mark) = self.char_at(end) {
            let blanks = if is_blank(mark) && !self.is_line_end(end) {
                mark.len_utf8()
            } else {
                0
            };
            // French puts a blank before the closing mark; and one may follow on a line end.
            let mark = if blanks > 0 {
                match self.char_at(end + blanks) {
                    Some('»') if quotes.closes_after_blank() => '»',
                    _ => break,
                }
            } else {
                mark
            };
            let ends = is_end(mark) && blanks == 0;
            if !ends && !self.closes_here(quotes, mark, end) {
                break;
            }
            quotes.pass(mark, before);
            before = Some(mark);
            end += blanks + mark.len_utf8();
        }
        end
    }

    /// Whether a mark that could open as well closes, by what follows: an apostrophe or a
    /// bracket always does, a straight mark before a letter only where one is open.
    fn closes_here(&self, quotes: Quotes, mark: char, at: usize) -> bool {
        let next = self.char_at(at + mark.len_utf8());
        match mark {
            '\'' => next.is_none_or(|c| !is_alphanumeric(c)),
            '"' => quotes.closes('"') || next.is_none_or(|c| !is_alphanumeric(c)),
            _ => quotes.closes(mark),
        }
    }

    /// Whether the marks from byte `at` to byte `end` end a sentence, by what is around.
    fn ends_sentence(&self, at: usize, end: usize) -> bool {
        let Some(next) = self.char_at(end) else {
            return true;
        };
        let mark = self.char_at(at).unwrap_or('.');
        if is_clear_end(mark) {
            return self.ends_clearly(mark, at, end, next);
        }
        if next.is_whitespace() {
            let rest = self.text.get(end..).unwrap_or_default();
            let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
            let mut behind = end + blanks;
            if self.is_line_end(behind) {
                if self.width.is_none() {
                    // The line end itself will be judged.
                    return false;
                }
                behind += rest
                    .get(blanks..)
                    .map_or(0, |r| r.len() - r.trim_start().len());
            }
            self.ends_before(at, end, behind)
        } else {
            self.ends_glued(at, end, next)
        }
    }

    /// Full stops of Chinese, Japanese and others need no blank. Speech that opens a
    /// sentence is followed by who spoke, that within one by と or the like.
    fn ends_clearly(&self, mark: char, at: usize, end: usize, next: char) -> bool {
        if mark == '．' && is_alphanumeric(next) {
            return false;
        }
        let closed = end > at + mark.len_utf8();
        let sentence = self
            .text
            .get(self.start..at)
            .unwrap_or_default()
            .trim_start();
        let opened_by_speech = sentence.starts_with(['“', '「', '『', '"', '«']);
        let goes_on = is_alphabetic(next) && closed;
        !(goes_on && (opened_by_speech || matches!(next, '\u{3041}'..='\u{3096}')))
    }

    /// Whether a sentence ends at the marks from `at` to `end`, where the next word
    /// stands at or behind byte `behind`, after a blank.
    fn ends_before(&self, at: usize, end: usize, behind: usize) -> bool {
        let rest = self.text.get(behind..).unwrap_or_default();
        let word = rest.trim_start_matches(|c| opens(c) || is_blank(c));
        let opened = word.len() < rest.len();
        let Some(first) = word.chars().next() else {
            return true;
        };
        if is_lowercase(first)
            || matches!(rest.chars().next(), Some('|' | '/' | '>' | '·' | ',' | ';'))
        {
            return false;
        }
        let marks = self.text.get(at..end).unwrap_or_default();
        if marks != "." {
            // An ellipsis between blanks stands for words that were left out.
            let left_out = marks.starts_with(['…']) || marks.starts_with("..");
            return !(left_out && self.char_before(at).is_none_or(is_blank));
        }
        match self.meaning_before(at, word) {
            None => true,
            Some(Meaning::Inside) => false,
            Some(Meaning::BeforeFigure) => !is_numeric(first),
            Some(Meaning::Either) => {
                !is_numeric(first) && (opened || self.often_begins_sentences(word))
            }
        }
    }

    /// What the full stop at byte `at` may mean, by the word before it; `next` begins
    /// with the word behind it.
    fn meaning_before(&self, at: usize, next: &str) -> Option<Meaning> {
        let word = self.word_before(at);
        let mut characters = word.chars();
        let first = characters.next()?;
        if word.chars().all(is_numeric) {
            return self.meaning_of_figures(at, word, next);
        }
        if characters.next().is_none() && is_alphabetic(first) {
            return self.meaning_of_letter(first, at, next);
        }
        let known = self.abbreviations.meaning(word);
        let last = word.rsplit(['.', '-']).next().unwrap_or(word);
        match known {
            Some(_) => known,
            // U.S., p.m., A.-L.
            None if is_abbreviation(word) => Some(Meaning::Either),
            // A name with an initial at its end: J.-P. Morel.
            None if last.len() < word.len()
                && last.chars().all(is_uppercase)
                && last.chars().count() == 1 =>
            {
                Some(Meaning::Inside)
            }
            None => None,
        }
    }

    /// A single letter: an initial, or an abbreviation of letters with blanks ("z. B.").
    fn meaning_of_letter(&self, letter: char, at: usize, next: &str) -> Option<Meaning> {
        let mut behind = next.chars();
        let next_is_letter = behind.next().is_some_and(is_alphabetic) && behind.next() == Some('.');
        let before = self.text.get(..at - letter.len_utf8()).unwrap_or_default();
        let follows_letter = before.trim_end_matches(is_blank).ends_with('.');
        if next_is_letter {
            return Some(Meaning::Inside);
        }
        let mut small = [0; 4];
        let letter_text = letter.encode_utf8(&mut small);
        match self.abbreviations.meaning(letter_text) {
            // The last letter of "т. д.", "p. m.", "u. a."
            _ if follows_letter && is_lowercase(letter) => {
                let pair = self.pair_before(at);
                Some(self.abbreviations.meaning(&pair).unwrap_or(Meaning::Either))
            }
            None if is_uppercase(letter) => Some(Meaning::Inside),
            known => known,
        }
    }

    /// The last two letters before the full stop at byte `at`, without the blank between.
    fn pair_before(&self, at: usize) -> String {
        let from = boundary_at_most(self.text, at.saturating_sub(CONTEXT_BYTES));
        let before = self.text.get(from..at).unwrap_or_default();
        let mut pieces = before.rsplit(char::is_whitespace);
        let last = pieces.next().unwrap_or_default();
        format!("{}{last}", pieces.next().unwrap_or_default())
    }

    /// Figures with a full stop: the number of an item, an ordinal, or an end.
    fn meaning_of_figures(&self, at: usize, figures: &str, next: &str) -> Option<Meaning> {
        let start = at - figures.len();
        let line = self.text.get(self.line_start..start)?;
        if self.text.get(self.start..start)?.trim().is_empty() {
            return Some(Meaning::Inside);
        }
        if !has_dotted_ordinals(self.language) || figures.len() > 3 {
            return None;
        }
        let next = next
            .split(|c: char| !is_alphanumeric(c))
            .next()
            .unwrap_or_default();
        let before = line.trim_end().rsplit(|c: char| !is_alphanumeric(c)).next();
        let is_ordinal =
            is_month(next) || stands_before_ordinals(before.unwrap_or_default(), self.language);
        is_ordinal.then_some(Meaning::Inside)
    }

    /// Whether `text` begins with a function word: these begin most sentences, and no
    /// names.
    fn often_begins_sentences(&self, text: &str) -> bool {
        let word = text
            .split(|c: char| !is_alphanumeric(c) && c != '\'' && c != '’')
            .next();
        let word = word.unwrap_or_default();
        let folded = Folded::new(word, Casing::of(self.language));
        StopWords::of(self.language).is_some_and(|list| list.contains(&folded))
    }

    /// Whether a sentence ends where no blank follows the marks from `at` to `end`.
    fn ends_glued(&self, at: usize, end: usize, next: char) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let word = rest.trim_start_matches(|c| opens(c) || is_blank(c));
        let begins =
            word.starts_with(|c: char| is_uppercase(c) || is_alphabetic(c) && !is_lowercase(c));
        if !begins
            || !(opens(next) || is_alphabetic(next))
            || matches!(next, '-' | '–' | '—' | '\'')
        {
            return false;
        }
        let marks = self.text.get(at..end).unwrap_or_default();
        if marks != "." || opens(next) {
            let before = self.char_before(at);
            let ends_word = before.is_some_and(|c| {
                is_alphanumeric(c) || matches!(c, '”' | '"' | ')' | '%' | '’' | '»')
            });
            return ends_word
                && next != '('
                && !is_in_address(self.text, at)
                && (marks != "." || self.ends_before(at, end, end));
        }
        let after_figure = self.char_before(at).is_some_and(is_numeric)
            && word.chars().nth(1).is_some_and(is_lowercase)
            && !is_in_address(self.text, at);
        let after_mark = self
            .char_before(at)
            .is_some_and(|c| matches!(c, '”' | '"' | ')' | '%' | '»' | '€'));
        (after_figure || after_mark || is_glued(self.text, at)) && self.ends_before(at, end, end)
    }

    /// Whether a sentence ends with the line that ends at byte `at`, and where; moves on
    /// to the next line.
    fn line_end(&mut self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..).unwrap_or_default();
        let next = rest.trim_start();
        let blanks = rest.get(..rest.len() - next.len()).unwrap_or_default();
        let line = self.text.get(self.line_start..at).unwrap_or_default();
        let is_paragraph = blanks.matches('\n').count() > 1;
        let goes_on = !is_paragraph && self.goes_on(line.trim_end(), at, next);
        self.at = at + blanks.len();
        self.line_start = self.at - (blanks.len() - blanks.trim_end_matches(is_blank).len());
        if goes_on {
            return None;
        }
        self.quotes.reset();
        Some(at)
    }

    /// Whether the sentence of `line` goes on with `next`.
    fn goes_on(&self, line: &str, at: usize, next: &str) -> bool {
        let Some(first) = next.chars().next() else {
            return true;
        };
        let at = at - (self.text.get(self.line_start..at).map_or(0, str::len) - line.len());
        let stopped = line.ends_with('.') && !line.ends_with("..");
        let ends =
            line.ends_with(|c: char| is_end(c) || matches!(c, ':' | '”' | '»' | '"' | '“' | '|'));
        if stopped {
            let meaning = self.meaning_before(at - 1, next);
            return meaning.is_some() && (is_lowercase(first) || is_numeric(first))
                || meaning == Some(Meaning::Inside) && self.width.is_some();
        }
        match self.width {
            Some(width) => !ends && (is_lowercase(first) || is_full(line, next, width)),
            None => !ends && is_lowercase(first) && line.len() >= LINE_BYTES_MIN,
        }
    }

    /// The word that ends at byte `at`, with full stops and hyphens inside.
    fn word_before(&self, at: usize) -> &str {
        let from =
            boundary_at_most(self.text, at.saturating_sub(CONTEXT_BYTES)).max(self.line_start);
        let before = self.text.get(from..at).unwrap_or_default();
        let word = before.rsplit(|c: char| !is_alphanumeric(c) && !matches!(c, '.' | '-'));
        word.take(1)
            .next()
            .unwrap_or_default()
            .trim_start_matches(['.', '-'])
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn is_line_end(&self, at: usize) -> bool {
        matches!(self.char_at(at), None | Some('\n' | '\r'))
    }
}

/// How far back to look for the word before a full stop: more than any abbreviation.
const CONTEXT_BYTES: usize = 48;

/// A shorter line that ends without a mark is a headline, or one of a menu, even if the
/// next begins with a small letter.
const LINE_BYTES_MIN: usize = 60;

/// White space that is no line end.
fn is_blank(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\n' | '\r')
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
    use std::fmt::Write;
    use std::fs;
    use std::path::Path;

    fn found(text: &str, code: &str) -> Vec<String> {
        let language = Language::from_code(code).unwrap();
        let spans = sentences(text, language);
        spans
            .map(|span| span.slice(text).unwrap().to_owned())
            .collect()
    }

    /// The language of a file of `tests/data/sentences`.
    fn language_of(name: &str) -> &str {
        let parts: Vec<_> = name.trim_end_matches(".txt").split(['-', '_']).collect();
        let codes = [
            "en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "tr", "zh", "ja",
        ];
        parts
            .into_iter()
            .rev()
            .find(|part| codes.contains(part))
            .unwrap()
    }

    #[test]
    fn marked_sentences_are_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sentences");
        let (mut n_right, mut n_found, mut n_marked) = (0_u32, 0, 0);
        let mut report = String::new();
        let mut files: Vec<_> = fs::read_dir(root)
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            let marked = fs::read_to_string(&file).unwrap();
            let text = marked.replace('‖', "");
            let code = language_of(&name);
            let mut ends = Vec::new();
            let mut length = 0;
            for piece in marked.split_inclusive('‖') {
                length += piece.trim_end_matches('‖').len();
                if piece.ends_with('‖') {
                    ends.push(length);
                }
            }
            let language = Language::from_code(code).unwrap();
            let got: Vec<_> = sentences(&text, language).map(|span| span.end).collect();
            n_right += u32::try_from(got.iter().filter(|end| ends.contains(end)).count()).unwrap();
            n_found += got.len();
            n_marked += ends.len();
            let around = |end: &usize| -> String {
                let before: String = text.get(..*end).unwrap().chars().rev().take(25).collect();
                let after: String = text.get(*end..).unwrap().chars().take(15).collect();
                format!("{}‖{after}", before.chars().rev().collect::<String>())
            };
            for end in ends.iter().filter(|end| !got.contains(end)) {
                writeln!(report, "{name} missed {:?}", around(end)).unwrap();
            }
            for end in got.iter().filter(|end| !ends.contains(end)) {
                writeln!(report, "{name} false {:?}", around(end)).unwrap();
            }
        }
        let (precision, recall) = (
            f64::from(n_right) / n_found as f64,
            f64::from(n_right) / n_marked as f64,
        );
        let f1 = 2.0 * precision * recall / (precision + recall);
        assert!(n_marked >= 600, "{n_marked}");
        assert!(f1 >= 0.98, "{precision:.3} {recall:.3} {f1:.3}\n{report}");
    }

    #[test]
    fn a_full_stop_is_judged_by_what_is_around() {
        let cases = [
            (
                "abbreviation",
                "en",
                "Dr. Wells left. He won.",
                &["Dr. Wells left.", "He won."][..],
            ),
            (
                "may end",
                "en",
                "In the U.S. Senate. In the U.S. It",
                &["In the U.S. Senate.", "In the U.S.", "It"],
            ),
            (
                "glued",
                "en",
                "He said.Then “No.”Wednesday",
                &["He said.", "Then “No.”", "Wednesday"],
            ),
            (
                "address",
                "en",
                "See x.org/A.B now.",
                &["See x.org/A.B now."],
            ),
            (
                "line ends inside",
                "en",
                "The unit had to end its autumn inspection of the bridge on Jan.\n20.While it",
                &[
                    "The unit had to end its autumn inspection of the bridge on Jan.\n20.",
                    "While it",
                ],
            ),
            (
                "headline",
                "en",
                "Bridge closed\nIt shut.",
                &["Bridge closed", "It shut."],
            ),
            (
                "ellipsis",
                "en",
                "He … left. “Wait…” He left.",
                &["He … left.", "“Wait…”", "He left."],
            ),
            (
                "ordinal",
                "de",
                "Am 3. Mai kam er. 5. Juni",
                &["Am 3. Mai kam er.", "5. Juni"],
            ),
            (
                "closing as German does",
                "de",
                "Er: „Ja.“ Sie: „Nein.“Dann",
                &["Er: „Ja.“", "Sie: „Nein.“", "Dann"],
            ),
            (
                "Chinese",
                "zh",
                "他来了。“好。”他说。走！",
                &["他来了。", "“好。”他说。", "走！"],
            ),
            ("Hindi", "hi", "वह आया। वह गया।", &["वह आया।", "वह गया।"]),
            ("blank", "en", " \n ", &[]),
        ];
        for (rule, code, text, expected) in cases {
            assert_eq!(found(text, code), expected, "{rule}: {text:?}");
        }
    }

    proptest! {
        #[test]
        fn sentences_hold_all_that_is_not_blank(
            text in super::super::segment::tests::news(), code in "(en|de|fr|ru|zh)",
        ) {
            let language = Language::from_code(&code).unwrap();
            let mut rest = String::new();
            let mut end = 0;
            for span in sentences(&text, language) {
                prop_assert!(span.start >= end && !span.is_empty());
                rest.push_str(span.slice(&text).unwrap());
                end = span.end;
            }
            let dense = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(dense(&rest), dense(&text));
        }
    }
}
