//! What kinds of word a form is by its paradigms: by how many other forms of the same word,
//! by each set of endings that could have made it, are known too.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::Forms;
use super::grammar::Grammar;
use super::{KINDS, Shares};

/// An ending, or a prefix and an ending, and the kind of word that it makes.
#[derive(Clone, Debug)]
struct Affixes {
    prefix: String,
    ending: String,
    kind: char,
    /// By how rare forms with it are.
    weight: f64,
}

/// The endings of a grammar, by paradigm.
pub(crate) struct Paradigms {
    all: Vec<Vec<Affixes>>,
    /// Paradigm and place there, by ending.
    by_ending: BTreeMap<String, Vec<(usize, usize)>>,
    doubling: bool,
}

/// Letters of the shortest stem.
const STEM_LETTERS_MIN: usize = 2;

/// Forms that have to be known, the one in question with them.
const FORMS_MIN: usize = 2;

/// The weight of what is known at which half of the doubt is gone.
const HALF: f64 = 5.0;

impl Paradigms {
    pub(crate) fn new(grammar: &Grammar, forms: &Forms) -> Self {
        let rows = grammar
            .paradigms
            .iter()
            .flat_map(|row| expanded(row, grammar.code));
        let mut all: Vec<Vec<Affixes>> = rows.map(|row| affixes(&row)).collect();
        let mut counts: BTreeMap<(String, String), f64> = BTreeMap::new();
        for affixes in all.iter().flatten() {
            counts.insert((affixes.prefix.clone(), affixes.ending.clone()), 1.0);
        }
        let prefixes: BTreeSet<_> = counts.keys().map(|(prefix, _)| prefix.clone()).collect();
        for form in forms.keys() {
            for prefix in prefixes.iter().filter(|prefix| form.starts_with(*prefix)) {
                for (_, ending) in divisions(form) {
                    let key = (prefix.clone(), ending.to_owned());
                    if let Some(count) = counts.get_mut(&key) {
                        *count += 1.0;
                    }
                }
            }
        }
        let mut by_ending: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (i, row) in all.iter_mut().enumerate() {
            for (j, affixes) in row.iter_mut().enumerate() {
                let key = (affixes.prefix.clone(), affixes.ending.clone());
                affixes.weight = (forms.len() as f64 / counts[&key]).ln().max(0.5);
                by_ending
                    .entry(affixes.ending.clone())
                    .or_default()
                    .push((i, j));
            }
        }
        Self {
            all,
            by_ending,
            doubling: grammar.code == "nl",
        }
    }

    /// What `form` is by what else is known, and how sure that is, from 0 to 1.
    pub(crate) fn shares(&self, form: &str, forms: &Forms) -> (Shares, f64) {
        let mut scores: BTreeMap<char, f64> = BTreeMap::new();
        for (head, ending) in divisions(form) {
            for (i, j) in self.by_ending.get(ending).into_iter().flatten() {
                let affixes = &self.all[*i][*j];
                let Some(stem) = head.strip_prefix(affixes.prefix.as_str()) else {
                    continue;
                };
                if stem.chars().nth(STEM_LETTERS_MIN - 1).is_none() {
                    continue;
                }
                for stem in self.stems(stem, &affixes.ending) {
                    let score = self.score(&self.all[*i], &stem, forms);
                    let best = scores.entry(affixes.kind).or_default();
                    *best = best.max(score);
                }
            }
        }
        let mut ranked: Vec<f64> = scores.values().copied().collect();
        ranked.sort_by(|a, b| b.total_cmp(a));
        let best = ranked.first().copied().unwrap_or_default();
        let second = ranked.get(1).copied().unwrap_or_default();
        let total: f64 = scores.values().map(|score| score.powi(2)).sum();
        let mut shares = Shares::default();
        if total > 0.0 {
            for (kind, score) in scores {
                add_kind(&mut shares, kind, score.powi(2) / total);
            }
        }
        (shares, (best - second).max(0.0))
    }

    /// The stems that `stem` before `ending` may be another spelling of.
    fn stems(&self, stem: &str, ending: &str) -> Vec<String> {
        let mut stems = vec![stem.to_owned()];
        if self.doubling && ending.starts_with(is_vowel) {
            stems.extend(closed(stem));
        }
        stems
    }

    /// How much is known of the forms of `stem`.
    fn score(&self, row: &[Affixes], stem: &str, forms: &Forms) -> f64 {
        let mut known = BTreeMap::new();
        let mut all = 0.0;
        for Affixes {
            prefix,
            ending,
            weight,
            ..
        } in row
        {
            all += weight;
            let mut spellings = vec![format!("{prefix}{stem}{ending}")];
            if self.doubling && ending.starts_with(is_vowel) {
                spellings.extend(
                    opened(stem)
                        .iter()
                        .map(|stem| format!("{prefix}{stem}{ending}")),
                );
            }
            for form in spellings
                .into_iter()
                .filter(|form| forms.contains_key(form))
            {
                known.insert(form, *weight);
            }
        }
        if known.len() < FORMS_MIN {
            return 0.0;
        }
        let sum: f64 = known.values().sum();
        sum / (sum + HALF) * (sum / all).sqrt()
    }
}

/// All that `form` can be divided into.
fn divisions(form: &str) -> impl Iterator<Item = (&str, &str)> {
    let places = form.char_indices().map(|(at, _)| at).chain([form.len()]);
    places.map(|at| form.split_at(at))
}

/// Adds `share` for `kind`.
pub(crate) fn add_kind(shares: &mut Shares, kind: char, share: f64) {
    let parts = match kind {
        'N' => [1.0, 0.0, 0.0, 0.0],
        'A' => [0.0, 1.0, 0.0, 0.0],
        'V' => [0.0, 0.0, 1.0, 0.0],
        'P' => PARTICIPLE,
        _ => [0.0, 0.0, 0.0, 1.0],
    };
    for i in 0..KINDS {
        shares[i] += parts[i] * share;
    }
}

/// What participles are.
const PARTICIPLE: Shares = [0.0, 0.5, 0.5, 0.0];

fn affixes(row: &str) -> Vec<Affixes> {
    let mut kind = 'N';
    let mut all = Vec::new();
    for word in row.split_whitespace() {
        if let "N" | "A" | "V" | "P" | "R" = word {
            kind = word.chars().next().unwrap_or(kind);
            continue;
        }
        let (prefix, ending) = word.split_once('+').unwrap_or(("", word));
        all.push(Affixes {
            prefix: prefix.to_owned(),
            ending: if ending == "-" {
                String::new()
            } else {
                ending.to_owned()
            },
            kind,
            weight: 1.0,
        });
    }
    all
}

/// A row of Turkish eight times, once for each harmony.
fn expanded(row: &str, code: &str) -> Vec<String> {
    if code != "tr" {
        return vec![row.to_owned()];
    }
    let mut rows = Vec::new();
    for (a, i) in [('a', 'ı'), ('e', 'i'), ('a', 'u'), ('e', 'ü')] {
        for (d, c) in [('d', 'c'), ('t', 'ç')] {
            let words = row.split_whitespace().map(|word| {
                if word.len() == 1 && "NAVRP".contains(word) {
                    return word.to_owned();
                }
                let letters = word.chars().map(|letter| match letter {
                    'A' => a,
                    'I' if (i, a) == ('u', 'a') => 'u',
                    'I' => i,
                    'D' => d,
                    'C' => c,
                    other => other,
                });
                letters.collect()
            });
            rows.push(words.collect::<Vec<_>>().join(" "));
        }
    }
    rows
}

fn is_vowel(letter: char) -> bool {
    "aeiou".contains(letter)
}

/// The Dutch stem that is spelt `stem` before a vowel: "maak" of "mak", "zeg" of "zegg".
fn closed(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let mut found = Vec::new();
    if let [rest @ .., before, vowel, last] = letters.as_slice()
        && is_vowel(*vowel)
        && !is_vowel(*before)
        && !is_vowel(*last)
    {
        let last = hardened(*last);
        found.push(rest.iter().chain([before, vowel, vowel, &last]).collect());
    }
    if let [rest @ .., last] = letters.as_slice() {
        if rest.last() == Some(last) && !is_vowel(*last) {
            found.push(rest.iter().collect());
        }
        if hardened(*last) != *last {
            found.push(rest.iter().chain([&hardened(*last)]).collect());
        }
    }
    found
}

fn hardened(letter: char) -> char {
    match letter {
        'v' => 'f',
        'z' => 's',
        other => other,
    }
}

/// How a Dutch stem may be spelt before a vowel: "mak" of "maak", "zegg" of "zeg".
fn opened(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let mut found = Vec::new();
    let softened = |letter: char| match letter {
        'f' => 'v',
        's' => 'z',
        other => other,
    };
    if let [rest @ .., first, second, last] = letters.as_slice() {
        if first == second && is_vowel(*first) && !is_vowel(*last) {
            found.push(rest.iter().chain([first, last]).collect());
            found.push(rest.iter().chain([first, &softened(*last)]).collect());
        } else if !is_vowel(*first) && is_vowel(*second) && !is_vowel(*last) {
            found.push(rest.iter().chain([first, second, last, last]).collect());
        }
    }
    if let [rest @ .., last] = letters.as_slice()
        && softened(*last) != *last
    {
        found.push(rest.iter().chain([&softened(*last)]).collect());
    }
    found
}
