//! Ranking and clustering over the wire: what is answered, what is refused, and that the
//! command line says the same.

use std::path::Path;
use std::process::Command;

use copydesk::grpc::pb;
use serde_json::Value;
use tonic::{Code, Status};

use crate::fixtures::articles;
use crate::harness::{Harness, document, reason, refused_field};

fn cluster(documents: Vec<pb::Document>) -> pb::ClusterDocumentsRequest {
    pb::ClusterDocumentsRequest {
        documents,
        ..pb::ClusterDocumentsRequest::default()
    }
}

fn rank(query: Option<pb::Document>, candidates: Vec<pb::Document>) -> pb::RankDocumentsRequest {
    pb::RankDocumentsRequest {
        query,
        candidates,
        ..pb::RankDocumentsRequest::default()
    }
}

/// The articles of one language, each by the publisher whose file it is.
fn documents(language: &str) -> Vec<pb::Document> {
    let mut articles = articles();
    articles.retain(|article| article.language == language);
    let document = |article: &crate::fixtures::Article| pb::Document {
        id: article.file.clone(),
        text: article.text.clone(),
        publisher: article.file.split('/').next_back().unwrap().to_owned(),
        ..pb::Document::default()
    };
    articles.iter().map(document).collect()
}

#[tokio::test]
async fn stories_are_clustered_with_labels_and_publishers() {
    let documents = documents("es");
    let n_documents = documents.len();
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity.cluster_documents(cluster(documents)).await;
    let answer = answer.unwrap().into_inner();
    let largest = &answer.clusters[0];
    assert_eq!((largest.indexes.len(), largest.publisher_count), (3, 3));
    assert!(largest.indexes.contains(&largest.representative_index));
    assert!((1..=5).contains(&largest.label_keywords.len()));
    let members = answer.clusters.iter().flat_map(|each| &each.indexes);
    assert_eq!(members.count(), n_documents);
    assert_eq!(answer.documents.len(), n_documents);
}

#[tokio::test]
async fn copies_are_clustered_apart_from_other_reports() {
    let mut documents = documents("en");
    documents.retain(|document| document.id.starts_with("bank_rate_en"));
    let request = pb::ClusterDocumentsRequest {
        level: pb::ClusterLevel::Duplicate.into(),
        ..cluster(documents)
    };
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity.cluster_documents(request).await.unwrap();
    let clusters = answer.into_inner().clusters;
    let sizes: Vec<_> = clusters.iter().map(|each| each.indexes.len()).collect();
    assert_eq!(sizes, [2, 1]);
}

#[tokio::test]
async fn candidates_are_ranked_and_what_is_new_is_told() {
    let query = document("Ferries will run every ten minutes. The harbour bridge is closed.");
    let candidates = vec![
        document("The bank raises interest rates."),
        document("The harbour bridge is closed, said inspectors."),
        document(" "),
    ];
    let request = pb::RankDocumentsRequest {
        max_results: Some(2),
        explain: Some(pb::ExplainOptions::default()),
        ..rank(Some(query), candidates)
    };
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity
        .rank_documents(request)
        .await
        .unwrap()
        .into_inner();
    let indexes: Vec<_> = answer.matches.iter().map(|found| found.index).collect();
    assert_eq!(indexes, [1, 0]);
    let best = &answer.matches[0];
    assert!(best.query_containment > 0.3 && best.candidate_containment > 0.5);
    assert!(best.contributions.iter().any(|term| term.text == "harbour"));
    let query = answer.query.unwrap();
    assert!((0.3..0.7).contains(&query.novelty), "{}", query.novelty);
    let sentences: Vec<_> = query
        .novel_sentences
        .iter()
        .map(|span| &*span.text)
        .collect();
    assert_eq!(sentences, ["Ferries will run every ten minutes."]);
    assert!(answer.candidates[2].problem.is_some());
}

#[tokio::test]
async fn blank_documents_are_clusters_of_their_own() {
    let mut similarity = Harness::new().similarity().await;
    let documents = vec![
        document(" "),
        document(" "),
        document("Ferry sinks off Oslo"),
    ];
    let answer = similarity.cluster_documents(cluster(documents)).await;
    let answer = answer.unwrap().into_inner();
    assert_eq!(answer.clusters.len(), 3);
    assert!(answer.documents[0].problem.is_some() && answer.documents[2].problem.is_none());
}

#[track_caller]
fn assert_refused(status: &Status, expected: &str, field: &str) {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    assert_eq!(
        (&*reason(status), &*refused_field(status)),
        (expected, field)
    );
}

#[tokio::test]
async fn what_cannot_be_used_is_named() {
    let mut similarity = Harness::new().similarity().await;
    let text = || document("Ferry sinks off Oslo");
    let late = |seconds| pb::Document {
        publish_time: Some(prost_types::Timestamp { seconds, nanos: 0 }),
        ..text()
    };
    let between_seconds = pb::Document {
        publish_time: Some(prost_types::Timestamp {
            seconds: 1,
            nanos: -5,
        }),
        ..text()
    };
    let of_publisher = pb::Document {
        publisher: "p".repeat(257),
        ..text()
    };
    let cases = [
        (cluster(vec![]), "FIELD_REQUIRED", "documents"),
        (
            pb::ClusterDocumentsRequest {
                level: 9,
                ..cluster(vec![text()])
            },
            "UNKNOWN_ENUM_VALUE",
            "level",
        ),
        (
            cluster(vec![text(), late(i64::MAX)]),
            "NUMBER_OUT_OF_RANGE",
            "documents[1].publish_time.seconds",
        ),
        (
            cluster(vec![text(), between_seconds]),
            "NUMBER_OUT_OF_RANGE",
            "documents[1].publish_time.nanos",
        ),
        (
            cluster(vec![of_publisher]),
            "TEXT_TOO_LONG",
            "documents[0].publisher",
        ),
    ];
    for (request, expected, field) in cases {
        let status = similarity.cluster_documents(request).await.unwrap_err();
        assert_refused(&status, expected, field);
    }
    let too_many = pb::RankDocumentsRequest {
        max_results: Some(1_001),
        ..rank(Some(text()), vec![text()])
    };
    let cases = [
        (rank(None, vec![text()]), "FIELD_REQUIRED", "query"),
        (rank(Some(text()), vec![]), "FIELD_REQUIRED", "candidates"),
        (
            rank(Some(pb::Document::default()), vec![text()]),
            "FIELD_REQUIRED",
            "query.text",
        ),
        (too_many, "NUMBER_OUT_OF_RANGE", "max_results"),
    ];
    for (request, expected, field) in cases {
        let status = similarity.rank_documents(request).await.unwrap_err();
        assert_refused(&status, expected, field);
    }
}

#[tokio::test]
async fn the_command_line_clusters_as_the_server_does() {
    let mut documents = documents("fr");
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles");
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(folder)
        .args([
            "cluster",
            "--format",
            "json",
            "museum_fr",
            "museum_strike_fr",
        ])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity.cluster_documents(cluster(documents)).await;
    let answer = answer.unwrap().into_inner();
    let indexes: Vec<Vec<i64>> = answer
        .clusters
        .iter()
        .map(|each| each.indexes.iter().map(|i| i64::from(*i)).collect())
        .collect();
    let of_command: Vec<Vec<i64>> = printed["clusters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            let indexes = each["indexes"].as_array().unwrap().iter();
            indexes.map(|i| i.as_i64().unwrap()).collect()
        })
        .collect();
    assert_eq!(of_command, indexes);
    assert_eq!(
        printed["clusters"][0]["labelKeywords"][0],
        Value::from(answer.clusters[0].label_keywords[0].clone())
    );
}
