//! Taking a decision back while it is held: the person was not told, and nothing was notified (CRPA L221-8).

use parvis_access::Right;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Dossier, NO_DUE_DATE, Number, outcome_code};
use crate::rules::Act;
use crate::store;

/// Takes a held decision back: the dossier is under instruction again, the day of silence counts again, the acts that were
/// attached to the decision are removed, and the fact that waited is never heard. The trace stays.
///
/// # Errors
/// `NoLongerHeld` once the person may see it; `NotNow` without a decision; `ChangedMeanwhile`.
pub fn take_back(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::DecideDossier)?;
    opened.is_still_at(version)?;
    opened.allows(Act::TakeBack)?;
    if !opened.dossier.facts.holds_decision(ctx.now) {
        return Err(DossierError::NoLongerHeld);
    }
    let id = opened.dossier.id;
    let given = store::receipt(tx, ctx.organisation, id, &opened.key)?;
    let due = given.receipt().silence_on();
    let facts = &mut opened.dossier.facts;
    let outcome = facts.outcome.take().map_or("", outcome_code);
    facts.decided_at = None;
    facts.visible_at = None;
    opened.dossier.silence_due = due.map_or(NO_DUE_DATE, store::day_number);
    opened.save(ctx, tx)?;
    store::delete_decision(tx, ctx.organisation, id)?;
    store::delete_payment(tx, ctx.organisation, id)?;
    store::remove_pieces_of_decision(tx, ctx, id)?;
    let subject = Subject::dossier(id);
    let detail = [("outcome", outcome.to_owned())];
    journal::record(ctx, tx, "dossier.decision_taken_back", subject, &detail)?;
    jobs::retract_held(tx, ctx.organisation, facts::DECIDED, id.uuid(), ctx.now)?;
    Ok(opened.dossier)
}
