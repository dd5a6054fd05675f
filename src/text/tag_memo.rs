//! What a tagger knows of words by themselves, kept for those that it met last.
//!
//! Of the 26 clues to a word eighteen hang on one thing alone: on the word, on one neighbour,
//! on its shape, or on the tags before it. Their sums are made once for a word, and once for
//! shapes and tags; what is left to look up where it stands are eight pairs. Each thread keeps
//! a table for each language, direct-mapped, as processors have: it never changes an answer,
//! and grows to a bound, where a new word takes the place of an old one.

use std::cell::RefCell;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::clue::{SHAPES, START, View, shape_clue, shape_history_clue, tag_clues};
use super::tag_table::{Scores, TagTable};

/// A word as it is seen, and what it tells of itself and of its neighbours.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// By itself: its shape may be another in its sentence.
    pub(super) view: View,
    pub(super) sums: Sums,
}

/// Sums of weights of clues that hang on one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    /// Of the word itself.
    pub(super) own: Scores,
    /// Of the word behind it.
    pub(super) as_before: Scores,
    /// Of the word before it.
    pub(super) as_after: Scores,
    /// Of the second word behind it.
    pub(super) as_second_before: Scores,
    /// Of the second word before it.
    pub(super) as_second_after: Scores,
}

impl Sums {
    fn new(table: &TagTable, view: &View) -> Self {
        Self {
            own: table.sum(&view.own_clues()),
            as_before: table.sum(&view.clues_as_before()),
            as_after: table.sum(&view.clues_as_after()),
            as_second_before: table.sum(&[view.clue_as_second_before()]),
            as_second_after: table.sum(&[view.clue_as_second_after()]),
        }
    }
}

/// Tags that a word before can have: none is one.
const TAGS: usize = START + 1;

/// Places for words in a memo that is full: 1.2 MB.
const SLOTS: usize = 1 << 12;

/// Places in a new one.
const SLOTS_FIRST: usize = 1 << 8;

/// How many times as many places it gets when it was asked for as many words that it did
/// not hold as it has.
const GROWTH: usize = 4;

/// What is known of the words of one table of weights.
#[derive(Debug)]
pub(super) struct TagMemo {
    table: TagTable,
    /// As many as a power of two.
    slots: Vec<Slot>,
    /// What is known of the word in each; behind them, of the words of the sentence which is
    /// being tagged that have no place: long ones, and those whose place another word of the
    /// sentence has.
    known: Vec<Known>,
    /// Number of that sentence.
    sentence: u32,
    /// Words that it did not hold, since there are so many places.
    n_new: usize,
    /// What stands before a sentence, and behind it.
    outside: Known,
    /// Sums by the tag before and the one before that.
    tags: Vec<[Scores; TAGS]>,
    /// Sums by the tag before and the shape.
    shapes: Vec<[Scores; SHAPES]>,
}

/// A word, and when it was asked for. Apart from what is known of it, which is more than a
/// processor would read at once.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    /// Number of the last sentence that it stood in: there it keeps its place.
    sentence: u32,
}

/// Where a word is known, as long as a sentence is being tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At(usize);

impl At {
    /// Of what stands outside of the sentence.
    pub(super) const OUTSIDE: Self = Self(usize::MAX);
}

thread_local! {
    /// One for each table that was asked; there are as many as languages with a treebank.
    static MEMOS: RefCell<Vec<TagMemo>> = const { RefCell::new(Vec::new()) };
}

/// Tables that a thread keeps a memo of: one more takes the place of the oldest.
const MEMOS_MAX: usize = 8;

impl TagMemo {
    fn new(table: TagTable) -> Self {
        let view = View::default();
        let outside = Known {
            sums: Sums::new(&table, &view),
            view,
        };
        let by_tags =
            |nearer| std::array::from_fn(|farther| table.sum(&tag_clues([nearer, farther])));
        let by_shape = |nearer| {
            let clues = |shape| [shape_clue(shape), shape_history_clue(shape, nearer)];
            std::array::from_fn(|shape| table.sum(&clues(shape)))
        };
        Self {
            table,
            slots: vec![Slot::default(); SLOTS_FIRST],
            known: vec![Known::default(); SLOTS_FIRST],
            sentence: 0,
            n_new: 0,
            outside,
            tags: (0..TAGS).map(by_tags).collect(),
            shapes: (0..TAGS).map(by_shape).collect(),
        }
    }

    /// Lends this thread's memo of `table`, a new one where there is none.
    pub(super) fn lend<T>(table: TagTable, work: impl FnOnce(&mut Self) -> T) -> T {
        let is_of = |memo: &Self| memo.table.address() == table.address();
        // Taken out and put back, so that a panic leaves none behind.
        let known = MEMOS.with_borrow_mut(|memos| {
            let at = memos.iter().position(is_of)?;
            Some(memos.swap_remove(at))
        });
        let mut memo = known.unwrap_or_else(|| Self::new(table));
        let answer = work(&mut memo);
        MEMOS.with_borrow_mut(|memos| {
            if memos.len() >= MEMOS_MAX {
                memos.remove(0);
            }
            memos.push(memo);
        });
        answer
    }

    /// Begins a sentence: where the words of the one before are known is told no more.
    pub(super) fn begin(&mut self) {
        self.sentence = self.sentence.wrapping_add(1);
        let n_slots = self.slots.len();
        self.known.truncate(n_slots);
        if self.n_new >= n_slots && n_slots < SLOTS {
            self.slots = vec![Slot::default(); n_slots * GROWTH];
            self.known = vec![Known::default(); n_slots * GROWTH];
            self.n_new = 0;
        }
    }

    /// Where `word` of the sentence is known.
    #[inline]
    pub(super) fn find(&mut self, word: &str) -> At {
        let Some(key) = Key::of(word) else {
            return self.learn_other(word);
        };
        let at = key.slot(self.slots.len());
        match self.slots.get_mut(at) {
            Some(slot) if slot.key == key => {
                slot.sentence = self.sentence;
                At(at)
            }
            _ => self.learn(word, key, at),
        }
    }

    /// What is known there.
    #[inline]
    pub(super) fn get(&self, At(at): At) -> &Known {
        self.known.get(at).unwrap_or(&self.outside)
    }

    #[inline(never)]
    fn learn(&mut self, word: &str, key: Key, at: usize) -> At {
        self.n_new += 1;
        let made = self.made(word);
        let sentence = self.sentence;
        match (self.slots.get_mut(at), self.known.get_mut(at)) {
            (Some(slot), Some(known)) if slot.sentence != sentence => {
                *slot = Slot { key, sentence };
                *known = made;
                At(at)
            }
            _ => self.learn_other(word),
        }
    }

    #[inline(never)]
    fn learn_other(&mut self, word: &str) -> At {
        let at = At(self.known.len());
        self.known.push(self.made(word));
        at
    }

    fn made(&self, word: &str) -> Known {
        let view = View::new(word);
        Known {
            sums: Sums::new(&self.table, &view),
            view,
        }
    }

    /// What the two tags before tell, the nearer one first, and a shape.
    #[inline]
    pub(super) fn add_of_tags(&self, tags: [usize; 2], shape: usize, scores: &mut Scores) {
        let [nearer, farther] = tags;
        if let Some(sum) = self.tags.get(nearer).and_then(|row| row.get(farther)) {
            scores.add(sum);
        }
        if let Some(sum) = self.shapes.get(nearer).and_then(|row| row.get(shape)) {
            scores.add(sum);
        }
    }
}

/// A word as it is written: its bytes, then zeros, then its length. That of a free place is
/// no word's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key([u64; 4]);

impl Key {
    /// That of `word`; `None` where it is not kept: the empty one, and long ones, which are
    /// few.
    #[inline]
    fn of(word: &str) -> Option<Self> {
        let mut bytes = [0; size_of::<Self>()];
        let (last, rest) = bytes.split_last_mut()?;
        *last = u8::try_from(word.len()).ok().filter(|len| *len > 0)?;
        rest.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        let (numbers, _) = bytes.as_chunks::<8>();
        let mut key = [0; 4];
        for (part, number) in key.iter_mut().zip(numbers) {
            *part = u64::from_le_bytes(*number);
        }
        Some(Self(key))
    }

    /// Its place among `n_slots`, a power of two.
    #[inline]
    fn slot(self, n_slots: usize) -> usize {
        let mut hasher = FxHasher::default();
        for part in self.0 {
            hasher.write_u64(part);
        }
        #[expect(clippy::cast_possible_truncation, reason = "its lower bits are wanted")]
        let hash = hasher.finish() as usize;
        hash & n_slots.wrapping_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tag_table::TagModel;
    use super::*;
    use crate::base::Language;

    fn memo() -> TagMemo {
        let english = Language::from_code("en").unwrap();
        TagMemo::new(TagModel::shipped().unwrap().table_of(english).unwrap())
    }

    #[test]
    fn a_memo_knows_of_each_word_what_is_made_of_it() {
        let mut memo = memo();
        let words = (0..3 * SLOTS).map(|i| format!("{i}word"));
        let words: Vec<_> = words.chain([String::new(), "long".repeat(99)]).collect();
        let words: Vec<_> = words.iter().chain(&words).collect();
        for sentence in words.chunks(99) {
            memo.begin();
            let known: Vec<_> = sentence.iter().map(|word| memo.find(word)).collect();
            for (word, known) in sentence.iter().zip(known) {
                let made = format!("{:?}", memo.made(word));
                assert_eq!(format!("{:?}", memo.get(known)), made);
            }
        }
        assert_eq!(memo.slots.len(), SLOTS);
    }

    #[test]
    fn a_key_is_the_word_alone() {
        let words = ["a", "a\0", "é", "word", "a word of thirty-one bytes here"];
        for (i, word) in words.iter().enumerate() {
            assert!(Key::of(word).is_some(), "{word}");
            let others = words.iter().skip(i + 1);
            assert!(
                others
                    .map(|other| Key::of(other))
                    .all(|other| other != Key::of(word))
            );
        }
        assert_eq!(Key::of(""), None);
        assert_eq!(Key::of("a word that has thirty-two bytes"), None);
    }
}
