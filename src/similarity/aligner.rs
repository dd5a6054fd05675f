//! How much of two documents can be laid side by side.
//!
//! Is this a copy with many edits, or a report with the same quotations? In the one nearly
//! all lines up, with gaps of a word or two; in the other a few sentences do, and no more.
//! Shingles that both have say where to begin, and from there words are compared in both
//! directions.

use crate::base::Interrupted;

use super::fingerprint::{Containments, Shingle};
use super::pace::Pace;

/// Words in a gap between two aligned pieces, on either side.
const GAP_WORDS_MAX: usize = 4;

/// Lays documents side by side, two at a time.
#[derive(Debug)]
pub(super) struct Aligner<'c> {
    containments: &'c Containments,
    /// By the number of a shingle: the last laying in which the longer document had it,
    /// and its first place there.
    places: Vec<(usize, usize)>,
    n_laid: usize,
    /// The longer document of the last laying.
    longer: Option<usize>,
    /// By document, once it was the shorter one: which of its words count.
    live: Vec<Option<Live>>,
}

/// The words of a document that are no template.
#[derive(Clone, Debug)]
struct Live {
    is_live: Vec<bool>,
    n_live: usize,
}

impl<'c> Aligner<'c> {
    pub(super) fn new(containments: &'c Containments) -> Self {
        Self {
            containments,
            places: Vec::new(),
            n_laid: 0,
            longer: None,
            live: vec![None; containments.documents.len()],
        }
    }

    /// The share of the words of the shorter of two documents that stand in the longer
    /// one in the same order, from one shared shingle on, over gaps of a few words;
    /// templates apart.
    pub(super) fn share(
        &mut self,
        first: usize,
        second: usize,
        pace: &mut Pace<'_>,
    ) -> Result<f64, Interrupted> {
        let documents = &self.containments.documents;
        let n_words = |document: usize| documents[document].words.len();
        let (short, long) = if n_words(first) <= n_words(second) {
            (first, second)
        } else {
            (second, first)
        };
        pace.spend(n_words(short) + n_words(long))?;
        self.note_places(long);
        let live = self.live[short].get_or_insert_with(|| Live::of(documents[short].live_words()));
        let (short, long) = (&documents[short], &documents[long]);
        let (mut n_aligned, mut done) = (0, 0);
        for (at, shingle) in short.shingles.iter().enumerate() {
            let Shingle::Common(number) = shingle else {
                continue;
            };
            let there = match self.places[*number as usize] {
                (laid, there) if laid == self.n_laid && at >= done => there,
                _ => continue,
            };
            let before = Sides::<true> {
                first: &short.words[done..at],
                is_live: &live.is_live[done..at],
                second: &long.words[..there],
            };
            let after = Sides::<false> {
                first: &short.words[at..],
                is_live: &live.is_live[at..],
                second: &long.words[there..],
            };
            let (backward, _) = before.aligned(pace)?;
            let (forward, end) = after.aligned(pace)?;
            n_aligned += backward + forward;
            done = (at + end).max(at + 1);
        }
        Ok(n_aligned as f64 / live.n_live.max(1) as f64)
    }

    /// Notes where `document` has its shingles.
    fn note_places(&mut self, document: usize) {
        if self.longer.replace(document) == Some(document) {
            return;
        }
        self.places.resize(self.containments.ends.len(), (0, 0));
        self.n_laid += 1;
        let shingles = &self.containments.documents[document].shingles;
        // The first place is noted last, and stays.
        for (at, shingle) in shingles.iter().enumerate().rev() {
            if let Shingle::Common(number) = shingle {
                self.places[*number as usize] = (self.n_laid, at);
            }
        }
    }
}

impl Live {
    fn of(is_live: Vec<bool>) -> Self {
        let n_live = is_live.iter().filter(|is_live| **is_live).count();
        Self { is_live, n_live }
    }
}

/// Two texts from a place that they share, in one direction: forward from their first
/// words, or `BACKWARD` from their last.
#[derive(Clone, Copy, Debug)]
struct Sides<'w, const BACKWARD: bool> {
    first: &'w [u32],
    /// Whether each word of the first counts.
    is_live: &'w [bool],
    second: &'w [u32],
}

impl<const BACKWARD: bool> Sides<'_, BACKWARD> {
    /// Words of the first side that line up and are live, and how far they reach.
    fn aligned(&self, pace: &mut Pace<'_>) -> Result<(usize, usize), Interrupted> {
        let (mut n_aligned, mut i, mut j) = (0, 0, 0);
        loop {
            let start = i;
            while let (Some(word), Some(other)) = (
                nth::<_, BACKWARD>(self.first, i),
                nth::<_, BACKWARD>(self.second, j),
            ) && word == other
            {
                n_aligned += usize::from(nth::<_, BACKWARD>(self.is_live, i) == Some(true));
                (i, j) = (i + 1, j + 1);
            }
            pace.spend(i - start + GAP_WORDS_MAX * GAP_WORDS_MAX)?;
            match self.nearest_pair(i, j) {
                Some(next) => (i, j) = next,
                None => return Ok((n_aligned, i)),
            }
        }
    }

    /// Where the next two words in a row are equal again, after the fewest others.
    fn nearest_pair(&self, i: usize, j: usize) -> Option<(usize, usize)> {
        // What stands for words beyond the end is equal to nothing.
        let first = next_words::<BACKWARD>(self.first, i, u64::MAX);
        let second = next_words::<BACKWARD>(self.second, j, u64::MAX - 1);
        for n_skipped in 1..=2 * GAP_WORDS_MAX {
            let most = n_skipped.min(GAP_WORDS_MAX);
            for skipped in n_skipped - most..=most {
                let (a, b) = (skipped, n_skipped - skipped);
                if first[a] == second[b] && first[a + 1] == second[b + 1] {
                    return Some((i + a, j + b));
                }
            }
        }
        None
    }
}

/// The words from `i` on that a gap may end before, and the one after these.
fn next_words<const BACKWARD: bool>(
    words: &[u32],
    i: usize,
    beyond: u64,
) -> [u64; GAP_WORDS_MAX + 2] {
    std::array::from_fn(|n| nth::<_, BACKWARD>(words, i + n).map_or(beyond, u64::from))
}

/// The element `i`, counted from the end where `BACKWARD`.
#[inline]
fn nth<T: Copy, const BACKWARD: bool>(all: &[T], i: usize) -> Option<T> {
    let i = if BACKWARD {
        all.len().checked_sub(i + 1)?
    } else {
        i
    };
    all.get(i).copied()
}

#[cfg(test)]
mod tests {
    use super::super::copies::tests::{containments, words};
    use super::*;
    use crate::base::Budget;

    fn aligned(first: &[String], second: &[String]) -> f64 {
        let budget = Budget::unlimited();
        let containments = containments(&[first.join(" "), second.join(" ")]);
        let mut aligner = Aligner::new(&containments);
        aligner.share(0, 1, &mut Pace::new(&budget)).unwrap()
    }

    #[test]
    fn texts_line_up_over_changed_added_and_missing_words() {
        let text = words("w", 30);
        let mut edited = text.clone();
        edited[9].push('x');
        edited.remove(19);
        edited.insert(24, "new".to_owned());
        // 28 of the 30 words of the original are left, in 30 words of the copy.
        assert!((aligned(&text, &edited) - 28.0 / 30.0).abs() < 1e-9);
        assert!((aligned(&edited, &text) - 28.0 / 30.0).abs() < 1e-9);
    }

    #[test]
    fn a_quotation_in_common_lines_up_by_itself_only() {
        let quotation = words("q", 20);
        let around = |name: &str| [words(name, 40), quotation.clone(), words(name, 40)].concat();
        let found = aligned(&around("a"), &around("b"));
        assert!((found - 20.0 / 100.0).abs() < 1e-9, "{found}");
    }
}
