//! How fast is everything about one document, by length and script? And how fast is a
//! page of HTML read, before anything is analysed?

use std::hint::black_box;

use copydesk::Engine;
use copydesk::base::{Budget, Limits};
use copydesk::engine::{AnalysisParams, Features};
use copydesk::testing::{article_text, document};
use copydesk::text::{ContentType, Document, DocumentParts};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// ISO 639-3 for the id, and the articles' code.
const LANGUAGES: [(&str, &str); 3] = [("eng", "en"), ("rus", "ru"), ("zho", "zh")];
const SIZES: [(&str, usize); 4] = [
    ("60B", 60),
    ("200B", 200),
    ("4KiB", 4 << 10),
    ("100KiB", 100 << 10),
];

fn all(criterion: &mut Criterion) {
    let (engine, budget) = (Engine::new(), Budget::unlimited());
    let params = AnalysisParams {
        features: Features::ALL,
        ..AnalysisParams::default()
    };
    for (language, code) in LANGUAGES {
        let mut group = criterion.benchmark_group(format!("analysis/all/{language}"));
        for (size, bytes) in SIZES {
            let document = document(&article_text(code, bytes), code);
            group.throughput(Throughput::Bytes(document.len_bytes() as u64));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| engine.analyze(black_box(&document), &params, &budget));
            });
        }
        group.finish();
    }
}

fn html(criterion: &mut Criterion) {
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("analysis/html/eng");
    for (size, bytes) in SIZES {
        let text = article_text("en", bytes);
        let lines: Vec<_> = text.lines().collect();
        let page = format!("<main><p>{}</main>", lines.join("</p>\n<p class=\"text\">"));
        group.throughput(Throughput::Bytes(page.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                let parts = DocumentParts {
                    text: black_box(&page).clone(),
                    content_type: ContentType::Html,
                    ..DocumentParts::default()
                };
                Document::new(parts, &limits)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, all, html);
criterion_main!(benches);
