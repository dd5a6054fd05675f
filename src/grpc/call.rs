//! One call: its time, its id, its share of the memory, and the engine that serves it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use prost::Message;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tonic::{Extensions, Request, Response, Status, Streaming};

use crate::Engine;
use crate::base::{Budget, Limits};

use super::Draining;
use super::offload::Offload;
use super::status::Failure;

/// What every service needs.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) engine: Engine,
    pub(super) limits: Limits,
    pub(super) offload: Offload,
    pub(super) draining: Draining,
}

/// When a request came and how long its caller waits; a request's extension.
#[derive(Clone, Copy, Debug)]
pub struct Received {
    /// When its first bytes came.
    pub at: Instant,
    /// How long the caller said that it waits.
    pub timeout: Option<Duration>,
}

/// Names a request in logs and in errors; a request's extension.
#[derive(Clone, Debug)]
pub struct RequestId(pub Arc<str>);

/// Bytes that requests may hold in memory, all together; a request's extension.
#[derive(Clone, Debug)]
pub struct Memory(pub Arc<Semaphore>);

impl Memory {
    /// Takes `n_bytes`, until the permit is dropped.
    ///
    /// # Errors
    ///
    /// [`Failure::Overloaded`] where they are not to be had.
    pub fn take(&self, n_bytes: usize) -> Result<OwnedSemaphorePermit, Failure> {
        let n_bytes = u32::try_from(n_bytes).map_err(|_| Failure::Overloaded)?;
        let bytes = self.0.clone().try_acquire_many_owned(n_bytes);
        bytes.map_err(|_| Failure::Overloaded)
    }
}

/// One call under way.
#[derive(Clone, Debug)]
pub(super) struct Call {
    context: Arc<Context>,
    received: Received,
    id: Arc<str>,
    memory: Option<Memory>,
    /// The memory of its message, given back with the call; a stream's messages have
    /// theirs one by one.
    held: Arc<Option<OwnedSemaphorePermit>>,
}

impl Call {
    /// Takes up a call of one message. What was compressed on the wire has its full
    /// size here, so it is counted again.
    pub(super) fn unary<T: Message>(
        context: &Arc<Context>,
        request: &Request<T>,
    ) -> Result<Self, Status> {
        let mut call = Self::new(context, request.extensions());
        call.held = Arc::new(call.hold(request.get_ref())?);
        Ok(call)
    }

    /// Takes up a call of many messages.
    pub(super) fn stream<T>(context: &Arc<Context>, request: &Request<Streaming<T>>) -> Self {
        Self::new(context, request.extensions())
    }

    fn new(context: &Arc<Context>, extensions: &Extensions) -> Self {
        // Without a server around it, as on the command line, a call has none of these.
        let received = extensions.get::<Received>().copied();
        let id = extensions.get::<RequestId>().map(|id| id.0.clone());
        Self {
            context: context.clone(),
            received: received.unwrap_or_else(|| Received {
                at: Instant::now(),
                timeout: None,
            }),
            id: id.unwrap_or_default(),
            memory: extensions.get::<Memory>().cloned(),
            held: Arc::default(),
        }
    }

    /// Takes the memory that `message` holds, until the permit is dropped.
    pub(super) fn hold(
        &self,
        message: &impl Message,
    ) -> Result<Option<OwnedSemaphorePermit>, Failure> {
        let memory = self.memory.as_ref();
        memory
            .map(|memory| memory.take(message.encoded_len()))
            .transpose()
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.context.limits
    }

    pub(super) fn engine(&self) -> &Engine {
        &self.context.engine
    }

    pub(super) fn draining(&self) -> &Draining {
        &self.context.draining
    }

    /// When the caller stops waiting, if it said so.
    pub(super) fn caller_deadline(&self) -> Option<Instant> {
        self.received.at.checked_add(self.received.timeout?)
    }

    /// The time of a unary call, which began with its first bytes.
    fn budget(&self) -> Budget {
        self.budget_from(self.received.at)
    }

    /// The time of an item of a stream, which begins when it has come.
    pub(super) fn item_budget(&self) -> Budget {
        self.budget_from(Instant::now())
    }

    fn budget_from(&self, start: Instant) -> Budget {
        let ours = start.checked_add(self.limits().call_duration_max);
        match (ours, self.caller_deadline()) {
            (Some(ours), Some(theirs)) => Budget::until(ours.min(theirs)),
            (Some(deadline), None) | (None, Some(deadline)) => Budget::until(deadline),
            (None, None) => Budget::unlimited(),
        }
    }

    /// Runs `work` of an estimated `cost`, off the async threads where that is long.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        cost: Duration,
        work: impl FnOnce(&Work<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Status> {
        let outcome = self.run_within(&self.budget(), cost, work).await;
        outcome.map_err(Status::from)
    }

    /// As [`run`](Self::run), within a budget of its own.
    pub(super) async fn run_within<T: Send + 'static>(
        &self,
        budget: &Budget,
        cost: Duration,
        work: impl FnOnce(&Work<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let _cancelled_with_us = budget.cancel_on_drop();
        let context = self.context.clone();
        let outcome = self.context.offload.run(cost, budget, move |budget| {
            work(&Work::new(&context, budget))
        });
        outcome.await.map_err(|failure| self.named(failure))
    }

    /// Runs `work` on each of `items`, each with its place and its estimated cost; in
    /// order. What is wrong with one item is its own; the answers together are bounded.
    pub(super) async fn run_each<I: Send + 'static, T: Message + 'static>(
        &self,
        items: Vec<I>,
        cost: impl Fn(&I) -> Duration,
        work: impl Fn(I, &Work<'_>) -> Result<T, Failure> + Clone + Send + 'static,
    ) -> Result<Vec<Result<T, Failure>>, Status> {
        let budget = self.budget();
        let _cancelled_with_us = budget.cancel_on_drop();
        let context = self.context.clone();
        let answered = Arc::new(AtomicUsize::new(0));
        let work = move |(index, item), budget: &Budget| {
            let answer = work(item, &Work::new(&context, budget))
                .map_err(|failure| failure.within(&format!("requests[{index}]")))?;
            let bytes = answered.fetch_add(answer.encoded_len(), Ordering::Relaxed);
            if bytes > context.limits.message_bytes_max {
                return Err(too_large("requests"));
            }
            Ok(answer)
        };
        let items = items.into_iter().enumerate();
        let items = items.map(|(index, item)| (cost(&item), (index, item)));
        let items = items.collect();
        let outcome = self.context.offload.run_each(items, &budget, work).await;
        let outcomes = outcome.map_err(|failure| Status::from(self.named(failure)))?;
        let named = outcomes
            .into_iter()
            .map(|outcome| outcome.map_err(|failure| self.named(failure)));
        Ok(named.collect())
    }

    /// Sends `answer` unless it is too large, which lowering the field `shrink` mends.
    pub(super) fn reply<T: Message>(
        &self,
        answer: T,
        shrink: &'static str,
    ) -> Result<Response<T>, Status> {
        if answer.encoded_len() > self.limits().message_bytes_max {
            return Err(self.named(too_large(shrink)).into());
        }
        Ok(Response::new(answer))
    }

    /// Completes `failure` by what only the call knows: its id, by which a mistake of
    /// ours is found in the log, and the limit in force.
    pub(super) fn named(&self, mut failure: Failure) -> Failure {
        if let Failure::Bug { request_id } = &mut failure {
            tracing::error!(request_id = &*self.id, "an analysis panicked");
            *request_id = self.id.to_string();
        }
        if let Failure::ResponseTooLarge { limit, .. } = &mut failure {
            *limit = self.limits().message_bytes_max;
        }
        failure
    }
}

/// An answer that is too large; the call fills in the limit.
pub(super) fn too_large(shrink: &str) -> Failure {
    Failure::ResponseTooLarge {
        limit: 0,
        shrink: shrink.to_owned(),
    }
}

/// What work on a request is given.
pub(super) struct Work<'c> {
    pub(super) engine: &'c Engine,
    pub(super) limits: &'c Limits,
    pub(super) budget: &'c Budget,
}

impl<'c> Work<'c> {
    fn new(context: &'c Context, budget: &'c Budget) -> Self {
        Self {
            engine: &context.engine,
            limits: &context.limits,
            budget,
        }
    }
}
