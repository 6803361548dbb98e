//! Stored files that dossiers name, and those that no dossier names any more: a reception cut off before its row, a
//! piece removed, a draft erased, an upload in parts that nobody ended in time.

use parvis_kernel::{DossierId, OrganisationId};
use parvis_store::Tx;

use crate::error::DossierError;
use crate::store;

/// Stored files named at once.
const PAGE: i64 = 1000;

/// Those of these stored files that no dossier names any more, neither by a piece nor by a part of an upload that waits. The caller leaves the files of the last day alone: a file
/// is on disk before its row.
///
/// # Errors
/// Those of the store.
pub fn forgotten(tx: &mut Tx<'_>, blobs: &[String]) -> Result<Vec<String>, DossierError> {
    let mut forgotten = Vec::new();
    for blob in blobs {
        if !store::is_live_blob(tx, blob)? {
            forgotten.push(blob.clone());
        }
    }
    Ok(forgotten)
}

/// Stored files that dossiers name, parts of uploads included, in the order of their names, after the given one (`""` at first): a page of them, empty at
/// the end. For a back-up, and for the doctor.
///
/// # Errors
/// Those of the store.
pub fn named(tx: &mut Tx<'_>, after: &str) -> Result<Vec<Named>, DossierError> {
    let page = store::live_blobs(tx, after, PAGE)?;
    let named = |(blob, organisation, dossier)| Named {
        blob,
        organisation,
        dossier,
    };
    Ok(page.into_iter().map(named).collect())
}

/// A stored file, and the dossier whose key opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name of the file.
    pub blob: String,
    /// The organisation of the dossier.
    pub organisation: OrganisationId,
    /// The dossier.
    pub dossier: DossierId,
}
