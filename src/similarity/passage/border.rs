//! Where a paraphrase begins and ends, by the word.
//!
//! Sentences are too coarse: headlines and lists run into the sentence beside them. So
//! each side keeps the run of words that speaks most for the passage: a stem that the
//! other side has counts its weight, another stem counts against it. It is the segment
//! of highest score (Kadane; Bentley, "Programming pearls: algorithm design
//! techniques", 1984). Then it loses at its ends what only says again what the rest of
//! it says. Where wording is shared beyond the borders, or nearly all of it is, the
//! borders are those of the wording.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

use super::reading::{Reading, Word};
use super::{Match, Scratch};

/// What a stem that the other side lacks counts, against one that it has. On pairs of
/// PAN 2013, plagdet of copied, reordered and translated passages: .971, .926, .892
/// with .5 or .4; with .3 precision of the latter falls by .03.
const STRANGE: f64 = 0.4;

/// What a word costs to keep, of its weight, where the rest of its side says the same.
/// Without this the passages of copied pairs are longer than they are (.971 instead of
/// .989); with .15 a tenth of the reordered ones is lost.
const REPEATED: f64 = 0.02;

/// Each side is cut by the other as it was before; twice is enough.
const ROUNDS: usize = 2;

/// Words between a paraphrase and shared wording that belongs to it.
const NEAR_WORDS: usize = 10;

/// Share of a paraphrase's shorter side that copied wording in it covers, and share of
/// equal words in that, where the wording alone is the passage.
const COPIED_SHARE: f64 = 0.7;
const COPIED_IDENTITY: f64 = 0.85;

/// `found` without what says nothing of the other side at either end.
pub(super) fn trimmed(
    mut found: Match,
    first: &Reading<'_>,
    second: &Reading<'_>,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Match, Interrupted> {
    for _ in 0..ROUNDS {
        let (one, other) = (first.range(found.first), second.range(found.second));
        pace.spend(8 * (one.len() + other.len()))?;
        let next = Match {
            first: shortened(found.first.0, one, other, scratch),
            second: shortened(found.second.0, other, one, scratch),
        };
        if next == found {
            break;
        }
        found = next;
    }
    Ok(found)
}

/// The part of `words`, the first of which has place `start`, that best tells what
/// `others` tell.
fn shortened(
    start: usize,
    words: &[Word],
    others: &[Word],
    scratch: &mut Scratch,
) -> (usize, usize) {
    scratch.mark(others);
    let score = |word: &Word| {
        let weight = scratch.weight(word.stem);
        if scratch.is_marked(word.stem) {
            weight
        } else {
            -STRANGE * weight
        }
    };
    let (from, to, _) = best_segment(words.iter().map(score));
    let words = words.get(from..to).unwrap_or_default();
    scratch.tally(words, others);
    let n_before = n_repeated(words.iter(), scratch);
    let rest = words.get(n_before..).unwrap_or_default();
    let n_after = n_repeated(rest.iter().rev(), scratch);
    scratch.clear_tally(words, others);
    (start + from + n_before, start + to - n_after)
}

/// How many of the first of `words` to leave away; those that stay are tallied.
fn n_repeated<'w>(words: impl Iterator<Item = &'w Word> + Clone, scratch: &mut Scratch) -> usize {
    let (mut n_cut, mut gain, mut most) = (0, 0.0, 0.0);
    for (place, word) in words.clone().enumerate() {
        let weight = scratch.weight(word.stem);
        gain += REPEATED * weight;
        // What the other side says and this side would no more.
        gain -= weight * scratch.take(word.stem) as f64;
        if gain > most {
            (n_cut, most) = (place + 1, gain);
        }
    }
    for word in words.skip(n_cut) {
        scratch.put_back(word.stem);
    }
    n_cut
}

/// The run of highest sum in `scores`, the first of equals, and the sum.
pub(super) fn best_segment(scores: impl Iterator<Item = f64>) -> (usize, usize, f64) {
    let mut best = (0, 0, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (place, score) in scores.enumerate() {
        if sum <= 0.0 {
            (start, sum) = (place, 0.0);
        }
        sum += score;
        if sum > best.2 {
            best = (start, place + 1, sum);
        }
    }
    best
}

/// `found` with the shared `wording` at its borders; or that alone, where nearly all
/// of it is copied. `wording` is sorted by where it stands in the first text.
pub(super) fn with_wording(
    found: Match,
    wording: &[Match],
    first: &Reading<'_>,
    second: &Reading<'_>,
    scratch: &mut Scratch,
    pace: &mut Pace<'_>,
) -> Result<Match, Interrupted> {
    let overlaps =
        |a: (usize, usize), b: (usize, usize), gap: usize| a.0 < b.1 + gap && b.0 < a.1 + gap;
    let mut wider = found;
    let mut copied: Option<Match> = None;
    let first_start = found.first.0.saturating_sub(NEAR_WORDS);
    let start = wording.partition_point(|each| each.first.0 < first_start);
    // They lie apart, or nearly so: of those that begin earlier the last few end later.
    for each in wording.iter().skip(start.saturating_sub(4)) {
        if each.first.0 > wider.first.1 + NEAR_WORDS {
            break;
        }
        pace.spend(1)?;
        let lies = |gap| {
            overlaps(each.first, wider.first, gap) && overlaps(each.second, wider.second, gap)
        };
        if lies(NEAR_WORDS) {
            wider = wider.joined(*each);
            copied = Some(copied.map_or(*each, |copied| copied.joined(*each)));
        }
    }
    let Some(copied) = copied else {
        return Ok(found);
    };
    if (copied.len_shorter() as f64) < COPIED_SHARE * wider.len_shorter() as f64 {
        return Ok(wider);
    }
    let (one, other) = (first.range(copied.first), second.range(copied.second));
    pace.spend(one.len() + other.len())?;
    let n_equal = scratch.equal(one, other, |word| word.stem, |_| {});
    let is_copy = n_equal as f64 >= COPIED_IDENTITY * copied.len() as f64;
    Ok(if is_copy { copied } else { wider })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_segment_is_the_first_of_the_highest_sum() {
        let cases = [
            (&[][..], (0, 0, 0.0)),
            (&[-1.0, -2.0], (0, 0, 0.0)),
            (&[-1.0, 2.0, -1.0, 3.0, -5.0, 1.0], (1, 4, 4.0)),
            (&[1.0, -2.0, 1.0], (0, 1, 1.0)),
            (&[1.0, 0.0], (0, 1, 1.0)),
        ];
        for (scores, expected) in cases {
            assert_eq!(best_segment(scores.iter().copied()), expected, "{scores:?}");
        }
    }
}
