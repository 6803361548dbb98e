//! Facts: what a room publishes, the only thing that other rooms hear.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{FactId, Instant, OrganisationId};

/// A published fact: something that happened, with identifiers only (no personal data, secret or code).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its identifier; subscribers are idempotent on it.
    pub id: FactId,
    /// Where it happened.
    pub organisation: OrganisationId,
    /// What happened, with a version: `dossier.submitted.v1`.
    pub kind: String,
    /// What it happened to.
    pub subject: Uuid,
    /// Other identifiers, by name.
    #[serde(default)]
    pub detail: serde_json::Map<String, serde_json::Value>,
    /// When it happened.
    pub at: Instant,
    /// Not delivered before this instant: the time left to undo an outgoing act.
    pub hold_until: Instant,
}

impl Fact {
    /// A fact that is delivered at once.
    #[must_use]
    pub fn new(
        organisation: OrganisationId,
        kind: impl Into<String>,
        subject: Uuid,
        at: Instant,
    ) -> Self {
        Self {
            id: FactId::new(),
            organisation,
            kind: kind.into(),
            subject,
            detail: serde_json::Map::new(),
            at,
            hold_until: at,
        }
    }

    /// Adds an identifier.
    #[must_use]
    pub fn with(mut self, name: &str, id: impl ToString) -> Self {
        self.detail
            .insert(name.to_owned(), serde_json::Value::String(id.to_string()));
        self
    }

    /// Holds the delivery until an instant.
    #[must_use]
    pub const fn held_until(mut self, instant: Instant) -> Self {
        self.hold_until = instant;
        self
    }
}
