//! What an agent may do in the whole organisation: administer it, write its procedures, watch over its data.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, OrganisationId};
use parvis_store::Tx;

use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::store;

/// A role in the whole organisation. Being one gives nothing on dossiers: those are for the members of their group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationRole {
    /// Administers: services, groups, agents, rights, tokens, settings.
    Administrator,
    /// Writes, checks and publishes procedures.
    ProcedureAuthor,
    /// Data protection officer (RGPD art. 37 to 39): reads the journals and the settings, changes nothing.
    Dpo,
    /// Receives people at the desk and on the telephone: makes the dossier of a person with them, whatever the procedure.
    Guichet,
}

impl OrganisationRole {
    /// Every role, in the order of pages.
    pub const ALL: [Self; 4] = [
        Self::Administrator,
        Self::ProcedureAuthor,
        Self::Dpo,
        Self::Guichet,
    ];

    /// The stable word stored and used in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::ProcedureAuthor => "procedure_author",
            Self::Dpo => "dpo",
            Self::Guichet => "guichet",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Gives an agent a role. Giving one that they have changes nothing.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` for an unknown agent.
pub fn grant(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    role: OrganisationRole,
) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    give(ctx, tx, agent, role)
}

/// Gives a role that somebody who may give it promised.
pub(crate) fn give(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    role: OrganisationRole,
) -> Result<(), AccessError> {
    if store::insert_organisation_role(tx, ctx.organisation, agent, role, ctx.now)? {
        trace(ctx, tx, "agent.role_granted", agent, role)?;
    }
    Ok(())
}

/// Takes a role from an agent. The organisation never loses its last administrator who can sign in.
///
/// # Errors
/// `Forbidden` unless the actor administers; `LastAdministrator`.
pub fn revoke(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    role: OrganisationRole,
) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    if role == OrganisationRole::Administrator {
        refuse_last_administrator(tx, ctx.organisation, agent)?;
    }
    if store::delete_organisation_role(tx, ctx.organisation, agent, role)? {
        trace(ctx, tx, "agent.role_revoked", agent, role)?;
    }
    Ok(())
}

/// Refuses what would leave the organisation without an administrator: taking the role from the last one, closing their account.
///
/// # Errors
/// `LastAdministrator`.
pub fn refuse_last_administrator(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<(), AccessError> {
    let administrators = store::lock_administrators(tx, organisation)?;
    if administrators == [agent] {
        return Err(AccessError::LastAdministrator);
    }
    Ok(())
}

/// The roles of an agent, in the order of pages.
///
/// # Errors
/// Those of the store.
pub fn of_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<OrganisationRole>, AccessError> {
    let mut roles = store::organisation_roles(tx, organisation, agent)?;
    roles.sort_unstable();
    Ok(roles)
}

fn trace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    agent: AgentId,
    role: OrganisationRole,
) -> Result<(), AccessError> {
    let subject = Subject::new("agent", agent.uuid());
    let detail = [("role", role.code().to_owned())];
    journal::security(ctx, tx, verb, subject, &detail)?;
    Ok(())
}
