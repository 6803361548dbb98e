//! Rows of proposed answers: those that wait for a dossier, and where those of a dossier came from.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Due, Sql, Tx};

use super::{open, seal};
use crate::error::DossierError;
use crate::prefill::Prefilled;

const KEEP: Sql = Sql(
    "INSERT INTO prefills (organisation_id, handle, sealed, created_at, expires_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (organisation_id, handle) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at",
);
const KEPT: Sql = Sql(
    "SELECT sealed FROM prefills WHERE organisation_id = $1 AND handle = $2 AND expires_at > $3",
);
const FORGET: Sql = Sql("DELETE FROM prefills WHERE organisation_id = $1 AND handle = $2");
const DELETE_OLD: Sql = Sql("DELETE FROM prefills WHERE expires_at <= $1");
const OVER: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM prefills WHERE expires_at <= $1",
);
const WRITE_PREFILLED: Sql = Sql(
    "INSERT INTO dossier_prefilled (organisation_id, dossier_id, sealed, at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, dossier_id) DO UPDATE SET sealed = excluded.sealed, at = excluded.at",
);
const PREFILLED: Sql =
    Sql("SELECT sealed FROM dossier_prefilled WHERE organisation_id = $1 AND dossier_id = $2");
/// What the origin of answers is sealed as.
const CONTEXT: &str = "prefilled";

/// Keeps a sealed proposal; the same handle, one proposal.
pub(crate) fn keep_prefill(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    handle: i64,
    sealed: Vec<u8>,
    expires_at: Instant,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        handle.into(),
        sealed.into(),
        ctx.now.into(),
        expires_at.into(),
    ];
    Ok(tx.put(KEEP, &values)?)
}

/// A sealed proposal whose time is not over.
pub(crate) fn kept_prefill(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    handle: i64,
) -> Result<Option<Vec<u8>>, DossierError> {
    let values = [ctx.organisation.into(), handle.into(), ctx.now.into()];
    Ok(tx.optional(KEPT, &values, |row| row.bytes(0))?)
}

pub(crate) fn forget_prefill(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    handle: i64,
) -> Result<bool, DossierError> {
    Ok(tx.execute(FORGET, &[organisation.into(), handle.into()])? == 1)
}

pub(crate) fn delete_old_prefills(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    Ok(tx.execute(DELETE_OLD, &[now.into()])?)
}

pub(crate) fn old_prefills(tx: &mut Tx<'_>, now: Instant) -> Result<Due, DossierError> {
    Ok(tx.one(OVER, &[now.into()], Due::of)?)
}

/// Where the proposed answers of a dossier came from; nothing was proposed to most.
pub(crate) fn prefilled(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Prefilled, DossierError> {
    let values = [organisation.into(), dossier.into()];
    match tx.optional(PREFILLED, &values, |row| row.bytes(0))? {
        Some(sealed) => open(key, CONTEXT, &sealed),
        None => Ok(Prefilled::default()),
    }
}

pub(crate) fn write_prefilled(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    prefilled: &Prefilled,
    key: &SealingKey,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        seal(key, CONTEXT, prefilled)?.into(),
        ctx.now.into(),
    ];
    Ok(tx.put(WRITE_PREFILLED, &values)?)
}
