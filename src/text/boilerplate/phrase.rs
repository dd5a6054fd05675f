//! What pages say around articles: where the phrases of `table` stand, and what they tell.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::BoilerplateKind;
use super::letters::{Letter, Traits, begins_word, fold, folds, is_glued};
use super::sign::Signs;
use super::table::{CALLS, DATE_WORDS, MONTHS, PHRASES, Use};

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// How many letters it takes.
    pub n_letters: usize,
    pub kind: BoilerplateKind,
    pub r#use: Use,
}

/// What a phrase of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// A set phrase.
    Set(BoilerplateKind, Use),
    /// The beginning of a call, by its place in [`CALLS`].
    Call(usize),
}

/// A phrase of the table, and what is known of it.
pub(super) struct Phrase {
    /// As the rules compare it.
    pub letters: Vec<char>,
    pub told: Told,
    /// Where it tells something.
    pub signs: Signs,
}

impl Phrase {
    fn new(written: &str, told: Told) -> Self {
        let letters = folded(written);
        let signs = Signs::of(&letters, told);
        Self {
            letters,
            told,
            signs,
        }
    }
}

/// Phrases of two letters and more, to be looked up by how they begin.
pub(super) struct Index {
    /// By the first letters: four where there are as many, else two; the longest phrase
    /// first.
    by_head: FxHashMap<Head, Vec<Phrase>>,
    /// A bit for each hash of a head.
    bits: Vec<u64>,
}

/// The first four letters of a phrase, or two and nothing.
pub(super) type Head = [char; 4];

/// Bits of a hash of a head: more than twenty times as many hashes as there are phrases.
const HASH_BITS: u32 = 16;

impl Index {
    fn new(mut phrases: Vec<Phrase>) -> Self {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.letters.len()));
        let mut all = Self {
            by_head: FxHashMap::default(),
            bits: vec![0; 1 << (HASH_BITS - u64::BITS.ilog2())],
        };
        for phrase in phrases {
            let head = match phrase.letters[..] {
                [a, b, c, d, ..] => [a, b, c, d],
                [a, b, ..] => [a, b, '\0', '\0'],
                _ => continue,
            };
            let bit = hash(head);
            if let Some(bits) = all.bits.get_mut(bit / 64) {
                *bits |= 1 << (bit % 64);
            }
            all.by_head.entry(head).or_default().push(phrase);
        }
        all
    }

    /// The phrases that stand at `index`, the longest first.
    fn at<'a>(&'a self, letters: &'a [Letter], index: usize) -> impl Iterator<Item = &'a Phrase> {
        let rest = letters.get(index..).unwrap_or_default();
        let long = match rest {
            [a, b, c, d, ..] => self.of_head([a.folded, b.folded, c.folded, d.folded]),
            _ => &[],
        };
        let short = match rest {
            [a, b, ..] => self.of_head([a.folded, b.folded, '\0', '\0']),
            _ => &[],
        };
        let here = long.iter().chain(short);
        here.filter(move |phrase| stands_at(letters, index, &phrase.letters))
    }

    /// The phrases with `wanted` signs with which `text` begins, by where they end in it, the
    /// longest first of those of four letters and more; read from the text itself.
    pub(super) fn beginning<'a>(
        &'a self,
        text: &'a str,
        wanted: Signs,
    ) -> impl Iterator<Item = (usize, &'a Phrase)> {
        let mut letters = folds(text).map(|(_, folded, _)| folded);
        let mut next = || letters.next().unwrap_or_default();
        let head = [next(), next(), next(), next()];
        let long = self.of_head(head).iter();
        // The same ones where the text is that short.
        let short = match head {
            [_, _, '\0', _] => &[],
            [a, b, ..] => self.of_head([a, b, '\0', '\0']),
        };
        let here = long.chain(short).filter(move |each| each.signs.has(wanted));
        here.filter_map(move |phrase| Some((end_of(text, &phrase.letters)?, phrase)))
    }

    fn of_head(&self, head: Head) -> &[Phrase] {
        self.by_head.get(&head).map_or(&[], Vec::as_slice)
    }

    /// Whether one may begin with the letters of `head`: false where none does. Behind the
    /// end of a text come zeros.
    fn may_begin(&self, head: Head) -> bool {
        let is_set = |head: Head| {
            let bit = hash(head);
            let bits = self.bits.get(bit / 64).copied().unwrap_or_default();
            bits >> (bit % 64) & 1 == 1
        };
        let [a, b, ..] = head;
        is_set(head) || is_set([a, b, '\0', '\0'])
    }
}

fn hash(head: Head) -> usize {
    let mix = |hash: u32, letter: char| (hash ^ u32::from(letter)).wrapping_mul(0x9E37_79B1);
    (head.into_iter().fold(0, mix) >> (u32::BITS - HASH_BITS)) as usize
}

/// Of all phrases; both looks at a text find them in it.
pub(super) static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(phrases().collect()));

/// All phrases, set ones before calls.
pub(super) fn phrases() -> impl Iterator<Item = Phrase> {
    let set = PHRASES.iter().flat_map(|(r#use, kind, phrases)| {
        let each = phrases.split('|');
        each.map(|phrase| Phrase::new(phrase, Told::Set(*kind, *r#use)))
    });
    let calls = CALLS.iter().enumerate().flat_map(|(call, (_, starts, _))| {
        let each = starts.split('|');
        each.map(move |start| Phrase::new(start, Told::Call(call)))
    });
    set.chain(calls)
}

/// Whether a phrase or a call may begin with the letters of `head`. Asked once for each
/// letter, so that most places of a text are done with there.
pub(super) fn may_begin_phrase(head: Head) -> bool {
    INDEX.may_begin(head)
}

/// The longest phrase of a `wanted` use that begins at `index`.
pub(super) fn phrase_at(letters: &[Letter], index: usize, wanted: &[Use]) -> Option<Found> {
    letters.get(index).filter(|first| first.may_begin_phrase)?;
    let mut here = INDEX.at(letters, index);
    here.find_map(|phrase| match phrase.told {
        Told::Set(kind, r#use) if wanted.contains(&r#use) => Some(Found {
            n_letters: phrase.letters.len(),
            kind,
            r#use,
        }),
        Told::Set(..) | Told::Call(_) => None,
    })
}

/// The first phrase of a `wanted` use that stands anywhere in `letters`.
pub(super) fn phrase_in(letters: &[Letter], wanted: &[Use]) -> Option<(usize, Found)> {
    (0..letters.len())
        .filter(|index| begins_word(letters, *index))
        .find_map(|index| phrase_at(letters, index, wanted).map(|found| (index, found)))
}

fn stands_at(letters: &[Letter], index: usize, phrase: &[char]) -> bool {
    let Some(here) = letters.get(index..index + phrase.len()) else {
        return false;
    };
    let same = |(letter, wanted): (&Letter, &char)| letter.folded == *wanted;
    here.iter().zip(phrase).all(same) && ends_word(here.last(), letters.get(index + phrase.len()))
}

/// Where `phrase` ends in `text`, if that begins with it.
fn end_of(text: &str, phrase: &[char]) -> Option<usize> {
    let mut letters = folds(text);
    let mut last = ' ';
    for wanted in phrase {
        let (_, folded, raw) = letters.next()?;
        if folded != *wanted {
            return None;
        }
        last = raw;
    }
    let Some((end, _, next)) = letters.next() else {
        return Some(text.len());
    };
    let (before, behind) = (Traits::of(last), Traits::of(next));
    let ends = !before.has(Traits::ALPHANUMERIC)
        || !behind.has(Traits::ALPHANUMERIC)
        || before.has(Traits::UNSPACED)
        || before.may_be_glued(behind);
    ends.then_some(end)
}

fn ends_word(last: Option<&Letter>, next: Option<&Letter>) -> bool {
    let (Some(last), Some(next)) = (last, next) else {
        return true;
    };
    !last.is_alphanumeric
        || !next.is_alphanumeric
        || last.is_unspaced
        || is_glued(last.raw, next.raw)
}

/// Whether a call begins with `letters`, as far as [`CALLS`] knows them.
pub(super) fn call_at(letters: &[Letter], index: usize) -> Option<BoilerplateKind> {
    let rest = letters.get(index..)?;
    rest.first().filter(|first| first.may_begin_phrase)?;
    let mut here = INDEX.at(letters, index);
    here.find_map(|phrase| match phrase.told {
        Told::Call(call) => {
            let (kind, _, words) = CALLS.get(call)?;
            holds(rest, words).then_some(*kind)
        }
        Told::Set(..) => None,
    })
}

/// Whether one of `words`, separated by "|", stands in `letters`, at the beginning of a
/// word; those of more than one ending are cut before it.
fn holds(letters: &[Letter], words: &str) -> bool {
    let words: Vec<Vec<char>> = words.split('|').map(folded).collect();
    (0..letters.len())
        .filter(|index| begins_word(letters, *index))
        .any(|index| words.iter().any(|word| begins_with(letters, index, word)))
}

fn begins_with(letters: &[Letter], index: usize, word: &[char]) -> bool {
    letters
        .get(index..index + word.len())
        .is_some_and(|here| here.iter().zip(word).all(|(l, w)| l.folded == *w))
}

fn folded(phrase: &str) -> Vec<char> {
    phrase.trim().chars().filter_map(fold).collect()
}

/// Whether a phrase turns the page to another article, by how it begins and ends.
pub(super) fn turns_page(phrase: impl DoubleEndedIterator<Item = char> + Clone) -> bool {
    let first: String = phrase.clone().take(4).collect();
    let last: String = phrase.rev().take(4).collect();
    matches!(first.as_str(), "prev" | "next" | "shar" | "rate")
        && matches!(last.as_str(), "elci" | "yrot" | "tsop")
}

/// Whether `word`, folded, names a month.
pub(super) fn is_month(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded_words(MONTHS));
    WORDS.contains(word)
}

/// Whether `word`, folded, can stand beside the figures of a date.
pub(super) fn is_date_word(word: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| folded_words(DATE_WORDS));
    WORDS.contains(word)
}

fn folded_words(words: &str) -> FxHashSet<String> {
    words
        .split_whitespace()
        .map(|word| folded(word).into_iter().collect())
        .collect()
}
