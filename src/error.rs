//! What a call of the [`Engine`](crate::Engine) can fail with.

use thiserror::Error;

use crate::base::{FieldProblem, Interrupted};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Error {
    /// The request holds a value that cannot be used.
    #[error(transparent)]
    Invalid(#[from] FieldProblem),
    /// The work stopped before its end.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
}
