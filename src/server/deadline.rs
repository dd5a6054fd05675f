//! The deadline of a call, answered as such.
//!
//! Tonic's own transport answers CANCELLED when `grpc-timeout` passes, and behind a
//! proxy a client sees the difference. Analyses watch their deadline themselves; this
//! is for what comes before them: a request whose body does not arrive. Streams have
//! their headers at once and watch their own time.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tonic::Status;

use crate::grpc::Received;
use crate::grpc::status::{Failure, Phase};

/// An analysis that ends at its deadline knows how far it had come: let it say so.
const GRACE: Duration = Duration::from_millis(10);

/// Answers DEADLINE_EXCEEDED when there is no answer in time.
pub(super) async fn enforce(
    State(call_duration_max): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    let timeout = request
        .extensions()
        .get::<Received>()
        .and_then(|received| received.timeout)
        .map_or(call_duration_max, |timeout| timeout.min(call_duration_max));
    match tokio::time::timeout(timeout + GRACE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Status::from(Failure::DeadlineExceeded(Phase::Receiving)).into_http(),
    }
}
