//! YAKE: keywords by the statistics of one document, without corpus or training.
//!
//! Campos, Mangaravite, Pasquali, Jorge, Nunes, Jatowt, "YAKE! Keyword extraction from
//! single documents using multiple local features", Information Sciences 509 (2020)
//! 257-289, doi:10.1016/j.ins.2019.09.013. Features have the paper's names; the numbers
//! (1) to (8) count its equations in the order in which it brings them.
//! In the paper lower is better; what leaves this file is the document's least score
//! over a candidate's, in (0, 1].
//!
//! We differ from the paper where our callers are better served:
//!
//! - Terms are stems, not lower-cased words, so that inflected forms count together.
//! - Only candidates of equal stems are merged; the paper also drops those that are
//!   near in Levenshtein distance to a better one.
//! - Figures may stand inside a phrase, and weigh as stop words do there.
//! - A phrase that stands only once must be short and uncut. Equation (8) favours length,
//!   and answers were full of cuts of one run of words ("encontro jornalista Luís").
//!   F1@10 with phrases of up to four words, without this rule and with it: news kpcrowd
//!   .071 and .139, ptbn .096 and .234, ng_ru .148 and .194, duc2001 .120 and .163;
//!   abstracts kdd .045 and .100, inspec .139 and .141.
//! - Several stop words in a row are one link between the words around them, and all
//!   links together lower the sum of equation (8) by 1 at most: phrases are longer than
//!   the paper's three words, and the sum would fall below zero.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::base::{Budget, Interrupted};

use super::Scored;
use super::candidate::{Candidate, Candidates};
use super::reading::{Case, Kind, Part, Reading, WORDS_PER_CHECK};

/// Words of content in the longest phrase that may be a keyword for one mention.
const WORDS_FOR_ONE_MENTION: usize = 2;

/// Scores those of `candidates` that are worth it, in their order: in (0, 1], higher is
/// better, 1 for the best.
pub(super) fn score(
    reading: &Reading,
    candidates: &Candidates,
    budget: &Budget,
) -> Result<Vec<Scored>, Interrupted> {
    let terms = Terms::new(reading, budget)?;
    let mut scored = Vec::new();
    let mut least = f64::MAX;
    for (i, candidate) in candidates.as_slice().iter().enumerate() {
        if i % WORDS_PER_CHECK == 0 {
            budget.check()?;
        }
        if !is_worth_it(reading, candidate) {
            continue;
        }
        let parts = reading.parts_of(&candidate.words());
        let score = terms.phrase_score(parts, candidate.n_mentions());
        least = least.min(score);
        scored.push(Scored {
            candidate: i,
            score,
        });
    }
    for Scored { score, .. } in &mut scored {
        *score = (least / *score).clamp(f64::MIN_POSITIVE, 1.0);
    }
    Ok(scored)
}

/// Whether a phrase that stands only once is more than its words: a short one, and not
/// cut out of a longer run of words of content.
fn is_worth_it(reading: &Reading, candidate: &Candidate) -> bool {
    if candidate.n_mentions() > 1 {
        return true;
    }
    let words = reading.words.get(candidate.words());
    let n_content = words.map_or(0, |words| words.iter().filter(|w| w.content).count());
    n_content == 1 || n_content <= WORDS_FOR_ONE_MENTION && reading.is_whole(&candidate.words())
}

/// What is counted of one term.
#[derive(Clone, Debug, Default)]
struct Counts {
    /// TF.
    n: u32,
    /// TF(U): with a capital at its head, and not at the head of a sentence.
    n_capital: u32,
    /// TF(A): in capitals.
    n_acronym: u32,
    /// Of how many sentences it is.
    n_sentences: u32,
    /// The last of them, plus one.
    last_sentence: u32,
    before: Neighbours,
    after: Neighbours,
}

impl Counts {
    /// Whether the term is met in the sentence of `part` for the first time.
    fn is_new_in(&self, part: &Part) -> bool {
        self.last_sentence != part.sentence.saturating_add(1)
    }
}

/// Sen: the numbers of the sentences that each term stands in, rising; those of all terms in
/// one list.
struct Sentences {
    numbers: Vec<u32>,
    /// Where those of each term end.
    ends: Vec<usize>,
}

impl Sentences {
    fn new(reading: &Reading, counts: &mut [Counts]) -> Self {
        let mut end = 0;
        let starts = counts.iter_mut().map(|counts| {
            counts.last_sentence = 0;
            let start = end;
            end += counts.n_sentences as usize;
            start
        });
        // Each moves on as its term is met, from where its sentences start to their end.
        let mut ends: Vec<usize> = starts.collect();
        let mut numbers = vec![0; end];
        for part in &reading.parts {
            let term = part.term as usize;
            let (Some(counts), Some(end)) = (counts.get_mut(term), ends.get_mut(term)) else {
                continue;
            };
            if !counts.is_new_in(part) {
                continue;
            }
            counts.last_sentence = part.sentence.saturating_add(1);
            if let Some(number) = numbers.get_mut(*end) {
                *number = part.sentence;
            }
            *end += 1;
        }
        Self { numbers, ends }
    }

    /// Those of the term with this number.
    fn of(&self, term: usize) -> &[u32] {
        let end = self.ends.get(term).copied().unwrap_or_default();
        let before = term.checked_sub(1).and_then(|term| self.ends.get(term));
        let start = before.copied().unwrap_or_default();
        self.numbers.get(start..end).unwrap_or_default()
    }
}

/// The words at one side of a term, figures aside.
#[derive(Clone, Copy, Debug, Default)]
struct Neighbours {
    /// All of them.
    n: u32,
    /// Different ones.
    n_different: u32,
}

impl Neighbours {
    /// DL or DR, equation (4): different neighbours over all of them.
    fn dispersion(self) -> f64 {
        if self.n == 0 {
            return 0.0;
        }
        f64::from(self.n_different) / f64::from(self.n)
    }
}

/// The terms of a document, by their number.
struct Terms {
    counts: Vec<Counts>,
    /// How often the first directly precedes the second in a chunk.
    pairs: FxHashMap<(u32, u32), u32>,
    /// S(t) of each term of content, equation (7).
    scores: Vec<f64>,
}

impl Terms {
    fn new(reading: &Reading, budget: &Budget) -> Result<Self, Interrupted> {
        let mut terms = Self {
            counts: vec![Counts::default(); reading.terms.len()],
            // Of two words that stand side by side most stand so once.
            pairs: FxHashMap::with_capacity_and_hasher(reading.parts.len() / 2, FxBuildHasher),
            scores: Vec::new(),
        };
        let mut previous = None;
        for (i, part) in reading.parts.iter().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            terms.count(part);
            if let (Some(left), true) = (previous, part.follows) {
                terms.count_pair(left, part);
            }
            previous = Some(part);
        }
        let sentences = Sentences::new(reading, &mut terms.counts);
        let totals = Totals::new(reading, &terms.counts);
        terms.scores = Vec::with_capacity(terms.counts.len());
        let mut positions = Positions::default();
        for (term, counts) in terms.counts.iter().enumerate() {
            let is_content = totals.content.get(term) == Some(&true);
            let position = is_content.then(|| positions.of(sentences.of(term)));
            let score = position.map(|position| totals.term_score(counts, position));
            terms.scores.push(score.unwrap_or(1.0));
        }
        Ok(terms)
    }

    fn count(&mut self, part: &Part) {
        let Some(counts) = self.counts.get_mut(part.term as usize) else {
            return;
        };
        counts.n += 1;
        match part.case {
            Case::Plain => {}
            Case::Capital => counts.n_capital += 1,
            Case::Acronym => counts.n_acronym += 1,
        }
        counts.n_sentences += u32::from(counts.is_new_in(part));
        counts.last_sentence = part.sentence.saturating_add(1);
    }

    fn count_pair(&mut self, left: &Part, right: &Part) {
        let n = self.pairs.entry((left.term, right.term)).or_default();
        *n += 1;
        let new = u32::from(*n == 1);
        if left.kind == Kind::Figure || right.kind == Kind::Figure {
            return;
        }
        if let Some(counts) = self.counts.get_mut(left.term as usize) {
            counts.after.n += 1;
            counts.after.n_different += new;
        }
        if let Some(counts) = self.counts.get_mut(right.term as usize) {
            counts.before.n += 1;
            counts.before.n_different += new;
        }
    }

    /// S(kw), equation (8), lower is better:
    ///
    /// ```text
    /// Π S(t) / (KF(kw) · (1 + Σ S(t)))
    /// ```
    ///
    /// A link with probability p counts as 1 + (1 − p) in the product and as −(1 − p)
    /// in the sum.
    fn phrase_score(&self, parts: &[Part], n_mentions: usize) -> f64 {
        let (mut product, mut sum, mut missing) = (1.0, 0.0, 0.0);
        for part in parts.iter().filter(|part| is_content(part)) {
            let score = self.scores.get(part.term as usize).copied();
            product *= score.unwrap_or(1.0);
            sum += score.unwrap_or(1.0);
        }
        for p in self.links(parts) {
            product *= 2.0 - p;
            missing += 1.0 - p;
        }
        let sum = 1.0 + sum - f64::min(missing, 1.0);
        bounded(product / (n_mentions as f64 * sum))
    }

    /// Probability of each run of stop words or figures in `parts`: that the word
    /// before goes on with it, times that the word after is led up to by it.
    fn links(&self, parts: &[Part]) -> Vec<f64> {
        let mut links = Vec::new();
        let mut inside = false;
        for (i, part) in parts.iter().enumerate() {
            let left = i.checked_sub(1).and_then(|i| parts.get(i));
            if is_content(part) {
                if let (true, Some(left), Some(p)) = (inside, left, links.last_mut()) {
                    *p *= self.share(left, part, part);
                }
            } else if !inside {
                links.push(left.map_or(1.0, |left| self.share(left, part, left)));
            }
            inside = !is_content(part);
        }
        links
    }

    /// How often `left` directly precedes `right`, among all places of `of`.
    fn share(&self, left: &Part, right: &Part, of: &Part) -> f64 {
        let n_pairs = self.pairs.get(&(left.term, right.term));
        let n = self
            .counts
            .get(of.term as usize)
            .map_or(0, |counts| counts.n);
        f64::from(n_pairs.copied().unwrap_or(0)) / f64::from(n.max(1))
    }
}

/// What is counted of all terms together.
struct Totals {
    /// Which terms are of content.
    content: Vec<bool>,
    /// MaxTF.
    tf_max: f64,
    /// MeanTF + 1 · σ, over terms of content.
    tf_usual: f64,
    n_sentences: f64,
}

impl Totals {
    fn new(reading: &Reading, counts: &[Counts]) -> Self {
        let mut content: Vec<bool> = vec![false; counts.len()];
        for part in &reading.parts {
            if let Some(mark) = content.get_mut(part.term as usize) {
                *mark = is_content(part);
            }
        }
        let of_content = || {
            let marked = counts.iter().zip(&content).filter(|(_, content)| **content);
            marked.map(|(counts, _)| f64::from(counts.n))
        };
        let n_terms = (of_content().count() as f64).max(1.0);
        let mean = of_content().sum::<f64>() / n_terms;
        let variance = of_content().map(|n| (n - mean).powi(2)).sum::<f64>() / n_terms;
        let n_max = counts.iter().map(|counts| counts.n).max();
        Self {
            tf_max: f64::from(n_max.unwrap_or(1)),
            tf_usual: mean + variance.sqrt(),
            n_sentences: reading.n_sentences.max(1) as f64,
            content,
        }
    }

    /// S(t), equation (7), lower is better:
    ///
    /// ```text
    /// T_Rel · T_Position / (T_Case + T_FNorm / T_Rel + T_Sentence / T_Rel)
    /// ```
    fn term_score(&self, counts: &Counts, position: f64) -> f64 {
        let relatedness = self.relatedness(counts);
        let evidence = casing(counts)
            + self.frequency(counts) / relatedness
            + self.spread(counts) / relatedness;
        bounded(relatedness * position / evidence)
    }

    /// T_FNorm, equation (3): TF / (MeanTF + 1 · σ).
    fn frequency(&self, counts: &Counts) -> f64 {
        f64::from(counts.n) / self.tf_usual
    }

    /// T_Rel, equation (5): 1 + (DL + DR) · TF / MaxTF. The more different neighbours, the
    /// more of a function word.
    fn relatedness(&self, counts: &Counts) -> f64 {
        let dispersion = counts.before.dispersion() + counts.after.dispersion();
        1.0 + dispersion * f64::from(counts.n) / self.tf_max
    }

    /// T_Sentence, equation (6): sentences with the term over all sentences.
    fn spread(&self, counts: &Counts) -> f64 {
        f64::from(counts.n_sentences) / self.n_sentences
    }
}

/// T_Position of terms, the last one kept: terms that follow one another mostly stand in the
/// same sentence.
#[derive(Debug, Default)]
struct Positions {
    last: Option<(f64, f64)>,
}

impl Positions {
    /// That of a term of these `sentences`.
    fn of(&mut self, sentences: &[u32]) -> f64 {
        let median = median(sentences);
        match self.last {
            Some((known, position)) if known.to_bits() == median.to_bits() => position,
            _ => {
                let position = position(median);
                self.last = Some((median, position));
                position
            }
        }
    }
}

/// T_Case, equation (1): max(TF(U), TF(A)) / (1 + ln TF).
fn casing(counts: &Counts) -> f64 {
    let n_marked = counts.n_capital.max(counts.n_acronym);
    if n_marked == 0 {
        return 0.0;
    }
    f64::from(n_marked) / (1.0 + f64::from(counts.n.max(1)).ln())
}

/// T_Position, equation (2): ln(ln(3 + Median(Sen))). What stands early weighs more.
fn position(median: f64) -> f64 {
    (3.0 + median).ln().ln()
}

/// The median of `sorted`, 0 for none.
fn median(sorted: &[u32]) -> f64 {
    let at = |i: usize| sorted.get(i).map_or(0.0, |number| f64::from(*number));
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        return at(middle);
    }
    f64::midpoint(at(middle.saturating_sub(1)), at(middle))
}

fn is_content(part: &Part) -> bool {
    part.kind == Kind::Content
}

/// `score` within what can be divided by: long phrases of very common or very rare
/// terms leave the range of numbers.
fn bounded(score: f64) -> f64 {
    if score.is_nan() {
        return f64::MAX;
    }
    score.clamp(f64::MIN_POSITIVE, f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::candidate::tests::of_content;
    use super::super::reading::tests::read;
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() < 1e-5
    }

    /// Terms of content: bridg 2 times, close, engin, cabl, met once each. So
    /// MeanTF = 6/5 = 1.2, σ = √((0.8² + 4 · 0.2²)/5) = 0.4, MeanTF + σ = 1.6, MaxTF = 2.
    const TEXT: &str = "The bridge closed. Engineers of Bridge cables met.";

    fn terms() -> (Reading, Terms) {
        let reading = read("en", "", TEXT);
        let terms = Terms::new(&reading, &Budget::unlimited()).unwrap();
        (reading, terms)
    }

    fn counts(n: u32, n_capital: u32, n_acronym: u32) -> Counts {
        Counts {
            n,
            n_capital,
            n_acronym,
            ..Counts::default()
        }
    }

    #[test]
    fn casing_is_the_commoner_kind_of_capital() {
        // 3 / (1 + ln 4) = 3 / 2.386294
        assert!(close(casing(&counts(4, 3, 1)), 1.257_180));
        assert!(close(casing(&counts(4, 1, 3)), 1.257_180));
        assert!(close(casing(&counts(1, 0, 0)), 0.0));
    }

    #[test]
    fn position_is_the_smoothed_median_of_sentences() {
        // ln(ln(3 + 0)), ln(ln(3 + 2)), ln(ln(3 + 2.5))
        assert!(close(position(median(&[0])), 0.094_048));
        assert!(close(position(median(&[0, 2, 9])), 0.475_885));
        assert!(close(position(median(&[0, 2, 3, 9])), 0.533_417));
    }

    #[test]
    fn frequency_is_over_mean_and_deviation() {
        let (reading, terms) = terms();
        let totals = Totals::new(&reading, &terms.counts);
        // 2 / 1.6
        assert!(close(totals.frequency(&counts(2, 0, 0)), 1.25));
    }

    #[test]
    fn relatedness_grows_with_different_neighbours() {
        let (reading, terms) = terms();
        let totals = Totals::new(&reading, &terms.counts);
        let mut counts = counts(2, 0, 0);
        counts.before = Neighbours {
            n: 4,
            n_different: 1,
        };
        counts.after = Neighbours {
            n: 4,
            n_different: 2,
        };
        // 1 + (1/4 + 2/4) · 2/2
        assert!(close(totals.relatedness(&counts), 1.75));
    }

    #[test]
    fn neighbours_are_counted_in_their_chunk_without_figures() {
        let reading = read("en", "", "Rome won. Big Rome 3 won, big Rome lost");
        let terms = Terms::new(&reading, &Budget::unlimited()).unwrap();
        let rome = &terms.counts[reading.parts[0].term as usize];
        assert_eq!((rome.before.n, rome.before.n_different), (2, 1));
        assert_eq!((rome.after.n, rome.after.n_different), (2, 2));
    }

    #[test]
    fn spread_is_the_share_of_sentences() {
        let (reading, terms) = terms();
        let totals = Totals::new(&reading, &terms.counts);
        let mut counts = counts(3, 0, 0);
        counts.n_sentences = 1;
        assert!(close(totals.spread(&counts), 0.5));
    }

    #[test]
    fn a_term_is_scored_as_by_hand() {
        let (reading, terms) = terms();
        let score = |part: usize| terms.scores[reading.parts[part].term as usize];
        // bridg: T_Case = 1/(1 + ln 2) = 0.590616, T_FNorm = 1.25, T_Sentence = 2/2,
        // T_Rel = 1 + (2/2 + 2/2) · 2/2 = 3, T_Position = ln(ln 3.5) = 0.225351:
        // 3 · 0.225351 / (0.590616 + 1.25/3 + 1/3)
        assert!(close(score(1), 0.504_286), "{}", score(1));
        // cabl: T_Case = 0, T_FNorm = 0.625, T_Sentence = 1/2, T_Rel = 1 + 2 · 1/2 = 2,
        // T_Position = ln(ln 4) = 0.326634: 2 · 0.326634 / (0.625/2 + 0.5/2)
        assert!(close(score(6), 1.161_366), "{}", score(6));
    }

    #[test]
    fn a_phrase_is_scored_as_by_hand() {
        let (reading, terms) = terms();
        // "Bridge cables": 0.504286 · 1.161366 / (1 · (1 + 0.504286 + 1.161366))
        let pair = terms.phrase_score(reading.parts_of(&(5..7)), 1);
        assert!(close(pair, 0.219_706), "{pair}");
        let twice = terms.phrase_score(reading.parts_of(&(5..7)), 2);
        assert!(close(twice, 0.109_853), "{twice}");
    }

    #[test]
    fn a_stop_word_inside_counts_by_how_firmly_it_links() {
        let (reading, terms) = terms();
        // "Engineers of Bridge": p = P(engin → of) · P(of → bridg) = 1/1 · 1/2. engin:
        // T_Rel = 1 + 1 · 1/2, 1.5 · 0.326634 / (0.625/1.5 + 0.5/1.5) = 0.653268. So
        // 0.653268 · 0.504286 · (1 + 0.5) / (1 + 0.653268 + 0.504286 − 0.5)
        let linked = terms.phrase_score(reading.parts_of(&(3..6)), 1);
        assert!(close(linked, 0.298_120), "{linked}");
    }

    #[test]
    fn loose_links_never_turn_the_sum_around() {
        let text = "Rome of Paris. Rome in Oslo, Oslo for Paris, Rome in Oslo for Paris of Bonn";
        let reading = read("en", "", text);
        let terms = Terms::new(&reading, &Budget::unlimited()).unwrap();
        let last = reading.words.len();
        let links = terms.links(reading.parts_of(&(last - 7..last)));
        assert_eq!(links.len(), 3);
        assert!(links.iter().all(|p| (0.0..=1.0).contains(p)), "{links:?}");
        let score = terms.phrase_score(reading.parts_of(&(last - 7..last)), 1);
        assert!(score > 0.0 && score < f64::MAX, "{score}");
    }

    #[test]
    fn what_stands_once_is_short_and_uncut_or_left_out() {
        let text =
            "the harbour bridge, an old harbour bridge, a mayor of Rome, new red river boats";
        let reading = read("en", "", text);
        let candidates = Candidates::new(&reading, of_content(4), &Budget::unlimited()).unwrap();
        let scored = score(&reading, &candidates, &Budget::unlimited()).unwrap();
        let normalized = scored.iter().map(|scored| {
            let candidate = &candidates.as_slice()[scored.candidate];
            reading.normalized(&candidate.words())
        });
        let phrases: Vec<_> = normalized.filter(|phrase| phrase.contains(' ')).collect();
        assert_eq!(phrases, ["harbour bridg", "mayor of rome"]);
    }
}
