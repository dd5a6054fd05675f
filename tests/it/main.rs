//! Integration tests: one binary, a file a topic.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that breaks off tells what broke"
)]

mod architecture;
mod browser;
mod cli;
mod errors;
mod fixtures;
mod groups;
mod harness;
mod hostile;
mod parity;
mod readme;
mod scan;
mod services;
mod snapshots;
mod transport;
