//! MatchQuotations of `copydesk.v1.SimilarityService`.

use std::time::Duration;

use crate::base::{FieldProblem, Interrupted, Limits, OffsetEncoding, checked_count};
use crate::engine::MatchedQuotations;
use crate::error::Error;
use crate::similarity::{
    MIN_DOCUMENTS_MAX, MIN_WORDS_MAX, QuotationParams, QuotationUse, SharedQuotation,
};
use crate::text::{Document, Speaker};

use super::call::{Work, too_large};
use super::common::{SpanWriter, cost, number, parse_offset_encoding, reply_offset_encoding};
use super::pb;
use super::similarity::{parse_documents, summaries};
use super::status::Failure;

pub(super) fn find(
    request: pb::MatchQuotationsRequest,
    work: &Work<'_>,
) -> Result<pb::MatchQuotationsResponse, Failure> {
    let question = parse(request, work.limits)?;
    let matched = work
        .engine
        .match_quotations(&question.documents, question.params, work.budget);
    let matched = matched.map_err(|error| match error {
        Error::Interrupted(Interrupted::AnswerTooLarge) => too_large("documents"),
        error @ (Error::Invalid(_) | Error::Interrupted(_)) => error.into(),
    })?;
    Ok(reply(&question, &matched))
}

struct Question {
    documents: Vec<Document>,
    params: QuotationParams,
    encoding: OffsetEncoding,
}

fn parse(request: pb::MatchQuotationsRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::MatchQuotationsRequest {
        documents,
        min_documents,
        min_words,
        include_boilerplate,
        offset_encoding,
    } = request;
    let defaults = QuotationParams::default();
    let params = QuotationParams {
        documents_min: checked_count(min_documents, defaults.documents_min, MIN_DOCUMENTS_MAX)
            .map_err(|problem| problem.at("min_documents"))?,
        words_min: checked_count(min_words, defaults.words_min, MIN_WORDS_MAX)
            .map_err(|problem| problem.at("min_words"))?,
        include_boilerplate,
        bytes_max: limits.message_bytes_max,
    };
    Ok(Question {
        documents: parse_documents(documents, limits.alignment_documents_max, limits)?,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

/// A rough guess, half as much again as a comparison's: no stems, but sentences and names.
pub(super) fn cost_of(request: &pb::MatchQuotationsRequest) -> Duration {
    let documents = request.documents.iter();
    let bytes = documents
        .map(|document| document.title.len() + document.text.len())
        .sum();
    cost(100_000, 150, bytes)
}

fn reply(question: &Question, matched: &MatchedQuotations) -> pb::MatchQuotationsResponse {
    let write = |document| SpanWriter::new(document, question.encoding);
    let spans: Vec<_> = question.documents.iter().map(write).collect();
    let quotations = matched.quotations.iter();
    pb::MatchQuotationsResponse {
        quotations: quotations
            .map(|quotation| reply_quotation(quotation, &question.documents, &spans))
            .collect(),
        documents: summaries(&question.documents, &matched.languages, "documents"),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
}

fn reply_quotation(
    quotation: &SharedQuotation,
    documents: &[Document],
    spans: &[SpanWriter<'_>],
) -> pb::match_quotations_response::Quotation {
    let documents = |each: &QuotationUse| {
        let document = documents.get(each.document)?;
        let spans = spans.get(each.document)?;
        Some(reply_use(each, document, spans))
    };
    pb::match_quotations_response::Quotation {
        text: quotation.text.clone(),
        uses: quotation.uses.iter().filter_map(documents).collect(),
        speaker_names: quotation.speaker_names.clone(),
        document_count: number(quotation.n_documents),
        publisher_count: number(quotation.n_publishers),
    }
}

/// The speaker of a quotation.
pub(super) fn reply_speaker(speaker: &Speaker, spans: &SpanWriter<'_>) -> pb::Speaker {
    pb::Speaker {
        name: speaker.name.clone(),
        mention: Some(spans.write(speaker.mention)),
    }
}

fn reply_use(
    each: &QuotationUse,
    document: &Document,
    spans: &SpanWriter<'_>,
) -> pb::match_quotations_response::Use {
    let speaker = each.speaker.as_ref();
    pb::match_quotations_response::Use {
        index: number(each.document),
        span: Some(spans.write(each.place)),
        speaker: speaker.map(|speaker| reply_speaker(speaker, spans)),
        quoted: each.quoted,
        document_id: document.id().to_owned(),
    }
}
