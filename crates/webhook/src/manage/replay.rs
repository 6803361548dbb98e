//! Sending again, and sending a test.

use parvis_access::AccessError;
use parvis_kernel::{Ctx, DeliveryId, Instant, WebhookId};
use parvis_store::Tx;

use super::act::{to_change, trace};
use crate::error::WebhookError;
use crate::model::{Delivery, Event, Webhook};
use crate::store;

/// Messages sent again by one transaction.
const AT_ONCE: i64 = 500;

/// Sends one message again, with the same identifier; one that is still to be sent is left as it is.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Suspended`.
pub fn replay(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: WebhookId,
    delivery: DeliveryId,
) -> Result<Delivery, WebhookError> {
    sending(ctx, tx, id)?;
    of_webhook(ctx, tx, id, delivery)?;
    if store::deliveries::replay(tx, ctx.organisation, delivery, ctx.now)? {
        let detail = [("delivery", delivery.to_string())];
        trace(ctx, tx, "webhook.replayed", id, &detail)?;
    }
    of_webhook(ctx, tx, id, delivery)
}

fn of_webhook(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: WebhookId,
    delivery: DeliveryId,
) -> Result<Delivery, WebhookError> {
    let found = store::deliveries::find(tx, ctx.organisation, delivery)?;
    let found = found.filter(|delivery| delivery.webhook == id);
    Ok(found.ok_or(AccessError::NotFound)?)
}

/// Sends again some of what happened since an instant; how many, to be asked again with the same context until none is left.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Suspended`.
pub fn replay_since(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: WebhookId,
    since: Instant,
) -> Result<u64, WebhookError> {
    let webhook = sending(ctx, tx, id)?;
    let mut replayed = 0;
    for delivery in store::deliveries::to_replay(tx, &webhook, since, ctx.now, AT_ONCE)? {
        replayed += u64::from(store::deliveries::replay(
            tx,
            ctx.organisation,
            delivery,
            ctx.now,
        )?);
    }
    if replayed > 0 {
        let detail = [
            ("since", since.to_string()),
            ("count", replayed.to_string()),
        ];
        trace(ctx, tx, "webhook.replayed", id, &detail)?;
    }
    Ok(replayed)
}

/// Sends a test, which names no dossier.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Suspended`.
pub fn ping(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<Delivery, WebhookError> {
    let webhook = sending(ctx, tx, id)?;
    let delivery = Delivery {
        id: DeliveryId::new(),
        webhook: webhook.id,
        event: Event::Ping,
        dossier: None,
        happened_at: ctx.now,
        ordered_at: ctx.now,
        created_at: ctx.now,
        attempts: 0,
        first_attempt_at: None,
        next_attempt_at: ctx.now,
        delivered_at: None,
        given_up_at: None,
        status: None,
        reason: None,
    };
    store::deliveries::insert(tx, ctx.organisation, &delivery)?;
    trace(ctx, tx, "webhook.pinged", id, &[])?;
    Ok(delivery)
}

/// A webhook to which something may be sent.
fn sending(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<Webhook, WebhookError> {
    let webhook = to_change(ctx, tx, id)?;
    match webhook.suspended {
        Some(_) => Err(WebhookError::Suspended),
        None => Ok(webhook),
    }
}
