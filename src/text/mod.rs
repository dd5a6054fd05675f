//! A document and its parts: words, sentences, folded forms, stop words.
//!
//! A text is kept byte for byte as it was sent, so that every [`Span`] fits the
//! caller's copy; only single words are ever normalised.
//!
//! [`Span`]: crate::base::Span

mod abbreviation;
mod address;
mod bits;
mod boilerplate;
mod clue;
mod compound;
mod document;
mod elision;
mod endings;
mod fold;
mod html;
mod letter;
mod mark;
mod part_of_speech;
mod powers;
mod quotation;
mod quote;
mod repair;
mod scan;
mod segment;
mod sentence;
mod simplified;
mod stop_words;
mod tag_memo;
mod tag_table;
mod tagger;
mod token;
mod wrap;

pub use address::is_file_name;
pub use boilerplate::{Article, Boilerplate, BoilerplateKind};
pub use clue::{CLUES, HISTORY_CLUES, START, View, clues, history_clues, views};
pub use compound::Tokens;
pub use document::{ContentType, Document, DocumentParts, Field, Place, PublishTime, check_length};
pub(crate) use elision::Elisions;
pub use endings::{Endings, Hash as EndingHash, WordKind};
pub use fold::{Casing, Folded, remove_diacritics};
pub(crate) use letter::Letter;
pub use part_of_speech::{PartOfSpeech, PartsOfSpeech};
pub use quotation::{Quotation, Speaker, quotations};
pub use sentence::sentences;
pub(crate) use simplified::simplified;
pub use stop_words::StopWords;
pub use tag_table::TagModel;
pub use tagger::{Tagger, Tagging};
pub use token::{Token, TokenKind, Words, tokens, words};
