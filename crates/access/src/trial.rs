//! Agents of an organisation in its trial: who writes procedures treats there what is tried, without signing in again.

use parvis_journal::{self as journal, Subject};
use parvis_kernel::{AgentId, Ctx, OrganisationId};
use parvis_organisation as organisation;
use parvis_store::{Tx, sealing};

use crate::agent::{Agent, Membership, Role};
use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::role::OrganisationRole;
use crate::session::{self, Session, Token};
use crate::{role, store};

/// What stands in the place of a password: no password has this hash.
const NO_PASSWORD: &str = "!";

/// Opens a session in the trial for the agent of the context: there they instruct for every group, under their own name.
///
/// The trial was opened in the same transaction: its services and groups are those of today.
///
/// # Errors
/// `Forbidden` unless the agent writes procedures; those of the store.
pub fn enter(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    trial: OrganisationId,
    token: &Token,
) -> Result<Session, AccessError> {
    authorize(ctx, tx, Right::WriteProcedures, Target::Organisation)?;
    let agent = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    let own = store::agent(tx, ctx.organisation, agent)?.ok_or(AccessError::NotFound)?;
    let there = Ctx {
        organisation: trial,
        ..ctx.clone()
    };
    copy(&there, tx, &own)?;
    let opened = session::open_for_agent(&there, tx, token, agent)?;
    store::second_factor_given(tx, trial, opened.id, ctx.now)?;
    let subject = Subject::new("agent", agent.uuid());
    journal::security(ctx, tx, "trial.entered", subject, &[])?;
    Ok(opened)
}

/// The agent in the trial, under the same identifier, as they are today.
fn copy(there: &Ctx, tx: &mut Tx<'_>, own: &Agent) -> Result<(), AccessError> {
    if store::insert_agent(tx, there, own, NO_PASSWORD)? {
        sealing::create_key(tx, there, own.id.uuid())?;
    } else {
        store::change_agent(tx, there.organisation, own)?;
    }
    let groups = organisation::groups(tx, there.organisation);
    for (group, closed) in groups.map_err(AccessError::of_organisation)? {
        let membership = Membership {
            group: group.id,
            role: Role::Instructeur,
        };
        if closed.is_none() {
            store::upsert_membership(tx, there.organisation, own.id, membership)?;
        }
    }
    Ok(())
}

/// Whether an agent of an organisation may be in its trial now: their account is open, and they write procedures.
///
/// # Errors
/// Those of the store.
pub fn may_stay(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<bool, AccessError> {
    let own = store::agent(tx, organisation, agent)?;
    if own.is_none_or(|own| own.disabled_at.is_some()) {
        return Ok(false);
    }
    let roles = role::of_agent(tx, organisation, agent)?;
    let writes = |role: &OrganisationRole| {
        matches!(
            role,
            OrganisationRole::Administrator | OrganisationRole::ProcedureAuthor
        )
    };
    Ok(roles.iter().any(writes))
}

/// Whether an address is that of an agent of an organisation whose account is open: mails of its trial may go there.
///
/// # Errors
/// Those of the store.
pub fn is_of_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    address: &str,
) -> Result<bool, AccessError> {
    let address = address.trim().to_lowercase();
    let found = store::credentials_by_email(tx, organisation, &address)?;
    Ok(found.is_some_and(|(known, _)| known.agent.disabled_at.is_none()))
}
