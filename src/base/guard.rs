//! Panics of other people's code that are expected, and caught where they happen.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; `None` where it panics.
///
/// For libraries that are known to panic on some input: whoever reports panics asks
/// [`panic_is_expected`] and keeps silent about these.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = EXPECTED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work)).ok();
    EXPECTED.set(before);
    outcome
}

/// Whether a panic of this thread would be caught by [`guarded`].
pub fn panic_is_expected() -> bool {
    EXPECTED.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_are_expected_inside_and_nowhere_else() {
        assert_eq!(guarded(panic_is_expected), Some(true));
        assert_eq!(guarded(|| panic!("on purpose")), None::<()>);
        assert!(!panic_is_expected());
    }
}
