//! `copydesk.v1.LanguageService`.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;
use tonic::{Request, Response, Status, Streaming};

use crate::base::{FieldProblem, Limits, OffsetEncoding, Offsets, Problem, checked_count};
use crate::language::{CANDIDATES_MAX, Candidate, Detection, Detector, Params, Segment};
use crate::text::check_length;

use super::call::{Call, Context, Work};
use super::common::{
    check_length_of_list, check_list, check_request_length, cost, cost_of_list, parse_enum,
    parse_offset_encoding, reply_offset_encoding, shortened_id, span,
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
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(cost_of(&request), |work| detect(request, work));
        call.reply(answer.await?, "max_candidates")
    }

    async fn batch_detect_languages(
        &self,
        request: Request<pb::BatchDetectLanguagesRequest>,
    ) -> Result<Response<pb::BatchDetectLanguagesResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let requests = parse_batch(request.into_inner(), call.limits())?;
        let results = call.run_each(requests, cost_of, detect).await?;
        call.reply(reply_batch(results), "requests")
    }

    async fn stream_detect_languages(
        &self,
        request: Request<Streaming<pb::StreamDetectLanguagesRequest>>,
    ) -> Result<Response<Self::StreamDetectLanguagesStream>, Status> {
        let call = Call::stream(&self.0, &request);
        let inbound = request.into_inner();
        let answers = answer_each(inbound, call.clone(), move |item| {
            answer_item(item, call.clone())
        });
        Ok(Response::new(Box::pin(answers)))
    }

    async fn segment_languages(
        &self,
        request: Request<pb::SegmentLanguagesRequest>,
    ) -> Result<Response<pb::SegmentLanguagesResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let request = request.into_inner();
        let answer = call.run(cost_of_segmentation(&request), |work| {
            segment(request, work)
        });
        call.reply(answer.await?, "text")
    }
}

async fn answer_item(
    item: pb::StreamDetectLanguagesRequest,
    call: Call,
) -> pb::StreamDetectLanguagesResponse {
    use pb::stream_detect_languages_response::Result as Outcome;
    let id = shortened_id(&item.id, call.limits());
    let result = match detect_item(item, &call).await {
        Ok(answer) => Outcome::Response(answer),
        Err(failure) => Outcome::Error(failure.to_message()),
    };
    pb::StreamDetectLanguagesResponse {
        id,
        result: Some(result),
    }
}

async fn detect_item(
    item: pb::StreamDetectLanguagesRequest,
    call: &Call,
) -> Result<pb::DetectLanguageResponse, Failure> {
    let _held = call.hold(&item)?;
    let pb::StreamDetectLanguagesRequest { id, request } = item;
    check_length(&id, call.limits().id_characters_max).map_err(|problem| problem.at("id"))?;
    let request = request.ok_or_else(|| Problem::Required.at("request"))?;
    let (budget, cost) = (call.item_budget(), cost_of(&request));
    let answer = call.run_within(&budget, cost, |work| detect(request, work));
    answer.await.map_err(|failure| failure.within("request"))
}

fn detect(
    request: pb::DetectLanguageRequest,
    work: &Work<'_>,
) -> Result<pb::DetectLanguageResponse, Failure> {
    let (text, params) = parse(request, work.limits)?;
    Ok(reply(&work.engine.detect(&text, &params, work.budget)?))
}

fn parse(
    request: pb::DetectLanguageRequest,
    limits: &Limits,
) -> Result<(String, Params), FieldProblem> {
    let pb::DetectLanguageRequest {
        text,
        allowed_language_codes,
        max_candidates,
        detector,
    } = request;
    check_within(&text, &allowed_language_codes, limits)?;
    let detector = match parse_enum(detector, "LanguageDetector", "detector")? {
        pb::LanguageDetector::Unspecified => Detector::default(),
        pb::LanguageDetector::Whatlang => Detector::Whatlang,
        pb::LanguageDetector::Ngram => Detector::Ngram,
    };
    let params = Params {
        candidates_max: checked_count(max_candidates, 1, CANDIDATES_MAX)
            .map_err(|problem| problem.at("max_candidates"))?,
        detector,
        ..Params::default()
    };
    Ok((text, params.with_allowed(&allowed_language_codes)?))
}

/// Whether a text and the codes to choose among are within `limits`.
fn check_within(text: &str, codes: &[String], limits: &Limits) -> Result<(), FieldProblem> {
    check_length(text, limits.document_characters_max).map_err(|p| p.at("text"))?;
    check_length_of_list(codes, limits.list_entries_max, "allowed_language_codes")
}

/// A detection looks at no more than a bounded sample; whatlang once for each candidate
/// and once more where languages are excluded.
fn cost_of(request: &pb::DetectLanguageRequest) -> Duration {
    const SAMPLE_BYTES_MAX: usize = 4096;
    let length = request.text.len();
    let sample_bytes = length.min(SAMPLE_BYTES_MAX);
    let of_sample = match request.detector() {
        pb::LanguageDetector::Unspecified | pb::LanguageDetector::Ngram => {
            cost(5_000, 50, sample_bytes)
        }
        pb::LanguageDetector::Whatlang => {
            let candidates = request
                .max_candidates
                .unwrap_or(1)
                .clamp(1, 200)
                .unsigned_abs();
            let runs = candidates + u32::from(!request.allowed_language_codes.is_empty());
            cost(20_000, 60, sample_bytes) * runs
        }
    };
    of_sample + cost(0, 1, length) + cost_of_list(&request.allowed_language_codes)
}

fn segment(
    request: pb::SegmentLanguagesRequest,
    work: &Work<'_>,
) -> Result<pb::SegmentLanguagesResponse, Failure> {
    let question = parse_segmentation(request, work.limits)?;
    let segments = work
        .engine
        .segment(&question.text, &question.params, work.budget)?;
    Ok(reply_segments(&question, &segments))
}

/// A text to divide.
struct Segmentation {
    text: String,
    params: Params,
    encoding: OffsetEncoding,
}

fn parse_segmentation(
    request: pb::SegmentLanguagesRequest,
    limits: &Limits,
) -> Result<Segmentation, FieldProblem> {
    let pb::SegmentLanguagesRequest {
        text,
        allowed_language_codes,
        offset_encoding,
    } = request;
    check_within(&text, &allowed_language_codes, limits)?;
    let params = Params {
        detector: Detector::Ngram,
        ..Params::default()
    };
    Ok(Segmentation {
        params: params.with_allowed(&allowed_language_codes)?,
        encoding: parse_offset_encoding(offset_encoding)?,
        text,
    })
}

fn cost_of_segmentation(request: &pb::SegmentLanguagesRequest) -> Duration {
    cost(10_000, 150, request.text.len()) + cost_of_list(&request.allowed_language_codes)
}

fn parse_batch(
    request: pb::BatchDetectLanguagesRequest,
    limits: &Limits,
) -> Result<Vec<pb::DetectLanguageRequest>, FieldProblem> {
    let pb::BatchDetectLanguagesRequest { requests } = request;
    check_list(&requests, limits.detection_batch_max, "requests")?;
    let texts = requests.iter().map(|item| item.text.as_str());
    check_request_length(texts, limits, "requests")?;
    Ok(requests)
}

fn reply(detection: &Detection) -> pb::DetectLanguageResponse {
    pb::DetectLanguageResponse {
        candidates: detection.candidates.iter().map(reply_candidate).collect(),
        reliable: detection.reliable,
        detector: reply_detector(detection.detector),
    }
}

fn reply_segments(question: &Segmentation, segments: &[Segment]) -> pb::SegmentLanguagesResponse {
    let text = &question.text;
    let offsets = Offsets::new(text, question.encoding);
    let reply_segment = |segment: &Segment| {
        let written = segment.span.slice(text).unwrap_or_default();
        pb::segment_languages_response::Segment {
            span: Some(span(
                &offsets,
                segment.span,
                pb::DocumentField::Text,
                written,
            )),
            language: Some(reply_candidate(&segment.language)),
        }
    };
    pb::SegmentLanguagesResponse {
        segments: segments.iter().map(reply_segment).collect(),
        offset_encoding: reply_offset_encoding(question.encoding),
    }
}

pub(super) fn reply_candidate(candidate: &Candidate) -> pb::LanguageCandidate {
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
        Detector::Ngram => pb::LanguageDetector::Ngram,
    };
    detector.into()
}

fn reply_batch(
    results: Vec<Result<pb::DetectLanguageResponse, Failure>>,
) -> pb::BatchDetectLanguagesResponse {
    use pb::batch_detect_languages_response::Result as Entry;
    use pb::batch_detect_languages_response::result::Result as Outcome;
    let reply_item = |result| Entry {
        result: Some(match result {
            Ok(answer) => Outcome::Response(answer),
            Err(failure) => Outcome::Error(Failure::to_message(&failure)),
        }),
    };
    pb::BatchDetectLanguagesResponse {
        results: results.into_iter().map(reply_item).collect(),
    }
}
