//! How fast is a text turned into stems, words found and folded included?
//!
//! The language is given, so that detection does not count. Nothing stems Chinese:
//! there it is the time of words and folding alone.

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::{Budget, LanguageTag};
use copydesk::engine::{StemParams, StemSource};
use copydesk::testing::article_text;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// ISO 639-3 for the id, and the articles' code.
const LANGUAGES: [(&str, &str); 3] = [("eng", "en"), ("rus", "ru"), ("zho", "zh")];
const SIZES: [(&str, usize); 4] = [
    ("60B", 60),
    ("200B", 200),
    ("4KiB", 4 << 10),
    ("100KiB", 100 << 10),
];

fn stem(criterion: &mut Criterion) {
    let (engine, budget) = (Engine::new(), Budget::unlimited());
    for (language, code) in LANGUAGES {
        let params = StemParams {
            language: LanguageTag::parse(code).unwrap_or(LanguageTag::UNDETERMINED),
            ..StemParams::default()
        };
        let mut group = criterion.benchmark_group(format!("stem/snowball/{language}"));
        for (size, bytes) in SIZES {
            let source = StemSource::Text(article_text(code, bytes));
            group.throughput(Throughput::Bytes(bytes as u64));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| engine.stem(black_box(&source), &params, &budget));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, stem);
criterion_main!(benches);
