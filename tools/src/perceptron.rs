//! Learns what weight each clue has for each part of speech: the averaged perceptron of
//! Collins, "Discriminative Training Methods for Hidden Markov Models" (EMNLP 2002).

use std::collections::HashMap;

use copydesk::text::{
    CLUES, HISTORY_CLUES, PartOfSpeech, START, View, clues, history_clues, views,
};

use crate::calibration::SplitMix64;
use crate::tagger::single;
use crate::treebank::{Form, Sentence};

/// Times that each sentence is shown.
const ROUNDS: usize = 12;

/// Clues that are rarer teach more of chance than of the language.
const COUNT_MIN: u32 = 2;

/// A weight for each part of speech.
pub(crate) type Weights = [f32; PartOfSpeech::COUNT];

/// The mean weights of all clues, with how often each was met.
pub(crate) fn learn(code: &str, sentences: &[Sentence]) -> Vec<(u64, Weights, u32)> {
    let mut perceptron = Perceptron::new(code, sentences);
    let mut random = SplitMix64::seeded(code);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for round in 0..ROUNDS {
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i + 1));
        }
        let (mut n, mut n_wrong) = (0, 0);
        for i in &order {
            let sentence = drawn(&sentences[*i], &mut random);
            n += sentence.words.len();
            n_wrong += perceptron.show(&sentence);
        }
        eprintln!("{code} {round}: {:.4} wrong", n_wrong as f64 / n as f64);
    }
    perceptron.means()
}

/// A sentence in a form that is drawn: most as they are, some as headlines; half of
/// them without punctuation.
fn drawn(sentence: &Sentence, random: &mut SplitMix64) -> Sentence {
    let form = random.share();
    let sentence = if random.share() < 0.6 {
        sentence.without_punctuation()
    } else {
        sentence.clone()
    };
    match form {
        ..0.12 => sentence.cased(Form::Title),
        ..0.17 => sentence.cased(Form::Capitals),
        ..0.20 => sentence.cased(Form::Small),
        _ => sentence,
    }
}

/// Weights that are being learnt.
struct Perceptron {
    indices: HashMap<u64, u32>,
    rows: Vec<Row>,
    counts: Vec<u32>,
    /// Words shown so far.
    now: u32,
    seen: Vec<View>,
}

/// The weights of a clue.
#[derive(Clone, Copy, Default)]
struct Row {
    weights: Weights,
    /// Their sums over all words up to `since`.
    sums: [f64; PartOfSpeech::COUNT],
    since: u32,
}

impl Perceptron {
    /// Knows the clues that are met more than once in forms of `sentences`.
    fn new(code: &str, sentences: &[Sentence]) -> Self {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        let mut random = SplitMix64::seeded(code);
        let mut seen = Vec::new();
        for sentence in sentences {
            let sentence = drawn(sentence, &mut random);
            views(&sentence.slices(), &mut seen);
            let mut tags = [START; 2];
            for (i, part) in sentence.parts.iter().enumerate() {
                for clue in all_clues(&seen, i, tags) {
                    *counts.entry(clue).or_default() += 1;
                }
                tags = [*part as usize, tags[0]];
            }
        }
        let mut known: Vec<(u64, u32)> = counts
            .into_iter()
            .filter(|(_, n)| *n >= COUNT_MIN)
            .collect();
        known.sort_unstable();
        Self {
            indices: known.iter().map(|(clue, _)| *clue).zip(0..).collect(),
            rows: vec![Row::default(); known.len()],
            counts: known.iter().map(|(_, n)| *n).collect(),
            now: 0,
            seen: Vec::new(),
        }
    }

    /// Tags `sentence`, learns from each error, and says how many there were.
    fn show(&mut self, sentence: &Sentence) -> usize {
        let mut seen = std::mem::take(&mut self.seen);
        views(&sentence.slices(), &mut seen);
        let mut n_wrong = 0;
        let mut tags = [START; 2];
        for (i, part) in sentence.parts.iter().enumerate() {
            let right = *part as usize;
            let mut told = PartOfSpeech::Other as usize;
            if seen[i].is_word() {
                self.now += 1;
                let clues = all_clues(&seen, i, tags);
                let known: Vec<u32> = clues
                    .iter()
                    .filter_map(|clue| self.indices.get(clue).copied())
                    .collect();
                told = self.told(&known);
                if told != right {
                    n_wrong += 1;
                    self.correct(&known, right, told);
                }
            }
            tags = [told, tags[0]];
        }
        self.seen = seen;
        n_wrong
    }

    fn told(&self, known: &[u32]) -> usize {
        let mut scores = Weights::default();
        for index in known {
            for (score, weight) in scores.iter_mut().zip(self.rows[*index as usize].weights) {
                *score += weight;
            }
        }
        let mut best = 0;
        for (i, score) in scores.iter().enumerate() {
            if *score > scores[best] {
                best = i;
            }
        }
        best
    }

    fn correct(&mut self, known: &[u32], right: usize, told: usize) {
        for index in known {
            let row = &mut self.rows[*index as usize];
            row.sum_up(self.now);
            row.weights[right] += 1.0;
            row.weights[told] -= 1.0;
        }
    }

    fn means(mut self) -> Vec<(u64, Weights, u32)> {
        let mut clues: Vec<(u64, u32)> = self.indices.iter().map(|(c, i)| (*c, *i)).collect();
        clues.sort_unstable();
        let now = self.now;
        let mean = |row: &mut Row| {
            row.sum_up(now);
            row.sums.map(|sum| single(sum / f64::from(now.max(1))))
        };
        let rows = clues.into_iter().map(|(clue, index)| {
            let index = index as usize;
            (clue, mean(&mut self.rows[index]), self.counts[index])
        });
        rows.collect()
    }
}

impl Row {
    fn sum_up(&mut self, now: u32) {
        let n = f64::from(now - self.since);
        for (sum, weight) in self.sums.iter_mut().zip(self.weights) {
            *sum += f64::from(weight) * n;
        }
        self.since = now;
    }
}

fn all_clues(seen: &[View], i: usize, tags: [usize; 2]) -> [u64; CLUES + HISTORY_CLUES] {
    let mut all = [0; CLUES + HISTORY_CLUES];
    let (fixed, history) = all.split_at_mut(CLUES);
    fixed.copy_from_slice(&clues(seen, i));
    let outside = View::default();
    let after = seen.get(i + 1).unwrap_or(&outside);
    history.copy_from_slice(&history_clues(&seen[i], after, tags));
    all
}
