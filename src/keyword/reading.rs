//! A document as keywords see it: words in sentences, and where phrases must stop.
//!
//! A *word* here is a word as it is written: "COVID-19", "AT&T" and "mother-in-law"
//! are one each, made of several tokens, their *parts*. Words of one *chunk* stand
//! side by side in a sentence with nothing but a blank between them (or nothing at
//! all, in scripts that write no blanks). Anything else ends a chunk: a comma, a
//! quotation mark, a bracket, a dash, a tab, a second blank.
//!
//! Nothing is scored here, and no sentence is judged as boilerplate. `reader` reads.

use std::ops::Range;

use crate::base::Span;
use crate::text::{Field, Place, TokenKind};

use super::numbers::{Stems, TermNumbers};

/// Words between two looks at the budget.
pub(super) const WORDS_PER_CHECK: usize = 512;

/// A document, read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// In text order, title first.
    pub(super) words: Vec<Word>,
    /// The tokens of all words, in text order.
    pub(super) parts: Vec<Part>,
    /// Stems by their number.
    pub(super) stems: Stems,
    /// Terms by their number.
    pub(super) terms: TermNumbers,
    /// Sentences of title and text, wordless ones too.
    pub(super) n_sentences: usize,
}

/// A word as it is written.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is so of a word is so each by itself, and memory counts"
)]
pub(super) struct Word {
    /// Where it begins in its field.
    pub(super) start: u32,
    /// Where it ends there.
    pub(super) end: u32,
    /// Its first part.
    pub(super) first_part: u32,
    /// Its number of parts, at least 1.
    pub(super) n_parts: u16,
    /// Bytes at its end that are a genitive's: "Ukraine's".
    pub(super) genitive: u8,
    /// The field that it stands in.
    pub(super) field: Field,
    /// What it is made of.
    pub(super) kind: TokenKind,
    /// Whether a phrase may go on from the word before to this one.
    pub(super) joined: bool,
    /// Whether a phrase may begin or end with it.
    pub(super) content: bool,
    /// Whether it begins with a capital, for whatever reason.
    pub(super) capital: bool,
    /// Whether it is one of the headline.
    pub(super) headline: bool,
    /// Whether it may be an English gerund with an object: "mining data".
    pub(super) gerund: bool,
    /// Whether it joins two nouns in the language: "of".
    pub(super) connector: bool,
    /// Whether it stands in names, in texts of any language that has it for no word of its
    /// own: "van".
    pub(super) particle: bool,
}

impl Word {
    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        Place {
            field: self.field,
            span: Span::new(self.start as usize, self.end as usize),
        }
    }

    /// The same without the ending of a genitive: "Ukraine" of "Ukraine's".
    pub(super) fn place_without_genitive(&self) -> Place {
        let end = self.end.saturating_sub(u32::from(self.genitive));
        Place {
            field: self.field,
            span: Span::new(self.start as usize, end as usize),
        }
    }

    /// Its parts among those of the reading.
    pub(super) fn parts(&self) -> Range<usize> {
        let first = self.first_part as usize;
        first..first + usize::from(self.n_parts)
    }
}

/// A token of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Number of its stem: what phrases are told apart by.
    pub(super) stem: u32,
    /// Number of stem and kind: what statistics are of, so that "US" and "us" are two.
    pub(super) term: u32,
    /// What it can be in a phrase.
    pub(super) kind: Kind,
    /// How it is written.
    pub(super) case: Case,
    /// Number of its sentence, the title's first being 0.
    pub(super) sentence: u32,
    /// Whether it directly follows the part before, in the same chunk.
    pub(super) follows: bool,
}

/// What a token can be in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Says what a text is about.
    Content,
    /// A stop word, or as short as one.
    Function,
    /// No letter in it.
    Figure,
}

impl Kind {
    /// How many there are.
    pub(super) const COUNT: usize = 3;
}

/// How a token is written, as far as that tells something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// In small letters; or at the start of a sentence, or in a sentence of capitals,
    /// where capitals tell nothing.
    Plain,
    /// With a capital at its head.
    Capital,
    /// In capitals throughout.
    Acronym,
}

impl Reading {
    /// Where the sentence of the word number `start` ends among the words, or after
    /// `words_max` of them.
    pub(super) fn sentence_end(&self, start: usize, words_max: usize) -> usize {
        let sentence_of = |word: &Word| {
            let part = self.parts.get(word.first_part as usize);
            part.map(|part| part.sentence)
        };
        let rest = self.words.get(start..).unwrap_or_default();
        let first = rest.first().and_then(sentence_of);
        let same = |word: &&Word| sentence_of(word) == first;
        start + rest.iter().take(words_max).take_while(same).count()
    }

    /// The parts of the words in `words`.
    pub(super) fn parts_of(&self, words: &Range<usize>) -> &[Part] {
        let (Some(first), Some(last)) = (
            self.words.get(words.start),
            self.words.get(words.end.saturating_sub(1)),
        ) else {
            return &[];
        };
        self.parts
            .get(first.parts().start..last.parts().end)
            .unwrap_or_default()
    }

    /// Whether the chunk has no word of content right before or right after `words`.
    pub(super) fn is_whole(&self, words: &Range<usize>) -> bool {
        let goes_on = |word: usize| self.words.get(word).is_some_and(|word| word.joined);
        let is_content = |word: usize| self.words.get(word).is_some_and(|word| word.content);
        let before = words.start.checked_sub(1);
        let begins_later = goes_on(words.start) && before.is_some_and(is_content);
        let ends_sooner = goes_on(words.end) && is_content(words.end);
        !begins_later && !ends_sooner
    }

    /// Whether among `words`, of which the first has no capital, a capital comes later:
    /// "director Smith", "pre-Russia invasion". Acronyms do not count.
    pub(super) fn is_mixed(&self, words: &Range<usize>) -> bool {
        let words = self.words.get(words.clone()).unwrap_or_default();
        let [first, others @ ..] = words else {
            return false;
        };
        let has = |word: &Word, case: Case| {
            let parts = self.parts.get(word.parts()).unwrap_or_default();
            parts.iter().any(|part| part.case == case)
        };
        let is_name = |word: &Word| word.capital && !has(word, Case::Acronym);
        first.content
            && !first.capital
            && (others.iter().any(is_name) || !others.is_empty() && has(first, Case::Capital))
    }

    /// Whether `words` are several, and one of them has letters and figures: "pre-1990
    /// prices", "F-16 jets".
    pub(super) fn has_figure(&self, words: &Range<usize>) -> bool {
        let has_both = |word: &Word| {
            let parts = self.parts.get(word.parts()).unwrap_or_default();
            word.content && parts.iter().any(|part| part.kind == Kind::Figure)
        };
        let several = self
            .words
            .get(words.clone())
            .filter(|words| words.len() > 1);
        several.is_some_and(|words| words.iter().any(has_both))
    }

    /// The stems of the words in `words`, joined by blanks.
    pub(super) fn normalized(&self, words: &Range<usize>) -> String {
        let parts = self.parts_of(words).iter();
        let stems: Vec<_> = parts.filter_map(|part| self.stems.get(part.stem)).collect();
        stems.join(" ")
    }

    /// Where the words in `words`, all of one sentence, stand.
    pub(super) fn place_of(&self, words: &Range<usize>) -> Option<Place> {
        let first = self.words.get(words.start)?;
        let last = self.words.get(words.end.checked_sub(1)?)?;
        Some(Place {
            field: first.field,
            span: Span::new(first.start as usize, last.end as usize),
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::lexicon::WORD_CHARACTERS_MAX;
    use super::*;
    use crate::base::{Budget, Language, Limits};
    use crate::stem::Analyzer;
    use crate::text::{Article, Document, DocumentParts};

    pub(in crate::keyword) fn document(title: &str, text: &str) -> Document {
        let parts = DocumentParts {
            title: title.into(),
            text: text.into(),
            ..DocumentParts::default()
        };
        Document::new(parts, &Limits::default()).unwrap()
    }

    pub(in crate::keyword) fn analyzer(language: &str) -> Analyzer {
        Analyzer::new(Language::from_code(language).unwrap())
    }

    pub(in crate::keyword) fn read(language: &str, title: &str, text: &str) -> Reading {
        let budget = Budget::unlimited();
        let document = document(title, text);
        let analyzer = analyzer(language);
        let article = Article::find(&document, analyzer.language, &budget).unwrap();
        Reading::new(&document, &article, &analyzer, &[], &budget).unwrap()
    }

    /// The words of `text`, one chunk a string, words divided by "|".
    fn chunks(language: &str, text: &str) -> Vec<String> {
        let reading = read(language, "", text);
        let mut chunks: Vec<String> = Vec::new();
        for word in &reading.words {
            let written = word.place().span.slice(text).unwrap();
            match chunks.last_mut() {
                Some(chunk) if word.joined => {
                    chunk.push('|');
                    chunk.push_str(written);
                }
                _ => chunks.push(written.to_owned()),
            }
        }
        chunks
    }

    #[test]
    fn chunks_end_where_a_phrase_must() {
        let long = format!("left {} right", "x".repeat(WORD_CHARACTERS_MAX + 1));
        let cases = [
            ("blank", "en", "harbour bridge", &["harbour|bridge"][..]),
            ("no-break space", "en", "5\u{a0}km away", &["5|km|away"]),
            ("comma", "en", "Rome, Paris", &["Rome", "Paris"]),
            (
                "name of a picture",
                "en",
                "left bridge-dusk.jpg right",
                &["left", "right"],
            ),
            (
                "quotes",
                "en",
                "an ‘unreal’ Berlin",
                &["an", "unreal", "Berlin"],
            ),
            (
                "brackets",
                "en",
                "Rome (Italy) won",
                &["Rome", "Italy", "won"],
            ),
            ("dash", "en", "talks – again", &["talks", "again"]),
            ("dash of hyphens", "en", "talks--again", &["talks", "again"]),
            ("colon", "en", "Weather: rain", &["Weather", "rain"]),
            (
                "line end",
                "en",
                "Bridge closed\nRain",
                &["Bridge|closed", "Rain"],
            ),
            (
                "sentence",
                "en",
                "It rains. Trains stop",
                &["It|rains", "Trains|stop"],
            ),
            ("two blanks", "en", "left  right", &["left", "right"]),
            ("tab", "en", "left\tright", &["left", "right"]),
            ("hyphen", "en", "a long-term plan", &["a|long-term|plan"]),
            (
                "hyphen and figure",
                "en",
                "COVID-19 cases",
                &["COVID-19|cases"],
            ),
            ("ampersand", "en", "AT&T shares", &["AT&T|shares"]),
            (
                "dotted acronym",
                "en",
                "many U.S. troops",
                &["many|U.S.|troops"],
            ),
            (
                "ampersand with blanks",
                "en",
                "Marks & Spencer & co",
                &["Marks|Spencer", "co"],
            ),
            ("two acronyms", "de", "die CDU/CSU", &["die|CDU|CSU"]),
            ("and/or", "en", "red and/or blue", &["red|and", "or|blue"]),
            ("saint", "en", "near St. Louis", &["near|St|Louis"]),
            ("Chinese", "zh", "高铁列车，北京", &["高铁|列车", "北京"]),
            ("Thai", "th", "ภาษาไทย", &["ภาษา|ไทย"]),
            ("two scripts", "zh", "iPhone手机", &["iPhone", "手机"]),
            ("far too long a word", "en", &long, &["left", "right"]),
        ];
        for (rule, language, text, expected) in cases {
            assert_eq!(chunks(language, text), expected, "{rule}: {text:?}");
        }
    }

    #[test]
    fn words_of_content_are_told_from_others() {
        let cases = [
            ("noun", "en", "a bridge", true),
            ("stop word", "en", "a while", false),
            ("figure", "en", "a 2024", false),
            ("figure in a word of content", "en", "a COVID-19", true),
            ("stop words, hyphened", "en", "a by-and-by", false),
            ("two letters", "en", "a km", false),
            ("two capitals", "en", "the EU", true),
            ("capitals of a stop word", "en", "the WHO", true),
            (
                "the same where all is in capitals",
                "en",
                "TO WHOM OR WHO",
                false,
            ),
            ("two capitals among Chinese", "zh", "北约 EU", true),
            ("a capital with a figure", "en", "the G7", true),
            ("capitals at a hyphen", "en", "the Wi-Fi", true),
            ("a capital inside", "en", "a pH", true),
            ("a capital at a hyphen", "en", "an F-16", true),
            ("one capital", "pt", "foi. É", false),
            ("two Chinese letters", "zh", "北京", true),
            ("one Chinese letter", "zh", "党", false),
            ("three letters without a list", "und", "lorem cum", false),
            ("four letters without a list", "und", "lorem amet", true),
        ];
        for (rule, language, text, expected) in cases {
            let reading = read(language, "", text);
            let last = reading.words.last().unwrap();
            assert_eq!(last.content, expected, "{rule}: {text:?}");
        }
    }

    #[test]
    fn capitals_count_where_they_tell_something() {
        let cases = [
            ("inside a sentence", "near Rome", Case::Capital),
            ("at its head", "Rome", Case::Plain),
            ("small letters", "NATO met; nato", Case::Plain),
            ("acronym", "in NATO", Case::Acronym),
            ("in a headline of capitals", "FIRE IN ROME", Case::Plain),
        ];
        for (rule, text, expected) in cases {
            let reading = read("en", "", text);
            assert_eq!(reading.parts.last().unwrap().case, expected, "{rule}");
        }
        let acronym_first = read("en", "", "NATO met in Rome");
        assert_eq!(acronym_first.parts[0].case, Case::Acronym);
    }

    #[test]
    fn a_title_is_the_first_sentence() {
        let reading = read("en", "Bridge closed", "It shut. Nobody was hurt.");
        let sentences: Vec<_> = reading.parts.iter().map(|part| part.sentence).collect();
        assert_eq!(sentences, [0, 0, 1, 1, 2, 2, 2]);
        assert_eq!(reading.n_sentences, 3);
        assert!(!reading.words[2].joined);
    }

    #[test]
    fn only_uncut_phrases_are_whole() {
        let reading = read("en", "", "the harbour bridge of Rome, closed");
        let cases = [
            ("between function words", 1..3, true),
            ("its first word", 1..2, false),
            ("its last word", 2..3, false),
            ("before a comma", 4..5, true),
            ("at the end", 5..6, true),
        ];
        for (rule, words, expected) in cases {
            assert_eq!(reading.is_whole(&words), expected, "{rule}");
        }
    }
}
