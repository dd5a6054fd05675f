//! One call: its time, its id, and the engine that serves it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use prost::Message;
use tonic::{Request, Response, Status};

use crate::Engine;
use crate::base::{Budget, Limits};
use crate::error::Error;

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

/// One call under way.
#[derive(Clone, Debug)]
pub(super) struct Call {
    context: Arc<Context>,
    received: Received,
    id: Arc<str>,
}

impl Call {
    /// Takes up `request`.
    pub(super) fn new<T>(context: &Arc<Context>, request: &Request<T>) -> Self {
        let extensions = request.extensions();
        // Without a server around it, as on the command line, a call has neither.
        let received = extensions.get::<Received>().copied();
        let id = extensions.get::<RequestId>().map(|id| id.0.clone());
        Self {
            context: context.clone(),
            received: received.unwrap_or_else(|| Received {
                at: Instant::now(),
                timeout: None,
            }),
            id: id.unwrap_or_default(),
        }
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
        work: impl FnOnce(&Engine, &Budget) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Status> {
        let outcome = self.run_within(&self.budget(), cost, work).await;
        outcome.map_err(Status::from)
    }

    /// As [`run`](Self::run), within a budget of its own.
    pub(super) async fn run_within<T: Send + 'static>(
        &self,
        budget: &Budget,
        cost: Duration,
        work: impl FnOnce(&Engine, &Budget) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let _cancelled_with_us = budget.cancel_on_drop();
        let engine = self.engine().clone();
        let offload = &self.context.offload;
        let outcome = offload
            .run(cost, budget, move |budget| Ok(work(&engine, budget)?))
            .await;
        outcome.map_err(|failure| self.named(failure))
    }

    /// Runs `work` on each of `items`, each with its estimated cost; in order.
    pub(super) async fn run_each<I: Send + 'static, T: Send + 'static>(
        &self,
        items: Vec<(Duration, I)>,
        work: impl Fn(I, &Engine, &Budget) -> Result<T, Failure> + Clone + Send + 'static,
    ) -> Result<Vec<Result<T, Failure>>, Status> {
        let budget = self.budget();
        let _cancelled_with_us = budget.cancel_on_drop();
        let engine = self.engine().clone();
        let work = move |item, budget: &Budget| work(item, &engine, budget);
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
        self.check_size(&answer, shrink)?;
        Ok(Response::new(answer))
    }

    /// Whether `answer` may be sent.
    pub(super) fn check_size(
        &self,
        answer: &impl Message,
        shrink: &'static str,
    ) -> Result<(), Failure> {
        let limit = self.limits().message_bytes_max;
        if answer.encoded_len() > limit {
            return Err(Failure::ResponseTooLarge {
                limit: Some(limit),
                shrink,
            });
        }
        Ok(())
    }

    /// A mistake of ours is found in the log by the request's id.
    fn named(&self, failure: Failure) -> Failure {
        if !matches!(failure, Failure::Bug { .. }) {
            return failure;
        }
        tracing::error!(request_id = &*self.id, "an analysis panicked");
        Failure::Bug {
            request_id: self.id.to_string(),
        }
    }
}
