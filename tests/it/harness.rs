//! A server over an in-memory transport, and clients of it.

use bytes::Bytes;
use clap::Parser;
use copydesk::config::Config;
use copydesk::grpc::pb;
use copydesk::grpc::pb::google::rpc;
use copydesk::server::Server;
use http::{HeaderMap, Request, StatusCode, Version};
use http_body_util::{BodyExt, Full};
use hyper::body::Body;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use prost::Message;
use tokio::io::DuplexStream;
use tonic::Status;
use tonic::transport::{Channel, Endpoint};
use tower::service_fn;

/// Bytes that wait between the two ends of a connection.
const PIPE_BYTES: usize = 1 << 20;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    config: Config,
}

/// Settings as on the command line of `copydesk serve`.
pub(crate) fn config(arguments: &[&str]) -> Config {
    Command::parse_from([&["serve"], arguments].concat()).config
}

/// A server without a port.
#[derive(Clone)]
pub(crate) struct Harness {
    pub(crate) server: Server,
}

/// A server's answer as it stood on the wire.
pub(crate) struct RawAnswer {
    pub(crate) http_status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Whether the headers said that nothing follows.
    pub(crate) headers_only: bool,
    pub(crate) body: Bytes,
    pub(crate) trailers: HeaderMap,
}

impl Harness {
    /// A server with the default settings.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// A server with settings as on the command line.
    pub(crate) fn with(arguments: &[&str]) -> Self {
        let server = Server::new(&config(arguments)).unwrap();
        Self { server }
    }

    /// The client's end of a new connection.
    pub(crate) fn connect(&self) -> DuplexStream {
        let (client, end) = tokio::io::duplex(PIPE_BYTES);
        let server = self.server.clone();
        tokio::spawn(async move { server.serve_connection(end).await });
        client
    }

    pub(crate) async fn channel(&self) -> Channel {
        let harness = self.clone();
        let connect = service_fn(move |_| {
            let io = TokioIo::new(harness.connect());
            async { Ok::<_, std::io::Error>(io) }
        });
        let endpoint = Endpoint::from_static("http://copydesk.test");
        endpoint.connect_with_connector(connect).await.unwrap()
    }

    pub(crate) async fn language(
        &self,
    ) -> pb::language_service_client::LanguageServiceClient<Channel> {
        pb::language_service_client::LanguageServiceClient::new(self.channel().await)
            .max_encoding_message_size(usize::MAX)
    }

    pub(crate) async fn stemming(
        &self,
    ) -> pb::stemming_service_client::StemmingServiceClient<Channel> {
        pb::stemming_service_client::StemmingServiceClient::new(self.channel().await)
            .max_decoding_message_size(usize::MAX)
    }

    pub(crate) async fn keyword(
        &self,
    ) -> pb::keyword_service_client::KeywordServiceClient<Channel> {
        pb::keyword_service_client::KeywordServiceClient::new(self.channel().await)
    }

    pub(crate) async fn similarity(
        &self,
    ) -> pb::similarity_service_client::SimilarityServiceClient<Channel> {
        pb::similarity_service_client::SimilarityServiceClient::new(self.channel().await)
            .max_decoding_message_size(usize::MAX)
    }

    pub(crate) async fn analysis(
        &self,
    ) -> pb::analysis_service_client::AnalysisServiceClient<Channel> {
        pb::analysis_service_client::AnalysisServiceClient::new(self.channel().await)
            .max_decoding_message_size(usize::MAX)
    }

    pub(crate) async fn server_info(
        &self,
    ) -> pb::server_info_service_client::ServerInfoServiceClient<Channel> {
        pb::server_info_service_client::ServerInfoServiceClient::new(self.channel().await)
    }

    /// Sends `body` as it is, to `path`, and returns the answer as it is.
    pub(crate) async fn raw(
        &self,
        path: &str,
        headers: &[(&'static str, &str)],
        body: impl Into<Bytes>,
    ) -> RawAnswer {
        let mut request = Request::post(format!("http://copydesk.test{path}"))
            .version(Version::HTTP_2)
            .header("content-type", "application/grpc")
            .header("te", "trailers");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Full::new(body.into())).unwrap())
            .await
    }

    /// Sends a request as it is, by its version of HTTP, and returns the answer as it is.
    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> RawAnswer {
        let io = TokioIo::new(self.connect());
        let answer = if request.version() == Version::HTTP_2 {
            let executor = TokioExecutor::new();
            let (mut sender, connection) = http2::handshake(executor, io).await.unwrap();
            tokio::spawn(connection);
            sender.send_request(request).await
        } else {
            let (mut sender, connection) = http1::handshake(io).await.unwrap();
            tokio::spawn(connection);
            sender.send_request(request).await
        };
        let (parts, body) = answer.unwrap().into_parts();
        let headers_only = body.is_end_stream();
        let collected = body.collect().await.unwrap();
        RawAnswer {
            http_status: parts.status,
            headers_only,
            headers: parts.headers,
            trailers: collected.trailers().cloned().unwrap_or_default(),
            body: collected.to_bytes(),
        }
    }
}

impl RawAnswer {
    /// The answer's status, wherever it stood.
    pub(crate) fn status(&self) -> Status {
        Status::from_header_map(&self.headers)
            .or_else(|| Status::from_header_map(&self.trailers))
            .expect("an answer has a status")
    }
}

/// A message as gRPC frames it.
pub(crate) fn frame(compressed: bool, message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).unwrap().to_be_bytes();
    [&[u8::from(compressed)], &length[..], message].concat()
}

/// The reason in a status's details, which every one of ours has.
pub(crate) fn reason(status: &Status) -> String {
    error_info(status).reason
}

/// The `ErrorInfo` of a status.
pub(crate) fn error_info(status: &Status) -> rpc::ErrorInfo {
    let message = rpc::Status::decode(status.details()).unwrap();
    error_info_of(&message)
}

/// The `ErrorInfo` of an item's error.
pub(crate) fn error_info_of(status: &rpc::Status) -> rpc::ErrorInfo {
    let any = status.details.first().expect("an error has details");
    assert_eq!(any.type_url, "type.googleapis.com/google.rpc.ErrorInfo");
    let info = rpc::ErrorInfo::decode(&*any.value).unwrap();
    assert_eq!(info.domain, "copydesk");
    info
}

/// The refused field in a status's details.
pub(crate) fn refused_field(status: &Status) -> String {
    let message = rpc::Status::decode(status.details()).unwrap();
    let any = message.details.get(1).expect("a refused field is named");
    assert_eq!(any.type_url, "type.googleapis.com/google.rpc.BadRequest");
    let bad = rpc::BadRequest::decode(&*any.value).unwrap();
    bad.field_violations[0].field.clone()
}

/// Everything that AnalyzeDocument can fill.
pub(crate) fn all_features() -> pb::AnalysisFeatures {
    pb::AnalysisFeatures {
        language: true,
        tokens: true,
        sentences: true,
        keywords: true,
        quotations: true,
        boilerplate: true,
        fingerprint: true,
    }
}

/// A document of this text.
pub(crate) fn document(text: &str) -> pb::Document {
    pb::Document {
        text: text.to_owned(),
        ..pb::Document::default()
    }
}
