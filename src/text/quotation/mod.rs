//! Quotations: what stands in a document between quotation marks, and who is said to
//! have said it.
//!
//! Both are read off the page, by rules. `marks` finds what marks enclose (`sides` tells
//! what each of them can be), `frame` the narration around it, `name` who is named there;
//! `attribution` finds verbs of saying with their subjects, by the words of `table`, by the
//! kind of their clause (`clause`) and, right behind speech, whatever the verb (`behind`);
//! `speaker` joins all by the patterns of news: "said NAME", "NAME told reporters",
//! "according to NAME", a pronoun for whom was named last. Where no rule fits nobody is
//! named: a wrong name under a quotation is worse than none.

mod attribution;
mod behind;
mod clause;
mod frame;
mod marks;
mod name;
mod sides;
mod speaker;
mod table;

use crate::base::{Budget, Interrupted, Language};

use super::boilerplate::Article;
use super::document::{Document, Field, Place};

use frame::Frames;
use marks::marked;
use name::{People, Spelling};
use speaker::Speakers;

/// What stands between two quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, without the marks and the blanks beside them.
    pub place: Place,
    /// Whom the document puts it down to; `None` where nobody is named.
    pub speaker: Option<Speaker>,
}

/// Somebody to whom a quotation is put down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form of the name in the document.
    pub name: String,
    /// The words that name the speaker, a pronoun perhaps, or the verb of a language that
    /// needs none ("dijo"): beside the quotation or, where speech goes on without a word,
    /// beside the one before.
    pub mention: Place,
}

/// The quotations of `document`, a document in `language`, that are in the article: by
/// field and place, the outer before the inner.
///
/// The speakers' names are told by patterns of English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Russian and Polish; in other languages only by a colon.
///
/// ```
/// use copydesk::base::{Budget, Language, Limits};
/// use copydesk::text::{Article, Document, DocumentParts, quotations};
///
/// let parts = DocumentParts {
///     text: "Inspector Ada Lund arrived at noon.\n“We found cracks,” she said, “and rust.”"
///         .into(),
///     ..DocumentParts::default()
/// };
/// let document = Document::new(parts, &Limits::default()).unwrap();
/// let english = Language::from_code("en").unwrap();
/// let article = Article::default();
/// let found = quotations(&document, &article, english, &Budget::unlimited()).unwrap();
/// let text = |i: usize| found[i].place.span.slice(document.text()).unwrap();
/// assert_eq!((text(0), text(1)), ("We found cracks,", "and rust."));
/// assert_eq!(found[1].speaker.as_ref().unwrap().name, "Ada Lund");
/// ```
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn quotations(
    document: &Document,
    article: &Article,
    language: Language,
    budget: &Budget,
) -> Result<Vec<Quotation>, Interrupted> {
    budget.check()?;
    let fields = [Field::Title, Field::Text];
    let mut marks = Vec::with_capacity(fields.len());
    for field in fields {
        marks.push(marked(document.field(field), budget)?);
    }
    if marks.iter().all(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let spelling = Spelling::new(language);
    let mut people = People::default();
    let mut frames = Vec::with_capacity(fields.len());
    let mut n_words = 0;
    for (field, marks) in fields.into_iter().zip(&marks) {
        let of_field = Frames::new(document.field(field), marks, language, budget)?;
        people.add(&of_field, &spelling, n_words, budget)?;
        n_words += of_field.words.len();
        frames.push(of_field);
    }
    let mut speakers = Speakers::new(&spelling, &people);
    let mut quotations = Vec::new();
    for ((field, marks), frames) in fields.into_iter().zip(&marks).zip(&frames) {
        let names = speakers.of_field(frames, marks, budget)?;
        for (mark, speaker) in marks.iter().zip(names) {
            let place = Place {
                field,
                span: mark.inner(),
            };
            if !article.is_boilerplate(place) {
                quotations.push(Quotation {
                    place,
                    speaker: speaker.map(|named| {
                        let (name, span) = *named;
                        let mention = Place { field, span };
                        Speaker { name, mention }
                    }),
                });
            }
        }
    }
    Ok(quotations)
}

#[cfg(test)]
mod tests;
