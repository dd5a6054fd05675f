//! The headline of a text whose caller gives none: the first line that reads like one.

use crate::base::Span;

use super::super::letter::{is_alphabetic, is_lowercase};
use super::BoilerplateKind::{self, Credit, Teaser, Widget};
use super::page::{Block, Frame, Page, Shape};

/// Lines above the headline that are looked through: a page's frame can be long.
const BLOCKS_MAX: usize = 40;

/// A headline has at least so many words: one alone names a section.
const WORDS_MIN: usize = 2;

/// Longer lines that end in a question or exclamation mark are sentences.
const EXCLAMATION_WORDS_MAX: usize = 16;

/// What a headline has at least that is taken before others: fewer words above another
/// line may name a section ("Top Story Region"), or be the headline above its deck.
const TELLING_WORDS: usize = 4;

/// Below a line of few words, what has more words than this is its deck.
const DECK_WORDS: usize = 16;

/// The line that reads like a headline.
pub(super) struct Headline {
    pub(super) span: Span,
    /// Lines above it that were passed over: names of sections.
    pub(super) sections: Vec<Span>,
}

/// Finds the headline of `page`: the first line above its sentences that is not of its
/// frame, where it is short, has no full stop and ends in no colon; lines of few words only
/// where there is no other. None where sentences come first; a picture's caption, told by
/// its credit, may.
pub(super) fn headline(page: &Page<'_>) -> Option<Headline> {
    let (mut sections, mut short) = (Vec::new(), None);
    for block in page.blocks.iter().take(BLOCKS_MAX) {
        if !matches!(block.frame, Frame::Article | Frame::Mixed) {
            continue;
        }
        if holds(page, *block, &[Credit, Widget]) || block.shape == Shape::Section {
            continue;
        }
        // "Story highlights": points follow.
        if block.shape == Shape::Prose || holds(page, *block, &[Teaser]) {
            break;
        }
        if block.shape != Shape::Headline {
            continue;
        }
        let Some(span) = reads_like_one(page, *block) else {
            continue;
        };
        if short.is_some() && block.n_words > DECK_WORDS {
            break;
        }
        if block.n_words >= TELLING_WORDS {
            return Some(Headline { span, sections });
        }
        sections.push(span);
        if block.n_words >= WORDS_MIN {
            short = short.or(Some(span));
        }
    }
    short.map(|span| Headline {
        span,
        sections: Vec::new(),
    })
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
        .find(|c| is_alphabetic(*c))
        .is_some_and(is_lowercase);
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
