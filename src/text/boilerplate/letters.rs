//! A stretch of text as the rules compare it: lower case, without marks on letters, with
//! one kind of blank, quotation mark and dash, and with the way back to the bytes.

use std::sync::LazyLock;

use icu_normalizer::properties::{
    CanonicalDecomposition, CanonicalDecompositionBorrowed, Decomposed,
};

use super::super::letter::{
    is_alphabetic, is_alphanumeric, is_lowercase, is_numeric, is_uppercase,
};
use super::phrase::may_begin_phrase;

/// One character of a stretch.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that are independent of one another"
)]
pub(super) struct Letter {
    /// As the rules compare it.
    pub folded: char,
    /// As it stands in the text.
    pub raw: char,
    /// Its first byte, counted from where the stretch begins.
    pub at: usize,
    /// Whether it is a letter or a figure. Kept, with the next two, since rules ask for
    /// each letter many times.
    pub is_alphanumeric: bool,
    /// Whether it belongs to a script that is written without blanks.
    pub is_unspaced: bool,
    /// Whether a word begins here by what stands before.
    begins_word: bool,
    /// Whether a set phrase may begin here, by its first letters.
    pub may_begin_phrase: bool,
}

impl Letter {
    #[inline]
    fn new(folded: char, raw: char, at: usize, before: Option<&Self>) -> Self {
        let mut letter = Self {
            folded,
            raw,
            at,
            is_alphanumeric: is_alphanumeric(folded),
            is_unspaced: is_unspaced(folded),
            begins_word: false,
            may_begin_phrase: false,
        };
        letter.begins_word = before.is_none_or(|before| {
            !before.is_alphanumeric
                || folded == '©'
                || letter.is_unspaced
                || before.is_unspaced
                || is_glued(before.raw, raw)
        });
        letter
    }
}

/// Reads `text`, blanks in a row as one and none at the ends.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (at, raw) in text.char_indices() {
        let Some(folded) = fold(raw) else {
            continue;
        };
        let before = letters.last();
        if folded != ' ' || before.is_some_and(|before| before.folded != ' ') {
            letters.push(Letter::new(folded, raw, at, before));
        }
    }
    if letters.last().is_some_and(|last| last.folded == ' ') {
        letters.pop();
    }
    // A phrase is looked for from its end, so that what follows each letter is known.
    let mut head = ['\0'; 4];
    for letter in letters.iter_mut().rev() {
        let [a, b, c, _] = head;
        head = [letter.folded, a, b, c];
        let may_begin = letter.begins_word || !letter.is_alphanumeric;
        letter.may_begin_phrase = may_begin && letter.folded != ' ' && may_begin_phrase(head);
    }
    letters
}

/// Reads `text` character by character: where each begins, how the rules compare it, how it
/// stands there. Blanks in a row are one, and there is none at the beginning.
pub(super) fn folds(text: &str) -> impl Iterator<Item = (usize, char, char)> + Clone {
    let mut behind_blank = true;
    text.char_indices().filter_map(move |(at, raw)| {
        let folded = fold(raw)?;
        let is_blank = folded == ' ';
        let again = is_blank && behind_blank;
        behind_blank = is_blank;
        (!again).then_some((at, folded, raw))
    })
}

/// As the rules compare `raw`; none for what is not seen, or stands on another letter.
#[inline]
pub(super) fn fold(raw: char) -> Option<char> {
    if raw.is_ascii() {
        return Some(match raw {
            '\t' | '\n' | '\r' => ' ',
            _ => raw.to_ascii_lowercase(),
        });
    }
    match SMALL.get(raw as usize) {
        Some(character) => character.folded,
        None => fold_other(raw),
    }
}

/// Whether `raw` divides the items of a menu.
#[inline]
pub(super) fn is_bar(raw: char) -> bool {
    matches!(
        raw,
        '|' | '｜' | '•' | '·' | '›' | '»' | '>' | '/' | '→' | '▸'
    )
}

/// Whether `character` points to another page.
#[inline]
pub(super) fn is_arrow(character: char) -> bool {
    matches!(character, '←' | '→')
}

/// What is known of a character below U+0800: Latin, Greek, Cyrillic, Hebrew and Arabic.
#[derive(Clone, Copy)]
struct Small {
    folded: Option<char>,
    traits: Traits,
}

/// All of them; Unicode's own tables take ten times as long to look into.
static SMALL: LazyLock<[Small; 0x800]> = LazyLock::new(|| {
    let of = |code: usize| {
        let raw = u32::try_from(code).ok().and_then(char::from_u32);
        let raw = raw.unwrap_or_default();
        let ascii = raw.is_ascii().then(|| fold(raw)).flatten();
        let folded = ascii.or_else(|| fold_other(raw));
        let traits = Traits::new(folded, raw);
        Small { folded, traits }
    };
    std::array::from_fn(of)
});

/// What the rules ask of a character, a bit for each answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u8);

impl Traits {
    pub(super) const NONE: Self = Self(0);
    /// A letter or a figure.
    pub(super) const ALPHANUMERIC: Self = Self(1);
    pub(super) const ALPHABETIC: Self = Self(2);
    pub(super) const UPPERCASE: Self = Self(4);
    pub(super) const LOWERCASE: Self = Self(8);
    pub(super) const NUMERIC: Self = Self(16);
    /// Of a script that is written without blanks.
    pub(super) const UNSPACED: Self = Self(32);
    pub(super) const BLANK: Self = Self(64);
    /// Nothing that the rules see.
    pub(super) const DROPPED: Self = Self(128);

    /// Those of `raw`.
    #[inline]
    pub(super) fn of(raw: char) -> Self {
        match SMALL.get(raw as usize) {
            Some(character) => character.traits,
            None => Self::new(fold(raw), raw),
        }
    }

    fn new(folded: Option<char>, raw: char) -> Self {
        let Some(folded) = folded else {
            return Self::DROPPED;
        };
        let all = [
            (Self::ALPHANUMERIC, is_alphanumeric(folded)),
            (Self::ALPHABETIC, is_alphabetic(raw)),
            (Self::UPPERCASE, is_uppercase(raw)),
            (Self::LOWERCASE, is_lowercase(raw)),
            (Self::NUMERIC, is_numeric(raw)),
            (Self::UNSPACED, is_unspaced(raw)),
            (Self::BLANK, folded == ' '),
        ];
        let held = all.iter().filter(|(_, holds)| *holds);
        held.fold(Self(0), |traits, (each, _)| traits.and(*each))
    }

    #[inline]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `wanted` holds.
    #[inline]
    pub(super) const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }

    /// [`is_glued`] by what is known of both; figures of other scripts count as well.
    #[inline]
    pub(super) const fn may_be_glued(self, next: Self) -> bool {
        (next.has(Self::UPPERCASE) && self.has(Self::LOWERCASE.and(Self::NUMERIC)))
            || (self.has(Self::ALPHABETIC) && next.has(Self::NUMERIC))
            || (self.has(Self::UNSPACED) != next.has(Self::UNSPACED))
    }
}

fn fold_other(raw: char) -> Option<char> {
    let folded = match raw {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE0E}' | '\u{FE0F}' | '\u{AD}' => {
            return None;
        }
        '’' | '‘' | 'ʼ' | '＇' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '‟' => '"',
        '‐'..='―' | '−' => '-',
        '：' => ':',
        '｜' => '|',
        // Turkish writes it without a dot, and its capital is that of i elsewhere.
        'ı' => 'i',
        'ł' | 'Ł' => 'l',
        _ if raw.is_whitespace() => ' ',
        _ => bare(raw.to_lowercase().next().unwrap_or(raw)),
    };
    Some(folded)
}

/// `letter` without the marks that stand above or below.
fn bare(letter: char) -> char {
    const MARKS: CanonicalDecompositionBorrowed<'static> = CanonicalDecomposition::new();
    let mut letter = letter;
    while let Decomposed::Expansion(base, '\u{300}'..='\u{36F}') = MARKS.decompose(letter) {
        letter = base;
    }
    letter
}

/// Whether `letter` belongs to a script that is written without blanks.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{E00}'..='\u{EFF}')
}

/// Whether a word begins at `index`: behind a blank or a mark, or behind a small letter
/// or a figure that a capital is glued to, as in "BordersBERLIN".
pub(super) fn begins_word(letters: &[Letter], index: usize) -> bool {
    // What stands before the first letter is none of the stretch.
    let here = letters.get(index);
    here.is_some_and(|letter| index == 0 || letter.begins_word)
}

/// Whether a word that begins with `next` is glued to one that ends with `before`.
#[inline]
pub(super) fn is_glued(before: char, next: char) -> bool {
    // Nearly all letters of nearly all texts.
    if before.is_ascii() && next.is_ascii_lowercase() {
        return false;
    }
    (is_uppercase(next) && (is_lowercase(before) || is_numeric(before)))
        || (is_alphabetic(before) && next.is_ascii_digit())
        || (is_unspaced(before) != is_unspaced(next))
}

/// How many words `letters` hold; two characters of Chinese or Japanese count as one.
pub(super) fn count_words(letters: &[Letter]) -> usize {
    let mut n_words = 0;
    let mut n_unspaced = 0;
    let mut within = false;
    for letter in letters {
        let counts = letter.is_alphanumeric && !letter.is_unspaced;
        n_unspaced += usize::from(letter.is_unspaced);
        n_words += usize::from(counts && !within);
        within = counts || (within && matches!(letter.folded, '\'' | '-' | '.' | ','));
    }
    n_words + n_unspaced.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        letters(text).iter().map(|letter| letter.folded).collect()
    }

    #[test]
    fn what_looks_alike_is_alike() {
        let cases = [
            ("capitals", "À LIRE AUSSI", "a lire aussi"),
            ("blanks", "  Sign\u{A0}\t up ", "sign up"),
            ("apostrophes", "Aujourd’hui", "aujourd'hui"),
            ("a decomposed letter", "Actualite\u{301}", "actualite"),
            ("Turkish", "İLGİLİ DAHA fazlası", "ilgili daha fazlasi"),
            ("kana keep their marks", "がん", "がん"),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(folded(text), expected, "{rule}");
        }
    }

    #[test]
    fn words_are_counted_where_none_are_divided() {
        for (text, expected) in [("two words", 2), ("it's 3.5", 2), ("他们说好", 2), ("", 0)] {
            assert_eq!(count_words(&letters(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_capital_behind_a_small_letter_begins_a_word() {
        let glued = letters("BordersBERLIN");
        let begins: Vec<_> = (0..glued.len())
            .filter(|i| begins_word(&glued, *i))
            .collect();
        assert_eq!(begins, [0, 7]);
    }
}
