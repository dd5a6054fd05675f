//! What surrounds a call to the services, from the outside in: its identity, what browsers
//! need, admission, compression as the request's, its deadline, the end of its streams,
//! statuses set right, and a guard against panics. A file each, and here their order.
//!
//! One function calls them all: as seven layers of middleware, each of which clones and
//! boxes all that is within, they cost a short call a fifth more.

use std::convert::Infallible;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use tonic::Status;
use tower::{Service, ServiceExt};

use crate::config::Config;
use crate::grpc::{Draining, Received, RequestId};

use super::admission::Admission;
use super::browser::{self, ForBrowsers};
use super::identity::Identity;
use super::{compression, correction, deadline, drain, panics};

/// A service, and what browsers need around it.
#[derive(Clone, Debug)]
pub(super) struct Surrounded {
    service: Inner,
    for_browsers: Arc<ForBrowsers>,
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
        let for_browsers = browser::serve_browsers(service.clone(), config);
        Self {
            service,
            for_browsers: Arc::new(for_browsers),
        }
    }

    async fn answer(self, mut request: Request) -> Response {
        let identity = Identity::give(&mut request);
        let mut response = if browser::is_plain(&request) {
            self.service.answer(request).await
        } else {
            let service = ForBrowsers::clone(&self.for_browsers);
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
        let uri = request.uri().clone();
        let received = request.extensions().get::<Received>().copied();
        let id = request.extensions().get::<RequestId>().cloned();
        // Pinned here: each function that they were moved into would hold them twice.
        let answering = pin!(async {
            let Ok(response) = services.oneshot(request).await;
            response
        });
        let answering = pin!(async {
            let response = panics::catch(id.as_ref(), answering).await;
            let response = correction::correct(response, terms.message_bytes_max);
            drain::end_stream(uri.path(), response, &terms.draining)
        });
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
