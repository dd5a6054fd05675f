//! Keywords beside yake-rust, in one run: how many times its documents a second, and how
//! many of its ten best our YAKE has among ours.
//!
//! Both are asked for the ten best of the same articles in turns, on one thread, their
//! language given; what is counted is the time of the thread's processor, and of each round
//! the ratio, of which the median is told. yake-rust has its own defaults, phrases of up to
//! three words.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peer/keywords/Cargo.toml
//! ```

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a comparison that cannot run has to stop, and prints what it found"
)]

use std::collections::HashSet;
use std::hint::black_box;
use std::time::Duration;

use copydesk::base::{Budget, Language};
use copydesk::keyword::{self, Algorithm, Params};
use copydesk::stem::Analyzer;
use copydesk::testing::{article_text_from, articles, document};
use cpu_time::ThreadTime;
use yake_rust::{Config, StopWords, get_n_best};

const ROUNDS: usize = 15;

/// Bytes of a document: a short report, and a long one.
const SIZES: [usize; 2] = [2 << 10, 8 << 10];

const DOCUMENTS: usize = 12;

/// Languages with a tagger, and one without.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "pt", "de"];

fn main() {
    println!("times the documents a second of yake-rust (median of {ROUNDS} rounds)");
    for code in LANGUAGES {
        for bytes in SIZES {
            compare_speed(code, bytes);
        }
    }
    println!("\nof yake-rust's ten best, by stems, among our ten by YAKE");
    for code in LANGUAGES {
        compare_answers(code);
    }
}

/// What of ours is measured.
fn modes() -> [(&'static str, Params); 4] {
    let params = Params::default;
    [
        ("news", params()),
        (
            "news, boilerplate too",
            Params {
                include_boilerplate: true,
                ..params()
            },
        ),
        (
            "yake",
            Params {
                algorithm: Algorithm::Yake,
                ..params()
            },
        ),
        (
            "yake, boilerplate too",
            Params {
                algorithm: Algorithm::Yake,
                include_boilerplate: true,
                ..params()
            },
        ),
    ]
}

fn compare_speed(code: &str, bytes: usize) {
    let texts: Vec<_> = (0..DOCUMENTS)
        .map(|first| article_text_from(code, first, bytes))
        .collect();
    let documents: Vec<_> = texts.iter().map(|text| document(text, code)).collect();
    let analyzer = analyzer(code);
    let stop_words = StopWords::predefined(code).expect("a list of stop words");
    let config = Config::default();
    let modes = modes();
    let mut ratios = vec![Vec::new(); modes.len()];
    for _ in 0..ROUNDS {
        let theirs = time(|| {
            for text in &texts {
                black_box(get_n_best(10, text, &stop_words, &config));
            }
        });
        for ((_, params), ratios) in modes.iter().zip(&mut ratios) {
            let ours = time(|| {
                for document in &documents {
                    let found = keyword::extract(document, &analyzer, params, &Budget::unlimited());
                    black_box(found.expect("no end of time"));
                }
            });
            ratios.push(theirs.as_secs_f64() / ours.as_secs_f64());
        }
    }
    let figures: Vec<_> = modes
        .iter()
        .zip(&mut ratios)
        .map(|((name, _), ratios)| format!("{name} {:.1}", median(ratios)))
        .collect();
    println!("{code}, {} KiB: {}", bytes >> 10, figures.join("; "));
}

/// The processor's time for `work`.
fn time(work: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    work();
    start.elapsed()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn compare_answers(code: &str) {
    let analyzer = analyzer(code);
    let stop_words = StopWords::predefined(code).expect("a list of stop words");
    let params = Params {
        algorithm: Algorithm::Yake,
        phrase_words_max: 3,
        include_boilerplate: true,
        ..Params::default()
    };
    let (mut n_theirs, mut n_shared) = (0, 0);
    for article in articles() {
        if article.language_code != code {
            continue;
        }
        let document = document(&article.text, code);
        let ours = keyword::extract(&document, &analyzer, &params, &Budget::unlimited());
        let ours: HashSet<_> = ours
            .expect("no end of time")
            .into_iter()
            .map(|keyword| keyword.normalized)
            .collect();
        for theirs in get_n_best(10, &article.text, &stop_words, &Config::default()) {
            n_theirs += 1;
            n_shared += usize::from(ours.contains(&stems(&theirs.raw, &analyzer)));
        }
    }
    println!("{code}: {n_shared} of {n_theirs}");
}

/// The stems of the words of `phrase`, joined by blanks.
fn stems(phrase: &str, analyzer: &Analyzer) -> String {
    let words: Vec<_> = phrase
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let tokens = analyzer.analyze_words(&words, &Budget::unlimited());
    let tokens = tokens.expect("no end of time");
    let stems: Vec<_> = tokens.iter().map(|token| token.stem.as_str()).collect();
    stems.join(" ")
}

fn analyzer(code: &str) -> Analyzer {
    Analyzer::new(Language::from_code(code).expect("a language that is served"))
}
