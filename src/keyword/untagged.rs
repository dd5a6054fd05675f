//! What a word can be in a phrase where nothing tags the language: by its ending, and by
//! its capital.
//!
//! [`Endings`] tell verbs, adverbs and adjectives of the languages that they know; in others
//! whatever is no stop word counts as a noun. A word with a capital is a name, but not at the
//! head of a sentence, unless it has one elsewhere too. F1@10 of what the tagger is worth
//! comes back by two thirds on ptbn, nearly all on `ng_ru`, where it is switched off.

use rustc_hash::FxHashMap;

use crate::base::Language;
use crate::text::{Casing, Endings, Folded, WordKind};

use super::language::Ways;
use super::reading::{Case, Part, Reading, Word};
use super::role::Role;

/// Tells what words can be, by themselves.
pub(super) struct Untagged<'a> {
    reading: &'a Reading,
    ways: &'static Ways,
    casing: Casing,
    endings: Option<Endings>,
    /// What is known of a word as it is written.
    kinds: FxHashMap<&'a str, WordKind>,
    /// Whether a term stands anywhere with a capital that tells something.
    is_name: Vec<bool>,
}

/// The word before, where a phrase may go on from it.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// As it is written.
    pub(super) written: &'a str,
}

/// A word less likely to be nominal is a verb or an adverb. On one half of ptbn and `ng_ru`
/// .25 is worse by .01 and .00; .4 and .5 are as good.
const NOMINAL_MIN: f32 = 0.45;

/// The same right behind an auxiliary: "ha approvato".
const NOMINAL_MIN_BEHIND_AUXILIARY: f32 = 0.8;

/// A word is an adjective where that is more than 2.5 times as likely as a noun.
const NOUN_PER_ADJECTIVE_MIN: f32 = 0.4;

/// The share of what is nominal for sure.
const SURE: u8 = u8::MAX;

impl<'a> Untagged<'a> {
    /// For the words of `reading`, which is in `language`.
    pub(super) fn new(reading: &'a Reading, language: Language) -> Self {
        let endings = Endings::of(language);
        Self {
            reading,
            ways: Ways::of(language),
            casing: Casing::of(language),
            endings,
            kinds: FxHashMap::default(),
            is_name: endings.map_or_else(Vec::new, |_| names(reading)),
        }
    }

    /// The role of `word`, which is of content and written so, behind `before`, and how
    /// likely it is nominal, in parts of 255.
    pub(super) fn role(
        &mut self,
        word: &Word,
        written: &'a str,
        before: Option<Before>,
    ) -> (Role, u8) {
        if self.ways.capital_nouns && !word.capital {
            let follows_noun = before.is_some_and(|before| before.capital);
            return (self.small(written, follows_noun), SURE);
        }
        let parts = self.reading.parts.get(word.parts()).unwrap_or_default();
        if parts.iter().any(|part| self.is_name(part)) {
            return (Role::Noun, SURE);
        }
        let Some(kind) = self.kind(written) else {
            return (Role::Noun, SURE);
        };
        let (nominal, adjective) = (kind.nominal(), kind.adjective());
        let behind_auxiliary =
            before.is_some_and(|before| self.ways.auxiliaries.contains(&before.written));
        let nominal_min = if behind_auxiliary {
            NOMINAL_MIN_BEHIND_AUXILIARY
        } else {
            NOMINAL_MIN
        };
        let is_noun = nominal - adjective >= adjective * NOUN_PER_ADJECTIVE_MIN;
        let role = if nominal < nominal_min || behind_auxiliary && !is_noun {
            Role::Border
        } else if is_noun || self.ways.capital_nouns && !written.ends_with('e') {
            // "Forscher" and "Gutachten" end as adjectives do, and are commoner at the head
            // of a sentence.
            Role::Noun
        } else {
            Role::Adjective
        };
        (role, share(nominal))
    }

    /// The role of a word in small letters where nouns have a capital, and adjectives stand
    /// before them.
    fn small(&mut self, written: &'a str, follows_noun: bool) -> Role {
        let endings = self.ways.adjective_endings;
        let is_inflected = endings.iter().any(|end| written.ends_with(end));
        let is_other = self
            .kind(written)
            .is_some_and(|kind| 1.0 - kind.nominal() > kind.adjective());
        if is_other {
            Role::Border
        } else if is_inflected && !follows_noun {
            Role::Adjective
        } else {
            Role::Verb
        }
    }

    /// Whether `part` is of a name, by its own capital or by one elsewhere.
    fn is_name(&self, part: &Part) -> bool {
        part.case == Case::Acronym || self.is_name.get(part.term as usize) == Some(&true)
    }

    /// What kind of word `written` is, where that is known of the language.
    fn kind(&mut self, written: &'a str) -> Option<WordKind> {
        let endings = self.endings?;
        let casing = self.casing;
        let tell = || endings.kind(&Folded::new(written, casing));
        Some(*self.kinds.entry(written).or_insert_with(tell))
    }
}

/// Which terms of `reading` stand anywhere with a capital that tells something.
fn names(reading: &Reading) -> Vec<bool> {
    let mut names = vec![false; reading.terms.len()];
    for part in &reading.parts {
        if let Some(name) = names.get_mut(part.term as usize) {
            *name |= part.case == Case::Capital;
        }
    }
    names
}

/// A probability in parts of 255.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 0 to 255"
)]
fn share(probability: f32) -> u8 {
    (probability * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::super::reading::tests::{document, read};
    use super::super::role::Roles;
    use super::*;
    use crate::base::Budget;

    /// The words of `text` that can be of a phrase, adjectives in brackets.
    fn phrases(language: &str, text: &str) -> String {
        let reading = read(language, "", text);
        let document = document("", text);
        let language = Language::from_code(language).unwrap();
        let roles = Roles::new(&document, &reading, language, &Budget::unlimited()).unwrap();
        let words = reading.words.iter().enumerate().filter_map(|(i, word)| {
            let written = word.place().span.slice(text).unwrap();
            match roles.get(i) {
                Role::Noun => Some(written.to_owned()),
                Role::Adjective => Some(format!("({written})")),
                Role::Verb
                | Role::Figure
                | Role::Amount
                | Role::Connector
                | Role::Particle
                | Role::Border => None,
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn verbs_and_adverbs_are_no_words_of_phrases() {
        let cases = [
            (
                "pl",
                "Temperatura przy gruncie spadła gwałtownie, a sadownicy stracili jabłka.",
                "Temperatura gruncie sadownicy jabłka",
            ),
            (
                "nl",
                "De haven legt vandaag de kranen stil, zegt de directeur.",
                "haven kranen directeur",
            ),
            (
                "it",
                "Il governo ha approvato ieri la riforma e finanzierà le scuole.",
                "governo riforma scuole",
            ),
            (
                "tr",
                "Belediye tatbikat için üç günde karar verildiğini açıkladı.",
                "Belediye tatbikat günde karar",
            ),
            (
                "cs",
                "Vláda včera schválila rozpočet a zvýšila daně.",
                "Vláda rozpočet daně",
            ),
            (
                "uk",
                "Уряд учора затвердив бюджет і підвищив податки.",
                "Уряд бюджет податки",
            ),
            (
                "sv",
                "Regeringen höjde igår skatten och sänkte avgiften.",
                "Regeringen skatten avgiften",
            ),
        ];
        for (language, text, expected) in cases {
            assert_eq!(phrases(language, text), expected, "{language}");
        }
    }

    #[test]
    fn adjectives_are_told_from_nouns() {
        let cases = [
            ("pl", "przez sieci neuronowe", "sieci (neuronowe)"),
            (
                "pl",
                "przez sztuczną inteligencję",
                "(sztuczną) inteligencję",
            ),
            ("uk", "про штучний інтелект", "(штучний) інтелект"),
            ("it", "sulla crescita economica", "crescita (economica)"),
            (
                "de",
                "über künstliche Intelligenz",
                "(künstliche) Intelligenz",
            ),
            ("de", "dann sagte Ministerin Lund", "Ministerin Lund"),
        ];
        for (language, text, expected) in cases {
            assert_eq!(phrases(language, text), expected, "{language}: {text}");
        }
    }

    #[test]
    fn a_capital_makes_a_name_but_not_at_the_head_of_a_sentence() {
        let cases = [
            ("at the head", "Zostały same liście.", "liście"),
            ("inside", "To widział Kowalski.", "Kowalski"),
            (
                "elsewhere inside",
                "Kowalski wrócił. To widział Kowalski.",
                "Kowalski Kowalski",
            ),
        ];
        for (rule, text, expected) in cases {
            assert_eq!(phrases("pl", text), expected, "{rule}");
        }
    }

    #[test]
    fn without_endings_every_word_of_content_is_a_noun() {
        assert_eq!(
            phrases("hu", "zuhant gyorsan tegnap"),
            "zuhant gyorsan tegnap"
        );
    }
}
