//! How far a long run has come, on standard error where that is a terminal.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::input::Source;

/// A bar by bytes where all of the input is files; else a count.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn of(sources: &[Source]) -> Self {
        // On one terminal with the answers it would be in their way.
        if io::stdout().is_terminal() || !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let total = sources.iter().map(Source::len_bytes).sum::<Option<u64>>();
        let template = match total {
            Some(_) => "{wide_bar} {bytes} of {total_bytes}, {eta} left",
            None => "{spinner} {bytes} in {elapsed}",
        };
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
        match ProgressStyle::with_template(template) {
            Ok(style) => Self(bar.with_style(style)),
            Err(_) => Self(bar),
        }
    }

    /// A line of so many bytes is answered.
    pub(super) fn add(&self, bytes: usize) {
        self.0.inc(bytes as u64);
    }

    /// Takes the bar away while `work` writes.
    pub(super) fn pause(&self, work: impl FnOnce()) {
        self.0.suspend(work);
    }

    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
