//! How fast are the keywords of a document found, its language given?
//!
//! 100 KiB repeat the same few articles, and so have fewer different words than a text
//! of that length by one author.

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::keyword::Params;
use copydesk::testing::{article_text, document};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// ISO 639-3 for the id, and the articles' code.
const LANGUAGES: [(&str, &str); 3] = [("eng", "en"), ("rus", "ru"), ("zho", "zh")];
const SIZES: [(&str, usize); 4] = [
    ("60B", 60),
    ("200B", 200),
    ("4KiB", 4 << 10),
    ("100KiB", 100 << 10),
];

fn extract(criterion: &mut Criterion) {
    let (engine, budget, params) = (Engine::new(), Budget::unlimited(), Params::default());
    for (language, code) in LANGUAGES {
        let mut group = criterion.benchmark_group(format!("keyword/yake/{language}"));
        for (size, bytes) in SIZES {
            let document = document(&article_text(code, bytes), code);
            group.throughput(Throughput::Bytes(document.len_bytes() as u64));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| engine.keywords(black_box(&document), &params, &budget));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, extract);
criterion_main!(benches);
