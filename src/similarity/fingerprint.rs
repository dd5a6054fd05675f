//! The wording of a document: which runs of four words stand in it.
//!
//! A shingle is four consecutive words, folded but not stemmed, stop words too; a text
//! of fewer words is one shingle. Titles count only where there is no text: a copied
//! report gets a new headline. After Broder, "On the resemblance and containment of
//! documents" (1997), with one difference: containment is the share of a document's
//! *different words* that lie in a shingle which the other has as well, not the share of
//! its shingles, of which each changed word takes four. Nor is it the share of its words as
//! they come again and again: a passage of a long text has more of what the text says
//! than of its "of" and "the". Of 150 articles that reuse a quarter of another one, or
//! what whole sentences leave of a quarter, .95 have a containment of .2 or more in this
//! way, .84 by all words and .58 by shingles; of 149,568 pairs of different events, none.
//!
//! What stands in very many documents of a call is a notice or a template, and does
//! not count on either side. An article of which a call holds eleven copies is no
//! template: [`copies`](super::copies) of one text count as one document there.

use std::ops::Range;

use crate::base::Interrupted;
use crate::text::{Field, Folded};

use super::lexicon::Token;
use super::pace::Pace;

/// Words of a shingle.
const SHINGLE_WORDS: usize = 4;

/// Words of a shingle where most are characters of a script without spaces.
const SHINGLE_CHARACTERS: usize = 6;

/// A shingle in more documents than this is a template, unless ...
const TEMPLATE_DOCUMENTS: usize = 10;

/// ... it stands in no more than one in so many of the call's documents.
const TEMPLATE_SHARE: usize = 20;

/// Parts in which the shingles of a call are sorted: what sorts at once is small, and
/// the budget is asked in between.
const N_PARTS: usize = 32;

/// Bits for each shingle of a call in the filter of those that may stand there twice: one
/// shingle in eight that stands there once is taken for one.
const BITS_PER_SHINGLE: usize = 8;

/// The wording of the documents of a call.
#[derive(Debug, Default)]
pub(super) struct Shingles(Vec<Wording>);

/// The wording of one document.
#[derive(Debug)]
struct Wording {
    /// Numbers of its words.
    words: Vec<u32>,
    /// Hashes of its shingles: the first begins at the first word, and so on.
    hashes: Vec<u64>,
    /// Words of each shingle: four, or all of a shorter text.
    shingle_words: usize,
}

impl Shingles {
    /// Adds the next document.
    pub(super) fn add(&mut self, tokens: &[Token], pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let tokens = worded(tokens);
        let most = if is_of_characters(tokens) {
            SHINGLE_CHARACTERS
        } else {
            SHINGLE_WORDS
        };
        // `windows` has nothing of a text that is shorter than one.
        let shingle_words = most.min(tokens.len()).max(1);
        pace.spend(shingle_words * tokens.len())?;
        self.0.push(Wording {
            hashes: tokens.windows(shingle_words).map(shingle_hash).collect(),
            words: tokens.iter().map(|token| token.word.number).collect(),
            shingle_words,
        });
        Ok(())
    }
}

/// Where a shingle stands: its hash, its document, its place there.
type Use = (u64, u32, u32);

/// What is known of a shingle, by its place in the wording of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shingle {
    /// It stands in one document only.
    Own,
    /// It stands in several, and has a number.
    Common(u32),
    /// It is a template, and counts for nothing.
    Template,
}

/// How much of the wording of each document stands in which others.
#[derive(Debug, Default)]
pub(super) struct Containments {
    pub(super) documents: Vec<Document>,
    /// By the number of a word: its hash, which no order of documents changes.
    pub(super) hashes: Vec<u32>,
    /// Documents of each shingle that stands in several; by its number, ascending.
    holders: Vec<u32>,
    /// Where those of each number end; they begin where those of the one before do.
    pub(super) ends: Vec<usize>,
    /// Different words of the first that stand in shingles which the second has, by first
    /// and then by second.
    shared: Vec<u32>,
}

/// The wording of one document, as it is compared.
#[derive(Debug)]
pub(super) struct Document {
    /// Numbers of its words, the same for equal ones.
    pub(super) words: Vec<u32>,
    pub(super) shingles: Vec<Shingle>,
    shingle_words: usize,
}

impl Document {
    /// Whether each word stands in a shingle that is no template.
    pub(super) fn live_words(&self) -> Vec<bool> {
        self.words_in(|shingle| shingle != Shingle::Template)
    }

    /// Whether each word stands in a shingle of the kind asked for.
    fn words_in(&self, is_asked_for: impl Fn(Shingle) -> bool) -> Vec<bool> {
        let mut is_in = vec![false; self.words.len()];
        let mut done = 0;
        for (start, shingle) in self.shingles.iter().enumerate() {
            if is_asked_for(*shingle) {
                let end = start + self.shingle_words;
                if let Some(words) = is_in.get_mut(start.max(done)..end) {
                    words.fill(true);
                }
                done = end;
            }
        }
        is_in
    }
}

/// The words of a document that stand in some of its shingles: ranges in order, apart.
#[derive(Clone, Debug, Default, PartialEq)]
struct Covered(Vec<Range<usize>>);

impl Covered {
    /// Adds the words from `start` to `end`, which are no less than any before.
    fn add(&mut self, start: usize, end: usize) {
        match self.0.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => self.0.push(start..end),
        }
    }
}

/// Counts the different words of documents.
struct Vocabulary {
    /// By the number of a word: the count in which it was last met.
    met: Vec<usize>,
    n_counts: usize,
}

impl Vocabulary {
    /// Of words whose numbers are below `n_words`.
    fn new(n_words: usize) -> Self {
        Self {
            met: vec![0; n_words],
            n_counts: 0,
        }
    }

    /// How many different ones of `words` are `covered`.
    fn count(
        &mut self,
        words: &[u32],
        covered: &Covered,
        pace: &mut Pace<'_>,
    ) -> Result<u32, Interrupted> {
        self.n_counts += 1;
        let mut n_words = 0;
        for range in &covered.0 {
            pace.spend(range.len())?;
            for number in words.get(range.clone()).unwrap_or_default() {
                let met = &mut self.met[*number as usize];
                n_words += u32::from(*met != self.n_counts);
                *met = self.n_counts;
            }
        }
        Ok(n_words)
    }
}

impl Containments {
    /// Those of the documents in `shingles`, of words with these `hashes` by their numbers.
    pub(super) fn new(
        shingles: Shingles,
        hashes: Vec<u32>,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut containments = Self::numbered(shingles, hashes, pace)?;
        containments.drop_templates(pace)?;
        containments.count(pace)?;
        Ok(containments)
    }

    /// The share of the different words of `first` in shingles of `second`, from 0 to 1.
    /// That of a document in itself is 1 where any of its wording counts, and 0 where none
    /// does.
    #[inline]
    pub(super) fn share(&self, first: usize, second: usize) -> f64 {
        let n_words = |other: usize| {
            let count = self.shared.get(first * self.documents.len() + other);
            count.map_or(0, |n| *n)
        };
        match n_words(first) {
            0 => 0.0,
            n_own => f64::from(n_words(second)) / f64::from(n_own),
        }
    }

    /// Whether any of these documents, as far as they come after `first`, has wording of it.
    pub(super) fn are_any(&self, first: usize, documents: Range<usize>) -> bool {
        let n_documents = self.documents.len();
        let (start, end) = (
            documents.start.max(first + 1),
            documents.end.min(n_documents),
        );
        let row = first * n_documents;
        let shared = self.shared.get(row + start..row + end);
        shared.is_some_and(|shared| shared.iter().any(|n| *n > 0))
    }

    /// The share of `first` in `second`, and the other way round.
    #[inline]
    pub(super) fn shares(&self, first: usize, second: usize) -> [f64; 2] {
        let there = self.share(first, second);
        // A shingle in common is one on both sides; most documents have none.
        let back = if there > 0.0 {
            self.share(second, first)
        } else {
            0.0
        };
        [there, back]
    }

    /// Whether each word of `document` stands in a shingle that another document has too,
    /// templates among them.
    pub(super) fn common_words(&self, document: usize) -> Vec<bool> {
        let Some(document) = self.documents.get(document) else {
            return Vec::new();
        };
        document.words_in(|shingle| shingle != Shingle::Own)
    }

    /// The share of the words of `document` that stand in no shingle which another has,
    /// templates apart; 0 where no wording of it counts.
    pub(super) fn novelty(&self, document: usize) -> f64 {
        let Some(document) = self.documents.get(document) else {
            return 0.0;
        };
        let count = |words: Vec<bool>| words.iter().filter(|is_in| **is_in).count();
        match count(document.live_words()) {
            0 => 0.0,
            n_live => {
                let is_common = |shingle| matches!(shingle, Shingle::Common(_));
                1.0 - count(document.words_in(is_common)) as f64 / n_live as f64
            }
        }
    }

    /// Gives numbers to the shingles that stand in several documents.
    fn numbered(
        Shingles(wordings): Shingles,
        hashes: Vec<u32>,
        pace: &mut Pace<'_>,
    ) -> Result<Self, Interrupted> {
        let mut found = Self {
            documents: Vec::with_capacity(wordings.len()),
            hashes,
            holders: Vec::new(),
            ends: Vec::new(),
            shared: Vec::new(),
        };
        for wording in &wordings {
            found.documents.push(Document {
                words: Vec::new(),
                shingles: vec![Shingle::Own; wording.hashes.len()],
                shingle_words: wording.shingle_words,
            });
        }
        for mut part in repeated(&wordings, pace)? {
            pace.spend(part.len())?;
            // Each part is by document and place already: that order stays.
            part.sort_by_key(|(hash, ..)| *hash);
            for same in part.chunk_by(|a, b| a.0 == b.0) {
                found.number(same);
            }
        }
        for (document, wording) in found.documents.iter_mut().zip(wordings) {
            document.words = wording.words;
        }
        Ok(found)
    }

    /// Gives a number to a shingle that stands at these places, if in several documents.
    fn number(&mut self, places: &[Use]) {
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            return;
        };
        if first.1 == last.1 {
            return;
        }
        // As with terms, memory ends before the numbers do.
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        for in_document in places.chunk_by(|a, b| a.1 == b.1) {
            for &(_, document, at) in in_document {
                self.documents[document as usize].shingles[at as usize] = Shingle::Common(number);
            }
            self.holders
                .extend(in_document.first().map(|place| place.1));
        }
        self.ends.push(self.holders.len());
    }

    fn holders(&self, number: u32) -> &[u32] {
        self.holders.get(self.range(number)).unwrap_or_default()
    }

    fn range(&self, number: u32) -> Range<usize> {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[number]
    }

    /// Takes out what stands in so many documents that it is a notice or a template.
    /// Copies of one text count as one: otherwise the eleventh copy of a report would
    /// make all of them unlike each other.
    fn drop_templates(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let n_documents_max = TEMPLATE_DOCUMENTS.max(self.documents.len() / TEMPLATE_SHARE);
        let numbers = 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        pace.spend(self.ends.len())?;
        let mut frequent: Vec<u32> = numbers
            .filter(|number| self.range(*number).len() > n_documents_max)
            .collect();
        if frequent.is_empty() {
            return Ok(());
        }
        let groups = self.groups_of_copies(pace)?;
        let mut seen = Vec::new();
        let mut is_template = vec![false; self.ends.len()];
        frequent.retain(|number| self.range(*number).len() > n_documents_max);
        for number in frequent {
            let holders = self.holders(number);
            pace.spend(holders.len())?;
            seen.clear();
            seen.extend(holders.iter().map(|document| groups[*document as usize]));
            seen.sort_unstable();
            seen.dedup();
            is_template[number as usize] = seen.len() > n_documents_max;
        }
        for document in &mut self.documents {
            pace.spend(document.shingles.len())?;
            for shingle in &mut document.shingles {
                if let Shingle::Common(number) = *shingle
                    && is_template[number as usize]
                {
                    *shingle = Shingle::Template;
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let n_documents = self.documents.len();
        let mut shared = vec![0; n_documents * n_documents];
        let mut vocabulary = Vocabulary::new(self.hashes.len());
        let mut coverage = Coverage::new(n_documents);
        let mut done = vec![usize::MAX; self.ends.len()];
        for (row, document) in self.documents.iter().enumerate() {
            pace.spend(document.shingles.len())?;
            let mut own = Covered::default();
            for (start, shingle) in document.shingles.iter().enumerate() {
                let end = start + document.shingle_words;
                match *shingle {
                    Shingle::Template => {}
                    Shingle::Own => own.add(start, end),
                    // Where it comes again it has the same words.
                    Shingle::Common(number) if done[number as usize] == row => {}
                    Shingle::Common(number) => {
                        done[number as usize] = row;
                        own.add(start, end);
                        coverage.add(self.holders(number), start..end, pace)?;
                    }
                }
            }
            coverage.flush(pace)?;
            let words = &document.words;
            // Copies of one text cover the same.
            let mut last = (Covered::default(), 0);
            for other in coverage.met.drain(..) {
                let covered = &mut coverage.covered[other];
                if *covered != last.0 {
                    last = (covered.clone(), vocabulary.count(words, covered, pace)?);
                }
                shared[row * n_documents + other] = last.1;
                covered.0.clear();
            }
            shared[row * n_documents + row] = vocabulary.count(words, &own, pace)?;
        }
        self.shared = shared;
        Ok(())
    }
}

/// The words of a document that stand in shingles of others, by these.
struct Coverage<'h> {
    covered: Vec<Covered>,
    /// Those that cover any.
    met: Vec<usize>,
    /// The last documents with a shingle, and the words that stand in shingles of all of them:
    /// those of one passage mostly have the same.
    last: (&'h [u32], Range<usize>),
}

impl<'h> Coverage<'h> {
    fn new(n_documents: usize) -> Self {
        Self {
            covered: vec![Covered::default(); n_documents],
            met: Vec::new(),
            last: (&[], 0..0),
        }
    }

    /// Adds a shingle of `words` that stands in the documents of `holders`.
    fn add(
        &mut self,
        holders: &'h [u32],
        words: Range<usize>,
        pace: &mut Pace<'_>,
    ) -> Result<(), Interrupted> {
        pace.spend(holders.len())?;
        let (last, covered) = &mut self.last;
        if words.start <= covered.end && *last == holders {
            covered.end = words.end;
            return Ok(());
        }
        self.flush(pace)?;
        self.last = (holders, words);
        Ok(())
    }

    /// Says of the last documents what they cover.
    fn flush(&mut self, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let (holders, words) = std::mem::take(&mut self.last);
        pace.spend(holders.len())?;
        for holder in holders {
            let covered = &mut self.covered[*holder as usize];
            if covered.0.is_empty() {
                self.met.push(*holder as usize);
            }
            covered.add(words.start, words.end);
        }
        Ok(())
    }
}

/// The shingles that may stand in several places, by the part that their hash is of:
/// each with its document and its place there, in this order.
fn repeated(wordings: &[Wording], pace: &mut Pace<'_>) -> Result<Vec<Vec<Use>>, Interrupted> {
    let mut seen = Repetition::with_capacity(wordings.iter().map(|w| w.hashes.len()).sum());
    for wording in wordings {
        pace.spend(wording.hashes.len())?;
        for hash in &wording.hashes {
            seen.note(*hash);
        }
    }
    let part_of = |hash: u64| usize::from(hash.to_le_bytes()[0]) % N_PARTS;
    // Counted first: lists that grow would take twice as much memory where all comes again.
    let mut counts = [0; N_PARTS];
    for wording in wordings {
        pace.spend(wording.hashes.len())?;
        for hash in wording
            .hashes
            .iter()
            .filter(|hash| seen.is_repeated(**hash))
        {
            counts[part_of(*hash)] += 1;
        }
    }
    let mut parts: Vec<Vec<Use>> = counts.map(Vec::with_capacity).into();
    for (document, wording) in (0_u32..).zip(wordings) {
        pace.spend(wording.hashes.len())?;
        for (at, hash) in (0_u32..).zip(&wording.hashes) {
            if seen.is_repeated(*hash) {
                parts[part_of(*hash)].push((*hash, document, at));
            }
        }
    }
    Ok(parts)
}

/// Tells hashes that came once from those that may have come again, in a few bits each:
/// most shingles of most calls stand in one document, and need no place in a list.
#[derive(Debug)]
struct Repetition {
    /// Whether a hash came, and whether one came again: side by side, since both are
    /// looked at together.
    bits: Vec<[u64; 2]>,
}

impl Repetition {
    fn with_capacity(n_hashes: usize) -> Self {
        let n_words = (n_hashes * BITS_PER_SHINGLE).div_ceil(64);
        Self {
            bits: vec![[0; 2]; n_words.next_power_of_two()],
        }
    }

    fn note(&mut self, hash: u64) {
        let (at, bit) = self.place(hash);
        if let Some([once, again]) = self.bits.get_mut(at) {
            *again |= *once & bit;
            *once |= bit;
        }
    }

    fn is_repeated(&self, hash: u64) -> bool {
        let (at, bit) = self.place(hash);
        self.bits.get(at).is_some_and(|[_, again]| again & bit != 0)
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        // The lowest bits of FNV's products are mixed least.
        let mixed = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let at = (mixed >> 32) as usize & (self.bits.len() - 1);
        (at, 1 << (mixed >> 26 & 63))
    }
}

/// The words of the text, or of the title where the text has none.
fn worded(tokens: &[Token]) -> &[Token] {
    let n_title = tokens.partition_point(|token| token.place.field == Field::Title);
    let (title, text) = tokens.split_at(n_title);
    if text.is_empty() { title } else { text }
}

/// Whether most words are one character of a script without spaces.
fn is_of_characters(tokens: &[Token]) -> bool {
    let of_characters = tokens.iter().filter(|token| token.word.is_of_characters);
    2 * of_characters.count() > tokens.len()
}

/// The hash of a word in normal form.
pub(super) fn word_hash(word: &Folded) -> u64 {
    fnv(word.as_str().bytes().map(u64::from))
}

/// FNV-1a over the hashes of its words, as if they were bytes.
fn shingle_hash(words: &[Token]) -> u64 {
    fnv(words.iter().map(|token| token.word.hash))
}

/// FNV-1a of 64 bits (draft-eastlake-fnv): the same on every machine, in every run.
fn fnv(units: impl Iterator<Item = u64>) -> u64 {
    units.fold(0xCBF2_9CE4_8422_2325, |hash: u64, unit| {
        (hash ^ unit).wrapping_mul(0x0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;
    use crate::similarity::lexicon::Lexicon;
    use crate::similarity::lexicon::tests::read;
    use proptest::prelude::*;

    /// Containment of the first in the second and the other way round, of the first
    /// two of `documents`, which are titles and texts.
    fn containments(documents: &[(&str, &str)]) -> (f64, f64) {
        let budget = Budget::unlimited();
        let mut pace = Pace::new(&budget);
        let mut lexicon = Lexicon::for_bytes(0);
        let mut shingles = Shingles::default();
        for (title, text) in documents {
            let mut tokens = read(&mut lexicon, "en", Field::Title, title);
            tokens.extend(read(&mut lexicon, "en", Field::Text, text));
            shingles.add(&tokens, &mut pace).unwrap();
        }
        let hashes = lexicon.into_hashes();
        let containments = Containments::new(shingles, hashes, &mut pace).unwrap();
        (containments.share(0, 1), containments.share(1, 0))
    }

    #[test]
    fn hashes_that_come_again_are_never_taken_for_others() {
        let hash = |i: u64| fnv([i].into_iter());
        let mut seen = Repetition::with_capacity(3_000);
        for i in (0..2_000).chain(0..1_000) {
            seen.note(hash(i));
        }
        assert!((0..1_000).all(|i| seen.is_repeated(hash(i))));
        let n_mistaken = (1_000..2_000).filter(|i| seen.is_repeated(hash(*i)));
        assert!(n_mistaken.count() < 200);
        assert!(!Repetition::with_capacity(0).is_repeated(1));
    }

    #[test]
    fn containment_is_the_share_of_different_words_in_shared_shingles() {
        // All five words of the first stand in the second, five of whose eight they are.
        let found = containments(&[
            ("", "the bridge closed at noon"),
            ("", "Police: “The bridge closed at noon” today, again"),
        ]);
        assert_eq!(found, (1.0, 5.0 / 8.0));
        // Of a b c d e f g h and b c d e x y: the four words b c d e, 4/8 and 4/6.
        let found = containments(&[("", "a b c d e f g h"), ("", "b c d e x y")]);
        assert_eq!(found, (4.0 / 8.0, 4.0 / 6.0));
        // Two runs, a to d and f to i, which the second has in another order.
        let found = containments(&[("", "a b c d e f g h i"), ("", "f g h i a b c d")]);
        assert_eq!(found, (8.0 / 9.0, 1.0));
        // Three words are no shingle, so nothing is shared.
        assert_eq!(
            containments(&[("", "a b c d"), ("", "a b c e")]),
            (0.0, 0.0)
        );
        // Of x a b c d a a: a b c d are 4 of 5, for a counts once, wherever it stands.
        let found = containments(&[("", "x a b c d a a"), ("", "a b c d")]);
        assert_eq!(found, (4.0 / 5.0, 1.0));
        // a a a a stands four times in the first; its one word is covered.
        let found = containments(&[("", "a a a a a a a"), ("", "a a a a")]);
        assert_eq!(found, (1.0, 1.0));
    }

    #[test]
    fn a_short_text_is_one_shingle() {
        let found = containments(&[("", "Bridge shut"), ("", "bridge SHUT")]);
        assert_eq!(found, (1.0, 1.0));
        let found = containments(&[("", "bridge shut"), ("", "bridge")]);
        assert_eq!(found, (0.0, 0.0));
    }

    #[test]
    fn a_title_counts_only_without_a_text() {
        let title = "bridge closed at noon";
        assert_eq!(containments(&[(title, "one"), (title, "two")]), (0.0, 0.0));
        assert_eq!(containments(&[(title, ""), (title, "…")]), (1.0, 1.0));
        assert_eq!(containments(&[(title, ""), ("", title)]), (1.0, 1.0));
    }

    /// Pages with a notice of five words, and more of their own.
    fn pages(n_pages: usize) -> Vec<String> {
        let page = |i| format!("p{i}a p{i}b p{i}c p{i}d p{i}e p{i}f all rights are reserved here");
        (0..n_pages).map(page).collect()
    }

    #[test]
    fn templates_do_not_count() {
        let pages = pages(11);
        let mut documents: Vec<_> = pages.iter().map(|page| ("", page.as_str())).collect();
        assert_eq!(containments(&documents[..10]), (5.0 / 11.0, 5.0 / 11.0));
        assert_eq!(containments(&documents), (0.0, 0.0));
        // 11 of 220 documents are one in twenty again.
        documents.resize(220, ("", "another"));
        assert_eq!(containments(&documents), (5.0 / 11.0, 5.0 / 11.0));
    }

    #[test]
    fn words_of_templates_alone_do_not_count_to_the_whole_either() {
        // The last three words of the notice lie in shingles of its own only, and those
        // are dropped: 6 + 3 words are left of the first page, all six of which the other
        // document has.
        let pages = pages(12);
        let mut documents: Vec<_> = pages.iter().map(|page| ("", page.as_str())).collect();
        documents.insert(1, ("", "p0a p0b p0c p0d p0e p0f"));
        assert_eq!(containments(&documents), (6.0 / 9.0, 1.0));
    }

    #[test]
    fn copies_of_one_text_count_once() {
        let documents = [("", "bridge closed at noon"); 11];
        assert_eq!(containments(&documents), (1.0, 1.0));
    }

    #[test]
    fn hashes_never_change() {
        // As published with the function: its value of "a", and of nothing.
        assert_eq!(fnv("a".bytes().map(u64::from)), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(shingle_hash(&[]), 0xCBF2_9CE4_8422_2325);
    }

    proptest! {
        /// Few words, so that much comes again, and texts that begin alike, as copies do.
        #[test]
        fn shared_words_are_those_of_the_definition(
            texts in prop::collection::vec("(a b c d e f g |[a-d] [a-f] ){0,8}", 0..12),
        ) {
            let mut lexicon = Lexicon::for_bytes(0);
            let budget = Budget::unlimited();
            let mut pace = Pace::new(&budget);
            let mut shingles = Shingles::default();
            for text in &texts {
                let tokens = read(&mut lexicon, "und", Field::Text, text);
                shingles.add(&tokens, &mut pace).unwrap();
            }
            let found = Containments::new(shingles, lexicon.into_hashes(), &mut pace).unwrap();
            let windows = |text: &str| -> Vec<Vec<String>> {
                let words: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
                let n_words = words.len().clamp(1, SHINGLE_WORDS);
                words.windows(n_words).map(<[String]>::to_vec).collect()
            };
            let all: Vec<_> = texts.iter().map(|text| windows(text)).collect();
            let n_holders = |shingle: &Vec<String>| all.iter().filter(|each| each.contains(shingle)).count();
            // Copies count once among the holders of a template; here none is one.
            prop_assume!(all.iter().flatten().all(|shingle| n_holders(shingle) <= TEMPLATE_DOCUMENTS));
            for (first, own) in all.iter().enumerate() {
                for (second, other) in all.iter().enumerate() {
                    let shared = own.iter().filter(|shingle| other.contains(shingle));
                    let mut words: Vec<_> = shared.flatten().collect();
                    words.sort();
                    words.dedup();
                    let count = found.shared[first * all.len() + second];
                    prop_assert_eq!(count as usize, words.len(), "{} and {}", first, second);
                }
            }
        }
    }
}
