//! Parts of speech: what kind of word a word is, by the universal tags of Petrov, Das &
//! McDonald, "A Universal Part-of-Speech Tagset" (LREC 2012), as Universal Dependencies
//! version 2 has them. Conjunctions of both kinds are one here, and so is all that is
//! no word.

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum PartOfSpeech {
    /// A noun: "bridge".
    Noun,
    /// A word of a name: "Rome".
    ProperNoun,
    /// An adjective, ordinals with them: "old", "second".
    Adjective,
    /// A verb, participles with them: "closed".
    Verb,
    /// A verb that helps another one, and the copula: "has", "will", "is".
    Auxiliary,
    /// An adverb: "soon", "not" in some languages.
    Adverb,
    /// An article or another determiner: "the", "this".
    Determiner,
    /// A pronoun: "she", "who".
    Pronoun,
    /// A preposition or a postposition, contracted with an article or not: "of", "du".
    Adposition,
    /// A conjunction: "and", "because".
    Conjunction,
    /// A word that only serves another one: "to" before a verb.
    Particle,
    /// A cardinal number: "two", "2024".
    Number,
    /// An interjection: "oh".
    Interjection,
    /// Punctuation, a symbol, or a word of another language.
    Other,
}

impl PartOfSpeech {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 14] = [
        Self::Noun,
        Self::ProperNoun,
        Self::Adjective,
        Self::Verb,
        Self::Auxiliary,
        Self::Adverb,
        Self::Determiner,
        Self::Pronoun,
        Self::Adposition,
        Self::Conjunction,
        Self::Particle,
        Self::Number,
        Self::Interjection,
        Self::Other,
    ];

    /// The part of speech that Universal Dependencies call so.
    ///
    /// ```
    /// use copydesk::text::PartOfSpeech;
    ///
    /// assert_eq!(PartOfSpeech::from_universal("PROPN"), Some(PartOfSpeech::ProperNoun));
    /// assert_eq!(PartOfSpeech::from_universal("NP"), None);
    /// ```
    pub fn from_universal(tag: &str) -> Option<Self> {
        Some(match tag {
            "NOUN" => Self::Noun,
            "PROPN" => Self::ProperNoun,
            "ADJ" => Self::Adjective,
            "VERB" => Self::Verb,
            "AUX" => Self::Auxiliary,
            "ADV" => Self::Adverb,
            "DET" => Self::Determiner,
            "PRON" => Self::Pronoun,
            "ADP" => Self::Adposition,
            "CCONJ" | "SCONJ" => Self::Conjunction,
            "PART" => Self::Particle,
            "NUM" => Self::Number,
            "INTJ" => Self::Interjection,
            "PUNCT" | "SYM" | "X" => Self::Other,
            _ => return None,
        })
    }
}

/// Some parts of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PartsOfSpeech(u16);

impl PartsOfSpeech {
    /// Words that only hold others together, and what is no word.
    pub const FUNCTION: Self = Self::of(&[
        PartOfSpeech::Auxiliary,
        PartOfSpeech::Determiner,
        PartOfSpeech::Pronoun,
        PartOfSpeech::Adposition,
        PartOfSpeech::Conjunction,
        PartOfSpeech::Particle,
        PartOfSpeech::Interjection,
        PartOfSpeech::Other,
    ]);

    /// What names things: nouns, names, and adjectives with them.
    pub const NOMINAL: Self = Self::of(&[
        PartOfSpeech::Noun,
        PartOfSpeech::ProperNoun,
        PartOfSpeech::Adjective,
    ]);

    /// Those of `parts`.
    pub const fn of(parts: &[PartOfSpeech]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < parts.len() {
            set |= 1 << parts[i] as u16;
            i += 1;
        }
        Self(set)
    }

    /// Whether `part` is one of them.
    pub const fn contains(self, part: PartOfSpeech) -> bool {
        self.0 >> part as u16 & 1 == 1
    }

    /// The numbers of the parts, rising.
    #[inline]
    pub(super) fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = rest.trailing_zeros() as usize;
            let any = rest != 0;
            rest &= rest.wrapping_sub(1);
            any.then_some(number)
        })
    }

    /// Those of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_the_number_of_its_place() {
        for (i, part) in PartOfSpeech::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, i);
        }
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set = PartsOfSpeech::of(&[PartOfSpeech::Noun, PartOfSpeech::Other]);
        let held = PartOfSpeech::ALL.into_iter().filter(|p| set.contains(*p));
        assert!(held.eq([PartOfSpeech::Noun, PartOfSpeech::Other]));
        let numbers = [PartOfSpeech::Noun, PartOfSpeech::Other].map(|part| part as usize);
        assert!(set.numbers().eq(numbers));
        let both = set.or(PartsOfSpeech::of(&[PartOfSpeech::Verb]));
        assert!(both.contains(PartOfSpeech::Verb) && both.contains(PartOfSpeech::Noun));
    }
}
