//! How much memory the keywords of a document and a comparison take, by an allocator that
//! counts: which is a process's only one, and so this test has its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot run has to stop")]

use std::sync::{Mutex, PoisonError};

use copydesk::Engine;
use copydesk::base::{Budget, Language, Limits};
use copydesk::keyword::{self, Params};
use copydesk::similarity;
use copydesk::stem::Analyzer;
use copydesk::testing::article_text;
use copydesk::text::{Document, DocumentParts};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn keywords_take_less_than_twenty_times_the_text() {
    for code in ["en", "ru", "zh"] {
        let times = times_the_text(code, &article_text(code, 500_000));
        assert!(times < 20.0, "{code}: {times:.1}");
    }
}

#[test]
// More than for news, since no phrase comes twice; and in proportion to the text.
fn a_text_without_repetition_takes_memory_in_proportion() {
    let text = |n_words: usize| (0..n_words).map(new_word).collect::<String>();
    let (short, long) = (text(5_000), text(50_000));
    let (short, long) = (times_the_text("en", &short), times_the_text("en", &long));
    assert!(short < 40.0 && long < 40.0, "{short:.1} {long:.1}");
}

#[test]
fn a_comparison_in_many_languages_takes_no_more_than_in_one() {
    let one = taken_to_compare(|_| "en".to_owned());
    // Codes that nothing is known of are languages too.
    let many = taken_to_compare(|i| {
        let letter = |n: usize| char::from(b"abcdefghij"[n % 10]);
        format!("q{}{}", letter(i / 10), letter(i))
    });
    assert!(many < one * 3 / 2, "{many} and {one}");
}

/// The bytes that a comparison of two long documents and a hundred short ones takes at
/// most, the short ones in the language `code_of` their number.
fn taken_to_compare(code_of: impl Fn(usize) -> String) -> usize {
    let _measuring = MEASURING.lock().unwrap_or_else(PoisonError::into_inner);
    let document = |text: String, language_code: String| {
        let parts = DocumentParts {
            text,
            language_code,
            ..DocumentParts::default()
        };
        Document::new(parts, &Limits::default()).unwrap()
    };
    let long = |from: usize| (from..from + 20_000).map(new_word).collect::<String>();
    let mut documents = vec![
        document(long(0), "en".to_owned()),
        document(long(20_000), "en".to_owned()),
    ];
    // Their last word is the last of all that are numbered.
    let short = |i: usize| {
        document(
            format!("{}{}", new_word(39_998), new_word(39_999)),
            code_of(i),
        )
    };
    documents.extend((0..100).map(short));
    let compare = || {
        let params = similarity::Params::default();
        Engine::new().compare(&documents, &params, &Budget::unlimited())
    };
    compare().unwrap();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    compare().unwrap();
    MEMORY.peak_usage() - before
}

/// A word like no other, of six to eleven letters; every tenth ends a sentence.
fn new_word(number: usize) -> String {
    let syllable = |n: usize| ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"][n % 10];
    let [first, second, third] = [number, number / 10, number / 100].map(syllable);
    let last = ["", "n", "r", "s", "t", "l", "x", "m", "k", "d"][number / 1_000 % 10];
    let more = "o".repeat(number / 10_000);
    let end = if number % 10 == 9 { ". " } else { " " };
    format!("{first}{second}{third}{last}{more}{end}")
}

/// One at a time: what another test takes would count.
static MEASURING: Mutex<()> = Mutex::new(());

/// The most that is taken at once, of tables that stay nothing, over the length of `text`.
fn times_the_text(code: &str, text: &str) -> f64 {
    let _measuring = MEASURING.lock().unwrap_or_else(PoisonError::into_inner);
    let parts = DocumentParts {
        text: text.to_owned(),
        ..DocumentParts::default()
    };
    let limits = Limits {
        document_characters_max: text.len(),
        ..Limits::default()
    };
    let document = Document::new(parts, &limits).unwrap();
    let analyzer = Analyzer::new(Language::from_code(code).unwrap());
    let extract = || {
        let budget = Budget::unlimited();
        keyword::extract(&document, &analyzer, &Params::default(), &budget).unwrap()
    };
    extract();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let found = extract();
    assert!(!found.is_empty());
    (MEMORY.peak_usage() - before) as f64 / text.len() as f64
}
