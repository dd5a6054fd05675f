//! Which quotation is a fragment of which.

use std::cmp::Reverse;

use crate::base::Interrupted;

use super::super::pace::Pace;
use super::patterns::{Links, NONE, Patterns};

/// For each quotation the whole that it is a fragment of.
#[derive(Debug)]
pub(super) struct Families {
    /// By pattern: itself where it is a whole.
    wholes: Vec<u32>,
}

impl Families {
    /// Ties those of `patterns` that are shared to the longest of them that they stand in;
    /// of equals to the first. `links` are those of what is shared.
    pub(super) fn new<'w>(
        patterns: &Patterns,
        links: &Links,
        words: impl Fn(u32) -> &'w [u32],
        is_shared: impl Fn(u32) -> bool,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let n_patterns = u32::try_from(patterns.len()).unwrap_or(NONE);
        let mut wholes = vec![NONE; patterns.len()];
        let mut shared: Vec<u32> = (0..n_patterns).filter(|p| is_shared(*p)).collect();
        shared.sort_by_key(|pattern| (Reverse(patterns.n_words(*pattern)), *pattern));
        for whole in shared {
            if wholes[whole as usize] != NONE {
                continue;
            }
            wholes[whole as usize] = whole;
            patterns.scan(words(whole), links, pace, |_, found| {
                let first = if found == whole {
                    links.shorter(whole)
                } else {
                    found
                };
                // What ends like a fragment that has a whole has one too.
                for fragment in links.chain(first) {
                    if wholes[fragment as usize] != NONE {
                        break;
                    }
                    wholes[fragment as usize] = whole;
                }
            })?;
        }
        Ok(Self { wholes })
    }

    /// The whole that `pattern` is a fragment of, or itself.
    pub(super) fn whole_of(&self, pattern: u32) -> u32 {
        match self.wholes.get(pattern as usize) {
            Some(&whole) if whole != NONE => whole,
            _ => pattern,
        }
    }
}
