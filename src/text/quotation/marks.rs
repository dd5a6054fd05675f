//! Where quotations begin and end, by their marks.
//!
//! Most marks tell their side; straight ones, and those that some languages turn round,
//! tell it by what stands beside them and by what is open. One pass, with a stack of what
//! is open. An apostrophe is told from a closing mark by the same means, and an inch or a
//! minute by the figure before it.

use crate::base::{Budget, Interrupted, Span};

use super::super::wrap::{is_full, width};
use super::sides::{Sides, is_inch, next_mark};

/// Quotations within quotations that are told; deeper ones are heaps of marks.
const DEPTH_MAX: usize = 4;

/// Line ends within a quotation in marks of two sides: verse has some, and so has crawled
/// news where a line was cut in two. Behind more, the closing mark was another's.
const LINE_ENDS_MAX: usize = 4;

/// Bytes between two looks at the budget, well under a millisecond.
const BYTES_PER_CHECK: usize = 1 << 16;

/// What stands between two marks. In 32 bits each, since there may be one for every third
/// byte; limits end far below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    inner: [u32; 2],
    outer: [u32; 2],
    /// Whether it was left open because the next one goes on with it.
    pub(super) continued: bool,
}

impl Marked {
    fn new(inner: Span, outer: Span, continued: bool) -> Self {
        let number = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            inner: [inner.start, inner.end].map(number),
            outer: [outer.start, outer.end].map(number),
            continued,
        }
    }

    /// The words, without the marks and the blanks beside them.
    pub(super) fn inner(&self) -> Span {
        let [start, end] = self.inner;
        Span::new(start as usize, end as usize)
    }

    /// The same with the marks.
    pub(super) fn outer(&self) -> Span {
        let [start, end] = self.outer;
        Span::new(start as usize, end as usize)
    }
}

/// All quotations of `text`, by their beginnings, the outer before the inner.
pub(super) fn marked(text: &str, budget: &Budget) -> Result<Vec<Marked>, Interrupted> {
    let mut scanner = Scanner {
        text,
        width: width(text),
        open: Vec::with_capacity(DEPTH_MAX),
        found: Vec::new(),
        line_start: 0,
    };
    let mut next_check = 0;
    let mut at = 0;
    while let Some(mark) = next_mark(text, at) {
        if mark >= next_check {
            budget.check()?;
            next_check = mark + BYTES_PER_CHECK;
        }
        at = mark + scanner.pass(mark).max(1);
    }
    scanner.end();
    let mut found = scanner.found;
    found.sort_by_key(|each| (each.inner().start, std::cmp::Reverse(each.inner().end)));
    Ok(found)
}

/// Marks that close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// “ ” „.
    Curly,
    /// ‘ ’ ‚.
    CurlySingle,
    /// ".
    Straight,
    /// '.
    StraightSingle,
    /// « ».
    Guillemets,
    /// ‹ ›.
    GuillemetsSingle,
    /// 「 」.
    Corner,
    /// 『 』.
    CornerWhite,
}

impl Family {
    /// Whether menus use it for arrows too.
    fn is_guillemet(self) -> bool {
        matches!(self, Self::Guillemets | Self::GuillemetsSingle)
    }

    /// Whether its closing mark is an apostrophe too.
    fn is_apostrophe(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle)
    }
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy, Debug)]
struct Open {
    family: Family,
    /// The mark itself, by which the closing one is known: „ is closed by “.
    mark: char,
    outer_start: usize,
    inner_start: usize,
    /// The first end of a paragraph behind it.
    paragraph_end: Option<usize>,
    n_line_ends: usize,
    /// A closing mark behind it that may be an apostrophe: "the boys’ toys’".
    doubtful_end: Option<usize>,
}

struct Scanner<'t> {
    text: &'t str,
    /// Width of the lines, where they were broken by it.
    width: Option<usize>,
    open: Vec<Open>,
    found: Vec<Marked>,
    line_start: usize,
}

impl Scanner<'_> {
    /// Takes note of the mark or line end at byte `at`; tells how long it is.
    fn pass(&mut self, at: usize) -> usize {
        let Some(mark) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return 1;
        };
        let length = mark.len_utf8();
        let sides = Sides::of(self.text, at, at + length);
        match mark {
            '\n' => self.line_end(at),
            '"' | '＂' => self.straight(at, length, sides),
            '\'' | '`' if sides.after == Some(mark) => return self.doubled(mark, at),
            '\'' => self.apostrophe(Family::StraightSingle, at, length, sides),
            '’' => self.apostrophe(Family::CurlySingle, at, length, sides),
            '‘' | '‛' => self.single_opening(mark, at, sides),
            '‚' if sides.can_open() => self.push(Family::CurlySingle, mark, at),
            '“' | '‟' | '〝' => self.curly_opening(mark, at, sides),
            '„' => self.opens_anew(Family::Curly, mark, at),
            '”' | '〞' | '〟' => self.curly_closing(mark, at, sides),
            '«' | '»' => self.guillemet(Family::Guillemets, mark, at, sides),
            '‹' | '›' => self.guillemet(Family::GuillemetsSingle, mark, at, sides),
            '「' => self.push(Family::Corner, mark, at),
            '」' => self.close(Family::Corner, at, length),
            '『' => self.push(Family::CornerWhite, mark, at),
            '』' => self.close(Family::CornerWhite, at, length),
            _ => {}
        }
        length
    }

    /// Two single marks that stand for a double one, as in old plain text: ``…''.
    fn doubled(&mut self, mark: char, at: usize) -> usize {
        let sides = Sides::of(self.text, at, at + 2);
        // An empty pair, or a row of marks.
        if sides.before == Some(mark) || sides.after == Some(mark) {
            return 1;
        }
        self.straight(at, 2, sides);
        2
    }

    fn straight(&mut self, at: usize, length: usize, sides: Sides) {
        if sides.before == Some('=') || is_inch(self.text, at) {
            return;
        }
        match self.innermost(Family::Straight) {
            None if sides.can_open() || sides.is_glued() || sides.stands_alone() => {
                self.push_straight(at, length);
            }
            // Opened by a curly mark, in a text that has both.
            None if sides.can_close() => self.close(Family::Curly, at, length),
            None => {}
            Some(open) if sides.can_open() => {
                self.leave_open(open, at);
                self.push_straight(at, length);
            }
            // A blank line within, and what was open has ended there.
            Some(open) if self.is_past(open, 1) => self.leave_open(open, at),
            Some(_) => self.close(Family::Straight, at, length),
        }
    }

    fn push_straight(&mut self, at: usize, length: usize) {
        self.push(Family::Straight, '"', at);
        if let Some(open) = self.open.last_mut() {
            open.inner_start = at + length;
        }
    }

    /// “ opens; but it closes „ and, where nothing can open, itself.
    fn curly_opening(&mut self, mark: char, at: usize, sides: Sides) {
        let open = self
            .innermost(Family::Curly)
            .and_then(|open| self.open.get(open));
        let closes = open.is_some_and(|open| {
            open.mark == '„' && !sides.can_open() || sides.can_close() && !sides.is_glued()
        });
        if closes {
            self.close(Family::Curly, at, mark.len_utf8());
        } else {
            self.opens_anew(Family::Curly, mark, at);
        }
    }

    /// ” closes; but Swedish and Finnish, and careless typists, open by it too.
    fn curly_closing(&mut self, mark: char, at: usize, sides: Sides) {
        match self.innermost(Family::Curly) {
            Some(open) if self.is_past(open, LINE_ENDS_MAX) => self.leave_open(open, at),
            Some(_) => self.close(Family::Curly, at, mark.len_utf8()),
            None if sides.can_open() => self.push(Family::Curly, mark, at),
            None if self.innermost(Family::Straight).is_some() && sides.can_close() => {
                self.close(Family::Straight, at, mark.len_utf8());
            }
            None => {}
        }
    }

    /// « opens and » closes; German and Danish turn them round, Finnish has » twice.
    fn guillemet(&mut self, family: Family, mark: char, at: usize, sides: Sides) {
        let opens = matches!(mark, '«' | '‹');
        let Some(index) = self.innermost(family) else {
            if opens || sides.can_open() {
                self.push(family, mark, at);
            }
            return;
        };
        let open = self.open.get(index).map_or(mark, |open| open.mark);
        if self.is_past(index, LINE_ENDS_MAX) || self.is_arrow(index) {
            self.leave_open(index, at);
        } else if open != mark || !opens && sides.can_close() {
            self.close(family, at, mark.len_utf8());
        } else {
            self.opens_anew(family, mark, at);
        }
    }

    /// Whether a guillemet that is open is the arrow of a menu: its line ended without a
    /// full stop, and it was not cut in two there.
    fn is_arrow(&self, index: usize) -> bool {
        let open = self.open.get(index);
        let end = open.filter(|open| open.n_line_ends > 1);
        let end = end.and_then(|open| open.paragraph_end);
        end.is_some_and(|end| !self.follows_sentence(end))
    }

    /// ‘ opens; but it closes ‚, and is an apostrophe in ‘90s.
    fn single_opening(&mut self, mark: char, at: usize, sides: Sides) {
        let low = self
            .innermost(Family::CurlySingle)
            .and_then(|open| self.open.get(open))
            .is_some_and(|open| open.mark == '‚');
        if low {
            self.close(Family::CurlySingle, at, mark.len_utf8());
        } else if (sides.can_open() || sides.is_glued()) && !self.is_elision(at + mark.len_utf8()) {
            self.push(Family::CurlySingle, mark, at);
        }
    }

    /// ' and ’: within a word apostrophes; at its end closing marks or possessives.
    fn apostrophe(&mut self, family: Family, at: usize, length: usize, sides: Sides) {
        if sides.is_in_word() {
            return;
        }
        let Some(index) = self.innermost(family) else {
            let opens = sides.can_open() || sides.is_glued();
            if family == Family::StraightSingle && opens && !self.is_elision(at + length) {
                self.push(family, '\'', at);
            }
            return;
        };
        if !sides.can_close() {
            if family == Family::StraightSingle && !self.is_elision(at + length) {
                self.settle(index);
                self.push(family, '\'', at);
            }
            return;
        }
        let rest = self.text.get(at + length..).unwrap_or_default();
        let goes_on = rest
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if goes_on && matches!(sides.before, Some('s' | 'S' | 'z' | 'x')) {
            if let Some(open) = self.open.get_mut(index) {
                open.doubtful_end.get_or_insert(at);
            }
        } else {
            self.close(family, at, length);
        }
    }

    /// Whether a word begins at byte `at` that has lost its beginning: 'tis, '90s.
    fn is_elision(&self, at: usize) -> bool {
        const ELISIONS: &[&str] = &[
            "tis", "twas", "twill", "em", "cause", "cos", "til", "till", "n", "bout", "round",
            "neath", "nuff", "s", "t", "d", "ere",
        ];
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let figures = word.trim_end_matches('s');
        ELISIONS.iter().any(|each| each.eq_ignore_ascii_case(word))
            || figures.len() == 2 && figures.bytes().all(|b| b.is_ascii_digit())
    }

    /// The end of the line at byte `at`: perhaps that of a paragraph.
    fn line_end(&mut self, at: usize) {
        let line = self.text.get(self.line_start..at).unwrap_or_default();
        self.line_start = at + 1;
        if self.open.is_empty() || self.is_wrapped(line.trim_end(), at + 1) {
            return;
        }
        let end = at - (line.len() - line.trim_end().len());
        for index in (0..self.open.len()).rev() {
            let Some(open) = self.open.get_mut(index) else {
                continue;
            };
            open.n_line_ends += 1;
            open.paragraph_end.get_or_insert(end);
            if open.family.is_apostrophe() {
                self.end_of_single(index, at + 1);
            }
        }
    }

    /// Single marks hold no paragraphs, since most are apostrophes; one that begins the
    /// next paragraph too goes on with this one.
    fn end_of_single(&mut self, index: usize, next: usize) {
        let Some(open) = self.open.get(index).copied() else {
            return;
        };
        let rest = self.text.get(next..).unwrap_or_default();
        if open.doubtful_end.is_none() && rest.trim_start().starts_with(open.mark) {
            self.leave_open(index, next + (rest.len() - rest.trim_start().len()));
        } else {
            self.settle(index);
        }
    }

    /// Whether `line` was broken by its width, and the text goes on at byte `next`.
    fn is_wrapped(&self, line: &str, next: usize) -> bool {
        let rest = self.text.get(next..).unwrap_or_default();
        let next_line = rest.lines().next().unwrap_or_default();
        self.width.is_some_and(|width| {
            !line.is_empty() && !next_line.trim().is_empty() && is_full(line, next_line, width)
        })
    }

    /// What is open of `family`, innermost.
    fn innermost(&self, family: Family) -> Option<usize> {
        self.open.iter().rposition(|open| open.family == family)
    }

    /// Whether more than `n_line_ends` lie behind what is open.
    fn is_past(&self, index: usize, n_line_ends: usize) -> bool {
        self.open
            .get(index)
            .is_some_and(|open| open.n_line_ends > n_line_ends)
    }

    fn push(&mut self, family: Family, mark: char, at: usize) {
        if self.open.len() < DEPTH_MAX {
            self.open.push(Open {
                family,
                mark,
                outer_start: at,
                inner_start: at + mark.len_utf8(),
                paragraph_end: None,
                n_line_ends: 0,
                doubtful_end: None,
            });
        }
    }

    /// Opens `mark`, within what is open of its family or in its place.
    fn opens_anew(&mut self, family: Family, mark: char, at: usize) {
        if let Some(index) = self.innermost(family) {
            let paragraph_ended = self
                .open
                .get(index)
                .is_some_and(|o| o.paragraph_end.is_some());
            if paragraph_ended || self.follows_sentence(at) && !self.is_nested(family, at) {
                self.leave_open(index, at);
            }
        }
        self.push(family, mark, at);
    }

    /// Whether what is before byte `at` has ended a sentence or a part of one.
    fn follows_sentence(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default().trim_end();
        before.ends_with(['.', '!', '?', ',', '…', ':', ';', '—', '–'])
    }

    /// Whether the mark at byte `at` has a closing mark of its own before that of what
    /// is around it: two closing marks come next.
    fn is_nested(&self, family: Family, at: usize) -> bool {
        let (opening, closing) = match family {
            Family::Curly => (['“', '„'], ['”', '”']),
            Family::Guillemets => (['«', '«'], ['»', '»']),
            Family::GuillemetsSingle => (['‹', '‹'], ['›', '›']),
            Family::CurlySingle
            | Family::Straight
            | Family::StraightSingle
            | Family::Corner
            | Family::CornerWhite => return false,
        };
        let rest = self.text.get(at..).unwrap_or_default();
        let of_family = |c: &char| opening.contains(c) || closing.contains(c) || *c == '\n';
        let mut next = rest.chars().skip(1).filter(of_family);
        let mut closes = || next.next().is_some_and(|c| closing.contains(&c));
        closes() && closes()
    }

    /// Closes what is open of `family` by a mark of `length` bytes at byte `at`.
    fn close(&mut self, family: Family, at: usize, length: usize) {
        let Some(index) = self.innermost(family) else {
            return;
        };
        self.settle_within(index);
        if let Some(open) = self.open.pop() {
            self.emit(open, at, at + length, false);
        }
    }

    /// Ends what is open without a closing mark, as another opens at byte `at`: at the
    /// end of its paragraph or, glued to the next, right here.
    fn leave_open(&mut self, index: usize, at: usize) {
        self.settle_within(index);
        let Some(open) = self.open.pop() else {
            return;
        };
        match open.paragraph_end {
            Some(end) if open.family.is_guillemet() && !self.follows_sentence(end) => {}
            Some(end) => {
                let between = self.text.get(end..at).unwrap_or_default();
                self.emit(open, end, end, between.trim().is_empty());
            }
            None if self.follows_sentence(at) => self.emit(open, at, at, true),
            None => {}
        }
    }

    /// Gives up what is open within the one at `index`.
    fn settle_within(&mut self, index: usize) {
        while self.open.len() > index + 1 {
            self.settle(self.open.len() - 1);
        }
    }

    /// Gives up what is open at `index`, but for a closing mark that was in doubt.
    fn settle(&mut self, index: usize) {
        let open = self.open.remove(index);
        if let Some(end) = open.doubtful_end {
            let mark = self.text.get(end..).and_then(|rest| rest.chars().next());
            self.emit(open, end, end + mark.map_or(0, char::len_utf8), false);
        }
    }

    /// The end of the text. Speech that was cut off is speech; guillemets without an end
    /// are the arrows of a menu, and so on.
    fn end(&mut self) {
        while let Some(open) = self.open.pop() {
            if matches!(open.family, Family::Curly | Family::Straight) {
                let end = open.paragraph_end.unwrap_or(self.text.len());
                self.emit(open, end, end, false);
            } else {
                self.open.push(open);
                self.settle(self.open.len() - 1);
            }
        }
    }

    /// Keeps what stands from `open` to byte `end`, where it has words.
    fn emit(&mut self, open: Open, end: usize, outer_end: usize, continued: bool) {
        let Some(content) = self.text.get(open.inner_start..end) else {
            return;
        };
        let trimmed = content.trim();
        if !trimmed.contains(char::is_alphanumeric) {
            return;
        }
        let start = open.inner_start + (content.len() - content.trim_start().len());
        let inner = Span::new(start, start + trimmed.len());
        let outer = Span::new(open.outer_start, outer_end);
        self.found.push(Marked::new(inner, outer, continued));
    }
}
