//! `copydesk.v1.SimilarityService`.

use std::sync::Arc;
use std::time::Duration;

use tonic::{Request, Response, Status};

use crate::base::{
    FieldProblem, LanguageTag, Limits, OffsetEncoding, Problem, checked_count, checked_fraction,
};
use crate::engine::Compared;
use crate::similarity::{
    CONTRIBUTIONS_MAX, Contribution, Explain, MENTIONS_MAX, PAIRS_MAX, Pair, Params,
};
use crate::text::Document;

use super::call::{Call, Context, Work};
use super::common::{
    SpanWriter, check_ids, check_list, check_request_length, cost, number, parse_document,
    parse_offset_encoding, reply_offset_encoding,
};
use super::pb;
use super::pb::similarity_service_server::SimilarityService;
use super::quotation;
use super::status::Failure;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl SimilarityService for Service {
    async fn compare_documents(
        &self,
        request: Request<pb::CompareDocumentsRequest>,
    ) -> Result<Response<pb::CompareDocumentsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(cost_of(&request), |work| compare(request, work));
        call.reply(answer.await?, "max_pairs")
    }

    async fn match_quotations(
        &self,
        request: Request<pb::MatchQuotationsRequest>,
    ) -> Result<Response<pb::MatchQuotationsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let cost = quotation::cost_of(&request);
        let answer = call.run(cost, |work| quotation::find(request, work));
        call.reply(answer.await?, "documents")
    }
}

fn compare(
    request: pb::CompareDocumentsRequest,
    work: &Work<'_>,
) -> Result<pb::CompareDocumentsResponse, Failure> {
    let question = parse(request, work.limits)?;
    let compared = work
        .engine
        .compare(&question.documents, &question.params, work.budget)?;
    Ok(reply(&question, compared))
}

struct Question {
    documents: Vec<Document>,
    params: Params,
    encoding: OffsetEncoding,
}

fn parse(request: pb::CompareDocumentsRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::CompareDocumentsRequest {
        documents,
        min_similarity,
        max_pairs,
        explain,
        offset_encoding,
    } = request;
    let defaults = Params::default();
    let params = Params {
        similarity_min: checked_fraction(min_similarity).map_err(|p| p.at("min_similarity"))?,
        pairs_max: checked_count(max_pairs, defaults.pairs_max, PAIRS_MAX)
            .map_err(|problem| problem.at("max_pairs"))?,
        explain: match explain {
            Some(options) => {
                let explain = parse_explain(options, limits);
                Some(explain.map_err(|problem| problem.within("explain"))?)
            }
            None => None,
        },
    };
    Ok(Question {
        documents: parse_documents(documents, limits.comparison_documents_max, limits)?,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

/// Four articles of 3.5 KB took about a millisecond; pairs are cheap beside texts.
fn cost_of(request: &pb::CompareDocumentsRequest) -> Duration {
    let documents = request.documents.iter();
    let bytes = documents
        .map(|document| document.title.len() + document.text.len())
        .sum();
    cost(100_000, 100, bytes) + cost(0, 50, request.documents.len().saturating_pow(2))
}

fn parse_explain(options: pb::ExplainOptions, limits: &Limits) -> Result<Explain, FieldProblem> {
    let pb::ExplainOptions {
        max_contributions,
        max_mentions,
    } = options;
    let defaults = Explain::default();
    Ok(Explain {
        contributions_max: checked_count(
            max_contributions,
            defaults.contributions_max,
            CONTRIBUTIONS_MAX,
        )
        .map_err(|problem| problem.at("max_contributions"))?,
        bytes_max: limits.message_bytes_max,
        mentions_max: checked_count(max_mentions, defaults.mentions_max, MENTIONS_MAX)
            .map_err(|problem| problem.at("max_mentions"))?,
    })
}

/// Two documents or more, and at most `most`.
pub(super) fn parse_documents(
    documents: Vec<pb::Document>,
    most: usize,
    limits: &Limits,
) -> Result<Vec<Document>, FieldProblem> {
    check_list(&documents, most, "documents")?;
    if documents.len() < 2 {
        // Nothing to compare with: the second one is missing.
        return Err(Problem::Required.at("documents[1]"));
    }
    let texts = documents.iter().flat_map(|d| [&*d.title, &*d.text]);
    check_request_length(texts, limits, "documents")?;
    let ids = documents.iter().map(|document| &*document.id);
    check_ids(ids, |index| format!("documents[{index}].id"))?;
    let parse = |(index, document)| {
        parse_document(Some(document), limits).map_err(|mut problem| {
            // One document stands at `document`, one of several in a list.
            let inner = problem.field.split_off("document".len());
            problem.field = format!("documents[{index}]{inner}");
            problem
        })
    };
    documents.into_iter().enumerate().map(parse).collect()
}

fn reply(question: &Question, compared: Compared) -> pb::CompareDocumentsResponse {
    let write = |document| SpanWriter::new(document, question.encoding);
    let spans: Vec<_> = question.documents.iter().map(write).collect();
    pb::CompareDocumentsResponse {
        pair_count: number(compared.comparison.n_pairs),
        documents: summaries(&question.documents, &compared.languages),
        offset_encoding: reply_offset_encoding(question.encoding),
        pairs: compared
            .comparison
            .pairs
            .into_iter()
            .map(|pair| reply_pair(pair, &spans))
            .collect(),
    }
}

/// What is told of each document of a request.
pub(super) fn summaries(
    documents: &[Document],
    languages: &[LanguageTag],
) -> Vec<pb::DocumentSummary> {
    let summary = |(index, (document, language)): (usize, (&Document, _))| pb::DocumentSummary {
        index: number(index),
        document_id: document.id().to_owned(),
        language_code: ToString::to_string(language),
        problem: document.is_blank().then(|| blank(index)),
    };
    let documents = documents.iter().zip(languages);
    documents.enumerate().map(summary).collect()
}

/// Why a blank document is like no other.
fn blank(index: usize) -> super::pb::google::rpc::Status {
    let field = format!("documents[{index}].text");
    Failure::from(Problem::Required.at(field)).to_message()
}

fn reply_pair(pair: Pair, spans: &[SpanWriter<'_>]) -> pb::DocumentPair {
    let Pair {
        first,
        second,
        similarity,
        first_containment,
        second_containment,
        contributions,
        other_contribution,
    } = pair;
    let contribution = |term: &Contribution| pb::TermContribution {
        text: term.text.clone(),
        contribution: term.share,
        first_mentions: spans
            .get(first)
            .map_or_else(Vec::new, |spans| spans.write_all(&term.first_mentions)),
        second_mentions: spans
            .get(second)
            .map_or_else(Vec::new, |spans| spans.write_all(&term.second_mentions)),
    };
    pb::DocumentPair {
        first_index: number(first),
        second_index: number(second),
        similarity,
        first_containment,
        second_containment,
        contributions: contributions.iter().map(contribution).collect(),
        other_contribution,
    }
}
