//! Articles and prepositions that have lost their vowel to the word behind: "l'accord",
//! "dell'arte". UAX #29 takes both for one word; a reader, and a stem, do not.
//!
//! Whole words that begin alike ("aujourd'hui", "prud'homme") are in no list, and names
//! such as "O'Hara" neither.

use crate::base::Language;

/// What can stand before the apostrophe, by language, in small letters.
const ELIDED: &[(&str, &str)] = &[
    ("fr", "l d j m t n s c qu jusqu lorsqu puisqu quoiqu"),
    (
        "it",
        "l un d dell nell all dall sull coll quell quest c s m t v n gl",
    ),
    ("ca", "l d n s m t"),
];

/// The elided words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elisions(&'static str);

impl Elisions {
    /// Those of `language`; `None` where there are none.
    pub(crate) fn of(language: Language) -> Option<Self> {
        let row = ELIDED.iter().find(|(code, _)| *code == language.code());
        row.map(|(_, list)| Self(list))
    }

    /// Length of the elided word at the head of `word`, with its apostrophe; 0 where there
    /// is none.
    pub(crate) fn len(self, word: &str) -> usize {
        // Most words have no byte that an apostrophe begins with.
        let begins_apostrophe = |byte: &u8| matches!(byte, b'\'' | 0xE2 | 0xCA);
        if !word.as_bytes().iter().any(begins_apostrophe) {
            return 0;
        }
        let Some(at) = word.find(['\'', '’', 'ʼ']) else {
            return 0;
        };
        let (head, rest) = word.split_at_checked(at).unwrap_or_default();
        let apostrophe = rest.chars().next().map_or(0, char::len_utf8);
        let is_elided = self
            .0
            .split(' ')
            .any(|each| each.eq_ignore_ascii_case(head));
        if is_elided && rest.len() > apostrophe {
            at + apostrophe
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_words_are_told_by_language() {
        let cases = [
            ("fr", "l'accord", "l'"),
            ("fr", "L’Élysée", "L’"),
            ("fr", "Qu’il", "Qu’"),
            ("fr", "aujourd'hui", ""),
            ("fr", "l'", ""),
            ("fr", "O'Hara", ""),
            ("it", "dell'arte", "dell'"),
            ("ca", "d’Andorra", "d’"),
            ("en", "D'Artagnan", ""),
            ("fr", "accord", ""),
        ];
        for (code, word, expected) in cases {
            let elisions = Elisions::of(Language::from_code(code).unwrap());
            let elided = elisions.map_or(0, |elisions| elisions.len(word));
            assert_eq!(word.get(..elided), Some(expected), "{code}: {word}");
        }
    }
}
