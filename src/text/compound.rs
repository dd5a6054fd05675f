//! Tokens: what a reader takes for one word, though UAX #29 divides it or says nothing of
//! what it is. Each kind is told by its form alone:
//!
//! - hashtags and mentions by their sign, addresses by `address`;
//! - abbreviations by single letters with full stops, the last of which they keep;
//! - numbers by figures, with a sign or currency before them, a unit behind them;
//! - compounds by hyphens and "&" without blanks, by letters beside figures, and by the
//!   plus and number signs of names (C++, C#, Disney+).

use std::iter::Peekable;

use crate::base::Span;

use super::address::{address_at, is_domain};
use super::repair::is_abbreviation;
use super::scan::letters_at;
use super::token::{Token, TokenKind, Words, words};

/// Iterator of [`tokens`](super::tokens).
pub struct Tokens<'t> {
    text: &'t str,
    words: Peekable<Words<'t>>,
    /// End of the token before.
    end: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let first = self.words.next()?;
        if self.is_plain(first) {
            self.end = first.end;
            return Some(Token::word(first));
        }
        Some(self.completed(first))
    }
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            words: words(text).peekable(),
            end: 0,
        }
    }

    /// Whether nothing in `word` or next to it hints at more than a word: nine words in
    /// ten are done with here.
    fn is_plain(&self, word: Span) -> bool {
        let bytes = self.text.as_bytes();
        let before = word.start.checked_sub(1).and_then(|i| bytes.get(i));
        if matches!(before, Some(b'#' | b'@')) {
            return false;
        }
        let is_joint = matches!(
            bytes.get(word.end..),
            Some(
                // The last is a hyphen, or a no-break hyphen.
                [
                    b'-' | b'&' | b'@' | b'+' | b'_' | b'%' | b'#' | b':' | b'$',
                    ..
                ] | [0xE2, 0x80, 0x90 | 0x91, ..]
            )
        );
        let content = bytes.get(word.start..word.end).unwrap_or_default();
        let has_letters_only =
            |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii() || *byte == b'\'';
        if is_joint {
            return false;
        }
        letters_at(bytes, word.start) >= word.len()
            || content.iter().all(has_letters_only) && !self.begins_with_foreign_digit(word)
    }

    /// Whether `word` begins with a figure that is not of ASCII; none is Latin, Greek or
    /// Cyrillic, which begin below U+0530, nor Chinese or Japanese.
    fn begins_with_foreign_digit(&self, word: Span) -> bool {
        match self.text.as_bytes().get(word.start) {
            Some(..0xD5 | 0xE3..=0xE9) | None => false,
            _ => word
                .slice(self.text)
                .is_some_and(|w| w.starts_with(char::is_numeric)),
        }
    }

    #[inline(never)]
    fn completed(&mut self, first: Span) -> Token {
        let mut token = Token::word(first);
        self.complete(first, &mut token);
        self.end = token.span.end;
        token
    }

    fn complete(&mut self, first: Span, token: &mut Token) {
        let text = self.text;
        if self.sign(first, token) {
            return;
        }
        if let Some((end, kind)) = address_at(text, first) {
            token.kind = kind;
            self.swallow(end, first, token);
            return;
        }
        self.classify(first, token);
        self.join(first, token);
        let written = token.span.slice(text).unwrap_or_default();
        if token.parts.len() > 1 && is_domain(written) {
            // A host with a hyphen: port-ansley.example.org.
            token.kind = TokenKind::Url;
            let last = token.parts.last().copied().unwrap_or(first);
            if let Some((end, _)) = address_at(text, last) {
                self.swallow(end, first, token);
            }
        }
    }

    /// Hashtags and mentions. Scripts without blanks may have several words in one.
    fn sign(&mut self, first: Span, token: &mut Token) -> bool {
        let before = self.text.get(self.end..first.start).unwrap_or_default();
        let (sign, outside) = match before.as_bytes() {
            [outside @ .., sign @ (b'#' | b'@')] => (*sign, outside.last()),
            _ => return false,
        };
        let written = first.slice(self.text).unwrap_or_default();
        let touches_token = outside.is_none() && self.end > 0;
        // Of an HTML entity, or of two signs; a number sign.
        let is_other = matches!(outside, Some(b'&' | b'#' | b'@' | b'/'));
        if touches_token || is_other || !written.contains(char::is_alphabetic) {
            return false;
        }
        token.span.start = first.start - 1;
        token.kind = if sign == b'#' {
            TokenKind::Hashtag
        } else {
            TokenKind::Mention
        };
        while let Some(next) = self.words.next_if(|next| next.start == token.span.end) {
            add_part(token, first, next);
            token.span.end = next.end;
        }
        true
    }

    /// Takes the words up to `end` into `token`.
    fn swallow(&mut self, end: usize, first: Span, token: &mut Token) {
        while let Some(next) = self.words.next_if(|next| next.start < end) {
            add_part(token, first, next);
            token.span.end = next.end;
        }
        token.span.end = token.span.end.max(end);
    }

    /// Tells what `first` is by itself, with the signs that touch it.
    fn classify(&mut self, first: Span, token: &mut Token) {
        let text = self.text;
        let written = first.slice(text).unwrap_or_default();
        let behind = text.get(first.end..).unwrap_or_default();
        if is_abbreviation(written) {
            token.kind = TokenKind::Abbreviation;
            if behind.starts_with('.') && !behind.starts_with("..") {
                token.span.end += 1;
            }
            return;
        }
        if let Some(currency) = self.currency_in_letters(first, behind) {
            // US$126: the letters are a part of the number.
            token.kind = TokenKind::Number;
            add_part(token, first, currency);
            token.span.end = currency.end + suffix_len(text, currency.end);
            return;
        }
        if !written.contains(char::is_numeric) {
            if written.contains('.') {
                token.kind = TokenKind::Compound;
            }
            return;
        }
        if is_number(written) {
            token.kind = TokenKind::Number;
            let before = text.get(self.end..first.start).unwrap_or_default();
            token.span.start = first.start - prefix_len(before, self.end == 0);
            token.span.end = first.end + suffix_len(text, first.end);
        } else if written.contains(char::is_alphabetic) {
            token.kind = TokenKind::Compound;
        }
    }

    /// The number in "US$126", behind its letters.
    fn currency_in_letters(&mut self, first: Span, behind: &str) -> Option<Span> {
        let letters = first.slice(self.text)?;
        if !behind.starts_with('$') || letters.len() > 3 || !letters.chars().all(char::is_uppercase)
        {
            return None;
        }
        let text = self.text;
        self.words
            .next_if(|next| next.start == first.end + 1 && next.slice(text).is_some_and(is_number))
    }

    /// Takes the words that hang on by a hyphen, an "&" or an apostrophe, and the signs
    /// that end a name.
    fn join(&mut self, first: Span, token: &mut Token) {
        let text = self.text;
        let mut last = first;
        loop {
            let end = token.span.end;
            let next = self.words.next_if(|next| {
                let between = text.get(end..next.start);
                between.is_some_and(|between| is_joint(text, last, end, between))
            });
            let Some(next) = next else { break };
            token.kind = TokenKind::Compound;
            add_part(token, first, next);
            token.span.end = next.end;
            last = next;
        }
        let written = last.slice(text).unwrap_or_default();
        let n = sign_len(written, text.get(token.span.end..).unwrap_or_default());
        if n > 0 {
            token.kind = TokenKind::Compound;
            token.span.end += n;
        }
    }
}

/// Adds `part`, and `first` before it where that is still the only one.
fn add_part(token: &mut Token, first: Span, part: Span) {
    if token.parts.is_empty() {
        token.parts.push(first);
    }
    token.parts.push(part);
}

/// Whether `between` joins the word `last`, at whose end (full stop and unit included) it
/// begins, to the next.
fn is_joint(text: &str, last: Span, end: usize, between: &str) -> bool {
    match between {
        // Hyphen-minus, hyphen, no-break hyphen; the sign in "AT&T".
        "-" | "\u{2010}" | "\u{2011}" | "&" => true,
        // UAX #29 joins letters by an apostrophe; "F-16’s" and "U.S.’s" are as much a word.
        "'" | "’" => {
            end > last.end
                || last
                    .slice(text)
                    .is_some_and(|w| w.ends_with(char::is_numeric))
        }
        _ => false,
    }
}

/// Length of the plus and number signs that end a name: C++, C#, Disney+.
fn sign_len(written: &str, behind: &str) -> usize {
    let outside = |n: usize| {
        let next = behind.get(n..).and_then(|rest| rest.chars().next());
        next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '+' | '#' | '='))
    };
    let begins_with_capital = written.starts_with(char::is_uppercase);
    let is_one_letter = written.chars().nth(1).is_none();
    if !begins_with_capital {
        return 0;
    }
    if behind.starts_with("++") && outside(2) {
        return 2;
    }
    let sign = if is_one_letter { '#' } else { '+' };
    usize::from(behind.starts_with(sign) && outside(1))
}

/// Whether `written` is figures, with what joins them, and a unit or none.
fn is_number(written: &str) -> bool {
    let figures = written.trim_end_matches(char::is_alphabetic);
    let unit = written.get(figures.len()..).unwrap_or_default();
    figures.starts_with(char::is_numeric)
        && !figures.contains(char::is_alphabetic)
        && (unit.is_empty() || UNITS.contains(&unit))
}

/// What touches figures and leaves them a number: units, multiples, endings of ordinals
/// and decades. "5G" and "4K" are names.
const UNITS: &[&str] = &[
    "m", "mm", "cm", "km", "g", "mg", "kg", "t", "l", "ml", "cl", "dl", "ha", "ft", "in", "yd",
    "mi", "lb", "lbs", "oz", "mph", "kmh", "kph", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh",
    "TWh", "V", "W", "Hz", "kHz", "MHz", "GHz", "B", "kB", "KB", "MB", "GB", "TB", "h", "hrs",
    "min", "s", "sec", "ms", "am", "pm", "AM", "PM", "bn", "mn", "tn", "M", "mio", "k", "x", "st",
    "nd", "rd", "th", "ST", "ND", "RD", "TH", "er", "re", "e", "è", "ème", "º", "ª", "p", "c", "C",
    "F", "м", "км", "см", "кг", "т", "я", "й",
];

/// Length of the sign and currency that end `before`, the text since the token before.
fn prefix_len(before: &str, begins_text: bool) -> usize {
    let is_prefix = |c: char| is_currency(c) || matches!(c, '-' | '+' | '−' | '±');
    let rest = before.trim_end_matches(is_prefix);
    let prefix = before.get(rest.len()..).unwrap_or_default();
    // A hyphen or a dash of hyphens is no sign, nor is "$" behind a word.
    let stands_free = match rest.chars().next_back() {
        Some(c) => c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '„' | '«' | '/'),
        None => begins_text,
    };
    if stands_free && prefix.chars().count() <= 2 {
        prefix.len()
    } else {
        0
    }
}

/// Length of the unit or currency at byte `at` that is no letter.
fn suffix_len(text: &str, at: usize) -> usize {
    let behind = text.get(at..).unwrap_or_default();
    let mut characters = behind.chars();
    let Some(first) = characters.next() else {
        return 0;
    };
    let rest = characters.as_str();
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    match first {
        '°' if rest.starts_with(['C', 'F']) && rest.get(1..).is_some_and(ends) => {
            first.len_utf8() + 1
        }
        '%' | '‰' | '°' | '′' | '″' if ends(rest) => first.len_utf8(),
        _ if is_currency(first) && ends(rest) => first.len_utf8(),
        _ => 0,
    }
}

fn is_currency(character: char) -> bool {
    matches!(
        character,
        '$' | '¢'
            | '£'
            | '¥'
            | '€'
            | '₩'
            | '₪'
            | '₫'
            | '₱'
            | '₴'
            | '₸'
            | '₹'
            | '₺'
            | '₽'
            | '฿'
    )
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;
    use TokenKind::{Abbreviation, Compound, Email, Hashtag, Mention, Number, Url, Word};

    fn found(text: &str) -> Vec<(&str, TokenKind)> {
        tokens(text)
            .map(|token| (token.span.slice(text).unwrap(), token.kind))
            .collect()
    }

    #[test]
    fn a_token_is_told_by_its_form() {
        let cases = [
            ("bridge", Word),
            ("Ukraine’s", Word),
            ("l'année", Word),
            ("2014", Number),
            ("12,000", Number),
            ("3.5%", Number),
            ("-5", Number),
            ("$3.5bn", Number),
            ("US$126", Number),
            ("€40", Number),
            ("30€", Number),
            ("20°C", Number),
            ("5km", Number),
            ("1990s", Number),
            ("21st", Number),
            ("COVID-19", Compound),
            ("F-16", Compound),
            ("F-16’s", Compound),
            ("pre-2014", Compound),
            ("41-kilometre", Compound),
            ("24-26", Compound),
            ("U.S.-backed", Compound),
            ("Jean-Luc", Compound),
            ("mother-in-law", Compound),
            ("AT&T", Compound),
            ("C++", Compound),
            ("C#", Compound),
            ("Disney+", Compound),
            ("5G", Compound),
            ("G7", Compound),
            ("Node.js", Compound),
            ("U.S.", Abbreviation),
            ("p.m.", Abbreviation),
            ("EE.UU.", Abbreviation),
            ("Ph.D.", Abbreviation),
            ("https://example.org/a?b=c", Url),
            ("www.example.org", Url),
            ("example.com", Url),
            ("port-ansley.example.org/a", Url),
            ("newsdesk@courier.example.org", Email),
            ("john.doe-smith@example.org", Email),
            ("#tag", Hashtag),
            ("#harbour_bridge2", Hashtag),
            ("#高铁列车", Hashtag),
            ("@name", Mention),
        ];
        for (token, kind) in cases {
            for (before, after) in [("", ""), ("by ", " and"), ("(", ")"), ("“", "”")] {
                let text = format!("{before}{token}{after}");
                assert!(
                    found(&text).contains(&(token, kind)),
                    "{text:?}: {:?}",
                    found(&text)
                );
            }
        }
    }

    #[test]
    fn signs_between_words_join_nothing() {
        let cases = [
            ("talks--again", &[("talks", Word), ("again", Word)][..]),
            ("pre- and", &[("pre", Word), ("and", Word)]),
            ("talks – again", &[("talks", Word), ("again", Word)]),
            ("10 - 5", &[("10", Number), ("5", Number)]),
            ("and/or", &[("and", Word), ("or", Word)]),
            ("#1", &[("1", Number)]),
            ("&#8217;", &[("8217", Number)]),
            ("end.", &[("end", Word)]),
            ("U.S...", &[("U.S", Abbreviation)]),
            ("a@b", &[("a", Word), ("b", Word)]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }

    #[test]
    fn parts_are_the_words_inside() {
        let parts = |text| -> Vec<_> {
            let token: Token = tokens(text).next().unwrap();
            token
                .parts
                .iter()
                .filter_map(|part| part.slice(text))
                .collect()
        };
        assert_eq!(parts("COVID-19"), ["COVID", "19"]);
        assert_eq!(parts("U.S.-backed"), ["U.S", "backed"]);
        assert_eq!(
            parts("https://example.org/a"),
            ["https", "example.org", "a"]
        );
        assert_eq!(parts("C++"), [""; 0]);
        assert_eq!(parts("U.S."), [""; 0]);
    }
}
