//! The headline of a text whose caller gives none: the first line that reads like one.

use crate::base::Span;

use super::BoilerplateKind::{self, Credit, Teaser, Widget};
use super::page::{Block, Frame, Page, Shape};

/// Lines above the headline that are looked through: a page's frame can be long.
const BLOCKS_MAX: usize = 40;

/// A headline has at least so many words: one alone names a section.
const WORDS_MIN: usize = 2;

/// Longer lines that end in a question or exclamation mark are sentences.
const EXCLAMATION_WORDS_MAX: usize = 16;

/// Finds the headline of `page`: the first line that is not of its frame, where it is
/// short, has no full stop and ends in no colon. None where sentences come first; a
/// picture's caption, told by its credit, may.
pub(super) fn headline(page: &Page<'_>) -> Option<Span> {
    for block in page.blocks.iter().take(BLOCKS_MAX) {
        match block.frame {
            Frame::Whole(_) | Frame::Header(_) => {}
            Frame::Article | Frame::Mixed => {
                let has = |kinds: &[_]| holds(page, *block, kinds);
                if has(&[Teaser]) {
                    return None; // "Story highlights": points follow
                }
                if has(&[Credit, Widget]) || block.shape == Shape::Section {
                    continue;
                }
                let may_be = block.shape == Shape::Headline && block.n_words >= WORDS_MIN;
                return may_be.then(|| reads_like_one(page, *block)).flatten();
            }
        }
    }
    None
}

/// The part of `block` that is no boilerplate, if that is one piece and reads like a
/// headline.
fn reads_like_one(page: &Page<'_>, block: Block) -> Option<Span> {
    let first = page
        .found
        .partition_point(|each| each.span.end <= block.span.start);
    let (mut start, mut end) = (block.span.start, block.span.end);
    let inside = page.found.get(first..)?.iter();
    for each in inside.take_while(|each| each.span.start < block.span.end) {
        if each.span.start <= start {
            start = each.span.end;
        } else {
            end = each.span.start;
            break;
        }
    }
    let raw = page.text.get(start..end)?;
    let span = Span::new(
        start + (raw.len() - raw.trim_start().len()),
        start + raw.trim_end().len(),
    );
    let bare = span.slice(page.text)?;
    let opens_small = bare
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    let is_item = page
        .text
        .get(block.span.start..)?
        .starts_with(['*', '•', '–', '—']);
    let announces = bare.ends_with([':', ',', ';', '|', '：', '，']);
    let exclaims = bare.ends_with(['?', '!']) && block.n_words > EXCLAMATION_WORDS_MAX;
    (!bare.is_empty() && !exclaims && !opens_small && !is_item && !announces).then_some(span)
}

/// Whether something of one of `kinds` stands in `block`.
fn holds(page: &Page<'_>, block: Block, kinds: &[BoilerplateKind]) -> bool {
    let first = page
        .found
        .partition_point(|each| each.span.end <= block.span.start);
    let inside = page.found.get(first..).unwrap_or(&[]);
    inside
        .iter()
        .take_while(|each| each.span.start < block.span.end)
        .any(|each| kinds.contains(&each.kind))
}
