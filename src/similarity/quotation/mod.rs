//! Quotations across documents: which are carried by several, how much of each, with or
//! without quotation marks, and whom they are put down to.
//!
//! Every quotation of every document is searched in all documents as a run of folded
//! words. What two documents or more carry, in one piece, is a quotation of the answer,
//! unless it is a fragment of a longer one that as many as two carry: then it is a use of
//! that. So a sentence that one newspaper prints whole and another breaks up by narration
//! is told in the parts that both have, and each use has exactly the words that are
//! shared.
//!
//! In reading order: `wording` folds documents, `search` looks for all quotations in one
//! pass (`patterns`) and ties fragments to what they are of (`family`), `answer` puts uses
//! together.
//! All of it takes time in proportion to the words, however often one of them is repeated.

mod answer;
mod family;
mod patterns;
mod search;
mod wording;

use crate::base::{Budget, Interrupted};
use crate::text::{Place, Speaker};

use super::Item;
use super::pace::Pace;

use answer::Answer;
use search::Search;
use wording::Vocabulary;

/// Most documents that a call may ask for.
pub const MIN_DOCUMENTS_MAX: usize = 100;
/// Most words that a call may ask for.
pub const MIN_WORDS_MAX: usize = 100;

/// Which quotations to tell.
#[derive(Clone, Copy, Debug)]
pub struct QuotationParams {
    /// Documents that must carry a quotation; 1 tells every quotation.
    pub documents_min: usize,
    /// Words of the shortest quotation.
    pub words_min: usize,
    /// Also look at menus, credits and teasers.
    pub include_boilerplate: bool,
    /// Bytes of the answer, as it is written out; more are no answer but an error.
    pub bytes_max: usize,
}

impl Default for QuotationParams {
    fn default() -> Self {
        Self {
            documents_min: 2,
            words_min: 2,
            include_boilerplate: false,
            bytes_max: usize::MAX,
        }
    }
}

/// A quotation, and who carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedQuotation {
    /// Its longest form.
    pub text: String,
    /// By document, then place. A fragment is a use of the whole.
    pub uses: Vec<QuotationUse>,
    /// Names that it is put down to, most named first, ties by first use.
    pub speaker_names: Vec<String>,
    /// Documents that carry it.
    pub n_documents: usize,
    /// Publishers that carry it, of those that are named.
    pub n_publishers: usize,
}

/// A use of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationUse {
    /// Place of the document among the documents.
    pub document: usize,
    /// Its words, without quotation marks and punctuation around them.
    pub place: Place,
    /// Whom the document puts it down to.
    pub speaker: Option<Speaker>,
    /// Whether the document prints it inside quotation marks, most of it at least.
    pub quoted: bool,
}

/// The quotations that several of `items` carry, most carried first, ties by first use.
///
/// ```
/// use copydesk::base::{Budget, Language, Limits};
/// use copydesk::similarity::{Item, QuotationParams, match_quotations};
/// use copydesk::stem::Analyzer;
/// use copydesk::text::{Document, DocumentParts};
///
/// let english = Language::from_code("en").unwrap();
/// let documents = [
///     "“We found cracks in the hanger plates,” said inspector Ada Lund.",
///     "The bridge has ‘cracks in the hanger plates’, Lund said.",
/// ]
/// .map(|text| {
///     let parts = DocumentParts { text: text.into(), ..DocumentParts::default() };
///     Document::new(parts, &Limits::default()).unwrap()
/// });
/// let analyzer = Analyzer::new(english);
/// let items = documents.each_ref().map(|document| Item { document, language: english, analyzer });
///
/// let found =
///     match_quotations(&items, QuotationParams::default(), &Budget::unlimited()).unwrap();
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].text, "cracks in the hanger plates");
/// assert_eq!(found[0].uses.len(), 2);
/// assert_eq!(found[0].speaker_names, ["Ada Lund"]);
/// ```
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends, or when the answer has more bytes than `bytes_max`.
pub fn match_quotations(
    items: &[Item<'_>],
    params: QuotationParams,
    budget: &Budget,
) -> Result<Vec<SharedQuotation>, Interrupted> {
    budget.check()?;
    let mut pace = Pace::new(budget);
    let mut vocabulary = Vocabulary::default();
    let mut wordings = Vec::with_capacity(items.len());
    for item in items {
        wordings.push(vocabulary.read(item, params.include_boilerplate, &mut pace)?);
    }
    let search = Search::new(&wordings, &vocabulary, params.words_min, &mut pace)?;
    let families = search.families(&mut pace)?;
    let mut uses = search.shared_uses(&families, &mut pace)?;
    if params.documents_min <= 1 {
        search.add_lone_uses(&mut uses, &mut pace)?;
    }
    let answer = Answer {
        items,
        wordings: &wordings,
        families: &families,
    };
    answer.of(uses, params, &mut pace)
}

impl SharedQuotation {
    /// Bytes of it as it is written out, with some for numbers around each text.
    fn bytes(&self) -> usize {
        const NUMBERS_BYTES: usize = 24;
        let of_use = |each: &QuotationUse| {
            let speaker = each.speaker.as_ref();
            let speaker = speaker.map_or(0, |s| s.name.len() + s.mention.span.len());
            each.place.span.len() + speaker + 2 * NUMBERS_BYTES
        };
        let names = self.speaker_names.iter().map(String::len).sum::<usize>();
        self.text.len() + names + self.uses.iter().map(of_use).sum::<usize>()
    }
}

#[cfg(test)]
mod tests;
