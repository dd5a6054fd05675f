//! An article with its parts marked, as a person reads it on a terminal.
//!
//! Marks are signs and words first, and colours only beside: a margin names the headline
//! and what is not the article, keywords stand in brackets.

use std::io;

use anstyle::{AnsiColor, Style};

use crate::base::Span;
use crate::engine::Analysis;
use crate::text::{BoilerplateKind, Document, Field, Place};

use super::input::Source;
use super::output::{BOLD, Console, DIMMED, language, printable};
use super::width::columns;

const KEYWORD: Style = AnsiColor::Cyan.on_default();
const PLAIN: Style = Style::new();

/// Columns of the margin: the longest name of a kind, and two blanks.
const MARGIN_COLUMNS: usize = 15;

/// On a narrower terminal lines run over its edge: nothing is to be read in less.
const TEXT_COLUMNS_MIN: usize = 20;

/// Longer lines are hard to read, on a terminal of any width.
const TEXT_COLUMNS_MAX: usize = 80;

/// Shows `document` with what `analysis` found in it.
pub(super) fn show(
    console: &mut Console,
    source: &Source,
    document: &Document,
    analysis: &Analysis,
) -> io::Result<()> {
    console.caption(&source.to_string(), &about(analysis))?;
    let text = document.text();
    let marks = Marks::new(analysis);
    let mut start = 0;
    let mut is_apart = true;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let line = Span::new(end - line.trim_start().len(), start + line.trim_end().len());
        start = end;
        if line.start >= line.end {
            is_apart = true;
            continue;
        }
        if std::mem::take(&mut is_apart) {
            console.line("")?;
        }
        show_line(console, text, line, &marks)?;
    }
    show_quotations(console, document, analysis)?;
    if !analysis.keywords.is_empty() {
        console.line("")?;
        let keywords = analysis.keywords.iter();
        let keywords: Vec<_> = keywords.map(|keyword| printable(&keyword.text)).collect();
        let pieces = [(keywords.join(", "), PLAIN)];
        show_pieces(console, "keywords", pieces.into_iter())?;
    }
    Ok(())
}

/// Each quotation, and whom it is put down to.
fn show_quotations(
    console: &mut Console,
    document: &Document,
    analysis: &Analysis,
) -> io::Result<()> {
    for (i, quotation) in analysis.quotations.iter().enumerate() {
        if i == 0 {
            console.line("")?;
        }
        let Place { field, span } = quotation.place;
        let said = readable(document.field(field), span);
        let speaker = quotation.speaker.as_ref();
        let speaker = speaker.map_or(String::new(), |speaker| {
            format!(" – {}", printable(&speaker.name))
        });
        let pieces = [(format!("“{said}”"), PLAIN), (speaker, BOLD)];
        show_pieces(console, "quotation", pieces.into_iter())?;
    }
    Ok(())
}

/// What is said of the whole.
fn about(analysis: &Analysis) -> String {
    let is_guess = analysis.language.tag.is_determined() && !analysis.language_reliable;
    let sure = if is_guess { ", not sure" } else { "" };
    format!(
        "{}{sure}, {}, {}",
        language(analysis.language.tag),
        counted(analysis.sentences.len(), "sentence"),
        counted(analysis.tokens.len(), "word"),
    )
}

fn counted(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}

/// What is marked in the text.
struct Marks {
    headline: Option<Span>,
    /// In text order, and apart.
    inner: Vec<(Span, Mark)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Boilerplate(BoilerplateKind),
    Keyword,
}

impl Marks {
    fn new(analysis: &Analysis) -> Self {
        let in_text = |place: &Place| (place.field == Field::Text).then_some(place.span);
        let boilerplate = analysis.boilerplate.iter();
        let boilerplate = boilerplate.map(|each| (each.span, Mark::Boilerplate(each.kind)));
        let mentions = analysis.keywords.iter().flat_map(|each| &each.mentions);
        let mentions = mentions.filter_map(in_text);
        let mut found: Vec<_> = boilerplate
            .chain(mentions.map(|span| (span, Mark::Keyword)))
            .collect();
        // What begins first; of those at one place the longest.
        found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        found.retain(|(span, _)| {
            let is_apart = span.start >= end;
            if is_apart {
                end = span.end;
            }
            is_apart
        });
        Self {
            headline: analysis.headline.as_ref().and_then(in_text),
            inner: found,
        }
    }

    /// Those that reach into `line`.
    fn within(&self, line: Span) -> impl Iterator<Item = (Span, Mark)> + '_ {
        let first = self
            .inner
            .partition_point(|(span, _)| span.end <= line.start);
        let rest = self.inner.get(first..).unwrap_or_default();
        let rest = rest
            .iter()
            .take_while(move |(span, _)| span.start < line.end);
        rest.map(move |(span, mark)| {
            let cut = Span::new(span.start.max(line.start), span.end.min(line.end));
            (cut, *mark)
        })
    }
}

fn show_line(console: &mut Console, text: &str, line: Span, marks: &Marks) -> io::Result<()> {
    let whole = marks.within(line).find(|(span, _)| *span == line);
    if let Some((_, Mark::Boilerplate(kind))) = whole {
        let pieces = [(readable(text, line), DIMMED)];
        return show_pieces(console, name(kind), pieces.into_iter());
    }
    let is_headline = marks
        .headline
        .is_some_and(|span| span.start < line.end && line.start < span.end);
    let (label, style) = if is_headline {
        ("headline", BOLD)
    } else {
        ("", PLAIN)
    };
    let mut pieces = Vec::new();
    let mut at = line.start;
    for (span, mark) in marks.within(line) {
        pieces.push((readable(text, Span::new(at, span.start)), style));
        pieces.push(match mark {
            Mark::Keyword => (format!("[{}]", readable(text, span)), KEYWORD),
            Mark::Boilerplate(kind) => {
                let written = readable(text, span);
                (format!("⟨{}{written}⟩", inner_name(kind)), DIMMED)
            }
        });
        at = span.end;
    }
    pieces.push((readable(text, Span::new(at, line.end)), style));
    show_pieces(console, label, pieces.into_iter())
}

fn name(kind: BoilerplateKind) -> &'static str {
    match kind {
        BoilerplateKind::Navigation => "navigation",
        BoilerplateKind::Advertisement => "advertisement",
        BoilerplateKind::Credit => "credit",
        BoilerplateKind::Teaser => "teaser",
        BoilerplateKind::Widget => "widget",
        BoilerplateKind::Subscription => "subscription",
        BoilerplateKind::Notice => "notice",
        BoilerplateKind::Markup => "markup",
        BoilerplateKind::Other => "other",
    }
}

/// What stands before a part of a line; glyphs and dots say themselves what they are.
fn inner_name(kind: BoilerplateKind) -> String {
    match kind {
        BoilerplateKind::Markup | BoilerplateKind::Other => String::new(),
        BoilerplateKind::Navigation
        | BoilerplateKind::Advertisement
        | BoilerplateKind::Credit
        | BoilerplateKind::Teaser
        | BoilerplateKind::Widget
        | BoilerplateKind::Subscription
        | BoilerplateKind::Notice => format!("{}: ", name(kind)),
    }
}

/// The text of `span`, with no blanks but plain ones.
fn readable(text: &str, span: Span) -> String {
    let written = span.slice(text).unwrap_or_default();
    printable(&written.replace(char::is_whitespace, " "))
}

/// Writes `pieces` beside the margin, on as many lines as they need, broken at blanks.
fn show_pieces(
    console: &mut Console,
    label: &str,
    pieces: impl Iterator<Item = (String, Style)>,
) -> io::Result<()> {
    let room = console.width().saturating_sub(MARGIN_COLUMNS);
    let room = room.clamp(TEXT_COLUMNS_MIN, TEXT_COLUMNS_MAX);
    let margin = MARGIN_COLUMNS - 2;
    let mut label = label;
    for line in wrapped(pieces, room) {
        console.line(format_args!("{DIMMED}{label:>margin$}{DIMMED:#}  {line}"))?;
        label = "";
    }
    Ok(())
}

fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// Lines of at most `room` columns where that can be, with their styles.
fn wrapped(pieces: impl Iterator<Item = (String, Style)>, room: usize) -> Vec<String> {
    let mut lines = Lines::default();
    // A word can be of several pieces: "[bridge],".
    let (mut word, mut word_columns) = (String::new(), 0);
    for (piece, style) in pieces {
        for part in piece.split_inclusive(' ') {
            let letters = part.trim_end_matches(' ');
            word.push_str(&styled(letters, style));
            word_columns += columns(letters);
            if letters.len() < part.len() {
                lines.push(&std::mem::take(&mut word), word_columns, room);
                word_columns = 0;
            }
        }
    }
    lines.push(&word, word_columns, room);
    lines.all
}

/// Lines that grow word by word.
#[derive(Default)]
struct Lines {
    all: Vec<String>,
    /// Columns of the last one.
    used: usize,
}

impl Lines {
    fn push(&mut self, word: &str, word_columns: usize, room: usize) {
        match self.all.last_mut() {
            _ if word_columns == 0 => {}
            Some(line) if self.used + 1 + word_columns <= room => {
                line.push(' ');
                line.push_str(word);
                self.used += 1 + word_columns;
            }
            _ => {
                self.all.push(word.to_owned());
                self.used = word_columns;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_not_at_marks() {
        let pieces = [
            ("The ", PLAIN),
            ("[harbour bridge]", KEYWORD),
            (", shut.", PLAIN),
        ];
        let pieces = pieces.map(|(text, style)| (text.to_owned(), style));
        let lines = wrapped(pieces.into_iter(), 12);
        let plain = lines
            .iter()
            .map(|line| anstream::adapter::strip_str(line).to_string());
        let plain: Vec<_> = plain.collect();
        assert_eq!(plain, ["The [harbour", "bridge],", "shut."]);
    }

    #[test]
    fn marks_are_apart_and_the_longest_counts() {
        let marks = Marks {
            headline: None,
            inner: vec![
                (Span::new(2, 5), Mark::Keyword),
                (Span::new(7, 12), Mark::Keyword),
            ],
        };
        let cut: Vec<_> = marks
            .within(Span::new(4, 10))
            .map(|(span, _)| span)
            .collect();
        assert_eq!(cut, [Span::new(4, 5), Span::new(7, 10)]);
    }
}
