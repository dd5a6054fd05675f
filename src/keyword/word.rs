//! Words as they are written: how each hangs on to its neighbour, and what its capitals
//! tell.

use crate::stem::{Group, Piece};
use crate::text::Letter;

use super::lexicon::Looks;
use super::reading::Case;

/// A word as it is written, in its sentence.
pub(super) struct Written<'t> {
    /// The sentence that it stands in.
    pub(super) sentence: &'t str,
    /// Where it stands there, with the signs that belong to it, and the words inside.
    pub(super) group: &'t Group,
    /// Its letters, as they stand in the text.
    pub(super) letters: &'t str,
    /// What they tell.
    pub(super) looks: Looks,
    /// Which capitals tell something in the sentence.
    pub(super) capitals: Capitals,
    /// Whether nothing stands before it.
    pub(super) opens_sentence: bool,
    /// Whether it stands right behind a word, or is short for one, and right before one with
    /// a capital.
    pub(super) before_name: bool,
}

impl Written<'_> {
    /// Whether each of its parts begins with a capital.
    pub(super) fn is_of_capitals(&self) -> bool {
        let written = |piece: Piece| piece.span.slice(self.sentence).unwrap_or_default();
        self.group.pieces().map(written).all(is_headed)
    }

    /// How its part number `i`, which is spelt so, is written.
    pub(super) fn case(&self, spelling: Spelling, i: usize) -> Case {
        if self.capitals == Capitals::All {
            Case::Plain
        } else if spelling.is_acronym() {
            Case::Acronym
        } else if self.capitals == Capitals::EveryWord {
            Case::Plain
        } else if (i > 0 || !self.opens_sentence) && spelling.headed {
            Case::Capital
        } else {
            Case::Plain
        }
    }
}

/// What letters a word has.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is so of a word is so each by itself"
)]
pub(super) struct Spelling {
    /// How many, as far as that can be counted here.
    pub(super) n_letters: u16,
    /// Whether it begins with a capital.
    pub(super) headed: bool,
    /// Whether a capital comes behind a small letter: "pH", "PhD".
    pub(super) has_capital_inside: bool,
    has_capital: bool,
    has_small: bool,
}

impl Spelling {
    /// That of nothing.
    pub(super) const NONE: Self = Self {
        n_letters: 0,
        headed: false,
        has_capital_inside: false,
        has_capital: false,
        has_small: false,
    };

    /// That of `written`.
    pub(super) fn of(written: &str) -> Self {
        let bytes = written.as_bytes();
        if bytes.iter().all(u8::is_ascii_lowercase) {
            return Self {
                n_letters: u16::try_from(bytes.len()).unwrap_or(u16::MAX),
                has_small: !bytes.is_empty(),
                ..Self::NONE
            };
        }
        let mut spelling = Self::NONE;
        for (i, character) in written.chars().enumerate() {
            let letter = Letter::of(character);
            let n_letters = spelling.n_letters;
            spelling.n_letters = n_letters.saturating_add(u16::from(letter.is_alphabetic()));
            if letter.is_uppercase() {
                spelling.headed |= i == 0;
                spelling.has_capital = true;
                spelling.has_capital_inside |= spelling.has_small;
            }
            spelling.has_small |= letter.is_lowercase();
        }
        spelling
    }

    /// Whether it has capitals and no small letters ("NATO", "U.S", "G7").
    pub(super) fn is_acronym(self) -> bool {
        self.has_capital && !self.has_small
    }

    /// Whether it is of a script with capitals.
    pub(super) fn is_cased(self) -> bool {
        self.has_capital || self.has_small
    }
}

/// Whether `written` begins with a capital.
pub(super) fn is_headed(written: &str) -> bool {
    let first = written.chars().next();
    first.is_some_and(|first| Letter::of(first).is_uppercase())
}

/// How the capitals of a sentence are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    /// As usual.
    Usual,
    /// At the head of every longer word, as in headlines: they tell nothing.
    EveryWord,
    /// Throughout: they tell nothing, and nothing is an acronym.
    All,
}

impl Capitals {
    /// Those of `sentence`.
    pub(super) fn of(sentence: &str) -> Self {
        let is_small = |c: char| {
            let letter = Letter::of(c);
            letter.is_alphabetic() && !letter.is_uppercase()
        };
        if !sentence.contains(is_small) {
            return Self::All;
        }
        if sentence.len() > TITLE_BYTES_MAX || sentence.ends_with(['.', '!', '”', '"']) {
            return Self::Usual;
        }
        let mut n_capitals = 0;
        let is_between = |c: char| !Letter::of(c).is_alphanumeric() && !is_inside(c);
        for word in sentence.split(is_between) {
            let is_long = word.len() >= TITLE_WORD_BYTES_MIN;
            match word.chars().next().map(Letter::of) {
                Some(first) if first.is_uppercase() => n_capitals += usize::from(is_long),
                Some(first) if is_long && first.is_lowercase() => return Self::Usual,
                _ => {}
            }
        }
        if n_capitals < TITLE_CAPITALS_MIN {
            return Self::Usual;
        }
        Self::EveryWord
    }
}

/// Whether `character` can stand inside a word.
fn is_inside(character: char) -> bool {
    matches!(character, '\'' | '’' | '-')
}

/// Longer sentences are no headlines.
const TITLE_BYTES_MAX: usize = 200;

/// Shorter words are written small in headlines too: "of", "with", "from".
const TITLE_WORD_BYTES_MIN: usize = 5;

/// Fewer capitals in a line may be those of a name.
const TITLE_CAPITALS_MIN: usize = 4;

/// Whether the word behind `left` is the next one of its chunk, where `between` stands
/// between the two.
pub(super) fn is_joined(left: &str, between: &str, right: &str) -> bool {
    match between {
        // Blank, no-break space, thin space, narrow no-break space.
        " " | "\u{a0}" | "\u{2009}" | "\u{202f}" => true,
        "" => {
            left.ends_with(['\'', '’', 'ʼ'])
                || left.ends_with(is_unspaced) && right.starts_with(is_unspaced)
        }
        " & " => is_headed(left) && is_headed(right),
        "/" => [left, right]
            .iter()
            .all(|side| Spelling::of(side).is_acronym() && side.len() > 1),
        // An initial, or a title: "John F. Kennedy", "Sen. Wells".
        ". " | ".\u{a0}" => is_shortened(left) && is_headed(right),
        // A line that was broken by its width, since the sentence goes on.
        _ => between.matches('\n').count() == 1 && between.trim().is_empty(),
    }
}

/// Whether `written` could be an initial or the abbreviation of a title.
fn is_shortened(written: &str) -> bool {
    is_headed(written) && written.chars().nth(SHORTENED_LETTERS_MAX).is_none()
}

/// Letters of "Sgt", "Prof", "Sen".
const SHORTENED_LETTERS_MAX: usize = 4;

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
