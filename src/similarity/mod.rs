//! How alike documents are, what makes them so, and how much wording they share.
//!
//! *Similarity* is about content: the cosine of two vectors of terms, which are weighed
//! by how rare a stem is in its language at large, and by where it stands. It depends
//! on the two documents alone. *Containment* is about wording: the share of one
//! document's different words that stand in a run of four which the other has. It leaves
//! out what stands in very many documents of the call.
//!
//! No embeddings: sentence vectors of a small neural network did a little better on
//! one set of labelled news pairs and worse on the other, at 2,000 times the cost.
//! Nothing is approximate either: with an inverted index all pairs of a thousand
//! documents take less time than finding their words.
//!
//! *Relations* follow from both: one text in two places, one event, one topic, or none.
//! The probability of one event may take the other documents of the call into account.
//!
//! In reading order: `lexicon` knows words, `vector` weighs terms, `profile` does so under several views,
//! `fingerprint` takes shingles, `product`, `columns` and `rows` multiply all with all,
//! `features` has what follows, `pairs` keeps the best, `story` and `copies` tell events and copies, `relation` decides, `explain` names
//! the terms. `minhash` is for callers who compare later, by themselves, and
//! `quotation` finds the quotations that several documents carry; [`passage`] finds what two
//! documents share, word for word or in other words.

mod aligner;
mod cluster;
mod columns;
mod copies;
mod explain;
mod features;
mod fingerprint;
mod lexicon;
mod minhash;
mod novelty;
mod pace;
mod pairs;
pub mod passage;
mod product;
mod profile;
mod quotation;
mod rank;
mod relation;
mod rows;
mod story;
mod vector;

use std::ops::Range;

use crate::base::{Budget, Interrupted, Language};
use crate::stem::Analyzer;
use crate::text::{Article, Document, Place, PublishTime};

pub use minhash::Signature;

pub use cluster::{Cluster, ClusterParams, Level, cluster};
pub use novelty::Novelty;
pub use rank::{MATCHES_MAX, Match, RankParams, Ranked, rank};
pub use relation::{Features, N_FEATURES, PairFeatures, Relation};
pub use story::Company;

use aligner::Aligner;
use columns::LANES;
use explain::{Explanation, Mentions, Side};
use features::Block;
use fingerprint::{Containments, Shingles};
use lexicon::Lexicon;
use novelty::Sentence;
use pace::Pace;
use pairs::{Candidate, Judged};
use profile::{Profile, Views, Years};
use relation::{Evidence, ODDS_OF_EQUALS};
use vector::{Flags, Tally};

pub use quotation::{
    MIN_DOCUMENTS_MAX, MIN_WORDS_MAX, QuotationParams, QuotationUse, SharedQuotation,
    match_quotations,
};

/// One document of a comparison, and how to read it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'d> {
    /// The document.
    pub document: &'d Document,
    /// Its language.
    pub language: Language,
    /// Turns it into tokens.
    pub analyzer: Analyzer,
}

/// Most pairs that a call may ask for.
pub const PAIRS_MAX: usize = 500_000;
/// Most terms of an explanation that a call may ask for.
pub const CONTRIBUTIONS_MAX: usize = 100;
/// Most mentions of a term that a call may ask for.
pub const MENTIONS_MAX: usize = 100;

/// What to compare.
#[derive(Clone, Debug)]
pub struct Params {
    /// Leave out pairs of a lower similarity.
    pub similarity_min: f64,
    /// Pairs to return: the most similar.
    pub pairs_max: usize,
    /// Name the terms that made each similarity.
    pub explain: Option<Explain>,
    /// Look at menus, credits and teasers too.
    pub include_boilerplate: bool,
    /// Tell what each document has alone.
    pub include_novelty: bool,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            similarity_min: 0.0,
            pairs_max: 10_000,
            explain: None,
            include_boilerplate: false,
            include_novelty: false,
        }
    }
}

/// How much of an explanation to give.
#[derive(Clone, Copy, Debug)]
pub struct Explain {
    /// Terms to name for each pair.
    pub contributions_max: usize,
    /// Mentions of each term to return for each document.
    pub mentions_max: usize,
    /// Bytes of all explanations, as they are written out; more are no answer but an
    /// error, since half a million pairs with all their mentions would fill any memory.
    pub bytes_max: usize,
}

impl Default for Explain {
    fn default() -> Self {
        Self {
            contributions_max: 20,
            mentions_max: 5,
            bytes_max: usize::MAX,
        }
    }
}

/// All pairs of some documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// By first document, then second.
    pub pairs: Vec<Pair>,
    /// Pairs of the similarity asked for or more, those not returned too.
    pub n_pairs: usize,
    /// What each document has alone, in order; empty unless asked for.
    pub novelties: Vec<Novelty>,
}

/// Two documents, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Place of the first document.
    pub first: usize,
    /// Place of the second, higher than the first's.
    pub second: usize,
    /// How they relate.
    pub relation: Relation,
    /// Cosine of their weighted terms, from 0 to 1; 1 for equal texts.
    pub similarity: f64,
    /// How probable it is that both report one event.
    pub same_story_probability: f64,
    /// Share of the first's different words that stand in a run of four which the second
    /// has too, from 0 to 1; runs that stand in very many of the documents do not count.
    pub first_containment: f64,
    /// The same the other way round.
    pub second_containment: f64,
    /// Largest first, ties by text; empty unless explained. Each has a mention in both.
    pub contributions: Vec<Contribution>,
    /// Share of the terms that are not named; 0 unless explained.
    pub other_contribution: f64,
}

impl Pair {
    /// Bytes of its explanation: of each term and each mention its text, and some for
    /// numbers around it.
    fn explanation_bytes(&self) -> usize {
        const NUMBERS_BYTES: usize = 10; // of a span, on the wire
        let of_place = |place: &Place| place.span.len() + NUMBERS_BYTES;
        let of_term = |term: &Contribution| {
            let mentions = term.first_mentions.iter().chain(&term.second_mentions);
            term.text.len() + NUMBERS_BYTES + mentions.map(of_place).sum::<usize>()
        };
        self.contributions.iter().map(of_term).sum()
    }
}

/// Share of one term in a similarity.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The term's most common form in the two documents; the first of equals.
    pub text: String,
    /// Its share.
    pub share: f64,
    /// Where it stands in the first document.
    pub first_mentions: Vec<Place>,
    /// Where it stands in the second.
    pub second_mentions: Vec<Place>,
}

/// Compares every two of `items`.
///
/// A blank document has similarity 0 with all others, blank ones too; two documents
/// of equal title and text have similarity 1, even where no term counts.
///
/// ```
/// use copydesk::base::{Budget, Language, Limits};
/// use copydesk::similarity::{Explain, Item, Params, compare};
/// use copydesk::stem::Analyzer;
/// use copydesk::text::{Document, DocumentParts};
///
/// let english = Language::from_code("en").unwrap();
/// let documents = [
///     "The harbour bridge was closed after inspectors found cracks.",
///     "Cracks close harbour bridge, inspectors say.",
///     "The central bank left interest rates as they were.",
/// ]
/// .map(|text| DocumentParts {
///     text: text.into(),
///     ..DocumentParts::default()
/// })
/// .map(|parts| Document::new(parts, &Limits::default()).unwrap());
/// let items = documents.each_ref().map(|document| Item {
///     document,
///     language: english,
///     analyzer: Analyzer::new(english),
/// });
/// let params = Params {
///     similarity_min: 0.1,
///     explain: Some(Explain::default()),
///     ..Params::default()
/// };
///
/// let comparison = compare(&items, &params, &Budget::unlimited()).unwrap();
/// assert_eq!(comparison.n_pairs, 1);
/// let pair = &comparison.pairs[0];
/// assert_eq!((pair.first, pair.second), (0, 1));
/// let terms: Vec<_> = pair.contributions.iter().map(|each| each.text.as_str()).collect();
/// assert!(terms.contains(&"harbour") && !terms.contains(&"the"));
/// ```
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends, or when explanations have more bytes than
/// `bytes_max`.
pub fn compare(
    items: &[Item<'_>],
    params: &Params,
    budget: &Budget,
) -> Result<Comparison, Interrupted> {
    prepare(items, params, budget)?.compare(params, budget)
}

/// Documents that were read and weighed, and have not been compared yet: the first half of
/// [`compare`], for those who want to know what each half takes.
pub struct Prepared<'d>(Corpus<'d>);

/// Makes `items` ready to be compared, as far as `params` ask for it.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn prepare<'d>(
    items: &[Item<'d>],
    params: &Params,
    budget: &Budget,
) -> Result<Prepared<'d>, Interrupted> {
    budget.check()?;
    Ok(Prepared(Corpus::read(
        items,
        params,
        &mut Pace::new(budget),
    )?))
}

impl Prepared<'_> {
    /// Compares every two of the documents; `params` are those that they were prepared for.
    ///
    /// # Errors
    ///
    /// As [`compare`] has it.
    pub fn compare(&self, params: &Params, budget: &Budget) -> Result<Comparison, Interrupted> {
        let Self(corpus) = self;
        let mut pace = Pace::new(budget);
        let judged = Judged::new(corpus, params, &mut pace)?;
        let n_pairs = judged.ranking.n_pairs();
        let mut aligner = Aligner::new(&corpus.containments);
        let pairs = corpus.pairs(judged, &mut aligner, &mut pace)?;
        Ok(Comparison {
            pairs,
            n_pairs,
            novelties: novelty::find(corpus, &mut pace)?,
        })
    }
}

/// Documents that were read one by one.
struct Readings<'d> {
    /// A number for each document, the same for equal ones; none for blank ones.
    wordings: Vec<Option<u32>>,
    lexicon: Lexicon,
    shingles: Shingles,
    profiles: Vec<Profile>,
    /// By document; empty unless terms are to be named.
    mentions: Vec<Mentions<'d>>,
    /// By document, as far as they are to be told from others'.
    sentences: Vec<Vec<Sentence>>,
    /// By document: when it was published.
    published: Vec<Option<PublishTime>>,
}

impl<'d> Readings<'d> {
    /// Reads `items` one by one: tokens are many times as large as their text, and no
    /// more than one document's are held.
    fn new(
        items: &[Item<'d>],
        params: &Params,
        novelty: novelty::Of,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let documents = || items.iter().map(|item| item.document);
        let n_bytes = documents().map(Document::len_bytes).sum();
        let mut readings = Self {
            wordings: pairs::wordings(documents(), pace)?,
            lexicon: Lexicon::for_bytes(n_bytes),
            shingles: Shingles::default(),
            profiles: Vec::with_capacity(items.len()),
            mentions: Vec::new(),
            sentences: Vec::new(),
            published: documents().map(Document::published).collect(),
        };
        for (place, item) in items.iter().enumerate() {
            readings.add(item, params, novelty.contains(place), pace)?;
        }
        Ok(readings)
    }

    fn add(
        &mut self,
        item: &Item<'d>,
        params: &Params,
        with_sentences: bool,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        let document = item.document;
        let article = article(item, params, pace.budget())?;
        let mut tokens = self.lexicon.read(item, pace.budget())?;
        // A page's date stands beside the article more often than in it.
        let years = Years::of(&tokens);
        if !article.boilerplate().is_empty() {
            tokens.retain(|token| !article.is_boilerplate(token.place));
        }
        self.shingles.add(&tokens, pace)?;
        let occurrences = vector::occurrences(&tokens, pace)?;
        let flags = Flags::new(document, &article, &tokens, pace)?;
        let tallies = Tally::of(&occurrences, &tokens, &flags, pace)?;
        self.profiles.push(Profile::new(&tallies, years, pace)?);
        if with_sentences {
            let read = novelty::read(document, item.language, &tokens, &flags, pace);
            self.sentences.push(read?);
        }
        if let Some(Explain { mentions_max, .. }) = params.explain {
            let read = Mentions::new(document, &tokens, &occurrences, mentions_max, pace);
            self.mentions.push(read?);
        }
        Ok(())
    }
}

/// What is known of every two of `items`, by first and then by second: what the weights of
/// the same-story probability are fitted to.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn features(
    items: &[Item<'_>],
    params: &Params,
    budget: &Budget,
) -> Result<Vec<PairFeatures>, Interrupted> {
    let mut pace = Pace::new(budget);
    let corpus = Corpus::read(items, params, &mut pace)?;
    let odds = Judged::new(&corpus, params, &mut pace)?.odds;
    let mut found = Vec::new();
    pairs::each_block(&corpus, &mut pace, |first, later, block| {
        for (lane, second) in pairs::lanes(&later).zip(later) {
            found.push(PairFeatures {
                first,
                second,
                features: block.features(lane),
                company: odds.company(first, second),
            });
        }
    })?;
    Ok(found)
}

/// What is compared of the documents of a call.
struct Corpus<'d> {
    /// A number for each document, the same for equal ones; none for blank ones.
    wordings: Vec<Option<u32>>,
    views: Views,
    containments: Containments,
    /// By document; empty unless terms are to be named.
    mentions: Vec<Mentions<'d>>,
    explain: Option<Explain>,
    /// By document, as far as they are to be told from others'.
    sentences: Vec<Vec<Sentence>>,
    /// By document: when it was published.
    published: Vec<Option<PublishTime>>,
}

impl<'d> Corpus<'d> {
    /// Reads all that `params` ask for.
    fn read(items: &[Item<'d>], params: &Params, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
        let novelty = if params.include_novelty {
            novelty::Of::All
        } else {
            novelty::Of::None
        };
        let readings = Readings::new(items, params, novelty, pace)?;
        Self::of(readings, params, pace)
    }

    /// What there is to compare in `readings`, once all documents are known.
    fn of(
        readings: Readings<'d>,
        params: &Params,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let n_terms = readings.lexicon.n_terms();
        let hashes = readings.lexicon.into_hashes();
        Ok(Self {
            wordings: readings.wordings,
            views: Views::new(readings.profiles, n_terms, pace)?,
            containments: Containments::new(readings.shingles, hashes, pace)?,
            mentions: readings.mentions,
            explain: params.explain,
            sentences: readings.sentences,
            published: readings.published,
        })
    }

    /// Describes the pairs that `judged` kept.
    fn pairs(
        &self,
        judged: Judged,
        aligner: &mut Aligner<'_>,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Pair>, Interrupted> {
        let Judged { ranking, odds } = judged;
        let mut pairs = Vec::new();
        let mut bytes_left = self.explain.map_or(0, |explain| explain.bytes_max);
        for candidate in ranking.in_order() {
            let probability = odds.probability(candidate.first(), candidate.second());
            let pair = self.pair(candidate, probability, aligner, pace)?;
            bytes_left = bytes_left
                .checked_sub(pair.explanation_bytes())
                .ok_or(Interrupted::AnswerTooLarge)?;
            pairs.push(pair);
        }
        Ok(pairs)
    }

    /// Log-odds that `first` and each of `later` documents, which are those of `block`, tell
    /// one story, by the two alone.
    fn odds(&self, first: usize, later: Range<usize>, block: &Block) -> [f32; LANES] {
        let mut odds = relation::odds(&block.features);
        for (odds, second) in odds.iter_mut().skip(later.start % LANES).zip(later) {
            if self.are_equal(first, second) {
                *odds = ODDS_OF_EQUALS;
            } else {
                *odds -= self.lateness(first, second);
            }
        }
        odds
    }

    /// What the time between two documents takes from their log-odds of one story.
    fn lateness(&self, first: usize, second: usize) -> f32 {
        let published = |document: usize| self.published.get(document).copied().flatten();
        match (published(first), published(second)) {
            (Some(first), Some(second)) => relation::lateness(first.days_to(second)),
            _ => 0.0,
        }
    }

    /// Describes `candidate`, whose documents report one event with this `probability`.
    fn pair(
        &self,
        candidate: Candidate,
        probability: f64,
        aligner: &mut Aligner<'_>,
        pace: &mut Pace<'_>,
    ) -> Result<Pair, Interrupted> {
        let similarity = candidate.similarity();
        let (first, second) = (candidate.first(), candidate.second());
        let explanation = match (self.explain, self.side(first), self.side(second)) {
            (Some(params), Some(first), Some(second)) => {
                explain::explain(first, second, similarity, params, pace)?
            }
            _ => Explanation::default(),
        };
        let is_copy = self.are_copies(first, second, aligner, pace)?;
        let relation = Relation::of(Evidence {
            is_copy,
            same_story_probability: probability,
            is_related: candidate.is_related(),
        });
        let is_blank = self.is_blank(first) || self.is_blank(second);
        let probability = if is_blank { 0.0 } else { probability };
        Ok(Pair {
            first,
            second,
            relation,
            similarity,
            same_story_probability: relation::implied_probability(is_copy, probability),
            first_containment: self.containments.share(first, second),
            second_containment: self.containments.share(second, first),
            contributions: explanation.contributions,
            other_contribution: explanation.other,
        })
    }

    /// Whether both are one text in two places.
    fn are_copies(
        &self,
        first: usize,
        second: usize,
        aligner: &mut Aligner<'_>,
        pace: &mut Pace<'_>,
    ) -> Result<bool, Interrupted> {
        if self.are_equal(first, second) {
            return Ok(true);
        }
        let share = |first, second| self.containments.share(first, second);
        let containment = share(first, second).max(share(second, first));
        relation::is_copy(containment, || aligner.share(first, second, pace))
    }

    /// Whether there is nothing in `document`, which is then like no other.
    fn is_blank(&self, document: usize) -> bool {
        matches!(self.wordings.get(document), None | Some(None))
    }

    /// Whether both have the same title and the same text, and are not blank.
    fn are_equal(&self, first: usize, second: usize) -> bool {
        let wording = |document: usize| self.wordings.get(document).copied().flatten();
        wording(first).is_some() && wording(first) == wording(second)
    }

    fn side(&self, document: usize) -> Option<Side<'_, 'd>> {
        Some(Side {
            vector: self.views.of(document),
            mentions: self.mentions.get(document)?,
        })
    }
}

/// What of a document is the article; all of it where boilerplate is to be included.
fn article(item: &Item<'_>, params: &Params, budget: &Budget) -> Result<Article, Interrupted> {
    let article = Article::find(item.document, item.language, budget)?;
    Ok(if params.include_boilerplate {
        article.with_boilerplate()
    } else {
        article
    })
}

#[cfg(test)]
mod tests;
