//! Drafts that nobody finished: erased after the delay that was announced.

use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, Fact, Instant, OrganisationId};
use parvis_store::{Due, Tx};

use crate::error::DossierError;
use crate::model::State;
use crate::rules::{Act, after};
use crate::{facts, store};

/// Drafts erased in one round.
const ROUND: i64 = 200;

/// The drafts whose time is over.
///
/// # Errors
/// Those of the store.
pub fn expired_drafts(
    tx: &mut Tx<'_>,
    now: Instant,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    store::expired_drafts(tx, now, ROUND)
}

/// The drafts of an organisation that a purge would erase.
///
/// # Errors
/// Those of the store.
pub fn count_expired_drafts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Instant,
) -> Result<Due, DossierError> {
    store::count_expired_drafts(tx, organisation, now)
}

/// Erases a draft whose time is over: its key is destroyed, so that nothing that was typed can be read again, from a backup
/// of the rows neither. False when it was deposited or touched in between.
///
/// # Errors
/// Those of the store.
pub fn expire(ctx: &Ctx, tx: &mut Tx<'_>, id: DossierId) -> Result<bool, DossierError> {
    let (mut dossier, key) = match store::find(tx, ctx.organisation, id) {
        Ok(found) => found,
        Err(DossierError::NotFound) => return Ok(false),
        Err(error) => return Err(error),
    };
    let over = dossier.facts.expires_at.is_some_and(|end| end <= ctx.now);
    if !over || after(dossier.state(), Act::Expire) != Some(State::Expired) {
        return Ok(false);
    }
    dossier.facts.expired_at = Some(ctx.now);
    dossier.facts.erased_at = Some(ctx.now);
    store::save(tx, ctx, &dossier, &key)?;
    store::destroy(tx, ctx.organisation, id)?;
    journal::record(ctx, tx, "draft.expired", Subject::dossier(id), &[])?;
    let fact = Fact::new(ctx.organisation, facts::EXPIRED, id.uuid(), ctx.now);
    jobs::publish(tx, &fact)?;
    Ok(true)
}

/// Removes the parked posts whose time is over.
///
/// # Errors
/// Those of the store.
pub fn purge_parked(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    store::delete_old_parked(tx, now)
}

/// Removes the uploads that nobody ended in time.
///
/// # Errors
/// Those of the store.
pub fn purge_uploads(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    store::delete_old_uploads(tx, now)
}
