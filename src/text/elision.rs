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

/// Length of the elided word at the head of `word`, with its apostrophe; 0 where there is
/// none.
pub(crate) fn elision_len(word: &str, language: Language) -> usize {
    let Some(at) = word.find(['\'', '’', 'ʼ']) else {
        return 0;
    };
    let Some((_, list)) = ELIDED.iter().find(|(code, _)| *code == language.code()) else {
        return 0;
    };
    let (head, rest) = word.split_at_checked(at).unwrap_or_default();
    let apostrophe = rest.chars().next().map_or(0, char::len_utf8);
    let is_elided = list.split(' ').any(|each| each.eq_ignore_ascii_case(head));
    if is_elided && rest.len() > apostrophe {
        at + apostrophe
    } else {
        0
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
            let language = Language::from_code(code).unwrap();
            let elided = word.get(..elision_len(word, language));
            assert_eq!(elided, Some(expected), "{code}: {word}");
        }
    }
}
