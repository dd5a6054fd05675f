//! The end of a server: health first, then streams, then connections.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::response::Response;
use http::{HeaderMap, HeaderValue};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio_util::sync::WaitForCancellationFutureOwned;
use tonic::Code;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::{HealthReporter, HealthService};

use crate::grpc::{Draining, SERVICE_NAMES};

/// Whether the server, and each service by its name, is serving.
#[derive(Clone, Debug)]
pub(super) struct Health {
    reporter: HealthReporter,
}

impl Health {
    /// Not serving yet.
    pub(super) fn new() -> Self {
        Self {
            reporter: HealthReporter::new(),
        }
    }

    /// The standard health service.
    pub(super) fn service(&self) -> HealthServer<HealthService> {
        HealthServer::new(HealthService::from_health_reporter(self.reporter.clone()))
    }

    /// Says it of the server (the empty name) and of every service.
    pub(super) async fn set_serving(&self, serving: bool) {
        let status = if serving {
            ServingStatus::Serving
        } else {
            ServingStatus::NotServing
        };
        for name in SERVICE_NAMES.into_iter().chain([""]) {
            self.reporter.set_service_status(name, status).await;
        }
    }
}

/// The answer to a call of `path`, ended once the server drains where it is a health watch
/// or a reflection stream: those would keep their connections open for as long as the
/// caller likes. Our own streams end themselves.
pub(super) fn end_stream(path: &str, response: Response, draining: &Draining) -> Response {
    if !path.starts_with("/grpc.") {
        return response;
    }
    response.map(|inner| {
        Body::new(EndsAtDrain {
            inner: Some(inner),
            draining: Box::pin(draining.clone().cancelled_owned()),
        })
    })
}

/// A body that ends with UNAVAILABLE once the server drains.
struct EndsAtDrain {
    /// `None` after its end.
    inner: Option<Body>,
    draining: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl HttpBody for EndsAtDrain {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let Some(inner) = self.inner.as_mut() else {
            return Poll::Ready(None);
        };
        // What is ready goes out first, so that answers that are whole stay whole.
        if let Poll::Ready(frame) = Pin::new(inner).poll_frame(context) {
            return Poll::Ready(frame);
        }
        if self.draining.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.inner = None;
        let status = HeaderValue::from(i32::from(Code::Unavailable));
        let trailers =
            HeaderMap::from_iter([(http::header::HeaderName::from_static("grpc-status"), status)]);
        Poll::Ready(Some(Ok(Frame::trailers(trailers))))
    }

    // Answers that are all headers, as errors are, must say that nothing follows: clients
    // of grpc-go wait for trailers otherwise.
    fn is_end_stream(&self) -> bool {
        self.inner.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.inner
            .as_ref()
            .map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}
