//! How much a caller may send, as the operator sets it.

use std::time::Duration;

/// Limits on what one call may carry. All counts of characters are code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Characters of one document.
    pub document_characters_max: usize,
    /// Characters of all texts of one request.
    pub request_characters_max: usize,
    /// Characters of a title.
    pub title_characters_max: usize,
    /// Characters of an id, and of a publisher's key.
    pub id_characters_max: usize,
    /// Texts of one batch of detection.
    pub detection_batch_max: usize,
    /// Items of any other batch.
    pub batch_max: usize,
    /// Entries of any list of words or codes.
    pub list_entries_max: usize,
    /// Documents of one comparison.
    pub comparison_documents_max: usize,
    /// Documents of one alignment or matching of quotations.
    pub alignment_documents_max: usize,
    /// Bytes of one message, either way, after decompression.
    pub message_bytes_max: usize,
    /// Time of one unary call, and of one item of a stream.
    pub call_duration_max: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document_characters_max: 1_000_000,
            request_characters_max: 4_000_000,
            title_characters_max: 1_000,
            id_characters_max: 256,
            detection_batch_max: 1_000,
            batch_max: 256,
            list_entries_max: 10_000,
            comparison_documents_max: 1_000,
            alignment_documents_max: 100,
            message_bytes_max: 16 << 20,
            call_duration_max: Duration::from_secs(30),
        }
    }
}
