//! Tags and text of a page, with their places: html5gum's tokens, as we need them.
//!
//! The tokenizer of the HTML standard (section 13.2.5), which takes any text at all. It
//! tells where it stands; what it says is text is compared with the source, so that a
//! piece is either a range of it or an entity with its range.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use crate::base::Span;

use super::elements::is_unread;

/// What takes the tokens of a page.
pub(super) trait Sink {
    /// Text that stands in the source as it is.
    fn text(&mut self, span: Span);
    /// Text that an entity at `span` stands for.
    fn entity(&mut self, text: &str, span: Span);
    /// A start tag.
    fn start(&mut self, name: &[u8], attributes: Attributes);
    /// An end tag.
    fn end(&mut self, name: &[u8]);
}

/// What we want to know of the attributes of a tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    /// Whether they hide the element.
    pub(super) is_hidden: bool,
    /// Whether they open it, as a dialog.
    pub(super) is_open: bool,
}

/// Sends the tokens of `source` to `sink`. Scripts, styles and the like are no tokens.
pub(super) fn read(source: &str, sink: &mut impl Sink) {
    let tokens = Tokens {
        source,
        sink,
        at: 0,
        end: 0,
        text: Span::new(0, 0),
        is_unread: false,
        tag: Tag::default(),
        last_start_tag: Vec::new(),
    };
    let Ok(()) = Tokenizer::new_with_emitter(source, tokens).finish();
}

struct Tokens<'s, S> {
    source: &'s str,
    sink: &'s mut S,
    /// What has been read, in bytes.
    at: usize,
    /// Where the last token ends.
    end: usize,
    /// Text that is not sent yet, since more of it may come.
    text: Span,
    /// Whether text is that of a script or the like.
    is_unread: bool,
    tag: Tag,
    /// The name of the last start tag, which alone can end a script.
    last_start_tag: Vec<u8>,
}

/// The tag that is being read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    attributes: Attributes,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
}

/// More of a name or a value tells nothing; a tag that nobody closes has the rest of the
/// page for its name.
const NAME_BYTES_MAX: usize = 1_024;

impl Tag {
    fn begin(&mut self, is_end: bool) {
        self.name.clear();
        self.is_end = is_end;
        self.attributes = Attributes::default();
        self.attribute_name.clear();
        self.attribute_value.clear();
    }

    /// Notes the attribute that has been read.
    fn end_attribute(&mut self) {
        let value = &self.attribute_value;
        match self.attribute_name.as_slice() {
            b"hidden" => self.attributes.is_hidden = true,
            b"style" => self.attributes.is_hidden |= hides(value),
            b"class" => self.attributes.is_hidden |= is_for_screen_readers(value),
            b"open" => self.attributes.is_open = true,
            _ => {}
        }
        self.attribute_name.clear();
        self.attribute_value.clear();
    }
}

/// Whether a style hides its element.
fn hides(style: &[u8]) -> bool {
    let style = style.iter().filter(|byte| !byte.is_ascii_whitespace());
    let style: Vec<u8> = style.map(u8::to_ascii_lowercase).collect();
    style
        .split(|byte| *byte == b';')
        .any(|rule| rule.starts_with(b"display:none") || rule.starts_with(b"visibility:hidden"))
}

/// Whether a class is one of those that sites hide from sight by custom.
fn is_for_screen_readers(classes: &[u8]) -> bool {
    let names = classes.split(u8::is_ascii_whitespace);
    let mut names = names.map(<[u8]>::to_ascii_lowercase);
    names.any(|name| {
        matches!(
            name.as_slice(),
            b"sr-only" | b"screen-reader-text" | b"visually-hidden" | b"visuallyhidden"
        )
    })
}

/// Appends no more than tells something.
fn push(buffer: &mut Vec<u8>, bytes: &[u8]) {
    let room = NAME_BYTES_MAX.saturating_sub(buffer.len());
    buffer.extend(bytes.get(..room).unwrap_or(bytes));
}

impl<S: Sink> Tokens<'_, S> {
    /// Sends the text that was held back.
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.sink.text(self.text);
        }
        self.text = Span::new(self.end, self.end);
    }

    /// Takes a token that is no text, and ends here.
    fn pass(&mut self) {
        self.flush();
        self.end = self.at;
        self.text = Span::new(self.at, self.at);
    }

    fn bytes(&self, span: Span) -> &[u8] {
        let bytes = self.source.as_bytes();
        bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// Where text begins that follows the last token: `</>` is none, and yet no text.
    fn text_start(&self) -> usize {
        let mut start = self.end;
        while self.bytes(Span::new(start, self.at)).starts_with(b"</>") {
            start += 3;
        }
        start
    }
}

impl<S: Sink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        let span = Span::new(self.text_start(), self.at);
        // What looked like an end tag comes in two pieces at one place: `</`, and the name.
        let is_source = match self.bytes(span) {
            entity if entity.starts_with(b"&") => entity == text,
            source => source.starts_with(text),
        };
        self.end = if is_source {
            span.start + text.len()
        } else {
            span.end
        };
        if self.is_unread {
            return;
        }
        if is_source {
            // Not sent yet: a piece may end within a character.
            if self.text.end != span.start {
                self.flush();
                self.text.start = span.start;
            }
            self.text.end = self.end;
            return;
        }
        // Line ends come as they should have been written.
        if text == b"\n" && self.bytes(span) == b"\r" {
            let is_pair = self.source.as_bytes().get(self.at) == Some(&b'\n');
            self.end += usize::from(is_pair);
        }
        let held = Span::new(span.start, self.end);
        self.flush();
        let text = str::from_utf8(text).unwrap_or_default();
        self.sink.entity(text, held);
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn init_start_tag(&mut self) {
        self.tag.begin(false);
    }

    fn init_end_tag(&mut self) {
        self.tag.begin(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        push(&mut self.tag.name, name);
    }

    fn init_attribute(&mut self) {
        self.tag.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        push(&mut self.tag.attribute_name, name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        push(&mut self.tag.attribute_value, value);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.tag.end_attribute();
        self.pass();
        let name = &self.tag.name;
        if self.tag.is_end {
            self.last_start_tag.clear();
            if !std::mem::take(&mut self.is_unread) {
                self.sink.end(name);
            }
            return None;
        }
        self.last_start_tag.clone_from(name);
        self.is_unread = is_unread(name);
        if !self.is_unread {
            self.sink.start(name, self.tag.attributes);
        }
        naive_next_state(name)
    }

    fn emit_current_comment(&mut self) {
        self.pass();
    }

    fn emit_current_doctype(&mut self) {
        self.pass();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.tag.name.is_empty() && self.tag.name == self.last_start_tag
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start_tag = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    // What a reader does not see.
    fn emit_error(&mut self, _error: Error) {}
    fn init_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_comment(&mut self, _text: &[u8]) {}
    fn push_doctype_name(&mut self, _name: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _identifier: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _identifier: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _identifier: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _identifier: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_self_closing(&mut self) {}
}
