//! `copydesk.v1.KeywordService`.

use std::sync::Arc;
use std::time::Duration;

use tonic::{Request, Response, Status};

use crate::base::{FieldProblem, Limits, OffsetEncoding, checked_count};
use crate::engine::Keywords;
use crate::keyword::{
    Algorithm, Deduplication, KEYWORDS_MAX, Keyword, MENTIONS_MAX, PHRASE_WORDS_MAX, Params,
};
use crate::text::{Document, check_length};

use super::call::{Call, Context};
use super::common::{
    Item, SpanWriter, check_ids, check_length_of_list, check_list, check_request_length, cost,
    number, parse_document, parse_each, parse_enum, parse_offset_encoding, reply_offset_encoding,
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
        let call = Call::new(&self.0, &request);
        let (cost, question) = parse(request.into_inner(), call.limits())?;
        let answer = call
            .run(cost, move |engine, budget| {
                let keywords = engine.keywords(&question.document, &question.params, budget)?;
                Ok(reply(&question, &keywords))
            })
            .await?;
        call.reply(answer, "options.max_mentions")
    }

    async fn batch_extract_keywords(
        &self,
        request: Request<pb::BatchExtractKeywordsRequest>,
    ) -> Result<Response<pb::BatchExtractKeywordsResponse>, Status> {
        let call = Call::new(&self.0, &request);
        let items = parse_batch(request.into_inner(), call.limits())?;
        let results = call
            .run_each(items, |question, engine, budget| {
                let question = question?;
                let keywords = engine.keywords(&question.document, &question.params, budget)?;
                Ok(reply(&question, &keywords))
            })
            .await?;
        call.reply(reply_batch(results), "requests")
    }
}

struct Question {
    document: Document,
    params: Params,
    encoding: OffsetEncoding,
}

fn parse(
    request: pb::ExtractKeywordsRequest,
    limits: &Limits,
) -> Result<(Duration, Question), FieldProblem> {
    let pb::ExtractKeywordsRequest {
        document,
        options,
        offset_encoding,
    } = request;
    let options = options.unwrap_or_default();
    let question = Question {
        document: parse_document(document, limits)?,
        params: parse_options(options, limits).map_err(|problem| problem.within("options"))?,
        encoding: parse_offset_encoding(offset_encoding)?,
    };
    // 4 KB of English took about half a millisecond, detection aside.
    let cost = cost(50_000, 150, question.document.len_bytes());
    Ok((cost, question))
}

fn parse_options(options: pb::KeywordOptions, limits: &Limits) -> Result<Params, FieldProblem> {
    let pb::KeywordOptions {
        algorithm,
        max_keywords,
        max_phrase_words,
        deduplication,
        extra_stop_words,
        max_mentions,
    } = options;
    let defaults = Params::default();
    let count = |value, default, most, field| {
        checked_count(value, default, most).map_err(|problem| problem.at(field))
    };
    check_length_of_list(
        &extra_stop_words,
        limits.list_entries_max,
        "extra_stop_words",
    )?;
    for (index, word) in extra_stop_words.iter().enumerate() {
        check_length(word, limits.title_characters_max)
            .map_err(|problem| problem.at(format!("extra_stop_words[{index}]")))?;
    }
    Ok(Params {
        algorithm: match parse_enum(algorithm, "KeywordAlgorithm", "algorithm")? {
            pb::KeywordAlgorithm::Unspecified => Algorithm::default(),
            pb::KeywordAlgorithm::Yake => Algorithm::Yake,
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
        deduplication: match parse_enum(deduplication, "KeywordDeduplication", "deduplication")? {
            pb::KeywordDeduplication::Unspecified => Deduplication::default(),
            pb::KeywordDeduplication::Stem => Deduplication::Stem,
        },
        extra_stop_words,
        mentions_max: count(
            max_mentions,
            defaults.mentions_max,
            MENTIONS_MAX,
            "max_mentions",
        )?,
    })
}

fn parse_batch(
    request: pb::BatchExtractKeywordsRequest,
    limits: &Limits,
) -> Result<Vec<Item<Question>>, FieldProblem> {
    let pb::BatchExtractKeywordsRequest { requests } = request;
    check_list(&requests, limits.batch_max, "requests")?;
    let documents = || requests.iter().filter_map(|item| item.document.as_ref());
    let texts = documents().flat_map(|document| [&*document.title, &*document.text]);
    check_request_length(texts, limits, "requests")?;
    let ids = requests.iter().map(|item| {
        let document = item.document.as_ref();
        document.map_or("", |document| &*document.id)
    });
    check_ids(ids, |index| format!("requests[{index}].document.id"))?;
    Ok(parse_each(requests, |item| parse(item, limits)))
}

fn reply(question: &Question, answer: &Keywords) -> pb::ExtractKeywordsResponse {
    let spans = SpanWriter::new(&question.document, question.encoding);
    let reply_keyword = |keyword: &Keyword| pb::Keyword {
        text: keyword.text.clone(),
        normalized_text: keyword.normalized.clone(),
        score: keyword.score,
        mentions: spans.write_all(&keyword.mentions),
        mention_count: number(keyword.n_mentions),
    };
    pb::ExtractKeywordsResponse {
        keywords: answer.keywords.iter().map(reply_keyword).collect(),
        language_code: answer.language.to_string(),
        language_supported: answer.language_supported,
        algorithm: match answer.algorithm {
            Algorithm::Yake => pb::KeywordAlgorithm::Yake,
        }
        .into(),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
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
