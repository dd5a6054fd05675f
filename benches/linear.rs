//! How many times as long does a text take that is ten times as long?
//!
//! Of one character, of one word, of one tag, again and again: what quadratic code would
//! choke on. The short and the long text take turns, on the time of their thread; the least
//! of each counts, and of each analysis those texts are told that grow most. Ten is linear;
//! what is beyond that is memory which no longer fits the caches, or comes fresh from the
//! kernel. One analysis alone:
//!
//! `cargo bench --bench linear -- sentences`

#![expect(clippy::unwrap_used, reason = "a bench that cannot run has to stop")]
#![expect(clippy::print_stdout, reason = "a bench prints what it found")]

use std::env;
use std::hint::black_box;

use copydesk::base::{Budget, Language, Limits};
use copydesk::text::{Article, ContentType, Document, DocumentParts, quotations, sentences, words};
use cpu_time::ThreadTime;

/// For each text; and for the few that seemed worst, since others use the machine too.
const ROUNDS: usize = 9;
const ROUNDS_OF_WORST: usize = 50;
const N_WORST: usize = 6;

/// Bytes of the long text, less what is no whole unit.
const BYTES: usize = 1 << 20;

/// How much longer it is than the short one, to the byte.
const TIMES: usize = 10;

/// What texts are made of, by repetition.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "a", "A", "é", "ß", "ж", "中", "あ", "ก", "ع", "한", "1", "🙂", "\u{301}",
    ".", ",", ";", ":", "!", "?", "-", "—", "…", "。", "•", "→", "|", "/", "\\", "©", "_",
    "'", "’", "‘", "`", "\"", "“", "”", "„", "«", "»", "‹", "「", "」",
    "(", ")", "[", "]", "{", "<", ">", "&", "#", "@", "%", "*", "+", "=", "~",
    " ", "\t", "\n", "\r\n", "\u{a0}", "\u{ad}", "\u{200d}", "\n\n",
    "the ", "Bridge ", "said.", "A. ", "U.S. ", "a.\n", "a\n", "Menu\n", "x.org/a ", "“a” ", "\"a\" ", "'a ",
    "“a\n", "“No,” said Ada Lund. ", "The ferry left. ",
    "<a", "<a ", "<a>", "<p>", "<p>a", "</p>", "<b></b>", "<!--", "<li>a", "&amp;", "&a", "a<b> ",
];

/// An analysis of a text: makes what it takes, and then what has to be timed.
type Analysis = fn(&str) -> Box<dyn FnOnce() -> usize + '_>;

const ANALYSES: &[(&str, Analysis)] = &[
    ("words", |text| Box::new(|| words(text).count())),
    ("sentences", |text| {
        Box::new(|| sentences(text, english()).count())
    }),
    ("boilerplate", |text| {
        let document = Document::new(parts(text), &limits()).unwrap();
        Box::new(move || {
            let article = Article::find(&document, english(), &Budget::unlimited());
            article.unwrap().boilerplate().len()
        })
    }),
    ("quotations", |text| {
        let document = Document::new(parts(text), &limits()).unwrap();
        Box::new(move || {
            let (article, budget) = (Article::default(), Budget::unlimited());
            let found = quotations(&document, &article, english(), &budget);
            found.unwrap().len()
        })
    }),
    ("html", |text| {
        let parts = DocumentParts {
            content_type: ContentType::Html,
            ..parts(text)
        };
        Box::new(|| Document::new(parts, &limits()).unwrap().text().len())
    }),
];

fn main() {
    // The first argument is cargo's own.
    let wanted = env::args().skip(1).find(|each| !each.starts_with("--"));
    for (name, analysis) in ANALYSES {
        if wanted.as_ref().is_some_and(|wanted| wanted != name) {
            continue;
        }
        let mut texts: Vec<_> = UNITS.iter().map(|unit| Growth::new(unit)).collect();
        for text in &mut texts {
            text.measure(*analysis, ROUNDS);
        }
        texts.sort_by(|one, other| other.ratio().total_cmp(&one.ratio()));
        texts.truncate(N_WORST);
        for text in &mut texts {
            text.measure(*analysis, ROUNDS_OF_WORST);
        }
        texts.sort_by(|one, other| other.ratio().total_cmp(&one.ratio()));
        println!("{name}: the worst of {} texts", UNITS.len());
        for text in &texts {
            let (ratio, milliseconds) = (text.ratio(), text.of_long * 1e3);
            println!(
                "  {ratio:.1} times, to {milliseconds:.2} ms, of {:?}",
                text.unit
            );
        }
    }
}

/// How the time of an analysis grows with texts of one unit.
struct Growth {
    unit: &'static str,
    /// Seconds, the least so far.
    of_short: f64,
    of_long: f64,
}

impl Growth {
    fn new(unit: &'static str) -> Self {
        Self {
            unit,
            of_short: f64::INFINITY,
            of_long: f64::INFINITY,
        }
    }

    fn measure(&mut self, analysis: Analysis, n_rounds: usize) {
        let n_units = BYTES / TIMES / self.unit.len();
        let (short, long) = (self.unit.repeat(n_units), self.unit.repeat(n_units * TIMES));
        for _ in 0..n_rounds {
            self.of_short = self.of_short.min(seconds(&short, analysis));
            self.of_long = self.of_long.min(seconds(&long, analysis));
        }
    }

    fn ratio(&self) -> f64 {
        self.of_long / self.of_short
    }
}

fn seconds(text: &str, analysis: Analysis) -> f64 {
    let analysis = analysis(text);
    let started = ThreadTime::now();
    black_box(analysis());
    started.elapsed().as_secs_f64()
}

fn english() -> Language {
    Language::from_code("en").unwrap()
}

fn limits() -> Limits {
    Limits {
        document_characters_max: BYTES,
        ..Limits::default()
    }
}

fn parts(text: &str) -> DocumentParts {
    DocumentParts {
        text: text.into(),
        ..DocumentParts::default()
    }
}
