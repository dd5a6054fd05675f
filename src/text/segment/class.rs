//! What a character means to UAX #29, for the characters that most news is made of.
//!
//! A table for ASCII, and a few ranges for the rest of Latin, Greek, Cyrillic and the
//! usual quotation marks and dashes. Whatever has rules of its own (combining marks,
//! joiners, scripts without blanks, emoji) is [`Class::Rare`] and goes the plain way.

/// Word_Break property of a character, as far as words of common characters need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter that words are made of (`ALetter`).
    Letter,
    /// A figure (`Numeric`).
    Digit,
    /// The low line, which joins either (`ExtendNumLet`).
    Joiner,
    /// Joins letters: the colon (`MidLetter`).
    MidLetter,
    /// Joins figures: comma and semicolon (`MidNum`).
    MidDigit,
    /// Joins either: full stop and apostrophes (`MidNumLet`, `Single_Quote`).
    Mid,
    /// Stands between words, whatever is around it.
    Between,
    /// Not known here.
    Rare,
}

/// The class of every character of one or two bytes, at its code point.
static CLASSES: [Class; 0x800] = classes();

const fn classes() -> [Class; 0x800] {
    let mut classes = [Class::Rare; 0x800];
    let mut first = 0;
    while first < 0x80 {
        classes[first as usize] = one_byte(first);
        first += 1;
    }
    let mut code: u16 = 0x80;
    while code < 0x800 {
        let [second, first] = (code << 2).to_le_bytes();
        classes[code as usize] = two_bytes(0xC0 | first, 0x80 | (second >> 2));
        code += 1;
    }
    classes
}

/// The class of the character that begins at byte `at`, and its length in bytes; `None`
/// at the end.
#[inline]
pub(super) fn class_at(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let first = *bytes.get(at)?;
    if first.is_ascii() {
        return Some((CLASSES[usize::from(first)], 1));
    }
    let second = bytes.get(at + 1).copied().unwrap_or_default();
    if first < 0xE0 {
        let code = (usize::from(first & 0x1F) << 6) | usize::from(second & 0x3F);
        return Some((CLASSES[code], 2));
    }
    let third = bytes.get(at + 2).copied().unwrap_or_default();
    let len = if first < 0xF0 { 3 } else { 4 };
    Some((three_bytes(first, second, third), len))
}

const fn one_byte(byte: u8) -> Class {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b'_' => Class::Joiner,
        b':' => Class::MidLetter,
        b',' | b';' => Class::MidDigit,
        b'.' | b'\'' => Class::Mid,
        _ => Class::Between,
    }
}

/// U+0080 to U+07FF, by the two bytes of UTF-8.
#[expect(clippy::match_same_arms, reason = "rows in the order of Unicode")]
const fn two_bytes(first: u8, second: u8) -> Class {
    match (first, second) {
        // ª µ º; the middle dot of Catalan.
        (0xC2, 0xAA | 0xB5 | 0xBA) => Class::Letter,
        (0xC2, 0xB7) => Class::MidLetter,
        // The soft hyphen; accents that stand alone, a cedilla being a letter to UAX #29.
        (0xC2, 0xA8 | 0xAD | 0xAF | 0xB4 | 0xB8) => Class::Rare,
        // The rest of Latin-1's signs; × and ÷.
        (0xC2, _) | (0xC3, 0x97 | 0xB7) => Class::Between,
        // Latin-1 to the modifier letters, U+00C0 to U+02BF.
        (0xC3..=0xCA, _) => Class::Letter,
        // Greek from U+0386, without the middle dot and what is not assigned.
        (0xCE, 0x86 | 0x88..=0x8A | 0x8C | 0x8E..=0xA1 | 0xA3..=0xBF) => Class::Letter,
        // Its last row without U+03F6, a sign; Cyrillic without its combining marks.
        (0xCF, 0xB6) => Class::Rare,
        (0xCF..=0xD1 | 0xD3, _) => Class::Letter,
        (0xD2, 0x80 | 0x81 | 0x8A..) | (0xD4, ..0xB0) => Class::Letter,
        _ => Class::Rare,
    }
}

/// Spaces, dashes, quotation marks and the euro sign.
fn three_bytes(first: u8, second: u8, third: u8) -> Class {
    match (first, second, third) {
        (0xE2, 0x80, 0x98 | 0x99) => Class::Mid,
        (0xE2, 0x80, 0x80..=0x8A | 0x90..=0x97 | 0x9A..=0xA3 | 0xA5 | 0xA6 | 0xB0..=0xBE)
        | (0xE2, 0x82, 0xAC) => Class::Between,
        _ => Class::Rare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_knows_the_length_of_its_character() {
        for (character, class) in [
            ('a', Class::Letter),
            ('é', Class::Letter),
            ('Ж', Class::Letter),
            ('λ', Class::Letter),
            ('7', Class::Digit),
            ('’', Class::Mid),
            ('“', Class::Between),
            ('€', Class::Between),
            ('\u{301}', Class::Rare),
            ('\u{200D}', Class::Rare),
            ('高', Class::Rare),
            ('👩', Class::Rare),
        ] {
            let text = character.to_string();
            let expected = Some((class, character.len_utf8()));
            assert_eq!(class_at(text.as_bytes(), 0), expected, "{character}");
        }
    }
}
