//! What this room publishes.

use parvis_kernel::{Fact, Instant};

use crate::model::Webhook;

/// The house stopped sending to a webhook by itself. Subject: the webhook.
pub const SUSPENDED: &str = "webhook.suspended.v1";

pub(crate) fn suspended(webhook: &Webhook, now: Instant) -> Fact {
    Fact::new(webhook.organisation, SUSPENDED, webhook.id.uuid(), now)
}
