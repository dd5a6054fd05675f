//! Where a keyword stands, and how it is written there.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{Document, Place};

use super::reading::Reading;

/// The mentions of one keyword.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions<'d> {
    /// The first ones, in text order.
    pub(super) places: Vec<Place>,
    /// Written forms of all of them, and how often each stands there.
    forms: Vec<(&'d str, usize)>,
    index_of: FxHashMap<&'d str, usize>,
}

impl<'d> Mentions<'d> {
    /// Adds the mention that stands on `words`; keeps its place while there are fewer
    /// than `places_max`.
    pub(super) fn add(
        &mut self,
        document: &'d Document,
        reading: &Reading,
        words: &Range<usize>,
        places_max: usize,
    ) {
        let Some(place) = reading.place_of(words) else {
            return;
        };
        let Some(form) = place.span.slice(document.field(place.field)) else {
            return;
        };
        if self.places.len() < places_max {
            self.places.push(place);
        }
        let index = *self.index_of.entry(form).or_insert(self.forms.len());
        match self.forms.get_mut(index) {
            Some((_, n)) => *n += 1,
            None => self.forms.push((form, 1)),
        }
    }

    /// The form written most often, the first one of equals; a possessive ("Ukraine's")
    /// only where there is no other.
    pub(super) fn most_common_form(&self) -> &'d str {
        // Of equals, the last is the greatest: so look from the end.
        let forms = self.forms.iter().rev();
        let common = forms.max_by_key(|(form, n)| (!is_possessive(form), *n));
        common.map_or("", |(form, _)| form)
    }
}

fn is_possessive(form: &str) -> bool {
    form.ends_with("'s") || form.ends_with("’s")
}
