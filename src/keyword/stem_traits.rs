//! What the lists of a language tell of a stem: how rare it is, whether it names no topic,
//! whether it goes before names.

use rustc_hash::FxHashSet;

use crate::stem::{Analyzer, Rarity};

use super::name::{region_stems, title_stems};
use super::weak::{vague_stems, weak_stems};

/// What is known of a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is so of a stem is so each by itself"
)]
pub(super) struct StemTraits {
    /// How rare it is, in steps of [`Rarity::STEP`]; `None` where there is no table.
    pub(super) rarity: Option<u8>,
    /// Whether it names no topic.
    pub(super) weak: bool,
    /// Whether it goes with any topic.
    pub(super) vague: bool,
    /// Whether it is a title or an office that stands before names.
    pub(super) title: bool,
    /// Whether it makes another place of a place: "South".
    pub(super) region: bool,
}

impl StemTraits {
    /// Those of a stem of which nothing is known.
    pub(super) const NONE: Self = Self {
        rarity: None,
        weak: false,
        vague: false,
        title: false,
        region: false,
    };
}

/// The lists of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct StemLists {
    rarity: Option<Rarity>,
    weak: List,
    vague: List,
    titles: List,
    regions: List,
}

type List = Option<&'static FxHashSet<String>>;

impl StemLists {
    /// Those of the language of `analyzer`.
    pub(super) fn of(analyzer: &Analyzer) -> Self {
        Self {
            rarity: Rarity::of(analyzer.language),
            weak: weak_stems(analyzer),
            vague: vague_stems(analyzer),
            titles: title_stems(analyzer),
            regions: region_stems(analyzer),
        }
    }

    /// What they tell of `stem`.
    pub(super) fn traits_of(&self, stem: &str) -> StemTraits {
        let is_in = |list: List| list.is_some_and(|list| list.contains(stem));
        StemTraits {
            rarity: self.rarity.map(|table| table.steps_of_stem(stem)),
            weak: is_in(self.weak),
            vague: is_in(self.vague),
            title: is_in(self.titles),
            region: is_in(self.regions),
        }
    }
}
