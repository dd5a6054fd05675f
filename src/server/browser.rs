//! What browsers need around the services: gRPC-Web, which HTTP/1.1 carries too, and CORS
//! where the operator lets pages call.

use std::convert::Infallible;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderName, Method, Version, header};
use tonic_web::GrpcWebLayer;
use tower::util::BoxCloneSyncService;
use tower::{Layer, Service, ServiceExt};
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use crate::config::Config;

use super::identity;

/// Services as browsers call them.
pub(super) type ForBrowsers = BoxCloneSyncService<Request, Response, Infallible>;

/// Whether a call comes from a client that speaks gRPC itself, as no browser can.
pub(super) fn is_plain(request: &Request) -> bool {
    let headers = request.headers();
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.map_or(&b""[..], |kind| kind.as_bytes());
    request.version() == Version::HTTP_2
        && request.method() == Method::POST
        && kind.starts_with(b"application/grpc")
        && !kind.starts_with(b"application/grpc-web")
        && !headers.contains_key(header::ORIGIN)
}

/// Puts around `service` what browsers need. Other calls that are not plain pass through
/// it by HTTP/2, and are refused by HTTP/1.1.
pub(super) fn serve_browsers<S>(service: S, config: &Config) -> ForBrowsers
where
    S: Service<
            Request<tonic::body::Body>,
            Response = http::Response<tonic::body::Body>,
            Error = Infallible,
            Future: Send,
        > + Clone
        + Send
        + Sync
        + 'static,
{
    let web = GrpcWebLayer::new().layer(service);
    let web = ServiceExt::<Request>::map_response(web, |response| response.map(Body::new));
    if config.cors_origins.is_empty() {
        BoxCloneSyncService::new(web)
    } else {
        BoxCloneSyncService::new(cors(config).layer(web))
    }
}

/// Lets pages of the operator's origins call.
fn cors(config: &Config) -> CorsLayer {
    let exposed = [
        "grpc-status",
        "grpc-message",
        "grpc-status-details-bin",
        identity::ANALYSIS_VERSION_HEADER,
        identity::REQUEST_ID_HEADER,
    ];
    let origins = &config.cors_origins;
    let origins = if origins.iter().any(|origin| origin == "*") {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.clone())
    };
    CorsLayer::new()
        .allow_origin(origins)
        .allow_methods([Method::POST])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(exposed.map(HeaderName::from_static))
}
