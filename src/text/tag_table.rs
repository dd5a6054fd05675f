//! The tagger's weights as they lie in `data/tagger.bin`:
//!
//! ```text
//! magic      8 bytes: "TAGGER", version, 0
//! languages  u32, little-endian, as all numbers
//! records    16 bytes each: code padded with zeros (4), first bucket (u32), number of
//!            buckets (u32), weights that make one of the logit (f32)
//!            (zeros up to a multiple of 64 bytes)
//! buckets    64 bytes each: four checks (u16, 0 for none), four rows of 14 weights (i8)
//! ```
//!
//! A clue's bucket is told by the upper half of its number, its row there by the check,
//! which is the lowest 16 bits: so a clue that was never learnt has no weights, where
//! in a plain table of hashes it would have those of another, and a look-up touches one
//! cache line. Nothing is read before it is asked for.

use crate::base::Language;

use super::part_of_speech::PartOfSpeech;

/// Sums of weights, a part of speech each. Before them lie two sums of nothing, whatever
/// they are, so that all fill registers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scores([i16; Scores::LANES]);

impl PartialEq for Scores {
    fn eq(&self, other: &Self) -> bool {
        self.as_array() == other.as_array()
    }
}

impl Scores {
    const LANES: usize = PartOfSpeech::COUNT + 2;

    /// Those of what is `part`, with nothing that counts against it.
    pub(super) fn only(part: PartOfSpeech) -> Self {
        let mut scores = Self([i16::MIN / 2; Self::LANES]);
        if let Some(score) = scores.0.get_mut(2 + part as usize) {
            *score = 0;
        }
        scores
    }

    /// Each of them.
    pub(super) fn as_array(&self) -> &[i16; PartOfSpeech::COUNT] {
        self.0.last_chunk().unwrap_or(&[0; PartOfSpeech::COUNT])
    }

    /// The highest of them.
    #[inline]
    pub(super) fn most(&self) -> i16 {
        let mut lanes = self.0;
        if let Some(of_none) = lanes.first_chunk_mut::<2>() {
            *of_none = [i16::MIN; 2];
        }
        lanes.into_iter().fold(i16::MIN, i16::max)
    }

    /// Adds `others`.
    #[inline]
    pub(super) fn add(&mut self, others: &Self) {
        for (score, other) in self.0.iter_mut().zip(&others.0) {
            *score = score.wrapping_add(*other);
        }
    }

    /// Adds `weights` where they are `known`.
    #[inline]
    fn add_weights(&mut self, weights: &[u8; Self::LANES], known: bool) {
        let mask = if known { u8::MAX } else { 0 };
        for (score, weight) in self.0.iter_mut().zip(weights) {
            *score = score.wrapping_add(i16::from((weight & mask).cast_signed()));
        }
    }
}

/// The weights of all languages.
#[derive(Clone, Copy, Debug)]
pub struct TagModel {
    records: &'static [[u8; RECORD]],
    buckets: &'static [[u8; TagModel::BUCKET]],
}

/// The weights of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct TagTable {
    buckets: &'static [[u8; TagModel::BUCKET]],
    /// What a weight is worth in a logit.
    pub(super) step: f32,
}

/// On the border of a cache line, so that a bucket is in one.
#[repr(C, align(64))]
struct Aligned<T: ?Sized> {
    bytes: T,
}

static SHIPPED: &Aligned<[u8]> = &Aligned {
    bytes: *include_bytes!("../../data/tagger.bin"),
};

const RECORD: usize = 16;

impl TagModel {
    /// What a file begins with.
    pub const MAGIC: [u8; 8] = *b"TAGGER\x01\0";

    /// Bytes of a bucket.
    pub const BUCKET: usize = 64;

    /// Rows of a bucket.
    pub const ROWS: usize = 4;

    /// The one that ships.
    pub(super) fn shipped() -> Option<Self> {
        Self::parse(&SHIPPED.bytes)
    }

    /// Reads a file of tables; `None` where it is no such file.
    pub fn parse(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&Self::MAGIC)?;
        let (n, rest) = rest.split_first_chunk::<4>()?;
        let n = usize::try_from(u32::from_le_bytes(*n)).ok()?;
        let (records, _) = rest.as_chunks::<RECORD>();
        let records = records.get(..n)?;
        let head = Self::head_bytes(n);
        let (buckets, _) = bytes.get(head..)?.as_chunks::<{ Self::BUCKET }>();
        Some(Self { records, buckets })
    }

    /// Bytes before the buckets of `n` languages.
    pub const fn head_bytes(n: usize) -> usize {
        (Self::MAGIC.len() + 4 + n * RECORD).next_multiple_of(Self::BUCKET)
    }

    /// Bucket, of `n`, and check of a clue.
    #[allow(clippy::cast_possible_truncation, reason = "halves of a number")]
    pub fn place_of(clue: u64, n: usize) -> (usize, u16) {
        let bucket = ((clue >> 32) * n as u64) >> 32;
        let check = clue as u16;
        (bucket as usize, check.max(1))
    }

    /// The table of `language`, if it is served.
    pub(super) fn table_of(self, language: Language) -> Option<TagTable> {
        let code = language.code().as_bytes();
        let is_of = |record: &&[u8; RECORD]| {
            let padded = record.get(..4).unwrap_or_default();
            let rest = padded.strip_prefix(code);
            rest.is_some_and(|rest| rest.iter().all(|byte| *byte == 0))
        };
        let record = self.records.iter().find(is_of)?;
        let (_, numbers) = record.split_first_chunk::<4>()?;
        let (first, numbers) = numbers.split_first_chunk::<4>()?;
        let (n, step) = numbers.split_first_chunk::<4>()?;
        let first = usize::try_from(u32::from_le_bytes(*first)).ok()?;
        let n = usize::try_from(u32::from_le_bytes(*n)).ok()?;
        let step = f32::from_le_bytes(step.try_into().ok()?);
        let buckets = self.buckets.get(first..first.checked_add(n)?)?;
        Some(TagTable { buckets, step })
    }
}

impl TagTable {
    /// Adds the weights of `clue` to `scores`.
    ///
    /// A clue that is not known adds nothing, by a mask: which ones are can be foretold by
    /// no processor. Two bytes before a row are read with it, and go where nothing counts.
    #[inline]
    pub(super) fn add(&self, clue: u64, scores: &mut Scores) {
        let (bucket, check) = TagModel::place_of(clue, self.buckets.len());
        let Some(bucket) = self.buckets.get(bucket) else {
            return;
        };
        let Some((checks, _)) = bucket.split_first_chunk::<8>() else {
            return;
        };
        let row = row_of(check, u64::from_le_bytes(*checks));
        let start = checks.len() - 2 + row.unwrap_or_default() * PartOfSpeech::COUNT;
        if let Some(weights) = bucket.get(start..).and_then(<[u8]>::first_chunk) {
            scores.add_weights(weights, row.is_some());
        }
    }

    /// Adds the weights of each of `clues`.
    #[inline]
    pub(super) fn add_all(&self, clues: &[u64], scores: &mut Scores) {
        for clue in clues {
            self.add(*clue, scores);
        }
    }

    /// The weights of all `clues` together.
    pub(super) fn sum(&self, clues: &[u64]) -> Scores {
        let mut scores = Scores::default();
        self.add_all(clues, &mut scores);
        scores
    }

    /// What tells it from the tables of other languages and models.
    pub(super) fn address(&self) -> *const [u8; TagModel::BUCKET] {
        self.buckets.as_ptr()
    }
}

/// Which of four `checks` is `check`, the first of equals: all are compared at once, and
/// hardly a look-up waits for a guess of the processor.
#[inline]
fn row_of(check: u16, checks: u64) -> Option<usize> {
    const ONES: u64 = 0x0001_0001_0001_0001;
    // Zero where they are the same; of lanes behind a zero one, what is borrowed from may
    // pass for zero too, and so the first is asked for.
    let differences = checks ^ (u64::from(check) * ONES);
    let zeros = differences.wrapping_sub(ONES) & !differences & (ONES << 15);
    (zeros != 0).then(|| zeros.trailing_zeros() as usize / 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_file_that_ships_has_its_languages() {
        let model = TagModel::shipped().unwrap();
        for code in ["en", "es", "fr", "pt", "ru"] {
            let language = Language::from_code(code).unwrap();
            assert!(model.table_of(language).is_some(), "{code}");
        }
        assert!(model.table_of(Language::from_code("de").unwrap()).is_none());
        assert!(model.table_of(Language::UNDETERMINED).is_none());
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let cases: [&'static [u8]; 4] =
            [b"", b"TAGGER\x02\0\0\0\0\0", b"TAGGER\x01\0\x01", b"RARITY"];
        for bytes in cases {
            assert!(TagModel::parse(bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn a_clue_has_the_weights_of_its_row_and_others_none() {
        let known: u64 = 0x8000_0000_0000_1234;
        let mut bytes = TagModel::MAGIC.to_vec();
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(*b"en\0\0\0\0\0\0\x02\0\0\0\0\0\x80\x3F");
        bytes.resize(TagModel::head_bytes(1) + TagModel::BUCKET, 0);
        bytes.extend([0, 0, 0x34, 0x12, 0, 0, 0, 0]);
        bytes.extend([0; 14]);
        bytes.extend([3, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
        bytes.extend([0; 28]);
        let model = TagModel::parse(bytes.leak()).unwrap();
        let table = model.table_of(Language::from_code("en").unwrap()).unwrap();
        let mut scores = Scores::default();
        table.add(known, &mut scores);
        table.add(known, &mut scores);
        let told = |scores: &Scores| [0, 1, 13].map(|part| scores.as_array()[part]);
        assert_eq!(told(&scores), [6, -2, 14]);
        table.add(known + 1, &mut scores);
        table.add(known >> 8, &mut scores);
        assert_eq!(told(&scores), [6, -2, 14]);
    }

    proptest! {
        #[test]
        fn the_row_is_that_of_the_first_check(check in 0_u16..4, checks: [u16; 4], near: [u16; 4], mask: [bool; 4]) {
            let mut checks = checks;
            for (i, check) in checks.iter_mut().enumerate() {
                if mask[i] {
                    *check = near[i] % 4;
                }
            }
            let joined = checks.iter().rev().fold(0, |joined, each| joined << 16 | u64::from(*each));
            prop_assert_eq!(row_of(check, joined), checks.iter().position(|each| *each == check));
        }
    }
}
