//! Who is let in: a bounded number of calls, and a bounded number of bytes, at a time.
//!
//! A message is at most some megabytes, but a thousand connections may each send a
//! hundred of them. What is over either bound is refused at once as OVERLOADED, which
//! clients may try again; health and reflection are always let in.
//!
//! Bytes are counted twice: here as they stand on the wire, until they have been read;
//! then by the call, as large as they are once decompressed, until it is answered.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::response::Response;
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tonic::Status;

use crate::grpc::status::Failure;
use crate::grpc::{Draining, Memory};

/// What is left for new calls.
#[derive(Clone, Debug)]
pub(super) struct Admission {
    calls: Arc<Semaphore>,
    memory: Memory,
    message_bytes_max: usize,
    draining: Draining,
}

impl Admission {
    pub(super) fn new(
        calls_max: u32,
        memory: Memory,
        message_bytes_max: usize,
        draining: Draining,
    ) -> Self {
        Self {
            calls: Arc::new(Semaphore::new(calls_max as usize)),
            memory,
            message_bytes_max,
            draining,
        }
    }
}

/// A call that was let in, until its answer has ended.
pub(super) struct Admitted(Option<OwnedSemaphorePermit>);

impl Admission {
    /// Lets a call in, whose bytes count from now on, or refuses it.
    pub(super) fn admit(&self, mut request: Request) -> Result<(Request, Admitted), Failure> {
        if !request.uri().path().starts_with("/copydesk.") {
            return Ok((request, Admitted(None)));
        }
        if self.draining.is_cancelled() {
            return Err(Failure::ShuttingDown);
        }
        let call = self.calls.clone().try_acquire_owned();
        let call = call.map_err(|_| Failure::Overloaded)?;
        request.extensions_mut().insert(self.memory.clone());
        let request = request.map(|inner| {
            Body::new(Metered {
                inner,
                memory: self.memory.clone(),
                held: None,
                held_max: self.message_bytes_max,
            })
        });
        Ok((request, Admitted(Some(call))))
    }
}

impl Admitted {
    /// The answer, with whose end the call ends: a stream goes on after its headers.
    pub(super) fn until_end_of(self, response: Response) -> Response {
        match self.0 {
            Some(call) => response.map(|inner| Body::new(Counted { inner, _call: call })),
            None => response,
        }
    }
}

/// A request's body, whose bytes count until they have been read.
struct Metered {
    inner: Body,
    memory: Memory,
    held: Option<OwnedSemaphorePermit>,
    /// Most that can wait to be read: more is asked for only once all whole messages
    /// are read, so a stream may go on for ever.
    held_max: usize,
}

impl Metered {
    fn take(&mut self, n_bytes: usize) -> Result<(), Status> {
        if let Some(held) = self.held.as_mut() {
            // What was read before has been used, but for the beginning of one message.
            let used = held.num_permits().saturating_sub(self.held_max);
            drop(held.split(used));
        }
        let more = self.memory.take(n_bytes)?;
        match self.held.as_mut() {
            Some(held) => held.merge(more),
            None => self.held = Some(more),
        }
        Ok(())
    }
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
            && let Err(status) = self.take(data.len())
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

/// An answer's body, which is a call under way until it is dropped.
struct Counted {
    inner: Body,
    _call: OwnedSemaphorePermit,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.inner).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
