//! Names of people and institutions, and which full name a short one stands for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Budget, Interrupted, Language};

use super::super::repair::is_abbreviation;
use super::super::stop_words::StopWords;
use super::super::{Casing, Folded};
use super::frame::Frames;
use super::table::{PARTICLES, Table};

/// Words of the longest name; what is longer is a headline.
const NAME_WORDS_MAX: usize = 5;

/// Knows names by how they are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    pub(super) table: &'static Table,
    stop_words: Option<&'static StopWords>,
    casing: Casing,
}

impl Spelling {
    pub(super) fn new(language: Language) -> Self {
        Self {
            table: Table::of(language),
            stop_words: StopWords::of(language),
            casing: Casing::of(language),
        }
    }

    /// `word` in small letters, as the tables have it.
    pub(super) fn folded(&self, word: &str) -> Folded {
        Folded::new(word, self.casing)
    }

    /// Whether `word` stands before names and is none of them.
    pub(super) fn is_title(&self, word: &str) -> bool {
        let folded = self.folded(word);
        let word = folded.as_str();
        self.table.titles.contains(word)
            || self.table.days.contains(word)
            || self.table.title_ends.iter().any(|end| word.ends_with(end))
    }

    /// Whether `word`, before another with a capital, says what somebody is, where nouns
    /// have capitals: longer than first names are, or that of a woman.
    fn is_office(&self, word: &str) -> bool {
        const LETTERS_MIN: usize = 11;
        const LETTERS_OF_WOMEN_MIN: usize = 8;

        if !self.table.nouns_have_capitals || word.contains('-') {
            return false;
        }
        let n_letters = word.chars().count();
        let folded = self.folded(word);
        let is_long = n_letters >= LETTERS_MIN
            || n_letters >= LETTERS_OF_WOMEN_MIN && folded.as_str().ends_with("in");
        is_long && !self.table.first_names.contains(folded.as_str())
    }

    pub(super) fn is_stop_word(&self, word: &str) -> bool {
        let folded = self.folded(word);
        self.stop_words.is_some_and(|list| list.contains(&folded))
    }

    /// The capitalised words around `index` that belong together: a name with its
    /// titles. Empty where the word has no capital.
    pub(super) fn run(&self, frames: &Frames<'_>, index: usize) -> Range<usize> {
        if !is_capital(frames.written(index)) {
            return index..index;
        }
        let mut run = index..index + 1;
        while run.len() < 2 * NAME_WORDS_MAX && !is_possessive(frames.written(run.end - 1)) {
            match self.next_in_name(frames, run.end) {
                Some(end) => run.end = end,
                None => break,
            }
        }
        while run.len() < 2 * NAME_WORDS_MAX {
            match self.previous_in_name(frames, run.start) {
                Some(start) => run.start = start,
                None => break,
            }
        }
        run
    }

    /// The end of the name that goes on with the word at `index`, over particles.
    fn next_in_name(&self, frames: &Frames<'_>, index: usize) -> Option<usize> {
        let mut end = index;
        while self.joins(frames, end) {
            let word = frames.written(end);
            if is_capital(word) {
                return Some(end + 1);
            }
            if !PARTICLES.contains(&word) || end - index > 2 {
                return None;
            }
            // "… ruft Ada Lund den Kunden zu": where nouns have capitals, an article stands
            // within a name only behind another particle.
            if self.table.nouns_have_capitals && end == index && self.is_determiner(word) {
                return None;
            }
            end += 1;
        }
        None
    }

    /// The beginning of the name that the word before `index` belongs to.
    fn previous_in_name(&self, frames: &Frames<'_>, index: usize) -> Option<usize> {
        let mut start = index;
        while start > 0 && self.joins(frames, start) {
            start -= 1;
            let word = frames.written(start);
            if is_capital(word) {
                return (!is_possessive(word)).then_some(start);
            }
            if !PARTICLES.contains(&word) || index - start > 3 {
                return None;
            }
        }
        None
    }

    /// Whether the word at `index` can be of one name with the one before it.
    fn joins(&self, frames: &Frames<'_>, index: usize) -> bool {
        if index == 0 || !frames.is_together(index - 1, index) {
            return false;
        }
        let before = frames.written(index - 1);
        match frames.gap_before(index) {
            " " | "\u{a0}" | "-" | "‑" => true,
            ". " | "." => {
                before.chars().count() == 1 || is_abbreviation(before) || self.is_title(before)
            }
            _ => false,
        }
    }

    /// `run` without titles and words that only begin a sentence; may be empty.
    pub(super) fn name_in(&self, frames: &Frames<'_>, run: &Range<usize>) -> Range<usize> {
        let is_title = |index: &usize| {
            let word = bare(frames.written(*index));
            self.is_title(word) || *index == run.start && run.len() > 1 && self.is_office(word)
        };
        let mut titles = run.clone();
        if self.is_surname(frames, run) {
            titles.end -= 1;
        }
        let mut start = titles.rfind(is_title).map_or(run.start, |last| last + 1);
        let has_title = start > run.start;
        while start < run.end && self.is_before_names(frames.written(start)) {
            start += 1;
        }
        if !has_title && run.end - start > 2 && self.is_noun_first(frames, start) {
            start += 1;
        }
        // "пресс-секретарь МИД Ада Лунд": whose without a word between.
        if self.table.articles.is_empty()
            && run.end - start > 2
            && is_acronym(frames.written(start))
        {
            start += 1;
        }
        while start < run.end && PARTICLES.contains(&frames.written(start)) {
            start += 1;
        }
        start..run.end
    }

    /// Whether the last word of `run` is a surname that could be a title: "Stephen King",
    /// "Luisa Neubauer", but not "Kiels Bürgermeister".
    fn is_surname(&self, frames: &Frames<'_>, run: &Range<usize>) -> bool {
        if run.len() < 2 {
            return false;
        }
        let last = self.folded(bare(frames.written(run.end - 1)));
        let last = last.as_str();
        let before = frames.written(run.end - 2);
        let first_name = self.folded(before);
        let is_owner = first_name.as_str().ends_with('s')
            && !self.table.first_names.contains(first_name.as_str());
        let is_listed = self.table.surnames.contains(last);
        (is_listed || !self.table.titles.contains(last) && !is_owner)
            && !self.is_title(before)
            && !self.is_before_names(before)
            && !(run.len() == 2 && self.is_office(before))
    }

    /// Whether the first of many capitalised words, at `index`, says what somebody is: it
    /// stands behind an article where nouns have capitals, as in "die Müllerin Ada Lund".
    fn is_noun_first(&self, frames: &Frames<'_>, index: usize) -> bool {
        self.table.nouns_have_capitals
            && index.checked_sub(1).is_some_and(|before| {
                frames.is_together(before, index) && self.is_determiner(frames.written(before))
            })
    }

    /// Whether `word` is an article of any case.
    fn is_determiner(&self, word: &str) -> bool {
        let folded = self.folded(word);
        let word = folded.as_str();
        [
            &self.table.articles,
            &self.table.declined,
            &self.table.indefinite,
        ]
        .iter()
        .any(|words| words.contains(word))
    }

    /// Whether `word` has its capital from the beginning of a sentence.
    fn is_before_names(&self, word: &str) -> bool {
        let is_elided = |(_, noun): (&str, &str)| noun.starts_with(char::is_lowercase);
        if self.is_stop_word(word) || elided(word).is_some_and(is_elided) {
            return true;
        }
        let folded = self.folded(word);
        let word = folded.as_str();
        let table = self.table;
        table.according.contains(&word)
            || [&table.subordinating, &table.openers, &table.says]
                .iter()
                .any(|words| words.contains(word))
    }
}

/// A full name.
#[derive(Debug)]
struct Person {
    /// As written, without a possessive.
    name: String,
    first: Folded,
    /// Number of its words.
    n_words: usize,
}

/// All who share a last name.
#[derive(Debug, Default)]
struct Namesakes {
    people: Vec<Person>,
    /// The word at which each full name stands, and whose it is; in text order.
    mentions: Vec<(usize, usize)>,
}

/// People of one last name that are told apart; more are a page of names.
const NAMESAKES_MAX: usize = 16;

/// The full names of a document, by their last words.
#[derive(Debug, Default)]
pub(super) struct People {
    by_last: FxHashMap<Folded, Namesakes>,
}

impl People {
    /// Adds the full names of `frames`, whose words count from `offset` on.
    pub(super) fn add(
        &mut self,
        frames: &Frames<'_>,
        spelling: &Spelling,
        offset: usize,
        budget: &Budget,
    ) -> Result<(), Interrupted> {
        for frame in frames
            .ranges()
            .filter(|frame| spelling.table.nouns_have_capitals || !is_headline(frames, frame))
        {
            budget.check()?;
            let mut index = frame.start;
            while index < frame.end {
                let run = spelling.run(frames, index);
                let name = spelling.name_in(frames, &run);
                let after_article = name.start == run.start
                    && run.start > frame.start
                    && is_article(frames, spelling, run.start - 1);
                // "R-Texas" is a party and its state.
                let is_party = frames.written(name.start).len() == 1
                    && frames.gap_before(name.start + 1) == "-";
                if (2..=NAME_WORDS_MAX).contains(&name.len()) && !after_article && !is_party {
                    self.insert(frames, spelling, &name, offset);
                }
                index = run.end.max(index + 1);
            }
        }
        Ok(())
    }

    fn insert(
        &mut self,
        frames: &Frames<'_>,
        spelling: &Spelling,
        words: &Range<usize>,
        offset: usize,
    ) {
        let last = spelling.folded(bare(frames.written(words.end - 1)));
        let Namesakes { people, mentions } = self.by_last.entry(last).or_default();
        let name = name_of(frames, words);
        let known = people.iter().position(|person| person.name == name);
        let person = match known {
            Some(known) => known,
            None if people.len() == NAMESAKES_MAX => return,
            None => {
                people.push(Person {
                    name,
                    first: spelling.folded(frames.written(words.start)),
                    n_words: words.len(),
                });
                people.len() - 1
            }
        };
        mentions.push((offset + words.start, person));
    }

    /// The fullest form of the name in `words`, which count from `offset` on; `None`
    /// where no full name fits it. A last name alone is that of whom it named last.
    pub(super) fn fullest(
        &self,
        frames: &Frames<'_>,
        spelling: &Spelling,
        words: &Range<usize>,
        offset: usize,
    ) -> Option<&str> {
        let last = spelling.folded(bare(frames.written(words.end.checked_sub(1)?)));
        let Namesakes { people, mentions } = self.by_last.get(&last)?;
        let first = if words.len() > 1 {
            spelling.folded(frames.written(words.start))
        } else {
            let at = offset + words.start;
            let behind = mentions.partition_point(|(mention, _)| *mention <= at);
            let (_, person) = mentions.get(behind.saturating_sub(1))?;
            people.get(*person)?.first.clone()
        };
        let same = people.iter().filter(|person| person.first == first);
        // Of equals the first.
        same.rev()
            .max_by_key(|person| person.n_words)
            .map(|person| person.name.as_str())
    }
}

/// The name in `words` as it is written, on one line and without a possessive.
pub(super) fn name_of(frames: &Frames<'_>, words: &Range<usize>) -> String {
    let written = frames.span(words).and_then(|span| span.slice(frames.text));
    let written = bare(written.unwrap_or_default());
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the word at `index` is a definite article, or is used like one.
pub(super) fn is_article(frames: &Frames<'_>, spelling: &Spelling, index: usize) -> bool {
    let word = spelling.folded(frames.written(index));
    let article = elided(word.as_str()).map_or(word.as_str(), |(article, _)| article);
    spelling.table.articles.contains(article)
}

/// The article that `word` begins with, and the rest: "l'économiste".
fn elided(word: &str) -> Option<(&str, &str)> {
    let (article, rest) = word.split_once(['\'', '’'])?;
    (article.chars().count() <= 2 && rest.chars().nth(1).is_some()).then_some((article, rest))
}

/// Whether nearly all longer words of a sentence have capitals: no name ends in it that
/// could be told from the word behind it.
fn is_headline(frames: &Frames<'_>, frame: &Range<usize>) -> bool {
    const LETTERS_MIN: usize = 4;
    if frames.gap_before(frame.end).trim_start().starts_with('.') {
        return false;
    }
    let (mut n_words, mut n_capitals) = (0_usize, 0_usize);
    for index in frame.clone() {
        let word = frames.written(index);
        if word.chars().take(LETTERS_MIN).count() == LETTERS_MIN {
            n_words += 1;
            n_capitals += usize::from(is_capital(word));
        }
    }
    n_words >= 4 && n_capitals * 5 >= n_words * 4
}

/// Whether `word` has two capital letters or more and nothing else.
fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether `word` begins with a capital letter.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether `word` ends with the ’s of what follows it.
pub(super) fn is_possessive(word: &str) -> bool {
    bare(word).len() < word.len()
}

/// `word` without the ’s at its end.
pub(super) fn bare(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}
