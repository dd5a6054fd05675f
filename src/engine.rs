//! The calls that library, command line and server share.
//!
//! [`Engine`] owns the one rule that every door needs: detect the language where the
//! caller gave none, pick what fits it, analyse. It holds no algorithm.

use crate::base::{Budget, FieldProblem, Language, LanguageTag, Problem};
use crate::error::Error;
use crate::keyword::{self, Keyword};
use crate::language::{self, Detection, Detector, Segment};
use crate::similarity::{self, Comparison};
use crate::stem::{Algorithm, Analyzer, Exceptions, Library, Stemmer, Token};
use crate::text::{Casing, Document, Field, StopWords};

/// Changes whenever an answer may change, so that callers who keep answers know which
/// to ask for again.
pub const ANALYSIS_VERSION: &str = "2";

/// Analyses texts. Cheap to make and to share; keeps nothing between calls.
#[derive(Clone, Debug, Default)]
pub struct Engine;

/// Words to stem.
#[derive(Clone, Debug)]
pub enum StemSource {
    /// Running text.
    Text(String),
    /// Words, given one by one.
    Words(Vec<String>),
}

/// How to stem.
#[derive(Clone, Debug, Default)]
pub struct StemParams {
    /// The language; undetermined where it is to be detected.
    pub language: LanguageTag,
    /// The algorithm; chosen by language where it is unset.
    pub algorithm: Option<Algorithm>,
    /// What stems.
    pub library: Library,
    /// Leave stop words out of the answer.
    pub drop_stop_words: bool,
    /// Remove the marks from the letters of stems.
    pub fold_diacritics: bool,
    /// Words that are not stemmed; compared in normal form.
    pub protected_words: Vec<String>,
    /// Words, compared in normal form, and the stems to use for them.
    pub stem_overrides: Vec<(String, String)>,
}

/// The answer to what the stems of a text are.
#[derive(Clone, Debug, PartialEq)]
pub struct Stems {
    /// In text order.
    pub tokens: Vec<Token>,
    /// Language used.
    pub language: LanguageTag,
    /// Algorithm used; `None` where nothing stems the language.
    pub algorithm: Option<Algorithm>,
    /// What stemmed.
    pub library: Library,
}

/// The answer to what a document is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keywords {
    /// Best first.
    pub keywords: Vec<Keyword>,
    /// Language used.
    pub language: LanguageTag,
    /// Whether there are stop words and a stemmer for it; else a best effort.
    pub language_supported: bool,
    /// Algorithm used.
    pub algorithm: keyword::Algorithm,
}

/// The answer to how alike documents are.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The pairs.
    pub comparison: Comparison,
    /// Language used for each document, in order.
    pub languages: Vec<LanguageTag>,
}

/// What can be done with a language.
#[derive(Clone, Debug)]
pub struct Capability {
    /// The language.
    pub language: Language,
    /// What can detect it, the default first.
    pub detectors: Vec<Detector>,
    /// Stemming algorithms, the default first.
    pub stemming_algorithms: Vec<Algorithm>,
    /// Whether there is a stop-word list.
    pub stop_words: bool,
}

impl Engine {
    /// An engine with all that ships in the library.
    pub fn new() -> Self {
        Self
    }

    /// The language of `text`.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn detect(
        &self,
        text: &str,
        params: &language::Params,
        budget: &Budget,
    ) -> Result<Detection, Error> {
        budget.check()?;
        Ok(language::detect(text, params))
    }

    /// Where the languages of `text` change, among those that `params` allow; what else
    /// is in `params` says nothing here.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn segment(
        &self,
        text: &str,
        params: &language::Params,
        budget: &Budget,
    ) -> Result<Vec<Segment>, Error> {
        Ok(language::segment(text, &params.allowed, budget)?)
    }

    /// The stems of `source`.
    ///
    /// # Errors
    ///
    /// A missing language where words are given without one and without an algorithm,
    /// or [`Error::Interrupted`] when `budget` ends.
    pub fn stem(
        &self,
        source: &StemSource,
        params: &StemParams,
        budget: &Budget,
    ) -> Result<Stems, Error> {
        budget.check()?;
        let language = stemming_language(source, params)?;
        let stemmer = params.algorithm.map_or_else(
            || Stemmer::for_language(language.language, params.library),
            |algorithm| Stemmer::new(algorithm, params.library),
        );
        let analyzer = Analyzer {
            language: language.language,
            stemmer,
            casing: Casing::of(language.language),
            stop_words: StopWords::of(language.language),
            fold_diacritics: params.fold_diacritics,
        };
        let mut tokens = match source {
            StemSource::Text(text) => analyzer.analyze_whole(text, Field::Text, budget)?,
            StemSource::Words(words) => analyzer.analyze_words(words, budget)?,
        };
        let exceptions = Exceptions::new(
            &params.protected_words,
            &params.stem_overrides,
            analyzer.casing,
        );
        exceptions.apply(&mut tokens, params.fold_diacritics);
        if params.drop_stop_words {
            tokens.retain(|token| !token.stop_word);
        }
        Ok(Stems {
            tokens,
            language,
            algorithm: stemmer.algorithm(),
            library: params.library,
        })
    }

    /// What `document` is about.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn keywords(
        &self,
        document: &Document,
        params: &keyword::Params,
        budget: &Budget,
    ) -> Result<Keywords, Error> {
        budget.check()?;
        let language = language_of(document);
        let analyzer = Analyzer::new(language.language);
        Ok(Keywords {
            keywords: keyword::extract(document, &analyzer, params, budget)?,
            language,
            language_supported: analyzer.is_supported(),
            algorithm: params.algorithm,
        })
    }

    /// How alike every two of `documents` are.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn compare(
        &self,
        documents: &[Document],
        params: &similarity::Params,
        budget: &Budget,
    ) -> Result<Compared, Error> {
        let mut languages = Vec::with_capacity(documents.len());
        let mut items = Vec::with_capacity(documents.len());
        for document in documents {
            budget.check()?;
            let tag = language_of(document);
            languages.push(tag);
            items.push(similarity::Item {
                document,
                language: tag.language,
                analyzer: Analyzer::new(tag.language),
            });
        }
        let comparison = similarity::compare(&items, params, budget)?;
        Ok(Compared {
            comparison,
            languages,
        })
    }

    /// What can be done with each language, by code.
    pub fn capabilities(&self) -> Vec<Capability> {
        let known = Detector::ALL.map(|detector| (detector, detector.languages()));
        let detectors_of = |language| {
            let able = known.iter().filter(|(_, known)| known.contains(&language));
            able.map(|(detector, _)| *detector).collect()
        };
        let capability = |language| Capability {
            language,
            detectors: detectors_of(language),
            stemming_algorithms: Algorithm::of(language).collect(),
            stop_words: StopWords::exist_for(language),
        };
        Language::all()
            .map(capability)
            .filter(Capability::is_any)
            .collect()
    }
}

impl Capability {
    /// Whether anything can be done with the language.
    fn is_any(&self) -> bool {
        self.stop_words || !self.detectors.is_empty() || !self.stemming_algorithms.is_empty()
    }
}

/// The language that decides lower case, stop words and, without an algorithm, stems.
fn stemming_language(source: &StemSource, params: &StemParams) -> Result<LanguageTag, Error> {
    if params.language.is_determined() {
        return Ok(params.language);
    }
    match (source, params.algorithm) {
        (StemSource::Text(text), _) => Ok(detect_tag(text)),
        (StemSource::Words(_), Some(algorithm)) => Ok(algorithm
            .language()
            .map_or(LanguageTag::UNDETERMINED, |language| {
                LanguageTag::new(language, None)
            })),
        (StemSource::Words(_), None) => Err(missing_language().into()),
    }
}

/// Single words are too short to detect a language from.
fn missing_language() -> FieldProblem {
    Problem::Required.at("language_code")
}

fn language_of(document: &Document) -> LanguageTag {
    match document.language() {
        given if given.is_determined() => given,
        _ if document.text().trim().is_empty() => detect_tag(document.title()),
        _ => detect_tag(document.text()),
    }
}

fn detect_tag(text: &str) -> LanguageTag {
    let detection = language::detect(text, &language::Params::default());
    detection
        .candidates
        .first()
        .map_or(LanguageTag::UNDETERMINED, |best| best.tag)
}
