//! Whether the lines of a text were broken by their width, as in agency copy and plain
//! mail, and not by what is written.

/// Narrower texts are lists, wider ones paragraphs of a line each; terminals had 80
/// columns.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// A character takes at most this many bytes: longer lines need no count.
const CHARACTER_BYTES_MAX: usize = 4;

/// Fewer line ends tell nothing.
const LINE_ENDS_MIN: usize = 3;

/// The width at which the lines of `text` were broken, in characters; `None` where they
/// were not. They were, if six in ten lines have no room for the first word of the next.
pub(super) fn width(text: &str) -> Option<usize> {
    // Most that is asked about is one line.
    if !text.as_bytes().contains(&b'\n') {
        return None;
    }
    let lines = || text.lines().map(str::trim_end);
    // Most texts have a paragraph on one of their first lines.
    if lines().any(is_too_wide) {
        return None;
    }
    lines().nth(LINE_ENDS_MIN)?;
    let widest = lines().map(length).max()?;
    if widest < *WIDTHS.start() {
        return None;
    }
    let (mut n_ends, mut n_full) = (0_usize, 0_usize);
    for (line, next) in lines().zip(lines().skip(1)) {
        if !line.is_empty() && !next.trim().is_empty() {
            n_ends += 1;
            n_full += usize::from(is_full(line, next, widest));
        }
    }
    (n_ends >= LINE_ENDS_MIN && n_full * 10 >= n_ends * 6).then_some(widest)
}

/// Whether the first word of `next` has no room at the end of `line`.
pub(super) fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    length(line) + 1 + length(word) > width
}

fn is_too_wide(line: &str) -> bool {
    let most = *WIDTHS.end();
    line.len() > most * CHARACTER_BYTES_MAX || line.len() > most && length(line) > most
}

fn length(line: &str) -> usize {
    line.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_told_from_paragraphs_and_lists() {
        let wrapped = "The bridge was closed to all traffic on Tuesday\nevening after a routine \
            inspection turned up a crack\nin one of the steel plates that hold its deck, and\nno \
            date was given for its reopening.\n";
        assert_eq!(width(wrapped), Some(52));
        assert_eq!(width(&wrapped.replace('\n', " ")), None);
        assert_eq!(
            width("Decks\nPlates\nThe towers of the bridge that stood there for years\nCables\n"),
            None
        );
        assert_eq!(width(""), None);
    }
}
