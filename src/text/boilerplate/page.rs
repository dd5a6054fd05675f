//! A page as its blocks follow one another: what each is on its own, and what it is by its
//! neighbours.

use crate::base::{Budget, Interrupted, Language, Span};

use super::super::sentence::sentences;
use super::BoilerplateKind::{self, Navigation, Notice, Other, Subscription, Teaser, Widget};
use super::block::blocks;
use super::inline::inline;
use super::letters::{Letter, count_words, letters};
use super::line::{may_be_whole, whole_line};
use super::part::{Around, Told, breaks, ends_sentence, glued_labels, is_section, judge};
use super::plain::{Plain, plain};
use super::sign::{FIRST_LOOK, Signs};
use super::{Boilerplate, Pace};

/// Longer sentences hold no phrase of a page's frame: they are not looked through.
const PART_BYTES_MAX: usize = 4096;

/// Longer lines are no date, no menu, no name.
const LINE_BYTES_MAX: usize = 400;

/// A line with a full stop and at least so many words is a sentence of the article.
const PROSE_WORDS_MIN: usize = 8;

/// Headlines of other articles are no longer than this.
const HEADLINE_WORDS_MAX: usize = 25;

/// More headlines in a row, in the midst of an article, are a list of its own.
const TEASERS_MAX: usize = 12;

/// What a block is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Nothing but the article.
    Article,
    /// The article, and something else.
    Mixed,
    /// Nothing of the article.
    Whole(BoilerplateKind),
    /// Nor is what follows, as long as it looks like headlines.
    Header(BoilerplateKind),
}

/// How the article's part of a block looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Sentences.
    Prose,
    /// Short, and without a full stop.
    Headline,
    /// The name of a section, which could be a heading of the article.
    Section,
    /// Anything else.
    Other,
}

/// A line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub span: Span,
    pub frame: Frame,
    pub shape: Shape,
    pub n_words: usize,
}

impl Block {
    fn is_frame(self) -> bool {
        matches!(self.frame, Frame::Whole(_) | Frame::Header(_))
    }

    fn is_prose(self) -> bool {
        !self.is_frame() && self.shape == Shape::Prose
    }

    /// Whether it could be a headline, of this article or of another one.
    pub(super) fn looks_like_headline(self) -> bool {
        !self.is_frame() && matches!(self.shape, Shape::Headline | Shape::Section)
    }
}

/// The blocks of a page, and what of them is not the article.
pub(super) struct Page<'t> {
    pub text: &'t str,
    pub language: Language,
    pub blocks: Vec<Block>,
    /// In text order once all is read, and apart.
    pub found: Vec<Boilerplate>,
    looks: FirstLooks,
}

/// Looks at the bytes that spare one at the letters. They change no answer: without them
/// the same is told, which takes much longer.
#[derive(Clone, Copy)]
pub(super) struct FirstLooks {
    /// Whether a line may be none of the article as a whole, or begin with labels; within
    /// the article, or before it.
    tells_line: fn(&str, bool) -> bool,
    /// What a sentence of the article is, where none of its letters has to be looked at.
    plain: fn(&str) -> Option<Plain>,
}

impl FirstLooks {
    const TAKEN: Self = Self {
        tells_line: may_tell_line,
        plain,
    };
}

/// Whether [`whole_line`] or, before the article, [`glued_labels`] may tell anything of the
/// line `raw`.
fn may_tell_line(raw: &str, within_article: bool) -> bool {
    let labels = Signs::FRAME.and(Signs::SECTION);
    may_be_whole(raw) || !(within_article || FIRST_LOOK.signs(raw, 0, labels).is_none())
}

impl<'t> Page<'t> {
    /// Reads `text`.
    pub(super) fn read(
        text: &'t str,
        language: Language,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        Self::read_with(FirstLooks::TAKEN, text, language, budget)
    }

    fn read_with(
        looks: FirstLooks,
        text: &'t str,
        language: Language,
        budget: &Budget,
    ) -> Result<Self, Interrupted> {
        let mut page = Self {
            text,
            language,
            blocks: Vec::new(),
            found: Vec::new(),
            looks,
        };
        let mut steps = Pace::new(budget);
        let mut within_article = false;
        for span in blocks(text) {
            let block = page.read_block(span, within_article, &mut steps)?;
            within_article |= block.is_prose();
            page.blocks.push(block);
        }
        page.tell_sections();
        page.tell_teasers();
        page.tell_footer();
        page.tell_cut();
        page.put_in_order();
        Ok(page)
    }

    /// Tells the names of sections, which none of what was found reaches into.
    pub(super) fn leave_out(&mut self, sections: &[Span]) {
        for span in sections {
            let before = |each: &Boilerplate| each.span.end <= span.start;
            let at = self.found.partition_point(before);
            let kind = Navigation;
            self.found.insert(at, Boilerplate { kind, span: *span });
        }
    }

    /// What is not the article.
    pub(super) fn into_boilerplate(self) -> Vec<Boilerplate> {
        self.found
    }

    /// What `span` is on its own.
    fn read_block(
        &mut self,
        span: Span,
        within_article: bool,
        pace: &mut Pace<'_>,
    ) -> Result<Block, Interrupted> {
        let raw = span.slice(self.text).unwrap_or_default();
        let mut reader = Reader::new(span, within_article, self.looks, &mut self.found);
        let may_tell = raw.len() <= LINE_BYTES_MAX;
        if may_tell && (self.looks.tells_line)(raw, within_article) {
            let line = letters(raw);
            if let Some(kind) = whole_line(&line, raw) {
                reader.push(span, kind);
                return Ok(reader.block(Some(kind)));
            }
            if !within_article && let Some((n_letters, kind)) = glued_labels(&line) {
                let end = line.get(n_letters).map_or(raw.len(), |letter| letter.at);
                reader.push(Span::new(span.start, span.start + end), kind);
                reader.span.start += end;
            }
        }
        let n_before = reader.found.len();
        let start = reader.span.start;
        let rest = self.text.get(start..span.end).unwrap_or_default();
        for sentence in sentences(rest, self.language) {
            pace.spend(sentence.len())?;
            let sentence = Span::new(start + sentence.start, start + sentence.end);
            reader.sentence(sentence.slice(self.text).unwrap_or_default(), sentence);
        }
        let block = reader.finish(n_before);
        if !block.is_frame() {
            inline(self.text, span, &mut self.found, pace)?;
        }
        Ok(block)
    }

    /// Names of sections are a menu where several stand together, or one before the
    /// headline.
    fn tell_sections(&mut self) {
        let mut index = 0;
        while index < self.blocks.len() {
            let run = self.run(index, |b| {
                b.shape == Shape::Section || b.frame == Frame::Whole(Navigation)
            });
            let all = self.blocks.get(index..index + run).unwrap_or(&[]);
            let n_sections = all.iter().filter(|b| b.shape == Shape::Section).count();
            let before_headline = index == 0
                && run == 1
                && self.blocks.get(1).is_some_and(|b| b.looks_like_headline());
            if n_sections > 2 || n_sections < run || before_headline {
                for at in index..index + run {
                    self.tell(at, Navigation);
                }
            }
            index += run.max(1);
        }
    }

    /// How many blocks from `index` on are as `wanted`.
    fn run(&self, index: usize, wanted: impl Fn(Block) -> bool) -> usize {
        let rest = self.blocks.get(index..).unwrap_or(&[]);
        rest.iter().take_while(|block| wanted(**block)).count()
    }

    /// What follows a header is other articles' headlines, until sentences come back.
    fn tell_teasers(&mut self) {
        let mut within_article = false;
        let mut index = 0;
        while let Some(&block) = self.blocks.get(index) {
            within_article |= block.is_prose();
            index += 1;
            // Above the article its own headline would be among them.
            let Frame::Header(kind) = block.frame else {
                continue;
            };
            if !within_article {
                continue;
            }
            let mut run = self.run(index, |b| b.is_frame() || b.looks_like_headline());
            if self.is_list_with_summaries(index) {
                run = self.blocks.len() - index;
            }
            let n_new = self
                .blocks
                .get(index..index + run)
                .map_or(0, |all| all.iter().filter(|b| !b.is_frame()).count());
            if index + run == self.blocks.len() || n_new <= TEASERS_MAX {
                for at in index..index + run {
                    // A sentence stays, whatever it sums up.
                    if self.blocks.get(at).is_some_and(|b| b.looks_like_headline()) {
                        self.tell(at, kind);
                    }
                }
            }
            index += run;
        }
    }

    /// Whether the rest of the page, from block `index` on, is headlines with a sentence
    /// below each at most, as long as none is the article going on.
    fn is_list_with_summaries(&self, index: usize) -> bool {
        let rest = self.blocks.get(index..).unwrap_or(&[]);
        let mut n_headlines = 0;
        let mut may_sum_up = false;
        let mut has_summary = false;
        for block in rest {
            if block.is_prose() {
                // A list that has summaries has one below its first headline.
                if !(has_summary || n_headlines == 1)
                    || !may_sum_up
                    || block.n_words > HEADLINE_WORDS_MAX
                {
                    return false;
                }
                may_sum_up = false;
                has_summary = true;
            } else if block.looks_like_headline() {
                n_headlines += 1;
                may_sum_up = true;
            } else if !block.is_frame() {
                return false;
            }
        }
        // One with its sentence may be a heading of the article with what stands below.
        n_headlines > 1 && rest.len() <= 2 * TEASERS_MAX
    }

    /// Behind the last sentence, what follows a line of the page's frame belongs to it.
    fn tell_footer(&mut self) {
        let Some(last) = self.blocks.iter().rposition(|block| block.is_prose()) else {
            return;
        };
        let is_frame = |block: &Block| match block.frame {
            Frame::Header(_) => true,
            Frame::Whole(kind) => {
                matches!(kind, Navigation | Widget | Notice | Subscription | Teaser)
            }
            Frame::Article | Frame::Mixed => false,
        };
        let tail = self.blocks.get(last + 1..).unwrap_or(&[]);
        let Some(first) = tail.iter().position(is_frame) else {
            return;
        };
        for at in last + 1 + first..self.blocks.len() {
            let headline = self.blocks.get(at).filter(|b| b.looks_like_headline());
            if let Some(block) = headline {
                let kind = if block.n_words > 3 {
                    Teaser
                } else {
                    Navigation
                };
                self.tell(at, kind);
            }
        }
    }

    /// The mark at the end of a text that was cut off.
    fn tell_cut(&mut self) {
        let Some(block) = self.blocks.iter().rev().find(|block| !block.is_frame()) else {
            return;
        };
        let raw = block.span.slice(self.text).unwrap_or_default();
        let kept = raw.trim_end_matches(['.', '…', '[', ']', '(', ')', ' ']);
        let mark = raw.get(kept.len()..).unwrap_or_default();
        let is_cut = mark.contains('…') || mark.contains("...");
        if is_cut && block.n_words >= PROSE_WORDS_MIN {
            let start = block.span.start + kept.len() + (mark.len() - mark.trim_start().len());
            self.found.push(Boilerplate {
                span: Span::new(start, block.span.end),
                kind: Other,
            });
        }
    }

    /// Notes that the block of number `at` is of the page's frame.
    fn tell(&mut self, at: usize, kind: BoilerplateKind) {
        if let Some(block) = self.blocks.get_mut(at).filter(|block| !block.is_frame()) {
            block.frame = Frame::Whole(kind);
            let span = block.span;
            self.found.push(Boilerplate { span, kind });
        }
    }

    /// Sorts what was found; what lies in something larger goes, what meets becomes one.
    fn put_in_order(&mut self) {
        self.found
            .sort_by_key(|each| (each.span.start, std::cmp::Reverse(each.span.end)));
        let mut kept: Vec<Boilerplate> = Vec::with_capacity(self.found.len());
        for each in &self.found {
            let Some(last) = kept.last_mut().filter(|l| l.span.end > each.span.start) else {
                match kept.last_mut() {
                    Some(last) if meets(self.text, *last, *each) => last.span.end = each.span.end,
                    _ => kept.push(*each),
                }
                continue;
            };
            if each.span.end > last.span.end {
                let span = Span::new(last.span.end, each.span.end);
                kept.push(Boilerplate { span, ..*each });
            }
        }
        self.found = kept;
    }
}

/// Whether but a blank stands between two of one kind.
fn meets(text: &str, first: Boilerplate, second: Boilerplate) -> bool {
    let between = text.get(first.span.end..second.span.start);
    first.kind == second.kind && matches!(between, Some("" | " "))
}

/// Reads one block.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts that are independent of one another"
)]
struct Reader<'f> {
    span: Span,
    within_article: bool,
    looks: FirstLooks,
    /// What the last part was, where it was not the article's.
    frame: Option<BoilerplateKind>,
    /// Of the article.
    n_words: usize,
    n_sentences: usize,
    /// Whether the article's last part ends as a sentence.
    ends: bool,
    /// Whether something announces what follows.
    opens: bool,
    /// Whether all of it is the name of a section.
    section: bool,
    /// What all of it is, whatever its parts are.
    line: Option<BoilerplateKind>,
    found: &'f mut Vec<Boilerplate>,
}

impl<'f> Reader<'f> {
    /// Reads the block at `span`; what of it is not the article goes to `found`.
    fn new(
        span: Span,
        within_article: bool,
        looks: FirstLooks,
        found: &'f mut Vec<Boilerplate>,
    ) -> Self {
        Self {
            span,
            within_article,
            looks,
            frame: None,
            n_words: 0,
            n_sentences: 0,
            ends: false,
            opens: false,
            section: false,
            line: None,
            found,
        }
    }

    fn push(&mut self, span: Span, kind: BoilerplateKind) {
        self.found.push(Boilerplate { span, kind });
    }

    fn sentence(&mut self, raw: &str, span: Span) {
        if raw.len() > PART_BYTES_MAX {
            self.n_words += raw.len() / 8;
            self.n_sentences += 1;
            self.ends = true;
            self.frame = None;
            return;
        }
        if self.frame.is_none()
            && let Some(plain) = (self.looks.plain)(raw)
        {
            self.n_words += plain.n_words;
            self.n_sentences += 1;
            self.ends = plain.ends;
            self.section = false;
            return;
        }
        self.by_letters(raw, span);
    }

    /// Reads a sentence letter by letter.
    fn by_letters(&mut self, raw: &str, span: Span) {
        let all = letters(raw);
        let mut start = 0;
        let ends = breaks(&all).into_iter().chain([all.len()]);
        for end in ends {
            let part = all.get(start..end).unwrap_or(&[]);
            self.part(part, span.start, end < all.len());
            start = end;
        }
    }

    /// Reads a part, whose letters stand behind byte `base` of the text.
    fn part(&mut self, part: &[Letter], base: usize, cut: bool) {
        let blanks = part.iter().rev().take_while(|l| l.folded == ' ').count();
        let part = part.get(..part.len() - blanks).unwrap_or(part);
        let (Some(first), Some(last)) = (part.first(), part.last()) else {
            return;
        };
        let span = Span::new(base + first.at, base + last.at + last.raw.len_utf8());
        let around = Around {
            starts: span.start == self.span.start,
            ends: span.end == self.span.end,
            cut,
            after: self.frame,
            within_article: self.within_article,
        };
        let border = |index: usize| part.get(index).map_or(span.end, |l| base + l.at);
        self.frame = None;
        match judge(part, around) {
            Told::Boilerplate(kind) => {
                self.push(span, kind);
                self.frame = Some(kind);
                self.opens = false;
            }
            Told::Line(kind) => {
                self.push(self.span, kind);
                self.line = Some(kind);
            }
            Told::Header(kind) => {
                self.push(span, kind);
                self.frame = Some(kind);
                self.opens = true;
            }
            Told::Article => {
                self.section = around.starts && around.ends && is_section(part);
                self.article(part);
            }
            Told::Prefix(n_letters, kind) => {
                let before = part.get(n_letters - 1);
                let end = before.map_or(span.end, |l| base + l.at + l.raw.len_utf8());
                self.push(Span::new(span.start, end), kind);
                // What follows may be more of the frame, but is no part of this piece.
                self.frame = Some(Other);
                let rest = part.get(n_letters..).unwrap_or(&[]);
                let blanks = rest.iter().take_while(|l| l.folded == ' ').count();
                self.part(rest.get(blanks..).unwrap_or(&[]), base, cut);
            }
            Told::Suffix(index, kind) => {
                self.push(Span::new(border(index), span.end), kind);
                self.article(part.get(..index).unwrap_or(&[]));
            }
        }
    }

    fn article(&mut self, part: &[Letter]) {
        self.n_words += count_words(part);
        self.n_sentences += 1;
        self.ends = ends_sentence(part);
    }

    fn finish(self, n_before: usize) -> Block {
        let kind = (self.n_sentences == 0)
            .then(|| self.found.get(n_before).map(|each| each.kind))
            .flatten()
            .or(self.line);
        self.block(kind)
    }

    /// The block, all of which is of `kind`, if of any.
    fn block(self, kind: Option<BoilerplateKind>) -> Block {
        let is_mixed = self
            .found
            .last()
            .is_some_and(|each| each.span.start >= self.span.start);
        let frame = match kind {
            Some(kind) if self.opens => Frame::Header(kind),
            Some(kind) => Frame::Whole(kind),
            None if is_mixed => Frame::Mixed,
            None => Frame::Article,
        };
        let prose = (self.ends && self.n_words >= PROSE_WORDS_MIN)
            || (self.n_sentences > 1 && self.n_words > 2 * PROSE_WORDS_MIN)
            || self.n_words > HEADLINE_WORDS_MAX;
        let shape = if prose {
            Shape::Prose
        } else if self.section {
            Shape::Section
        } else if self.ends || self.n_words == 0 {
            Shape::Other
        } else {
            Shape::Headline
        };
        Block {
            span: self.span,
            frame,
            shape,
            n_words: self.n_words,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::pages;
    use super::*;
    use crate::base::Language;

    /// What `read` makes of a block that is one sentence: its words, sentences, whether it
    /// ends as one, is a section's name or a line of the frame, and what was found in it.
    fn read_by(
        read: impl Fn(&mut Reader<'_>),
        span: Span,
        within_article: bool,
    ) -> (usize, usize, bool, bool, bool, usize) {
        let mut found = Vec::new();
        let mut reader = Reader::new(span, within_article, FirstLooks::TAKEN, &mut found);
        read(&mut reader);
        let Reader {
            n_words,
            n_sentences,
            ends,
            section,
            line,
            ..
        } = reader;
        let is_told = line.is_some() || reader.frame.is_some();
        (n_words, n_sentences, ends, section, is_told, found.len())
    }

    const NONE_TAKEN: FirstLooks = FirstLooks {
        tells_line: |_, _| true,
        plain: |_| None,
    };

    proptest! {
        #[test]
        fn a_page_is_read_alike_without_first_looks(page in pages(), code in any::<bool>()) {
            let language = Language::from_code(if code { "en" } else { "de" }).unwrap();
            let [taken, none] = [FirstLooks::TAKEN, NONE_TAKEN].map(|looks| {
                let page = Page::read_with(looks, &page, language, &Budget::unlimited());
                let Page { blocks, found, .. } = page.unwrap();
                (blocks, found)
            });
            prop_assert_eq!(taken, none);
        }

        #[test]
        fn what_is_plain_by_its_bytes_is_so_by_its_letters(page in pages(), within in any::<bool>()) {
            for block in blocks(&page) {
                let block = block.slice(&page).unwrap();
                for sentence in sentences(block, Language::from_code("en").unwrap()) {
                    let raw = sentence.slice(block).unwrap();
                    if raw.len() > PART_BYTES_MAX || plain(raw).is_none() {
                        continue;
                    }
                    // A block of its own, or one that goes on before and behind.
                    for span in [sentence, Span::new(0, block.len())] {
                        let plain = read_by(|r| r.sentence(raw, sentence), span, within);
                        let slow = read_by(|r| r.by_letters(raw, sentence), span, within);
                        prop_assert_eq!(plain, slow, "{:?}", raw);
                    }
                }
            }
        }
    }
}
