//! Being there, and seeing who else is.

use std::time::Duration;

use parvis_access::{AccessError, Right, agent};
use parvis_kernel::{AgentId, Ctx, DossierId, Instant};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Number};
use crate::store;

/// How often a presence is written, at most.
const WRITTEN_EVERY: Duration = Duration::from_secs(60);

/// An agent without news for so long is gone.
pub(crate) const GONE_AFTER: Duration = Duration::from_secs(120);

/// Another agent who has the dossier before their eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub agent: AgentId,
    /// Since when, without being gone in between.
    pub since: Instant,
}

/// Writes that the agent has a dossier before their eyes, unless it was written a moment ago. Nobody waits for it.
pub(crate) fn enter(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: DossierId,
    agent: AgentId,
) -> Result<(), DossierError> {
    let moments = store::Moments {
        old: ctx.now - WRITTEN_EVERY,
        gone: ctx.now - GONE_AFTER,
        ahead: ctx.now + GONE_AFTER,
    };
    store::write_presence(tx, ctx, dossier, agent, moments)
}

/// An agent who serves a person at the desk is there too, once the dossier is deposited: until then no other agent can open it.
pub(crate) fn serve(ctx: &Ctx, tx: &mut Tx<'_>, dossier: &Dossier) -> Result<(), DossierError> {
    match ctx.actor.agent().filter(|_| ctx.serves_person()) {
        Some(agent) if dossier.facts.submitted_at.is_some() => enter(ctx, tx, dossier.id, agent),
        _ => Ok(()),
    }
}

/// The other agents who have it before their eyes, whoever came first first.
pub(crate) fn others(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: DossierId,
    agent: AgentId,
) -> Result<Vec<Present>, DossierError> {
    let (gone, ahead) = (ctx.now - GONE_AFTER, ctx.now + GONE_AFTER);
    store::presences(tx, ctx.organisation, (dossier, agent), gone, ahead)
}

/// Says that the agent still has a dossier before their eyes, and who else has, by name. The page does it by itself while it is
/// visible; its opening left the trace of the consultation.
///
/// # Errors
/// `NotFound` for whoever may not read it.
pub fn attend(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Vec<(Present, agent::Agent)>, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    enter(ctx, tx, opened.dossier.id, own)?;
    let mut named = Vec::new();
    for present in others(ctx, tx, opened.dossier.id, own)? {
        match agent::find(tx, ctx.organisation, present.agent) {
            Ok(agent) => named.push((present, agent)),
            Err(AccessError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(named)
}

/// Forgets those who are gone, in every organisation.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, now: Instant) -> Result<u64, DossierError> {
    store::delete_old_presences(tx, now - GONE_AFTER)
}
