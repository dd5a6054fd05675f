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

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use copydesk::base::Language;
use copydesk::text::{Casing, Endings, Folded, StopWords};

use grammar::Grammar;
use learner::{Clues, Example, Model};
use paradigm::{Paradigms, add_kind};
use tree::{Told, Tree};

/// Nouns, adjectives, verbs, adverbs.
pub(crate) const KINDS: usize = 4;

/// How likely a form is each of them.
pub(crate) type Shares = [f64; KINDS];

/// Paradigms that say less are not learnt from.
const SURE_MIN: f64 = 0.15;

/// Languages that have a tagger are learnt only to tell how good the others may be.
const TAGGED: [&str; 5] = ["en", "es", "fr", "pt", "ru"];

/// Writes `endings.bin` to `out` from lists of words and sentences of `corpora`.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let mut tables = Vec::new();
    for grammar in Grammar::all() {
        let tree = learn(corpora, &grammar)?;
        let slots = tree.slots();
        eprintln!(
            "{}: {} endings, {} words, {} bytes",
            grammar.code,
            tree.0.len(),
            tree.1.len(),
            slots.len() * 4
        );
        check(corpora, grammar.code, &slots)?;
        if !TAGGED.contains(&grammar.code) {
            tables.push((grammar.code, slots));
        }
    }
    fs::write(out.join("endings.bin"), encode(&tables)?).context("endings.bin cannot be written")
}

fn learn(corpora: &Path, grammar: &Grammar) -> anyhow::Result<Tree> {
    let code = grammar.code;
    let language = Language::from_code(code).context("no language")?;
    let casing = Casing::of(language);
    let forms = corpus::read(corpora, code)?;
    let paradigms = Paradigms::new(grammar, &forms);
    let by_hand = |form: &str| {
        let rows = grammar.words.iter();
        let kinds = rows.filter(|(_, words)| words.split_whitespace().any(|word| word == form));
        let kinds: Vec<char> = kinds.map(|(kind, _)| *kind).collect();
        let mut shares = Shares::default();
        for kind in &kinds {
            add_kind(&mut shares, *kind, 1.0 / kinds.len() as f64);
        }
        (!kinds.is_empty()).then_some(shares)
    };
    report::report(corpora, code, "paradigms", |form| {
        let (shares, sure) = paradigms.shares(form, &forms);
        (sure >= SURE_MIN).then_some((shares[0] + shares[1], shares[1]))
    })?;
    let stop_words = StopWords::of(language);
    let is_function = |form: &str| {
        let folded = Folded::new(form, casing);
        stop_words.is_some_and(|list| list.contains(&folded))
            || grammar.function.split_whitespace().any(|word| word == form)
    };
    let mut clues = Clues::default();
    let mut rows = Vec::new();
    for (form, of) in forms.iter().filter(|(form, _)| !is_function(form)) {
        let (shares, sure) = paradigms.shares(form, &forms);
        let is_noun = code == "de" && of.n_capital * 2 > of.n_seen;
        let hand = by_hand(form).or(is_noun.then_some([1.0, 0.0, 0.0, 0.0]));
        rows.push((
            form,
            of,
            clues.of(form, of),
            hand.unwrap_or(shares),
            if hand.is_some() { 1.0 } else { sure },
            hand.is_some(),
        ));
    }
    let examples = rows.iter().filter(|row| row.4 >= SURE_MIN);
    let examples: Vec<Example> = examples
        .map(|row| Example {
            clues: row.2.clone(),
            shares: row.3,
            weight: row.4,
        })
        .collect();
    let model = Model::learn(&examples, clues.len(), code);
    eprintln!(
        "{code}: {} forms, {} learnt from",
        rows.len(),
        examples.len()
    );
    let mut told = Vec::new();
    for (form, of, clues, shares, sure, fixed) in &rows {
        let guess = model.shares(clues);
        let trust = if *fixed { 1.0 } else { (*sure * 1.5).min(0.9) };
        let mut mixed = guess;
        for i in 0..KINDS {
            mixed[i] = trust * shares[i] + (1.0 - trust) * guess[i];
        }
        told.push(Told {
            form: (*form).clone(),
            shares: mixed,
            weight: ((of.n_listed + of.n_seen) as f64).ln_1p(),
            fixed: *fixed,
        });
    }
    let known: std::collections::BTreeMap<&str, &Told> =
        told.iter().map(|each| (each.form.as_str(), each)).collect();
    report::report(corpora, code, "model", |form| {
        known
            .get(form)
            .map(|each| (each.shares[0] + each.shares[1], each.shares[1]))
    })?;
    let words = grammar.words.iter().filter(|(kind, _)| *kind == 'R');
    let function = words
        .flat_map(|(_, words)| words.split_whitespace())
        .chain(grammar.function.split_whitespace());
    let mut function: Vec<String> = function
        .map(|word| Folded::new(word, casing).as_str().to_owned())
        .collect();
    function
        .retain(|word| !stop_words.is_some_and(|list| list.contains(&Folded::new(word, casing))));
    Ok(Tree::new(&told, &function))
}

fn check(corpora: &Path, code: &'static str, slots: &[u32]) -> anyhow::Result<()> {
    let bytes: &'static [u8] = encode(&[(code, slots.to_vec())])?.leak();
    let endings = Endings::parse(bytes, code).context("what was written cannot be read")?;
    let casing = Casing::of(Language::from_code(code).context("no language")?);
    report::report(corpora, code, "table", |form| {
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
