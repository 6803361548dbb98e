//! Rows of files that come in several times.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId, Personal, TokenId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Sql, StoreError, Tx};
use uuid::Uuid;

use super::{open, seal};
use crate::error::DossierError;

const INSERT: Sql = Sql(
    "INSERT INTO uploads (organisation_id, id, dossier_id, token_id, field, name_sealed, size, received, expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)",
);
const UPLOAD: Sql = Sql(
    "SELECT field, name_sealed, size, received, expires_at FROM uploads \
     WHERE organisation_id = $1 AND id = $2 AND dossier_id = $3 AND token_id = $4 AND expires_at > $5",
);
const ADVANCE: Sql = Sql(
    "UPDATE uploads SET received = $4 WHERE organisation_id = $1 AND id = $2 AND received = $3",
);
const INSERT_PART: Sql = Sql(
    "INSERT INTO upload_parts (organisation_id, upload_id, place, blob) VALUES ($1, $2, $3, $4)",
);
const PARTS: Sql = Sql(
    "SELECT blob FROM upload_parts WHERE organisation_id = $1 AND upload_id = $2 ORDER BY place",
);
const DELETE: Sql = Sql("DELETE FROM uploads WHERE organisation_id = $1 AND id = $2");
const DELETE_OLD: Sql = Sql("DELETE FROM uploads WHERE expires_at < $1");

/// A file that comes in several times.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub(crate) id: Uuid,
    pub(crate) dossier: DossierId,
    pub(crate) token: TokenId,
    pub(crate) field: String,
    pub(crate) name: Personal<String>,
    pub(crate) size: u64,
    pub(crate) received: u64,
    pub(crate) expires_at: Instant,
}

/// Some bytes of it, on disk.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) place: u64,
    pub(crate) size: u64,
    pub(crate) blob: String,
}

pub(crate) fn insert_upload(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    upload: &Upload,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT,
        &[
            ctx.organisation.into(),
            upload.id.into(),
            upload.dossier.into(),
            upload.token.into(),
            upload.field.as_str().into(),
            seal(key, "upload", &upload.name)?.into(),
            number(upload.size).into(),
            upload.expires_at.into(),
        ],
    )?;
    Ok(())
}

/// An upload of a token, that still waits.
pub(crate) fn upload(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    token: TokenId,
    id: Uuid,
    key: &SealingKey,
) -> Result<Upload, DossierError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        dossier.into(),
        token.into(),
        ctx.now.into(),
    ];
    let row = tx.optional(UPLOAD, &values, |row| {
        let counts = (row.int(2)?, row.int(3)?, row.instant(4)?);
        Ok((row.text(0)?, row.bytes(1)?, counts))
    })?;
    let (field, name, (size, received, expires_at)) = row.ok_or(DossierError::NotFound)?;
    Ok(Upload {
        id,
        dossier,
        token,
        field,
        name: open(key, "upload", &name)?,
        size: size.unsigned_abs(),
        received: received.unsigned_abs(),
        expires_at,
    })
}

/// Adds bytes that are on disk; false when others came at that place in between.
pub(crate) fn advance_upload(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
    part: &Part,
) -> Result<bool, StoreError> {
    let place = number(part.place);
    let values = [
        organisation.into(),
        id.into(),
        place.into(),
        number(part.place + part.size).into(),
    ];
    if tx.execute(ADVANCE, &values)? == 0 {
        return Ok(false);
    }
    let blob = part.blob.as_str().into();
    tx.put(
        INSERT_PART,
        &[organisation.into(), id.into(), place.into(), blob],
    )?;
    Ok(true)
}

/// The names in the storage of what came, in order.
pub(crate) fn upload_parts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Vec<String>, StoreError> {
    tx.query(PARTS, &[organisation.into(), id.into()], |row| row.text(0))
}

/// False when it is gone already: another call ended it.
pub(crate) fn delete_upload(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[organisation.into(), id.into()])? == 1)
}

/// Removes what nobody ended in time; the sweep removes its parts.
pub(crate) fn delete_old_uploads(tx: &mut Tx<'_>, before: Instant) -> Result<u64, DossierError> {
    Ok(tx.execute(DELETE_OLD, &[before.into()])?)
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
