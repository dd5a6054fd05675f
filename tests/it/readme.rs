//! Every command that `README.md` shows is run, and its output compared.
//!
//! Commands stand in ```` ```console ```` blocks behind `$ `, their output below; a line
//! `…` stands for any number of lines. `cargo run --release -- …` is run by the binary of
//! this test. Commands of other tools are skipped, in one line, where the tool is
//! missing; with COPYDESK_REQUIRE_TOOLS set that is a failure.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The address that the README uses; the test serves on a port of its own.
const PORT: &str = "50051";

struct Shown {
    command: String,
    output: Vec<String>,
}

fn read(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The lines of each block of this kind.
fn blocks(text: &str, kind: &str) -> Vec<Vec<String>> {
    let mut blocks = Vec::new();
    let mut open: Option<Vec<String>> = None;
    for line in text.lines() {
        match (&mut open, line) {
            (None, line) if line == format!("```{kind}") => open = Some(Vec::new()),
            (Some(_), "```") => blocks.extend(open.take()),
            (Some(block), line) => block.push(line.to_owned()),
            (None, _) => {}
        }
    }
    blocks
}

fn shown_commands() -> Vec<Shown> {
    let mut shown: Vec<Shown> = Vec::new();
    for line in blocks(&read("README.md"), "console").concat() {
        match (line.strip_prefix("$ "), shown.last_mut()) {
            (Some(command), _) => shown.push(Shown {
                command: command.to_owned(),
                output: Vec::new(),
            }),
            // A command may go on on the next line.
            (None, Some(last)) if last.command.ends_with('\\') => {
                last.command.pop();
                last.command.push_str(line.trim_start());
            }
            (None, Some(last)) => last.output.push(line.trim_end().to_owned()),
            (None, None) => panic!("a console block begins with a command: {line}"),
        }
    }
    shown
}

/// A server as the README starts it, on a port of its own.
struct Served {
    child: Child,
    port: String,
}

impl Served {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(["serve", "--listen", "127.0.0.1:0", "--log-format", "json"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let port = lines.map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("127.0.0.1:")?;
            let digits = rest.chars().take_while(char::is_ascii_digit);
            Some(digits.collect::<String>())
        });
        Self {
            child,
            port: port.expect("the server says where it listens"),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether `tool` is there, with the Python modules that the README names.
fn is_there(tool: &str) -> bool {
    let mut probe = Command::new(tool);
    match tool {
        "python3" => probe.args(["-c", "import grpc, grpc_tools"]),
        _ => probe.arg("-help"),
    };
    let probe = probe.stdout(Stdio::null()).stderr(Stdio::null()).status();
    probe.is_ok_and(|status| tool != "python3" || status.success())
}

#[expect(
    clippy::disallowed_methods,
    reason = "CI says by it that no tool may be missing"
)]
fn tools_are_required() -> bool {
    std::env::var_os("COPYDESK_REQUIRE_TOOLS").is_some()
}

fn run(command: &str, port: &str) -> String {
    let command = command
        .replace("cargo run --release --", env!("CARGO_BIN_EXE_copydesk"))
        .replace(PORT, port);
    let output = Command::new("bash")
        .args(["-c", &command])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Whether `actual` is as `shown`, where `…` alone on a line is any number of lines.
fn agrees(shown: &[String], actual: &[&str]) -> bool {
    match shown.split_first() {
        None => actual.is_empty(),
        Some((first, rest)) if first.trim() == "…" => {
            (0..=actual.len()).any(|skipped| agrees(rest, &actual[skipped..]))
        }
        Some((first, rest)) => actual
            .split_first()
            .is_some_and(|(line, others)| first == line.trim_end() && agrees(rest, others)),
    }
}

#[test]
fn every_command_shown_does_what_is_shown() {
    let served = Served::start();
    let shown = shown_commands();
    assert!(shown.len() >= 5, "the README shows commands");
    for Shown { command, output } in shown {
        let tool = command.split_whitespace().next().unwrap_or_default();
        match tool {
            // These two are being done: the server is up, and this is a test.
            _ if command == "cargo run --release -- serve" || command == "cargo test" => continue,
            "cargo" | "echo" => assert!(command.contains("cargo run --release -- "), "{command}"),
            "grpcurl" | "python3" if !is_there(tool) => {
                assert!(!tools_are_required(), "{tool} is missing");
                // Past the test harness, which keeps what a passing test prints.
                let line = format!("skipped, since {tool} is missing: {command}\n");
                std::io::stderr().write_all(line.as_bytes()).unwrap();
                continue;
            }
            "grpcurl" | "python3" => {}
            _ => panic!("no test knows how to run `{command}`"),
        }
        let printed = run(&command, &served.port).replace(&served.port, PORT);
        let lines: Vec<_> = printed.trim_end().lines().collect();
        let end = output.iter().rposition(|line| !line.is_empty());
        let output = &output[..end.map_or(0, |last| last + 1)];
        assert!(agrees(output, &lines), "`{command}` printed\n{printed}");
    }
}

#[test]
fn the_python_that_is_shown_is_the_file_that_is_run() {
    let shown = blocks(&read("README.md"), "python");
    let file = read("clients/python/keywords.py");
    let lines: Vec<_> = file.lines().map(str::to_owned).collect();
    assert!(
        shown.contains(&lines),
        "README.md and clients/python/keywords.py differ"
    );
}
