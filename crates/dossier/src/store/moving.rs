//! Rows of dossiers whose organisation goes to another installation, or comes from one.

use parvis_kernel::{DossierId, OrganisationId, PieceId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Sql, StoreError, Tx, Value};

use super::dossiers::sealed_code;
use crate::model::FollowUpCode;

const ALIVE: Sql = Sql(
    "SELECT id FROM dossiers WHERE organisation_id = $1 AND id > $2 AND erased_at IS NULL AND expired_at IS NULL ORDER BY id LIMIT $3",
);
const BLOBS: Sql = Sql(
    "SELECT p.id, p.blob FROM pieces p JOIN dossiers d ON d.organisation_id = p.organisation_id AND d.id = p.dossier_id \
     WHERE p.organisation_id = $1 AND p.id > $2 AND p.removed_at IS NULL AND d.erased_at IS NULL ORDER BY p.id LIMIT $3",
);
const GIVE_CODE: Sql =
    Sql("UPDATE dossiers SET given_code_sealed = $3 WHERE organisation_id = $1 AND id = $2");

/// The dossiers of an organisation that still say something, after one of them.
pub(crate) fn alive(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<DossierId>,
    limit: i64,
) -> Result<Vec<DossierId>, StoreError> {
    let after: Value = after.map_or_else(|| "".into(), Value::from);
    tx.query(ALIVE, &[organisation.into(), after, limit.into()], |row| {
        row.id(0)
    })
}

/// The pieces of an organisation and the names of their stored files, after one of them.
pub(crate) fn blobs_after(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<PieceId>,
    limit: i64,
) -> Result<Vec<(PieceId, String)>, StoreError> {
    let after: Value = after.map_or_else(|| "".into(), Value::from);
    tx.query(BLOBS, &[organisation.into(), after, limit.into()], |row| {
        Ok((row.id(0)?, row.text(1)?))
    })
}

/// Keeps the follow-up code that another installation gave.
pub(crate) fn give_code(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    code: &FollowUpCode,
    key: &SealingKey,
) -> Result<(), StoreError> {
    let sealed = sealed_code(key, code);
    tx.put(
        GIVE_CODE,
        &[organisation.into(), dossier.into(), sealed.into()],
    )
}
