//! Where the subject of a verb stands by the kind of its clause, in languages whose verb
//! comes second in a main clause and last in others, as German's and Dutch's does.
//!
//! A main clause that begins with something else has its subject behind the verb ("Am
//! Montag sagte NAME"); one with an auxiliary has it beside that ("hat NAME … gesagt"); a
//! subordinate clause behind its first word ("wie NAME in Kiel sagte"), a relative one
//! before it ("NAME, der in Kiel von … sprach").

use super::attribution::{Finder, Subject};
use super::name::is_capital;

/// Words that a clause may begin with before its verb.
const CLAUSE_WORDS_MAX: usize = 12;

impl Finder<'_> {
    /// The subject of the verb at `verb` and the first word of both, where the clause tells
    /// its place; `None` where it may stand on either side.
    pub(super) fn subject_by_clause(&self, verb: usize) -> Option<(usize, Subject)> {
        let table = self.spelling.table;
        if table.openers.is_empty() {
            return None;
        }
        let first = self.clause_before(verb).last()?;
        let word = self.spelling.folded(self.frames.written(first));
        let word = word.as_str();
        let behind_comma = self.frames.gap_before(first).trim_end().ends_with(',');
        let begins = self.begins_frame(first);
        if table.subordinating.contains(word) && first + 1 < verb && (behind_comma || begins) {
            let subject = self.noun_phrase_from(first + 1);
            if let Some(subject) = subject.filter(|told| *told != Subject::Nameless) {
                return Some((first, subject));
            }
        }
        if behind_comma && first + 1 < verb && table.relatives.contains(word) {
            let (first, subject) = self.noun_phrase_to(first);
            return Some((first, subject));
        }
        let auxiliary = self.auxiliary_before(verb);
        let finite = auxiliary.unwrap_or(verb);
        let opens = table.openers.contains(word) || table.declined.contains(word);
        if begins && first < finite && (opens || self.is_object(finite, first)) {
            let subject = self.noun_phrase_from(finite + 1)?;
            return Some((finite, subject));
        }
        self.subject_beside(auxiliary?)
    }

    /// Whether the word at `index` is the first of its sentence, but for speech.
    fn begins_frame(&self, index: usize) -> bool {
        let frame = self.frames.words.get(index).map(|word| word.frame());
        let frame = frame.and_then(|frame| self.frames.range(frame));
        // From the last one on: the word before is narration, or speech that few verbs are
        // near to.
        frame.is_some_and(|frame| {
            let mut before = (frame.start..index).rev();
            before.all(|before| !self.frames.is_together(before, index))
        })
    }

    /// The auxiliary in the clause of the participle at `verb`.
    fn auxiliary_before(&self, verb: usize) -> Option<usize> {
        let is_auxiliary = |index: &usize| {
            let word = self.spelling.folded(self.frames.written(*index));
            self.spelling.table.auxiliaries.contains(word.as_str())
        };
        self.clause_before(verb).find(is_auxiliary)
    }

    /// Whether what stands before the verb, from the word at `first` on, is its object or
    /// an adverb: no person, while right behind the verb there is one. "Die Vorwürfe nannte
    /// er", "Stunden später sprach NAME".
    fn is_object(&self, verb: usize, first: usize) -> bool {
        if self.may_be_person(first..verb) {
            return false;
        }
        match self.noun_phrase_from(verb + 1) {
            Some(Subject::Named(words)) => words.len() > 1 || self.is_person(&words),
            Some(Subject::Pronoun(at)) => at == verb + 1,
            _ => false,
        }
    }

    /// Whether `words` hold a pronoun, a full name or somebody who was named before.
    fn may_be_person(&self, words: std::ops::Range<usize>) -> bool {
        let table = self.spelling.table;
        words.into_iter().any(|index| {
            let written = self.frames.written(index);
            let word = self.spelling.folded(written);
            if table.pronouns.contains(word.as_str()) || table.others.contains(word.as_str()) {
                return true;
            }
            let run = self.spelling.run(self.frames, index);
            let name = self.spelling.name_in(self.frames, &run);
            is_capital(written)
                && (name.len() > 1 || self.spelling.is_title(written) || self.is_person(&name))
        })
    }

    /// The words before `verb` in its clause, from the last to the first, without speech.
    fn clause_before(&self, verb: usize) -> impl Iterator<Item = usize> {
        let least = verb.saturating_sub(CLAUSE_WORDS_MAX);
        let mut after = verb;
        let frame = self.frames.words.get(verb).map(|word| word.frame());
        (least..verb)
            .rev()
            .take_while(move |index| {
                let word = self.frames.words.get(*index);
                let goes_on = word.map(|word| word.frame()) == frame
                    && !self
                        .frames
                        .gap_before(after)
                        .contains([',', ';', ':', '(', ')', '–', '—']);
                after = *index;
                goes_on
            })
            .filter(move |index| self.frames.is_together(*index, verb))
    }
}
