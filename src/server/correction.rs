//! Statuses that tonic makes by itself, set right.
//!
//! They carry no details and odd codes: OUT_OF_RANGE for a message over the limit,
//! INTERNAL for one that cannot be read. Ours always carry details.

use axum::response::Response;
use tonic::{Code, Status};

use crate::grpc::status::correction;

/// The answer, replaced where it is such a status.
pub(super) fn correct(response: Response, message_bytes_max: usize) -> Response {
    let headers = response.headers();
    if headers.contains_key("grpc-status-details-bin") {
        return response;
    }
    let Some(code) = headers.get("grpc-status") else {
        return response;
    };
    match correction(Code::from_bytes(code.as_bytes()), message_bytes_max) {
        Some(failure) => Status::from(failure).into_http(),
        None => response,
    }
}
