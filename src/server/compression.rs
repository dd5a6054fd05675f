//! Answers are compressed as their requests were.
//!
//! Most client libraries say that they accept gzip whether or not anybody wants it, and
//! compressing an answer can cost more than the analysis. So a caller who wants small
//! answers sends compressed requests, which is how grpc-go's servers do it too.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Hides what the caller accepts where it compressed nothing itself.
pub(super) async fn mirror(mut request: Request, next: Next) -> Response {
    let headers = request.headers_mut();
    match headers.get("grpc-encoding").cloned() {
        Some(encoding) if encoding != "identity" => {
            headers.insert("grpc-accept-encoding", encoding);
        }
        _ => {
            headers.remove("grpc-accept-encoding");
        }
    }
    next.run(request).await
}
