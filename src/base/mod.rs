//! What everything else stands on: languages, spans, limits, budgets, and the
//! reasons why a value is refused. Imports nothing of ours.

mod budget;
mod guard;
mod language;
mod limits;
mod problem;
mod span;

pub use budget::{Budget, CancelOnDrop, Interrupted};
pub use guard::{guarded, panic_is_expected};
pub use language::{Language, LanguageTag, Script};
pub use limits::Limits;
pub use problem::{FieldProblem, Problem, checked_count, checked_fraction};
pub use span::{OffsetEncoding, Offsets, Span};
