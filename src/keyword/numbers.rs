//! Small numbers for large values, given out in the order in which they come: so that
//! phrases are compared as short runs of numbers, and counts are kept in vectors.

use std::hash::Hash;
use std::rc::Rc;

use rustc_hash::FxHashMap;

/// The different stems of a document, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Stems {
    numbers: FxHashMap<Rc<str>, u32>,
    stems: Vec<Rc<str>>,
}

impl Stems {
    /// The number of `stem`.
    pub(super) fn number(&mut self, stem: &str) -> u32 {
        if let Some(&number) = self.numbers.get(stem) {
            return number;
        }
        let number = next_number(self.stems.len());
        let stem: Rc<str> = stem.into();
        self.stems.push(Rc::clone(&stem));
        self.numbers.insert(stem, number);
        number
    }

    /// The number of `stem`, if it has one.
    pub(super) fn find(&self, stem: &str) -> Option<u32> {
        self.numbers.get(stem).copied()
    }

    /// The stem with this number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        self.stems.get(number as usize).map(AsRef::as_ref)
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

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// Documents have far fewer than 2³² words and phrases.
pub(super) fn next_number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
