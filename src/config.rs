//! Every setting of the server, with its default. The one place that reads the
//! environment: a flag wins over `COPYDESK_…`, which wins over the default.

use std::net::SocketAddr;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::{Args, ValueEnum};
use http::HeaderValue;

use crate::base::Limits;

/// Settings of `copydesk serve`.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address to listen on; loopback unless you say otherwise.
    #[arg(
        long,
        env = "COPYDESK_LISTEN",
        default_value = "127.0.0.1:50051",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,

    /// Threads for analyses [default: one less than there are cores, at least 1].
    #[arg(long, env = "COPYDESK_THREADS", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,

    /// Calls that may wait for a thread; more are refused as OVERLOADED.
    #[arg(long, env = "COPYDESK_QUEUE", default_value_t = 256)]
    pub queue: u16,

    /// Connections at a time; more wait to be accepted.
    #[arg(long, env = "COPYDESK_MAX_CONNECTIONS", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections: u32,

    /// Streams of one connection at a time.
    #[arg(long, env = "COPYDESK_MAX_STREAMS_PER_CONNECTION", default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_streams_per_connection: u32,

    /// Calls at a time, open streams too; more are refused as OVERLOADED.
    #[arg(long, env = "COPYDESK_MAX_CALLS", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_calls: u32,

    /// Bytes of requests that may wait in memory; more are refused as OVERLOADED.
    #[arg(long, env = "COPYDESK_MAX_BYTES_IN_FLIGHT", default_value_t = 512 << 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_bytes_in_flight: u32,

    /// Characters of one document.
    #[arg(long, env = "COPYDESK_MAX_DOCUMENT_CHARACTERS", default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    pub max_document_characters: u32,

    /// Characters of all texts of one request.
    #[arg(long, env = "COPYDESK_MAX_REQUEST_CHARACTERS", default_value_t = 4_000_000, value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    pub max_request_characters: u32,

    /// Bytes of one message, either way.
    #[arg(long, env = "COPYDESK_MAX_MESSAGE_BYTES", default_value_t = 16 << 20, value_parser = clap::value_parser!(u32).range(1_024..=1 << 30))]
    pub max_message_bytes: u32,

    /// Seconds that one call may take.
    #[arg(long, env = "COPYDESK_MAX_CALL_SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub max_call_seconds: u32,

    /// Origins whose pages may call by gRPC-Web, such as `https://desk.example.org`; `*`
    /// for all.
    #[arg(
        long,
        env = "COPYDESK_CORS_ORIGINS",
        value_delimiter = ',',
        value_name = "ORIGIN",
        value_parser = origin
    )]
    pub cors_origins: Vec<HeaderValue>,

    /// Whether to serve the schema by reflection, as grpcurl needs it.
    #[arg(long, env = "COPYDESK_REFLECTION", default_value_t = true, action = clap::ArgAction::Set)]
    pub reflection: bool,

    /// Seconds to go on serving, with health NOT_SERVING, after a signal to end.
    #[arg(long, env = "COPYDESK_DRAIN_DELAY_SECONDS", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=3_600))]
    pub drain_delay_seconds: u32,

    /// Seconds after which calls still under way are cut off.
    #[arg(long, env = "COPYDESK_DRAIN_TIMEOUT_SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=3_600))]
    pub drain_timeout_seconds: u32,

    /// What to log, such as `info` or `copydesk=debug`; never any text of a document.
    #[arg(
        long,
        env = "COPYDESK_LOG",
        default_value = "info",
        value_name = "FILTER"
    )]
    pub log: String,

    /// How to log.
    #[arg(long, env = "COPYDESK_LOG_FORMAT", default_value = "auto")]
    pub log_format: LogFormat,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Text on a terminal, else JSON.
    Auto,
    /// For people.
    Text,
    /// For machines: an object a line.
    Json,
}

impl Config {
    /// The limits on what a call may carry.
    pub fn limits(&self) -> Limits {
        Limits {
            document_characters_max: self.max_document_characters as usize,
            request_characters_max: self.max_request_characters as usize,
            message_bytes_max: self.max_message_bytes as usize,
            call_duration_max: Duration::from_secs(self.max_call_seconds.into()),
            ..Limits::default()
        }
    }

    /// Threads for analyses: one core is left to the wire.
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(threads_by_default, usize::from)
    }
}

/// An origin as browsers send it: scheme, host and port, and no path.
fn origin(text: &str) -> Result<HeaderValue, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_origin = host.is_some_and(|host| !host.is_empty() && !host.contains('/'));
    if text != "*" && !is_origin {
        return Err("an origin is `https://` or `http://` and a host, without a path".to_owned());
    }
    HeaderValue::from_str(text).map_err(|error| error.to_string())
}

/// One less than there are cores, at least 1.
pub fn threads_by_default() -> usize {
    available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn defaults_are_those_of_the_library() {
        let config = Command::parse_from(["serve"]).config;
        assert_eq!(config.limits(), Limits::default());
        assert!(config.listen.ip().is_loopback());
    }

    #[test]
    fn origins_are_read_as_browsers_send_them() {
        for right in ["*", "https://desk.example.org", "http://localhost:8080"] {
            assert!(origin(right).is_ok(), "{right}");
        }
        for wrong in [
            "",
            "desk.example.org",
            "https://",
            "https://example.org/desk",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
