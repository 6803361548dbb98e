//! Dossiers whose organisation goes to another installation, or comes from one: what depends on the master key is told when they
//! leave, and kept or made again where they arrive.
//!
//! Whoever calls this holds the master key and the database (the command line): no right is asked.

mod readable;

use parvis_demarche::Catalogue;
use parvis_kernel::{DossierId, OrganisationId, PieceId};
use parvis_store::Tx;

pub use readable::{
    READABLE_COLUMNS, Readable, ReadablePiece, readable, readable_line, readable_row,
};

use crate::error::DossierError;
use crate::model::FollowUpCode;
use crate::search::indexed;
use crate::store;

/// Dossiers or pieces looked at in one reading.
const PAGE: i64 = 200;

/// The follow-up code of a dossier, which its person holds on paper.
#[derive(Debug, Clone)]
pub struct Code {
    /// The dossier.
    pub dossier: DossierId,
    /// Its code.
    pub code: FollowUpCode,
}

/// Some of what was asked for, and after which dossier to read on; nothing when there is no more.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// What was read.
    pub items: Vec<T>,
    /// The last dossier that was looked at.
    pub last: Option<DossierId>,
}

/// Runs over the dossiers of an organisation that still say something, after one of them.
fn page<T>(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<DossierId>,
    mut each: impl FnMut(&mut Tx<'_>, DossierId) -> Result<Option<T>, DossierError>,
) -> Result<Page<T>, DossierError> {
    let ids = store::alive(tx, organisation, after, PAGE)?;
    let last = ids.last().copied();
    let mut items = Vec::with_capacity(ids.len());
    for id in ids {
        match each(tx, id) {
            Ok(item) => items.extend(item),
            // Its key is destroyed: it says nothing any more.
            Err(DossierError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Page { items, last })
}

/// The follow-up codes of an organisation, by dossier, after one of them.
///
/// # Errors
/// Those of the store.
pub fn codes(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<DossierId>,
) -> Result<Page<Code>, DossierError> {
    page(tx, organisation, after, |tx, id| {
        let (dossier, _) = store::find(tx, organisation, id)?;
        let code = dossier.follow_up_code(tx.vault());
        Ok(code.map(|code| Code { dossier: id, code }))
    })
}

/// Keeps the code that the installation of before gave to a dossier: the paper of its person goes on opening it.
///
/// # Errors
/// `NotFound` for a dossier that is not there.
pub fn keep_code(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    given: &Code,
) -> Result<(), DossierError> {
    let (_, key) = store::find(tx, organisation, given.dossier)?;
    Ok(store::give_code(
        tx,
        organisation,
        given.dossier,
        &given.code,
        &key,
    )?)
}

/// Makes again the words by which dossiers are found, under the master key of this installation; says after which one to go on.
///
/// # Errors
/// Those of the store; a revision that cannot be read.
pub fn index_again(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    after: Option<DossierId>,
) -> Result<Option<DossierId>, DossierError> {
    let done = page(tx, organisation, after, |tx, id| {
        let (dossier, _) = store::find(tx, organisation, id)?;
        if dossier.facts.submitted_at.is_some() {
            let label = dossier.people.label();
            store::replace_names(tx, organisation, id, &label)?;
            let words = indexed(tx, catalogue, organisation, id)?;
            store::replace_words(tx, organisation, id, &words)?;
        }
        Ok(Some(()))
    })?;
    Ok(done.last)
}

/// The stored files of an organisation, by piece, after one of them; a page of them, empty at the end.
///
/// # Errors
/// Those of the store.
pub fn stored_files(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<PieceId>,
) -> Result<Vec<(PieceId, String)>, DossierError> {
    Ok(store::blobs_after(tx, organisation, after, PAGE)?)
}
