//! Looks at a budget every so often, whatever the shape of the work.

use crate::base::{Budget, Interrupted};

/// Steps between two looks: a step is an addition or a word, so well under a
/// millisecond.
const STEPS_PER_CHECK: usize = 1 << 16;

/// Counts steps of work, and asks the budget whenever enough have been made.
#[derive(Debug)]
pub(super) struct Pace<'b> {
    budget: &'b Budget,
    n_steps: usize,
}

impl<'b> Pace<'b> {
    pub(super) fn new(budget: &'b Budget) -> Self {
        Self { budget, n_steps: 0 }
    }

    /// Counts `n_steps` that are made at once.
    pub(super) fn spend(&mut self, n_steps: usize) -> Result<(), Interrupted> {
        self.n_steps += n_steps;
        if self.n_steps < STEPS_PER_CHECK {
            return Ok(());
        }
        self.n_steps = 0;
        self.budget.check()
    }

    /// The budget itself, for calls that look at it on their own.
    pub(super) fn budget(&self) -> &'b Budget {
        self.budget
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_that_has_ended_is_noticed_after_enough_steps() {
        let budget = Budget::unlimited();
        budget.cancel();
        let mut pace = Pace::new(&budget);
        assert_eq!(pace.spend(STEPS_PER_CHECK - 1), Ok(()));
        assert_eq!(pace.spend(1), Err(Interrupted::Cancelled));
        assert_eq!(pace.spend(1), Ok(()));
    }
}
