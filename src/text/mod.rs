//! A document and its parts: words, sentences, folded forms, stop words.
//!
//! A text is kept byte for byte as it was sent, so that every [`Span`] fits the
//! caller's copy; only single words are ever normalised.
//!
//! [`Span`]: crate::base::Span

mod abbreviation;
mod address;
mod boilerplate;
mod class;
mod compound;
mod document;
mod fold;
mod html;
mod quote;
mod repair;
mod segment;
mod sentence;
mod stop_words;
mod token;
mod wrap;

pub use address::is_file_name;
pub use boilerplate::{Article, Boilerplate, BoilerplateKind};
pub use compound::Tokens;
pub use document::{ContentType, Document, DocumentParts, Field, Place, check_length};
pub use fold::{Casing, Folded, remove_diacritics};
pub use sentence::sentences;
pub use stop_words::StopWords;
pub use token::{Token, TokenKind, Words, tokens, words};
