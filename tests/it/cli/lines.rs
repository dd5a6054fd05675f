//! Requests by the line.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::thread;

use serde_json::Value;

use super::{MEGABYTE, Scratch, code, copydesk, run, run_on, stderr, stdout};

#[test]
fn lines_are_answered_in_order() {
    let words: Vec<String> = (0..500).map(|i| format!("bridge{i}")).collect();
    let request =
        |word| format!("{{\"wordList\":{{\"words\":[\"{word}\"]}},\"algorithm\":\"porter\"}}\n");
    let requests: String = words.iter().map(request).collect();
    let output = run_on(requests, &["stem", "--format", "jsonl"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let answered = stdout(&output).lines().map(|line| {
        let answer: Value = serde_json::from_str(line).unwrap();
        answer["tokens"][0]["text"].as_str().unwrap().to_owned()
    });
    assert_eq!(answered.collect::<Vec<_>>(), words);
}

#[test]
fn a_line_that_fails_has_its_status_for_an_answer() {
    let good = r#"{"document": {"text": "The bridge is shut.", "languageCode": "en"}}"#;
    let cases: [(&[u8], &str); 4] = [
        (br#"{"document": {}}"#, "FIELD_REQUIRED"),
        (br#"{"document": {"txt": "?"}}"#, "MALFORMED_MESSAGE"),
        (b"not JSON", "MALFORMED_MESSAGE"),
        (b"{\"document\": {\"text\": \"\xff\"}}", "MALFORMED_MESSAGE"),
    ];
    let mut requests = Vec::new();
    for (bad, _) in cases {
        requests.extend([bad, b"\n", good.as_bytes(), b"\n\n"].concat());
    }
    let output = run_on(requests, &["keywords", "--format", "jsonl"]);
    assert_eq!(code(&output), Some(1));
    assert_eq!(stderr(&output), "copydesk: 4 of 8 lines failed\n");
    let answers: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), 8);
    for (pair, (bad, reason)) in answers.chunks(2).zip(cases) {
        let bad = String::from_utf8_lossy(bad);
        assert_eq!(pair[0]["code"], 3, "{bad}");
        assert_eq!(pair[0]["details"][0]["reason"], reason, "{bad}");
        assert_eq!(pair[1]["languageCode"], "en");
    }
}

#[test]
fn a_line_that_is_too_long_is_refused_and_skipped() {
    let mut requests = b"{\"text\": \"".to_vec();
    requests.resize(40 * MEGABYTE, b'a');
    requests.extend(b"\"}\n{\"text\": \"The bridge is shut.\"}");
    let output = run_on(requests, &["detect", "--format", "jsonl"]);
    assert_eq!(code(&output), Some(1));
    let answers: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 2);
    assert!(answers[0].contains("MESSAGE_TOO_LARGE"), "{}", answers[0]);
    assert!(answers[1].contains("candidates"), "{}", answers[1]);
}

#[test]
fn a_file_of_requests_that_is_missing_is_reported() {
    let scratch = Scratch::new("requests");
    let requests = scratch.file("requests.jsonl", "{\"text\": \"The bridge is shut.\"}\n");
    let output = run(&["detect", "--format", "jsonl", "no/such.jsonl", &requests]);
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).starts_with("copydesk: no/such.jsonl: cannot be read"));
    assert_eq!(stdout(&output).lines().count(), 1);
}

#[test]
fn an_answer_does_not_wait_for_the_end_of_the_input() {
    let mut child = copydesk(&["detect", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for text in ["The bridge is shut.", "Le pont est fermé."] {
        writeln!(stdin, "{{\"text\": \"{text}\"}}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap(); // for ever, where answers are held back
        assert!(answer.contains("candidates"), "{answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_who_has_read_enough_is_no_failure() {
    let line = "{\"text\": \"The bridge is shut.\"}\n";
    for arguments in [
        &["detect", "--format", "jsonl"][..],
        &["stem", "--language", "en"],
    ] {
        let mut child = copydesk(arguments).stdin(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        let writer = thread::spawn(move || stdin.write_all(line.repeat(1_000).as_bytes()));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join().unwrap(); // the rest has no reader
        assert_eq!(code(&output), Some(0), "{arguments:?}");
        assert_eq!(stderr(&output), "", "{arguments:?}");
    }
}
