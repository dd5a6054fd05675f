//! What is known of the words of a language from grammars: endings that forms of one word
//! have, and words whose kind nothing else tells. Written for this project.

mod germanic;
mod romance;
mod slavic;
mod turkish;

/// What a language's grammar says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar {
    /// ISO 639-1.
    pub(crate) code: &'static str,
    /// Endings of the forms of one word each, by kind: "V en t te P ge+t" are verbs, then
    /// participles. `N` stands for nouns, `A` for adjectives, `V` for verbs, `R` for adverbs,
    /// `P` for participles, which are both verbs and adjectives; "-" for no ending, "ge+t"
    /// for a prefix and an ending.
    pub(crate) paradigms: &'static [&'static str],
    /// Words, by kind.
    pub(crate) words: &'static [(char, &'static str)],
    /// Words that hold others together and stand in no list of stop words.
    pub(crate) function: &'static str,
}

impl Grammar {
    /// Those of all languages, by code.
    pub(crate) fn all() -> Vec<Self> {
        let all = [germanic::ALL, romance::ALL, slavic::ALL, turkish::ALL];
        let mut all: Vec<Self> = all.concat();
        all.sort_by_key(|grammar| grammar.code);
        all
    }
}
