//! The wording of a document: which runs of four words stand in it.
//!
//! A shingle is four consecutive words, folded but not stemmed, stop words too; a text
//! of fewer words is one shingle. Titles count only where there is no text: a copied
//! report gets a new headline. After Broder, "On the resemblance and containment of
//! documents" (1997), with one difference: containment is the share of a document's
//! *words* that lie in a shingle which the other has as well, not the share of its
//! shingles, of which each changed word takes four. Of 150 articles that reuse a quarter
//! of another one, .71 have a containment of .2 or more in this way and .58 in that, as
//! have 2 and 1 of 151,000 unrelated pairs.
//!
//! What stands in very many documents of a call is a notice or a template, and does
//! not count on either side. So it is with an article of which a call holds eleven
//! copies; without this rule those shares would be .85 and .82.

use rustc_hash::FxHashMap;

use crate::base::Interrupted;
use crate::stem::Token;
use crate::text::Field;

use super::pace::Pace;

/// Words of a shingle.
const SHINGLE_WORDS: usize = 4;

/// A shingle in more documents than this is a template, unless ...
const TEMPLATE_DOCUMENTS: usize = 10;

/// ... it stands in no more than one in so many of the call's documents.
const TEMPLATE_SHARE: usize = 20;

/// Numbers for the shingles of a call, and the documents that they stand in.
#[derive(Debug, Default)]
pub(super) struct Shingles {
    numbers: FxHashMap<u64, u32>,
    /// By number.
    known: Vec<Known>,
    documents: Vec<Wording>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Known {
    n_documents: usize,
    /// The last document that it was seen in, counted from 1.
    last: usize,
}

/// The shingles of one document.
#[derive(Debug)]
struct Wording {
    /// In text order: the first begins at the first word, and so on.
    shingles: Vec<u32>,
    /// Words of each: four, or all of a shorter text.
    shingle_words: usize,
}

impl Shingles {
    /// Adds the next document.
    pub(super) fn add(&mut self, tokens: &[Token], pace: &mut Pace<'_>) -> Result<(), Interrupted> {
        let words = word_hashes(tokens, pace)?;
        // `windows` has nothing of a text that is shorter than one.
        let shingle_words = SHINGLE_WORDS.min(words.len()).max(1);
        let mut shingles = Vec::with_capacity(words.len());
        let document = self.documents.len() + 1;
        for shingle in words.windows(shingle_words) {
            pace.spend(SHINGLE_WORDS)?;
            let number = self.number(shingle_hash(shingle));
            let known = &mut self.known[number as usize];
            if known.last != document {
                known.last = document;
                known.n_documents += 1;
            }
            shingles.push(number);
        }
        self.documents.push(Wording {
            shingles,
            shingle_words,
        });
        Ok(())
    }

    fn number(&mut self, hash: u64) -> u32 {
        // As with terms, memory ends before the numbers do.
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(hash).or_insert(next);
        if number == next {
            self.known.push(Known::default());
        }
        number
    }
}

/// Tells how much of each document's wording stands in which others.
#[derive(Debug)]
pub(super) struct Containments {
    documents: Vec<Wording>,
    /// By shingle, then document. Templates have none.
    postings: Vec<u32>,
    /// Where the postings of each shingle end; they begin where those before it do.
    ends: Vec<usize>,
    /// For each document the words of the current one that it has, and where the last
    /// of them ends.
    shared: Vec<Shared>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    n_words: usize,
    end: usize,
}

impl Containments {
    /// Prepares the containments of the documents in `shingles`.
    pub(super) fn new(shingles: Shingles, pace: &mut Pace<'_>) -> Result<Self, Interrupted> {
        let Shingles {
            mut known,
            documents,
            ..
        } = shingles;
        let n_documents_max = TEMPLATE_DOCUMENTS.max(documents.len() / TEMPLATE_SHARE);
        pace.spend(known.len())?;
        let mut n_postings = 0;
        let mut ends = Vec::with_capacity(known.len());
        for shingle in &mut known {
            ends.push(n_postings);
            shingle.last = 0;
            if shingle.n_documents <= n_documents_max {
                n_postings += shingle.n_documents;
            }
        }
        let mut postings = vec![0; n_postings];
        for (number, document) in (0..).zip(&documents) {
            pace.spend(document.shingles.len())?;
            for &shingle in &document.shingles {
                let known = &mut known[shingle as usize];
                let seen = std::mem::replace(&mut known.last, number as usize + 1);
                if known.n_documents <= n_documents_max && seen != known.last {
                    let end = &mut ends[shingle as usize];
                    postings[*end] = number;
                    *end += 1;
                }
            }
        }
        Ok(Self {
            shared: vec![Shared::default(); documents.len()],
            documents,
            postings,
            ends,
        })
    }

    /// The share of `document`'s words that each document has; that of the document
    /// itself is 1 where any of its wording counts, and 0 where none does.
    pub(super) fn of(
        &mut self,
        document: usize,
        pace: &mut Pace<'_>,
    ) -> Result<impl Fn(usize) -> f64, Interrupted> {
        pace.spend(self.shared.len())?;
        self.shared.fill(Shared::default());
        let Wording {
            shingles,
            shingle_words,
        } = &self.documents[document];
        for (start, &shingle) in shingles.iter().enumerate() {
            let begin = (shingle as usize)
                .checked_sub(1)
                .map_or(0, |i| self.ends[i]);
            let holders = &self.postings[begin..self.ends[shingle as usize]];
            pace.spend(1 + holders.len())?;
            for &holder in holders {
                let shared = &mut self.shared[holder as usize];
                let end = start + shingle_words;
                shared.n_words += end - start.max(shared.end);
                shared.end = end;
            }
        }
        let shared = &self.shared;
        let n_own = shared[document].n_words;
        Ok(move |other: usize| match n_own {
            0 => 0.0,
            _ => shared.get(other).map_or(0, |shared| shared.n_words) as f64 / n_own as f64,
        })
    }
}

/// The hashes of the words of the text, or of the title where the text has none.
fn word_hashes(tokens: &[Token], pace: &mut Pace<'_>) -> Result<Vec<u64>, Interrupted> {
    let n_title = tokens.partition_point(|token| token.place.field == Field::Title);
    let (title, text) = tokens.split_at(n_title);
    let tokens = if text.is_empty() { title } else { text };
    let mut hashes = Vec::with_capacity(tokens.len());
    for token in tokens {
        let word = token.folded.as_str();
        pace.spend(word.len())?;
        hashes.push(fnv(word.bytes().map(u64::from)));
    }
    Ok(hashes)
}

/// FNV-1a over the hashes of its words, as if they were bytes.
fn shingle_hash(words: &[u64]) -> u64 {
    fnv(words.iter().copied())
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
    use crate::base::{Budget, Language};
    use crate::stem::Analyzer;

    /// Containment of the first in the second and the other way round, of the first
    /// two of `documents`, which are titles and texts.
    fn containments(documents: &[(&str, &str)]) -> (f64, f64) {
        let budget = Budget::unlimited();
        let mut pace = Pace::new(&budget);
        let analyzer = Analyzer::new(Language::from_code("en").unwrap());
        let mut shingles = Shingles::default();
        for (title, text) in documents {
            let mut tokens = analyzer.analyze(title, Field::Title, &budget).unwrap();
            tokens.extend(analyzer.analyze(text, Field::Text, &budget).unwrap());
            shingles.add(&tokens, &mut pace).unwrap();
        }
        let mut containments = Containments::new(shingles, &mut pace).unwrap();
        let first = containments.of(0, &mut pace).unwrap()(1);
        let second = containments.of(1, &mut pace).unwrap()(0);
        (first, second)
    }

    #[test]
    fn containment_is_the_share_of_own_words_in_shared_shingles() {
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
        // a a a a stands four times in the first; its seven words are all covered.
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

    #[test]
    fn templates_do_not_count() {
        let notice = "all rights are reserved here";
        let first = format!("fire broke out downtown {notice}");
        let second = format!("rain fell all week {notice}");
        let mut documents = vec![("", first.as_str()), ("", second.as_str())];
        documents.resize(10, ("", notice));
        assert_eq!(containments(&documents), (5.0 / 9.0, 5.0 / 9.0));
        documents.push(("", notice));
        assert_eq!(containments(&documents), (0.0, 0.0));
        // 11 of 220 documents are one in twenty again.
        documents.resize(220, ("", "another"));
        assert_eq!(containments(&documents), (5.0 / 9.0, 5.0 / 9.0));
    }

    #[test]
    fn words_of_templates_alone_do_not_count_to_the_whole_either() {
        // The last three words of the notice lie in shingles of its own only, and those
        // are dropped: 4 of 4 + 3 words are left, of which the second has 4.
        let first = "a b c d all rights are reserved here";
        let second = "a b c d";
        let mut documents = vec![("", first), ("", second)];
        documents.resize(13, ("", "all rights are reserved here"));
        assert_eq!(containments(&documents), (4.0 / 7.0, 1.0));
    }

    #[test]
    fn copies_that_are_all_template_have_containment_0() {
        let documents = [("", "bridge closed at noon"); 11];
        assert_eq!(containments(&documents), (0.0, 0.0));
    }

    #[test]
    fn hashes_never_change() {
        // As published with the function: its value of "a", and of nothing.
        assert_eq!(fnv("a".bytes().map(u64::from)), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(shingle_hash(&[]), 0xCBF2_9CE4_8422_2325);
    }
}
