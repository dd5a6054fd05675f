//! From text to tokens: words, folded and stemmed as their language has it.

use std::cell::RefCell;
use std::ops::Deref;

use crate::base::{Budget, Interrupted, Language, Span};
use crate::text::{
    Casing, Elisions, Field, Folded, Place, StopWords, TokenKind, remove_diacritics, tokens, words,
};

use smol_str::SmolStr;

use super::group::{Form, Piece, groups};
use super::term::{Memo, Term};
use super::{Library, Stemmer};

/// One occurrence of a word in a document. It reads as its [`Term`]: `token.stem`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// How many words stand before it in its field, or in its list of words.
    pub index: usize,
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: TokenKind,
    /// The words inside, where there are several; else empty.
    pub parts: Vec<Span>,
    /// Its normal form and its stem.
    pub term: Term,
}

impl Deref for Token {
    type Target = Term;

    fn deref(&self) -> &Term {
        &self.term
    }
}

/// All that a language needs to turn text into tokens.
#[derive(Clone, Copy, Debug)]
pub struct Analyzer {
    /// The language.
    pub language: Language,
    /// Stems its words.
    pub stemmer: Stemmer,
    /// Writes lower case.
    pub casing: Casing,
    /// Its function words; `None` where there is no list.
    pub stop_words: Option<&'static StopWords>,
    /// Whether stems lose the marks on their letters.
    pub fold_diacritics: bool,
}

/// Makes the terms of words.
pub(crate) struct Lookup<'m> {
    analyzer: &'m Analyzer,
    memo: &'m mut Memo,
}

impl Lookup<'_> {
    /// The term of the word at `span` of `text`.
    pub(crate) fn term(&mut self, text: &str, span: Span) -> Term {
        let make = |word: &str| self.analyzer.term(word);
        self.memo.term(text, span, make)
    }

    /// The term of `piece` of `text`.
    pub(crate) fn term_of(&mut self, text: &str, piece: Piece) -> Term {
        let Span { start, end } = piece.span;
        let written = piece.span.slice(text).unwrap_or_default();
        match piece.form {
            Form::Whole => self.term(text, piece.span),
            Form::Elided => {
                let word = written.trim_end_matches(is_apostrophe);
                self.term(text, Span::new(start, start + word.len()))
            }
            Form::Dotted => {
                let word = written.replace('.', "");
                self.term(&word, Span::new(0, word.len()))
            }
            Form::Tagged => {
                let word = written.trim_start_matches('#');
                self.term(text, Span::new(end - word.len(), end))
            }
        }
    }
}

impl PartialEq for Analyzer {
    /// Whether both make the same of every word.
    fn eq(&self, other: &Self) -> bool {
        self.owner() == other.owner()
    }
}

/// Words between two looks at the budget: well under a millisecond.
const WORDS_PER_CHECK: usize = 512;

/// About what a word and a blank take, in Latin script; for a guess at their number.
const BYTES_PER_WORD: usize = 6;

/// Memos that a thread keeps: those of the last few languages that it worked on.
const MEMOS_MAX: usize = 4;

/// Shorter texts are not worth a new memo, which takes as long as twenty words.
const MEMO_TEXT_BYTES_MIN: usize = 200;

/// Texts of half the length are worth one to callers who say that more will come: it then
/// pays at the second.
const REMEMBERED_BYTES_MIN: usize = MEMO_TEXT_BYTES_MIN / 2;

/// What the terms of an analyzer depend on; lists of stop words live for ever, so the
/// address of one stands for it.
type Owner = (Language, Stemmer, Casing, Option<*const StopWords>, bool);

thread_local! {
    /// The last one used comes last.
    static MEMOS: RefCell<Vec<(Owner, Memo)>> = const { RefCell::new(Vec::new()) };
}

/// Puts `memo` last, in the place of the one that was not used for the longest.
fn keep(memos: &mut Vec<(Owner, Memo)>, owner: Owner, memo: Memo) {
    if memos.len() >= MEMOS_MAX {
        memos.remove(0);
    }
    memos.push((owner, memo));
}

impl Analyzer {
    /// The usual analyzer of `language`.
    ///
    /// ```
    /// use copydesk::base::{Budget, Language};
    /// use copydesk::stem::Analyzer;
    /// use copydesk::text::Field;
    ///
    /// let english = Analyzer::new(Language::from_code("en").unwrap());
    /// let tokens = english
    ///     .analyze("The bridges closed", Field::Text, &Budget::unlimited())
    ///     .unwrap();
    /// let stems: Vec<_> = tokens.iter().map(|token| token.stem.as_str()).collect();
    /// assert_eq!(stems, ["the", "bridg", "close"]);
    /// assert!(tokens[0].stop_word);
    /// ```
    pub fn new(language: Language) -> Self {
        Self {
            language,
            stemmer: Stemmer::for_language(language, Library::default()),
            casing: Casing::of(language),
            stop_words: StopWords::of(language),
            fold_diacritics: false,
        }
    }

    /// Whether there are stop words and a stemmer, so that answers are more than a
    /// best effort.
    pub fn is_supported(&self) -> bool {
        self.stop_words.is_some() && self.stemmer.algorithm().is_some()
    }

    /// The words of `text`, in order: compounds and addresses in parts, so that "COVID-19"
    /// and "COVID" meet.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn analyze(
        &self,
        text: &str,
        field: Field,
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        self.with_memo(text.len(), |memo| {
            let mut found = Vec::with_capacity(text.len() / BYTES_PER_WORD);
            for span in words(text) {
                if found.len() % WORDS_PER_CHECK == 0 {
                    budget.check()?;
                }
                found.push(Token {
                    index: found.len(),
                    place: Place { field, span },
                    kind: TokenKind::Word,
                    parts: Vec::new(),
                    term: memo.term(text, span, |word| self.term(word)),
                });
            }
            Ok(found)
        })
    }

    /// Calls `each` with where every word of `text` stands, in order, and with what makes
    /// its term: for those who know most words from before. The words are those of
    /// [`Analyzer::analyze`].
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub(crate) fn each_word(
        &self,
        text: &str,
        budget: &Budget,
        mut each: impl FnMut(Span, &mut Lookup<'_>),
    ) -> Result<(), Interrupted> {
        self.with_lookup(text.len(), |lookup| {
            for (n_words, span) in words(text).enumerate() {
                if n_words % WORDS_PER_CHECK == 0 {
                    budget.check()?;
                }
                each(span, lookup);
            }
            Ok(())
        })
    }

    /// Lends what makes terms, for `text_bytes` of text.
    pub(crate) fn with_lookup<T>(
        &self,
        text_bytes: usize,
        work: impl FnOnce(&mut Lookup<'_>) -> T,
    ) -> T {
        self.with_memo(text_bytes, |memo| {
            work(&mut Lookup {
                analyzer: self,
                memo,
            })
        })
    }

    /// The tokens of `text`, in order: compounds and addresses as one each.
    ///
    /// Abbreviations, hashtags and compounds are stemmed as words are, all in one; which
    /// takes the ending off the last part. Numbers, addresses and mentions are no words:
    /// they are their own stem.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn analyze_whole(
        &self,
        text: &str,
        field: Field,
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        self.with_memo(text.len(), |memo| {
            let mut found = Vec::with_capacity(text.len() / BYTES_PER_WORD);
            for token in tokens(text) {
                if found.len() % WORDS_PER_CHECK == 0 {
                    budget.check()?;
                }
                let term = if is_stemmed(token.kind) {
                    memo.term(text, token.span, |word| self.term(word))
                } else {
                    self.unstemmed(token.span.slice(text).unwrap_or_default())
                };
                found.push(Token {
                    index: found.len(),
                    place: Place {
                        field,
                        span: token.span,
                    },
                    kind: token.kind,
                    parts: token.parts,
                    term,
                });
            }
            Ok(found)
        })
    }

    /// The stems of the words of `text` as they stand in its groups.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub(crate) fn stems_in_groups(
        &self,
        text: &str,
        budget: &Budget,
    ) -> Result<Vec<SmolStr>, Interrupted> {
        self.with_lookup(text.len(), |lookup| {
            let mut stems = Vec::new();
            for group in groups(text, Elisions::of(self.language)) {
                if stems.len() % WORDS_PER_CHECK == 0 {
                    budget.check()?;
                }
                let pieces = group.pieces();
                stems.extend(pieces.map(|piece| lookup.term_of(text, piece).stem));
            }
            Ok(stems)
        })
    }

    /// The tokens of `words`, one each, whatever is in them.
    ///
    /// Their spans cover the words themselves.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn analyze_words(
        &self,
        words: &[String],
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        let mut found = Vec::with_capacity(words.len());
        for word in words {
            if found.len() % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            found.push(Token {
                index: found.len(),
                place: Place {
                    field: Field::Text,
                    span: Span::new(0, word.len()),
                },
                kind: TokenKind::Word,
                parts: Vec::new(),
                term: self.term(word),
            });
        }
        Ok(found)
    }

    /// Has this thread remember terms from now on, where `bytes` of text are worth it: for
    /// those who analyse a text sentence by sentence.
    pub fn remember(&self, bytes: usize) {
        let owner = self.owner();
        MEMOS.with_borrow_mut(|memos| {
            let is_known = memos.iter().any(|(each, _)| *each == owner);
            if !is_known && bytes >= REMEMBERED_BYTES_MIN {
                keep(memos, owner, Memo::new(self.casing, bytes));
            }
        });
    }

    fn owner(&self) -> Owner {
        (
            self.language,
            self.stemmer,
            self.casing,
            self.stop_words.map(std::ptr::from_ref),
            self.fold_diacritics,
        )
    }

    /// Lends this thread's memo of such terms, a new one where there is none.
    fn with_memo<T>(&self, text_bytes: usize, work: impl FnOnce(&mut Memo) -> T) -> T {
        let owner = self.owner();
        // Taken out and put back, so that a panic in a stemmer leaves none behind.
        let known = MEMOS.with_borrow_mut(|memos| {
            let at = memos.iter().position(|(each, _)| *each == owner)?;
            Some(memos.remove(at).1)
        });
        let mut memo = match known {
            Some(memo) => memo,
            None if text_bytes < MEMO_TEXT_BYTES_MIN => Memo::none(),
            None => Memo::new(self.casing, text_bytes),
        };
        let answer = work(&mut memo);
        if memo.is_some() {
            MEMOS.with_borrow_mut(|memos| keep(memos, owner, memo));
        }
        answer
    }

    fn term(&self, word: &str) -> Term {
        let folded = Folded::new(word, self.casing);
        let mut stem = self.stemmer.stem(&folded);
        if self.fold_diacritics && !stem.is_ascii() {
            stem = remove_diacritics(&stem).into();
        }
        let stop_word = self.stop_words.is_some_and(|list| list.contains(&folded));
        Term {
            folded,
            stem,
            stop_word,
        }
    }

    fn unstemmed(&self, word: &str) -> Term {
        let folded = Folded::new(word, self.casing);
        Term {
            stem: folded.as_str().into(),
            folded,
            stop_word: false,
        }
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

fn is_stemmed(kind: TokenKind) -> bool {
    match kind {
        TokenKind::Word | TokenKind::Compound | TokenKind::Abbreviation | TokenKind::Hashtag => {
            true
        }
        TokenKind::Number | TokenKind::Url | TokenKind::Email | TokenKind::Mention => false,
    }
}
