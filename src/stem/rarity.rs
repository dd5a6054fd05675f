//! How rare a stem is in a language at large, whatever the document.
//!
//! Two documents are too few to tell from that "harbour" says more than "said": an
//! inverse document frequency of the request's own makes four reports of one event
//! look unrelated. So rarity comes from a table of word counts in film subtitles:
//!
//! ```text
//! rarity = max(0.05, −ln p − 4)        p = count of the stem / count of all words
//! ```
//!
//! `−4` takes words of more than 2 in 100 down to nothing; 3 and 5 do as well on
//! labelled news pairs, 7 does not (average precision .957 instead of .967).
//!
//! # The table
//!
//! `data/rarity.bin` is built by `cargo run --release -p copydesk-tools -- rarity`,
//! with the keys that [`Analyzer`](super::Analyzer) makes. All numbers are
//! little-endian; nothing is unpacked at start.
//!
//! ```text
//! header     b"RARITY", version as u16, n_tables as u32
//! a record   language code in 4 bytes, padded with zeros; first entry as u32,
//!            n_entries as u32; rarity of an unseen stem as u8, three zeros
//! an entry   u32: 24 bits of hash, 8 bits of rarity in steps of 0.05
//! ```
//!
//! Records are sorted by code, the entries of a language by hash. With 16,384 stems
//! of 16,777,216 hashes, one unseen stem in a thousand takes another's rarity.

use crate::base::Language;

static TABLE: &[u8] = include_bytes!("../../data/rarity.bin");

/// Bytes of the header, of a record and of an entry.
const HEADER_BYTES: usize = 12;
const RECORD_BYTES: usize = 16;
const ENTRY_BYTES: usize = 4;

/// Entries that are looked at first on one side of where a hash should stand. The
/// deviation is the square root of n p (1 − p): up to 64 of 16,384.
const NEIGHBOURS: usize = 32;

/// How rare the stems of one language are.
#[derive(Clone, Copy, Debug)]
pub struct Rarity {
    /// Sorted: a hash in the upper three bytes, a rarity in the lowest.
    entries: &'static [[u8; ENTRY_BYTES]],
    unseen: u8,
}

impl Rarity {
    /// What the table begins with: its name and its version.
    pub const MAGIC: [u8; 8] = *b"RARITY\x01\0";

    /// Unit of the stored rarities, which is also the least; the most is 12.75, that
    /// of one word in 19 million.
    pub const STEP: f64 = 0.05;

    /// The table of `language`; `None` where there is none.
    pub fn of(language: Language) -> Option<Self> {
        find(TABLE, language.code())
    }

    /// How rare `stem` is, from 0.05 to 12.75.
    ///
    /// A stem that is not in the table is rarer than any that is: it counts as a
    /// quarter as frequent as the last one that was kept. On tables from samples of
    /// 25,000 English words a quarter was better than a half, and that than the whole
    /// (average precision of labelled pairs .927, .926, .923).
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::stem::Rarity;
    ///
    /// let english = Rarity::of(Language::from_code("en").unwrap()).unwrap();
    /// assert!(english.of_stem("said") < english.of_stem("harbour"));
    /// assert!(english.of_stem("harbour") < english.of_stem("hegseth"));
    /// ```
    pub fn of_stem(&self, stem: &str) -> f64 {
        f64::from(self.steps_of_stem(stem)) * Self::STEP
    }

    /// The same in steps of [`Rarity::STEP`].
    pub(crate) fn steps_of_stem(&self, stem: &str) -> u8 {
        let hash = Self::hash(stem);
        self.find(hash).map_or(self.unseen, |[rarity, ..]| *rarity)
    }

    /// The entry of `hash`. Hashes lie as evenly as dice fall, so each tells about where it
    /// stands: that takes a third of the time of halving the whole table.
    fn find(&self, hash: u32) -> Option<&[u8; ENTRY_BYTES]> {
        let n_entries = self.entries.len();
        let mut start = about(hash, n_entries);
        let mut end = start;
        let mut step = NEIGHBOURS;
        let hash_at = |i: usize| self.entries.get(i).map(hash_of);
        while start > 0 && hash_at(start).is_none_or(|here| here > hash) {
            end = start;
            start = start.saturating_sub(step);
            step *= 2;
        }
        while hash_at(end).is_some_and(|here| here <= hash) {
            start = end;
            end = (end + step).min(n_entries);
            step *= 2;
        }
        let near = self.entries.get(start..end)?;
        let found = near.binary_search_by_key(&hash, hash_of).ok()?;
        near.get(found)
    }

    /// The 24 bits that stand for `stem` in the table: FNV-1a of 64 bits (Fowler, Noll
    /// and Vo; draft-eastlake-fnv), folded together by exclusive or.
    pub fn hash(stem: &str) -> u32 {
        let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
        for byte in stem.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
        let folded = hash ^ (hash >> 24) ^ (hash >> 48);
        let [a, b, c, ..] = folded.to_le_bytes();
        u32::from_le_bytes([a, b, c, 0])
    }
}

/// The language `code` of `table`; `None` where it is not in it, or where the table is
/// not one.
fn find(table: &'static [u8], code: &str) -> Option<Rarity> {
    let (header, rest) = table.split_at_checked(HEADER_BYTES)?;
    let (magic, count) = header.split_at_checked(Rarity::MAGIC.len())?;
    if magic != Rarity::MAGIC {
        return None;
    }
    let n_tables = number(count, 0)?;
    let (records, entries) = rest.split_at_checked(n_tables.checked_mul(RECORD_BYTES)?)?;
    let (records, _) = records.as_chunks::<RECORD_BYTES>();
    let found = records.binary_search_by_key(&code, code_of).ok()?;
    let record = records.get(found)?;
    let (first, n_entries) = (number(record, 4)?, number(record, 8)?);
    let (entries, _) = entries.as_chunks::<ENTRY_BYTES>();
    Some(Rarity {
        entries: entries.get(first..first.checked_add(n_entries)?)?,
        unseen: *record.get(12)?,
    })
}

/// The hash of an entry.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "as searches in a table hand them over"
)]
fn hash_of(entry: &[u8; ENTRY_BYTES]) -> u32 {
    u32::from_le_bytes(*entry) >> 8
}

/// Where `hash` should stand among `n_entries`, if they lie evenly.
fn about(hash: u32, n_entries: usize) -> usize {
    let place = (u64::from(hash) * n_entries as u64) >> 24;
    usize::try_from(place).unwrap_or_default()
}

fn code_of(record: &[u8; RECORD_BYTES]) -> &str {
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
    use crate::base::Budget;
    use crate::stem::Analyzer;
    use crate::text::Field;

    fn rarity(code: &str, word: &str) -> f64 {
        let language = Language::from_code(code).unwrap();
        let tokens = Analyzer::new(language)
            .analyze(word, Field::Text, &Budget::unlimited())
            .unwrap();
        Rarity::of(language).unwrap().of_stem(&tokens[0].stem)
    }

    #[test]
    fn the_commoner_a_word_the_lower_its_rarity() {
        let cases = [
            ("en", ["the", "bridge", "hegemony"]),
            ("de", ["und", "Brücke", "Vorherrschaft"]),
            ("fr", ["les", "ponts", "hégémonie"]),
            ("pt", ["que", "ponte", "hegemonia"]),
            ("nb", ["og", "broen", "hegemoni"]),
            ("ru", ["не", "мост", "гегемония"]),
            ("zh", ["的", "城市", "霸权"]),
        ];
        for (code, [function, common, rare]) in cases {
            assert!(rarity(code, function) < rarity(code, common), "{code}");
            assert!(rarity(code, common) < rarity(code, rare), "{code}");
        }
    }

    #[test]
    fn an_unseen_stem_is_rarer_than_any_other() {
        for language in Language::all() {
            let Some(table) = Rarity::of(language) else {
                continue;
            };
            let most = table.entries.iter().map(|[rarity, ..]| *rarity).max();
            assert!(most <= Some(table.unseen), "{language}");
        }
        assert!(rarity("en", "Qwxzvkia") >= rarity("en", "hegemony"));
    }

    #[test]
    fn the_table_is_whole() {
        let tables: Vec<_> = Language::all().filter_map(Rarity::of).collect();
        assert_eq!(tables.len(), number(TABLE, 8).unwrap());
        assert!(tables.len() >= 55, "{}", tables.len());
        let n_entries: usize = tables.iter().map(|table| table.entries.len()).sum();
        let expected = HEADER_BYTES + tables.len() * RECORD_BYTES + n_entries * ENTRY_BYTES;
        assert_eq!(TABLE.len(), expected);
        for table in tables {
            let hash = |entry: &[u8; 4]| u32::from_le_bytes(*entry) >> 8;
            assert!(table.entries.is_sorted_by(|a, b| hash(a) < hash(b)));
            assert!(table.entries.iter().all(|[rarity, ..]| *rarity > 0));
        }
    }

    #[test]
    fn every_entry_is_found_and_nothing_else() {
        for language in Language::all() {
            let Some(table) = Rarity::of(language) else {
                continue;
            };
            for entry in table.entries {
                assert_eq!(table.find(hash_of(entry)), Some(entry), "{language}");
                let next = hash_of(entry) + 1;
                let by_halves = table.entries.binary_search_by_key(&next, hash_of).ok();
                let expected = by_halves.and_then(|i| table.entries.get(i));
                assert_eq!(table.find(next), expected, "{language}");
            }
            let least = table.entries.first().map(hash_of);
            assert!(least == Some(0) || table.find(0).is_none());
        }
    }

    #[test]
    fn languages_without_counts_have_no_table() {
        for code in ["und", "yi", "cu", "qqq"] {
            assert!(Rarity::of(Language::from_code(code).unwrap()).is_none());
        }
    }

    #[test]
    fn a_broken_table_is_no_table() {
        let cases: [(&str, &[u8]); 4] = [
            ("nothing", b""),
            ("another magic", b"PARITY\x01\0\0\0\0\0"),
            ("another version", b"RARITY\x02\0\0\0\0\0"),
            ("records missing", b"RARITY\x01\0\x01\0\0\0en\0\0"),
        ];
        for (rule, table) in cases {
            assert!(find(table, "en").is_none(), "{rule}");
        }
        let beyond = b"RARITY\x01\0\x01\0\0\0en\0\0\0\0\0\0\xFF\xFF\xFF\xFF\0\0\0\0";
        assert!(find(beyond, "en").is_none(), "entries missing");
    }

    #[test]
    fn hashes_never_change() {
        // FNV-1a of "a" is af63dc4c8601ec8c, as published with the function; folded,
        // 01ec8c ^ dc4c86 ^ 00af63 = dd0f69.
        assert_eq!(Rarity::hash("a"), 0xDD_0F69);
    }
}
