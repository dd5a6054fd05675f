//! Lays the text of a page out as it is read, from its tokens.

use crate::base::Span;

use super::Reading;
use super::elements::{
    Break, bars, closes, is_landmark, is_left_out, is_preformatted, is_void, keeps, may_close,
};
use super::source_map::SourceMap;
use super::tokens::{Attributes, Sink};

/// Elements that are known to be open: as many as real pages nest, times three; each tag
/// may look at all of them. Those further inside are read, but hide and close nothing.
const DEPTH_MAX: usize = 256;

/// Longer names are of no element that we know.
const NAME_BYTES_MAX: usize = 32;

/// A heading of more text is one that nobody closed.
const HEADING_BYTES_MAX: usize = 1_000;

/// A form of less text than this is left out: the largest forms for comments have half of
/// it. Some sites put the whole page into one.
const FORM_TEXT_BYTES_MIN: usize = 1_000;

/// The text so far, and what is open.
pub(super) struct Builder<'s> {
    source: &'s str,
    text: String,
    map: SourceMap,
    /// What stands before the next piece of text.
    pending: Break,
    open: Vec<Open>,
    /// The names of the open elements, one after the other.
    names: Vec<u8>,
    /// How many of `open` were open before the one that leaves text out.
    left_out: Option<usize>,
    n_preformatted: usize,
    heading: Option<Heading>,
}

/// An open element.
#[derive(Clone, Copy)]
struct Open {
    /// Where its name begins in the names.
    name_start: usize,
    /// Bytes of text before it.
    text_start: usize,
}

/// A heading of the page.
#[derive(Clone, Copy)]
struct Heading {
    span: Span,
    in_article: bool,
}

impl<'s> Builder<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            text: String::new(),
            map: SourceMap::default(),
            pending: Break::None,
            open: Vec::new(),
            names: Vec::new(),
            left_out: None,
            n_preformatted: 0,
            heading: None,
        }
    }

    pub(super) fn finish(mut self) -> Reading {
        self.close_down_to(0);
        Reading {
            text: self.text,
            map: self.map,
            heading: self.heading.map(|heading| heading.span),
        }
    }

    fn break_at_least(&mut self, least: Break) {
        self.pending = self.pending.max(least);
    }

    /// Writes what stands before the next piece; whether it stands in the source too.
    fn write_break(&mut self, source_start: usize) -> bool {
        let pending = std::mem::take(&mut self.pending);
        if self.text.is_empty() {
            return false;
        }
        self.text.push_str(pending.as_str());
        let between = self.source.get(self.map.source_end()..source_start);
        between == Some(pending.as_str())
    }

    /// Adds a piece that stands in the source.
    fn write(&mut self, span: Span) {
        let source = self.source;
        let text = span.slice(source).unwrap_or_default();
        let mut start = span.start;
        // Soft hyphens are seen where a line breaks, and none does here.
        for piece in text.split('\u{ad}') {
            if !piece.is_empty() {
                let is_joined = self.write_break(start);
                let read = Span::new(self.text.len(), self.text.len() + piece.len());
                self.text.push_str(piece);
                let source = Span::new(start, start + piece.len());
                self.map.add_verbatim(read, source, is_joined);
            }
            start += piece.len() + '\u{ad}'.len_utf8();
        }
    }

    fn name(&self, depth: usize) -> &[u8] {
        let start = |depth: usize| self.open.get(depth).map(|open| open.name_start);
        let end = start(depth + 1).unwrap_or(self.names.len());
        let name = start(depth).and_then(|start| self.names.get(start..end));
        name.unwrap_or_default()
    }

    /// The innermost open element that is `wanted`, unless one further in is a `border`.
    fn find(
        &self,
        wanted: impl Fn(&[u8]) -> bool,
        border: impl Fn(&[u8]) -> bool,
    ) -> Option<usize> {
        for depth in (0..self.open.len()).rev() {
            let name = self.name(depth);
            if wanted(name) {
                return Some(depth);
            }
            if border(name) {
                return None;
            }
        }
        None
    }

    /// Closes all open elements but the first `depth`.
    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let depth = self.open.len().saturating_sub(1);
        let name = self.name(depth);
        let (around, is_form, is_heading) = (Break::around(name), name == b"form", name == b"h1");
        let is_preformatted = is_preformatted(name);
        let Some(open) = self.open.pop() else {
            return;
        };
        self.names.truncate(open.name_start);
        self.n_preformatted -= usize::from(is_preformatted);
        self.break_at_least(around);
        if self.left_out.is_some_and(|outside| depth <= outside) {
            self.left_out = None;
        }
        if is_heading {
            self.add_heading(open.text_start);
        }
        if is_form && self.text.len() - open.text_start < FORM_TEXT_BYTES_MIN {
            self.forget_from(open.text_start);
        }
    }

    /// Takes the text from `start` on for a heading, if it is better than the last one.
    fn add_heading(&mut self, start: usize) {
        let text = self.text.get(start..).unwrap_or_default();
        let blanks = text.len() - text.trim_start().len();
        let span = Span::new(start + blanks, self.text.len());
        let holds_article = |name: &[u8]| matches!(name, b"article" | b"main");
        let in_article = self.find(holds_article, |_| false).is_some();
        let is_better = self
            .heading
            .is_none_or(|last| in_article && !last.in_article);
        if !span.is_empty() && span.len() <= HEADING_BYTES_MAX && is_better {
            self.heading = Some(Heading { span, in_article });
        }
    }

    fn forget_from(&mut self, start: usize) {
        self.text.truncate(start);
        self.map.truncate(start);
        self.heading = self.heading.filter(|heading| heading.span.end <= start);
    }
}

impl Sink for Builder<'_> {
    fn text(&mut self, span: Span) {
        if self.left_out.is_some() {
            return;
        }
        if self.n_preformatted > 0 {
            return self.write(span);
        }
        let text = span.slice(self.source).unwrap_or_default();
        let mut start = span.start;
        // Blanks are in pieces of their own: "a  b" gives "a", "", "b".
        for (index, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if index > 0 {
                self.break_at_least(Break::Blank);
                start += 1;
            }
            self.write(Span::new(start, start + word.len()));
            start += word.len();
        }
    }

    fn entity(&mut self, text: &str, span: Span) {
        if self.left_out.is_some() || text == "\u{ad}" {
            return;
        }
        let is_blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if is_blank && self.n_preformatted == 0 {
            return self.break_at_least(Break::Blank);
        }
        self.write_break(span.start);
        let read = Span::new(self.text.len(), self.text.len() + text.len());
        self.text.push_str(text);
        self.map.add_entity(read, span);
    }

    fn start(&mut self, name: &[u8], attributes: Attributes) {
        if let Some(outside) = self.left_out
            && name == b"main"
            && is_landmark(self.name(outside))
        {
            // Somebody forgot to close the menu.
            self.close_down_to(outside);
        }
        if may_close(name) {
            let closed = self.find(|open| closes(name, open), |open| keeps(name, open));
            if let Some(depth) = closed {
                self.close_down_to(depth);
            }
        }
        if name == b"br" && self.pending >= Break::Line {
            self.pending = Break::Paragraph;
        }
        self.break_at_least(Break::around(name));
        if is_void(name) || name.len() > NAME_BYTES_MAX || self.open.len() >= DEPTH_MAX {
            return;
        }
        let is_left_out = match name {
            b"dialog" => !attributes.is_open,
            _ => is_left_out(name),
        };
        if self.left_out.is_none() && (is_left_out || attributes.is_hidden) {
            self.left_out = Some(self.open.len());
        }
        self.n_preformatted += usize::from(is_preformatted(name));
        self.open.push(Open {
            name_start: self.names.len(),
            text_start: self.text.len(),
        });
        self.names.extend(name);
    }

    fn end(&mut self, name: &[u8]) {
        self.break_at_least(Break::around(name));
        if let Some(depth) = self.find(|open| open == name, |open| bars(name, open)) {
            self.close_down_to(depth);
        }
    }
}
