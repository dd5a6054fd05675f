//! A page of HTML as a reader sees it, with a way back to the HTML as it was sent.
//!
//! Analyses work on the text as read and know no markup; only answers tell spans of the
//! source ([`Reading::source_span`]). Text is laid out as a browser does without style
//! sheets: white space collapsed, blocks on lines of their own. What no reader takes for
//! the text is left out: scripts, styles, navigation, footers, asides, forms, what is
//! hidden. It is no tree of the HTML standard: misnested tags are closed by a few rules
//! that look at a bounded number of open elements, so time is linear.
//!
//! In reading order: `tokens` finds tags and text, `elements` is what we know of each
//! element, `builder` lays the text out, `source_map` leads back.

mod builder;
mod elements;
mod source_map;
mod tokens;

use crate::base::Span;

use builder::Builder;
use source_map::SourceMap;

/// The text that a reader sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    text: String,
    map: SourceMap,
    heading: Option<Span>,
}

impl Reading {
    /// Reads `source`, in time linear in its length.
    pub(super) fn of(source: &str) -> Self {
        let mut builder = Builder::new(source);
        tokens::read(source, &mut builder);
        builder.finish()
    }

    /// What is read.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The `<h1>` in it, where there is one: of several the one in `<article>` or
    /// `<main>`, or else the first, since sites put their own name into one.
    pub(super) fn heading(&self) -> Option<Span> {
        self.heading
    }

    /// The range of the source that `span` of the text was read from. It may hold tags,
    /// and splits neither a tag nor an entity.
    pub(super) fn source_span(&self, span: Span) -> Span {
        self.map.source_span(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;
    use proptest::prelude::*;

    fn read(source: &str) -> String {
        Reading::of(source).text().to_owned()
    }

    #[test]
    fn a_page_is_read_as_a_browser_shows_it() {
        let cases = [
            ("nothing", "", ""),
            ("plain text", "Bridge closed", "Bridge closed"),
            ("white space collapses", " a\n\t b \r\n c ", "a b c"),
            ("also around tags", "a <b> b</b> c", "a b c"),
            ("no blank where none is", "a<b>b</b>c", "abc"),
            ("a hard blank stays", "a&nbsp;&nbsp;b", "a\u{a0}\u{a0}b"),
            ("blocks", "<p>a<p>b</p><div>c</div>d", "a\n\nb\n\nc\n\nd"),
            ("line breaks", "a<br>b<br><br>c", "a\nb\n\nc"),
            ("list items", "<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
            (
                "tables",
                "<table><tr><td>a<td>b<tr><th>c</table>d",
                "a\tb\nc\n\nd",
            ),
            ("preformatted", "<pre>a  b\n c</pre>d  e", "a  b\n c\n\nd e"),
            (
                "entities",
                "&lt;b&gt; AT&amp;T &#233;&#x20AC;",
                "<b> AT&T é€",
            ),
            ("no entities", "A & B &unknown; &", "A & B &unknown; &"),
            ("one without its end", "caf&eacute au lait", "café au lait"),
            (
                "soft hyphens are not seen",
                "Hoch&shy;was\u{ad}ser",
                "Hochwasser",
            ),
            (
                "comments",
                "a<!-- b -->c<!doctype html><![CDATA[d]]>e",
                "ace",
            ),
            ("no tags", "1 < 2 <é <3 </> x", "1 < 2 <é <3 x"),
            ("an unfinished tag", "a <b class=", "a"),
        ];
        for (rule, source, expected) in cases {
            assert_eq!(read(source), expected, "{rule}: {source:?}");
        }
    }

    #[test]
    fn what_no_reader_sees_is_left_out() {
        let cases = [
            "<script>if (a < b) document.write('<p>x</p>')</script>",
            "<style>p { color: red }</style>",
            "<title>x</title>",
            "<noscript><p>x</p></noscript>",
            "<template><p>x</p></template>",
            "<nav><ul><li>x</ul></nav>",
            "<footer>x</footer>",
            "<aside><p>x</aside>",
            "<form><p>x</p><input value=y></form>",
            "<textarea>x</textarea>",
            "<select><option>x<option>y</select>",
            "<svg><title>x</title><text>y</text></svg>",
            "<iframe><p>x</p></iframe>",
            "<div hidden><p>x</p></div>",
            "<p hidden>x",
            "<span style='color: red; DISPLAY : none'>x</span>",
            "<span class='a sr-only'>x</span>",
            "<dialog>x</dialog>",
            "<ruby><rt>x</rt></ruby>",
            "<!-- <p>x</p> -->",
        ];
        for left_out in cases {
            let page = format!("<p>one</p>{left_out}<p>two</p>");
            assert_eq!(read(&page), "one\n\ntwo", "{left_out}");
        }
        assert_eq!(
            read("<dialog open>x</dialog><p style='color:red'>y"),
            "x\n\ny"
        );
        assert_eq!(read("<script>never closed <p>x</p>"), "");
    }

    #[test]
    fn what_is_left_out_ends_with_what_it_stands_in() {
        let cases = [
            ("a parent ends it", "<div><nav>x</div><p>a", "a"),
            (
                "an inner one of its name",
                "<div hidden><div>x</div>y</div>a",
                "a",
            ),
            (
                "ends of others do not",
                "<div hidden></p></b></table>x</div>a",
                "a",
            ),
            ("main is never in a menu", "<nav>x<main><p>a</main>", "a"),
            (
                "void elements hold nothing",
                "<img hidden><br hidden>a",
                "a",
            ),
        ];
        for (rule, source, expected) in cases {
            assert_eq!(read(source), expected, "{rule}: {source:?}");
        }
    }

    #[test]
    fn a_form_around_the_page_is_no_form() {
        let paragraph = "The bridge stays closed until May. ".repeat(40);
        let page = format!("<form id=page><p>{paragraph}</p><form><p>x</form></form>");
        assert!(read(&page).contains("closed until May"));
    }

    #[test]
    fn the_heading_is_that_of_the_article() {
        let heading = |source: &str| {
            let reading = Reading::of(source);
            let span = reading.heading()?;
            span.slice(reading.text()).map(str::to_owned)
        };
        let page = "<h1>The Courier</h1><article><h1> Bridge <b>closed</b></h1><p>x</article>";
        assert_eq!(heading(page).as_deref(), Some("Bridge closed"));
        assert_eq!(heading("<p>x<h1>a</h1><h1>b").as_deref(), Some("a"));
        assert_eq!(heading("<h1>never closed").as_deref(), Some("never closed"));
        assert_eq!(
            heading("<h1> </h1><h1 hidden>x</h1><nav><h1>y</h1></nav>"),
            None
        );
        assert_eq!(heading("<p>x"), None);
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let source = "<p>The&nbsp;M&uuml;ller\n  <b>bri</b>dge</p><nav>x</nav><p>AT&amp;T</p>";
        let reading = Reading::of(source);
        let sources = tokens(reading.text()).map(|token| {
            let span = reading.source_span(token.span);
            span.slice(source).unwrap()
        });
        let expected = ["The", "M&uuml;ller", "bri</b>dge", "AT&amp;T"];
        assert_eq!(sources.collect::<Vec<_>>(), expected);
        // Equal lengths do not make an entity text: `≥⃒` takes six bytes as `&nvge;` does.
        let reading = Reading::of("&nvge;");
        assert_eq!(reading.source_span(Span::new(0, 3)), Span::new(0, 6));
        let ends = Span::new(6, 6);
        assert_eq!(reading.source_span(ends), ends);
        assert_eq!(
            Reading::of("<p>").source_span(Span::new(0, 0)),
            Span::new(0, 0)
        );
    }

    /// Pieces that mean the same wherever they stand.
    fn atom() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<li class=\"a > b\">",
            "<!-- & -->",
            "&amp;",
            "&nvge;",
            "&fjlig;",
            "&semi;",
            "&#59;",
            "&#X1F642;",
            "&eacute;",
            "&Tab;",
            "&shy;",
            "a",
            "bridge",
            "é",
            "🙂",
            " ",
            "\r\n",
            ";",
            "-",
            ".",
        ])
    }

    /// Pieces that make pages, and the odd ends of some.
    fn page() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "<p>",
            "</p>",
            "<div hidden>",
            "</div>",
            "<pre>",
            "</pre>",
            "<br>",
            "<td>",
            "<li>",
            "<form>",
            "</form>",
            "<nav>",
            "</nav>",
            "<main>",
            "<h1>",
            "</h1>",
            "<script>",
            "</script>",
            "<title>",
            "</title",
            "<!--",
            "-->",
            "<",
            "</",
            ">",
            "&",
            "&amp;",
            "&shy;",
            "&nvge;",
            "&semi;",
            "&#",
            "&#59;",
            "&lt",
            "</>",
            "<é",
            "\0",
            "\r",
            "\n",
            "\r\n",
            " ",
            "  ",
            "é",
            "🙂",
            "e\u{301}",
            "\u{ad}",
            "bridge",
            "COVID-19",
            "; ",
            "x",
            "<xmp>",
            "<textarea>",
            "<![CDATA[",
            "<?",
            "='",
            "\"",
            "/",
        ]);
        prop_oneof![
            prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()),
            "(?s).{0,60}",
        ]
    }

    proptest! {
        #[test]
        fn every_span_lies_in_the_source_in_order(source in page()) {
            let reading = Reading::of(&source);
            let mut end = 0;
            for token in tokens(reading.text()) {
                let span = reading.source_span(token.span);
                prop_assert!(span.start >= end && span.start < span.end);
                let range = span.slice(&source);
                prop_assert!(range.is_some(), "{:?}", span);
                // What is read stands there, where nothing had to be decoded.
                let (range, read) = (range.unwrap(), token.span.slice(reading.text()).unwrap());
                if !range.contains(['<', '&', '\u{ad}', '\r', '\n', ' ']) {
                    prop_assert_eq!(range, read);
                }
                end = span.end;
            }
            let whole = reading.source_span(Span::new(0, reading.text().len()));
            prop_assert!(whole.end <= source.len());
        }

        #[test]
        fn no_span_splits_a_tag_or_an_entity(atoms in prop::collection::vec(atom(), 0..30)) {
            let source = atoms.concat();
            let reading = Reading::of(&source);
            let spans: Vec<_> = tokens(reading.text())
                .map(|token| reading.source_span(token.span))
                .collect();
            let mut start = 0;
            for atom in atoms {
                let end = start + atom.len();
                let is_inside = |at: usize| start < at && at < end;
                let is_split = spans.iter().any(|span| is_inside(span.start) || is_inside(span.end));
                let is_markup = atom.starts_with(['<', '&']);
                prop_assert!(!(is_markup && is_split), "{:?} at {} of {:?}", atom, start, source);
                start = end;
            }
        }

        #[test]
        fn text_without_markup_is_read_as_it_is(text in "(?s)[^<&\u{ad}]{0,200}") {
            let reading = Reading::of(&text);
            let collapsed: Vec<_> = text.split_ascii_whitespace().collect();
            prop_assert_eq!(reading.text(), collapsed.join(" "));
            for token in tokens(reading.text()) {
                let span = reading.source_span(token.span);
                let collapsed: Vec<_> = span.slice(&text).unwrap().split_ascii_whitespace().collect();
                prop_assert_eq!(collapsed.join(" "), token.span.slice(reading.text()).unwrap());
            }
        }

        #[test]
        fn escaped_text_is_read_as_it_was(text in "[ -~é🙂]{0,80}") {
            let escaped = text.chars().map(|c| format!("&#{};", u32::from(c)));
            let escaped = escaped.collect::<Vec<_>>().concat();
            let collapsed: Vec<_> = text.split_ascii_whitespace().collect();
            let reading = Reading::of(&escaped);
            prop_assert_eq!(reading.text(), collapsed.join(" "));
            for token in tokens(reading.text()) {
                let span = reading.source_span(token.span);
                let range = span.slice(&escaped).unwrap();
                prop_assert!(range.starts_with('&') && range.ends_with(';'));
            }
        }
    }
}
