//! Reads a document for keywords: tells words, their parts and kinds apart, and where
//! phrases must stop.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::base::{Budget, Interrupted, Span};
use crate::stem::{Analyzer, Group, Token};
use crate::text::{Article, Document, Field, Folded, Place, TokenKind, is_file_name, sentences};

use super::language::Ways;
use super::numbers::next_number;
use super::reading::{Case, Kind, Part, Reading, WORDS_PER_CHECK, Word};
use super::word::{Capitals, Spelling, Written, is_headed, is_joined};

/// Longer words are links, hashes and keyboards under cats: no keywords.
pub(super) const WORD_CHARACTERS_MAX: usize = 60;

/// Shorter words are taken for function words, as YAKE's authors do, where a script
/// has capitals; in other scripts most words are as short.
const LETTERS_MIN: usize = 3;

/// The same where there is no list of stop words: articles and prepositions of most
/// languages are that short, and not many nouns.
const LETTERS_MIN_WITHOUT_LIST: usize = 4;

/// The same in scripts without capitals.
const LETTERS_MIN_WITHOUT_CAPITALS: usize = 2;

/// Sentences between two looks at the budget; long ones are watched by the analyzer.
const SENTENCES_PER_CHECK: usize = 128;

/// About what a word and a blank take, for a guess at their number: 5.9 bytes in our articles
/// in English.
const BYTES_PER_WORD: usize = 6;

impl Reading {
    /// Reads the title, then the text of `document`, without what is no part of `article`.
    pub(super) fn new(
        document: &Document,
        article: &Article,
        analyzer: &Analyzer,
        extra_stop_words: &[String],
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let reader = Reader {
            article,
            analyzer,
            ways: Ways::of(analyzer.language),
            extra_stop_words: folded(extra_stop_words, analyzer, budget)?,
        };
        analyzer.remember(document.len_bytes());
        let mut reading = Self::default();
        let n_words = document.len_bytes() / BYTES_PER_WORD;
        reading.words.reserve(n_words);
        reading.parts.reserve(n_words);
        for field in [Field::Title, Field::Text] {
            let text = document.field(field);
            for sentence in sentences(text, analyzer.language) {
                if reading.n_sentences % SENTENCES_PER_CHECK == 0 {
                    budget.check()?;
                }
                reader.read(text, field, sentence, &mut reading, budget)?;
                reading.n_sentences += 1;
            }
        }
        Ok(reading)
    }
}

/// The `words` in normal form, abbreviations also without their full stops.
fn folded(
    words: &[String],
    analyzer: &Analyzer,
    budget: &Budget,
) -> Result<FxHashSet<Folded>, Interrupted> {
    let mut folded = FxHashSet::default();
    for (i, word) in words.iter().enumerate() {
        if i % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        folded.insert(Folded::new(word, analyzer.casing));
        if word.contains('.') {
            folded.insert(Folded::new(&word.replace('.', ""), analyzer.casing));
        }
    }
    Ok(folded)
}

/// Tells words and kinds of token apart.
struct Reader<'a> {
    article: &'a Article,
    analyzer: &'a Analyzer,
    ways: &'static Ways,
    extra_stop_words: FxHashSet<Folded>,
}

/// What the word before tells of the next one.
#[derive(Clone, Copy)]
struct Left<'t> {
    written: &'t str,
    end: usize,
    in_headline: bool,
    has_genitive: bool,
}

impl Reader<'_> {
    /// Appends the words of `sentence` of `text` to `reading`.
    fn read(
        &self,
        text: &str,
        field: Field,
        sentence: Span,
        reading: &mut Reading,
        budget: &Budget,
    ) -> Result<(), Interrupted> {
        let content = sentence.slice(text).unwrap_or_default();
        let (tokens, groups) = self.analyzer.analyze_groups(content, field, budget)?;
        let capitals = Capitals::of(content);
        let headline = self.article.headline().filter(|h| h.field == field);
        let mut rest = tokens.as_slice();
        let mut before: Option<Left> = None;
        for (i, group) in groups.iter().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let (tokens, others) = rest.split_at_checked(group.n_words).unwrap_or_default();
            rest = others;
            let mut word = Written {
                sentence: content,
                group: *group,
                letters: group.span.slice(content).unwrap_or_default(),
                tokens,
                capitals,
                opens_sentence: i == 0,
                before_name: false,
            };
            let place = Place {
                field,
                span: group.span.shifted(sentence.start),
            };
            let in_headline = headline.is_some_and(|headline| headline.span.holds(place.span));
            if !is_word(&word) || self.article.is_boilerplate(place) {
                before = None;
                continue;
            }
            let left = before.filter(|left| {
                let between = Span::new(left.end, group.span.start).slice(content);
                left.in_headline == in_headline
                    && !left.has_genitive
                    && is_joined(left.written, between.unwrap_or("-"), word.letters)
            });
            word.before_name = (left.is_some() || word.is_shortened_name())
                && is_capital_behind(content, group, groups.get(i + 1));
            let genitive = self.ways.genitive.len(word.letters);
            let parts = self.push_parts(&word, genitive, left.is_some(), reading);
            let parts_of_word = reading.parts.get(parts.clone()).unwrap_or_default();
            reading.words.push(Word {
                start: next_number(place.span.start),
                end: next_number(place.span.end),
                first_part: next_number(parts.start),
                n_parts: u16::try_from(parts.len()).unwrap_or(u16::MAX),
                genitive: u8::try_from(genitive).unwrap_or_default(),
                field,
                kind: group.kind,
                joined: left.is_some(),
                content: parts_of_word.iter().any(|part| part.kind == Kind::Content),
                capital: is_headed(word.letters),
                headline: in_headline,
                gerund: self.is_gerund(&word, left),
            });
            before = Some(Left {
                written: word.letters,
                end: group.span.end,
                in_headline,
                has_genitive: genitive > 0,
            });
        }
        Ok(())
    }

    /// Appends the parts of `word`, but what a genitive of so many bytes makes of its end:
    /// their numbers.
    fn push_parts(
        &self,
        word: &Written,
        genitive: usize,
        joined: bool,
        reading: &mut Reading,
    ) -> Range<usize> {
        let mut tokens = word.tokens;
        if let [others @ .., last] = tokens
            && !others.is_empty()
            && last.place.span.start + genitive > word.group.span.end
        {
            tokens = others;
        }
        let first = reading.parts.len();
        for (i, token) in tokens.iter().enumerate() {
            let spelling = Spelling::of(word.slice(token));
            let kind = self.kind(token, &spelling, word);
            let stem = reading.stems.number(&token.stem);
            reading.parts.push(Part {
                stem,
                term: reading.terms.number(stem, kind),
                kind,
                case: word.case(&spelling, i),
                sentence: next_number(reading.n_sentences),
                follows: i > 0 || joined,
            });
        }
        first..reading.parts.len()
    }

    /// Whether `word` may be an English gerund with an object, and no noun: behind an
    /// article it is one ("the housing market").
    fn is_gerund(&self, word: &Written, left: Option<Left>) -> bool {
        let before_nouns = self.ways.before_gerund_nouns;
        let [token] = word.tokens else {
            return false;
        };
        let written = word.slice(token);
        written.len() > GERUND_BYTES_MIN
            && written.ends_with("ing")
            && !before_nouns.is_empty()
            && word.case(&Spelling::of(written), 0) == Case::Plain
            && !left.is_some_and(|left| before_nouns.contains(&&*left.written.to_lowercase()))
    }

    /// What `token`, which is spelt so, can be in a phrase as a part of `word`.
    fn kind(&self, token: &Token, spelling: &Spelling, word: &Written) -> Kind {
        if spelling.n_letters == 0 {
            return Kind::Figure;
        }
        if word.is_elided() || self.is_extra_stop_word(token) {
            return Kind::Function;
        }
        // "US", "WHO" and "IT" are no pronouns; nor is the F of "F-16" too short.
        let alone = word.tokens.len() == 1 && word.letters.chars().nth(1).is_none();
        if spelling.is_acronym() && word.capitals != Capitals::All && !alone {
            return Kind::Content;
        }
        // "Ту-154", "Wi-Fi": the letters of a model may be those of a pronoun.
        let is_model = word.tokens.len() > 1
            && spelling.headed
            && (word.letters.contains(char::is_numeric) || word.is_of_capitals());
        // "pH" and "St. Louis" are too short by themselves.
        let is_short_name =
            spelling.has_capital_inside || word.before_name && word.is_shortened_name();
        if is_model || is_short_name && word.capitals != Capitals::All {
            return Kind::Content;
        }
        // "São Paulo" is no form of "to be"; German has capitals for pronouns too.
        let is_of_name = word.before_name
            && spelling.headed
            && word.capitals == Capitals::Usual
            && !self.ways.capital_nouns;
        if token.stop_word && is_of_name {
            return Kind::Content;
        }
        if token.stop_word || spelling.n_letters < self.letters_min(spelling) {
            return Kind::Function;
        }
        Kind::Content
    }

    fn is_extra_stop_word(&self, token: &Token) -> bool {
        !self.extra_stop_words.is_empty() && self.extra_stop_words.contains(&token.folded)
    }

    /// Letters that what is spelt so must have to be more than a function word.
    fn letters_min(&self, spelling: &Spelling) -> usize {
        if !spelling.is_cased() {
            return LETTERS_MIN_WITHOUT_CAPITALS;
        }
        match self.analyzer.stop_words {
            Some(_) => LETTERS_MIN,
            None => LETTERS_MIN_WITHOUT_LIST,
        }
    }
}

/// Shorter words in "-ing" are nouns: "king", "thing".
const GERUND_BYTES_MIN: usize = 5;

/// Whether `word` can be one of a phrase: no address, no name of a file, and not too long.
fn is_word(word: &Written) -> bool {
    let is_address = match word.group.kind {
        TokenKind::Url | TokenKind::Email | TokenKind::Mention => true,
        TokenKind::Word
        | TokenKind::Number
        | TokenKind::Compound
        | TokenKind::Abbreviation
        | TokenKind::Hashtag => false,
    };
    !is_address
        && !word.tokens.is_empty()
        && is_short(word.letters)
        && (!is_file_name(word.letters) || is_program(word.letters))
}

/// Whether `written` is no longer than a keyword's word may be.
fn is_short(written: &str) -> bool {
    // A word never has more characters than bytes: most need no count.
    written.len() <= WORD_CHARACTERS_MAX || written.chars().count() <= WORD_CHARACTERS_MAX
}

/// Whether `written` names a program, not a file: "Node.js".
fn is_program(written: &str) -> bool {
    is_headed(written) && written.strip_suffix(".js").is_some()
}

/// Whether `next` stands right behind `group`, and begins with a capital.
fn is_capital_behind(sentence: &str, group: &Group, next: Option<&Group>) -> bool {
    next.is_some_and(|next| {
        let between = Span::new(group.span.end, next.span.start).slice(sentence);
        matches!(between, Some(" " | ". "))
            && is_headed(next.span.slice(sentence).unwrap_or_default())
    })
}
