//! Plain aligned tables that fit their terminal.

use anstyle::Style;
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Padding, Style as Lines};

use super::output::{BOLD, printable};
use super::width::{columns, shortened};

/// Blanks between columns.
const GAP: usize = 2;

/// An elastic column keeps this much, even where the table is too wide then: shorter
/// paths look all the same.
const ELASTIC_COLUMNS_MIN: usize = 20;

/// One entry of a table, and how it looks on a terminal.
pub(super) struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    pub(super) fn new(text: impl AsRef<str>) -> Self {
        Self::styled(text, Style::new())
    }

    pub(super) fn styled(text: impl AsRef<str>, style: Style) -> Self {
        Self {
            text: printable(text.as_ref()),
            style,
        }
    }

    fn render(&self) -> String {
        let Self { text, style } = self;
        if style.is_plain() || text.is_empty() {
            return text.clone();
        }
        format!("{style}{text}{style:#}")
    }
}

/// What is aligned at the right.
enum Numeric {
    All,
    Columns(&'static [usize]),
}

/// Rows under headings.
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    numeric: Numeric,
    elastic: Option<usize>,
}

impl Table {
    pub(super) fn new<H: AsRef<str>>(headings: impl IntoIterator<Item = H>) -> Self {
        let headings = headings.into_iter();
        Self {
            rows: vec![
                headings
                    .map(|heading| Cell::styled(heading, BOLD))
                    .collect(),
            ],
            numeric: Numeric::Columns(&[]),
            elastic: None,
        }
    }

    /// Aligns these columns at the right.
    pub(super) fn numeric(mut self, columns: &'static [usize]) -> Self {
        self.numeric = Numeric::Columns(columns);
        self
    }

    /// Aligns all columns at the right.
    pub(super) fn numeric_all(mut self) -> Self {
        self.numeric = Numeric::All;
        self
    }

    /// Whether it has no rows but its headings.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.len() <= 1
    }

    /// Shortens the entries of this column where the terminal is narrow.
    pub(super) fn elastic(mut self, column: usize) -> Self {
        self.elastic = Some(column);
        self
    }

    pub(super) fn push<const N: usize>(&mut self, row: [Cell; N]) {
        self.rows.push(row.into());
    }

    pub(super) fn push_row(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// Its lines, within `width` columns where that can be.
    pub(super) fn render(mut self, width: usize) -> String {
        self.fit(width);
        let mut builder = Builder::new();
        for row in &self.rows {
            builder.push_record(row.iter().map(Cell::render));
        }
        let mut table = builder.build();
        table.with(Lines::empty()).with(Padding::new(0, GAP, 0, 0));
        match self.numeric {
            Numeric::All => {
                table.with(Alignment::right());
            }
            Numeric::Columns(columns) => {
                for column in columns {
                    table.modify(Columns::one(*column), Alignment::right());
                }
            }
        }
        let table = table.to_string();
        let lines = table.lines().map(|line| line.trim_end().to_owned() + "\n");
        lines.collect()
    }

    fn fit(&mut self, width: usize) {
        let Some(elastic) = self.elastic else {
            return;
        };
        let widths = self.widths();
        let total = widths.iter().map(|width| width + GAP).sum::<usize>() - GAP;
        let surplus = total.saturating_sub(width);
        let Some(natural) = widths.get(elastic).filter(|_| surplus > 0) else {
            return;
        };
        let room = natural.saturating_sub(surplus).max(ELASTIC_COLUMNS_MIN);
        for cell in self.rows.iter_mut().filter_map(|row| row.get_mut(elastic)) {
            cell.text = shortened(&cell.text, room);
        }
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = Vec::new();
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = columns(&cell.text).max(*width);
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fits_its_terminal() {
        let mut table = Table::new(["FILE", "SCORE"]).numeric(&[1]).elastic(0);
        table.push([
            Cell::new("articles/flood_de/rundschau.txt"),
            Cell::new("0.25"),
        ]);
        table.push([Cell::styled("a\nb", BOLD), Cell::new("1")]);
        let lines = table.render(27);
        let expected = "\
FILE                  SCORE
article…undschau.txt   0.25
a\u{FFFD}b                       1
";
        assert_eq!(anstream::adapter::strip_str(&lines).to_string(), expected);
    }
}
