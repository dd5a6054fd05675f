//! `copydesk.v1.LanguageService`.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;
use tonic::{Request, Response, Status, Streaming};

use crate::base::{FieldProblem, Limits, Problem, checked_count};
use crate::language::{CANDIDATES_MAX, Candidate, Detection, Detector, Params};
use crate::text::check_length;

use super::call::{Call, Context};
use super::common::{
    Item, check_length_of_list, check_list, check_request_length, cost, parse_each, parse_enum,
};
use super::pb;
use super::pb::language_service_server::LanguageService;
use super::status::Failure;
use super::stream::answer_each;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl LanguageService for Service {
    type StreamDetectLanguagesStream =
        Pin<Box<dyn Stream<Item = Result<pb::StreamDetectLanguagesResponse, Status>> + Send>>;

    async fn detect_language(
        &self,
        request: Request<pb::DetectLanguageRequest>,
    ) -> Result<Response<pb::DetectLanguageResponse>, Status> {
        let call = Call::new(&self.0, &request);
        let (cost, (text, params)) = parse(request.into_inner(), call.limits())?;
        let detection = call
            .run(cost, move |engine, budget| {
                engine.detect(&text, &params, budget)
            })
            .await?;
        call.reply(reply(&detection), "max_candidates")
    }

    async fn batch_detect_languages(
        &self,
        request: Request<pb::BatchDetectLanguagesRequest>,
    ) -> Result<Response<pb::BatchDetectLanguagesResponse>, Status> {
        let call = Call::new(&self.0, &request);
        let items = parse_batch(request.into_inner(), call.limits())?;
        let results = call
            .run_each(items, |item, engine, budget| {
                let (text, params) = item?;
                Ok(engine.detect(&text, &params, budget)?)
            })
            .await?;
        call.reply(reply_batch(results), "requests")
    }

    async fn stream_detect_languages(
        &self,
        request: Request<Streaming<pb::StreamDetectLanguagesRequest>>,
    ) -> Result<Response<Self::StreamDetectLanguagesStream>, Status> {
        let call = Call::new(&self.0, &request);
        let inbound = request.into_inner();
        let answers = answer_each(inbound, call.clone(), move |item| {
            answer_item(item, call.clone())
        });
        Ok(Response::new(Box::pin(answers)))
    }
}

async fn answer_item(
    item: pb::StreamDetectLanguagesRequest,
    call: Call,
) -> pb::StreamDetectLanguagesResponse {
    use pb::stream_detect_languages_response::Result as Item;
    let pb::StreamDetectLanguagesRequest { id, request } = item;
    let result = match detect_item(&id, request, &call).await {
        Ok(detection) => Item::Response(reply(&detection)),
        Err(failure) => Item::Error(failure.to_message()),
    };
    pb::StreamDetectLanguagesResponse {
        id,
        result: Some(result),
    }
}

async fn detect_item(
    id: &str,
    request: Option<pb::DetectLanguageRequest>,
    call: &Call,
) -> Result<Detection, Failure> {
    let limits = call.limits();
    check_length(id, limits.id_characters_max).map_err(|problem| problem.at("id"))?;
    let request = request.ok_or_else(|| Problem::Required.at("request"))?;
    let (cost, (text, params)) =
        parse(request, limits).map_err(|problem| problem.within("request"))?;
    let budget = call.item_budget();
    call.run_within(&budget, cost, move |engine, budget| {
        engine.detect(&text, &params, budget)
    })
    .await
}

type Parsed = (Duration, (String, Params));

fn parse(request: pb::DetectLanguageRequest, limits: &Limits) -> Result<Parsed, FieldProblem> {
    let pb::DetectLanguageRequest {
        text,
        allowed_language_codes,
        max_candidates,
        detector,
    } = request;
    check_length(&text, limits.document_characters_max).map_err(|p| p.at("text"))?;
    check_length_of_list(
        &allowed_language_codes,
        limits.list_entries_max,
        "allowed_language_codes",
    )?;
    let detector = match parse_enum(detector, "LanguageDetector", "detector")? {
        pb::LanguageDetector::Unspecified => Detector::default(),
        pb::LanguageDetector::Whatlang => Detector::Whatlang,
    };
    let params = Params {
        candidates_max: checked_count(max_candidates, 1, CANDIDATES_MAX)
            .map_err(|problem| problem.at("max_candidates"))?,
        detector,
        ..Params::default()
    };
    let params = params.with_allowed(&allowed_language_codes)?;
    Ok((cost_of(&text, &params), (text, params)))
}

/// A detection looks at no more than a bounded sample, once for each candidate and once
/// more where languages are excluded.
fn cost_of(text: &str, params: &Params) -> Duration {
    const SAMPLE_BYTES_MAX: usize = 4096;
    let runs = params.candidates_max + usize::from(!params.allowed.is_empty());
    let once = cost(20_000, 60, text.len().min(SAMPLE_BYTES_MAX));
    once * u32::try_from(runs).unwrap_or(u32::MAX) + cost(0, 1, text.len())
}

fn parse_batch(
    request: pb::BatchDetectLanguagesRequest,
    limits: &Limits,
) -> Result<Vec<Item<(String, Params)>>, FieldProblem> {
    let pb::BatchDetectLanguagesRequest { requests } = request;
    check_list(&requests, limits.detection_batch_max, "requests")?;
    let texts = requests.iter().map(|item| item.text.as_str());
    check_request_length(texts, limits, "requests")?;
    Ok(parse_each(requests, |item| parse(item, limits)))
}

fn reply(detection: &Detection) -> pb::DetectLanguageResponse {
    pb::DetectLanguageResponse {
        candidates: detection.candidates.iter().map(reply_candidate).collect(),
        reliable: detection.reliable,
        detector: reply_detector(detection.detector),
    }
}

fn reply_candidate(candidate: &Candidate) -> pb::LanguageCandidate {
    let script = candidate.script;
    pb::LanguageCandidate {
        language_code: candidate.tag.to_string(),
        iso6393_code: candidate.tag.language.iso639_3().to_owned(),
        script_code: script.map_or_else(String::new, |script| script.code().to_owned()),
        confidence: candidate.confidence,
    }
}

pub(super) fn reply_detector(detector: Detector) -> i32 {
    let detector = match detector {
        Detector::Whatlang => pb::LanguageDetector::Whatlang,
    };
    detector.into()
}

fn reply_batch(results: Vec<Result<Detection, Failure>>) -> pb::BatchDetectLanguagesResponse {
    use pb::batch_detect_languages_response::Result as Entry;
    use pb::batch_detect_languages_response::result::Result as Outcome;
    let reply_item = |result: Result<Detection, Failure>| Entry {
        result: Some(match result {
            Ok(detection) => Outcome::Response(reply(&detection)),
            Err(failure) => Outcome::Error(failure.to_message()),
        }),
    };
    pb::BatchDetectLanguagesResponse {
        results: results.into_iter().map(reply_item).collect(),
    }
}
