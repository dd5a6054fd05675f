//! How long do our model, whatlang and lingua take for the same texts?
//!
//! The texts are the project's articles, in all languages that all three know, cut to a
//! length. Rounds take turns on one thread's own time, and the least of each counts:
//! figures are times of whatlang's, so more is faster. How right each is stands in
//! docs/quality.md; here is only told how many texts each gives its article's language.
//!
//! `cargo run --release --manifest-path benches/peer/languages/Cargo.toml`

use std::hint::black_box;

use copydesk::base::Language;
use copydesk::language::{Params, detect};
use copydesk::testing::{articles, repeated};
use cpu_time::ThreadTime;
use lingua::{LanguageDetector, LanguageDetectorBuilder};

const LENGTHS: [usize; 3] = [60, 200, 4 << 10];
const ROUNDS: usize = 15;
/// Texts of a round. Of lingua's fewer will do: it takes a hundred times as long.
const TEXTS: usize = 200;
const TEXTS_OF_LINGUA: usize = 20;

/// Tells a text's language, by its ISO 639-3 code.
struct Peer<'a> {
    name: &'static str,
    texts: usize,
    tell: Box<dyn Fn(&str) -> Option<String> + 'a>,
}

fn main() {
    let precise = LanguageDetectorBuilder::from_all_languages()
        .with_preloaded_language_models()
        .build();
    let fast = LanguageDetectorBuilder::from_all_languages()
        .with_low_accuracy_mode()
        .with_preloaded_language_models()
        .build();
    let peers = [
        Peer {
            name: "whatlang",
            texts: TEXTS,
            tell: Box::new(|text| ours(whatlang::detect_lang(text)?.code())),
        },
        Peer {
            name: "copydesk",
            texts: TEXTS,
            tell: Box::new(|text| {
                let tag = detect(text, &Params::default()).candidates.first()?.tag;
                Some(tag.language.iso639_3().to_owned())
            }),
        },
        Peer {
            name: "lingua",
            texts: TEXTS_OF_LINGUA,
            tell: Box::new(|text| by_lingua(&precise, text)),
        },
        Peer {
            name: "lingua, low accuracy",
            texts: TEXTS_OF_LINGUA,
            tell: Box::new(|text| by_lingua(&fast, text)),
        },
    ];
    for length in LENGTHS {
        let texts = texts(length);
        let mut least = [f64::INFINITY; 4];
        for _ in 0..ROUNDS {
            for (peer, least) in peers.iter().zip(&mut least) {
                *least = least.min(seconds_a_text(peer, &texts));
            }
        }
        println!("{length} bytes");
        for (peer, seconds) in peers.iter().zip(least) {
            let n_right = texts
                .iter()
                .filter(|(code, text)| (peer.tell)(text).as_ref() == Some(code))
                .count();
            println!(
                "  {:<20} {:>8.3} of whatlang's speed, {n_right} of {} right",
                peer.name,
                least[0] / seconds,
                texts.len(),
            );
        }
    }
}

/// The articles in languages that all peers know, as often as it takes, and their codes.
fn texts(length: usize) -> Vec<(String, String)> {
    let of_lingua: Vec<_> = lingua::Language::all()
        .into_iter()
        .filter_map(code_of)
        .collect();
    let of_whatlang: Vec<_> = whatlang::Lang::all()
        .iter()
        .filter_map(|l| ours(l.code()))
        .collect();
    let known = |code: &String| of_lingua.contains(code) && of_whatlang.contains(code);
    let articles: Vec<_> = articles()
        .into_iter()
        .filter_map(|article| {
            let code = Language::from_code(&article.language_code)?
                .iso639_3()
                .to_owned();
            known(&code).then_some((code, article.text))
        })
        .collect();
    let cut = |(code, text): &(String, String)| (code.clone(), repeated(text, length));
    articles.iter().map(cut).cycle().take(TEXTS).collect()
}

fn seconds_a_text(peer: &Peer, texts: &[(String, String)]) -> f64 {
    let start = ThreadTime::now();
    for (_, text) in texts.iter().take(peer.texts) {
        black_box((peer.tell)(black_box(text)));
    }
    start.elapsed().as_secs_f64() / peer.texts as f64
}

fn by_lingua(detector: &LanguageDetector, text: &str) -> Option<String> {
    detector.detect_language_of(text).and_then(code_of)
}

fn code_of(language: lingua::Language) -> Option<String> {
    ours(&language.iso_code_639_3().to_string())
}

/// The code that we use for a language, since peers have others for Chinese.
fn ours(code: &str) -> Option<String> {
    Some(Language::from_code(code)?.iso639_3().to_owned())
}
