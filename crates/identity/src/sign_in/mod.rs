//! Going to the provider and coming back: who it is in this organisation, and nobody else.

mod attempt;
mod judge;

use parvis_access::session::Token;
use parvis_access::{AccessError, Right, Target, agent, authorize, invitation};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, OrganisationId, Personal, SessionId};
use parvis_store::{Tx, sealing};

pub use attempt::{Attempt, Keys, LIFE, begin, purge, take, waiting};
pub use judge::{Refused, Whom, judge};

use crate::error::IdentityError;
use crate::model::{Known, Provider};
use crate::{rules, store};

/// What the key of an agent seals of a session.
const ID_TOKEN: &str = "id token";

/// Finds who comes, binds them at their first time, and makes an agent of who was invited. Nobody else ever gets an account.
///
/// A refusal is an outcome, which leaves its trace.
///
/// # Errors
/// Those of the store.
pub fn arrive(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    provider: &Provider,
    known: &Known,
) -> Result<Result<AgentId, Refused>, IdentityError> {
    let whom = judge(tx, provider, known, ctx.now)?;
    let agent = match whom {
        Whom::Comes(agent) => return Ok(Ok(agent)),
        Whom::Refused(why) => {
            refused(ctx, tx, why.code())?;
            return Ok(Err(why));
        }
        Whom::Links(agent) => agent,
        Whom::Joins(id) => invitation::join_as(ctx, tx, id)?,
    };
    let issuer = &provider.settings.issuer;
    if !store::links::link(tx, ctx.organisation, issuer, &known.subject, agent, ctx.now)? {
        let why = Refused::BoundElsewhere;
        refused(ctx, tx, why.code())?;
        return Ok(Err(why));
    }
    let subject = Subject::new("agent", agent.uuid());
    journal::security(ctx, tx, "agent.identity_linked", subject, &[])?;
    Ok(Ok(agent))
}

/// Traces that somebody who came from the provider was not let in.
///
/// # Errors
/// Those of the store.
pub fn refused(ctx: &Ctx, tx: &mut Tx<'_>, reason: &str) -> Result<(), IdentityError> {
    let subject = Subject::organisation(ctx.organisation);
    let detail = [("reason", reason.to_owned())];
    journal::security(ctx, tx, "identity.refused", subject, &detail)?;
    Ok(())
}

/// Keeps what the provider will ask when the session is closed there too, and completes the sign-in when it proved a second factor.
/// True when it did.
///
/// # Errors
/// Those of the store.
pub fn open(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    provider: &Provider,
    known: &Known,
    session: SessionId,
    agent: AgentId,
) -> Result<bool, IdentityError> {
    let key = sealing::load_key(tx, ctx.organisation, agent.uuid())?;
    let sealed = key.seal(ID_TOKEN, known.id_token.as_bytes());
    store::links::keep_session(tx, ctx.organisation, session, agent, sealed)?;
    let proved = rules::proves_second_factor(&provider.settings, known);
    if proved {
        agent::complete_by_provider(ctx, tx, session, agent)?;
    }
    Ok(proved)
}

/// What the provider asks when a session that it opened is closed there too; nothing for the other sessions.
///
/// # Errors
/// Those of the store.
pub fn to_close(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<Option<(Provider, Personal<String>)>, IdentityError> {
    let Some((agent, sealed)) = store::links::session(tx, organisation, session)? else {
        return Ok(None);
    };
    let Some(provider) = store::providers::find(tx, organisation)? else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, agent.uuid())?;
    let token = String::from_utf8(key.open(ID_TOKEN, &sealed)?);
    Ok(token.ok().map(|token| (provider, token.into())))
}

/// Whether an agent is bound to a subject of a provider, for who sees how the organisation is administered.
///
/// # Errors
/// `Forbidden`.
pub fn is_linked(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<bool, IdentityError> {
    authorize(ctx, tx, Right::ReadAdministration, Target::Organisation)?;
    Ok(store::links::linked_at(tx, ctx.organisation, agent)?.is_some())
}

/// Forgets whom the provider meant by an agent: their next sign-in binds them again, by a verified address.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound`.
pub fn unlink(ctx: &Ctx, tx: &mut Tx<'_>, agent: AgentId) -> Result<(), AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    agent::find(tx, ctx.organisation, agent)?;
    if store::links::unlink(tx, ctx.organisation, agent)? {
        let subject = Subject::new("agent", agent.uuid());
        journal::security(ctx, tx, "agent.identity_unlinked", subject, &[])?;
    }
    Ok(())
}

/// What a token is stored as.
fn hash(token: &Token) -> String {
    token.hash()
}
