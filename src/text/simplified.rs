//! Traditional Chinese characters as their simplified ones, so that reports of Taipei and
//! of Beijing have words in common.
//!
//! Character by character, without the few hundred phrases that decide which of two is
//! meant: for counting words in common the usual one is enough. Both characters of a pair
//! take three bytes, so that every span fits the text as it was sent.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::base::{Budget, Interrupted, Language};

/// A pair a line, the traditional character first. Built by `cargo run --release -p
/// copydesk-tools -- simplified`; data/LICENCES.md says from what.
const TABLE: &str = include_str!("../../data/simplified.txt");

static PAIRS: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let pair = |line: &str| {
        let mut characters = line.chars();
        characters.next().zip(characters.next())
    };
    TABLE.lines().filter_map(pair).collect()
});

/// Characters between two looks at the budget: a tenth of a millisecond.
const CHARACTERS_PER_CHECK: usize = 10_000;

/// `text` in simplified characters where its `language` has both kinds; as it is, where it
/// has one.
pub(crate) fn simplified<'t>(
    text: &'t str,
    language: Language,
    budget: &Budget,
) -> Result<Cow<'t, str>, Interrupted> {
    if !matches!(language.code(), "zh" | "yue") {
        return Ok(Cow::Borrowed(text));
    }
    let mut simple = String::with_capacity(text.len());
    for (i, character) in text.chars().enumerate() {
        if i % CHARACTERS_PER_CHECK == 0 {
            budget.check()?;
        }
        simple.push(*PAIRS.get(&character).unwrap_or(&character));
    }
    Ok(Cow::Owned(simple))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chinese() -> Language {
        Language::from_code("zh").unwrap()
    }

    #[test]
    fn traditional_characters_become_simplified_ones() {
        let cases = [
            ("traditional", "列車驚險停在落石前", "列车惊险停在落石前"),
            ("simplified", "列车惊险停在落石前", "列车惊险停在落石前"),
            ("both, and Latin", "雲yún云", "云yún云"),
            ("none", "", ""),
        ];
        for (rule, text, expected) in cases {
            let simple = simplified(text, chinese(), &Budget::unlimited());
            assert_eq!(simple.unwrap(), expected, "{rule}");
        }
        let japanese = Language::from_code("ja").unwrap();
        let same = simplified("列車", japanese, &Budget::unlimited());
        assert_eq!(same.unwrap(), "列車");
    }

    #[test]
    fn a_budget_that_has_ended_ends_it() {
        let budget = Budget::unlimited();
        budget.cancel();
        let cancelled = simplified("列車", chinese(), &budget);
        assert_eq!(cancelled, Err(Interrupted::Cancelled));
    }

    #[test]
    fn every_pair_keeps_its_places_and_is_done_in_one_step() {
        assert!(PAIRS.len() > 2_500);
        assert_eq!(PAIRS.len(), TABLE.lines().count());
        for line in TABLE.lines() {
            let [traditional, simple] = line.chars().collect::<Vec<_>>()[..] else {
                panic!("{line:?} is no pair");
            };
            assert_eq!(
                (traditional.len_utf8(), simple.len_utf8()),
                (3, 3),
                "{line}"
            );
            assert!(!PAIRS.contains_key(&simple), "{line}");
        }
    }
}
