//! Whether the person of a dossier said how satisfied they are: neither when nor what.

use parvis_kernel::{DossierId, OrganisationId};
use parvis_store::{Sql, Tx};

use crate::error::DossierError;

const SAID: Sql =
    Sql("SELECT satisfaction_said FROM dossiers WHERE organisation_id = $1 AND id = $2");
/// Nothing else of the row changes: neither its version nor when it was touched.
const MARK: Sql = Sql("UPDATE dossiers SET satisfaction_said = 1 \
     WHERE organisation_id = $1 AND id = $2 AND satisfaction_said = 0");

pub(crate) fn is_satisfaction_said(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<bool, DossierError> {
    let values = [organisation.into(), dossier.into()];
    Ok(tx.one(SAID, &values, |row| row.bool(0))?)
}

/// False when the person had said it.
pub(crate) fn mark_satisfaction_said(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<bool, DossierError> {
    let values = [organisation.into(), dossier.into()];
    Ok(tx.execute(MARK, &values)? == 1)
}
