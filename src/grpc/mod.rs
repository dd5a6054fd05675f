//! The wire: each service of the schema, and how its messages become calls of the
//! [`Engine`] and back. The only folder that knows tonic and prost.
//!
//! A file a service: off the async threads where that is long ([`offload`]), `parse`
//! makes checked values of a request, one call does the work, `reply` copies the answer
//! field by field.
//! [`status`] alone knows gRPC's codes.

mod analysis;
mod call;
mod clustering;
mod common;
mod descriptor;
pub mod json;
mod keyword;
mod language;
pub mod offload;
mod passage;
mod quotation;
mod ranking;
mod server_info;
mod similarity;
pub mod status;
mod stemming;
mod stream;

use std::sync::Arc;

use tonic::codec::CompressionEncoding;
use tonic::service::Routes;

use crate::Engine;
use crate::base::Limits;

pub use call::{Memory, Received, RequestId};
pub use descriptor::{DESCRIPTOR_SET, SERVICE_NAMES};

use call::Context;
use offload::Offload;

/// Messages and services as generated from `proto/`.
#[expect(
    missing_docs,
    clippy::pedantic,
    clippy::large_enum_variant,
    clippy::allow_attributes_without_reason,
    rustdoc::invalid_html_tags,
    reason = "generated code; the schema's comments document it"
)]
pub mod pb {
    pub use copydesk::v1::*;

    pub mod copydesk {
        pub mod v1 {
            tonic::include_proto!("copydesk.v1");
        }
    }

    pub mod google {
        pub mod rpc {
            tonic::include_proto!("google.rpc");
        }
    }
}

/// Ends what goes on for longer than a call, once the server drains.
pub type Draining = tokio_util::sync::CancellationToken;

/// Every service of the schema over one engine.
///
/// Bounds messages to `limits` and takes gzip and zstd; all else that a server needs
/// is added around it.
pub fn routes(engine: Engine, limits: Limits, offload: Offload, draining: Draining) -> Routes {
    let context = Arc::new(Context {
        engine,
        limits,
        offload,
        draining,
    });
    let message_bytes_max = context.limits.message_bytes_max;

    // The generated servers share no trait, so what they share is said by a macro.
    macro_rules! serve {
        ($routes:expr, $server:path, $service:expr) => {{
            use $server as Server;
            $routes.add_service(
                Server::new($service)
                    .max_decoding_message_size(message_bytes_max)
                    .accept_compressed(CompressionEncoding::Gzip)
                    .accept_compressed(CompressionEncoding::Zstd)
                    .send_compressed(CompressionEncoding::Gzip)
                    .send_compressed(CompressionEncoding::Zstd),
            )
        }};
    }

    let routes = Routes::default();
    let routes = serve!(
        routes,
        pb::language_service_server::LanguageServiceServer,
        language::Service(context.clone())
    );
    let routes = serve!(
        routes,
        pb::stemming_service_server::StemmingServiceServer,
        stemming::Service(context.clone())
    );
    let routes = serve!(
        routes,
        pb::keyword_service_server::KeywordServiceServer,
        keyword::Service(context.clone())
    );
    let routes = serve!(
        routes,
        pb::similarity_service_server::SimilarityServiceServer,
        similarity::Service(context.clone())
    );
    let routes = serve!(
        routes,
        pb::analysis_service_server::AnalysisServiceServer,
        analysis::Service(context.clone())
    );
    serve!(
        routes,
        pb::server_info_service_server::ServerInfoServiceServer,
        server_info::Service(context)
    )
    .prepare()
}
