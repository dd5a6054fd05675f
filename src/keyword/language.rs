//! What keywords go by that differs from language to language: a row each.

use crate::base::Language;

/// What a language has of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ways {
    /// What joins two nouns to a phrase, in small letters.
    pub(super) connectors: &'static [&'static str],
    /// Whether adjectives stand behind their noun as often as before it.
    pub(super) adjectives_behind: bool,
    /// Whether every noun has a capital, and its adjectives have none: capitals tell no names.
    pub(super) capital_nouns: bool,
    /// Endings of adjectives before a noun, where nouns are told by their capitals.
    pub(super) adjective_endings: &'static [&'static str],
    /// What stands before a participle that is no adjective there: "ha approvato".
    pub(super) auxiliaries: &'static [&'static str],
    /// How an ending is told that is no part of a word.
    pub(super) genitive: Genitive,
    /// What stands before a noun, where words in "-ing" are gerunds behind anything else:
    /// "mining data", but "the housing market".
    pub(super) before_gerund_nouns: &'static [&'static str],
}

/// How a genitive is written, as far as it is no part of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Genitive {
    /// Not at all.
    None,
    /// As "Ukraine's".
    S,
    /// By whatever stands behind the apostrophe of a name: "Ankara'nın".
    Apostrophe,
}

impl Ways {
    const NONE: Self = Self {
        connectors: &[],
        adjectives_behind: false,
        capital_nouns: false,
        adjective_endings: &[],
        auxiliaries: &[],
        genitive: Genitive::None,
        before_gerund_nouns: &[],
    };

    const ADJECTIVES_BEHIND: Self = Self {
        adjectives_behind: true,
        ..Self::NONE
    };

    /// Those of `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        let row = WAYS.iter().find(|(code, _)| *code == language.code());
        row.map_or(&Self::NONE, |(_, ways)| ways)
    }
}

impl Genitive {
    /// Bytes at the end of `written` that are a genitive's.
    pub(super) fn len(self, written: &str) -> usize {
        match self {
            Self::S => {
                let Some(without) = written.strip_suffix(['s', 'S']) else {
                    return 0;
                };
                let word = without.strip_suffix(['\'', '’']).unwrap_or_default();
                if word.is_empty() {
                    return 0;
                }
                written.len() - word.len()
            }
            Self::Apostrophe if written.starts_with(char::is_uppercase) => {
                written.find(['\'', '’']).map_or(0, |at| written.len() - at)
            }
            Self::Apostrophe | Self::None => 0,
        }
    }
}

/// By code of language.
static WAYS: &[(&str, Ways)] = &[
    ("ar", Ways::ADJECTIVES_BEHIND),
    (
        "ca",
        Ways {
            connectors: &["de", "del", "dels", "d", "la", "l", "les"],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    (
        "de",
        Ways {
            connectors: &["von", "vom", "zu"],
            capital_nouns: true,
            adjective_endings: &["e", "er", "es", "em", "en"],
            ..Ways::NONE
        },
    ),
    (
        "en",
        Ways {
            connectors: &["of"],
            genitive: Genitive::S,
            before_gerund_nouns: &[
                "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her",
                "our", "any",
            ],
            ..Ways::NONE
        },
    ),
    (
        "es",
        Ways {
            connectors: &["de", "del", "la", "las", "los"],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    ("fa", Ways::ADJECTIVES_BEHIND),
    (
        "fr",
        Ways {
            connectors: &["de", "du", "des", "d", "la", "l", "les"],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    (
        "gl",
        Ways {
            connectors: &["de", "do", "da", "dos", "das"],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    ("he", Ways::ADJECTIVES_BEHIND),
    ("id", Ways::ADJECTIVES_BEHIND),
    (
        "it",
        Ways {
            connectors: &[
                "di", "del", "della", "dello", "dei", "degli", "delle", "dell", "d",
            ],
            auxiliaries: &[
                "ha",
                "hanno",
                "aveva",
                "avevano",
                "abbia",
                "abbiano",
                "avrà",
                "avranno",
                "avrebbe",
                "avrebbero",
                "aver",
                "avere",
                "avendo",
                "è",
                "sono",
                "era",
                "erano",
                "sia",
                "siano",
                "sarà",
                "saranno",
                "sarebbe",
                "sarebbero",
                "esser",
                "essere",
                "stato",
                "stata",
                "stati",
                "state",
                "viene",
                "vengono",
                "venne",
                "veniva",
            ],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    ("ms", Ways::ADJECTIVES_BEHIND),
    (
        "nl",
        Ways {
            connectors: &["van"],
            ..Ways::NONE
        },
    ),
    ("pl", Ways::ADJECTIVES_BEHIND),
    (
        "pt",
        Ways {
            connectors: &["de", "do", "da", "dos", "das"],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    (
        "ro",
        Ways {
            auxiliaries: &[
                "a", "au", "am", "ai", "ar", "fi", "fost", "este", "sunt", "era", "erau",
            ],
            ..Ways::ADJECTIVES_BEHIND
        },
    ),
    (
        "tr",
        Ways {
            genitive: Genitive::Apostrophe,
            ..Ways::NONE
        },
    ),
    ("vi", Ways::ADJECTIVES_BEHIND),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_language_that_is_served_and_none_comes_twice() {
        for (i, (code, _)) in WAYS.iter().enumerate() {
            assert!(Language::from_code(code).is_some(), "{code}");
            assert!(WAYS.iter().skip(i + 1).all(|(other, _)| other != code));
        }
    }

    #[test]
    fn genitives_are_told_by_language() {
        let cases = [
            ("en", "Ukraine's", "Ukraine"),
            ("en", "UKRAINE’S", "UKRAINE"),
            ("en", "bridges", "bridges"),
            ("en", "'s", "'s"),
            ("tr", "Ankara'nın", "Ankara"),
            ("tr", "ankara'nın", "ankara'nın"),
            ("de", "Hans'", "Hans'"),
        ];
        for (code, written, expected) in cases {
            let genitive = Ways::of(Language::from_code(code).unwrap()).genitive;
            let word = written.get(..written.len() - genitive.len(written));
            assert_eq!(word, Some(expected), "{code}: {written}");
        }
    }
}
