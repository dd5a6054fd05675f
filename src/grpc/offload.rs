//! The one way off the async threads.
//!
//! Work that is estimated to be short runs in place: handing it over would cost more
//! than it. All else goes to one pool of threads, first in, first out. Measured with
//! small detections beside comparisons of 18 ms: the 99th percentile of the small ones
//! was 25 to 48 times the unloaded one with all work in place, 7 times with a blocking
//! thread for each call, 1.0 to 2.5 times with only the large ones on a pool.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::base::Budget;

use super::status::{Failure, Phase};

/// Work up to this long runs in place.
const IN_PLACE_MAX: Duration = Duration::from_micros(100);

/// A batch is cut into pieces of about this length, so that it is fair to other calls
/// and uses every thread.
const PIECE: Duration = Duration::from_millis(1);

/// A pool of threads for analyses, with a bounded queue.
#[derive(Clone, Debug)]
pub struct Offload {
    pool: Arc<ThreadPool>,
    /// One for each call that is queued or running.
    slots: Arc<Semaphore>,
}

/// Why a piece of work gave no value.
type Outcome<T> = Result<T, Failure>;

impl Offload {
    /// A pool of `threads`, with room for `queue` more calls that wait.
    ///
    /// # Errors
    ///
    /// Where the system gives no threads.
    pub fn new(threads: usize, queue: usize) -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .thread_name(|index| format!("analysis-{index}"))
            .build()?;
        Ok(Self {
            pool: Arc::new(pool),
            slots: Arc::new(Semaphore::new(threads + queue)),
        })
    }

    /// Runs `work`, in place or on the pool, by its estimated `cost`.
    ///
    /// # Errors
    ///
    /// What `work` fails with; [`Failure::Overloaded`] where the queue is full;
    /// [`Failure::DeadlineExceeded`] once the budget's deadline has passed;
    /// [`Failure::Bug`], without an id, where `work` panics.
    pub async fn run<T: Send + 'static>(
        &self,
        cost: Duration,
        budget: &Budget,
        work: impl FnOnce(&Budget) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        check_not_late(budget)?;
        if cost <= IN_PLACE_MAX {
            return guarded(|| work(budget));
        }
        let slot = self.slot()?;
        let handed_over = self.hand_over(budget, work).await;
        drop(slot);
        handed_over
    }

    /// Runs `work` on each of `items`, each with its estimated cost; results in order.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run), for the call as a whole. What single items fail with
    /// stands in the results.
    pub async fn run_each<I, T>(
        &self,
        items: Vec<(Duration, I)>,
        budget: &Budget,
        work: impl Fn(I, &Budget) -> Outcome<T> + Clone + Send + 'static,
    ) -> Outcome<Vec<Outcome<T>>>
    where
        I: Send + 'static,
        T: Send + 'static,
    {
        let cost: Duration = items.iter().map(|(cost, _)| *cost).sum();
        check_not_late(budget)?;
        if cost <= IN_PLACE_MAX {
            return run_piece(items, budget, &work);
        }
        let slot = self.slot()?;
        let pieces = stream::iter(cut(items)).map(|piece| {
            let work = work.clone();
            self.hand_over(budget, move |budget| run_piece(piece, budget, &work))
        });
        // No more pieces wait than there are threads: calls take turns in the queue.
        let mut pieces = pieces.buffered(self.pool.current_num_threads());
        let mut results = Vec::new();
        while let Some(piece) = pieces.next().await {
            results.extend(piece?);
        }
        drop(slot);
        Ok(results)
    }

    fn slot(&self) -> Outcome<OwnedSemaphorePermit> {
        let slots = self.slots.clone();
        slots.try_acquire_owned().map_err(|_| Failure::Overloaded)
    }

    async fn hand_over<T: Send + 'static>(
        &self,
        budget: &Budget,
        work: impl FnOnce(&Budget) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (sender, receiver) = oneshot::channel();
        let started = Arc::new(AtomicBool::new(false));
        let (on_pool, has_started) = (budget.clone(), started.clone());
        self.pool.spawn_fifo(move || {
            has_started.store(true, Ordering::Relaxed);
            let outcome = check_not_late(&on_pool).and_then(|()| guarded(|| work(&on_pool)));
            // Nobody listens any more where the caller has left.
            let _ = sender.send(outcome);
        });
        let answer = match budget.deadline() {
            Some(deadline) => tokio::time::timeout_at(deadline.into(), receiver).await,
            None => Ok(receiver.await),
        };
        match answer {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(bug()),
            Err(_) if started.load(Ordering::Relaxed) => {
                Err(Failure::DeadlineExceeded(Phase::Running))
            }
            Err(_) => Err(Failure::DeadlineExceeded(Phase::Queued)),
        }
    }
}

/// What waited for too long is not even begun.
fn check_not_late(budget: &Budget) -> Outcome<()> {
    let late = |_| Failure::DeadlineExceeded(Phase::Queued);
    budget.check().map_err(late)
}

/// Runs each item; a failure that is the call's own ends it.
fn run_piece<I, T>(
    items: Vec<(Duration, I)>,
    budget: &Budget,
    work: &impl Fn(I, &Budget) -> Outcome<T>,
) -> Outcome<Vec<Outcome<T>>> {
    let mut results = Vec::with_capacity(items.len());
    for (_, item) in items {
        match guarded(|| work(item, budget)) {
            Err(
                failure @ (Failure::Cancelled
                | Failure::DeadlineExceeded(_)
                | Failure::ResponseTooLarge { .. }),
            ) => return Err(failure),
            outcome => results.push(outcome),
        }
    }
    Ok(results)
}

/// Groups items in order, each group of about a millisecond.
fn cut<I>(items: Vec<(Duration, I)>) -> Vec<Vec<(Duration, I)>> {
    let mut pieces: Vec<Vec<(Duration, I)>> = Vec::new();
    let mut length = Duration::ZERO;
    for (cost, item) in items {
        if pieces.is_empty() || length + cost > PIECE {
            pieces.push(Vec::new());
            length = Duration::ZERO;
        }
        length += cost;
        if let Some(piece) = pieces.last_mut() {
            piece.push((cost, item));
        }
    }
    pieces
}

/// Runs `work`; a panic in it is a failure of this call and of no other.
fn guarded<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(bug()))
}

fn bug() -> Failure {
    Failure::Bug {
        request_id: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use std::time::Instant;

    const LONG: Duration = Duration::from_secs(1);

    fn offload(queue: usize) -> Offload {
        Offload::new(1, queue).unwrap()
    }

    #[tokio::test]
    async fn a_panic_ends_its_own_call_only() {
        let offload = offload(8);
        for cost in [Duration::ZERO, LONG] {
            let budget = Budget::unlimited();
            let failed = offload.run(cost, &budget, |_| -> Outcome<()> { panic!("on purpose") });
            assert!(matches!(failed.await, Err(Failure::Bug { .. })));
            assert_eq!(offload.run(cost, &budget, |_| Ok(7)).await.unwrap(), 7);
        }
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once() {
        let offload = offload(0);
        let (release, wait) = std::sync::mpsc::channel::<()>();
        let budget = Budget::unlimited();
        let first = offload.run(LONG, &budget, move |_| {
            wait.recv().ok();
            Ok(())
        });
        let second = async {
            let refused = offload.run(LONG, &budget, |_| Ok(())).await;
            release.send(()).unwrap();
            refused
        };
        let (first, second) = tokio::join!(first, second);
        assert!(first.is_ok());
        assert!(matches!(second, Err(Failure::Overloaded)));
    }

    #[tokio::test]
    async fn a_deadline_tells_how_far_the_call_had_come() {
        let offload = offload(8);
        let within = |ms| Budget::until(Instant::now() + Duration::from_millis(ms));
        let (running, queued) = (within(60), within(20));
        let busy = offload.run(LONG, &running, |budget| {
            loop {
                budget.check().map_err(Error::from)?;
            }
        });
        let waiting = offload.run(LONG, &queued, |_| Ok(()));
        let (busy, waiting) = tokio::join!(busy, waiting);
        let phase = |outcome: Outcome<()>| match outcome {
            Err(Failure::DeadlineExceeded(phase)) => phase,
            other => panic!("{other:?}"),
        };
        assert_eq!(phase(busy), Phase::Running);
        assert_eq!(phase(waiting), Phase::Queued);
    }

    #[tokio::test]
    async fn a_batch_answers_in_order_and_item_by_item() {
        let offload = offload(8);
        let items: Vec<_> = (0..50).map(|i| (Duration::from_micros(300), i)).collect();
        let results = offload
            .run_each(items, &Budget::unlimited(), |i, _| match i {
                13 => panic!("on purpose"),
                _ => Ok(i),
            })
            .await
            .unwrap();
        for (i, result) in results.iter().enumerate() {
            match i {
                13 => assert!(matches!(result, Err(Failure::Bug { .. }))),
                _ => assert_eq!(*result.as_ref().unwrap(), i),
            }
        }
    }

    #[test]
    fn pieces_hold_about_a_millisecond() {
        let items: Vec<_> = (0..10).map(|i| (Duration::from_micros(400), i)).collect();
        let sizes: Vec<_> = cut(items).iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 2, 2, 2, 2]);
    }
}
