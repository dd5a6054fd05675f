//! `copydesk stem`: the words of a text, and their stems.

use std::collections::BTreeMap;

use anstyle::Style;
use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::Engine;
use crate::base::{Budget, LanguageTag};
use crate::engine::{StemParams, StemSource, Stems};
use crate::stem::{Library, Token};
use crate::text::TokenKind;

use super::api::Api;
use super::input::{Format, Input, Source, each_source, limits};
use super::output::{Console, DIMMED, language};
use super::table::{Cell, Table};
use super::usage::BadUsage;
use super::{Outcome, jsonl};

const METHOD: &str = "copydesk.v1.StemmingService/StemText";

const EXAMPLES: &str = "\
Examples:
  copydesk stem --drop-stop-words tests/data/articles/flood_de/bote.txt
  copydesk stem --words --language en bridges inspected closures
  copydesk stem --protect Times --override men=man tests/data/articles/harbour_bridge_en/wire.txt
  copydesk stem --engine rust-stemmers tests/data/articles/museum_fr/echo.txt";

/// Divides texts into words and reduces these to their stems.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    input: Input,

    /// Language, by BCP-47 code [default: detected].
    #[arg(long, value_name = "CODE", value_parser = LanguageTag::parse)]
    language: Option<LanguageTag>,

    /// Snowball's name of the algorithm, such as `porter` [default: the language's].
    #[arg(long, value_name = "NAME")]
    algorithm: Option<String>,

    /// What stems.
    #[arg(long, value_enum, default_value_t, value_name = "ENGINE")]
    engine: StemmingEngine,

    /// Leave stop words out.
    #[arg(long)]
    drop_stop_words: bool,

    /// Take the marks off the letters of stems, so that `café` and `cafe` meet.
    #[arg(long)]
    fold_diacritics: bool,

    /// Leave WORD unstemmed; may be given more than once.
    #[arg(long, value_name = "WORD")]
    protect: Vec<String>,

    /// Use STEM for WORD; may be given more than once.
    #[arg(long = "override", value_name = "WORD=STEM", value_parser = parse_override)]
    overrides: Vec<(String, String)>,

    /// Take FILES for words, or each line of standard input for one word.
    #[arg(long)]
    words: bool,
}

/// The libraries that stem, by the names that they have here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum StemmingEngine {
    /// Current Snowball algorithms.
    #[default]
    Snowball,
    /// The rust-stemmers crate, for indexes that were built with it.
    RustStemmers,
}

impl Options {
    fn params(&self) -> Result<StemParams, BadUsage> {
        let library = match self.engine {
            StemmingEngine::Snowball => Library::Snowball,
            StemmingEngine::RustStemmers => Library::RustStemmers,
        };
        let algorithm = self
            .algorithm
            .as_deref()
            .map(|name| library.algorithm(name));
        let algorithm = algorithm.transpose();
        let language = self.language.unwrap_or_default();
        // A single word is too short to detect its language.
        if self.words && self.algorithm.is_none() && !language.is_determined() {
            let message = "`--words` needs `--language` or `--algorithm`";
            return Err(BadUsage(message.to_owned()));
        }
        Ok(StemParams {
            language,
            algorithm: algorithm
                .map_err(|problem| BadUsage(format!("`--algorithm`: {problem}")))?,
            library,
            drop_stop_words: self.drop_stop_words,
            fold_diacritics: self.fold_diacritics,
            protected_words: self.protect.clone(),
            stem_overrides: self.overrides.clone(),
        })
    }

    /// What to read; words that are given as arguments are one.
    fn sources(&self) -> Vec<Source> {
        if self.words {
            return vec![Source::StandardInput];
        }
        self.input.sources()
    }

    fn read(&self, source: &Source) -> anyhow::Result<StemSource> {
        if !self.words {
            return Ok(StemSource::Text(source.read(&limits())?));
        }
        let given = self.input.files.iter();
        let given: Vec<_> = given.map(|word| word.to_string_lossy().into()).collect();
        let words = match given.as_slice() {
            [] => lines(source)?,
            [only] if only == "-" => lines(source)?,
            _ => given,
        };
        if words.is_empty() {
            bail!("holds no words; one a line is needed");
        }
        Ok(StemSource::Words(words))
    }

    fn request(&self, source: &StemSource) -> Value {
        let mut request = json!({
            "languageCode": self.language.map_or_else(String::new, |tag| tag.to_string()),
            "algorithm": self.algorithm.as_deref().unwrap_or_default(),
            "engine": match self.engine {
                StemmingEngine::Snowball => "STEMMING_ENGINE_SNOWBALL",
                StemmingEngine::RustStemmers => "STEMMING_ENGINE_RUST_STEMMERS",
            },
            "dropStopWords": self.drop_stop_words,
            "protectedWords": self.protect,
            "stemOverrides": self.overrides.iter().cloned().collect::<BTreeMap<_, _>>(),
            "foldDiacritics": self.fold_diacritics,
        });
        match source {
            StemSource::Text(text) => request["text"] = json!(text),
            StemSource::Words(words) => request["wordList"] = json!({ "words": words }),
        }
        request
    }
}

fn parse_override(given: &str) -> Result<(String, String), BadUsage> {
    let message = || format!("`{given}` is not of the form `WORD=STEM`");
    let (word, stem) = given.split_once('=').ok_or_else(|| BadUsage(message()))?;
    Ok((word.to_owned(), stem.to_owned()))
}

fn lines(source: &Source) -> anyhow::Result<Vec<String>> {
    let text = source.read(&limits())?;
    Ok(text.lines().map(str::to_owned).collect())
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let params = options.params()?;
    let sources = options.sources();
    match options.input.format {
        Format::Text => {
            let engine = Engine::new();
            let mut console = Console::new();
            each_source(&sources, |source| {
                let text = options.read(source)?;
                let stems = engine.stem(&text, &params, &Budget::unlimited());
                show(&mut console, source, &text, &stems?)
            })
        }
        Format::Json => {
            let api = Api::new()?;
            each_source(&sources, |source| {
                api.print(METHOD, &options.request(&options.read(source)?))
            })
        }
        Format::Jsonl => jsonl::run(METHOD, sources),
    }
}

fn show(
    console: &mut Console,
    source: &Source,
    text: &StemSource,
    stems: &Stems,
) -> anyhow::Result<()> {
    let algorithm = match stems.algorithm {
        Some(algorithm) => format!("stemmed by {}", algorithm.name()),
        None => "not stemmed: there is no algorithm for it".to_owned(),
    };
    let about = format!("{}, {algorithm}", language(stems.language));
    match text {
        StemSource::Text(_) => console.caption(&source.to_string(), &about)?,
        StemSource::Words(_) => console.caption("words", &about)?,
    }
    let mut table = Table::new(["WORD", "KIND", "NORMALIZED", "STEM", "STOP WORD"]).elastic(0);
    for token in &stems.tokens {
        table.push(row(written(text, token), kind(text, token), token));
    }
    console.table(table)?;
    Ok(())
}

fn written<'t>(text: &'t StemSource, token: &Token) -> &'t str {
    match text {
        StemSource::Text(text) => token.place.span.slice(text).unwrap_or_default(),
        StemSource::Words(words) => words.get(token.index).map_or("", String::as_str),
    }
}

fn row(written: &str, kind: &str, token: &Token) -> [Cell; 5] {
    let (style, mark) = if token.stop_word {
        (DIMMED, "yes")
    } else {
        (Style::new(), "")
    };
    let cell = |text: &str| Cell::styled(text, style);
    [
        cell(written),
        cell(kind),
        cell(token.folded.as_str()),
        cell(&token.stem),
        cell(mark),
    ]
}

/// What `token` is; words that are given one by one are taken as they are.
fn kind(text: &StemSource, token: &Token) -> &'static str {
    if matches!(text, StemSource::Words(_)) {
        return "";
    }
    match token.kind {
        TokenKind::Word => "word",
        TokenKind::Number => "number",
        TokenKind::Compound => "compound",
        TokenKind::Abbreviation => "abbreviation",
        TokenKind::Url => "url",
        TokenKind::Email => "email",
        TokenKind::Hashtag => "hashtag",
        TokenKind::Mention => "mention",
    }
}
