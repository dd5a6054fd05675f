//! What does a call cost the server, beside an echo of the same messages?
//!
//! The echo is the service's own trait without any work, as tonic's own server serves it,
//! and once more over bare hyper; it lives here and nowhere else. Callers send ready bytes
//! over the loopback device, one call after the other. The time is the processor's, of
//! all threads of the process but the caller's; rounds take turns, and the least of each
//! counts. A text has 200 bytes.
//!
//! `cargo bench --bench calls`

#![expect(clippy::unwrap_used, reason = "a bench that cannot run has to stop")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

use std::net::SocketAddr;
use std::pin::Pin;
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use copydesk::grpc::pb;
use copydesk::grpc::pb::language_service_server::{LanguageService, LanguageServiceServer};
use copydesk::server::Server;
use copydesk::testing::{articles, config, repeated};
use cpu_time::{ProcessTime, ThreadTime};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http2::{SendRequest, handshake};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use prost::Message;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tonic::{Request, Response, Status, Streaming};
use tower::ServiceExt;

const TEXT_BYTES: usize = 200;
const BATCH: usize = 64;
/// Enough for the least of each to be the same to a few hundredths.
const ROUNDS: usize = 15;
const CALLS: usize = 1_000;
const BATCHES: usize = 40;

const DETECT: &str = "/copydesk.v1.LanguageService/DetectLanguage";
const BATCH_DETECT: &str = "/copydesk.v1.LanguageService/BatchDetectLanguages";

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let ours = Caller::new(&runtime, serve(copydesk));
    let bare = Caller::new(&runtime, serve(bare_echo));
    let echo = Caller::new(&runtime, serve(echo));
    let texts = texts();
    let unary: Vec<Bytes> = texts.iter().map(|text| framed(&detect(text))).collect();
    let batches: Vec<Bytes> = texts
        .chunks(BATCH)
        .map(|part| framed(&batch(part)))
        .collect();

    let figures = [framed(&detect(&"2026 ".repeat(TEXT_BYTES / 5)))];

    let before = resident_kilobytes();
    for text in &unary {
        runtime.block_on(ours.call(DETECT, text.clone()));
    }
    let grown = resident_kilobytes() - before;

    let rows = [
        (&bare, DETECT, &unary[..], CALLS),
        (&echo, DETECT, &unary[..], CALLS),
        (&ours, DETECT, &figures, CALLS),
        (&ours, DETECT, &unary, CALLS),
        (&echo, BATCH_DETECT, &batches, BATCHES),
        (&ours, BATCH_DETECT, &batches, BATCHES),
    ];
    let mut least = [f64::INFINITY; 6];
    for _ in 0..ROUNDS {
        for ((caller, path, messages, n), least) in rows.iter().zip(&mut least) {
            let spent = runtime.block_on(caller.cost(path, messages, *n));
            *least = least.min(spent);
        }
    }
    let [bare, echo, nothing, unary, echo_batch, batch] = least;
    println!("server time of a call, in µs");
    println!("  echo {echo:.1}, over bare hyper {bare:.1}");
    println!(
        "  figures alone {nothing:.1}: {:.2} of an echo",
        nothing / echo
    );
    println!("  unary {unary:.1}: {:.2} of an echo", unary / echo);
    println!(
        "  batch of {BATCH} {batch:.1}, its echo {echo_batch:.1}: {:.2} of as many unary calls",
        batch / (unary * BATCH as f64),
    );
    println!("memory of the first detections: {grown} kB");
}

/// Texts in all languages of the articles, one batch after the other.
fn texts() -> Vec<String> {
    let articles = articles();
    let texts = articles.iter().cycle().take(2 * BATCH);
    texts
        .map(|article| repeated(&article.text, TEXT_BYTES))
        .collect()
}

fn detect(text: &str) -> pb::DetectLanguageRequest {
    pb::DetectLanguageRequest {
        text: text.to_owned(),
        ..pb::DetectLanguageRequest::default()
    }
}

fn batch(texts: &[String]) -> pb::BatchDetectLanguagesRequest {
    pb::BatchDetectLanguagesRequest {
        requests: texts.iter().map(|text| detect(text)).collect(),
    }
}

/// A message as gRPC frames it.
fn framed(message: &impl Message) -> Bytes {
    let length = u32::try_from(message.encoded_len()).unwrap();
    let bytes = [&[0], &length.to_be_bytes()[..], &message.encode_to_vec()].concat();
    bytes.into()
}

/// The address of a server that runs `serve` on a thread of its own, to the end.
fn serve<F: Future<Output = ()>>(
    serve: impl FnOnce(TcpListener) -> F + Send + 'static,
) -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    thread::spawn(move || {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async { serve(TcpListener::from_std(listener).unwrap()).await });
    });
    address
}

async fn copydesk(listener: TcpListener) {
    let server = Server::new(&config(&["--threads", "1"])).unwrap();
    // On a worker, as the real one is.
    tokio::spawn(server.serve(listener, std::future::pending()))
        .await
        .unwrap();
}

/// As tonic's own server does it.
async fn echo(listener: TcpListener) {
    let incoming = tonic::transport::server::TcpIncoming::from(listener).with_nodelay(Some(true));
    tonic::transport::Server::builder()
        .add_service(LanguageServiceServer::new(Echo))
        .serve_with_incoming(incoming)
        .await
        .unwrap();
}

async fn bare_echo(listener: TcpListener) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let service = LanguageServiceServer::new(Echo)
            .map_request(|request: http::Request<_>| request.map(tonic::body::Body::new));
        tokio::spawn(async move {
            let http = auto::Builder::new(TokioExecutor::new());
            let service = TowerToHyperService::new(service);
            http.serve_connection(TokioIo::new(stream), service)
                .await
                .ok();
        });
    }
}

/// Answers as ours does to a plain text, without looking at it.
struct Echo;

#[tonic::async_trait]
impl LanguageService for Echo {
    type StreamDetectLanguagesStream = Pin<
        Box<
            dyn futures_util::Stream<Item = Result<pb::StreamDetectLanguagesResponse, Status>>
                + Send,
        >,
    >;

    async fn detect_language(
        &self,
        _: Request<pb::DetectLanguageRequest>,
    ) -> Result<Response<pb::DetectLanguageResponse>, Status> {
        Ok(Response::new(answer()))
    }

    async fn batch_detect_languages(
        &self,
        request: Request<pb::BatchDetectLanguagesRequest>,
    ) -> Result<Response<pb::BatchDetectLanguagesResponse>, Status> {
        use pb::batch_detect_languages_response::Result as Entry;
        use pb::batch_detect_languages_response::result::Result as Outcome;
        let requests = request.into_inner().requests;
        let results = requests.iter().map(|_| Entry {
            result: Some(Outcome::Response(answer())),
        });
        let results = results.collect();
        Ok(Response::new(pb::BatchDetectLanguagesResponse { results }))
    }

    async fn stream_detect_languages(
        &self,
        _: Request<Streaming<pb::StreamDetectLanguagesRequest>>,
    ) -> Result<Response<Self::StreamDetectLanguagesStream>, Status> {
        Err(Status::unimplemented("not measured"))
    }

    async fn segment_languages(
        &self,
        _: Request<pb::SegmentLanguagesRequest>,
    ) -> Result<Response<pb::SegmentLanguagesResponse>, Status> {
        Err(Status::unimplemented("not measured"))
    }
}

fn answer() -> pb::DetectLanguageResponse {
    let candidate = pb::LanguageCandidate {
        language_code: "en".to_owned(),
        iso6393_code: "eng".to_owned(),
        script_code: "Latn".to_owned(),
        confidence: 1.0,
    };
    pb::DetectLanguageResponse {
        candidates: vec![candidate],
        reliable: true,
        detector: 1,
    }
}

/// A connection, on the thread that does not count.
struct Caller {
    sender: SendRequest<Full<Bytes>>,
    origin: String,
}

impl Caller {
    fn new(runtime: &Runtime, address: SocketAddr) -> Self {
        let connecting = async {
            let stream = TcpStream::connect(address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            handshake(TokioExecutor::new(), TokioIo::new(stream))
                .await
                .unwrap()
        };
        let (sender, connection) = runtime.block_on(connecting);
        runtime.spawn(connection);
        Self {
            sender,
            origin: format!("http://{address}"),
        }
    }

    async fn call(&self, path: &str, message: Bytes) {
        let request = http::Request::post(format!("{}{path}", self.origin))
            .header("content-type", "application/grpc")
            .header("te", "trailers");
        let request = request.body(Full::new(message)).unwrap();
        let answer = self.sender.clone().send_request(request).await.unwrap();
        let answer = answer.into_body().collect().await.unwrap();
        let status = answer.trailers().unwrap().get("grpc-status").cloned();
        assert_eq!(status.unwrap(), "0");
    }

    /// Microseconds that the server takes for one of `n` calls.
    async fn cost(&self, path: &str, messages: &[Bytes], n: usize) -> f64 {
        let (all, own) = (ProcessTime::now(), ThreadTime::now());
        for message in messages.iter().cycle().take(n) {
            self.call(path, message.clone()).await;
        }
        // What is still under way on the other side belongs to the call.
        thread::sleep(Duration::from_millis(1));
        let spent = all.elapsed().saturating_sub(own.elapsed());
        spent.as_secs_f64() * 1e6 / n as f64
    }
}

/// What of the process is in memory.
fn resident_kilobytes() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok())
        .unwrap_or(0)
}
