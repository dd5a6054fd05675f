//! What commands write: to standard output, with colour on a terminal only, and what
//! goes wrong to standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal, StdoutLock, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use terminal_size::{Width, terminal_size_of};

use crate::base::LanguageTag;

use super::table::Table;
use super::width::{columns, shortened};

/// Headings and captions.
pub(super) const BOLD: Style = Style::new().bold();
/// What matters less.
pub(super) const DIMMED: Style = Style::new().dimmed();
/// Bars.
pub(super) const BAR: Style = AnsiColor::Cyan.on_default();
/// Words that stand out of a text.
pub(super) const HIGHLIGHT: Style = AnsiColor::Cyan.on_default().bold().underline();

/// Standard output, as a person reads it.
pub(super) struct Console {
    out: AutoStream<StdoutLock<'static>>,
    width: usize,
}

impl Console {
    pub(super) fn new() -> Self {
        let width = io::stdout()
            .is_terminal()
            .then(|| terminal_size_of(io::stdout()));
        Self {
            out: AutoStream::auto(io::stdout().lock()),
            // What is not a terminal has lines of any length.
            width: match width.flatten() {
                Some((Width(width), _)) => width.into(),
                None => usize::MAX,
            },
        }
    }

    /// Whether a person reads along, and sees colours.
    pub(super) fn is_terminal(&self) -> bool {
        self.width != usize::MAX && self.out.current_choice() != anstream::ColorChoice::Never
    }

    /// Columns of a line.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn line(&mut self, line: impl Display) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// A line about `name`, which is shortened where `about` would not fit beside it.
    pub(super) fn caption(&mut self, name: &str, about: &str) -> io::Result<()> {
        let room = self.width.saturating_sub(columns(about) + 2);
        let name = shortened(name, room);
        writeln!(self.out, "{BOLD}{name}{BOLD:#}: {about}")
    }

    pub(super) fn table(&mut self, table: Table) -> io::Result<()> {
        self.out.write_all(table.render(self.width).as_bytes())
    }
}

/// Writes `message` for programs, on as many lines as make it readable.
pub(super) fn write_json(message: &serde_json::Value) -> io::Result<()> {
    // No stream that takes colours away: a text may hold what looks like one.
    writeln!(io::stdout().lock(), "{message:#}")
}

/// Says on standard error what went wrong.
pub(super) fn report(message: impl Display) {
    // Nobody can be told where standard error is closed.
    let _ = writeln!(io::stderr().lock(), "copydesk: {message}");
}

/// Whether nobody reads any more what is written.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// `text` without what a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.replace(char::is_control, "\u{FFFD}")
}

/// Name and code of a language.
pub(super) fn language(tag: LanguageTag) -> String {
    if !tag.is_determined() {
        return "undetermined".to_owned();
    }
    format!("{} ({tag})", tag.language.name())
}

/// A share in whole percent; all and nothing are said of all and nothing only.
pub(super) fn percent(share: f64) -> String {
    match (share * 100.0).round() {
        _ if share <= 0.0 => "0 %".to_owned(),
        rounded if rounded < 1.0 => "<1 %".to_owned(),
        rounded if rounded >= 100.0 && !is_whole(share) => ">99 %".to_owned(),
        rounded => format!("{rounded} %"),
    }
}

/// A similarity with two digits; 1.00 is said of equal documents only.
pub(super) fn two_digits(value: f64) -> String {
    let rounded = format!("{value:.2}");
    if rounded == "1.00" && !is_whole(value) {
        return "0.99".to_owned();
    }
    rounded
}

/// Whether `share` is 1, but for the rounding of sums.
fn is_whole(share: f64) -> bool {
    share >= 1.0 - 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_and_nothing_are_said_of_all_and_nothing_only() {
        let cases = [
            (0.0, "0 %", "0.00"),
            (0.004, "<1 %", "0.00"),
            (0.126, "13 %", "0.13"),
            (0.996, ">99 %", "0.99"),
            (1.0, "100 %", "1.00"),
        ];
        for (share, as_percent, as_digits) in cases {
            assert_eq!(percent(share), as_percent);
            assert_eq!(two_digits(share), as_digits);
        }
    }
}
