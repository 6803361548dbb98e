//! Taking a request back.

use parvis_access::Right;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Dossier, NO_DUE_DATE, Number, State};
use crate::rules::Act;
use crate::store;

/// The person takes the request back. A second time changes nothing.
///
/// # Errors
/// `NotNow` when it is decided, closed or not deposited.
pub fn withdraw(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    if opened.dossier.state() == State::Withdrawn {
        return Ok(opened.dossier);
    }
    opened.allows(Act::Withdraw)?;
    opened.dossier.facts.withdrawn_at = Some(ctx.now);
    opened.dossier.facts.waiting_since = None;
    opened.dossier.silence_due = NO_DUE_DATE;
    store::mark_request_lifted(tx, ctx, opened.dossier.id)?;
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(ctx, tx, "dossier.withdrawn", subject, &[])?;
    let id = opened.dossier.id.uuid();
    jobs::publish(
        tx,
        &Fact::new(ctx.organisation, facts::WITHDRAWN, id, ctx.now),
    )?;
    Ok(opened.dossier)
}
