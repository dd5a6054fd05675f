//! Where a keyword stands, and how it is written there.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{Document, Place};

use super::reading::Reading;

/// The mentions of one keyword.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions<'d> {
    /// The first ones, in text order.
    places: Vec<Found>,
    /// The last one, whether it was kept or not.
    last: Option<Found>,
    n: usize,
    /// Written forms of its own mentions, and how often each stands there.
    forms: Vec<(&'d str, usize)>,
    index_of: FxHashMap<&'d str, usize>,
}

/// A place, with and without the ending of a genitive.
#[derive(Clone, Copy, Debug)]
struct Found {
    place: Place,
    genitive: usize,
    /// Of the keyword's own form, not of a shorter form of its name.
    own: bool,
}

impl Found {
    fn without_genitive(self) -> Place {
        let mut place = self.place;
        place.span.end = place.span.end.saturating_sub(self.genitive);
        place
    }

    fn overlaps(&self, before: &Self) -> bool {
        before.place.field == self.place.field && self.place.span.start < before.place.span.end
    }

    /// Whether it counts instead of `before`, which it overlaps.
    fn replaces(&self, before: &Self) -> bool {
        match (before.own, self.own) {
            (false, true) => true,
            (true, _) => false,
            (false, false) => before.place.span.len() < self.place.span.len(),
        }
    }
}

impl<'d> Mentions<'d> {
    /// Adds the mention that stands on `words`, which is one of its `own` or of a shorter
    /// form of the name; keeps its place while there are fewer than `places_max`.
    ///
    /// Of two that overlap one counts: its own form rather than a shorter one, of two own
    /// ones the first, so that what is shown of a keyword is one of its mentions.
    pub(super) fn add(
        &mut self,
        document: &'d Document,
        reading: &Reading,
        words: &Range<usize>,
        own: bool,
        places_max: usize,
    ) {
        let Some(place) = reading.place_of(words) else {
            return;
        };
        let last = words.end.checked_sub(1).and_then(|i| reading.words.get(i));
        let found = Found {
            place,
            genitive: last.map_or(0, |word| usize::from(word.genitive)),
            own,
        };
        let overlapped = self.last.filter(|last| found.overlaps(last));
        match overlapped {
            Some(before) if !found.replaces(&before) => return,
            Some(before) => {
                if self.places.last().map(|last| last.place) == Some(before.place) {
                    self.places.pop();
                    self.places.push(found);
                }
            }
            None => {
                self.n += 1;
                if self.places.len() < places_max {
                    self.places.push(found);
                }
            }
        }
        self.last = Some(found);
        if own {
            self.count_form(document, found);
        }
    }

    fn count_form(&mut self, document: &'d Document, found: Found) {
        let place = found.without_genitive();
        let Some(form) = place.span.slice(document.field(place.field)) else {
            return;
        };
        let index = *self.index_of.entry(form).or_insert(self.forms.len());
        match self.forms.get_mut(index) {
            Some((_, n)) => *n += 1,
            None => self.forms.push((form, 1)),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.n
    }

    /// Where the first ones stand, in text order.
    pub(super) fn places(&self) -> Vec<Place> {
        let places = self.places.iter();
        places.map(|found| found.without_genitive()).collect()
    }

    /// The form written most often, the first one of equals; without the ending of a
    /// genitive.
    pub(super) fn most_common_form(&self) -> &'d str {
        // Of equals, the last is the greatest: so look from the end.
        let forms = self.forms.iter().rev();
        let common = forms.max_by_key(|(_, n)| *n);
        common.map_or("", |(form, _)| form)
    }
}
