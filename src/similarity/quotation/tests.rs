//! What several documents carry, on texts of our own.

use super::*;
use crate::base::{Language, Limits};
use crate::stem::Analyzer;
use crate::text::{Document, DocumentParts};

fn document(text: &str) -> Document {
    let parts = DocumentParts {
        text: text.into(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).unwrap()
}

fn find_with(texts: &[&str], params: QuotationParams) -> Vec<SharedQuotation> {
    let documents: Vec<_> = texts.iter().map(|text| document(text)).collect();
    find_in(&documents, params)
}

fn find_in(documents: &[Document], params: QuotationParams) -> Vec<SharedQuotation> {
    let language = Language::from_code("en").unwrap();
    let items: Vec<_> = documents
        .iter()
        .map(|document| Item {
            document,
            language,
            analyzer: Analyzer::new(language),
        })
        .collect();
    match_quotations(&items, params, &Budget::unlimited()).unwrap()
}

/// Each quotation with its uses, as "document: text", "~" before what is not quoted.
fn told(texts: &[&str]) -> Vec<(String, Vec<String>)> {
    let of_use = |each: &QuotationUse| {
        let text = each.place.span.slice(texts[each.document]).unwrap();
        let mark = if each.quoted { "" } else { "~" };
        format!("{}: {mark}{text}", each.document)
    };
    let found = find_with(texts, QuotationParams::default());
    let of_quotation =
        |found: SharedQuotation| (found.text, found.uses.iter().map(of_use).collect());
    found.into_iter().map(of_quotation).collect()
}

fn expected(cases: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let uses = |uses: &[&str]| uses.iter().map(|each| (*each).to_owned()).collect();
    cases
        .iter()
        .map(|(text, each)| ((*text).to_owned(), uses(each)))
        .collect()
}

#[test]
fn a_quotation_is_found_however_it_is_printed() {
    let texts = [
        "“It’s the ‘worst bridge’ of ALL,” Lund said.",
        "Lund said \"It's the 'worst\u{a0}bridge' of all\" today.",
        "«it\u{2018}s the worst\r\nbridge of all»",
        "She told us it's the worst bridge of all, she did.",
    ];
    let uses = [
        "0: It’s the ‘worst bridge’ of ALL",
        "1: It's the 'worst\u{a0}bridge' of all",
        "2: it\u{2018}s the worst\r\nbridge of all",
        "3: ~it's the worst bridge of all",
    ];
    assert_eq!(
        told(&texts),
        expected(&[("It’s the ‘worst bridge’ of ALL", &uses)])
    );
}

#[test]
fn a_fragment_is_a_use_of_the_whole() {
    let texts = [
        "“We found deep cracks in the hanger plates,” Lund said.",
        "Lund spoke of “deep cracks”. “We found deep cracks in the hanger plates,” she said.",
        "Plates with “deep cracks” were found.",
    ];
    let uses = [
        "0: We found deep cracks in the hanger plates",
        "1: deep cracks",
        "1: We found deep cracks in the hanger plates",
        "2: deep cracks",
    ];
    assert_eq!(
        told(&texts),
        expected(&[("We found deep cracks in the hanger plates", &uses)])
    );
}

#[test]
fn what_is_broken_up_elsewhere_is_told_in_the_parts_that_both_have() {
    let texts = [
        "“We found deep cracks, so we closed the bridge at noon,” Lund said.",
        "“We found deep cracks,” Lund said, “so we closed the bridge at noon.”",
    ];
    let wanted = expected(&[
        (
            "We found deep cracks",
            &["0: We found deep cracks", "1: We found deep cracks"],
        ),
        (
            "so we closed the bridge at noon",
            &[
                "0: so we closed the bridge at noon",
                "1: so we closed the bridge at noon",
            ],
        ),
    ]);
    assert_eq!(told(&texts), wanted);
}

#[test]
fn words_by_chance_are_no_quotations() {
    let texts = [
        "Lund said it was “a disaster” and “of the” and “rust”.",
        "The flood was a disaster of the kind that brings rust.",
        "“Of the” plates she said nothing.",
    ];
    assert_eq!(told(&texts), []);
    let terms = ["The “deck plates” rust.", "She saw the deck plates."];
    assert_eq!(told(&terms), []);
    let telling = [
        "The “rusty deck plates” fell.",
        "She saw the rusty deck plates.",
    ];
    assert_eq!(told(&telling).len(), 1);
}

#[test]
fn a_short_fragment_of_another_speaker_is_none() {
    let texts = [
        "“The old harbour bridge is beyond repair,” Ada Lund said.",
        "“The old harbour bridge is beyond repair,” Ada Lund said.",
        "Jon Berg loves the “old harbour bridge”.",
        "Jon Berg said he loves the “old harbour bridge”.",
    ];
    let found = find_with(&texts, QuotationParams::default());
    let names: Vec<_> = found
        .iter()
        .map(|each| each.speaker_names.clone())
        .collect();
    assert_eq!(found[0].n_documents, 3);
    assert_eq!(names, [["Ada Lund"]]);
}

#[test]
fn speakers_are_named_in_full_and_counted() {
    let texts = [
        "“The deck plates are gone,” Ada Lund said.",
        "“The deck plates are gone,” said Lund.",
        "“The deck plates are gone,” said Ada B. Lund.",
        "“The deck plates are gone,” Jon Berg said.",
        "“The deck plates are gone.”",
    ];
    let found = find_with(&texts, QuotationParams::default());
    assert_eq!(found[0].speaker_names, ["Ada B. Lund", "Jon Berg"]);
    let of_use: Vec<_> = found[0]
        .uses
        .iter()
        .map(|u| u.speaker.as_ref().map(|s| &*s.name))
        .collect();
    assert_eq!(
        of_use,
        [
            Some("Ada Lund"),
            Some("Lund"),
            Some("Ada B. Lund"),
            Some("Jon Berg"),
            None
        ]
    );
}

#[test]
fn documents_and_publishers_are_counted() {
    let of = |publisher: &str| {
        let parts = DocumentParts {
            text: "“The deck plates are gone,” she said. “The deck plates are gone.”".into(),
            publisher: publisher.into(),
            ..DocumentParts::default()
        };
        Document::new(parts, &Limits::default()).unwrap()
    };
    let documents = [of("Courier"), of("Courier"), of("Tribune"), of("")];
    let found = find_in(&documents, QuotationParams::default());
    assert_eq!(found.len(), 1);
    assert_eq!(
        (
            found[0].n_documents,
            found[0].n_publishers,
            found[0].uses.len()
        ),
        (4, 2, 8)
    );
}

#[test]
fn fewer_documents_and_words_tell_more() {
    let texts = [
        "“We found deep cracks, so we closed it,” Lund said. It was “awful” in there.",
        "“Deep cracks” were found.",
    ];
    let count = |documents_min, words_min| {
        let params = QuotationParams {
            documents_min,
            words_min,
            ..QuotationParams::default()
        };
        let found = find_with(&texts, params);
        found.into_iter().map(|each| each.text).collect::<Vec<_>>()
    };
    let whole = "We found deep cracks, so we closed it";
    assert_eq!(count(2, 2), ["deep cracks"]);
    assert_eq!(count(3, 2), [""; 0]);
    assert_eq!(count(2, 3), [""; 0]);
    assert_eq!(count(1, 2), ["deep cracks", whole]);
    assert_eq!(count(1, 1), ["deep cracks", whole, "awful"]);
}

#[test]
fn an_answer_is_bounded() {
    let documents = ["“The deck plates are gone.”"; 2].map(document);
    let language = Language::from_code("en").unwrap();
    let analyzer = Analyzer::new(language);
    let items = documents.each_ref().map(|document| Item {
        document,
        language,
        analyzer,
    });
    let ask = |bytes_max| {
        let params = QuotationParams {
            bytes_max,
            ..QuotationParams::default()
        };
        match_quotations(&items, params, &Budget::unlimited())
    };
    assert!(ask(1_000).is_ok());
    assert_eq!(ask(50), Err(Interrupted::AnswerTooLarge));
    let budget = Budget::unlimited();
    budget.cancel();
    let found = match_quotations(&items, QuotationParams::default(), &budget);
    assert_eq!(found, Err(Interrupted::Cancelled));
}

#[test]
fn one_repeated_word_takes_no_longer_than_others() {
    // Quotations of 2, 3, 4, ... equal words, against as many of them: quadratic work
    // would take minutes.
    let speech = |n| format!("“{}” ", "bridge ".repeat(n));
    let text: String = (2..200).map(speech).collect();
    let long = "bridge ".repeat(40_000);
    let found = find_with(
        &[&text, &long, &format!("“{long}”")],
        QuotationParams::default(),
    );
    assert!(!found.is_empty());
}
