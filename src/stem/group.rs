//! Groups: what a reader takes for one word, and the words that it is made of, as they are
//! looked up. Elided words stand for themselves: "l'accord" is two.

use crate::base::Span;
use crate::text::{Elisions, TokenKind, Tokens, tokens};

/// What a reader takes for one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Where it stands, with the signs that belong to it.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: TokenKind,
    /// The words inside, where there are several; else empty.
    parts: Vec<Span>,
    form: Form,
}

/// A word of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it stands.
    pub(crate) span: Span,
    /// What of it is looked up.
    pub(crate) form: Form,
}

/// What of a word is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// All of it, as it is written.
    Whole,
    /// An elided word without its apostrophe.
    Elided,
    /// An abbreviation without its full stops: "U.S." and "US" are one, whatever else has
    /// dots.
    Dotted,
    /// A hashtag without its sign.
    Tagged,
}

impl Group {
    /// How many words there are in it, at least one.
    pub(crate) fn n_pieces(&self) -> usize {
        self.parts.len().max(1)
    }

    /// Its only word; `None` where there are several.
    #[inline]
    pub(crate) fn as_piece(&self) -> Option<Piece> {
        self.parts.is_empty().then_some(Piece {
            span: self.span,
            form: self.form,
        })
    }

    /// Its words.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece> {
        let parts = self.parts.iter().map(|part| Piece {
            // An elided word before it is a group of its own.
            span: Span::new(part.start.max(self.span.start), part.end),
            form: Form::Whole,
        });
        self.as_piece().into_iter().chain(parts)
    }
}

/// The groups of `text`, in order and apart, where it is in a language with `elisions`.
pub(crate) fn groups(text: &str, elisions: Option<Elisions>) -> Groups<'_> {
    Groups {
        text,
        tokens: tokens(text),
        elisions,
        rest: None,
    }
}

/// Iterator of [`groups`].
pub(crate) struct Groups<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    elisions: Option<Elisions>,
    /// What stands behind an elided word.
    rest: Option<Group>,
}

impl Iterator for Groups<'_> {
    type Item = Group;

    #[inline]
    fn next(&mut self) -> Option<Group> {
        if let Some(rest) = self.rest.take() {
            return Some(rest);
        }
        let token = self.tokens.next()?;
        let form = match token.kind {
            TokenKind::Abbreviation => Form::Dotted,
            TokenKind::Hashtag => Form::Tagged,
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Compound
            | TokenKind::Url
            | TokenKind::Email
            | TokenKind::Mention => Form::Whole,
        };
        let group = Group {
            span: token.span,
            kind: token.kind,
            parts: token.parts,
            form,
        };
        match self.elisions {
            Some(elisions) => Some(self.divided(group, elisions)),
            None => Some(group),
        }
    }
}

impl Groups<'_> {
    /// The elided word at the head of `group`, if there is one; the rest comes next.
    fn divided(&mut self, mut group: Group, elisions: Elisions) -> Group {
        let elided = elisions.len(group.span.slice(self.text).unwrap_or_default());
        if elided == 0 {
            return group;
        }
        let head = Span::new(group.span.start, group.span.start + elided);
        group.span.start = head.end;
        self.rest = Some(group);
        Group {
            span: head,
            kind: TokenKind::Word,
            parts: Vec::new(),
            form: Form::Elided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;

    #[test]
    fn groups_are_what_a_reader_takes_for_one_word() {
        let text = "Qu’il voie l'armée, les U.S., le #train et Jean-Luc";
        let french = Elisions::of(Language::from_code("fr").unwrap());
        let found: Vec<_> = groups(text, french)
            .map(|group| {
                let written = |piece: Piece| piece.span.slice(text).unwrap();
                let pieces: Vec<_> = group.pieces().map(written).collect();
                (group.span.slice(text).unwrap(), pieces.join("|"))
            })
            .collect();
        let expected = [
            ("Qu’", "Qu’"),
            ("il", "il"),
            ("voie", "voie"),
            ("l'", "l'"),
            ("armée", "armée"),
            ("les", "les"),
            ("U.S.", "U.S."),
            ("le", "le"),
            ("#train", "#train"),
            ("et", "et"),
            ("Jean-Luc", "Jean|Luc"),
        ];
        assert_eq!(
            found,
            expected.map(|(span, pieces)| (span, pieces.to_owned()))
        );
    }
}
