//! The two doors: plain gRPC goes straight to the services, all else through what browsers
//! need. A call is answered alike behind both.

use bytes::Bytes;
use copydesk::grpc::pb;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, Version};
use http_body_util::Full;
use prost::Message;
use tonic::{Code, Status};

use crate::harness::{Harness, RawAnswer, frame, reason, refused_field};

const DETECT: &str = "/copydesk.v1.LanguageService/DetectLanguage";
const DESK: &str = "https://desk.example.org";
const ELSEWHERE: &str = "https://elsewhere.example.org";

/// A version of HTTP, and a content type.
type Door = (Version, &'static str);

const PLAIN: Door = (Version::HTTP_2, "application/grpc");
const WEB: Door = (Version::HTTP_11, "application/grpc-web+proto");
const WEB_2: Door = (Version::HTTP_2, "application/grpc-web+proto");

fn detect(text: &str) -> Vec<u8> {
    let request = pb::DetectLanguageRequest {
        text: text.to_owned(),
        ..pb::DetectLanguageRequest::default()
    };
    frame(false, &request.encode_to_vec())
}

/// A request by `door`, from a page of `origin` where it is not empty.
fn request(door: Door, path: &str, origin: &str, body: Vec<u8>) -> Request<Full<Bytes>> {
    let (version, kind) = door;
    let headers = [
        ("content-type", kind),
        ("origin", origin),
        ("x-request-id", "desk-7"),
    ];
    let host = if version == Version::HTTP_2 {
        "http://copydesk.test"
    } else {
        ""
    };
    let mut request = Request::post(format!("{host}{path}")).version(version);
    if host.is_empty() {
        request = request.header("host", "copydesk.test");
    }
    for (name, value) in headers.into_iter().filter(|(_, value)| !value.is_empty()) {
        request = request.header(name, value);
    }
    request.body(Full::new(Bytes::from(body))).unwrap()
}

/// What an answer says, however it is carried: its message, and its status's headers.
fn said(door: Door, answer: &RawAnswer) -> (Vec<u8>, Vec<(String, HeaderValue)>) {
    let (message, trailers) = if door.1.starts_with("application/grpc-web") {
        let (message, trailers) = answer.body.split_at(message_end(&answer.body));
        (message, web_trailers(trailers))
    } else {
        (&answer.body[..], answer.trailers.clone())
    };
    let all = answer.headers.iter().chain(&trailers);
    let grpc = all.filter(|(name, _)| name.as_str().starts_with("grpc-"));
    let mut grpc: Vec<_> = grpc
        .map(|(name, value)| (name.to_string(), value.clone()))
        .collect();
    grpc.sort();
    (message.to_vec(), grpc)
}

/// Where the one message of `body` ends: none where trailers come first.
fn message_end(body: &[u8]) -> usize {
    match body {
        [0, a, b, c, d, ..] => 5 + u32::from_be_bytes([*a, *b, *c, *d]) as usize,
        _ => 0,
    }
}

/// The trailers that gRPC-Web writes as a body's last frame.
fn web_trailers(frame: &[u8]) -> HeaderMap {
    let text = match frame {
        [] => return HeaderMap::new(),
        [0x80, _, _, _, _, text @ ..] => std::str::from_utf8(text).unwrap(),
        _ => panic!("no frame of trailers: {frame:?}"),
    };
    let line = |line: &str| {
        let (name, value) = line.split_once(':').unwrap();
        let name: HeaderName = name.parse().unwrap();
        (name, HeaderValue::from_str(value.trim()).unwrap())
    };
    text.lines().map(line).collect()
}

fn status(said: &[(String, HeaderValue)]) -> Status {
    let header = |(name, value): &(String, HeaderValue)| (name.parse().unwrap(), value.clone());
    let headers: HeaderMap = said.iter().map(header).collect();
    Status::from_header_map(&headers).expect("an answer has a status")
}

fn has_cors(headers: &HeaderMap) -> bool {
    let mut names = headers.keys();
    names.any(|name| name.as_str().starts_with("access-control-"))
}

/// Settings under which pages of some origins may call.
const SETTINGS: [&[&str]; 3] = [&[], &["--cors-origins", DESK], &["--cors-origins", "*"]];

#[tokio::test]
async fn plain_and_browsers_calls_are_answered_alike() {
    // What pages of DESK and of ELSEWHERE are told, under each of the settings.
    let allowed = [["", ""], [DESK, ""], ["*", "*"]];
    let text = "Die Brücke wurde am Montag gesperrt.";
    for (settings, allowed) in SETTINGS.into_iter().zip(allowed) {
        let harness = Harness::with(settings);
        let plain = harness.send(request(PLAIN, DETECT, "", detect(text))).await;
        assert!(!has_cors(&plain.headers), "no page asked: {settings:?}");
        let expected = said(PLAIN, &plain);
        assert_eq!(status(&expected.1).code(), Code::Ok);
        assert!(String::from_utf8_lossy(&expected.0).contains("deu"));
        for door in [PLAIN, WEB, WEB_2] {
            for (origin, allowed) in [DESK, ELSEWHERE].into_iter().zip(allowed) {
                let case = format!("{settings:?} {door:?} {origin}");
                let answer = harness.send(request(door, DETECT, origin, detect(text)));
                let answer = answer.await;
                assert_eq!(answer.http_status, StatusCode::OK, "{case}");
                assert_eq!(said(door, &answer), expected, "{case}");
                let headers = &answer.headers;
                assert_eq!(headers["content-type"], door.1, "{case}");
                assert_eq!(headers["x-request-id"], "desk-7", "{case}");
                let allow = headers.get("access-control-allow-origin");
                assert_eq!(
                    allow.map_or(&b""[..], HeaderValue::as_bytes),
                    allowed.as_bytes(),
                    "{case}"
                );
                assert_eq!(has_cors(headers), !settings.is_empty(), "{case}");
                if let Some(exposed) = headers.get("access-control-expose-headers") {
                    let exposed = exposed.to_str().unwrap();
                    assert!(exposed.contains("grpc-status-details-bin"), "{case}");
                }
            }
        }
    }
}

#[tokio::test]
async fn pages_ask_first_only_where_the_operator_lets_them_call() {
    for settings in SETTINGS {
        let harness = Harness::with(settings);
        for version in [Version::HTTP_11, Version::HTTP_2] {
            let mut ask = request((version, ""), DETECT, DESK, Vec::new());
            *ask.method_mut() = Method::OPTIONS;
            for (name, value) in [
                ("access-control-request-method", "POST"),
                ("access-control-request-headers", "x-grpc-web,grpc-timeout"),
            ] {
                let value = HeaderValue::from_static(value);
                ask.headers_mut().insert(name, value);
            }
            let answer = harness.send(ask).await;
            let (headers, case) = (&answer.headers, format!("{settings:?} {version:?}"));
            let Some(origin) = settings.get(1) else {
                assert!(!has_cors(headers), "{case}");
                continue;
            };
            assert_eq!(answer.http_status, StatusCode::OK, "{case}");
            assert_eq!(headers["access-control-allow-origin"], *origin, "{case}");
            assert_eq!(headers["access-control-allow-methods"], "POST", "{case}");
            let allowed = &headers["access-control-allow-headers"];
            assert_eq!(allowed, "x-grpc-web,grpc-timeout", "{case}");
            assert!(
                !headers.contains_key("grpc-status"),
                "no service was asked: {case}"
            );
        }
    }
}

#[tokio::test]
async fn what_is_neither_grpc_nor_grpc_web_is_refused_by_http_1() {
    let harness = Harness::new();
    let answered = |answer: &RawAnswer| String::from_utf8_lossy(&answer.body).contains("deu");
    let cases = [
        (
            Version::HTTP_11,
            "application/grpc",
            StatusCode::BAD_REQUEST,
        ),
        (
            Version::HTTP_11,
            "application/json",
            StatusCode::BAD_REQUEST,
        ),
        (Version::HTTP_11, "", StatusCode::BAD_REQUEST),
        (Version::HTTP_11, "application/grpc-web", StatusCode::OK),
        (Version::HTTP_2, "application/grpc+proto", StatusCode::OK),
        (Version::HTTP_2, "", StatusCode::OK),
    ];
    for (version, kind, expected) in cases {
        let body = detect("Die Brücke wurde am Montag gesperrt.");
        let answer = harness
            .send(request((version, kind), DETECT, "", body))
            .await;
        assert_eq!(answer.http_status, expected, "{version:?} {kind:?}");
        let ok = expected == StatusCode::OK;
        assert_eq!(answered(&answer), ok, "{version:?} {kind:?}");
    }
    let mut got = request(WEB, DETECT, "", Vec::new());
    *got.method_mut() = Method::GET;
    let answer = harness.send(got).await;
    assert_eq!(answer.http_status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn errors_are_the_same_for_browsers() {
    let stemming = "/copydesk.v1.StemmingService/StemText";
    let missing = "/copydesk.v1.LanguageService/NoMethod";
    let harness = Harness::new();
    let cases = [
        (
            stemming,
            frame(false, &[]),
            Code::InvalidArgument,
            "FIELD_REQUIRED",
        ),
        (
            DETECT,
            frame(false, b"\xff\xff"),
            Code::InvalidArgument,
            "MALFORMED_MESSAGE",
        ),
        (missing, frame(false, &[]), Code::Unimplemented, ""),
    ];
    for (path, body, code, expected) in cases {
        let plain = harness.send(request(PLAIN, path, "", body.clone())).await;
        let plain = said(PLAIN, &plain);
        let refused = status(&plain.1);
        assert_eq!(refused.code(), code, "{refused:?}");
        if !expected.is_empty() {
            assert_eq!(reason(&refused), expected);
        }
        if path == stemming {
            assert_eq!(refused_field(&refused), "source");
        }
        for door in [WEB, WEB_2] {
            let answer = harness.send(request(door, path, DESK, body.clone())).await;
            assert_eq!(answer.http_status, StatusCode::OK, "{path} {door:?}");
            assert_eq!(said(door, &answer), plain, "{path} {door:?}");
        }
    }
}

#[tokio::test]
async fn browsers_calls_are_let_in_and_end_as_others_do() {
    let harness = Harness::with(&["--max-calls", "1"]);
    let call = async |door| {
        let answer = harness
            .send(request(door, DETECT, "", detect("Hello")))
            .await;
        said(door, &answer)
    };
    for door in [WEB, WEB, WEB_2, WEB_2, PLAIN] {
        assert_eq!(status(&call(door).await.1).code(), Code::Ok, "{door:?}");
    }
    let mut language = harness.language().await;
    let never_ending = tokio_stream::pending::<pb::StreamDetectLanguagesRequest>();
    let stream = language.stream_detect_languages(never_ending).await;
    let plain = call(PLAIN).await;
    assert_eq!(reason(&status(&plain.1)), "OVERLOADED");
    for door in [WEB, WEB_2] {
        assert_eq!(call(door).await, plain, "{door:?}");
    }
    drop(stream);
}
