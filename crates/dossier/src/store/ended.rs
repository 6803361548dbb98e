//! Dossiers whose retention is over, and those that are held.

use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId, RevisionId};
use parvis_store::{Due, Sql, Tx};

use super::{bury_payment, forget_parked, forget_words};
use crate::error::DossierError;
use crate::model::Number;

const ENDED: Sql = Sql(
    "SELECT id, number FROM dossiers WHERE organisation_id = $1 AND revision_id = $2 AND submitted_at IS NOT NULL AND erased_at IS NULL \
     AND COALESCE(decided_at, closed_at, withdrawn_at) < $3 AND NOT EXISTS (SELECT 1 FROM dossier_holds h \
     WHERE h.organisation_id = dossiers.organisation_id AND h.dossier_id = dossiers.id) \
     ORDER BY COALESCE(decided_at, closed_at, withdrawn_at) LIMIT $4",
);
const COUNT_ENDED: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(COALESCE(decided_at, closed_at, withdrawn_at)), MAX(COALESCE(decided_at, closed_at, withdrawn_at)) \
     FROM dossiers WHERE organisation_id = $1 AND revision_id = $2 AND submitted_at IS NOT NULL AND erased_at IS NULL \
     AND COALESCE(decided_at, closed_at, withdrawn_at) < $3 AND NOT EXISTS (SELECT 1 FROM dossier_holds h \
     WHERE h.organisation_id = dossiers.organisation_id AND h.dossier_id = dossiers.id)",
);
const PIECES: Sql = Sql("SELECT blob FROM pieces WHERE organisation_id = $1 AND dossier_id = $2");
const PARTS: Sql = Sql("SELECT blob FROM upload_parts WHERE organisation_id = $1 \
     AND upload_id IN (SELECT id FROM uploads WHERE organisation_id = $1 AND dossier_id = $2)");
const DELETE_ANSWERS: Sql =
    Sql("DELETE FROM dossier_answers WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_NAMES: Sql =
    Sql("DELETE FROM dossier_names WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_PIECES: Sql = Sql("DELETE FROM pieces WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_UPLOADS: Sql =
    Sql("DELETE FROM uploads WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_RECEIPT: Sql =
    Sql("DELETE FROM receipts WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_MESSAGES: Sql =
    Sql("DELETE FROM messages WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_MENTIONS: Sql =
    Sql("DELETE FROM mentions WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_NOTES: Sql = Sql("DELETE FROM notes WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_REQUESTS: Sql =
    Sql("DELETE FROM requests WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_DECISION: Sql =
    Sql("DELETE FROM decisions WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_REMINDERS: Sql =
    Sql("DELETE FROM reminders WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_PRESENCES: Sql =
    Sql("DELETE FROM dossier_presences WHERE organisation_id = $1 AND dossier_id = $2");
const DELETE_PREFILLED: Sql =
    Sql("DELETE FROM dossier_prefilled WHERE organisation_id = $1 AND dossier_id = $2");
/// All that a dossier has beside its row.
const CONTENTS: [Sql; 13] = [
    DELETE_PREFILLED,
    DELETE_REMINDERS,
    DELETE_ANSWERS,
    DELETE_NAMES,
    DELETE_PIECES,
    DELETE_UPLOADS,
    DELETE_RECEIPT,
    DELETE_MESSAGES,
    DELETE_MENTIONS,
    DELETE_NOTES,
    DELETE_PRESENCES,
    DELETE_REQUESTS,
    DELETE_DECISION,
];
const BURY: Sql = Sql(
    "UPDATE dossiers SET version = version + 1, people_sealed = $4, label_sealed = $4, state = 'expired', touched_at = $3, erased_at = $3, \
     agent_id = NULL, agent_since = NULL, challenge_id = NULL, given_code_sealed = NULL, change_seq = NULL WHERE organisation_id = $1 AND id = $2",
);
const ID_OF: Sql = Sql(
    "SELECT id FROM dossiers WHERE organisation_id = $1 AND number = $2 AND submitted_at IS NOT NULL AND erased_at IS NULL",
);
const HOLD: Sql = Sql(
    "INSERT INTO dossier_holds (organisation_id, dossier_id, reference, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);
const RELEASE: Sql =
    Sql("DELETE FROM dossier_holds WHERE organisation_id = $1 AND dossier_id = $2");

/// Some dossiers of a revision that ended before an instant and are not held, the oldest first.
pub(crate) fn ended(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    revision: RevisionId,
    before: Instant,
    limit: i64,
) -> Result<Vec<(DossierId, Number)>, DossierError> {
    let values = [
        organisation.into(),
        revision.into(),
        before.into(),
        limit.into(),
    ];
    let rows = tx.query(ENDED, &values, |row| Ok((row.id(0)?, row.text(1)?)))?;
    let known = rows.into_iter().map(|(id, number)| {
        let number = Number::parse(&number).ok_or(DossierError::Row("number"))?;
        Ok((id, number))
    });
    known.collect()
}

pub(crate) fn count_ended(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    revision: RevisionId,
    before: Instant,
) -> Result<Due, DossierError> {
    let values = [organisation.into(), revision.into(), before.into()];
    Ok(tx.one(COUNT_ENDED, &values, Due::of)?)
}

/// Every stored file of a dossier, removed pieces included.
pub(crate) fn blobs_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<Vec<String>, DossierError> {
    let values = [organisation.into(), dossier.into()];
    let mut blobs = tx.query(PIECES, &values, |row| row.text(0))?;
    blobs.extend(tx.query(PARTS, &values, |row| row.text(0))?);
    Ok(blobs)
}

/// Removes all that a dossier has; its row keeps its number and its dates.
pub(crate) fn bury(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    number: &Number,
) -> Result<(), DossierError> {
    let one = [ctx.organisation.into(), dossier.into()];
    for statement in CONTENTS {
        tx.execute(statement, &one)?;
    }
    bury_payment(tx, ctx.organisation, dossier)?;
    forget_words(tx, ctx.organisation, dossier)?;
    forget_parked(tx, ctx.organisation, number)?;
    let nothing = Vec::<u8>::new();
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        ctx.now.into(),
        nothing.into(),
    ];
    tx.execute(BURY, &values)?;
    Ok(())
}

/// A deposited dossier that is not destroyed, by its number.
pub(crate) fn id_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    number: &Number,
) -> Result<Option<DossierId>, DossierError> {
    let values = [organisation.into(), number.as_str().into()];
    Ok(tx.optional(ID_OF, &values, |row| row.id(0))?)
}

pub(crate) fn insert_hold(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    reference: &str,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        reference.into(),
        ctx.now.into(),
    ];
    Ok(tx.put(HOLD, &values)?)
}

/// False when it was not held.
pub(crate) fn delete_hold(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<bool, DossierError> {
    Ok(tx.execute(RELEASE, &[organisation.into(), dossier.into()])? == 1)
}
