//! Shared wording: runs of equal stems, and the passages that they make up.
//!
//! Seed and extend, as sequences of genes are aligned (Altschul et al., "Basic local
//! alignment search tool", 1990): a few equal stems in a row are a seed, seeds on one
//! diagonal are a run, and runs that follow each other on both sides over a small gap
//! are a passage. What was moved elsewhere is a passage of its own.
//!
//! The time is linear in the two lengths, whatever the texts are: a seed that stands
//! often is not paired with each of its places.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

use super::reading::{Lexicon, Reading, Word};
use super::{Match, SEED_WORDS, Scratch, radix};

/// Places of a seed, on either side, whose product is more than this are paired in
/// order alone, the first with the first and so on: in a text of one repeated word all
/// places would be paired with all.
const PAIRS_PER_SEED: usize = 64;

/// Words that may differ between two runs of one passage. On pairs of PAN 2013 that
/// were copied as they are, plagdet is .97 with 5 and .96 with 15, which bridges to
/// chance finds around the passage; with 5 a rewritten sentence in the middle parts a
/// passage.
const GAP_WORDS: usize = 8;

/// A run is looked at beside so many that began before it and may go on: in natural
/// text there are two or three.
const OPEN_MAX: usize = 128;

/// A passage of so many words counts whatever they are.
const WORDS_CERTAIN: usize = 12;

/// The equal words of a shorter one have this rarity together or more: five words of
/// which there is one in 60,000 each, or eleven of one in 1,200. With 26, names of the
/// topic count in pairs of PAN 2013 that have nothing from each other.
const RARITY_MIN: f64 = 34.0;

/// Share of equal words in a passage: where a phrase is repeated on one side, its runs
/// overlap on the other.
const EQUAL_SHARE_MIN: f64 = 0.5;

/// Equal stems in a row, from a word of either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: usize,
    second: usize,
    length: usize,
}

impl Run {
    fn first_end(&self) -> usize {
        self.first + self.length
    }

    fn second_end(&self) -> usize {
        self.second + self.length
    }

    /// Whether it goes on where `other`, which begins no later in the first text, has
    /// ended or is about to.
    fn follows(&self, other: &Self) -> bool {
        self.second >= other.second
            && self.first <= other.first_end() + GAP_WORDS
            && self.second <= other.second_end() + GAP_WORDS
    }
}

/// The passages of equal wording in `first` and `second`.
pub(super) fn find(
    first: &Reading<'_>,
    second: &Reading<'_>,
    words_min: usize,
    lexicon: &Lexicon,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Vec<Match>, Interrupted> {
    let runs = runs(first, second, words_min, pace)?;
    let mut kept = Vec::new();
    for each in chains(&runs, pace)? {
        let (one, other) = (first.range(each.first), second.range(each.second));
        pace.spend(one.len() + other.len())?;
        let mut rarity = 0.0;
        let count = |word: &Word| rarity += lexicon.rarity(word.stem);
        let n_equal = scratch.equal(one, other, |word| word.stem, count);
        let is_equal = n_equal as f64 >= EQUAL_SHARE_MIN * each.len() as f64;
        let tells = each.len() >= WORDS_CERTAIN || rarity >= RARITY_MIN;
        if n_equal >= words_min && is_equal && tells {
            kept.push(each);
        }
    }
    Ok(kept)
}

/// The longest runs of equal stems, by where they begin in the first text.
fn runs(
    first: &Reading<'_>,
    second: &Reading<'_>,
    words_min: usize,
    pace: &mut Pace<'_>,
) -> Result<Vec<Run>, Interrupted> {
    let seed_words = words_min.min(SEED_WORDS);
    let mut hits = hits(first, second, pace)?;
    radix::sort(&mut hits, pace)?;
    let mut runs: Vec<Run> = Vec::new();
    for hit in hits {
        pace.spend(seed_words)?;
        let hit = Hit(hit);
        let (first_start, second_start) = hit.places(first.words.len());
        if !is_equal(first, second, hit, seed_words) {
            continue; // two seeds of one hash
        }
        match runs.last_mut() {
            Some(run)
                if run.first + second_start == run.second + first_start
                    && first_start <= run.first_end() =>
            {
                run.length = first_start + seed_words - run.first;
            }
            _ => runs.push(Run {
                first: first_start,
                second: second_start,
                length: seed_words,
            }),
        }
    }
    runs.sort_unstable_by_key(|run| (run.first, run.second));
    Ok(runs)
}

/// A seed of both texts. In the upper half of the number how much later it stands in
/// the second text than in the first, and the length of the first, which keeps the sum
/// positive; in the lower half its place in the first.
#[derive(Clone, Copy, Debug)]
struct Hit(u64);

impl Hit {
    fn new(first: usize, second: usize, first_length: usize) -> Self {
        let diagonal = second + first_length - first;
        Self((diagonal as u64) << 32 | first as u64)
    }

    /// Where it stands in the first text and in the second.
    fn places(self, first_length: usize) -> (usize, usize) {
        let place = place_of(self.0);
        (place, place + place_of(self.0 >> 32) - first_length)
    }
}

fn is_equal(first: &Reading<'_>, second: &Reading<'_>, hit: Hit, seed_words: usize) -> bool {
    let (a, b) = hit.places(first.words.len());
    let (a, b) = ((a, a + seed_words), (b, b + seed_words));
    let words = first.range(a).iter().zip(second.range(b));
    words.fold(true, |equal, (a, b)| equal && a.stem == b.stem)
}

/// Where seeds of `first` stand in `second`, by merging the two sorted lists.
fn hits(
    first: &Reading<'_>,
    second: &Reading<'_>,
    pace: &mut Pace<'_>,
) -> Result<Vec<u64>, Interrupted> {
    let mut hits = Vec::new();
    let mut others = second.seeds.as_slice();
    for same in first.seeds.chunk_by(|a, b| hash_of(*a) == hash_of(*b)) {
        let Some(hash) = same.first().copied().map(hash_of) else {
            continue;
        };
        let skipped = others
            .iter()
            .take_while(|seed| hash_of(**seed) < hash)
            .count();
        others = others.get(skipped..).unwrap_or_default();
        let n_equal = others
            .iter()
            .take_while(|seed| hash_of(**seed) == hash)
            .count();
        pace.spend(same.len() + skipped + n_equal)?;
        let (equal, rest) = others.split_at_checked(n_equal).unwrap_or((&[], &[]));
        others = rest;
        let hit = |one: &u64, other: &u64| {
            Hit::new(place_of(*one), place_of(*other), first.words.len()).0
        };
        if same.len() * equal.len() <= PAIRS_PER_SEED {
            for one in same {
                hits.extend(equal.iter().map(|other| hit(one, other)));
            }
        } else {
            hits.extend(same.iter().zip(equal).map(|(one, other)| hit(one, other)));
        }
    }
    Ok(hits)
}

/// The upper half of a seed.
fn hash_of(seed: u64) -> u64 {
    seed >> 32
}

/// The lower half of a seed.
fn place_of(seed: u64) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "the lower 32 bits")]
    let place = seed as u32;
    place as usize
}

/// Joins `runs`, which are sorted, where they follow each other on both sides.
fn chains(runs: &[Run], pace: &mut Pace<'_>) -> Result<Vec<Match>, Interrupted> {
    let mut groups = Groups::new(runs.len());
    let mut open: Vec<usize> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let is_near = |other: &usize| {
            let other = runs.get(*other);
            other.is_some_and(|other| run.first <= other.first_end() + GAP_WORDS)
        };
        pace.spend(1 + open.len())?;
        open.retain(is_near);
        for &other in &open {
            if runs.get(other).is_some_and(|other| run.follows(other)) {
                groups.join(index, other);
            }
        }
        if open.len() >= OPEN_MAX {
            open.remove(0);
        }
        open.push(index);
    }
    let mut matches: Vec<Option<Match>> = vec![None; runs.len()];
    for (index, run) in runs.iter().enumerate() {
        pace.spend(1)?;
        let group = groups.of(index);
        let run = Match {
            first: (run.first, run.first_end()),
            second: (run.second, run.second_end()),
        };
        if let Some(found) = matches.get_mut(group) {
            *found = Some(found.map_or(run, |found| found.joined(run)));
        }
    }
    Ok(matches.into_iter().flatten().collect())
}

/// Which runs belong together: each points to an earlier one of its group, the first to
/// itself (Galler and Fischer, "An improved equivalence algorithm", 1964).
struct Groups(Vec<usize>);

impl Groups {
    fn new(n_runs: usize) -> Self {
        Self((0..n_runs).collect())
    }

    /// The first run of the group of `index`.
    fn of(&mut self, mut index: usize) -> usize {
        while let Some(&next) = self.0.get(index)
            && next != index
        {
            // Halves the way for the next one who asks.
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(place) = self.0.get_mut(index) {
                *place = after;
            }
            index = after;
        }
        index
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        if let Some(place) = self.0.get_mut(one.max(other)) {
            *place = one.min(other);
        }
    }
}
