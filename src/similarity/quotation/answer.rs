//! Uses put together: a quotation with all who carry it, and whom they put it down to.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Interrupted;
use crate::text::Speaker;

use super::super::Item;
use super::super::pace::Pace;
use super::family::Families;
use super::search::Found;
use super::wording::Wording;
use super::{QuotationParams, QuotationUse, SharedQuotation};

/// What uses are told of.
pub(super) struct Answer<'a> {
    pub(super) items: &'a [Item<'a>],
    pub(super) wordings: &'a [Wording],
    pub(super) families: &'a Families,
}

impl Answer<'_> {
    /// Puts `uses`, which are in order, together.
    pub(super) fn of(
        &self,
        uses: Vec<Found>,
        params: QuotationParams,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<SharedQuotation>, Interrupted> {
        let mut speakers: FxHashMap<u32, FxHashSet<&str>> = FxHashMap::default();
        for found in &uses {
            pace.spend(1)?;
            let whole = self.families.whole_of(found.pattern);
            if whole == found.pattern
                && let Some(speaker) = self.speaker(found)
            {
                speakers
                    .entry(whole)
                    .or_default()
                    .insert(last_name(&speaker.name));
            }
        }
        let mut groups: Vec<Vec<Found>> = Vec::new();
        let mut numbers: FxHashMap<u32, usize> = FxHashMap::default();
        for found in uses {
            pace.spend(1)?;
            let whole = self.families.whole_of(found.pattern);
            let others = speakers.get(&whole);
            let whole = if self.is_of_another(&found, others) {
                found.pattern
            } else {
                whole
            };
            let number = *numbers.entry(whole).or_insert(groups.len());
            if number == groups.len() {
                groups.push(Vec::new());
            }
            groups[number].push(found);
        }
        let mut bytes_left = params.bytes_max;
        let mut answer = Vec::new();
        for group in groups {
            pace.spend(group.len())?;
            let quotation = self.quotation(&group);
            if quotation.n_documents < params.documents_min {
                continue;
            }
            bytes_left = bytes_left
                .checked_sub(quotation.bytes())
                .ok_or(Interrupted::AnswerTooLarge)?;
            answer.push(quotation);
        }
        // Groups are in the order of their first uses, and the sort keeps it.
        answer.sort_by_key(|quotation| Reverse(quotation.n_documents));
        Ok(answer)
    }

    /// Whether `found` is a short fragment that its document puts down to somebody other
    /// than `speakers`, those of the whole: then it is no fragment, but words in common.
    fn is_of_another(&self, found: &Found, speakers: Option<&FxHashSet<&str>>) -> bool {
        const SHORT_WORDS_MAX: usize = 3;
        let (Some(speakers), Some(speaker)) = (speakers, self.speaker(found)) else {
            return false;
        };
        found.words.len() <= SHORT_WORDS_MAX && !speakers.contains(last_name(&speaker.name))
    }

    fn speaker(&self, found: &Found) -> Option<&Speaker> {
        let wording = self.wordings.get(found.document)?;
        wording.speaker(&found.words)
    }

    fn quotation(&self, group: &[Found]) -> SharedQuotation {
        let mut uses = Vec::with_capacity(group.len());
        for found in group {
            let wording = self.wordings.get(found.document);
            if let Some(place) = wording.and_then(|wording| wording.place(&found.words)) {
                uses.push(QuotationUse {
                    document: found.document,
                    place,
                    speaker: self.speaker(found).cloned(),
                    quoted: found.quoted,
                });
            }
        }
        // Of equals the first.
        let longest = group.iter().rev().max_by_key(|found| found.words.len());
        let text = longest.and_then(|found| {
            let place = self.wordings.get(found.document)?.place(&found.words)?;
            let item = self.items.get(found.document)?;
            place.span.slice(item.document.field(place.field))
        });
        let mut documents: Vec<usize> = uses.iter().map(|each| each.document).collect();
        documents.dedup();
        let publisher = |document: &usize| {
            let item = self.items.get(*document)?;
            Some(item.document.publisher()).filter(|publisher| !publisher.is_empty())
        };
        let publishers: FxHashSet<&str> = documents.iter().filter_map(publisher).collect();
        SharedQuotation {
            text: text.unwrap_or_default().to_owned(),
            speaker_names: speaker_names(&uses),
            n_documents: documents.len(),
            n_publishers: publishers.len(),
            uses,
        }
    }
}

/// The names that `uses` are put down to, most named first. "Lund" and "Ada Lund" count
/// for "Ada B. Lund", where no other Lund is named.
fn speaker_names(uses: &[QuotationUse]) -> Vec<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for speaker in uses.iter().filter_map(|each| each.speaker.as_ref()) {
        let number = *numbers.entry(&speaker.name).or_insert(counts.len());
        if number == counts.len() {
            counts.push((&speaker.name, 0));
        }
        counts[number].1 += 1;
    }
    let fullest = fullest_names(counts.iter().map(|(name, _)| *name));
    for number in 0..counts.len() {
        let (name, count) = counts[number];
        let full = fullest.get(last_name(name)).copied().flatten();
        if let Some(full) = full.filter(|full| *full != name)
            && let Some(full) = numbers.get(full)
        {
            counts[*full].1 += count;
            counts[number].1 = 0;
        }
    }
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let names = counts.into_iter().map(|(name, _)| name.to_owned());
    names.collect()
}

/// For each last name of `names` the longest name with it; `None` where it is that of two
/// people.
fn fullest_names<'n>(names: impl Iterator<Item = &'n str>) -> FxHashMap<&'n str, Option<&'n str>> {
    let mut fullest: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for name in names {
        let known = fullest.entry(last_name(name)).or_insert(Some(name));
        *known = known.and_then(|known| {
            let alone = |name: &str| !name.contains(' ');
            let same = alone(name) || alone(known) || first_name(name) == first_name(known);
            let longer = if name.len() > known.len() {
                name
            } else {
                known
            };
            same.then_some(longer)
        });
    }
    fullest
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}
