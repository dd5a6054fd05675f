//! From failures to gRPC statuses: the one place for codes, reasons and details.
//!
//! Every status carries `google.rpc.ErrorInfo` with a reason of the catalogue and the
//! domain `copydesk`; refused fields come as `BadRequest` too (AIP-193). Nothing of a
//! document's text is ever in one.

use prost::Message;
use prost_types::Any;
use tonic::{Code, Status};

use crate::base::{FieldProblem, Interrupted, Problem};
use crate::error::Error;

use super::pb::google::rpc;

/// Why a call got no answer.
#[derive(Clone, Debug)]
pub enum Failure {
    /// A field of the request holds a value that cannot be used.
    Invalid(FieldProblem),
    /// The request is no message of the method, or breaks off.
    Malformed,
    /// The request's message is too large, compressed or not.
    MessageTooLarge {
        /// Most bytes that are accepted.
        limit: usize,
    },
    /// The answer would be too large.
    ResponseTooLarge {
        /// Most bytes that are sent.
        limit: usize,
        /// The field of the request that makes the answer smaller.
        shrink: String,
    },
    /// There are too many calls at once.
    Overloaded,
    /// The server is about to stop.
    ShuttingDown,
    /// The caller's or the server's time limit passed.
    DeadlineExceeded(Phase),
    /// The caller has left.
    Cancelled,
    /// We made a mistake.
    Bug {
        /// Id of the request, for the log.
        request_id: String,
    },
}

/// How far a call had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The request was still on its way.
    Receiving,
    /// The work had not begun.
    Queued,
    /// The work was under way.
    Running,
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Self::Receiving => "receiving",
            Self::Queued => "queued",
            Self::Running => "running",
        }
    }
}

impl From<FieldProblem> for Failure {
    fn from(problem: FieldProblem) -> Self {
        Self::Invalid(problem)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(problem) => Self::Invalid(problem),
            Error::Interrupted(Interrupted::Cancelled) => Self::Cancelled,
            Error::Interrupted(Interrupted::DeadlineExceeded) => {
                Self::DeadlineExceeded(Phase::Running)
            }
            // Only explanations of comparisons can outgrow their texts that far; what else can
            // says so by itself.
            Error::Interrupted(Interrupted::AnswerTooLarge) => Self::ResponseTooLarge {
                limit: 0, // the call fills it in
                shrink: "max_pairs".to_owned(),
            },
        }
    }
}

/// A status as it is written, before its details are encoded.
struct Draft {
    code: Code,
    reason: &'static str,
    message: String,
    metadata: Vec<(&'static str, String)>,
    more: Vec<Any>,
}

/// How long a caller should wait before it tries again.
const RETRY_AFTER_MS: i32 = 500;

impl Failure {
    fn draft(&self) -> Draft {
        match self {
            Self::Invalid(problem) => invalid(problem),
            Self::Malformed => Draft::new(
                Code::InvalidArgument,
                "MALFORMED_MESSAGE",
                "the request is no valid message of this method: send protobuf as in the schema, \
                 whole, with strings in UTF-8",
            ),
            Self::MessageTooLarge { limit } => Draft::new(
                Code::ResourceExhausted,
                "MESSAGE_TOO_LARGE",
                "the message is too large; send less text in one call",
            )
            .with("limit", limit),
            Self::ResponseTooLarge { limit, shrink } => Draft::new(
                Code::ResourceExhausted,
                "RESPONSE_TOO_LARGE",
                format!("the answer is too large; send or ask for less in `{shrink}`"),
            )
            .with("limit", limit)
            .with("field", shrink),
            Self::Overloaded => Draft::new(
                Code::ResourceExhausted,
                "OVERLOADED",
                "too many calls are waiting; try again a little later",
            )
            .retry(),
            Self::ShuttingDown => Draft::new(
                Code::Unavailable,
                "SHUTTING_DOWN",
                "the server is about to stop; try again elsewhere",
            )
            .retry(),
            Self::DeadlineExceeded(phase) => Draft::new(
                Code::DeadlineExceeded,
                "DEADLINE_EXCEEDED",
                format!("the deadline passed while the call was {}", phase.name()),
            )
            .with("phase", phase.name()),
            Self::Cancelled => Draft::new(
                Code::Cancelled,
                "CANCELLED",
                "the caller cancelled the call",
            ),
            Self::Bug { request_id } => Draft::new(
                Code::Internal,
                "INTERNAL_ERROR",
                "this is a mistake of the server; its log has more under the request's id",
            )
            .detail(
                "google.rpc.RequestInfo",
                &rpc::RequestInfo {
                    request_id: request_id.clone(),
                    serving_data: String::new(),
                },
            ),
        }
    }

    /// Puts `outer` before the path of the field that it names.
    #[must_use]
    pub fn within(mut self, outer: &str) -> Self {
        if let Self::Invalid(problem) = self {
            return Self::Invalid(problem.within(outer));
        }
        if let Self::ResponseTooLarge { shrink, .. } = &mut self {
            *shrink = format!("{outer}.{shrink}");
        }
        self
    }

    /// As `google.rpc.Status`, for an item of a batch or a stream.
    pub fn to_message(&self) -> rpc::Status {
        let status = Status::from(self.clone());
        rpc::Status::decode(status.details()).unwrap_or_default()
    }
}

impl From<Failure> for Status {
    fn from(failure: Failure) -> Self {
        let draft = failure.draft();
        let retry = draft.reason == "OVERLOADED";
        let (code, message) = (draft.code, draft.message.clone());
        let details = draft.encode();
        let mut status = Self::with_details(code, message, details.into());
        if retry {
            // Clients' own retries obey this, and not RetryInfo (gRFC A6).
            status
                .metadata_mut()
                .insert("grpc-retry-pushback-ms", RETRY_AFTER_MS.into());
        }
        status
    }
}

/// Sets right a status that tonic made by itself. Ours have details, its have none.
///
/// Tonic says OUT_OF_RANGE of a message over the limit, RESOURCE_EXHAUSTED of one that
/// is over it once decompressed, and INTERNAL of one that cannot be read.
pub fn corrected(status: &Status, message_bytes_max: usize) -> Option<Failure> {
    if !status.details().is_empty() {
        return None;
    }
    correction(status.code(), message_bytes_max)
}

/// What tonic means by `code` in a status without details; `None` where it is right.
pub fn correction(code: Code, message_bytes_max: usize) -> Option<Failure> {
    match code {
        Code::OutOfRange | Code::ResourceExhausted => Some(Failure::MessageTooLarge {
            limit: message_bytes_max,
        }),
        Code::Internal => Some(Failure::Malformed),
        Code::Ok
        | Code::Cancelled
        | Code::Unknown
        | Code::InvalidArgument
        | Code::DeadlineExceeded
        | Code::NotFound
        | Code::AlreadyExists
        | Code::PermissionDenied
        | Code::FailedPrecondition
        | Code::Aborted
        | Code::Unimplemented
        | Code::Unavailable
        | Code::DataLoss
        | Code::Unauthenticated => None,
    }
}

fn invalid(problem: &FieldProblem) -> Draft {
    let reason = match &problem.problem {
        Problem::Required => "FIELD_REQUIRED",
        Problem::TextTooLong { .. } => "TEXT_TOO_LONG",
        Problem::TooManyItems { .. } => "TOO_MANY_ITEMS",
        Problem::LanguageCodeInvalid(_) => "LANGUAGE_CODE_INVALID",
        Problem::LanguageUnsupported { .. } => "LANGUAGE_UNSUPPORTED",
        Problem::AlgorithmUnknown { .. } => "ALGORITHM_UNKNOWN",
        Problem::OptionUnsupported => "OPTION_UNSUPPORTED",
        Problem::UnknownEnumValue { .. } => "UNKNOWN_ENUM_VALUE",
        Problem::NumberOutOfRange { .. } => "NUMBER_OUT_OF_RANGE",
        Problem::DuplicateId(_) => "DUPLICATE_ID",
    };
    let draft = Draft::new(Code::InvalidArgument, reason, problem.to_string())
        .with("field", &problem.field);
    let draft = match &problem.problem {
        Problem::TextTooLong { limit, actual } | Problem::TooManyItems { limit, actual } => {
            draft.with("limit", limit).with("actual", actual)
        }
        Problem::LanguageUnsupported { known, .. } => draft.with("served", known),
        Problem::AlgorithmUnknown { known, .. } => draft.with("allowed", known),
        Problem::NumberOutOfRange { least, most, .. } => {
            draft.with("least", least).with("most", most)
        }
        Problem::Required
        | Problem::LanguageCodeInvalid(_)
        | Problem::OptionUnsupported
        | Problem::UnknownEnumValue { .. }
        | Problem::DuplicateId(_) => draft,
    };
    let violation = rpc::bad_request::FieldViolation {
        field: problem.field.clone(),
        description: problem.problem.to_string(),
        reason: reason.to_owned(),
        localized_message: None,
    };
    draft.detail(
        "google.rpc.BadRequest",
        &rpc::BadRequest {
            field_violations: vec![violation],
        },
    )
}

impl Draft {
    fn new(code: Code, reason: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            reason,
            message: message.into(),
            metadata: Vec::new(),
            more: Vec::new(),
        }
    }

    fn with(mut self, key: &'static str, value: &(impl ToString + ?Sized)) -> Self {
        self.metadata.push((key, value.to_string()));
        self
    }

    fn detail(mut self, name: &str, message: &impl Message) -> Self {
        self.more.push(Any {
            type_url: format!("type.googleapis.com/{name}"),
            value: message.encode_to_vec(),
        });
        self
    }

    fn retry(self) -> Self {
        self.detail(
            "google.rpc.RetryInfo",
            &rpc::RetryInfo {
                retry_delay: Some(prost_types::Duration {
                    seconds: 0,
                    nanos: RETRY_AFTER_MS * 1_000_000,
                }),
            },
        )
    }

    /// The bytes of `grpc-status-details-bin`: a `google.rpc.Status`.
    fn encode(self) -> Vec<u8> {
        let metadata = self.metadata.into_iter();
        let info = rpc::ErrorInfo {
            reason: self.reason.to_owned(),
            domain: "copydesk".to_owned(),
            metadata: metadata.map(|(k, v)| (k.to_owned(), v)).collect(),
        };
        let info = Any {
            type_url: "type.googleapis.com/google.rpc.ErrorInfo".to_owned(),
            value: info.encode_to_vec(),
        };
        let status = rpc::Status {
            code: self.code.into(),
            message: self.message,
            details: [vec![info], self.more].concat(),
        };
        status.encode_to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_field_is_named_with_its_reason() {
        let problem = Problem::TextTooLong {
            limit: 4,
            actual: 5,
        };
        let message = Failure::from(problem.at("document.text")).to_message();
        assert_eq!(message.code, 3);
        assert_eq!(
            message.message,
            "document.text has 5 characters; at most 4 are accepted"
        );
        let info = rpc::ErrorInfo::decode(&*message.details[0].value).unwrap();
        assert_eq!(info.reason, "TEXT_TOO_LONG");
        assert_eq!(info.metadata["limit"], "4");
        let bad = rpc::BadRequest::decode(&*message.details[1].value).unwrap();
        assert_eq!(bad.field_violations[0].field, "document.text");
    }

    #[test]
    fn only_statuses_without_details_are_corrected() {
        let ours = Status::from(Failure::Overloaded);
        assert!(corrected(&ours, 1).is_none());
        assert!(corrected(&Status::unimplemented("no such method"), 1).is_none());
        let theirs = corrected(&Status::out_of_range("message too large"), 1);
        assert!(matches!(
            theirs,
            Some(Failure::MessageTooLarge { limit: 1 })
        ));
    }
}
