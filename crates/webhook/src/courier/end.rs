//! What is written after a try.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Instant};
use parvis_store::{StoreError, Tx};

use super::post::Outcome;
use super::take::Taken;
use crate::manage;
use crate::model::Suspension;
use crate::rules::{Next, after_failure, is_to_suspend};
use crate::store;
use crate::store::deliveries::Failed;

/// Writes what became of a try. A try that took too long, and that another one replaced, says nothing any more.
pub(super) fn record(
    tx: &mut Tx<'_>,
    taken: &Taken,
    outcome: &Outcome,
    now: Instant,
) -> Result<(), StoreError> {
    match *outcome {
        Outcome::Delivered(status) => delivered(tx, taken, status, now),
        Outcome::Gone => {
            let gone = Failed {
                status: Some(410),
                reason: "gone",
                next_attempt_at: now,
                given_up_at: Some(now),
            };
            failed(tx, taken, &gone, now)?;
            manage::suspended(tx, &taken.webhook, Suspension::Gone, now)
        }
        Outcome::Failed {
            status,
            reason,
            asked,
        } => {
            let (delivery, attempts) = (&taken.delivery, taken.delivery.attempts);
            let first = delivery.first_attempt_at.unwrap_or(now);
            let next = after_failure(delivery.id, attempts, first, now, asked);
            let (next_attempt_at, given_up_at) = match next {
                Next::At(at) => (at, None),
                Next::GiveUp => (now, Some(now)),
            };
            let own = Failed {
                status,
                reason,
                next_attempt_at,
                given_up_at,
            };
            failed(tx, taken, &own, now)
        }
    }
}

fn delivered(tx: &mut Tx<'_>, taken: &Taken, status: u16, now: Instant) -> Result<(), StoreError> {
    let (webhook, delivery) = (&taken.webhook, &taken.delivery);
    if !store::deliveries::delivered(tx, webhook.organisation, delivery, status, now)? {
        return Ok(());
    }
    store::webhooks::works(tx, webhook)?;
    store::deliveries::wake_after(tx, webhook.organisation, delivery, now)?;
    if let Some(named) = &delivery.dossier {
        let ctx = Ctx::house(webhook.organisation, now);
        let detail = [
            ("webhook", webhook.id.to_string()),
            ("event", delivery.event.code().to_owned()),
        ];
        let subject = Subject::dossier(named.id);
        journal::consulted(&ctx, tx, "webhook.delivered", subject, &detail)?;
    }
    Ok(())
}

fn failed(tx: &mut Tx<'_>, taken: &Taken, failed: &Failed, now: Instant) -> Result<(), StoreError> {
    let (webhook, delivery) = (&taken.webhook, &taken.delivery);
    if !store::deliveries::failed(tx, webhook.organisation, delivery, failed)? {
        return Ok(());
    }
    if failed.given_up_at.is_some() {
        store::deliveries::wake_after(tx, webhook.organisation, delivery, now)?;
    }
    store::webhooks::fails(tx, webhook, now)?;
    let since = store::webhooks::find(tx, webhook.organisation, webhook.id)?;
    let since = since.and_then(|webhook| webhook.failing_since);
    match since.is_some_and(|since| is_to_suspend(since, now)) {
        true => manage::suspended(tx, webhook, Suspension::Failing, now),
        false => Ok(()),
    }
}
