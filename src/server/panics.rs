//! A panic outside of an analysis, which guards itself, ends its own call only, and is
//! answered as the mistake that it is.

use std::panic::AssertUnwindSafe;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;
use tonic::Status;

use crate::grpc::RequestId;
use crate::grpc::status::Failure;

/// Answers INTERNAL, with the request's id, where the call panics.
pub(super) async fn catch(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    answered.unwrap_or_else(|_| {
        let request_id = id.map_or_else(String::new, |id| id.0.to_string());
        tracing::error!(request_id, "a call panicked");
        Status::from(Failure::Bug { request_id }).into_http()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::routing::post;
    use axum::{Extension, Router};
    use prost::Message;
    use tonic::Code;
    use tower::ServiceExt;

    use super::*;
    use crate::grpc::pb::google::rpc;

    async fn break_off() {
        panic!("on purpose");
    }

    #[tokio::test]
    async fn a_panic_is_answered_with_the_id_of_its_request() {
        let router = Router::new()
            .route("/", post(break_off))
            .layer(from_fn(catch))
            .layer(Extension(RequestId(Arc::from("trace-7"))));
        let request = http::Request::post("/").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let status = Status::from_header_map(response.headers()).unwrap();
        assert_eq!(status.code(), Code::Internal);
        let details = rpc::Status::decode(status.details()).unwrap().details;
        let info = rpc::ErrorInfo::decode(&*details[0].value).unwrap();
        assert_eq!(info.reason, "INTERNAL_ERROR");
        let request = rpc::RequestInfo::decode(&*details[1].value).unwrap();
        assert_eq!(request.request_id, "trace-7");
    }
}
