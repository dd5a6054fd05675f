//! `copydesk.v1.SimilarityService`.

use std::sync::Arc;
use std::time::Duration;

use tonic::{Request, Response, Status};

use crate::base::{
    FieldProblem, LanguageTag, Limits, OffsetEncoding, Problem, checked_count, checked_fraction,
};
use crate::engine::Compared;
use crate::similarity::{
    CONTRIBUTIONS_MAX, Contribution, Explain, MENTIONS_MAX, Novelty, PAIRS_MAX, Pair, Params,
    Relation,
};
use crate::text::{Document, Place};

use super::call::{Call, Context, Work};
use super::common::{
    SpanWriter, check_ids, check_list, check_request_length, cost, number, parse_document,
    parse_offset_encoding, reply_offset_encoding,
};
use super::passage;
use super::pb;
use super::pb::similarity_service_server::SimilarityService;
use super::quotation;
use super::status::Failure;
use super::{clustering, ranking};

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

    async fn align_passages(
        &self,
        request: Request<pb::AlignPassagesRequest>,
    ) -> Result<Response<pb::AlignPassagesResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(passage::cost_of(&request), |work| {
            passage::align(request, work)
        });
        call.reply(answer.await?, passage::SHRINK)
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

    async fn rank_documents(
        &self,
        request: Request<pb::RankDocumentsRequest>,
    ) -> Result<Response<pb::RankDocumentsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let cost = ranking::cost_of(&request);
        let answer = call.run(cost, |work| ranking::rank(request, work));
        call.reply(answer.await?, "max_results")
    }

    async fn cluster_documents(
        &self,
        request: Request<pb::ClusterDocumentsRequest>,
    ) -> Result<Response<pb::ClusterDocumentsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let cost = clustering::cost_of(&request);
        let answer = call.run(cost, |work| clustering::cluster(request, work));
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
        include_novelty,
        include_boilerplate,
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
        include_boilerplate,
        include_novelty,
    };
    Ok(Question {
        documents: parse_documents(documents, limits.comparison_documents_max, limits)?,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

fn cost_of(request: &pb::CompareDocumentsRequest) -> Duration {
    cost_of_documents(&request.documents)
}

/// Four articles of 3.5 KB took about a millisecond; pairs are cheap beside texts.
pub(super) fn cost_of_documents(documents: &[pb::Document]) -> Duration {
    let bytes = documents
        .iter()
        .map(|document| document.title.len() + document.text.len())
        .sum();
    cost(100_000, 100, bytes) + cost(0, 300, documents.len().saturating_pow(2))
}

pub(super) fn parse_explain(
    options: pb::ExplainOptions,
    limits: &Limits,
) -> Result<Explain, FieldProblem> {
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
    parse_list(documents, limits, "documents")
}

/// The documents of the list `field`, whose ids are unique in it.
pub(super) fn parse_list(
    documents: Vec<pb::Document>,
    limits: &Limits,
    field: &str,
) -> Result<Vec<Document>, FieldProblem> {
    let ids = documents.iter().map(|document| &*document.id);
    check_ids(ids, |index| format!("{field}[{index}].id"))?;
    let parse = |(index, document)| {
        parse_document(Some(document), limits).map_err(|mut problem| {
            // One document stands at `document`, one of several in a list.
            let inner = problem.field.split_off("document".len());
            problem.field = format!("{field}[{index}]{inner}");
            problem
        })
    };
    documents.into_iter().enumerate().map(parse).collect()
}

fn reply(question: &Question, compared: Compared) -> pb::CompareDocumentsResponse {
    let Compared {
        comparison,
        languages,
    } = compared;
    let write = |document| SpanWriter::new(document, question.encoding);
    let spans: Vec<_> = question.documents.iter().map(write).collect();
    let mut documents = summaries(&question.documents, &languages, "documents");
    for ((summary, novelty), spans) in documents.iter_mut().zip(comparison.novelties).zip(&spans) {
        add_novelty(summary, &novelty, spans);
    }
    pb::CompareDocumentsResponse {
        pair_count: number(comparison.n_pairs),
        documents,
        offset_encoding: reply_offset_encoding(question.encoding),
        pairs: comparison
            .pairs
            .into_iter()
            .map(|pair| reply_pair(pair, &spans))
            .collect(),
    }
}

/// What is told of each document of the list `field`.
pub(super) fn summaries(
    documents: &[Document],
    languages: &[LanguageTag],
    field: &str,
) -> Vec<pb::DocumentSummary> {
    let described = documents.iter().zip(languages).enumerate();
    described
        .map(|(index, (document, language))| pb::DocumentSummary {
            index: number(index),
            ..summary(document, *language, &format!("{field}[{index}]"))
        })
        .collect()
}

/// What is told of the one `document` at `field`.
pub(super) fn summary(
    document: &Document,
    language: LanguageTag,
    field: &str,
) -> pb::DocumentSummary {
    pb::DocumentSummary {
        document_id: document.id().to_owned(),
        language_code: language.to_string(),
        problem: document.is_blank().then(|| blank(field)),
        ..pb::DocumentSummary::default()
    }
}

pub(super) fn add_novelty(
    summary: &mut pb::DocumentSummary,
    novelty: &Novelty,
    spans: &SpanWriter<'_>,
) {
    summary.novelty = novelty.share;
    summary.novel_sentences = spans.write_all(&novelty.sentences);
}

/// Why a blank document is like no other.
fn blank(field: &str) -> super::pb::google::rpc::Status {
    Failure::from(Problem::Required.at(format!("{field}.text"))).to_message()
}

fn reply_pair(pair: Pair, spans: &[SpanWriter<'_>]) -> pb::DocumentPair {
    let Pair {
        first,
        second,
        relation,
        similarity,
        same_story_probability,
        first_containment,
        second_containment,
        contributions,
        other_contribution,
    } = pair;
    let sides = [spans.get(first), spans.get(second)];
    pb::DocumentPair {
        first_index: number(first),
        second_index: number(second),
        relation: reply_relation(relation),
        similarity,
        same_story_probability,
        first_containment,
        second_containment,
        contributions: reply_contributions(&contributions, sides),
        other_contribution,
    }
}

/// The terms of an explanation; `sides` write the places of the two documents.
pub(super) fn reply_contributions(
    contributions: &[Contribution],
    sides: [Option<&SpanWriter<'_>>; 2],
) -> Vec<pb::TermContribution> {
    let [first, second] = sides;
    let write = |side: Option<&SpanWriter<'_>>, places: &[Place]| {
        side.map_or_else(Vec::new, |spans| spans.write_all(places))
    };
    let contribution = |term: &Contribution| pb::TermContribution {
        text: term.text.clone(),
        contribution: term.share,
        first_mentions: write(first, &term.first_mentions),
        second_mentions: write(second, &term.second_mentions),
    };
    contributions.iter().map(contribution).collect()
}

pub(super) fn reply_relation(relation: Relation) -> i32 {
    let relation = match relation {
        Relation::Unrelated => pb::DocumentRelation::Unrelated,
        Relation::Related => pb::DocumentRelation::Related,
        Relation::SameStory => pb::DocumentRelation::SameStory,
        Relation::NearDuplicate => pb::DocumentRelation::NearDuplicate,
    };
    relation.into()
}
