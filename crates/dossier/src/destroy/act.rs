//! Dossiers whose retention is over: their key, their files and their rows are destroyed; a number and dates are left.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, Instant, OrganisationId, RevisionId};
use parvis_store::{Due, Tx, sealing};

use crate::error::DossierError;
use crate::model::Number;
use crate::store;

/// What ends, and on whose word.
#[derive(Debug, Clone)]
pub struct Destruction {
    /// The revision that the dossiers answer: its retention was told to the persons.
    pub revision: RevisionId,
    /// Dossiers decided, closed or withdrawn before this instant.
    pub before: Instant,
    /// The rule, for the trace: `12 months`.
    pub rule: String,
    /// The reference of the visa of the archives (Code du patrimoine, L212-2 and R212-14: to be confirmed).
    pub visa: String,
    /// Dossiers of one transaction.
    pub at_once: i64,
}

/// What one transaction destroyed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Destroyed {
    /// The dossiers.
    pub dossiers: Vec<DossierId>,
    /// Their stored files: nothing names them any more, nothing opens them.
    pub blobs: Vec<String>,
}

/// The dossiers of a revision that ended before an instant, but for those that are held.
///
/// # Errors
/// Those of the store.
pub fn ended(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    revision: RevisionId,
    before: Instant,
) -> Result<Due, DossierError> {
    store::count_ended(tx, organisation, revision, before)
}

/// Destroys some dossiers whose retention is over, with the trail of their acts; leaves one trace of all of them, on the
/// organisation. Done again, it goes on where it stopped; nothing is left when it destroys none.
///
/// # Errors
/// Those of the store.
pub fn destroy(ctx: &Ctx, tx: &mut Tx<'_>, what: &Destruction) -> Result<Destroyed, DossierError> {
    let mut destroyed = Destroyed::default();
    let over = store::ended(
        tx,
        ctx.organisation,
        what.revision,
        what.before,
        what.at_once,
    )?;
    for (id, number) in over {
        destroyed
            .blobs
            .extend(store::blobs_of(tx, ctx.organisation, id)?);
        store::bury(tx, ctx, id, &number)?;
        sealing::destroy_key(tx, ctx.organisation, id.uuid())?;
        journal::forget_acts(tx, ctx.organisation, Subject::dossier(id))?;
        destroyed.dossiers.push(id);
    }
    if !destroyed.dossiers.is_empty() {
        trace(ctx, tx, what, &destroyed.dossiers)?;
    }
    Ok(destroyed)
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    what: &Destruction,
    dossiers: &[DossierId],
) -> Result<(), DossierError> {
    let ids: Vec<String> = dossiers.iter().map(ToString::to_string).collect();
    let detail = [
        ("revision", what.revision.to_string()),
        ("rule", what.rule.clone()),
        ("visa", what.visa.clone()),
        ("count", ids.len().to_string()),
        ("dossiers", ids.join(" ")),
    ];
    let subject = Subject::organisation(ctx.organisation);
    journal::record(ctx, tx, "dossiers.destroyed", subject, &detail)?;
    Ok(())
}

/// Keeps a dossier whatever its retention, until it is released: an appeal is pending. `reference` names the reason, without
/// personal data.
///
/// # Errors
/// `NotFound` when there is no such dossier, or when it was destroyed.
pub fn hold(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    number: &Number,
    reference: &str,
) -> Result<(), DossierError> {
    let id = store::id_of(tx, ctx.organisation, number)?.ok_or(DossierError::NotFound)?;
    store::insert_hold(tx, ctx, id, reference)?;
    let detail = [("reference", reference.to_owned())];
    journal::record(ctx, tx, "dossier.held", Subject::dossier(id), &detail)?;
    Ok(())
}

/// Lets the retention of a dossier run again.
///
/// # Errors
/// `NotFound` when it was not held.
pub fn release(ctx: &Ctx, tx: &mut Tx<'_>, number: &Number) -> Result<(), DossierError> {
    let id = store::id_of(tx, ctx.organisation, number)?.ok_or(DossierError::NotFound)?;
    if !store::delete_hold(tx, ctx.organisation, id)? {
        return Err(DossierError::NotFound);
    }
    journal::record(ctx, tx, "dossier.released", Subject::dossier(id), &[])?;
    Ok(())
}
