//! How fast are documents of one language compared, every two of them?
//!
//! Few and long, by length and script; then many and short, as a desk compares the
//! hour's wires.

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::similarity::Params;
use copydesk::testing::{article_text_from, document};
use copydesk::text::Document;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// ISO 639-3 for the id, and the articles' code.
const LANGUAGES: [(&str, &str); 3] = [("eng", "en"), ("rus", "ru"), ("zho", "zh")];
const SIZES: [(&str, usize); 4] = [
    ("60B", 60),
    ("200B", 200),
    ("4KiB", 4 << 10),
    ("100KiB", 100 << 10),
];
const N_DOCUMENTS: usize = 4;
const N_DOCUMENTS_MANY: usize = 64;

/// `n` documents of `bytes` bytes, each beginning with another article.
fn documents(code: &str, n: usize, bytes: usize) -> Vec<Document> {
    let document = |first| document(&article_text_from(code, first, bytes), code);
    (0..n).map(document).collect()
}

fn bytes_of(documents: &[Document]) -> Throughput {
    Throughput::Bytes(documents.iter().map(Document::len_bytes).sum::<usize>() as u64)
}

fn few(criterion: &mut Criterion) {
    let (engine, budget, params) = (Engine::new(), Budget::unlimited(), Params::default());
    for (language, code) in LANGUAGES {
        let name = format!("similarity/compare_{N_DOCUMENTS}/{language}");
        let mut group = criterion.benchmark_group(name);
        for (size, bytes) in SIZES {
            let documents = documents(code, N_DOCUMENTS, bytes);
            group.throughput(bytes_of(&documents));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| engine.compare(black_box(&documents), &params, &budget));
            });
        }
        group.finish();
    }
}

fn many(criterion: &mut Criterion) {
    let (engine, budget, params) = (Engine::new(), Budget::unlimited(), Params::default());
    let name = format!("similarity/compare_{N_DOCUMENTS_MANY}/eng");
    let mut group = criterion.benchmark_group(name);
    let documents = documents("en", N_DOCUMENTS_MANY, 4 << 10);
    group.throughput(bytes_of(&documents));
    group.bench_function(BenchmarkId::from_parameter("4KiB"), |bencher| {
        bencher.iter(|| engine.compare(black_box(&documents), &params, &budget));
    });
    group.finish();
}

criterion_group!(benches, few, many);
criterion_main!(benches);
