//! Rows of pieces, and posts parked after a session ended.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId, PieceId};
use parvis_store::sealing::SealingKey;
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

use super::{open, seal};
use crate::error::DossierError;
use crate::model::{Examination, Number, OF_DECISION, Piece, PieceDescription};

const INSERT: Sql = Sql(
    "INSERT INTO pieces (organisation_id, id, dossier_id, place, description_sealed, media_type, size, blob, created_at, examine_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
);
const OF_DOSSIER: Sql = Sql(
    "SELECT id, place, description_sealed, media_type, size, blob, created_at, examined_at, examined_with, infection, examine_trouble FROM pieces \
     WHERE organisation_id = $1 AND dossier_id = $2 AND removed_at IS NULL ORDER BY created_at, id",
);
const ONE: Sql = Sql(
    "SELECT id, place, description_sealed, media_type, size, blob, created_at, examined_at, examined_with, infection, examine_trouble FROM pieces \
     WHERE organisation_id = $1 AND dossier_id = $2 AND id = $3 AND removed_at IS NULL",
);
const REMOVE: Sql = Sql(
    "UPDATE pieces SET removed_at = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND id = $3 AND removed_at IS NULL",
);
const REMOVE_OF_DECISION: Sql = Sql(
    "UPDATE pieces SET removed_at = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND place = $3 AND removed_at IS NULL",
);
const LIVE_BLOB: Sql = Sql(
    "SELECT p.blob FROM pieces p JOIN dossiers d ON d.organisation_id = p.organisation_id AND d.id = p.dossier_id \
     WHERE p.blob = $1 AND p.removed_at IS NULL AND d.erased_at IS NULL",
);
const LIVE_BLOBS: Sql = Sql(
    "SELECT p.blob, p.organisation_id, p.dossier_id FROM pieces p JOIN dossiers d ON d.organisation_id = p.organisation_id AND d.id = p.dossier_id \
     WHERE p.blob > $1 AND p.removed_at IS NULL AND d.erased_at IS NULL ORDER BY p.blob LIMIT $2",
);
const LIVE_PART: Sql = Sql(
    "SELECT u.blob FROM upload_parts u JOIN uploads l ON l.organisation_id = u.organisation_id AND l.id = u.upload_id \
     JOIN dossiers d ON d.organisation_id = l.organisation_id AND d.id = l.dossier_id WHERE u.blob = $1 AND d.erased_at IS NULL",
);
const LIVE_PARTS: Sql = Sql(
    "SELECT u.blob, l.organisation_id, l.dossier_id FROM upload_parts u \
     JOIN uploads l ON l.organisation_id = u.organisation_id AND l.id = u.upload_id \
     JOIN dossiers d ON d.organisation_id = l.organisation_id AND d.id = l.dossier_id \
     WHERE u.blob > $1 AND d.erased_at IS NULL ORDER BY u.blob LIMIT $2",
);
const PARK: Sql = Sql(
    "INSERT INTO parked_posts (organisation_id, id, number, step, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const PARKED: Sql = Sql(
    "SELECT step, sealed FROM parked_posts WHERE organisation_id = $1 AND id = $2 AND number = $3 AND expires_at > $4",
);
const UNPARK: Sql = Sql("DELETE FROM parked_posts WHERE organisation_id = $1 AND id = $2");

const FORGET_PARKED: Sql =
    Sql("DELETE FROM parked_posts WHERE organisation_id = $1 AND number = $2");

pub(crate) fn insert_piece(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    piece: &Piece,
    key: &SealingKey,
) -> Result<(), DossierError> {
    tx.put(
        INSERT,
        &[
            ctx.organisation.into(),
            piece.id.into(),
            piece.dossier.into(),
            piece.place.as_str().into(),
            seal(key, "piece", &piece.description)?.into(),
            piece.media_type.as_str().into(),
            i64::try_from(piece.size).unwrap_or(i64::MAX).into(),
            piece.blob.as_str().into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

/// The pieces of a dossier, in the order in which they came.
pub(crate) fn pieces(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    key: &SealingKey,
) -> Result<Vec<Piece>, DossierError> {
    tx.query(OF_DOSSIER, &[organisation.into(), dossier.into()], |row| {
        columns(row, dossier)
    })?
    .into_iter()
    .map(|columns| opened(columns, key))
    .collect()
}

pub(crate) fn piece(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    id: PieceId,
    key: &SealingKey,
) -> Result<Piece, DossierError> {
    let columns = tx
        .optional(
            ONE,
            &[organisation.into(), dossier.into(), id.into()],
            |row| columns(row, dossier),
        )?
        .ok_or(DossierError::NotFound)?;
    opened(columns, key)
}

/// Removes the acts that were attached to the decision of a dossier.
pub(crate) fn remove_pieces_of_decision(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
) -> Result<(), DossierError> {
    Ok(tx.put(
        REMOVE_OF_DECISION,
        &[
            ctx.organisation.into(),
            dossier.into(),
            OF_DECISION.into(),
            ctx.now.into(),
        ],
    )?)
}

fn columns(row: &Row<'_>, dossier: DossierId) -> Result<(Piece, Vec<u8>), StoreError> {
    let piece = Piece {
        id: row.id(0)?,
        dossier,
        place: row.text(1)?,
        description: PieceDescription::default(),
        media_type: row.text(3)?,
        size: u64::try_from(row.int(4)?).unwrap_or(0),
        blob: row.text(5)?,
        created_at: row.instant(6)?,
        examination: Examination {
            at: row.opt_instant(7)?,
            signatures: row.opt_text(8)?,
            infection: row.opt_text(9)?,
            trouble: row.opt_text(10)?,
        },
    };
    Ok((piece, row.bytes(2)?))
}

fn opened((piece, sealed): (Piece, Vec<u8>), key: &SealingKey) -> Result<Piece, DossierError> {
    Ok(Piece {
        description: open(key, "piece", &sealed)?,
        ..piece
    })
}

/// Removes a piece; false when it was not there. Its content is swept later.
pub(crate) fn remove_piece(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    id: PieceId,
) -> Result<bool, DossierError> {
    let removed = tx.execute(
        REMOVE,
        &[
            ctx.organisation.into(),
            dossier.into(),
            id.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(removed == 1)
}

/// Whether a stored file is still named by a dossier that is not erased (by a piece, or by a part of a file that is coming in), or
/// by an export.
pub(crate) fn is_live_blob(tx: &mut Tx<'_>, blob: &str) -> Result<bool, DossierError> {
    for statement in [LIVE_BLOB, LIVE_PART] {
        if tx
            .optional(statement, &[blob.into()], |row| row.text(0))?
            .is_some()
        {
            return Ok(true);
        }
    }
    super::is_live_export(tx, blob)
}

/// The stored files that dossiers name, parts of files that are coming in included, in order, from the one that follows `after`.
pub(crate) fn live_blobs(
    tx: &mut Tx<'_>,
    after: &str,
    limit: i64,
) -> Result<Vec<(String, OrganisationId, DossierId)>, DossierError> {
    let mut live = Vec::new();
    for statement in [LIVE_BLOBS, LIVE_PARTS] {
        live.extend(tx.query(statement, &[after.into(), limit.into()], |row| {
            Ok((row.text(0)?, row.id(1)?, row.id(2)?))
        })?);
    }
    live.sort();
    live.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(live)
}

/// A post of somebody whose session ended.
pub(crate) struct Parked<'a> {
    pub(crate) id: Uuid,
    pub(crate) number: &'a Number,
    pub(crate) step: &'a str,
    pub(crate) sealed: Vec<u8>,
    pub(crate) expires_at: Instant,
}

pub(crate) fn park(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    post: Parked<'_>,
) -> Result<(), DossierError> {
    tx.put(
        PARK,
        &[
            organisation.into(),
            post.id.to_string().into(),
            post.number.as_str().into(),
            post.step.into(),
            post.sealed.into(),
            post.expires_at.into(),
        ],
    )?;
    Ok(())
}

/// The step and the sealed entries of a parked post.
pub(crate) fn parked(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: Uuid,
    number: &Number,
) -> Result<Option<(String, Vec<u8>)>, DossierError> {
    Ok(tx.optional(
        PARKED,
        &[
            ctx.organisation.into(),
            id.to_string().into(),
            number.as_str().into(),
            ctx.now.into(),
        ],
        |row| Ok((row.text(0)?, row.bytes(1)?)),
    )?)
}

pub(crate) fn unpark(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<(), DossierError> {
    tx.put(UNPARK, &[organisation.into(), id.to_string().into()])?;
    Ok(())
}

/// Removes all that was parked for a dossier.
pub(crate) fn forget_parked(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    number: &Number,
) -> Result<(), DossierError> {
    tx.put(
        FORGET_PARKED,
        &[organisation.into(), number.as_str().into()],
    )?;
    Ok(())
}
