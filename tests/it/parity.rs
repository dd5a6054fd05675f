//! Library, command line and server say the same of every article.

use std::path::Path;
use std::process::Command;

use copydesk::base::{Budget, Limits};
use copydesk::engine::{AnalysisParams, Features};
use copydesk::grpc::{DESCRIPTOR_SET, pb};
use copydesk::text::{Document, DocumentParts};
use copydesk::{Engine, keyword, language, similarity};
use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage};
use serde_json::Value;

use crate::fixtures::{Article, articles};
use crate::harness::{Harness, all_features};

/// The server's answer in the JSON that the command line prints.
fn json(name: &str, answer: &impl Message) -> Value {
    let pool = DescriptorPool::decode(DESCRIPTOR_SET).unwrap();
    let descriptor = pool.get_message_by_name(name).unwrap();
    let message = DynamicMessage::decode(descriptor, &*answer.encode_to_vec()).unwrap();
    serde_json::to_value(message).unwrap()
}

/// What `copydesk COMMAND --format json FILES…` prints.
fn command_line(command: &str, files: &[&str]) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(folder)
        .args([command, "--format", "json"])
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{command} {files:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whole answers are too long to print: the first place where they differ is enough.
#[track_caller]
fn assert_same(server: &Value, command_line: &Value) {
    let [server, command_line] =
        [server, command_line].map(|json| serde_json::to_string_pretty(json).unwrap());
    let lines = server.lines().zip(command_line.lines());
    for (i, (ours, theirs)) in lines.enumerate() {
        assert_eq!(ours, theirs, "line {i} of the answer");
    }
    assert_eq!(server.len(), command_line.len());
}

/// One article a language is enough: each starts the binary.
fn one_article_a_language() -> Vec<Article> {
    let mut seen = std::collections::HashSet::new();
    let mut articles = articles();
    articles.retain(|article| seen.insert(article.language.clone()));
    articles
}

/// A document as the command line makes one of a file.
fn wire_document(article: &Article) -> pb::Document {
    pb::Document {
        id: article.file.clone(),
        text: article.text.clone(),
        ..pb::Document::default()
    }
}

fn domain_document(article: &Article) -> Document {
    let parts = DocumentParts {
        id: article.file.clone(),
        text: article.text.clone(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).unwrap()
}

#[tokio::test]
async fn all_three_detect_the_same() {
    let mut client = Harness::new().language().await;
    for article in one_article_a_language() {
        let request = pb::DetectLanguageRequest {
            text: article.text.clone(),
            ..pb::DetectLanguageRequest::default()
        };
        let answer = client.detect_language(request).await.unwrap().into_inner();
        let expected = command_line("detect", &[&article.file]);
        assert_same(
            &json("copydesk.v1.DetectLanguageResponse", &answer),
            &expected,
        );

        let params = language::Params::default();
        let detection = Engine::new().detect(&article.text, &params, &Budget::unlimited());
        let best = detection.unwrap().candidates[0];
        assert_eq!(
            expected["candidates"][0]["languageCode"],
            best.tag.to_string()
        );
        assert_eq!(expected["candidates"][0]["confidence"], best.confidence);
    }
}

#[tokio::test]
async fn all_three_segment_the_same() {
    let mut client = Harness::new().language().await;
    for article in one_article_a_language() {
        let request = pb::SegmentLanguagesRequest {
            text: article.text.clone(),
            ..pb::SegmentLanguagesRequest::default()
        };
        let answer = client
            .segment_languages(request)
            .await
            .unwrap()
            .into_inner();
        let expected = command_line("detect", &["--segments", &article.file]);
        assert_eq!(
            json("copydesk.v1.SegmentLanguagesResponse", &answer),
            expected
        );

        let params = language::Params::default();
        let segments = Engine::new().segment(&article.text, &params, &Budget::unlimited());
        let tags = segments
            .unwrap()
            .into_iter()
            .map(|each| each.language.tag.to_string());
        let on_the_wire = answer
            .segments
            .into_iter()
            .map(|s| s.language.unwrap().language_code);
        assert_eq!(on_the_wire.collect::<Vec<_>>(), tags.collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn all_three_stem_the_same() {
    use copydesk::engine::{StemParams, StemSource};
    let mut client = Harness::new().stemming().await;
    for article in one_article_a_language() {
        let source = pb::stem_text_request::Source::Text(article.text.clone());
        let request = pb::StemTextRequest {
            source: Some(source),
            ..pb::StemTextRequest::default()
        };
        let answer = client.stem_text(request).await.unwrap().into_inner();
        let expected = command_line("stem", &[&article.file]);
        assert_same(&json("copydesk.v1.StemTextResponse", &answer), &expected);

        let source = StemSource::Text(article.text.clone());
        let stems = Engine::new().stem(&source, &StemParams::default(), &Budget::unlimited());
        let stems: Vec<_> = stems
            .unwrap()
            .tokens
            .into_iter()
            .map(|t| t.stem.clone())
            .collect();
        let on_the_wire: Vec<_> = answer.tokens.into_iter().map(|token| token.stem).collect();
        assert_eq!(on_the_wire, stems);
    }
}

#[tokio::test]
async fn all_three_extract_the_same() {
    let mut client = Harness::new().keyword().await;
    for article in one_article_a_language() {
        let request = pb::ExtractKeywordsRequest {
            document: Some(wire_document(&article)),
            ..pb::ExtractKeywordsRequest::default()
        };
        let answer = client.extract_keywords(request).await.unwrap().into_inner();
        let expected = command_line("keywords", &[&article.file]);
        assert_same(
            &json("copydesk.v1.ExtractKeywordsResponse", &answer),
            &expected,
        );

        let document = domain_document(&article);
        let params = keyword::Params::default();
        let keywords = Engine::new().keywords(&document, &params, &Budget::unlimited());
        let keywords = keywords
            .unwrap()
            .keywords
            .into_iter()
            .map(|k| (k.text, k.score));
        let on_the_wire = answer.keywords.into_iter().map(|k| (k.text, k.score));
        assert_eq!(
            on_the_wire.collect::<Vec<_>>(),
            keywords.collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn all_three_analyze_the_same() {
    let mut client = Harness::new().analysis().await;
    for article in one_article_a_language() {
        let request = pb::AnalyzeDocumentRequest {
            document: Some(wire_document(&article)),
            features: Some(all_features()),
            ..pb::AnalyzeDocumentRequest::default()
        };
        let answer = client.analyze_document(request).await.unwrap().into_inner();
        let expected = command_line("analyze", &[&article.file]);
        assert_same(
            &json("copydesk.v1.AnalyzeDocumentResponse", &answer),
            &expected,
        );

        let document = domain_document(&article);
        let params = AnalysisParams {
            features: Features::ALL,
            ..AnalysisParams::default()
        };
        let analysis = Engine::new().analyze(&document, &params, &Budget::unlimited());
        let analysis = analysis.unwrap();
        let tag = analysis.language.tag.to_string();
        assert_eq!(answer.language.unwrap().language_code, tag);
        assert_eq!(answer.sentences.len(), analysis.sentences.len());
        let stems = analysis.tokens.iter().map(|token| token.stem.clone());
        let on_the_wire = answer.tokens.into_iter().map(|token| token.stem);
        assert_eq!(on_the_wire.collect::<Vec<_>>(), stems.collect::<Vec<_>>());
        let values = answer.fingerprint.unwrap().values;
        assert_eq!(values, analysis.signature.unwrap().values());
    }
}

#[tokio::test]
async fn all_three_compare_the_same() {
    let articles = articles();
    let request = pb::CompareDocumentsRequest {
        documents: articles.iter().map(wire_document).collect(),
        ..pb::CompareDocumentsRequest::default()
    };
    let mut client = Harness::new().similarity().await;
    let answer = client
        .compare_documents(request)
        .await
        .unwrap()
        .into_inner();
    let files: Vec<_> = articles.iter().map(|article| &*article.file).collect();
    let expected = command_line("compare", &files);
    assert_same(
        &json("copydesk.v1.CompareDocumentsResponse", &answer),
        &expected,
    );

    let documents: Vec<_> = articles.iter().map(domain_document).collect();
    let params = similarity::Params::default();
    let compared = Engine::new().compare(&documents, &params, &Budget::unlimited());
    let pairs = compared
        .unwrap()
        .comparison
        .pairs
        .into_iter()
        .map(|pair| pair.similarity);
    let on_the_wire = answer.pairs.into_iter().map(|pair| pair.similarity);
    assert_eq!(on_the_wire.collect::<Vec<_>>(), pairs.collect::<Vec<_>>());
}

#[tokio::test]
async fn all_three_align_the_same() {
    let mut articles = articles();
    articles.retain(|article| article.file.starts_with("harbour_bridge_en/"));
    let request = pb::AlignPassagesRequest {
        documents: articles.iter().map(wire_document).collect(),
        include_paraphrases: true,
        ..pb::AlignPassagesRequest::default()
    };
    let mut client = Harness::new().similarity().await;
    let answer = client.align_passages(request).await.unwrap().into_inner();
    let files: Vec<_> = articles.iter().map(|article| &*article.file).collect();
    let arguments = [&["--paraphrases"], &files[..]].concat();
    let expected = command_line("passages", &arguments);
    assert_same(
        &json("copydesk.v1.AlignPassagesResponse", &answer),
        &expected,
    );

    let documents: Vec<_> = articles.iter().map(domain_document).collect();
    let params = similarity::passage::Params {
        paraphrases: true,
        ..similarity::passage::Params::default()
    };
    let aligned = Engine::new().align_passages(&documents, &params, &Budget::unlimited());
    let passages = aligned.unwrap().passages.into_iter().map(|passage| {
        let text = documents[passage.first].field(passage.first_place.field);
        let text = passage.first_place.span.slice(text).unwrap().to_owned();
        (text, passage.identity)
    });
    let on_the_wire = answer.passages.into_iter().map(|passage| {
        let first = passage.first_span.unwrap();
        (first.text, passage.identity)
    });
    let passages: Vec<_> = passages.collect();
    assert!(!passages.is_empty());
    assert_eq!(on_the_wire.collect::<Vec<_>>(), passages);
}

#[tokio::test]
async fn all_three_match_the_same_quotations() {
    let articles = articles();
    let request = pb::MatchQuotationsRequest {
        documents: articles.iter().map(wire_document).collect(),
        ..pb::MatchQuotationsRequest::default()
    };
    let mut client = Harness::new().similarity().await;
    let answer = client.match_quotations(request).await.unwrap().into_inner();
    assert!(answer.quotations.len() > 10);
    let files: Vec<_> = articles.iter().map(|article| &*article.file).collect();
    let expected = command_line("quotes", &files);
    assert_same(
        &json("copydesk.v1.MatchQuotationsResponse", &answer),
        &expected,
    );

    let documents: Vec<_> = articles.iter().map(domain_document).collect();
    let params = similarity::QuotationParams::default();
    let matched = Engine::new().match_quotations(&documents, params, &Budget::unlimited());
    let quotations = matched.unwrap().quotations.into_iter();
    let quotations = quotations.map(|each| (each.text, each.uses.len(), each.speaker_names));
    let on_the_wire = answer.quotations.into_iter();
    let on_the_wire = on_the_wire.map(|each| (each.text, each.uses.len(), each.speaker_names));
    assert_eq!(
        on_the_wire.collect::<Vec<_>>(),
        quotations.collect::<Vec<_>>()
    );
}
