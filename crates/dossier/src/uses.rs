//! What other rooms ask of dossiers, by identifier: whether a group still has something under way, how a dossier is named outside.

use parvis_kernel::{DossierId, GroupId, OrganisationId, ProcedureId};
use parvis_store::{Sql, StoreError, Tx};

const UNDER_WAY: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM dossiers WHERE organisation_id = $1 AND group_id = $2 \
     AND state IN ('draft', 'deposited', 'waiting', 'under-instruction') LIMIT 1",
);

const PLACE: Sql = Sql("SELECT number, procedure_id, group_id FROM dossiers \
     WHERE organisation_id = $1 AND id = $2 AND submitted_at IS NOT NULL AND erased_at IS NULL");

/// How a deposited dossier is named outside, and who instructs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its number.
    pub number: String,
    /// Its procedure.
    pub procedure: ProcedureId,
    /// The group that instructs it.
    pub group: GroupId,
}

/// How a dossier is named outside; nothing for a draft, or once it is erased.
///
/// # Errors
/// Those of the store.
pub fn place_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<Option<Place>, StoreError> {
    tx.optional(PLACE, &[organisation.into(), dossier.into()], |row| {
        Ok(Place {
            number: row.text(0)?,
            procedure: row.id(1)?,
            group: row.id(2)?,
        })
    })
}

/// Whether a dossier of a group is a draft or not decided yet.
///
/// # Errors
/// Those of the store.
pub fn has_under_way(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<bool, StoreError> {
    let found = tx.optional(UNDER_WAY, &[organisation.into(), group.into()], |row| {
        row.int(0)
    })?;
    Ok(found.is_some())
}

/// How many deposited dossiers no rule of their procedure led to a group, and nobody took yet.
///
/// # Errors
/// Those of the store.
pub fn count_unrouted(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<i64, StoreError> {
    crate::store::count_unrouted(tx, organisation)
}
