//! What persons are reminded of, and were.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId};
use parvis_store::{Sql, Tx};

use crate::error::DossierError;

const ENDING_DRAFTS: Sql = Sql(
    "SELECT organisation_id, id FROM dossiers WHERE state = 'draft' AND expires_at > $1 AND expires_at <= $2 AND touched_at < $3 \
     AND identification = 'email' AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.organisation_id = dossiers.organisation_id \
     AND r.dossier_id = dossiers.id AND r.kind = 'draft' AND r.about = dossiers.expires_at) ORDER BY expires_at LIMIT $4",
);
const AWAITED: Sql = Sql("SELECT q.organisation_id, q.dossier_id FROM requests q \
     JOIN dossiers d ON d.organisation_id = q.organisation_id AND d.id = q.dossier_id \
     WHERE q.answered_at IS NULL AND q.lifted_at IS NULL AND q.due_on >= $1 AND q.due_on <= $2 AND q.at < $3 \
     AND d.state = 'waiting' AND d.identification = 'email' \
     AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.organisation_id = q.organisation_id \
     AND r.dossier_id = q.dossier_id AND r.kind = 'request' AND r.about = q.due_on) ORDER BY q.due_on LIMIT $4");
const KEEP: Sql = Sql(
    "INSERT INTO reminders (organisation_id, dossier_id, kind, about, at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (organisation_id, dossier_id, kind) DO UPDATE SET about = excluded.about, at = excluded.at",
);

/// Of which date a person is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reminder {
    /// When their draft is erased.
    Draft(Instant),
    /// The day on which their answer is expected, counted from 1970-01-01.
    Request(i64),
}

/// Drafts with an address that are erased after `now` and not after `until`, not touched since `fresh`, and not recalled yet.
pub(crate) fn ending_drafts(
    tx: &mut Tx<'_>,
    now: Instant,
    until: Instant,
    fresh: Instant,
    limit: i64,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    let values = [now.into(), until.into(), fresh.into(), limit.into()];
    let rows = tx.query(ENDING_DRAFTS, &values, |row| Ok((row.id(0)?, row.id(1)?)))?;
    Ok(rows)
}

/// Open requests of dossiers with an address that are due from one day to another, asked before `fresh`, and not recalled yet.
pub(crate) fn awaited(
    tx: &mut Tx<'_>,
    from: i64,
    until: i64,
    fresh: Instant,
    limit: i64,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    let values = [from.into(), until.into(), fresh.into(), limit.into()];
    let rows = tx.query(AWAITED, &values, |row| Ok((row.id(0)?, row.id(1)?)))?;
    Ok(rows)
}

/// Writes that the person was reminded.
pub(crate) fn keep_reminder(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    reminder: Reminder,
) -> Result<(), DossierError> {
    let (kind, about) = match reminder {
        Reminder::Draft(end) => ("draft", end.into()),
        Reminder::Request(day) => ("request", day.into()),
    };
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        kind.into(),
        about,
        ctx.now.into(),
    ];
    Ok(tx.put(KEEP, &values)?)
}
