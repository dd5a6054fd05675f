//! Words that are glued together because a blank is missing, as crawled news has them:
//! `said.Hegseth’s`. UAX #29 takes a full stop or a colon between letters for part of a
//! word; we divide there
//!
//! - before a capital that follows a full stop, or that follows a small letter and a
//!   colon, and goes on in small letters (`outlook:The`),
//! - but not in abbreviations (`U.S.`, `Ph.D.`, `EE.UU.`), addresses and names of files
//!   (`Photo.Dusk.jpg`), nor before what ends the name of a host or a file (`ASP.NET`).
//!
//! A small letter after the full stop divides nothing: `example.com`, `e.g.` and `a.m.`
//! look the same as a missing blank. Between figure and letter (`20.While`) UAX #29
//! divides by itself.

use crate::base::Span;

use super::address::{boundary_at_most, is_domain, is_file_extension, is_in_address};
use super::letter::{is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase};

/// Longer pieces are no words of any language, and not looked at to their end.
const PIECE_BYTES_MAX: usize = 128;

/// More than any abbreviation takes.
const ABBREVIATION_BYTES_MAX: usize = 48;

/// Where the word `span` is to be divided first: at a full stop or a colon.
pub(super) fn division(text: &str, span: Span) -> Option<usize> {
    let word = span.slice(text)?;
    let marks = word.match_indices(['.', ':']);
    marks
        .map(|(i, _)| span.start + i)
        .find(|at| is_glued(text, *at) && !is_abbreviation(word))
}

/// Whether the full stop or colon at byte `at` ends a word that another one follows
/// without a blank.
pub(super) fn is_glued(text: &str, at: usize) -> bool {
    let (left, right) = (piece_before(text, at), piece_after(text, at + 1));
    let mut following = right.chars();
    if !following.next().is_some_and(is_uppercase) {
        return false;
    }
    let goes_on = following.next();
    let glued = if text.as_bytes().get(at) == Some(&b':') {
        left.ends_with(is_lowercase) && goes_on.is_some_and(is_lowercase)
    } else {
        match left.chars().count() {
            0 => false,
            // An initial: of a name (J.Smith) or of an abbreviation (U.S.The).
            1 => goes_on.is_some() && !is_single_letters(right) && !ends_host_or_file(right),
            _ => !is_doubled(left, right) && !ends_host_or_file(right),
        }
    };
    glued && !is_in_address(text, at)
}

/// Whether `word` is letters with full stops between them ("U.S", "p.m"), or a title that
/// is written like that ("Ph.D"); the last full stop is not in it.
pub(super) fn is_abbreviation(word: &str) -> bool {
    // Longer ones are not looked through, as often as they are asked about.
    if word.len() > ABBREVIATION_BYTES_MAX {
        return false;
    }
    let Some((first, rest)) = word.split_once('.') else {
        return false;
    };
    is_single_letters(word)
        || (is_doubled(first, rest) && !rest.is_empty())
        || TITLES.iter().any(|each| each.eq_ignore_ascii_case(word))
}

const TITLES: &[&str] = &[
    "Ph.D", "Ed.D", "Sc.D", "Psy.D", "D.Phil", "M.Phil", "M.Sc", "B.Sc", "M.Ed", "B.Ed", "M.Eng",
    "B.Eng", "M.Tech", "B.Tech", "LL.M", "LL.B", "Dr.Ing", "Dipl.Ing", "z.Zt", "z.Hd", "i.Allg",
    "Lt.Col", "Lt.Gov", "p.ej", "m.in",
];

/// Whether `word` is single letters, joined by full stops.
fn is_single_letters(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|piece| {
            let mut characters = piece.chars();
            characters.next().is_some_and(is_alphabetic) && characters.next().is_none()
        })
}

/// Whether both are doubled capitals, as Spanish abbreviates plurals: "EE.UU".
fn is_doubled(left: &str, right: &str) -> bool {
    let doubled = |piece: &str| {
        let mut characters = piece.chars();
        let (first, second) = (characters.next(), characters.next());
        first == second && first.is_some_and(is_uppercase) && characters.next().is_none()
    };
    doubled(left) && doubled(right)
}

/// Whether `piece` ends the name of a host or a file, and no word begins like that:
/// "ASP.NET", "PHOTO.JPG", "Yahoo.Com".
fn ends_host_or_file(piece: &str) -> bool {
    let shouted = piece.len() > 1 && piece.chars().all(is_uppercase);
    shouted && (is_file_extension(piece) || matches!(piece, "NET" | "COM" | "ORG" | "IO" | "TV"))
        || is_domain(&format!("host.{piece}"))
}

fn piece_before(text: &str, at: usize) -> &str {
    let from = boundary_at_most(text, at.saturating_sub(PIECE_BYTES_MAX));
    let before = text.get(from..at).unwrap_or_default();
    before
        .rsplit(|c: char| !is_alphanumeric(c))
        .next()
        .unwrap_or_default()
}

/// Letters from byte `at` on, with full stops where they are between single letters.
fn piece_after(text: &str, at: usize) -> &str {
    let to = boundary_at_most(text, at.saturating_add(PIECE_BYTES_MAX));
    let after = text.get(at..to).unwrap_or_default();
    let word = after
        .split(|c: char| !is_alphanumeric(c))
        .next()
        .unwrap_or_default();
    let dotted = after
        .split(|c: char| !is_alphanumeric(c) && c != '.')
        .next();
    let dotted = dotted.unwrap_or_default().trim_end_matches('.');
    match word.chars().nth(1) {
        None if is_single_letters(dotted) => dotted,
        _ => word,
    }
}
