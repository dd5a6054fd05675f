//! The rust-stemmers crate, for indexes that were built with it.
//!
//! Its algorithms are those of Snowball in 2020; 18 of them. It can panic ("ισαισα"
//! in Greek slices inside a letter), so each call is guarded: such a word is its own
//! stem.

use std::borrow::Cow;

use crate::base::guarded;

use super::Algorithm;

type Theirs = rust_stemmers::Algorithm;

/// Its algorithm of the same name; `None` where it has none.
pub(super) fn find(algorithm: Algorithm) -> Option<Theirs> {
    Some(match algorithm.name() {
        "arabic" => Theirs::Arabic,
        "danish" => Theirs::Danish,
        "dutch" => Theirs::Dutch,
        "english" => Theirs::English,
        "finnish" => Theirs::Finnish,
        "french" => Theirs::French,
        "german" => Theirs::German,
        "greek" => Theirs::Greek,
        "hungarian" => Theirs::Hungarian,
        "italian" => Theirs::Italian,
        "norwegian" => Theirs::Norwegian,
        "portuguese" => Theirs::Portuguese,
        "romanian" => Theirs::Romanian,
        "russian" => Theirs::Russian,
        "spanish" => Theirs::Spanish,
        "swedish" => Theirs::Swedish,
        "tamil" => Theirs::Tamil,
        "turkish" => Theirs::Turkish,
        _ => return None,
    })
}

/// The stem of `word`, which is in normal form.
pub(super) fn stem(algorithm: Theirs, word: &str) -> Cow<'_, str> {
    let stemmer = rust_stemmers::Stemmer::create(algorithm);
    guarded(|| stemmer.stem(word)).unwrap_or(Cow::Borrowed(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_makes_it_panic_is_its_own_stem() {
        assert_eq!(stem(Theirs::Greek, "ισαισα"), "ισαισα");
    }

    #[test]
    fn it_stems_as_it_did_in_2020() {
        assert_eq!(stem(Theirs::English, "connections"), "connect");
    }
}
