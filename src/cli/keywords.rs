//! `copydesk keywords`: what each document is about.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, Limits, Problem, Span};
use crate::engine::Keywords;
use crate::keyword::{
    Algorithm, Deduplication, Granularity, KEYWORDS_MAX, MENTIONS_MAX, PHRASE_WORDS_MAX, Params,
};
use crate::text::{Document, Field, check_length};

use super::api::Api;
use super::documents::Form;
use super::input::{Format, Input, Source, count, each_source, limits};
use super::output::{BAR, Console, HIGHLIGHT, language, printable, two_digits};
use super::table::{Cell, Table};
use super::usage::{BadUsage, translate};
use super::{Outcome, jsonl};

const METHOD: &str = "copydesk.v1.KeywordService/ExtractKeywords";

const EXAMPLES: &str = "\
Examples:
  copydesk keywords tests/data/articles/harbour_bridge_en/courier.txt
  copydesk keywords --max 5 --granularity words tests/data/articles/*_es/*.txt
  copydesk keywords --highlight tests/data/articles/harbour_bridge_en/courier.txt
  copydesk keywords --format json tests/data/articles/harbour_bridge_en/wire.txt";

/// Names the words and phrases that each document is about.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    form: Form,

    /// Keywords to name of each document.
    #[arg(long, value_name = "N", default_value_t = Params::default().keywords_max, value_parser = count(KEYWORDS_MAX))]
    max: usize,

    /// Words that a phrase may have.
    #[arg(long, value_name = "N", default_value_t = Params::default().phrase_words_max, value_parser = count(PHRASE_WORDS_MAX))]
    max_phrase_words: usize,

    /// How keywords are scored.
    #[arg(long, value_enum, default_value_t)]
    algorithm: Method,

    /// Preferred length [default: balanced]; of the news algorithm alone.
    #[arg(long, value_enum)]
    granularity: Option<Length>,

    /// Repetition to leave out [default: nested for news, stem for others].
    #[arg(long, value_enum)]
    deduplication: Option<Repetition>,

    /// A word that says nothing here, beside the language's own; may be repeated.
    #[arg(long, value_name = "WORD", value_parser = phrase)]
    stop_word: Vec<String>,

    /// A phrase to choose among, and no others; may be repeated.
    #[arg(long, value_name = "PHRASE", value_parser = phrase)]
    candidate: Vec<String>,

    /// Also look at menus, credits and teasers.
    #[arg(long)]
    include_boilerplate: bool,

    /// Show the article with its keywords marked.
    #[arg(long)]
    highlight: bool,
}

/// Names of algorithms.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Method {
    /// Rarity, wholeness, position and headline of noun phrases
    #[default]
    News,
    /// Statistics of one document
    Yake,
    /// Co-occurrence of words in candidate phrases
    Rake,
    /// A graph of neighbouring nouns and adjectives
    TextRank,
}

/// Names of granularities.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Length {
    /// Single words and names, as in tag clouds
    Words,
    /// Words and phrases
    Balanced,
    /// Noun phrases, as in an index
    Phrases,
}

/// Names of deduplications.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Repetition {
    /// Equal stems
    Stem,
    /// Also phrases inside better ones, and shorter forms of a name
    Nested,
}

impl Method {
    fn algorithm(self) -> Algorithm {
        match self {
            Self::News => Algorithm::News,
            Self::Yake => Algorithm::Yake,
            Self::Rake => Algorithm::Rake,
            Self::TextRank => Algorithm::TextRank,
        }
    }

    /// Its name in the API.
    fn enum_value(self) -> &'static str {
        match self {
            Self::News => "KEYWORD_ALGORITHM_NEWS",
            Self::Yake => "KEYWORD_ALGORITHM_YAKE",
            Self::Rake => "KEYWORD_ALGORITHM_RAKE",
            Self::TextRank => "KEYWORD_ALGORITHM_TEXT_RANK",
        }
    }
}

impl Length {
    fn granularity(self) -> Granularity {
        match self {
            Self::Words => Granularity::Words,
            Self::Balanced => Granularity::Balanced,
            Self::Phrases => Granularity::Phrases,
        }
    }

    /// Its name in the API.
    fn enum_value(self) -> &'static str {
        match self {
            Self::Words => "KEYWORD_GRANULARITY_WORDS",
            Self::Balanced => "KEYWORD_GRANULARITY_BALANCED",
            Self::Phrases => "KEYWORD_GRANULARITY_PHRASES",
        }
    }
}

impl Repetition {
    fn deduplication(self) -> Deduplication {
        match self {
            Self::Stem => Deduplication::Stem,
            Self::Nested => Deduplication::Nested,
        }
    }

    /// Its name in the API.
    fn enum_value(self) -> &'static str {
        match self {
            Self::Stem => "KEYWORD_DEDUPLICATION_STEM",
            Self::Nested => "KEYWORD_DEDUPLICATION_NESTED",
        }
    }
}

fn phrase(words: &str) -> Result<String, Problem> {
    check_length(words, Limits::default().title_characters_max)?;
    Ok(words.to_owned())
}

impl Options {
    fn params(&self) -> Result<Params, BadUsage> {
        let mut params = Params {
            algorithm: self.algorithm.algorithm(),
            keywords_max: self.max,
            phrase_words_max: self.max_phrase_words,
            granularity: self.granularity.map(Length::granularity),
            deduplication: self.deduplication.map(Repetition::deduplication),
            extra_stop_words: self.stop_word.clone(),
            candidate_phrases: self.candidate.clone(),
            include_boilerplate: self.include_boilerplate,
            ..Params::default()
        };
        if self.highlight {
            params.mentions_max = MENTIONS_MAX;
        }
        let checked = params.check();
        checked.map_err(|problem| BadUsage(translate(&problem.to_string())))?;
        Ok(params)
    }

    fn request(&self, source: &Source, limits: &Limits) -> anyhow::Result<Value> {
        let mut options = json!({
            "algorithm": self.algorithm.enum_value(),
            "maxKeywords": self.max,
            "maxPhraseWords": self.max_phrase_words,
            "extraStopWords": self.stop_word,
            "candidatePhrases": self.candidate,
            "includeBoilerplate": self.include_boilerplate,
        });
        if let Some(granularity) = self.granularity {
            options["granularity"] = granularity.enum_value().into();
        }
        if let Some(deduplication) = self.deduplication {
            options["deduplication"] = deduplication.enum_value().into();
        }
        Ok(json!({
            "document": self.form.request(source, limits)?,
            "options": options,
        }))
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let (sources, limits, params) = (options.input.sources(), limits(), options.params()?);
    match options.input.format {
        Format::Text => {
            let engine = Engine::new();
            let mut console = Console::new();
            each_source(&sources, |source| {
                let document = options.form.document(source, &limits)?;
                let keywords = engine.keywords(&document, &params, &Budget::unlimited())?;
                show(&mut console, source, &keywords)?;
                if options.highlight {
                    highlight(&mut console, &document, &keywords)?;
                }
                Ok(())
            })
        }
        Format::Json => {
            let api = Api::new()?;
            each_source(&sources, |source| {
                api.print(METHOD, &options.request(source, &limits)?)
            })
        }
        Format::Jsonl => jsonl::run(METHOD, sources),
    }
}

fn show(console: &mut Console, source: &Source, keywords: &Keywords) -> anyhow::Result<()> {
    let mut about = language(keywords.language);
    if !keywords.language_supported {
        about += ", which has no stop words or no stemmer here";
    }
    if keywords.keywords.is_empty() {
        about += ": no keywords";
    }
    console.caption(&source.to_string(), &about)?;
    if keywords.keywords.is_empty() {
        return Ok(());
    }
    let table = Table::new(["#", "KEYWORD", "SCORE", "", "MENTIONS"]);
    let mut table = table.numeric(&[0, 2, 4]).elastic(1);
    for (index, keyword) in keywords.keywords.iter().enumerate() {
        table.push([
            Cell::new((index + 1).to_string()),
            Cell::new(&keyword.text),
            Cell::new(two_digits(keyword.score)),
            Cell::styled(bar(keyword.score), BAR),
            Cell::new(keyword.n_mentions.to_string()),
        ]);
    }
    console.table(table)?;
    Ok(())
}

/// Writes the text of `document` with its keywords marked: in colour, and in brackets
/// where nothing else would show them.
fn highlight(
    console: &mut Console,
    document: &Document,
    keywords: &Keywords,
) -> anyhow::Result<()> {
    let (before, behind) = if console.is_terminal() {
        (
            HIGHLIGHT.render().to_string(),
            HIGHLIGHT.render_reset().to_string(),
        )
    } else {
        ("[".to_owned(), "]".to_owned())
    };
    let text = document.text();
    let mut marked = String::with_capacity(text.len() * 2);
    let mut end = 0;
    for span in marked_spans(keywords) {
        let between = Span::new(end, span.start).slice(text);
        let inside = span.slice(text).unwrap_or_default();
        marked += &printable_text(between.unwrap_or_default());
        marked += &before;
        marked += &printable_text(inside);
        marked += &behind;
        end = span.end;
    }
    marked += &printable_text(text.get(end..).unwrap_or_default());
    console.line("")?;
    console.line(marked.trim_end())?;
    Ok(())
}

/// `text` as a terminal may have it, on the same lines.
fn printable_text(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines.join("\n")
}

/// Where the keywords stand in the text, in order and apart.
fn marked_spans(keywords: &Keywords) -> Vec<Span> {
    let places = keywords
        .keywords
        .iter()
        .flat_map(|keyword| &keyword.mentions);
    let in_text = places.filter(|place| place.field == Field::Text);
    let mut spans: Vec<Span> = in_text.map(|place| place.span).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// `share` of ten columns, to an eighth of a column.
fn bar(share: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    const EIGHTHS_MAX: f64 = 80.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number from 0 to 80"
    )]
    let eighths = (share.clamp(0.0, 1.0) * EIGHTHS_MAX).round() as usize;
    let last = EIGHTHS.get(eighths % 8).copied().unwrap_or_default();
    "█".repeat(eighths / 8) + last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let bars = [(0.0, ""), (0.0125, "▏"), (0.15, "█▌"), (1.0, "██████████")];
        for (share, expected) in bars {
            assert_eq!(bar(share), expected);
        }
    }
}
