//! `copydesk passages`: what documents share, word for word or in other words.

use clap::Args;
use clap::builder::RangedU64ValueParser;
use serde_json::{Value, json};

use crate::Engine;
use crate::base::Budget;
use crate::engine::Aligned;
use crate::similarity::passage::{PASSAGE_WORDS, Params};
use crate::text::Document;

use super::api::Api;
use super::documents::{Form, Reading};
use super::input::{Format, Input, limits};
use super::output::{Console, percent};
use super::side_by_side;
use super::{Outcome, documents, jsonl};

const METHOD: &str = "copydesk.v1.SimilarityService/AlignPassages";

const EXAMPLES: &str = "\
Examples:
  copydesk passages tests/data/articles/harbour_bridge_en/*.txt
  copydesk passages --paraphrases --min-words 10 tests/data/articles/museum_fr/*.txt
  copydesk passages --format json tests/data/articles/bank_rate_en/daily*.txt";

/// Shows the passages that every two documents share, side by side.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// Words in the shortest passage, on its longer side.
    #[arg(long, value_name = "N", default_value_t = Params::default().words_min, value_parser = words())]
    min_words: usize,

    /// Also show sentences that say the same in other words.
    #[arg(long)]
    paraphrases: bool,

    /// Also look at menus, credits and teasers.
    #[arg(long)]
    include_boilerplate: bool,
}

fn words() -> RangedU64ValueParser<usize> {
    let (least, most) = PASSAGE_WORDS.into_inner();
    RangedU64ValueParser::new().range(least as u64..=most as u64)
}

impl Options {
    fn params(&self) -> Params {
        Params {
            words_min: self.min_words,
            paraphrases: self.paraphrases,
            boilerplate: self.include_boilerplate,
            ..Params::default()
        }
    }

    fn request(&self, documents: &[Document]) -> Value {
        json!({
            "documents": documents::request(documents),
            "minPassageWords": self.min_words,
            "includeParaphrases": self.paraphrases,
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
            let (engine, params) = (Engine::new(), options.params());
            let aligned = engine.align_passages(&documents, &params, &Budget::unlimited())?;
            show(&mut Console::new(), &documents, &aligned)?;
        }
        Format::Json | Format::Jsonl => Api::new()?.print(METHOD, &options.request(&documents))?,
    }
    Ok(outcome)
}

fn show(console: &mut Console, documents: &[Document], aligned: &Aligned) -> anyhow::Result<()> {
    if aligned.passages.is_empty() {
        console.line("no passages in common")?;
    }
    let pairs = aligned
        .passages
        .chunk_by(|a, b| (a.first, a.second) == (b.first, b.second));
    for (n_shown, pair) in pairs.enumerate() {
        let Some(passage) = pair.first() else {
            continue;
        };
        let (Some(first), Some(second)) =
            (documents.get(passage.first), documents.get(passage.second))
        else {
            continue;
        };
        if n_shown > 0 {
            console.line("")?;
        }
        let about = match pair.len() {
            1 => "1 passage; shared words stand in brackets".to_owned(),
            n => format!("{n} passages; shared words stand in brackets"),
        };
        console.caption(&format!("{} and {}", first.id(), second.id()), &about)?;
        for passage in pair {
            let texts = [
                (
                    first,
                    passage.first_place,
                    aligned.languages.get(passage.first),
                ),
                (
                    second,
                    passage.second_place,
                    aligned.languages.get(passage.second),
                ),
            ];
            let texts = texts.map(|(document, place, tag)| {
                let text = place.span.slice(document.field(place.field));
                let language = tag.copied().unwrap_or_default().language;
                (text.unwrap_or_default(), language)
            });
            console.line("")?;
            console.line(format_args!(
                "{} of the words are equal",
                percent(passage.identity)
            ))?;
            side_by_side::show(console, texts)?;
        }
    }
    Ok(())
}
