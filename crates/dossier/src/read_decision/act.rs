//! Reading the decision. The first reading by the person is a dated fact.

use parvis_access::Right;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, Ctx};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Decided, Dossier, Number};
use crate::store;

/// The decision on a dossier, once it is visible to the person.
///
/// # Errors
/// `NotFound` when there is none, or none to be shown yet.
pub fn read_decision(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<(Dossier, Decided), DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::ReadDecision)?;
    let is_person = matches!(ctx.actor, Actor::Usager(_));
    if ctx.service_agent().is_none() && !opened.dossier.facts.shows_decision(ctx.now) {
        return Err(DossierError::NotFound);
    }
    let decided = store::decision(tx, ctx.organisation, opened.dossier.id, &opened.key)?
        .ok_or(DossierError::NotFound)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::consulted(ctx, tx, "decision.read", subject.clone(), &[])?;
    if is_person && opened.dossier.facts.decision_read_at.is_none() {
        opened.dossier.facts.decision_read_at = Some(ctx.now);
        opened.save(ctx, tx)?;
        journal::record(ctx, tx, "decision.first_read", subject, &[])?;
    }
    Ok((opened.dossier, decided))
}
