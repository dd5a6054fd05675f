//! Integration tests: one binary, a file a topic.

mod errors;
mod fixtures;
mod harness;
mod hostile;
mod parity;
mod readme;
mod services;
mod transport;
