//! Words as they are written: which tokens make one, how it hangs on to its neighbour,
//! and what its capitals tell.

use crate::base::Span;
use crate::stem::Token;

use super::reading::Case;

/// A word as it is written, in its sentence.
pub(super) struct Written<'t> {
    /// The sentence that it stands in.
    pub(super) sentence: &'t str,
    /// Its parts, at least one; their spans are of the sentence.
    pub(super) tokens: &'t [Token],
    /// Whether the sentence is all in capitals.
    pub(super) shouted: bool,
    /// Whether nothing stands before it.
    pub(super) opens_sentence: bool,
}

impl<'t> Written<'t> {
    /// `token` as it is written.
    pub(super) fn slice(&self, token: &Token) -> &'t str {
        token.place.span.slice(self.sentence).unwrap_or_default()
    }

    /// Where it stands in the sentence.
    pub(super) fn span(&self) -> Span {
        match self.tokens {
            [] => Span::new(0, 0),
            [first, .., last] => Span::new(first.place.span.start, last.place.span.end),
            [only] => only.place.span,
        }
    }

    /// Its letters, as they stand in the text.
    pub(super) fn written(&self) -> &str {
        self.span().slice(self.sentence).unwrap_or_default()
    }

    /// How its part number `i` is written.
    pub(super) fn case(&self, written: &str, i: usize) -> Case {
        if self.shouted {
            Case::Plain
        } else if is_acronym(written) {
            Case::Acronym
        } else if (i > 0 || !self.opens_sentence) && written.starts_with(char::is_uppercase) {
            Case::Capital
        } else {
            Case::Plain
        }
    }
}

/// How a token hangs together with the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Not at all.
    Apart,
    /// The next word of its chunk.
    Beside,
    /// A part of the same word.
    Within,
}

/// How many of `tokens` make the first word, and how the word after hangs on to it.
pub(super) fn written_word(sentence: &str, tokens: &[Token]) -> (usize, Joint) {
    for (i, pair) in tokens.windows(2).enumerate() {
        match joint(sentence, &pair[0], &pair[1]) {
            Joint::Within => {}
            between @ (Joint::Apart | Joint::Beside) => return (i + 1, between),
        }
    }
    (tokens.len(), Joint::Apart)
}

fn joint(sentence: &str, left: &Token, right: &Token) -> Joint {
    let (left, right) = (left.place.span, right.place.span);
    let between = Span::new(left.end, right.start).slice(sentence);
    let left = left.slice(sentence).unwrap_or_default();
    let right = right.slice(sentence).unwrap_or_default();
    match between.unwrap_or_default() {
        // Blank, no-break space, thin space, narrow no-break space.
        " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => Joint::Beside,
        // Hyphens, apostrophes that stand next to a figure, and the sign in "AT&T".
        "-" | "\u{2010}" | "\u{2011}" | "'" | "’" | "&" => Joint::Within,
        // The last full stop of "U.S." is no part of the token.
        ". " if left.contains('.') && is_acronym(left) => Joint::Beside,
        "" if left.ends_with(is_unspaced) && right.starts_with(is_unspaced) => Joint::Beside,
        _ => Joint::Apart,
    }
}

/// Whether `written` has capitals and no small letters ("NATO", "U.S", "G7").
pub(super) fn is_acronym(written: &str) -> bool {
    written.contains(char::is_uppercase) && !written.contains(char::is_lowercase)
}

/// Whether `character` belongs to a script with capitals.
pub(super) fn is_cased(character: char) -> bool {
    character.is_lowercase() || character.is_uppercase()
}

/// Whether `character` belongs to a script that writes no blanks between words: Thai
/// and Lao, Burmese, Khmer, kana, Han with its extensions.
fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{0E00}'..='\u{0EFF}'
            | '\u{1000}'..='\u{109F}'
            | '\u{1780}'..='\u{17FF}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30FF}'
            | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF66}'..='\u{FF9F}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}
