//! AlignPassages of `copydesk.v1.SimilarityService`.

use std::time::Duration;

use crate::base::{FieldProblem, Interrupted, Limits, OffsetEncoding, Problem};
use crate::engine::Aligned;
use crate::error::Error;
use crate::similarity::passage::{PASSAGE_WORDS, Params, Passage};
use crate::text::{Document, Place};

use super::call::{Work, too_large};
use super::common::{SpanWriter, cost, number, parse_offset_encoding, reply_offset_encoding};
use super::pb;
use super::similarity::{parse_documents, summaries};
use super::status::Failure;

/// The field that makes the answer smaller.
pub(super) const SHRINK: &str = "documents";

pub(super) fn align(
    request: pb::AlignPassagesRequest,
    work: &Work<'_>,
) -> Result<pb::AlignPassagesResponse, Failure> {
    let question = parse(request, work.limits)?;
    let aligned = work
        .engine
        .align_passages(&question.documents, &question.params, work.budget)
        .map_err(failure)?;
    Ok(reply(&question, &aligned))
}

fn failure(error: Error) -> Failure {
    match error {
        Error::Interrupted(Interrupted::AnswerTooLarge) => too_large(SHRINK),
        Error::Invalid(_) | Error::Interrupted(_) => error.into(),
    }
}

/// Two articles of 4 KB took about .3 ms; each document is read once, and laid beside
/// every other.
pub(super) fn cost_of(request: &pb::AlignPassagesRequest) -> Duration {
    let documents = request.documents.iter();
    let bytes: usize = documents.map(|document| document.text.len()).sum();
    let ns_per_byte = if request.include_paraphrases { 100 } else { 10 };
    cost(100_000, 50, bytes)
        + cost(
            0,
            ns_per_byte,
            bytes.saturating_mul(request.documents.len()),
        )
}

struct Question {
    documents: Vec<Document>,
    params: Params,
    encoding: OffsetEncoding,
}

fn parse(request: pb::AlignPassagesRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::AlignPassagesRequest {
        documents,
        min_passage_words,
        include_paraphrases,
        include_boilerplate,
        offset_encoding,
    } = request;
    let params = Params {
        words_min: parse_words(min_passage_words).map_err(|p| p.at("min_passage_words"))?,
        paraphrases: include_paraphrases,
        boilerplate: include_boilerplate,
        bytes_max: limits.message_bytes_max,
    };
    Ok(Question {
        documents: parse_documents(documents, limits.alignment_documents_max, limits)?,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

fn parse_words(value: Option<i32>) -> Result<usize, Problem> {
    let Some(value) = value else {
        return Ok(Params::default().words_min);
    };
    match usize::try_from(value) {
        Ok(words) if PASSAGE_WORDS.contains(&words) => Ok(words),
        _ => Err(Problem::NumberOutOfRange {
            actual: f64::from(value),
            least: *PASSAGE_WORDS.start() as f64,
            most: *PASSAGE_WORDS.end() as f64,
        }),
    }
}

fn reply(question: &Question, aligned: &Aligned) -> pb::AlignPassagesResponse {
    use pb::align_passages_response::Passage as Entry;
    let write = |document| SpanWriter::new(document, question.encoding);
    let spans: Vec<_> = question.documents.iter().map(write).collect();
    let span = |document: usize, place: Place| spans.get(document).map(|spans| spans.write(place));
    let reply_passage = |passage: &Passage| Entry {
        first_index: number(passage.first),
        first_span: span(passage.first, passage.first_place),
        second_index: number(passage.second),
        second_span: span(passage.second, passage.second_place),
        identity: passage.identity,
    };
    pb::AlignPassagesResponse {
        passages: aligned.passages.iter().map(reply_passage).collect(),
        documents: summaries(&question.documents, &aligned.languages, "documents"),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
}
