//! The server: the services of [`grpc`], put together with all that a
//! gRPC server in a mesh needs.
//!
//! `surround` tells what is around a call and in which order.

mod accept;
mod admission;
mod browser;
mod compression;
mod correction;
mod deadline;
mod drain;
mod identity;
mod panics;
mod surround;

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tonic::service::Routes;

use crate::Engine;
use crate::config::Config;
use crate::grpc::offload::Offload;
use crate::grpc::{self, DESCRIPTOR_SET, Draining, Memory};

use admission::Admission;
use surround::Surrounded;

/// A server, put together and ready to be given connections.
#[derive(Clone, Debug)]
pub struct Server {
    service: Surrounded,
    connections: accept::Connections,
    health: drain::Health,
    draining: Draining,
    drain_delay: Duration,
    drain_timeout: Duration,
}

/// Why a server cannot start or go on.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The system gives no threads.
    #[error("no threads for analyses")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The schema cannot be served by reflection.
    #[error("no reflection")]
    Reflection(#[from] tonic_reflection::server::Error),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address asked for.
        address: std::net::SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl Server {
    /// Puts a server together.
    ///
    /// # Errors
    ///
    /// Where the system gives no threads.
    pub fn new(config: &Config) -> Result<Self, ServeError> {
        let draining = Draining::new();
        let health = drain::Health::new();
        let offload = Offload::new(config.threads(), config.queue.into())?;
        let services = grpc::routes(Engine::new(), config.limits(), offload, draining.clone());
        let services = with_common_services(services, config, &health)?;
        let bytes = Semaphore::new(config.max_bytes_in_flight as usize);
        let admission = Admission::new(
            config.max_calls,
            Memory(Arc::new(bytes)),
            config.limits().message_bytes_max,
            draining.clone(),
        );
        let services = services.into_axum_router();
        Ok(Self {
            service: Surrounded::new(services, config, admission, draining.clone()),
            connections: accept::Connections::new(config),
            health,
            draining,
            drain_delay: Duration::from_secs(config.drain_delay_seconds.into()),
            drain_timeout: Duration::from_secs(config.drain_timeout_seconds.into()),
        })
    }

    /// Serves what `listener` accepts until `shutdown`, then lets calls end.
    pub async fn serve(self, listener: TcpListener, shutdown: impl Future<Output = ()>) {
        self.health.set_serving(true).await;
        {
            let mut accepting = pin!(self.connections.accept_all(listener, &self.service));
            tokio::select! {
                () = accepting.as_mut() => {}
                () = shutdown => {}
            }
            tracing::info!("asked to end");
            self.health.set_serving(false).await;
            // Load balancers need a while to see it; until then calls still come.
            let _ = tokio::time::timeout(self.drain_delay, accepting).await;
        } // the listener is closed here
        self.draining.cancel();
        self.connections.close(self.drain_timeout).await;
        tracing::info!("ended");
    }

    /// Serves one connection, to its end; for transports in memory.
    pub async fn serve_connection(&self, io: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) {
        self.health.set_serving(true).await;
        self.connections.serve(io, &self.service).await;
    }

    /// Refuses new calls and ends streams; calls under way go on.
    pub async fn begin_draining(&self) {
        self.health.set_serving(false).await;
        self.draining.cancel();
    }
}

/// Adds health, by service, and reflection, in both versions that clients speak.
fn with_common_services(
    services: Routes,
    config: &Config,
    health: &drain::Health,
) -> Result<Routes, ServeError> {
    let services = services.add_service(health.service());
    if !config.reflection {
        return Ok(services);
    }
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(tonic_reflection::pb::v1::FILE_DESCRIPTOR_SET)
            .register_encoded_file_descriptor_set(
                tonic_reflection::pb::v1alpha::FILE_DESCRIPTOR_SET,
            )
            .include_reflection_service(false)
    };
    Ok(services
        .add_service(reflection().build_v1()?)
        .add_service(reflection().build_v1alpha()?))
}
