//! `copydesk.v1.KeywordService`.

use std::sync::Arc;
use std::time::Duration;

use tonic::{Request, Response, Status};

use crate::base::{FieldProblem, Limits, OffsetEncoding, checked_count};
use crate::engine::Keywords;
use crate::keyword::{
    Algorithm, Deduplication, Granularity, KEYWORDS_MAX, Keyword, MENTIONS_MAX, PHRASE_WORDS_MAX,
    Params,
};
use crate::text::{Document, check_length};

use super::call::{Call, Context, Work};
use super::common::{
    SpanWriter, check_ids, check_length_of_list, check_list, check_request_length, cost,
    cost_of_list, number, parse_document, parse_enum, parse_offset_encoding, reply_offset_encoding,
};
use super::pb;
use super::pb::keyword_service_server::KeywordService;
use super::status::Failure;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl KeywordService for Service {
    async fn extract_keywords(
        &self,
        request: Request<pb::ExtractKeywordsRequest>,
    ) -> Result<Response<pb::ExtractKeywordsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(cost_of(&request), |work| extract(request, work));
        call.reply(answer.await?, "options.max_mentions")
    }

    async fn batch_extract_keywords(
        &self,
        request: Request<pb::BatchExtractKeywordsRequest>,
    ) -> Result<Response<pb::BatchExtractKeywordsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let requests = parse_batch(request.into_inner(), call.limits())?;
        let results = call.run_each(requests, cost_of, extract).await?;
        call.reply(reply_batch(results), "requests")
    }
}

fn extract(
    request: pb::ExtractKeywordsRequest,
    work: &Work<'_>,
) -> Result<pb::ExtractKeywordsResponse, Failure> {
    let question = parse(request, work.limits)?;
    let keywords = work
        .engine
        .keywords(&question.document, &question.params, work.budget)?;
    Ok(reply(&question, &keywords))
}

struct Question {
    document: Document,
    params: Params,
    encoding: OffsetEncoding,
}

fn parse(request: pb::ExtractKeywordsRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::ExtractKeywordsRequest {
        document,
        options,
        offset_encoding,
    } = request;
    let options = options.unwrap_or_default();
    Ok(Question {
        document: parse_document(document, limits)?,
        params: parse_options(options, limits).map_err(|problem| problem.within("options"))?,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

/// 4 KB of English took about half a millisecond, detection aside.
fn cost_of(request: &pb::ExtractKeywordsRequest) -> Duration {
    let document = request.document.as_ref();
    let bytes = document.map_or(0, |document| document.title.len() + document.text.len());
    let options = request.options.as_ref();
    let lists = options.map(|options| {
        cost_of_list(&options.extra_stop_words) + cost_of_list(&options.candidate_phrases)
    });
    cost(50_000, 150, bytes) + lists.unwrap_or_default()
}

pub(super) fn parse_options(
    options: pb::KeywordOptions,
    limits: &Limits,
) -> Result<Params, FieldProblem> {
    let pb::KeywordOptions {
        algorithm,
        max_keywords,
        max_phrase_words,
        granularity,
        deduplication,
        extra_stop_words,
        candidate_phrases,
        include_boilerplate,
        max_mentions,
    } = options;
    let defaults = Params::default();
    let count = |value, default, most, field| {
        checked_count(value, default, most).map_err(|problem| problem.at(field))
    };
    check_phrases(&extra_stop_words, limits, "extra_stop_words")?;
    check_phrases(&candidate_phrases, limits, "candidate_phrases")?;
    let params = Params {
        algorithm: match parse_enum(algorithm, "KeywordAlgorithm", "algorithm")? {
            pb::KeywordAlgorithm::Unspecified => Algorithm::default(),
            pb::KeywordAlgorithm::News => Algorithm::News,
            pb::KeywordAlgorithm::Yake => Algorithm::Yake,
            pb::KeywordAlgorithm::Rake => Algorithm::Rake,
            pb::KeywordAlgorithm::TextRank => Algorithm::TextRank,
        },
        keywords_max: count(
            max_keywords,
            defaults.keywords_max,
            KEYWORDS_MAX,
            "max_keywords",
        )?,
        phrase_words_max: count(
            max_phrase_words,
            defaults.phrase_words_max,
            PHRASE_WORDS_MAX,
            "max_phrase_words",
        )?,
        granularity: match parse_enum(granularity, "KeywordGranularity", "granularity")? {
            pb::KeywordGranularity::Unspecified => None,
            pb::KeywordGranularity::Words => Some(Granularity::Words),
            pb::KeywordGranularity::Balanced => Some(Granularity::Balanced),
            pb::KeywordGranularity::Phrases => Some(Granularity::Phrases),
        },
        deduplication: match parse_enum(deduplication, "KeywordDeduplication", "deduplication")? {
            pb::KeywordDeduplication::Unspecified => None,
            pb::KeywordDeduplication::Stem => Some(Deduplication::Stem),
            pb::KeywordDeduplication::Nested => Some(Deduplication::Nested),
        },
        extra_stop_words,
        candidate_phrases,
        include_boilerplate,
        mentions_max: count(
            max_mentions,
            defaults.mentions_max,
            MENTIONS_MAX,
            "max_mentions",
        )?,
    };
    params.check()?;
    Ok(params)
}

/// Whether there are not too many `phrases`, and none too long.
fn check_phrases(phrases: &[String], limits: &Limits, field: &str) -> Result<(), FieldProblem> {
    check_length_of_list(phrases, limits.list_entries_max, field)?;
    for (index, phrase) in phrases.iter().enumerate() {
        check_length(phrase, limits.title_characters_max)
            .map_err(|problem| problem.at(format!("{field}[{index}]")))?;
    }
    Ok(())
}

fn parse_batch(
    request: pb::BatchExtractKeywordsRequest,
    limits: &Limits,
) -> Result<Vec<pb::ExtractKeywordsRequest>, FieldProblem> {
    let pb::BatchExtractKeywordsRequest { requests } = request;
    check_list(&requests, limits.batch_max, "requests")?;
    let documents = requests.iter().filter_map(|item| item.document.as_ref());
    let texts = documents.flat_map(|document| [&*document.title, &*document.text]);
    let options = requests.iter().filter_map(|item| item.options.as_ref());
    let words = options.flat_map(|options| {
        let phrases = options.extra_stop_words.iter();
        phrases
            .chain(&options.candidate_phrases)
            .map(String::as_str)
    });
    check_request_length(texts.chain(words), limits, "requests")?;
    let ids = requests.iter().map(|item| {
        let document = item.document.as_ref();
        document.map_or("", |document| &*document.id)
    });
    check_ids(ids, |index| format!("requests[{index}].document.id"))?;
    Ok(requests)
}

fn reply(question: &Question, answer: &Keywords) -> pb::ExtractKeywordsResponse {
    let spans = SpanWriter::new(&question.document, question.encoding);
    pb::ExtractKeywordsResponse {
        keywords: reply_keywords(&answer.keywords, &spans),
        language_code: answer.language.to_string(),
        language_supported: answer.language_supported,
        algorithm: reply_algorithm(answer.algorithm),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
}

pub(super) fn reply_keywords(keywords: &[Keyword], spans: &SpanWriter<'_>) -> Vec<pb::Keyword> {
    let reply_keyword = |keyword: &Keyword| pb::Keyword {
        text: keyword.text.clone(),
        normalized_text: keyword.normalized.clone(),
        score: keyword.score,
        mentions: spans.write_all(&keyword.mentions),
        mention_count: number(keyword.n_mentions),
    };
    keywords.iter().map(reply_keyword).collect()
}

pub(super) fn reply_algorithm(algorithm: Algorithm) -> i32 {
    let algorithm = match algorithm {
        Algorithm::News => pb::KeywordAlgorithm::News,
        Algorithm::Yake => pb::KeywordAlgorithm::Yake,
        Algorithm::Rake => pb::KeywordAlgorithm::Rake,
        Algorithm::TextRank => pb::KeywordAlgorithm::TextRank,
    };
    algorithm.into()
}

fn reply_batch(
    results: Vec<Result<pb::ExtractKeywordsResponse, Failure>>,
) -> pb::BatchExtractKeywordsResponse {
    use pb::batch_extract_keywords_response::Result as Entry;
    use pb::batch_extract_keywords_response::result::Result as Outcome;
    let reply_item = |result| Entry {
        result: Some(match result {
            Ok(answer) => Outcome::Response(answer),
            Err(failure) => Outcome::Error(Failure::to_message(&failure)),
        }),
    };
    pb::BatchExtractKeywordsResponse {
        results: results.into_iter().map(reply_item).collect(),
    }
}
