//! The weighted terms of a document.
//!
//! ```text
//! weight = (1 + ln f) · rarity^0.7 · capital      then all divided by their length
//! ```
//!
//! `f` counts the term's occurrences, those in the title and in the first 60 words (70
//! from the headline on, where there is no title) three times: news says there what it is
//! about. `rarity` is how rare the term is in
//! its language at large, and 1 where nothing is known of the language. `capital` is
//! 1.5 for a term that is capitalised somewhere inside a sentence, which is a name
//! more often than not: names tell events of one kind apart.
//!
//! A weight knows nothing of other documents. That is what keeps the similarity of
//! two documents the same in any company, and what an inverse document frequency of
//! the request's own would lose. On labelled pairs of news (BASIL, ECB+) the average
//! precision was .970 and .941 when these were chosen, on whole pages; with the rarity
//! itself and 1.25 for capitals .966 and .940, without rarity .943 and .903, without the
//! threefold count .955 and .925, without capitals .960 and .934.

use std::ops::Range;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::base::{Interrupted, Language};
use crate::stem::{Rarity, Token};
use crate::text::{Article, Document, Field, Place};

use super::pace::Pace;
use super::product::Entry;

/// Words at the beginning of the text that count as much as the title. 30 lose .003
/// on one of the two sets and gain .002 on the other; 100 are no better.
const LEAD_WORDS: usize = 60;

/// As many more where the text brings its headline itself, whether that is told or not: a
/// line end that is lost must not move the lead.
const HEADLINE_WORDS: usize = 10;

/// What an occurrence in title or lead counts; twice gives .003 less on both sets.
pub(super) const LEAD_COUNT: u32 = 3;

/// What a capitalised term weighs more.
const CAPITAL_FACTOR: f64 = 1.5;

/// What rarity is raised to. Rare words tell more than common ones, but not in proportion:
/// people who judge how alike two texts are go less by their rarest words (correlation
/// with their judgements on Lee's 50 texts was .621, and .612 with the rarity itself).
const RARITY_POWER: f64 = 0.7;

/// What a term of this `rarity` weighs more than one of rarity 1.
pub(super) fn damped(rarity: f64) -> f64 {
    rarity.powf(RARITY_POWER)
}

/// Length of every vector. Its square, the product of a vector with itself, leaves
/// two bits of a `u64` for what rounding adds.
const LENGTH: f64 = (1_u64 << 31) as f64;

/// The product of two vectors of the same direction: a cosine of 1.
pub(super) const PRODUCT_ONE: u64 = 1 << 62;

/// The cosine that the product of two vectors stands for.
#[inline]
pub(super) fn cosine(product: u64) -> f64 {
    // Rounded weights can make the vectors a little too long.
    product.min(PRODUCT_ONE) as f64 / PRODUCT_ONE as f64
}

/// One occurrence of a term in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    /// The term.
    pub(super) term: u32,
    /// Place in the list of the document's tokens.
    pub(super) token: usize,
}

/// Numbers for the terms of a call, in order of appearance.
#[derive(Debug, Default)]
pub(super) struct Terms(FxHashMap<SmolStr, u32>);

impl Terms {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Where terms stand among `tokens`, by term and then in text order. Stop words
    /// are no terms, nor is what has neither letter nor digit.
    pub(super) fn occurrences(
        &mut self,
        tokens: &[Token],
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Occurrence>, Interrupted> {
        // Term and token in one number: these sort in half of the time.
        let mut found = Vec::with_capacity(tokens.len());
        for (i, token) in (0_u64..).zip(tokens) {
            pace.spend(1 + token.stem.len())?;
            if !token.stop_word && token.stem.contains(char::is_alphanumeric) {
                found.push(u64::from(self.number(&token.stem)) << 32 | i);
            }
        }
        pace.spend(found.len())?;
        found.sort_unstable();
        #[expect(clippy::cast_possible_truncation, reason = "two halves")]
        let occurrence = |both: u64| Occurrence {
            term: (both >> 32) as u32,
            token: both as u32 as usize,
        };
        Ok(found.into_iter().map(occurrence).collect())
    }

    fn number(&mut self, stem: &SmolStr) -> u32 {
        if let Some(number) = self.0.get(stem) {
            return *number;
        }
        // Four thousand million terms do not fit the memory that would be needed.
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(stem.clone(), number);
        number
    }
}

/// How rare a term is in the language of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rated {
    /// 1 where nothing is known of the language.
    pub(super) rarity: f64,
    /// The same as it weighs.
    damped: f64,
}

/// How rare the terms of a call are, by term: in the language that was asked for last, so
/// that it takes no more memory in a call of many languages.
#[derive(Debug, Default)]
pub(super) struct Rarities(Vec<Option<(Language, Rated)>>);

impl Rarities {
    /// Those of the terms of a document in `language`, one for each, by term.
    pub(super) fn of(
        &mut self,
        language: Language,
        tokens: &[Token],
        occurrences: &[Occurrence],
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Rated>, Interrupted> {
        pace.spend(occurrences.len())?;
        let table = Rarity::of(language);
        let mut found = Vec::with_capacity(occurrences.len());
        for same in occurrences.chunk_by(|a, b| a.term == b.term) {
            let Some(first) = same.first() else { continue };
            let term = first.term as usize;
            if term >= self.0.len() {
                self.0.resize(term + 1, None);
            }
            let rated = match self.0[term] {
                Some((of, rated)) if of == language => rated,
                _ => Rated::of(table, &tokens[first.token].stem),
            };
            self.0[term] = Some((language, rated));
            found.push(rated);
        }
        Ok(found)
    }
}

impl Rated {
    fn of(table: Option<Rarity>, stem: &str) -> Self {
        match table.map(|table| table.of_stem(stem)) {
            Some(rarity) => Self {
                rarity,
                damped: damped(rarity),
            },
            None => Self {
                rarity: 1.0,
                damped: 1.0,
            },
        }
    }
}

/// The vector of a document, from the `occurrences` of its terms and how rare each of
/// these is.
pub(super) fn weigh(
    occurrences: &[Occurrence],
    rated: &[Rated],
    flags: &Flags,
    pace: &mut Pace<'_>,
) -> Result<Vec<Entry>, Interrupted> {
    pace.spend(occurrences.len())?;
    let mut terms = Vec::with_capacity(rated.len());
    let each_term = occurrences.chunk_by(|a, b| a.term == b.term);
    for (same, rated) in each_term.zip(rated) {
        let Some(first) = same.first() else { continue };
        let count: u32 = same.iter().map(|each| flags.count(each.token)).sum();
        let weight = sublinear(count) * rated.damped * flags.capital_factor(same);
        terms.push((first.term, weight));
    }
    normalised(&terms, pace)
}

/// What `count` occurrences weigh more than one.
pub(super) fn sublinear(count: u32) -> f64 {
    // Most terms stand in a document once.
    if count == 1 {
        return 1.0;
    }
    1.0 + f64::from(count).ln()
}

/// `terms` and their weights, scaled to a common length.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no coordinate is negative, or longer than its vector"
)]
pub(super) fn normalised(
    terms: &[(u32, f64)],
    pace: &mut Pace<'_>,
) -> Result<Vec<Entry>, Interrupted> {
    pace.spend(terms.len())?;
    // Terms are numbered as the call's documents bring them; summed by size, their order
    // (and the company that a document is in) cannot change the last bit.
    // No square is negative, so their bits sort as they do, and sooner.
    let square = |(_, weight): &(u32, f64)| (weight * weight).to_bits();
    let mut squares: Vec<u64> = terms.iter().map(square).collect();
    squares.sort_unstable();
    let length = squares.into_iter().map(f64::from_bits).sum::<f64>().sqrt();
    let entry = |(dimension, weight): &(u32, f64)| Entry {
        dimension: *dimension,
        weight: (weight / length * LENGTH).round() as u32,
    };
    Ok(terms.iter().map(entry).collect())
}

/// What the places of tokens tell.
pub(super) struct Flags {
    /// Tokens of the headline.
    headline: Range<usize>,
    /// Tokens up to here stand in headline or lead.
    lead_end: usize,
    /// Whether each token has a capital that its place does not explain.
    capitalised: Vec<bool>,
}

impl Flags {
    /// Those of `tokens`, which are those of `document` or of its `article`.
    pub(super) fn new(
        document: &Document,
        article: &Article,
        tokens: &[Token],
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let headline = headline(article, tokens);
        let n_title = tokens.partition_point(|token| token.place.field == Field::Title);
        let mut capitalised = vec![false; tokens.len()];
        for i in n_title + 1..tokens.len() {
            let text = document.text();
            pace.spend(1)?;
            let (before, span) = (tokens[i - 1].place.span, tokens[i].place.span);
            let first = span.slice(text).and_then(|word| word.chars().next());
            capitalised[i] = first.is_some_and(char::is_uppercase)
                && text
                    .get(before.end..span.start)
                    .is_some_and(|gap| !gap.contains(is_sentence_border));
        }
        // Capitals in a headline tell nothing where most of its words have them; those of
        // a title are not even looked at.
        if let Some(words) = capitalised.get_mut(headline.clone())
            && is_title_case(words)
        {
            words.fill(false);
        }
        Ok(Self {
            lead_end: if n_title > 0 {
                n_title + LEAD_WORDS
            } else {
                headline.start + HEADLINE_WORDS + LEAD_WORDS
            },
            headline,
            capitalised,
        })
    }

    /// Whether `token` stands in the headline.
    pub(super) fn is_headline(&self, token: usize) -> bool {
        self.headline.contains(&token)
    }

    /// Whether `token` stands in the headline or soon after it.
    pub(super) fn is_lead(&self, token: usize) -> bool {
        token < self.lead_end
    }

    /// Whether `token` has a capital that its place does not explain.
    pub(super) fn is_name(&self, token: usize) -> bool {
        self.capitalised.get(token) == Some(&true)
    }

    /// What a term weighs more that stands at these places.
    pub(super) fn capital_factor(&self, places: &[Occurrence]) -> f64 {
        if places.iter().any(|each| self.is_name(each.token)) {
            CAPITAL_FACTOR
        } else {
            1.0
        }
    }

    fn count(&self, token: usize) -> u32 {
        if self.is_lead(token) { LEAD_COUNT } else { 1 }
    }
}

/// Whether more than half of the words of a headline have capitals.
fn is_title_case(capitalised: &[bool]) -> bool {
    let n_capitals = capitalised.iter().filter(|capital| **capital).count();
    2 * n_capitals > capitalised.len()
}

/// Those of `tokens` that stand in the headline.
fn headline(article: &Article, tokens: &[Token]) -> Range<usize> {
    let Some(Place { field, span }) = article.headline() else {
        return 0..0;
    };
    let place = |token: &Token| (token.place.field, token.place.span);
    let start = tokens.partition_point(|token| {
        let (of_token, at) = place(token);
        (of_token, at.start) < (field, span.start)
    });
    let end = tokens.partition_point(|token| {
        let (of_token, at) = place(token);
        (of_token, at.end) <= (field, span.end)
    });
    start..end.max(start)
}

/// What a sentence can begin after. Cheaper than finding sentences, and it errs on the
/// safe side: a name after "Mr." is found where it stands again.
fn is_sentence_border(character: char) -> bool {
    matches!(
        character,
        '.' | '!' | '?' | '…' | ':' | '"' | '“' | '„' | '«' | '»' | '\n' | '\r'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Budget, Language, Limits};
    use crate::similarity::explain::Mentions;
    use crate::similarity::profile::Profile;
    use crate::stem::Analyzer;
    use crate::text::DocumentParts;
    use proptest::prelude::*;

    /// The vector of a document in a language of which nothing is known, so that
    /// words are their own stems and all have rarity 1.
    fn weights(title: &str, text: &str) -> Vec<(String, f64)> {
        let parts = DocumentParts {
            title: title.into(),
            text: text.into(),
            ..DocumentParts::default()
        };
        let document = Document::new(parts, &Limits::default()).unwrap();
        let analyzer = Analyzer::new(Language::UNDETERMINED);
        let budget = Budget::unlimited();
        let analyze = |field| analyzer.analyze(document.field(field), field, &budget);
        let mut tokens = analyze(Field::Title).unwrap();
        tokens.extend(analyze(Field::Text).unwrap());
        let mut terms = Terms::default();
        let mut pace = Pace::new(&budget);
        let occurrences = terms.occurrences(&tokens, &mut pace).unwrap();
        let mut weights = Vec::new();
        let article = Article::find(&document, Language::UNDETERMINED, &budget).unwrap();
        let flags = Flags::new(&document, &article, &tokens, &mut pace).unwrap();
        let language = Language::UNDETERMINED;
        let rated = Rarities::default().of(language, &tokens, &occurrences, &mut pace);
        for entry in weigh(&occurrences, &rated.unwrap(), &flags, &mut pace).unwrap() {
            let is_entry = |(_, number): &(&SmolStr, &u32)| **number == entry.dimension;
            let (stem, _) = terms.0.iter().find(is_entry).unwrap();
            weights.push((stem.to_string(), f64::from(entry.weight) / LENGTH));
        }
        weights
    }

    fn ratio(title: &str, text: &str, first: &str, second: &str) -> f64 {
        let weights = weights(title, text);
        let weight = |term: &str| weights.iter().find(|(stem, _)| stem == term).unwrap().1;
        weight(first) / weight(second)
    }

    #[test]
    fn weights_follow_the_formula() {
        let filler = "so ".repeat(60);
        // ferry: 3 for the title and 1 after the lead, 1 + ln 4; port: 1 + ln 1.
        let found = ratio("ferry", &format!("{filler} ferry port"), "ferry", "port");
        assert!((found - (1.0 + 4_f64.ln())).abs() < 1e-6, "{found}");
        // The 70th word of a text without a title is in the lead, the 71st is not.
        let text = format!("{} lead rest", "so ".repeat(69));
        let found = ratio("", &text, "lead", "rest");
        assert!((found - (1.0 + 3_f64.ln())).abs() < 1e-6, "{found}");
    }

    #[test]
    fn capitals_count_where_their_place_does_not_explain_them() {
        let cases = [
            ("inside a sentence", "", "in Oslo now", CAPITAL_FACTOR),
            ("at the beginning", "", "Oslo now", 1.0),
            ("after a full stop", "", "so. Oslo now", 1.0),
            ("in a quotation", "", "so “Oslo now", 1.0),
            ("on a new line", "", "so\nOslo now", 1.0),
            ("in the title", "so Oslo now", "", 1.0),
        ];
        for (rule, title, text, expected) in cases {
            let found = ratio(title, text, "oslo", "now");
            assert!((found - expected).abs() < 1e-6, "{rule}: {found}");
        }
    }

    #[test]
    fn every_step_of_a_long_document_asks_the_budget() {
        let parts = DocumentParts {
            text: "so Oslo ".repeat(1 << 16),
            ..DocumentParts::default()
        };
        let document = Document::new(parts, &Limits::default()).unwrap();
        let language = Language::UNDETERMINED;
        let budget = Budget::unlimited();
        let article = Article::find(&document, language, &budget).unwrap();
        let tokens = Analyzer::new(language)
            .analyze(document.text(), Field::Text, &budget)
            .unwrap();
        let mut pace = Pace::new(&budget);
        let mut terms = Terms::default();
        let occurrences = terms.occurrences(&tokens, &mut pace).unwrap();
        let flags = Flags::new(&document, &article, &tokens, &mut pace).unwrap();
        let mut rarities = Rarities::default();
        let rated = rarities
            .of(language, &tokens, &occurrences, &mut pace)
            .unwrap();

        budget.cancel();
        let pace = || Pace::new(&budget);
        assert!(terms.occurrences(&tokens, &mut pace()).is_err());
        assert!(Flags::new(&document, &article, &tokens, &mut pace()).is_err());
        let again = rarities.of(language, &tokens, &occurrences, &mut pace());
        assert!(again.is_err());
        assert!(weigh(&occurrences, &rated, &flags, &mut pace()).is_err());
        assert!(Profile::new(&occurrences, &rated, &flags, &mut pace()).is_err());
        let mentions = Mentions::new(&document, &tokens, &occurrences, 1, &mut pace());
        assert!(mentions.is_err());
    }

    #[test]
    fn what_has_neither_letter_nor_digit_is_no_term() {
        assert!(weights("", "— _ … !").is_empty());
        assert_eq!(weights("", "_ 7").len(), 1);
    }

    proptest! {
        #[test]
        fn vectors_have_one_length_and_ascend(text in "[a-dA-D .]{0,80}x") {
            let weights = weights("", &text);
            let length: f64 = weights.iter().map(|(_, weight)| weight * weight).sum();
            prop_assert!((length - 1.0).abs() < 1e-8, "{length}");
        }
    }
}
