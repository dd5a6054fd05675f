//! What we know of each element: how it breaks lines, whether it is read, what it closes.
//!
//! After the HTML standard's "Rendering" (section 15.3) and "Optional tags" (13.1.2.4);
//! names are in lower case, as the tokenizer gives them.

/// What stands between two pieces of text; of several the greatest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing.
    #[default]
    None,
    /// A blank.
    Blank,
    /// From one cell of a table to the next.
    Cell,
    /// A line end.
    Line,
    /// A blank line.
    Paragraph,
}

impl Break {
    /// How it is written.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Blank => " ",
            Self::Cell => "\t",
            Self::Line => "\n",
            Self::Paragraph => "\n\n",
        }
    }

    /// What stands before and after the element `name`.
    ///
    /// A blank line around every block, though browsers show some without: a `<div>` is
    /// as often a paragraph as a part of one, and two headlines must not become one.
    pub(super) fn around(name: &[u8]) -> Self {
        match name {
            b"td" | b"th" => Self::Cell,
            b"li" | b"tr" | b"dt" | b"dd" | b"br" => Self::Line,
            b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"caption"
            | b"center" | b"details" | b"dialog" | b"dir" | b"div" | b"dl" | b"fieldset"
            | b"figcaption" | b"figure" | b"footer" | b"form" | b"h1" | b"h2" | b"h3" | b"h4"
            | b"h5" | b"h6" | b"header" | b"hgroup" | b"hr" | b"legend" | b"listing" | b"main"
            | b"menu" | b"nav" | b"ol" | b"p" | b"plaintext" | b"pre" | b"search" | b"section"
            | b"summary" | b"table" | b"tbody" | b"tfoot" | b"thead" | b"ul" | b"xmp" => {
                Self::Paragraph
            }
            _ => Self::None,
        }
    }
}

/// Whether `name` can hold nothing, and so has no end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Whether white space in it stays as it is.
pub(super) fn is_preformatted(name: &[u8]) -> bool {
    matches!(name, b"listing" | b"plaintext" | b"pre" | b"xmp")
}

/// Whether it stands around an article, where it is not closed before.
pub(super) fn is_landmark(name: &[u8]) -> bool {
    matches!(name, b"aside" | b"footer" | b"nav")
}

/// Whether what it holds is not read: landmarks, controls, what stands for things that are
/// no text, and the small readings beside Chinese characters. (Forms are judged at their
/// end.)
pub(super) fn is_left_out(name: &[u8]) -> bool {
    is_landmark(name)
        || matches!(
            name,
            b"audio"
                | b"button"
                | b"canvas"
                | b"datalist"
                | b"dialog"
                | b"noframes"
                | b"object"
                | b"rp"
                | b"rt"
                | b"select"
                | b"svg"
                | b"template"
                | b"video"
        )
}

/// Whether the tokenizer knows no tags in it but its own end, and no reader sees it.
pub(super) fn is_unread(name: &[u8]) -> bool {
    matches!(
        name,
        b"iframe"
            | b"noembed"
            | b"noframe"
            | b"noscript"
            | b"script"
            | b"style"
            | b"textarea"
            | b"title"
    )
}

/// Whether a start tag `name` closes any element; most are of none, and need no look at
/// those that are open.
pub(super) fn may_close(name: &[u8]) -> bool {
    Break::around(name) != Break::None || name == b"option"
}

/// Whether a start tag `name` closes the element `open`, if nothing that [`keeps`] it open
/// is between.
pub(super) fn closes(name: &[u8], open: &[u8]) -> bool {
    match name {
        b"li" => open == b"li",
        b"dt" | b"dd" => matches!(open, b"dt" | b"dd"),
        b"tr" => open == b"tr",
        b"td" | b"th" => matches!(open, b"td" | b"th"),
        b"option" => open == b"option",
        _ => open == b"p" && Break::around(name) == Break::Paragraph,
    }
}

/// Whether no element outside of `open` is closed by a start tag `name` in it.
pub(super) fn keeps(name: &[u8], open: &[u8]) -> bool {
    match name {
        b"li" => matches!(open, b"ul" | b"ol" | b"menu" | b"dir"),
        b"dt" | b"dd" => open == b"dl",
        b"tr" | b"td" | b"th" => open == b"table",
        b"option" => open == b"select",
        _ => Break::around(open) != Break::None,
    }
}

/// Whether no element outside of `open` is closed by an end tag `name` in it: cells hold
/// all but their table, and blocks hold what is no block.
pub(super) fn bars(name: &[u8], open: &[u8]) -> bool {
    let around = Break::around(name);
    match Break::around(open) {
        Break::None | Break::Blank => false,
        Break::Cell => !matches!(name, b"tr" | b"table" | b"tbody" | b"thead" | b"tfoot"),
        Break::Line | Break::Paragraph => around == Break::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unread_or_void_breaks_no_lines() {
        for name in [&b"script"[..], b"noscript", b"title", b"img", b"wbr"] {
            assert_eq!(Break::around(name), Break::None);
        }
    }

    #[test]
    fn what_may_close_nothing_closes_nothing() {
        let names = [
            &b"li"[..],
            b"dt",
            b"dd",
            b"tr",
            b"td",
            b"th",
            b"option",
            b"p",
            b"div",
            b"b",
            b"br",
            b"",
        ];
        for name in names {
            let closes_any = names.iter().any(|open| closes(name, open));
            assert!(may_close(name) || !closes_any);
        }
        assert!(!may_close(b"b"));
    }

    #[test]
    fn items_close_items_of_their_own_list() {
        assert!(closes(b"li", b"li") && keeps(b"li", b"ul"));
        assert!(closes(b"div", b"p") && !closes(b"b", b"p"));
        assert!(bars(b"div", b"td") && !bars(b"table", b"td"));
        assert!(bars(b"b", b"div") && !bars(b"div", b"b"));
    }
}
