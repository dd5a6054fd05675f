//! Folded words: NFC, one kind of apostrophe, lower case by language.
//!
//! Stemmers and stop-word lists know one spelling of a word. What crawlers bring has
//! several: decomposed letters, five kinds of apostrophe, capitals, and the dotted
//! and dotless i of Turkish. [`Folded`] makes "already normalised" a fact, since only
//! [`Folded::new`] makes one. A word is folded, never a document: offsets refer to
//! what was sent.

use std::borrow::Cow;
use std::fmt;

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_locale_core::{LanguageIdentifier, langid};
use icu_normalizer::{
    ComposingNormalizer, ComposingNormalizerBorrowed, DecomposingNormalizer,
    DecomposingNormalizerBorrowed,
};

use smol_str::SmolStr;

use crate::base::Language;

/// How a language writes lower case, after Unicode's `SpecialCasing.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Casing {
    /// As nearly all do; Greek's final sigma is told by its place.
    #[default]
    Common,
    /// Turkish and Azerbaijani: dotted and dotless i are two letters.
    Turkic,
    /// Lithuanian: the dot stays under an accent.
    Lithuanian,
}

impl Casing {
    /// How `language` writes lower case.
    pub fn of(language: Language) -> Self {
        match language.code() {
            "tr" | "az" => Self::Turkic,
            "lt" => Self::Lithuanian,
            _ => Self::Common,
        }
    }

    fn langid(self) -> LanguageIdentifier {
        match self {
            Self::Common => langid!("und"),
            Self::Turkic => langid!("tr"),
            Self::Lithuanian => langid!("lt"),
        }
    }
}

/// A word in normal form: NFC, apostrophes as `'`, lower case. The only thing that
/// a stemmer or a stop-word list takes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Folded(SmolStr);

impl Folded {
    /// That of nothing.
    pub(crate) const EMPTY: Self = Self(SmolStr::new_static(""));

    /// Folds `word`.
    ///
    /// ```
    /// use copydesk::text::{Casing, Folded};
    ///
    /// assert_eq!(Folded::new("Ukraine’s", Casing::Common).as_str(), "ukraine's");
    /// assert_eq!(Folded::new("IŞIK", Casing::Turkic).as_str(), "ışık");
    /// ```
    pub fn new(word: &str, casing: Casing) -> Self {
        if word.is_ascii() && casing == Casing::Common {
            return Self(ascii_lower(word));
        }
        let composed = NFC.normalize(word);
        let plain = fold_apostrophes(&composed);
        let lower = CASE_MAPPER.lowercase_to_string(&plain, &casing.langid());
        // Lower case can leave what composes again: İ gives i and a dot above.
        Self(SmolStr::from(NFC.normalize(&lower)))
    }

    /// The folded word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Folded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// `word` without the marks on its letters, so that "café" and "cafe" meet.
///
/// Letters that do not decompose (ø, ł, ß) stay as they are.
///
/// ```
/// assert_eq!(copydesk::text::remove_diacritics("crème brûlée"), "creme brulee");
/// ```
pub fn remove_diacritics(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let bare: String = NFD
        .normalize(word)
        .chars()
        .filter(|c| !is_mark(*c))
        .collect();
    Cow::Owned(NFC.normalize(&bare).into_owned())
}

/// `word`, which is of ASCII, in lower case; most words fit into the value itself.
fn ascii_lower(word: &str) -> SmolStr {
    const BYTES_IN_PLACE: usize = 23;
    let mut buffer = [0; BYTES_IN_PLACE];
    let in_place = buffer.get_mut(..word.len()).and_then(|lower| {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        str::from_utf8(lower).ok()
    });
    in_place.map_or_else(|| word.to_ascii_lowercase().into(), SmolStr::new)
}

const CASE_MAPPER: CaseMapperBorrowed<'static> = CaseMapper::new();
const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfc();
const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfd();

/// The marks that Latin, Greek and Cyrillic letters carry. Those of other scripts are
/// vowels and belong to the word.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// `word` in NFC.
pub(super) fn compose(word: &str) -> Cow<'_, str> {
    NFC.normalize(word)
}

/// Apostrophe-like characters become `'`, the only one that Snowball knows. 39 of 57
/// apostrophes in a sample of crawled news are U+2019. Also at the ends: in running text
/// no word has one there, and of a word that is given alone it is a part.
fn fold_apostrophes(word: &str) -> Cow<'_, str> {
    if word.contains(is_apostrophe) {
        Cow::Owned(word.replace(is_apostrophe, "'"))
    } else {
        Cow::Borrowed(word)
    }
}

/// Right and left single quotation mark, modifier letter apostrophe, full-width
/// apostrophe, prime.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '’' | '‘' | 'ʼ' | '＇' | '′')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_folded_by_language() {
        let cases = [
            ("final sigma", "ΟΔΟΣ", Casing::Common, "οδος"),
            ("dotless i", "KAPI", Casing::Turkic, "kapı"),
            ("dotted i", "İSTANBUL", Casing::Turkic, "istanbul"),
            (
                "decomposed letters",
                "A\u{308}pfel",
                Casing::Common,
                "äpfel",
            ),
            (
                "dot under an accent",
                "Ì",
                Casing::Lithuanian,
                "i\u{307}\u{300}",
            ),
            (
                "every apostrophe",
                "a’b‘cʼd＇e′f",
                Casing::Common,
                "a'b'c'd'e'f",
            ),
            (
                "also at the ends",
                "’twas boys’",
                Casing::Common,
                "'twas boys'",
            ),
        ];
        for (rule, word, casing, expected) in cases {
            assert_eq!(Folded::new(word, casing).as_str(), expected, "{rule}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(word in "\\PC{0,20}") {
            for casing in [Casing::Common, Casing::Turkic] {
                let once = Folded::new(&word, casing);
                let twice = Folded::new(once.as_str(), casing);
                prop_assert_eq!(&once, &twice);
            }
        }

        #[test]
        fn folding_by_ascii_agrees_with_folding_by_unicode(word in "[ -~]{0,20}") {
            let by_unicode = CASE_MAPPER.lowercase_to_string(&word, &Casing::Common.langid());
            let folded = Folded::new(&word, Casing::Common);
            prop_assert_eq!(folded.as_str(), by_unicode.as_ref());
        }
    }
}
