//! `copydesk cluster`: which documents tell one story, or are copies of one text.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::Engine;
use crate::base::Budget;
use crate::engine::{Clustered, LabelledCluster};
use crate::similarity::{ClusterParams, Level};
use crate::text::Document;

use super::api::Api;
use super::documents::{Form, Reading};
use super::input::{Format, Input, Source, limits};
use super::output::{BOLD, Console, DIMMED, printable};
use super::table::{Cell, Table};
use super::{Outcome, documents, jsonl};

const METHOD: &str = "copydesk.v1.SimilarityService/ClusterDocuments";

const EXAMPLES: &str = "\
Examples:
  copydesk cluster tests/data/articles
  copydesk cluster --level duplicate tests/data/articles/*_en/*.txt
  copydesk cluster --format json tests/data/articles/*_de/*.txt";

/// Groups documents that tell one story, or that are copies of one text.
///
/// A folder stands for the files in it and in the folders below; those whose names begin
/// with a dot are left out.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// What makes a cluster.
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    level: LevelName,

    /// Look at menus, credits and teasers too.
    #[arg(long)]
    include_boilerplate: bool,
}

/// What makes a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum LevelName {
    /// Reports of the same event.
    #[default]
    Story,
    /// Copies of one text.
    Duplicate,
}

impl Options {
    fn params(&self) -> ClusterParams {
        ClusterParams {
            level: match self.level {
                LevelName::Story => Level::Story,
                LevelName::Duplicate => Level::Duplicate,
            },
            include_boilerplate: self.include_boilerplate,
        }
    }

    fn request(&self, documents: &[Document]) -> Value {
        json!({
            "documents": documents::request(documents),
            "level": match self.level {
                LevelName::Story => "CLUSTER_LEVEL_STORY",
                LevelName::Duplicate => "CLUSTER_LEVEL_DUPLICATE",
            },
            "includeBoilerplate": self.include_boilerplate,
        })
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    if options.input.format == Format::Jsonl {
        return jsonl::run(METHOD, options.input.sources());
    }
    let mut sources = files_of(options.input.sources())?;
    // A file that is given and lies in a folder that is given is one document.
    let mut seen = HashSet::new();
    sources.retain(|source| match source {
        Source::File(path) => seen.insert(path.components().collect::<PathBuf>()),
        Source::StandardInput => true,
    });
    let reading = Reading {
        form: options.form,
        least: 1,
        most: limits().comparison_documents_max,
    };
    let (documents, outcome) = documents::read_sources(&sources, &reading)?;
    match options.input.format {
        Format::Text => {
            let params = options.params();
            let clustered = Engine::new().cluster(&documents, params, &Budget::unlimited())?;
            show(&mut Console::new(), &documents, &clustered)?;
        }
        Format::Json | Format::Jsonl => Api::new()?.print(METHOD, &options.request(&documents))?,
    }
    Ok(outcome)
}

/// The `sources`, with the files of each folder in its place.
fn files_of(sources: Vec<Source>) -> anyhow::Result<Vec<Source>> {
    let mut files = Vec::new();
    for source in sources {
        match source {
            Source::File(path) if path.is_dir() => {
                let mut found = Vec::new();
                add_files(&path, &mut found)?;
                files.extend(found.into_iter().map(Source::File));
            }
            source @ (Source::File(_) | Source::StandardInput) => files.push(source),
        }
    }
    Ok(files)
}

/// Adds the files of `folder` to `files`, by name. Links to folders are not followed, so
/// that none is met twice.
fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let cannot_read = || format!("{} cannot be read", printable(&folder.to_string_lossy()));
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(cannot_read)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if entry.file_type().with_context(cannot_read)?.is_dir() {
            add_files(&path, files)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// Shows each cluster under what it is about, its most central document first.
fn show(
    console: &mut Console,
    documents: &[Document],
    clustered: &Clustered,
) -> std::io::Result<()> {
    let mut table = Table::new(["#", "FILES", "ABOUT"]).numeric(&[0]).elastic(2);
    for (index, found) in clustered.clusters.iter().enumerate() {
        let about = found.keywords.join(", ");
        let mut heading = Some((
            Cell::styled((index + 1).to_string(), BOLD),
            Cell::styled(printable(&about), DIMMED),
        ));
        for member in central_first(found) {
            let id = documents.get(member).map_or("", |document| document.id());
            let (number, about) = heading
                .take()
                .unwrap_or_else(|| (Cell::new(""), Cell::new("")));
            table.push([number, Cell::new(id), about]);
        }
    }
    console.table(table)
}

fn central_first(found: &LabelledCluster) -> Vec<usize> {
    let central = found.cluster.representative;
    let others = found.cluster.members.iter().copied();
    let others = others.filter(|member| *member != central);
    std::iter::once(central).chain(others).collect()
}
