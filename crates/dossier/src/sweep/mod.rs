//! Stored files that no dossier names any more: a reception cut off before its row, a piece removed, a draft erased.

use parvis_store::Tx;

use crate::error::DossierError;
use crate::store;

/// Those of these stored files that no piece of a dossier names any more. The caller leaves the files of the last day alone: a file
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
