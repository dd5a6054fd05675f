//! The weights of `src/similarity/relation.rs`: how probable one story is, by what two
//! documents have in common.
//!
//! Fitted to the pairs of two sets of labelled news, BASIL and ECB+, of which nothing but
//! the figures of pairs goes in. Each set weighs as much as the other, whatever it has of
//! pairs. Prints the weights, and how well they do: on the sets that they were fitted to,
//! on the one that they were not, and in calls of a dozen documents, since features depend
//! on how many there are. Fitted to small calls as well, in which one pair in ten tells of
//! one event, the weights do worse in large ones.

#![allow(
    clippy::print_stdout,
    reason = "figures for whoever sets the constants"
)]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::Context;
use copydesk::base::{Budget, Language, Limits};
use copydesk::similarity::{self, Features, Item, N_FEATURES, PairFeatures, Params};
use copydesk::stem::Analyzer;
use copydesk::text::{Document, DocumentParts};
use flate2::read::GzDecoder;

/// The files of labelled news.
const SETS: [&str; 2] = ["basil_docs", "ecbplus_docs"];

/// Documents of a small call.
const SMALL_CALL: usize = 12;

/// Penalty on the squares of the weights, in pairs.
const PENALTY: f64 = 1.0;

/// A pair, and whether both tell one story.
type Labelled = (PairFeatures, bool);

/// Prints the weights that fit the sets in the folder `similarity/dev` of `corpora`.
pub(crate) fn print(corpora: &Path) -> anyhow::Result<()> {
    let mut sets = Vec::new();
    for name in SETS {
        let path = corpora.join(format!("similarity/dev/{name}.jsonl.gz"));
        let documents = read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        sets.push([
            pairs(&documents, documents.len())?,
            pairs(&documents, SMALL_CALL)?,
        ]);
    }
    for (name, set) in SETS.iter().zip(&sets) {
        let fitted = fit_alone(&[&set[0]]);
        eprintln!("fitted to {name} alone:");
        report(&sets, &fitted);
    }
    let all: Vec<&Vec<Labelled>> = sets.iter().map(|[whole, _]| whole).collect();
    let fitted = fit_alone(&all);
    eprintln!("fitted to both:");
    report(&sets, &fitted);
    eprintln!("WEIGHTS and, last, BIAS:");
    for (weight, name) in fitted.iter().zip(Features::NAMES.iter().chain(&["bias"])) {
        eprintln!("  {weight:8.3}  {name}");
    }
    let [loss, gain, cost] = fit_company(&all);
    eprintln!(
        "YIELD {loss:.3}  COMPANY {gain:.3}  RIVALRY {cost:.3}  (with the weights as they are compiled in)"
    );
    for (name, set) in SETS.iter().zip(&sets) {
        let score = |pair: &PairFeatures| {
            let alone = f64::from(pair.features.odds());
            let company = pair.company;
            alone * (1.0 - loss * company.support) + gain * company.verdict - cost * company.rivalry
        };
        eprintln!(
            "  {name}: {:.4} with company",
            average_precision(&set[0], score)
        );
    }
    Ok(())
}

/// The documents of a file, each with the event that it reports.
fn read(path: &Path) -> anyhow::Result<Vec<(Document, String)>> {
    let mut documents = Vec::new();
    for line in BufReader::new(GzDecoder::new(File::open(path)?)).lines() {
        let record: BTreeMap<String, serde_json::Value> = serde_json::from_str(&line?)?;
        let field = |name: &str| {
            let value = record.get(name).and_then(serde_json::Value::as_str);
            value.unwrap_or_default().to_owned()
        };
        let parts = DocumentParts {
            title: field("title"),
            text: field("text"),
            ..DocumentParts::default()
        };
        documents.push((Document::new(parts, &Limits::default())?, field("event")));
    }
    // Events of one topic side by side, so that small calls hold what is hard to tell.
    documents.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(documents)
}

/// All pairs of `documents` in calls of `n_documents` at most.
fn pairs(documents: &[(Document, String)], n_documents: usize) -> anyhow::Result<Vec<Labelled>> {
    let english = Language::from_code("en").context("no English")?;
    let mut found = Vec::new();
    for call in documents.chunks(n_documents) {
        let items: Vec<Item<'_>> = call
            .iter()
            .map(|(document, _)| Item {
                document,
                language: english,
                analyzer: Analyzer::new(english),
            })
            .collect();
        let features = similarity::features(&items, &Params::default(), &Budget::unlimited())?;
        found.extend(features.into_iter().map(|pair| {
            let is_one_story = call[pair.first].1 == call[pair.second].1;
            (pair, is_one_story)
        }));
    }
    Ok(found)
}

/// Weights and bias of the pairs by themselves.
fn fit_alone(sets: &[&Vec<Labelled>]) -> [f64; N_FEATURES + 1] {
    fit(sets, |pair| {
        let mut inputs = [1.0; N_FEATURES + 1];
        inputs[..N_FEATURES].copy_from_slice(&pair.features.0);
        (inputs, 0.0)
    })
}

/// What the odds by themselves lose by company, what its verdict counts, and what rivals
/// cost.
fn fit_company(sets: &[&Vec<Labelled>]) -> [f64; 3] {
    fit(sets, |pair| {
        let (alone, company) = (f64::from(pair.features.odds()), pair.company);
        let inputs = [-alone * company.support, company.verdict, -company.rivalry];
        (inputs, alone)
    })
}

/// Logistic regression by Newton's method. `inputs` gives what is weighed, and what is
/// added to the log-odds as it is. Sets weigh the same.
fn fit<const N: usize>(
    sets: &[&Vec<Labelled>],
    inputs: impl Fn(&PairFeatures) -> ([f64; N], f64),
) -> [f64; N] {
    const STEPS: usize = 30;
    let n_pairs: usize = sets.iter().map(|set| set.len()).sum();
    let mut weights = [0.0; N];
    for _ in 0..STEPS {
        let mut gradient = [0.0; N];
        let mut hessian = [[0.0; N]; N];
        for set in sets {
            let share = n_pairs as f64 / (sets.len() * set.len()) as f64;
            for (pair, is_one_story) in *set {
                let (inputs, offset) = inputs(pair);
                let odds = inputs
                    .iter()
                    .zip(weights)
                    .fold(offset, |sum, (x, w)| sum + x * w);
                let p = 1.0 / (1.0 + (-odds).exp());
                let error = f64::from(u8::from(*is_one_story)) - p;
                for i in 0..N {
                    gradient[i] += share * error * inputs[i];
                    for j in 0..N {
                        hessian[i][j] += share * p * (1.0 - p) * inputs[i] * inputs[j];
                    }
                }
            }
        }
        for i in 0..N {
            gradient[i] -= PENALTY * weights[i];
            hessian[i][i] += PENALTY;
        }
        let step = solve(hessian, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    weights
}

/// Solves `matrix · x = vector` by Gauss and Jordan; the matrix is positive definite, so
/// that no row need be looked for.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut vector: [f64; N]) -> [f64; N] {
    for i in 0..N {
        let (row, value) = (matrix[i], vector[i]);
        for k in 0..N {
            if k != i {
                let factor = matrix[k][i] / row[i];
                for j in i..N {
                    matrix[k][j] -= factor * row[j];
                }
                vector[k] -= factor * value;
            }
        }
    }
    for i in 0..N {
        vector[i] /= matrix[i][i];
    }
    vector
}

fn report(sets: &[[Vec<Labelled>; 2]], fitted: &[f64; N_FEATURES + 1]) {
    let score = |pair: &PairFeatures| {
        let products = pair.features.0.iter().zip(fitted);
        products.map(|(feature, weight)| feature * weight).sum()
    };
    for (name, [whole, small]) in SETS.iter().zip(sets) {
        let (whole, small) = (
            average_precision(whole, score),
            average_precision(small, score),
        );
        eprintln!("  {name}: {whole:.4}, in small calls {small:.4}");
    }
}

/// Average precision of the pairs, the highest score first.
fn average_precision(pairs: &[Labelled], score: impl Fn(&PairFeatures) -> f64) -> f64 {
    let mut ranked: Vec<_> = pairs
        .iter()
        .map(|(pair, one)| (score(pair), *one))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (rank, (_, is_one_story)) in ranked.iter().enumerate() {
        if *is_one_story {
            hits += 1.0;
            sum += hits / (rank + 1) as f64;
        }
    }
    sum / hits
}
