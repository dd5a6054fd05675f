//! Part-of-speech tagging: what kind of word each word of a sentence is.
//!
//! An averaged perceptron (Collins, "Discriminative Training Methods for Hidden Markov
//! Models", EMNLP 2002) that goes from left to right and never back, over the clues of
//! `clue`; `tag_table` holds its weights, which `tools/` learns from treebanks. Sums are
//! of small whole numbers, so every machine gives the same tags.

use crate::base::Language;

use super::clue::{START, View, clues, history_clues, views};
use super::part_of_speech::{PartOfSpeech, PartsOfSpeech};
use super::tag_table::{Scores, TagModel, TagTable};

/// Tells the parts of speech of one language.
#[derive(Clone, Copy, Debug)]
pub struct Tagger {
    table: TagTable,
}

/// What is known of a word's part of speech.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagging {
    part: PartOfSpeech,
    scores: Scores,
    step: f32,
}

impl Tagger {
    /// That of `language`; `None` where there is none.
    pub fn of(language: Language) -> Option<Self> {
        Self::by(TagModel::shipped()?, language)
    }

    /// That of `language` by another `model` than the one that ships.
    pub fn by(model: TagModel, language: Language) -> Option<Self> {
        let table = model.table_of(language)?;
        Some(Self { table })
    }

    /// The parts of speech of `words`, one sentence as it is written.
    ///
    /// Words are those of [`words`]; punctuation between them may be given as words too,
    /// and helps a little. Clitics that are parts of words are not told: "l'année" is a
    /// noun and "don't" an auxiliary. Time grows with the number of letters, and nothing
    /// is asked between: cut what is longer than some thousand words.
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::text::{PartOfSpeech, Tagger};
    ///
    /// let tagger = Tagger::of(Language::from_code("en").unwrap()).unwrap();
    /// let parts = tagger.tag(&["The", "old", "bridge", "collapsed"]);
    /// assert_eq!(parts[1..3], [PartOfSpeech::Adjective, PartOfSpeech::Noun]);
    /// ```
    ///
    /// [`words`]: super::words
    pub fn tag(&self, words: &[&str]) -> Vec<PartOfSpeech> {
        let taggings = self.taggings(words);
        taggings.iter().map(|tagging| tagging.part).collect()
    }

    /// The same, with how sure each is.
    pub fn taggings(&self, words: &[&str]) -> Vec<Tagging> {
        let mut seen = Vec::with_capacity(words.len());
        views(words, &mut seen);
        let mut tags = [START; 2];
        let mut taggings = Vec::with_capacity(words.len());
        for i in 0..seen.len() {
            let tagging = self.tagging(&seen, i, tags);
            tags = [tagging.part as usize, tags[0]];
            taggings.push(tagging);
        }
        taggings
    }

    /// What word number `i` is, after words with these `tags`.
    fn tagging(&self, seen: &[View], i: usize, tags: [usize; 2]) -> Tagging {
        let outside = View::default();
        let word = seen.get(i).unwrap_or(&outside);
        let after = seen.get(i + 1).unwrap_or(&outside);
        let mut scores = Scores::default();
        let mut part = PartOfSpeech::Other;
        if word.is_word() {
            for clue in clues(seen, i) {
                self.table.add(clue, &mut scores);
            }
            for clue in history_clues(word, after, tags) {
                self.table.add(clue, &mut scores);
            }
            part = best(&scores);
        } else {
            // Nothing that counts against it.
            scores = [i16::MIN / 2; PartOfSpeech::COUNT];
            scores[PartOfSpeech::Other as usize] = 0;
        }
        Tagging {
            part,
            scores,
            step: self.table.step,
        }
    }
}

/// The part of speech with the highest score, the first one of equals.
fn best(scores: &Scores) -> PartOfSpeech {
    let mut best = (i16::MIN, PartOfSpeech::Other);
    for (score, part) in scores.iter().zip(PartOfSpeech::ALL) {
        if *score > best.0 {
            best = (*score, part);
        }
    }
    best.1
}

impl Tagging {
    /// The likeliest part of speech.
    pub fn part(&self) -> PartOfSpeech {
        self.part
    }

    /// How likely it is one of `parts`, from 0 to 1.
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::text::{PartsOfSpeech, Tagger};
    ///
    /// let tagger = Tagger::of(Language::from_code("en").unwrap()).unwrap();
    /// let taggings = tagger.taggings(&["The", "mayor", "of", "Rome", "resigned"]);
    /// assert!(taggings[2].probability(PartsOfSpeech::FUNCTION) > 0.9);
    /// assert!(taggings[1].probability(PartsOfSpeech::FUNCTION) < 0.1);
    /// ```
    pub fn probability(&self, parts: PartsOfSpeech) -> f32 {
        let [probability] = self.probabilities([parts]);
        probability
    }

    /// How likely it is one of `parts`, for each of several.
    pub fn probabilities<const N: usize>(&self, parts: [PartsOfSpeech; N]) -> [f32; N] {
        let most = self.scores.iter().copied().max().unwrap_or_default();
        let mut of_parts = [0.0; N];
        let mut of_all = 0.0;
        for (score, part) in self.scores.iter().zip(PartOfSpeech::ALL) {
            let behind = i32::from(*score) - i32::from(most);
            let power = (behind as f32 * self.step).exp();
            of_all += power;
            for (sum, parts) in of_parts.iter_mut().zip(parts) {
                if parts.contains(part) {
                    *sum += power;
                }
            }
        }
        of_parts.map(|sum| sum / of_all)
    }

    /// How likely it is the likeliest one.
    pub fn confidence(&self) -> f32 {
        self.probability(PartsOfSpeech::of(&[self.part]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use PartOfSpeech::{
        Adjective, Adposition, Adverb, Auxiliary, Conjunction, Determiner, Noun, Number, Other,
        Particle, Pronoun, ProperNoun, Verb,
    };

    fn tagger(language: &str) -> Tagger {
        Tagger::of(Language::from_code(language).unwrap()).unwrap()
    }

    fn tags(language: &str, sentence: &str) -> Vec<PartOfSpeech> {
        let words: Vec<_> = sentence.split(' ').collect();
        tagger(language).tag(&words)
    }

    #[test]
    fn sentences_in_five_languages_are_tagged() {
        #[rustfmt::skip] // a row a sentence
        let cases = [
            ("en", "The mayor closed the old bridge on Monday .",
                &[Determiner, Noun, Verb, Determiner, Adjective, Noun, Adposition, ProperNoun, Other][..]),
            ("en", "She will not say why two engineers resigned",
                &[Pronoun, Auxiliary, Particle, Verb, Adverb, Number, Noun, Verb]),
            ("pt", "O governo anunciou novas medidas e o ministro saiu",
                &[Determiner, Noun, Verb, Adjective, Noun, Conjunction, Determiner, Noun, Verb]),
            ("fr", "Le maire a fermé la nouvelle école de la ville",
                &[Determiner, Noun, Auxiliary, Verb, Determiner, Adjective, Noun, Adposition, Determiner, Noun]),
            ("es", "El alcalde de Sevilla cerró la antigua escuela",
                &[Determiner, Noun, Adposition, ProperNoun, Verb, Determiner, Adjective, Noun]),
            ("ru", "Новый завод построили в Москве",
                &[Adjective, Noun, Verb, Adposition, ProperNoun]),
        ];
        for (language, sentence, expected) in cases {
            assert_eq!(tags(language, sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn words_with_clitics_are_what_their_core_is() {
        let cases = [
            ("en", "The mayor's bridge is old", 1, Noun),
            ("en", "The mayor’s bridge is old", 1, Noun),
            ("en", "They don’t know", 1, Auxiliary),
            ("fr", "Elle ferme l’école", 2, Noun),
            ("fr", "Elle ferme l'école", 2, Noun),
            ("pt", "O presidente da Argentina falou", 2, Adposition),
            ("es", "El presidente del gobierno habló", 2, Adposition),
        ];
        for (language, sentence, word, expected) in cases {
            assert_eq!(tags(language, sentence)[word], expected, "{sentence}");
        }
    }

    #[test]
    fn headlines_are_read_whatever_their_case() {
        let expected = [Noun, Adposition, Noun, Verb, Adjective, Noun];
        for headline in [
            "Minister of finance rejects new taxes",
            "Minister of Finance Rejects New Taxes",
            "MINISTER OF FINANCE REJECTS NEW TAXES",
        ] {
            let tags = tags("en", headline);
            let plain = |tag: &PartOfSpeech| if *tag == ProperNoun { Noun } else { *tag };
            let tags: Vec<_> = tags.iter().map(plain).collect();
            assert_eq!(tags, expected, "{headline}");
        }
    }

    #[test]
    fn a_decomposed_word_is_tagged_as_a_composed_one() {
        let composed = tagger("fr").taggings(&["la", "vieille", "école", "fermée"]);
        let decomposed = tagger("fr").taggings(&["la", "vieille", "e\u{301}cole", "ferme\u{301}e"]);
        assert_eq!(composed, decomposed);
    }

    #[test]
    fn languages_without_a_treebank_have_no_tagger() {
        for code in ["de", "zh", "und"] {
            assert!(
                Tagger::of(Language::from_code(code).unwrap()).is_none(),
                "{code}"
            );
        }
    }

    #[test]
    fn probabilities_of_all_parts_make_one() {
        let taggings = tagger("en").taggings(&["Time", "flies", "like", "an", "arrow", "."]);
        for tagging in taggings {
            let all = PartOfSpeech::ALL.map(|part| tagging.probability(PartsOfSpeech::of(&[part])));
            assert!((all.iter().sum::<f32>() - 1.0).abs() < 1e-4);
            let most = all.iter().copied().fold(0.0, f32::max);
            assert!((tagging.confidence() - most).abs() < 1e-6);
        }
    }

    proptest! {
        #[test]
        fn any_words_are_tagged(words in prop::collection::vec("\\PC{0,12}", 0..20)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            for language in ["en", "ru"] {
                let taggings = tagger(language).taggings(&words);
                prop_assert_eq!(taggings.len(), words.len());
                for tagging in taggings {
                    prop_assert!((0.0..=1.0).contains(&tagging.confidence()));
                }
            }
        }
    }
}
