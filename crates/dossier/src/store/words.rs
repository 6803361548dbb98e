//! Rows of the words by which a dossier is found.

use std::collections::BTreeSet;

use parvis_kernel::{DossierId, OrganisationId};
use parvis_store::{Sql, StoreError, Tx};

const DELETE: Sql = Sql("DELETE FROM dossier_words WHERE organisation_id = $1 AND dossier_id = $2");
const INSERT: Sql = Sql(
    "INSERT INTO dossier_words (organisation_id, token, dossier_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

/// Forgets the tokens under which a dossier was found: what is erased is found no more.
pub(crate) fn forget_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<(), StoreError> {
    tx.put(DELETE, &[organisation.into(), dossier.into()])
}

/// Replaces the tokens under which a dossier is found.
pub(crate) fn replace_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
    tokens: &BTreeSet<i64>,
) -> Result<(), StoreError> {
    forget_words(tx, organisation, dossier)?;
    for token in tokens {
        let values = [organisation.into(), (*token).into(), dossier.into()];
        tx.put(INSERT, &values)?;
    }
    Ok(())
}
