//! Files and standard input, as text and as JSON.

use std::fs;
use std::process::Output;

use serde_json::Value;

use super::{COURIER, MEGABYTE, Scratch, TRIBUNE, code, run, run_on, stderr, stdout};

#[test]
fn standard_input_says_what_the_file_says() {
    let text = fs::read_to_string(COURIER).unwrap();
    for command in ["detect", "stem", "keywords", "analyze"] {
        let file = run(&[command, "--format", "json", COURIER]);
        let piped = run_on(text.clone(), &[command, "--format", "json"]);
        let dash = run_on(text.clone(), &[command, "--format", "json", "-"]);
        assert_eq!(code(&file), Some(0), "{}", stderr(&file));
        assert_eq!(stdout(&file), stdout(&piped));
        assert_eq!(stdout(&file), stdout(&dash));
    }
}

fn json_documents(output: &Output) -> Vec<Value> {
    let documents = serde_json::Deserializer::from_str(stdout(output)).into_iter();
    documents.map(Result::unwrap).collect()
}

#[test]
fn json_is_the_message_of_the_api() {
    let cases: [(&[&str], &str); 7] = [
        (&["detect", COURIER], "/candidates/0/languageCode"),
        (
            &["stem", "--language", "en", COURIER],
            "/tokens/0/span/endOffset",
        ),
        (
            &["keywords", "--language", "en-GB", COURIER],
            "/languageCode",
        ),
        (&["analyze", COURIER], "/fingerprint/values/127"),
        (&["compare", COURIER, TRIBUNE], "/documents/1/documentId"),
        (&["quotes", COURIER, TRIBUNE], "/quotations/0/uses/0/span"),
        (&["info"], "/limits/maxDocumentCharacters"),
    ];
    for (arguments, field) in cases {
        let output = run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code(&output), Some(0), "{arguments:?}: {}", stderr(&output));
        let documents = json_documents(&output);
        assert_eq!(documents.len(), 1, "{arguments:?}");
        assert!(
            documents[0].pointer(field).is_some(),
            "{arguments:?}: {field}"
        );
    }
}

#[test]
fn each_file_has_its_own_json_document() {
    let output = run(&["detect", "--format", "json", COURIER, TRIBUNE]);
    assert_eq!(json_documents(&output).len(), 2);
}

#[test]
fn a_bad_file_does_not_keep_others_from_an_answer() {
    let scratch = Scratch::new("bad_files");
    let latin = scratch.file("latin1.txt", b"La pr\xe9fecture a ferm\xe9 le pont");
    let long = scratch.file("long.txt", "a".repeat(5 * MEGABYTE));
    let cases = [
        ("no/such/file.txt", "cannot be read"),
        (&latin, "is not UTF-8 at byte 6"),
        (&long, "at most 1000000 are accepted"),
    ];
    for format in ["text", "json"] {
        for (bad, problem) in cases {
            let output = run(&["detect", "--format", format, bad, COURIER]);
            assert_eq!(code(&output), Some(1), "{bad}");
            let said = stderr(&output);
            assert!(said.starts_with(&format!("copydesk: {bad}: ")), "{said}");
            assert!(said.contains(problem), "{said}");
            assert!(!stdout(&output).is_empty(), "{bad}");
        }
    }
    let output = run(&["compare", COURIER, "no/such/file.txt", TRIBUNE]);
    assert_eq!(code(&output), Some(1));
    assert!(stdout(&output).contains(TRIBUNE));
}

#[test]
fn there_is_no_colour_without_a_terminal() {
    let cases: [&[&str]; 7] = [
        &["detect", COURIER],
        &["quotes", COURIER, TRIBUNE],
        &["stem", "--language", "en", COURIER],
        &["keywords", COURIER],
        &["compare", "--explain", COURIER, TRIBUNE],
        &["info"],
        &["--help"],
    ];
    for arguments in cases {
        let output = run(arguments);
        assert_eq!(code(&output), Some(0), "{arguments:?}");
        assert!(!stdout(&output).is_empty(), "{arguments:?}");
        assert!(!stdout(&output).contains('\x1b'), "{arguments:?}");
    }
}

#[test]
fn a_table_shows_words_beside_their_stems() {
    let output = run(&["stem", "--words", "--language", "en", "Bridges", "the"]);
    let expected = "\
words: English (en), stemmed by english
WORD     KIND  NORMALIZED  STEM   STOP WORD
Bridges        bridges     bridg
the            the         the    yes
";
    assert_eq!(stdout(&output), expected);
    let lines = run_on("Bridges\r\nthe\n", &["stem", "--words", "--language", "en"]);
    assert_eq!(stdout(&lines), expected);
}

#[test]
fn a_comparison_numbers_its_files_and_shows_a_matrix() {
    let output = run(&["compare", COURIER, TRIBUNE]);
    let lines: Vec<&str> = stdout(&output).lines().collect();
    assert!(lines[1].starts_with(&format!("1  {COURIER}")), "{lines:?}");
    assert!(lines[2].starts_with(&format!("2  {TRIBUNE}")), "{lines:?}");
    let heading = lines.iter().position(|line| line.trim_start() == "1     2");
    let row = lines[heading.expect("a matrix") + 1];
    assert!(row.starts_with("1  1.00"), "{row}");
}

#[test]
fn pages_are_read_as_html() {
    let scratch = Scratch::new("pages");
    let html = "<nav>Menu</nav><p>The <b>Harbour</b> Bridge is closed. The bridge shut.</p>";
    let page = scratch.file("page.html", html);
    let plain = scratch.file("page.txt", html);
    let keywords = |arguments: &[&str], input: &str| {
        let command = [
            &["keywords", "--format", "json", "--language", "en"],
            arguments,
        ]
        .concat();
        let output = run_on(input, &command);
        assert_eq!(code(&output), Some(0), "{}", stderr(&output));
        stdout(&output).to_owned()
    };
    let by_name = keywords(&[&page], "");
    assert!(by_name.contains("Harbour Bridge") && !by_name.contains("Menu"));
    assert_eq!(by_name, keywords(&["--html", &plain], ""));
    assert_eq!(by_name, keywords(&["--html"], html));
    assert!(keywords(&[&plain], "").contains("Menu"));
    // For people, the same.
    let table = run(&["keywords", "--language", "en", &page]);
    assert!(
        stdout(&table).contains("Harbour Bridge"),
        "{}",
        stdout(&table)
    );
    let compared = run(&["compare", "--html", &page, &plain]);
    assert!(stdout(&compared).contains("1.00"), "{}", stdout(&compared));
}

#[test]
fn an_analysis_is_readable_without_colour() {
    let scratch = Scratch::new("marked");
    let page = scratch.file(
        "page.html",
        "<h1>Bridge shut</h1><p>The bridge \u{1b}[31m shut.",
    );
    let output = run(&["analyze", "--language", "en", &page]);
    let shown = stdout(&output);
    assert!(shown.contains("     headline  [Bridge shut]\n"), "{shown}");
    assert!(shown.contains("     keywords  "), "{shown}");
    assert!(!shown.contains('\u{1b}'), "{shown}");
}

#[test]
fn a_file_that_lies_in_a_folder_that_is_given_is_clustered_once() {
    let folder = "tests/data/articles/harbour_bridge_en";
    let other = "tests/data/articles/flood_de";
    let output = run(&["cluster", COURIER, other, folder]);
    let shown = stdout(&output);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert_eq!(shown.matches("courier.txt").count(), 1, "{shown}");
}
