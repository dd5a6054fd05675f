//! Which side of a quotation a mark can stand on, by the characters beside it.

/// The characters beside a mark.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

impl Sides {
    pub(super) fn of(text: &str, start: usize, end: usize) -> Self {
        Self {
            before: text.get(..start).and_then(|t| t.chars().next_back()),
            after: text.get(end..).and_then(|t| t.chars().next()),
        }
    }

    /// A blank or an opening mark before, a word behind.
    pub(super) fn can_open(self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || opens(c))
            && self.after.is_some_and(|c| !c.is_whitespace() && !ends(c))
    }

    /// A word before, none behind.
    pub(super) fn can_close(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !opens(c))
            && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    /// Between the end of a sentence and a word, without a blank.
    pub(super) fn is_glued(self) -> bool {
        self.before.is_some_and(ends) && self.after.is_some_and(char::is_alphanumeric)
    }

    pub(super) fn is_in_word(self) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_letter(self.before) && is_letter(self.after)
    }

    pub(super) fn stands_alone(self) -> bool {
        self.before.is_none_or(char::is_whitespace) && self.after == Some(' ')
    }
}

/// Whether the mark at byte `at` is one of inches or seconds: a figure is before it, and
/// feet or minutes before that (6'2").
pub(super) fn is_inch(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let unit = before.trim_end_matches(|c: char| c.is_ascii_digit());
    unit.len() < before.len()
        && unit.ends_with(['\'', '’', '′'])
        && unit
            .trim_end_matches(['\'', '’', '′'])
            .ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a quotation may open right behind `character`.
fn opens(character: char) -> bool {
    matches!(
        character,
        '(' | '['
            | '{'
            | '—'
            | '–'
            | '-'
            | '/'
            | '“'
            | '„'
            | '"'
            | '‘'
            | '\''
            | '«'
            | '‹'
            | '¿'
            | '¡'
            | '>'
            | '|'
    )
}

/// Whether a quotation may close right behind `character`, and none open before it.
fn ends(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | '!' | '?' | ';' | ':' | '…' | ')' | ']' | '}'
    )
}

/// The next line end or quotation mark at or behind byte `at`.
pub(super) fn next_mark(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let may_be = |(index, byte): (usize, &u8)| match byte {
        b'\n' | b'"' | b'\'' | b'`' => true,
        // « and », the general punctuation, CJK punctuation, the full-width forms.
        0xC2 => matches!(rest.get(index + 1), Some(0xAB | 0xBB)),
        0xE2 | 0xE3 => rest.get(index + 1) == Some(&0x80),
        0xEF => rest.get(index + 1) == Some(&0xBC),
        _ => false,
    };
    rest.iter()
        .enumerate()
        .position(may_be)
        .map(|next| at + next)
}
