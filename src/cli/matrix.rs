//! A comparison as a person reads it: who is who, a matrix of similarities, and then
//! the [`pairs`] in words.

use std::io;

use anstyle::{AnsiColor, Style};

use crate::base::LanguageTag;
use crate::engine::Compared;
use crate::similarity::{Novelty, Pair};
use crate::text::Document;

use super::output::{BOLD, Console, DIMMED, language, percent, printable, two_digits};
use super::pairs;
use super::table::{Cell, Table};

/// A larger matrix tells nobody anything.
const MATRIX_DOCUMENTS_MAX: usize = 60;

/// Columns of one entry of the matrix, with the gap after it.
const ENTRY_COLUMNS: usize = 6;

/// Shows `compared`, whose documents these are.
pub(super) fn show(
    console: &mut Console,
    documents: &[Document],
    compared: Compared,
) -> io::Result<()> {
    console.table(legend(
        documents,
        &compared.languages,
        "blank, so unlike all others",
    ))?;
    let mut pairs = compared.comparison.pairs;
    if documents.len() <= MATRIX_DOCUMENTS_MAX {
        show_matrix(console, documents, &pairs)?;
    }
    // A stable sort: pairs that are equally alike stay in the order of the files.
    pairs.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
    pairs::show(console, &pairs)?;
    match compared.comparison.n_pairs.saturating_sub(pairs.len()) {
        0 => {}
        more => console.line(format_args!("and {more} more: see --max-pairs"))?,
    }
    show_novelties(console, documents, &compared.comparison.novelties)
}

/// What each document has alone, where that was asked for.
fn show_novelties(
    console: &mut Console,
    documents: &[Document],
    novelties: &[Novelty],
) -> io::Result<()> {
    for (index, (novelty, document)) in novelties.iter().zip(documents).enumerate() {
        let share = percent(novelty.share);
        console.line("")?;
        console.line(format_args!(
            "{} has {share} of its wording alone",
            index + 1
        ))?;
        for place in &novelty.sentences {
            let sentence = place.span.slice(document.field(place.field));
            let words = sentence.unwrap_or_default().split_whitespace();
            let sentence = words.collect::<Vec<_>>().join(" ");
            console.line(format_args!("  {}", printable(&sentence)))?;
        }
    }
    Ok(())
}

/// The documents with their numbers; `of_blank` is said of those that are blank.
pub(super) fn legend(documents: &[Document], languages: &[LanguageTag], of_blank: &str) -> Table {
    let mut table = Table::new(["#", "FILE", "LANGUAGE"])
        .numeric(&[0])
        .elastic(1);
    let rows = documents.iter().zip(languages);
    for (index, (document, tag)) in rows.enumerate() {
        let about = if document.is_blank() {
            of_blank.to_owned()
        } else {
            language(*tag)
        };
        table.push([label(index), Cell::new(document.id()), Cell::new(about)]);
    }
    table
}

/// The matrix, in as many parts as the terminal is too narrow for the whole.
fn show_matrix(console: &mut Console, documents: &[Document], pairs: &[Pair]) -> io::Result<()> {
    let n_documents = documents.len();
    let similarity = similarities(documents, pairs);
    let n_columns = (console.width() / ENTRY_COLUMNS).saturating_sub(1).max(1);
    let all: Vec<usize> = (0..n_documents).collect();
    for part in all.chunks(n_columns) {
        let headings = part.iter().map(|column| (column + 1).to_string());
        let mut table = Table::new([String::new()].into_iter().chain(headings)).numeric_all();
        for (row, similarity) in similarity.chunks(n_documents).enumerate() {
            let entries = part.iter().map(|column| similarity.get(*column));
            let entries = entries.map(|value| entry(value.copied().flatten()));
            table.push_row([label(row)].into_iter().chain(entries).collect());
        }
        console.line("")?;
        console.table(table)?;
    }
    Ok(())
}

/// Row by row; `None` for pairs that were left out.
fn similarities(documents: &[Document], pairs: &[Pair]) -> Vec<Option<f64>> {
    let n_documents = documents.len();
    let mut matrix = vec![None; n_documents * n_documents];
    let mut set = |row: usize, column: usize, value: f64| {
        if let Some(entry) = matrix.get_mut(row * n_documents + column) {
            *entry = Some(value);
        }
    };
    for pair in pairs {
        set(pair.first, pair.second, pair.similarity);
        set(pair.second, pair.first, pair.similarity);
    }
    for (index, document) in documents.iter().enumerate() {
        set(index, index, if document.is_blank() { 0.0 } else { 1.0 });
    }
    matrix
}

fn label(index: usize) -> Cell {
    Cell::styled((index + 1).to_string(), BOLD)
}

fn entry(similarity: Option<f64>) -> Cell {
    match similarity {
        Some(value) => Cell::styled(two_digits(value), style(value)),
        None => Cell::styled("·", DIMMED),
    }
}

/// The more alike, the more striking.
pub(super) fn style(similarity: f64) -> Style {
    match similarity {
        0.8.. => AnsiColor::Red.on_default().bold(),
        0.5.. => AnsiColor::Yellow.on_default(),
        0.2.. => Style::new(),
        _ => DIMMED,
    }
}
