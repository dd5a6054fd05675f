//! Passages that say the same in other words.
//!
//! Sentences with many stems in common are seeds; seeds that lie close on both sides
//! are a cluster; a cluster whose two sides are alike as a whole is a passage. So it
//! is in Sanchez-Perez, Sidorov and Gelbukh, "A winning approach to text alignment for
//! text reuse detection at PAN 2014" (CLEF 2014). New here is how a passage begins and
//! ends: by the word, not by the sentence.
//!
//! Stems weigh by how few sentences of the two texts they stand in (TF-ISF), function
//! words too.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

use super::border::trimmed;
use super::reading::Reading;
use super::terms::{Posting, Sentences};
use super::{Match, Scratch};

/// Least cosine of two sentences that are a seed, and least share of common stems
/// (Dice): as in the paper, which has .30 and .33. With .25 and .25 passages are longer
/// than they are (precision .88 instead of .95 on translated ones).
const COSINE_MIN: f64 = 0.30;
const DICE_MIN: f64 = 0.33;

/// Sentences that may lie between two seeds of one cluster; fewer where its sides are
/// not alike as a whole.
const GAP_SENTENCES: usize = 4;

/// Least cosine of the two sides of a cluster.
const CLUSTER_COSINE_MIN: f64 = 0.34;

/// Words of the shorter side of a paraphrase, as in the paper (150 characters): of
/// fewer one cannot say whether they are one.
const WORDS_MIN: usize = 25;

/// A stem in more sentences than this says nothing, and would make the time quadratic.
const SENTENCES_MAX: usize = 500;

/// A sentence is paired with so many others at most, the most like it.
const SEEDS_PER_SENTENCE: usize = 16;

/// Rounds of dividing a cluster. A round without a division ends it; a text would have
/// to be made for more than five.
const ROUNDS_MAX: usize = 32;

/// Two sentences that are alike.
#[derive(Clone, Copy, Debug)]
struct Seed {
    first: usize,
    second: usize,
}

/// The passages of `first` and `second` that say the same.
pub(super) fn find(
    first: &Reading<'_>,
    second: &Reading<'_>,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Vec<Match>, Interrupted> {
    weigh(&first.sentences, &second.sentences, scratch, pace)?;
    let seeds = seeds(&first.sentences, &second.sentences, scratch, pace)?;
    let mut matches = Vec::new();
    let mut waiting = vec![(seeds, GAP_SENTENCES)];
    while let Some((seeds, gap)) = waiting.pop() {
        for cluster in clusters(seeds, gap, pace)? {
            let found = Cluster::around(&cluster);
            if found.cosine(first, second, scratch, pace)? >= CLUSTER_COSINE_MIN {
                matches.push(found.words(first, second));
            } else if let Some(gap) = gap.checked_sub(1) {
                waiting.push((cluster, gap));
            }
        }
    }
    let mut exact = Vec::with_capacity(matches.len());
    for found in matches {
        let found = trimmed(found, first, second, scratch, pace)?;
        if found.len_shorter() >= WORDS_MIN {
            exact.push(found);
        }
    }
    Ok(exact)
}

/// Sets how much stems weigh in two texts: `ln(N / n)` for a stem in `n` of `N` sentences.
fn weigh(
    first: &Sentences,
    second: &Sentences,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<(), Interrupted> {
    let n_sentences = (first.len() + second.len()) as f64;
    for sentences in [first, second] {
        for (stem, (start, end)) in sentences.stems() {
            pace.spend(1)?;
            if let Some(count) = scratch.counts.get_mut(stem as usize) {
                *count += end - start;
            }
        }
    }
    for sentences in [first, second] {
        for (stem, _) in sentences.stems() {
            let count = scratch.counts.get(stem as usize).copied().unwrap_or(1);
            if let Some(weight) = scratch.weights.get_mut(stem as usize) {
                *weight = match count {
                    ..=SENTENCES_MAX => (n_sentences / count as f64).ln(),
                    _ => 0.0,
                };
            }
        }
    }
    for sentences in [first, second] {
        for (stem, _) in sentences.stems() {
            pace.spend(1)?;
            if let Some(count) = scratch.counts.get_mut(stem as usize) {
                *count = 0;
            }
        }
    }
    Ok(())
}

/// How much of a sentence there is to compare.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    length: f64,
    n_terms: usize,
}

fn size(sentences: &Sentences, sentence: usize, scratch: &Scratch) -> Size {
    let mut size = Size::default();
    for term in sentences.terms(sentence) {
        let weight = scratch.weight(term.stem);
        if weight > 0.0 {
            size.length += (term.count * weight).powi(2);
            size.n_terms += 1;
        }
    }
    size.length = size.length.sqrt();
    size
}

/// What two sentences have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Common {
    product: f64,
    n_terms: usize,
}

/// The pairs of sentences that are alike, by cosine and by Dice's measure.
fn seeds(
    first: &Sentences,
    second: &Sentences,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Vec<Seed>, Interrupted> {
    let sizes: Vec<Size> = (0..second.len())
        .map(|i| size(second, i, scratch))
        .collect();
    for (stem, range) in second.stems() {
        if let Some(place) = scratch.postings.get_mut(stem as usize) {
            *place = range;
        }
    }
    let mut common = vec![Common::default(); second.len()];
    let mut touched = Vec::new();
    let mut seeds = Vec::new();
    for sentence in 0..first.len() {
        let own = size(first, sentence, scratch);
        for term in first.terms(sentence) {
            let weight = scratch.weight(term.stem);
            let range = scratch.postings.get(term.stem as usize);
            let postings = second.postings(range.copied().unwrap_or_default());
            if weight <= 0.0 {
                continue;
            }
            pace.spend(1 + postings.len())?;
            for Posting { sentence, count } in postings {
                let Some(common) = common.get_mut(*sentence) else {
                    continue;
                };
                if common.n_terms == 0 {
                    touched.push(*sentence);
                }
                common.product += weight * weight * term.count * count;
                common.n_terms += 1;
            }
        }
        seeds.extend(best(sentence, own, &touched, &common, &sizes));
        for other in touched.drain(..) {
            if let Some(common) = common.get_mut(other) {
                *common = Common::default();
            }
        }
    }
    for (stem, _) in second.stems() {
        if let Some(place) = scratch.postings.get_mut(stem as usize) {
            *place = (0, 0);
        }
    }
    Ok(seeds)
}

/// The sentences among `touched` that are most like `sentence`.
fn best(
    sentence: usize,
    own: Size,
    touched: &[usize],
    common: &[Common],
    sizes: &[Size],
) -> Vec<Seed> {
    let mut found = Vec::new();
    for &second in touched {
        let (Some(common), Some(other)) = (common.get(second), sizes.get(second)) else {
            continue;
        };
        let cosine = common.product / (own.length * other.length);
        let dice = (2 * common.n_terms) as f64 / (own.n_terms + other.n_terms) as f64;
        if cosine > COSINE_MIN && dice > DICE_MIN {
            found.push((cosine, second));
        }
    }
    found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
    found.truncate(SEEDS_PER_SENTENCE);
    let seed = |(_, second)| Seed {
        first: sentence,
        second,
    };
    found.into_iter().map(seed).collect()
}

/// The side by which seeds are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    First,
    Second,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    fn of(self, seed: Seed) -> usize {
        match self {
            Self::First => seed.first,
            Self::Second => seed.second,
        }
    }
}

/// Divides `seeds` where more than `gap` sentences of either side lie between two,
/// first by the one side and then by the other until nothing changes.
fn clusters(
    seeds: Vec<Seed>,
    gap: usize,
    pace: &mut Pace<'_>,
) -> Result<Vec<Vec<Seed>>, Interrupted> {
    let mut done = Vec::new();
    let mut waiting = vec![(seeds, Side::First, 0, 0)];
    while let Some((mut seeds, side, n_whole, round)) = waiting.pop() {
        pace.spend(1 + seeds.len())?;
        if seeds.is_empty() {
            continue;
        }
        seeds.sort_by_key(|seed| (side.of(*seed), side.other().of(*seed)));
        let near = |a: &Seed, b: &Seed| side.of(*b) - side.of(*a) <= gap + 1;
        let parts: Vec<&[Seed]> = seeds.chunk_by(near).collect();
        // Two rounds without a division, one for each side, are the end.
        let n_whole = if parts.len() == 1 { n_whole + 1 } else { 0 };
        if n_whole == 2 || round == ROUNDS_MAX {
            done.extend(parts.into_iter().map(<[Seed]>::to_vec));
            continue;
        }
        for part in parts {
            waiting.push((part.to_vec(), side.other(), n_whole, round + 1));
        }
    }
    Ok(done)
}

/// The sentences around some seeds.
#[derive(Clone, Copy, Debug)]
struct Cluster {
    first: (usize, usize),
    second: (usize, usize),
}

impl Cluster {
    fn around(seeds: &[Seed]) -> Self {
        let range = |side: Side| {
            let places = seeds.iter().map(|seed| side.of(*seed));
            let least = places.clone().min().unwrap_or(0);
            (least, places.max().unwrap_or(least))
        };
        Self {
            first: range(Side::First),
            second: range(Side::Second),
        }
    }

    /// Its words.
    fn words(self, first: &Reading<'_>, second: &Reading<'_>) -> Match {
        Match {
            first: first.sentences.words(self.first.0, self.first.1),
            second: second.sentences.words(self.second.0, self.second.1),
        }
    }

    /// The cosine of its two sides as a whole.
    fn cosine(
        self,
        first: &Reading<'_>,
        second: &Reading<'_>,
        scratch: &mut Scratch,
        pace: &mut Pace<'_>,
    ) -> Result<f64, Interrupted> {
        let words = self.words(first, second);
        let (one, other) = (first.range(words.first), second.range(words.second));
        pace.spend(2 * (one.len() + other.len()))?;
        Ok(scratch.cosine(one, other))
    }
}
