//! What a comparison knows of words, looked up by how they are written.
//!
//! Most words of a call come again, and all that is asked of one (its hash, its term, how
//! rare that is) depends on its letters and its language alone. So a word that came before
//! is found in one place of a table, and is neither folded nor stemmed nor hashed. The
//! table forgets: what takes the place of another is looked up anew, with the same result.

use std::num::{NonZeroU16, NonZeroU32};

use rustc_hash::{FxBuildHasher, FxHashMap};
use smol_str::SmolStr;

use crate::base::{Budget, Interrupted, Language, Span};
use crate::stem::{Analyzer, Rarity, Term};
use crate::text::{Field, Place, simplified};

use super::Item;
use super::fingerprint::word_hash;
use super::profile::Years;
use super::vector::Step;

/// One occurrence of a word in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) place: Place,
    /// What it is.
    pub(super) word: Word,
}

/// What is known of a word; small, since the words of a call pass through the caches again
/// and again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Word {
    /// Hash of its normal form.
    pub(super) hash: u64,
    /// A number of the call for the lower half of that.
    pub(super) number: u32,
    /// One more than the number of its term.
    after_term: Option<NonZeroU32>,
    year: Option<NonZeroU16>,
    /// How rare the term is in the language of its document.
    pub(super) rarity: Step,
    /// Whether it begins with a capital.
    pub(super) is_capitalised: bool,
    /// Whether it begins with a character of a script without spaces.
    pub(super) is_of_characters: bool,
}

impl Word {
    /// Its term: none of stop words, nor of what has neither letter nor digit.
    #[inline]
    pub(super) fn term(&self) -> Option<u32> {
        self.after_term.map(|after| after.get() - 1)
    }

    /// The year that it is, if any.
    pub(super) fn year(&self) -> Option<u16> {
        self.year.map(NonZeroU16::get)
    }
}

/// The words of a call.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Numbers of stems, in order of appearance.
    terms: FxHashMap<SmolStr, u32>,
    /// Numbers of shortened hashes, in order of appearance.
    numbers: FxHashMap<u32, u32>,
    /// By such a number: the shortened hash.
    hashes: Vec<u32>,
    /// Ways to read a word, in order of appearance.
    readers: Vec<Reader>,
    slots: Vec<Slot>,
}

/// A language, and what turns its words into terms.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reader {
    language: Language,
    analyzer: Analyzer,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    word: Word,
}

/// What a word is known by: its bytes, then zeros, then its length and its reader.
type Key = [u64; 2];

impl Lexicon {
    /// For a call with texts of `n_bytes` in all: about as many places as these have
    /// different words, within bounds.
    pub(super) fn for_bytes(n_bytes: usize) -> Self {
        const BYTES_PER_SLOT: usize = 32;
        const SLOTS: (usize, usize) = (1 << 9, 1 << 15);
        let (least, most) = SLOTS;
        let n_slots = (n_bytes / BYTES_PER_SLOT).clamp(least, most);
        Self {
            // Tables that grow hash all again that they have.
            terms: FxHashMap::with_capacity_and_hasher(n_slots / 2, FxBuildHasher),
            numbers: FxHashMap::with_capacity_and_hasher(n_slots / 2, FxBuildHasher),
            hashes: Vec::new(),
            readers: Vec::new(),
            slots: vec![Slot::default(); n_slots.next_power_of_two()],
        }
    }

    /// How many terms there are.
    pub(super) fn n_terms(&self) -> usize {
        self.terms.len()
    }

    /// By their numbers: the shortened hashes of all words.
    pub(super) fn into_hashes(self) -> Vec<u32> {
        self.hashes
    }

    /// The words of title and text, in this order; of Chinese in simplified characters.
    pub(super) fn read(
        &mut self,
        item: &Item<'_>,
        budget: &Budget,
    ) -> Result<Vec<Token>, Interrupted> {
        let mut tokens = Vec::new();
        for field in [Field::Title, Field::Text] {
            let text = simplified(item.document.field(field), item.language, budget)?;
            self.read_field(
                item.language,
                item.analyzer,
                (field, &text),
                &mut tokens,
                budget,
            )?;
        }
        Ok(tokens)
    }

    /// Adds the words of `text`, which is what stands in `field`, to `tokens`.
    pub(super) fn read_field(
        &mut self,
        language: Language,
        analyzer: Analyzer,
        (field, text): (Field, &str),
        tokens: &mut Vec<Token>,
        budget: &Budget,
    ) -> Result<(), Interrupted> {
        /// About what a word and a blank take, in Latin script.
        const BYTES_PER_WORD: usize = 6;
        tokens.reserve(text.len() / BYTES_PER_WORD);
        let reader = self.reader(Reader { language, analyzer });
        let rarity = Rarity::of(language);
        analyzer.each_word(text, budget, |span, lookup| {
            let key = key(text.as_bytes(), span, reader);
            let at = self.slot(key);
            let known = self.slots.get(at).filter(|slot| slot.key == key);
            let word = if let Some(slot) = known {
                slot.word
            } else {
                let written = span.slice(text).unwrap_or_default();
                let word = self.word(written, &lookup.term(text, span), rarity);
                self.keep(at, key, word);
                word
            };
            let place = Place { field, span };
            tokens.push(Token { place, word });
        })
    }

    /// The number of `reader`.
    fn reader(&mut self, reader: Reader) -> usize {
        let known = self.readers.iter().position(|each| *each == reader);
        known.unwrap_or_else(|| {
            self.readers.push(reader);
            self.readers.len() - 1
        })
    }

    #[cold]
    fn word(&mut self, written: &str, term: &Term, rarity: Option<Rarity>) -> Word {
        let hash = word_hash(&term.folded);
        let first = |text: &str| text.chars().next();
        let is_term = !term.stop_word && term.stem.contains(char::is_alphanumeric);
        Word {
            hash,
            number: self.number(hash),
            after_term: is_term.then(|| self.after_term(&term.stem)).flatten(),
            year: year(&term.stem).and_then(NonZeroU16::new),
            rarity: Step::of(rarity, &term.stem),
            is_capitalised: first(written).is_some_and(char::is_uppercase),
            is_of_characters: first(term.folded.as_str())
                .is_some_and(|first| matches!(first, '\u{3040}'..='\u{9FFF}')),
        }
    }

    /// One more than the number of the term that is written `stem`.
    fn after_term(&mut self, stem: &SmolStr) -> Option<NonZeroU32> {
        if let Some(number) = self.terms.get(stem) {
            return NonZeroU32::new(number + 1);
        }
        // Four thousand million terms do not fit the memory that would be needed.
        let number = u32::try_from(self.terms.len()).ok()?;
        self.terms.insert(stem.clone(), number);
        NonZeroU32::new(number.checked_add(1)?)
    }

    fn number(&mut self, hash: u64) -> u32 {
        let short = shortened(hash);
        let next = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(short).or_insert(next);
        if number == next {
            self.hashes.push(short);
        }
        number
    }

    /// Where the word of `key` is kept.
    #[allow(clippy::cast_possible_truncation, reason = "two halves")]
    #[inline]
    fn slot(&self, [low, high]: Key) -> usize {
        const SEEDS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9];
        let [a, b] = SEEDS;
        let product = u128::from(low ^ a) * u128::from(high ^ b);
        (product ^ (product >> 64)) as usize & (self.slots.len() - 1)
    }

    fn keep(&mut self, at: usize, key: Key, word: Word) {
        if let Some(slot) = self.slots.get_mut(at).filter(|_| key != NOT_KEPT) {
            *slot = Slot { key, word };
        }
    }
}

/// The key of a word that is not kept, which none that is kept has.
const NOT_KEPT: Key = [u64::MAX; 2];

/// The key of the word at `span`. Words of more than 14 bytes are rare, and are not kept.
#[allow(clippy::cast_possible_truncation, reason = "two halves")]
#[inline]
fn key(text: &[u8], span: Span, reader: usize) -> Key {
    const CHUNK: usize = size_of::<u128>();
    const BYTES_MAX: usize = 14;
    const READERS_MAX: usize = 1 << 12;
    let n_bytes = span.len();
    if n_bytes == 0 || n_bytes > BYTES_MAX || reader >= READERS_MAX {
        return NOT_KEPT;
    }
    // What follows the word is read with it and masked, but at the end of a text.
    let word = match text
        .get(span.start..)
        .and_then(<[u8]>::first_chunk::<CHUNK>)
    {
        Some(chunk) => u128::from_le_bytes(*chunk) & (u128::MAX >> (8 * (CHUNK - n_bytes))),
        None => last_word(text.get(span.start..span.end).unwrap_or_default()),
    };
    let number = ((reader << 4 | n_bytes) as u64) << 48;
    [word as u64, (word >> 64) as u64 | number]
}

#[cold]
fn last_word(word: &[u8]) -> u128 {
    let bytes = word.iter().rev();
    bytes.fold(0, |word, byte| word << 8 | u128::from(*byte))
}

/// The lower half of a hash, enough to tell the words of two documents apart.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the lower half is what is wanted"
)]
fn shortened(hash: u64) -> u32 {
    hash as u32
}

/// The year that `stem` is, if it is one of the last or of this century.
fn year(stem: &str) -> Option<u16> {
    let year = if stem.len() == 4 {
        stem.parse().ok()?
    } else {
        0
    };
    Years::RANGE.contains(&year).then_some(year)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words of `text`, which is what stands in `field` of a document in `language`.
    pub(in super::super) fn read(
        lexicon: &mut Lexicon,
        language: &str,
        field: Field,
        text: &str,
    ) -> Vec<Token> {
        let language = Language::from_code(language).unwrap_or(Language::UNDETERMINED);
        let (analyzer, budget) = (Analyzer::new(language), Budget::unlimited());
        let mut tokens = Vec::new();
        let read = lexicon.read_field(language, analyzer, (field, text), &mut tokens, &budget);
        read.unwrap();
        tokens
    }

    #[test]
    fn a_word_is_what_its_language_makes_of_it() {
        let mut lexicon = Lexicon::for_bytes(0);
        let english = read(&mut lexicon, "en", Field::Text, "Die Ports of 1987");
        let german = read(&mut lexicon, "de", Field::Text, "Die Ports of 1987");
        let terms = |tokens: &[Token]| {
            tokens
                .iter()
                .map(|token| token.word.term())
                .collect::<Vec<_>>()
        };
        assert_eq!(terms(&english), [Some(0), Some(1), None, Some(2)]);
        assert_eq!(terms(&german)[0], None);
        assert_ne!(english[1].word.rarity, german[1].word.rarity);
        let years: Vec<_> = english.iter().map(|token| token.word.year()).collect();
        assert_eq!(years, [None, None, None, Some(1987)]);
        assert!(english[0].word.is_capitalised && !english[2].word.is_capitalised);
    }

    proptest! {
        /// Whatever was read before, and whatever is forgotten on the way.
        #[test]
        fn words_are_those_of_the_analyzer(
            words in prop::collection::vec("[a-zA-ZéÉ’']{1,17}|19[0-9]{2}|[字の]", 0..40),
            between in "[ .\n]{1,2}",
        ) {
            let text = words.join(&between);
            let language = Language::from_code("en").unwrap();
            let analyzer = Analyzer::new(language);
            let budget = Budget::unlimited();
            let expected = analyzer.analyze(&text, Field::Text, &budget).unwrap();
            let mut lexicon = Lexicon::for_bytes(0);
            lexicon.slots.truncate(8);
            for _ in 0..2 {
                let tokens = read(&mut lexicon, "en", Field::Text, &text);
                prop_assert_eq!(tokens.len(), expected.len());
                for (token, expected) in tokens.iter().zip(&expected) {
                    prop_assert_eq!(token.place, expected.place);
                    prop_assert_eq!(token.word.hash, word_hash(&expected.folded));
                    prop_assert_eq!(lexicon.hashes[token.word.number as usize], shortened(token.word.hash));
                    let term = lexicon.terms.get(&expected.stem).copied();
                    prop_assert_eq!(token.word.term(), term.filter(|_| !expected.stop_word));
                }
            }
        }
    }
}
