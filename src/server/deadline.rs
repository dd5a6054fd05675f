//! The deadline of a call, answered as such.
//!
//! Tonic's own transport answers CANCELLED when `grpc-timeout` passes, and behind a
//! proxy a client sees the difference. Analyses watch their deadline themselves; this
//! is for what comes before them: a request whose body does not arrive. Streams have
//! their headers at once and watch their own time.

use std::time::Duration;

use axum::response::Response;
use tonic::Status;

use crate::grpc::Received;
use crate::grpc::status::{Failure, Phase};

/// An analysis that ends at its deadline knows how far it had come: let it say so.
const GRACE: Duration = Duration::from_millis(10);

/// What `answer` comes to, or DEADLINE_EXCEEDED where it does not come in time.
pub(super) async fn enforce(
    call_duration_max: Duration,
    received: Option<&Received>,
    answer: impl Future<Output = Response>,
) -> Response {
    let timeout = received
        .and_then(|received| received.timeout)
        .map_or(call_duration_max, |timeout| timeout.min(call_duration_max));
    match tokio::time::timeout(timeout + GRACE, answer).await {
        Ok(response) => response,
        Err(_) => Status::from(Failure::DeadlineExceeded(Phase::Receiving)).into_http(),
    }
}
