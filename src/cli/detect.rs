//! `copydesk detect`: which language each text is in.

use clap::Args;
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, LanguageTag};
use crate::language::{CANDIDATES_MAX, Candidate, Detection, Params};

use super::api::Api;
use super::input::{Format, Input, Source, count, each_source, limits};
use super::output::{Console, DIMMED, percent};
use super::table::{Cell, Table};
use super::usage::{BadUsage, translate};
use super::{Outcome, jsonl};

const METHOD: &str = "copydesk.v1.LanguageService/DetectLanguage";

const EXAMPLES: &str = "\
Examples:
  copydesk detect tests/data/articles/harbour_bridge_en/courier.txt
  copydesk detect --allow de,nl,sv --candidates 3 tests/data/articles/*/kurier.txt
  echo '{\"text\": \"Le pont est fermé.\"}' | copydesk detect --format jsonl";

/// Tells in which language each text is written, and how sure that is.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    /// Languages to choose among, by BCP-47 code [default: all that can be told].
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = LanguageTag::parse)]
    allow: Vec<LanguageTag>,

    /// Candidates to name, the most probable first.
    #[arg(long, value_name = "N", default_value_t = Params::default().candidates_max, value_parser = count(CANDIDATES_MAX))]
    candidates: usize,
}

impl Options {
    fn params(&self) -> Result<Params, BadUsage> {
        let params = Params {
            candidates_max: self.candidates,
            ..Params::default()
        };
        let params = params.with_allowed(&self.allowed_codes());
        params.map_err(|problem| BadUsage(translate(&problem.to_string())))
    }

    fn allowed_codes(&self) -> Vec<String> {
        self.allow.iter().map(ToString::to_string).collect()
    }

    fn request(&self, text: &str) -> Value {
        json!({
            "text": text,
            "allowedLanguageCodes": self.allowed_codes(),
            "maxCandidates": self.candidates,
        })
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let params = options.params()?;
    let sources = options.input.sources();
    match options.input.format {
        Format::Text => show_all(&sources, &params),
        Format::Json => {
            let (api, limits) = (Api::new()?, limits());
            each_source(&sources, |source| {
                api.print(METHOD, &options.request(&source.read(&limits)?))
            })
        }
        Format::Jsonl => jsonl::run(METHOD, sources),
    }
}

fn show_all(sources: &[Source], params: &Params) -> anyhow::Result<Outcome> {
    let (engine, limits) = (Engine::new(), limits());
    let mut table = Table::new([
        "FILE",
        "LANGUAGE",
        "CODE",
        "SCRIPT",
        "CONFIDENCE",
        "RELIABLE",
    ])
    .numeric(&[4])
    .elastic(0);
    let outcome = each_source(sources, |source| {
        let text = source.read(&limits)?;
        let detection = engine.detect(&text, params, &Budget::unlimited())?;
        push(&mut table, source, &detection);
        Ok(())
    })?;
    if !table.is_empty() {
        Console::new().table(table)?;
    }
    Ok(outcome)
}

fn push(table: &mut Table, source: &Source, detection: &Detection) {
    for (rank, candidate) in detection.candidates.iter().enumerate() {
        let (name, reliable) = match (rank, detection.reliable) {
            (0, true) => (source.to_string(), Cell::new("yes")),
            (0, false) => (source.to_string(), Cell::styled("no", DIMMED)),
            _ => (String::new(), Cell::new("")), // both are said of the file, not of a candidate
        };
        let Candidate {
            tag,
            script,
            confidence,
        } = candidate;
        table.push([
            Cell::new(name),
            Cell::new(tag.language.name()),
            Cell::new(tag.to_string()),
            Cell::new(script.map_or_else(String::new, |script| script.code().to_owned())),
            Cell::new(percent(*confidence)),
            reliable,
        ]);
    }
}
