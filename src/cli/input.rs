//! What commands read: files, or standard input, whole or by the line.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::builder::RangedU64ValueParser;
use clap::{Args, ValueEnum, ValueHint};

use crate::base::{LanguageTag, Limits};
use crate::text::{ContentType, Document, DocumentParts, check_length};

use super::Outcome;
use super::output::{is_broken_pipe, printable, report};
use super::usage::translate;

/// What to read, and what to write.
#[derive(Args)]
pub(super) struct Input {
    /// Files to read; `-`, or none at all, is standard input.
    #[arg(value_name = "FILES", value_hint = ValueHint::FilePath)]
    pub(super) files: Vec<PathBuf>,

    /// How to write the answer.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: Format,
}

/// How a command reads and writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: tables, with colour on a terminal.
    #[default]
    Text,
    /// The API's response for each file, as JSON.
    Json,
    /// A request of the API a line in, its response a line out, in order.
    Jsonl,
}

impl Input {
    pub(super) fn sources(&self) -> Vec<Source> {
        if self.files.is_empty() {
            return vec![Source::StandardInput];
        }
        self.files.iter().map(|path| Source::of(path)).collect()
    }
}

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Standard input.
    StandardInput,
    /// A file.
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandardInput => f.write_str("(standard input)"),
            Self::File(path) => f.write_str(&printable(&path.to_string_lossy())),
        }
    }
}

impl Source {
    fn of(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            return Self::StandardInput;
        }
        Self::File(path.to_owned())
    }

    /// The id of its document: the path as given. Of a path longer than an id may be,
    /// the end, which tells files apart.
    pub(super) fn id(&self, limits: &Limits) -> String {
        let path = match self {
            Self::StandardInput => return "-".to_owned(),
            Self::File(path) => path.to_string_lossy(),
        };
        let surplus = path
            .chars()
            .count()
            .saturating_sub(limits.id_characters_max);
        path.chars().skip(surplus).collect()
    }

    /// How it is written: as HTML where its name says so, or the user does by `--html`.
    pub(super) fn content_type(&self, all_html: bool) -> ContentType {
        let extension = match self {
            Self::StandardInput => None,
            Self::File(path) => path.extension(),
        };
        let is_html = |name: &OsStr| ["html", "htm"].iter().any(|e| name.eq_ignore_ascii_case(e));
        if all_html || extension.is_some_and(is_html) {
            ContentType::Html
        } else {
            ContentType::PlainText
        }
    }

    /// Its bytes in total, where that is known.
    pub(super) fn len_bytes(&self) -> Option<u64> {
        let Self::File(path) = self else {
            return None;
        };
        let metadata = path.metadata().ok()?;
        metadata.is_file().then_some(metadata.len())
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match self {
            Self::StandardInput => {
                if io::stdin().is_terminal() {
                    report("reading standard input; end it with Ctrl-D");
                }
                Box::new(io::stdin().lock())
            }
            Self::File(path) => Box::new(File::open(path)?),
        })
    }

    /// The whole of it, as a text within `limits`.
    pub(super) fn read(&self, limits: &Limits) -> anyhow::Result<String> {
        // No character has more bytes than four: more than this is too long for sure.
        let bytes_max = limits.document_characters_max.saturating_mul(4);
        let mut bytes = Vec::new();
        self.open()
            .and_then(|open| open.take(bytes_max as u64 + 1).read_to_end(&mut bytes))
            .context("cannot be read")?;
        if bytes.len() > bytes_max {
            let limit = limits.document_characters_max;
            bail!("has more than {limit} characters; at most {limit} are accepted");
        }
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => bail!(
                "is not UTF-8 at byte {}: convert it to UTF-8, as iconv does",
                error.utf8_error().valid_up_to() + 1
            ),
        };
        check_length(&text, limits.document_characters_max)?;
        Ok(text)
    }

    /// Its document, whole, in `language` where that is determined.
    pub(super) fn document(
        &self,
        content_type: ContentType,
        language: LanguageTag,
        limits: &Limits,
    ) -> anyhow::Result<Document> {
        let parts = DocumentParts {
            id: self.id(limits),
            text: self.read(limits)?,
            content_type,
            language_code: language.to_string(),
            ..DocumentParts::default()
        };
        Document::new(parts, limits).map_err(in_our_terms)
    }
}

/// The name of a content type in the API.
pub(super) fn content_type_name(content_type: ContentType) -> &'static str {
    match content_type {
        ContentType::PlainText => "CONTENT_TYPE_PLAIN_TEXT",
        ContentType::Html => "CONTENT_TYPE_HTML",
    }
}

/// A refusal, in the terms of the command line.
pub(super) fn in_our_terms(problem: impl fmt::Display) -> anyhow::Error {
    anyhow::Error::msg(translate(&problem.to_string()))
}

/// The limits on files. What protects a server from its callers binds nobody here:
/// of all limits, those on one document and on their number stay.
pub(super) fn limits() -> Limits {
    Limits {
        request_characters_max: usize::MAX,
        list_entries_max: usize::MAX,
        message_bytes_max: i32::MAX as usize, // what protobuf can write
        call_duration_max: std::time::Duration::MAX,
        ..Limits::default()
    }
}

/// A count of at least 1 and at most `most`.
pub(super) fn count(most: usize) -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..=most as u64)
}

/// Does `work` on each of `sources`. What fails is reported, and the others go on.
pub(super) fn each_source(
    sources: &[Source],
    mut work: impl FnMut(&Source) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Complete;
    for source in sources {
        match work(source) {
            Ok(()) => {}
            Err(error) if is_broken_pipe(&error) => return Err(error),
            Err(error) => {
                report(format_args!("{source}: {error:#}"));
                outcome = Outcome::Incomplete;
            }
        }
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_html() {
        let of = |path: &str| Source::of(Path::new(path)).content_type(false);
        for path in ["page.html", "page.HTM", "a.txt.html"] {
            assert_eq!(of(path), ContentType::Html);
        }
        for path in ["page.txt", "html", "-", "a.html.txt"] {
            assert_eq!(of(path), ContentType::PlainText);
        }
        assert_eq!(Source::StandardInput.content_type(true), ContentType::Html);
    }

    #[test]
    fn a_long_path_keeps_its_end_as_id() {
        let limits = Limits {
            id_characters_max: 11,
            ..Limits::default()
        };
        let id = |path: &str| Source::of(Path::new(path)).id(&limits);
        assert_eq!(id("/press/zürich/bote.txt"), "ch/bote.txt");
        assert_eq!(id("bote.txt"), "bote.txt");
        assert_eq!(id("-"), "-");
    }
}
