//! How fast are documents of one language compared, every two of them?
//!
//! Few and long, by length and script; then many and short, as a desk compares the
//! hour's wires. And how fast is a MinHash signature, beside the usual 128 functions
//! (a · x + b) mod p, one by one, over as many shingles?

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::similarity::{Params, Signature, passage};
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

/// How fast are passages found in two articles, against Myers' difference on their words?
/// The articles share some of their text, in another order: each begins elsewhere in
/// the same circle. Reading the words is in both figures.
fn passages(criterion: &mut Criterion) {
    let (engine, budget) = (Engine::new(), Budget::unlimited());
    let mut group = criterion.benchmark_group("similarity/passages/eng");
    for (size, bytes) in SIZES {
        let documents = documents("en", 2, bytes);
        let [first, second] = [0, 1].map(|i| documents[i].text());
        group.throughput(bytes_of(&documents));
        for (method, paraphrases) in [("wording", false), ("paraphrases", true)] {
            let params = passage::Params {
                paraphrases,
                ..passage::Params::default()
            };
            group.bench_function(BenchmarkId::new(method, size), |bencher| {
                bencher.iter(|| engine.align_passages(black_box(&documents), &params, &budget));
            });
        }
        group.bench_function(BenchmarkId::new("myers", size), |bencher| {
            bencher.iter(|| similar::TextDiff::from_words(black_box(first), second).ratio());
        });
    }
    group.finish();
}

/// The 128 values of `shingles` as textbooks have them.
fn textbook(functions: &[(u64, u64)], shingles: &[u32]) -> Vec<u64> {
    const P: u128 = (1 << 61) - 1;
    let least = |(a, b): &(u64, u64)| {
        let values = shingles
            .iter()
            .map(|x| (u128::from(*a) * u128::from(*x) + u128::from(*b)) % P);
        values.min().and_then(|least| u64::try_from(least).ok())
    };
    functions.iter().filter_map(least).collect()
}

fn minhash(criterion: &mut Criterion) {
    let budget = Budget::unlimited();
    let mut group = criterion.benchmark_group("similarity/minhash/eng");
    for (size, bytes) in SIZES {
        let text = article_text_from("en", 0, bytes);
        let words: Vec<&str> = text.split_whitespace().collect();
        let shingles: Vec<u32> = (0..u32::try_from(words.len()).unwrap_or(u32::MAX))
            .map(|i| i.wrapping_mul(0x9E37_79B9))
            .collect();
        let functions: Vec<_> = (1..=128_u64).map(|i| (i << 40 | i, i << 33)).collect();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(BenchmarkId::new("ours", size), |bencher| {
            bencher.iter(|| Signature::of(black_box(&words).iter().copied(), &budget));
        });
        group.bench_function(BenchmarkId::new("textbook", size), |bencher| {
            bencher.iter(|| textbook(&functions, black_box(&shingles)));
        });
    }
    group.finish();
}

criterion_group!(benches, few, many, passages, minhash);
criterion_main!(benches);
