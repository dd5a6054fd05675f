//! RAKE: keywords by how many words stand together with each word.
//!
//! Rose, Engel, Cramer, Cowley, "Automatic keyword extraction from individual documents",
//! in: Text Mining: Applications and Theory (Wiley 2010), chapter 1,
//! doi:10.1002/9780470689646.ch1. Stop words and punctuation divide a text into
//! candidates; a word's score is its degree over its frequency, a candidate's the sum of
//! its words' scores. So long phrases win. What leaves this file is the score over the
//! document's best, in (0, 1].
//!
//! We differ from the paper in what a word is: words of equal stems count together, and
//! figures divide as stop words do. Candidates of more words than the caller allows are
//! left out, but count for the degrees of their words.

use std::ops::Range;

use crate::base::{Budget, Interrupted};

use super::Scored;
use super::candidate::Candidates;
use super::reading::{Kind, Reading, WORDS_PER_CHECK};

/// Keywords that stand so often side by side, with stop words between, are one more
/// candidate ("axis of evil").
const ADJOINING_MIN: u32 = 2;

/// Scores those of `candidates` that are RAKE's too, in their order.
pub(super) fn score(
    reading: &Reading,
    candidates: &Candidates,
    budget: &Budget,
) -> Result<Vec<Scored>, Interrupted> {
    let words = candidates.of_words();
    let ratios = ratios(reading, &words, candidates.as_slice().len(), budget)?;
    let mut n_whole = vec![0_u32; candidates.as_slice().len()];
    candidates.for_each_mention(budget, |candidate, words| {
        if let (true, Some(n)) = (reading.is_whole(&words), n_whole.get_mut(candidate)) {
            *n += 1;
        }
    })?;
    let mut scored = Vec::new();
    for (i, candidate) in candidates.as_slice().iter().enumerate() {
        if i % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        let least = match n_gaps(reading, &candidate.words()) {
            Some(0) => 1,
            Some(1) => ADJOINING_MIN,
            _ => continue,
        };
        if n_whole.get(i).is_none_or(|n| *n < least) {
            continue;
        }
        let members = words.get(candidate.words()).unwrap_or_default();
        let ratio_of = |word: &Option<usize>| word.and_then(|word| ratios.get(word));
        scored.push(Scored {
            candidate: i,
            score: members.iter().filter_map(ratio_of).sum(),
        });
    }
    Ok(of_best(scored))
}

/// Degree over frequency of each word, by the candidate that it makes alone. The degree is
/// the number of words in all candidates that the word is in.
fn ratios(
    reading: &Reading,
    words: &[Option<usize>],
    n_candidates: usize,
    budget: &Budget,
) -> Result<Vec<f64>, Interrupted> {
    let mut counts = vec![(0_usize, 0_usize); n_candidates];
    let mut start = 0;
    for end in 1..=words.len() {
        if end % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        if goes_on(reading, words, end) {
            continue;
        }
        let run = words.get(start..end).unwrap_or_default();
        for word in run.iter().flatten() {
            if let Some((degree, n)) = counts.get_mut(*word) {
                *degree += run.len();
                *n += 1;
            }
        }
        start = end;
    }
    let ratio = |(degree, n): (usize, usize)| degree as f64 / n.max(1) as f64;
    Ok(counts.into_iter().map(ratio).collect())
}

/// Whether the word number `end` belongs to the same run of words of content as the word
/// before it.
fn goes_on(reading: &Reading, words: &[Option<usize>], end: usize) -> bool {
    let is_content = |i: usize| words.get(i).is_some_and(Option::is_some);
    let is_joined = reading.words.get(end).is_some_and(|word| word.joined);
    is_joined && is_content(end) && is_content(end - 1)
}

/// How many runs of stop words stand inside `words`; `None` where there is a figure.
fn n_gaps(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    let mut n = 0;
    let mut inside = false;
    for (i, word) in reading.words.get(words.clone())?.iter().enumerate() {
        let number = words.start + i;
        let mut parts = reading.parts_of(&(number..number + 1)).iter();
        if !word.content && parts.any(|part| part.kind == Kind::Figure) {
            return None;
        }
        n += usize::from(!word.content && !inside);
        inside = !word.content;
    }
    Some(n)
}

/// The same scores as shares of the best.
pub(super) fn of_best(mut scored: Vec<Scored>) -> Vec<Scored> {
    let most = scored.iter().map(|scored| scored.score).fold(0.0, f64::max);
    for Scored { score, .. } in &mut scored {
        *score = (*score / most).clamp(f64::MIN_POSITIVE, 1.0);
    }
    scored
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::candidate::tests::of_content;
    use super::super::reading::tests::{analyzer, document, read};
    use super::*;
    use crate::text::Article;

    /// The abstract that the paper goes by.
    pub(in crate::keyword) const ABSTRACT: &str = "Compatibility of systems of linear constraints over the set of natural \
        numbers. Criteria of compatibility of a system of linear Diophantine equations, strict \
        inequations, and nonstrict inequations are considered. Upper bounds for components of \
        a minimal set of solutions and algorithms of construction of minimal generating sets of \
        solutions for all types of systems are given. These criteria and the corresponding \
        algorithms for constructing a minimal supporting set of solutions can be used in \
        solving all the considered types of systems and systems of mixed types.";

    /// Candidates with their scores as shares of the best, in text order.
    fn scores(reading: &Reading, document: &crate::text::Document) -> Vec<(String, f64)> {
        let budget = Budget::unlimited();
        let candidates = Candidates::new(reading, of_content(4), &budget).unwrap();
        let scored = score(reading, &candidates, &budget).unwrap();
        let written = scored.iter().map(|scored| {
            let candidate = &candidates.as_slice()[scored.candidate];
            let place = reading.place_of(&candidate.words()).unwrap();
            let text = place.span.slice(document.field(place.field)).unwrap();
            (text.to_owned(), scored.score)
        });
        written.collect()
    }

    #[test]
    fn the_papers_abstract_has_the_papers_scores() {
        // A language that has a list of stop words and no stemmer, as the paper has none;
        // the words are those that divide the abstract in the paper's figure 1.2.
        let language = analyzer("so");
        let stop_words = "of over the a and are considered for solutions construction all types \
            given these can be used in mixed";
        let stop_words: Vec<String> = stop_words.split(' ').map(str::to_owned).collect();
        let document = document("", ABSTRACT);
        let budget = Budget::unlimited();
        let reading = Reading::new(
            &document,
            &Article::default(),
            &language,
            &stop_words,
            &budget,
        )
        .unwrap();
        let mut scores = scores(&reading, &document);
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        // Figure 1.5, the best being (8 / 3 + 3 + 3) = 8.7.
        let expected = [
            ("minimal generating sets", 8.7),
            ("linear Diophantine equations", 8.5),
            ("minimal supporting set", 7.7),
            ("minimal set", 4.7),
            ("linear constraints", 4.5),
            ("natural numbers", 4.0),
            ("strict inequations", 4.0),
            ("nonstrict inequations", 4.0),
            ("Upper bounds", 4.0),
            ("corresponding algorithms", 3.5),
            ("set", 2.0),
            ("algorithms", 1.5),
            ("Compatibility", 1.0),
            ("systems", 1.0),
            ("Criteria", 1.0),
            ("system", 1.0),
            ("components", 1.0),
            ("constructing", 1.0),
            ("solving", 1.0),
        ];
        assert_eq!(scores.len(), expected.len(), "{scores:?}");
        for ((text, score), (expected_text, expected)) in scores.iter().zip(expected) {
            assert_eq!(text, expected_text);
            let score = score * (8.0 / 3.0 + 6.0);
            assert!((score - expected).abs() < 0.05, "{text}: {score}");
        }
    }

    #[test]
    fn keywords_that_adjoin_twice_are_one_more() {
        let title = "";
        let once = "The axis of evil. An axis; evil";
        let twice = "The axis of evil. An axis of evil";
        for (text, expected) in [(once, 0), (twice, 1)] {
            let reading = read("en", title, text);
            let scores = scores(&reading, &document(title, text));
            let n = scores.iter().filter(|(t, _)| t == "axis of evil").count();
            assert_eq!(n, expected, "{text:?}: {scores:?}");
        }
    }

    #[test]
    fn cuts_of_a_run_are_no_candidates() {
        let text = "the old harbour bridge, a Boeing 737 crash";
        let reading = read("en", "", text);
        let scores = scores(&reading, &document("", text));
        let texts: Vec<_> = scores.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["old harbour bridge", "Boeing", "crash"]);
    }

    #[test]
    fn a_run_counts_for_degrees_however_long_it_is() {
        let text = "red blue green white black. red";
        let reading = read("en", "", text);
        let scores = scores(&reading, &document("", text));
        assert_eq!(scores, [("red".to_owned(), 1.0)]);
    }
}
