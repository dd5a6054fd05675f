//! A log-linear model of what kind of word a form is, by its letters and its neighbours:
//! it carries what paradigms tell to forms that have none.

use std::collections::BTreeMap;

use super::corpus::{Form, ending};
use super::{KINDS, Shares};
use crate::calibration::SplitMix64;

/// A clue's number, and how strong it is.
pub(crate) type Clue = (usize, f32);

/// Numbers of clues.
#[derive(Default)]
pub(crate) struct Clues(BTreeMap<String, usize>);

/// Longest ending that is a clue.
const ENDING_LETTERS_MAX: usize = 6;

/// Neighbours tell by their share, and little where a form is seldom.
const OCCURRENCES_SMOOTHING: f32 = 2.0;

impl Clues {
    /// Those of `form`.
    pub(crate) fn of(&mut self, text: &str, form: &Form) -> Vec<Clue> {
        let n_letters = text.chars().count();
        let mut clues = Vec::new();
        clues.push((self.number("*"), 1.0));
        for n in 1..=ENDING_LETTERS_MAX.min(n_letters) {
            clues.push((self.number(&format!("-{}", ending(text, n))), 1.0));
        }
        for n in [2, 3] {
            let head: String = text.chars().take(n).collect();
            clues.push((self.number(&format!("{head}-")), 0.5));
        }
        let n: u32 = form.neighbours.values().sum();
        for (neighbour, count) in &form.neighbours {
            let strength = *count as f32 / (n as f32 / 2.0 + OCCURRENCES_SMOOTHING);
            clues.push((self.number(neighbour), strength * 2.0));
        }
        clues
    }

    fn number(&mut self, clue: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(clue.to_owned()).or_insert(next)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What is learnt from: clues, what they should tell, and how much that counts.
pub(crate) struct Example {
    pub(crate) clues: Vec<Clue>,
    pub(crate) shares: Shares,
    pub(crate) weight: f64,
}

/// Weights of clues, one for each kind.
pub(crate) struct Model(Vec<[f32; KINDS]>);

const ROUNDS: usize = 12;
const RATE: f32 = 0.2;
/// Pulls weights to zero (L2), at each step that touches them.
const DECAY: f32 = 2e-4;

impl Model {
    /// Learns by AdaGrad (Duchi, Hazan & Singer 2011), in an order that hangs on `code` alone.
    #[allow(clippy::cast_possible_truncation, reason = "an error, from -1 to 1")]
    pub(crate) fn learn(examples: &[Example], n_clues: usize, code: &str) -> Self {
        let mut model = Self(vec![[0.0; KINDS]; n_clues]);
        let mut squares = vec![[1e-3_f32; KINDS]; n_clues];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = SplitMix64::seeded(code);
        for _ in 0..ROUNDS {
            for i in (1..order.len()).rev() {
                order.swap(i, random.below(i + 1));
            }
            for i in &order {
                let Example {
                    clues,
                    shares,
                    weight,
                } = &examples[*i];
                let told = model.shares(clues);
                for (clue, strength) in clues {
                    for kind in 0..KINDS {
                        let error = (told[kind] - shares[kind]) * weight;
                        let slope = error as f32 * strength + DECAY * model.0[*clue][kind];
                        squares[*clue][kind] += slope * slope;
                        model.0[*clue][kind] -= RATE * slope / squares[*clue][kind].sqrt();
                    }
                }
            }
        }
        model
    }

    /// What `clues` tell.
    pub(crate) fn shares(&self, clues: &[Clue]) -> Shares {
        let mut logits = [0.0_f64; KINDS];
        for (clue, strength) in clues {
            for (logit, weight) in logits.iter_mut().zip(&self.0[*clue]) {
                *logit += f64::from(weight * strength);
            }
        }
        let most = logits.iter().copied().fold(f64::MIN, f64::max);
        let powers = logits.map(|logit| (logit - most).exp());
        let sum: f64 = powers.iter().sum();
        powers.map(|power| power / sum)
    }
}
