//! How fast is the language of a text told, by its length and its script?

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::language::Params;
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

fn detect(criterion: &mut Criterion) {
    let (engine, budget, params) = (Engine::new(), Budget::unlimited(), Params::default());
    for (language, code) in LANGUAGES {
        let mut group = criterion.benchmark_group(format!("language/detect/{language}"));
        for (size, bytes) in SIZES {
            let text = article_text(code, bytes);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| engine.detect(black_box(&text), &params, &budget));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, detect);
criterion_main!(benches);
