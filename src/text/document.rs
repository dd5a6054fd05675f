//! A document under analysis: within limits, and otherwise exactly as it was sent.

use std::ops::RangeInclusive;

use crate::base::{FieldProblem, LanguageTag, Limits, Problem, Span};

use super::html::Reading;

/// A document within limits. Its body is kept byte for byte.
///
/// Of HTML, analyses see the text that a reader sees; spans of it lead back to the HTML
/// by [`source_span`](Self::source_span).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    id: String,
    title: String,
    source: String,
    /// What is read of a source that is not read as it is.
    reading: Option<Reading>,
    language: LanguageTag,
    publisher: String,
    published: Option<PublishTime>,
}

/// How the body of a document is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ContentType {
    /// As it is read; line ends separate paragraphs.
    #[default]
    PlainText,
    /// HTML, whole or in part.
    Html,
}

/// When a document was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublishTime {
    seconds: i64,
}

impl PublishTime {
    /// The first second of the year 1 and the last of the year 9999, as counted here.
    const RANGE: RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

    /// Accepts `seconds` since the beginning of 1970 in UTC, from the year 1 to 9999.
    ///
    /// # Errors
    ///
    /// [`Problem::NumberOutOfRange`] for any other time.
    pub fn from_unix_seconds(seconds: i64) -> Result<Self, Problem> {
        if Self::RANGE.contains(&seconds) {
            return Ok(Self { seconds });
        }
        Err(Problem::NumberOutOfRange {
            actual: seconds as f64,
            least: *Self::RANGE.start() as f64,
            most: *Self::RANGE.end() as f64,
        })
    }

    /// Days between this time and `other`, whichever is earlier.
    pub fn days_to(self, other: Self) -> f64 {
        const SECONDS_PER_DAY: f64 = 86_400.0;
        self.seconds.abs_diff(other.seconds) as f64 / SECONDS_PER_DAY
    }
}

/// What a [`Document`] is made of, before anything is checked.
#[derive(Clone, Debug, Default)]
pub struct DocumentParts {
    /// The caller's key; may be empty.
    pub id: String,
    /// The headline; may be empty.
    pub title: String,
    /// The body, as it is written; may be empty where there is a title.
    pub text: String,
    /// How the body is written.
    pub content_type: ContentType,
    /// BCP-47 tag; empty where the language is to be detected.
    pub language_code: String,
    /// The publisher's key; may be empty.
    pub publisher: String,
    /// When it was published, where that is known.
    pub published: Option<PublishTime>,
}

/// A field of a document in which a span can lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The headline.
    Title,
    /// The body.
    Text,
}

/// A range of one field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// The range in it.
    pub span: Span,
}

impl Document {
    /// Accepts `parts` where they are within `limits`.
    ///
    /// ```
    /// use copydesk::base::Limits;
    /// use copydesk::text::{Document, DocumentParts};
    ///
    /// let parts = DocumentParts {
    ///     title: "Bridge closed after inspection".into(),
    ///     language_code: "en-GB".into(),
    ///     ..DocumentParts::default()
    /// };
    /// let document = Document::new(parts, &Limits::default()).unwrap();
    /// assert_eq!(document.language().to_string(), "en");
    /// ```
    ///
    /// # Errors
    ///
    /// The first field that is too long, a language tag that is not well-formed, or
    /// `text` as required where there is no title either.
    pub fn new(parts: DocumentParts, limits: &Limits) -> Result<Self, FieldProblem> {
        let DocumentParts {
            id,
            title,
            text,
            content_type,
            language_code,
            publisher,
            published,
        } = parts;
        check_length(&id, limits.id_characters_max).map_err(|problem| problem.at("id"))?;
        check_length(&title, limits.title_characters_max).map_err(|p| p.at("title"))?;
        check_length(&text, limits.document_characters_max).map_err(|p| p.at("text"))?;
        check_length(&publisher, limits.id_characters_max).map_err(|p| p.at("publisher"))?;
        if title.is_empty() && text.is_empty() {
            return Err(Problem::Required.at("text"));
        }
        let language = LanguageTag::parse(&language_code).map_err(|p| p.at("language_code"))?;
        let reading = match content_type {
            ContentType::PlainText => None,
            ContentType::Html => Some(Reading::of(&text)),
        };
        Ok(Self {
            id,
            title,
            source: text,
            reading,
            language,
            publisher,
            published,
        })
    }

    /// The caller's key; empty where there is none.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The headline, as sent.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The body as it is read: as sent, where it is plain text.
    ///
    /// ```
    /// use copydesk::base::{Limits, Span};
    /// use copydesk::text::{ContentType, Document, DocumentParts, Field, Place};
    ///
    /// let parts = DocumentParts {
    ///     text: "<p>The <b>Harbour</b> Bridge of T&ouml;nning</p>".into(),
    ///     content_type: ContentType::Html,
    ///     ..DocumentParts::default()
    /// };
    /// let document = Document::new(parts, &Limits::default()).unwrap();
    /// assert_eq!(document.text(), "The Harbour Bridge of Tönning");
    ///
    /// let town = Place { field: Field::Text, span: Span::new(22, 30) };
    /// assert_eq!(town.span.slice(document.text()), Some("Tönning"));
    /// let source = document.source_span(town);
    /// assert_eq!(source.slice(document.source(Field::Text)), Some("T&ouml;nning"));
    /// ```
    pub fn text(&self) -> &str {
        self.reading.as_ref().map_or(&self.source, Reading::text)
    }

    /// How the body is written.
    pub fn content_type(&self) -> ContentType {
        match self.reading {
            None => ContentType::PlainText,
            Some(_) => ContentType::Html,
        }
    }

    /// What HTML says is the heading of the text, a part of it; `None` for plain text.
    pub fn html_heading(&self) -> Option<Span> {
        self.reading.as_ref().and_then(Reading::heading)
    }

    /// The publisher's key; empty where there is none.
    pub fn publisher(&self) -> &str {
        &self.publisher
    }

    /// When it was published, where the caller said so.
    pub fn published(&self) -> Option<PublishTime> {
        self.published
    }

    /// The language that the caller gave; undetermined where it is to be detected.
    pub fn language(&self) -> LanguageTag {
        self.language
    }

    /// The text of `field`, as it is read.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Text => self.text(),
        }
    }

    /// `field` as it was sent.
    pub fn source(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Text => &self.source,
        }
    }

    /// The range of its field, as sent, that `place` was read from: itself in plain text.
    /// Of HTML it may hold tags and entities, and splits none.
    pub fn source_span(&self, place: Place) -> Span {
        match (&self.reading, place.field) {
            (Some(reading), Field::Text) => reading.source_span(place.span),
            (None, Field::Text) | (_, Field::Title) => place.span,
        }
    }

    /// Whether there is nothing but white space to read in it.
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.text().trim().is_empty()
    }

    /// Bytes of title and text together, as sent.
    pub fn len_bytes(&self) -> usize {
        self.title.len() + self.source.len()
    }
}

/// Whether `text` has at most `limit` characters (code points).
///
/// # Errors
///
/// [`Problem::TextTooLong`] with both numbers.
pub fn check_length(text: &str, limit: usize) -> Result<(), Problem> {
    // A text never has more characters than bytes: most need no count.
    if text.len() <= limit {
        return Ok(());
    }
    match text.chars().count() {
        actual if actual > limit => Err(Problem::TextTooLong { limit, actual }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(parts: DocumentParts) -> String {
        let limits = Limits {
            document_characters_max: 4,
            ..Limits::default()
        };
        Document::new(parts, &limits).unwrap_err().to_string()
    }

    #[test]
    fn limits_count_characters_and_not_bytes() {
        let parts = |text: &str| DocumentParts {
            text: text.into(),
            ..DocumentParts::default()
        };
        assert_eq!(
            refusal(parts("заяц!")),
            "text has 5 characters; at most 4 are accepted"
        );
        let limits = Limits {
            document_characters_max: 4,
            ..Limits::default()
        };
        assert!(Document::new(parts("заяц"), &limits).is_ok());
    }

    #[test]
    fn limits_count_html_as_sent() {
        let parts = DocumentParts {
            text: "<p>a</p>".into(),
            content_type: ContentType::Html,
            ..DocumentParts::default()
        };
        assert_eq!(
            refusal(parts),
            "text has 8 characters; at most 4 are accepted"
        );
    }

    #[test]
    fn a_page_without_text_is_blank() {
        let parts = DocumentParts {
            text: "<script>x</script>".into(),
            content_type: ContentType::Html,
            ..DocumentParts::default()
        };
        let document = Document::new(parts, &Limits::default()).unwrap();
        assert!(document.is_blank());
    }

    #[test]
    fn a_document_needs_a_title_or_a_text() {
        assert_eq!(refusal(DocumentParts::default()), "text is required");
    }
}
