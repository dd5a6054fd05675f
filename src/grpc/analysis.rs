//! `copydesk.v1.AnalysisService`.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;
use prost::Message;
use tonic::{Request, Response, Status, Streaming};

use crate::base::{FieldProblem, Limits, OffsetEncoding, Problem};
use crate::engine::{Analysis, AnalysisParams, Features};
use crate::similarity::Signature;
use crate::stem::{Algorithm, Token};
use crate::text::{Boilerplate, BoilerplateKind, Document, Field, Place, Quotation, check_length};

use super::call::{Call, Context, Work, too_large};
use super::common::{
    SpanWriter, cost, cost_of_list, parse_document, parse_offset_encoding, reply_offset_encoding,
    shortened_id,
};
use super::keyword::{parse_options, reply_algorithm, reply_keywords};
use super::language::reply_candidate;
use super::pb;
use super::pb::analysis_service_server::AnalysisService;
use super::quotation::reply_speaker;
use super::status::Failure;
use super::stemming::{check_size, reply_kind, reply_token};
use super::stream::answer_each;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl AnalysisService for Service {
    type StreamAnalyzeDocumentsStream =
        Pin<Box<dyn Stream<Item = Result<pb::StreamAnalyzeDocumentsResponse, Status>> + Send>>;

    async fn analyze_document(
        &self,
        request: Request<pb::AnalyzeDocumentRequest>,
    ) -> Result<Response<pb::AnalyzeDocumentResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(cost_of(&request), |work| analyze(request, work));
        call.reply(answer.await?, "features")
    }

    async fn stream_analyze_documents(
        &self,
        request: Request<Streaming<pb::StreamAnalyzeDocumentsRequest>>,
    ) -> Result<Response<Self::StreamAnalyzeDocumentsStream>, Status> {
        let call = Call::stream(&self.0, &request);
        let inbound = request.into_inner();
        let answers = answer_each(inbound, call.clone(), move |item| {
            answer_item(item, call.clone())
        });
        Ok(Response::new(Box::pin(answers)))
    }
}

async fn answer_item(
    item: pb::StreamAnalyzeDocumentsRequest,
    call: Call,
) -> pb::StreamAnalyzeDocumentsResponse {
    use pb::stream_analyze_documents_response::Result as Outcome;
    let id = shortened_id(&item.id, call.limits());
    let result = match analyze_item(item, &call).await {
        Ok(answer) => Outcome::Response(answer),
        Err(failure) => Outcome::Error(failure.to_message()),
    };
    pb::StreamAnalyzeDocumentsResponse {
        id,
        result: Some(result),
    }
}

async fn analyze_item(
    item: pb::StreamAnalyzeDocumentsRequest,
    call: &Call,
) -> Result<pb::AnalyzeDocumentResponse, Failure> {
    let _held = call.hold(&item)?;
    let pb::StreamAnalyzeDocumentsRequest { id, request } = item;
    check_length(&id, call.limits().id_characters_max).map_err(|problem| problem.at("id"))?;
    let request = request.ok_or_else(|| Problem::Required.at("request"))?;
    let (budget, cost) = (call.item_budget(), cost_of(&request));
    let answer = call.run_within(&budget, cost, |work| analyze(request, work));
    let answer = answer.await.map_err(|failure| failure.within("request"))?;
    if answer.encoded_len() > call.limits().message_bytes_max {
        return Err(call.named(too_large("request.features")));
    }
    Ok(answer)
}

fn analyze(
    request: pb::AnalyzeDocumentRequest,
    work: &Work<'_>,
) -> Result<pb::AnalyzeDocumentResponse, Failure> {
    let question = parse(request, work.limits)?;
    let analysis = work
        .engine
        .analyze(&question.document, &question.params, work.budget)?;
    check_size(&analysis.tokens, work.limits, "features")?;
    Ok(reply(&question, &analysis))
}

struct Question {
    document: Document,
    params: AnalysisParams,
    encoding: OffsetEncoding,
}

fn parse(request: pb::AnalyzeDocumentRequest, limits: &Limits) -> Result<Question, FieldProblem> {
    let pb::AnalyzeDocumentRequest {
        document,
        features,
        keyword_options,
        offset_encoding,
    } = request;
    let keyword_options = keyword_options.unwrap_or_default();
    Ok(Question {
        document: parse_document(document, limits)?,
        params: AnalysisParams {
            features: parse_features(features.unwrap_or_default()),
            keywords: parse_options(keyword_options, limits)
                .map_err(|problem| problem.within("keyword_options"))?,
        },
        encoding: parse_offset_encoding(offset_encoding)?,
    })
}

fn parse_features(features: pb::AnalysisFeatures) -> Features {
    let pb::AnalysisFeatures {
        language,
        tokens,
        sentences,
        keywords,
        quotations,
        boilerplate,
        fingerprint,
    } = features;
    let features = Features {
        language,
        tokens,
        sentences,
        keywords,
        quotations,
        boilerplate,
        fingerprint,
    };
    if features == Features::NONE {
        Features::default()
    } else {
        features
    }
}

/// What keywords and stems are estimated at together, and half as much again for the rest.
fn cost_of(request: &pb::AnalyzeDocumentRequest) -> Duration {
    let document = request.document.as_ref();
    let bytes = document.map_or(0, |document| document.title.len() + document.text.len());
    let options = request.keyword_options.as_ref();
    let lists = options.map(|options| cost_of_list(&options.extra_stop_words));
    cost(50_000, 375, bytes) + lists.unwrap_or_default()
}

fn reply(question: &Question, analysis: &Analysis) -> pb::AnalyzeDocumentResponse {
    let Question {
        document,
        params,
        encoding,
    } = question;
    let spans = SpanWriter::new(document, *encoding);
    let features = params.features;
    let tokens = analysis.tokens.iter();
    let quotations = analysis.quotations.iter();
    let boilerplate = analysis.boilerplate.iter();
    pb::AnalyzeDocumentResponse {
        title: analysis.headline.map(|place| spans.write(place)),
        language: features
            .language
            .then(|| reply_candidate(&analysis.language)),
        language_reliable: features.language && analysis.language_reliable,
        tokens: tokens.map(|token| reply_place(token, &spans)).collect(),
        sentences: spans.write_all(&analysis.sentences),
        keywords: reply_keywords(&analysis.keywords, &spans),
        quotations: quotations
            .map(|each| reply_quotation(each, &spans))
            .collect(),
        boilerplate: boilerplate
            .map(|stretch| reply_boilerplate(stretch, &spans))
            .collect(),
        fingerprint: analysis.signature.as_ref().map(reply_fingerprint),
        stemming_algorithm: analysis
            .stemming_algorithm
            .map_or("", Algorithm::name)
            .to_owned(),
        keyword_algorithm: if features.keywords {
            reply_algorithm(params.keywords.algorithm)
        } else {
            pb::KeywordAlgorithm::Unspecified.into()
        },
        offset_encoding: reply_offset_encoding(*encoding),
    }
}

/// `token` with its places.
fn reply_place(token: &Token, spans: &SpanWriter<'_>) -> pb::Token {
    let field = token.place.field;
    let span = spans.write(token.place);
    let parts = token
        .parts
        .iter()
        .map(|part| spans.write(Place { field, span: *part }));
    pb::Token {
        kind: reply_kind(token.kind).into(),
        parts: parts.collect(),
        span: Some(span.clone()),
        ..reply_token(token, &span.text)
    }
}

fn reply_quotation(quotation: &Quotation, spans: &SpanWriter<'_>) -> pb::QuotationMention {
    let speaker = quotation.speaker.as_ref();
    pb::QuotationMention {
        span: Some(spans.write(quotation.place)),
        speaker: speaker.map(|speaker| reply_speaker(speaker, spans)),
    }
}

fn reply_boilerplate(stretch: &Boilerplate, spans: &SpanWriter<'_>) -> pb::BoilerplateSpan {
    let place = Place {
        field: Field::Text,
        span: stretch.span,
    };
    pb::BoilerplateSpan {
        span: Some(spans.write(place)),
        kind: reply_boilerplate_kind(stretch.kind).into(),
    }
}

fn reply_boilerplate_kind(kind: BoilerplateKind) -> pb::BoilerplateKind {
    match kind {
        BoilerplateKind::Navigation => pb::BoilerplateKind::Navigation,
        BoilerplateKind::Advertisement => pb::BoilerplateKind::Advertisement,
        BoilerplateKind::Credit => pb::BoilerplateKind::Credit,
        BoilerplateKind::Teaser => pb::BoilerplateKind::Teaser,
        BoilerplateKind::Widget => pb::BoilerplateKind::Widget,
        BoilerplateKind::Subscription => pb::BoilerplateKind::Subscription,
        BoilerplateKind::Notice => pb::BoilerplateKind::Notice,
        BoilerplateKind::Markup => pb::BoilerplateKind::Markup,
        BoilerplateKind::Other => pb::BoilerplateKind::Other,
    }
}

fn reply_fingerprint(signature: &Signature) -> pb::Fingerprint {
    pb::Fingerprint {
        algorithm: Signature::RECIPE.to_owned(),
        values: signature.values().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;
    use crate::engine::Engine;
    use crate::grpc::stemming::bytes_min;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn tokens_take_no_less_than_is_thought_before_they_are_written(
            title in "([a-z]{1,4} |\\PC){0,5}",
            text in "([a-z]{1,4}[ .,'-]|[A-Zß-ɏ]{1,9} |[一-十]{1,3}|<b>|</b>|&shy;|&eacute;|\\PC){1,40}",
            content_type in 0..=2,
            offset_encoding in 0..=3,
        ) {
            let document = pb::Document {
                title,
                text: format!("x{text}"),
                content_type,
                language_code: "en".to_owned(),
                ..pb::Document::default()
            };
            let features = pb::AnalysisFeatures {
                tokens: true,
                ..pb::AnalysisFeatures::default()
            };
            let request = pb::AnalyzeDocumentRequest {
                document: Some(document),
                features: Some(features),
                offset_encoding,
                ..pb::AnalyzeDocumentRequest::default()
            };
            let question = parse(request, &Limits::default()).map_err(|problem| problem.to_string());
            let question = question.unwrap();
            let budget = Budget::unlimited();
            let analysis = Engine::new()
                .analyze(&question.document, &question.params, &budget)
                .unwrap();
            let answer = pb::AnalyzeDocumentResponse {
                tokens: reply(&question, &analysis).tokens,
                ..pb::AnalyzeDocumentResponse::default()
            };
            prop_assert!(!answer.tokens.is_empty());
            prop_assert!(bytes_min(&analysis.tokens) <= answer.encoded_len(), "{:?}", answer);
        }
    }
}
