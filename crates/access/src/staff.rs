//! Agents as those who administer see them: who they are, what they may do, whether they still come.

use std::collections::HashMap;

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, GroupId, Instant, OrganisationId, ServiceId};
use parvis_store::Tx;

use crate::agent::{Agent, Membership};
use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::role::{self, OrganisationRole};
use crate::store;

/// An agent with their rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The agent.
    pub agent: Agent,
    /// When the account was made.
    pub created_at: Instant,
    /// When they last came in.
    pub last_signed_in_at: Option<Instant>,
    /// When somebody last said that their rights are right.
    pub reviewed_at: Option<Instant>,
    /// Whether a second factor is enrolled.
    pub second_factor: bool,
    /// Their groups.
    pub memberships: Vec<Membership>,
    /// Their roles in the whole organisation.
    pub roles: Vec<OrganisationRole>,
}

impl Member {
    /// Whether nobody came in with this open account since an instant.
    #[must_use]
    pub fn is_unused_since(&self, instant: Instant) -> bool {
        let last = self.last_signed_in_at.unwrap_or(self.created_at);
        self.agent.disabled_at.is_none() && last < instant
    }
}

/// What an agent may do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// In each group.
    pub memberships: Vec<Membership>,
    /// In the whole organisation.
    pub roles: Vec<OrganisationRole>,
}

/// Every agent of the organisation with their rights, by name.
///
/// # Errors
/// `Forbidden` unless the actor sees the administration.
pub fn all(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Member>, AccessError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    let mut memberships: HashMap<AgentId, Vec<Membership>> = HashMap::new();
    for (agent, membership) in store::all_memberships(tx, ctx.organisation)? {
        memberships.entry(agent).or_default().push(membership);
    }
    let mut roles: HashMap<AgentId, Vec<OrganisationRole>> = HashMap::new();
    for (agent, role) in store::all_roles(tx, ctx.organisation)? {
        roles.entry(agent).or_default().push(role);
    }
    let mut members = store::staff(tx, ctx.organisation)?;
    for member in &mut members {
        member.memberships = memberships.remove(&member.agent.id).unwrap_or_default();
        member.roles = roles.remove(&member.agent.id).unwrap_or_default();
        member.roles.sort_unstable();
    }
    Ok(members)
}

/// One agent with their rights.
///
/// # Errors
/// `Forbidden` unless the actor sees the administration; `NotFound`.
pub fn one(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<Member, AccessError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    let member = store::member(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    let mut roles = store::roles_of(tx, ctx.organisation, agent)?;
    roles.sort_unstable();
    Ok(Member {
        memberships: store::memberships(tx, ctx.organisation, agent)?,
        roles,
        ..member
    })
}

/// Changes who an agent is: names, quality, delegation, service. Their address stays: they sign in with it.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` for an unknown agent or service.
pub fn change(ctx: &Ctx, tx: &mut Tx<'_>, agent: &Agent) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let before = store::agent(tx, ctx.organisation, agent.id)?.ok_or(AccessError::NotFound)?;
    refuse_foreign_service(tx, ctx.organisation, agent.service)?;
    store::change_agent(tx, ctx.organisation, agent)?;
    let changes = [
        ("first_name", before.first_name != agent.first_name),
        ("last_name", before.last_name != agent.last_name),
        ("quality", before.quality != agent.quality),
        ("service", before.service != agent.service),
        ("delegation", before.delegation != agent.delegation),
    ];
    let changed: Vec<&str> = changes
        .iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| *name)
        .collect();
    trace(
        ctx,
        tx,
        "agent.changed",
        agent.id,
        &[("fields", changed.join(" "))],
    )
}

/// Gives an agent exactly these rights; each that is gained or lost leaves its trace.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` for an unknown agent or group; `LastAdministrator`.
pub fn set_rights(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    rights: &Rights,
) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    let had = store::memberships(tx, ctx.organisation, agent)?;
    for membership in &had {
        let kept = rights
            .memberships
            .iter()
            .any(|own| own.group == membership.group);
        if !kept {
            leave(ctx, tx, agent, membership.group)?;
        }
    }
    for membership in &rights.memberships {
        if !had.contains(membership) {
            refuse_foreign_group(tx, ctx.organisation, membership.group)?;
            crate::agent::join(ctx, tx, agent, *membership)?;
        }
    }
    for role in OrganisationRole::ALL {
        match rights.roles.contains(&role) {
            true => role::grant(ctx, tx, agent, role)?,
            false => role::revoke(ctx, tx, agent, role)?,
        }
    }
    Ok(())
}

fn leave(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId, group: GroupId) -> Result<(), AccessError> {
    if store::leave(tx, ctx.organisation, agent, group)? {
        let detail = [("group", group.to_string())];
        trace(ctx, tx, "agent.left", agent, &detail)?;
    }
    Ok(())
}

/// Closes the account of an agent: they cannot sign in, their sessions end. Their rights wait for them.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`; `OwnAccount`; `LastAdministrator`.
pub fn disable(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    if ctx.actor.agent() == Some(agent) {
        return Err(AccessError::OwnAccount);
    }
    role::refuse_last_administrator(tx, ctx.organisation, agent)?;
    if store::disable(tx, ctx.organisation, agent, ctx.now)? {
        store::delete_sessions_of_agent(tx, ctx.organisation, agent)?;
        trace(ctx, tx, "agent.disabled", agent, &[])?;
    }
    Ok(())
}

/// Opens the account of an agent again.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`.
pub fn enable(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    if store::enable(tx, ctx.organisation, agent)? {
        trace(ctx, tx, "agent.enabled", agent, &[])?;
    }
    Ok(())
}

/// Forgets the second factor of an agent, who enrols another one at their next sign-in; their sessions end.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`.
pub fn forget_second_factor(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    if store::forget_totp(tx, ctx.organisation, agent)? {
        store::delete_sessions_of_agent(tx, ctx.organisation, agent)?;
        trace(ctx, tx, "agent.second_factor_forgotten", agent, &[])?;
    }
    Ok(())
}

/// How many open accounts belong to a service.
///
/// # Errors
/// Those of the store.
pub fn count_in_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: ServiceId,
) -> Result<i64, AccessError> {
    Ok(store::open_accounts_in_service(tx, organisation, service)?)
}

/// How many agents are members of a group.
///
/// # Errors
/// Those of the store.
pub fn count_in_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<i64, AccessError> {
    Ok(store::members_of_group(tx, organisation, group)?)
}

/// Refuses a group that is of another organisation, unknown, or closed.
pub(crate) fn refuse_foreign_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<(), AccessError> {
    let groups = parvis_organisation::groups(tx, organisation);
    let groups = groups.map_err(AccessError::of_organisation)?;
    let open = groups
        .iter()
        .any(|(own, closed_at)| own.id == group && closed_at.is_none());
    if open {
        Ok(())
    } else {
        Err(AccessError::NotFound)
    }
}

/// Refuses a service that is of another organisation, unknown, or closed.
pub(crate) fn refuse_foreign_service(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    service: ServiceId,
) -> Result<(), AccessError> {
    let services = parvis_organisation::services(tx, organisation);
    let services = services.map_err(AccessError::of_organisation)?;
    let open = services
        .iter()
        .any(|(own, closed_at)| own.id == service && closed_at.is_none());
    if open {
        Ok(())
    } else {
        Err(AccessError::NotFound)
    }
}

pub(crate) fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    agent: AgentId,
    detail: &[(&str, String)],
) -> Result<(), AccessError> {
    journal::security(ctx, tx, verb, Subject::new("agent", agent.uuid()), detail)?;
    Ok(())
}
