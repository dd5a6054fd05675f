//! Who speaks by the words right behind speech, whatever the verb: "“…”, VERB NAME" and
//! "“…”, NAME VERB". No list holds all verbs that news puts there.

use super::attribution::{Attribution, Finder, Subject};
use super::name::is_capital;

/// Auxiliaries, pronouns and adverbs between speech and verb or verb and name.
const SKIPPED_WORDS_MAX: usize = 3;

impl Finder<'_> {
    /// The attribution that begins right behind speech with the word at `index`, or whose
    /// verb it is behind its subject.
    pub(super) fn behind_speech(&self, index: usize) -> Option<Attribution> {
        if self.spelling.table.verb_ends.is_empty() {
            return None;
        }
        self.inverted(index).or_else(|| self.straight(index))
    }

    /// "“…”, VERB NAME".
    fn inverted(&self, index: usize) -> Option<Attribution> {
        if !self.is_behind_speech(index) {
            return None;
        }
        let verb = self.behind_auxiliaries(index);
        if !self.may_be_verb(verb) {
            return None;
        }
        let start = self.behind_auxiliaries(verb + 1);
        let subject = if self.may_begin_subject(verb, start) {
            self.noun_phrase_from(start)
        } else {
            None
        };
        let subject = match subject {
            Some(Subject::Named(words)) if words.len() > 1 || self.is_person(&words) => {
                Subject::Named(words)
            }
            Some(Subject::Pronoun(at)) if at == start => Subject::Pronoun(at),
            Some(Subject::Role(words)) => Subject::Role(words),
            // "«Cien años», novela de …": a noun that ends as verbs do.
            None if self.spelling.table.drops_pronouns && (verb > index || self.is_past(verb)) => {
                Subject::Pronoun(verb)
            }
            _ => return None,
        };
        Some(self.attribution(verb, index, subject))
    }

    /// "“…”, NAME VERB".
    fn straight(&self, verb: usize) -> Option<Attribution> {
        let last = verb.checked_sub(1)?;
        if !is_capital(self.frames.written(last)) || !self.is_close(verb) || !self.may_be_verb(verb)
        {
            return None;
        }
        let (first, subject) = self.noun_phrase_to(last);
        let is_name =
            matches!(&subject, Subject::Named(words) if words.len() > 1 || self.is_person(words));
        (is_name && self.is_behind_speech(first)).then(|| self.attribution(verb, first, subject))
    }

    /// Whether the verb at `verb`, with what stands beside it, has all of its subject in its
    /// ending: "«…», dijo." and "«…», dijo a la prensa".
    pub(super) fn is_pronoun_dropped(&self, verb: usize) -> bool {
        let first = self.before_auxiliaries(verb);
        self.spelling.table.drops_pronouns
            && !self.may_begin_subject(verb, verb + 1)
            && (first == 0 || !self.is_close(first) || !self.frames.is_together(first - 1, verb))
    }

    /// Whether the word at `index` has an ending that only verbs have.
    fn is_past(&self, index: usize) -> bool {
        let word = self.spelling.folded(self.frames.written(index));
        let mut ends = self.spelling.table.past_ends.iter();
        ends.any(|end| word.as_str().ends_with(end))
    }

    /// The first word of those that stand beside the verb at `verb`, before it.
    fn before_auxiliaries(&self, verb: usize) -> usize {
        let before = (verb.saturating_sub(SKIPPED_WORDS_MAX)..verb).rev();
        verb - before
            .take_while(|index| self.stands_beside_verbs(*index))
            .count()
    }

    /// The first word from `index` on that is none of those that stand beside verbs.
    fn behind_auxiliaries(&self, index: usize) -> usize {
        let beside = index..index + SKIPPED_WORDS_MAX;
        index
            + beside
                .take_while(|index| self.stands_beside_verbs(*index))
                .count()
    }

    fn stands_beside_verbs(&self, index: usize) -> bool {
        let word = self.spelling.folded(self.frames.written(index));
        self.spelling.table.between.contains(word.as_str()) && self.is_close(index + 1)
    }

    /// Whether the word at `index` ends as verbs of the third person do.
    fn may_be_verb(&self, index: usize) -> bool {
        let written = self.frames.written(index);
        let word = self.spelling.folded(written);
        let word = word.as_str();
        let table = self.spelling.table;
        !is_capital(written)
            && table.verb_ends.iter().any(|end| word.ends_with(end))
            && !table.no_verbs.contains(word)
            && (!self.spelling.is_stop_word(written) || table.says.contains(word))
    }

    /// Whether the word at `index` stands behind a quotation that begins its sentence and
    /// may be speech, and behind the comma or dash that goes with it. Within a sentence it
    /// may as well be the title of a work, as in "in „…“, inszeniert Ada Lund"; so may one
    /// or two words that end with a capital and without a full stop.
    fn is_behind_speech(&self, index: usize) -> bool {
        const WORDS_MIN: usize = 3;
        let Some(word) = self.frames.words.get(index) else {
            return false;
        };
        let gap = self.frames.gap_before(index);
        if !word.is_narrated() || !goes_on(gap) {
            return false;
        }
        let frame = self.frames.range(word.frame());
        let begin = frame.map_or(index, |frame| frame.start);
        let spoken = self.frames.words.get(begin..index).unwrap_or_default();
        // Each quotation is gone through once, by the word behind it.
        let begins = !spoken.is_empty() && spoken.iter().rev().all(|word| !word.is_narrated());
        let is_sentence = gap.trim_start().starts_with(['.', '!', '?', '…', ',']);
        begins
            && (spoken.len() >= WORDS_MIN
                || is_sentence
                || !is_capital(self.frames.written(index - 1)))
    }

    /// Whether the word at `index` can begin the subject of the verb at `verb`, behind it; a
    /// preposition cannot, as in "inszeniert von Ada Lund", nor can another verb of saying,
    /// as in "officials told Ada Lund".
    fn may_begin_subject(&self, verb: usize, index: usize) -> bool {
        if !self.frames.is_together(verb, index) || !self.is_close(index) {
            return false;
        }
        let written = self.frames.written(index);
        let word = self.spelling.folded(written);
        let word = word.as_str();
        let table = self.spelling.table;
        let beginnings = [
            &table.articles,
            &table.indefinite,
            &table.reflexives,
            &table.between,
            &table.pronouns,
        ];
        let is_verb = table.says.contains(word) || table.saying.contains(word);
        is_capital(written)
            || beginnings.iter().any(|words| words.contains(word))
            || !is_verb && !self.spelling.is_stop_word(written)
    }
}

/// Whether a sentence goes on behind speech with `gap` between: a comma or a dash behind
/// the mark, or a comma or the end of a question before it.
fn goes_on(gap: &str) -> bool {
    let is_mark = |c: char| "“”„‟\"»«›‹’‘'」』".contains(c);
    let Some((spoken, behind)) = gap.rsplit_once(is_mark) else {
        return false;
    };
    match behind.trim() {
        "" => spoken
            .trim_end_matches(is_mark)
            .trim_end()
            .ends_with([',', '?', '!', '…']),
        behind => behind.ends_with([',', '—', '–', '-', '―']) && !behind.contains(['.', ':', ';']),
    }
}
