//! Clues to a word's part of speech, as numbers: what a tagger looks at.
//!
//! They are those of Ratnaparkhi, "A Maximum Entropy Model for Part-Of-Speech Tagging"
//! (EMNLP 1996): the word, how it begins and ends, its shape, its neighbours, and the two
//! tags before it. For news we add three things:
//!
//! - Clitics: words of UAX #29 hold what treebanks keep apart ("l'année", "Ukraine's").
//!   The *core* of a word is tagged, while its neighbours see what stands next to them.
//! - The case of a sentence: in a headline in capitals, or with a capital at each word, a
//!   capital tells nothing.
//! - Figures are alike, by their length: "1984" is "0000".
//!
//! Nothing here is of one language, and nothing is allocated for a word.

use std::borrow::Cow;

use super::fold::{compose, is_apostrophe, is_mark};
use super::letter::Letter;
use super::part_of_speech::PartOfSpeech;

/// A word as it is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// Number of the word without its clitics, in lower case.
    core: u64,
    /// What the word before sees of it: its clitic in front, or the core.
    from_left: u64,
    /// What the word after sees of it: its clitic behind, or the core.
    from_right: u64,
    /// Numbers of the last one to four letters.
    endings: [u64; 4],
    /// Numbers of the first one to three letters.
    beginnings: [u64; 3],
    look: Look,
}

/// What of a word may be another in its sentence than by itself, and by what.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    shape: Shape,
    /// Whether there is a clitic in front.
    elided: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
enum Shape {
    /// No letter, no figure.
    #[default]
    Sign,
    /// All in small letters, or in letters that have no case.
    Small,
    /// With a capital at its head.
    Capital,
    /// The same for the first word of a sentence.
    First,
    /// In capitals.
    Capitals,
    /// With capitals inside.
    Mixed,
    /// Figures alone.
    Figures,
    /// Figures and letters.
    Coded,
    /// A capital at the head, as every word of the sentence has one.
    Titled,
    /// In small letters among words with capitals.
    SmallInTitle,
    /// In capitals, as the whole sentence.
    Shouted,
}

/// How many shapes there are.
pub(super) const SHAPES: usize = Shape::Shouted as usize + 1;

/// What capitals mean in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Names, and the first word.
    Sentence,
    /// Nothing: words of content have one each.
    Title,
    /// Nothing: there is nothing else.
    Capitals,
}

/// Clues of a word but those by the tags before.
pub const CLUES: usize = 20;

/// Clues by the tags before.
pub const HISTORY_CLUES: usize = 6;

/// What stands before a sentence, as a tag.
pub const START: usize = PartOfSpeech::COUNT;

/// The words of a sentence, as they are seen.
pub fn views(words: &[&str], views: &mut Vec<View>) {
    views.clear();
    views.extend(words.iter().map(|word| View::new(word)));
    let mut looks: Vec<_> = views.iter().map(|view| view.look).collect();
    settle(words, &mut looks);
    for (view, look) in views.iter_mut().zip(looks) {
        view.look = look;
    }
}

/// Tells what the capitals of `words` mean by their sentence, where `looks` are of each word
/// by itself.
pub(super) fn settle(words: &[&str], looks: &mut [Look]) {
    let case = case_of(words, looks);
    let mut first = true;
    for look in looks {
        look.shape = match (look.shape, case) {
            (Shape::Capital, Case::Title) => Shape::Titled,
            (Shape::Small, Case::Title) => Shape::SmallInTitle,
            (Shape::Capital | Shape::Capitals, Case::Capitals) => Shape::Shouted,
            (Shape::Capital, _) if first && !look.elided => Shape::First,
            (shape, _) => shape,
        };
        first &= look.shape == Shape::Sign;
    }
}

/// What capitals mean in the sentence of `words`.
fn case_of(words: &[&str], looks: &[Look]) -> Case {
    /// Shorter words are small in many titles: "of", "the".
    const TITLE_BYTES: usize = 4;
    let mut n = [0_usize; SHAPES];
    for look in looks {
        if let Some(n) = n.get_mut(look.shape()) {
            *n += 1;
        }
    }
    let of = |shape: Shape| n.get(shape as usize).copied().unwrap_or_default();
    let small = of(Shape::Small) + of(Shape::Mixed);
    let (capitals, headed) = (of(Shape::Capitals), of(Shape::Capital));
    if small == 0 && capitals > 1 && headed <= capitals {
        return Case::Capitals;
    }
    if headed < 3 {
        return Case::Sentence;
    }
    let long_and_small = looks
        .iter()
        .zip(words)
        .filter(|(look, word)| look.shape == Shape::Small && word.len() > TITLE_BYTES);
    if long_and_small.count() * 8 <= headed {
        Case::Title
    } else {
        Case::Sentence
    }
}

impl View {
    /// How `word` looks by itself.
    pub(super) fn new(word: &str) -> Self {
        let word = normal(word);
        let (front, core, behind) = divided(&word);
        let mut view = Self::of_core(core);
        view.look.elided = !front.is_empty();
        view.from_left = if front.is_empty() {
            view.core
        } else {
            number_of(front)
        };
        view.from_right = if behind.is_empty() {
            view.core
        } else {
            number_of(behind)
        };
        view
    }

    fn of_core(core: &str) -> Self {
        let mut view = Self::default();
        let mut last = [0; 4];
        let mut letters = Letters::default();
        for (i, character) in core.chars().enumerate() {
            let plain = letters.note(character, i);
            view.core = joined(view.core, plain);
            if let Some(beginning) = view.beginnings.get_mut(i) {
                *beginning = view.core;
            }
            last = [plain, last[0], last[1], last[2]];
        }
        let mut ending = 1;
        for (number, plain) in view.endings.iter_mut().zip(last) {
            ending = joined(ending, plain);
            *number = ending;
        }
        view.look.shape = letters.shape();
        view
    }

    /// How it looks, by itself or in its sentence.
    pub(super) fn look(&self) -> Look {
        self.look
    }

    /// Whether it is a word, or a number.
    pub fn is_word(&self) -> bool {
        self.look.is_word()
    }
}

impl Look {
    /// Number of its shape.
    pub(super) fn shape(self) -> usize {
        self.shape as usize
    }

    /// Whether it is that of a word, or of a number.
    pub(super) fn is_word(self) -> bool {
        self.shape != Shape::Sign
    }
}

/// What letters a word has.
#[derive(Clone, Copy, Debug, Default)]
struct Letters {
    n: usize,
    n_upper: usize,
    n_figures: usize,
    headed: bool,
}

impl Letters {
    /// Counts `character`, and returns it in lower case, figures as one.
    fn note(&mut self, character: char, i: usize) -> u64 {
        let lower = match character {
            '0'..='9' => {
                self.n_figures += 1;
                return u64::from(b'0');
            }
            'a'..='z' => character,
            _ if character.is_ascii() && !character.is_ascii_uppercase() => {
                return u64::from(character);
            }
            '“' | '”' | '„' | '«' | '»' => return u64::from(b'"'),
            '–' | '—' => return u64::from(b'-'),
            _ => {
                let letter = Letter::of(character);
                if letter.is_uppercase() {
                    self.n_upper += 1;
                    self.headed |= i == 0;
                    letter.lower()
                } else if letter.is_numeric() {
                    self.n_figures += 1;
                    return u64::from(b'0');
                } else if letter.is_alphabetic() {
                    character
                } else {
                    return u64::from(character);
                }
            }
        };
        self.n += 1;
        u64::from(lower)
    }

    fn shape(self) -> Shape {
        match self {
            Self {
                n: 0, n_figures: 0, ..
            } => Shape::Sign,
            Self { n: 0, .. } => Shape::Figures,
            Self { n_figures: 1.., .. } => Shape::Coded,
            Self { n_upper: 0, .. } => Shape::Small,
            Self { n, n_upper, .. } if n == n_upper && n > 1 => Shape::Capitals,
            Self {
                n_upper: 1,
                headed: true,
                ..
            } => Shape::Capital,
            _ => Shape::Mixed,
        }
    }
}

/// `word` in NFC; the others are so rare that they may cost.
fn normal(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || !word.contains(is_mark) {
        return Cow::Borrowed(word);
    }
    compose(word)
}

/// `word` without its clitics, between that in front ("l", "qu") and that behind ("s",
/// "ll"). "n't" is none: what is left of "won't" is no word.
fn divided(word: &str) -> (&str, &str, &str) {
    let whole = ("", word, "");
    let Some((left, right)) = word.split_once(|c| c == '\'' || is_apostrophe(c)) else {
        return whole;
    };
    if left.is_empty() || right.is_empty() {
        return whole;
    }
    let is_behind = |clitic: &&str| right.eq_ignore_ascii_case(clitic);
    if ["s", "m", "re", "ve", "ll", "d"].iter().any(is_behind) {
        return ("", left, right);
    }
    let bytes = left.as_bytes();
    let short = bytes.len() == 1 && right.len() > 1;
    let qu = matches!(bytes, [.., b'q' | b'Q', b'u' | b'U']);
    if short || qu {
        (left, right, "")
    } else {
        whole
    }
}

/// The number of `clitic`.
fn number_of(clitic: &str) -> u64 {
    let lower = clitic
        .bytes()
        .map(|byte| u64::from(byte.to_ascii_lowercase()));
    lower.fold(u64::from(b'\''), joined)
}

/// The number of a row of letters that goes on with `letter`.
fn joined(row: u64, letter: u64) -> u64 {
    (row.rotate_left(5) ^ letter).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// The number of a clue of `kind`: as good as random in all of its bits.
#[allow(clippy::cast_possible_truncation, reason = "the halves of a product")]
fn clue(kind: u64, value: u64) -> u64 {
    let kind = (kind + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let product = u128::from(value ^ kind) * u128::from(kind.rotate_left(29) | 1);
    let mixed = product as u64 ^ (product >> 64) as u64;
    let product = u128::from(mixed) * 0xE703_7ED1_A0B4_28DB;
    product as u64 ^ (product >> 64) as u64
}

/// Two numbers as one.
fn pair(left: u64, right: u64) -> u64 {
    left.rotate_left(17).wrapping_mul(0xA076_1D64_78BD_642F) ^ right
}

/// The clues of word number `i`, but those by the tags before.
pub fn clues(views: &[View], i: usize) -> [u64; CLUES] {
    let outside = View::default();
    let at = |i: Option<usize>| i.and_then(|i| views.get(i)).unwrap_or(&outside);
    let word = at(Some(i));
    let (before, after) = (at(i.checked_sub(1)), at(Some(i + 1)));
    let (before2, after2) = (at(i.checked_sub(2)), at(Some(i + 2)));
    let [core, last1, last2, last3, last4, first1, first2, first3] = word.own_clues();
    let [previous, ending_before] = before.clues_as_before();
    let [next, ending_after] = after.clues_as_after();
    let [ending, left, right, shapes, around] =
        joint_clues([before, word, after], [before.look, word.look, after.look]);
    [
        shape_clue(word.look.shape()),
        core,
        last1,
        last2,
        last3,
        last4,
        first1,
        first2,
        first3,
        ending,
        word.clue_of_clitic_in_front().unwrap_or(previous),
        word.clue_of_clitic_behind().unwrap_or(next),
        before2.clue_as_second_before(),
        after2.clue_as_second_after(),
        ending_before,
        ending_after,
        left,
        right,
        shapes,
        around,
    ]
}

/// The clue of a shape, by its number.
pub(super) fn shape_clue(shape: usize) -> u64 {
    clue(0, shape as u64)
}

impl View {
    /// The clues of the word by itself, whatever its shape.
    pub(super) fn own_clues(&self) -> [u64; 8] {
        let [last1, last2, last3, last4] = self.endings;
        let [first1, first2, first3] = self.beginnings;
        [
            clue(1, self.core),
            clue(2, last1),
            clue(3, last2),
            clue(4, last3),
            clue(5, last4),
            clue(6, first1),
            clue(7, first2),
            clue(8, first3),
        ]
    }

    /// What it tells of the word behind it: by itself, and by its ending.
    pub(super) fn clues_as_before(&self) -> [u64; 2] {
        [clue(10, self.from_right), clue(14, self.endings[2])]
    }

    /// What it tells of the word before it.
    pub(super) fn clues_as_after(&self) -> [u64; 2] {
        [clue(11, self.from_left), clue(15, self.endings[2])]
    }

    /// What a clitic in front tells of the core, in the place of the word before.
    pub(super) fn clue_of_clitic_in_front(&self) -> Option<u64> {
        self.look.elided.then(|| clue(10, self.from_left))
    }

    /// What a clitic behind tells of the core, in the place of the word behind.
    pub(super) fn clue_of_clitic_behind(&self) -> Option<u64> {
        (self.from_right != self.core).then(|| clue(11, self.from_right))
    }

    /// What it tells of the second word behind it.
    pub(super) fn clue_as_second_before(&self) -> u64 {
        clue(12, self.from_right)
    }

    /// What it tells of the second word before it.
    pub(super) fn clue_as_second_after(&self) -> u64 {
        clue(13, self.from_left)
    }
}

/// The clues that two or three things make together: a word between its neighbours, and how
/// each looks in the sentence.
pub(super) fn joint_clues(views: [&View; 3], looks: [Look; 3]) -> [u64; 5] {
    let [before, word, after] = views;
    let [shape_before, shape, shape_after] = looks.map(|look| look.shape as u64);
    let (previous, next) = (before.from_right, after.from_left);
    [
        clue(9, pair(shape, word.endings[2])),
        clue(16, pair(previous, word.core)),
        clue(17, pair(word.core, next)),
        clue(18, pair(shape, pair(shape_before, shape_after))),
        clue(19, pair(previous, next)),
    ]
}

/// The clues of `word` by the tags of the two words before it, the nearer one first.
pub fn history_clues(word: &View, after: &View, tags: [usize; 2]) -> [u64; HISTORY_CLUES] {
    let [by_nearer, by_both] = tag_clues(tags);
    let [nearer, _] = tags;
    let [core, ending, next] = joint_history_clues(word, after, nearer);
    let shape = shape_history_clue(word.look.shape(), nearer);
    [by_nearer, by_both, core, ending, next, shape]
}

/// The clues of two tags alone.
pub(super) fn tag_clues([nearer, farther]: [usize; 2]) -> [u64; 2] {
    let [nearer, farther] = [nearer, farther].map(|tag| tag as u64 + 1);
    [clue(20, nearer), clue(21, pair(nearer, farther))]
}

/// The clues that the tag before makes with `word`, and with the word `after` it.
pub(super) fn joint_history_clues(word: &View, after: &View, nearer: usize) -> [u64; 3] {
    let nearer = nearer as u64 + 1;
    [
        clue(22, pair(nearer, word.core)),
        clue(23, pair(nearer, word.endings[2])),
        clue(24, pair(nearer, after.from_left)),
    ]
}

/// The clue that the tag before makes with a shape, by its number.
pub(super) fn shape_history_clue(shape: usize, nearer: usize) -> u64 {
    clue(25, pair(nearer as u64 + 1, shape as u64))
}
