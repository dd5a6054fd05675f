//! Words of common characters, one character after the other, by rules WB5 to WB13 of
//! UAX #29 and a table (`class`).

use super::super::scan::letters_at;
use super::Segment;
use super::class::{Class, class_at};
use crate::base::Span;

/// What a look at the next characters finds.
pub(super) enum Found {
    Word(Segment),
    /// A rare character; the stretch begins here.
    Rare(usize),
    End,
}

/// The first word at or after byte `at`.
pub(super) fn find(bytes: &[u8], mut at: usize) -> Found {
    // What a rare character stands on belongs to its stretch: it may be a mark.
    let mut before = at;
    loop {
        match class_at(bytes, at) {
            None => return Found::End,
            Some((Class::Rare, _)) => return Found::Rare(before),
            Some((Class::Letter | Class::Digit | Class::Joiner, _)) => {
                match word_at(bytes, at) {
                    // Low lines alone are punctuation.
                    Found::Word(word) if is_low_lines(bytes, word.span) => {
                        before = at;
                        at = word.span.end;
                    }
                    found @ (Found::Word(_) | Found::Rare(_) | Found::End) => return found,
                }
            }
            Some((Class::MidLetter | Class::MidDigit | Class::Mid | Class::Between, len)) => {
                before = at;
                at += len;
            }
        }
    }
}

fn is_low_lines(bytes: &[u8], span: Span) -> bool {
    // Most words begin with something else, and are not looked at any further.
    let word = bytes.get(span.start..span.end).unwrap_or_default();
    word.iter().all(|byte| *byte == b'_')
}

/// The word that begins at byte `start`.
fn word_at(bytes: &[u8], start: usize) -> Found {
    let mut at = start;
    let mut before = Class::Between;
    let mut dotted = false;
    loop {
        // Most of most texts: letters of ASCII, one after the other.
        let n_letters = letters_at(bytes, at);
        if n_letters > 0 {
            at += n_letters;
            before = Class::Letter;
        }
        let Some((class, len)) = class_at(bytes, at) else {
            break;
        };
        match class {
            Class::Letter | Class::Digit | Class::Joiner => before = class,
            Class::Between => break,
            Class::Rare => return Found::Rare(start),
            Class::MidLetter | Class::MidDigit | Class::Mid => {
                let after = class_at(bytes, at + len).map(|(class, _)| class);
                match after {
                    Some(Class::Rare) => return Found::Rare(start),
                    Some(after) if joins(before, class, after) => {
                        dotted |= matches!(bytes.get(at), Some(b'.' | b':'));
                    }
                    _ => {
                        dotted |= class == Class::MidLetter;
                        break;
                    }
                }
            }
        }
        at += len;
    }
    let span = Span::new(start, at);
    Found::Word(Segment { span, dotted })
}

/// Whether `mid` between `before` and `after` belongs to the word of both.
fn joins(before: Class, mid: Class, after: Class) -> bool {
    match (before, after) {
        (Class::Letter, Class::Letter) => mid != Class::MidDigit,
        (Class::Digit, Class::Digit) => mid != Class::MidLetter,
        _ => false,
    }
}
