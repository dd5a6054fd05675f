//! `copydesk.v1.ServerInfoService`.

use std::sync::Arc;

use tonic::{Request, Response, Status};

use crate::base::{Limits, Script};
use crate::engine::{ANALYSIS_VERSION, Capability};
use crate::stem::Algorithm;

use super::call::{Call, Context};
use super::common::number;
use super::language::reply_detector;
use super::pb;
use super::pb::server_info_service_server::ServerInfoService;

/// The service over its context.
#[derive(Debug)]
pub(super) struct Service(pub(super) Arc<Context>);

#[tonic::async_trait]
impl ServerInfoService for Service {
    async fn get_server_info(
        &self,
        request: Request<pb::GetServerInfoRequest>,
    ) -> Result<Response<pb::GetServerInfoResponse>, Status> {
        let call = Call::unary(&self.0, &request)?;
        let pb::GetServerInfoRequest {} = request.into_inner();
        let capabilities = call.engine().capabilities();
        Ok(Response::new(reply(call.limits(), &capabilities)))
    }
}

fn reply(limits: &Limits, capabilities: &[Capability]) -> pb::GetServerInfoResponse {
    pb::GetServerInfoResponse {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        build_revision: env!("COPYDESK_BUILD_REVISION").to_owned(),
        analysis_version: ANALYSIS_VERSION.to_owned(),
        limits: Some(reply_limits(limits)),
        languages: capabilities.iter().map(reply_capability).collect(),
    }
}

fn reply_limits(limits: &Limits) -> pb::Limits {
    let duration = limits.call_duration_max;
    pb::Limits {
        max_document_characters: number(limits.document_characters_max),
        max_request_characters: number(limits.request_characters_max),
        max_detection_batch_size: number(limits.detection_batch_max),
        max_batch_size: number(limits.batch_max),
        max_list_entries: number(limits.list_entries_max),
        max_comparison_documents: number(limits.comparison_documents_max),
        max_alignment_documents: number(limits.alignment_documents_max),
        max_message_bytes: number(limits.message_bytes_max),
        max_call_duration: duration.try_into().ok(),
    }
}

fn reply_capability(capability: &Capability) -> pb::LanguageCapability {
    let language = capability.language;
    let scripts = language
        .scripts()
        .map(|script: Script| script.code().to_owned());
    let detectors = capability.detectors.iter().copied();
    let algorithms = capability.stemming_algorithms.iter().copied();
    pb::LanguageCapability {
        language_code: language.code().to_owned(),
        iso6393_code: language.iso639_3().to_owned(),
        display_name: language.name().to_owned(),
        script_codes: scripts.collect(),
        detectors: detectors.map(reply_detector).collect(),
        stemming_algorithms: algorithms.map(Algorithm::name).map(str::to_owned).collect(),
        stop_words: capability.stop_words,
    }
}
