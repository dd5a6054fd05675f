//! `copydesk quotes`: which quotations documents have in common, and who says what.

use std::io;

use clap::Args;
use serde_json::{Value, json};

use crate::Engine;
use crate::base::Budget;
use crate::engine::MatchedQuotations;
use crate::similarity::{MIN_DOCUMENTS_MAX, MIN_WORDS_MAX, QuotationParams, SharedQuotation};
use crate::text::Document;

use super::api::Api;
use super::documents::{Form, Reading};
use super::input::{Format, Input, count, limits};
use super::matrix::legend;
use super::output::{BOLD, Console, DIMMED, printable};
use super::{Outcome, documents, jsonl};

const METHOD: &str = "copydesk.v1.SimilarityService/MatchQuotations";

const EXAMPLES: &str = "\
Examples:
  copydesk quotes tests/data/articles/harbour_bridge_en/*.txt
  copydesk quotes --min-documents 1 tests/data/articles/bank_rate_en/*.txt
  copydesk quotes --format json tests/data/articles/museum_fr/*.txt";

/// Finds the quotations that several documents carry, and whom each puts them down to.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// Documents that must carry a quotation; 1 shows all.
    #[arg(long, value_name = "N", default_value_t = QuotationParams::default().documents_min, value_parser = count(MIN_DOCUMENTS_MAX))]
    min_documents: usize,

    /// Words of the shortest quotation.
    #[arg(long, value_name = "N", default_value_t = QuotationParams::default().words_min, value_parser = count(MIN_WORDS_MAX))]
    min_words: usize,

    /// Also look at menus, credits and teasers.
    #[arg(long)]
    include_boilerplate: bool,
}

impl Options {
    fn params(&self) -> QuotationParams {
        QuotationParams {
            documents_min: self.min_documents,
            words_min: self.min_words,
            include_boilerplate: self.include_boilerplate,
            ..QuotationParams::default()
        }
    }

    fn request(&self, documents: &[Document]) -> Value {
        json!({
            "documents": documents::request(documents),
            "minDocuments": self.min_documents,
            "minWords": self.min_words,
            "includeBoilerplate": self.include_boilerplate,
        })
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    if options.input.format == Format::Jsonl {
        return jsonl::run(METHOD, options.input.sources());
    }
    let reading = Reading {
        form: options.form,
        least: 2,
        most: limits().alignment_documents_max,
    };
    let (documents, outcome) = documents::read(&options.input, &reading)?;
    match options.input.format {
        Format::Text => {
            let budget = Budget::unlimited();
            let matched = Engine::new().match_quotations(&documents, options.params(), &budget)?;
            show(&mut Console::new(), &documents, &matched)?;
        }
        Format::Json | Format::Jsonl => Api::new()?.print(METHOD, &options.request(&documents))?,
    }
    Ok(outcome)
}

fn show(
    console: &mut Console,
    documents: &[Document],
    matched: &MatchedQuotations,
) -> io::Result<()> {
    console.table(legend(documents, &matched.languages, "blank"))?;
    if matched.quotations.is_empty() {
        console.line("")?;
        return console.line("no quotations in common");
    }
    for quotation in &matched.quotations {
        let text = printable(
            &quotation
                .text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        );
        console.line("")?;
        console.line(format_args!("{BOLD}“{text}”{BOLD:#}"))?;
        console.line(format_args!("    {}", speakers(quotation)))?;
        for (about, quoted) in [("in quotation marks", true), ("without", false)] {
            let printed = printed_by(quotation, quoted);
            if !printed.is_empty() {
                console.line(format_args!("    {DIMMED}{about}: {printed}{DIMMED:#}"))?;
            }
        }
    }
    Ok(())
}

fn speakers(quotation: &SharedQuotation) -> String {
    if quotation.speaker_names.is_empty() {
        return "nobody is named".to_owned();
    }
    printable(&quotation.speaker_names.join(", "))
}

/// The numbers of the documents that print `quotation` in one way, with "part" where
/// none of its uses has all of it.
fn printed_by(quotation: &SharedQuotation, quoted: bool) -> String {
    let mut printed: Vec<(usize, bool)> = Vec::new();
    let n_words = quotation.text.split_whitespace().count();
    for each in quotation.uses.iter().filter(|each| each.quoted == quoted) {
        // Of the words, punctuation is the only other thing that takes room.
        let whole = each.place.span.len() * 10 >= quotation.text.len() * 9 || n_words < 2;
        match printed.last_mut() {
            Some((document, any)) if *document == each.document => *any |= whole,
            _ => printed.push((each.document, whole)),
        }
    }
    let name = |(document, whole): &(usize, bool)| {
        let number = document + 1;
        if *whole {
            number.to_string()
        } else {
            format!("{number} (part)")
        }
    };
    printed.iter().map(name).collect::<Vec<_>>().join(", ")
}
