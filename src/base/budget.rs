//! How long an analysis may go on.
//!
//! Dropping a future does not stop a loop that computes. So every inner loop asks
//! its [`Budget`] about once a millisecond, and stops when nobody waits any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use thiserror::Error;

/// A deadline and a flag that says that the caller has left.
///
/// Clones share the flag.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    deadline: Option<Instant>,
    cancelled: Arc<AtomicBool>,
}

/// Why an analysis stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Interrupted {
    /// Nobody waits for the answer any more.
    #[error("the analysis was cancelled")]
    Cancelled,
    /// The time is up.
    #[error("the deadline passed while the analysis was running")]
    DeadlineExceeded,
    /// The answer has grown beyond all use.
    #[error("the answer is too large; ask for less")]
    AnswerTooLarge,
}

impl Budget {
    /// No deadline; ends only when it is cancelled.
    pub fn unlimited() -> Self {
        Self::default()
    }

    /// Ends at `deadline`.
    pub fn until(deadline: Instant) -> Self {
        Self {
            deadline: Some(deadline),
            cancelled: Arc::default(),
        }
    }

    /// When it ends, if ever.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Whether there is time left; inner loops ask this about once a millisecond.
    ///
    /// # Errors
    ///
    /// [`Interrupted`] once the deadline has passed or the caller has left.
    pub fn check(&self) -> Result<(), Interrupted> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Interrupted::Cancelled);
        }
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(Interrupted::DeadlineExceeded),
            _ => Ok(()),
        }
    }

    /// Stops all work under this budget.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Cancels when the returned guard is dropped, as it is with the future of a
    /// caller who has left.
    pub fn cancel_on_drop(&self) -> CancelOnDrop {
        CancelOnDrop(self.clone())
    }
}

/// Cancels its budget when it is dropped.
#[derive(Debug)]
pub struct CancelOnDrop(Budget);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_are_cancelled_together() {
        let budget = Budget::unlimited();
        let clone = budget.clone();
        assert_eq!(clone.check(), Ok(()));
        drop(budget.cancel_on_drop());
        assert_eq!(clone.check(), Err(Interrupted::Cancelled));
    }

    #[test]
    fn a_deadline_that_has_come_has_passed() {
        let budget = Budget::until(Instant::now());
        assert_eq!(budget.check(), Err(Interrupted::DeadlineExceeded));
    }
}
