//! `copydesk serve`: the server, until a signal ends it.

use std::process::exit;

use anyhow::{Context, anyhow};
use clap::Args;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::config::Config;
use crate::server::{ServeError, Server};
use crate::telemetry;

use super::Outcome;
use super::usage::BadUsage;

const EXAMPLES: &str = "\
Examples:
  copydesk serve
  copydesk serve --listen 127.0.0.1:50051 --log-format json
  COPYDESK_MAX_CALL_SECONDS=5 copydesk serve";

/// Serves the API over gRPC until SIGTERM or SIGINT.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let config = &options.config;
    telemetry::start(&config.log, config.log_format)
        .map_err(|error| BadUsage(format!("`--log` cannot be read: {error}")))?;
    telemetry::hush_panics();
    let runtime = Runtime::new().context("no runtime")?;
    runtime.block_on(serve(config))?;
    Ok(Outcome::Complete)
}

async fn serve(config: &Config) -> anyhow::Result<()> {
    let server = Server::new(config)?;
    let address = config.listen;
    let listener = TcpListener::bind(address).await.map_err(|source| {
        let error = anyhow::Error::from(ServeError::Listen { address, source });
        anyhow!("{error:#}: `--listen` takes another address")
    })?;
    let shutdown = signalled()?;
    // Port 0 is any: only the listener knows which.
    let address = listener.local_addr().context("no address")?;
    let version = env!("CARGO_PKG_VERSION");
    tracing::info!(%address, version, "listening");
    server.serve(listener, shutdown).await;
    Ok(())
}

/// Ends with the first signal to end. The second ends the process at once.
fn signalled() -> anyhow::Result<impl Future<Output = ()>> {
    let (first, shutdown) = oneshot::channel();
    let mut signals = Signals::new().context("no signals")?;
    tokio::spawn(async move {
        signals.next().await;
        let _ = first.send(());
        signals.next().await;
        tracing::warn!("asked to end again: ending at once");
        exit(1);
    });
    Ok(async move {
        let _ = shutdown.await;
    })
}

/// SIGTERM and SIGINT.
#[cfg(unix)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        // Without a handler there is no signal to wait for.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
