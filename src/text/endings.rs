//! What kind of word a form is, told by its ending, in languages that have no tagger:
//! how likely a noun or an adjective, and how likely an adjective among these.
//!
//! The longest ending that is known tells, the whole word before all, as in the suffix
//! analysis of Brants, "TnT" (ANLP 2000). Nothing is known of the words around it. The table
//! was learnt without a treebank, from lists of words and from sentences
//! (`tools/src/endings`), and lies in `data/endings.bin`:
//!
//! ```text
//! magic      8 bytes: "ENDINGS", version
//! languages  u32, little-endian, as all numbers
//! records    12 bytes each, by code: code padded with zeros (4), first slot (u32), number
//!            of slots (u32)
//! slots      u32 each: check << 8 | kind; 0 where there is none
//! ```
//!
//! A language's slots are a table of hashes, where what finds its place taken goes to the
//! next one.

use crate::base::Language;

use super::Folded;

/// The endings of one language.
#[derive(Clone, Copy, Debug)]
pub struct Endings {
    slots: &'static [[u8; 4]],
}

static TABLE: &[u8] = include_bytes!("../../data/endings.bin");

const RECORD: usize = 12;

impl Endings {
    /// What a file begins with.
    pub const MAGIC: [u8; 8] = *b"ENDINGS\x01";

    /// Letters of the longest ending that is no whole word.
    pub const LETTERS_MAX: usize = 7;

    /// Those of `language`; `None` where none were learnt.
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::text::{Casing, Endings, Folded};
    ///
    /// let polish = Endings::of(Language::from_code("pl").unwrap()).unwrap();
    /// let kind = |word: &str| polish.kind(&Folded::new(word, Casing::Common));
    /// assert!(kind("spadła").nominal() < 0.1);
    /// assert!(kind("temperatura").nominal() > 0.9);
    /// assert!(kind("neuronowa").adjective() > 0.5);
    /// ```
    pub fn of(language: Language) -> Option<Self> {
        Self::parse(TABLE, language.code())
    }

    /// The endings of the language `code` in `table`; `None` where it has none, or where
    /// it is no such table.
    pub fn parse(table: &'static [u8], code: &str) -> Option<Self> {
        let rest = table.strip_prefix(&Self::MAGIC)?;
        let (n, rest) = rest.split_first_chunk::<4>()?;
        let n = usize::try_from(u32::from_le_bytes(*n)).ok()?;
        let (records, slots) = rest.split_at_checked(n.checked_mul(RECORD)?)?;
        let (records, _) = records.as_chunks::<RECORD>();
        let i = records.binary_search_by_key(&code, code_of).ok()?;
        let record = records.get(i)?;
        let (first, n) = (number(record, 4)?, number(record, 8)?);
        let (slots, _) = slots.as_chunks::<4>();
        let slots = slots.get(first..first.checked_add(n)?)?;
        Some(Self { slots })
    }

    /// What kind of word `word` is, as far as its ending tells.
    pub fn kind(self, word: &Folded) -> WordKind {
        let bytes = word.as_str().as_bytes();
        let mut hash = Hash::START;
        let mut kind = self.find(hash).unwrap_or(WordKind::NOUN);
        let mut n_letters = 0;
        for byte in bytes.iter().rev() {
            hash = hash.with(*byte);
            if is_continuation(*byte) {
                continue;
            }
            n_letters += 1;
            if n_letters <= Self::LETTERS_MAX {
                kind = self.find(hash).unwrap_or(kind);
            }
        }
        self.find(hash.of_word()).unwrap_or(kind)
    }

    /// What stands in the table for `hash`.
    fn find(self, hash: Hash) -> Option<WordKind> {
        let (place, check) = hash.place(self.slots.len());
        let (behind, before) = self.slots.split_at_checked(place)?;
        for slot in before.iter().chain(behind) {
            let slot = u32::from_le_bytes(*slot);
            if slot == 0 {
                return None;
            }
            if slot >> 8 == check {
                let [kind, ..] = slot.to_le_bytes();
                return Some(WordKind(kind));
            }
        }
        None
    }
}

/// Whether `byte` goes on with a character of UTF-8.
fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// A number for an ending, made byte by byte from its end: FNV-1a of 64 bits (Fowler, Noll
/// and Vo; draft-eastlake-fnv).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(u64);

impl Hash {
    const START: Self = Self(0xCBF2_9CE4_8422_2325);

    /// That of `ending`.
    pub fn of_ending(ending: &str) -> Self {
        ending.bytes().rev().fold(Self::START, Self::with)
    }

    /// That of a word that this is the ending of, when it is the whole of it.
    #[must_use]
    pub fn of_word(self) -> Self {
        self.with(0)
    }

    fn with(self, byte: u8) -> Self {
        Self((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
    }

    /// The slot among `n_slots` where the search begins, and what is to stand there.
    pub fn place(self, n_slots: usize) -> (usize, u32) {
        // Of few bytes the upper bits hang on the last one alone.
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let place = ((mixed >> 32) * n_slots as u64) >> 32;
        let check = u32::try_from(self.0 & 0xFF_FFFF).unwrap_or_default();
        (usize::try_from(place).unwrap_or_default(), check.max(1))
    }
}

/// What kind of word a form is likely to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordKind(u8);

/// Steps of a share.
const STEPS: u8 = 15;

impl WordKind {
    /// A noun for sure.
    pub const NOUN: Self = Self(STEPS << 4);

    /// A word that holds others together, for sure.
    pub const FUNCTION: Self = Self(STEPS);

    /// That of what is nominal with this probability and, if so, an adjective with that.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 to 15"
    )]
    pub fn new(nominal: f64, adjective: f64) -> Self {
        let steps = |share: f64| (share.clamp(0.0, 1.0) * f64::from(STEPS)).round() as u8;
        match steps(nominal) {
            0 => Self(0),
            nominal => Self(nominal << 4 | steps(adjective)),
        }
    }

    /// As it stands in the table.
    pub fn byte(self) -> u8 {
        self.0
    }

    /// Whether it only holds others together.
    pub fn is_function(self) -> bool {
        self == Self::FUNCTION
    }

    /// How likely it is a noun or an adjective.
    pub fn nominal(self) -> f32 {
        f32::from(self.0 >> 4) / f32::from(STEPS)
    }

    /// How likely it is an adjective.
    pub fn adjective(self) -> f32 {
        self.nominal() * f32::from(self.0 & STEPS) / f32::from(STEPS)
    }
}

fn code_of(record: &[u8; RECORD]) -> &str {
    let code = record.get(..4).unwrap_or_default();
    str::from_utf8(code)
        .unwrap_or_default()
        .trim_end_matches('\0')
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Casing;
    use proptest::prelude::*;

    fn kind(code: &str, word: &str) -> WordKind {
        let language = Language::from_code(code).unwrap();
        let word = Folded::new(word, Casing::of(language));
        Endings::of(language).unwrap().kind(&word)
    }

    /// A table of one language, in so many slots.
    fn table(endings: &[(Hash, WordKind)], n_slots: usize) -> Endings {
        let mut slots = vec![[0; 4]; n_slots];
        for (hash, kind) in endings {
            let (mut place, check) = hash.place(n_slots);
            while slots[place] != [0; 4] {
                place = (place + 1) % n_slots;
            }
            slots[place] = (check << 8 | u32::from(kind.byte())).to_le_bytes();
        }
        let mut bytes = Endings::MAGIC.to_vec();
        bytes.extend(*b"\x01\0\0\0pl\0\0\0\0\0\0");
        bytes.extend(u32::try_from(n_slots).unwrap().to_le_bytes());
        bytes.extend(slots.concat());
        Endings::parse(bytes.leak(), "pl").unwrap()
    }

    #[test]
    fn the_longest_ending_tells_and_the_whole_word_before_all() {
        let verb = WordKind::new(0.0, 0.0);
        let adjective = WordKind::new(1.0, 1.0);
        let endings = [
            (Hash::of_ending("ła"), verb),
            (Hash::of_ending("iała"), adjective),
            (Hash::of_ending("skała").of_word(), WordKind::NOUN),
        ];
        let endings = table(&endings, 4);
        let cases = [
            ("spadła", verb),
            ("biała", adjective),
            ("skała", WordKind::NOUN),
            ("oskała", verb),
            ("dom", WordKind::NOUN),
            ("", WordKind::NOUN),
        ];
        for (word, expected) in cases {
            let word = Folded::new(word, Casing::Common);
            assert_eq!(endings.kind(&word), expected, "{word:?}");
        }
    }

    #[test]
    fn forms_are_told_by_language() {
        let cases = [
            (
                "pl",
                "spadła ogłosiła wskazują szybko",
                "siła sieć badanie wyniki",
            ),
            ("de", "erklärte gestern wurden", "Regierung Wasser"),
            (
                "nl",
                "legt besloot gebouwd vandaag",
                "haven regering staking",
            ),
            (
                "it",
                "approvarono ieri finanziando",
                "governo tassa festival",
            ),
            (
                "tr",
                "tamamlandığını açıkladı gidecek",
                "deprem belediye okulda",
            ),
            ("cs", "schválila uvedl včera", "vláda rozpočet"),
            ("uk", "затвердив кажуть сьогодні", "уряд школа"),
            ("sv", "höjde sade igår", "regeringen skatten"),
            ("ro", "anunțat lucrează astăzi", "guvernul orașului"),
        ];
        for (code, others, nouns) in cases {
            for word in others.split(' ') {
                assert!(kind(code, word).nominal() < 0.45, "{code}: {word}");
            }
            for word in nouns.split(' ') {
                assert!(kind(code, word).nominal() > 0.6, "{code}: {word}");
            }
        }
    }

    #[test]
    fn a_kind_is_kept_in_a_byte() {
        let cases = [(0.0, 0.0), (0.4, 0.2), (1.0, 1.0), (0.6, 0.0), (1.0, 0.0)];
        for (nominal, adjective) in cases {
            let kind = WordKind::new(nominal, adjective);
            assert!((f64::from(kind.nominal()) - nominal).abs() < 0.01);
            assert!((f64::from(kind.adjective()) - nominal * adjective).abs() < 0.01);
        }
        assert!(WordKind::FUNCTION.nominal() == 0.0 && WordKind::FUNCTION.adjective() == 0.0);
    }

    #[test]
    fn tagged_languages_have_none() {
        for code in ["en", "es", "fr", "pt", "ru", "und"] {
            assert!(
                Endings::of(Language::from_code(code).unwrap()).is_none(),
                "{code}"
            );
        }
    }

    #[test]
    fn a_broken_table_is_no_table() {
        let cases: [(&str, &'static [u8]); 4] = [
            ("nothing", b""),
            ("another version", b"ENDINGS\x02\0\0\0\0"),
            ("records missing", b"ENDINGS\x01\x01\0\0\0pl"),
            (
                "slots missing",
                b"ENDINGS\x01\x01\0\0\0pl\0\0\0\0\0\0\xFF\0\0\0",
            ),
        ];
        for (rule, table) in cases {
            assert!(Endings::parse(table, "pl").is_none(), "{rule}");
        }
    }

    #[test]
    fn a_table_without_a_free_slot_ends_a_search() {
        let full = table(&[(Hash::of_ending("ła"), WordKind::new(0.0, 0.0))], 1);
        assert_eq!(
            full.kind(&Folded::new("dom", Casing::Common)),
            WordKind::NOUN
        );
    }

    proptest! {
        #[test]
        fn any_word_has_a_kind(word in "\\PC{0,40}") {
            for language in Language::all() {
                if let Some(endings) = Endings::of(language) {
                    let kind = endings.kind(&Folded::new(&word, Casing::of(language)));
                    prop_assert!(kind.adjective() <= kind.nominal() && kind.nominal() <= 1.0);
                }
            }
        }
    }
}
