//! Two texts beside each other, with what they share marked: by brackets, which anybody
//! can read, and in bold on a terminal.

use std::collections::HashSet;
use std::io;

use crate::base::Language;
use crate::text::{Casing, Folded, words};

use super::output::{BOLD, Console, printable};
use super::width::columns;

/// Between the two columns.
const GAP: &str = " │ ";

/// Columns of a line where there is no terminal, and no more than what reads well where
/// there is a wide one.
const COLUMNS_MAX: usize = 120;

/// A narrower column is no column.
const COLUMN_MIN: usize = 12;

/// Shows two texts, each in its language.
pub(super) fn show(console: &mut Console, texts: [(&str, Language); 2]) -> io::Result<()> {
    let width = console
        .width()
        .min(COLUMNS_MAX)
        .saturating_sub(columns(GAP));
    let room = (width / 2).max(COLUMN_MIN);
    let [(first, _), (second, _)] = texts;
    let forms = texts.map(|(text, language)| forms(text, language));
    let [of_first, of_second] = &forms;
    let left = lines(&marked(first, of_first, of_second), room);
    let right = lines(&marked(second, of_second, of_first), room);
    let empty = Line::default();
    for i in 0..left.len().max(right.len()) {
        let (left, right) = (
            left.get(i).unwrap_or(&empty),
            right.get(i).unwrap_or(&empty),
        );
        let blanks = " ".repeat(room.saturating_sub(left.columns));
        let line = format!("{}{blanks}{GAP}{}", left.text, right.text);
        console.line(line.trim_end())?;
    }
    Ok(())
}

/// The words of a text in normal form, with where they begin and end.
fn forms(text: &str, language: Language) -> Vec<(Folded, usize, usize)> {
    let form = |word: &str| Folded::new(word, Casing::of(language));
    let found = words(text).map(|span| {
        let word = span.slice(text).unwrap_or_default();
        (form(word), span.start, span.end)
    });
    found.collect()
}

/// A stretch of a text that is shared with the other, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    text: String,
    is_shared: bool,
}

/// `text` in stretches: words that the `others` have too, with what stands between two
/// of them, and the rest.
fn marked(
    text: &str,
    own: &[(Folded, usize, usize)],
    others: &[(Folded, usize, usize)],
) -> Vec<Stretch> {
    let known: HashSet<&str> = others.iter().map(|(form, ..)| form.as_str()).collect();
    let mut stretches = Vec::new();
    let mut push = |start: usize, end: usize, is_shared: bool| {
        let text = text.get(start..end).unwrap_or_default();
        if !text.is_empty() {
            // Lines are broken anew, so their ends are blanks.
            let words: Vec<_> = text.split_whitespace().map(printable).collect();
            let blank = |is_there: bool| if is_there { " " } else { "" };
            let before = blank(text.starts_with(char::is_whitespace));
            let after = blank(text.ends_with(char::is_whitespace) && !words.is_empty());
            let text = format!("{before}{}{after}", words.join(" "));
            stretches.push(Stretch { text, is_shared });
        }
    };
    let mut done = 0;
    let is_known = |(form, ..): &(Folded, usize, usize)| known.contains(form.as_str());
    for run in own.chunk_by(|a, b| is_known(a) == is_known(b)) {
        if let (Some(first), Some((.., end))) = (run.first(), run.last())
            && is_known(first)
        {
            push(done, first.1, false);
            push(first.1, *end, true);
            done = *end;
        }
    }
    push(done, text.len(), false);
    stretches
}

/// One line of a column.
#[derive(Debug, Default)]
struct Line {
    text: String,
    columns: usize,
}

/// `stretches` in lines of at most `room` columns.
fn lines(stretches: &[Stretch], room: usize) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for Stretch { text, is_shared } in stretches {
        let text = if *is_shared {
            format!("[{text}]")
        } else {
            text.clone()
        };
        for piece in text.split_inclusive(' ').flat_map(|piece| cut(piece, room)) {
            add(&mut lines, piece, *is_shared, room);
        }
    }
    lines
}

fn add(lines: &mut Vec<Line>, piece: &str, is_shared: bool, room: usize) {
    let taken = lines.last().map_or(0, |line| line.columns);
    if taken > 0 && taken + columns(piece.trim_end()) > room {
        lines.push(Line::default());
    }
    let Some(line) = lines.last_mut() else { return };
    let piece = if line.columns == 0 {
        piece.trim_start()
    } else {
        piece
    };
    // A blank at the end of a line takes no room.
    let piece = if line.columns + columns(piece) > room {
        piece.trim_end()
    } else {
        piece
    };
    line.columns += columns(piece);
    if !is_shared || piece.is_empty() {
        line.text.push_str(piece);
        return;
    }
    // Blanks stay outside of the bold, so that they can be cut off the end of a line.
    let word = piece.trim_end();
    let blanks = piece.get(word.len()..).unwrap_or_default();
    let (start, end) = (BOLD.render().to_string(), BOLD.render_reset().to_string());
    line.text.extend([&start, word, &end, blanks]);
}

/// `piece` in parts that fit a line: of scripts without blanks a line is full at any
/// character.
fn cut(piece: &str, room: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut taken) = (0, 0);
    // Blanks at the end take no room.
    for (at, character) in piece.trim_end().char_indices() {
        let wide = columns(character.encode_utf8(&mut [0; 4]));
        if taken + wide > room && at > start {
            parts.extend(piece.get(start..at));
            (start, taken) = (at, 0);
        }
        taken += wide;
    }
    parts.extend(piece.get(start..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns_of(first: &str, second: &str, room: usize) -> Vec<String> {
        let english = Language::from_code("en").unwrap();
        let (own, others) = (forms(first, english), forms(second, english));
        let lines = lines(&marked(first, &own, &others), room);
        for line in &lines {
            assert!(line.columns <= room, "{line:?}");
        }
        let plain = |line: Line| anstream::adapter::strip_str(&line.text).to_string();
        let plain = lines.into_iter().map(plain);
        plain.map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn shared_words_stand_in_brackets() {
        let (first, second) = (
            "The ferry,\nMarguerite, sank at dawn.",
            "Ferry MARGUERITE ran on",
        );
        let lines = columns_of(first, second, 40);
        assert_eq!(lines, ["The [ferry, Marguerite], sank at dawn."]);
        let lines = columns_of(second, first, 12);
        assert_eq!(lines, ["[Ferry", "MARGUERITE]", "ran on"]);
    }

    #[test]
    fn what_has_no_blanks_is_cut_where_the_line_is_full() {
        let lines = columns_of("港口渡轮玛格丽特号", "water", 8);
        assert_eq!(lines, ["港口渡轮", "玛格丽特", "号"]);
    }
}
