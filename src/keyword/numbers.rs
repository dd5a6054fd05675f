//! Small numbers for large values, given out in the order in which they come: so that
//! phrases are compared as short runs of numbers, and counts are kept in vectors.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use super::reading::Kind;
use super::stem_traits::StemTraits;

/// The different stems of a document, numbered as they come.
///
/// They lie one behind the other in one string, and a table of their numbers finds them by
/// their hashes, so that none is an allocation of its own.
#[derive(Debug, Default)]
pub(super) struct Stems {
    text: String,
    /// Where each ends there.
    ends: Vec<u32>,
    /// What is known of each.
    traits: Vec<StemTraits>,
    /// As many as a power of two, half of them free at least.
    slots: Vec<Option<Number>>,
}

/// A number, plus one so that nothing takes no room of its own.
type Number = std::num::NonZeroU32;

/// Slots of the first table.
const SLOTS_FIRST: usize = 512;

impl Stems {
    /// The number of `stem`, of which is known what `traits` say.
    pub(super) fn number(&mut self, stem: &str, traits: StemTraits) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot_of(stem);
        if let Some(Some(number)) = self.slots.get(slot) {
            return number.get() - 1;
        }
        let number = next_number(self.ends.len());
        self.text.push_str(stem);
        self.ends.push(next_number(self.text.len()));
        self.traits.push(traits);
        self.enter(slot, number);
        number
    }

    /// The number of `stem`, if it has one.
    pub(super) fn find(&self, stem: &str) -> Option<u32> {
        let number = self.slots.get(self.slot_of(stem))?.as_ref()?;
        Some(number.get() - 1)
    }

    /// The stem with this number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        self.text.get(self.span(number)?)
    }

    /// What is known of the stem with this number.
    #[inline]
    pub(super) fn traits_of(&self, number: u32) -> StemTraits {
        let traits = self.traits.get(number as usize).copied();
        traits.unwrap_or(StemTraits::NONE)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn span(&self, number: u32) -> Option<Range<usize>> {
        let number = number as usize;
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).and_then(|i| self.ends.get(i));
        let start = before.copied().unwrap_or_default();
        Some(start as usize..end as usize)
    }

    /// Whether the stem with this number is `stem`.
    fn is(&self, number: u32, stem: &str) -> bool {
        let bytes = self.text.as_bytes();
        let known = self.span(number).and_then(|span| bytes.get(span));
        known == Some(stem.as_bytes())
    }

    /// Where `stem` stands in the table, or where it belongs.
    fn slot_of(&self, stem: &str) -> usize {
        let mut hasher = FxHasher::default();
        hasher.write(stem.as_bytes());
        let last = self.slots.len().wrapping_sub(1);
        #[expect(clippy::cast_possible_truncation, reason = "its lower bits are wanted")]
        let mut slot = hasher.finish() as usize & last;
        while let Some(Some(number)) = self.slots.get(slot) {
            if self.is(number.get() - 1, stem) {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    fn enter(&mut self, slot: usize, number: u32) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = Number::new(number.saturating_add(1));
        }
    }

    fn grow(&mut self) {
        let n_slots = (self.slots.len() * 2).max(SLOTS_FIRST);
        self.slots = vec![None; n_slots];
        for number in 0..next_number(self.ends.len()) {
            let slot = self.slot_of(self.get(number).unwrap_or_default());
            self.enter(slot, number);
        }
    }
}

/// The different terms of a document, numbered as they come: a stem and what it can be.
#[derive(Debug, Default)]
pub(super) struct TermNumbers {
    /// By the number of the stem, and the kind.
    of_stems: Vec<[Option<Number>; Kind::COUNT]>,
    n: usize,
}

impl TermNumbers {
    /// The number of the term of this stem and `kind`.
    pub(super) fn number(&mut self, stem: u32, kind: Kind) -> u32 {
        let stem = stem as usize;
        if self.of_stems.len() <= stem {
            self.of_stems.resize(stem + 1, [None; Kind::COUNT]);
        }
        let kinds = self.of_stems.get_mut(stem);
        let Some(number) = kinds.and_then(|kinds| kinds.get_mut(kind as usize)) else {
            return u32::MAX;
        };
        if let Some(known) = number {
            return known.get() - 1;
        }
        let next = next_number(self.n);
        *number = Number::new(next.saturating_add(1));
        self.n += 1;
        next
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.n
    }
}

/// Gives each new value the next number.
#[derive(Debug)]
pub(super) struct Numbers<T> {
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self {
            numbers: FxHashMap::default(),
        }
    }
}

impl<T: Hash + Eq> Numbers<T> {
    /// The number of `value`.
    pub(super) fn number(&mut self, value: T) -> u32 {
        let next = next_number(self.numbers.len());
        *self.numbers.entry(value).or_insert(next)
    }

    /// The number of `value`, if it has one.
    pub(super) fn get(&self, value: &T) -> Option<u32> {
        self.numbers.get(value).copied()
    }
}

/// Documents have far fewer than 2³² words and phrases.
pub(super) fn next_number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn terms_are_told_apart_by_stem_and_kind() {
        let mut terms = TermNumbers::default();
        let numbers = [
            (3, Kind::Content),
            (0, Kind::Figure),
            (3, Kind::Function),
            (3, Kind::Content),
        ];
        let numbers = numbers.map(|(stem, kind)| terms.number(stem, kind));
        assert_eq!((numbers, terms.len()), ([0, 1, 2, 0], 3));
    }

    proptest! {
        #[test]
        fn stems_have_the_numbers_of_a_list(stems in prop::collection::vec("[a-e]{0,4}", 0..2_000)) {
            let mut numbers = Stems::default();
            let mut list: Vec<&str> = Vec::new();
            for stem in &stems {
                let known = list.iter().position(|known| known == stem);
                prop_assert_eq!(numbers.find(stem), known.map(next_number));
                if known.is_none() {
                    list.push(stem);
                }
                let number = numbers.number(stem, StemTraits::NONE);
                prop_assert_eq!(list.get(number as usize), Some(&stem.as_str()));
                prop_assert_eq!(numbers.get(number), Some(stem.as_str()));
            }
            prop_assert_eq!(numbers.len(), list.len());
        }
    }
}
