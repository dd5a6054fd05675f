//! `copydesk analyze`: an article with its parts marked.

use clap::Args;
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, Limits};
use crate::engine::{AnalysisParams, Features};
use crate::keyword::{KEYWORDS_MAX, MENTIONS_MAX, Params};

use super::api::Api;
use super::documents::Form;
use super::input::{Format, Input, Source, count, each_source, limits};
use super::output::Console;
use super::{Outcome, jsonl, marked};

const METHOD: &str = "copydesk.v1.AnalysisService/AnalyzeDocument";

const EXAMPLES: &str = "\
Examples:
  copydesk analyze tests/data/pages/lighthouse_en.html
  copydesk analyze --max 5 tests/data/articles/museum_fr/echo.txt
  copydesk analyze --format json tests/data/pages/lighthouse_en.html";

/// Shows each document with its headline, what is not the article, and its keywords marked.
///
/// JSON has all that there is: words, sentences and a fingerprint too.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// Keywords to name of each document.
    #[arg(long, value_name = "N", default_value_t = Params::default().keywords_max, value_parser = count(KEYWORDS_MAX))]
    max: usize,
}

impl Options {
    /// As JSON has it, but that every mention is marked.
    fn params(&self) -> AnalysisParams {
        AnalysisParams {
            features: Features {
                fingerprint: false,
                ..Features::ALL
            },
            keywords: Params {
                keywords_max: self.max,
                mentions_max: MENTIONS_MAX,
                ..Params::default()
            },
        }
    }

    fn request(&self, source: &Source, limits: &Limits) -> anyhow::Result<Value> {
        Ok(json!({
            "document": self.form.request(source, limits)?,
            "features": {
                "language": true,
                "tokens": true,
                "sentences": true,
                "keywords": true,
                "quotations": true,
                "boilerplate": true,
                "fingerprint": true,
            },
            "keywordOptions": { "maxKeywords": self.max },
        }))
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let (sources, limits) = (options.input.sources(), limits());
    match options.input.format {
        Format::Text => {
            let (engine, params) = (Engine::new(), options.params());
            let mut console = Console::new();
            each_source(&sources, |source| {
                let document = options.form.document(source, &limits)?;
                let analysis = engine.analyze(&document, &params, &Budget::unlimited())?;
                Ok(marked::show(&mut console, source, &document, &analysis)?)
            })
        }
        Format::Json => {
            let api = Api::new()?;
            each_source(&sources, |source| {
                api.print(METHOD, &options.request(source, &limits)?)
            })
        }
        Format::Jsonl => jsonl::run(METHOD, sources),
    }
}
