//! The blocks of a page: its lines, since pages keep a paragraph, a headline or an item of
//! a menu on a line. Lines that were broken by their width are put together again.

use crate::base::Span;

use super::super::scan::position;
use super::super::wrap::{is_full, width};

/// The lines of `text` that are not blank, without the blanks around them.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Span> {
    let width = width(text);
    let mut lines = lines(text).peekable();
    std::iter::from_fn(move || {
        let mut block = lines.next()?;
        while let (Some(width), Some(next)) = (width, lines.peek()) {
            if !continues(text, block, *next, width) {
                break;
            }
            block = Span::new(block.start, next.end);
            lines.next();
        }
        Some(block)
    })
    .filter_map(|block| trimmed(text, block))
}

/// Whether the line `next` goes on with what `block` holds, broken at `width`.
fn continues(text: &str, block: Span, next: Span, width: usize) -> bool {
    let (Some(block), Some(next)) = (block.slice(text), next.slice(text)) else {
        return false;
    };
    let last = block.rsplit(is_line_end).next().unwrap_or(block).trim_end();
    !last.is_empty() && !next.trim().is_empty() && is_full(last, next.trim_start(), width)
}

/// All lines, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let end = line_end(text, from);
        let line = Span::new(from, end.map_or(text.len(), |(end, _)| end));
        start = end.map(|(end, length)| end + length);
        Some(line)
    })
}

/// The next line end from byte `from` on, and its length; that of Windows is one.
fn line_end(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += position(bytes.get(at..)?, b"\n\r\x0B\x0C\xC2\xE2")?;
        match bytes.get(at..)? {
            [b'\r', b'\n', ..] | [0xC2, 0x85, ..] => return Some((at, 2)),
            [b'\n' | b'\r' | 0xB | 0xC, ..] => return Some((at, 1)),
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => return Some((at, 3)),
            _ => at += 1,
        }
    }
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `span` without blanks at its ends; none where it holds nothing else.
pub(super) fn trimmed(text: &str, span: Span) -> Option<Span> {
    let slice = span.slice(text)?;
    let start = span.start + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    (start < end).then_some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        blocks(text).filter_map(|span| span.slice(text)).collect()
    }

    #[test]
    fn a_block_is_a_line_without_its_blanks() {
        assert_eq!(
            of(" One\r\n\r\n\t\n Two \u{2028}Three"),
            ["One", "Two", "Three"]
        );
        assert!(of("").is_empty());
    }

    #[test]
    fn lines_that_were_broken_by_width_are_one_block() {
        let text = "The bridge was closed to all traffic on Tuesday\nevening after a routine \
            inspection turned up a crack\nin one of the steel plates that hold its deck, and\nno \
            date was given for its reopening.\nMenu\n";
        let blocks = of(text);
        assert_eq!(blocks.len(), 2, "{blocks:?}");
        assert_eq!(blocks[1], "Menu");
    }
}
