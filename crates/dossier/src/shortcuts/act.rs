//! Choosing one's keys.

use parvis_access::AccessError;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx};
use parvis_store::Tx;

use super::Shortcuts;
use crate::error::DossierError;
use crate::store;

/// The keys of the agent who asks: those of the house until they chose.
///
/// # Errors
/// `SignInFirst` for anybody but an agent.
pub fn of_agent(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Shortcuts, DossierError> {
    let found = store::shortcuts(tx, ctx.organisation, by(ctx)?)?;
    Ok(found.unwrap_or_default())
}

/// Keeps the keys of the agent who asks.
///
/// # Errors
/// `SignInFirst` for anybody but an agent.
pub fn choose(ctx: &Ctx, tx: &mut Tx<'_>, chosen: &Shortcuts) -> Result<(), DossierError> {
    let agent = by(ctx)?;
    store::keep_shortcuts(tx, ctx.organisation, agent, chosen)?;
    let detail = [("active", chosen.is_active.to_string())];
    trace(ctx, tx, agent, &detail)
}

/// Gives the agent who asks the keys of the house again.
///
/// # Errors
/// `SignInFirst` for anybody but an agent.
pub fn restore(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), DossierError> {
    let agent = by(ctx)?;
    store::forget_shortcuts(tx, ctx.organisation, agent)?;
    trace(ctx, tx, agent, &[])
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    detail: &[(&str, String)],
) -> Result<(), DossierError> {
    let subject = Subject::new("agent", agent.uuid());
    Ok(journal::record(
        ctx,
        tx,
        "shortcuts.chosen",
        subject,
        detail,
    )?)
}

fn by(ctx: &Ctx) -> Result<AgentId, DossierError> {
    Ok(ctx.actor.agent().ok_or(AccessError::SignInFirst)?)
}
