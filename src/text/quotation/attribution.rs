//! Who is said to say something: a verb of saying with its subject, wherever it stands.
//!
//! What is quoted is not looked at here; `speaker` gives each quotation to one of these.

use std::ops::Range;

use super::frame::Frames;
use super::name::{People, Spelling, is_article, is_capital, is_possessive};

/// Words between a subject and its verb, with what is told of the subject in commas.
const APPOSITION_WORDS_MAX: usize = 25;
/// Adverbs and auxiliaries between the two.
const BETWEEN_WORDS_MAX: usize = 4;
/// Words of a description of somebody: "the former head of the harbour board".
const ROLE_WORDS_MAX: usize = 6;

/// A verb of saying, or what stands for one, and its subject.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The verb.
    pub(super) verb: usize,
    /// First word of verb and subject.
    pub(super) first: usize,
    /// The subject.
    pub(super) subject: Subject,
    /// Whether the sentence, or a part of it, ends with it.
    pub(super) ends: bool,
    /// Whether it is thrown into the sentence, or stands at its end: ", he said,".
    pub(super) thrown_in: bool,
    /// Whether it tells more of somebody: "who said".
    pub(super) relative: bool,
}

/// The subject of a verb of saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The words of a name.
    Named(Range<usize>),
    /// He or she; the verb, where the language needs no pronoun beside it.
    Pronoun(usize),
    /// "The minister".
    Role(Range<usize>),
    /// Somebody who is not named: "officials", "they".
    Nameless,
    /// That of the verb before.
    Inherited,
}

/// Finds attributions in the words of a text.
#[derive(Clone, Copy)]
pub(super) struct Finder<'a> {
    pub(super) frames: &'a Frames<'a>,
    pub(super) spelling: &'a Spelling,
    pub(super) people: &'a People,
    /// Words of the document before this text.
    pub(super) offset: usize,
}

impl Finder<'_> {
    /// The attribution whose verb is the word at `index`, if it is one.
    pub(super) fn at(&self, index: usize) -> Option<Attribution> {
        let written = self.frames.written(index);
        if is_capital(written) {
            return self.label(index).or_else(|| self.according(index));
        }
        let word = self.spelling.folded(written);
        let word = word.as_str();
        let table = self.spelling.table;
        if table.saying.contains(word) {
            return Some(self.attribution(index, index, Subject::Inherited));
        }
        if table.says.contains(word) {
            let (first, subject) = self.subject(index)?;
            return Some(Attribution {
                relative: self.is_relative(index),
                ..self.attribution(index, first, subject)
            });
        }
        self.behind_speech(index).or_else(|| self.according(index))
    }

    pub(super) fn attribution(&self, verb: usize, first: usize, subject: Subject) -> Attribution {
        let last = match &subject {
            Subject::Named(words) | Subject::Role(words) => verb.max(words.end.saturating_sub(1)),
            Subject::Pronoun(index) => verb.max(*index),
            Subject::Nameless | Subject::Inherited => verb,
        };
        let next = self.frames.words.get(last + 1);
        let frame = self.frames.words.get(verb).map(|word| word.frame());
        let behind = self.frames.gap_before(last + 1).trim_start();
        let ends = next.map(|word| word.frame()) != frame
            || behind.starts_with([',', '.', ';', '—', '–', '!', '?']);
        let before = self.frames.gap_before(first).trim_end();
        let begins = before.ends_with([',', '—', '–', '”', '"', '»', '’', '\'', '“', '…']);
        Attribution {
            verb,
            first,
            subject,
            ends,
            thrown_in: begins && ends,
            relative: false,
        }
    }

    /// Whether the verb at `verb` is that of "who said", "who had said".
    fn is_relative(&self, verb: usize) -> bool {
        let table = self.spelling.table;
        let mut before = (verb.saturating_sub(BETWEEN_WORDS_MAX)..verb).rev();
        before.any(|index| {
            let word = self.spelling.folded(self.frames.written(index));
            let word = word.as_str();
            // "Die" is an article as well.
            let behind_comma = self.frames.gap_before(index).contains(',');
            self.frames.is_together(index, verb)
                && table.relatives.contains(word)
                && (behind_comma || !table.articles.contains(word))
        })
    }

    /// "NAME: “…”", at the beginning of a sentence.
    fn label(&self, index: usize) -> Option<Attribution> {
        let frame = self.frames.words.get(index)?.frame();
        let frame = self.frames.range(frame)?;
        let run = self.spelling.run(self.frames, index);
        // The run is looked at once, by its last word.
        let begins = run.start == frame.start && run.end == index + 1;
        let gap = self.frames.gap_before(index + 1);
        if !begins || !gap.trim_start().starts_with(':') {
            return None;
        }
        let name = self.spelling.name_in(self.frames, &run);
        let subject = if name.is_empty() {
            return None;
        } else {
            Subject::Named(name)
        };
        Some(self.attribution(index, run.start, subject))
    }

    /// "according to NAME".
    fn according(&self, index: usize) -> Option<Attribution> {
        let first = self.spelling.folded(self.frames.written(index));
        let begins = |phrase: &&&str| phrase.split(' ').next() == Some(first.as_str());
        let phrases = self.spelling.table.according.iter().filter(begins);
        let end = phrases
            .filter_map(|phrase| self.phrase_end(index, phrase))
            .max()?;
        let mut subject = self.noun_phrase_from(end)?;
        // "Nach Angaben von NAME" is no name with "von" in it.
        if let Subject::Named(words) = &mut subject {
            words.start = words.start.max(end);
        }
        // "Selon lui", "per la prima volta": a preposition alone needs a name behind it.
        matches!(subject, Subject::Named(_) | Subject::Pronoun(_))
            .then(|| self.attribution(index, index, subject))
    }

    /// The end of `phrase`, if its words stand at `index`.
    fn phrase_end(&self, index: usize, phrase: &str) -> Option<usize> {
        let mut end = index;
        for word in phrase.split(' ') {
            let together = end == index || self.frames.is_together(index, end);
            if !together || self.spelling.folded(self.frames.written(end)).as_str() != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The subject of the verb at `verb`, and the first word of both.
    fn subject(&self, verb: usize) -> Option<(usize, Subject)> {
        let subject = self.subject_by_clause(verb);
        let subject = subject.or_else(|| self.subject_beside(verb));
        let is_named = subject
            .as_ref()
            .is_some_and(|(_, told)| *told != Subject::Nameless);
        if !is_named && self.is_pronoun_dropped(verb) {
            return Some((verb, Subject::Pronoun(verb)));
        }
        subject
    }

    /// The same, of a verb whose subject may stand on either side.
    pub(super) fn subject_beside(&self, verb: usize) -> Option<(usize, Subject)> {
        let mut at = verb;
        for _ in 0..=BETWEEN_WORDS_MAX {
            let before = at.checked_sub(1);
            let Some(before) = before.filter(|before| self.frames.is_together(*before, verb))
            else {
                return self.subject_behind(verb, at);
            };
            if !self.is_close(at) {
                return self
                    .subject_before_comma(at)
                    .or_else(|| self.subject_behind(verb, at));
            }
            let written = self.frames.written(before);
            let word = self.spelling.folded(written);
            if self.spelling.table.passive.contains(word.as_str()) {
                return None;
            }
            let adverb = word.as_str().ends_with("ly") && !is_capital(written)
                || self.spelling.table.days.contains(word.as_str());
            if !adverb && !self.spelling.table.between.contains(word.as_str()) {
                return Some(self.noun_phrase_to(before));
            }
            at = before;
        }
        None
    }

    /// Whether no more than a blank or a hyphen stands before the word at `index`.
    pub(super) fn is_close(&self, index: usize) -> bool {
        let gap = self.frames.gap_before(index);
        gap == "-" || !gap.is_empty() && gap.trim().is_empty()
    }

    /// The noun phrase that ends with the word at `last`, and its first word; of a relative
    /// clause that which the pronoun stands for.
    pub(super) fn noun_phrase_to(&self, last: usize) -> (usize, Subject) {
        let word = self.spelling.folded(self.frames.written(last));
        if !self.spelling.table.relatives.contains(word.as_str()) {
            return self.plain_noun_phrase_to(last);
        }
        let antecedent = last.checked_sub(1);
        // No two relative pronouns in a row stand for anything.
        antecedent
            .filter(|before| self.frames.is_together(*before, last))
            .map_or((last, Subject::Nameless), |before| {
                self.plain_noun_phrase_to(before)
            })
    }

    /// The same where the word at `last` is no relative pronoun.
    fn plain_noun_phrase_to(&self, last: usize) -> (usize, Subject) {
        let written = self.frames.written(last);
        let folded = self.spelling.folded(written);
        let word = folded.as_str();
        let table = self.spelling.table;
        if table.pronouns.contains(word) {
            return (last, Subject::Pronoun(last));
        }
        if table.conjunctions.contains(word) {
            return (last, Subject::Inherited);
        }
        let before = last.checked_sub(1);
        if table.relatives.contains(word) || table.others.contains(word) {
            return (last, Subject::Nameless);
        }
        if is_capital(written) {
            return self.name_to(last);
        }
        if table.institutions.contains(word)
            && let Some(before) = before
            && self.is_close(last)
            && is_capital(self.frames.written(before))
        {
            let run = self.spelling.run(self.frames, before);
            let name = self.spelling.name_in(self.frames, &run);
            return (run.start, Subject::Named(name.start..last + 1));
        }
        self.role_to(last)
    }

    /// The capitalised words that end at `last`: a name, or an office alone.
    fn name_to(&self, last: usize) -> (usize, Subject) {
        let run = self.spelling.run(self.frames, last);
        let name = self.spelling.name_in(self.frames, &run);
        if is_possessive(self.frames.written(last)) {
            return (run.start, Subject::Nameless);
        }
        let first = match run.start.checked_sub(1) {
            Some(before)
                if self.is_close(run.start) && is_article(self.frames, self.spelling, before) =>
            {
                before
            }
            _ => run.start,
        };
        let subject = if name.is_empty() || self.is_noun(&name) {
            Subject::Role(run)
        } else {
            Subject::Named(name)
        };
        (first, subject)
    }

    /// "The harbour master", up to the word at `last`.
    fn role_to(&self, last: usize) -> (usize, Subject) {
        let mut first = last;
        while last - first < ROLE_WORDS_MAX
            && first > 0
            && self.is_close(first)
            && self.frames.is_together(first - 1, last)
        {
            first -= 1;
            // "The deputy's mother" is somebody else than the deputy.
            if is_possessive(self.frames.written(first)) {
                break;
            }
            if is_article(self.frames, self.spelling, first) {
                return (first, Subject::Role(first..last + 1));
            }
        }
        (last, Subject::Nameless)
    }

    /// "NAME, who is this or that, said": the name before the comma, where the verb
    /// begins at `at`, behind another.
    fn subject_before_comma(&self, at: usize) -> Option<(usize, Subject)> {
        let is_comma = |index: usize| {
            let gap = self.frames.gap_before(index);
            gap.contains([',', '(', '—', '–'])
        };
        if !self.frames.gap_before(at).contains([',', ')', '—', '–']) {
            return None;
        }
        let least = at.saturating_sub(APPOSITION_WORDS_MAX).max(1);
        let mut index = at - 1;
        while index >= least && self.frames.is_together(index - 1, at) {
            if is_comma(index)
                && let Some(found) = self.before_comma(index, at)
            {
                return Some(found);
            }
            index -= 1;
        }
        None
    }

    /// Whom the comma before the word at `index` parts from what is told in front of the
    /// verb, which begins at `at`.
    fn before_comma(&self, index: usize, at: usize) -> Option<(usize, Subject)> {
        let word = self.frames.written(index - 1);
        if is_capital(word) && !is_possessive(word) {
            let (first, subject) = self.name_to(index - 1);
            if matches!(&subject, Subject::Named(name) if self.is_person(name)) {
                return Some((first, subject));
            }
        }
        if is_capital(word) && !self.spelling.table.nouns_have_capitals {
            return None;
        }
        // "The head of the board, NAME, said".
        if let Some(name) = self.full_name(index..at) {
            return Some((index, Subject::Named(name)));
        }
        let (first, subject) = self.role_to(index - 1);
        let begins = first == 0 || !self.frames.is_together(first - 1, first);
        (begins && subject != Subject::Nameless).then_some((first, subject))
    }

    /// `words` without titles, where they are a full name and nothing else.
    fn full_name(&self, words: Range<usize>) -> Option<Range<usize>> {
        let run = self.spelling.run(self.frames, words.start);
        let name = self.spelling.name_in(self.frames, &run);
        (run == words && name.len() > 1).then_some(name)
    }

    /// Whether the name in `words` is that of a person, as far as the document tells.
    pub(super) fn is_person(&self, words: &Range<usize>) -> bool {
        let fullest = self
            .people
            .fullest(self.frames, self.spelling, words, self.offset);
        fullest.is_some()
    }

    /// "said NAME": what follows `verb`, where nothing that could be a subject stands
    /// before it; verb and auxiliaries begin at `first`.
    fn subject_behind(&self, verb: usize, first: usize) -> Option<(usize, Subject)> {
        let subject = self.noun_phrase_from(verb + 1)?;
        Some((first, subject))
    }

    /// The noun phrase that begins with the word at `start`, right behind another.
    pub(super) fn noun_phrase_from(&self, start: usize) -> Option<Subject> {
        let before = start.checked_sub(1)?;
        if !self.frames.is_together(before, start) || !self.is_close(start) {
            return None;
        }
        let table = self.spelling.table;
        let first = self.spelling.folded(self.frames.written(start));
        if table.pronouns.contains(first.as_str()) {
            return Some(Subject::Pronoun(start));
        }
        if table.others.contains(first.as_str()) {
            return Some(Subject::Nameless);
        }
        let mut at = start;
        while at < start + ROLE_WORDS_MAX && (at == start || self.goes_on(start, at)) {
            if is_capital(self.frames.written(at)) {
                let run = self.spelling.run(self.frames, at);
                let name = self.spelling.name_in(self.frames, &run);
                if !name.is_empty() && !self.is_noun(&name) {
                    return Some(Subject::Named(name));
                }
                at = run.end;
            } else if at > start && self.ends_role(at) {
                break;
            } else {
                at += 1;
            }
        }
        Some(self.named_behind_comma(start, at).unwrap_or_else(|| {
            if is_article(self.frames, self.spelling, start) && at > start + 1 {
                Subject::Role(start..at)
            } else {
                Subject::Nameless
            }
        }))
    }

    /// Whether a single word behind an article, as in "der Leiter der Feuerwehr", is a
    /// noun like others, where these have capitals too.
    fn is_noun(&self, name: &Range<usize>) -> bool {
        let behind_article = name.start.checked_sub(1).is_some_and(|before| {
            self.is_close(name.start) && self.spelling.is_stop_word(self.frames.written(before))
        });
        self.spelling.table.nouns_have_capitals
            && name.len() == 1
            && behind_article
            && !self.is_person(name)
    }

    fn goes_on(&self, start: usize, at: usize) -> bool {
        self.frames.is_together(start, at) && self.is_close(at)
    }

    /// Whether the word at `index` is a function word, other than an article.
    fn ends_role(&self, index: usize) -> bool {
        self.spelling.is_stop_word(self.frames.written(index))
            && !is_article(self.frames, self.spelling, index)
    }

    /// "said the minister of transport, NAME": the name behind a description.
    fn named_behind_comma(&self, start: usize, end: usize) -> Option<Subject> {
        for at in end..end + ROLE_WORDS_MAX {
            if !self.frames.is_together(start, at) {
                return None;
            }
            if self.frames.gap_before(at).trim() == "," {
                let run = self.spelling.run(self.frames, at);
                let name = self.spelling.name_in(self.frames, &run);
                return (name.len() > 1).then_some(Subject::Named(name));
            }
            if !self.is_close(at) {
                return None;
            }
        }
        None
    }
}
