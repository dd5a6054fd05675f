//! Input that no article holds: each gets a right answer or an error of the catalogue,
//! and the server answers the next call.

use std::time::Duration;

use copydesk::base::{Budget, Limits};
use copydesk::engine::{AnalysisParams, Features};
use copydesk::grpc::pb;
use copydesk::text::{ContentType, Document, DocumentParts};
use copydesk::{Engine, keyword, language, similarity};
use cpu_time::ThreadTime;
use pb::stem_text_request::Source;
use proptest::prelude::*;
use tonic::{Code, Status};

use crate::harness::{Harness, all_features, document, reason};

/// Names and texts of odd inputs, each about `n` characters long.
fn odd_texts(n: usize) -> Vec<(&'static str, String)> {
    vec![
        ("NUL", "\0".repeat(n)),
        ("one letter", "a".repeat(n)),
        ("one letter and blanks", "a ".repeat(n / 2)),
        ("one word of Chinese", "的".repeat(n)),
        ("combining marks", format!("e{}", "\u{301}".repeat(n))),
        ("right to left", "\u{202E}שלום \u{202C}".repeat(n / 7)),
        ("emoji sequences", "👩‍👩‍👧‍👦🏳️‍🌈".repeat(n / 11)),
        ("blank lines", "\n".repeat(n)),
        ("quotation marks", "\"".repeat(n)),
        ("opening marks", "“a ".repeat(n / 3)),
        ("speech", "“A b,” said Bo Li. ".repeat(n / 19)),
        (
            "relative pronouns",
            format!("“A b,” {}said Bo.", "who ".repeat(n / 4 - 10)),
        ),
        ("full stops", "a.".repeat(n / 2)),
        ("apostrophes", "a’".repeat(n / 2)),
        ("Thai", "ภาษาไทย".repeat(n / 7)),
        ("digits", "1234567890".repeat(n / 10)),
        ("links", "https://example.org/a?b=c ".repeat(n / 26)),
    ]
}

/// The same of HTML.
fn odd_pages(n: usize) -> Vec<(&'static str, String)> {
    let pieces = [
        ("open brackets", "<"),
        ("ampersands", "&"),
        ("open blocks", "<div>"),
        ("open comments", "<!--"),
        ("open paragraphs", "<p>a"),
        ("open cells", "<td>"),
        ("open menus", "<nav>a"),
        ("open forms", "<form>a"),
        ("ends of nothing", "</b>"),
        ("ends without a name", "</>"),
        ("misnested tags", "<b><p></b></p>"),
        ("entities", "&lt;"),
        ("entities without ends", "&notit"),
        ("figures without end", "&#1"),
        ("attributes", "<a b=c d>"),
        ("soft hyphens", "&shy;\u{ad}"),
        ("carriage returns", "\r"),
    ];
    let repeated = |(what, piece): (_, &str)| (what, piece.repeat(n / piece.len()));
    let mut pages: Vec<_> = pieces.into_iter().map(repeated).collect();
    for (what, start) in [
        ("an open script", "<script>"),
        ("an open title", "<title>"),
        ("an open attribute", "<a b='"),
        ("an open tag", "<a"),
        ("preformatted text", "<pre>"),
        ("plain text", "<plaintext>"),
    ] {
        pages.push((what, format!("{start}{}", "a </ &".repeat(n / 6))));
    }
    let deep = "<div>".repeat(255) + &"<i></b></i>".repeat(n / 11);
    pages.push(("ends deep inside", deep));
    pages
}

fn page(text: &str) -> pb::Document {
    pb::Document {
        content_type: pb::ContentType::Html.into(),
        ..document(text)
    }
}

/// Whether an answer is one that the catalogue has for large or slow texts.
fn is_in_catalogue(status: &Status) -> bool {
    let reason = reason(status);
    ["RESPONSE_TOO_LARGE", "TEXT_TOO_LONG", "DEADLINE_EXCEEDED"].contains(&&*reason)
}

#[tokio::test]
async fn odd_texts_are_answered_and_the_next_call_too() {
    let harness = Harness::new();
    let mut language = harness.language().await;
    let mut stemming = harness.stemming().await;
    let mut keyword = harness.keyword().await;
    let mut similarity = harness.similarity().await;
    let mut analysis = harness.analysis().await;
    for (what, text) in odd_texts(60_000) {
        let request = pb::AnalyzeDocumentRequest {
            document: Some(document(&text)),
            features: Some(all_features()),
            ..pb::AnalyzeDocumentRequest::default()
        };
        let answer = analysis.analyze_document(request).await;
        assert!(answer.is_ok(), "{what}: {answer:?}");
        let request = pb::DetectLanguageRequest {
            text: text.clone(),
            max_candidates: Some(200),
            ..pb::DetectLanguageRequest::default()
        };
        assert!(language.detect_language(request).await.is_ok(), "{what}");
        let request = pb::StemTextRequest {
            source: Some(Source::Text(text.clone())),
            ..pb::StemTextRequest::default()
        };
        assert!(stemming.stem_text(request).await.is_ok(), "{what}");
        let request = pb::ExtractKeywordsRequest {
            document: Some(document(&text)),
            ..pb::ExtractKeywordsRequest::default()
        };
        assert!(keyword.extract_keywords(request).await.is_ok(), "{what}");
        let request = pb::CompareDocumentsRequest {
            documents: vec![document(&text), document("The bridge."), document(&text)],
            explain: Some(pb::ExplainOptions::default()),
            ..pb::CompareDocumentsRequest::default()
        };
        let answer = similarity.compare_documents(request).await.unwrap();
        let same = &answer.into_inner().pairs[1];
        let request = pb::MatchQuotationsRequest {
            documents: vec![document(&text), document("“The bridge.”"), document(&text)],
            min_documents: Some(1),
            ..pb::MatchQuotationsRequest::default()
        };
        assert!(similarity.match_quotations(request).await.is_ok(), "{what}");
        let blank = text.trim().is_empty();
        let expected = if blank { 0.0 } else { 1.0 };
        assert!((same.similarity - expected).abs() < f64::EPSILON, "{what}");
        let longer = format!("{text}{text} The bridge is closed.");
        let request = pb::AlignPassagesRequest {
            documents: vec![document(&text), document(&longer), document(&text)],
            include_paraphrases: true,
            ..pb::AlignPassagesRequest::default()
        };
        assert!(similarity.align_passages(request).await.is_ok(), "{what}");
    }
}

#[tokio::test]
async fn odd_pages_are_answered_and_the_next_call_too() {
    let harness = Harness::new();
    let mut keyword = harness.keyword().await;
    let mut similarity = harness.similarity().await;
    let mut analysis = harness.analysis().await;
    for (what, text) in [odd_pages(60_000), odd_texts(20_000)].concat() {
        let request = pb::ExtractKeywordsRequest {
            document: Some(page(&text)),
            offset_encoding: pb::OffsetEncoding::Utf16.into(),
            ..pb::ExtractKeywordsRequest::default()
        };
        assert!(keyword.extract_keywords(request).await.is_ok(), "{what}");
        let request = pb::AnalyzeDocumentRequest {
            document: Some(page(&text)),
            features: Some(all_features()),
            ..pb::AnalyzeDocumentRequest::default()
        };
        let answer = analysis.analyze_document(request).await;
        assert!(answer.is_ok(), "{what}: {answer:?}");
        let request = pb::CompareDocumentsRequest {
            documents: vec![page(&text), page("<p>The bridge.")],
            explain: Some(pb::ExplainOptions::default()),
            ..pb::CompareDocumentsRequest::default()
        };
        let answer = similarity.compare_documents(request).await;
        assert!(answer.is_ok(), "{what}: {answer:?}");
    }
}

#[test]
fn reading_a_page_takes_time_linear_in_its_length() {
    let best_of_three = |text: &str| {
        let run = || {
            let parts = DocumentParts {
                text: text.to_owned(),
                content_type: ContentType::Html,
                ..DocumentParts::default()
            };
            let start = ThreadTime::now();
            let document = Document::new(parts, &Limits::default()).unwrap();
            let time = start.elapsed();
            // What is read of these pages is shorter than they are.
            assert!(document.text().len() <= text.len());
            time
        };
        (0..3).map(|_| run()).min().unwrap()
    };
    for ((what, short), (_, long)) in odd_pages(40_000).iter().zip(&odd_pages(400_000)) {
        let short = best_of_three(short).max(Duration::from_millis(1));
        let ratio = best_of_three(long).as_secs_f64() / short.as_secs_f64();
        assert!(
            ratio < 30.0,
            "{what}: {ratio:.1} times as long for ten times the page"
        );
    }
}

#[tokio::test]
async fn sixteen_megabytes_of_one_letter_are_refused_at_once() {
    let mut language = Harness::new().language().await;
    let request = |n| pb::DetectLanguageRequest {
        text: "a".repeat(n),
        ..pb::DetectLanguageRequest::default()
    };
    let status = language
        .detect_language(request(16 << 20))
        .await
        .unwrap_err();
    assert_eq!(reason(&status), "MESSAGE_TOO_LARGE");
    let status = language
        .detect_language(request((16 << 20) - 100))
        .await
        .unwrap_err();
    assert_eq!(reason(&status), "TEXT_TOO_LONG");
    assert!(language.detect_language(request(1_000_000)).await.is_ok());
}

#[tokio::test]
async fn the_longest_texts_are_answered_or_refused_by_the_catalogue() {
    let harness = Harness::with(&["--max-call-seconds", "20"]);
    let mut stemming = harness.stemming().await;
    let mut keyword = harness.keyword().await;
    for (what, text) in odd_texts(1_000_000).into_iter().take(6) {
        let request = pb::ExtractKeywordsRequest {
            document: Some(document(&text)),
            ..pb::ExtractKeywordsRequest::default()
        };
        if let Err(status) = keyword.extract_keywords(request).await {
            assert!(is_in_catalogue(&status), "{what}: {status:?}");
        }
        let request = pb::StemTextRequest {
            source: Some(Source::Text(text)),
            ..pb::StemTextRequest::default()
        };
        if let Err(status) = stemming.stem_text(request).await {
            assert!(is_in_catalogue(&status), "{what}: {status:?}");
        }
    }
    let after = pb::ExtractKeywordsRequest {
        document: Some(document("The bridge is closed.")),
        ..pb::ExtractKeywordsRequest::default()
    };
    assert!(keyword.extract_keywords(after).await.is_ok());
}

/// Ten times the text takes about ten times as long: by the ratio of the thread's own time
/// in one run, with room for what is kept between calls, and far below the hundred of a
/// quadratic case.
#[test]
fn time_grows_with_the_length_and_no_faster() {
    let engine = Engine::new();
    let limits = Limits::default();
    let best_of_three = |text: &str| {
        let parts = DocumentParts {
            text: text.to_owned(),
            language_code: "en".to_owned(),
            ..DocumentParts::default()
        };
        let document = Document::new(parts, &limits).unwrap();
        let pair = [document.clone(), document.clone()];
        let other = DocumentParts {
            text: format!("{text} And other news."),
            language_code: "en".to_owned(),
            ..DocumentParts::default()
        };
        // Equal texts are one passage at once: these are not.
        let apart = [document.clone(), Document::new(other, &limits).unwrap()];
        let run = || {
            let start = ThreadTime::now();
            let budget = Budget::unlimited();
            engine
                .detect(text, &language::Params::default(), &budget)
                .unwrap();
            engine
                .segment(text, &language::Params::default(), &budget)
                .unwrap();
            engine
                .keywords(&document, &keyword::Params::default(), &budget)
                .unwrap();
            let params = AnalysisParams {
                features: Features::ALL,
                ..AnalysisParams::default()
            };
            engine.analyze(&document, &params, &budget).unwrap();
            engine
                .compare(&pair, &similarity::Params::default(), &budget)
                .unwrap();
            engine
                .match_quotations(&pair, similarity::QuotationParams::default(), &budget)
                .unwrap();
            let params = similarity::passage::Params {
                paraphrases: true,
                ..similarity::passage::Params::default()
            };
            engine.align_passages(&apart, &params, &budget).unwrap();
            start.elapsed()
        };
        (0..3).map(|_| run()).min().unwrap()
    };
    let short = odd_texts(8_000);
    let long = odd_texts(80_000);
    for ((what, short), (_, long)) in short.iter().zip(&long) {
        // Under a millisecond noise is all that is measured.
        let short = best_of_three(short).max(Duration::from_millis(1));
        let ratio = best_of_three(long).as_secs_f64() / short.as_secs_f64();
        assert!(
            ratio < 40.0,
            "{what}: {ratio:.1} times as long for ten times the text"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_request_is_answered_or_refused_by_the_catalogue(
        text in "(?s).{0,300}",
        code in "(en|de|zh-Hant|\\PC{0,6})",
        algorithm in "(english|porter|\\PC{0,5})?",
        numbers in proptest::array::uniform6(any::<i32>()),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let refused = runtime.block_on(async {
            let harness = Harness::new();
            let mut refused = Vec::new();
            let request = pb::StemTextRequest {
                source: Some(Source::Text(text.clone())),
                language_code: code.clone(),
                algorithm: algorithm.clone(),
                offset_encoding: numbers[0] % 5,
                engine: numbers[1] % 4,
                ..pb::StemTextRequest::default()
            };
            refused.extend(harness.stemming().await.stem_text(request).await.err());
            let request = pb::ExtractKeywordsRequest {
                document: Some(pb::Document { language_code: code.clone(), ..document(&text) }),
                options: Some(pb::KeywordOptions {
                    max_keywords: Some(numbers[2] % 1_100),
                    max_phrase_words: Some(numbers[3] % 10),
                    max_mentions: Some(numbers[4]),
                    ..pb::KeywordOptions::default()
                }),
                offset_encoding: numbers[5] % 5,
            };
            refused.extend(harness.keyword().await.extract_keywords(request).await.err());
            let request = pb::DetectLanguageRequest {
                text: text.clone(),
                allowed_language_codes: vec![code.clone()],
                max_candidates: Some(numbers[3]),
                detector: numbers[2] % 3,
            };
            refused.extend(harness.language().await.detect_language(request).await.err());
            let request = pb::AnalyzeDocumentRequest {
                document: Some(pb::Document {
                    language_code: code.clone(),
                    content_type: numbers[0] % 4,
                    ..document(&text)
                }),
                features: Some(all_features()),
                offset_encoding: numbers[1] % 5,
                ..pb::AnalyzeDocumentRequest::default()
            };
            refused.extend(harness.analysis().await.analyze_document(request).await.err());
            refused
        });
        for status in refused {
            prop_assert_eq!(status.code(), Code::InvalidArgument, "{:?}", status);
            prop_assert!(!reason(&status).is_empty());
        }
    }
}
