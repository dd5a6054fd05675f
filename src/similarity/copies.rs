//! Copies among the documents of a call: those that are one text, edited here and there.
//!
//! Shared shingles alone do not tell: a notice on many pages makes them share as much as
//! copies do. But what a page has of its own stands together, while edits lie scattered
//! over a copy.

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

impl Containments {
    /// A number for each document, the same for copies of one text.
    pub(super) fn groups_of_copies(&self, pace: &mut Pace<'_>) -> Result<Vec<u32>, Interrupted> {
        let mut order: Vec<usize> = (0..self.documents.len()).collect();
        // By wording and not by place, so that the order of a request changes nothing.
        order.sort_by(|a, b| {
            let words = |document: usize| &self.documents[document].words;
            let hashes = |document: usize| {
                let words = words(document).iter();
                words.map(|word| self.hashes[*word as usize])
            };
            let by_length = words(*b).len().cmp(&words(*a).len());
            by_length.then_with(|| hashes(*a).cmp(hashes(*b)))
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::base::Budget;
    use crate::similarity::fingerprint::Shingles;
    use crate::similarity::lexicon::Lexicon;
    use crate::similarity::lexicon::tests::read;
    use crate::text::Field;

    pub(in super::super) fn containments(texts: &[String]) -> Containments {
        let budget = Budget::unlimited();
        let mut pace = Pace::new(&budget);
        let mut lexicon = Lexicon::for_bytes(0);
        let mut shingles = Shingles::default();
        for text in texts {
            let tokens = read(&mut lexicon, "und", Field::Text, text);
            shingles.add(&tokens, &mut pace).unwrap();
        }
        Containments::new(shingles, lexicon.into_hashes(), &mut pace).unwrap()
    }

    /// `n_words` different words, each beginning with `name`.
    pub(in super::super) fn words(name: &str, n_words: usize) -> Vec<String> {
        (0..n_words).map(|i| format!("{name}{i}")).collect()
    }

    fn groups(texts: &[String]) -> Vec<u32> {
        let budget = Budget::unlimited();
        let containments = containments(texts);
        containments
            .groups_of_copies(&mut Pace::new(&budget))
            .unwrap()
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
}
