//! Beginning to instruct, or going on without what was asked.

use parvis_access::Right;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Number};
use crate::rules::Act;
use crate::store;

/// Puts a dossier under instruction. On a dossier that waits for the person, the request is lifted: a missing piece may not
/// stop the instruction of a right unless it is indispensable (CRPA L114-5-1).
///
/// # Errors
/// `NotNow`; `ChangedMeanwhile` when somebody acted in between.
pub fn instruct(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.is_still_at(version)?;
    opened.allows(Act::Instruct)?;
    let agent = ctx.actor.agent().ok_or(DossierError::NotFound)?;
    let lifted = store::mark_request_lifted(tx, ctx, opened.dossier.id)?;
    let facts = &mut opened.dossier.facts;
    facts.instructed_at = facts.instructed_at.or(Some(ctx.now));
    facts.waiting_since = None;
    if opened.dossier.agent.is_none() {
        opened.dossier.agent = Some(agent);
        opened.dossier.agent_since = Some(ctx.now);
    }
    opened.save(ctx, tx)?;
    journal::record(
        ctx,
        tx,
        "dossier.instructed",
        Subject::dossier(opened.dossier.id),
        &[("lifted", lifted.to_string())],
    )?;
    Ok(opened.dossier)
}
