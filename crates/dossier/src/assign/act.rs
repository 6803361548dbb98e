//! Taking a dossier, giving it to a colleague, putting it back.

use parvis_access::{Right, agent};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Number};
use crate::rules::Act;

/// Gives a dossier to an agent of its group, or to nobody.
///
/// # Errors
/// `NotOfGroup` when the agent is not of the group; `ChangedMeanwhile` when somebody acted in between.
pub fn assign(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
    to: Option<AgentId>,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.is_still_at(version)?;
    opened.allows(Act::Assign)?;
    if let Some(to) = to {
        let colleagues = agent::of_group(tx, ctx.organisation, opened.dossier.group)?;
        if !colleagues.iter().any(|colleague| colleague.id == to) {
            return Err(DossierError::NotOfGroup);
        }
    }
    opened.dossier.agent = to;
    opened.dossier.agent_since = to.map(|_| ctx.now);
    opened.save(ctx, tx)?;
    let to = to.map(|to| to.to_string()).unwrap_or_default();
    journal::record(
        ctx,
        tx,
        "dossier.assigned",
        Subject::dossier(opened.dossier.id),
        &[("agent", to)],
    )?;
    Ok(opened.dossier)
}
