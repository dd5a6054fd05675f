//! Words as they are written, and what each tells wherever it stands: found once for each,
//! and not where it comes again.
//!
//! Each thread keeps a table of the last ones for each of a few languages, direct-mapped, as
//! processors have: it never changes an answer, and grows to a bound, where a new word takes
//! the place of an old one. Only the numbers of stems are of one document.

use std::cell::RefCell;

use smol_str::SmolStr;

use crate::base::Span;
use crate::stem::{Analyzer, Form, Key, Lookup, Piece};
use crate::text::is_file_name;

use super::language::Ways;
use super::numbers::Stems;
use super::stem_traits::{StemLists, StemTraits};
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

/// Words of texts in one language, as far as they are known, and their numbers in the
/// document that is being read.
pub(super) struct Lexicon {
    analyzer: Analyzer,
    ways: &'static Ways,
    lists: StemLists,
    /// As many as a power of two.
    slots: Vec<Slot>,
    /// What stands behind the word in each.
    origins: Vec<Origin>,
    /// Words that it did not hold, since there are so many places.
    n_new: usize,
    /// Number of the document.
    document: u32,
}

/// A word, and what is known of it: all that is read where it comes again.
#[derive(Clone, Copy)]
struct Slot {
    key: Key,
    /// The last document that it was numbered for.
    document: u32,
    lexeme: Lexeme,
}

/// What is read of a word once a document, or where its key has not all of it.
#[derive(Clone)]
struct Origin {
    /// As it is written, where it is that long.
    written: SmolStr,
    stem: SmolStr,
    traits: StemTraits,
}

/// Places in one that is full: 850 KB, and long words.
const SLOTS: usize = 1 << 13;

/// Places in a new one.
const SLOTS_FIRST: usize = 1 << 9;

/// How many times as many places it gets when it was asked for as many words that it did not
/// hold as it has.
const GROWTH: usize = 4;

/// Lexicons that a thread keeps: those of the last few languages that it worked on.
const LEXICONS_MAX: usize = 4;

thread_local! {
    /// The last one used comes last.
    static LEXICONS: RefCell<Vec<Lexicon>> = const { RefCell::new(Vec::new()) };
}

impl Lexicon {
    fn new(analyzer: &Analyzer) -> Self {
        Self {
            analyzer: *analyzer,
            ways: Ways::of(analyzer.language),
            lists: StemLists::of(analyzer),
            slots: vec![Slot::FREE; SLOTS_FIRST],
            origins: vec![Origin::NONE; SLOTS_FIRST],
            n_new: 0,
            document: 0,
        }
    }

    /// Lends this thread's lexicon of `analyzer` for a document, a new one where there is
    /// none.
    pub(super) fn lend<T>(analyzer: &Analyzer, work: impl FnOnce(&mut Self) -> T) -> T {
        // Taken out and put back, so that a panic leaves none behind.
        let known = LEXICONS.with_borrow_mut(|lexicons| {
            let at = lexicons
                .iter()
                .position(|each| each.analyzer == *analyzer)?;
            Some(lexicons.remove(at))
        });
        let mut lexicon = known.unwrap_or_else(|| Self::new(analyzer));
        lexicon.begin();
        let answer = work(&mut lexicon);
        LEXICONS.with_borrow_mut(|lexicons| {
            if lexicons.len() >= LEXICONS_MAX {
                lexicons.remove(0);
            }
            lexicons.push(lexicon);
        });
        answer
    }

    /// Begins a document: no word has a number in it yet.
    fn begin(&mut self) {
        if self.document == u32::MAX {
            self.slots.fill(Slot::FREE);
            self.document = 0;
        }
        self.document += 1;
    }

    /// The word that `piece` of `text` is; a stem that is new gets its number from `stems`.
    #[inline]
    pub(super) fn word(
        &mut self,
        (text, piece): (&str, Piece),
        lookup: &mut Lookup,
        stems: &mut Stems,
    ) -> Lexeme {
        let key = match piece.form {
            Form::Whole => Key::at(text.as_bytes(), piece.span, false),
            Form::Elided | Form::Dotted | Form::Tagged => Key::NONE,
        };
        let at = key.index(self.slots.len());
        if let Some(slot) = self.slots.get_mut(at)
            && slot.key == key
            && let Some(origin) = self.origins.get(at)
            && (piece.span.len() <= Key::BYTES || origin.is_of(text, piece.span))
        {
            if slot.document != self.document {
                slot.document = self.document;
                slot.lexeme.stem = stems.number(&origin.stem, origin.traits);
            }
            return slot.lexeme;
        }
        self.learn((text, piece), key, lookup, stems)
    }

    #[inline(never)]
    fn learn(
        &mut self,
        (text, piece): (&str, Piece),
        key: Key,
        lookup: &mut Lookup,
        stems: &mut Stems,
    ) -> Lexeme {
        let written = piece.span.slice(text).unwrap_or_default();
        let term = lookup.term_of(text, piece);
        let traits = self.lists.traits_of(&term.stem);
        let lexeme = Lexeme {
            stem: stems.number(&term.stem, traits),
            stop_word: term.stop_word,
            spelling: Spelling::of(written),
            looks: Looks::of(written, self.ways),
        };
        if key == Key::NONE {
            return lexeme;
        }
        self.n_new += 1;
        let n_slots = self.slots.len();
        if self.n_new > n_slots && n_slots < SLOTS {
            self.slots = vec![Slot::FREE; n_slots * GROWTH];
            self.origins = vec![Origin::NONE; n_slots * GROWTH];
            self.n_new = 0;
        }
        let at = key.index(self.slots.len());
        if let (Some(slot), Some(origin)) = (self.slots.get_mut(at), self.origins.get_mut(at)) {
            let document = self.document;
            *slot = Slot {
                key,
                document,
                lexeme,
            };
            let is_long = written.len() > Key::BYTES;
            *origin = Origin {
                written: SmolStr::new(if is_long { written } else { "" }),
                stem: term.stem,
                traits,
            };
        }
        lexeme
    }
}

impl Slot {
    const FREE: Self = Self {
        key: Key::FREE,
        document: 0,
        lexeme: Lexeme {
            stem: 0,
            stop_word: false,
            spelling: Spelling::NONE,
            looks: Looks::NONE,
        },
    };
}

impl Origin {
    const NONE: Self = Self {
        written: SmolStr::new_static(""),
        stem: SmolStr::new_static(""),
        traits: StemTraits::NONE,
    };

    /// Whether it is that of the long word at `span` of `text`.
    fn is_of(&self, text: &str, span: Span) -> bool {
        span.slice(text) == Some(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::stem::groups;
    use proptest::prelude::*;

    fn analyzer() -> Analyzer {
        Analyzer::new(Language::from_code("en").unwrap())
    }

    /// What `lexicon` knows of the words of `text`, with their stems.
    fn known(lexicon: &mut Lexicon, lookup: &mut Lookup, text: &str) -> Vec<String> {
        lexicon.begin();
        let mut stems = Stems::default();
        let pieces: Vec<_> = groups(text, None)
            .flat_map(|group| group.pieces().collect::<Vec<_>>())
            .collect();
        let words = pieces.into_iter().map(|piece| {
            let lexeme = lexicon.word((text, piece), lookup, &mut stems);
            let stem = stems.get(lexeme.stem).unwrap_or_default();
            let traits = stems.traits_of(lexeme.stem);
            format!("{lexeme:?} {stem} {traits:?}")
        });
        words.collect()
    }

    #[test]
    fn a_lexicon_grows_to_its_bound() {
        let analyzer = analyzer();
        let text = (0..2 * SLOTS).map(|i| format!("word{i} "));
        let text: String = text.collect();
        let mut lexicon = Lexicon::new(&analyzer);
        analyzer.with_lookup(text.len(), |lookup| known(&mut lexicon, lookup, &text));
        assert_eq!(lexicon.slots.len(), SLOTS);
    }

    proptest! {
        #[test]
        fn what_is_remembered_is_what_would_be_made_anew(
            texts in prop::collection::vec("((U\\.S\\.|#?[aA]b{0,2}|straightforward(ly|ness)|не{0,9}|\\PC{0,9}) ){0,9}", 0..9),
        ) {
            let analyzer = analyzer();
            let mut warm = Lexicon::new(&analyzer);
            for text in &texts {
                analyzer.with_lookup(0, |lookup| {
                    let anew = known(&mut Lexicon::new(&analyzer), lookup, text);
                    prop_assert_eq!(known(&mut warm, lookup, text), anew);
                    Ok(())
                })?;
            }
        }
    }
}
