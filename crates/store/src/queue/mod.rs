//! The queue between those who ask and the threads that own the connections.

mod task;

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

pub(crate) use task::{Kept, Task, Work};

use crate::StoreError;

/// Tasks that wait for a thread. Bounded: past its limit it says so at once rather than letting memory grow.
pub(crate) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    limit: usize,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Box<dyn Task>>,
    closed: bool,
}

impl Queue {
    /// An open queue for at most `limit` waiting tasks.
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            limit,
        }
    }

    /// Adds a task; answers it at once when it cannot wait here.
    pub(crate) fn push(&self, task: Box<dyn Task>) {
        let mut state = self.lock();
        let refusal = if state.closed {
            "it is closing"
        } else if state.waiting.len() >= self.limit {
            "too many are waiting"
        } else {
            state.waiting.push_back(task);
            drop(state);
            self.changed.notify_one();
            return;
        };
        drop(state);
        task.answer(Err(StoreError::unavailable(refusal)));
    }

    /// Waits for tasks and takes up to `most` of them; `None` once the queue is closed and empty.
    pub(crate) fn take(&self, most: usize) -> Option<Vec<Box<dyn Task>>> {
        let mut state = self.lock();
        loop {
            if !state.waiting.is_empty() {
                let count = most.min(state.waiting.len());
                return Some(state.waiting.drain(..count).collect());
            }
            if state.closed {
                return None;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Accepts nothing more; what waits is still served.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
