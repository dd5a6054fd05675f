//! The scripts of characters, and which of them decides what a text is in.
//!
//! Ranges are those of Unicode blocks, which is enough for letters. A character of
//! Han writing stands for about a syllable or a word, so that it weighs more than a
//! letter; and a text that is a fifth in another script than Latin is in that script,
//! since names, brands and units stand in Latin letters everywhere.

use crate::base::Script;

/// A row of [`WRITINGS`].
pub(super) type Writing = u8;

/// Of a writing system that is not told apart from others.
pub(super) const OTHER: Writing = 0;
pub(super) const LATIN: Writing = 1;
pub(super) const CYRILLIC: Writing = 2;
pub(super) const HAN: Writing = 3;
pub(super) const KANA: Writing = 4;
/// Marks that take the script of the letter they stand on.
const INHERITED: Writing = 255;

/// Scripts by number: the ISO 15924 code, and what a character weighs.
const WRITINGS: [(&str, u32); 31] = [
    ("Zzzz", 2),
    ("Latn", 2),
    ("Cyrl", 2),
    ("Hani", 5),
    ("Jpan", 4),
    ("Grek", 2),
    ("Armn", 2),
    ("Hebr", 2),
    ("Arab", 2),
    ("Thaa", 2),
    ("Deva", 2),
    ("Beng", 2),
    ("Guru", 2),
    ("Gujr", 2),
    ("Orya", 2),
    ("Taml", 2),
    ("Telu", 2),
    ("Knda", 2),
    ("Mlym", 2),
    ("Sinh", 2),
    ("Thai", 2),
    ("Laoo", 2),
    ("Tibt", 2),
    ("Mymr", 2),
    ("Geor", 2),
    ("Kore", 4),
    ("Ethi", 3),
    ("Khmr", 2),
    ("Mong", 2),
    ("Tfng", 2),
    ("Cans", 2),
];

/// First and last character of each range, and its writing; in order.
#[rustfmt::skip] // a table reads best with a row a line
const RANGES: [(u32, u32, Writing); 71] = [
    (0x0041, 0x024F, LATIN), (0x0250, 0x02FF, LATIN), (0x0300, 0x036F, INHERITED),
    (0x0370, 0x03FF, 5), (0x0400, 0x052F, CYRILLIC), (0x0530, 0x058F, 6),
    (0x0590, 0x05FF, 7), (0x0600, 0x06FF, 8), (0x0750, 0x077F, 8), (0x0780, 0x07BF, 9),
    (0x0870, 0x08FF, 8), (0x0900, 0x097F, 10), (0x0980, 0x09FF, 11), (0x0A00, 0x0A7F, 12),
    (0x0A80, 0x0AFF, 13), (0x0B00, 0x0B7F, 14), (0x0B80, 0x0BFF, 15), (0x0C00, 0x0C7F, 16),
    (0x0C80, 0x0CFF, 17), (0x0D00, 0x0D7F, 18), (0x0D80, 0x0DFF, 19), (0x0E00, 0x0E7F, 20),
    (0x0E80, 0x0EFF, 21), (0x0F00, 0x0FFF, 22), (0x1000, 0x109F, 23), (0x10A0, 0x10FF, 24),
    (0x1100, 0x11FF, 25), (0x1200, 0x139F, 26), (0x1400, 0x167F, 30), (0x1780, 0x17FF, 27),
    (0x1800, 0x18AF, 28), (0x18B0, 0x18FF, 30), (0x19E0, 0x19FF, 27), (0x1AB0, 0x1AFF, INHERITED),
    (0x1C80, 0x1C8F, CYRILLIC), (0x1C90, 0x1CBF, 24), (0x1D00, 0x1DBF, LATIN),
    (0x1DC0, 0x1DFF, INHERITED), (0x1E00, 0x1EFF, LATIN), (0x1F00, 0x1FFF, 5),
    (0x200C, 0x200D, INHERITED), (0x20D0, 0x20FF, INHERITED), (0x2C60, 0x2C7F, LATIN),
    (0x2D00, 0x2D2F, 24), (0x2D30, 0x2D7F, 29), (0x2D80, 0x2DDF, 26),
    (0x2DE0, 0x2DFF, CYRILLIC), (0x2E80, 0x2FDF, HAN), (0x3005, 0x3007, HAN),
    (0x3040, 0x30FF, KANA), (0x3130, 0x318F, 25), (0x31F0, 0x31FF, KANA), (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN), (0xA640, 0xA69F, CYRILLIC), (0xA720, 0xA7FF, LATIN),
    (0xA8E0, 0xA8FF, 10), (0xA960, 0xA97F, 25), (0xA9E0, 0xA9FF, 23), (0xAA60, 0xAA7F, 23),
    (0xAB00, 0xAB2F, 26), (0xAB30, 0xAB6F, LATIN), (0xAC00, 0xD7FF, 25), (0xF900, 0xFAFF, HAN),
    (0xFB00, 0xFB06, LATIN), (0xFB13, 0xFB17, 6), (0xFB1D, 0xFB4F, 7), (0xFB50, 0xFDFF, 8),
    (0xFE70, 0xFEFE, 8), (0xFF66, 0xFF9D, KANA), (0x20000, 0x3FFFF, HAN),
];

/// The writing of a letter or mark; of an inherited mark, that of `before`.
pub(super) fn writing_of(character: char, before: Writing) -> Writing {
    let code = u32::from(character);
    if code < 0x250 {
        return LATIN;
    }
    let i = RANGES.partition_point(|range| range.1 < code);
    match RANGES.get(i) {
        Some((first, _, writing)) if *first <= code => match *writing {
            INHERITED => before,
            writing => writing,
        },
        _ => OTHER,
    }
}

/// Whether a letter is a Latin one.
pub(super) fn is_latin(character: char) -> bool {
    writing_of(character, OTHER) == LATIN
}

/// The script of a writing.
pub(super) fn script_of(writing: Writing) -> Option<Script> {
    let (code, _) = WRITINGS.get(usize::from(writing))?;
    Script::new(code)
}

/// The writing of a script; [`OTHER`] where it has no row.
pub(super) fn writing_of_script(code: &str) -> Writing {
    let row = WRITINGS.iter().position(|(known, _)| *known == code);
    row.and_then(|i| u8::try_from(i).ok()).unwrap_or(OTHER)
}

/// Letters of a text by writing.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally([u32; 32]);

impl Tally {
    pub(super) fn add(&mut self, writing: Writing, letters: u32) {
        if let Some(count) = self.0.get_mut(usize::from(writing)) {
            *count += letters;
        }
    }

    fn weight(&self, writing: Writing) -> u32 {
        let i = usize::from(writing);
        let count = self.0.get(i).copied().unwrap_or_default();
        count * WRITINGS.get(i).map_or(0, |(_, weight)| *weight)
    }

    /// The writing that decides, with its share of all that is written; `None` where
    /// there are no letters.
    pub(super) fn winner(&self) -> Option<(Writing, f64)> {
        /// A fifth of the weight: news in other scripts is full of Latin names.
        const SHARE_AGAINST_LATIN: u32 = 5;

        let weights = || (0..WRITINGS.len()).map(|i| (i, self.weight(number(i))));
        let all: u32 = weights().map(|(_, weight)| weight).sum();
        let other_than_latin = weights().filter(|(i, _)| *i != usize::from(LATIN));
        // Of equals the first, so that the order of letters does not count.
        let (i, most) = other_than_latin.fold(
            (0, 0),
            |best, each| {
                if each.1 > best.1 { each } else { best }
            },
        );
        let share = |weight: u32| f64::from(weight) / f64::from(all);
        if all == 0 {
            return None;
        }
        if most * SHARE_AGAINST_LATIN < all {
            return Some((LATIN, share(self.weight(LATIN))));
        }
        // Japanese mixes Han characters and kana; a Chinese text has next to no kana.
        let (kana, han) = (self.weight(KANA), self.weight(HAN));
        if matches!(number(i), HAN | KANA) && kana * 16 > han {
            return Some((KANA, share(kana + han)));
        }
        Some((number(i), share(most)))
    }
}

fn number(i: usize) -> Writing {
    u8::try_from(i).unwrap_or(OTHER)
}
