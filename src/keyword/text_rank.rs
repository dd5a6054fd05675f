//! TextRank: keywords by a graph of words that stand side by side.
//!
//! Mihalcea & Tarau, "TextRank: Bringing Order into Texts" (EMNLP 2004), section 3:
//! nouns and adjectives are the vertices, words within a window of two are linked, without
//! direction or weight, and equation (1) tells how important each vertex is. The best
//! third of them are keywords; those that stand side by side are one.
//!
//! The paper leaves open how a keyword of several words is scored: here by the sum of its
//! words, as is usual since. What leaves this file is the score over the document's best,
//! in (0, 1]. Where there is no tagger of the language, all words of content are
//! vertices. Words are told apart by their stems.

use std::ops::Range;

use crate::base::{Budget, Interrupted, Language};
use crate::text::{Document, PartsOfSpeech, Tagger, words};

use super::Scored;
use super::candidate::Candidates;
use super::rake::of_best;
use super::reading::{Reading, WORDS_PER_CHECK};

/// Words within which two are linked; of 2 to 10 the paper found 2 to be best.
const WINDOW: usize = 2;

/// d of equation (1).
const DAMPING: f64 = 0.85;

/// The scores have settled when none moves by more (the paper's figure).
const SETTLED: f64 = 1e-4;

/// Rounds after which they are taken as they are; the paper saw 20 to 30.
const ROUNDS_MAX: usize = 50;

/// One vertex in so many makes keywords.
const CHOSEN: usize = 3;

/// Scores those of `candidates` that are TextRank's too, in their order.
pub(super) fn score(
    document: &Document,
    language: Language,
    reading: &Reading,
    candidates: &Candidates,
    budget: &Budget,
) -> Result<Vec<Scored>, Interrupted> {
    let mut vertices = candidates.of_words();
    if let Some(tagger) = Tagger::of(language) {
        keep_nominal(document, tagger, reading, &mut vertices, budget)?;
    }
    let graph = Graph::new(reading, &vertices, candidates.as_slice().len(), budget)?;
    let ranks = graph.ranks(budget)?;
    let chosen = chosen(&vertices, &ranks);
    let is_chosen = |vertex: &Option<usize>| vertex.is_some_and(|v| chosen.get(v) == Some(&true));
    let kept: Vec<bool> = vertices.iter().map(is_chosen).collect();
    let mut sums = vec![0.0_f64; candidates.as_slice().len()];
    let runs = Runs::new(reading, &kept, candidates.phrase_words_max());
    candidates.for_each_mention(budget, |candidate, words| {
        if let (true, Some(score)) = (runs.is_keyword(&words), sums.get_mut(candidate)) {
            // A word is tagged where it stands: of the same words, one mention can have
            // more vertices than another.
            let members = vertices.get(words).unwrap_or_default();
            let rank_of = |vertex: &Option<usize>| vertex.and_then(|vertex| ranks.get(vertex));
            *score = score.max(members.iter().filter_map(rank_of).sum());
        }
    })?;
    let keywords = sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0.0);
    let scored = keywords.map(|(candidate, score)| Scored { candidate, score });
    Ok(of_best(scored.collect()))
}

/// Takes from `vertices` the words that are neither nouns nor adjectives.
fn keep_nominal(
    document: &Document,
    tagger: Tagger,
    reading: &Reading,
    vertices: &mut [Option<usize>],
    budget: &Budget,
) -> Result<(), Interrupted> {
    let sentence_of = |i: usize| {
        let first = reading.words.get(i)?.parts().start;
        Some(reading.parts.get(first)?.sentence)
    };
    let mut start = 0;
    while start < vertices.len() {
        budget.check()?;
        let sentence = sentence_of(start);
        let ends = |i: &usize| i - start == WORDS_PER_CHECK || sentence_of(*i) != sentence;
        let end = (start + 1..vertices.len())
            .find(ends)
            .unwrap_or(vertices.len());
        let nominal = are_nominal(document, tagger, reading, start..end);
        for (vertex, nominal) in vertices.iter_mut().skip(start).zip(nominal) {
            *vertex = vertex.filter(|_| nominal);
        }
        start = end;
    }
    Ok(())
}

/// Whether each of the words in `range`, which are of one sentence, is a noun or an
/// adjective; of a hyphened word the last part tells.
fn are_nominal(
    document: &Document,
    tagger: Tagger,
    reading: &Reading,
    range: Range<usize>,
) -> Vec<bool> {
    let mut parts = Vec::new();
    let mut last_parts = Vec::new();
    for word in reading.words.get(range).unwrap_or_default() {
        let place = word.place();
        let written = place.span.slice(document.field(place.field));
        let written = written.unwrap_or_default();
        parts.extend(words(written).filter_map(|span| span.slice(written)));
        last_parts.push(parts.len());
    }
    let tags = tagger.tag(&parts);
    let is_nominal = |end: usize| {
        let tag = end.checked_sub(1).and_then(|last| tags.get(last));
        tag.is_some_and(|tag| PartsOfSpeech::NOMINAL.contains(*tag))
    };
    last_parts.into_iter().map(is_nominal).collect()
}

/// The best vertices.
fn chosen(vertices: &[Option<usize>], ranks: &[f64]) -> Vec<bool> {
    let mut order: Vec<usize> = vertices.iter().flatten().copied().collect();
    order.sort_unstable();
    order.dedup();
    let n = order.len().div_ceil(CHOSEN);
    let rank = |vertex: &usize| ranks.get(*vertex).copied().unwrap_or_default();
    order.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then(a.cmp(b)));
    let mut chosen = vec![false; ranks.len()];
    for vertex in order.into_iter().take(n) {
        if let Some(chosen) = chosen.get_mut(vertex) {
            *chosen = true;
        }
    }
    chosen
}

/// Vertices and their neighbours.
struct Graph {
    /// Where the neighbours of each vertex begin, and where those of the last one end.
    starts: Vec<usize>,
    neighbours: Vec<usize>,
}

impl Graph {
    fn new(
        reading: &Reading,
        vertices: &[Option<usize>],
        n_vertices: usize,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let mut edges = Vec::new();
        for (i, left) in vertices.iter().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            for j in i + 1..i + WINDOW {
                let joined = reading.words.get(j).is_some_and(|word| word.joined);
                let Some((left, right)) = left.zip(vertices.get(j).copied().flatten()) else {
                    break;
                };
                if !joined {
                    break;
                }
                if left != right {
                    edges.extend([(left, right), (right, left)]);
                }
            }
        }
        edges.sort_unstable();
        edges.dedup();
        let mut starts = vec![0; n_vertices + 1];
        for (vertex, _) in &edges {
            if let Some(n) = starts.get_mut(vertex + 1) {
                *n += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let neighbours = edges.into_iter().map(|(_, neighbour)| neighbour).collect();
        Ok(Self { starts, neighbours })
    }

    fn neighbours_of(&self, vertex: usize) -> &[usize] {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or_default();
        let range = at(vertex)..at(vertex + 1);
        self.neighbours.get(range).unwrap_or_default()
    }

    /// Equation (1), of undirected links:
    ///
    /// ```text
    /// S(V) = (1 − d) + d · Σ S(neighbour) / neighbours of the neighbour
    /// ```
    fn ranks(&self, budget: &Budget) -> Result<Vec<f64>, Interrupted> {
        let n = self.starts.len().saturating_sub(1);
        let mut ranks = vec![1.0; n];
        for _ in 0..ROUNDS_MAX {
            let mut next = Vec::with_capacity(n);
            let mut moved: f64 = 0.0;
            for vertex in 0..n {
                if vertex % WORDS_PER_CHECK == 0 {
                    budget.check()?;
                }
                let share = |neighbour: &usize| {
                    let rank = ranks.get(*neighbour).copied().unwrap_or_default();
                    rank / self.neighbours_of(*neighbour).len().max(1) as f64
                };
                let given: f64 = self.neighbours_of(vertex).iter().map(share).sum();
                let rank = 1.0 - DAMPING + DAMPING * given;
                moved = moved.max((rank - ranks.get(vertex).copied().unwrap_or_default()).abs());
                next.push(rank);
            }
            ranks = next;
            if moved < SETTLED {
                break;
            }
        }
        Ok(ranks)
    }
}

/// Where chosen words stand side by side.
struct Runs {
    /// The first word of the run that each word is in, and the word after its last.
    bounds: Vec<Option<(usize, usize)>>,
    words_max: usize,
}

impl Runs {
    fn new(reading: &Reading, kept: &[bool], words_max: usize) -> Self {
        let mut bounds = vec![None; kept.len()];
        let is_kept = |i: usize| kept.get(i) == Some(&true);
        let is_joined = |i: usize| reading.words.get(i).is_some_and(|word| word.joined);
        let mut start = 0;
        for end in 1..=kept.len() {
            if is_kept(end) && is_kept(end - 1) && is_joined(end) {
                continue;
            }
            if is_kept(start) {
                for bound in bounds.iter_mut().take(end).skip(start) {
                    *bound = Some((start, end));
                }
            }
            start = end;
        }
        Self { bounds, words_max }
    }

    /// Whether `words` are a whole run, or one word of a run that is too long to be one
    /// keyword.
    fn is_keyword(&self, words: &Range<usize>) -> bool {
        match self.bounds.get(words.start) {
            Some(Some((start, end))) if end - start <= self.words_max => {
                (*start, *end) == (words.start, words.end)
            }
            Some(Some(_)) => words.len() == 1,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::candidate::tests::of_content;
    use super::super::rake::tests::ABSTRACT;
    use super::super::reading::tests::{document, read};
    use super::*;

    fn language(code: &str) -> Language {
        Language::from_code(code).unwrap()
    }

    /// Keywords of up to `words_max` words, as stems, in text order.
    fn keywords(code: &str, text: &str, words_max: usize) -> Vec<String> {
        let reading = read(code, "", text);
        let budget = Budget::unlimited();
        let candidates = Candidates::new(&reading, of_content(words_max), &budget).unwrap();
        let document = document("", text);
        let scored = score(&document, language(code), &reading, &candidates, &budget).unwrap();
        let normalized = scored.iter().map(|scored| {
            let candidate = &candidates.as_slice()[scored.candidate];
            reading.normalized(&candidate.words())
        });
        normalized.collect()
    }

    /// The rank of each vertex of `text`, by its stem.
    fn ranks(text: &str) -> Vec<(String, f64)> {
        let reading = read("en", "", text);
        let budget = Budget::unlimited();
        let candidates = Candidates::new(&reading, of_content(1), &budget).unwrap();
        let mut vertices = candidates.of_words();
        let tagger = Tagger::of(language("en")).unwrap();
        keep_nominal(
            &document("", text),
            tagger,
            &reading,
            &mut vertices,
            &budget,
        )
        .unwrap();
        let n = candidates.as_slice().len();
        let graph = Graph::new(&reading, &vertices, n, &budget).unwrap();
        let ranks = graph.ranks(&budget).unwrap();
        let rank = |vertex: &usize| {
            let candidate = &candidates.as_slice()[*vertex];
            (reading.normalized(&candidate.words()), ranks[*vertex])
        };
        vertices.iter().flatten().map(rank).collect()
    }

    #[test]
    fn the_papers_abstract_has_the_papers_ranks() {
        let ranks = ranks(ABSTRACT);
        // Those of the paper's figure 2 but one: it gives "numbers" 1.46, which in the
        // abstract has no other neighbour than "natural", so that both are 1.
        let expected = [
            ("inequ", 1.45),
            ("linear", 1.29),
            ("diophantin", 1.28),
            ("upper", 0.99),
            ("bound", 0.99),
            ("strict", 0.77),
        ];
        for (stem, expected) in expected {
            let found = ranks.iter().find(|(known, _)| known == stem);
            let rank = found.map(|(_, rank)| *rank).unwrap();
            assert!((rank - expected).abs() < 0.02, "{stem}: {rank}");
        }
    }

    #[test]
    fn ranks_are_those_of_the_equation() {
        // "bridge" has three neighbours, each of which has no other: b = 0.15 + 0.85 · 3 r
        // and r = 0.15 + 0.85 · b / 3, so b = 0.5325 / 0.2775.
        let ranks = ranks("The old bridge, the red bridge, the wooden bridge");
        for (stem, rank) in ranks {
            let expected = if stem == "bridg" {
                1.918_919
            } else {
                0.693_694
            };
            assert!((rank - expected).abs() < 1e-3, "{stem}: {rank}");
        }
    }

    #[test]
    fn the_best_third_makes_keywords_and_neighbours_make_one() {
        let text = "The old harbour bridge is closed. The harbour bridge is red, and the \
            mayor of the town says that engineers of the port want a new harbour bridge.";
        let expected = ["old harbour bridg", "harbour bridg", "new harbour bridg"];
        assert_eq!(keywords("en", text, 4), expected);
    }

    #[test]
    fn a_run_that_is_too_long_gives_its_words() {
        let text = "The harbour bridge, the harbour bridge, the town and the mayor";
        assert_eq!(keywords("en", text, 1), ["harbour", "bridg"]);
    }

    #[test]
    fn verbs_are_no_vertices_where_there_is_a_tagger() {
        let stems: Vec<_> = ranks("The mayor quickly closed the bridge")
            .into_iter()
            .map(|(stem, _)| stem)
            .collect();
        assert_eq!(stems, ["mayor", "bridg"]);
    }

    #[test]
    fn languages_without_a_tagger_take_all_words_of_content() {
        let text = "Die alte Brücke bleibt gesperrt";
        assert_eq!(keywords("de", text, 4), ["bruck bleibt"]);
    }
}
