//! `copydesk detect`: which language each text is in.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, LanguageTag};
use crate::language::{CANDIDATES_MAX, Candidate, Detection, Detector, Params, Segment};

use super::api::Api;
use super::input::{Format, Input, Source, count, each_source, limits};
use super::output::{Console, DIMMED, percent};
use super::table::{Cell, Table};
use super::usage::{BadUsage, translate};
use super::{Outcome, jsonl};

const METHOD: &str = "copydesk.v1.LanguageService/DetectLanguage";
const SEGMENT_METHOD: &str = "copydesk.v1.LanguageService/SegmentLanguages";

const EXAMPLES: &str = "\
Examples:
  copydesk detect tests/data/articles/harbour_bridge_en/courier.txt
  copydesk detect --segments tests/data/articles/harbour_bridge_en/courier.txt
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

    /// What decides.
    #[arg(long, value_enum, default_value_t)]
    detector: Choice,

    /// Tell where the languages of a text change, a line for each stretch of one.
    #[arg(long, conflicts_with_all = ["candidates", "detector"])]
    segments: bool,
}

/// Names of detectors, as [`Detector::name`] has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Choice {
    /// Linear model over character n-grams
    #[default]
    Ngram,
    /// Trigram profiles of the whatlang library
    Whatlang,
}

impl Choice {
    fn detector(self) -> Detector {
        match self {
            Self::Ngram => Detector::Ngram,
            Self::Whatlang => Detector::Whatlang,
        }
    }

    /// Its name in the API.
    fn enum_value(self) -> &'static str {
        match self {
            Self::Ngram => "LANGUAGE_DETECTOR_NGRAM",
            Self::Whatlang => "LANGUAGE_DETECTOR_WHATLANG",
        }
    }
}

impl Options {
    fn params(&self) -> Result<Params, BadUsage> {
        let params = Params {
            candidates_max: self.candidates,
            detector: self.detector.detector(),
            ..Params::default()
        };
        let params = params.with_allowed(&self.allowed_codes());
        params.map_err(|problem| BadUsage(translate(&problem.to_string())))
    }

    fn allowed_codes(&self) -> Vec<String> {
        self.allow.iter().map(ToString::to_string).collect()
    }

    fn method(&self) -> &'static str {
        if self.segments {
            SEGMENT_METHOD
        } else {
            METHOD
        }
    }

    fn request(&self, text: &str) -> Value {
        if self.segments {
            return json!({
                "text": text,
                "allowedLanguageCodes": self.allowed_codes(),
            });
        }
        json!({
            "text": text,
            "allowedLanguageCodes": self.allowed_codes(),
            "maxCandidates": self.candidates,
            "detector": self.detector.enum_value(),
        })
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let params = options.params()?;
    let sources = options.input.sources();
    match options.input.format {
        Format::Text if options.segments => show_segments(&sources, &params),
        Format::Text => show_all(&sources, &params),
        Format::Json => {
            let (api, limits) = (Api::new()?, limits());
            each_source(&sources, |source| {
                api.print(options.method(), &options.request(&source.read(&limits)?))
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

fn show_segments(sources: &[Source], params: &Params) -> anyhow::Result<Outcome> {
    let (engine, limits) = (Engine::new(), limits());
    let mut table = Table::new(["FILE", "LANGUAGE", "CODE", "CONFIDENCE", "TEXT"])
        .numeric(&[3])
        .elastic(4);
    let outcome = each_source(sources, |source| {
        let text = source.read(&limits)?;
        let segments = engine.segment(&text, params, &Budget::unlimited())?;
        for (i, segment) in segments.iter().enumerate() {
            let name = if i == 0 {
                source.to_string()
            } else {
                String::new()
            };
            push_segment(&mut table, name, segment, &text);
        }
        Ok(())
    })?;
    if !table.is_empty() {
        Console::new().table(table)?;
    }
    Ok(outcome)
}

/// A row with the beginning of the stretch, on one line.
fn push_segment(table: &mut Table, name: String, segment: &Segment, text: &str) {
    const CHARACTERS_SHOWN: usize = 60;
    let words = segment
        .span
        .slice(text)
        .unwrap_or_default()
        .split_whitespace();
    let line = words.collect::<Vec<_>>().join(" ");
    let mut shown: String = line.chars().take(CHARACTERS_SHOWN).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    let Candidate {
        tag, confidence, ..
    } = segment.language;
    table.push([
        Cell::new(name),
        Cell::new(tag.language.name()),
        Cell::new(tag.to_string()),
        Cell::new(percent(confidence)),
        Cell::new(shown),
    ]);
}
