//! The periodic review of rights: somebody says of every open account that its rights are right, or closes it.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, Instant, OrganisationId};
use parvis_store::Tx;

use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::role;
use crate::staff::{self, Member, Rights, trace};
use crate::store;

/// A review that came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// When the last account was answered for.
    pub completed_at: Instant,
    /// By whom.
    pub completed_by: Option<AgentId>,
    /// How many accounts stayed open.
    pub agents: i64,
}

/// What is said of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Its rights are right.
    Confirmed,
    /// All its rights are taken, and it is closed.
    Withdrawn,
}

/// Where the review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The last one that came to its end.
    pub last: Option<Review>,
    /// Open accounts of which nothing was said since.
    pub remaining: i64,
}

/// Where the review stands.
///
/// # Errors
/// `Forbidden` unless the actor sees the administration.
pub fn standing(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Standing, AccessError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    let last = store::last_review(tx, ctx.organisation)?;
    Ok(Standing {
        last,
        remaining: remaining(tx, ctx.organisation, last)?,
    })
}

/// Whether an open account still waits for a word of the review that runs.
#[must_use]
pub fn awaits(member: &Member, last: Option<Review>) -> bool {
    let since = last.map_or(Instant::MIN, |review| review.completed_at);
    let answered = member.reviewed_at.is_some_and(|at| at > since);
    member.agent.disabled_at.is_none() && !answered
}

/// Says what becomes of some accounts; the review ends when nothing remains to be said.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`; `OwnAccount`; `LastAdministrator`.
pub fn answer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    outcomes: &[(AgentId, Outcome)],
) -> Result<Standing, AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    for (agent, outcome) in outcomes {
        store::agent(tx, ctx.organisation, *agent)?.ok_or(AccessError::NotFound)?;
        match outcome {
            Outcome::Confirmed => trace(ctx, tx, "agent.rights_confirmed", *agent, &[])?,
            Outcome::Withdrawn => withdraw(ctx, tx, *agent)?,
        }
        store::reviewed(tx, ctx.organisation, *agent, ctx.now)?;
    }
    let last = store::last_review(tx, ctx.organisation)?;
    if remaining(tx, ctx.organisation, last)? == 0 && !outcomes.is_empty() {
        let review = Review {
            completed_at: ctx.now,
            completed_by: ctx.actor.agent(),
            agents: store::open_accounts(tx, ctx.organisation)?,
        };
        store::complete_review(tx, ctx.organisation, &review)?;
        let subject = Subject::organisation(ctx.organisation);
        let detail = [("agents", review.agents.to_string())];
        journal::security(ctx, tx, "rights.reviewed", subject, &detail)?;
    }
    standing(ctx, tx)
}

fn withdraw(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    if ctx.actor.agent() == Some(agent) {
        return Err(AccessError::OwnAccount);
    }
    role::refuse_last_administrator(tx, ctx.organisation, agent)?;
    trace(ctx, tx, "agent.rights_withdrawn", agent, &[])?;
    staff::set_rights(ctx, tx, agent, &Rights::default())?;
    staff::disable(ctx, tx, agent)
}

fn remaining(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    last: Option<Review>,
) -> Result<i64, AccessError> {
    let since = last.map_or(Instant::UNIX_EPOCH, |review| review.completed_at);
    Ok(store::to_review(tx, organisation, since)?)
}
