//! The services, called in this process.

use anyhow::Context;
use serde_json::Value;
use tokio::runtime::{self, Runtime};

use crate::Engine;
use crate::base::Limits;
use crate::config::threads_by_default;
use crate::grpc::json::JsonApi;
use crate::grpc::offload::Offload;
use crate::grpc::{self, Draining};

use super::input::{in_our_terms, limits};
use super::output::write_json;

/// The services, for one call at a time.
pub(super) struct Api {
    runtime: Runtime,
    services: JsonApi,
}

impl Api {
    pub(super) fn new() -> anyhow::Result<Self> {
        Self::with_limits(limits())
    }

    /// The services as a server with the default settings has them.
    pub(super) fn of_server() -> anyhow::Result<Self> {
        Self::with_limits(Limits::default())
    }

    fn with_limits(limits: Limits) -> anyhow::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        Ok(Self {
            runtime: runtime.context("no runtime")?,
            services: services(limits, 1)?,
        })
    }

    /// Calls `method` and writes its answer.
    pub(super) fn print(&self, method: &str, request: &Value) -> anyhow::Result<()> {
        let call = self.services.call(method, request.to_string());
        let answer = self.runtime.block_on(call);
        Ok(write_json(&answer.map_err(in_our_terms)?)?)
    }
}

/// The services within `limits`, for up to `calls` at a time.
pub(super) fn services(limits: Limits, calls: usize) -> anyhow::Result<JsonApi> {
    let offload = Offload::new(threads_by_default(), calls).context("no threads for analyses")?;
    let routes = grpc::routes(Engine::new(), limits, offload, Draining::new());
    Ok(JsonApi::new(routes))
}
