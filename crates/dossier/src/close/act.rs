//! Closing without a decision: a duplicate, or a procedure that asks for none.

use parvis_access::Right;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Closing, Dossier, NO_DUE_DATE, Number};
use crate::rules::Act;
use crate::store;

/// Closes a dossier without a decision.
///
/// # Errors
/// `DecisionAsked` when the person asked for a decision and it is no duplicate; `ChangedMeanwhile` when somebody acted in between.
pub fn close(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
    closing: &Closing,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::DecideDossier)?;
    opened.is_still_at(version)?;
    opened.allows(Act::Close)?;
    let file = &opened.revision.file;
    if let Closing::Stated(code) = closing {
        let stated = file.closing.iter().any(|closing| closing.code == *code);
        if file.asks_for_decision || !stated {
            return Err(DossierError::DecisionAsked);
        }
    }
    opened.dossier.facts.closed_at = Some(ctx.now);
    opened.dossier.facts.closing = Some(closing.clone());
    opened.dossier.facts.waiting_since = None;
    opened.dossier.silence_due = NO_DUE_DATE;
    store::mark_request_lifted(tx, ctx, opened.dossier.id)?;
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("closing", closing.code().to_owned())];
    journal::record(ctx, tx, "dossier.closed", subject, &detail)?;
    let id = opened.dossier.id.uuid();
    jobs::publish(tx, &Fact::new(ctx.organisation, facts::CLOSED, id, ctx.now))?;
    Ok(opened.dossier)
}
