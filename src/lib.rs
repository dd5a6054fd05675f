//! Analyses of articles: language detection, stemming, keyword extraction and
//! comparison of documents.
//!
//! The modules, in reading order:
//!
//! - [`base`]: languages, spans, limits, budgets
//! - [`text`]: a document and its parts
//! - [`stem`]: stems, and text as tokens

pub mod base;
pub mod error;
pub mod stem;
pub mod text;

pub use error::Error;
