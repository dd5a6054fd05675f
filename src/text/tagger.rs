//! Part-of-speech tagging: what kind of word each word of a sentence is.
//!
//! An averaged perceptron (Collins, "Discriminative Training Methods for Hidden Markov
//! Models", EMNLP 2002) that goes from left to right and never back, over the clues of
//! `clue`; `tag_table` holds its weights, which `tools/` learns from treebanks. Sums are
//! of small whole numbers, so every machine gives the same tags.

use crate::base::Language;

use super::clue::{Look, START, joint_clues, joint_history_clues, settle};
use super::part_of_speech::{PartOfSpeech, PartsOfSpeech};
use super::powers::Powers;
use super::tag_memo::{At, Known, TagMemo};
use super::tag_table::{Scores, TagModel, TagTable};

/// Tells the parts of speech of one language.
#[derive(Clone, Copy, Debug)]
pub struct Tagger {
    table: TagTable,
    powers: Powers,
}

/// What is known of a word's part of speech.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagging {
    part: PartOfSpeech,
    scores: Scores,
    powers: Powers,
}

impl Tagger {
    /// That of `language`; `None` where there is none.
    pub fn of(language: Language) -> Option<Self> {
        Self::by(TagModel::shipped()?, language)
    }

    /// That of `language` by another `model` than the one that ships.
    pub fn by(model: TagModel, language: Language) -> Option<Self> {
        let table = model.table_of(language)?;
        let powers = Powers::of(table.step);
        Some(Self { table, powers })
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
        TagMemo::lend(self.table, |memo| self.taggings_by(memo, words))
    }

    fn taggings_by(&self, memo: &mut TagMemo, words: &[&str]) -> Vec<Tagging> {
        let seen = Seen::new(memo, words);
        // First what hangs on no tag: those look-ups wait for nothing, and so not for one
        // another.
        let mut sums = Vec::with_capacity(words.len());
        sums.extend((0..words.len()).map(|i| self.sum(&seen, i)));
        let mut tags = [START; 2];
        let mut taggings = Vec::with_capacity(words.len());
        for (i, sum) in sums.into_iter().enumerate() {
            let tagging = self.tagging(&seen, i, sum, tags);
            tags = [tagging.part as usize, tags[0]];
            taggings.push(tagging);
        }
        taggings
    }

    /// What word number `i` is, after words with these `tags`, where `sum` is that of all
    /// other clues.
    fn tagging(&self, seen: &Seen, i: usize, sum: Scores, tags: [usize; 2]) -> Tagging {
        let look = seen.look(Some(i));
        let mut scores = sum;
        if look.is_word() {
            let (word, after) = (seen.at(Some(i)), seen.at(Some(i + 1)));
            let [nearer, _] = tags;
            let clues = joint_history_clues(&word.view, &after.view, nearer);
            self.table.add_all(&clues, &mut scores);
            seen.memo.add_of_tags(tags, look.shape(), &mut scores);
        }
        Tagging {
            part: best(&scores),
            scores,
            powers: self.powers,
        }
    }

    /// The sums of all clues to word number `i` but those by its shape and the tags before.
    fn sum(&self, seen: &Seen, i: usize) -> Scores {
        let look = seen.look(Some(i));
        if !look.is_word() {
            return Scores::only(PartOfSpeech::Other);
        }
        let word = seen.at(Some(i));
        let (before, after) = (seen.at(i.checked_sub(1)), seen.at(Some(i + 1)));
        let mut scores = word.sums.own;
        scores.add(&seen.at(i.checked_sub(2)).sums.as_second_before);
        scores.add(&seen.at(Some(i + 2)).sums.as_second_after);
        // What a clitic tells stands for what the neighbour does.
        match word.view.clue_of_clitic_in_front() {
            Some(clitic) => {
                let [_, ending] = before.view.clues_as_before();
                self.table.add_all(&[clitic, ending], &mut scores);
            }
            None => scores.add(&before.sums.as_before),
        }
        match word.view.clue_of_clitic_behind() {
            Some(clitic) => {
                let [_, ending] = after.view.clues_as_after();
                self.table.add_all(&[clitic, ending], &mut scores);
            }
            None => scores.add(&after.sums.as_after),
        }
        let looks = [seen.look(i.checked_sub(1)), look, seen.look(Some(i + 1))];
        let views = [&before.view, &word.view, &after.view];
        self.table.add_all(&joint_clues(views, looks), &mut scores);
        scores
    }
}

/// The words of a sentence as they are seen, and what each tells by itself.
struct Seen<'m> {
    memo: &'m TagMemo,
    places: Vec<At>,
    looks: Vec<Look>,
}

impl<'m> Seen<'m> {
    fn new(memo: &'m mut TagMemo, words: &[&str]) -> Self {
        memo.begin();
        let places: Vec<_> = words.iter().map(|word| memo.find(word)).collect();
        let looks = places.iter().map(|at| memo.get(*at).view.look());
        let mut looks: Vec<_> = looks.collect();
        settle(words, &mut looks);
        Self {
            memo,
            places,
            looks,
        }
    }

    /// What is known of word number `i`, or of what is outside.
    #[inline]
    fn at(&self, i: Option<usize>) -> &'m Known {
        let at = i.and_then(|i| self.places.get(i)).copied();
        self.memo.get(at.unwrap_or(At::OUTSIDE))
    }

    /// How it looks in its sentence.
    #[inline]
    fn look(&self, i: Option<usize>) -> Look {
        let look = i.and_then(|i| self.looks.get(i)).copied();
        look.unwrap_or_default()
    }
}

/// The part of speech with the highest score, the first one of equals.
fn best(scores: &Scores) -> PartOfSpeech {
    let most = scores.most();
    let best = scores.as_array().iter().position(|score| *score == most);
    let best = best.and_then(|best| PartOfSpeech::ALL.get(best));
    best.copied().unwrap_or(PartOfSpeech::Other)
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
    #[inline]
    pub fn probabilities<const N: usize>(&self, parts: [PartsOfSpeech; N]) -> [f32; N] {
        let scores = self.scores.as_array();
        let most = self.scores.most();
        let mut powers = [0.0; PartOfSpeech::COUNT];
        let mut of_all = 0.0;
        for (power, score) in powers.iter_mut().zip(scores) {
            *power = self.powers.get(most.abs_diff(*score));
            of_all += *power;
        }
        let mut of_parts = [0.0; N];
        for (sum, parts) in of_parts.iter_mut().zip(&parts) {
            for part in parts.numbers() {
                *sum += powers.get(part).copied().unwrap_or_default();
            }
            *sum /= of_all;
        }
        of_parts
    }

    /// How likely it is the likeliest one.
    pub fn confidence(&self) -> f32 {
        self.probability(PartsOfSpeech::of(&[self.part]))
    }
}

#[cfg(test)]
mod tests {
    use super::super::clue::{View, clues, history_clues, views};
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

    /// What the clues say, looked up one by one.
    fn plain(tagger: &Tagger, words: &[&str]) -> Vec<(PartOfSpeech, Scores)> {
        let mut seen = Vec::new();
        views(words, &mut seen);
        let mut tags = [START; 2];
        let mut told = Vec::new();
        for (i, word) in seen.iter().enumerate() {
            let outside = View::default();
            let after = seen.get(i + 1).unwrap_or(&outside);
            let mut scores = Scores::default();
            let clues = clues(&seen, i).into_iter();
            for clue in clues.chain(history_clues(word, after, tags)) {
                tagger.table.add(clue, &mut scores);
            }
            if !word.is_word() {
                scores = Scores::only(Other);
            }
            let part = best(&scores);
            tags = [part as usize, tags[0]];
            told.push((part, scores));
        }
        told
    }

    proptest! {
        #[test]
        fn sums_that_are_kept_are_those_of_all_clues(
            words in prop::collection::vec("(l'|qu’)?[A-Ca-c]{0,3}(é|Ы|7|-)?[a-c]{0,2}('s|’ll)?|[.,]|\\PC{0,40}", 0..30),
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            for language in ["en", "fr", "ru"] {
                let tagger = tagger(language);
                let told: Vec<_> = tagger.taggings(&words).iter().map(|t| (t.part, t.scores)).collect();
                prop_assert_eq!(told, plain(&tagger, &words));
            }
        }

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
