//! What the services have in common, as `common.proto` has it: documents, offsets,
//! batches.

use std::time::Duration;

use rustc_hash::FxHashSet;
use tonic::Status;

use crate::base::{FieldProblem, Limits, OffsetEncoding, Offsets, Problem, Span};
use crate::text::{ContentType, Document, DocumentParts, Field, Place, PublishTime};

use super::pb;
use super::status::Failure;

impl From<FieldProblem> for Status {
    fn from(problem: FieldProblem) -> Self {
        Failure::from(problem).into()
    }
}

/// The value of an enum field, by its number.
pub(super) fn parse_enum<E: TryFrom<i32>>(
    number: i32,
    name: &'static str,
    field: &str,
) -> Result<E, FieldProblem> {
    E::try_from(number).map_err(|_| Problem::UnknownEnumValue { number, name }.at(field))
}

pub(super) fn parse_document(
    document: Option<pb::Document>,
    limits: &Limits,
) -> Result<Document, FieldProblem> {
    let Some(pb::Document {
        id,
        title,
        text,
        content_type,
        language_code,
        publisher,
        publish_time,
    }) = document
    else {
        return Err(Problem::Required.at("document"));
    };
    let published = publish_time
        .map(parse_publish_time)
        .transpose()
        .map_err(|problem| problem.within("document.publish_time"))?;
    let content_type = parse_content_type(content_type);
    let document = content_type.and_then(|content_type| {
        let parts = DocumentParts {
            id,
            title,
            text,
            content_type,
            language_code,
            publisher,
            published,
        };
        Document::new(parts, limits)
    });
    document.map_err(|problem| problem.within("document"))
}

fn parse_publish_time(time: prost_types::Timestamp) -> Result<PublishTime, FieldProblem> {
    const NANOS_MAX: i32 = 999_999_999;
    let prost_types::Timestamp { seconds, nanos } = time;
    if !(0..=NANOS_MAX).contains(&nanos) {
        let problem = Problem::NumberOutOfRange {
            actual: f64::from(nanos),
            least: 0.0,
            most: f64::from(NANOS_MAX),
        };
        return Err(problem.at("nanos"));
    }
    PublishTime::from_unix_seconds(seconds).map_err(|problem| problem.at("seconds"))
}

fn parse_content_type(number: i32) -> Result<ContentType, FieldProblem> {
    let content_type = parse_enum(number, "ContentType", "content_type")?;
    Ok(match content_type {
        pb::ContentType::Unspecified | pb::ContentType::PlainText => ContentType::PlainText,
        pb::ContentType::Html => ContentType::Html,
    })
}

pub(super) fn parse_offset_encoding(number: i32) -> Result<OffsetEncoding, FieldProblem> {
    let encoding = parse_enum(number, "OffsetEncoding", "offset_encoding")?;
    Ok(match encoding {
        pb::OffsetEncoding::Unspecified | pb::OffsetEncoding::Utf8 => OffsetEncoding::Utf8,
        pb::OffsetEncoding::Utf16 => OffsetEncoding::Utf16,
        pb::OffsetEncoding::CodePoints => OffsetEncoding::CodePoints,
    })
}

pub(super) fn reply_offset_encoding(encoding: OffsetEncoding) -> i32 {
    let encoding = match encoding {
        OffsetEncoding::Utf8 => pb::OffsetEncoding::Utf8,
        OffsetEncoding::Utf16 => pb::OffsetEncoding::Utf16,
        OffsetEncoding::CodePoints => pb::OffsetEncoding::CodePoints,
    };
    encoding.into()
}

/// Writes places of one document as spans of what was sent, in the caller's unit.
pub(super) struct SpanWriter<'d> {
    document: &'d Document,
    title: Offsets<'d>,
    text: Offsets<'d>,
}

impl<'d> SpanWriter<'d> {
    pub(super) fn new(document: &'d Document, encoding: OffsetEncoding) -> Self {
        Self {
            document,
            title: Offsets::new(document.source(Field::Title), encoding),
            text: Offsets::new(document.source(Field::Text), encoding),
        }
    }

    pub(super) fn write(&self, place: Place) -> pb::TextSpan {
        let (offsets, field) = match place.field {
            Field::Title => (&self.title, pb::DocumentField::Title),
            Field::Text => (&self.text, pb::DocumentField::Text),
        };
        let text = place.span.slice(self.document.field(place.field));
        let source = self.document.source_span(place);
        span(offsets, source, field, text.unwrap_or_default())
    }

    pub(super) fn write_all(&self, places: &[Place]) -> Vec<pb::TextSpan> {
        places.iter().map(|place| self.write(*place)).collect()
    }
}

/// The range `source` of a field, of which a reader sees `text`.
pub(super) fn span(
    offsets: &Offsets<'_>,
    source: Span,
    field: pb::DocumentField,
    text: &str,
) -> pb::TextSpan {
    pb::TextSpan {
        start_offset: number(offsets.convert(source.start)),
        end_offset: number(offsets.convert(source.end)),
        field: field.into(),
        text: text.to_owned(),
    }
}

/// A count as the schema writes it. Limits keep every count far below the most.
pub(super) fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Whether a list that must hold something holds from 1 to `limit` entries.
pub(super) fn check_list<T>(items: &[T], limit: usize, field: &str) -> Result<(), FieldProblem> {
    if items.is_empty() {
        return Err(Problem::Required.at(field));
    }
    check_length_of_list(items, limit, field)
}

/// Whether a list holds at most `limit` entries.
pub(super) fn check_length_of_list<T>(
    items: &[T],
    limit: usize,
    field: &str,
) -> Result<(), FieldProblem> {
    match items.len() {
        actual if actual > limit => Err(Problem::TooManyItems { limit, actual }.at(field)),
        _ => Ok(()),
    }
}

/// Whether `texts` have at most the characters of one request between them.
pub(super) fn check_request_length<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    limits: &Limits,
    field: &str,
) -> Result<(), FieldProblem> {
    let limit = limits.request_characters_max;
    let texts = texts.into_iter().collect::<Vec<_>>();
    // A text never has more characters than bytes: most requests need no count.
    if texts.iter().map(|text| text.len()).sum::<usize>() <= limit {
        return Ok(());
    }
    match texts.iter().map(|text| text.chars().count()).sum() {
        actual if actual > limit => Err(Problem::TextTooLong { limit, actual }.at(field)),
        _ => Ok(()),
    }
}

/// An id that may be longer than it should, as much of it as an answer echoes.
pub(super) fn shortened_id(id: &str, limits: &Limits) -> String {
    id.chars().take(limits.id_characters_max).collect()
}

/// Whether every id that is given is given once; else the field of the second.
pub(super) fn check_ids<'i>(
    ids: impl Iterator<Item = &'i str>,
    field: impl Fn(usize) -> String,
) -> Result<(), FieldProblem> {
    /// An id may be long, and stands in an error twice; trailers are short.
    const CHARACTERS_SHOWN: usize = 64;
    let mut seen = FxHashSet::default();
    for (index, id) in ids.enumerate() {
        if !id.is_empty() && !seen.insert(id) {
            let id = id.chars().take(CHARACTERS_SHOWN).collect();
            return Err(Problem::DuplicateId(id).at(field(index)));
        }
    }
    Ok(())
}

/// Time that `bytes` of text take at `ns_per_byte`, on top of `base_ns`.
///
/// The figures are rough on purpose: they decide where work runs, not what it says.
pub(super) fn cost(base_ns: u64, ns_per_byte: u64, bytes: usize) -> Duration {
    Duration::from_nanos(base_ns + ns_per_byte * bytes as u64)
}

/// Time that a list of words or codes takes to be read.
pub(super) fn cost_of_list(entries: &[String]) -> Duration {
    const NS_PER_ENTRY: u64 = 500;
    let bytes = entries.iter().map(String::len).sum();
    cost(NS_PER_ENTRY * entries.len() as u64, 50, bytes)
}
