//! `copydesk info`: version, limits, and what can be done with which language.

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::Engine;
use crate::base::{Limits, Script};
use crate::engine::{ANALYSIS_VERSION, Capability};
use crate::language::Detector;
use crate::stem::Algorithm;

use super::Outcome;
use super::api::Api;
use super::output::Console;
use super::table::{Cell, Table};

const METHOD: &str = "copydesk.v1.ServerInfoService/GetServerInfo";

const EXAMPLES: &str = "\
Examples:
  copydesk info
  copydesk info --format json";

/// Tells version, limits and languages.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// How to write the answer.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: InfoFormat,
}

/// There are no requests to read, so there are no lines of them either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum InfoFormat {
    /// For people: tables.
    #[default]
    Text,
    /// The API's response, as JSON.
    Json,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    match options.format {
        InfoFormat::Text => show(&mut Console::new())?,
        InfoFormat::Json => Api::of_server()?.print(METHOD, &json!({}))?,
    }
    Ok(Outcome::Complete)
}

fn show(console: &mut Console) -> anyhow::Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let revision = match env!("COPYDESK_BUILD_REVISION") {
        "" => String::new(),
        revision => format!(" ({revision})"),
    };
    let about = format!("version {version}{revision}, answers of version {ANALYSIS_VERSION}");
    console.caption("copydesk", &about)?;
    console.line("")?;
    console.table(limits_table(&Limits::default()))?;
    console.line("")?;
    console.table(languages_table(&Engine::new().capabilities()))?;
    Ok(())
}

fn limits_table(limits: &Limits) -> Table {
    let seconds = limits.call_duration_max.as_secs().try_into();
    let rows = [
        ("characters of a document", limits.document_characters_max),
        ("characters of a request", limits.request_characters_max),
        ("texts of a batch of detection", limits.detection_batch_max),
        ("items of any other batch", limits.batch_max),
        ("entries of a list", limits.list_entries_max),
        ("documents of a comparison", limits.comparison_documents_max),
        ("documents of an alignment", limits.alignment_documents_max),
        ("bytes of a message", limits.message_bytes_max),
        ("seconds of a call", seconds.unwrap_or(usize::MAX)),
    ];
    let mut table = Table::new(["LIMIT OF A SERVER", "DEFAULT"]).numeric(&[1]);
    for (limit, most) in rows {
        table.push([Cell::new(limit), Cell::new(grouped(most))]);
    }
    table
}

fn languages_table(capabilities: &[Capability]) -> Table {
    let mut table = Table::new([
        "CODE",
        "LANGUAGE",
        "SCRIPTS",
        "DETECTED BY",
        "STEMMED BY",
        "STOP WORDS",
    ])
    .elastic(4);
    for capability in capabilities {
        let language = capability.language;
        let scripts: Vec<Script> = language.scripts().collect();
        let scripts = scripts.iter().map(Script::code);
        let detectors = capability.detectors.iter().copied().map(Detector::name);
        let algorithms = capability.stemming_algorithms.iter().copied();
        table.push([
            Cell::new(language.code()),
            Cell::new(language.name()),
            Cell::new(joined(scripts)),
            Cell::new(joined(detectors)),
            Cell::new(joined(algorithms.map(Algorithm::name))),
            Cell::new(if capability.stop_words { "yes" } else { "" }),
        ]);
    }
    table
}

fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// `number` with a comma before every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let numbers = [(7, "7"), (256, "256"), (10_000, "10,000")];
        for (number, expected) in numbers {
            assert_eq!(grouped(number), expected);
        }
    }
}
