//! One act or one read, waiting for its turn with the promise to answer.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{StoreError, Tx};

/// Whether the transaction of a task is to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It answered `Ok`.
    Yes,
    /// It answered an error, or panicked: undo it.
    No,
}

/// What a thread needs to know of a waiting closure, whatever it returns.
pub(crate) trait Task: Send {
    /// Runs the closure and keeps its result aside. It may be called again.
    fn run(&mut self, tx: &mut Tx<'_>) -> Kept;

    /// Gives the result kept aside, or the failure of the whole transaction in its place.
    fn answer(self: Box<Self>, outcome: Result<(), StoreError>);
}

/// A closure, its result, and where to send it.
pub(crate) struct Work<F, T, E, R> {
    act: F,
    result: Option<Result<T, E>>,
    reply: R,
}

impl<F, T, E, R> Work<F, T, E, R> {
    pub(crate) const fn new(act: F, reply: R) -> Self {
        Self {
            act,
            result: None,
            reply,
        }
    }
}

impl<F, T, E, R> Task for Work<F, T, E, R>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
    R: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Kept {
        let result = catch_unwind(AssertUnwindSafe(|| (self.act)(tx)))
            .unwrap_or_else(|_| Err(E::from(StoreError::Panicked)));
        let result = match (result, tx.failed()) {
            (Ok(_), Some(error)) => Err(E::from(error.clone())),
            (result, _) => result,
        };
        let kept = if result.is_ok() { Kept::Yes } else { Kept::No };
        self.result = Some(result);
        kept
    }

    fn answer(self: Box<Self>, outcome: Result<(), StoreError>) {
        let never_ran = || Err(E::from(StoreError::unavailable("the act did not run")));
        let result = match outcome {
            Ok(()) => self.result.unwrap_or_else(never_ran),
            Err(error) => Err(E::from(error)),
        };
        (self.reply)(result);
    }
}
