//! `copydesk keywords`: what each document is about.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, LanguageTag, Limits, Problem};
use crate::engine::Keywords;
use crate::keyword::{Algorithm, KEYWORDS_MAX, PHRASE_WORDS_MAX, Params};
use crate::text::check_length;

use super::api::Api;
use super::input::{Format, Input, Source, content_type_name, count, each_source, limits};
use super::output::{BAR, Console, language, two_digits};
use super::table::{Cell, Table};
use super::{Outcome, jsonl};

const METHOD: &str = "copydesk.v1.KeywordService/ExtractKeywords";

const EXAMPLES: &str = "\
Examples:
  copydesk keywords tests/data/articles/harbour_bridge_en/courier.txt
  copydesk keywords --max 5 --max-phrase-words 1 tests/data/articles/*_es/*.txt
  copydesk keywords --format json tests/data/articles/harbour_bridge_en/wire.txt";

/// Names the words and phrases that each document is about.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    /// Language, by BCP-47 code [default: detected].
    #[arg(long, value_name = "CODE", value_parser = LanguageTag::parse)]
    language: Option<LanguageTag>,

    /// Take all for HTML; `.html` and `.htm` files are taken so in any case.
    #[arg(long)]
    html: bool,

    /// How keywords are scored.
    #[arg(long, value_enum, default_value_t, value_name = "ALGORITHM")]
    algorithm: KeywordAlgorithm,

    /// Keywords to name of each document.
    #[arg(long, value_name = "N", default_value_t = Params::default().keywords_max, value_parser = count(KEYWORDS_MAX))]
    max: usize,

    /// Words that a phrase may have.
    #[arg(long, value_name = "N", default_value_t = Params::default().phrase_words_max, value_parser = count(PHRASE_WORDS_MAX))]
    max_phrase_words: usize,

    /// A word that says nothing here, beside the language's own; may be repeated.
    #[arg(long, value_name = "WORD", value_parser = stop_word)]
    stop_word: Vec<String>,
}

/// The algorithms, by the names that they have here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum KeywordAlgorithm {
    /// Statistics of one document.
    #[default]
    Yake,
    /// Co-occurrence of words in candidate phrases.
    Rake,
    /// A graph of neighbouring nouns and adjectives.
    TextRank,
}

impl KeywordAlgorithm {
    /// Its name in the schema.
    fn schema_name(self) -> &'static str {
        match self {
            Self::Yake => "KEYWORD_ALGORITHM_YAKE",
            Self::Rake => "KEYWORD_ALGORITHM_RAKE",
            Self::TextRank => "KEYWORD_ALGORITHM_TEXT_RANK",
        }
    }
}

impl From<KeywordAlgorithm> for Algorithm {
    fn from(algorithm: KeywordAlgorithm) -> Self {
        match algorithm {
            KeywordAlgorithm::Yake => Self::Yake,
            KeywordAlgorithm::Rake => Self::Rake,
            KeywordAlgorithm::TextRank => Self::TextRank,
        }
    }
}

fn stop_word(word: &str) -> Result<String, Problem> {
    check_length(word, Limits::default().title_characters_max)?;
    Ok(word.to_owned())
}

impl Options {
    fn params(&self) -> Params {
        Params {
            algorithm: self.algorithm.into(),
            keywords_max: self.max,
            phrase_words_max: self.max_phrase_words,
            extra_stop_words: self.stop_word.clone(),
            ..Params::default()
        }
    }

    fn request(&self, source: &Source, limits: &Limits) -> anyhow::Result<Value> {
        Ok(json!({
            "document": {
                "id": source.id(limits),
                "text": source.read(limits)?,
                "contentType": content_type_name(source.content_type(self.html)),
                "languageCode": self.language.map_or_else(String::new, |tag| tag.to_string()),
            },
            "options": {
                "algorithm": self.algorithm.schema_name(),
                "maxKeywords": self.max,
                "maxPhraseWords": self.max_phrase_words,
                "extraStopWords": self.stop_word,
            },
        }))
    }
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let (sources, limits) = (options.input.sources(), limits());
    match options.input.format {
        Format::Text => {
            let (engine, params) = (Engine::new(), options.params());
            let mut console = Console::new();
            each_source(&sources, |source| {
                let content_type = source.content_type(options.html);
                let language = options.language.unwrap_or_default();
                let document = source.document(content_type, language, &limits)?;
                let keywords = engine.keywords(&document, &params, &Budget::unlimited())?;
                show(&mut console, source, &keywords)
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
