//! `copydesk compare`: how alike documents are.

use clap::Args;
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, checked_fraction};
use crate::similarity::{CONTRIBUTIONS_MAX, Explain, PAIRS_MAX, Params};
use crate::text::Document;

use super::api::Api;
use super::documents::{Form, Reading};
use super::input::{Format, Input, count, limits};
use super::output::Console;
use super::{Outcome, documents, jsonl, matrix};

const METHOD: &str = "copydesk.v1.SimilarityService/CompareDocuments";

const EXAMPLES: &str = "\
Examples:
  copydesk compare tests/data/articles/harbour_bridge_en/*.txt
  copydesk compare --explain=5 --min-similarity 0.3 tests/data/articles/*_es/*.txt
  copydesk compare --format json tests/data/articles/bank_rate_en/daily*.txt";

/// Compares every two documents: how alike, and how much wording they share.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// Leave out pairs that are less alike, from 0 to 1.
    #[arg(long, value_name = "X", default_value_t = Params::default().similarity_min, value_parser = similarity)]
    min_similarity: f64,

    /// Pairs to name, the most alike.
    #[arg(long, value_name = "N", default_value_t = Params::default().pairs_max, value_parser = count(PAIRS_MAX))]
    max_pairs: usize,

    /// Name the terms that make each pair alike, N at most [default: 20].
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "20", value_parser = count(CONTRIBUTIONS_MAX))]
    explain: Option<usize>,

    /// Look at menus, credits and teasers too.
    #[arg(long)]
    include_boilerplate: bool,

    /// Tell what each document has alone, with its sentences that no other tells.
    #[arg(long)]
    include_novelty: bool,
}

fn similarity(number: &str) -> Result<f64, String> {
    let number = number.parse().map_err(|_| "not a number".to_owned())?;
    checked_fraction(Some(number)).map_err(|problem| problem.to_string())
}

impl Options {
    fn params(&self) -> Params {
        Params {
            similarity_min: self.min_similarity,
            pairs_max: self.max_pairs,
            explain: self.explain.map(|contributions_max| Explain {
                contributions_max,
                ..Explain::default()
            }),
            include_boilerplate: self.include_boilerplate,
            include_novelty: self.include_novelty,
        }
    }

    fn request(&self, documents: &[Document]) -> Value {
        let mut request = json!({
            "documents": documents::request(documents),
            "minSimilarity": self.min_similarity,
            "maxPairs": self.max_pairs,
            "includeBoilerplate": self.include_boilerplate,
            "includeNovelty": self.include_novelty,
        });
        if let Some(terms) = self.explain {
            request["explain"] = json!({ "maxContributions": terms });
        }
        request
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    if options.input.format == Format::Jsonl {
        return jsonl::run(METHOD, options.input.sources());
    }
    let reading = Reading {
        form: options.form,
        least: 2,
        most: limits().comparison_documents_max,
    };
    let (documents, outcome) = documents::read(&options.input, &reading)?;
    match options.input.format {
        Format::Text => {
            let compared =
                Engine::new().compare(&documents, &options.params(), &Budget::unlimited())?;
            matrix::show(&mut Console::new(), &documents, compared)?;
        }
        Format::Json | Format::Jsonl => Api::new()?.print(METHOD, &options.request(&documents))?,
    }
    Ok(outcome)
}
