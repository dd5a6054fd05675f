//! Logs, started once. Texts of documents are never in them, not even by a panic.

use std::io::{IsTerminal, stderr};
use std::panic;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;
use tracing_subscriber::fmt;

use crate::base::panic_is_expected;
use crate::config::LogFormat;

/// Starts logging to standard error, by `filter`.
///
/// # Errors
///
/// Where `filter` cannot be read.
pub fn start(filter: &str, format: LogFormat) -> Result<(), ParseError> {
    let filter = EnvFilter::builder().parse(filter)?;
    let lines = fmt::fmt().with_env_filter(filter).with_writer(stderr);
    let as_json = match format {
        LogFormat::Auto => !stderr().is_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    // A second start, as in tests, changes nothing.
    let _ = if as_json {
        lines.json().flatten_event(true).try_init()
    } else {
        lines.with_ansi(stderr().is_terminal()).try_init()
    };
    Ok(())
}

/// Makes panics tell where they happened, and nothing else: the message of a panic can
/// quote the text that caused it. Those that are expected, and caught, tell nothing.
pub fn hush_panics() {
    panic::set_hook(Box::new(|info| {
        if panic_is_expected() {
            return;
        }
        let place = info.location().map(ToString::to_string);
        tracing::error!(place = place.as_deref().unwrap_or("unknown"), "panicked");
    }));
}
