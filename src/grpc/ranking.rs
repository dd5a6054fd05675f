//! `RankDocuments` of `copydesk.v1.SimilarityService`.

use std::time::Duration;

use crate::base::{
    FieldProblem, LanguageTag, Limits, OffsetEncoding, Problem, checked_count, checked_fraction,
};
use crate::engine::RankedDocuments;
use crate::similarity::{MATCHES_MAX, Match, RankParams, Ranked};
use crate::text::Document;

use super::call::Work;
use super::common::{
    SpanWriter, check_list, check_request_length, number, parse_document, parse_offset_encoding,
    reply_offset_encoding,
};
use super::pb;
use super::similarity::{
    add_novelty, cost_of_documents, parse_explain, parse_list, reply_contributions, reply_relation,
    summaries, summary,
};
use super::status::Failure;

pub(super) fn rank(
    request: pb::RankDocumentsRequest,
    work: &Work<'_>,
) -> Result<pb::RankDocumentsResponse, Failure> {
    let question = parse(request, work.limits)?;
    let Question {
        query, candidates, ..
    } = &question;
    let ranked = work
        .engine
        .rank(query, candidates, &question.params, work.budget)?;
    Ok(reply(&question, ranked))
}

struct Question {
    query: Document,
    candidates: Vec<Document>,
    params: RankParams,
    encoding: OffsetEncoding,
}

fn parse(request: pb::RankDocumentsRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::RankDocumentsRequest {
        query,
        candidates,
        max_results,
        min_similarity,
        explain,
        include_boilerplate,
        offset_encoding,
    } = request;
    let defaults = RankParams::default();
    let params = RankParams {
        matches_max: checked_count(max_results, defaults.matches_max, MATCHES_MAX)
            .map_err(|problem| problem.at("max_results"))?,
        similarity_min: checked_fraction(min_similarity).map_err(|p| p.at("min_similarity"))?,
        explain: explain
            .map(|options| parse_explain(options, limits))
            .transpose()
            .map_err(|problem| problem.within("explain"))?,
        include_boilerplate,
    };
    check_list(&candidates, limits.comparison_documents_max, "candidates")?;
    let query = query.ok_or_else(|| Problem::Required.at("query"))?;
    let documents = std::iter::once(&query).chain(&candidates);
    let texts = documents.flat_map(|document| [&*document.title, &*document.text]);
    check_request_length(texts, limits, "candidates")?;
    let query = parse_document(Some(query), limits).map_err(|mut problem| {
        let inner = problem.field.split_off("document".len());
        problem.field = format!("query{inner}");
        problem
    })?;
    Ok(Question {
        query,
        candidates: parse_list(candidates, limits, "candidates")?,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

pub(super) fn cost_of(request: &pb::RankDocumentsRequest) -> Duration {
    let query = request.query.as_slice();
    cost_of_documents(query) + cost_of_documents(&request.candidates)
}

fn reply(question: &Question, answer: RankedDocuments) -> pb::RankDocumentsResponse {
    let RankedDocuments { ranked, languages } = answer;
    let Ranked { matches, novelty } = ranked;
    let write = |document| SpanWriter::new(document, question.encoding);
    let of_query = write(&question.query);
    let of_candidates: Vec<_> = question.candidates.iter().map(write).collect();
    let (language, of_others) = languages
        .split_first()
        .map_or((LanguageTag::default(), &[][..]), |(first, rest)| {
            (*first, rest)
        });
    let mut query = summary(&question.query, language, "query");
    add_novelty(&mut query, &novelty, &of_query);
    let found = |found: Match| pb::rank_documents_response::Match {
        index: number(found.candidate),
        document_id: question
            .candidates
            .get(found.candidate)
            .map_or_else(String::new, |document| document.id().to_owned()),
        relation: reply_relation(found.relation),
        similarity: found.similarity,
        same_story_probability: found.same_story_probability,
        query_containment: found.query_containment,
        candidate_containment: found.candidate_containment,
        contributions: reply_contributions(
            &found.contributions,
            [Some(&of_query), of_candidates.get(found.candidate)],
        ),
        other_contribution: found.other_contribution,
    };
    pb::RankDocumentsResponse {
        matches: matches.into_iter().map(found).collect(),
        query: Some(query),
        candidates: summaries(&question.candidates, of_others, "candidates"),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
}
