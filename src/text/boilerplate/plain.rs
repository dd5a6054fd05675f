//! Sentences in which nothing can stand that is not the article, told from their bytes:
//! nearly all of news. Whatever could be something else is left to `part`, which reads it
//! letter by letter and decides; the tests hold the two ways equal on arbitrary pages.
//!
//! The rules of `part` need one of: a set phrase at the beginning, or inside where `sign`
//! tells it; few words between bars; brackets around; an arrow; a sign of rights.

use super::super::scan::letters_and_capitals_at;
use super::letters::{Traits, fold, is_arrow, is_bar};
use super::part::{MENU_ITEM_WORDS_MAX, ends_as_sentence};
use super::sign::{FIRST_LOOK, FirstLook, Signs, section_end};

/// What is to be known of a sentence of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub n_words: usize,
    /// Whether it ends as one that states something.
    pub ends: bool,
}

/// Reads the sentence `raw`, which is told from what is before and behind; none where it
/// has to be looked at by its letters.
pub(super) fn plain(raw: &str) -> Option<Plain> {
    let mut reader = Reader {
        raw,
        look: &FIRST_LOOK,
        before: Traits::BLANK,
        announces: Announces::No,
        n_words: 0,
        n_unspaced: 0,
        within: false,
        n_bars: 0,
        begun: false,
        has_letter: false,
    };
    reader.read()?;
    let n_words = reader.n_words + reader.n_unspaced.div_ceil(2);
    let may_be_menu = reader.n_bars > 0 && n_words <= MENU_ITEM_WORDS_MAX * (reader.n_bars + 1);
    (reader.begun && !may_be_menu).then(|| Plain {
        n_words,
        ends: ends_as_sentence(raw.chars().rev().filter_map(fold)),
    })
}

/// Whether a mark stands before, behind which a call may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Announces {
    No,
    Mark,
    MarkAndBlank,
}

struct Reader<'t> {
    raw: &'t str,
    look: &'static FirstLook,
    /// Of the character before.
    before: Traits,
    announces: Announces,
    n_words: usize,
    n_unspaced: usize,
    /// Whether a word goes on.
    within: bool,
    n_bars: usize,
    /// Whether the first word has come.
    begun: bool,
    /// Whether a letter has come.
    has_letter: bool,
}

impl Reader<'_> {
    /// Reads all; none where something may stand in it.
    fn read(&mut self) -> Option<()> {
        let bytes = self.raw.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphabetic() {
                let (n_letters, has_capitals) = letters_and_capitals_at(bytes, at);
                self.word(at, bytes.get(at..at + n_letters)?, has_capitals)?;
                at += n_letters;
            } else if byte == b' ' {
                self.blank();
                at += 1;
            } else if byte.is_ascii() {
                self.character(char::from(byte), at)?;
                at += 1;
            } else {
                let character = self.raw.get(at..)?.chars().next()?;
                self.character(character, at)?;
                at += character.len_utf8();
                // Behind a character of Chinese a word begins.
                if self.before.has(Traits::ALPHABETIC) && !self.before.has(Traits::UNSPACED) {
                    at += self.small_letters(bytes.get(at..)?);
                }
            }
        }
        Some(())
    }

    /// Reads the small letters of Cyrillic with which `rest` begins, and which go on with a
    /// word: how many bytes they take.
    #[inline]
    fn small_letters(&mut self, rest: &[u8]) -> usize {
        let (pairs, _) = rest.as_chunks::<2>();
        let is_small = |pair: &&[u8; 2]| matches!(pair, [0xD0, 0xB0..=0xBF] | [0xD1, 0x80..=0x8F]);
        let n_letters = pairs.iter().take_while(is_small).count();
        if n_letters > 0 {
            self.before = ascii(b'a');
        }
        2 * n_letters
    }

    /// Reads `letters` of ASCII, the first at byte `at`; capitals may stand behind it.
    #[inline]
    fn word(&mut self, at: usize, letters: &[u8], has_capitals: bool) -> Option<()> {
        self.letter(ascii(*letters.first()?), at)?;
        if has_capitals {
            for (index, pair) in letters.windows(2).enumerate() {
                if let [b'a'..=b'z', b'A'..=b'Z'] = pair {
                    self.before = ascii(b'a');
                    self.begins(ascii(b'A'), at + index + 1)?;
                }
            }
        }
        self.before = letters.last().map_or(self.before, |last| ascii(*last));
        Some(())
    }

    /// Reads a letter or a figure at byte `at`.
    #[inline]
    fn letter(&mut self, traits: Traits, at: usize) -> Option<()> {
        let follows = !self.before.has(Traits::ALPHANUMERIC)
            || traits.has(Traits::UNSPACED)
            || self.before.may_be_glued(traits);
        // Full stops of Chinese count as letters, but begin nothing.
        if follows && traits.has(Traits::ALPHANUMERIC) {
            self.begins(traits, at)?;
        }
        self.has_letter |= traits.has(Traits::ALPHABETIC);
        if traits.has(Traits::UNSPACED) {
            self.n_unspaced += 1;
            self.within = false;
        } else {
            self.n_words += usize::from(!self.within);
            self.within = true;
        }
        self.before = traits;
        self.announces = Announces::No;
        Some(())
    }

    /// Looks at what begins at byte `at`, where a word does.
    #[inline]
    fn begins(&mut self, traits: Traits, at: usize) -> Option<()> {
        if !self.begun {
            self.begun = true;
            return self.begins_plainly(at).then_some(());
        }
        let wanted = if !self.has_letter {
            Signs::ALL
        } else if traits.has(Traits::UPPERCASE) {
            self.wanted_of_capital()
        } else if traits.has(Traits::UNSPACED) {
            Signs::ANYWHERE.and(Signs::SOURCE)
        } else {
            Signs::ANYWHERE
        };
        let begins_plainly = wanted == Signs::ANYWHERE && !self.look.may_begin(self.raw, at)
            || self.look.signs(self.raw, at, wanted).is_none();
        begins_plainly.then_some(())
    }

    /// Whether a sentence that begins with the word at byte `at` does so as none of a
    /// page's frame does. Names of sections are no more than a word, unless other labels
    /// follow.
    fn begins_plainly(&self, at: usize) -> bool {
        let here = self.look.signs(self.raw, at, Signs::ALL);
        if here.is_none() {
            return true;
        }
        if !here.without(Signs::SECTION).is_none() {
            return false;
        }
        let section = self.raw.get(at..).unwrap_or_default();
        let end = section_end(section).unwrap_or_default();
        let rest = section.get(end..).unwrap_or_default();
        let next = rest.find(|c: char| Traits::of(c).has(Traits::ALPHABETIC));
        let labels = Signs::SECTION.and(Signs::FRAME);
        next.is_some_and(|next| self.look.signs(rest, next, labels).is_none())
    }

    fn wanted_of_capital(&self) -> Signs {
        let wanted = Signs::ANYWHERE.and(Signs::SOURCE);
        match (self.before.has(Traits::BLANK), self.announces) {
            (false, _) => wanted.and(Signs::FRAME),
            (true, Announces::MarkAndBlank) => wanted.and(Signs::TURN).and(Signs::CALL),
            (true, Announces::No | Announces::Mark) => wanted.and(Signs::TURN),
        }
    }

    #[inline]
    fn blank(&mut self) {
        if self.announces != Announces::No {
            self.announces = Announces::MarkAndBlank;
        }
        self.within = false;
        self.before = Traits::BLANK;
    }

    /// Reads a character at byte `at` that is no letter of ASCII.
    fn character(&mut self, raw: char, at: usize) -> Option<()> {
        let traits = mark(raw).unwrap_or_else(|| Traits::of(raw));
        if traits.has(Traits::ALPHANUMERIC.and(Traits::UNSPACED)) {
            return self.letter(traits, at);
        }
        if traits.has(Traits::DROPPED) {
            return Some(());
        }
        if traits.has(Traits::BLANK) {
            self.blank();
            return Some(());
        }
        match raw {
            '©' => return None,
            _ if is_arrow(raw) => return None,
            '[' | '(' | '（' | '¿' if !self.begun => return None,
            _ => self.n_bars += usize::from(is_bar(raw)),
        }
        let folded = fold(raw)?;
        self.within &= matches!(folded, '\'' | '-' | '.' | ',');
        let announces = matches!(folded, ':' | '-' | '?' | '!' | '|' | '>');
        self.announces = if announces {
            Announces::Mark
        } else {
            Announces::No
        };
        self.before = traits;
        Some(())
    }
}

/// The traits of a letter of ASCII.
#[inline]
fn ascii(letter: u8) -> Traits {
    let letters = Traits::ALPHANUMERIC.and(Traits::ALPHABETIC);
    if letter.is_ascii_uppercase() {
        letters.and(Traits::UPPERCASE)
    } else {
        letters.and(Traits::LOWERCASE)
    }
}

/// The traits of dashes and quotation marks, which Unicode's tables would tell as well.
#[inline]
fn mark(raw: char) -> Option<Traits> {
    matches!(raw, '\u{2010}'..='\u{2027}').then_some(Traits::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_news_are_plain() {
        for (text, n_words) in [
            (
                "The ferry left at six, and U.S.-backed crews in 2019 didn’t mind.",
                12,
            ),
            (
                "“China’s harbours are open,” Ada Quill (67) said — twice.",
                9,
            ),
            ("Паром ушёл в шесть часов утра.", 6),
        ] {
            let expected = Plain {
                n_words,
                ends: true,
            };
            assert_eq!(plain(text), Some(expected), "{text}");
        }
        assert_eq!(
            plain("What comes next").map(|plain| plain.ends),
            Some(false)
        );
    }

    #[test]
    fn what_may_be_of_a_page_s_frame_is_not() {
        for text in [
            "Menu",
            "World",
            "World News",
            "2024 Menu",
            "© 2024",
            "Home | News | Ferries",
            "[Why the pier is closed]",
            "(AP Photo/Ada Quill)",
            "Copyright Ada Quill",
            "The pier. All rights reserved",
            "A pier Photo: Ada Quill",
            "★★★",
            "Storm →",
            "For you: Sign up for our newsletter",
            "The pier Previous Article",
            "",
            "The pier is shutNext Article",
            "本文未经授权不得转",
            "本все права защищены",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
