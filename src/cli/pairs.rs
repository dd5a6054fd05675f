//! Pairs of documents in words: how alike, what wording they share, and why.

use std::io;

use crate::similarity::{Pair, Relation};

use super::matrix::style;
use super::output::{Console, DIMMED, percent, printable, two_digits};
use super::table::{Cell, Table};
use super::width::columns;

/// Columns before the wording of a pair: its similarity, its numbers and its relation.
const PAIR_COLUMNS: usize = 40;

/// Shows `pairs` in this order.
pub(super) fn show(console: &mut Console, pairs: &[Pair]) -> io::Result<()> {
    console.line("")?;
    if pairs.is_empty() {
        return console.line("no pairs of the similarity asked for");
    }
    let room = console.width().saturating_sub(PAIR_COLUMNS);
    let mut table = Table::new(["SIMILARITY", "PAIR", "RELATION", "WORDING"]).numeric(&[0]);
    for pair in pairs {
        let (first, second) = (pair.first + 1, pair.second + 1);
        let mut lines = wrapped(&wording(pair), room).into_iter();
        table.push([
            Cell::styled(two_digits(pair.similarity), style(pair.similarity)),
            Cell::new(format!("{first} and {second}")),
            Cell::new(relation(pair.relation)),
            Cell::new(lines.next().unwrap_or_default()),
        ]);
        for line in lines {
            table.push([Cell::new(""), Cell::new(""), Cell::new(""), Cell::new(line)]);
        }
        for line in wrapped(&explanation(pair), room) {
            let line = Cell::styled(line, DIMMED);
            table.push([Cell::new(""), Cell::new(""), Cell::new(""), line]);
        }
    }
    console.table(table)
}

/// How two documents relate, in as few words as will do.
fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Unrelated => "unrelated",
        Relation::Related => "related",
        Relation::SameStory => "same story",
        Relation::NearDuplicate => "near-duplicate",
    }
}

/// How much of its wording each of two documents has in common with the other.
fn wording(pair: &Pair) -> String {
    let (first, second) = (pair.first + 1, pair.second + 1);
    let (of_first, of_second) = (pair.first_containment, pair.second_containment);
    if of_first.max(of_second) <= 0.0 {
        return "no wording in common".to_owned();
    }
    let (of_first, of_second) = (percent(of_first), percent(of_second));
    format!("{first} shares {of_first} of its wording, {second} shares {of_second}")
}

/// The terms that made two documents alike, with their parts of the similarity.
fn explanation(pair: &Pair) -> String {
    let named = pair.contributions.iter();
    let named = named.map(|term| format!("{} {:.2}", printable(&term.text), term.share));
    let other = (pair.other_contribution > 0.0)
        .then(|| format!("other terms {:.2}", pair.other_contribution));
    named.chain(other).collect::<Vec<_>>().join(", ")
}

/// The parts of a list on lines of at most `room` columns, where that can be.
fn wrapped(list: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in list.split_inclusive(", ") {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(part.trim_end()) <= room => line.push_str(part),
            _ => lines.push(part.to_owned()),
        }
    }
    let lines = lines.iter().map(|line| line.trim_end().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::similarity::Contribution;

    fn pair() -> Pair {
        let term = |text: &str, share| Contribution {
            text: text.into(),
            share,
            first_mentions: Vec::new(),
            second_mentions: Vec::new(),
        };
        Pair {
            first: 0,
            second: 2,
            relation: Relation::SameStory,
            similarity: 0.61,
            same_story_probability: 0.9,
            first_containment: 0.12,
            second_containment: 1.0,
            contributions: vec![term("hanger plate", 0.31), term("crack", 0.2)],
            other_contribution: 0.1,
        }
    }

    #[test]
    fn containment_is_said_of_each_document() {
        assert_eq!(
            wording(&pair()),
            "1 shares 12 % of its wording, 3 shares 100 %"
        );
    }

    #[test]
    fn an_explanation_wraps_between_terms() {
        let list = explanation(&pair());
        assert_eq!(list, "hanger plate 0.31, crack 0.20, other terms 0.10");
        let lines = wrapped(&list, 32);
        assert_eq!(
            lines,
            ["hanger plate 0.31, crack 0.20,", "other terms 0.10"]
        );
        assert!(wrapped("", 32).is_empty());
    }
}
