//! Which side of a quotation a mark stands on, as far as the end of a sentence needs it.
//!
//! Most marks tell it by themselves. Three do not: “ opens in English and closes in
//! German („…“), » opens in German (»…«) and closes in French, and " does both. So their
//! openings are remembered, within a paragraph.

use crate::base::Language;

use super::letter::is_alphanumeric;

/// The marks that are open.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks are open or not, each by itself"
)]
pub(super) struct Quotes {
    /// Whether „ has been opened and not closed.
    low: bool,
    /// Whether » has been opened and not closed.
    reversed: bool,
    /// Whether a straight mark is open.
    straight: bool,
    /// Whether the language may open by ».
    may_reverse: bool,
}

impl Quotes {
    pub(super) fn new(language: Language) -> Self {
        Self {
            low: false,
            reversed: false,
            straight: false,
            may_reverse: matches!(
                language.code(),
                "de" | "da" | "sl" | "hr" | "hu" | "cs" | "sk"
            ),
        }
    }

    /// Forgets what is open, at the end of a paragraph.
    pub(super) fn reset(&mut self) {
        self.low = false;
        self.reversed = false;
        self.straight = false;
    }

    /// Takes note of `mark`, in the order of the text; `before` stands before it.
    pub(super) fn pass(&mut self, mark: char, before: Option<char>) {
        match mark {
            '„' => self.low = true,
            '“' | '”' => self.low = false,
            '"' => self.straight = !self.straight,
            '»' => {
                let opens = before.is_none_or(|c| !is_alphanumeric(c) && !is_end(c));
                self.reversed = self.may_reverse && !self.reversed && opens;
            }
            '«' => self.reversed = false,
            _ => {}
        }
    }

    /// Whether `mark` closes a quotation, or a bracket.
    pub(super) fn closes(self, mark: char) -> bool {
        match mark {
            '”' | '’' | '\'' | '›' | ')' | ']' | '」' | '』' | '）' | '】' => true,
            '“' => self.low,
            '»' => !self.may_reverse || !self.reversed,
            '«' => self.reversed,
            '"' => self.straight,
            _ => false,
        }
    }

    /// Whether "»" closes a quotation behind a blank, as in French. Where it may open one
    /// too, as in German, no blank stands before the mark that closes.
    pub(super) fn closes_after_blank(self) -> bool {
        !self.may_reverse
    }
}

/// Whether `character` can stand before the first letter of a sentence.
pub(super) fn opens(character: char) -> bool {
    matches!(
        character,
        '“' | '„'
            | '"'
            | '\''
            | '‘'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '('
            | '['
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '（'
            | '—'
            | '–'
            | '-'
            | '”'
    )
}

/// Whether `character` ends sentences.
pub(super) fn is_end(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…') || is_clear_end(character)
}

/// The same where it can be nothing else: full stops of scripts that use them for
/// nothing besides.
pub(super) fn is_clear_end(character: char) -> bool {
    matches!(
        character,
        '。' | '！' | '？' | '｡' | '．' | '؟' | '۔' | '।' | '॥' | '։' | '။' | '។' | '።'
    )
}
