//! What a reader would mark, on sentences and articles of our own.

mod marks;
mod speakers;

use std::time::Duration;

use cpu_time::ThreadTime;
use proptest::prelude::*;

use super::super::{DocumentParts, words};
use super::*;
use crate::base::Limits;

fn document(title: &str, text: &str) -> Document {
    let parts = DocumentParts {
        title: title.into(),
        text: text.into(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).unwrap()
}

fn find(title: &str, text: &str, code: &str) -> Vec<(String, Option<Speaker>)> {
    let document = document(title, text);
    let language = Language::from_code(code).unwrap();
    let article = Article::default();
    let found = quotations(&document, &article, language, &Budget::unlimited()).unwrap();
    let slice = |place: Place| place.span.slice(document.field(place.field)).unwrap();
    found
        .into_iter()
        .map(|quotation| (slice(quotation.place).to_owned(), quotation.speaker))
        .collect()
}

fn speech(text: &str, code: &str) -> Vec<String> {
    let found = find("", text, code);
    found.into_iter().map(|(speech, _)| speech).collect()
}

/// Each quotation of `text` with the name of its speaker, "-" for nobody.
fn spoken(text: &str, code: &str) -> Vec<(String, String)> {
    let name = |speaker: Option<Speaker>| speaker.map_or("-".to_owned(), |s| s.name);
    let found = find("", text, code).into_iter();
    found
        .map(|(speech, speaker)| (speech, name(speaker)))
        .collect()
}

fn names(text: &str, code: &str) -> Vec<String> {
    spoken(text, code)
        .into_iter()
        .map(|(_, name)| name)
        .collect()
}

#[test]
fn the_title_knows_the_names_of_the_text() {
    let found = find(
        "Lund: bridge is ‘rust’",
        "Ada Lund closed the bridge.",
        "en",
    );
    assert_eq!(found[0].1.as_ref().unwrap().name, "Ada Lund");
}

#[test]
fn an_ended_budget_ends_the_search() {
    let budget = Budget::unlimited();
    budget.cancel();
    let document = document("", "“It is shut,” she said.");
    let english = Language::from_code("en").unwrap();
    let found = quotations(&document, &Article::default(), english, &budget);
    assert!(found.is_err());
}

/// In linear time four times as much takes about four times as long, in quadratic sixteen.
#[test]
fn time_is_linear_in_marks_and_names() {
    const BYTES: usize = 10_000;
    const SLACK: Duration = Duration::from_millis(100);
    let marks = [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "“a",
        "\"a ",
        "'a ",
        "a' ",
        "“a” ",
        "\n“a",
        "“a\n",
        "``",
        "''",
        "“A b c.” ",
        "“a.“b ",
    ];
    let english = [
        "“A,” said Bo Li, ",
        "Bo Li, ",
        "said ",
        "Bo ",
        "who said, ",
        "said the ",
        "saying “a”, ",
        "and said ",
        "a, said ",
        "he said ",
        "Bo van ",
    ];
    let others = [
        ("de", "hat "),
        ("de", "hat gesagt "),
        ("de", "am sagte "),
        ("de", "“a b c d e f”, am sagte "),
        ("nl", "heeft "),
        ("es", "dijo "),
        ("es", "“a b c”, dijo, "),
    ];
    let marks = marks.into_iter().map(|unit| ("en", unit));
    let english = english.into_iter().map(|unit| ("en", unit));
    for (code, unit) in marks.chain(english).chain(others) {
        let time = |n_bytes: usize| {
            // Without a quotation nobody is looked for.
            let text = format!("“x y z” {}", unit.repeat(n_bytes / unit.len()));
            let start = ThreadTime::now();
            find("", &text, code);
            start.elapsed()
        };
        let (once, four_times) = (time(BYTES), time(4 * BYTES));
        assert!(
            four_times < 8 * once + SLACK,
            "{code}, {unit:?}: {once:?}, {four_times:?}"
        );
    }
}

#[test]
fn time_is_linear_in_verbs_behind_a_long_quotation() {
    let time = |n: usize| {
        let text = format!("„{}“ {}", "a ".repeat(n), "am sagte ".repeat(n));
        let start = ThreadTime::now();
        find("", &text, "de");
        start.elapsed()
    };
    let (once, four_times) = (time(2_500), time(10_000));
    assert!(
        four_times < 8 * once + Duration::from_millis(100),
        "{once:?}, {four_times:?}"
    );
}

proptest! {
    #[test]
    fn quotations_are_in_order_and_hold_words(
        text in "([a-z]{1,3}|[ .,!\n]|Bo Li|said|he|hat|gesagt|am|der|dijo|[“”„\"'‘’«»「」‚‹›-]){0,60}",
        code in "(en|de|nl|fr|es|it|pt|pl|ru|ja)",
    ) {
        let document = document("t", &text);
        let language = Language::from_code(&code).unwrap();
        let article = Article::default();
        let found = quotations(&document, &article, language, &Budget::unlimited()).unwrap();
        let mut last = 0;
        for quotation in found {
            let span = quotation.place.span;
            prop_assert!(span.start >= last);
            last = span.start;
            let speech = span.slice(&text).unwrap();
            prop_assert_eq!(speech.trim(), speech);
            prop_assert!(words(speech).next().is_some());
            if let Some(speaker) = quotation.speaker {
                prop_assert!(speaker.mention.span.slice(&text).is_some());
                prop_assert!(!speaker.name.is_empty());
            }
        }
    }
}
