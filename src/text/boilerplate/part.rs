//! What a part of a line is: a sentence, or what stands between two set phrases where a
//! page's frame is glued to the text.

use super::super::letter::{is_alphabetic, is_lowercase, is_uppercase};
use super::BoilerplateKind::{
    self, Advertisement, Credit, Navigation, Notice, Subscription, Teaser, Widget,
};
use super::letters::{Letter, begins_word, count_words, is_arrow, is_bar, is_glued, is_unspaced};
use super::line::is_credit;
use super::phrase::{Found, call_at, phrase_at, phrase_in, turns_page};
use super::table::Use;

/// What a part was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Of the article.
    Article,
    /// Not of the article.
    Boilerplate(BoilerplateKind),
    /// Nor is anything else on its line.
    Line(BoilerplateKind),
    /// Nor what stands on the lines below, as long as it looks like headlines.
    Header(BoilerplateKind),
    /// Only so many of its first letters are not of the article.
    Prefix(usize, BoilerplateKind),
    /// Only what stands from this letter on is not of the article.
    Suffix(usize, BoilerplateKind),
}

/// Where a part stands.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that are independent of one another"
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// At the beginning of its line.
    pub starts: bool,
    /// At the end of its line.
    pub ends: bool,
    /// Before a phrase of the page's frame that follows without a full stop.
    pub cut: bool,
    /// What the part before it on the line is, if that is not of the article.
    pub after: Option<BoilerplateKind>,
    /// Whether sentences of the article have come before.
    pub within_article: bool,
}

/// Longer sentences that begin like a call are left to the article: pages keep their calls
/// short.
const CALL_WORDS_MAX: usize = 40;

/// Longer lines are no credit, no date, and name no author.
const CREDIT_WORDS_MAX: usize = 20;

/// Words behind "More on" and the like in a header.
const TOPIC_WORDS_MAX: usize = 6;

/// Longer pieces between bars are no items of a menu.
pub(super) const MENU_ITEM_WORDS_MAX: usize = 4;

/// Where in `letters` a new part begins, by the set phrases of a page's frame that are
/// glued to what is before, or follow one another.
pub(super) fn breaks(letters: &[Letter]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut start = first_word(letters);
    let mut phrase_end = phrase_end(letters, start);
    for index in start + 1..letters.len() {
        // Phrases inside of a longer one are not looked at.
        let inside = phrase_end.is_some_and(|end| index < end);
        if !inside && begins_word(letters, index) && breaks_at(letters, index, phrase_end.is_some())
        {
            breaks.push(index);
            start = index;
            phrase_end = self::phrase_end(letters, start);
        }
    }
    breaks
}

const FRAME: &[Use] = &[Use::Label, Use::Header, Use::Opening];

/// Where the phrase ends that begins at `start`, if one does.
fn phrase_end(letters: &[Letter], start: usize) -> Option<usize> {
    if letters.get(start)?.folded == '©' {
        return Some(start + 1);
    }
    phrase_at(letters, start, FRAME).map(|found| start + found.n_letters)
}

fn breaks_at(letters: &[Letter], index: usize, framed: bool) -> bool {
    let (Some(before), Some(this)) = (letters.get(index - 1), letters.get(index)) else {
        return false;
    };
    if this.folded == '©' {
        return begins_rights(letters, index);
    }
    let capital = is_uppercase(this.raw) || is_unspaced(this.raw);
    if !capital {
        return false;
    }
    let Some(found) = phrase_at(letters, index, FRAME) else {
        return false;
    };
    let phrase = letters.get(index..index + found.n_letters).unwrap_or(&[]);
    if is_unspaced(this.raw) {
        return framed && !before.is_alphanumeric;
    }
    let n_words = count_words(phrase);
    if before.folded == ' ' {
        return n_words > 1 && found.kind != Credit && (framed || is_page_turn(phrase));
    }
    let behind_mark = matches!(
        before.raw,
        '.' | '!' | '?' | '…' | '”' | '’' | '"' | ')' | '»'
    );
    ((n_words > 1 || framed) && is_glued(before.raw, this.raw))
        || (behind_mark && found.n_letters > 3)
}

/// Whether each word of a phrase has a capital and it turns to another article, which no
/// sentence does: "Previous Article".
fn is_page_turn(phrase: &[Letter]) -> bool {
    let capitals = (0..phrase.len())
        .filter(|i| begins_word(phrase, *i))
        .filter_map(|i| phrase.get(i))
        .all(|letter| is_uppercase(letter.raw));
    capitals && turns_page(phrase.iter().map(|l| l.folded))
}

/// What the part `letters` is.
pub(super) fn judge(letters: &[Letter], around: Around) -> Told {
    let start = first_word(letters);
    let n_words = count_words(letters);
    let whole = around.starts && around.ends;
    let Some(first) = letters.get(start) else {
        return symbols(letters, around);
    };
    if is_credit_in_brackets(letters) {
        return Told::Boilerplate(Credit);
    }
    let header = header(letters, start, around);
    let labels = labels(letters, start, around);
    // Above an article the same words are a label of its menu.
    if let (Some(kind), true) = (header, labels.is_none() || around.within_article) {
        return Told::Header(kind);
    }
    if let Some(kind) = labels {
        return Told::Boilerplate(kind);
    }
    let names_owner = around.within_article && is_copyright_of_name(letters, start, n_words);
    if phrase_in(letters, &[Use::Paragraph]).is_some() {
        return Told::Line(Notice);
    }
    if first.folded == '©' || begins_rights(letters, start) || names_owner {
        return Told::Boilerplate(Notice);
    }
    if (whole || around.after.is_some()) && is_menu(letters) {
        return Told::Boilerplate(Navigation);
    }
    if n_words <= CALL_WORDS_MAX
        && let Some(kind) = call(letters, start, n_words, around)
    {
        return Told::Boilerplate(kind);
    }
    if around.after == Some(Widget) && letters.iter().any(|l| l.folded == '@') && n_words < 6 {
        return Told::Boilerplate(Widget);
    }
    let rest_of_teaser = around.after == Some(Teaser) && around.ends && !ends_sentence(letters);
    if rest_of_teaser && n_words <= CREDIT_WORDS_MAX {
        return Told::Boilerplate(Teaser);
    }
    let points = |l: Option<&Letter>| l.is_some_and(|l| is_arrow(l.folded));
    let points_on = points(letters.first()) || points(letters.last());
    if whole && points_on && n_words <= CREDIT_WORDS_MAX && around.within_article {
        return Told::Boilerplate(Teaser);
    }
    if whole && is_bracketed(letters) && n_words <= CREDIT_WORDS_MAX && around.within_article {
        return Told::Boilerplate(Teaser);
    }
    if around.after == Some(Subscription) || around.after == Some(Notice) {
        // What a call promises, what a notice forbids: short sentences on its own line.
        if n_words <= CREDIT_WORDS_MAX && !has_speech(letters) {
            return Told::Boilerplate(around.after.unwrap_or(Notice));
        }
    }
    partly(letters, start, n_words, around)
}

/// The first letter that stands in a word, or tells a right.
fn first_word(letters: &[Letter]) -> usize {
    let is_first = |l: &Letter| l.is_alphanumeric || matches!(l.folded, '©' | '¿' | '[');
    letters.iter().position(is_first).unwrap_or(letters.len())
}

/// A line without a word: stars to rate by, lines that divide.
fn symbols(letters: &[Letter], around: Around) -> Told {
    let is_star = |l: &Letter| matches!(l.folded, '★' | '☆' | '⭐' | '✩' | '✭' | '✮');
    if letters.iter().any(is_star) {
        return Told::Boilerplate(Widget);
    }
    if around.starts && around.ends && !letters.iter().any(|l| matches!(l.folded, '?' | '!')) {
        return Told::Boilerplate(BoilerplateKind::Markup);
    }
    around.after.map_or(Told::Article, Told::Boilerplate)
}

/// Whether the part is made of labels: which kind the first telling one is of.
fn labels(letters: &[Letter], start: usize, around: Around) -> Option<BoilerplateKind> {
    const LABELS: &[Use] = &[Use::Label, Use::Section];
    let mut index = start;
    let (mut n_labels, mut n_telling, mut n_words) = (0, 0, 0);
    let mut kind = None;
    while let Some(letter) = letters.get(index) {
        if begins_word(letters, index)
            && let Some(found) = phrase_at(letters, index, LABELS)
        {
            n_labels += 1;
            n_telling += usize::from(found.r#use == Use::Label);
            n_words += count_words(letters.get(index..index + found.n_letters)?);
            if kind.is_none() || (found.r#use == Use::Label && n_telling == 1) {
                kind = Some(found.kind);
            }
            index += found.n_letters;
        } else if is_alphabetic(letter.folded) {
            return None;
        } else {
            index += 1;
        }
    }
    let stands_apart = (around.starts && (around.ends || around.cut)) || around.after.is_some();
    // A label at the end of a line of text has to have two words: "SlideShare" ends in one.
    let enough = if stands_apart {
        n_telling > 0 || n_labels > 1 || (n_labels == 1 && around.after.is_some())
    } else {
        n_telling > 0 && n_words > 1 && !ends_with(letters, '.')
    };
    // A label in a sentence's place, "Share.", is the article's if speech is around it.
    (enough && !has_speech(letters)).then_some(kind).flatten()
}

/// Whether the part is the name of a section, and nothing else.
pub(super) fn is_section(letters: &[Letter]) -> bool {
    let start = first_word(letters);
    let found = phrase_at(letters, start, &[Use::Section]);
    found.is_some_and(|found| {
        let rest = letters.get(start + found.n_letters..).unwrap_or(&[]);
        rest.is_empty()
    })
}

/// Whether the part announces other articles: their kind.
fn header(letters: &[Letter], start: usize, around: Around) -> Option<BoilerplateKind> {
    let stands_apart = (around.starts || around.after.is_some()) && around.ends;
    if !stands_apart {
        return None;
    }
    let rest = |found: Found| letters.get(start + found.n_letters..).unwrap_or(&[]);
    let has_word = |letters: &[Letter]| letters.iter().any(|l| l.is_alphanumeric);
    if let Some(found) = phrase_at(letters, start, &[Use::Header])
        && !has_word(rest(found))
    {
        return Some(found.kind);
    }
    let found = phrase_at(letters, start, &[Use::OpenHeader])?;
    let rest = rest(found);
    let is_topic = has_word(rest)
        && count_words(rest) <= TOPIC_WORDS_MAX
        && !ends_sentence(letters)
        && (ends_with(letters, ':')
            || rest
                .iter()
                .any(|l| is_uppercase(l.raw) || is_unspaced(l.raw)));
    (is_topic && around.within_article).then_some(found.kind)
}

/// Whether the part is a call, a teaser, a notice, a credit of its own.
fn call(
    letters: &[Letter],
    start: usize,
    n_words: usize,
    around: Around,
) -> Option<BoilerplateKind> {
    let capital = letters
        .get(start)
        .is_some_and(|l| !is_lowercase(l.raw) || around.starts);
    if let Some(found) = phrase_at(letters, start, &[Use::Opening])
        && capital
        && opens_part(letters, start, found, n_words, around)
    {
        return Some(found.kind);
    }
    if around.within_article && glued_header(letters, start) {
        return Some(Teaser);
    }
    if capital && !has_speech(letters) {
        if let Some(kind) = call_at(letters, start) {
            return Some(kind);
        }
        // "What it means for you: Sign up for our newsletter."
        let behind_colon = (2..letters.len()).filter(|i| {
            let mark = letters.get(i - 2).map(|l| l.folded);
            let blank = letters.get(i - 1).map(|l| l.folded) == Some(' ');
            blank
                && matches!(mark, Some(':' | '-' | '?' | '!' | '|' | '>'))
                && letters.get(*i).is_some_and(|l| is_uppercase(l.raw))
        });
        let mut calls = behind_colon.filter_map(|index| call_at(letters, index));
        if let Some(kind) = calls.next().filter(|_| around.starts) {
            return Some(kind);
        }
    }
    if has_speech(letters) {
        return None;
    }
    phrase_in(letters, &[Use::Anywhere]).map(|(_, found)| found.kind)
}

/// Whether a header is glued to the first of the headlines that it announces.
fn glued_header(letters: &[Letter], start: usize) -> bool {
    let Some(found) = phrase_at(letters, start, &[Use::Header]) else {
        return false;
    };
    let end = start + found.n_letters;
    let (Some(last), Some(next)) = (letters.get(end - 1), letters.get(end)) else {
        return false;
    };
    is_glued(last.raw, next.raw) && !ends_sentence(letters)
}

/// Whether a part that begins with the phrase `found` is what the phrase says.
fn opens_part(
    letters: &[Letter],
    start: usize,
    found: Found,
    n_words: usize,
    around: Around,
) -> bool {
    let stands_first = around.starts || around.after.is_some();
    let long = found.n_letters >= 12 || letters.get(start).is_some_and(|l| is_unspaced(l.raw));
    match found.kind {
        // "Video: …" may be the headline itself.
        Teaser => {
            // "More: the council said it would pay." is the article's.
            let weak = found.n_letters < 9
                && letters
                    .get(start + found.n_letters - 1)
                    .is_some_and(|l| l.folded == ':')
                && !letters
                    .iter()
                    .skip(start)
                    .take(4)
                    .map(|l| l.folded)
                    .eq("rela".chars());
            (around.within_article || around.after.is_some())
                && (stands_first || long)
                && !(weak
                    && (ends_sentence(letters) || has_speech(letters) || ends_with(letters, ':')))
        }
        BoilerplateKind::Other => {
            stands_first && n_words <= CREDIT_WORDS_MAX && !ends_sentence(letters)
        }
        Credit => n_words <= CREDIT_WORDS_MAX && (stands_first || long),
        Widget | Subscription | Notice | Advertisement | Navigation | BoilerplateKind::Markup => {
            (stands_first || long) && !has_speech(letters)
        }
    }
}

/// What of a part of the article is not: a chip before it, a credit behind it.
fn partly(letters: &[Letter], start: usize, n_words: usize, around: Around) -> Told {
    if (around.starts || around.after.is_some())
        && let Some((end, kind)) = chip(letters, start)
    {
        return Told::Prefix(end, kind);
    }
    let Some((index, found)) = last_source(letters) else {
        return Told::Article;
    };
    let rest = letters.get(index + found.n_letters..).unwrap_or(&[]);
    let has_colon = letters
        .get(index + found.n_letters - 1)
        .is_some_and(|l| !l.is_alphanumeric);
    let limit = if has_colon {
        CREDIT_WORDS_MAX / 2
    } else {
        TOPIC_WORDS_MAX
    };
    let fits = around.ends && !rest.is_empty() && count_words(rest) <= limit;
    if index <= start {
        // A line of its own may name what is to be seen as well.
        let fits = fits
            || (around.starts
                && around.ends
                && has_colon
                && n_words <= CREDIT_WORDS_MAX
                && !ends_sentence(letters));
        return if fits && !rest.is_empty() {
            Told::Boilerplate(Credit)
        } else {
            Told::Article
        };
    }
    if fits {
        Told::Suffix(index, Credit)
    } else {
        Told::Article
    }
}

/// The last phrase that names a source, with a capital.
fn last_source(letters: &[Letter]) -> Option<(usize, Found)> {
    (0..letters.len())
        .rev()
        .filter(|i| {
            letters
                .get(*i)
                .is_some_and(|l| is_uppercase(l.raw) || is_unspaced(l.raw))
        })
        .filter(|index| begins_word(letters, *index))
        .find_map(|index| Some((index, phrase_at(letters, index, &[Use::Source])?)))
}

/// A chip at the beginning of a line, "CLOSE" or "Image copyright … Image caption": where
/// it ends.
fn chip(letters: &[Letter], start: usize) -> Option<(usize, BoilerplateKind)> {
    let found = phrase_at(letters, start, &[Use::Chip])?;
    let mut end = start + found.n_letters;
    let phrase = letters.get(start..end)?;
    let capitals = |letters: &[Letter]| !letters.iter().any(|l| is_lowercase(l.raw));
    // A word of its own has to be in capitals, or be followed by one.
    let single = count_words(phrase) == 1;
    if single && !capitals(phrase) && found.kind != Advertisement {
        return None;
    }
    if found.kind == Credit {
        let caption: Vec<char> = "image caption".chars().collect();
        let rest = letters.get(end..)?;
        let at = rest
            .windows(caption.len())
            .take(80)
            .position(|here| here.iter().zip(&caption).all(|(l, c)| l.folded == *c))?;
        end += at + caption.len();
    }
    let next = letters.iter().skip(end).find(|l| l.folded != ' ')?;
    (!is_lowercase(next.raw)).then_some((end, found.kind))
}

/// Labels glued to one another or to the headline, as in "Top StoryUSBorders": where they
/// end.
pub(super) fn glued_labels(letters: &[Letter]) -> Option<(usize, BoilerplateKind)> {
    let mut index = 0;
    let mut is_label = false;
    let mut glued = false;
    while let Some(found) = phrase_at(letters, index, &[Use::Label, Use::Section]) {
        is_label |= found.r#use == Use::Label;
        index += found.n_letters;
        let (Some(last), Some(next)) = (letters.get(index - 1), letters.get(index)) else {
            return None; // nothing but labels
        };
        glued |= is_glued(last.raw, next.raw);
        if next.folded == ' ' {
            index += 1;
        }
    }
    let next = letters.get(index)?;
    (is_label && glued && is_uppercase(next.raw)).then_some((index, Navigation))
}

/// "© 2024 …", "Copyright 2024 …".
fn begins_rights(letters: &[Letter], start: usize) -> bool {
    let rest: String = letters
        .iter()
        .skip(start)
        .take(40)
        .map(|l| l.folded)
        .collect();
    let behind = |word: &str| rest.strip_prefix(word).map(str::trim_start);
    if let Some(behind) = behind("©") {
        return behind.starts_with(|c: char| c.is_ascii_digit() || is_alphabetic(c));
    }
    let Some(behind) = behind("copyright ") else {
        return false;
    };
    let year = behind.trim_start_matches(['©', '(', ')', 'c', ' ']);
    year.starts_with("19") || year.starts_with("20")
}

/// "Copyright Associated Press", which as a headline would stand above an article.
fn is_copyright_of_name(letters: &[Letter], start: usize, n_words: usize) -> bool {
    let rest = letters.get(start..).unwrap_or(&[]);
    let word: String = rest.iter().take(10).map(|l| l.folded).collect();
    word == "copyright " && n_words <= TOPIC_WORDS_MAX && is_name(rest)
}

/// Whether every word of `letters` begins with a capital.
pub(super) fn is_name(letters: &[Letter]) -> bool {
    (0..letters.len())
        .filter(|i| begins_word(letters, *i))
        .filter_map(|i| letters.get(i))
        .filter(|l| is_alphabetic(l.folded))
        .all(|l| !is_lowercase(l.raw))
}

/// Items that bars or arrows divide: "Home | News | Sport", "Home > World > Europe".
fn is_menu(letters: &[Letter]) -> bool {
    let stands_free = |i: usize| {
        let blank = |at: Option<&Letter>| at.is_none_or(|l| l.folded == ' ');
        let bar = letters
            .get(i)
            .is_some_and(|l| matches!(l.raw, '|' | '｜' | '›' | '▸'));
        bar || (blank(letters.get(i + 1)) && blank(i.checked_sub(1).and_then(|b| letters.get(b))))
    };
    let mut items = Vec::new();
    let mut start = 0;
    // Breadcrumbs; nothing else has two of these, in whatever language.
    let mut n_steps = 0;
    for (index, letter) in letters.iter().enumerate() {
        if is_bar(letter.raw) && stands_free(index) {
            n_steps += usize::from(matches!(letter.raw, '>' | '›' | '▸'));
            items.push(count_words(letters.get(start..index).unwrap_or(&[])));
            start = index + 1;
        }
    }
    items.push(count_words(letters.get(start..).unwrap_or(&[])));
    items.retain(|n_words| *n_words > 0);
    let short = items.iter().all(|n_words| *n_words <= MENU_ITEM_WORDS_MAX);
    let known = phrase_in(letters, &[Use::Label, Use::Section]).is_some();
    let is_trail = n_steps > 1 && items.len() > 2;
    short && !ends_sentence(letters) && (is_trail || items.len() > 3 || (items.len() > 1 && known))
}

/// "(AP Photo/Ada Quill)", behind a caption.
fn is_credit_in_brackets(letters: &[Letter]) -> bool {
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else {
        return false;
    };
    if !matches!(
        (first.raw, last.raw),
        ('(', ')') | ('[', ']') | ('（', '）')
    ) {
        return false;
    }
    let inside = letters.get(1..letters.len() - 1).unwrap_or(&[]);
    let n_words = count_words(inside);
    let inside: String = inside.iter().map(|l| l.raw).collect();
    n_words <= CALL_WORDS_MAX && !inside.contains([')', ']']) && is_credit(&inside)
}

/// "[Why the bridge was closed]", as some papers point to their other articles.
fn is_bracketed(letters: &[Letter]) -> bool {
    let first = letters.first().is_some_and(|l| l.folded == '[');
    first && ends_with(letters, ']') && letters.len() > 2
}

/// Whether somebody speaks in it: nobody does on a page's frame.
fn has_speech(letters: &[Letter]) -> bool {
    // An arrow to the right closes a line of a menu as well.
    letters
        .iter()
        .any(|l| matches!(l.raw, '“' | '”' | '„' | '«' | '"' | '「'))
}

fn ends_with(letters: &[Letter], mark: char) -> bool {
    letters.last().is_some_and(|l| l.folded == mark)
}

/// Whether it ends as a sentence does that states something.
pub(super) fn ends_sentence(letters: &[Letter]) -> bool {
    ends_as_sentence(letters.iter().rev().map(|l| l.folded))
}

/// The same of folded letters, the last first.
pub(super) fn ends_as_sentence(mut backwards: impl Iterator<Item = char>) -> bool {
    let closes = |c: &char| matches!(c, '"' | '\'' | ')' | ']' | ' ' | '」' | '』' | '）');
    let last = backwards.find(|c| !closes(c));
    last.is_some_and(|c| matches!(c, '.' | '。' | '．' | '।' | '؟' | '۔'))
}
