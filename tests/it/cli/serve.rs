//! The server as a process: how it tells its port, and how it ends.

#![cfg(unix)]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::help::{examples, shell};
use super::{code, copydesk, run, stderr};

/// A server that is killed with its test, if it does not end by itself.
struct Serving {
    child: Child,
    log: BufReader<ChildStderr>,
}

impl Serving {
    /// Waits until it listens.
    fn start(mut command: Command) -> (Self, String) {
        let mut child = command.spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        log.read_line(&mut line).unwrap();
        (Self { child, log }, line)
    }

    /// Sends `signal`, which ends it within seconds; what it logged after.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().unwrap();
        assert!(sent.success());
        let sent = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(sent.elapsed() < Duration::from_secs(15), "it goes on");
            thread::sleep(Duration::from_millis(10));
        };
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        (status.code(), rest)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_server_tells_its_port_and_ends_by_a_signal() {
    for signal in ["-TERM", "-INT"] {
        let command = copydesk(&["serve", "--listen", "127.0.0.1:0", "--log-format", "json"]);
        let (serving, line) = Serving::start(command);
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(line["message"], "listening");
        let address = line["address"].as_str().unwrap();
        assert!(!address.ends_with(":0"), "{address}");
        std::net::TcpStream::connect(address).unwrap();

        let taken = run(&["serve", "--listen", address]);
        assert_eq!(code(&taken), Some(1));
        let said = format!("copydesk: cannot listen on {address}: ");
        assert!(stderr(&taken).starts_with(&said), "{}", stderr(&taken));

        let (code, rest) = serving.end(signal);
        assert_eq!(code, Some(0), "{rest}");
    }
}

#[test]
fn the_examples_of_serve_run() {
    for example in examples("serve") {
        // Any free port: another test may have the usual one.
        let any = example
            .replace("127.0.0.1:50051", "127.0.0.1:0")
            .replace("copydesk serve", "exec copydesk serve");
        let mut command = shell(&any);
        command.env("COPYDESK_LISTEN", "127.0.0.1:0");
        let (serving, line) = Serving::start(command);
        assert!(line.contains("listening"), "{example}: {line}");
        assert_eq!(serving.end("-TERM").0, Some(0), "{example}");
    }
}
