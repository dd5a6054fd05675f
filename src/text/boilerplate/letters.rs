//! A stretch of text as the rules compare it: lower case, without marks on letters, with
//! one kind of blank, quotation mark and dash, and with the way back to the bytes.

use icu_normalizer::properties::{
    CanonicalDecomposition, CanonicalDecompositionBorrowed, Decomposed,
};

/// One character of a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// As the rules compare it.
    pub folded: char,
    /// As it stands in the text.
    pub raw: char,
    /// Its first byte, counted from where the stretch begins.
    pub at: usize,
}

/// Reads `text`, blanks in a row as one and none at the ends.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (at, raw) in text.char_indices() {
        let Some(folded) = fold(raw) else { continue };
        if folded == ' ' && letters.last().is_none_or(|last| last.folded == ' ') {
            continue;
        }
        letters.push(Letter { folded, raw, at });
    }
    if letters.last().is_some_and(|last| last.folded == ' ') {
        letters.pop();
    }
    letters
}

/// As the rules compare `raw`; none for what is not seen, or stands on another letter.
pub(super) fn fold(raw: char) -> Option<char> {
    if raw.is_ascii() {
        return Some(match raw {
            '\t' | '\n' | '\r' => ' ',
            _ => raw.to_ascii_lowercase(),
        });
    }
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
    let Some(this) = letters.get(index) else {
        return false;
    };
    let Some(before) = index.checked_sub(1).and_then(|i| letters.get(i)) else {
        return true;
    };
    !before.folded.is_alphanumeric()
        || this.folded == '©'
        || is_unspaced(this.folded)
        || is_unspaced(before.folded)
        || is_glued(before.raw, this.raw)
}

/// Whether a word that begins with `next` is glued to one that ends with `before`.
pub(super) fn is_glued(before: char, next: char) -> bool {
    (before.is_lowercase() && next.is_uppercase())
        || (before.is_numeric() && next.is_uppercase())
        || (before.is_alphabetic() && next.is_ascii_digit())
        || (is_unspaced(before) != is_unspaced(next))
}

/// How many words `letters` hold; two characters of Chinese or Japanese count as one.
pub(super) fn count_words(letters: &[Letter]) -> usize {
    let mut n_words = 0;
    let mut n_unspaced = 0;
    let mut within = false;
    for letter in letters {
        let counts = letter.folded.is_alphanumeric() && !is_unspaced(letter.folded);
        n_unspaced += usize::from(is_unspaced(letter.folded));
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
