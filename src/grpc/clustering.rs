//! `ClusterDocuments` of `copydesk.v1.SimilarityService`.

use std::time::Duration;

use crate::base::{FieldProblem, Limits};
use crate::engine::{Clustered, LabelledCluster};
use crate::similarity::{ClusterParams, Level};
use crate::text::Document;

use super::call::Work;
use super::common::{check_list, check_request_length, cost, number, parse_enum};
use super::pb;
use super::similarity::{cost_of_documents, parse_list, summaries};
use super::status::Failure;

pub(super) fn cluster(
    request: pb::ClusterDocumentsRequest,
    work: &Work<'_>,
) -> Result<pb::ClusterDocumentsResponse, Failure> {
    let (documents, params) = parse(request, work.limits)?;
    let clustered = work.engine.cluster(&documents, params, work.budget)?;
    Ok(reply(&documents, clustered))
}

fn parse(
    request: pb::ClusterDocumentsRequest,
    limits: &Limits,
) -> Result<(Vec<Document>, ClusterParams), FieldProblem> {
    let pb::ClusterDocumentsRequest {
        documents,
        level,
        include_boilerplate,
    } = request;
    let params = ClusterParams {
        level: match parse_enum(level, "ClusterLevel", "level")? {
            pb::ClusterLevel::Unspecified | pb::ClusterLevel::Story => Level::Story,
            pb::ClusterLevel::Duplicate => Level::Duplicate,
        },
        include_boilerplate,
    };
    check_list(&documents, limits.comparison_documents_max, "documents")?;
    let texts = documents.iter().flat_map(|d| [&*d.title, &*d.text]);
    check_request_length(texts, limits, "documents")?;
    Ok((parse_list(documents, limits, "documents")?, params))
}

/// Keywords, for the labels, take about as long as the comparison.
pub(super) fn cost_of(request: &pb::ClusterDocumentsRequest) -> Duration {
    let documents = request.documents.iter();
    let bytes = documents.map(|document| document.text.len()).sum();
    cost_of_documents(&request.documents) + cost(0, 150, bytes)
}

fn reply(documents: &[Document], clustered: Clustered) -> pb::ClusterDocumentsResponse {
    let Clustered {
        clusters,
        languages,
    } = clustered;
    let cluster = |found: LabelledCluster| pb::cluster_documents_response::Cluster {
        indexes: found.cluster.members.iter().map(|i| number(*i)).collect(),
        representative_index: number(found.cluster.representative),
        label_keywords: found.keywords,
        publisher_count: number(found.n_publishers),
    };
    pb::ClusterDocumentsResponse {
        clusters: clusters.into_iter().map(cluster).collect(),
        documents: summaries(documents, &languages, "documents"),
    }
}
