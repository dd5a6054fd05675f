//! Which attribution a quotation belongs to, and whom a pronoun or an office stands for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Budget, Interrupted, Span};

use super::super::Folded;
use super::attribution::{Attribution, Finder, Subject};
use super::frame::Frames;
use super::marks::Marked;
use super::name::{People, Spelling, bare, is_article, is_capital, is_possessive, name_of};

/// A name, and the words of the text that name its bearer.
pub(super) type Named = (String, Span);

/// Words before a subject that may stand between it and a quotation's end.
const WORDS_BEFORE_SUBJECT_MAX: usize = 4;

/// Words of a description behind a name, up to the title in it.
const WORDS_OF_TITLE_MAX: usize = 6;

/// Tells who speaks, in the order of the text.
pub(super) struct Speakers<'a> {
    spelling: &'a Spelling,
    people: &'a People,
    /// Whom a pronoun would stand for.
    focus: Option<String>,
    /// Who was last named with an office.
    bearers: FxHashMap<Folded, String>,
    /// Words of the fields before.
    offset: usize,
}

/// An attribution whose subject is known by name.
struct Source {
    attribution: Attribution,
    named: Option<Named>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(spelling: &'a Spelling, people: &'a People) -> Self {
        Self {
            spelling,
            people,
            focus: None,
            bearers: FxHashMap::default(),
            offset: 0,
        }
    }

    /// The speaker of each of `quotations`, which are those of `frames`; in boxes, for there
    /// are texts with many quotations of nobody.
    pub(super) fn of_field(
        &mut self,
        frames: &Frames<'_>,
        quotations: &[Marked],
        budget: &Budget,
    ) -> Result<Vec<Option<Box<Named>>>, Interrupted> {
        let sources = self.sources(frames, budget)?;
        let page = Page {
            frames,
            quotations,
            sources: &sources,
            spelling: self.spelling,
            people: self.people,
            offset: self.offset,
        };
        self.offset += frames.words.len();
        let mut speakers: Vec<Option<Box<Named>>> = Vec::with_capacity(quotations.len());
        let mut outer_end = 0;
        let mut last_outer = None;
        for (index, quotation) in quotations.iter().enumerate() {
            if index % 64 == 0 {
                budget.check()?;
            }
            let is_outer = quotation.outer().start >= outer_end;
            let speaker = page.beside(quotation, is_outer).or_else(|| {
                if !is_outer {
                    return None;
                }
                let told = page
                    .around(quotation)
                    .or_else(|| page.told_before(quotation));
                told.or_else(|| {
                    let last: usize = last_outer?;
                    let goes_on = page.goes_on(quotations.get(last)?, quotation);
                    speakers.get(last).filter(|_| goes_on)?.as_deref().cloned()
                })
            });
            speakers.push(speaker.map(Box::new));
            if is_outer {
                outer_end = quotation.outer().end;
                // A title between marks is nobody's speech.
                let speech = quotation.inner().slice(frames.text).unwrap_or_default();
                if speech.split_whitespace().nth(2).is_some() {
                    last_outer = Some(index);
                }
            }
        }
        // Speech that the next quotation goes on with is of one speaker.
        for index in (1..quotations.len()).rev() {
            let continued = quotations.get(index - 1).is_some_and(|q| q.continued);
            if continued && speakers.get(index - 1).is_some_and(Option::is_none) {
                let next = speakers.get(index).cloned().flatten();
                if let Some(speaker) = speakers.get_mut(index - 1) {
                    *speaker = next;
                }
            }
        }
        Ok(speakers)
    }

    /// All attributions of `frames`, with their subjects' names.
    fn sources(
        &mut self,
        frames: &Frames<'_>,
        budget: &Budget,
    ) -> Result<Vec<Source>, Interrupted> {
        let finder = Finder {
            frames,
            spelling: self.spelling,
            people: self.people,
            offset: self.offset,
        };
        let mut sources: Vec<Source> = Vec::new();
        for (number, frame) in frames.ranges().enumerate() {
            if number % 64 == 0 {
                budget.check()?;
            }
            let first_source = sources.len();
            let topics = self.topics(frames, &frame);
            for index in frame {
                if index % 1_024 == 0 {
                    budget.check()?;
                }
                let Some(attribution) = finder.at(index) else {
                    continue;
                };
                let of_frame = sources.get(first_source..).unwrap_or_default();
                let named = self.resolve(frames, &attribution, of_frame, &topics);
                sources.push(Source { attribution, named });
            }
            let is_told = |source: &&Source| {
                let word = frames.words.get(source.attribution.verb);
                source.named.is_some() && word.is_some_and(|word| word.is_narrated())
            };
            let told = sources.iter().skip(first_source).rfind(is_told);
            let told = told.and_then(|source| source.named.clone());
            let topic = topics.iter().find(|topic| topic.is_subject);
            let topic = topic.or(topics.first()).map(|topic| topic.name.clone());
            if let Some(name) = told.map(|(name, _)| name).or(topic) {
                self.focus = Some(name);
            }
        }
        Ok(sources)
    }

    /// The people whom the narration of `frame` names, other than as owners; takes note
    /// of the offices that they are named with.
    fn topics(&mut self, frames: &Frames<'_>, frame: &Range<usize>) -> Vec<Topic> {
        let mut topics = Vec::new();
        let mut index = frame.start;
        while index < frame.end {
            let run = self.spelling.run(frames, index);
            let name = self.spelling.name_in(frames, &run);
            index = run.end.max(index + 1);
            let narrated = frames
                .words
                .get(run.start)
                .is_some_and(|word| word.is_narrated());
            let after_article = name.start == run.start
                && run.start > frame.start
                && is_article(frames, self.spelling, run.start - 1);
            if name.is_empty() || !narrated || after_article {
                continue;
            }
            let fullest = self
                .people
                .fullest(frames, self.spelling, &name, self.offset);
            let Some(full) = fullest else {
                continue;
            };
            for index in self.titles_beside(frames, &run, &name) {
                let title = self.spelling.folded(frames.written(index));
                self.bearers.insert(title, full.to_owned());
            }
            if let Some(span) = frames.span(&name)
                && !is_possessive(frames.written(run.end - 1))
            {
                topics.push(Topic {
                    name: full.to_owned(),
                    span,
                    word: name.start,
                    is_subject: self.is_subject(frames, frame, run.start),
                });
            }
        }
        topics
    }

    /// The words beside a name that say what its bearer is: "transport minister Ada Lund",
    /// "Ada Lund, the minister of transport".
    fn titles_beside(
        &self,
        frames: &Frames<'_>,
        run: &Range<usize>,
        name: &Range<usize>,
    ) -> Vec<usize> {
        let mut titles: Vec<usize> = (run.start..name.start).collect();
        let is_blank = |index: usize| frames.gap_before(index).trim().is_empty();
        if run.start > 0 && is_blank(run.start) {
            titles.push(run.start - 1);
        }
        if frames.gap_before(run.end).trim() == "," {
            let behind = run.end..run.end + WORDS_OF_TITLE_MAX;
            titles.push(run.end);
            titles.extend(behind.skip(1).take_while(|index| is_blank(*index)));
        }
        let frame = |index: usize| frames.words.get(index).map(|word| word.frame());
        titles.retain(|index| {
            frame(*index) == frame(run.start) && self.spelling.is_title(frames.written(*index))
        });
        titles
    }

    /// Whether the name at `first` stands where subjects do: at the beginning of `frame`
    /// or of a part of it, but for a conjunction or a description.
    fn is_subject(&self, frames: &Frames<'_>, frame: &Range<usize>, first: usize) -> bool {
        let mut at = first;
        for _ in 0..WORDS_BEFORE_SUBJECT_MAX {
            if at == frame.start || frames.gap_before(at).contains(',') {
                return true;
            }
            at -= 1;
            let written = frames.written(at);
            let word = self.spelling.folded(written);
            if self.spelling.table.subordinating.contains(word.as_str()) {
                return true;
            }
            let conjunction = self.spelling.table.conjunctions.contains(word.as_str());
            if conjunction || self.spelling.is_stop_word(written) {
                return at == frame.start;
            }
        }
        false
    }

    /// The name of the subject of `attribution`, behind those of `of_frame` in its
    /// frame, whose people are `topics`.
    fn resolve(
        &self,
        frames: &Frames<'_>,
        attribution: &Attribution,
        of_frame: &[Source],
        topics: &[Topic],
    ) -> Option<Named> {
        let verb = attribution.verb;
        let n_before = topics.partition_point(|topic| topic.word < verb);
        let mut before = topics.iter().take(n_before).rev().take(SOURCES_MAX);
        let before = before.find(|topic| topic.is_subject);
        match &attribution.subject {
            Subject::Named(words) => {
                let fullest = self
                    .people
                    .fullest(frames, self.spelling, words, self.offset);
                let name = fullest.map_or_else(|| name_of(frames, words), str::to_owned);
                Some((name, frames.span(words)?))
            }
            Subject::Pronoun(index) => {
                // In a quotation, he is somebody of whom the speaker speaks.
                let word = frames.words.get(*index)?;
                if !word.is_narrated() {
                    return None;
                }
                let name = match before {
                    Some(topic) if !attribution.thrown_in => topic.name.clone(),
                    _ => self.focus.clone()?,
                };
                Some((name, word.span()))
            }
            Subject::Role(words) => {
                let name = self.bearer(frames, words)?;
                Some((name, frames.span(words)?))
            }
            Subject::Nameless => None,
            Subject::Inherited => {
                let together = |source: &&Source| {
                    frames.is_together(source.attribution.verb, verb)
                        && source.attribution.subject != Subject::Inherited
                };
                let main = |source: &&Source| together(source) && !source.attribution.relative;
                let mut last = of_frame.iter().rev().take(SOURCES_MAX);
                let main = last.clone().find(main);
                match main.or_else(|| last.find(together)) {
                    Some(source) => source.named.clone(),
                    None => before.map(|topic| (topic.name.clone(), topic.span)),
                }
            }
        }
    }

    /// Who is meant by an office or a description: its last bearer, or whom the text is
    /// about.
    fn bearer(&self, frames: &Frames<'_>, words: &Range<usize>) -> Option<String> {
        let head = self
            .spelling
            .folded(frames.written(words.end.checked_sub(1)?));
        if let Some(bearer) = self.bearers.get(&head) {
            return Some(bearer.clone());
        }
        let table = self.spelling.table;
        let head = head.as_str();
        let is_somebody = table.person_ends.iter().any(|end| head.ends_with(end))
            && !table.things.contains(head)
            && (table.nouns_have_capitals || !is_capital(frames.written(words.end - 1)));
        self.focus.clone().filter(|_| is_somebody)
    }
}

/// A person whom a sentence names.
struct Topic {
    name: String,
    span: Span,
    word: usize,
    /// Whether the name stands where subjects do.
    is_subject: bool,
}

/// What is known of one field when its quotations are given to speakers.
struct Page<'p> {
    frames: &'p Frames<'p>,
    quotations: &'p [Marked],
    sources: &'p [Source],
    spelling: &'p Spelling,
    people: &'p People,
    /// Words of the fields before.
    offset: usize,
}

impl Page<'_> {
    /// The speaker by an attribution in the sentence of `quotation`: one that follows it
    /// directly, else the last before it, else the first behind it.
    fn beside(&self, quotation: &Marked, is_outer: bool) -> Option<Named> {
        let first = self.frames.word_from(quotation.inner().start);
        let behind = self.frames.word_from(quotation.outer().end);
        let frame = self.frames.words.get(first)?.frame();
        let next = self
            .sources
            .partition_point(|source| source.attribution.verb < first);
        let later = self
            .sources
            .partition_point(|source| source.attribution.verb < behind);
        let level = self.level_around(quotation, is_outer);
        let is_level = |source: &&Source| {
            let word = self.frames.words.get(source.attribution.verb);
            word.is_some_and(|word| word.quotation() == level)
        };
        let in_frame = |source: &&Source| {
            let word = self.frames.words.get(source.attribution.verb);
            word.is_some_and(|word| word.frame() == frame)
        };
        let after = self.sources.iter().skip(later);
        let direct = after.clone().take(2).filter(is_level);
        let mut direct = direct.filter(|source| self.follows(source, quotation, behind));
        let before = self.sources.iter().take(next).rev().take_while(in_frame);
        let before = before.take(SOURCES_MAX).find(is_level);
        if let Some(source) = direct.next() {
            // "Lund calls it ‘unfair,’ says Berg lied": the verb is not of the first.
            let Attribution {
                verb, first, ends, ..
            } = source.attribution;
            if ends || verb > first || before.is_none() {
                return source.named.clone();
            }
        }
        if let Some(source) = before {
            return source.named.clone();
        }
        let after = after.take(SOURCES_MAX).take_while(in_frame);
        let mut after = after.filter(is_level);
        // What a participle tells of its subject is told before.
        after
            .find(|source| source.attribution.subject != Subject::Inherited)
            .and_then(|source| source.named.clone())
    }

    /// The quotation around `quotation`, if it is an inner one.
    fn level_around(&self, quotation: &Marked, is_outer: bool) -> Option<usize> {
        if is_outer {
            return None;
        }
        let index = self
            .quotations
            .partition_point(|other| other.outer().start < quotation.outer().start);
        let around = |other: &&Marked| other.outer().end >= quotation.outer().end;
        let earlier = self.quotations.iter().enumerate().take(index).rev();
        earlier
            .take(SOURCES_MAX)
            .find(|(_, other)| around(other))
            .map(|(index, _)| index)
    }

    /// Whether `source` stands right behind `quotation`, which ends before the word at
    /// `behind`, and not in a sentence of its own.
    fn follows(&self, source: &Source, quotation: &Marked, behind: usize) -> bool {
        let Attribution { verb, first, .. } = source.attribution;
        if source.attribution.subject == Subject::Inherited {
            return false;
        }
        let text = self.frames.text;
        let start = self.frames.words.get(behind).map(|word| word.span().start);
        let gap = start.and_then(|start| text.get(quotation.outer().end..start));
        let is_link = |c: char| c.is_whitespace() || matches!(c, ',' | '-' | '—' | '–');
        let gap = gap.unwrap_or(".");
        if !gap.chars().all(is_link) || gap.contains("\n\n") {
            return false;
        }
        let between = behind..first.max(behind);
        let near = between.len() <= WORDS_BEFORE_SUBJECT_MAX;
        let mut between = between;
        if !near || first < behind && verb < behind || !between.all(|i| self.may_precede(i)) {
            return false;
        }
        let speech = quotation.inner().slice(text).unwrap_or_default();
        if !speech.ends_with('.') || gap.contains([',', '—', '–']) {
            return true;
        }
        // Behind a full stop "Smith said." belongs to the speech, "Smith said that" does
        // not.
        let next = self.frames.written(behind);
        next.starts_with(char::is_lowercase) || source.attribution.thrown_in
    }

    /// Whether the word at `index` may stand before a subject: a part of its title.
    fn may_precede(&self, index: usize) -> bool {
        let written = self.frames.written(index);
        let word = self.spelling.folded(written);
        let table = self.spelling.table;
        table.articles.contains(word.as_str())
            || table.between.contains(word.as_str())
            || !self.spelling.is_stop_word(written)
    }

    /// The speaker by what stands before a quotation that is a sentence by itself: an
    /// introduction with a colon; or by "as" within a sentence.
    fn around(&self, quotation: &Marked) -> Option<Named> {
        let first = self.frames.word_from(quotation.inner().start);
        let before = first.checked_sub(1)?;
        let text = self.frames.text;
        let end = self.frames.words.get(before)?.span().end;
        let gap = text.get(end..quotation.outer().start)?.trim();
        let frame = self.frames.words.get(before)?.frame();
        let word = self.spelling.folded(self.frames.written(before));
        let is_as = gap.is_empty()
            && self.frames.words.get(first)?.frame() == frame
            && self.spelling.table.as_words.contains(word.as_str());
        if !is_as && gap != ":" && gap != ".:" {
            return None;
        }
        let frame_words = self.frames.range(frame)?;
        let said = self
            .sources
            .partition_point(|source| source.attribution.verb < first);
        let of_frame = |source: &&Source| frame_words.contains(&source.attribution.verb);
        let said = self.sources.iter().take(said).rev().take_while(of_frame);
        let said = said
            .take(SOURCES_MAX)
            .find_map(|source| source.named.clone());
        said.or_else(|| self.first_person(frame_words.start..first))
    }

    /// The speaker by the sentence before a quotation that is one by itself, in the same
    /// paragraph: "Lund said that the bridge was shut. “We found rust.”"
    fn told_before(&self, quotation: &Marked) -> Option<Named> {
        let first = self.frames.word_from(quotation.inner().start);
        let before = first.checked_sub(1)?;
        let frame = self.frames.words.get(before)?.frame();
        let paragraph = |frame: usize| self.frames.paragraph(frame);
        let own_frame = self.frames.words.get(first)?.frame();
        if !self.is_alone(quotation) || paragraph(frame) != paragraph(own_frame) {
            return None;
        }
        let said = self
            .sources
            .partition_point(|source| source.attribution.verb < first);
        let in_frame = |source: &&Source| {
            let word = self.frames.words.get(source.attribution.verb);
            word.is_some_and(|word| word.frame() == frame)
        };
        let narrated = |source: &&Source| {
            let word = self.frames.words.get(source.attribution.verb);
            word.is_some_and(|word| word.is_narrated()) && !source.attribution.relative
        };
        let said = self.sources.iter().take(said).rev().take_while(in_frame);
        let mut said = said.take(SOURCES_MAX).filter(narrated);
        said.find_map(|source| source.named.clone())
    }

    /// Whether `quotation` is a sentence by itself.
    fn is_alone(&self, quotation: &Marked) -> bool {
        let first = self.frames.word_from(quotation.inner().start);
        let behind = self.frames.word_from(quotation.outer().end);
        let frame_of = |index: usize| self.frames.words.get(index).map(|word| word.frame());
        let frame = frame_of(first);
        let before = first.checked_sub(1).and_then(frame_of);
        before != frame && frame_of(behind) != frame
    }

    /// The first person among the words of `range`, owners too.
    fn first_person(&self, range: Range<usize>) -> Option<Named> {
        const WORDS_MAX: usize = 100;
        let mut index = range.start;
        while index < range.end.min(range.start + WORDS_MAX) {
            let run = self.spelling.run(self.frames, index);
            let name = self.spelling.name_in(self.frames, &run);
            let full = self
                .people
                .fullest(self.frames, self.spelling, &name, self.offset);
            if let Some(full) = full {
                let span = self.frames.span(&name)?;
                let written = bare(span.slice(self.frames.text)?);
                let span = Span::new(span.start, span.start + written.len());
                return Some((full.to_owned(), span));
            }
            index = run.end.max(index + 1);
        }
        None
    }

    /// Whether `next`, which is a sentence by itself, goes on with what `last` says: it
    /// stands in the same paragraph or in the next.
    fn goes_on(&self, last: &Marked, next: &Marked) -> bool {
        let frame_of = |index: usize| self.frames.words.get(index).map(|word| word.frame());
        let frame = frame_of(self.frames.word_from(next.inner().start));
        let paragraph = |frame: Option<usize>| self.frames.paragraph(frame?);
        let (here, there) = (
            paragraph(frame),
            paragraph(frame_of(self.frames.word_from(last.inner().start))),
        );
        let near = match (here, there) {
            (Some(here), Some(there)) => here.saturating_sub(there) <= 1,
            _ => false,
        };
        last.continued || near && self.is_alone(next)
    }
}

/// Attributions in one sentence that are looked at for one quotation: more of them are a
/// list, and it is long.
const SOURCES_MAX: usize = 16;
