//! The help of each command, whose examples run.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{BINARY, code, run, stderr, stdout};

const COMMANDS: [&str; 10] = [
    "serve", "detect", "stem", "keywords", "compare", "cluster", "passages", "quotes", "analyze",
    "info",
];

/// The lines of the help of `command` that a reader may copy.
pub(super) fn examples(command: &str) -> Vec<String> {
    let output = run(&[command, "--help"]);
    assert_eq!(code(&output), Some(0));
    let (_, examples) = stdout(&output).split_once("Examples:\n").expect(command);
    let lines = examples.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// `line` in a shell that finds the binary by its name.
pub(super) fn shell(line: &str) -> Command {
    let folder = Path::new(BINARY).parent().unwrap().to_str().unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("PATH={folder}:$PATH; {line}")])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn every_command_has_examples_and_they_run() {
    for command in COMMANDS {
        let examples = examples(command);
        assert!(!examples.is_empty(), "{command}");
        // Servers go on until they are told to end, see serve.rs.
        for example in examples.iter().filter(|_| command != "serve") {
            let output = shell(example).output().unwrap();
            assert_eq!(code(&output), Some(0), "{example}: {}", stderr(&output));
            assert!(!stdout(&output).is_empty(), "{example}");
        }
    }
}
