//! The sessions of an agent, as they recognise them: when, from which sort of browser, which one is this one.

use parvis_kernel::{Actor, AgentId, Ctx, Instant, SessionId};
use parvis_store::Tx;

use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::session::AGENT_IDLE;
use crate::staff::trace;
use crate::store;

/// A session of an agent that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Which session.
    pub session: SessionId,
    /// When the password was given.
    pub opened_at: Instant,
    /// When it was last used, to five minutes.
    pub last_seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
    /// Whether the second factor was given.
    pub signed_in: bool,
    /// The family name of the browser: `Firefox`. Nothing for a browser that nobody knows.
    pub browser: Option<String>,
}

impl Device {
    fn is_open(&self, now: Instant) -> bool {
        let idle_end = self.last_seen_at.saturating_add(AGENT_IDLE);
        now < self.expires_at && now < idle_end.unwrap_or(Instant::MAX)
    }
}

/// Keeps the family name of the browser of a session that was just opened.
///
/// # Errors
/// Those of the store.
pub fn describe(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    browser: &str,
) -> Result<(), AccessError> {
    store::describe_session(tx, ctx.organisation, session, browser)?;
    Ok(())
}

/// The open sessions of an agent, the latest first: one's own, or those of any agent for who sees the administration.
///
/// # Errors
/// `SignInFirst`, `Forbidden`.
pub fn of_agent(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<Vec<Device>, AccessError> {
    if ctx.actor.agent() != Some(agent) {
        authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    }
    let mut devices = store::devices(tx, ctx.organisation, agent)?;
    devices.retain(|device| device.is_open(ctx.now));
    Ok(devices)
}

/// Ends one session of the agent who acts.
///
/// # Errors
/// `SignInFirst`; `NotFound` for a session that is not theirs.
pub fn end(ctx: &Ctx, tx: &mut Tx<'_>, session: SessionId) -> Result<(), AccessError> {
    let (agent, _) = own(ctx)?;
    if !store::end_device(tx, ctx.organisation, agent, session)? {
        return Err(AccessError::NotFound);
    }
    trace(ctx, tx, "agent.session_ended", agent, &[])
}

/// Ends every session of the agent who acts but the one in which they act.
///
/// # Errors
/// `SignInFirst`.
pub fn end_others(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let (agent, session) = own(ctx)?;
    let ended = store::end_other_devices(tx, ctx.organisation, agent, session)?;
    let detail = [("count", ended.to_string())];
    trace(ctx, tx, "agent.sessions_ended", agent, &detail)
}

/// Ends every session of an agent.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`.
pub fn end_all_of(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    store::delete_sessions_of_agent(tx, ctx.organisation, agent)?;
    trace(ctx, tx, "agent.sessions_ended", agent, &[])
}

/// Replaces the password of the agent who acts, who proved to know the older one; their other sessions end.
///
/// # Errors
/// `SignInFirst`.
pub fn change_password(ctx: &Ctx, tx: &mut Tx<'_>, password_hash: &str) -> Result<(), AccessError> {
    let (agent, session) = own(ctx)?;
    if !store::update_password(tx, ctx.organisation, agent, password_hash, false)? {
        return Err(AccessError::NotFound);
    }
    store::end_other_devices(tx, ctx.organisation, agent, session)?;
    trace(ctx, tx, "agent.password_changed", agent, &[])
}

const fn own(ctx: &Ctx) -> Result<(AgentId, SessionId), AccessError> {
    match ctx.actor {
        Actor::Agent(agent, session) => Ok((agent, session)),
        _ => Err(AccessError::SignInFirst),
    }
}
