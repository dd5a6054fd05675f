//! What surrounds a call to the services, from the outside in: its identity, what browsers
//! need, admission, its deadline, the end of its streams, statuses set right, compression
//! as the request's, and a guard against panics. A file each, and here their order.
//!
//! One function calls them all: as seven layers of middleware, each of which clones and
//! boxes all that is within, they cost a short call a fifth more.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderName, Method, Version, header};
use tonic::Status;
use tonic_web::GrpcWebLayer;
use tower::util::BoxCloneSyncService;
use tower::{Layer, Service, ServiceExt};
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use crate::config::Config;
use crate::grpc::{Draining, Received, RequestId};

use super::admission::Admission;
use super::identity::{self, Identity};
use super::{compression, correction, deadline, drain, panics};

/// A service, and what browsers need around it.
#[derive(Clone, Debug)]
pub(super) struct Surrounded {
    service: Inner,
    for_browsers: Arc<BoxCloneSyncService<Request, Response, Infallible>>,
}

type Answering<T> = Pin<Box<dyn Future<Output = Result<T, Infallible>> + Send>>;

impl Surrounded {
    /// Puts around `services` what every call needs.
    pub(super) fn new(
        services: Router,
        config: &Config,
        admission: Admission,
        draining: Draining,
    ) -> Self {
        let limits = config.limits();
        let service = Inner {
            services,
            terms: Arc::new(Terms {
                admission,
                draining,
                message_bytes_max: limits.message_bytes_max,
                call_duration_max: limits.call_duration_max,
            }),
        };
        let web = GrpcWebLayer::new().layer(service.clone());
        let web = ServiceExt::<Request>::map_response(web, |response| response.map(Body::new));
        let for_browsers = if config.cors_origins.is_empty() {
            BoxCloneSyncService::new(web)
        } else {
            let cors = cors(config).layer(web);
            BoxCloneSyncService::new(cors)
        };
        Self {
            service,
            for_browsers: Arc::new(for_browsers),
        }
    }

    async fn answer(self, mut request: Request) -> Response {
        let identity = Identity::give(&mut request);
        let mut response = if is_plain(&request) {
            self.service.answer(request).await
        } else {
            let service = BoxCloneSyncService::clone(&self.for_browsers);
            let Ok(response) = service.oneshot(request).await;
            response
        };
        identity.sign(&mut response);
        response
    }
}

impl Service<Request> for Surrounded {
    type Response = Response;
    type Error = Infallible;
    type Future = Answering<Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let surrounded = self.clone();
        Box::pin(async move { Ok(surrounded.answer(request).await) })
    }
}

/// Whether a call comes from a client that speaks gRPC itself, as no browser can.
fn is_plain(request: &Request) -> bool {
    let headers = request.headers();
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.map_or(&b""[..], |kind| kind.as_bytes());
    request.version() == Version::HTTP_2
        && request.method() == Method::POST
        && kind.starts_with(b"application/grpc")
        && !kind.starts_with(b"application/grpc-web")
        && !headers.contains_key(header::ORIGIN)
}

/// The services, with what is around a call once its bytes are gRPC's.
#[derive(Clone, Debug)]
struct Inner {
    services: Router,
    terms: Arc<Terms>,
}

/// What calls are let in and answered by.
#[derive(Debug)]
struct Terms {
    admission: Admission,
    draining: Draining,
    message_bytes_max: usize,
    call_duration_max: Duration,
}

impl Inner {
    async fn answer(self, request: Request) -> Response {
        let Self { services, terms } = self;
        let (mut request, admitted) = match terms.admission.admit(request) {
            Ok(admitted) => admitted,
            Err(failure) => return Status::from(failure).into_http(),
        };
        compression::mirror(request.headers_mut());
        let path = request.uri().clone();
        let received = request.extensions().get::<Received>().copied();
        let id = request.extensions().get::<RequestId>().cloned();
        let answering = async {
            let Ok(response) = services.oneshot(request).await;
            response
        };
        let answering = async {
            let response = panics::catch(id.as_ref(), answering).await;
            let response = correction::correct(response, terms.message_bytes_max);
            drain::end_stream(path.path(), response, &terms.draining)
        };
        let answer = deadline::enforce(terms.call_duration_max, received.as_ref(), answering);
        admitted.until_end_of(answer.await)
    }
}

impl Service<Request<tonic::body::Body>> for Inner {
    type Response = http::Response<tonic::body::Body>;
    type Error = Infallible;
    type Future = Answering<Self::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<tonic::body::Body>) -> Self::Future {
        let inner = self.clone();
        let request = request.map(Body::new);
        Box::pin(async move { Ok(inner.answer(request).await.map(tonic::body::Body::new)) })
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
