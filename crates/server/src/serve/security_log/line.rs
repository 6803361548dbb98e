//! One event, as a line.

use parvis_journal::Entry;
use parvis_kernel::Instant;
use serde_json::json;

/// What the verbs of refusals end with: they are warnings.
const REFUSALS: [&str; 3] = ["refused", "wrong", "limited"];

/// One event: identifiers only, never a name, an address or a code.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// When.
    pub(super) at: Instant,
    /// What happened.
    pub(super) verb: String,
    /// The whole event, as JSON on one line.
    pub(super) json: String,
}

impl Line {
    pub(super) fn of(entry: &Entry, organisation: Option<String>) -> Self {
        let event = json!({
            "id": entry.id,
            "time": entry.at.to_string(),
            "organisation": organisation.unwrap_or_else(|| entry.organisation.to_string()),
            "event": entry.verb,
            "refused": is_refusal(&entry.verb),
            "actor": { "kind": entry.actor_kind, "id": entry.actor_id },
            "channel": entry.channel,
            "purpose": entry.purpose,
            "subject": { "kind": entry.subject.kind, "id": entry.subject.id },
            "detail": entry.detail,
        });
        Self {
            at: entry.at,
            verb: entry.verb.clone(),
            json: event.to_string(),
        }
    }

    pub(super) fn is_refusal(&self) -> bool {
        is_refusal(&self.verb)
    }
}

fn is_refusal(verb: &str) -> bool {
    REFUSALS.iter().any(|end| verb.ends_with(end))
}
