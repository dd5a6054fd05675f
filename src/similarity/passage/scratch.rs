//! Arrays by stem that all pairs of a call share, so that none has to be made anew.

use super::reading::Word;

/// Arrays by stem.
#[derive(Debug)]
pub(super) struct Scratch {
    /// How much a stem weighs in the two texts at hand; that of others is anything.
    pub(super) weights: Vec<f64>,
    /// Zeros, between two uses.
    pub(super) counts: Vec<usize>,
    /// Where the postings of a stem are; empty, between two uses.
    pub(super) postings: Vec<(usize, usize)>,
    /// Zeros, between two uses.
    others: Vec<usize>,
    marks: Vec<u32>,
    mark: u32,
}

impl Scratch {
    /// Arrays for so many stems.
    pub(super) fn new(n_stems: usize) -> Self {
        Self {
            weights: vec![0.0; n_stems],
            counts: vec![0; n_stems],
            postings: vec![(0, 0); n_stems],
            others: vec![0; n_stems],
            marks: vec![0; n_stems],
            mark: 0,
        }
    }

    /// How much `stem` weighs.
    pub(super) fn weight(&self, stem: u32) -> f64 {
        self.weights.get(stem as usize).copied().unwrap_or(0.0)
    }

    /// Marks the stems of `words`, and no others.
    pub(super) fn mark(&mut self, words: &[Word]) {
        self.unmark();
        self.mark_more(words);
    }

    /// Takes all marks away.
    pub(super) fn unmark(&mut self) {
        self.mark = self.mark.wrapping_add(1);
        if self.mark == 0 {
            self.marks.fill(0);
            self.mark = 1;
        }
    }

    /// Marks the stems of `words` too.
    pub(super) fn mark_more(&mut self, words: &[Word]) {
        for word in words {
            if let Some(mark) = self.marks.get_mut(word.stem as usize) {
                *mark = self.mark;
            }
        }
    }

    /// Whether `stem` is marked.
    pub(super) fn is_marked(&self, stem: u32) -> bool {
        self.marks.get(stem as usize) == Some(&self.mark)
    }

    /// How many words of either side the other side has too, by `key`; `each` is told of
    /// every one.
    pub(super) fn equal(
        &mut self,
        first: &[Word],
        second: &[Word],
        key: impl Fn(&Word) -> u32,
        mut each: impl FnMut(&Word),
    ) -> usize {
        for word in first {
            if let Some(count) = self.counts.get_mut(key(word) as usize) {
                *count += 1;
            }
        }
        let mut n_equal = 0;
        for word in second {
            if let Some(count) = self.counts.get_mut(key(word) as usize)
                && *count > 0
            {
                *count -= 1;
                n_equal += 1;
                each(word);
            }
        }
        for word in first {
            if let Some(count) = self.counts.get_mut(key(word) as usize) {
                *count = 0;
            }
        }
        n_equal
    }

    /// The cosine of two runs of words by their weighted stems.
    pub(super) fn cosine(&mut self, first: &[Word], second: &[Word]) -> f64 {
        // Sum of (w·c)² = sum over occurrences of w²·c, likewise for products.
        let squares = [first, second].map(|words| self.product(words, words));
        let product = self.product(first, second);
        let length = (squares[0] * squares[1]).sqrt();
        if length > 0.0 { product / length } else { 0.0 }
    }

    /// The product of two vectors of weighted counts.
    fn product(&mut self, first: &[Word], second: &[Word]) -> f64 {
        self.tally(first, &[]);
        let mut product = 0.0;
        for word in second {
            let count = self.counts.get(word.stem as usize).copied().unwrap_or(0);
            product += self.weight(word.stem).powi(2) * count as f64;
        }
        self.clear_tally(first, &[]);
        product
    }

    /// Counts the stems of `words`, and those of `others` apart.
    pub(super) fn tally(&mut self, words: &[Word], others: &[Word]) {
        for word in words {
            self.put_back(word.stem);
        }
        for word in others {
            if let Some(count) = self.others.get_mut(word.stem as usize) {
                *count += 1;
            }
        }
    }

    /// Counts one word less of `stem`; where it was the last, tells how often the others
    /// have it, and else 0.
    pub(super) fn take(&mut self, stem: u32) -> usize {
        let Some(count) = self.counts.get_mut(stem as usize) else {
            return 0;
        };
        *count = count.saturating_sub(1);
        match *count {
            0 => self.others.get(stem as usize).copied().unwrap_or(0),
            _ => 0,
        }
    }

    /// Counts one word more of `stem`.
    pub(super) fn put_back(&mut self, stem: u32) {
        if let Some(count) = self.counts.get_mut(stem as usize) {
            *count += 1;
        }
    }

    /// Makes zeros of what [`tally`](Self::tally) counted.
    pub(super) fn clear_tally(&mut self, words: &[Word], others: &[Word]) {
        for word in words {
            if let Some(count) = self.counts.get_mut(word.stem as usize) {
                *count = 0;
            }
        }
        for word in others {
            if let Some(count) = self.others.get_mut(word.stem as usize) {
                *count = 0;
            }
        }
    }
}
