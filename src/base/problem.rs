//! Why a value is refused, and where it stood.
//!
//! The domain says what is wrong ([`Problem`]); whoever read the value says where
//! it was (`.at("document.text")`), in the caller's own terms.

use thiserror::Error;

/// Why a value is refused. The message says what would be right.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Problem {
    /// It is missing or empty, and must not be.
    #[error("is required")]
    Required,
    /// A text has too many characters.
    #[error("has {actual} characters; at most {limit} are accepted")]
    TextTooLong {
        /// Most that is accepted.
        limit: usize,
        /// What was sent.
        actual: usize,
    },
    /// A list has too many entries.
    #[error("has {actual} entries; at most {limit} are accepted")]
    TooManyItems {
        /// Most that is accepted.
        limit: usize,
        /// What was sent.
        actual: usize,
    },
    /// Not a well-formed language tag.
    #[error("`{0}` is not a well-formed BCP-47 language tag, such as `en` or `zh-Hant`")]
    LanguageCodeInvalid(String),
    /// A language that the detector cannot tell.
    #[error("`{code}` is not a language that the detector knows; it knows {known}")]
    LanguageUnsupported {
        /// What was asked for.
        code: String,
        /// Codes that would be right, joined by commas.
        known: String,
    },
    /// No algorithm of that name.
    #[error("there is no algorithm `{name}`; there are {known}")]
    AlgorithmUnknown {
        /// What was asked for.
        name: String,
        /// Names that would be right, joined by commas.
        known: String,
    },
    /// An option that the chosen algorithm does not have.
    #[error("is no option of the chosen algorithm; leave it unset")]
    OptionUnsupported,
    /// A number that the enum does not have.
    #[error("{number} is not a value of {name}")]
    UnknownEnumValue {
        /// What was sent.
        number: i32,
        /// Name of the enum.
        name: &'static str,
    },
    /// Not a number, or outside of the range.
    #[error("is {actual}, which is not in {least} to {most}")]
    NumberOutOfRange {
        /// What was sent.
        actual: f64,
        /// Least that is accepted.
        least: f64,
        /// Most that is accepted.
        most: f64,
    },
    /// The same id twice.
    #[error("`{0}` is the id of an earlier document too; ids are unique in a request")]
    DuplicateId(String),
}

impl Problem {
    /// Says where the value stood.
    pub fn at(self, field: impl Into<String>) -> FieldProblem {
        FieldProblem {
            field: field.into(),
            problem: self,
        }
    }
}

/// A refused value and the field that held it.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{field} {problem}")]
pub struct FieldProblem {
    /// Path of the field, such as `requests[3].document.text`.
    pub field: String,
    /// Why it is refused.
    #[source]
    pub problem: Problem,
}

impl FieldProblem {
    /// Puts `outer` before the field's path.
    ///
    /// ```
    /// use copydesk::base::Problem;
    ///
    /// let problem = Problem::Required.at("text").within("document");
    /// assert_eq!(problem.to_string(), "document.text is required");
    /// ```
    #[must_use]
    pub fn within(mut self, outer: &str) -> Self {
        self.field = format!("{outer}.{}", self.field);
        self
    }
}

/// A count that a caller may leave out: `default` where it is unset.
///
/// # Errors
///
/// [`Problem::NumberOutOfRange`] below 1 and above `most`.
pub fn checked_count(value: Option<i32>, default: usize, most: usize) -> Result<usize, Problem> {
    let Some(value) = value else {
        return Ok(default);
    };
    match usize::try_from(value) {
        Ok(count) if (1..=most).contains(&count) => Ok(count),
        _ => Err(Problem::NumberOutOfRange {
            actual: f64::from(value),
            least: 1.0,
            most: most as f64,
        }),
    }
}

/// A fraction that a caller may leave out: 0 where it is unset.
///
/// # Errors
///
/// [`Problem::NumberOutOfRange`] outside of 0 to 1, and for NaN.
pub fn checked_fraction(value: Option<f64>) -> Result<f64, Problem> {
    match value.unwrap_or_default() {
        // Adding zero turns -0.0 into 0.0.
        fraction if (0.0..=1.0).contains(&fraction) => Ok(fraction + 0.0),
        actual => Err(Problem::NumberOutOfRange {
            actual,
            least: 0.0,
            most: 1.0,
        }),
    }
}
