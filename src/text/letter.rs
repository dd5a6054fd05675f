//! What Unicode says of a letter, by a table for the alphabets that most news is written in.
//!
//! The standard library looks whatever is not ASCII up in compressed sets, which for a
//! Cyrillic letter takes as long as to read a word. So what it answers is asked once, and
//! kept, for the characters up to the Georgian ones: Latin, Greek, Cyrillic, Hebrew, Arabic,
//! the scripts of India, Thai. Chinese, Japanese and Korean letters are all alike. All
//! others are asked about each time.

use std::sync::LazyLock;

/// A character, and what Unicode says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The first character of it in lower case.
    lower: char,
    properties: u8,
}

/// Characters up to the Georgian ones.
const KNOWN: usize = 0x1100;

static TABLE: LazyLock<[Letter; KNOWN]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let character = u32::try_from(code).ok().and_then(char::from_u32);
        Letter::asked(character.unwrap_or_default())
    })
});

impl Letter {
    const ALPHABETIC: u8 = 1;
    const UPPERCASE: u8 = 2;
    const LOWERCASE: u8 = 4;
    const NUMERIC: u8 = 8;

    /// `character` as a letter.
    #[inline]
    pub(crate) fn of(character: char) -> Self {
        if let Some(known) = TABLE.get(character as usize) {
            return *known;
        }
        match character {
            // Kana, Han characters and Hangul, which have no case.
            '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7A3}' => Self {
                lower: character,
                properties: Self::ALPHABETIC,
            },
            _ => Self::asked(character),
        }
    }

    #[inline(never)]
    fn asked(character: char) -> Self {
        let mut properties = 0;
        for (property, is_so) in [
            (Self::ALPHABETIC, character.is_alphabetic()),
            (Self::UPPERCASE, character.is_uppercase()),
            (Self::LOWERCASE, character.is_lowercase()),
            (Self::NUMERIC, character.is_numeric()),
        ] {
            properties |= if is_so { property } else { 0 };
        }
        Self {
            lower: character.to_lowercase().next().unwrap_or(character),
            properties,
        }
    }

    /// The first character of it in lower case.
    pub(crate) fn lower(self) -> char {
        self.lower
    }

    /// As [`char::is_alphabetic`].
    pub(crate) fn is_alphabetic(self) -> bool {
        self.properties & Self::ALPHABETIC > 0
    }

    /// As [`char::is_alphanumeric`].
    pub(crate) fn is_alphanumeric(self) -> bool {
        self.properties & (Self::ALPHABETIC | Self::NUMERIC) > 0
    }

    /// As [`char::is_uppercase`].
    pub(crate) fn is_uppercase(self) -> bool {
        self.properties & Self::UPPERCASE > 0
    }

    /// As [`char::is_lowercase`].
    pub(crate) fn is_lowercase(self) -> bool {
        self.properties & Self::LOWERCASE > 0
    }

    /// As [`char::is_numeric`].
    pub(crate) fn is_numeric(self) -> bool {
        self.properties & Self::NUMERIC > 0
    }
}

/// As [`char::is_alphabetic`], by the table.
#[inline]
pub(crate) fn is_alphabetic(character: char) -> bool {
    Letter::of(character).is_alphabetic()
}

/// As [`char::is_alphanumeric`], by the table.
#[inline]
pub(crate) fn is_alphanumeric(character: char) -> bool {
    Letter::of(character).is_alphanumeric()
}

/// As [`char::is_uppercase`], by the table.
#[inline]
pub(crate) fn is_uppercase(character: char) -> bool {
    Letter::of(character).is_uppercase()
}

/// As [`char::is_lowercase`], by the table.
#[inline]
pub(crate) fn is_lowercase(character: char) -> bool {
    Letter::of(character).is_lowercase()
}

/// As [`char::is_numeric`], by the table.
#[inline]
pub(crate) fn is_numeric(character: char) -> bool {
    Letter::of(character).is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_the_standard_library_says() {
        for character in '\0'..=char::MAX {
            let letter = Letter::of(character);
            let told = [
                letter.is_alphabetic() == character.is_alphabetic(),
                letter.is_alphanumeric() == character.is_alphanumeric(),
                letter.is_uppercase() == character.is_uppercase(),
                letter.is_lowercase() == character.is_lowercase(),
                letter.is_numeric() == character.is_numeric(),
                Some(letter.lower()) == character.to_lowercase().next(),
            ];
            assert_eq!(told, [true; 6], "{character:?}");
        }
    }
}
