//! How many instructions does each analysis take, and a call over the wire?
//!
//! The gate (`.ci/gate`) runs this for a change and for the revision that it stands on,
//! and refuses what got slower. One binary counts the same at every run, where times
//! differ by a tenth. What is built at the first use
//! (tables, lists of stop words) does not count: each setup makes the same call once.

#![allow(
    missing_docs,
    reason = "the macros make items that cannot be documented"
)]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run has to stop")]

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::{Budget, LanguageTag};
use copydesk::engine::{Compared, Keywords, StemParams, StemSource, Stems};
use copydesk::grpc::pb;
use copydesk::grpc::pb::language_service_client::LanguageServiceClient;
use copydesk::language::Detection;
use copydesk::server::Server;
use copydesk::testing::{article_text, article_text_from, articles, config, document, repeated};
use copydesk::text::Document;
use copydesk::{Error, keyword, language, similarity};
use gungraun::prelude::*;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::runtime::{Builder, Runtime};
use tonic::body::Body;

/// Of all analyses but detection: near-ASCII, as is most news of our callers.
const LANGUAGE: &str = "en";

/// The beginnings of all articles, in every language that there is.
fn texts(bytes: usize) -> Vec<String> {
    let articles = articles();
    let texts = articles
        .iter()
        .map(|article| repeated(&article.text, bytes));
    let texts: Vec<String> = texts.collect();
    black_box(detected(&texts)).unwrap();
    texts
}

fn detected(texts: &[String]) -> Result<Vec<Detection>, Error> {
    let (engine, params, budget) = (
        Engine::new(),
        language::Params::default(),
        Budget::unlimited(),
    );
    let detections = texts
        .iter()
        .map(|text| engine.detect(text, &params, &budget));
    detections.collect()
}

// Many texts a run: the detector's tables of a text are seeded by addresses, which makes
// one text of 60 bytes take up to 13 % more or less after any change of the binary.
#[library_benchmark]
#[bench::bytes_60(args = (60), setup = texts)]
#[bench::bytes_200(args = (200), setup = texts)]
#[bench::kib_4(args = (4 << 10), setup = texts)]
#[bench::kib_100(args = (100 << 10), setup = texts)]
fn detect(texts: Vec<String>) -> (Result<Vec<Detection>, Error>, Vec<String>) {
    // Given back, so that what a caller frees is not counted.
    (black_box(detected(black_box(&texts))), texts)
}

fn source(bytes: usize) -> StemSource {
    let source = StemSource::Text(article_text(LANGUAGE, bytes));
    black_box(stemmed(&source)).unwrap();
    source
}

fn stemmed(source: &StemSource) -> Result<Stems, Error> {
    let params = StemParams {
        language: LanguageTag::parse(LANGUAGE).unwrap(),
        ..StemParams::default()
    };
    Engine::new().stem(source, &params, &Budget::unlimited())
}

#[library_benchmark]
#[bench::bytes_60(args = (60), setup = source)]
#[bench::bytes_200(args = (200), setup = source)]
#[bench::kib_4(args = (4 << 10), setup = source)]
#[bench::kib_100(args = (100 << 10), setup = source)]
fn stem(source: StemSource) -> (Result<Stems, Error>, StemSource) {
    (black_box(stemmed(black_box(&source))), source)
}

fn one_document(bytes: usize) -> Document {
    let document = document(&article_text(LANGUAGE, bytes), LANGUAGE);
    black_box(extracted(&document)).unwrap();
    document
}

fn extracted(document: &Document) -> Result<Keywords, Error> {
    let params = keyword::Params::default();
    Engine::new().keywords(document, &params, &Budget::unlimited())
}

#[library_benchmark]
#[bench::bytes_60(args = (60), setup = one_document)]
#[bench::bytes_200(args = (200), setup = one_document)]
#[bench::kib_4(args = (4 << 10), setup = one_document)]
#[bench::kib_100(args = (100 << 10), setup = one_document)]
fn keywords(document: Document) -> (Result<Keywords, Error>, Document) {
    (black_box(extracted(black_box(&document))), document)
}

fn four_documents(bytes: usize) -> Vec<Document> {
    let document = |first| document(&article_text_from(LANGUAGE, first, bytes), LANGUAGE);
    let documents: Vec<Document> = (0..4).map(document).collect();
    black_box(compared(&documents)).unwrap();
    documents
}

fn compared(documents: &[Document]) -> Result<Compared, Error> {
    let params = similarity::Params::default();
    Engine::new().compare(documents, &params, &Budget::unlimited())
}

#[library_benchmark]
#[bench::bytes_60(args = (60), setup = four_documents)]
#[bench::bytes_200(args = (200), setup = four_documents)]
#[bench::kib_4(args = (4 << 10), setup = four_documents)]
#[bench::kib_100(args = (100 << 10), setup = four_documents)]
fn compare(documents: Vec<Document>) -> (Result<Compared, Error>, Vec<Document>) {
    (black_box(compared(black_box(&documents))), documents)
}

/// A caller and a server with a pipe between them, all on the thread that is counted.
struct Desk {
    runtime: Runtime,
    sender: hyper::client::conn::http2::SendRequest<Body>,
    texts: Vec<String>,
}

impl Desk {
    fn new(bytes: usize) -> Self {
        // Another thread would take the server's side, uncounted, at its own time.
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let server = Server::new(&config(&["--threads", "1"])).unwrap();
        let (near, far) = tokio::io::duplex(64 << 10);
        runtime.spawn(async move { server.serve_connection(far).await });
        let shaking =
            hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(near));
        let (sender, connection) = runtime.block_on(shaking).unwrap();
        runtime.spawn(connection);
        let desk = Self {
            runtime,
            sender,
            texts: texts(bytes),
        };
        // The first exchanges SETTINGS and fills the tables of header compression.
        desk.ask_each();
        desk
    }

    /// One call after the other.
    fn ask_each(&self) -> Vec<pb::DetectLanguageResponse> {
        let sender = self.sender.clone();
        let send = tower::service_fn(move |request| sender.clone().send_request(request));
        let origin = http::Uri::from_static("http://desk.example.org");
        let mut client = LanguageServiceClient::with_origin(send, origin);
        let ask = |text: &String| {
            let request = pb::DetectLanguageRequest {
                text: text.clone(),
                ..pb::DetectLanguageRequest::default()
            };
            let answer = self.runtime.block_on(client.detect_language(request));
            answer.unwrap().into_inner()
        };
        self.texts.iter().map(ask).collect()
    }
}

#[library_benchmark]
#[bench::bytes_200(args = (200), setup = Desk::new)]
fn call(desk: Desk) -> (Vec<pb::DetectLanguageResponse>, Desk) {
    (black_box(desk.ask_each()), desk)
}

library_benchmark_group!(
    name = analyses,
    benchmarks = [detect, stem, keywords, compare]
);
library_benchmark_group!(name = wire, benchmarks = [call]);

main!(library_benchmark_groups = [analyses, wire]);
