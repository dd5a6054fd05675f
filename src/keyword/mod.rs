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
mod mention;
mod name;
mod news;
mod numbers;
mod rake;
mod reading;
mod role;
mod text_rank;
mod weak;
mod word;
mod word_list;
mod yake;

use rustc_hash::FxHashMap;

use crate::base::{Budget, FieldProblem, Interrupted, Problem};
use crate::stem::Analyzer;
use crate::text::{Article, Document, Place};

use candidate::{Candidates, Grammar, Listed, Phrases};
use mention::Mentions;
use name::{Form, Names};
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
            phrases: Phrases::OfContent,
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
            phrases: listed.map_or(Phrases::OfNouns(&roles), Phrases::Listed),
        };
        let candidates = Candidates::new(reading, grammar, budget)?;
        let question = news::Question {
            reading,
            roles: &roles,
            candidates: &candidates,
            analyzer,
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
            analyzer,
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
        let chosen = deduplication::choose(&question, &scored, n, listed.is_some());
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
        let ranks = ranks(chosen, candidates, names);
        let mut mentions = vec![Mentions::default(); chosen.len()];
        candidates.for_each_mention(self.reading, budget, |candidate, words| {
            if let Some((rank, own)) = ranks.get(&candidate)
                && let Some(mentions) = mentions.get_mut(*rank)
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
                    normalized: self.reading.normalized(&candidate.words),
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
        candidate.is_some_and(|candidate| listed.has(reading.parts_of(&candidate.words)))
    });
    let best = scored.iter().map(|scored| scored.score).fold(0.0, f64::max);
    for Scored { score, .. } in &mut scored {
        *score = (*score / best).clamp(f64::MIN_POSITIVE, 1.0);
    }
    scored
}

/// The rank of each candidate that mentions one of the `chosen`, and whether it is the
/// chosen one itself and no other form of its name.
fn ranks(
    chosen: &[Scored],
    candidates: &Candidates,
    names: Option<&Names>,
) -> FxHashMap<usize, (usize, bool)> {
    let own = chosen
        .iter()
        .zip(0..)
        .map(|(scored, rank)| (scored.candidate, (rank, true)));
    let mut ranks: FxHashMap<_, _> = own.collect();
    let Some(names) = names else {
        return ranks;
    };
    for candidate in 0..candidates.as_slice().len() {
        if let Form::Of(full) = names.form(candidate)
            && let Some((rank, _)) = ranks.get(&full).copied()
        {
            ranks.insert(candidate, (rank, false));
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

/// The `n` of highest score, the highest first; ties in text order.
fn best(mut scored: Vec<Scored>, n: usize) -> Vec<Scored> {
    let by_score = |a: &Scored, b: &Scored| {
        let score = b.score.total_cmp(&a.score);
        score.then(a.candidate.cmp(&b.candidate))
    };
    // To sort all candidates of a long text for the sake of ten takes most of the time.
    if n < scored.len() {
        scored.select_nth_unstable_by(n, by_score);
        scored.truncate(n);
    }
    scored.sort_unstable_by(by_score);
    scored
}

#[cfg(test)]
mod tests {
    use super::reading::tests::{analyzer, document};
    use super::*;
    use crate::base::Span;
    use crate::text::Field;
    use proptest::prelude::*;

    fn keywords(language: &str, title: &str, text: &str, params: &Params) -> Vec<Keyword> {
        let document = document(title, text);
        let budget = Budget::unlimited();
        extract(&document, &analyzer(language), params, &budget).unwrap()
    }

    fn find<'k>(keywords: &'k [Keyword], normalized: &str) -> &'k Keyword {
        let found = keywords.iter().find(|k| k.normalized == normalized);
        found.unwrap_or_else(|| panic!("no {normalized:?} in {keywords:?}"))
    }

    fn texts(keywords: &[Keyword]) -> Vec<&str> {
        keywords.iter().map(|k| k.text.as_str()).collect()
    }

    const ALGORITHMS: [Algorithm; 4] = [
        Algorithm::News,
        Algorithm::Yake,
        Algorithm::Rake,
        Algorithm::TextRank,
    ];

    const TITLE: &str = "Harbour Bridge shut after inspection";
    const TEXT: &str = "The harbour bridge in Velden was closed on Monday after engineers \
        found cracks in two of its cables.\n\nMayor Ines Korver said that the bridge would \
        stay closed until May. \u{201c}Bridges of this age need care,\u{201d} Korver said. Engineers of \
        the port authority inspect the cables of all bridges in Velden every year. The port \
        authority expects delays for 12,000 commuters, and EU funds may pay for new cables.";

    #[test]
    // Known answers: a change here is to be explained in the commit that makes it.
    fn a_short_article_keeps_its_keywords() {
        let found = keywords("en", TITLE, TEXT, &Params::default());
        let answer: Vec<_> = found
            .iter()
            .map(|k| (k.text.as_str(), k.n_mentions))
            .collect();
        let expected = [
            ("Harbour Bridge", 2),
            ("Velden", 2),
            ("Ines Korver", 2),
            ("cables", 3),
            ("port authority", 2),
            ("engineers", 2),
            ("inspection", 2),
            ("EU funds", 1),
            ("cracks", 1),
            ("commuters", 1),
        ];
        assert_eq!(answer, expected);
    }

    #[test]
    // "Korver said" is a wrong one: the method knows no verbs.
    fn yake_keeps_its_keywords_of_a_short_article() {
        let params = Params {
            algorithm: Algorithm::Yake,
            ..Params::default()
        };
        let found = keywords("en", TITLE, TEXT, &params);
        let expected = [
            ("Harbour Bridge", 2),
            ("bridge", 5),
            ("Korver said", 2),
            ("Velden", 2),
            ("Korver", 2),
            ("Harbour", 2),
            ("bridge in Velden", 2),
            ("cables", 3),
            ("shut", 1),
            ("port authority", 2),
        ];
        let answer: Vec<_> = found
            .iter()
            .map(|k| (k.text.as_str(), k.n_mentions))
            .collect();
        assert_eq!(answer, expected);
        let scores = [
            1.0, 0.956, 0.854, 0.547, 0.547, 0.514, 0.491, 0.391, 0.354, 0.352,
        ];
        for (keyword, score) in found.iter().zip(scores) {
            assert!((keyword.score - score).abs() < 6e-4, "{keyword:?}: {score}");
        }
    }

    fn stem_only() -> Params {
        Params {
            deduplication: Some(Deduplication::Stem),
            ..Params::default()
        }
    }

    #[test]
    fn forms_of_a_name_are_one_keyword_under_the_fullest() {
        let text = "Defense Secretary Pete Hegseth said on Monday that allies must pay. Hegseth \
            spoke in Brussels. Secretary Hegseth met Mark Rutte of the North Atlantic Treaty \
            Organization (NATO). NATO had no comment. Rutte and Hegseth left NATO early.";
        let found = keywords("en", "", text, &Params::default());
        let texts = texts(&found);
        for (name, others) in [
            (
                "Pete Hegseth",
                &["Hegseth", "Secretary Hegseth", "Secretary Pete"][..],
            ),
            ("Mark Rutte", &["Rutte", "Mark"]),
            ("NATO", &["North Atlantic Treaty Organization"]),
        ] {
            assert!(texts.contains(&name), "{name}: {texts:?}");
            assert!(
                !others.iter().any(|other| texts.contains(other)),
                "{name}: {texts:?}"
            );
        }
        let n_of = |text: &str| found.iter().find(|k| k.text == text).map(|k| k.n_mentions);
        assert_eq!(n_of("Pete Hegseth"), Some(4));
        assert_eq!(n_of("NATO"), Some(4));
    }

    #[test]
    fn a_place_is_no_short_form_of_what_is_named_after_it() {
        let text = "The port of Korea is shut. Korea has asked North Korea for help. The Bank of \
            Korea and the Korea Transport Group met. Korea is far away.";
        let found = keywords("en", "", text, &Params::default());
        assert!(texts(&found).contains(&"Korea"), "{:?}", texts(&found));
    }

    #[test]
    fn listed_phrases_are_the_only_ones() {
        let params = Params {
            candidate_phrases: vec!["Harbour bridges".into(), "closing".into(), "moon".into()],
            ..Params::default()
        };
        for algorithm in [Algorithm::News, Algorithm::Yake] {
            let params = Params {
                algorithm,
                ..params.clone()
            };
            let found = keywords("en", TITLE, TEXT, &params);
            let mut normalized: Vec<_> = found.iter().map(|k| k.normalized.as_str()).collect();
            normalized.sort_unstable();
            assert_eq!(normalized, ["close", "harbour bridg"], "{algorithm:?}");
        }
    }

    #[test]
    fn options_that_an_algorithm_lacks_are_refused() {
        let yake = Params {
            algorithm: Algorithm::Yake,
            ..Params::default()
        };
        let with_granularity = Params {
            granularity: Some(Granularity::Balanced),
            ..yake.clone()
        };
        let nested = Params {
            deduplication: Some(Deduplication::Nested),
            ..yake.clone()
        };
        assert_eq!(yake.check(), Ok(()));
        let field = |params: Params| params.check().unwrap_err().field;
        assert_eq!(field(with_granularity), "granularity");
        assert_eq!(field(nested), "deduplication");
    }

    #[test]
    fn awkward_tokens_survive_whole() {
        let cases = [
            (
                "en",
                "COVID-19 F-16 AT&T U.S. 5G C++ €1.5bn Jean-Luc G7 4K NATO iPhone COVID C# R&D \
                Node.js MiG-29 Boeing Hewlett-Packard McLaren O'Hara EU UN WHO IT",
            ),
            (
                "fr",
                "Élysée Côte_d’Ivoire Jean-Luc Saint-Étienne Aix-en-Provence TGV Renault",
            ),
            ("pt", "São_Paulo Guiné-Bissau Petrobras"),
            ("es", "EE.UU. Castilla-La_Mancha UGT"),
            ("de", "CDU/CSU U-Bahn VW"),
            ("ru", "Ту-154 Санкт-Петербург НАТО"),
        ];
        for (code, tokens) in cases {
            for token in tokens.split_whitespace() {
                let token = &token.replace('_', " ");
                let text = filler(code).replace("TOKEN", token);
                let params = Params {
                    keywords_max: 20,
                    ..Params::default()
                };
                let found = keywords(code, "", &text, &params);
                let whole = found
                    .iter()
                    .any(|k| k.text == *token || token.contains('/'));
                assert!(whole, "{code}: {token} in {:?}", texts(&found));
            }
        }
    }

    /// A text about TOKEN.
    fn filler(code: &str) -> &'static str {
        match code {
            "fr" => "On parle de TOKEN depuis lundi. Les voisins ont vu TOKEN, et TOKEN a changé.",
            "pt" => "Todos falam de TOKEN desde ontem. Os vizinhos viram TOKEN, e TOKEN mudou.",
            "es" => "Todos hablan de TOKEN desde ayer. Los vecinos vieron TOKEN, y TOKEN cambió.",
            "de" => "Alle reden über TOKEN seit gestern. Nachbarn sahen TOKEN, und TOKEN blieb.",
            "ru" => "Все говорят про TOKEN. Мы говорили про TOKEN, и они тоже про TOKEN.",
            _ => "Everyone spoke about TOKEN yesterday. Neighbours saw TOKEN, and TOKEN changed.",
        }
    }

    #[test]
    fn forms_are_merged_and_all_mentioned() {
        let found = keywords(
            "en",
            "Bridges shut",
            "One bridge, two bridges.",
            &stem_only(),
        );
        let bridge = find(&found, "bridg");
        assert_eq!(bridge.n_mentions, 3);
        let place = |field, start, end| Place {
            field,
            span: Span::new(start, end),
        };
        let expected = [
            place(Field::Title, 0, 7),
            place(Field::Text, 4, 10),
            place(Field::Text, 16, 23),
        ];
        assert_eq!(bridge.mentions, expected);
    }

    #[test]
    fn the_most_common_form_is_shown_and_the_first_of_equals() {
        let cases = [
            ("Bridges, bridge, bridge", "bridge"),
            ("bridges, bridge", "bridges"),
            ("The bank’s, the bank’s, the bank", "bank"),
            ("The bank’s", "bank"),
            ("The EU, the EU, the Eu", "EU"),
        ];
        for (text, expected) in cases {
            let found = keywords("en", "", text, &Params::default());
            assert_eq!(texts(&found), [expected], "{text:?}");
        }
    }

    #[test]
    fn mentions_are_cut_and_still_counted() {
        let params = Params {
            mentions_max: 2,
            ..Params::default()
        };
        let found = keywords("en", "", "bridge, bridge, bridge", &params);
        assert_eq!((found[0].mentions.len(), found[0].n_mentions), (2, 3));
    }

    #[test]
    fn extra_stop_words_are_honoured_however_they_are_written() {
        let params = Params {
            extra_stop_words: vec!["BRIDGE".into(), "o’hara".into()],
            ..Params::default()
        };
        let found = keywords("en", "Bridge of O'Hara", "The harbour bridge", &params);
        assert_eq!(texts(&found), ["harbour"]);
    }

    #[test]
    fn nothing_to_say_gives_no_keywords() {
        let none = Params {
            keywords_max: 0,
            ..Params::default()
        };
        assert_eq!(keywords("en", "Bridge", "Bridge", &none), []);
        for text in [
            " ",
            "\n\u{a0}",
            "to be or not to be",
            "12 - 7 = 5",
            "☔ 😀",
            "\0",
        ] {
            assert_eq!(keywords("en", "", text, &Params::default()), [], "{text:?}");
        }
    }

    #[test]
    fn a_spent_budget_stops_the_work() {
        let budget = Budget::unlimited();
        budget.cancel();
        for algorithm in ALGORITHMS {
            let params = Params {
                algorithm,
                ..Params::default()
            };
            let answer = extract(&document("", TEXT), &analyzer("en"), &params, &budget);
            assert_eq!(answer, Err(Interrupted::Cancelled), "{algorithm:?}");
        }
    }

    #[test]
    fn a_language_without_lists_is_served_as_well_as_can_be() {
        let text = "lorem ipsum et dolor, lorem ipsum et amet";
        let found = keywords("und", "", text, &Params::default());
        assert_eq!(found[0].text, "lorem ipsum");
    }

    #[test]
    fn odd_texts_of_full_length_are_no_odd_work() {
        // With work that grows as the square these take hours, not seconds.
        for piece in [
            "bridge ",
            ".,",
            "a b a b ",
            "\n",
            "a-",
            "x",
            "Rome. ",
            "高铁列车",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            for algorithm in ALGORITHMS {
                let params = Params {
                    algorithm,
                    ..Params::default()
                };
                let found = keywords("en", "", &text, &params);
                assert!(found.len() <= 10, "{algorithm:?}: {piece:?}");
            }
        }
    }

    /// Texts that have words, forms and borders in common, as random letters have not.
    fn article() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "bridge", "Bridges", "NATO", "U.S.", "of", "the", "harbour", "COVID-19", "2024",
            "Zürich", "高铁", "列车", "’", "“", ", ", ". ", "\n", " ", " ", " ", "-", "&", "É",
        ]);
        prop_oneof![
            prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat()),
            "(?s).{1,100}",
        ]
    }

    proptest! {
        #[test]
        fn answers_keep_their_promises(
            title in article(),
            text in article(),
            n in 1..40_usize,
            algorithm in prop::sample::select(ALGORITHMS.to_vec()),
        ) {
            let text = format!("{text} ");
            let params = Params { algorithm, keywords_max: n, ..Params::default() };
            let found = keywords("en", &title, &text, &params);
            let document = document(&title, &text);
            prop_assert!(found.len() <= n);
            if let Some(first) = found.first() {
                prop_assert!(first.score >= 1.0);
            }
            for keyword in &found {
                prop_assert!(keyword.score > 0.0 && keyword.score <= 1.0);
                prop_assert!(keyword.mentions.is_sorted());
                prop_assert!(keyword.n_mentions >= keyword.mentions.len());
                let written: Vec<_> = keyword.mentions.iter()
                    .map(|place| place.span.slice(document.field(place.field)))
                    .collect();
                prop_assert!(written.iter().all(Option::is_some));
                prop_assert!(keyword.n_mentions > 20 || written.contains(&Some(&keyword.text)));
            }
            prop_assert!(found.is_sorted_by(|a, b| a.score >= b.score));
            let mut normalized: Vec<_> = found.iter().map(|k| &k.normalized).collect();
            normalized.sort();
            normalized.dedup();
            prop_assert_eq!(normalized.len(), found.len());
        }

        #[test]
        fn the_top_is_a_prefix_of_more(text in article(), n in 1..20_usize) {
            let text = format!("{text} ");
            let top = |keywords_max| {
                keywords("en", "", &text, &Params { keywords_max, ..Params::default() })
            };
            let more = top(n + 1);
            prop_assert_eq!(&top(n), &more[..n.min(more.len())]);
            prop_assert_eq!(top(n), top(n));
        }
    }
}
