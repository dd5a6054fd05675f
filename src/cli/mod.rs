//! The command line: a file a command, over the same engine as the server.
//!
//! No command but `serve` needs a server or a network. Text for people comes from
//! [`Engine`](crate::Engine) itself; JSON comes from the services, called by name in
//! this process, so it is what the server says.

mod analyze;
mod api;
mod cluster;
mod compare;
mod detect;
mod documents;
mod info;
mod input;
mod jsonl;
mod keywords;
mod lines;
mod marked;
mod matrix;
mod output;
mod pairs;
mod passages;
mod progress;
mod quotes;
mod serve;
mod side_by_side;
mod stem;
mod table;
mod usage;
mod width;

use std::panic::catch_unwind;
use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::config::LogFormat;
use crate::telemetry;

use output::{is_broken_pipe, report};
use usage::BadUsage;

/// Analyses news articles: language, stems, keywords, similarity.
///
/// Every command but `serve` works on files or standard input, in this process,
/// without a network.
#[derive(Parser)]
#[command(name = "copydesk", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  copydesk detect tests/data/articles/harbour_bridge_en/courier.txt
  copydesk compare tests/data/articles/harbour_bridge_en/*.txt";

#[derive(Subcommand)]
enum Command {
    Serve(serve::Options),
    Detect(detect::Options),
    Stem(stem::Options),
    Keywords(keywords::Options),
    Compare(compare::Options),
    Passages(passages::Options),
    Cluster(cluster::Options),
    Quotes(quotes::Options),
    Analyze(analyze::Options),
    Info(info::Options),
}

/// How a command ended that was able to do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is done.
    Complete,
    /// Some files or lines failed; each was reported.
    Incomplete,
}

impl Command {
    fn run(&self) -> anyhow::Result<Outcome> {
        if let Self::Serve(options) = self {
            return serve::run(options);
        }
        telemetry::start("error", LogFormat::Text)?;
        telemetry::hush_panics();
        match self {
            Self::Serve(options) => serve::run(options),
            Self::Detect(options) => detect::run(options),
            Self::Stem(options) => stem::run(options),
            Self::Keywords(options) => keywords::run(options),
            Self::Compare(options) => compare::run(options),
            Self::Passages(options) => passages::run(options),
            Self::Cluster(options) => cluster::run(options),
            Self::Quotes(options) => quotes::run(options),
            Self::Analyze(options) => analyze::run(options),
            Self::Info(options) => info::run(options),
        }
    }
}

/// Runs the command that the process was started with.
///
/// The code is 0 where all went well, 1 where something failed, 2 for bad usage.
pub fn run() -> ExitCode {
    catch_unwind(run_command).unwrap_or_else(|_| {
        report("this is a mistake of copydesk; please report it with the place named above");
        ExitCode::FAILURE
    })
}

fn run_command() -> ExitCode {
    let mut command = Cli::command();
    let (cli, matches) = match parse(&mut command) {
        Ok(parsed) => parsed,
        Err(error) => return explain(&error),
    };
    match cli.command.run() {
        Ok(Outcome::Complete) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        // Whoever reads has read enough, as `head` has.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => match error.downcast::<BadUsage>() {
            Ok(BadUsage(message)) => explain(&usage::error(&mut command, &matches, &message)),
            Err(error) => {
                report(format_args!("{error:#}"));
                ExitCode::FAILURE
            }
        },
    }
}

fn parse(command: &mut clap::Command) -> Result<(Cli, ArgMatches), clap::Error> {
    let matches = command.try_get_matches_from_mut(std::env::args_os())?;
    usage::check_jsonl(command, &matches)?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(command))?;
    Ok((cli, matches))
}

/// Prints what clap says: help and version too are errors to it.
fn explain(error: &clap::Error) -> ExitCode {
    // Nobody can be told where standard error is closed.
    let _ = error.print();
    match error.exit_code() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_of_the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
