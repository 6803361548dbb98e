//! What is known of the antivirus at present, for those who look after the house.

use std::sync::{Arc, Mutex, PoisonError};

use parvis_kernel::Instant;

use super::Signatures;

/// How the antivirus stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Seen {
    /// There is none.
    #[default]
    Absent,
    /// It was not asked yet.
    Unknown,
    /// It answers.
    Answers {
        /// With these signatures.
        signatures: Signatures,
        /// When it last did.
        at: Instant,
    },
    /// It does not answer.
    Silent {
        /// Since when.
        since: Instant,
    },
}

/// What the quarantine sees of the antivirus. Cheap to clone: all its clones tell the same.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Mutex<Seen>>);

impl Watch {
    /// Of an antivirus that was not asked yet.
    #[must_use]
    pub fn beginning() -> Self {
        Self(Arc::new(Mutex::new(Seen::Unknown)))
    }

    /// How it stands.
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn answered(&self, signatures: Signatures, at: Instant) {
        self.set(Seen::Answers { signatures, at });
    }

    /// It did not answer: since the first time.
    pub(super) fn kept_silent(&self, now: Instant) {
        if !matches!(self.seen(), Seen::Silent { .. }) {
            self.set(Seen::Silent { since: now });
        }
    }

    fn set(&self, seen: Seen) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = seen;
    }
}
