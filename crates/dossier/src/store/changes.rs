//! The order in which applications read what changed.

use parvis_kernel::{DossierId, OrganisationId};
use parvis_store::{Sql, StoreError, Tx};

use super::dossiers::columns;
use crate::error::DossierError;
use crate::model::Dossier;

const TOUCH: Sql =
    Sql("UPDATE dossiers SET change_seq = NULL WHERE organisation_id = $1 AND id = $2");
const OPEN_SEQUENCE: Sql = Sql(
    "INSERT INTO dossier_sequences (organisation_id, last) VALUES ($1, 0) ON CONFLICT DO NOTHING",
);
// Changing nothing takes the row: one reader numbers at a time, until its transaction ends.
const TAKE_SEQUENCE: Sql =
    Sql("UPDATE dossier_sequences SET last = last WHERE organisation_id = $1");
const LAST: Sql = Sql("SELECT last FROM dossier_sequences WHERE organisation_id = $1");
const UNNUMBERED: Sql = Sql(
    "SELECT id FROM dossiers WHERE organisation_id = $1 AND change_seq IS NULL ORDER BY id LIMIT $2",
);
const NUMBER: Sql =
    Sql("UPDATE dossiers SET change_seq = $3 WHERE organisation_id = $1 AND id = $2");
const KEEP_LAST: Sql = Sql("UPDATE dossier_sequences SET last = $2 WHERE organisation_id = $1");
const CHANGED: Sql = Sql(
    "SELECT id, number, procedure_id, revision_id, group_id, service_id, channel, language, identification, challenge_id, version, \
     answers_version, people_sealed, silence_due, created_at, touched_at, expires_at, submitted_at, waiting_since, instructed_at, \
     decided_at, outcome, visible_at, decision_read_at, closed_at, closing, withdrawn_at, expired_at, erased_at, agent_id, agent_since, \
     given_code_sealed, change_seq FROM dossiers WHERE organisation_id = $1 AND change_seq IS NOT NULL AND change_seq > $2 ORDER BY change_seq LIMIT $3",
);

/// Says that something of a dossier changed beside its row: a message, a piece.
pub(crate) fn touch(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), StoreError> {
    tx.put(TOUCH, &[organisation.into(), dossier.into()])
}

/// Numbers what changed, at most `most` dossiers.
pub(crate) fn number_changes(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    most: i64,
) -> Result<(), StoreError> {
    tx.put(OPEN_SEQUENCE, &[organisation.into()])?;
    tx.execute(TAKE_SEQUENCE, &[organisation.into()])?;
    let mut last = tx.one(LAST, &[organisation.into()], |row| row.int(0))?;
    let changed: Vec<DossierId> =
        tx.query(UNNUMBERED, &[organisation.into(), most.into()], |row| {
            row.id(0)
        })?;
    for dossier in changed {
        last += 1;
        tx.put(NUMBER, &[organisation.into(), dossier.into(), last.into()])?;
    }
    tx.put(KEEP_LAST, &[organisation.into(), last.into()])
}

/// What changed after a number, in order, with its number; people stay sealed.
pub(crate) fn changed_after(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: i64,
    most: i64,
) -> Result<Vec<(Dossier, i64)>, DossierError> {
    let values = [organisation.into(), after.into(), most.into()];
    let rows = tx.query(CHANGED, &values, |row| Ok((columns(row)?, row.int(32)?)))?;
    rows.into_iter()
        .map(|(columns, number)| Ok((columns.unopened()?, number)))
        .collect()
}
