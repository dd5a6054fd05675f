//! What each word can be in a noun phrase, and which runs of words are one.
//!
//! Keywords are noun phrases: (adjective | noun | name)* noun, with "of", "de" and the
//! like inside by language; where adjectives stand behind their noun, a phrase may end with
//! one. Hulth, "Improved automatic keyword extraction given more linguistic knowledge"
//! (EMNLP 2003) has the pattern.
//!
//! The tagger tells the words of a language that it knows, and how surely; a word is lost
//! to phrases only where it is no noun or adjective for sure, since "mining" is both. For
//! other languages `untagged` tells.

use crate::base::{Budget, Interrupted, Language};
use crate::text::{
    Casing, Document, Folded, PartOfSpeech, PartsOfSpeech, StopWords, Tagger, Tagging, TokenKind,
};

use super::language::Ways;
use super::reading::{Case, Kind, Part, Reading, Word};
use super::untagged::{Before, Untagged};

/// What a word can be in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Ends a phrase, and can be one by itself.
    Noun,
    /// Stands before a noun, or behind it.
    Adjective,
    /// No part of a phrase; a keyword by itself at best.
    Verb,
    /// Figures, inside a phrase.
    Figure,
    /// An amount of money, by itself.
    Amount,
    /// Joins two nouns: "of", "de".
    Connector,
    /// Belongs to the name behind it: "von", "van der".
    Particle,
    /// Ends what stands before it.
    Border,
}

/// The roles of all words of a reading.
#[derive(Debug)]
pub(super) struct Roles {
    of_words: Vec<Role>,
    /// How likely each word is a noun or an adjective, in parts of 255.
    nominal: Vec<u8>,
    adjectives_behind: bool,
}

/// Words that are tagged at once; longer sentences are lists, or no sentences.
const TAGGED_WORDS_MAX: usize = 256;

impl Roles {
    /// The roles of the words of `reading`, which is of `document`.
    pub(super) fn new(
        document: &Document,
        reading: &Reading,
        language: Language,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let n_words = reading.words.len();
        let ways = Ways::of(language);
        let mut found = Self {
            of_words: Vec::with_capacity(n_words),
            nominal: Vec::with_capacity(n_words),
            adjectives_behind: ways.adjectives_behind,
        };
        let mut teller = Teller {
            document,
            reading,
            ways,
            stop_words: StopWords::of(language),
            untagged: Untagged::new(reading, language),
        };
        let tagger = Tagger::of(language);
        let mut start = 0;
        while start < n_words {
            budget.check()?;
            let end = reading.sentence_end(start, TAGGED_WORDS_MAX);
            let words = reading.words.get(start..end).unwrap_or_default();
            let taggings = tagger.map(|tagger| teller.taggings(&tagger, words));
            for (i, number) in (start..end).enumerate() {
                let tagging = taggings.as_ref().and_then(|all| all.get(i));
                let (role, nominal) = teller.role(number, tagging);
                found.of_words.push(role);
                found.nominal.push(nominal);
            }
            start = end;
        }
        Ok(found)
    }

    /// The role of the word number `word`.
    pub(super) fn get(&self, word: usize) -> Role {
        self.of_words.get(word).copied().unwrap_or(Role::Border)
    }

    /// How likely the word number `word` is a noun or an adjective.
    pub(super) fn nominal(&self, word: usize) -> f32 {
        f32::from(self.nominal.get(word).copied().unwrap_or_default()) / 255.0
    }

    /// Whether the word number `word` could be one of a phrase of nouns.
    pub(super) fn is_of_phrase(&self, word: usize) -> bool {
        matches!(self.get(word), Role::Noun | Role::Adjective)
    }
}

/// A phrase that is being read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phrase {
    last: Option<Role>,
    has_noun: bool,
}

impl Phrase {
    /// Goes on with the word number `word`: whether the phrase is complete with it, or
    /// `None` where it cannot go on.
    pub(super) fn push(&mut self, roles: &Roles, word: usize) -> Option<bool> {
        let role = roles.get(word);
        let complete = match (self.last, role) {
            (Some(Role::Verb | Role::Amount), _)
            | (_, Role::Border)
            | (Some(_), Role::Verb | Role::Amount)
            | (None, Role::Figure | Role::Connector) => return None,
            (None, Role::Verb | Role::Amount | Role::Adjective) | (_, Role::Noun) => true,
            (Some(last), Role::Adjective) => {
                roles.adjectives_behind
                    && self.has_noun
                    && !matches!(last, Role::Connector | Role::Particle)
            }
            (_, Role::Particle) | (Some(_), Role::Figure) => false,
            (Some(_), Role::Connector) if self.has_noun => false,
            (Some(_), Role::Connector) => return None,
        };
        self.has_noun |= role == Role::Noun;
        self.last = Some(role);
        Some(complete)
    }
}

/// What a tagger tells of the words of a sentence, and of what stands between them.
struct Taggings {
    of_pieces: Vec<Tagging>,
    /// Which of the pieces each word is.
    numbers: Vec<usize>,
}

impl Taggings {
    /// That of word number `i` of the sentence.
    fn get(&self, i: usize) -> Option<&Tagging> {
        self.of_pieces.get(*self.numbers.get(i)?)
    }
}

/// Tells the roles of words.
struct Teller<'a> {
    document: &'a Document,
    reading: &'a Reading,
    ways: &'static Ways,
    stop_words: Option<&'static StopWords>,
    untagged: Untagged<'a>,
}

/// What counts as a noun: words of other languages stand for names.
const NOUNS: PartsOfSpeech = PartsOfSpeech::of(&[
    PartOfSpeech::Noun,
    PartOfSpeech::ProperNoun,
    PartOfSpeech::Other,
]);
const ADJECTIVES: PartsOfSpeech = PartsOfSpeech::of(&[PartOfSpeech::Adjective]);
const VERBS: PartsOfSpeech = PartsOfSpeech::of(&[PartOfSpeech::Verb, PartOfSpeech::Adverb]);

/// A word less likely to be nominal is a verb or an adverb.
const NOMINAL_MIN: f32 = 0.25;

/// A word is an adjective where that is more than 2.5 times as likely as a noun: with
/// nouns that the tagger takes for adjectives more is lost.
const NOUN_PER_ADJECTIVE_MIN: f32 = 0.4;

/// English participles are tagged as verbs, and begin many a phrase: "rising prices". One
/// is taken for an adjective unless it is a verb almost for sure.
const PARTICIPLE_NOMINAL_MIN: f32 = 0.02;

impl<'a> Teller<'a> {
    /// The role of the word number `number`, and how likely it is nominal, in parts of 255.
    fn role(&mut self, number: usize, tagging: Option<&Tagging>) -> (Role, u8) {
        let Some(word) = self.reading.words.get(number) else {
            return (Role::Border, 0);
        };
        if !word.content && word.joined && word.connector {
            return (Role::Connector, 0);
        }
        if self.is_particle(number, word) {
            return (Role::Particle, 0);
        }
        let written = self.written(word);
        let parts = self.reading.parts.get(word.parts()).unwrap_or_default();
        if word.kind == TokenKind::Number {
            return (number_role(written), u8::MAX);
        }
        if parts.iter().all(|part| part.kind == Kind::Figure) {
            return (Role::Figure, u8::MAX);
        }
        if !word.content {
            return (Role::Border, 0);
        }
        let Some(tagging) = tagging else {
            let before = number
                .checked_sub(1)
                .and_then(|i| self.reading.words.get(i))
                .filter(|_| word.joined);
            let before = before.map(|before| Before {
                capital: before.capital,
                written: self.written(before),
            });
            return self.untagged.role(word, written, before);
        };
        // "IT" and "WHO" are no pronouns, and "Élysée" is no participle.
        let is_name = |part: &Part| match part.case {
            Case::Acronym => true,
            Case::Capital => !self.ways.capital_nouns,
            Case::Plain => false,
        };
        let [noun, adjective, verb] = tagging.probabilities([NOUNS, ADJECTIVES, VERBS]);
        if parts.iter().all(is_name) && adjective < 0.5 {
            return (Role::Noun, u8::MAX);
        }
        let is_marked = parts.iter().any(|part| part.case != Case::Plain);
        if tagging.part() == PartOfSpeech::Number && !is_marked {
            return (Role::Border, 0);
        }
        let nominal = (noun + adjective).clamp(0.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 255"
        )]
        let share = (nominal * 255.0).round() as u8;
        let function = 1.0 - nominal - verb;
        let role = if function > 0.5 && !is_marked {
            Role::Border
        } else if noun >= NOMINAL_MIN && noun >= adjective * NOUN_PER_ADJECTIVE_MIN {
            Role::Noun
        } else if nominal >= NOMINAL_MIN
            || nominal >= PARTICIPLE_NOMINAL_MIN && self.is_participle(number, word, written)
        {
            Role::Adjective
        } else {
            Role::Verb
        };
        (role, share)
    }

    /// Whether `word` is an English participle that may stand before a noun. At the head of
    /// a chunk "-ing" is a gerund: "mining data", "for discovering orders".
    fn is_participle(&self, number: usize, word: &Word, written: &str) -> bool {
        let before = number
            .checked_sub(1)
            .and_then(|i| self.reading.words.get(i));
        let inside = word.joined && before.is_some_and(|before| before.content);
        written.ends_with("ed") || written.ends_with("ing") && inside
    }

    /// Whether the word number `number` belongs to a name, in a language that has it for no
    /// word of its own: names, or words like it, follow.
    fn is_particle(&self, number: usize, word: &Word) -> bool {
        word.particle
            && self.is_foreign(without_apostrophe(self.written(word)))
            && self.reading.words.get(number + 1).is_some_and(|after| {
                let goes_on =
                    after.capital || after.particle && self.is_foreign(self.written(after));
                after.joined && goes_on
            })
    }

    /// Whether `written` is no function word of the language.
    fn is_foreign(&self, written: &str) -> bool {
        let folded = Folded::new(written, Casing::Common);
        !self.stop_words.is_some_and(|list| list.contains(&folded))
    }

    /// What the tagger tells of `words`, with the punctuation between them.
    fn taggings(&self, tagger: &Tagger, words: &[Word]) -> Taggings {
        let mut pieces: Vec<&str> = Vec::with_capacity(words.len() * 2);
        let mut numbers = Vec::with_capacity(words.len());
        let mut end = None;
        for word in words {
            let place = word.place();
            let text = self.document.field(place.field);
            let between = end.and_then(|end| text.get(end..place.span.start));
            pieces.extend(between.and_then(first_mark));
            numbers.push(pieces.len());
            pieces.push(self.written(word));
            if word.genitive > 0 {
                pieces.push("'s");
            }
            end = Some(place.span.end);
        }
        Taggings {
            of_pieces: tagger.taggings(&pieces),
            numbers,
        }
    }

    /// `word` as it is written, without the ending of a genitive.
    fn written(&self, word: &Word) -> &'a str {
        let place = word.place_without_genitive();
        let text = self.document.field(place.field);
        place.span.slice(text).unwrap_or_default()
    }
}

/// The first character of what stands between two words, blanks aside.
fn first_mark(between: &str) -> Option<&str> {
    if between == " " {
        return None;
    }
    let mark = between.trim_start();
    mark.get(..mark.chars().next()?.len_utf8())
}

fn without_apostrophe(written: &str) -> &str {
    written.trim_end_matches(['\'', '’'])
}

/// An amount of money may stand for itself; other numbers never.
fn number_role(written: &str) -> Role {
    let is_amount = written.starts_with(CURRENCIES) || written.ends_with(CURRENCIES);
    if is_amount {
        Role::Amount
    } else {
        Role::Figure
    }
}

const CURRENCIES: [char; 8] = ['$', '€', '£', '¥', '₽', '₹', '₴', '₺'];
