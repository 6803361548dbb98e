//! A body read piece by piece, so that no part of a form can fill the memory.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::body::BodyDataStream;
use bytes::Bytes;
use futures::Stream;

/// Bytes given at once.
const SLICE: usize = 64 * 1024;
/// Bytes that may be read without anything coming out of them: the headers of a part.
const MOST_UNREAD: usize = 512 * 1024;

/// What a form with files may weigh, and how much of it was read without result.
#[derive(Clone, Default)]
pub(super) struct Meter {
    unread: Arc<AtomicUsize>,
    too_large: Arc<AtomicBool>,
}

impl Meter {
    /// Something came out of what was read.
    pub(super) fn advance(&self) {
        self.unread.store(0, Ordering::Relaxed);
    }

    /// Whether reading stopped because there was too much.
    pub(super) fn is_too_large(&self) -> bool {
        self.too_large.load(Ordering::Relaxed)
    }
}

/// The stream stopped.
#[derive(Debug, thiserror::Error)]
#[error("the form is too large, or its sending stopped")]
pub(super) struct Stopped;

/// A body in slices. After each, the reader is given the time to use it before the next one comes.
pub(super) struct Paced {
    body: BodyDataStream,
    held: Bytes,
    pause: bool,
    left: u64,
    meter: Meter,
}

impl Paced {
    pub(super) fn new(body: BodyDataStream, most: u64, meter: Meter) -> Self {
        Self {
            body,
            held: Bytes::new(),
            pause: false,
            left: most,
            meter,
        }
    }

    fn slice(&mut self) -> Option<Result<Bytes, Stopped>> {
        if self.held.is_empty() {
            return None;
        }
        let slice = self.held.split_to(self.held.len().min(SLICE));
        let unread = self.meter.unread.fetch_add(slice.len(), Ordering::Relaxed) + slice.len();
        let fits = u64::try_from(slice.len())
            .ok()
            .and_then(|size| self.left.checked_sub(size));
        match fits {
            Some(left) if unread <= MOST_UNREAD => {
                self.left = left;
                self.pause = true;
                Some(Ok(slice))
            }
            _ => {
                self.meter.too_large.store(true, Ordering::Relaxed);
                Some(Err(Stopped))
            }
        }
    }
}

impl Stream for Paced {
    type Item = Result<Bytes, Stopped>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.pause) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        loop {
            if let Some(slice) = self.slice() {
                return Poll::Ready(Some(slice));
            }
            match Pin::new(&mut self.body).poll_next(cx) {
                Poll::Ready(Some(Ok(bytes))) => self.held = bytes,
                Poll::Ready(Some(Err(_))) => return Poll::Ready(Some(Err(Stopped))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}
