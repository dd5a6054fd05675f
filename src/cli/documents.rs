//! Files as documents: what they are said to be, and those of a command that looks at
//! several together.

use anyhow::bail;
use clap::Args;
use serde_json::{Value, json};

use crate::base::{LanguageTag, Limits, Problem};
use crate::text::{Document, Field};

use super::Outcome;
use super::input::{Input, Source, content_type_name, each_source, limits};
use super::usage::BadUsage;

/// What the files are said to be.
#[derive(Args, Clone, Copy)]
pub(super) struct Form {
    /// Language of all, by BCP-47 code [default: detected, of each].
    #[arg(long, value_name = "CODE", value_parser = LanguageTag::parse)]
    language: Option<LanguageTag>,

    /// Take all for HTML; `.html` and `.htm` files are taken so in any case.
    #[arg(long)]
    html: bool,
}

impl Form {
    /// Reads `source` as a document of this form.
    pub(super) fn document(self, source: &Source, limits: &Limits) -> anyhow::Result<Document> {
        let language = self.language.unwrap_or_default();
        source.document(source.content_type(self.html), language, limits)
    }

    /// Reads `source` as a request has it.
    pub(super) fn request(self, source: &Source, limits: &Limits) -> anyhow::Result<Value> {
        Ok(request_of(&self.document(source, limits)?))
    }
}

/// How files are read as documents, and how many.
pub(super) struct Reading {
    /// What they are.
    pub(super) form: Form,
    /// Least number of documents that make sense, 1 or 2.
    pub(super) least: usize,
    /// Most files that are accepted.
    pub(super) most: usize,
}

/// Reads what can be read of the files of `input`, each of which must be given once.
pub(super) fn read(input: &Input, reading: &Reading) -> anyhow::Result<(Vec<Document>, Outcome)> {
    read_sources(&checked_sources(input)?, reading)
}

/// Reads what can be read of `sources`.
pub(super) fn read_sources(
    sources: &[Source],
    reading: &Reading,
) -> anyhow::Result<(Vec<Document>, Outcome)> {
    let limits = limits();
    let (limit, actual) = (reading.most, sources.len());
    if actual > limit {
        let problem = Problem::TooManyItems { limit, actual };
        bail!("the list of files {problem}");
    }
    let mut documents = Vec::with_capacity(sources.len());
    let outcome = each_source(sources, |source| {
        documents.push(reading.form.document(source, &limits)?);
        Ok(())
    })?;
    match reading.least {
        least if documents.len() >= least => Ok((documents, outcome)),
        1 => bail!("no document is left"),
        _ => bail!("fewer than two documents are left to compare"),
    }
}

/// `documents` as requests have them.
pub(super) fn request(documents: &[Document]) -> Value {
    documents.iter().map(request_of).collect()
}

fn request_of(document: &Document) -> Value {
    json!({
        "id": document.id(),
        "text": document.source(Field::Text),
        "contentType": content_type_name(document.content_type()),
        "languageCode": document.language().to_string(),
    })
}

/// The files; a comparison needs two or more, each once, since their names are ids.
fn checked_sources(input: &Input) -> Result<Vec<Source>, BadUsage> {
    let sources = input.sources();
    let again = |(index, source): (usize, &Source)| {
        let earlier = sources.iter().take(index);
        earlier.into_iter().any(|other| other == source)
    };
    if sources.len() < 2 {
        return Err(BadUsage("a comparison needs two files or more".to_owned()));
    }
    if let Some(index) = sources.iter().enumerate().position(again) {
        let twice = sources.get(index).map(ToString::to_string);
        let twice = twice.unwrap_or_default();
        return Err(BadUsage(format!("{twice} is given twice; give each once")));
    }
    Ok(sources)
}
