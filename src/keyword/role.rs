//! What each word can be in a noun phrase, and which runs of words are one.
//!
//! Keywords are noun phrases: (adjective | noun | name)* noun, with "of", "de" and the
//! like inside by language; where adjectives stand behind their noun, a phrase may end with
//! one. Hulth, "Improved automatic keyword extraction given more linguistic knowledge"
//! (EMNLP 2003) has the pattern.
//!
//! The tagger tells the words of a language that it knows, and how surely; a word is lost
//! to phrases only where it is no noun or adjective for sure, since "mining" is both. In
//! other languages whatever is no stop word counts as a noun.

use crate::base::{Budget, Interrupted, Language};
use crate::text::{
    Casing, Document, Folded, PartOfSpeech, PartsOfSpeech, StopWords, Tagger, Tagging, TokenKind,
};

use super::reading::{Case, Kind, Part, Reading, Word};

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
        let mut found = Self {
            of_words: Vec::with_capacity(n_words),
            nominal: Vec::with_capacity(n_words),
            adjectives_behind: has_adjectives_behind(language),
        };
        let teller = Teller {
            document,
            reading,
            language,
            is_german: language.code() == "de",
            stop_words: StopWords::of(language),
            connectors: connectors(language),
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

/// Tells the roles of words.
struct Teller<'a> {
    document: &'a Document,
    reading: &'a Reading,
    language: Language,
    is_german: bool,
    stop_words: Option<&'static StopWords>,
    connectors: &'static [&'static str],
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
    fn role(&self, number: usize, tagging: Option<&Tagging>) -> (Role, u8) {
        let Some(word) = self.reading.words.get(number) else {
            return (Role::Border, 0);
        };
        let written = self.written(word);
        let plain = without_apostrophe(written);
        if !word.content && word.joined && self.connectors.contains(&plain) {
            return (Role::Connector, 0);
        }
        if self.is_particle(number, plain) {
            return (Role::Particle, 0);
        }
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
            return (self.untagged(number, word, written), u8::MAX);
        };
        // "IT" and "WHO" are no pronouns, and "Élysée" is no participle.
        let is_name = |part: &Part| match part.case {
            Case::Acronym => true,
            Case::Capital => !self.is_german,
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

    /// The role of a word of content where nothing tags the language, by its capital and
    /// its ending.
    fn untagged(&self, number: usize, word: &Word, written: &str) -> Role {
        // German writes its nouns with a capital, and its adjectives before them.
        if self.is_german && !word.capital {
            let before = number
                .checked_sub(1)
                .and_then(|i| self.reading.words.get(i));
            let follows_noun = word.joined && before.is_some_and(|before| before.capital);
            let is_inflected = ["e", "er", "es", "em", "en"]
                .iter()
                .any(|end| written.ends_with(end));
            return if is_inflected && !follows_noun {
                Role::Adjective
            } else {
                Role::Verb
            };
        }
        if !word.capital && ends_like_verb(written, self.language) {
            return Role::Verb;
        }
        Role::Noun
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
    fn is_particle(&self, number: usize, written: &str) -> bool {
        let is_particle = |written: &str| {
            PARTICLES.contains(&written)
                && !self
                    .stop_words
                    .is_some_and(|list| list.contains(&Folded::new(written, Casing::Common)))
        };
        let after = self.reading.words.get(number + 1);
        is_particle(written)
            && after.is_some_and(|word| {
                word.joined && (word.capital || is_particle(self.written(word)))
            })
    }

    /// What the tagger tells of `words`, with the punctuation between them.
    fn taggings(&self, tagger: &Tagger, words: &[Word]) -> Vec<Tagging> {
        let mut pieces: Vec<&str> = Vec::with_capacity(words.len() * 2);
        let mut numbers = Vec::with_capacity(words.len());
        let mut end = None;
        for word in words {
            let place = word.place();
            let text = self.document.field(place.field);
            let between = end.and_then(|end| text.get(end..place.span.start));
            let mark = between.unwrap_or_default().trim_start();
            let mark_len = mark.chars().next().map_or(0, char::len_utf8);
            pieces.extend(mark.get(..mark_len).filter(|mark| !mark.is_empty()));
            numbers.push(pieces.len());
            pieces.push(self.written(word));
            if word.genitive > 0 {
                pieces.push("'s");
            }
            end = Some(place.span.end);
        }
        let taggings = tagger.taggings(&pieces);
        let of_words = numbers.into_iter().filter_map(|i| taggings.get(i).copied());
        of_words.collect()
    }

    /// `word` as it is written, without the ending of a genitive.
    fn written(&self, word: &Word) -> &'a str {
        let place = word.place_without_genitive();
        let text = self.document.field(place.field);
        place.span.slice(text).unwrap_or_default()
    }
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

/// What stands in names, in texts of any language that has it for no word of its own.
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "bin", "ibn", "al", "ten", "ter", "zu", "af", "de", "da", "di",
    "du", "dos", "del", "della", "la", "le",
];

/// What joins two nouns to a phrase, in small letters.
fn connectors(language: Language) -> &'static [&'static str] {
    match language.code() {
        "en" => &["of"],
        "fr" => &["de", "du", "des", "d", "la", "l", "les"],
        "es" => &["de", "del", "la", "las", "los"],
        "pt" | "gl" => &["de", "do", "da", "dos", "das"],
        "it" => &[
            "di", "del", "della", "dello", "dei", "degli", "delle", "dell", "d",
        ],
        "ca" => &["de", "del", "dels", "d", "la", "l", "les"],
        "nl" => &["van"],
        "de" => &["von", "vom", "zu"],
        _ => &[],
    }
}

/// Whether `written`, in small letters, has an ending that many verbs of the language have,
/// and few nouns. Short words are left alone: Polish "siła" is strength.
fn ends_like_verb(written: &str, language: Language) -> bool {
    let endings = VERB_ENDINGS
        .iter()
        .find(|(code, _)| *code == language.code());
    let mut endings = endings.map_or("", |(_, endings)| *endings).split(' ');
    written.chars().nth(VERB_LETTERS_MIN - 1).is_some()
        && endings.any(|ending| !ending.is_empty() && written.ends_with(ending))
}

const VERB_LETTERS_MIN: usize = 6;

/// Endings of verbs, by language.
const VERB_ENDINGS: &[(&str, &str)] = &[
    (
        "it",
        "avano evano ivano arono irono erono ando endo ebbe ebbero anno ava iva",
    ),
    (
        "pl",
        "ała ało iła iło yła yło ęła ęło ęli ął ąć ować uje ują ają eją liśmy łyśmy łem łam ąc \
         iły yły ili yli szy",
    ),
    ("cs", "oval ovala ovalo ovali ovat uje ují ají ejí nout ích"),
    ("uk", "ати ити іти ться вся лася лися лося ють уть ють"),
    (
        "tr",
        "yor ecek acak dı di du dü tı ti tu tü mış miş muş müş ıyor iyor maktadır mektedir arak \
         erek acağını eceğini ıldı ildi uldu üldü",
    ),
    ("sv", "ade ades ande"),
    ("nl", "erde erden eerde eerden"),
    ("ro", "ează esc ește ând ind aseră"),
];

/// Whether adjectives stand behind their noun as often as before it.
fn has_adjectives_behind(language: Language) -> bool {
    matches!(
        language.code(),
        "fr" | "es"
            | "pt"
            | "it"
            | "ca"
            | "gl"
            | "ro"
            | "pl"
            | "vi"
            | "id"
            | "ms"
            | "ar"
            | "fa"
            | "he"
    )
}
