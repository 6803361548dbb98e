//! The acts on webhooks.

use parvis_access::token;
use parvis_access::{AccessError, Right, Target, authorize};
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, Ctx, DeliveryId, Instant, Personal, WebhookId};
use parvis_outside::Policy;
use parvis_store::{StoreError, Tx};

use super::settings::{self, NewWebhook, Settings};
use crate::error::WebhookError;
use crate::facts;
use crate::model::{Delivery, Suspension, Webhook};
use crate::secret::written;
use crate::store;

/// Makes a webhook. An application makes it within the limits of its token; who administers, for all dossiers.
///
/// # Errors
/// `Forbidden`; `Name`, `Address`, `Events`; `AlreadyThere`, `TooMany`.
pub fn create(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    policy: Policy,
    new: &NewWebhook,
) -> Result<Webhook, WebhookError> {
    authorize(ctx, tx, Right::ManageWebhooks, Target::Organisation)?;
    let webhook = Webhook {
        organisation: ctx.organisation,
        id: WebhookId::new(),
        name: settings::name(&new.name)?,
        url: settings::url(&new.url, policy)?,
        events: settings::events(&new.events)?,
        token: ctx.actor.token(),
        created_by: ctx.actor.agent(),
        created_at: ctx.now,
        generation: 1,
        rotated_at: None,
        failing_since: None,
        suspended: None,
    };
    let others = alone_at_its_address(tx, &webhook)?;
    if others.len() >= store::webhooks::MOST {
        let most = store::webhooks::MOST;
        return Err(WebhookError::TooMany { most });
    }
    store::webhooks::insert(tx, &webhook)?;
    trace(ctx, tx, "webhook.created", webhook.id, &[])?;
    Ok(webhook)
}

/// The webhooks of the organisation, when no other of the same maker leads to the same address.
fn alone_at_its_address(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<Vec<Webhook>, WebhookError> {
    let all = store::webhooks::all(tx, webhook.organisation)?;
    let same = |other: &Webhook| {
        other.id != webhook.id && other.url == webhook.url && other.token == webhook.token
    };
    match all.iter().any(same) {
        true => Err(WebhookError::AlreadyThere),
        false => Ok(all),
    }
}

/// The webhooks: those of the application that asks, or all of them.
///
/// # Errors
/// `Forbidden`.
pub fn list(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Webhook>, WebhookError> {
    may_read(ctx, tx)?;
    let mut all = store::webhooks::all(tx, ctx.organisation)?;
    all.retain(|webhook| is_known(ctx, webhook));
    Ok(all)
}

/// One webhook.
///
/// # Errors
/// `Forbidden`; `NotFound`, also for that of another application.
pub fn find(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<Webhook, WebhookError> {
    may_read(ctx, tx)?;
    known(ctx, tx, id)
}

/// The webhook that an act changes.
pub(crate) fn to_change(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: WebhookId,
) -> Result<Webhook, WebhookError> {
    authorize(ctx, tx, Right::ManageWebhooks, Target::Organisation)?;
    known(ctx, tx, id)
}

fn may_read(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let right = match ctx.actor {
        Actor::Machine(_) => Right::ManageWebhooks,
        _ => Right::ReadAdministration,
    };
    authorize(ctx, tx, right, Target::Organisation)
}

fn known(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<Webhook, WebhookError> {
    let found = store::webhooks::find(tx, ctx.organisation, id)?;
    let found = found.filter(|webhook| is_known(ctx, webhook));
    Ok(found.ok_or(AccessError::NotFound)?)
}

/// An application knows its own webhooks only.
fn is_known(ctx: &Ctx, webhook: &Webhook) -> bool {
    ctx.actor
        .token()
        .is_none_or(|own| webhook.token == Some(own))
}

/// Changes what a webhook is called, where it leads, what it is told.
///
/// # Errors
/// As [`create`], without `TooMany`.
pub fn change(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    policy: Policy,
    id: WebhookId,
    asked: &Settings,
) -> Result<Webhook, WebhookError> {
    let mut webhook = to_change(ctx, tx, id)?;
    let mut fields = Vec::new();
    if let Some(name) = &asked.name {
        webhook.name = settings::name(name)?;
        fields.push("name");
    }
    if let Some(url) = &asked.url {
        webhook.url = settings::url(url, policy)?;
        alone_at_its_address(tx, &webhook)?;
        fields.push("url");
    }
    if let Some(events) = &asked.events {
        webhook.events = settings::events(events)?;
        fields.push("events");
    }
    if !fields.is_empty() {
        store::webhooks::change(tx, &webhook)?;
        let detail = [("fields", fields.join(" "))];
        trace(ctx, tx, "webhook.changed", id, &detail)?;
    }
    Ok(webhook)
}

/// Forgets a webhook and what it was told.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub fn delete(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<(), WebhookError> {
    let webhook = to_change(ctx, tx, id)?;
    store::deliveries::delete_of(tx, &webhook)?;
    store::webhooks::delete(tx, &webhook)?;
    trace(ctx, tx, "webhook.deleted", id, &[])
}

/// Replaces the secret. The one before signs beside it for a day, so that a receiver changes it without losing a message.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub fn rotate(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<Webhook, WebhookError> {
    to_change(ctx, tx, id)?;
    store::webhooks::rotate(ctx, tx, id)?;
    trace(ctx, tx, "webhook.secret_replaced", id, &[])?;
    known(ctx, tx, id)
}

/// The secret of a webhook, to be shown once to who made or replaced it.
#[must_use]
pub fn secret(tx: &Tx<'_>, webhook: &Webhook) -> Personal<String> {
    written(tx.vault(), webhook)
}

/// Sends nothing more until it is resumed; what happens meanwhile waits. A second time changes nothing.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub fn suspend(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<(), WebhookError> {
    let webhook = to_change(ctx, tx, id)?;
    if store::webhooks::suspend(tx, &webhook, Suspension::Asked, ctx.now)? {
        trace(ctx, tx, "webhook.suspended", id, &[])?;
    }
    Ok(())
}

/// An organisation arrives from another installation: its webhooks have other secrets here, and wait until their receivers know
/// them. Whoever calls this holds the master key and the database. Says how many webhooks there are.
///
/// # Errors
/// Those of the store.
pub fn arrived(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    store::webhooks::suspend_all(tx, ctx.organisation, Suspension::Moved, ctx.now)
}

/// The house stops sending to a webhook, and says so to who administers.
pub(crate) fn suspended(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    why: Suspension,
    now: Instant,
) -> Result<(), StoreError> {
    if !store::webhooks::suspend(tx, webhook, why, now)? {
        return Ok(());
    }
    let ctx = Ctx::house(webhook.organisation, now);
    let detail = [("reason", why.code().to_owned())];
    let subject = subject(webhook.id);
    journal::security(&ctx, tx, "webhook.suspended", subject, &detail)?;
    jobs::publish(tx, &facts::suspended(webhook, now))
}

/// Sends again, beginning with what waited. A webhook that is not suspended is left as it is.
///
/// # Errors
/// `Forbidden`, `NotFound`; `TokenEnded`.
pub fn resume(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<(), WebhookError> {
    let webhook = to_change(ctx, tx, id)?;
    if let Some(token) = webhook.token {
        let token = token::find(tx, ctx.organisation, token)?;
        if !token.is_some_and(|token| token.is_live(ctx.now)) {
            return Err(WebhookError::TokenEnded);
        }
    }
    if store::webhooks::resume(tx, &webhook)? {
        store::deliveries::wake_all(tx, &webhook, ctx.now)?;
        trace(ctx, tx, "webhook.resumed", id, &[])?;
    }
    Ok(())
}

/// Some of what a webhook was told, the latest first.
#[derive(Debug, Clone)]
pub struct Page {
    /// The webhook.
    pub webhook: Webhook,
    /// The messages.
    pub deliveries: Vec<Delivery>,
    /// Whether there are more before.
    pub more: bool,
}

/// What a webhook was told before a message; the latest of it without one.
///
/// # Errors
/// `Forbidden`, `NotFound`.
pub fn deliveries(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: WebhookId,
    before: Option<DeliveryId>,
    most: u16,
) -> Result<Page, WebhookError> {
    let webhook = find(ctx, tx, id)?;
    let place = match before {
        Some(before) => {
            let found = store::deliveries::find(tx, ctx.organisation, before)?;
            let found = found.filter(|delivery| delivery.webhook == id);
            let found = found.ok_or(AccessError::NotFound)?;
            (found.created_at, before.to_string())
        }
        // Every identifier sorts before this.
        None => (Instant::MAX, "~".to_owned()),
    };
    let asked = i64::from(most) + 1;
    let place = (place.0, place.1.as_str());
    let mut deliveries = store::deliveries::latest(tx, &webhook, place, asked)?;
    let more = deliveries.len() > usize::from(most);
    deliveries.truncate(usize::from(most));
    Ok(Page {
        webhook,
        deliveries,
        more,
    })
}

fn subject(id: WebhookId) -> Subject {
    Subject::new("webhook", id.uuid())
}

pub(crate) fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    id: WebhookId,
    detail: &[(&str, String)],
) -> Result<(), WebhookError> {
    journal::security(ctx, tx, verb, subject(id), detail)?;
    Ok(())
}
