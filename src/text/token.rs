//! Where the words of a text stand: UAX #29 with repairs for news ([`words`]), and what
//! a reader takes for one word ([`tokens`]).
//!
//! Punctuation, blanks, emoji and symbols are no words; figures are.

use crate::base::Span;

use super::address::address_at;
use super::compound::Tokens;
use super::repair::division;
use super::segment::{Segments, segments};

/// What a token is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word.
    #[default]
    Word,
    /// A number, with its sign, unit or currency where they touch it.
    Number,
    /// A word of several words, or of letters and figures: "COVID-19", "AT&T", "C++", "5G".
    Compound,
    /// A dotted abbreviation: "U.S.", "p.m.".
    Abbreviation,
    /// An address on the web.
    Url,
    /// An e-mail address.
    Email,
    /// A hashtag.
    Hashtag,
    /// A mention of a user.
    Mention,
}

/// What a reader takes for one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The words inside, as [`words`] finds them, where there are several; else empty.
    pub parts: Vec<Span>,
}

impl Token {
    /// The word `span` and nothing more.
    #[inline]
    pub(super) fn word(span: Span) -> Self {
        Self {
            span,
            kind: TokenKind::Word,
            parts: Vec::new(),
        }
    }
}

/// The words of `text`, in order and apart.
///
/// They are those of UAX #29 with Unicode's data, but for a missing blank: `said.Hegseth’s`
/// is two words.
///
/// ```
/// use copydesk::text::words;
///
/// let text = "Costs rose by 3.5 % at l'Hôtel.Nobody";
/// let found: Vec<_> = words(text).filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["Costs", "rose", "by", "3.5", "at", "l'Hôtel", "Nobody"]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    Words {
        text,
        segments: segments(text),
        rest: None,
        address_end: 0,
    }
}

/// The tokens of `text`, in order and apart: words, and what is told from words by
/// [`TokenKind`]. Every word of [`words`] lies in one of them.
///
/// ```
/// use copydesk::text::{TokenKind, tokens};
///
/// let text = "COVID-19 cost the U.S. $3.5bn.";
/// let found: Vec<_> = tokens(text)
///     .map(|token| (token.span.slice(text).unwrap(), token.kind))
///     .collect();
/// let expected = [
///     ("COVID-19", TokenKind::Compound),
///     ("cost", TokenKind::Word),
///     ("the", TokenKind::Word),
///     ("U.S.", TokenKind::Abbreviation),
///     ("$3.5bn", TokenKind::Number),
/// ];
/// assert_eq!(found, expected);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens::new(text)
}

/// Iterator of [`words`].
pub struct Words<'t> {
    text: &'t str,
    segments: Segments<'t>,
    /// What is left of a word that is being divided.
    rest: Option<Span>,
    /// Up to here there is an address, in which nothing is divided.
    address_end: usize,
}

impl Iterator for Words<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        // None is known while a dotted one is being divided.
        match self.segments.next_known() {
            Some(word) => Some(word),
            None => self.next_repaired(),
        }
    }
}

impl Words<'_> {
    /// The next word where none is known: what is left of one, or what the next becomes.
    fn next_repaired(&mut self) -> Option<Span> {
        if let Some(rest) = self.rest.take() {
            return Some(self.divide(rest));
        }
        let segment = self.segments.next()?;
        if segment.dotted {
            return Some(self.repaired(segment.span));
        }
        Some(segment.span)
    }

    /// `word`, or its beginning where it is glued to the next.
    fn repaired(&mut self, word: Span) -> Span {
        if word.start < self.address_end {
            return word;
        }
        if let Some((end, _)) = address_at(self.text, word) {
            self.address_end = end;
            return word;
        }
        self.divide(word)
    }

    fn divide(&mut self, word: Span) -> Span {
        let Some(at) = division(self.text, word) else {
            return word;
        };
        self.rest = Some(Span::new(at + 1, word.end));
        Span::new(word.start, at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::segment::tests::news;
    use super::*;
    use proptest::prelude::*;

    fn slices(text: &str) -> Vec<&str> {
        words(text).filter_map(|span| span.slice(text)).collect()
    }

    #[test]
    fn words_follow_uax_29() {
        let cases = [
            ("apostrophe stays inside", "l'année", &["l'année"][..]),
            ("curly apostrophe too", "Ukraine’s", &["Ukraine’s"]),
            ("figure with a point", "3.5 km", &["3.5", "km"]),
            ("Chinese by dictionary", "高铁列车", &["高铁", "列车"]),
            ("Thai by dictionary", "ภาษาไทย", &["ภาษา", "ไทย"]),
            ("no words", "— … !? __ ½ ①", &[]),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(slices(text), expected, "{rule}: {text:?}");
        }
    }

    #[test]
    fn glued_words_are_divided_and_nothing_else() {
        let cases = [
            (
                "blank missing",
                "said.Hegseth’s",
                &["said", "Hegseth’s"][..],
            ),
            (
                "twice",
                "won.What?No.Yes.Then",
                &["won", "What", "No", "Yes", "Then"],
            ),
            ("a quotation mark", "war.“We want", &["war", "We", "want"]),
            ("after a figure", "20.While", &["20", "While"]),
            ("one capital", "war.A durable", &["war", "A", "durable"]),
            ("capitals", "NATO.The", &["NATO", "The"]),
            (
                "before an abbreviation",
                "said.U.S. troops",
                &["said", "U.S", "troops"],
            ),
            ("after an abbreviation", "U.S.The", &["U.S", "The"]),
            ("after an initial", "J.Smith", &["J", "Smith"]),
            ("colon", "outlook:The", &["outlook", "The"]),
            ("Cyrillic", "дом.Потом", &["дом", "Потом"]),
            ("Swedish genitive", "EU:s", &["EU:s"]),
            (
                "abbreviations",
                "U.S. p.m. e.g. z.B.",
                &["U.S", "p.m", "e.g", "z.B"],
            ),
            ("titles", "Ph.D. M.Sc.", &["Ph.D", "M.Sc"]),
            ("doubled capitals", "EE.UU.", &["EE.UU"]),
            ("domains", "example.com x.COM", &["example.com", "x.COM"]),
            ("figures", "3.5 1,000", &["3.5", "1,000"]),
            ("picture", "![](Port.Dusk.jpg)", &["Port.Dusk.jpg"]),
            ("address", "https://x.org/a.B", &["https", "x.org", "a.B"]),
            ("path", "x.org/News.Today", &["x.org", "News.Today"]),
            ("e-mail", "John.Doe@x.org", &["John.Doe", "x.org"]),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(slices(text), expected, "{rule}: {text:?}");
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

        #[test]
        fn repairs_divide_and_never_join(text in news()) {
            let segments: Vec<_> = segments(&text).map(|segment| segment.span).collect();
            for word in words(&text) {
                let inside = |span: &&Span| span.start <= word.start && word.end <= span.end;
                prop_assert_eq!(segments.iter().filter(inside).count(), 1);
            }
        }

        #[test]
        fn every_word_lies_in_one_token(text in news()) {
            let words: Vec<_> = words(&text).collect();
            let mut covered = Vec::new();
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.span.start >= end && token.span.slice(&text).is_some());
                end = token.span.end;
                prop_assert!(token.parts.len() != 1);
                let inside = words.iter().filter(|w| {
                    token.span.start <= w.start && w.end <= token.span.end
                });
                let inside: Vec<_> = inside.copied().collect();
                prop_assert!(token.parts.is_empty() && inside.len() == 1 || token.parts == inside);
                covered.extend(inside);
            }
            prop_assert_eq!(covered, words);
        }
    }
}
