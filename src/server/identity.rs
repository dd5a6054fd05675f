//! Who a call is: its id, when it came, which version answers it, and one log line at
//! its end. No text of a request is in that line.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use tracing::Level;

use crate::engine::ANALYSIS_VERSION;
use crate::grpc::{Received, RequestId};

/// Header of the version of answers.
pub(super) const ANALYSIS_VERSION_HEADER: &str = "copydesk-analysis-version";
/// Header of the request's id, the caller's or ours.
pub(super) const REQUEST_ID_HEADER: &str = "x-request-id";

/// Who a call is.
pub(super) struct Identity {
    received: Instant,
    id: Arc<str>,
    uri: Uri,
}

impl Identity {
    /// Gives a call its id and its time.
    pub(super) fn give(request: &mut Request) -> Self {
        let at = Instant::now();
        let id = request_id(request.headers());
        let timeout = timeout(request.headers());
        let uri = request.uri().clone();
        request.extensions_mut().insert(Received { at, timeout });
        request.extensions_mut().insert(RequestId(id.clone()));
        Self {
            received: at,
            id,
            uri,
        }
    }

    /// Gives the call's answer its headers, and logs it.
    pub(super) fn sign(&self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.insert(
            HeaderName::from_static(ANALYSIS_VERSION_HEADER),
            HeaderValue::from_static(ANALYSIS_VERSION),
        );
        if let Ok(mut id) = HeaderValue::from_str(&self.id) {
            // It never comes again: in the connection's table of headers (RFC 7541) it
            // would only push others out.
            id.set_sensitive(true);
            headers.insert(HeaderName::from_static(REQUEST_ID_HEADER), id);
        }
        if tracing::enabled!(Level::DEBUG) {
            self.log(response.headers());
        }
    }

    fn log(&self, headers: &HeaderMap) {
        // A path is a caller's text: only as much of it as a method's name can have.
        let method: String = self.uri.path().chars().take(100).collect();
        let status = headers
            .get("grpc-status")
            .and_then(|status| status.to_str().ok())
            .unwrap_or("0");
        let ms = self.received.elapsed().as_secs_f64() * 1_000.0;
        tracing::debug!(method, request_id = &*self.id, status, ms, "answered");
    }
}

/// The caller's id where it is short and plain, else a new one.
fn request_id(headers: &HeaderMap) -> Arc<str> {
    const LENGTH_MAX: usize = 128;
    let given = headers
        .get(REQUEST_ID_HEADER)
        .and_then(|id| id.to_str().ok())
        .filter(|id| (1..=LENGTH_MAX).contains(&id.len()));
    given.map_or_else(new_id, Arc::from)
}

/// An id that this process has not given before, and hardly another one.
fn new_id() -> Arc<str> {
    static PROCESS: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let id = PROCESS.hash_one(NEXT.fetch_add(1, Ordering::Relaxed));
    format!("{id:016x}").into()
}

/// How long the caller waits: `grpc-timeout`, up to eight digits and a unit.
fn timeout(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get("grpc-timeout")?.to_str().ok()?;
    let (amount, unit) = value.split_at_checked(value.len().checked_sub(1)?)?;
    if amount.len() > 8 || !amount.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // A unit alone parses as no number.
    let amount: u64 = amount.parse().ok()?;
    Some(match unit {
        "H" => Duration::from_secs(amount * 3_600),
        "M" => Duration::from_secs(amount * 60),
        "S" => Duration::from_secs(amount),
        "m" => Duration::from_millis(amount),
        "u" => Duration::from_micros(amount),
        "n" => Duration::from_nanos(amount),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeouts_are_read_as_the_protocol_has_them() {
        let cases = [
            ("1H", Some(Duration::from_secs(3_600))),
            ("99999999S", Some(Duration::from_secs(99_999_999))),
            ("250m", Some(Duration::from_millis(250))),
            ("100000000n", None),
            ("m", None),
            ("1", None),
            ("-1S", None),
            ("", None),
        ];
        for (value, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert("grpc-timeout", HeaderValue::from_static(value));
            assert_eq!(timeout(&headers), expected, "{value:?}");
        }
    }

    #[test]
    fn ids_of_callers_are_kept_where_they_are_plain() {
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID_HEADER, HeaderValue::from_static("trace-7"));
        assert_eq!(&*request_id(&headers), "trace-7");
        headers.insert(REQUEST_ID_HEADER, HeaderValue::from_static(""));
        assert_eq!(request_id(&headers).len(), 16);
        assert_ne!(new_id(), new_id());
    }
}
