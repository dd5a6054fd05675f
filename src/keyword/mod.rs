//! Keywords: the words and phrases that a document is about.
//!
//! [`extract`] reads the document (`reading`), finds the phrases that could be keywords
//! (`candidate`, `role`), has an algorithm score them (`news`, `yake`, `rake`,
//! `text_rank`), leaves out what repeats another (`deduplication`), and tells where the best
//! ones stand. Only the phrases of the text itself are found; of the world outside it is
//! known how rare words are, which are nouns, and some that name no topic or go with a name
//! (`weak`, `name`): no dictionary of names.

mod candidate;
mod deduplication;
mod language;
mod lexicon;
mod mention;
mod name;
mod news;
mod numbers;
mod rake;
mod reader;
mod reading;
mod role;
mod stem_traits;
#[cfg(test)]
mod tests;
mod text_rank;
mod untagged;
mod weak;
mod word;
mod word_list;
mod yake;

use std::cmp::Ordering;

use crate::base::{Budget, FieldProblem, Interrupted, Problem};
use crate::stem::Analyzer;
use crate::text::{Article, Document, Place};

use candidate::{Candidates, Grammar, Listed, Pattern};
use mention::Mentions;
use name::Names;
use reading::Reading;
use role::Roles;

/// How candidates are scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// Rarity, wholeness, position and headline of noun phrases.
    #[default]
    News,
    /// YAKE: statistics of one document.
    Yake,
    /// RAKE: how many words stand together with each word; long phrases win.
    Rake,
    /// TextRank: a graph of nouns and adjectives that stand side by side.
    TextRank,
}

/// Which length of keyword is preferred. For [`Algorithm::News`] only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Granularity {
    /// Single words and names, as in tag clouds.
    Words,
    /// Words and phrases.
    #[default]
    Balanced,
    /// Noun phrases, as in an index.
    Phrases,
}

/// Which repetition is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deduplication {
    /// Candidates of equal stems are one.
    Stem,
    /// Also phrases inside better phrases, and shorter forms of a name. For
    /// [`Algorithm::News`] only.
    Nested,
}

impl Algorithm {
    /// Whether it knows of granularity, and of names.
    fn is_news(self) -> bool {
        match self {
            Self::News => true,
            Self::Yake | Self::Rake | Self::TextRank => false,
        }
    }
}

/// Most keywords that a call may ask for.
pub const KEYWORDS_MAX: usize = 1_000;
/// Most words in a phrase that a call may ask for: time and memory grow with it.
pub const PHRASE_WORDS_MAX: usize = 8;
/// Most mentions of a keyword that a call may ask for.
pub const MENTIONS_MAX: usize = 1_000;

/// What to extract.
#[derive(Clone, Debug)]
pub struct Params {
    /// How candidates are scored.
    pub algorithm: Algorithm,
    /// Keywords to return.
    pub keywords_max: usize,
    /// Words in a phrase, at least 1; 8 where it is more. "COVID-19" is one.
    pub phrase_words_max: usize,
    /// Preferred length; `None` for balanced.
    pub granularity: Option<Granularity>,
    /// Repetition to remove; `None` for what is usual with the algorithm.
    pub deduplication: Option<Deduplication>,
    /// Stop words beside the language's own.
    pub extra_stop_words: Vec<String>,
    /// The only phrases to choose among, compared by stems; none for all that the text
    /// offers.
    pub candidate_phrases: Vec<String>,
    /// Also look at what is not the article: menus, credits, teasers.
    pub include_boilerplate: bool,
    /// Mentions to return of each keyword.
    pub mentions_max: usize,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            algorithm: Algorithm::default(),
            keywords_max: 10,
            phrase_words_max: 4,
            granularity: None,
            deduplication: None,
            extra_stop_words: Vec::new(),
            candidate_phrases: Vec::new(),
            include_boilerplate: false,
            mentions_max: 20,
        }
    }
}

impl Params {
    /// Whether the algorithm has all that is asked of it.
    ///
    /// # Errors
    ///
    /// The option that it does not have, as [`Problem::OptionUnsupported`].
    pub fn check(&self) -> Result<(), FieldProblem> {
        if self.algorithm.is_news() {
            return Ok(());
        }
        if self.granularity.is_some() {
            return Err(Problem::OptionUnsupported.at("granularity"));
        }
        match self.deduplication {
            Some(Deduplication::Nested) => Err(Problem::OptionUnsupported.at("deduplication")),
            Some(Deduplication::Stem) | None => Ok(()),
        }
    }

    /// The repetition to remove, resolved.
    fn deduplication(&self) -> Deduplication {
        match self.deduplication {
            Some(deduplication) => deduplication,
            None if self.algorithm.is_news() => Deduplication::Nested,
            None => Deduplication::Stem,
        }
    }
}

/// A word or phrase that a document is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Its most common form, as written; the first one of equals.
    pub text: String,
    /// The stems of its words, joined by blanks.
    pub normalized: String,
    /// In (0, 1], higher is better; 1 is the best of its document.
    pub score: f64,
    /// Where it stands, in text order (title first), up to the number asked for.
    pub mentions: Vec<Place>,
    /// How often it stands there.
    pub n_mentions: usize,
}

/// The keywords of `document`, best first; ties in text order.
///
/// None for a blank document, nor for one of stop words and figures only. Where
/// `analyzer` has no list of stop words, short words are taken for them.
///
/// ```
/// use copydesk::base::{Budget, Language, Limits};
/// use copydesk::keyword::{self, Params};
/// use copydesk::stem::Analyzer;
/// use copydesk::text::{Document, DocumentParts};
///
/// let parts = DocumentParts {
///     title: "Harbour bridge closed".into(),
///     text: "The harbour bridge is closed until May. Bridges of its age need care.".into(),
///     ..DocumentParts::default()
/// };
/// let document = Document::new(parts, &Limits::default()).unwrap();
/// let english = Analyzer::new(Language::from_code("en").unwrap());
/// let params = Params { phrase_words_max: 1, keywords_max: 1, ..Params::default() };
/// let keywords = keyword::extract(&document, &english, &params, &Budget::unlimited()).unwrap();
/// assert_eq!(keywords[0].text, "bridge");
/// assert_eq!(keywords[0].n_mentions, 3);
/// assert_eq!(keywords[0].score, 1.0);
/// ```
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn extract(
    document: &Document,
    analyzer: &Analyzer,
    params: &Params,
    budget: &Budget,
) -> Result<Vec<Keyword>, Interrupted> {
    budget.check()?;
    let article = Article::find(document, analyzer.language, budget)?;
    extract_from(document, article, analyzer, params, budget)
}

/// The same where what of the document is the article is known already.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn extract_from(
    document: &Document,
    mut article: Article,
    analyzer: &Analyzer,
    params: &Params,
    budget: &Budget,
) -> Result<Vec<Keyword>, Interrupted> {
    if params.include_boilerplate {
        article = article.with_boilerplate();
    }
    let stop_words = &params.extra_stop_words;
    let reading = Reading::new(document, &article, analyzer, stop_words, budget)?;
    let listed = Listed::new(&params.candidate_phrases, analyzer, &reading, budget)?;
    let text = Text {
        document,
        analyzer,
        reading: &reading,
        listed: listed.as_ref(),
    };
    match params.algorithm {
        Algorithm::News => text.by_news(params, budget),
        Algorithm::Yake | Algorithm::Rake | Algorithm::TextRank => text.by_content(params, budget),
    }
}

/// A document with what every algorithm needs of it.
#[derive(Clone, Copy)]
struct Text<'a> {
    document: &'a Document,
    analyzer: &'a Analyzer,
    reading: &'a Reading,
    listed: Option<&'a Listed>,
}

impl Text<'_> {
    /// The keywords by the algorithms that take any phrase for a candidate which begins
    /// and ends with a word of content.
    fn by_content(self, params: &Params, budget: &Budget) -> Result<Vec<Keyword>, Interrupted> {
        let reading = self.reading;
        let grammar = Grammar {
            phrase_words_max: params.phrase_words_max,
            pattern: Pattern::OfContent,
        };
        let candidates = Candidates::new(reading, grammar, budget)?;
        let scored = match params.algorithm {
            Algorithm::News | Algorithm::Yake => yake::score(reading, &candidates, budget)?,
            Algorithm::Rake => rake::score(reading, &candidates, budget)?,
            Algorithm::TextRank => {
                let language = self.analyzer.language;
                text_rank::score(self.document, language, reading, &candidates, budget)?
            }
        };
        let scored = among(scored, self.listed, reading, &candidates);
        // Candidates are told apart by their stems: no two are the same.
        let chosen = best(scored, params.keywords_max);
        self.keywords(&chosen, &candidates, None, params, budget)
    }

    /// The keywords by [`Algorithm::News`].
    fn by_news(self, params: &Params, budget: &Budget) -> Result<Vec<Keyword>, Interrupted> {
        let Self {
            document,
            analyzer,
            reading,
            listed,
        } = self;
        let roles = Roles::new(document, reading, analyzer.language, budget)?;
        let grammar = Grammar {
            phrase_words_max: params.phrase_words_max,
            pattern: listed.map_or(Pattern::OfNouns(&roles), Pattern::Listed),
        };
        let candidates = Candidates::new(reading, grammar, budget)?;
        let question = news::Question {
            reading,
            roles: &roles,
            candidates: &candidates,
            granularity: params.granularity.unwrap_or_default(),
        };
        let (scored, n_whole) = news::score(&question, budget)?;
        if params.deduplication() == Deduplication::Stem {
            let chosen = best(scored, params.keywords_max);
            return self.keywords(&chosen, &candidates, None, params, budget);
        }
        let question = name::Question {
            document,
            reading,
            roles: &roles,
            candidates: &candidates,
        };
        let names = Names::find(&question, budget)?;
        let question = deduplication::Question {
            reading,
            roles: &roles,
            candidates: &candidates,
            names: &names,
            n_whole: &n_whole,
        };
        let n = params.keywords_max;
        let chosen = deduplication::choose(&question, scored, n, listed.is_some());
        self.keywords(&chosen, &candidates, Some(&names), params, budget)
    }

    /// The `chosen` as keywords, with their mentions.
    fn keywords(
        self,
        chosen: &[Scored],
        candidates: &Candidates,
        names: Option<&Names>,
        params: &Params,
        budget: &Budget,
    ) -> Result<Vec<Keyword>, Interrupted> {
        let ranks = ranks(chosen, candidates.as_slice().len(), names);
        let mut mentions = vec![Mentions::default(); chosen.len()];
        candidates.for_each_mention(budget, |candidate, words| {
            if let Some(Some((rank, own))) = ranks.get(candidate)
                && let Some(mentions) = mentions.get_mut(usize::from(*rank))
            {
                let places_max = params.mentions_max;
                mentions.add(self.document, self.reading, &words, *own, places_max);
            }
        })?;
        let keywords = chosen
            .iter()
            .zip(mentions)
            .filter_map(|(scored, mentions)| {
                let candidate = candidates.as_slice().get(scored.candidate)?;
                Some(Keyword {
                    text: mentions.most_common_form().to_owned(),
                    normalized: self.reading.normalized(&candidate.words()),
                    score: scored.score,
                    mentions: mentions.places(),
                    n_mentions: mentions.len(),
                })
            });
        Ok(keywords.collect())
    }
}

/// Those of `scored` that are `listed`, if anything is; the best of them with score 1.
fn among(
    mut scored: Vec<Scored>,
    listed: Option<&Listed>,
    reading: &Reading,
    candidates: &Candidates,
) -> Vec<Scored> {
    let Some(listed) = listed else {
        return scored;
    };
    scored.retain(|scored| {
        let candidate = candidates.as_slice().get(scored.candidate);
        candidate.is_some_and(|candidate| listed.has(reading.parts_of(&candidate.words())))
    });
    let best = scored.iter().map(|scored| scored.score).fold(0.0, f64::max);
    for Scored { score, .. } in &mut scored {
        *score = (*score / best).clamp(f64::MIN_POSITIVE, 1.0);
    }
    scored
}

/// The rank that a mention counts for, and whether it is of the chosen candidate itself and
/// not of another form of its name.
type Rank = (u16, bool);

/// The rank of each candidate that mentions one of the `chosen`.
fn ranks(chosen: &[Scored], n_candidates: usize, names: Option<&Names>) -> Vec<Option<Rank>> {
    let mut ranks = vec![None; n_candidates];
    for (scored, rank) in chosen.iter().zip(0..) {
        if let Some(place) = ranks.get_mut(scored.candidate) {
            *place = Some((rank, true));
        }
    }
    for (short, full) in names.iter().flat_map(|names| names.shorter_forms()) {
        let rank = ranks.get(full).copied().flatten();
        if let (Some((rank, _)), Some(place)) = (rank, ranks.get_mut(short)) {
            *place = Some((rank, false));
        }
    }
    ranks
}

/// A candidate worth returning.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scored {
    /// Its index.
    candidate: usize,
    /// In (0, 1], higher is better.
    score: f64,
}

impl Scored {
    /// The higher score first; ties in text order.
    fn before(&self, other: &Self) -> Ordering {
        let score = other.score.total_cmp(&self.score);
        score.then(self.candidate.cmp(&other.candidate))
    }
}

/// The `n` of highest score, the highest first; ties in text order.
fn best(mut scored: Vec<Scored>, n: usize) -> Vec<Scored> {
    // To sort all candidates of a long text for the sake of ten takes most of the time.
    if n < scored.len() {
        scored.select_nth_unstable_by(n, Scored::before);
        scored.truncate(n);
    }
    scored.sort_unstable_by(Scored::before);
    scored
}
