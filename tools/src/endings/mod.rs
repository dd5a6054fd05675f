//! `data/endings.bin`: what kind of word a form is by its ending, learnt without a
//! treebank. `copydesk::text::Endings` says how the file is laid out.
//!
//! A form whose paradigm is known is what the paradigm says (`paradigm`): Polish "spadła"
//! is a verb, since "spadł", "spadło" and "spadli" are words too. From these a model learns
//! what letters and neighbours tell of the others (`learner`), and what is then known of all
//! forms is boiled down to endings and exceptions (`tree`).

mod corpus;
mod grammar;
mod learner;
mod paradigm;
mod report;
mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use copydesk::base::Language;
use copydesk::text::{Casing, Endings, Folded, StopWords};

use corpus::{Form, Forms};
use grammar::Grammar;
use learner::{Clue, Clues, Example, Model};
use paradigm::{Paradigms, add_kind};
use report::report;
use tree::{Told, Tree};

/// Nouns, adjectives, verbs, adverbs.
pub(crate) const KINDS: usize = 4;

/// How likely a form is each of them.
pub(crate) type Shares = [f64; KINDS];

/// Paradigms that say less are not learnt from.
const SURE_MIN: f64 = 0.15;

/// Languages that have a tagger are learnt only to tell how good the others may be.
const TAGGED: [&str; 5] = ["en", "es", "fr", "pt", "ru"];

/// How much more the word of a paradigm counts than how sure it is, and the most that it may
/// count beside the model.
const TRUST: (f64, f64) = (1.5, 0.9);

/// Writes `endings.bin` to `out` from lists of words and sentences of `corpora`; tells how
/// well it agrees with treebanks where there are any.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let mut tables = Vec::new();
    for grammar in Grammar::all() {
        let code = grammar.code;
        let tree = Learner::new(corpora, grammar)?.learn()?;
        let slots = tree.slots();
        let (n_endings, n_words) = (tree.endings.len(), tree.words.len());
        eprintln!("{code}: {n_endings} endings, {n_words} words");
        report_table(corpora, code, &slots)?;
        if !TAGGED.contains(&code) {
            tables.push((code, slots));
        }
    }
    fs::write(out.join("endings.bin"), encode(&tables)?).context("endings.bin cannot be written")
}

/// What one language is learnt from.
struct Learner<'a> {
    corpora: &'a Path,
    grammar: Grammar,
    casing: Casing,
    stop_words: Option<&'static StopWords>,
    forms: Forms,
}

/// What is known of a form before the model.
struct Known<'a> {
    text: &'a str,
    form: &'a Form,
    clues: Vec<Clue>,
    shares: Shares,
    /// From 0 to 1, where nothing is left to the model.
    sure: f64,
}

impl<'a> Learner<'a> {
    fn new(corpora: &'a Path, grammar: Grammar) -> anyhow::Result<Self> {
        let language = Language::from_code(grammar.code).context("no language")?;
        Ok(Self {
            corpora,
            grammar,
            casing: Casing::of(language),
            stop_words: StopWords::of(language),
            forms: corpus::read(corpora, grammar.code)?,
        })
    }

    fn learn(&self) -> anyhow::Result<Tree> {
        let code = self.grammar.code;
        let paradigms = Paradigms::new(&self.grammar, &self.forms);
        report(self.corpora, code, "paradigms", |form| {
            let (shares, sure) = paradigms.shares(form, &self.forms);
            (sure >= SURE_MIN).then(|| nominal(&shares))
        })?;
        let mut clues = Clues::default();
        let known = self.known(&paradigms, &mut clues);
        let sure = known.iter().filter(|known| known.sure >= SURE_MIN);
        let examples: Vec<Example> = sure
            .map(|known| Example {
                clues: known.clues.clone(),
                shares: known.shares,
                weight: known.sure,
            })
            .collect();
        let model = Model::learn(&examples, clues.len(), code);
        let told: Vec<Told> = known.iter().map(|known| known.told(&model)).collect();
        let shares: BTreeMap<&str, &Shares> = told
            .iter()
            .map(|told| (told.form.as_str(), &told.shares))
            .collect();
        report(self.corpora, code, "model", |form| {
            shares.get(form).map(|shares| nominal(shares))
        })?;
        Ok(Tree::new(&told, &self.function()))
    }

    /// What grammar tells of the forms that are no function words.
    fn known(&self, paradigms: &Paradigms, clues: &mut Clues) -> Vec<Known<'_>> {
        let mut all = Vec::new();
        for (text, form) in &self.forms {
            if self.is_stop_word(text) || has(self.grammar.function, text) {
                continue;
            }
            let clues = clues.of(text, form);
            let (shares, sure) = match self.by_hand(text, form) {
                Some(shares) => (shares, 1.0),
                None => paradigms.shares(text, &self.forms),
            };
            all.push(Known {
                text,
                form,
                clues,
                shares,
                sure,
            });
        }
        all
    }

    /// What `form` is by a list, or by its capital in German.
    fn by_hand(&self, text: &str, form: &Form) -> Option<Shares> {
        let rows = self.grammar.words.iter();
        let kinds = rows.filter(|(_, words)| has(words, text));
        let kinds: Vec<char> = kinds.map(|(kind, _)| *kind).collect();
        let mut shares = Shares::default();
        for kind in &kinds {
            add_kind(&mut shares, *kind, 1.0 / kinds.len() as f64);
        }
        if kinds.is_empty() && self.grammar.code == "de" && form.n_capital * 2 > form.n_seen {
            return Some([1.0, 0.0, 0.0, 0.0]);
        }
        (!kinds.is_empty()).then_some(shares)
    }

    /// Words that only hold others together, adverbs with them.
    fn function(&self) -> Vec<String> {
        let adverbs = self.grammar.words.iter().filter(|(kind, _)| *kind == 'R');
        let lists = adverbs
            .map(|(_, words)| *words)
            .chain([self.grammar.function]);
        let words = lists.flat_map(str::split_whitespace);
        let mut words: Vec<String> = words
            .map(|word| Folded::new(word, self.casing).as_str().to_owned())
            .collect();
        words.retain(|word| !self.is_stop_word(word));
        words
    }

    fn is_stop_word(&self, text: &str) -> bool {
        let word = Folded::new(text, self.casing);
        self.stop_words.is_some_and(|list| list.contains(&word))
    }
}

impl Known<'_> {
    /// The same with what `model` tells.
    fn told(&self, model: &Model) -> Told {
        let fixed = self.sure >= 1.0;
        let (factor, most) = TRUST;
        let trust = if fixed {
            1.0
        } else {
            (self.sure * factor).min(most)
        };
        let mut shares = model.shares(&self.clues);
        for (share, own) in shares.iter_mut().zip(self.shares) {
            *share = trust * own + (1.0 - trust) * *share;
        }
        Told {
            form: self.text.to_owned(),
            shares,
            weight: ((self.form.n_listed + self.form.n_seen) as f64).ln_1p(),
            fixed,
        }
    }
}

/// Whether `word` is one of `words`.
fn has(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|other| other == word)
}

/// How likely a form is nominal, and an adjective.
fn nominal(shares: &Shares) -> (f64, f64) {
    (shares[0] + shares[1], shares[1])
}

/// Tells how well the table of `slots` agrees with the treebank.
fn report_table(corpora: &Path, code: &'static str, slots: &[u32]) -> anyhow::Result<()> {
    let bytes: &'static [u8] = encode(&[(code, slots.to_vec())])?.leak();
    let endings = Endings::parse(bytes, code).context("what was written cannot be read")?;
    let casing = Casing::of(Language::from_code(code).context("no language")?);
    report(corpora, code, "table", |form| {
        let kind = endings.kind(&Folded::new(form, casing));
        Some((f64::from(kind.nominal()), f64::from(kind.adjective())))
    })
}

fn encode(tables: &[(&str, Vec<u32>)]) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Endings::MAGIC.to_vec();
    bytes.extend(u32::try_from(tables.len())?.to_le_bytes());
    let mut first = 0;
    for (code, slots) in tables {
        ensure!(code.len() <= 4, "{code} does not fit a record");
        let mut padded = [0; 4];
        padded[..code.len()].copy_from_slice(code.as_bytes());
        let n_slots = u32::try_from(slots.len())?;
        bytes.extend(padded);
        bytes.extend(u32::to_le_bytes(first));
        bytes.extend(n_slots.to_le_bytes());
        first += n_slots;
    }
    for slot in tables.iter().flat_map(|(_, slots)| slots) {
        bytes.extend(slot.to_le_bytes());
    }
    Ok(bytes)
}
