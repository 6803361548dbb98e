//! A post that keeps mails in memory, for tests.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Post, PostFuture};
use crate::message::Outgoing;

/// Keeps every mail. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<Outgoing>>>);

impl Memory {
    /// The mails so far, oldest first.
    #[must_use]
    pub fn mails(&self) -> Vec<Outgoing> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Post for Memory {
    fn carry<'a>(&'a self, mail: &'a Outgoing) -> PostFuture<'a> {
        Box::pin(async move {
            let mut mails = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            mails.push(mail.clone());
            Ok(())
        })
    }
}
