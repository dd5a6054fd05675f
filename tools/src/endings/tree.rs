//! Boils down what is told of many forms to what their endings tell.

use std::collections::BTreeMap;

use copydesk::text::{EndingHash, Endings, WordKind};

use super::corpus::ending;
use super::{KINDS, Shares};

/// A form, what it is, and how much it is to count.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) form: String,
    pub(crate) shares: Shares,
    /// How likely it is to be met.
    pub(crate) weight: f64,
    /// Whether it stands in the table by itself, whatever its ending tells.
    pub(crate) fixed: bool,
}

/// Forms that an ending is to have.
const FORMS_MIN: f64 = 4.0;

/// Forms that what a shorter ending tells is worth.
const SMOOTHING: f64 = 2.0;

/// An ending that tells less anew is left out.
const CHANGE_MIN: f64 = 0.1;

/// A word that differs less from its ending is.
const WORD_CHANGE_MIN: f64 = 0.2;

/// Most words by themselves, the commonest first.
const WORDS_MAX: usize = 6_000;

/// What is to stand in the table.
pub(crate) struct Tree(
    pub(crate) BTreeMap<String, WordKind>,
    pub(crate) BTreeMap<String, WordKind>,
);

impl Tree {
    pub(crate) fn new(told: &[Told], function: &[String]) -> Self {
        let mut endings: Vec<BTreeMap<&str, (Shares, f64)>> =
            vec![BTreeMap::new(); Endings::LETTERS_MAX + 1];
        for each in told {
            for (n, endings) in endings.iter_mut().enumerate() {
                let text = if n == 0 { "" } else { ending(&each.form, n) };
                if text.chars().count() < n {
                    break;
                }
                let (sums, count) = endings.entry(text).or_default();
                for i in 0..KINDS {
                    sums[i] += each.shares[i];
                }
                *count += 1.0;
            }
        }
        // By ending: what it tells, and what is told where it is left out.
        let mut smoothed: BTreeMap<&str, Shares> = BTreeMap::new();
        let mut kept: BTreeMap<String, WordKind> = BTreeMap::new();
        for (n, endings) in endings.iter().enumerate() {
            let mut next = BTreeMap::new();
            for (text, (sums, count)) in endings {
                let shorter = if n < 2 { "" } else { ending(text, n - 1) };
                let parent = smoothed.get(shorter).copied().unwrap_or([0.25; KINDS]);
                let mut shares = *sums;
                for i in 0..KINDS {
                    shares[i] = (sums[i] + SMOOTHING * parent[i]) / (count + SMOOTHING);
                }
                next.insert(*text, shares);
                if n == 0
                    || *count >= FORMS_MIN
                        && change(kind(&shares), longest(&kept, text)) >= CHANGE_MIN
                {
                    kept.insert((*text).to_owned(), kind(&shares));
                }
            }
            smoothed = next;
        }
        let mut words: Vec<(f64, &Told)> = Vec::new();
        for each in told {
            let change = change(kind(&each.shares), longest(&kept, &each.form));
            if change >= WORD_CHANGE_MIN {
                words.push((
                    if each.fixed {
                        f64::MAX
                    } else {
                        each.weight * change
                    },
                    each,
                ));
            }
        }
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.form.cmp(&b.1.form)));
        words.truncate(WORDS_MAX);
        let words = words
            .into_iter()
            .map(|(_, each)| (each.form.clone(), kind(&each.shares)));
        let mut words: BTreeMap<String, WordKind> = words.collect();
        words.extend(
            function
                .iter()
                .map(|word| (word.clone(), WordKind::FUNCTION)),
        );
        Self(kept, words)
    }

    /// The slots of a table of hashes.
    pub(crate) fn slots(&self) -> Vec<u32> {
        let endings = self
            .0
            .iter()
            .map(|(text, kind)| (EndingHash::of_ending(text), kind));
        let words = self
            .1
            .iter()
            .map(|(text, kind)| (EndingHash::of_ending(text).of_word(), kind));
        let n_slots = (self.0.len() + self.1.len()) * 4 / 3 + 1;
        let mut slots = vec![0; n_slots];
        for (hash, kind) in endings.chain(words) {
            let (mut place, check) = hash.place(n_slots);
            while slots[place] != 0 {
                place = (place + 1) % n_slots;
            }
            slots[place] = check << 8 | u32::from(kind.byte());
        }
        slots
    }
}

/// What the longest ending of `text` in `kept` tells.
fn longest(kept: &BTreeMap<String, WordKind>, text: &str) -> WordKind {
    let endings = text.char_indices().map(|(at, _)| &text[at..]).chain([""]);
    let found = endings.filter(|ending| ending.chars().count() <= Endings::LETTERS_MAX);
    let mut found = found.filter_map(|ending| kept.get(ending));
    found.next().copied().unwrap_or(WordKind::NOUN)
}

fn kind(shares: &Shares) -> WordKind {
    let nominal = shares[0] + shares[1];
    WordKind::new(nominal, shares[1] / nominal.max(1e-9))
}

fn change(a: WordKind, b: WordKind) -> f64 {
    let nominal = (a.nominal() - b.nominal()).abs();
    let adjective = (a.adjective() - b.adjective()).abs();
    f64::from(nominal.max(adjective))
}
