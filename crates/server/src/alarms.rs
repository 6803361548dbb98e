//! What those who administer are told at once.

use parvis_jobs::Subscriber;
use parvis_kernel::{Ctx, Fact, Failure, Instant};
use parvis_notify::Alarm;
use parvis_store::Tx;

/// A webhook that the house suspended; a dossier that no rule led to a group.
pub(crate) const SUBSCRIBERS: &[Subscriber] = &[
    Subscriber {
        name: "alarms.webhook",
        kinds: &[parvis_webhook::SUSPENDED],
        deliver: |fact, now, tx| raise(fact, now, tx, Alarm::WebhookSuspended),
    },
    Subscriber {
        name: "alarms.unrouted",
        kinds: &[parvis_dossier::facts::UNROUTED],
        deliver: |fact, now, tx| raise(fact, now, tx, Alarm::Unrouted),
    },
];

fn raise(fact: &Fact, now: Instant, tx: &mut Tx<'_>, alarm: Alarm) -> Result<(), Failure> {
    let ctx = Ctx::house(fact.organisation, now);
    parvis_notify::raise(&ctx, tx, alarm).map_err(|error| Failure::new("planning an alarm", error))
}
