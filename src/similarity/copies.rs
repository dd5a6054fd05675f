//! Copies among the documents of a call: those that are one text, edited here and
//! there, and how much of two documents can be laid side by side.
//!
//! Two questions that shared shingles alone do not answer. *Which documents are one
//! text?* A notice on many pages makes them share as much as copies do; but what a page
//! has of its own stands together, while edits lie scattered over a copy. *Is this a
//! copy with many edits, or a report with the same quotations?* In the one nearly all
//! lines up, with gaps of a word or two; in the other a few sentences do, and no more.

use rustc_hash::FxHashMap;

use crate::base::Interrupted;

use super::fingerprint::{Containments, Shingle};
use super::pace::Pace;

/// One shingle in so many is used to find which documents may be copies, ...
const SAMPLE: u32 = 8;

/// ... but all of a shorter text.
const SAMPLED_SHINGLES_MIN: usize = 128;

/// Consecutive shingles of its own that a copy may have: one in ten of all, within these
/// bounds. What a page has of its own beside a notice is longer than that.
const OWN_STRETCH_SHARE: usize = 10;
const OWN_STRETCH_BOUNDS: (usize, usize) = (4, 48);

/// Words in a gap between two aligned pieces, on either side.
const GAP_WORDS_MAX: usize = 4;

impl Containments {
    /// A number for each document, the same for copies of one text.
    pub(super) fn groups_of_copies(&self, pace: &mut Pace<'_>) -> Result<Vec<u32>, Interrupted> {
        let mut order: Vec<usize> = (0..self.documents.len()).collect();
        // By wording and not by place, so that the order of a request changes nothing.
        order.sort_by(|a, b| {
            let (a, b) = (&self.documents[*a].words, &self.documents[*b].words);
            b.len().cmp(&a.len()).then_with(|| a.cmp(b))
        });
        let mut groups = vec![0; self.documents.len()];
        let mut leaders = Leaders::new(self);
        for document in order {
            let leader = leaders.of(document, pace)?;
            if leader == document {
                leaders.add(document);
            }
            groups[document] = u32::try_from(leader).unwrap_or(u32::MAX);
        }
        Ok(groups)
    }
}

/// The first document of each group of copies.
struct Leaders<'c> {
    containments: &'c Containments,
    /// Leaders that have a sampled shingle, by its number.
    holders: FxHashMap<u32, Vec<usize>>,
    /// Sampled shingles of the current document, by leader.
    counts: Vec<usize>,
    /// The document that was last seen to have a shingle, by its number.
    marks: Vec<usize>,
    n_marks: usize,
}

impl<'c> Leaders<'c> {
    fn new(containments: &'c Containments) -> Self {
        Self {
            containments,
            holders: FxHashMap::default(),
            counts: vec![0; containments.documents.len()],
            marks: vec![0; containments.ends.len()],
            n_marks: 0,
        }
    }

    fn sample(&self, document: usize) -> Vec<u32> {
        let shingles = &self.containments.documents[document].shingles;
        let is_short = shingles.len() < SAMPLED_SHINGLES_MIN;
        let mut sample: Vec<u32> = shingles
            .iter()
            .filter_map(|shingle| match shingle {
                Shingle::Common(number) if is_short || number % SAMPLE == 0 => Some(*number),
                Shingle::Common(_) | Shingle::Own | Shingle::Template => None,
            })
            .collect();
        sample.sort_unstable();
        sample.dedup();
        sample
    }

    fn add(&mut self, document: usize) {
        for number in self.sample(document) {
            self.holders.entry(number).or_default().push(document);
        }
    }

    /// The leader that `document` is a copy of; itself, where there is none.
    fn of(&mut self, document: usize, pace: &mut Pace<'_>) -> Result<usize, Interrupted> {
        for leader in self.likeliest(document, pace)? {
            if self.is_copy(document, leader, pace)? {
                return Ok(leader);
            }
        }
        Ok(document)
    }

    /// The leaders that have most of the sampled shingles of `document`: some, since a
    /// longer version of the same text has them all as well.
    fn likeliest(
        &mut self,
        document: usize,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<usize>, Interrupted> {
        const LEADERS_MAX: usize = 8;
        let mut met = Vec::new();
        for number in self.sample(document) {
            let holders = self.holders.get(&number).map_or(&[][..], Vec::as_slice);
            pace.spend(1 + holders.len())?;
            for &leader in holders {
                if self.counts[leader] == 0 {
                    met.push(leader);
                }
                self.counts[leader] += 1;
            }
        }
        // Stable: of equals the longest comes first, which became a leader first.
        met.sort_by_key(|leader| std::cmp::Reverse(self.counts[*leader]));
        for leader in &met {
            self.counts[*leader] = 0;
        }
        met.truncate(LEADERS_MAX);
        Ok(met)
    }

    fn is_copy(
        &mut self,
        document: usize,
        leader: usize,
        pace: &mut Pace<'_>,
    ) -> Result<bool, Interrupted> {
        Ok(self.is_scattered(document, leader, pace)?
            && self.is_scattered(leader, document, pace)?)
    }

    /// Whether at least half of the wording of `document` is in `other`, and what is
    /// not does not stand together.
    fn is_scattered(
        &mut self,
        document: usize,
        other: usize,
        pace: &mut Pace<'_>,
    ) -> Result<bool, Interrupted> {
        self.n_marks += 1;
        let documents = &self.containments.documents;
        let (shingles, others) = (&documents[document].shingles, &documents[other].shingles);
        pace.spend(shingles.len() + others.len())?;
        for shingle in others {
            if let Shingle::Common(number) = shingle {
                self.marks[*number as usize] = self.n_marks;
            }
        }
        let (mut n_shared, mut stretch, mut longest) = (0, 0, 0);
        for shingle in shingles {
            let is_shared = matches!(shingle, Shingle::Common(number)
                if self.marks[*number as usize] == self.n_marks);
            if is_shared {
                n_shared += 1;
                stretch = 0;
            } else {
                stretch += 1;
                longest = longest.max(stretch);
            }
        }
        let (least, most) = OWN_STRETCH_BOUNDS;
        let longest_allowed = (shingles.len() / OWN_STRETCH_SHARE).clamp(least, most);
        Ok(2 * n_shared >= shingles.len() && longest <= longest_allowed)
    }
}

/// Lays documents side by side, two at a time.
#[derive(Debug)]
pub(super) struct Aligner<'c> {
    containments: &'c Containments,
    /// Where the second document has a shingle, by its number.
    places: FxHashMap<u32, usize>,
}

impl<'c> Aligner<'c> {
    pub(super) fn new(containments: &'c Containments) -> Self {
        Self {
            containments,
            places: FxHashMap::default(),
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
        let (first, second) = (&documents[first], &documents[second]);
        let (short, long) = if first.words.len() <= second.words.len() {
            (first, second)
        } else {
            (second, first)
        };
        pace.spend(short.words.len() + long.words.len())?;
        self.places.clear();
        for (at, shingle) in long.shingles.iter().enumerate() {
            if let Shingle::Common(number) = shingle {
                self.places.entry(*number).or_insert(at);
            }
        }
        let is_live = short.live_words();
        let (mut n_aligned, mut done) = (0, 0);
        for (at, shingle) in short.shingles.iter().enumerate() {
            let Shingle::Common(number) = shingle else {
                continue;
            };
            let Some(&there) = self.places.get(number).filter(|_| at >= done) else {
                continue;
            };
            let before = Sides {
                first: Side::backward(&short.words, done..at),
                second: Side::backward(&long.words, 0..there),
            };
            let after = Sides {
                first: Side::forward(&short.words, at),
                second: Side::forward(&long.words, there),
            };
            let (backward, _) = before.aligned(&is_live, pace)?;
            let (forward, end) = after.aligned(&is_live, pace)?;
            n_aligned += backward + forward;
            done = (at + end).max(at + 1);
        }
        let n_live = is_live.iter().filter(|is_live| **is_live).count();
        Ok(n_aligned as f64 / n_live.max(1) as f64)
    }
}

/// The words of one side of an alignment, from where it begins, in its direction.
#[derive(Clone, Copy, Debug)]
struct Side<'w> {
    words: &'w [u32],
    is_backward: bool,
    /// Place of the first word in its document, or the place after it if backward.
    origin: usize,
}

impl<'w> Side<'w> {
    fn forward(words: &'w [u32], origin: usize) -> Self {
        Self {
            words: words.get(origin..).unwrap_or_default(),
            is_backward: false,
            origin,
        }
    }

    fn backward(words: &'w [u32], range: std::ops::Range<usize>) -> Self {
        Self {
            origin: range.end,
            words: words.get(range).unwrap_or_default(),
            is_backward: true,
        }
    }

    fn word(&self, i: usize) -> Option<u32> {
        let i = if self.is_backward {
            self.words.len().checked_sub(i + 1)?
        } else {
            i
        };
        self.words.get(i).copied()
    }

    /// Place in its document of the word `i`.
    fn place(&self, i: usize) -> usize {
        if self.is_backward {
            self.origin - i - 1
        } else {
            self.origin + i
        }
    }
}

/// Two texts from a place that they share, in one direction.
#[derive(Clone, Copy, Debug)]
struct Sides<'w> {
    first: Side<'w>,
    second: Side<'w>,
}

impl Sides<'_> {
    /// Words of the first side that line up and are `live`, and how far they reach.
    fn aligned(
        &self,
        is_live: &[bool],
        pace: &mut Pace<'_>,
    ) -> Result<(usize, usize), Interrupted> {
        let (mut n_aligned, mut i, mut j) = (0, 0, 0);
        loop {
            while self.are_equal(i, j) {
                n_aligned += usize::from(is_live.get(self.first.place(i)) == Some(&true));
                (i, j) = (i + 1, j + 1);
                pace.spend(1)?;
            }
            pace.spend(GAP_WORDS_MAX * GAP_WORDS_MAX)?;
            match self.nearest_pair(i, j) {
                Some(next) => (i, j) = next,
                None => return Ok((n_aligned, i)),
            }
        }
    }

    fn are_equal(&self, i: usize, j: usize) -> bool {
        let (word, other) = (self.first.word(i), self.second.word(j));
        word.is_some() && word == other
    }

    /// Where the next two words in a row are equal again, after the fewest others.
    fn nearest_pair(&self, i: usize, j: usize) -> Option<(usize, usize)> {
        for n_skipped in 1..=2 * GAP_WORDS_MAX {
            let most = n_skipped.min(GAP_WORDS_MAX);
            for skipped in n_skipped - most..=most {
                let (i, j) = (i + skipped, j + n_skipped - skipped);
                if self.are_equal(i, j) && self.are_equal(i + 1, j + 1) {
                    return Some((i, j));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Budget, Language};
    use crate::similarity::fingerprint::Shingles;
    use crate::stem::Analyzer;
    use crate::text::Field;

    fn containments(texts: &[String]) -> Containments {
        let budget = Budget::unlimited();
        let mut pace = Pace::new(&budget);
        let analyzer = Analyzer::new(Language::UNDETERMINED);
        let mut shingles = Shingles::default();
        for text in texts {
            let tokens = analyzer.analyze(text, Field::Text, &budget).unwrap();
            shingles.add(&tokens, &mut pace).unwrap();
        }
        Containments::new(shingles, &mut pace).unwrap()
    }

    /// `n_words` different words, each beginning with `name`.
    fn words(name: &str, n_words: usize) -> Vec<String> {
        (0..n_words).map(|i| format!("{name}{i}")).collect()
    }

    fn groups(texts: &[String]) -> Vec<u32> {
        let budget = Budget::unlimited();
        let containments = containments(texts);
        containments
            .groups_of_copies(&mut Pace::new(&budget))
            .unwrap()
    }

    fn aligned(first: &[String], second: &[String]) -> f64 {
        let budget = Budget::unlimited();
        let containments = containments(&[first.join(" "), second.join(" ")]);
        let mut aligner = Aligner::new(&containments);
        aligner.share(0, 1, &mut Pace::new(&budget)).unwrap()
    }

    #[test]
    fn edits_here_and_there_leave_one_text() {
        let text = words("w", 300);
        let mut edited = text.clone();
        edited
            .iter_mut()
            .step_by(20)
            .for_each(|word| word.push('x'));
        let found = groups(&[text.join(" "), edited.join(" "), words("v", 300).join(" ")]);
        assert_eq!(found[0], found[1]);
        assert_ne!(found[0], found[2]);
    }

    #[test]
    fn a_long_notice_does_not_make_pages_copies() {
        let notice = words("n", 300).join(" ");
        let page = |name| format!("{} {notice}", words(name, 60).join(" "));
        let found = groups(&[page("a"), page("b")]);
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn a_longer_version_does_not_hide_the_copies_among_themselves() {
        let text = words("w", 200).join(" ");
        let longer = format!("{text} {}", words("m", 100).join(" "));
        let found = groups(&[longer, format!("{text} end"), format!("start {text}")]);
        assert_eq!(found[1], found[2]);
        assert_ne!(found[0], found[1]);
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
