//! Bad usage that clap cannot see by itself, and fields of the API under the names
//! that they have on the command line.

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use thiserror::Error;

/// A combination of arguments that makes no sense; the message says what would.
#[derive(Debug, Error)]
#[error("{0}")]
pub(super) struct BadUsage(pub(super) String);

/// `message` as clap would say it of the command that was asked for.
pub(super) fn error(command: &mut Command, matches: &ArgMatches, message: &str) -> clap::Error {
    let name = matches.subcommand_name().unwrap_or_default();
    match command.find_subcommand_mut(name) {
        Some(subcommand) => subcommand.error(ErrorKind::ValueValidation, message),
        None => command.error(ErrorKind::ValueValidation, message),
    }
}

/// Refuses options beside `--format jsonl`: there every request carries its own.
pub(super) fn check_jsonl(command: &mut Command, matches: &ArgMatches) -> Result<(), clap::Error> {
    let Some((name, given)) = matches.subcommand() else {
        return Ok(());
    };
    let Some(subcommand) = command.find_subcommand(name) else {
        return Ok(());
    };
    let is_jsonl = is_given(given, "format")
        && given
            .get_raw("format")
            .is_some_and(|mut values| values.any(|value| value == "jsonl"));
    let idle = subcommand
        .get_arguments()
        .filter(|arg| !matches!(arg.get_id().as_str(), "files" | "format"))
        .find(|arg| is_given(given, arg.get_id().as_str()));
    let (true, Some(idle)) = (is_jsonl, idle) else {
        return Ok(());
    };
    let message = format!(
        "`--{}` cannot be used with `--format jsonl`: each line is a request with its own options",
        idle.get_long().unwrap_or_default()
    );
    Err(error(command, matches, &message))
}

/// Whether the user gave it, for which the command must have it in the first place.
fn is_given(matches: &ArgMatches, id: &str) -> bool {
    matches.try_contains_id(id).is_ok()
        && matches.value_source(id) == Some(ValueSource::CommandLine)
}

/// What the API says of a field, in the terms of the command line.
pub(super) fn translate(message: &str) -> String {
    let (path, rest) = message.split_once(' ').unwrap_or((message, ""));
    // Places in lists are of no use where each file is reported by its name.
    let field = path.rsplit('.').next().unwrap_or(path);
    let field = field.split('[').next().unwrap_or(field);
    let term = match field {
        "text" if rest == "is required" => return "is empty: a text is needed".to_owned(),
        "text" | "words" => return rest.to_owned(),
        "id" => "its name",
        "language_code" => "`--language`",
        "allowed_language_codes" => "`--allow`",
        "max_candidates" => "`--candidates`",
        "algorithm" => "`--algorithm`",
        "engine" => "`--engine`",
        "max_keywords" => "`--max`",
        "max_phrase_words" => "`--max-phrase-words`",
        "extra_stop_words" => "`--stop-word`",
        "min_similarity" => "`--min-similarity`",
        "max_pairs" => "`--max-pairs`",
        "max_contributions" => "`--explain`",
        "documents" => "the list of files",
        _ => return message.to_owned(),
    };
    format!("{term} {rest}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Problem;

    #[test]
    fn fields_have_the_names_that_the_command_line_gives_them() {
        let cases = [
            ("document.text", "is empty: a text is needed"),
            ("language_code", "`--language` is required"),
            ("options.extra_stop_words[3]", "`--stop-word` is required"),
            ("title", "title is required"),
        ];
        for (field, expected) in cases {
            let problem = Problem::Required.at(field);
            assert_eq!(translate(&problem.to_string()), expected);
        }
    }

    #[test]
    fn what_names_no_field_stays() {
        let message = "the deadline passed while the call was running";
        assert_eq!(translate(message), message);
    }
}
