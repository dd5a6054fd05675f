//! What surrounds every call: health, reflection, compression, identity, and an orderly end.

use std::time::Duration;

use copydesk::grpc::pb;
use prost::Message;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tonic::codec::CompressionEncoding;
use tonic::{Code, Request};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;

use crate::errors::gzip;
use crate::harness::{Harness, config, frame, reason};

const DETECT: &str = "/copydesk.v1.LanguageService/DetectLanguage";

fn detect(text: &str) -> pb::DetectLanguageRequest {
    pb::DetectLanguageRequest {
        text: text.to_owned(),
        ..pb::DetectLanguageRequest::default()
    }
}

fn health_of(service: &str) -> HealthCheckRequest {
    HealthCheckRequest {
        service: service.to_owned(),
    }
}

#[tokio::test]
async fn health_is_told_by_service() {
    let harness = Harness::new();
    let mut health = HealthClient::new(harness.channel().await);
    for name in copydesk::grpc::SERVICE_NAMES.into_iter().chain([""]) {
        let answer = health.check(health_of(name)).await.unwrap().into_inner();
        assert_eq!(answer.status, 1, "{name} is serving");
    }
    let unknown = health.check(health_of("copydesk.v1.NoService")).await;
    assert_eq!(unknown.unwrap_err().code(), Code::NotFound);

    // Clients of grpc-go take an error whose headers do not end the stream for a broken one.
    let body = frame(false, &health_of("no.Service").encode_to_vec());
    let answer = harness.raw("/grpc.health.v1.Health/Check", &[], body).await;
    assert_eq!(answer.status().code(), Code::NotFound);
    assert!(answer.headers_only);

    harness.server.begin_draining().await;
    let answer = health.check(health_of("")).await.unwrap().into_inner();
    assert_eq!(answer.status, 2, "a draining server is not serving");
}

#[tokio::test]
async fn reflection_shows_the_schema_in_both_versions() {
    macro_rules! ask {
        ($version:ident, $channel:expr, $question:ident, $text:expr) => {{
            use tonic_reflection::pb::$version::*;
            let question = server_reflection_request::MessageRequest::$question($text.to_owned());
            let request = ServerReflectionRequest {
                host: String::new(),
                message_request: Some(question),
            };
            let mut client =
                server_reflection_client::ServerReflectionClient::new($channel.clone());
            let answer = client
                .server_reflection_info(tokio_stream::iter([request]))
                .await;
            let answer = answer
                .unwrap()
                .into_inner()
                .message()
                .await
                .unwrap()
                .unwrap();
            format!("{:?}", answer.message_response.unwrap())
        }};
    }
    let channel = Harness::new().channel().await;
    let services = [
        ask!(v1, channel, ListServices, ""),
        ask!(v1alpha, channel, ListServices, ""),
    ];
    for answer in services {
        for name in copydesk::grpc::SERVICE_NAMES {
            assert!(answer.contains(name), "{name} in {answer}");
        }
    }
    for symbol in [
        "google.rpc.ErrorInfo",
        "grpc.reflection.v1alpha.ServerReflection",
    ] {
        let file = ask!(v1, channel, FileContainingSymbol, symbol);
        assert!(file.contains("FileDescriptorResponse"), "{symbol}");
    }

    let hidden = Harness::with(&["--reflection", "false"]);
    let path = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";
    let answer = hidden.raw(path, &[], frame(false, &[])).await;
    assert_eq!(answer.status().code(), Code::Unimplemented);
}

#[tokio::test]
async fn answers_are_compressed_as_requests_were() {
    let harness = Harness::new();
    for encoding in [CompressionEncoding::Gzip, CompressionEncoding::Zstd] {
        let mut client = harness
            .language()
            .await
            .send_compressed(encoding)
            .accept_compressed(encoding);
        let answer = client.detect_language(detect(&"The bridge is closed. ".repeat(99)));
        assert!(answer.await.is_ok());
    }
    let message = detect("The bridge is closed.").encode_to_vec();
    let accept = ("grpc-accept-encoding", "gzip,zstd");
    let compressed = frame(true, &gzip(&message));
    let answer = harness
        .raw(DETECT, &[("grpc-encoding", "gzip"), accept], compressed)
        .await;
    assert_eq!(answer.headers["grpc-encoding"], "gzip");
    assert_eq!(answer.body[0], 1, "the answer's frame is compressed");
    let answer = harness.raw(DETECT, &[accept], frame(false, &message)).await;
    assert!(!answer.headers.contains_key("grpc-encoding"));
}

#[tokio::test]
async fn an_encoding_that_is_not_spoken_is_told_with_those_that_are() {
    let body = frame(true, b"whatever");
    let answer = Harness::new()
        .raw(DETECT, &[("grpc-encoding", "br")], body)
        .await;
    assert_eq!(answer.status().code(), Code::Unimplemented);
    let accepted = answer.headers["grpc-accept-encoding"].to_str().unwrap();
    assert!(accepted.contains("gzip") && accepted.contains("zstd"));
}

#[tokio::test]
async fn a_request_keeps_the_id_that_its_caller_gave() {
    let harness = Harness::new();
    let body = frame(false, &detect("Hello").encode_to_vec());
    let answer = harness
        .raw(DETECT, &[("x-request-id", "trace-7")], body.clone())
        .await;
    assert_eq!(answer.headers["x-request-id"], "trace-7");
    let answer = harness.raw(DETECT, &[], body).await;
    assert_eq!(answer.headers["x-request-id"].len(), 16);
}

#[tokio::test]
async fn an_open_stream_ends_when_the_server_drains() {
    let harness = Harness::new();
    let (sender, receiver) = tokio::sync::mpsc::channel(1);
    let questions = tokio_stream::wrappers::ReceiverStream::new(receiver);
    let mut language = harness.language().await;
    let item = |id: &str| pb::StreamDetectLanguagesRequest {
        id: id.to_owned(),
        request: Some(detect("The bridge is closed.")),
    };
    sender.send(item("1")).await.unwrap();
    let stream = language.stream_detect_languages(questions).await.unwrap();
    let mut stream = stream.into_inner();
    assert_eq!(stream.message().await.unwrap().unwrap().id, "1");
    harness.server.begin_draining().await;
    let status = stream.message().await.unwrap_err();
    assert_eq!(status.code(), Code::Unavailable);
    assert_eq!(reason(&status), "SHUTTING_DOWN");
}

/// The one test over a real port.
#[tokio::test]
async fn a_server_with_open_streams_ends_in_time() {
    let server = copydesk::server::Server::new(&config(&[])).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (shut_down, asked) = oneshot::channel::<()>();
    let serving = tokio::spawn(server.serve(listener, async {
        asked.await.ok();
    }));
    let channel = tonic::transport::Endpoint::from_shared(format!("http://{address}"))
        .unwrap()
        .connect()
        .await
        .unwrap();
    let mut health = HealthClient::new(channel.clone());
    let mut watch = health.watch(health_of("")).await.unwrap().into_inner();
    assert_eq!(watch.message().await.unwrap().unwrap().status, 1);
    let mut language = pb::language_service_client::LanguageServiceClient::new(channel);
    let never_ending = Request::new(tokio_stream::pending());
    let mut stream = language
        .stream_detect_languages(never_ending)
        .await
        .unwrap()
        .into_inner();

    shut_down.send(()).unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(20), serving).await;
    assert!(ended.is_ok(), "the server ends though streams were open");
    assert_eq!(
        stream.message().await.unwrap_err().code(),
        Code::Unavailable
    );
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
