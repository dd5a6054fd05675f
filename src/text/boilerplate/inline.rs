//! What stands inside of lines of the article and is no part of it: markup of pictures and
//! links, addresses of pictures, credits in brackets, bullets.

use crate::base::{Interrupted, Span};

use super::super::scan::position;
use super::BoilerplateKind::{self, Credit, Markup};
use super::line::is_credit;
use super::{Boilerplate, Pace};

/// Longer brackets hold more than a credit.
const BRACKETS_BYTES_MAX: usize = 200;

/// How far to look for the next mark before the budget is asked.
const STEP_BYTES: usize = 1 << 14;

/// Finds what is inside of `block`, in text order.
pub(super) fn inline(
    text: &str,
    block: Span,
    found: &mut Vec<Boilerplate>,
    pace: &mut Pace<'_>,
) -> Result<(), Interrupted> {
    let mut scan = Scan {
        text,
        end: block.end,
        read: block.start,
        found,
        bracket: None,
        square: None,
    };
    let mut at = scan.bullet(block.start);
    while at < block.end {
        let next = scan.step(at);
        pace.spend(next - at)?;
        at = next;
    }
    Ok(())
}

/// What the names of pictures end with.
const PICTURES: &[&str] = &[
    "jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tiff",
];

struct Scan<'t, 'f> {
    text: &'t str,
    end: usize,
    /// Up to here all has been told.
    read: usize,
    found: &'f mut Vec<Boilerplate>,
    /// The round or full-width bracket that is open.
    bracket: Option<usize>,
    /// The square bracket that is open, with the mark of a picture before it.
    square: Option<usize>,
}

impl<'t> Scan<'t, '_> {
    /// Reads what begins at byte `at`, and tells where to go on.
    fn step(&mut self, at: usize) -> usize {
        // The colon is that of addresses, the last byte the first of a wide bracket.
        const MARKS: &[u8; 6] = b"()[]:\xEF";
        let bytes = self.rest(at).as_bytes();
        let step = bytes.get(..STEP_BYTES).unwrap_or(bytes);
        let Some(skipped) = position(step, MARKS) else {
            return self.boundary(at + step.len());
        };
        let at = at + skipped;
        let rest = self.rest(at);
        let Some(&byte) = rest.as_bytes().first() else {
            return self.end;
        };
        let next = at + rest.chars().next().map_or(1, char::len_utf8);
        match byte {
            b'(' => self.bracket = Some(at),
            b')' => self.close(at, next),
            b'[' => self.square = Some(at),
            b']' => {
                self.read = self.link(at).unwrap_or(next);
                return self.read;
            }
            b':' if rest.starts_with("://") => {
                self.read = self.scheme(at).map_or(next, |start| self.address(start));
                return self.read;
            }
            0xEF if rest.starts_with('（') => self.bracket = Some(at),
            0xEF if rest.starts_with('）') => self.close(at, next),
            _ => {}
        }
        next
    }

    /// The next border between characters from byte `at` on.
    fn boundary(&self, at: usize) -> usize {
        let is_border = |at: &usize| self.text.is_char_boundary(*at);
        (at..self.end).find(is_border).unwrap_or(self.end)
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..self.end).unwrap_or_default()
    }

    fn push(&mut self, start: usize, end: usize, kind: BoilerplateKind) {
        self.found.push(Boilerplate {
            span: Span::new(start, end),
            kind,
        });
    }

    /// A credit in round brackets, the last of which begins at `at`.
    fn close(&mut self, at: usize, end: usize) {
        let Some(open) = self.bracket.take() else {
            return;
        };
        if is_credit_between(self.text, open, at) {
            self.push(open, end, Credit);
        }
    }

    /// Behind a square bracket that closes at `at`: the rest of a link, or nothing.
    fn link(&mut self, at: usize) -> Option<usize> {
        let open = self.square.take()?;
        if !self.rest(at + 1).starts_with('(') {
            if is_credit_between(self.text, open, at) {
                self.push(open, at + 1, Credit);
            }
            return None;
        }
        let address = self.rest(at + 2);
        let length = address.find([')', ' ', '\n', '(']).unwrap_or(address.len());
        let end = at + 2 + length;
        let closed = self.rest(end).starts_with(')');
        let has_address = ["http", "/", "#", "www.", "data:"]
            .iter()
            .any(|start| address.starts_with(start));
        if !(closed && has_address) {
            return Some(end);
        }
        let before = self.text.get(..open).unwrap_or_default();
        if before.ends_with('!') {
            self.push(open - 1, end + 1, Markup);
        } else {
            self.push(open, open + 1, Markup);
            self.push(at, end + 1, Markup);
        }
        Some(end + 1)
    }

    /// Where the name of the web's protocol begins that ends before byte `at`.
    fn scheme(&self, at: usize) -> Option<usize> {
        let before = self.text.get(self.read..at)?;
        let scheme = ["http", "https"]
            .into_iter()
            .find(|s| before.ends_with(s))?;
        Some(at - scheme.len())
    }

    /// An address in the text: one of a picture is nothing to read.
    fn address(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')' | ']'))
            .unwrap_or(rest.len());
        let address = rest.get(..length).unwrap_or_default();
        let path = address.split(['?', '#']).next().unwrap_or(address);
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if PICTURES
            .iter()
            .any(|each| each.eq_ignore_ascii_case(extension))
        {
            self.push(at, at + length, Markup);
        }
        at + length
    }

    /// A bullet at the beginning of the block: where the text begins.
    fn bullet(&mut self, start: usize) -> usize {
        let rest = self.rest(start);
        let Some(glyph) = rest.chars().next() else {
            return start;
        };
        let end = start + glyph.len_utf8();
        let blank = self.rest(end).starts_with(char::is_whitespace);
        let always = matches!(
            glyph,
            '•' | '‣'
                | '▪'
                | '▸'
                | '►'
                | '●'
                | '○'
                | '◦'
                | '■'
                | '□'
                | '◆'
                | '➤'
                | '➢'
                | '✓'
                | '✔'
                | '➡'
                | '▶'
                | '⁃'
                | '∙'
        );
        if always || (blank && matches!(glyph, '*' | '·' | '>' | '→')) {
            self.push(start, end, Markup);
            return end;
        }
        start
    }
}

/// Whether a credit stands between the brackets at `open` and `close`.
fn is_credit_between(text: &str, open: usize, close: usize) -> bool {
    if close - open > BRACKETS_BYTES_MAX {
        return false;
    }
    let inside = text.get(open..close).unwrap_or_default();
    let inside = inside.trim_start_matches(['(', '（', '[']);
    is_credit(inside)
}
