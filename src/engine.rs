//! The calls that library, command line and server share.
//!
//! [`Engine`] owns the one rule that every door needs: detect the language where the
//! caller gave none, pick what fits it, analyse. It holds no algorithm.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Budget, FieldProblem, Interrupted, Language, LanguageTag, Problem};
use crate::error::Error;
use crate::keyword::{self, Keyword};
use crate::language::{self, Candidate, Detection, Detector, Segment};
use crate::similarity::passage::{self, Passage};
use crate::similarity::{
    self, Cluster, ClusterParams, Comparison, QuotationParams, RankParams, Ranked, SharedQuotation,
    Signature,
};
use crate::stem::{Algorithm, Analyzer, Exceptions, Library, Stemmer, Token};
use crate::text::{
    self, Article, Boilerplate, Casing, Document, Field, Place, Quotation, StopWords, sentences,
};

/// Changes whenever an answer may change, so that callers who keep answers know which
/// to ask for again.
pub const ANALYSIS_VERSION: &str = "3";

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

/// Which analyses of one document to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a field of the answer"
)]
pub struct Features {
    /// The language, and how sure.
    pub language: bool,
    /// Words and stems.
    pub tokens: bool,
    /// Sentences.
    pub sentences: bool,
    /// Keywords.
    pub keywords: bool,
    /// Quotations and their speakers.
    pub quotations: bool,
    /// What is not the article.
    pub boilerplate: bool,
    /// The signature of the wording.
    pub fingerprint: bool,
}

impl Features {
    /// Nothing at all.
    pub const NONE: Self = Self {
        language: false,
        tokens: false,
        sentences: false,
        keywords: false,
        quotations: false,
        boilerplate: false,
        fingerprint: false,
    };

    /// All that there is.
    pub const ALL: Self = Self {
        language: true,
        tokens: true,
        sentences: true,
        keywords: true,
        quotations: true,
        boilerplate: true,
        fingerprint: true,
    };
}

impl Default for Features {
    /// Language and keywords.
    fn default() -> Self {
        Self {
            language: true,
            keywords: true,
            ..Self::NONE
        }
    }
}

/// How to analyse one document.
#[derive(Clone, Debug, Default)]
pub struct AnalysisParams {
    /// Which analyses to make.
    pub features: Features,
    /// How to extract keywords.
    pub keywords: keyword::Params,
}

/// The answer to several questions about one document; what was not asked is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The headline: the caller's, or the one that was found in the text.
    pub headline: Option<Place>,
    /// Language used.
    pub language: Candidate,
    /// Whether it is reliable; a caller's is.
    pub language_reliable: bool,
    /// What stems the language; `None` where nothing does.
    pub stemming_algorithm: Option<Algorithm>,
    /// Of title and text, in this order.
    pub tokens: Vec<Token>,
    /// Of title and text, in this order.
    pub sentences: Vec<Place>,
    /// Best first.
    pub keywords: Vec<Keyword>,
    /// Of title and text, in this order, but for those of boilerplate.
    pub quotations: Vec<Quotation>,
    /// In text order.
    pub boilerplate: Vec<Boilerplate>,
    /// Of the article's wording; `None` also where there are no words.
    pub signature: Option<Signature>,
}

/// The answer to what passages documents share.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// By first document, second document, then where they stand.
    pub passages: Vec<Passage>,
    /// Language used for each document, in order.
    pub languages: Vec<LanguageTag>,
}

/// The answer to which quotations documents have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchedQuotations {
    /// Most carried first.
    pub quotations: Vec<SharedQuotation>,
    /// Language used for each document, in order.
    pub languages: Vec<LanguageTag>,
}

/// The answer to which documents are like one.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedDocuments {
    /// The matches, and what is new in the document.
    pub ranked: Ranked,
    /// Language used for the document, and then for each candidate, in order.
    pub languages: Vec<LanguageTag>,
}

/// The answer to which documents belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Clustered {
    /// Largest first; ties by first document.
    pub clusters: Vec<LabelledCluster>,
    /// Language used for each document, in order.
    pub languages: Vec<LanguageTag>,
}

/// Documents that belong together, and what they are about.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelledCluster {
    /// The documents.
    pub cluster: Cluster,
    /// What they are about, best first.
    pub keywords: Vec<String>,
    /// Publishers among them, of those that are named.
    pub n_publishers: usize,
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

    /// Several analyses of `document` at once: its language is detected once.
    ///
    /// ```
    /// use copydesk::Engine;
    /// use copydesk::base::{Budget, Limits};
    /// use copydesk::engine::{AnalysisParams, Features};
    /// use copydesk::text::{ContentType, Document, DocumentParts};
    ///
    /// let parts = DocumentParts {
    ///     text: "<h1>Bridge closed</h1><p>The harbour bridge is closed. It shut.</p>".into(),
    ///     content_type: ContentType::Html,
    ///     ..DocumentParts::default()
    /// };
    /// let document = Document::new(parts, &Limits::default()).unwrap();
    /// let params = AnalysisParams { features: Features::ALL, ..AnalysisParams::default() };
    /// let analysis = Engine::new().analyze(&document, &params, &Budget::unlimited()).unwrap();
    /// assert_eq!(analysis.language.tag.to_string(), "en");
    /// assert_eq!(analysis.sentences.len(), 3);
    /// let headline = analysis.headline.unwrap();
    /// assert_eq!(headline.span.slice(document.text()), Some("Bridge closed"));
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn analyze(
        &self,
        document: &Document,
        params: &AnalysisParams,
        budget: &Budget,
    ) -> Result<Analysis, Error> {
        budget.check()?;
        let Features {
            tokens,
            sentences,
            keywords,
            quotations,
            boilerplate,
            fingerprint,
            language: _, // decides in any case
        } = params.features;
        let (language, language_reliable) = candidate_of(document);
        let analyzer = Analyzer::new(language.tag.language);
        let article = Article::find(document, analyzer.language, budget)?;
        let mut analysis = Analysis {
            headline: article.headline(),
            language,
            language_reliable,
            stemming_algorithm: analyzer.stemmer.algorithm(),
            tokens: Vec::new(),
            sentences: Vec::new(),
            keywords: Vec::new(),
            quotations: Vec::new(),
            boilerplate: Vec::new(),
            signature: None,
        };
        if tokens {
            analysis.tokens = tokens_of(document, &analyzer, budget)?;
        }
        if sentences {
            analysis.sentences = sentences_of(document, analyzer.language, budget)?;
        }
        if keywords {
            let (article, params) = (article.clone(), &params.keywords);
            analysis.keywords =
                keyword::extract_from(document, article, &analyzer, params, budget)?;
        }
        if quotations {
            analysis.quotations = text::quotations(document, &article, analyzer.language, budget)?;
        }
        if fingerprint {
            analysis.signature = signature_of(document, &article, &analyzer, budget)?;
        }
        if boilerplate {
            analysis.boilerplate = article.boilerplate().to_vec();
        }
        Ok(analysis)
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
        let (items, languages) = items_of(documents, budget)?;
        let comparison = similarity::compare(&items, params, budget)?;
        Ok(Compared {
            comparison,
            languages,
        })
    }

    /// The passages that every two of `documents` share.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn align_passages(
        &self,
        documents: &[Document],
        params: &passage::Params,
        budget: &Budget,
    ) -> Result<Aligned, Error> {
        let languages: Vec<_> = documents.iter().map(language_of).collect();
        let mut articles = Vec::with_capacity(documents.len());
        for (document, tag) in documents.iter().zip(&languages) {
            let article = Article::find(document, tag.language, budget)?;
            let article = if params.boilerplate {
                article.with_boilerplate()
            } else {
                article
            };
            articles.push(article);
        }
        let mut sources = Vec::with_capacity(documents.len());
        for ((document, tag), article) in documents.iter().zip(&languages).zip(&articles) {
            sources.push(passage::Source {
                document,
                language: tag.language,
                analyzer: Analyzer::new(tag.language),
                article,
            });
        }
        Ok(Aligned {
            passages: passage::align(&sources, params, budget)?,
            languages,
        })
    }

    /// The quotations that several of `documents` carry.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends, or when the answer is too large.
    pub fn match_quotations(
        &self,
        documents: &[Document],
        params: QuotationParams,
        budget: &Budget,
    ) -> Result<MatchedQuotations, Error> {
        let (items, languages) = items_of(documents, budget)?;
        Ok(MatchedQuotations {
            quotations: similarity::match_quotations(&items, params, budget)?,
            languages,
        })
    }

    /// Which of `candidates` are most like `query`, and what it has that they have not.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn rank(
        &self,
        query: &Document,
        candidates: &[Document],
        params: &RankParams,
        budget: &Budget,
    ) -> Result<RankedDocuments, Error> {
        let documents = std::iter::once(query).chain(candidates);
        let (items, languages) = items_of(documents, budget)?;
        Ok(RankedDocuments {
            ranked: similarity::rank(&items, params, budget)?,
            languages,
        })
    }

    /// Which of `documents` belong together.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`] when `budget` ends.
    pub fn cluster(
        &self,
        documents: &[Document],
        params: ClusterParams,
        budget: &Budget,
    ) -> Result<Clustered, Error> {
        let (items, languages) = items_of(documents, budget)?;
        let mut clusters = Vec::new();
        for cluster in similarity::cluster(&items, params, budget)? {
            let members = cluster.members.iter();
            let publishers: BTreeSet<&str> = members
                .filter_map(|member| documents.get(*member))
                .map(Document::publisher)
                .filter(|publisher| !publisher.is_empty())
                .collect();
            clusters.push(LabelledCluster {
                keywords: label(&cluster, &items, params, budget)?,
                n_publishers: publishers.len(),
                cluster,
            });
        }
        Ok(Clustered {
            clusters,
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

/// How each of `documents` is read, and its language.
fn items_of<'d>(
    documents: impl IntoIterator<Item = &'d Document>,
    budget: &Budget,
) -> Result<(Vec<similarity::Item<'d>>, Vec<LanguageTag>), Error> {
    let (mut items, mut languages) = (Vec::<similarity::Item<'_>>::new(), Vec::new());
    for document in documents {
        budget.check()?;
        let tag = language_of(document);
        languages.push(tag);
        // Most calls are in one language, and finding its stemmer takes as long as
        // reading a hundred words.
        let analyzer = match items.last() {
            Some(last) if last.language == tag.language => last.analyzer,
            _ => Analyzer::new(tag.language),
        };
        items.push(similarity::Item {
            document,
            language: tag.language,
            analyzer,
        });
    }
    Ok((items, languages))
}

/// What a cluster is about: the keywords of its representative and of a few others, those
/// first that most of them have, then by their scores.
fn label(
    cluster: &Cluster,
    items: &[similarity::Item<'_>],
    params: ClusterParams,
    budget: &Budget,
) -> Result<Vec<String>, Error> {
    const KEYWORDS_MAX: usize = 5;
    /// Documents asked beside the representative: two tell what is common and what is not.
    const OTHERS_MAX: usize = 2;
    let others = cluster.members.iter().copied();
    let others = others.filter(|member| *member != cluster.representative);
    let asked = std::iter::once(cluster.representative).chain(others.take(OTHERS_MAX));
    let params = keyword::Params {
        include_boilerplate: params.include_boilerplate,
        mentions_max: 1,
        ..keyword::Params::default()
    };
    // By normal form: how many have it, its scores, and how the first one writes it.
    let mut known: BTreeMap<String, (usize, f64, String)> = BTreeMap::new();
    for item in asked.filter_map(|place| items.get(place)) {
        for found in keyword::extract(item.document, &item.analyzer, &params, budget)? {
            let entry = known.entry(found.normalized);
            let (n_documents, score, _) = entry.or_insert((0, 0.0, found.text));
            *n_documents += 1;
            *score += found.score;
        }
    }
    let mut best: Vec<_> = known.into_values().collect();
    best.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    best.truncate(KEYWORDS_MAX);
    Ok(best.into_iter().map(|(_, _, text)| text).collect())
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
        _ => detect_tag(telling_text(document)),
    }
}

/// What tells the language of a document.
fn telling_text(document: &Document) -> &str {
    if document.text().trim().is_empty() {
        document.title()
    } else {
        document.text()
    }
}

/// The language of a document, and whether it is reliable, as a caller's is.
fn candidate_of(document: &Document) -> (Candidate, bool) {
    let tag = document.language();
    if tag.is_determined() {
        let given = Candidate {
            tag,
            script: tag.script.or_else(|| tag.language.scripts().next()),
            confidence: 1.0,
        };
        return (given, true);
    }
    let detection = language::detect(telling_text(document), &language::Params::default());
    let undetermined = Candidate {
        tag,
        script: None,
        confidence: 0.0,
    };
    let best = detection.candidates.first();
    (*best.unwrap_or(&undetermined), detection.reliable)
}

fn tokens_of(
    document: &Document,
    analyzer: &Analyzer,
    budget: &Budget,
) -> Result<Vec<Token>, Interrupted> {
    let of = |field| analyzer.analyze_whole(document.field(field), field, budget);
    let mut tokens = of(Field::Title)?;
    tokens.append(&mut of(Field::Text)?);
    Ok(tokens)
}

fn sentences_of(
    document: &Document,
    language: Language,
    budget: &Budget,
) -> Result<Vec<Place>, Interrupted> {
    /// A sentence of an odd text can be long: its words are found by others.
    const SENTENCES_PER_CHECK: usize = 64;
    let mut found = Vec::new();
    for field in [Field::Title, Field::Text] {
        for span in sentences(document.field(field), language) {
            if found.len() % SENTENCES_PER_CHECK == 0 {
                budget.check()?;
            }
            found.push(Place { field, span });
        }
    }
    Ok(found)
}

/// The signature of the article's words, or of the title's where there is no text: a
/// copied report gets a new headline.
fn signature_of(
    document: &Document,
    article: &Article,
    analyzer: &Analyzer,
    budget: &Budget,
) -> Result<Option<Signature>, Interrupted> {
    let field = match document.text().trim() {
        "" => Field::Title,
        _ => Field::Text,
    };
    let tokens = analyzer.analyze(document.field(field), field, budget)?;
    let tokens = tokens
        .iter()
        .filter(|token| !article.is_boilerplate(token.place));
    Signature::of(tokens.map(|token| token.folded.as_str()), budget)
}

fn detect_tag(text: &str) -> LanguageTag {
    let detection = language::detect(text, &language::Params::default());
    detection
        .candidates
        .first()
        .map_or(LanguageTag::UNDETERMINED, |best| best.tag)
}
