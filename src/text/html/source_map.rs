//! The way from a text as read back to the HTML that it was read from.
//!
//! A list of runs: pieces of the text that stand in the source letter by letter, or that
//! one entity stands for. What is between two runs of the text, blanks and line ends, was
//! made of what is between them in the source.

use crate::base::Span;

/// Where each byte of a text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceMap {
    /// In order, and apart from one another in text and source.
    runs: Vec<Run>,
}

/// A piece of the text. Offsets have 32 bits, for there may be a run for every other
/// byte; limits end far below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    read_start: u32,
    read_end: u32,
    source_start: u32,
    source_end: u32,
    /// Whether it stands in the source as an entity, which is never split.
    is_entity: bool,
}

impl Run {
    fn is_continued_by(&self, read: Span, source: Span) -> bool {
        let gap = |end, start| number(start) - end;
        !self.is_entity && gap(self.read_end, read.start) == gap(self.source_end, source.start)
    }
}

impl SourceMap {
    /// Adds the next piece, which stands in the source as it is. It goes on with the last
    /// run where `is_joined`: what is between is the same in text and source.
    pub(super) fn add_verbatim(&mut self, read: Span, source: Span, is_joined: bool) {
        match self.runs.last_mut() {
            Some(run) if is_joined && run.is_continued_by(read, source) => {
                run.read_end = number(read.end);
                run.source_end = number(source.end);
            }
            _ => self.add(read, source, false),
        }
    }

    /// Adds the next piece, for which an entity stands in the source.
    pub(super) fn add_entity(&mut self, read: Span, source: Span) {
        self.add(read, source, true);
    }

    fn add(&mut self, read: Span, source: Span, is_entity: bool) {
        self.runs.push(Run {
            read_start: number(read.start),
            read_end: number(read.end),
            source_start: number(source.start),
            source_end: number(source.end),
            is_entity,
        });
    }

    /// Where the last piece ends in the source.
    pub(super) fn source_end(&self) -> usize {
        self.runs.last().map_or(0, |run| run.source_end as usize)
    }

    /// Forgets the pieces from byte `read` of the text on, where one begins.
    pub(super) fn truncate(&mut self, read: usize) {
        let read = number(read);
        let kept = self.runs.partition_point(|run| run.read_start < read);
        self.runs.truncate(kept);
    }

    /// The range of the source that `span` of the text was read from.
    pub(super) fn source_span(&self, span: Span) -> Span {
        let start = self.source_start_of(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_end_of(span.end))
    }

    /// Where the byte at `read` begins in the source; what was made of nothing begins
    /// where the piece before it ends.
    fn source_start_of(&self, read: usize) -> usize {
        let read = number(read);
        let next = self.runs.partition_point(|run| run.read_start <= read);
        let run = next.checked_sub(1).and_then(|last| self.runs.get(last));
        let start = run.map_or(0, |run| match read {
            _ if read >= run.read_end => run.source_end,
            _ if run.is_entity => run.source_start,
            _ => run.source_start + (read - run.read_start),
        });
        start as usize
    }

    /// Where the byte before `read` ends in the source; what was made of nothing ends
    /// where the piece after it begins.
    fn source_end_of(&self, read: usize) -> usize {
        let read = number(read);
        let next = self.runs.partition_point(|run| run.read_end < read);
        let end = match self.runs.get(next) {
            Some(run) if read <= run.read_start => run.source_start,
            Some(run) if run.is_entity => run.source_end,
            Some(run) => run.source_start + (read - run.read_start),
            None => return self.source_end(),
        };
        end as usize
    }
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
