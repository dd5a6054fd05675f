//! Exit codes, and arguments that make no sense.

use super::{COURIER, code, run, stderr};

#[test]
fn the_exit_code_tells_success_from_failure_and_bad_usage() {
    let cases: [(&str, &[&str], i32); 20] = [
        ("a file", &["detect", COURIER], 0),
        ("help", &["--help"], 0),
        ("version", &["--version"], 0),
        ("no such file", &["detect", "no/such/file.txt"], 1),
        ("a directory", &["keywords", "tests"], 1),
        ("an empty document", &["keywords", "-"], 1),
        ("nothing left", &["compare", COURIER, "no/such/file.txt"], 1),
        ("no command", &[], 2),
        ("no such command", &["summarise"], 2),
        ("no such option", &["detect", "--top", "3"], 2),
        ("a count of none", &["keywords", "--max", "0", COURIER], 2),
        ("no similarity", &["compare", "--min-similarity", "NaN"], 2),
        ("no language", &["stem", "--language", "not a tag"], 2),
        ("no algorithm", &["stem", "--algorithm", "klingon"], 2),
        ("words of no language", &["stem", "--words", "bridges"], 2),
        ("one document", &["compare", COURIER], 2),
        ("one document's quotes", &["quotes", COURIER], 2),
        ("one file twice", &["compare", COURIER, COURIER], 2),
        ("one text to align", &["passages", COURIER], 2),
        (
            "passages of two words",
            &["passages", "--min-words", "2"],
            2,
        ),
    ];
    for (rule, arguments, expected) in cases {
        let output = run(arguments);
        assert_eq!(code(&output), Some(expected), "{rule}: {}", stderr(&output));
    }
}

#[test]
fn options_beside_lines_of_requests_are_bad_usage() {
    let cases: [&[&str]; 6] = [
        &["detect", "--candidates", "2"],
        &["stem", "--drop-stop-words"],
        &["keywords", "--stop-word", "bridge"],
        &["compare", "--explain"],
        &["quotes", "--include-boilerplate"],
        &["analyze", "--html"],
    ];
    for arguments in cases {
        let output = run(&[arguments, &["--format", "jsonl"]].concat());
        assert_eq!(code(&output), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(arguments[1]), "{arguments:?}");
    }
}
