//! The words by which speakers are told, a table a language.
//!
//! The verbs that news puts beside speech, and the words that may stand between them and a
//! name. Right behind speech any verb will do; elsewhere a verb that is missing costs a
//! speaker, and one too many makes one up.

mod dutch;
mod english;
mod german;
mod romance;
mod slavic;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::base::Language;

/// Words in small letters.
#[derive(Debug, Default)]
pub(super) struct Words(FxHashSet<&'static str>);

impl Words {
    /// The words of `list`, divided by blanks.
    fn of(list: &'static str) -> Self {
        Self(list.split_whitespace().collect())
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The words of one language, all in small letters.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Verbs of saying with a subject of their own.
    pub(super) says: Words,
    /// The same as participles, whose subject is that of the verb before.
    pub(super) saying: Words,
    /// What may stand between subject and verb: auxiliaries and adverbs.
    pub(super) between: Words,
    /// Auxiliaries by which the subject is no speaker: "was told".
    pub(super) passive: Words,
    /// One person: he, she.
    pub(super) pronouns: Words,
    /// Pronouns that name nobody whom the text would name: they, it, I.
    pub(super) others: Words,
    /// Relative pronouns.
    pub(super) relatives: Words,
    /// And, but: the subject is that of the verb before.
    pub(super) conjunctions: Words,
    /// What stands before a name that is a source, words divided by blanks.
    pub(super) according: &'static [&'static str],
    /// Definite articles.
    pub(super) articles: Words,
    /// Indefinite articles, of subjects.
    pub(super) indefinite: Words,
    /// Articles of other cases, both kinds.
    pub(super) declined: Words,
    /// Reflexive pronouns, which stand between a verb and the subject behind it.
    pub(super) reflexives: Words,
    /// Days, which stand between subject and verb as adverbs do, with "on" before them.
    pub(super) days: Words,
    /// Words before a name that are none of it: offices, ranks.
    pub(super) titles: Words,
    /// Ends of such words, where the language makes compounds.
    pub(super) title_ends: &'static [&'static str],
    /// Words after a name that make it an institution: "Biden administration".
    pub(super) institutions: Words,
    /// Ends of nouns that stand for a person: "the minister", "the chairwoman".
    pub(super) person_ends: &'static [&'static str],
    /// Nouns with such an end that do not.
    pub(super) things: Words,
    /// What stands before a judgement in marks that is its subject's: "as “impossible”".
    pub(super) as_words: Words,
    /// Ends of verbs whose subject is one person, whichever verb that is: one stands right
    /// behind speech. Strong verbs of German and Dutch have theirs with what may be before.
    pub(super) verb_ends: &'static [&'static str],
    /// Prepositions and adverbs with such an end.
    pub(super) no_verbs: Words,
    /// First names that are as long as offices, or end as they or as owners do.
    pub(super) first_names: Words,
    /// Ends that only verbs have, those of the past, where no pronoun is needed.
    pub(super) past_ends: &'static [&'static str],
    /// What a main clause may begin with in place of its subject, which then stands behind
    /// the verb: adverbs, prepositions and articles of other cases.
    pub(super) openers: Words,
    /// Auxiliaries, where the clause stands between them and the verb: "hatte … gesagt".
    pub(super) auxiliaries: Words,
    /// What a subordinate clause begins with, before its subject.
    pub(super) subordinating: Words,
    /// Whether a verb needs no pronoun beside it.
    pub(super) drops_pronouns: bool,
    /// Titles that are as often the last names of people: Stephen King.
    pub(super) surnames: Words,
    /// Whether all nouns have capitals, and not names alone.
    pub(super) nouns_have_capitals: bool,
}

impl Table {
    /// The table of `language`; where there is none, one without a word in it, by which
    /// names before a colon are still told.
    pub(super) fn of(language: Language) -> &'static Self {
        match language.code() {
            "und" | "en" => &english::ENGLISH,
            "de" => &german::GERMAN,
            "fr" => &romance::FRENCH,
            "es" => &romance::SPANISH,
            "it" => &romance::ITALIAN,
            "pt" => &romance::PORTUGUESE,
            "nl" => &dutch::DUTCH,
            "ru" => &slavic::RUSSIAN,
            "pl" => &slavic::POLISH,
            _ => &NONE,
        }
    }
}

/// Words within names, of several languages.
pub(super) const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la",
    "le", "al", "bin", "bint", "ibn", "el", "ben", "ter", "ten", "zu", "af", "av",
];

static NONE: LazyLock<Table> = LazyLock::new(Table::default);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_names_can_be_met() {
        for code in ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl"] {
            let table = Table::of(Language::from_code(code).unwrap());
            let ends = |word: &&str| table.verb_ends.iter().any(|end| word.ends_with(end));
            assert!(table.no_verbs.0.iter().all(ends), "{code}: no_verbs");
            let is_title = |word: &&str| {
                let mut title_ends = table.title_ends.iter();
                table.titles.contains(word) || title_ends.any(|end| word.ends_with(end))
            };
            assert!(table.surnames.0.iter().all(is_title), "{code}: surnames");
        }
    }
}
