//! Streams of items: answered in order, a bounded number at a time, for as long as the
//! caller likes.

use std::time::Duration;

use futures_util::Stream;
use futures_util::stream::{self, StreamExt};
use tonic::{Status, Streaming};

use super::call::Call;
use super::status::{Failure, Phase, corrected};

/// Items under way at a time: enough to keep every thread busy, few enough that a
/// stream of large texts takes little memory.
const IN_FLIGHT: usize = 16;

/// A stream without a message for this long is given up.
const IDLE_MAX: Duration = Duration::from_secs(300);

/// Answers each message of `inbound` with `answer`, in order.
///
/// Ends with an error when a message cannot be read, when the caller's deadline has
/// passed, after five minutes without a message, and when the server drains.
pub(super) fn answer_each<Q, A, F>(
    inbound: Streaming<Q>,
    call: Call,
    answer: impl Fn(Q) -> F + Send + 'static,
) -> impl Stream<Item = Result<A, Status>> + Send
where
    Q: Send + 'static,
    A: Send + 'static,
    F: Future<Output = A> + Send,
{
    let questions = stream::unfold(Some((inbound, call)), async |open| {
        let (mut inbound, call) = open?;
        match next_message(&mut inbound, &call).await {
            Ok(message) => message.map(|message| (Ok(message), Some((inbound, call)))),
            // The error is the stream's last item.
            Err(status) => Some((Err(status), None)),
        }
    });
    let answers = questions.map(move |question| {
        let answered = question.map(&answer);
        async {
            match answered {
                Ok(answer) => Ok(answer.await),
                Err(status) => Err(status),
            }
        }
    });
    answers.buffered(IN_FLIGHT)
}

async fn next_message<Q>(inbound: &mut Streaming<Q>, call: &Call) -> Result<Option<Q>, Status> {
    let deadline = call.caller_deadline();
    let deadline_passed = async {
        match deadline {
            Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        biased;
        () = call.draining().cancelled() => Err(Failure::ShuttingDown.into()),
        () = deadline_passed => Err(Failure::DeadlineExceeded(Phase::Receiving).into()),
        message = tokio::time::timeout(IDLE_MAX, inbound.message()) => match message {
            Ok(message) => message.map_err(|status| readable(status, call)),
            Err(_) => Err(Failure::DeadlineExceeded(Phase::Receiving).into()),
        },
    }
}

fn readable(status: Status, call: &Call) -> Status {
    corrected(&status, call.limits().message_bytes_max).map_or(status, Status::from)
}
