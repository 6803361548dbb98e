//! The examination of pieces: what waits, what was found, who was told.

use parvis_kernel::{DossierId, Instant, OrganisationId, PieceId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::error::DossierError;
use crate::examine::Unexamined;
use crate::model::OF_DECISION;

const DUE: Sql = Sql(
    "SELECT organisation_id, id, dossier_id, place, blob, examine_at, examine_tries FROM pieces \
     WHERE examine_at > 0 AND examine_at <= $1 AND removed_at IS NULL ORDER BY examine_at LIMIT $2",
);
const OF_BEFORE: Sql = Sql(
    "SELECT organisation_id, id, dossier_id, place, blob, examine_at, examine_tries FROM pieces \
     WHERE examine_at = 0 AND removed_at IS NULL LIMIT $1",
);
const MOVE: Sql = Sql(
    "UPDATE pieces SET examine_at = $4 WHERE organisation_id = $1 AND id = $2 AND examine_at = $3",
);
const FOUND: Sql = Sql(
    "UPDATE pieces SET examine_at = NULL, examine_trouble = NULL, examined_at = $4, examined_with = $5, infection = CAST($6 AS TEXT) \
     WHERE organisation_id = $1 AND id = $2 AND examine_at = $3",
);
const TROUBLE: Sql = Sql(
    "UPDATE pieces SET examine_at = $4, examine_tries = examine_tries + 1, examine_trouble = $5 \
     WHERE organisation_id = $1 AND id = $2 AND examine_at = $3",
);
const END: Sql = Sql(
    "UPDATE pieces SET examine_at = NULL WHERE organisation_id = $1 AND id = $2 AND examine_at = $3",
);
const UNTOLD: Sql = Sql(
    "SELECT p.organisation_id, p.id, p.dossier_id, p.place, p.blob, p.examine_at, p.examine_tries FROM pieces p \
     JOIN dossiers d ON d.organisation_id = p.organisation_id AND d.id = p.dossier_id \
     WHERE p.infection IS NOT NULL AND p.infection_told_at IS NULL AND p.removed_at IS NULL \
     AND d.submitted_at IS NOT NULL AND d.erased_at IS NULL LIMIT $1",
);
const TOLD: Sql = Sql(
    "UPDATE pieces SET infection_told_at = $3 WHERE organisation_id = $1 AND id = $2 AND infection_told_at IS NULL",
);
const SENDER: Sql = Sql("SELECT sender FROM messages WHERE organisation_id = $1 AND id = $2");
const UNEXAMINED: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(created_at), CAST(COUNT(examine_trouble) AS BIGINT) FROM \
     (SELECT created_at, examine_trouble FROM pieces WHERE organisation_id = $1 AND examine_at IS NOT NULL AND removed_at IS NULL \
     ORDER BY created_at LIMIT 1000) AS counted",
);

/// A piece to be examined, or that was.
#[derive(Debug, Clone)]
pub(crate) struct ToExamine {
    pub(crate) organisation: OrganisationId,
    pub(crate) id: PieceId,
    pub(crate) dossier: DossierId,
    pub(crate) place: String,
    pub(crate) blob: String,
    /// As it was read: who changes it in between takes the piece.
    pub(crate) examine_at: i64,
    pub(crate) tries: i64,
}

fn columns(row: &Row<'_>) -> Result<ToExamine, StoreError> {
    Ok(ToExamine {
        organisation: row.id(0)?,
        id: row.id(1)?,
        dossier: row.id(2)?,
        place: row.text(3)?,
        blob: row.text(4)?,
        examine_at: row.opt_int(5)?.unwrap_or_default(),
        tries: row.int(6)?,
    })
}

/// The pieces to be examined at an instant, the oldest first; those of before there was an antivirus after the others.
pub(crate) fn to_examine(
    tx: &mut Tx<'_>,
    now: Instant,
    most: i64,
) -> Result<Vec<ToExamine>, StoreError> {
    let due = tx.query(DUE, &[now.into(), most.into()], columns)?;
    match due.is_empty() {
        true => tx.query(OF_BEFORE, &[most.into()], columns),
        false => Ok(due),
    }
}

/// Moves the next try of a piece, unless somebody did since it was read.
pub(crate) fn move_examination(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
    to: Instant,
) -> Result<bool, StoreError> {
    let [organisation, id, from] = taken(piece);
    Ok(tx.execute(MOVE, &[organisation, id, from, to.into()])? == 1)
}

/// Writes a verdict; false when the piece was taken by somebody else since.
pub(crate) fn keep_finding(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
    now: Instant,
    signatures: &str,
    infection: Option<&str>,
) -> Result<bool, DossierError> {
    let [organisation, id, from] = taken(piece);
    let values = [
        organisation,
        id,
        from,
        now.into(),
        signatures.into(),
        infection.into(),
    ];
    Ok(tx.execute(FOUND, &values)? == 1)
}

/// Writes why a piece could not be examined, and when it is tried again.
pub(crate) fn keep_trouble(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
    again: Instant,
    trouble: &str,
) -> Result<(), DossierError> {
    let [organisation, id, from] = taken(piece);
    Ok(tx.put(
        TROUBLE,
        &[organisation, id, from, again.into(), trouble.into()],
    )?)
}

pub(crate) fn end_examination(tx: &mut Tx<'_>, piece: &ToExamine) -> Result<(), DossierError> {
    Ok(tx.put(END, &taken(piece))?)
}

fn taken(piece: &ToExamine) -> [parvis_store::Value; 3] {
    [
        piece.organisation.into(),
        piece.id.into(),
        piece.examine_at.into(),
    ]
}

/// Infected pieces of deposited dossiers for which nobody was asked for another one yet.
pub(crate) fn infected_untold(tx: &mut Tx<'_>, most: i64) -> Result<Vec<ToExamine>, StoreError> {
    tx.query(UNTOLD, &[most.into()], columns)
}

/// Says that the person was asked for another piece; false when that was said before.
pub(crate) fn mark_told(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    piece: PieceId,
    now: Instant,
) -> Result<bool, DossierError> {
    let values = [organisation.into(), piece.into(), now.into()];
    Ok(tx.execute(TOLD, &values)? == 1)
}

/// Whether a piece came from the service: with its decision, or with one of its messages.
pub(crate) fn was_given_by_service(
    tx: &mut Tx<'_>,
    piece: &ToExamine,
) -> Result<bool, DossierError> {
    if piece.place == OF_DECISION {
        return Ok(true);
    }
    let Some(message) = piece.place.strip_prefix("message:") else {
        return Ok(false);
    };
    let values = [piece.organisation.into(), message.into()];
    let sender = tx.optional(SENDER, &values, |row| row.text(0))?;
    Ok(sender.as_deref() == Some("service"))
}

/// The pieces of an organisation that wait to be examined, counted up to a thousand.
pub(crate) fn unexamined(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Unexamined, StoreError> {
    tx.one(UNEXAMINED, &[organisation.into()], |row| {
        Ok(Unexamined {
            count: row.int(0)?,
            oldest: row.opt_instant(1)?,
            troubled: row.int(2)?,
        })
    })
}
