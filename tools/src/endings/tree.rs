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
pub(crate) struct Tree {
    pub(crate) endings: BTreeMap<String, WordKind>,
    pub(crate) words: BTreeMap<String, WordKind>,
}

/// What endings of one length tell of their forms, and of how many.
type Sums<'a> = BTreeMap<&'a str, (Shares, f64)>;

impl Tree {
    /// Of all that is `told`, and of words that only hold others together.
    pub(crate) fn new(told: &[Told], function: &[String]) -> Self {
        let endings = kept(&sums(told));
        let mut changes: Vec<(f64, &Told)> = Vec::new();
        for each in told {
            let change = change(kind(&each.shares), longest(&endings, &each.form));
            if change >= WORD_CHANGE_MIN {
                let worth = if each.fixed {
                    f64::MAX
                } else {
                    each.weight * change
                };
                changes.push((worth, each));
            }
        }
        changes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.form.cmp(&b.1.form)));
        changes.truncate(WORDS_MAX);
        let words = changes
            .iter()
            .map(|(_, each)| (each.form.clone(), kind(&each.shares)));
        let mut words: BTreeMap<String, WordKind> = words.collect();
        words.extend(
            function
                .iter()
                .map(|word| (word.clone(), WordKind::FUNCTION)),
        );
        Self { endings, words }
    }

    /// The slots of a table of hashes.
    pub(crate) fn slots(&self) -> Vec<u32> {
        let endings = self.endings.iter();
        let endings = endings.map(|(text, kind)| (EndingHash::of_ending(text), kind));
        let words = self.words.iter();
        let words = words.map(|(text, kind)| (EndingHash::of_ending(text).of_word(), kind));
        let n_slots = (self.endings.len() + self.words.len()) * 4 / 3 + 1;
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

/// What endings tell, by their letters.
fn sums(told: &[Told]) -> Vec<Sums<'_>> {
    let mut endings = vec![Sums::new(); Endings::LETTERS_MAX + 1];
    for each in told {
        for (n, endings) in endings.iter_mut().enumerate() {
            let text = if n == 0 { "" } else { ending(&each.form, n) };
            if text.chars().count() < n {
                break;
            }
            let (sums, count) = endings.entry(text).or_default();
            for (sum, share) in sums.iter_mut().zip(each.shares) {
                *sum += share;
            }
            *count += 1.0;
        }
    }
    endings
}

/// The endings that tell something else than the next shorter one that is kept.
fn kept(endings: &[Sums]) -> BTreeMap<String, WordKind> {
    let mut smoothed: BTreeMap<&str, Shares> = BTreeMap::new();
    let mut kept: BTreeMap<String, WordKind> = BTreeMap::new();
    for (n, endings) in endings.iter().enumerate() {
        let mut next = BTreeMap::new();
        for (text, (sums, count)) in endings {
            let shorter = if n < 2 { "" } else { ending(text, n - 1) };
            let parent = smoothed.get(shorter).copied().unwrap_or([0.25; KINDS]);
            let mut shares = *sums;
            for (share, parent) in shares.iter_mut().zip(parent) {
                *share = (*share + SMOOTHING * parent) / (*count + SMOOTHING);
            }
            next.insert(*text, shares);
            let is_common = *count >= FORMS_MIN;
            let kind = kind(&shares);
            if n == 0 || is_common && change(kind, longest(&kept, text)) >= CHANGE_MIN {
                kept.insert((*text).to_owned(), kind);
            }
        }
        smoothed = next;
    }
    kept
}

/// What the longest ending of `text` in `kept` tells.
fn longest(kept: &BTreeMap<String, WordKind>, text: &str) -> WordKind {
    let endings = text
        .char_indices()
        .filter_map(|(at, _)| text.get(at..))
        .chain([""]);
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
