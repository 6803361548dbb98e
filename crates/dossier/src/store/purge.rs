//! Drafts and parked posts whose time is over.

use parvis_kernel::{DossierId, Instant, OrganisationId};
use parvis_store::{Due, Sql, Tx};

use crate::error::DossierError;

const EXPIRED_DRAFTS: Sql = Sql(
    "SELECT organisation_id, id FROM dossiers WHERE state = 'draft' AND expires_at <= $1 ORDER BY expires_at LIMIT $2",
);
const COUNT_EXPIRED_DRAFTS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM dossiers WHERE organisation_id = $1 AND state = 'draft' AND expires_at <= $2",
);
const DELETE_OLD_PARKED: Sql = Sql("DELETE FROM parked_posts WHERE expires_at <= $1");

pub(crate) fn expired_drafts(
    tx: &mut Tx<'_>,
    now: Instant,
    limit: i64,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    Ok(
        tx.query(EXPIRED_DRAFTS, &[now.into(), limit.into()], |row| {
            Ok((row.id(0)?, row.id(1)?))
        })?,
    )
}

pub(crate) fn count_expired_drafts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Instant,
) -> Result<Due, DossierError> {
    Ok(tx.one(
        COUNT_EXPIRED_DRAFTS,
        &[organisation.into(), now.into()],
        Due::of,
    )?)
}

pub(crate) fn delete_old_parked(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    Ok(tx.execute(DELETE_OLD_PARKED, &[now.into()])?)
}
