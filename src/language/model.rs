//! The model's tables as they lie in `data/language.bin`: a head of text, and weights.
//!
//! ```text
//! copydesk language model 1
//! table    script, bits of a bucket's number, languages, buckets of other classes, step
//! classes  ISO 639-3 codes; "-" for languages that are not served, "." for no class
//! curve    letters:sharpness
//! floors   what mean weight nearly all texts of a language have, a number each
//! letters  letter:the languages that use it, a bit each, for each letter
//! only     a script of Chinese, or Cantonese:characters that only it has
//! pair     two languages, and word:what it says for the first against the second
//!          (an empty line; blanks up to a multiple of 64 bytes; the weights)
//! ```
//!
//! Weights are bytes, 128 for nothing, a row of them for each bucket: first the rows of
//! the served languages, then those of the other classes, whose buckets are fewer and
//! wider. They are used where they lie; only the head is read, once.

use std::sync::LazyLock;

use pulp::{Arch, NullaryFnOnce};

use crate::base::Language;

use super::script::{self, Writing};

/// All tables.
#[derive(Debug, Default)]
pub struct Model {
    tables: Vec<Table>,
    /// Characters that only a kind of Chinese has, in order.
    only: Vec<(String, Vec<char>)>,
    pairs: Vec<Pair>,
}

/// Two languages with nearly all words in common, and those that tell them apart.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) first: Language,
    pub(super) second: Language,
    /// Words in order, each with the logarithm of how many times as often the first
    /// language has it.
    words: Vec<(&'static str, f64)>,
}

/// The weights of one script, and what makes probabilities of them.
#[derive(Debug)]
pub struct Table {
    writing: Writing,
    main: Weights,
    other: Weights,
    step: f64,
    classes: Vec<Class>,
    curve: Vec<(f64, f64)>,
    letters: Vec<(char, u64)>,
    floors: Vec<f64>,
}

/// What a lane of the weights stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A language that is served.
    Served(Language),
    /// Languages that are not.
    Other,
    /// Nothing; it fills a row.
    Unused,
}

/// Rows of bytes.
#[derive(Clone, Copy, Debug)]
struct Weights {
    bits: u32,
    lanes: usize,
    rows: &'static [u8],
}

/// On the border of a cache line, so that a row of 64 weights is in one.
#[repr(C, align(64))]
struct Aligned<T: ?Sized> {
    bytes: T,
}

static SHIPPED: &Aligned<[u8]> = &Aligned {
    bytes: *include_bytes!("../../data/language.bin"),
};

const MAGIC: &str = "copydesk language model 1";

/// What no weight is.
const ZERO: i64 = 128;

impl Model {
    /// The one that ships.
    pub fn shipped() -> &'static Self {
        // A test reads the file, so the empty model is never met.
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::parse(&SHIPPED.bytes).unwrap_or_default());
        &MODEL
    }

    /// Reads a file of tables; `None` where it is no such file.
    pub fn parse(bytes: &'static [u8]) -> Option<Self> {
        let end = bytes.windows(2).position(|pair| pair == b"\n\n")?;
        let head = str::from_utf8(bytes.get(..end)?).ok()?;
        let mut rest = bytes.get((end + 2).next_multiple_of(64)..)?;
        let mut lines = head.lines();
        if lines.next() != Some(MAGIC) {
            return None;
        }
        let mut model = Self::default();
        for line in lines {
            let (kind, values) = line.split_once('\t')?;
            match (kind, model.tables.last_mut()) {
                ("table", _) => model.tables.push(Table::parse(values, &mut rest)?),
                ("only", _) => model.only.push(only(values)?),
                ("pair", _) => model.pairs.push(Pair::parse(values)?),
                (_, Some(table)) => table.read(kind, values)?,
                _ => return None,
            }
        }
        model.tables.iter().all(Table::is_sound).then_some(model)
    }

    /// The table of a script, if several languages are written in it.
    pub(super) fn table_of(&self, writing: Writing) -> Option<&Table> {
        self.tables.iter().find(|table| table.writing == writing)
    }

    /// The tables, in the order of the file.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The languages of all tables.
    pub(super) fn languages(&self) -> impl Iterator<Item = (Writing, Language)> {
        self.tables.iter().flat_map(|table| {
            let classes = table.classes.iter();
            classes.filter_map(|class| Some((table.writing, class.language()?)))
        })
    }

    /// The pairs of languages that are told by words.
    pub(super) fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// How many characters of `stream` only this kind of Chinese has.
    pub(super) fn only(&self, kind: &str, stream: &[char]) -> usize {
        let row = self.only.iter().find(|(name, _)| name == kind);
        let characters = row.map_or(&[][..], |(_, characters)| characters);
        let is_of_it = |c: &&char| characters.binary_search(c).is_ok();
        stream.iter().filter(is_of_it).count()
    }
}

fn only(values: &str) -> Option<(String, Vec<char>)> {
    let (kind, characters) = values.split_once(':')?;
    let mut characters: Vec<_> = characters.chars().collect();
    characters.sort_unstable();
    Some((kind.to_owned(), characters))
}

impl Pair {
    fn parse(values: &'static str) -> Option<Self> {
        let mut values = values.split(' ');
        let mut language = || Language::from_code(values.next()?);
        let (first, second) = (language()?, language()?);
        let words: Vec<_> = values.map(word).collect::<Option<_>>()?;
        words.is_sorted_by(|a, b| a.0 < b.0).then_some(Self {
            first,
            second,
            words,
        })
    }

    /// What the words of `stream` say for the first language against the second.
    pub(super) fn says(&self, stream: &[char]) -> f64 {
        let words = stream.split(|character| *character == ' ');
        words.map(|word| self.says_word(word)).sum()
    }

    fn says_word(&self, word: &[char]) -> f64 {
        let order = |row: &(&str, f64)| row.0.chars().cmp(word.iter().copied());
        let i = self.words.binary_search_by(order).ok();
        i.and_then(|i| self.words.get(i)).map_or(0.0, |row| row.1)
    }
}

fn word(value: &'static str) -> Option<(&'static str, f64)> {
    let (word, weight) = value.split_once(':')?;
    Some((word, weight.parse().ok()?))
}

impl Table {
    fn parse(values: &str, rest: &mut &'static [u8]) -> Option<Self> {
        let mut values = values.split(' ');
        let writing = script::writing_of_script(values.next()?);
        let mut number = || values.next()?.parse().ok();
        let (bits, lanes) = (number()?, number()?);
        let (other_bits, other_lanes) = (number()?, number()?);
        Some(Self {
            writing,
            main: Weights::take(bits, lanes, rest)?,
            other: Weights::take(other_bits, other_lanes, rest)?,
            step: values.next()?.parse().ok()?,
            classes: Vec::new(),
            curve: Vec::new(),
            letters: Vec::new(),
            floors: Vec::new(),
        })
    }

    fn read(&mut self, kind: &str, values: &str) -> Option<()> {
        let values = values.split(' ').filter(|value| !value.is_empty());
        match kind {
            "classes" => self.classes = values.map(Class::parse).collect::<Option<_>>()?,
            "curve" => self.curve = values.map(point).collect::<Option<_>>()?,
            "floors" => self.floors = values.map(|v| v.parse().ok()).collect::<Option<_>>()?,
            "letters" => self.letters = values.map(letter).collect::<Option<_>>()?,
            _ => return None,
        }
        Some(())
    }

    fn is_sound(&self) -> bool {
        let lanes = self.main.lanes + self.other.lanes;
        let served = self.classes.iter().take(self.main.lanes.min(64));
        let after = self.classes.iter().skip(self.main.lanes.min(64));
        self.classes.len() <= lanes
            && served.filter(|class| class.language().is_some()).count() > 0
            && after.filter(|class| class.language().is_some()).count() == 0
            && !self.curve.is_empty()
            && self.letters.is_sorted()
    }

    /// The classes, of which the first are those of served languages.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The sums of the weights of some features, a class each, in the order of
    /// [`Table::classes`]: exact, so that no machine adds them up otherwise.
    pub fn sums(&self, hashes: &[u32]) -> Vec<i64> {
        let mut sums = self.main.sums(hashes);
        sums.extend(self.other.sums(hashes));
        sums.truncate(self.classes.len());
        sums
    }

    /// Logits by the sums of so many features, before they are sharpened.
    pub fn logits(&self, sums: &[i64], n_features: usize) -> Vec<f64> {
        let scale = self.step / (n_features.max(1) as f64).sqrt();
        sums.iter().map(|sum| *sum as f64 * scale).collect()
    }

    /// The probability of each class for a text of so many features and letters.
    pub fn probabilities(&self, sums: &[i64], n_features: usize, letters: usize) -> Vec<f64> {
        let sharpness = self.sharpness(letters);
        let mut powers = self.logits(sums, n_features);
        let is_used = |i: usize| self.classes.get(i).is_some_and(|c| *c != Class::Unused);
        let used = powers.iter().enumerate().filter(|(i, _)| is_used(*i));
        let most = used
            .map(|(_, logit)| *logit)
            .fold(f64::NEG_INFINITY, f64::max);
        for (i, logit) in powers.iter_mut().enumerate() {
            *logit = if is_used(i) {
                ((*logit - most) * sharpness).exp()
            } else {
                0.0
            };
        }
        let sum: f64 = powers.iter().sum();
        for power in &mut powers {
            *power /= sum;
        }
        powers
    }

    /// What logits are multiplied with for a text of so many letters.
    pub(super) fn sharpness(&self, letters: usize) -> f64 {
        let x = (letters.max(1) as f64).ln();
        let mut before: Option<(f64, f64)> = None;
        for &(x1, y1) in &self.curve {
            if x < x1 {
                return before.map_or(y1, |(x0, y0)| y0 + (y1 - y0) * (x - x0) / (x1 - x0));
            }
            before = Some((x1, y1));
        }
        before.map_or(1.0, |(_, last)| last)
    }

    /// Whether features with this sum are untypical of the language of `class`: each says
    /// little for it, though all together may say enough against the others.
    pub(super) fn is_untypical(&self, sum: i64, n_features: usize, class: usize) -> bool {
        /// What we were taught by is easier than news.
        const PART: f64 = 0.55;

        let floor = self.floors.get(class).copied().unwrap_or_default();
        (sum as f64) < PART * floor * n_features as f64
    }

    /// How many letters of `stream` the language of `class` does not use.
    pub(super) fn unknown_letters(&self, stream: &[char], class: usize) -> usize {
        let is_unknown = |character: &&char| {
            // Names bring any of a to z everywhere.
            if character.is_ascii() || self.letters.is_empty() {
                return false;
            }
            let i = self.letters.binary_search_by_key(*character, |row| row.0);
            let users = i
                .ok()
                .and_then(|i| self.letters.get(i))
                .map_or(0, |row| row.1);
            users >> class.min(63) & 1 == 0
        };
        stream.iter().filter(is_unknown).count()
    }
}

impl Class {
    /// The language, where it is one that is served.
    pub fn language(self) -> Option<Language> {
        match self {
            Self::Served(language) => Some(language),
            Self::Other | Self::Unused => None,
        }
    }

    fn parse(code: &str) -> Option<Self> {
        match code {
            "-" => Some(Self::Other),
            "." => Some(Self::Unused),
            code => Language::from_code(code).map(Self::Served),
        }
    }
}

fn point(value: &str) -> Option<(f64, f64)> {
    let (letters, sharpness) = value.split_once(':')?;
    Some((f64::ln(letters.parse().ok()?), sharpness.parse().ok()?))
}

fn letter(value: &str) -> Option<(char, u64)> {
    let (letter, users) = value.split_once(':')?;
    Some((letter.parse().ok()?, u64::from_str_radix(users, 16).ok()?))
}

impl Weights {
    fn take(bits: usize, lanes: usize, rest: &mut &'static [u8]) -> Option<Self> {
        let bits = u32::try_from(bits)
            .ok()
            .filter(|bits| (1..32).contains(bits))?;
        let (rows, after) = rest.split_at_checked(lanes << bits)?;
        *rest = after;
        Some(Self { bits, lanes, rows })
    }

    fn sums(&self, hashes: &[u32]) -> Vec<i64> {
        match self.lanes {
            16 => Arch::new().dispatch(Addition::<16>(self, hashes)),
            32 => Arch::new().dispatch(Addition::<32>(self, hashes)),
            48 => Arch::new().dispatch(Addition::<48>(self, hashes)),
            64 => Arch::new().dispatch(Addition::<64>(self, hashes)),
            _ => Vec::new(),
        }
    }
}

/// The rows of so many weights that some hashes stand for, to be added up in as many
/// lanes as the processor has; integers give one answer in all of them.
struct Addition<'a, const LANES: usize>(&'a Weights, &'a [u32]);

impl<const LANES: usize> NullaryFnOnce for Addition<'_, LANES> {
    type Output = Vec<i64>;

    #[allow(
        clippy::inline_always,
        reason = "into the code for each kind of processor, as a closure would not be"
    )]
    #[inline(always)]
    fn call(self) -> Vec<i64> {
        /// Most bytes that a sum of two bytes is sure to hold.
        const BYTES_MAX: usize = 256;

        let Self(weights, hashes) = self;
        let (rows, _) = weights.rows.as_chunks::<LANES>();
        let shift = 32 - weights.bits;
        // There is a row for each: as many were taken.
        let row = |hash: u32| rows.get((hash >> shift) as usize);
        let mut sums = [0_u32; LANES];
        for part in hashes.chunks(BYTES_MAX) {
            let mut of_part = [0_u16; LANES];
            let (fours, rest) = part.as_chunks::<4>();
            for hashes in fours {
                let [Some(a), Some(b), Some(c), Some(d)] = hashes.map(row) else {
                    continue;
                };
                for i in 0..LANES {
                    of_part[i] +=
                        u16::from(a[i]) + u16::from(b[i]) + u16::from(c[i]) + u16::from(d[i]);
                }
            }
            for row in rest.iter().filter_map(|hash| row(*hash)) {
                for i in 0..LANES {
                    of_part[i] += u16::from(row[i]);
                }
            }
            for (sum, part) in sums.iter_mut().zip(of_part) {
                *sum += u32::from(part);
            }
        }
        let nothing = ZERO * i64::try_from(hashes.len()).unwrap_or(i64::MAX);
        sums.iter().map(|sum| i64::from(*sum) - nothing).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_ships_is_a_model() {
        let model = Model::parse(&SHIPPED.bytes).unwrap();
        assert_eq!(model.tables().len(), 8);
        assert!(model.languages().count() > 80);
        assert!(model.pairs().iter().all(|pair| pair.words.len() > 1000));
        for kind in ["Hans", "Hant", "yue"] {
            assert!(
                model
                    .only
                    .iter()
                    .any(|(name, list)| name == kind && list.len() > 15)
            );
        }
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let cases: [&'static [u8]; 6] = [
            b"",
            b"\n\n",
            b"another file\n\n",
            b"copydesk language model 1\ntable\tLatn 2 16 2 16 0.1\n\n",
            b"copydesk language model 1\nclasses\ten\n\n",
            b"copydesk language model 1\ntable\tLatn 99 16 2 16 0.1\n\n",
        ];
        for bytes in cases {
            assert!(Model::parse(bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn words_of_a_pair_add_up() {
        let pair = Pair::parse("msa ind karena:-3 kerana:3.5 polis:2").unwrap();
        let says = |text: &str| pair.says(&text.chars().collect::<Vec<_>>());
        assert!((says(" kerana itu polis ") - 5.5).abs() < 1e-12);
        assert!((says(" karena itu ") + 3.0).abs() < 1e-12);
        assert!(Pair::parse("msa ind polis:2 kerana:1").is_none());
    }

    /// However many bytes there are, and whatever they are.
    #[test]
    fn sums_are_exact() {
        let rows: &'static [u8] = (0..=255).collect::<Vec<u8>>().leak();
        let weights = Weights {
            bits: 4,
            lanes: 16,
            rows,
        };
        for n in [0, 1, 5, 256, 257, 258, 3000] {
            let hashes: Vec<u32> = (0..n).map(|i: u32| i.wrapping_mul(0x9E37_79B1)).collect();
            let sums = weights.sums(&hashes);
            for (lane, sum) in sums.iter().enumerate() {
                let weight = |hash: &u32| i64::from(rows[(hash >> 28) as usize * 16 + lane]) - ZERO;
                assert_eq!(*sum, hashes.iter().map(weight).sum::<i64>());
            }
        }
    }
}
