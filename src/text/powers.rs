//! Powers of e for whole numbers of small steps, each of them taken once.
//!
//! A tagger's scores are whole numbers, so that its probabilities are sums of few different
//! powers, which are looked up.

use std::sync::{Mutex, PoisonError};

/// Powers that are kept; of the smaller ones hardly any is asked for.
const KEPT: usize = 1 << 11;

/// The powers of e to the whole multiples of a step below nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Powers {
    step: f32,
    kept: &'static [f32; KEPT],
}

impl PartialEq for Powers {
    fn eq(&self, other: &Self) -> bool {
        self.step.to_bits() == other.step.to_bits()
    }
}

impl Powers {
    /// Those of `step`.
    pub(super) fn of(step: f32) -> Self {
        static KNOWN: Mutex<Vec<Powers>> = Mutex::new(Vec::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known
            .iter()
            .find(|powers| powers.step.to_bits() == step.to_bits());
        if let Some(found) = found {
            return *found;
        }
        let mut kept = [0.0; KEPT];
        for (kept, n) in kept.iter_mut().zip(0..) {
            *kept = power(n, step);
        }
        // Leaked on purpose: there is a step for each table of weights, which live as long.
        let powers = Self {
            step,
            kept: Box::leak(Box::new(kept)),
        };
        known.push(powers);
        powers
    }

    /// e to minus `n` steps.
    #[inline]
    pub(super) fn get(self, n: u16) -> f32 {
        match self.kept.get(usize::from(n)) {
            Some(power) => *power,
            None => power(n, self.step),
        }
    }
}

#[inline(never)]
fn power(n: u16, step: f32) -> f32 {
    (-f32::from(n) * step).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_powers_are_those_that_are_taken() {
        for step in [0.03, 0.5] {
            let powers = Powers::of(step);
            for n in [0, 1, 77, 2_047, 2_048, 30_000, u16::MAX] {
                assert_eq!(powers.get(n).to_bits(), power(n, step).to_bits(), "{n}");
            }
            assert_eq!(powers, Powers::of(step));
        }
        assert_ne!(Powers::of(0.03), Powers::of(0.5));
    }
}
