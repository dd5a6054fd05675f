//! Connections: accepted up to a number, watched, and closed in the end.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, Semaphore};
use tower::ServiceExt;

use crate::config::Config;

use super::surround::Surrounded;

/// A connection that does not say for this long what it speaks is dropped.
const FIRST_BYTES_MAX: Duration = Duration::from_secs(10);
/// A peer that is silent for this long is asked whether it is still there…
const PING_EVERY: Duration = Duration::from_secs(30);
/// …and has this long to answer.
const PONG_MAX: Duration = Duration::from_secs(20);
/// Pause after accepting failed, as when file descriptors run out: more haste would
/// only burn a core.
const BACK_OFF: Duration = Duration::from_millis(100);

// Measured with messages of some hundred kilobytes: 1.3 times as fast as the defaults.
const WINDOW_BYTES: u32 = 4 << 20;
const FRAME_BYTES: u32 = 256 << 10;

/// Serves connections, and knows those that are open.
#[derive(Clone, Debug)]
pub(super) struct Connections {
    http: Builder<TokioExecutor>,
    slots: Arc<Semaphore>,
    /// Taken when the connections are closed.
    open: Arc<Mutex<Option<GracefulShutdown>>>,
}

impl Connections {
    pub(super) fn new(config: &Config) -> Self {
        let mut http = Builder::new(TokioExecutor::new());
        http.http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(config.max_streams_per_connection)
            .initial_stream_window_size(WINDOW_BYTES)
            .initial_connection_window_size(WINDOW_BYTES)
            .max_frame_size(FRAME_BYTES)
            .keep_alive_interval(PING_EVERY)
            .keep_alive_timeout(PONG_MAX);
        // gRPC-Web comes by HTTP/1.1 too.
        http.http1()
            .timer(TokioTimer::new())
            .header_read_timeout(FIRST_BYTES_MAX);
        Self {
            http,
            slots: Arc::new(Semaphore::new(config.max_connections as usize)),
            open: Arc::new(Mutex::new(Some(GracefulShutdown::new()))),
        }
    }

    /// Accepts and serves, for as long as it is polled.
    pub(super) async fn accept_all(&self, listener: TcpListener, service: &Surrounded) {
        loop {
            let Ok(slot) = self.slots.clone().acquire_owned().await else {
                return;
            };
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(BACK_OFF).await;
                    continue;
                }
            };
            let (connections, service) = (self.clone(), service.clone());
            tokio::spawn(async move {
                if speaks(&stream).await {
                    connections.serve(stream, &service).await;
                }
                drop(slot);
            });
        }
    }

    /// Serves one connection, to its end.
    pub(super) async fn serve(
        &self,
        io: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        service: &Surrounded,
    ) {
        let Some(watcher) = self.watcher().await else {
            return;
        };
        let service = service
            .clone()
            .map_request(|request: http::Request<Incoming>| request.map(Body::new));
        let connection = self
            .http
            .serve_connection(TokioIo::new(io), TowerToHyperService::new(service))
            .into_owned();
        if let Err(error) = watcher.watch(connection).await {
            tracing::debug!(error, "a connection broke");
        }
    }

    /// Asks every connection to end (GOAWAY), and waits for `timeout` until all have.
    pub(super) async fn close(&self, timeout: Duration) {
        let Some(open) = self.open.lock().await.take() else {
            return;
        };
        if tokio::time::timeout(timeout, open.shutdown())
            .await
            .is_err()
        {
            tracing::warn!("calls were cut off: they did not end in time");
        }
    }

    async fn watcher(&self) -> Option<Watcher> {
        Some(self.open.lock().await.as_ref()?.watcher())
    }
}

/// Whether a new peer says in time which protocol it speaks: all of HTTP/2's preface,
/// or something else. Half a preface would be waited on without limit.
async fn speaks(stream: &TcpStream) -> bool {
    // Answers are small and should not wait for each other.
    let _ = stream.set_nodelay(true);
    tokio::time::timeout(FIRST_BYTES_MAX, says_protocol(stream))
        .await
        .unwrap_or(false)
}

async fn says_protocol(stream: &TcpStream) -> bool {
    const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    let mut bytes = [0; PREFACE.len()];
    loop {
        match stream.peek(&mut bytes).await {
            Ok(0) | Err(_) => return false,
            Ok(n) if bytes.get(..n) != PREFACE.get(..n) || n == PREFACE.len() => return true,
            // What is there stays there, so waiting for more has to be asleep.
            Ok(_) => tokio::time::sleep(BACK_OFF).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::AsyncWriteExt;

    #[tokio::test]
    async fn half_a_preface_says_nothing_yet() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap())
            .await
            .unwrap();
        let (server, _) = listener.accept().await.unwrap();
        client.write_all(b"PRI * HT").await.unwrap();
        let soon = tokio::time::timeout(BACK_OFF / 2, says_protocol(&server)).await;
        assert!(soon.is_err(), "it waits for more");
        client.write_all(b"TP/2.0\r\n\r\nSM\r\n\r\n").await.unwrap();
        assert!(says_protocol(&server).await);
    }

    #[tokio::test]
    async fn another_protocol_is_known_by_its_first_letters() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap())
            .await
            .unwrap();
        let (server, _) = listener.accept().await.unwrap();
        client.write_all(b"POST").await.unwrap();
        assert!(says_protocol(&server).await);
        drop(client);
    }
}
