//! Every row of the error catalogue, over the wire: code, reason, and what stands
//! beside it.

use std::time::Duration;

use copydesk::grpc::pb;
use copydesk::grpc::pb::batch_detect_languages_response::result::Result as Outcome;
use copydesk::grpc::pb::google::rpc;
use prost::Message;
use tonic::{Code, Request, Status};

use crate::harness::{
    Harness, all_features, document, error_info, error_info_of, frame, reason, refused_field,
};

fn detect(text: &str) -> pb::DetectLanguageRequest {
    pb::DetectLanguageRequest {
        text: text.to_owned(),
        ..pb::DetectLanguageRequest::default()
    }
}

fn keywords(options: pb::KeywordOptions) -> pb::ExtractKeywordsRequest {
    pb::ExtractKeywordsRequest {
        document: Some(document("The harbour bridge is closed.")),
        options: Some(options),
        offset_encoding: 0,
    }
}

fn compare(documents: Vec<pb::Document>) -> pb::CompareDocumentsRequest {
    pb::CompareDocumentsRequest {
        documents,
        ..pb::CompareDocumentsRequest::default()
    }
}

fn quotations(documents: Vec<pb::Document>) -> pb::MatchQuotationsRequest {
    pb::MatchQuotationsRequest {
        documents,
        ..pb::MatchQuotationsRequest::default()
    }
}

#[track_caller]
fn assert_refused(status: &Status, expected: &str, field: &str) {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    assert_eq!(reason(status), expected);
    assert_eq!(refused_field(status), field);
    assert!(status.message().starts_with(field), "{}", status.message());
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let harness = Harness::new();
    let mut keyword = harness.keyword().await;
    let nothing = pb::ExtractKeywordsRequest::default();
    let status = keyword.extract_keywords(nothing).await.unwrap_err();
    assert_refused(&status, "FIELD_REQUIRED", "document");

    let empty = pb::ExtractKeywordsRequest {
        document: Some(pb::Document::default()),
        ..pb::ExtractKeywordsRequest::default()
    };
    let status = keyword.extract_keywords(empty).await.unwrap_err();
    assert_refused(&status, "FIELD_REQUIRED", "document.text");

    let status = keyword
        .batch_extract_keywords(pb::BatchExtractKeywordsRequest::default())
        .await
        .unwrap_err();
    assert_refused(&status, "FIELD_REQUIRED", "requests");

    let mut stemming = harness.stemming().await;
    let status = stemming
        .stem_text(pb::StemTextRequest::default())
        .await
        .unwrap_err();
    assert_refused(&status, "FIELD_REQUIRED", "source");

    let words = pb::stem_text_request::WordList {
        words: vec!["bridges".to_owned()],
    };
    let without_language = pb::StemTextRequest {
        source: Some(pb::stem_text_request::Source::WordList(words)),
        ..pb::StemTextRequest::default()
    };
    let status = stemming.stem_text(without_language).await.unwrap_err();
    assert_refused(&status, "FIELD_REQUIRED", "language_code");

    let mut similarity = harness.similarity().await;
    for documents in [vec![], vec![document("alone")]] {
        let status = similarity
            .match_quotations(quotations(documents.clone()))
            .await;
        assert_eq!(reason(&status.unwrap_err()), "FIELD_REQUIRED");
        let status = similarity.compare_documents(compare(documents)).await;
        assert_eq!(reason(&status.unwrap_err()), "FIELD_REQUIRED");
    }
}

#[tokio::test]
async fn texts_over_the_limit_are_refused_with_both_numbers() {
    let harness = Harness::new();
    let mut language = harness.language().await;
    let long = "é".repeat(1_000_001);
    let status = language.detect_language(detect(&long)).await.unwrap_err();
    assert_refused(&status, "TEXT_TOO_LONG", "text");
    let info = error_info(&status);
    assert_eq!(info.metadata["limit"], "1000000");
    assert_eq!(info.metadata["actual"], "1000001");

    // Within the limit of a document, five are over that of a request.
    let many = pb::BatchDetectLanguagesRequest {
        requests: vec![detect(&"a".repeat(900_000)); 5],
    };
    let status = language.batch_detect_languages(many).await.unwrap_err();
    assert_refused(&status, "TEXT_TOO_LONG", "requests");

    let titled = pb::ExtractKeywordsRequest {
        document: Some(pb::Document {
            title: "x".repeat(1_001),
            ..document("text")
        }),
        ..pb::ExtractKeywordsRequest::default()
    };
    let mut keyword = harness.keyword().await;
    let status = keyword.extract_keywords(titled).await.unwrap_err();
    assert_refused(&status, "TEXT_TOO_LONG", "document.title");

    let published = pb::ExtractKeywordsRequest {
        document: Some(pb::Document {
            publisher: "x".repeat(257),
            ..document("text")
        }),
        ..pb::ExtractKeywordsRequest::default()
    };
    let status = keyword.extract_keywords(published).await.unwrap_err();
    assert_refused(&status, "TEXT_TOO_LONG", "document.publisher");
}

#[tokio::test]
async fn what_is_wrong_with_an_analysis_is_named() {
    let mut analysis = Harness::new().analysis().await;
    let request = || pb::AnalyzeDocumentRequest {
        document: Some(document("The harbour bridge is closed.")),
        ..pb::AnalyzeDocumentRequest::default()
    };
    let options = |options| pb::AnalyzeDocumentRequest {
        keyword_options: Some(options),
        ..request()
    };
    let cases = [
        (
            pb::AnalyzeDocumentRequest::default(),
            "FIELD_REQUIRED",
            "document",
        ),
        (
            pb::AnalyzeDocumentRequest {
                document: Some(pb::Document::default()),
                ..request()
            },
            "FIELD_REQUIRED",
            "document.text",
        ),
        (
            pb::AnalyzeDocumentRequest {
                document: Some(document(&"é".repeat(1_000_001))),
                ..request()
            },
            "TEXT_TOO_LONG",
            "document.text",
        ),
        (
            pb::AnalyzeDocumentRequest {
                offset_encoding: 7,
                ..request()
            },
            "UNKNOWN_ENUM_VALUE",
            "offset_encoding",
        ),
        (
            options(pb::KeywordOptions {
                max_keywords: Some(0),
                ..pb::KeywordOptions::default()
            }),
            "NUMBER_OUT_OF_RANGE",
            "keyword_options.max_keywords",
        ),
    ];
    for (request, reason, field) in cases {
        let status = analysis.analyze_document(request).await.unwrap_err();
        assert_refused(&status, reason, field);
    }
}

#[tokio::test]
async fn an_analysis_that_is_too_large_says_what_shrinks_it() {
    use pb::stream_analyze_documents_response::Result as Answer;
    let request = pb::AnalyzeDocumentRequest {
        document: Some(document(&"a ".repeat(2_000))),
        features: Some(all_features()),
        ..pb::AnalyzeDocumentRequest::default()
    };
    let harness = Harness::with(&["--max-message-bytes", "20000"]);
    let mut analysis = harness.analysis().await;
    let status = analysis
        .analyze_document(request.clone())
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(&status), "RESPONSE_TOO_LARGE");
    let item = pb::StreamAnalyzeDocumentsRequest {
        id: "a".to_owned(),
        request: Some(request),
    };
    let stream = analysis
        .stream_analyze_documents(tokio_stream::iter([item]))
        .await;
    let answer = stream
        .unwrap()
        .into_inner()
        .message()
        .await
        .unwrap()
        .unwrap();
    let Some(Answer::Error(error)) = answer.result else {
        panic!("{answer:?}");
    };
    let error = error_info_of(&error);
    assert_eq!(error.reason, "RESPONSE_TOO_LARGE");
    assert_eq!(error.metadata["field"], "request.features");
}

#[tokio::test]
async fn lists_over_the_limit_are_refused() {
    let harness = Harness::new();
    let mut language = harness.language().await;
    let texts = pb::BatchDetectLanguagesRequest {
        requests: vec![detect("x"); 1_001],
    };
    let status = language.batch_detect_languages(texts).await.unwrap_err();
    assert_refused(&status, "TOO_MANY_ITEMS", "requests");

    let words = pb::stem_text_request::WordList {
        words: vec!["word".to_owned(); 10_001],
    };
    let request = pb::StemTextRequest {
        source: Some(pb::stem_text_request::Source::WordList(words)),
        language_code: "en".to_owned(),
        ..pb::StemTextRequest::default()
    };
    let mut stemming = harness.stemming().await;
    let status = stemming.stem_text(request).await.unwrap_err();
    assert_refused(&status, "TOO_MANY_ITEMS", "word_list.words");

    let mut similarity = harness.similarity().await;
    let documents = vec![document("one"); 1_001];
    let status = similarity.compare_documents(compare(documents)).await;
    assert_refused(&status.unwrap_err(), "TOO_MANY_ITEMS", "documents");
    let documents = vec![document("one"); 101];
    let status = similarity.match_quotations(quotations(documents)).await;
    assert_refused(&status.unwrap_err(), "TOO_MANY_ITEMS", "documents");

    for field in ["protected_words", "stem_overrides"] {
        let mut request = pb::StemTextRequest {
            source: Some(pb::stem_text_request::Source::Text("bridges".to_owned())),
            ..pb::StemTextRequest::default()
        };
        let words = (0..10_001).map(|i| format!("word{i}"));
        match field {
            "protected_words" => request.protected_words = words.collect(),
            _ => request.stem_overrides = words.map(|word| (word, "stem".to_owned())).collect(),
        }
        let status = stemming.stem_text(request).await.unwrap_err();
        assert_refused(&status, "TOO_MANY_ITEMS", field);
    }
}

#[tokio::test]
async fn messages_over_the_limit_are_refused_compressed_or_not() {
    let harness = Harness::with(&["--max-message-bytes", "100000"]);
    let path = "/copydesk.v1.LanguageService/DetectLanguage";
    let large = frame(false, &detect(&"a".repeat(100_001)).encode_to_vec());
    let answer = harness.raw(path, &[], large).await;
    let bomb = detect(&"a".repeat(50_000_000)).encode_to_vec();
    let compressed = frame(true, &gzip(&bomb));
    assert!(compressed.len() < 100_000);
    let bombed = harness
        .raw(path, &[("grpc-encoding", "gzip")], compressed)
        .await;
    for status in [answer.status(), bombed.status()] {
        assert_eq!(status.code(), Code::ResourceExhausted);
        assert_eq!(reason(&status), "MESSAGE_TOO_LARGE");
        assert_eq!(error_info(&status).metadata["limit"], "100000");
    }
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn answers_over_the_limit_say_what_makes_them_smaller() {
    let harness = Harness::with(&["--max-message-bytes", "100000"]);
    let request = pb::StemTextRequest {
        source: Some(pb::stem_text_request::Source::Text("a b ".repeat(10_000))),
        language_code: "en".to_owned(),
        ..pb::StemTextRequest::default()
    };
    let status = harness
        .stemming()
        .await
        .stem_text(request)
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(&status), "RESPONSE_TOO_LARGE");
    assert_eq!(error_info(&status).metadata["field"], "text");
}

#[tokio::test]
async fn explanations_beyond_all_use_are_refused_before_they_fill_the_memory() {
    let harness = Harness::with(&["--max-message-bytes", "200000"]);
    let many_words = "bridge harbour crack inspector engineer minister ".repeat(4);
    let long_word = "x".repeat(2_000);
    let mut similarity = harness.similarity().await;
    for text in [many_words, long_word] {
        let request = pb::CompareDocumentsRequest {
            explain: Some(pb::ExplainOptions {
                max_contributions: Some(100),
                max_mentions: Some(100),
            }),
            ..compare(vec![document(&text); 60])
        };
        let status = similarity.compare_documents(request).await.unwrap_err();
        assert_eq!(status.code(), Code::ResourceExhausted);
        assert_eq!(reason(&status), "RESPONSE_TOO_LARGE");
        assert_eq!(error_info(&status).metadata["field"], "max_pairs");
        assert_eq!(error_info(&status).metadata["limit"], "200000");
    }
}

#[tokio::test]
async fn quotations_beyond_all_use_are_refused_before_they_fill_the_memory() {
    let harness = Harness::with(&["--max-message-bytes", "200000"]);
    let speech = "“The harbour bridge is closed,” the minister said. ".repeat(30);
    let request = quotations(vec![document(&speech); 90]);
    let status = harness.similarity().await.match_quotations(request).await;
    let status = status.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(&status), "RESPONSE_TOO_LARGE");
    assert_eq!(error_info(&status).metadata["field"], "documents");
    assert_eq!(error_info(&status).metadata["limit"], "200000");
}

#[tokio::test]
async fn codes_and_names_that_are_unknown_are_refused_with_those_that_are_known() {
    let harness = Harness::new();
    let mut language = harness.language().await;
    let allowed = |code: &str| pb::DetectLanguageRequest {
        allowed_language_codes: vec!["en".to_owned(), code.to_owned()],
        ..detect("The bridge is closed.")
    };
    let status = language
        .detect_language(allowed("english!"))
        .await
        .unwrap_err();
    assert_refused(
        &status,
        "LANGUAGE_CODE_INVALID",
        "allowed_language_codes[1]",
    );

    let status = language.detect_language(allowed("tlh")).await.unwrap_err();
    assert_refused(&status, "LANGUAGE_UNSUPPORTED", "allowed_language_codes[1]");
    assert!(error_info(&status).metadata["served"].contains("en"));

    let algorithm = |name: &str, engine: pb::StemmingEngine| pb::StemTextRequest {
        source: Some(pb::stem_text_request::Source::Text("bridges".to_owned())),
        algorithm: name.to_owned(),
        engine: engine.into(),
        ..pb::StemTextRequest::default()
    };
    let mut stemming = harness.stemming().await;
    let unknown = [
        algorithm("klingon", pb::StemmingEngine::Snowball),
        algorithm("basque", pb::StemmingEngine::RustStemmers),
    ];
    for request in unknown {
        let status = stemming.stem_text(request).await.unwrap_err();
        assert_refused(&status, "ALGORITHM_UNKNOWN", "algorithm");
        assert!(error_info(&status).metadata["allowed"].contains("english"));
    }
}

#[tokio::test]
async fn unknown_enum_numbers_are_refused() {
    let harness = Harness::new();
    let mut keyword = harness.keyword().await;
    let status = keyword
        .extract_keywords(keywords(pb::KeywordOptions {
            algorithm: 77,
            ..pb::KeywordOptions::default()
        }))
        .await
        .unwrap_err();
    assert_refused(&status, "UNKNOWN_ENUM_VALUE", "options.algorithm");

    let request = pb::ExtractKeywordsRequest {
        document: Some(pb::Document {
            content_type: 9,
            ..document("The bridge.")
        }),
        ..pb::ExtractKeywordsRequest::default()
    };
    let status = keyword.extract_keywords(request).await.unwrap_err();
    assert_refused(&status, "UNKNOWN_ENUM_VALUE", "document.content_type");

    let request = pb::ExtractKeywordsRequest {
        offset_encoding: -1,
        ..keywords(pb::KeywordOptions::default())
    };
    let status = keyword.extract_keywords(request).await.unwrap_err();
    assert_refused(&status, "UNKNOWN_ENUM_VALUE", "offset_encoding");
}

#[tokio::test]
async fn options_that_an_algorithm_lacks_are_named() {
    let mut client = Harness::new().keyword().await;
    let yake = pb::KeywordOptions {
        algorithm: pb::KeywordAlgorithm::Yake.into(),
        ..pb::KeywordOptions::default()
    };
    let cases = [
        (
            "options.granularity",
            pb::KeywordOptions {
                granularity: pb::KeywordGranularity::Balanced.into(),
                ..yake.clone()
            },
        ),
        (
            "options.deduplication",
            pb::KeywordOptions {
                deduplication: pb::KeywordDeduplication::Nested.into(),
                ..yake.clone()
            },
        ),
    ];
    for (field, options) in cases {
        let status = client
            .extract_keywords(keywords(options))
            .await
            .unwrap_err();
        assert_refused(&status, "OPTION_UNSUPPORTED", field);
    }
    client.extract_keywords(keywords(yake)).await.unwrap();
}

#[tokio::test]
async fn numbers_out_of_range_are_refused() {
    let harness = Harness::new();
    let mut keyword = harness.keyword().await;
    for count in [0, -1, 1_001] {
        let options = pb::KeywordOptions {
            max_keywords: Some(count),
            ..pb::KeywordOptions::default()
        };
        let status = keyword
            .extract_keywords(keywords(options))
            .await
            .unwrap_err();
        assert_refused(&status, "NUMBER_OUT_OF_RANGE", "options.max_keywords");
    }
    let mut similarity = harness.similarity().await;
    for fraction in [f64::NAN, -0.1, 1.1, f64::INFINITY] {
        let request = pb::CompareDocumentsRequest {
            min_similarity: Some(fraction),
            ..compare(vec![document("one"), document("two")])
        };
        let status = similarity.compare_documents(request).await.unwrap_err();
        assert_refused(&status, "NUMBER_OUT_OF_RANGE", "min_similarity");
    }
    for count in [0, -1, 101] {
        let both = || quotations(vec![document("one"), document("two")]);
        let documents = pb::MatchQuotationsRequest {
            min_documents: Some(count),
            ..both()
        };
        let status = similarity.match_quotations(documents).await.unwrap_err();
        assert_refused(&status, "NUMBER_OUT_OF_RANGE", "min_documents");
        let words = pb::MatchQuotationsRequest {
            min_words: Some(count),
            ..both()
        };
        let status = similarity.match_quotations(words).await.unwrap_err();
        assert_refused(&status, "NUMBER_OUT_OF_RANGE", "min_words");
    }
}

#[tokio::test]
async fn the_same_id_twice_is_refused_at_the_second() {
    let with_id = |id: &str| pb::Document {
        id: id.to_owned(),
        ..document("text")
    };
    let documents = vec![with_id("a"), with_id(""), with_id(""), with_id("a")];
    let mut similarity = Harness::new().similarity().await;
    let status = similarity.compare_documents(compare(documents)).await;
    assert_refused(&status.unwrap_err(), "DUPLICATE_ID", "documents[3].id");
}

#[tokio::test]
async fn one_bad_item_does_not_fail_its_batch() {
    let long = "x".repeat(1_000_001);
    let request = pb::BatchDetectLanguagesRequest {
        requests: vec![
            detect("The bridge is closed."),
            detect(&long),
            detect("Die Brücke"),
        ],
    };
    let mut language = Harness::new().language().await;
    let answer = language.batch_detect_languages(request).await.unwrap();
    let results = answer.into_inner().results;
    let outcomes: Vec<_> = results.into_iter().map(|r| r.result.unwrap()).collect();
    assert!(matches!(outcomes[0], Outcome::Response(_)));
    assert!(matches!(outcomes[2], Outcome::Response(_)));
    let Outcome::Error(error) = &outcomes[1] else {
        panic!("the second item is too long");
    };
    assert_eq!(error_info_of(error).reason, "TEXT_TOO_LONG");
    assert_eq!(error_info_of(error).metadata["field"], "requests[1].text");
}

#[tokio::test]
async fn a_passed_deadline_is_told_as_such() {
    let harness = Harness::new();
    let text = |seed: usize| {
        let words = (0..4_000).map(|i| format!("word{} ", (i * 7 + seed) % 9_973));
        document(&words.collect::<String>())
    };
    let mut request = Request::new(compare((0..100).map(text).collect()));
    request.set_timeout(Duration::from_millis(5));
    // The client's own timer would answer first: only the server's header counts here.
    let path = "/copydesk.v1.SimilarityService/CompareDocuments";
    let body = frame(false, &request.into_inner().encode_to_vec());
    let answer = harness.raw(path, &[("grpc-timeout", "5m")], body).await;
    assert_eq!(answer.status().code(), Code::DeadlineExceeded);
    assert_eq!(reason(&answer.status()), "DEADLINE_EXCEEDED");
    assert!(error_info(&answer.status()).metadata.contains_key("phase"));
}

#[tokio::test]
async fn a_full_queue_is_told_with_a_time_to_come_back() {
    let harness = Harness::with(&["--threads", "1", "--queue", "0"]);
    let article = "The harbour bridge was closed after engineers found cracks. ".repeat(1_000);
    let request = keywords_of(&article);
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let mut keyword = harness.keyword().await;
        let request = request.clone();
        calls.spawn(async move { keyword.extract_keywords(request).await });
    }
    let answers = calls.join_all().await;
    assert!(answers.iter().any(Result::is_ok));
    let refused = answers.iter().find_map(|answer| answer.as_ref().err());
    let status = refused.expect("16 calls for one thread and no queue");
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(status), "OVERLOADED");
    assert!(status.metadata().contains_key("grpc-retry-pushback-ms"));
    let details = rpc::Status::decode(status.details()).unwrap().details;
    assert_eq!(
        details[1].type_url,
        "type.googleapis.com/google.rpc.RetryInfo"
    );
}

fn keywords_of(text: &str) -> pb::ExtractKeywordsRequest {
    pb::ExtractKeywordsRequest {
        document: Some(document(text)),
        ..pb::ExtractKeywordsRequest::default()
    }
}

#[tokio::test]
async fn bytes_beyond_what_may_wait_in_memory_are_refused() {
    let harness = Harness::with(&["--max-bytes-in-flight", "100000"]);
    let mut language = harness.language().await;
    let status = language
        .detect_language(detect(&"a".repeat(200_000)))
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(&status), "OVERLOADED");
    // What was taken is given back.
    for _ in 0..3 {
        let text = "a".repeat(90_000);
        assert!(language.detect_language(detect(&text)).await.is_ok());
    }
}

#[tokio::test]
async fn a_stream_may_be_longer_than_what_may_wait_in_memory() {
    let harness = Harness::with(&[
        "--max-bytes-in-flight",
        "1000000",
        "--max-message-bytes",
        "100000",
    ]);
    let items = (0..100).map(|i| pb::StreamDetectLanguagesRequest {
        id: i.to_string(),
        request: Some(detect(&"The bridge is closed. ".repeat(2_000))),
    });
    let mut language = harness.language().await;
    let stream = language
        .stream_detect_languages(tokio_stream::iter(items.collect::<Vec<_>>()))
        .await;
    let mut stream = stream.unwrap().into_inner();
    let mut n_answers = 0;
    while let Some(answer) = stream.message().await.unwrap() {
        let response = pb::stream_detect_languages_response::Result::Response;
        assert!(
            matches!(answer.result, Some(ref result) if std::mem::discriminant(result)
            == std::mem::discriminant(&response(pb::DetectLanguageResponse::default())))
        );
        n_answers += 1;
    }
    assert_eq!(n_answers, 100);
}

#[tokio::test]
async fn compressed_requests_count_as_large_as_they_are() {
    let harness = Harness::with(&["--max-bytes-in-flight", "100000"]);
    let message = detect(&"a".repeat(500_000)).encode_to_vec();
    let body = frame(true, &gzip(&message));
    let path = "/copydesk.v1.LanguageService/DetectLanguage";
    let answer = harness.raw(path, &[("grpc-encoding", "gzip")], body).await;
    assert_eq!(reason(&answer.status()), "OVERLOADED");
}

#[tokio::test]
async fn open_streams_are_calls_too() {
    let harness = Harness::with(&["--max-calls", "1"]);
    let mut language = harness.language().await;
    let never_ending = tokio_stream::pending::<pb::StreamDetectLanguagesRequest>();
    let stream = language
        .stream_detect_languages(never_ending)
        .await
        .unwrap();
    let status = language.detect_language(detect("Hello")).await.unwrap_err();
    assert_eq!(reason(&status), "OVERLOADED");
    drop(stream);
    // The server hears of it a little later.
    while language.detect_language(detect("Hello")).await.is_err() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_draining_server_says_so() {
    let harness = Harness::new();
    let mut language = harness.language().await;
    language.detect_language(detect("Hello")).await.unwrap();
    harness.server.begin_draining().await;
    let status = language.detect_language(detect("Hello")).await.unwrap_err();
    assert_eq!(status.code(), Code::Unavailable);
    assert_eq!(reason(&status), "SHUTTING_DOWN");
}

/// What is wrong, the request's headers, and its body.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str)],
    Vec<u8>,
);

#[tokio::test]
async fn messages_that_cannot_be_read_are_refused() {
    let harness = Harness::new();
    let path = "/copydesk.v1.LanguageService/DetectLanguage";
    let valid = frame(false, &detect("Hello").encode_to_vec());
    let cases: [Case; 8] = [
        ("no message", &[], vec![]),
        ("half a header", &[], vec![0, 0]),
        ("half a message", &[], valid[..valid.len() - 2].to_vec()),
        ("no protobuf", &[], frame(false, &[0xFF; 9])),
        (
            "text that is not UTF-8",
            &[],
            frame(false, &[0x0A, 2, 0xC3, 0x28]),
        ),
        ("an unknown flag", &[], [&[9], &valid[1..]].concat()),
        ("a flag without an encoding", &[], frame(true, &gzip(b""))),
        (
            "no gzip",
            &[("grpc-encoding", "gzip")],
            frame(true, b"no gzip at all"),
        ),
    ];
    for (what, headers, body) in cases {
        let status = harness.raw(path, headers, body).await.status();
        assert_eq!(status.code(), Code::InvalidArgument, "{what}: {status:?}");
        assert_eq!(reason(&status), "MALFORMED_MESSAGE", "{what}");
    }
}

#[tokio::test]
async fn an_unknown_method_is_unimplemented() {
    let answer = Harness::new()
        .raw("/copydesk.v1.LanguageService/Guess", &[], frame(false, &[]))
        .await;
    assert_eq!(answer.status().code(), Code::Unimplemented);
}

fn align(documents: Vec<pb::Document>) -> pb::AlignPassagesRequest {
    pb::AlignPassagesRequest {
        documents,
        ..pb::AlignPassagesRequest::default()
    }
}

#[tokio::test]
async fn alignments_are_refused_by_the_field() {
    let mut similarity = Harness::new().similarity().await;
    let two = || vec![document("one"), document("two")];
    let words = |number| pb::AlignPassagesRequest {
        min_passage_words: Some(number),
        ..align(two())
    };
    let encoding = pb::AlignPassagesRequest {
        offset_encoding: 9,
        ..align(two())
    };
    let twice = pb::Document {
        id: "a".to_owned(),
        ..document("text")
    };
    let cases = [
        (align(vec![]), "FIELD_REQUIRED", "documents"),
        (
            align(vec![document("alone")]),
            "FIELD_REQUIRED",
            "documents[1]",
        ),
        (
            align(vec![document("x"); 101]),
            "TOO_MANY_ITEMS",
            "documents",
        ),
        (align(vec![twice; 2]), "DUPLICATE_ID", "documents[1].id"),
        (words(2), "NUMBER_OUT_OF_RANGE", "min_passage_words"),
        (words(1_001), "NUMBER_OUT_OF_RANGE", "min_passage_words"),
        (words(-5), "NUMBER_OUT_OF_RANGE", "min_passage_words"),
        (encoding, "UNKNOWN_ENUM_VALUE", "offset_encoding"),
    ];
    for (request, expected, field) in cases {
        let status = similarity.align_passages(request).await.unwrap_err();
        assert_refused(&status, expected, field);
    }
    assert!(similarity.align_passages(words(3)).await.is_ok());
    let blank = align(vec![document("one"), document(" \n")]);
    let answer = similarity.align_passages(blank).await.unwrap().into_inner();
    assert!(answer.documents[0].problem.is_none());
    let problem = answer.documents[1].problem.as_ref().unwrap();
    assert_eq!(error_info_of(problem).reason, "FIELD_REQUIRED");
}

#[tokio::test]
async fn passages_beyond_all_use_are_refused_before_they_fill_the_memory() {
    let harness = Harness::with(&["--max-message-bytes", "200000"]);
    let text = "bridge harbour crack inspector engineer minister ".repeat(60);
    let request = align(vec![document(&text); 50]);
    let mut similarity = harness.similarity().await;
    let status = similarity.align_passages(request).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(reason(&status), "RESPONSE_TOO_LARGE");
    assert_eq!(error_info(&status).metadata["field"], "documents");
    assert_eq!(error_info(&status).metadata["limit"], "200000");
}
