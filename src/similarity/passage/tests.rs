//! The laws of passages, and what becomes of a few paragraphs that are copied, moved,
//! changed and retold.

#![allow(
    clippy::float_cmp,
    reason = "what is said to be equal here is equal to the last bit"
)]

use proptest::prelude::*;

use super::*;
use crate::base::{Limits, Span};
use crate::text::DocumentParts;

fn language() -> Language {
    Language::from_code("en").unwrap()
}

fn document(text: &str) -> Document {
    let parts = DocumentParts {
        text: text.to_owned(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).unwrap()
}

fn align_documents(documents: &[Document], params: &Params) -> Vec<Passage> {
    align_in(language(), documents, params)
}

fn align_in(language: Language, documents: &[Document], params: &Params) -> Vec<Passage> {
    let budget = Budget::unlimited();
    let articles: Vec<_> = documents
        .iter()
        .map(|document| Article::find(document, language, &budget).unwrap())
        .collect();
    let sources: Vec<_> = documents
        .iter()
        .zip(&articles)
        .map(|(document, article)| Source {
            document,
            language,
            analyzer: Analyzer::new(language),
            article,
        })
        .collect();
    align(&sources, params, &budget).unwrap()
}

/// The texts of the passages of two texts, and how equal they are.
fn shared(first: &str, second: &str, params: &Params) -> Vec<(String, String, f64)> {
    let documents = [document(first), document(second)];
    let text = |place: Place, text: &str| place.span.slice(text).unwrap().to_owned();
    align_documents(&documents, params)
        .into_iter()
        .map(|passage| {
            let one = text(passage.first_place, first);
            let other = text(passage.second_place, second);
            (one, other, passage.identity)
        })
        .collect()
}

fn wording() -> Params {
    Params::default()
}

fn paraphrases() -> Params {
    Params {
        paraphrases: true,
        ..Params::default()
    }
}

const FERRY: &str = "The harbour ferry Marguerite ran aground on a sandbank near Kestrel Point \
    shortly before dawn, and its forty passengers were taken off by lifeboats.";
const ORCHARD: &str = "Growers in the upper valley expect the smallest harvest of plums for \
    twenty years after frost in April destroyed most of the blossom.";
const LIBRARY: &str = "A retired librarian has given the town her collection of nautical \
    charts, among them a survey of the estuary drawn in 1794.";

#[test]
fn copied_wording_is_found_exactly() {
    let first = format!("Nobody was hurt. {FERRY} More follows.");
    let second = format!("We were told this: {FERRY}");
    let expected = FERRY.trim_end_matches('.').to_owned();
    let found = shared(&first, &second, &wording());
    assert_eq!(found, [(expected.clone(), expected, 1.0)]);
}

#[test]
fn moved_paragraphs_are_passages_of_their_own() {
    let first = format!("{FERRY}\n\n{ORCHARD}\n\n{LIBRARY}");
    let second = format!("{LIBRARY}\n\n{FERRY}\n\n{ORCHARD}");
    let found = shared(&first, &second, &wording());
    let beginnings: Vec<_> = found
        .iter()
        .map(|(one, ..)| one.get(..11).unwrap())
        .collect();
    assert_eq!(beginnings, ["The harbour", "A retired l"]);
    assert!(
        found
            .iter()
            .all(|(one, other, identity)| one == other && *identity == 1.0)
    );
    // What stays together stays one passage.
    assert!(found[0].0.ends_with("destroyed most of the blossom"));
}

#[test]
fn small_changes_stay_inside_of_a_passage() {
    let changed = FERRY
        .replace("ran aground", "was stranded")
        .replace("forty", "thirty-nine");
    let found = shared(FERRY, &changed, &wording());
    assert_eq!(found.len(), 1);
    let (one, other, identity) = &found[0];
    assert_eq!(one, FERRY.trim_end_matches('.'));
    assert_eq!(other, changed.trim_end_matches('.'));
    // 21 of the 25 words of the longer side.
    assert!((identity - 21.0 / 25.0).abs() < 1e-9, "{identity}");
}

#[test]
fn inflection_and_case_do_not_part_a_passage_but_are_no_equal_words() {
    let changed = FERRY.to_uppercase().replace("LIFEBOATS", "lifeboat");
    let found = shared(FERRY, &changed, &wording());
    assert_eq!(found.len(), 1);
    assert!(found[0].1.ends_with("lifeboat"));
    assert!((found[0].2 - 23.0 / 24.0).abs() < 1e-9, "{}", found[0].2);
}

#[test]
fn short_passages_count_if_their_words_are_rare_together() {
    let cases = [
        (
            "a phrase that anybody uses",
            "at the end of the day it was what they had",
            0,
        ),
        (
            "rare words",
            "Marguerite Dolan's nautical estuary survey",
            1,
        ),
        ("too few words", "nautical estuary survey Dolan", 0),
    ];
    for (rule, phrase, expected) in cases {
        let found = shared(
            &format!("Rain fell all week. {phrase}. Trains ran late."),
            &format!("Shops were shut; {phrase}, neighbours told us."),
            &wording(),
        );
        assert_eq!(found.len(), expected, "{rule}: {found:?}");
    }
    let long = format!("{FERRY} {ORCHARD}");
    let many = Params {
        words_min: 40,
        ..wording()
    };
    assert_eq!(shared(FERRY, &format!("Here: {FERRY}"), &many), []);
    assert_eq!(shared(&long, &format!("Here: {long}"), &many).len(), 1);
    let few = Params {
        words_min: 3,
        ..wording()
    };
    let (first, second) = (
        "Hail. Zyxwvian qwertzic plumbago. Snow.",
        "A zyxwvian qwertzic plumbago!",
    );
    assert_eq!(shared(first, second, &few).len(), 1);
    assert_eq!(shared(first, second, &wording()), []);
}

#[test]
fn sentences_that_say_the_same_are_paraphrases() {
    let report = "The council voted on Tuesday. The harbour ferry Marguerite ran aground on a \
        sandbank near Kestrel Point shortly before dawn. Lifeboats took off all forty \
        passengers, and nobody was injured, the coastguard said. The owners will inspect the \
        hull of the ferry on Friday. Schools reopen next week. Bread costs more than ever.";
    let retold = "Tomatoes need sun and patience. Shortly before dawn the ferry Marguerite had \
        run aground near Kestrel Point, on a sandbank of the harbour. The coastguard said all \
        forty passengers were taken off by lifeboats and nobody had been injured. On Friday the \
        ferry's hull will be inspected by its owners. A good soup takes an hour. Chess is slow.";
    assert!(
        shared(report, retold, &wording())
            .iter()
            .all(|(one, ..)| one.len() < 100)
    );
    let found = shared(report, retold, &paraphrases());
    let (one, other, identity) = &found[0];
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        one.contains("harbour ferry Marguerite") && one.contains("on Friday"),
        "{one}"
    );
    assert!(other.starts_with("Shortly before dawn"), "{other}");
    assert!(!one.contains("council") && !one.contains("Bread"), "{one}");
    assert!(
        !other.contains("Tomatoes") && !other.contains("soup"),
        "{other}"
    );
    assert!((0.4..0.9).contains(identity), "{identity}");
}

#[test]
fn copied_wording_keeps_its_borders_among_paraphrases() {
    let first = format!("Plums are late. {FERRY} {LIBRARY} Frost again.");
    let second = format!("{ORCHARD} {FERRY} {LIBRARY} Bees have fled the upper valley.");
    let found = shared(&first, &second, &paraphrases());
    let expected = format!("{FERRY} {}", LIBRARY.trim_end_matches('.'));
    assert_eq!(found, [(expected.clone(), expected, 1.0)]);
}

#[test]
fn what_two_documents_share_does_not_depend_on_their_order_or_company() {
    let texts = [
        format!("{FERRY} {ORCHARD}"),
        format!("{ORCHARD} Much else happened. {LIBRARY} {FERRY}"),
        format!("{LIBRARY} {ORCHARD} {ORCHARD}"),
    ];
    let documents = texts.each_ref().map(|text| document(text));
    for params in [wording(), paraphrases()] {
        let all = align_documents(&documents, &params);
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            let of_pair = |passages: &[Passage], mirrored: bool| {
                let places = |passage: &Passage| {
                    let (one, other) = (passage.first_place, passage.second_place);
                    let (one, other) = if mirrored { (other, one) } else { (one, other) };
                    (one, other, passage.identity)
                };
                let mut places: Vec<_> = passages.iter().map(places).collect();
                places.sort_by_key(|(first, second, _)| (*first, *second));
                places
            };
            let inside: Vec<_> = all
                .iter()
                .filter(|passage| (passage.first, passage.second) == (first, second))
                .copied()
                .collect();
            let (one, other) = (documents[first].clone(), documents[second].clone());
            let alone = align_documents(&[one.clone(), other.clone()], &params);
            let swapped = align_documents(&[other, one], &params);
            assert!(!alone.is_empty());
            assert_eq!(of_pair(&inside, false), of_pair(&alone, false));
            assert_eq!(of_pair(&alone, false), of_pair(&swapped, true));
        }
    }
}

#[test]
fn a_document_shares_one_passage_with_itself() {
    for text in [
        "One two three four five.",
        "a a a a a a a",
        &format!("{FERRY} {FERRY}"),
        FERRY,
    ] {
        for params in [wording(), paraphrases()] {
            let found = shared(text, text, &params);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].2, 1.0);
            assert_eq!(found[0].0, text.trim_end_matches('.'));
        }
    }
}

#[test]
fn titles_are_aligned_with_texts_too() {
    let title = "Ferry Marguerite aground near Kestrel Point";
    let parts = |title: &str, text: &str| DocumentParts {
        title: title.to_owned(),
        text: text.to_owned(),
        ..DocumentParts::default()
    };
    let documents = [
        parts(title, ORCHARD),
        parts("", &format!("{title}\n\n{LIBRARY}")),
    ];
    let documents = documents.map(|parts| Document::new(parts, &Limits::default()).unwrap());
    let found = align_documents(&documents, &wording());
    assert_eq!(found.len(), 1);
    let expected = |field| Place {
        field,
        span: Span::new(0, title.len()),
    };
    assert_eq!(found[0].first_place, expected(Field::Title));
    assert_eq!(found[0].second_place, expected(Field::Text));
}

#[test]
fn scripts_without_blanks_are_read_by_the_character() {
    let cases = [
        (
            "zh",
            "港口渡轮玛格丽特号在凯斯特尔角附近搁浅乘客全部获救",
            "昨天",
            "记者获悉",
        ),
        (
            "ja",
            "港のフェリーがケストレル岬の近くで座礁し乗客は全員救助された",
            "昨日、",
            "発表では",
        ),
        (
            "th",
            "เรือข้ามฟากเกยตื้นใกล้แหลมเคสเทรลและผู้โดยสารทุกคนปลอดภัย",
            "เมื่อวาน",
            "ข่าวว่า",
        ),
    ];
    for (code, shared, before, other) in cases {
        let (first, second) = (format!("{before}{shared}"), format!("{other}{shared}。"));
        let documents = [document(&first), document(&second)];
        let language = Language::from_code(code).unwrap();
        let found = align_in(language, &documents, &wording());
        assert_eq!(found.len(), 1, "{code}");
        assert_eq!(
            found[0].first_place.span.slice(&first),
            Some(shared),
            "{code}"
        );
        assert_eq!(
            found[0].second_place.span.slice(&second),
            Some(shared),
            "{code}"
        );
    }
}

#[test]
fn too_much_text_is_an_error() {
    let documents = [document(FERRY), document(FERRY)];
    let sources = |article| {
        documents.each_ref().map(|document| Source {
            document,
            language: language(),
            analyzer: Analyzer::new(language()),
            article,
        })
    };
    let article = Article::default();
    let params = Params {
        bytes_max: 2 * FERRY.len(),
        ..wording()
    };
    let refused = align(&sources(&article), &params, &Budget::unlimited());
    assert_eq!(refused, Err(Interrupted::AnswerTooLarge));
    let budget = Budget::unlimited();
    budget.cancel();
    let refused = align(&sources(&article), &wording(), &budget);
    assert_eq!(refused, Err(Interrupted::Cancelled));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn passages_lie_in_their_texts_and_mirror(
        first in "([abcd] |[e-h]{1,4}[ .\n]|的|ร้|é){0,120}",
        second in "([abcd] |[e-h]{1,4}[ .\n]|的|ร้|é){0,120}",
        words_min in 3_usize..8,
        paraphrases: bool,
    ) {
        prop_assume!(!first.is_empty() && !second.is_empty());
        let params = Params { words_min, paraphrases, ..Params::default() };
        let found = shared(&first, &second, &params);
        for (one, other, identity) in &found {
            prop_assert!(!one.trim().is_empty() && !other.trim().is_empty());
            prop_assert!((0.0..=1.0).contains(identity));
        }
        let mirrored = shared(&second, &first, &params).into_iter().map(|(a, b, c)| (b, a, c));
        let (mut found, mut mirrored) = (found, mirrored.collect::<Vec<_>>());
        found.sort_by(|a, b| a.partial_cmp(b).unwrap());
        mirrored.sort_by(|a, b| a.partial_cmp(b).unwrap());
        prop_assert_eq!(found, mirrored);
    }
}
