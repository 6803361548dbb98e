//! Whether a group still has something under way: asked before it is closed.

use parvis_kernel::{GroupId, OrganisationId};
use parvis_store::{Sql, StoreError, Tx};

const UNDER_WAY: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM dossiers WHERE organisation_id = $1 AND group_id = $2 \
     AND state IN ('draft', 'deposited', 'waiting', 'under-instruction') LIMIT 1",
);

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
