//! The words of a document as they are written, and what each tells wherever it stands: found
//! once for each, and not where it comes again.
//!
//! A table of the last ones, direct-mapped, as processors have: it changes no answer, and
//! takes no more room for a text in which every word is new.

use crate::base::Span;
use crate::stem::{Form, Key, Lookup, Piece};
use crate::text::{Folded, is_file_name};

use rustc_hash::FxHashSet;

use super::language::Ways;
use super::numbers::Stems;
use super::word::{Spelling, is_headed};

/// Longer words are links, hashes and keyboards under cats: no keywords.
pub(super) const WORD_CHARACTERS_MAX: usize = 60;

/// What is known of a word by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    /// Number of its stem.
    pub(super) stem: u32,
    /// Whether it is a stop word of the language.
    pub(super) stop_word: bool,
    /// Whether it is one of the caller's.
    pub(super) extra_stop_word: bool,
    /// Its letters.
    pub(super) spelling: Spelling,
    /// How it looks.
    pub(super) looks: Looks,
}

/// What a word tells by how it is written.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is so of a word is so each by itself"
)]
pub(super) struct Looks {
    /// Bytes at its end that are a genitive's: "Ukraine's".
    pub(super) genitive: u8,
    /// Whether it begins with a capital.
    pub(super) headed: bool,
    /// Whether it is no longer than a keyword's word may be, and no name of a file.
    pub(super) fits: bool,
    /// Whether it has one character.
    pub(super) single: bool,
    /// Whether it is an elided article: "L'".
    pub(super) elided: bool,
    /// Whether it is the first word of a name, shortened: "St. Louis".
    pub(super) shortened_name: bool,
    /// Whether it ends as English gerunds do: "mining".
    pub(super) gerund: bool,
    /// Whether it joins two nouns in the language: "of".
    pub(super) connector: bool,
    /// Whether it stands in names, in texts of any language that has it for no word of its
    /// own: "van".
    pub(super) particle: bool,
}

/// First words of names, shortened.
const SHORTENED_NAMES: [&str; 4] = ["St", "Ste", "Mt", "Ft"];

/// Shorter words in "-ing" are nouns: "king", "thing".
const GERUND_BYTES_MIN: usize = 5;

impl Looks {
    const NONE: Self = Self {
        genitive: 0,
        headed: false,
        fits: false,
        single: false,
        elided: false,
        shortened_name: false,
        gerund: false,
        connector: false,
        particle: false,
    };

    /// Those of `written`.
    pub(super) fn of(written: &str, ways: &Ways) -> Self {
        let genitive = ways.genitive.len(written);
        let without_genitive = written.get(..written.len() - genitive).unwrap_or_default();
        let plain = without_genitive.trim_end_matches(['\'', '’']);
        Self {
            genitive: u8::try_from(genitive).unwrap_or_default(),
            headed: is_headed(written),
            fits: is_short(written) && (!is_file_name(written) || is_program(written)),
            single: written.chars().nth(1).is_none(),
            elided: is_elided(written),
            shortened_name: SHORTENED_NAMES.contains(&written.trim_end_matches('.')),
            gerund: written.len() > GERUND_BYTES_MIN && written.ends_with("ing"),
            connector: ways.connectors.contains(&plain),
            particle: is_particle(plain),
        }
    }
}

/// Whether `written` is no longer than a keyword's word may be.
fn is_short(written: &str) -> bool {
    // A word never has more characters than bytes: most need no count.
    written.len() <= WORD_CHARACTERS_MAX || written.chars().count() <= WORD_CHARACTERS_MAX
}

/// Whether `written` names a program, not a file: "Node.js".
fn is_program(written: &str) -> bool {
    is_headed(written) && written.strip_suffix(".js").is_some()
}

/// Whether `written` ends with an apostrophe.
fn is_elided(written: &str) -> bool {
    let last = written.as_bytes().last();
    !last.is_some_and(u8::is_ascii_alphanumeric) && written.ends_with(['\'', '’', 'ʼ'])
}

/// Whether `written` stands in names of some language.
fn is_particle(written: &str) -> bool {
    matches!(
        written,
        "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "al"
            | "ten"
            | "ter"
            | "zu"
            | "af"
            | "de"
            | "da"
            | "di"
            | "du"
            | "dos"
            | "del"
            | "della"
            | "la"
            | "le"
    )
}

/// Words of a document, as far as they are known.
pub(super) struct Lexicon<'t> {
    ways: &'static Ways,
    extra_stop_words: FxHashSet<Folded>,
    /// As many as a power of two.
    slots: Vec<Slot<'t>>,
}

#[derive(Clone, Copy)]
struct Slot<'t> {
    key: Key,
    written: &'t str,
    lexeme: Lexeme,
}

/// Bytes of text for which there is a place: as many places as words, about.
const BYTES_PER_SLOT: usize = 8;

/// Places for the words of a long text, 220 KB, and of a short one.
const SLOTS_MAX: usize = 1 << 12;
const SLOTS_MIN: usize = 1 << 6;

impl<'t> Lexicon<'t> {
    /// An empty one for a document of `text_bytes`.
    pub(super) fn new(
        ways: &'static Ways,
        extra_stop_words: FxHashSet<Folded>,
        text_bytes: usize,
    ) -> Self {
        let n_slots = (text_bytes / BYTES_PER_SLOT).clamp(SLOTS_MIN, SLOTS_MAX);
        Self {
            ways,
            extra_stop_words,
            slots: vec![Slot::FREE; n_slots.next_power_of_two()],
        }
    }

    /// The word that `piece` of `text` is; a stem that is new gets its number from `stems`.
    #[inline]
    pub(super) fn word(
        &mut self,
        (text, piece): (&'t str, Piece),
        lookup: &mut Lookup,
        stems: &mut Stems,
    ) -> Lexeme {
        if piece.form != Form::Whole {
            return self.made((text, piece), lookup, stems);
        }
        let key = Key::at(text.as_bytes(), piece.span, false);
        let at = key.index(self.slots.len());
        if let Some(slot) = self.slots.get(at)
            && slot.is_of(key, text, piece.span)
        {
            return slot.lexeme;
        }
        let lexeme = self.made((text, piece), lookup, stems);
        if let Some(slot) = self.slots.get_mut(at)
            && key != Key::NONE
        {
            *slot = Slot {
                key,
                written: piece.span.slice(text).unwrap_or_default(),
                lexeme,
            };
        }
        lexeme
    }

    #[inline(never)]
    fn made(&self, (text, piece): (&str, Piece), lookup: &mut Lookup, stems: &mut Stems) -> Lexeme {
        let written = piece.span.slice(text).unwrap_or_default();
        let term = lookup.term_of(text, piece);
        let extra = &self.extra_stop_words;
        Lexeme {
            stem: stems.number(&term.stem),
            stop_word: term.stop_word,
            extra_stop_word: !extra.is_empty() && extra.contains(&term.folded),
            spelling: Spelling::of(written),
            looks: Looks::of(written, self.ways),
        }
    }
}

impl Slot<'_> {
    const FREE: Self = Self {
        key: Key::FREE,
        written: "",
        lexeme: Lexeme {
            stem: 0,
            stop_word: false,
            extra_stop_word: false,
            spelling: Spelling::NONE,
            looks: Looks::NONE,
        },
    };

    /// Whether it is that of the word at `span` of `text`, which has this `key`.
    #[inline]
    fn is_of(&self, key: Key, text: &str, span: Span) -> bool {
        self.key == key && (span.len() <= Key::BYTES || span.slice(text) == Some(self.written))
    }
}
