//! `copydesk.v1.StemmingService`.

use std::sync::Arc;
use std::time::Duration;

use tonic::{Request, Response, Status};

use crate::base::{FieldProblem, LanguageTag, Limits, OffsetEncoding, Offsets, Problem, Span};
use crate::engine::{StemParams, StemSource, Stems};
use crate::stem::{Algorithm, Library, Token};
use crate::text::{TokenKind, check_length};

use super::call::{Call, Context, Work, too_large};
use super::common::{
    check_list, check_request_length, cost, cost_of_list, parse_enum, parse_offset_encoding,
    reply_offset_encoding, span,
};
use super::pb;
use super::pb::stem_text_request::Source;
use super::pb::stemming_service_server::StemmingService;
use super::status::Failure;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl StemmingService for Service {
    async fn stem_text(
        &self,
        request: Request<pb::StemTextRequest>,
    ) -> Result<Response<pb::StemTextResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let shrink = match request.source {
            Some(Source::WordList(_)) => "word_list.words",
            Some(Source::Text(_)) | None => "text",
        };
        let answer = call.run(cost_of(&request), |work| stem(request, work));
        call.reply(answer.await?, shrink)
    }

    async fn batch_stem_texts(
        &self,
        request: Request<pb::BatchStemTextsRequest>,
    ) -> Result<Response<pb::BatchStemTextsResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let requests = parse_batch(request.into_inner(), call.limits())?;
        let results = call.run_each(requests, cost_of, stem).await?;
        call.reply(reply_batch(results), "requests")
    }
}

fn stem(request: pb::StemTextRequest, work: &Work<'_>) -> Result<pb::StemTextResponse, Failure> {
    let question = parse(request, work.limits)?;
    let stems = work
        .engine
        .stem(&question.source, &question.params, work.budget)?;
    if let StemSource::Text(_) = question.source {
        check_size(&stems.tokens, work.limits, "text")?;
    }
    Ok(reply(&question, &stems))
}

struct Question {
    source: StemSource,
    params: StemParams,
    encoding: OffsetEncoding,
}

fn parse(request: pb::StemTextRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::StemTextRequest {
        source,
        language_code,
        algorithm,
        drop_stop_words,
        offset_encoding,
        engine,
        protected_words,
        stem_overrides,
        fold_diacritics,
    } = request;
    let source = parse_source(source, limits)?;
    let library = match parse_enum(engine, "StemmingEngine", "engine")? {
        pb::StemmingEngine::Unspecified => Library::default(),
        pb::StemmingEngine::Snowball => Library::Snowball,
        pb::StemmingEngine::RustStemmers => Library::RustStemmers,
    };
    let algorithm = match algorithm.as_str() {
        "" => None,
        name => Some(library.algorithm(name).map_err(|p| p.at("algorithm"))?),
    };
    check_entries(protected_words.iter(), limits, "protected_words")?;
    check_entries(stem_overrides.keys(), limits, "stem_overrides")?;
    check_entries(stem_overrides.values(), limits, "stem_overrides")?;
    let mut stem_overrides: Vec<_> = stem_overrides.into_iter().collect();
    // Keys that are equal in normal form: the last one counts, in every run.
    stem_overrides.sort_unstable();
    let params = StemParams {
        language: LanguageTag::parse(&language_code).map_err(|p| p.at("language_code"))?,
        algorithm,
        library,
        drop_stop_words,
        fold_diacritics,
        protected_words,
        stem_overrides,
    };
    Ok(Question {
        source,
        params,
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

fn parse_source(source: Option<Source>, limits: &Limits) -> Result<StemSource, FieldProblem> {
    let limit = limits.document_characters_max;
    match source {
        None => Err(Problem::Required.at("source")),
        Some(Source::Text(text)) => {
            check_length(&text, limit).map_err(|problem| problem.at("text"))?;
            Ok(StemSource::Text(text))
        }
        Some(Source::WordList(pb::stem_text_request::WordList { words })) => {
            check_list(&words, limits.list_entries_max, "word_list.words")?;
            check_words(&words, limit)?;
            Ok(StemSource::Words(words))
        }
    }
}

/// Entries of an option: no more than any list may have, nor longer than a document.
fn check_entries<'w>(
    words: impl ExactSizeIterator<Item = &'w String>,
    limits: &Limits,
    field: &str,
) -> Result<(), FieldProblem> {
    let (limit, actual) = (limits.list_entries_max, words.len());
    if actual > limit {
        return Err(Problem::TooManyItems { limit, actual }.at(field));
    }
    let limit = limits.document_characters_max;
    match words.map(|word| word.chars().count()).sum() {
        actual if actual > limit => Err(Problem::TextTooLong { limit, actual }.at(field)),
        _ => Ok(()),
    }
}

/// A list of words is a document too: all of them together are within its limit.
fn check_words(words: &[String], limit: usize) -> Result<(), FieldProblem> {
    if words.iter().map(String::len).sum::<usize>() <= limit {
        return Ok(());
    }
    match words.iter().map(|word| word.chars().count()).sum() {
        actual if actual > limit => {
            Err(Problem::TextTooLong { limit, actual }.at("word_list.words"))
        }
        _ => Ok(()),
    }
}

fn cost_of(request: &pb::StemTextRequest) -> Duration {
    const NS_PER_BYTE: u64 = 100; // 4 KB of English took 287 µs, detection aside
    match &request.source {
        Some(Source::Text(text)) => cost(50_000, NS_PER_BYTE, text.len()),
        Some(Source::WordList(list)) => cost_of_list(&list.words) * 2,
        None => Duration::ZERO,
    }
}

fn parse_batch(
    request: pb::BatchStemTextsRequest,
    limits: &Limits,
) -> Result<Vec<pb::StemTextRequest>, FieldProblem> {
    let pb::BatchStemTextsRequest { requests } = request;
    check_list(&requests, limits.batch_max, "requests")?;
    let words = requests.iter().flat_map(|item| match &item.source {
        Some(Source::WordList(list)) => list.words.as_slice(),
        Some(Source::Text(text)) => std::slice::from_ref(text),
        None => &[],
    });
    check_request_length(words.map(String::as_str), limits, "requests")?;
    Ok(requests)
}

fn reply(question: &Question, stems: &Stems) -> pb::StemTextResponse {
    let tokens = match &question.source {
        StemSource::Text(text) => {
            let offsets = Offsets::new(text, question.encoding);
            let write = |part: Span| {
                let written = part.slice(text).unwrap_or_default();
                span(&offsets, part, pb::DocumentField::Text, written)
            };
            let with_span = |token: &Token| {
                let written = token.place.span.slice(text).unwrap_or_default();
                pb::Token {
                    span: Some(write(token.place.span)),
                    kind: reply_kind(token.kind).into(),
                    parts: token.parts.iter().copied().map(write).collect(),
                    ..reply_token(token, written)
                }
            };
            stems.tokens.iter().map(with_span).collect()
        }
        StemSource::Words(words) => {
            let written = |token: &Token| words.get(token.index).map_or("", String::as_str);
            let tokens = stems.tokens.iter();
            tokens
                .map(|token| reply_token(token, written(token)))
                .collect()
        }
    };
    pb::StemTextResponse {
        tokens,
        language_code: stems.language.to_string(),
        algorithm: stems.algorithm.map_or("", Algorithm::name).to_owned(),
        offset_encoding: reply_offset_encoding(question.encoding),
        engine: match stems.library {
            Library::Snowball => pb::StemmingEngine::Snowball,
            Library::RustStemmers => pb::StemmingEngine::RustStemmers,
        }
        .into(),
    }
}

/// Whether an answer can hold so many `tokens` at all: found out before it is built, since
/// built it takes ten times as much memory as it may have bytes.
pub(super) fn check_size(tokens: &[Token], limits: &Limits, shrink: &str) -> Result<(), Failure> {
    if bytes_min(tokens) > limits.message_bytes_max {
        return Err(too_large(shrink));
    }
    Ok(())
}

/// No more than what `tokens` of running text take in an answer: what is refused for its
/// size must not be an answer that fits.
pub(super) fn bytes_min(tokens: &[Token]) -> usize {
    /// What a token takes beside its words: the tags, lengths and offsets.
    const BYTES_MIN: usize = 16;

    let bytes = |token: &Token| {
        // The word is written twice: as `text`, and as `span.text`.
        let written = token.place.span.len() * 2;
        BYTES_MIN + written + token.folded.as_str().len() + token.stem.len()
    };
    tokens.iter().map(bytes).sum()
}

/// `token` without what only running text has.
pub(super) fn reply_token(token: &Token, written: &str) -> pb::Token {
    pb::Token {
        span: None,
        normalized_text: token.folded.as_str().to_owned(),
        stem: token.stem.to_string(),
        stop_word: token.stop_word,
        text: written.to_owned(),
        kind: pb::TokenKind::Unspecified.into(),
        parts: Vec::new(),
    }
}

pub(super) fn reply_kind(kind: TokenKind) -> pb::TokenKind {
    match kind {
        TokenKind::Word => pb::TokenKind::Word,
        TokenKind::Number => pb::TokenKind::Number,
        TokenKind::Compound => pb::TokenKind::Compound,
        TokenKind::Abbreviation => pb::TokenKind::Abbreviation,
        TokenKind::Url => pb::TokenKind::Url,
        TokenKind::Email => pb::TokenKind::Email,
        TokenKind::Hashtag => pb::TokenKind::Hashtag,
        TokenKind::Mention => pb::TokenKind::Mention,
    }
}

fn reply_batch(results: Vec<Result<pb::StemTextResponse, Failure>>) -> pb::BatchStemTextsResponse {
    use pb::batch_stem_texts_response::Result as Entry;
    use pb::batch_stem_texts_response::result::Result as Outcome;
    let reply_item = |result| Entry {
        result: Some(match result {
            Ok(answer) => Outcome::Response(answer),
            Err(failure) => Outcome::Error(Failure::to_message(&failure)),
        }),
    };
    pb::BatchStemTextsResponse {
        results: results.into_iter().map(reply_item).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;
    use crate::engine::Engine;
    use proptest::prelude::*;
    use prost::Message;

    proptest! {
        #[test]
        fn tokens_take_no_less_than_is_thought_before_they_are_written(
            text in "([a-z]{1,4}[ .,'-]|[A-Zß-ɏ]{1,9} |[א-ת\u{300}-\u{303}ا-ي]{1,5} |[一-十]{1,3}|\\PC){0,40}",
            offset_encoding in 0..=3,
            drop_stop_words: bool,
            overrides in prop::collection::hash_map("[a-c]", "[a-z]{0,1}", 0..3),
        ) {
            let request = pb::StemTextRequest {
                source: Some(Source::Text(text)),
                language_code: "en".to_owned(),
                offset_encoding,
                drop_stop_words,
                stem_overrides: overrides,
                ..pb::StemTextRequest::default()
            };
            let question = parse(request, &Limits::default()).unwrap();
            let budget = Budget::unlimited();
            let stems = Engine::new().stem(&question.source, &question.params, &budget).unwrap();
            let answer = pb::StemTextResponse {
                tokens: reply(&question, &stems).tokens,
                ..pb::StemTextResponse::default()
            };
            prop_assert!(bytes_min(&stems.tokens) <= answer.encoded_len(), "{:?}", answer);
        }
    }
}
