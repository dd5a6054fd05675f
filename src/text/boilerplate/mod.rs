//! Which parts of a document are the article: its headline, and what is not it.
//!
//! Pages bring menus, credits, teasers and notices along with the article, and crawlers
//! keep them. They are told by rules over lines (`line`), over the sentences and glued
//! parts of a line (`part`) with the set phrases of twelve languages (`table`, which
//! `phrase` finds), over marks inside of lines (`inline`) and over how lines follow one
//! another (`page`).
//!
//! Precision comes before recall: a menu that stays costs a keyword, a sentence that goes
//! costs the news. What could be the article's own is left to it; docs/quality.md has what
//! was measured. No tags of HTML are read here: the text is what a reader sees.

mod block;
mod headline;
mod inline;
mod letters;
mod line;
mod page;
mod part;
mod phrase;
mod plain;
mod sign;
mod table;
#[cfg(test)]
mod tests;

use crate::base::{Budget, Interrupted, Language, Span};

use super::document::{Document, Field, Place};
use headline::{Headline, headline};
use page::Page;

/// Why a stretch of a page is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoilerplateKind {
    /// Menus, breadcrumbs, names of sections.
    Navigation,
    /// Advertisements and their labels.
    Advertisement,
    /// Credits of pictures and of syndication.
    Credit,
    /// Calls to other articles.
    Teaser,
    /// Widgets to share, rate or comment.
    Widget,
    /// Calls to subscribe or to sign up.
    Subscription,
    /// Copyright, cookie and archive notices.
    Notice,
    /// Left-over markup and addresses of pictures.
    Markup,
    /// Anything else.
    Other,
}

/// A stretch of a document's text that is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boilerplate {
    /// Where it stands in the text; a title has none.
    pub span: Span,
    /// Why it is not the article.
    pub kind: BoilerplateKind,
}

/// What of a document is the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    headline: Option<Place>,
    boilerplate: Vec<Boilerplate>,
}

impl Article {
    /// Finds the headline, and what is not the article, in a document in `language`.
    ///
    /// The headline is the caller's title where there is one, which is not looked through
    /// for boilerplate.
    ///
    /// ```
    /// use copydesk::base::{Budget, Language, Limits};
    /// use copydesk::text::{Article, BoilerplateKind, Document, DocumentParts};
    ///
    /// let text = "Top StoryUS\n\nBridge closed after inspection\n\nEngineers closed the bridge \
    ///     on Monday after they found a crack.\n\nShare this article";
    /// let parts = DocumentParts { text: text.into(), ..DocumentParts::default() };
    /// let document = Document::new(parts, &Limits::default()).unwrap();
    /// let english = Language::from_code("en").unwrap();
    /// let article = Article::find(&document, english, &Budget::unlimited()).unwrap();
    ///
    /// let headline = article.headline().unwrap();
    /// assert_eq!(headline.span.slice(text), Some("Bridge closed after inspection"));
    /// let kinds: Vec<_> = article.boilerplate().iter().map(|each| each.kind).collect();
    /// assert_eq!(kinds, [BoilerplateKind::Navigation, BoilerplateKind::Widget]);
    /// ```
    ///
    /// # Errors
    ///
    /// [`Interrupted`] when `budget` ends.
    pub fn find(
        document: &Document,
        language: Language,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        budget.check()?;
        let mut page = Page::read(document.text(), language, budget)?;
        let title = document.title();
        let headline = if title.trim().is_empty() {
            let is_told = |heading: &Span| {
                let mut told = page.found.iter().map(|each| each.span);
                told.any(|span| span.start < heading.end && heading.start < span.end)
            };
            let heading = document.html_heading().filter(|span| !is_told(span));
            let found = heading.or_else(|| {
                let Headline { span, sections } = headline(&page)?;
                page.leave_out(&sections);
                Some(span)
            });
            found.map(|span| (Field::Text, span))
        } else {
            Some((Field::Title, Span::new(0, title.len())))
        };
        Ok(Self {
            headline: headline.map(|(field, span)| Place { field, span }),
            boilerplate: page.into_boilerplate(),
        })
    }

    /// The same with nothing left out: the headline alone is told.
    #[must_use]
    pub fn with_boilerplate(self) -> Self {
        Self {
            boilerplate: Vec::new(),
            ..self
        }
    }

    /// The headline: the caller's, or else the heading that HTML names, or the line of the
    /// text that reads like one.
    pub fn headline(&self) -> Option<Place> {
        self.headline
    }

    /// What is not the article, in text order, apart from one another.
    pub fn boilerplate(&self) -> &[Boilerplate] {
        &self.boilerplate
    }

    /// Whether any of `place` is boilerplate.
    pub fn is_boilerplate(&self, place: Place) -> bool {
        let ends_before = |each: &Boilerplate| each.span.end <= place.span.start;
        let next = self.boilerplate.partition_point(ends_before);
        let next = self.boilerplate.get(next);
        place.field == Field::Text && next.is_some_and(|each| each.span.start < place.span.end)
    }
}

/// Looks at a budget every so often, whatever the shape of the work.
struct Pace<'b> {
    budget: &'b Budget,
    n_bytes: usize,
}

/// Bytes between two looks at the budget: few, since a word costs several look-ups.
const BYTES_PER_CHECK: usize = 1 << 13;

impl<'b> Pace<'b> {
    fn new(budget: &'b Budget) -> Self {
        Self { budget, n_bytes: 0 }
    }

    /// Counts `n_bytes` that were read.
    fn spend(&mut self, n_bytes: usize) -> Result<(), Interrupted> {
        self.n_bytes += n_bytes;
        if self.n_bytes < BYTES_PER_CHECK {
            return Ok(());
        }
        self.n_bytes = 0;
        self.budget.check()
    }
}
