//! How many times as fast as what one would write at first are the steps that most
//! analyses share? And what does the largest comparison take in memory, and until it
//! notices that its caller has left?
//!
//! Ours and the other take turns, in one process, on the time of its thread; the least of
//! each counts. That stems are the same is looked at first; pairs of ours tell more than
//! cosines. Where the other takes seconds there are fewer rounds.
//!
//! The texts are made up: a thousand of them, of words that follow Zipf's law, since what
//! a memo gains hangs on how often words come again. Of real ones, in a folder of files:
//!
//! `cargo bench --bench races -- FOLDER`

#![expect(clippy::unwrap_used, reason = "a bench that cannot run has to stop")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use copydesk::Engine;
use copydesk::base::{Budget, Language};
use copydesk::similarity::{self, Item, Params};
use copydesk::stem::Analyzer;
use copydesk::testing::document;
use copydesk::text::{Document, Field, Folded, sentences, words};
use cpu_time::ThreadTime;
use unicode_segmentation::UnicodeSegmentation;

const ROUNDS: usize = 15;
const ROUNDS_OF_SECONDS: usize = 3;

const N_TEXTS: usize = 1_000;
const TEXT_BYTES: usize = 4 << 10;

/// Moments at which the caller leaves, over the time of one comparison.
const N_LEAVINGS: u32 = 40;

fn main() {
    // The first argument is cargo's own.
    let folder = env::args().skip(1).find(|each| !each.starts_with("--"));
    let texts = folder.map_or_else(made_up, |folder| read(&folder));
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {bytes} bytes", texts.len());
    words_and_sentences(&texts);
    stems(&texts);
    let documents: Vec<_> = texts.iter().map(|text| document(text, "en")).collect();
    memory(&documents);
    pairs(&documents, &texts);
    leaving(&documents);
}

fn read(folder: &str) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.collect()
}

/// Texts of made-up English: of 50,000 words the one of rank r comes with a frequency of
/// about 1 / r, a tenth of them with a capital, twenty to a sentence.
fn made_up() -> Vec<String> {
    const N_WORDS: usize = 50_000;
    const SYLLABLES: [&str; 16] = [
        "har", "bour", "ti", "on", "re", "per", "son", "mar", "ket", "in", "fla", "gov", "de",
        "strik", "plan", "e",
    ];
    const ENDINGS: [&str; 8] = ["", "s", "ing", "ed", "ly", "ation", "er", "ness"];
    let word = |rank: usize| {
        let mut word = String::new();
        let mut rest = rank / ENDINGS.len();
        while word.len() < 2 || rest > 0 {
            word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
            rest /= SYLLABLES.len();
        }
        word + ENDINGS[rank % ENDINGS.len()]
    };
    let words: Vec<String> = (0..N_WORDS).map(word).collect();
    let mut random = Random(1);
    // The inverse of the sum of 1 / r, as near as it has to be.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 1 to the number of words"
    )]
    let rank = |fraction: f64| (N_WORDS as f64).powf(fraction) as usize;
    let mut text = || {
        let mut text = String::new();
        let mut n_words = 0;
        while text.len() < TEXT_BYTES - 40 {
            let word = &words[rank(random.fraction()) - 1];
            let (first, rest) = word.split_at(1);
            if n_words % 20 == 0 || random.fraction() < 0.1 {
                text.push_str(&first.to_uppercase());
            } else {
                text.push_str(first);
            }
            text.push_str(rest);
            n_words += 1;
            text.push_str(if n_words % 20 == 0 { ". " } else { " " });
        }
        text
    };
    (0..N_TEXTS).map(|_| text()).collect()
}

/// SplitMix64.
struct Random(u64);

impl Random {
    /// From 0 to 1, never 1.
    fn fraction(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Words beside `unicode_words()`, and sentences beside words.
fn words_and_sentences(texts: &[String]) {
    let english = Language::from_code("en").unwrap();
    let mut least = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        let all = |count: &dyn Fn(&str) -> usize| {
            time(|| {
                black_box(texts.iter().map(|text| count(text)).sum::<usize>());
            })
        };
        let spent = [
            all(&|text| text.unicode_words().count()),
            all(&|text| words(text).count()),
            all(&|text| sentences(text, english).count()),
        ];
        for (least, spent) in least.iter_mut().zip(spent) {
            *least = least.min(spent);
        }
    }
    let [naive, words, sentences] = least;
    println!(
        "words {:.1} times as fast as `unicode_words()`, sentences {:.1} times as words",
        naive / words,
        words / sentences
    );
}

/// Words, folded and stemmed: with what this thread's memo still knows, with an empty one
/// at the first text, and one by one: `unicode_words()`, lower case and the same stemmer.
/// Lower case is ours there, which is a little faster than `to_lowercase()`.
fn stems(texts: &[String]) {
    let english = Analyzer::new(Language::from_code("en").unwrap());
    let budget = Budget::unlimited();
    let naive = |text: &str| -> Vec<String> {
        let stem = |word: &str| english.stemmer.stem(&Folded::new(word, english.casing));
        text.unicode_words()
            .map(|word| stem(word).to_string())
            .collect()
    };
    let ours = |text: &str| english.analyze(text, Field::Text, &budget).unwrap();
    let (mut n_equal, mut n_words) = (0, 0);
    for text in texts {
        let naive = naive(text);
        n_words += naive.len();
        let mut left: HashMap<String, usize> = HashMap::new();
        for stem in naive {
            *left.entry(stem).or_default() += 1;
        }
        for token in ours(text) {
            if let Some(n) = left.get_mut(token.stem.as_str()).filter(|n| **n > 0) {
                *n -= 1;
                n_equal += 1;
            }
        }
    }
    // Real texts have words that are glued, and apostrophes that are curly.
    assert!(
        n_equal * 10 > n_words * 9,
        "{n_equal} of {n_words} stems are equal"
    );
    let all = |each: &dyn Fn(&str)| time(|| texts.iter().for_each(|text| each(text)));
    let mut least = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        let warm = all(&|text| drop(black_box(ours(text))));
        let cold = thread::scope(|scope| {
            let round = || time(|| texts.iter().for_each(|text| drop(black_box(ours(text)))));
            scope.spawn(round).join().unwrap()
        });
        let naive = all(&|text| drop(black_box(naive(text))));
        for (least, spent) in least.iter_mut().zip([warm, cold, naive]) {
            *least = least.min(spent);
        }
    }
    let [warm, cold, naive] = least;
    println!(
        "words, folded and stemmed, of {n_words}: naive {:.0} ns a word",
        naive * 1e9 / n_words as f64
    );
    println!(
        "  with a memo {:.1} times as fast, with an empty one {:.1}",
        naive / warm,
        naive / cold
    );
}

/// All pairs, beside cosines of `HashMap<String, f32>` pair by pair, whose making does
/// not count; nor does the making of our vectors count to our pairs. How the time grows is
/// told of the same: of half as many documents, in the same rounds.
fn pairs(documents: &[Document], texts: &[String]) {
    let half = documents.split_at(documents.len() / 2).0;
    let mut least = [Stages::MOST; 2];
    for _ in 0..ROUNDS {
        for (least, documents) in least.iter_mut().zip([documents, half]) {
            *least = least.min(Stages::of(documents));
        }
    }
    let [whole, of_half] = least;
    let english = Analyzer::new(Language::from_code("en").unwrap());
    let vectors: Vec<_> = texts.iter().map(|text| vector(text, &english)).collect();
    let naive = (0..ROUNDS_OF_SECONDS).map(|_| time(|| drop(black_box(cosines(&vectors)))));
    let naive = naive.fold(f64::INFINITY, f64::min);
    println!(
        "all pairs of {}: HashMap<String, f32> {naive:.2} s",
        documents.len()
    );
    println!(
        "  the call {:.3} s, {:.0} times as fast",
        whole.call(),
        naive / whole.call()
    );
    println!(
        "  its pairs {:.3} s, {:.0} times as fast",
        whole.pairs,
        naive / whole.pairs
    );
    println!(
        "  twice as many documents: the call {:.1} times the time, its pairs {:.1}",
        whole.call() / of_half.call(),
        whole.pairs / of_half.pairs,
    );
}

/// Seconds that the halves of a comparison take.
#[derive(Clone, Copy)]
struct Stages {
    making: f64,
    pairs: f64,
}

impl Stages {
    const MOST: Self = Self {
        making: f64::INFINITY,
        pairs: f64::INFINITY,
    };

    /// Those of a comparison of `documents`.
    fn of(documents: &[Document]) -> Self {
        let (english, budget) = (Language::from_code("en").unwrap(), Budget::unlimited());
        let params = Params {
            similarity_min: 0.1,
            ..Params::default()
        };
        let analyzer = Analyzer::new(english);
        let item = |document| Item {
            document,
            language: english,
            analyzer,
        };
        let items: Vec<_> = documents.iter().map(item).collect();
        let mut prepared = None;
        let making = time(|| prepared = similarity::prepare(&items, &params, &budget).ok());
        let prepared = prepared.unwrap();
        let pairs = time(|| drop(black_box(prepared.compare(&params, &budget))));
        Self { making, pairs }
    }

    fn min(self, other: Self) -> Self {
        Self {
            making: self.making.min(other.making),
            pairs: self.pairs.min(other.pairs),
        }
    }

    fn call(self) -> f64 {
        self.making + self.pairs
    }
}

/// A vector of unit length, as one would make it.
fn vector(text: &str, english: &Analyzer) -> HashMap<String, f32> {
    let tokens = english
        .analyze(text, Field::Text, &Budget::unlimited())
        .unwrap();
    let mut vector = HashMap::<String, f32>::new();
    for token in tokens.iter().filter(|token| !token.stop_word) {
        *vector.entry(token.stem.to_string()).or_default() += 1.0;
    }
    let length = vector
        .values()
        .map(|weight| weight * weight)
        .sum::<f32>()
        .sqrt();
    vector
        .into_iter()
        .map(|(stem, weight)| (stem, weight / length))
        .collect()
}

fn cosines(vectors: &[HashMap<String, f32>]) -> Vec<f32> {
    let mut found = Vec::new();
    for (i, one) in vectors.iter().enumerate() {
        for other in vectors.iter().skip(i + 1) {
            let products = one
                .iter()
                .map(|(stem, weight)| weight * other.get(stem).unwrap_or(&0.0));
            found.push(products.sum());
        }
    }
    found
}

/// What the process has in memory at most while it compares, beyond what it had before:
/// its texts, and the tables that are made at the first use.
fn memory(documents: &[Document]) {
    let params = Params {
        similarity_min: 0.1,
        ..Params::default()
    };
    let compare = |documents: &[Document]| {
        drop(black_box(Engine::new().compare(
            documents,
            &params,
            &Budget::unlimited(),
        )));
    };
    compare(documents.split_at(8).0);
    let before = kilobytes("VmRSS:");
    // Forgets the most so far; see proc(5).
    if fs::write("/proc/self/clear_refs", "5").is_err() {
        return;
    }
    compare(documents);
    let most = kilobytes("VmHWM:") - before;
    println!("memory of a comparison of {}: {most} kB", documents.len());
}

fn kilobytes(field: &str) -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok())
        .unwrap_or(0)
}

/// How long after its end a call returns. By the clock of the wall, so that a busy machine
/// adds to it: the middle one of many says more than the last.
fn leaving(documents: &[Document]) {
    let (engine, params) = (Engine::new(), Params::default());
    let started = Instant::now();
    drop(black_box(engine.compare(
        documents,
        &params,
        &Budget::unlimited(),
    )));
    let whole = started.elapsed();
    let late = |moment: u32| {
        let deadline = Instant::now() + whole * moment / N_LEAVINGS;
        drop(black_box(engine.compare(
            documents,
            &params,
            &Budget::until(deadline),
        )));
        deadline.elapsed()
    };
    let mut late: Vec<Duration> = (0..N_LEAVINGS).map(late).collect();
    late.sort();
    let (half, most) = (late[late.len() / 2], late[late.len() - 1]);
    println!("a call of {whole:.0?} ends {half:.1?} after its time, at most {most:.1?}");
}

/// Seconds of this thread that `work` takes.
fn time(work: impl FnOnce()) -> f64 {
    let started = ThreadTime::now();
    work();
    started.elapsed().as_secs_f64()
}
