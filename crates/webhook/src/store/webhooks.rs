//! The statements about webhooks.

use parvis_kernel::{Ctx, Instant, OrganisationId, WebhookId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::model::{Event, Suspension, Webhook};

/// Webhooks of one organisation at most.
pub(crate) const MOST: usize = 50;

const INSERT: Sql = Sql(
    "INSERT INTO webhooks (organisation_id, id, name, url, events, token_id, created_by, created_at, generation) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
);
const ONE: Sql = Sql(
    "SELECT organisation_id, id, name, url, events, token_id, created_by, created_at, generation, rotated_at, failing_since, \
     suspended_at, suspended_for FROM webhooks WHERE organisation_id = $1 AND id = $2",
);
const ALL: Sql = Sql(
    "SELECT organisation_id, id, name, url, events, token_id, created_by, created_at, generation, rotated_at, failing_since, \
     suspended_at, suspended_for FROM webhooks WHERE organisation_id = $1 ORDER BY id LIMIT $2",
);
const LIVE: Sql = Sql(
    "SELECT organisation_id, id, name, url, events, token_id, created_by, created_at, generation, rotated_at, failing_since, \
     suspended_at, suspended_for FROM webhooks WHERE suspended_at IS NULL ORDER BY organisation_id, id LIMIT 10000",
);
const CHANGE: Sql = Sql(
    "UPDATE webhooks SET name = $3, url = $4, events = $5 WHERE organisation_id = $1 AND id = $2",
);
const ROTATE: Sql = Sql(
    "UPDATE webhooks SET generation = generation + 1, rotated_at = $3 WHERE organisation_id = $1 AND id = $2",
);
const SUSPEND: Sql = Sql("UPDATE webhooks SET suspended_at = $3, suspended_for = $4 \
     WHERE organisation_id = $1 AND id = $2 AND suspended_at IS NULL");
const SUSPEND_ALL: Sql = Sql(
    "UPDATE webhooks SET suspended_at = $2, suspended_for = $3, rotated_at = NULL WHERE organisation_id = $1",
);
const RESUME: Sql = Sql(
    "UPDATE webhooks SET suspended_at = NULL, suspended_for = NULL, failing_since = NULL \
     WHERE organisation_id = $1 AND id = $2 AND suspended_at IS NOT NULL",
);
const FAILS: Sql = Sql("UPDATE webhooks SET failing_since = $3 \
     WHERE organisation_id = $1 AND id = $2 AND failing_since IS NULL");
const WORKS: Sql = Sql("UPDATE webhooks SET failing_since = NULL \
     WHERE organisation_id = $1 AND id = $2 AND failing_since IS NOT NULL");
const DELETE: Sql = Sql("DELETE FROM webhooks WHERE organisation_id = $1 AND id = $2");

pub(crate) fn insert(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<(), StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        webhook.name.as_str().into(),
        webhook.url.as_str().into(),
        words(&webhook.events).into(),
        webhook.token.into(),
        webhook.created_by.into(),
        webhook.created_at.into(),
    ];
    tx.put(INSERT, &values)
}

pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: WebhookId,
) -> Result<Option<Webhook>, StoreError> {
    tx.optional(ONE, &[organisation.into(), id.into()], read)
}

pub(crate) fn all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Webhook>, StoreError> {
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    tx.query(ALL, &[organisation.into(), most.into()], read)
}

/// Those of every organisation to which something may be sent.
pub(crate) fn live(tx: &mut Tx<'_>) -> Result<Vec<Webhook>, StoreError> {
    tx.query(LIVE, &[], read)
}

pub(crate) fn change(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<(), StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        webhook.name.as_str().into(),
        webhook.url.as_str().into(),
        words(&webhook.events).into(),
    ];
    tx.put(CHANGE, &values)
}

pub(crate) fn rotate(ctx: &Ctx, tx: &mut Tx<'_>, id: WebhookId) -> Result<(), StoreError> {
    tx.put(
        ROTATE,
        &[ctx.organisation.into(), id.into(), ctx.now.into()],
    )
}

/// False when it was suspended already.
pub(crate) fn suspend(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    why: Suspension,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        now.into(),
        why.code().into(),
    ];
    Ok(tx.execute(SUSPEND, &values)? == 1)
}

/// Suspends all of an organisation, for one reason; the secret of before signs for none any more. Says how many there are.
pub(crate) fn suspend_all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    why: Suspension,
    now: Instant,
) -> Result<u64, StoreError> {
    let values = [organisation.into(), now.into(), why.code().into()];
    tx.execute(SUSPEND_ALL, &values)
}

/// False when it was not suspended.
pub(crate) fn resume(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<bool, StoreError> {
    let values = [webhook.organisation.into(), webhook.id.into()];
    Ok(tx.execute(RESUME, &values)? == 1)
}

pub(crate) fn fails(tx: &mut Tx<'_>, webhook: &Webhook, now: Instant) -> Result<(), StoreError> {
    let values = [webhook.organisation.into(), webhook.id.into(), now.into()];
    tx.put(FAILS, &values)
}

pub(crate) fn works(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<(), StoreError> {
    tx.put(WORKS, &[webhook.organisation.into(), webhook.id.into()])
}

pub(crate) fn delete(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<(), StoreError> {
    tx.put(DELETE, &[webhook.organisation.into(), webhook.id.into()])
}

fn words(events: &[Event]) -> String {
    let words: Vec<&str> = events.iter().map(|event| event.code()).collect();
    words.join(" ")
}

fn read(row: &Row<'_>) -> Result<Webhook, StoreError> {
    let unknown = |column, expected| StoreError::Decode { column, expected };
    let events = row.text(4)?;
    let events = events.split_whitespace().map(Event::of_code);
    let suspended = match (row.opt_instant(11)?, row.opt_text(12)?) {
        (Some(at), Some(why)) => {
            let why = Suspension::of_code(&why).ok_or_else(|| unknown(12, "a suspension"))?;
            Some((at, why))
        }
        _ => None,
    };
    Ok(Webhook {
        organisation: row.id(0)?,
        id: row.id(1)?,
        name: row.text(2)?,
        url: row.text(3)?,
        events: events
            .collect::<Option<_>>()
            .ok_or_else(|| unknown(4, "events"))?,
        token: row.opt_id(5)?,
        created_by: row.opt_id(6)?,
        created_at: row.instant(7)?,
        generation: row.int(8)?,
        rotated_at: row.opt_instant(9)?,
        failing_since: row.opt_instant(10)?,
        suspended,
    })
}
