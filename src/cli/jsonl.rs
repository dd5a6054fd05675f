//! `--format jsonl`: a request a line in, its response a line out, in order.
//!
//! For pipelines of any length: answers are written as they come, and memory is
//! bounded by the lines under way. A line that fails has its `google.rpc.Status` for an
//! answer, and the others go on.

use std::io::{self, Write};
use std::thread;

use anyhow::Context;
use futures_util::StreamExt;
use serde_json::Value;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::base::Limits;
use crate::config::threads_by_default;
use crate::grpc::json::{JsonApi, JsonError};
use crate::grpc::status::Failure;

use super::Outcome;
use super::api::services;
use super::input::{self, Source};
use super::lines::{Item, read_all};
use super::output::report;
use super::progress::Progress;

/// Requests under way for each thread: enough that none waits for the reader.
const LINES_PER_THREAD: usize = 4;

/// JSON is longer than the message that it stands for: bytes of a line for each.
const LINE_BYTES_PER_MESSAGE_BYTE: usize = 2;

/// Calls `method` with each line of `sources`.
pub(super) fn run(method: &'static str, sources: Vec<Source>) -> anyhow::Result<Outcome> {
    let line_bytes_max = Limits::default().message_bytes_max * LINE_BYTES_PER_MESSAGE_BYTE;
    let limits = Limits {
        // The length of lines is checked here, and nobody waits for one answer alone.
        message_bytes_max: line_bytes_max,
        call_duration_max: input::limits().call_duration_max,
        ..Limits::default()
    };
    let n_lines = threads_by_default() * LINES_PER_THREAD;
    let caller = Caller {
        services: services(limits, n_lines)?,
        method,
        line_bytes_max,
    };
    let progress = Progress::of(&sources);
    let (sender, lines) = mpsc::channel(n_lines);
    // Not a thread of the runtime: one that waits for standard input would keep the
    // process from ending.
    thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || read_all(&sources, line_bytes_max, &sender))
        .context("no thread to read")?;
    let runtime = Runtime::new().context("no runtime")?;
    runtime.block_on(answer_all(caller, lines, n_lines, progress))
}

/// What answers lines.
#[derive(Clone)]
struct Caller {
    services: JsonApi,
    method: &'static str,
    line_bytes_max: usize,
}

/// The answer to one item.
enum Answer {
    /// A line, whose request had so many bytes.
    Line {
        json: String,
        failed: bool,
        len_bytes: usize,
    },
    /// No line, but a file that cannot be read.
    Unreadable(String),
}

impl Answer {
    fn of(called: &Result<Value, JsonError>, len_bytes: usize) -> Self {
        let json = called.as_ref().unwrap_or_else(|error| error.to_json());
        Self::Line {
            json: format!("{json}\n"),
            failed: called.is_err(),
            len_bytes,
        }
    }
}

impl Caller {
    /// Answers on a thread of the runtime; even a panic is the answer of its line alone.
    fn answer_apart(&self, item: Item) -> impl Future<Output = Answer> + use<> {
        let answering = tokio::spawn(self.clone().answer(item));
        async move {
            let request_id = String::new();
            let bug = |_| Answer::of(&Err(Failure::Bug { request_id }.into()), 0);
            answering.await.unwrap_or_else(bug)
        }
    }

    async fn answer(self, item: Item) -> Answer {
        match item {
            Item::Line(line) => {
                let len_bytes = line.len() + 1;
                Answer::of(&self.services.call(self.method, line).await, len_bytes)
            }
            Item::LineTooLong => {
                let limit = self.line_bytes_max;
                let failure = Failure::MessageTooLarge { limit };
                Answer::of(&Err(failure.into()), self.line_bytes_max)
            }
            Item::Unreadable(problem) => Answer::Unreadable(problem),
        }
    }
}

/// Writes the answers, in order.
async fn answer_all(
    caller: Caller,
    lines: mpsc::Receiver<Item>,
    n_lines: usize,
    progress: Progress,
) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    let (mut n_answers, mut n_failed, mut outcome) = (0_u64, 0_u64, Outcome::Complete);
    let mut answers = ReceiverStream::new(lines)
        .map(|item| caller.answer_apart(item))
        .buffered(n_lines);
    while let Some(answer) = answers.next().await {
        match answer {
            Answer::Line {
                json,
                failed,
                len_bytes,
            } => {
                // One call for the whole line: standard output sends it off at its end.
                out.write_all(json.as_bytes())?;
                n_answers += 1;
                n_failed += u64::from(failed);
                progress.add(len_bytes);
            }
            Answer::Unreadable(problem) => {
                progress.pause(|| report(problem));
                outcome = Outcome::Incomplete;
            }
        }
    }
    progress.end();
    if n_failed > 0 {
        report(format_args!("{n_failed} of {n_answers} lines failed"));
        outcome = Outcome::Incomplete;
    }
    Ok(outcome)
}
