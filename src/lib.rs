//! Analyses of articles: language detection, stemming, keyword extraction and
//! comparison of documents.
//!
//! [`Engine`] is the door: it detects a document's language where the caller gave
//! none, picks what fits the language, and calls the analysis. The modules, in
//! reading order:
//!
//! - [`base`]: languages, spans, limits, budgets
//! - [`text`]: a document and its parts
//! - [`language`]: which language a text is in
//! - [`stem`]: stems, and text as tokens
//! - [`keyword`]: what a document is about
//! - [`similarity`]: how alike documents are
//! - [`engine`]: the calls that library, command line and server share
//!
//! With feature `server` (the default) come `grpc`, the services of the schema;
//! `server`, which runs them; and `cli`, the command line.

pub mod base;
#[cfg(feature = "server")]
pub mod cli;
#[cfg(feature = "server")]
pub mod config;
pub mod engine;
pub mod error;
#[cfg(feature = "server")]
pub mod grpc;
pub mod keyword;
pub mod language;
#[cfg(feature = "server")]
pub mod server;
pub mod similarity;
pub mod stem;
#[cfg(feature = "server")]
pub mod telemetry;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;

pub use engine::Engine;
pub use error::Error;
