//! Reads a document for keywords: tells words, their parts and kinds apart, and where
//! phrases must stop.

use rustc_hash::FxHashSet;

use crate::base::{Budget, Interrupted, Span};
use crate::stem::{Analyzer, Group, Lookup, Piece, groups};
use crate::text::{
    Article, Boilerplate, Document, Elisions, Field, Folded, Place, TokenKind, sentences,
};

use super::language::Ways;
use super::lexicon::{Lexeme, Lexicon, Looks};
use super::numbers::next_number;
use super::reading::{Case, Kind, Part, Reading, WORDS_PER_CHECK, Word};
use super::word::{Capitals, Spelling, Written, is_headed, is_joined};

/// Shorter words are taken for function words, as YAKE's authors do, where a script
/// has capitals; in other scripts most words are as short.
const LETTERS_MIN: u16 = 3;

/// The same where there is no list of stop words: articles and prepositions of most
/// languages are that short, and not many nouns.
const LETTERS_MIN_WITHOUT_LIST: u16 = 4;

/// The same in scripts without capitals.
const LETTERS_MIN_WITHOUT_CAPITALS: u16 = 2;

/// Sentences between two looks at the budget.
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
        let n_bytes = document.len_bytes();
        let extra_stop_words = folded(extra_stop_words, analyzer, budget)?;
        let mut reading = Self::default();
        reading.words.reserve(n_bytes / BYTES_PER_WORD);
        reading.parts.reserve(n_bytes / BYTES_PER_WORD);
        analyzer.remember(n_bytes);
        let read = |lexicon: &mut Lexicon, lookup: &mut Lookup| {
            let mut reader = Reader {
                article,
                analyzer,
                ways: Ways::of(analyzer.language),
                elisions: Elisions::of(analyzer.language),
                extra_stop_words,
                lookup,
                lexicon,
                ahead: article.boilerplate(),
                lexemes: Vec::new(),
                n_groups: 0,
                reading: &mut reading,
            };
            for field in [Field::Title, Field::Text] {
                reader.read_field(document.field(field), field, budget)?;
            }
            Ok(())
        };
        Lexicon::lend(analyzer, |lexicon| {
            analyzer.with_lookup(n_bytes, |lookup| read(lexicon, lookup))
        })?;
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
struct Reader<'a, 'm> {
    article: &'a Article,
    analyzer: &'a Analyzer,
    ways: &'static Ways,
    elisions: Option<Elisions>,
    extra_stop_words: FxHashSet<Folded>,
    lookup: &'a mut Lookup<'m>,
    lexicon: &'a mut Lexicon,
    /// What is not the article, as far as it was not passed yet.
    ahead: &'a [Boilerplate],
    /// Those of the word that is being read, and whether the caller has each for a stop word.
    lexemes: Vec<(Lexeme, bool)>,
    /// Words that were read, of the article or not.
    n_groups: usize,
    reading: &'a mut Reading,
}

/// A sentence, and what is so of all its words.
#[derive(Clone, Copy)]
struct Sentence<'t> {
    /// The field that it stands in, and the headline if that is there too.
    field: Field,
    headline: Option<Span>,
    text: &'t str,
    /// Where it begins there.
    start: usize,
    content: &'t str,
    capitals: Capitals,
}

/// What the word before tells of the next one.
#[derive(Clone, Copy)]
struct Left<'t> {
    written: &'t str,
    end: usize,
    in_headline: bool,
    has_genitive: bool,
}

impl<'a> Reader<'a, '_> {
    /// Reads `text`, which is the document's `field`.
    fn read_field(
        &mut self,
        text: &'a str,
        field: Field,
        budget: &Budget,
    ) -> Result<(), Interrupted> {
        let headline = self.article.headline().filter(|h| h.field == field);
        let headline = headline.map(|headline| headline.span);
        for span in sentences(text, self.analyzer.language) {
            if self.reading.n_sentences.is_multiple_of(SENTENCES_PER_CHECK) {
                budget.check()?;
            }
            let content = span.slice(text).unwrap_or_default();
            let sentence = Sentence {
                field,
                headline,
                text,
                start: span.start,
                content,
                capitals: Capitals::of(content),
            };
            self.read(sentence, budget)?;
            self.reading.n_sentences += 1;
        }
        Ok(())
    }

    /// Appends the words of `sentence` to what was read.
    fn read(&mut self, sentence: Sentence<'a>, budget: &Budget) -> Result<(), Interrupted> {
        let mut groups = groups(sentence.content, self.elisions);
        let mut next = groups.next();
        let mut before = None;
        let mut is_first = true;
        while let Some(group) = next {
            if self.n_groups.is_multiple_of(WORDS_PER_CHECK) {
                budget.check()?;
            }
            self.n_groups += 1;
            next = groups.next();
            before = self.group(sentence, is_first, &group, next.as_ref(), before);
            is_first = false;
        }
        Ok(())
    }

    /// Appends `group`, with its neighbours, if it is a word of the article: what it tells of
    /// the next one.
    fn group(
        &mut self,
        sentence: Sentence<'a>,
        opens_sentence: bool,
        group: &Group,
        next: Option<&Group>,
        before: Option<Left<'a>>,
    ) -> Option<Left<'a>> {
        let place = Place {
            field: sentence.field,
            span: group.span.shifted(sentence.start),
        };
        if is_address(group.kind) || self.is_boilerplate(place) {
            return None;
        }
        let letters = group.span.slice(sentence.content)?;
        let looks = self.looks(sentence, group, letters);
        if !looks.fits {
            return None;
        }
        let in_headline = sentence.headline.is_some_and(|span| span.holds(place.span));
        let left = before.filter(|left| {
            left.in_headline == in_headline
                && !left.has_genitive
                && follows(sentence.content, left, group, letters)
        });
        let word = Written {
            sentence: sentence.content,
            group,
            letters,
            looks,
            capitals: sentence.capitals,
            opens_sentence,
            before_name: (left.is_some() || looks.shortened_name)
                && self.may_be_of_name(looks)
                && is_capital_behind(sentence.content, group, next),
        };
        let first_part = self.reading.parts.len();
        let content = self.push_parts(sentence, &word, left.is_some());
        let n_parts = self.reading.parts.len() - first_part;
        let gerund = self.is_gerund(&word, left);
        self.reading.words.push(Word {
            start: next_number(place.span.start),
            end: next_number(place.span.end),
            first_part: next_number(first_part),
            n_parts: u16::try_from(n_parts).unwrap_or(u16::MAX),
            genitive: looks.genitive,
            field: place.field,
            kind: group.kind,
            joined: left.is_some(),
            content,
            capital: looks.headed,
            headline: in_headline,
            gerund,
            connector: looks.connector,
            particle: looks.particle,
        });
        Some(Left {
            written: letters,
            end: group.span.end,
            in_headline,
            has_genitive: looks.genitive > 0,
        })
    }

    /// Whether the word that is being read may be one of a name though it is none by itself:
    /// "São Paulo", "St. Louis".
    fn may_be_of_name(&self, looks: Looks) -> bool {
        let may_be = |(lexeme, _): &(Lexeme, bool)| lexeme.stop_word && lexeme.spelling.headed;
        looks.shortened_name || self.lexemes.first().is_none_or(may_be)
    }

    /// Whether any of `place` is boilerplate; places come in text order.
    fn is_boilerplate(&mut self, place: Place) -> bool {
        if place.field != Field::Text {
            return false;
        }
        while let Some((first, others)) = self.ahead.split_first() {
            if first.span.end > place.span.start {
                return first.span.start < place.span.end;
            }
            self.ahead = others;
        }
        false
    }

    /// How `group` looks, with the `letters` that it has: one word is looked up at once.
    fn looks(&mut self, sentence: Sentence<'a>, group: &Group, letters: &str) -> Looks {
        self.lexemes.clear();
        let Some(whole) = group.as_piece() else {
            return Looks::of(letters, self.ways);
        };
        let known = self.lexeme(sentence, whole);
        self.lexemes.push(known);
        known.0.looks
    }

    /// What is known of `piece` of `sentence`, and whether it is a stop word of the caller's.
    fn lexeme(&mut self, sentence: Sentence<'a>, piece: Piece) -> (Lexeme, bool) {
        let span = piece.span.shifted(sentence.start);
        let piece = (sentence.text, Piece { span, ..piece });
        let stems = &mut self.reading.stems;
        let lexeme = self.lexicon.word(piece, self.lookup, stems);
        let extra = &self.extra_stop_words;
        let is_extra = !extra.is_empty() && {
            let (text, piece) = piece;
            extra.contains(&self.lookup.term_of(text, piece).folded)
        };
        (lexeme, is_extra)
    }

    /// Appends the parts of `word`, but what its genitive makes of its end: whether one is of
    /// content.
    fn push_parts(&mut self, sentence: Sentence<'a>, word: &Written, joined: bool) -> bool {
        if self.lexemes.is_empty() {
            let n_pieces = word.group.n_pieces();
            let genitive = usize::from(word.looks.genitive);
            for (i, piece) in word.group.pieces().enumerate() {
                let is_genitive = piece.span.start + genitive > word.group.span.end;
                if i == 0 || i + 1 < n_pieces || !is_genitive {
                    let lexeme = self.lexeme(sentence, piece);
                    self.lexemes.push(lexeme);
                }
            }
        }
        let mut content = false;
        for (i, (lexeme, is_extra)) in self.lexemes.iter().enumerate() {
            let kind = self.kind(lexeme, *is_extra, word);
            content |= kind == Kind::Content;
            let part = Part {
                stem: lexeme.stem,
                term: self.reading.terms.number(lexeme.stem, kind),
                kind,
                case: word.case(lexeme.spelling, i),
                sentence: next_number(self.reading.n_sentences),
                follows: i > 0 || joined,
            };
            self.reading.parts.push(part);
        }
        content
    }

    /// Whether `word` may be an English gerund with an object, and no noun: behind an
    /// article it is one ("the housing market").
    fn is_gerund(&self, word: &Written, left: Option<Left>) -> bool {
        let before_nouns = self.ways.before_gerund_nouns;
        let [(lexeme, _)] = self.lexemes.as_slice() else {
            return false;
        };
        lexeme.looks.gerund
            && word.group.n_pieces() == 1
            && !before_nouns.is_empty()
            && word.case(lexeme.spelling, 0) == Case::Plain
            && !left.is_some_and(|left| before_nouns.contains(&&*left.written.to_lowercase()))
    }

    /// What `lexeme` can be in a phrase as a part of `word`, where the caller may have it for
    /// a stop word.
    fn kind(&self, lexeme: &Lexeme, is_extra_stop_word: bool, word: &Written) -> Kind {
        let spelling = lexeme.spelling;
        if spelling.n_letters == 0 {
            return Kind::Figure;
        }
        if word.looks.elided || is_extra_stop_word {
            return Kind::Function;
        }
        // "US", "WHO" and "IT" are no pronouns; nor is the F of "F-16" too short.
        let several = word.group.n_pieces() > 1;
        let alone = !several && word.looks.single;
        if spelling.is_acronym() && word.capitals != Capitals::All && !alone {
            return Kind::Content;
        }
        // "Ту-154", "Wi-Fi": the letters of a model may be those of a pronoun.
        let is_model = several
            && spelling.headed
            && (word.letters.contains(char::is_numeric) || word.is_of_capitals());
        // "pH" and "St. Louis" are too short by themselves.
        let is_short_name =
            spelling.has_capital_inside || word.before_name && word.looks.shortened_name;
        if is_model || is_short_name && word.capitals != Capitals::All {
            return Kind::Content;
        }
        // "São Paulo" is no form of "to be"; German has capitals for pronouns too.
        let is_of_name = word.before_name
            && spelling.headed
            && word.capitals == Capitals::Usual
            && !self.ways.capital_nouns;
        if lexeme.stop_word && is_of_name {
            return Kind::Content;
        }
        if lexeme.stop_word || spelling.n_letters < self.letters_min(spelling) {
            return Kind::Function;
        }
        Kind::Content
    }

    /// Letters that what is spelt so must have to be more than a function word.
    fn letters_min(&self, spelling: Spelling) -> u16 {
        if !spelling.is_cased() {
            return LETTERS_MIN_WITHOUT_CAPITALS;
        }
        match self.analyzer.stop_words {
            Some(_) => LETTERS_MIN,
            None => LETTERS_MIN_WITHOUT_LIST,
        }
    }
}

/// Whether what is of `kind` is an address, and no word of a phrase.
fn is_address(kind: TokenKind) -> bool {
    match kind {
        TokenKind::Url | TokenKind::Email | TokenKind::Mention => true,
        TokenKind::Word
        | TokenKind::Number
        | TokenKind::Compound
        | TokenKind::Abbreviation
        | TokenKind::Hashtag => false,
    }
}

/// Whether `group`, which has these `letters`, is the next word of the chunk of `left`.
fn follows(sentence: &str, left: &Left, group: &Group, letters: &str) -> bool {
    // Between nearly all words stands a blank, which is told from its byte.
    let between = sentence.as_bytes().get(left.end..group.span.start);
    between == Some(b" ") || {
        let between = Span::new(left.end, group.span.start).slice(sentence);
        is_joined(left.written, between.unwrap_or("-"), letters)
    }
}

/// Whether `next` stands right behind `group`, and begins with a capital.
fn is_capital_behind(sentence: &str, group: &Group, next: Option<&Group>) -> bool {
    next.is_some_and(|next| {
        let between = Span::new(group.span.end, next.span.start).slice(sentence);
        matches!(between, Some(" " | ". "))
            && is_headed(next.span.slice(sentence).unwrap_or_default())
    })
}
