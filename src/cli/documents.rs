//! The documents of a command that looks at several together.

use anyhow::bail;

use crate::base::{LanguageTag, Problem};
use crate::text::Document;

use super::Outcome;
use super::input::{Input, Source, each_source, limits};
use super::usage::BadUsage;

/// Reads what can be read of two files or more, `most` at most; that must be two
/// documents or more. With `html`, all are pages.
pub(super) fn read(
    input: &Input,
    html: bool,
    language: LanguageTag,
    most: usize,
) -> anyhow::Result<(Vec<Document>, Outcome)> {
    let sources = checked_sources(input)?;
    let limits = limits();
    let actual = sources.len();
    if actual > most {
        let problem = Problem::TooManyItems {
            limit: most,
            actual,
        };
        bail!("the list of files {problem}");
    }
    let mut documents = Vec::with_capacity(sources.len());
    let outcome = each_source(&sources, |source| {
        let content_type = source.content_type(html);
        documents.push(source.document(content_type, language, &limits)?);
        Ok(())
    })?;
    if documents.len() < 2 {
        bail!("fewer than two documents are left to compare");
    }
    Ok((documents, outcome))
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
