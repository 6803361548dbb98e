//! The statements about deliveries.

use parvis_kernel::{DeliveryId, Instant, OrganisationId};
use parvis_store::{Due, Row, Sql, StoreError, Tx};

use crate::model::{Delivery, Event, Named, Webhook};

const INSERT: Sql = Sql(
    "INSERT INTO webhook_deliveries (organisation_id, id, webhook_id, event, dossier_id, number, procedure, happened_at, ordered_at, \
     created_at, attempts, next_attempt_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $10)",
);
const ONE: Sql = Sql(
    "SELECT id, webhook_id, event, dossier_id, number, procedure, happened_at, ordered_at, created_at, attempts, first_attempt_at, \
     next_attempt_at, delivered_at, given_up_at, status, reason FROM webhook_deliveries WHERE organisation_id = $1 AND id = $2",
);
const DUE: Sql = Sql(
    "SELECT id, webhook_id, event, dossier_id, number, procedure, happened_at, ordered_at, created_at, attempts, first_attempt_at, \
     next_attempt_at, delivered_at, given_up_at, status, reason FROM webhook_deliveries \
     WHERE organisation_id = $1 AND webhook_id = $2 AND delivered_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= $3 \
     ORDER BY next_attempt_at, ordered_at, id LIMIT $4",
);
const LATEST: Sql = Sql(
    "SELECT id, webhook_id, event, dossier_id, number, procedure, happened_at, ordered_at, created_at, attempts, first_attempt_at, \
     next_attempt_at, delivered_at, given_up_at, status, reason FROM webhook_deliveries \
     WHERE organisation_id = $1 AND webhook_id = $2 AND created_at <= $3 AND (created_at < $3 OR id < $4) \
     ORDER BY created_at DESC, id DESC LIMIT $5",
);
/// The next try of the first message before this one about the same dossier that is still to be sent.
const BEFORE: Sql = Sql(
    "SELECT next_attempt_at FROM webhook_deliveries WHERE organisation_id = $1 AND webhook_id = $2 AND dossier_id = $3 \
     AND delivered_at IS NULL AND given_up_at IS NULL AND ordered_at <= $4 AND (ordered_at < $4 OR id < $5) \
     ORDER BY ordered_at, id LIMIT 1",
);
const LEASE: Sql = Sql(
    "UPDATE webhook_deliveries SET next_attempt_at = $4, attempts = attempts + 1, \
     first_attempt_at = COALESCE(first_attempt_at, $5) \
     WHERE organisation_id = $1 AND id = $2 AND next_attempt_at = $3 AND delivered_at IS NULL AND given_up_at IS NULL",
);
const POSTPONE: Sql = Sql("UPDATE webhook_deliveries SET next_attempt_at = $4 \
     WHERE organisation_id = $1 AND id = $2 AND next_attempt_at = $3 AND delivered_at IS NULL AND given_up_at IS NULL");
const DELIVERED: Sql = Sql(
    "UPDATE webhook_deliveries SET delivered_at = $4, status = $5, reason = NULL \
     WHERE organisation_id = $1 AND id = $2 AND attempts = $3 AND delivered_at IS NULL AND given_up_at IS NULL",
);
const FAILED: Sql = Sql(
    "UPDATE webhook_deliveries SET next_attempt_at = $4, given_up_at = $5, status = $6, reason = $7 \
     WHERE organisation_id = $1 AND id = $2 AND attempts = $3 AND delivered_at IS NULL AND given_up_at IS NULL",
);
const WAKE_AFTER: Sql = Sql("UPDATE webhook_deliveries SET next_attempt_at = $6 \
     WHERE organisation_id = $1 AND webhook_id = $2 AND dossier_id = $3 AND delivered_at IS NULL AND given_up_at IS NULL \
     AND ordered_at >= $4 AND id <> $5 AND attempts = 0");
const WAKE_ALL: Sql = Sql(
    "UPDATE webhook_deliveries SET next_attempt_at = $3, attempts = 0, first_attempt_at = NULL \
     WHERE organisation_id = $1 AND webhook_id = $2 AND delivered_at IS NULL AND given_up_at IS NULL",
);
const REPLAY: Sql = Sql(
    "UPDATE webhook_deliveries SET delivered_at = NULL, given_up_at = NULL, attempts = 0, \
     first_attempt_at = NULL, next_attempt_at = $3, replayed_at = $3 \
     WHERE organisation_id = $1 AND id = $2 AND (delivered_at IS NOT NULL OR given_up_at IS NOT NULL)",
);
const TO_REPLAY: Sql = Sql("SELECT id FROM webhook_deliveries \
     WHERE organisation_id = $1 AND webhook_id = $2 AND created_at >= $3 AND created_at <= $4 \
     AND (replayed_at IS NULL OR replayed_at < $4) AND (delivered_at IS NOT NULL OR given_up_at IS NOT NULL) \
     ORDER BY created_at, id LIMIT $5");
const DELETE_OF: Sql =
    Sql("DELETE FROM webhook_deliveries WHERE organisation_id = $1 AND webhook_id = $2");
const OLD: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(created_at), MAX(created_at) FROM webhook_deliveries WHERE created_at < $1",
);
const PURGE: Sql = Sql("DELETE FROM webhook_deliveries WHERE created_at < $1");

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
) -> Result<(), StoreError> {
    let named = delivery.dossier.as_ref();
    let values = [
        organisation.into(),
        delivery.id.into(),
        delivery.webhook.into(),
        delivery.event.code().into(),
        named.map(|named| named.id).into(),
        named.map(|named| named.number.as_str()).into(),
        named.map(|named| named.procedure.as_str()).into(),
        delivery.happened_at.into(),
        delivery.ordered_at.into(),
        delivery.created_at.into(),
    ];
    tx.put(INSERT, &values)
}

pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DeliveryId,
) -> Result<Option<Delivery>, StoreError> {
    tx.optional(ONE, &[organisation.into(), id.into()], read)
}

/// What is to be sent to a webhook now.
pub(crate) fn due(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    now: Instant,
    most: i64,
) -> Result<Vec<Delivery>, StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        now.into(),
        most.into(),
    ];
    tx.query(DUE, &values, read)
}

/// The messages before one, the latest first.
pub(crate) fn latest(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    before: (Instant, &str),
    most: i64,
) -> Result<Vec<Delivery>, StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        before.0.into(),
        before.1.into(),
        most.into(),
    ];
    tx.query(LATEST, &values, read)
}

/// When the message before this one is tried next; nothing when it is the first of its dossier that is still to be sent.
pub(crate) fn before(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    delivery: &Delivery,
) -> Result<Option<Instant>, StoreError> {
    let Some(named) = &delivery.dossier else {
        return Ok(None);
    };
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        named.id.into(),
        delivery.ordered_at.into(),
        delivery.id.into(),
    ];
    tx.optional(BEFORE, &values, |row| row.instant(0))
}

/// Takes a message until an instant; false when somebody else took it first.
pub(crate) fn lease(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
    until: Instant,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        delivery.id.into(),
        delivery.next_attempt_at.into(),
        until.into(),
        now.into(),
    ];
    Ok(tx.execute(LEASE, &values)? == 1)
}

/// Looks at a message again at an instant.
pub(crate) fn postpone(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
    until: Instant,
) -> Result<(), StoreError> {
    let values = [
        organisation.into(),
        delivery.id.into(),
        delivery.next_attempt_at.into(),
        until.into(),
    ];
    tx.put(POSTPONE, &values)
}

/// False when another try took over in between.
pub(crate) fn delivered(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
    status: u16,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        delivery.id.into(),
        delivery.attempts.into(),
        now.into(),
        status.into(),
    ];
    Ok(tx.execute(DELIVERED, &values)? == 1)
}

/// How a try failed, and what follows it.
pub(crate) struct Failed {
    pub(crate) status: Option<u16>,
    pub(crate) reason: &'static str,
    pub(crate) next_attempt_at: Instant,
    pub(crate) given_up_at: Option<Instant>,
}

/// False when another try took over in between.
pub(crate) fn failed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
    failed: &Failed,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        delivery.id.into(),
        delivery.attempts.into(),
        failed.next_attempt_at.into(),
        failed.given_up_at.into(),
        failed.status.into(),
        failed.reason.into(),
    ];
    Ok(tx.execute(FAILED, &values)? == 1)
}

/// Those that waited behind a message are looked at again.
pub(crate) fn wake_after(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    delivery: &Delivery,
    now: Instant,
) -> Result<(), StoreError> {
    let Some(named) = &delivery.dossier else {
        return Ok(());
    };
    let values = [
        organisation.into(),
        delivery.webhook.into(),
        named.id.into(),
        delivery.ordered_at.into(),
        delivery.id.into(),
        now.into(),
    ];
    tx.put(WAKE_AFTER, &values)
}

/// Everything that waits for a webhook is tried again, for a day.
pub(crate) fn wake_all(tx: &mut Tx<'_>, webhook: &Webhook, now: Instant) -> Result<(), StoreError> {
    let values = [webhook.organisation.into(), webhook.id.into(), now.into()];
    tx.put(WAKE_ALL, &values)
}

/// Sends a message again that was delivered or given up; false for one that waits.
pub(crate) fn replay(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: DeliveryId,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), now.into()];
    Ok(tx.execute(REPLAY, &values)? == 1)
}

/// Some of the messages since an instant that are over, and not sent again at this one yet.
pub(crate) fn to_replay(
    tx: &mut Tx<'_>,
    webhook: &Webhook,
    since: Instant,
    now: Instant,
    most: i64,
) -> Result<Vec<DeliveryId>, StoreError> {
    let values = [
        webhook.organisation.into(),
        webhook.id.into(),
        since.into(),
        now.into(),
        most.into(),
    ];
    tx.query(TO_REPLAY, &values, |row| row.id(0))
}

pub(crate) fn delete_of(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<(), StoreError> {
    tx.put(DELETE_OF, &[webhook.organisation.into(), webhook.id.into()])
}

pub(crate) fn old(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    tx.one(OLD, &[before.into()], Due::of)
}

pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.execute(PURGE, &[before.into()])
}

fn read(row: &Row<'_>) -> Result<Delivery, StoreError> {
    let dossier = match (row.opt_id(3)?, row.opt_text(4)?, row.opt_text(5)?) {
        (Some(id), Some(number), Some(procedure)) => Some(Named {
            id,
            number,
            procedure,
        }),
        _ => None,
    };
    Ok(Delivery {
        id: row.id(0)?,
        webhook: row.id(1)?,
        event: Event::of_code(&row.text(2)?).ok_or(StoreError::Decode {
            column: 2,
            expected: "an event",
        })?,
        dossier,
        happened_at: row.instant(6)?,
        ordered_at: row.instant(7)?,
        created_at: row.instant(8)?,
        attempts: row.int(9)?,
        first_attempt_at: row.opt_instant(10)?,
        next_attempt_at: row.instant(11)?,
        delivered_at: row.opt_instant(12)?,
        given_up_at: row.opt_instant(13)?,
        status: row.opt_int(14)?,
        reason: row.opt_text(15)?,
    })
}
