//! Serving a person: at the desk, on the telephone, from a paper form.
//!
//! While an agent serves a person, they hold that person's dossier as the person would, and no other one: every act says that the agent
//! did it and through which door. One person at a time in a session, so that nothing of one is shown to the next.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, AgentId, Channel, Ctx, DossierId, SessionId};
use parvis_store::Tx;

use crate::error::AccessError;
use crate::store;

/// Dossiers at most in the list of those that an agent served.
const LATEST: i64 = 50;

/// The person whom an agent serves now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Served {
    /// Their dossier.
    pub dossier: DossierId,
    /// At the desk, on the telephone or from paper.
    pub channel: Channel,
}

/// Begins to serve the person of a dossier; whoever was served before in this session is not any more. The caller has checked that
/// the agent may serve this person: they began the draft, or the person gave its follow-up code.
///
/// # Errors
/// `SignInFirst` unless an agent acts; `Forbidden` through a door where no person is served.
pub fn serve(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: DossierId,
    channel: Channel,
) -> Result<(), AccessError> {
    let (agent, session) = agent_of(ctx)?;
    if !channel.is_assisted() {
        return Err(AccessError::Forbidden);
    }
    finish(ctx, tx)?;
    store::insert_counter_visit(tx, ctx, session, Served { dossier, channel })?;
    store::keep_served(tx, ctx, agent, dossier)?;
    trace(ctx, tx, "counter.opened", Served { dossier, channel })
}

/// Ends what [`serve`] began: the agent holds the dossier no more. Nobody being served, nothing happens.
///
/// # Errors
/// `SignInFirst` unless an agent acts.
pub fn finish(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let (_, session) = agent_of(ctx)?;
    match store::end_counter_visit(tx, ctx.organisation, session)? {
        Some(served) => trace(ctx, tx, "counter.closed", served),
        None => Ok(()),
    }
}

/// Whether the agent who acts serves the person of this dossier.
///
/// # Errors
/// Those of the store.
pub fn serves(ctx: &Ctx, tx: &mut Tx<'_>, dossier: DossierId) -> Result<bool, AccessError> {
    match ctx.actor {
        Actor::Agent(_, session) => Ok(store::serves(tx, ctx.organisation, session, dossier)?),
        _ => Ok(false),
    }
}

/// Whether the agent who acts served this person before.
///
/// # Errors
/// Those of the store.
pub fn has_served(ctx: &Ctx, tx: &mut Tx<'_>, dossier: DossierId) -> Result<bool, AccessError> {
    let (agent, _) = agent_of(ctx)?;
    Ok(store::has_served(tx, ctx.organisation, agent, dossier)?)
}

/// The dossiers that the agent who acts served, the latest first; 50 at most.
///
/// # Errors
/// `SignInFirst` unless an agent acts.
pub fn latest(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<DossierId>, AccessError> {
    let (agent, _) = agent_of(ctx)?;
    Ok(store::served_by(tx, ctx.organisation, agent, LATEST)?)
}

fn agent_of(ctx: &Ctx) -> Result<(AgentId, SessionId), AccessError> {
    match ctx.actor {
        Actor::Agent(agent, session) => Ok((agent, session)),
        _ => Err(AccessError::SignInFirst),
    }
}

fn trace(ctx: &Ctx, tx: &mut Tx<'_>, verb: &str, served: Served) -> Result<(), AccessError> {
    let through = ctx.through(served.channel);
    let subject = Subject::dossier(served.dossier);
    journal::security(&through, tx, verb, subject, &[])?;
    Ok(())
}
