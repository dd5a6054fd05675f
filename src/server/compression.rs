//! Answers are compressed as their requests were.
//!
//! Most client libraries say that they accept gzip whether or not anybody wants it, and
//! compressing an answer can cost more than the analysis. So a caller who wants small
//! answers sends compressed requests, which is how grpc-go's servers do it too.

use http::HeaderMap;

/// Hides what the caller accepts where it compressed nothing itself.
pub(super) fn mirror(headers: &mut HeaderMap) {
    match headers.get("grpc-encoding").cloned() {
        Some(encoding) if encoding != "identity" => {
            headers.insert("grpc-accept-encoding", encoding);
        }
        _ => {
            headers.remove("grpc-accept-encoding");
        }
    }
}
