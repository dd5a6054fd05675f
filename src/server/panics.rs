//! A panic outside of an analysis, which guards itself, ends its own call only, and is
//! answered as the mistake that it is.

use std::panic::AssertUnwindSafe;

use axum::response::Response;
use futures_util::FutureExt;
use tonic::Status;

use crate::grpc::RequestId;
use crate::grpc::status::Failure;

/// What `answer` comes to, or INTERNAL with the request's id where it panics.
pub(super) async fn catch(
    id: Option<&RequestId>,
    answer: impl Future<Output = Response>,
) -> Response {
    let answered = AssertUnwindSafe(answer).catch_unwind().await;
    answered.unwrap_or_else(|_| {
        let request_id = id.map_or_else(String::new, |id| id.0.to_string());
        tracing::error!(request_id, "a call panicked");
        Status::from(Failure::Bug { request_id }).into_http()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures_util::future::lazy;
    use prost::Message;
    use tonic::Code;

    use super::*;
    use crate::grpc::pb::google::rpc;

    #[tokio::test]
    async fn a_panic_is_answered_with_the_id_of_its_request() {
        let id = RequestId(Arc::from("trace-7"));
        let broken_off = lazy(|_| -> Response { panic!("on purpose") });
        let response = catch(Some(&id), broken_off).await;
        let status = Status::from_header_map(response.headers()).unwrap();
        assert_eq!(status.code(), Code::Internal);
        let details = rpc::Status::decode(status.details()).unwrap().details;
        let info = rpc::ErrorInfo::decode(&*details[0].value).unwrap();
        assert_eq!(info.reason, "INTERNAL_ERROR");
        let request = rpc::RequestInfo::decode(&*details[1].value).unwrap();
        assert_eq!(request.request_id, "trace-7");
    }
}
