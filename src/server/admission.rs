//! Who is let in: a bounded number of calls, and a bounded number of bytes, at a time.
//!
//! A message is at most some megabytes, but a thousand connections may each send a
//! hundred of them. What is over either bound is refused at once as OVERLOADED, which
//! clients may try again; health and reflection are always let in.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tonic::Status;

use crate::grpc::Draining;
use crate::grpc::status::Failure;

/// What is left for new calls.
#[derive(Clone, Debug)]
pub(super) struct Admission {
    calls: Arc<Semaphore>,
    bytes: Arc<Semaphore>,
    draining: Draining,
}

impl Admission {
    pub(super) fn new(calls_max: u32, bytes_max: u32, draining: Draining) -> Self {
        Self {
            calls: Arc::new(Semaphore::new(calls_max as usize)),
            bytes: Arc::new(Semaphore::new(bytes_max as usize)),
            draining,
        }
    }
}

/// Lets a call in, or refuses it.
pub(super) async fn admit(
    State(admission): State<Admission>,
    request: Request,
    next: Next,
) -> Response {
    if !request.uri().path().starts_with("/copydesk.") {
        return next.run(request).await;
    }
    if admission.draining.is_cancelled() {
        return Status::from(Failure::ShuttingDown).into_http();
    }
    let Ok(_call) = admission.calls.try_acquire_owned() else {
        return Status::from(Failure::Overloaded).into_http();
    };
    let taken = Arc::new(Taken {
        bytes: admission.bytes,
        permit: Mutex::new(None),
    });
    let metered = taken.clone();
    let request = request.map(|inner| {
        Body::new(Metered {
            inner,
            taken: metered,
        })
    });
    let response = next.run(request).await;
    // The request's bytes were in memory until here, its body read or not.
    drop(taken);
    response
}

/// Bytes that one call has taken of those that all may have.
#[derive(Debug)]
struct Taken {
    bytes: Arc<Semaphore>,
    permit: Mutex<Option<OwnedSemaphorePermit>>,
}

impl Taken {
    fn take(&self, n_bytes: usize) -> Result<(), Status> {
        let overloaded = || Status::from(Failure::Overloaded);
        let n_bytes = u32::try_from(n_bytes).map_err(|_| overloaded())?;
        let bytes = self.bytes.clone();
        let more = bytes
            .try_acquire_many_owned(n_bytes)
            .map_err(|_| overloaded())?;
        let mut permit = self.permit.lock().unwrap_or_else(PoisonError::into_inner);
        match permit.as_mut() {
            Some(permit) => permit.merge(more),
            None => *permit = Some(more),
        }
        Ok(())
    }
}

/// A body that counts what comes through it.
struct Metered {
    inner: Body,
    taken: Arc<Taken>,
}

impl HttpBody for Metered {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let frame = Pin::new(&mut self.inner).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &frame
            && let Some(data) = frame.data_ref()
            && let Err(status) = self.taken.take(data.len())
        {
            return Poll::Ready(Some(Err(status.into())));
        }
        frame.map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
