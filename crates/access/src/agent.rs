//! Agents: who they are, what they belong to, how they sign in.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{
    Actor, AgentId, Ctx, GroupId, Instant, OrganisationId, Purpose, ServiceId, SessionId,
};
use parvis_store::{Tx, sealing};

use crate::error::AccessError;
use crate::{attempts, store, totp};

/// An agent of an organisation. First name, name and quality stand on every letter (CRPA L111-2, L212-1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Their identifier.
    pub id: AgentId,
    /// Their address, lower case: with it they sign in.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Name.
    pub last_name: String,
    /// Quality: `Officière de l’état civil`.
    pub quality: String,
    /// Their service.
    pub service: ServiceId,
    /// Reference of the act that lets them sign, if any.
    pub delegation: Option<String>,
    /// When their account was closed.
    pub disabled_at: Option<Instant>,
}

impl Agent {
    /// First name and name.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// What stands in the place of the hash, for an agent whom only the provider of the organisation knows: no password opens it.
pub(crate) const NO_PASSWORD: &str = "";

/// What a member of a group may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Reads dossiers.
    Reader,
    /// Reads, asks, writes and decides.
    Instructeur,
}

impl Role {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Instructeur => "instructeur",
        }
    }

    pub(crate) fn of_code(code: &str) -> Self {
        if code == "instructeur" {
            Self::Instructeur
        } else {
            Self::Reader
        }
    }
}

/// An agent belongs to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Which group.
    pub group: GroupId,
    /// As what.
    pub role: Role,
}

/// What signing in needs to know of an agent.
#[derive(Clone)]
pub struct Credentials {
    /// The agent.
    pub agent: Agent,
    /// The hash of the password.
    pub password_hash: String,
    /// The secret of the second factor, once enrolled.
    pub totp_secret: Option<Vec<u8>>,
    /// The last time step that was accepted.
    pub totp_last_step: i64,
    /// Wrong tries in a row.
    pub failed_tries: i64,
    /// Until when no try is accepted.
    pub locked_until: Option<Instant>,
}

impl Credentials {
    /// Whether a password opens the account; one that a provider opened has none until somebody sets it.
    #[must_use]
    pub fn has_password(&self) -> bool {
        self.password_hash != NO_PASSWORD
    }

    /// Whether a try is accepted now.
    #[must_use]
    pub fn may_try(&self, now: Instant) -> bool {
        self.agent.disabled_at.is_none() && self.locked_until.is_none_or(|until| until <= now)
    }
}

/// Creates an agent. The password was checked and hashed before, outside of the transaction.
///
/// # Errors
/// `AgentExists` for an address that an agent has.
pub fn create(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: &Agent,
    password_hash: &str,
) -> Result<(), AccessError> {
    if !store::insert_agent(tx, ctx, agent, password_hash)? {
        return Err(AccessError::AgentExists);
    }
    sealing::create_key(tx, ctx, agent.id.uuid())?;
    journal::security(ctx, tx, "agent.created", subject(agent.id), &[])?;
    Ok(())
}

/// Makes an agent a member of a group, or changes their role in it.
///
/// # Errors
/// Those of the store.
pub fn join(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    membership: Membership,
) -> Result<(), AccessError> {
    store::upsert_membership(tx, ctx.organisation, agent, membership)?;
    let detail = [
        ("group", membership.group.to_string()),
        ("role", membership.role.code().to_owned()),
    ];
    journal::security(ctx, tx, "agent.joined", subject(agent), &detail)?;
    Ok(())
}

/// Replaces a password, forgets the second factor when asked, and ends the agent's sessions.
///
/// # Errors
/// `NotFound` for an unknown agent.
pub fn reset_password(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    password_hash: &str,
    forget_second_factor: bool,
) -> Result<(), AccessError> {
    if !store::update_password(
        tx,
        ctx.organisation,
        agent,
        password_hash,
        forget_second_factor,
    )? {
        return Err(AccessError::NotFound);
    }
    store::delete_sessions_of_agent(tx, ctx.organisation, agent)?;
    journal::security(ctx, tx, "agent.password_reset", subject(agent), &[])?;
    Ok(())
}

/// An agent by identifier.
///
/// # Errors
/// `NotFound` when the organisation has no such agent.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Agent, AccessError> {
    store::agent(tx, organisation, agent)?.ok_or(AccessError::NotFound)
}

/// The agents of a group, by name.
///
/// # Errors
/// Those of the store.
pub fn of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
) -> Result<Vec<Agent>, AccessError> {
    Ok(store::agents_of_group(tx, organisation, group)?)
}

/// The groups of an agent.
///
/// # Errors
/// Those of the store.
pub fn memberships(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<Membership>, AccessError> {
    Ok(store::memberships(tx, organisation, agent)?)
}

/// What signing in needs, by address (any case).
///
/// # Errors
/// Those of the store.
pub fn credentials(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    email: &str,
) -> Result<Option<Credentials>, AccessError> {
    let found = store::credentials_by_email(tx, organisation, &email.trim().to_lowercase())?;
    found
        .map(|(credentials, sealed)| unsealed(tx, organisation, credentials, sealed))
        .transpose()
}

/// What the second step of signing in needs, by agent.
///
/// # Errors
/// `NotFound` when the organisation has no such agent.
pub fn credentials_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Credentials, AccessError> {
    let (credentials, sealed) =
        store::credentials_by_id(tx, organisation, agent)?.ok_or(AccessError::NotFound)?;
    unsealed(tx, organisation, credentials, sealed)
}

fn unsealed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    credentials: Credentials,
    sealed: Option<Vec<u8>>,
) -> Result<Credentials, AccessError> {
    let Some(sealed) = sealed else {
        return Ok(credentials);
    };
    let key = sealing::load_key(tx, organisation, credentials.agent.id.uuid())?;
    Ok(Credentials {
        totp_secret: Some(key.open("totp", &sealed)?),
        ..credentials
    })
}

/// Counts a wrong password or code. From the fifth in a row the account waits: 1, 2, 4 ... minutes, at most an hour.
///
/// # Errors
/// Those of the store.
pub fn record_wrong_try(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    credentials: &Credentials,
) -> Result<(), AccessError> {
    let tries = credentials.failed_tries + 1;
    let locked_until = attempts::locked_until(tries, ctx.now);
    store::record_tries(
        tx,
        ctx.organisation,
        credentials.agent.id,
        tries,
        locked_until,
    )?;
    journal::security(
        ctx,
        tx,
        "agent.sign_in_refused",
        subject(credentials.agent.id),
        &[],
    )?;
    Ok(())
}

/// Counts a refused password. For an address without agent, and for an agent whose password was not looked at, the same statements
/// run, on an agent that does not exist: the answer takes as long.
///
/// # Errors
/// Those of the store.
pub fn refuse(ctx: &Ctx, tx: &mut Tx<'_>, known: Option<&Credentials>) -> Result<(), AccessError> {
    match known.filter(|known| known.may_try(ctx.now)) {
        Some(known) => record_wrong_try(ctx, tx, known),
        None => {
            store::record_tries(tx, ctx.organisation, AgentId::new(), 0, None)?;
            let subject = Subject::organisation(ctx.organisation);
            journal::security(ctx, tx, "agent.sign_in_refused", subject, &[])?;
            Ok(())
        }
    }
}

/// Keeps the secret of the second factor, proved by a first right code.
///
/// # Errors
/// `Forbidden` when the agent has one already or the code is wrong.
pub fn enrol_second_factor(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    agent: AgentId,
    secret: &[u8],
    code: &str,
) -> Result<(), AccessError> {
    let step = totp::matching_step(secret, code, ctx.now, 0)?.ok_or(AccessError::Forbidden)?;
    let key = sealing::load_key(tx, ctx.organisation, agent.uuid())?;
    let sealed = key.seal("totp", secret);
    // The step of the first code stays free, so that the sign-in that follows can use the same code.
    if !store::enrol_totp(tx, ctx.organisation, agent, sealed, step - 1)? {
        return Err(AccessError::Forbidden);
    }
    journal::security(ctx, tx, "agent.second_factor_enrolled", subject(agent), &[])?;
    Ok(())
}

/// Completes the sign-in of a session whose agent gave a right code for a new time step.
/// False when another request used the step first.
///
/// # Errors
/// Those of the store.
pub fn complete_sign_in(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    agent: AgentId,
    step: i64,
) -> Result<bool, AccessError> {
    if !store::use_totp_step(tx, ctx.organisation, agent, step)? {
        return Ok(false);
    }
    store::record_tries(tx, ctx.organisation, agent, 0, None)?;
    through(ctx, tx, session, agent, &[])?;
    Ok(true)
}

/// Completes the sign-in of a session that the provider of the organisation opened, when it proved a second factor itself.
/// Wrong tries of the password stay counted: they are of another door.
///
/// # Errors
/// Those of the store.
pub fn complete_by_provider(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    agent: AgentId,
) -> Result<(), AccessError> {
    let detail = [("second_factor", "provider".to_owned())];
    through(ctx, tx, session, agent, &detail)
}

/// Until now nobody was known in this session: from now on the agent is.
fn through(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    agent: AgentId,
    detail: &[(&str, String)],
) -> Result<(), AccessError> {
    store::signed_in(tx, ctx.organisation, agent, ctx.now)?;
    store::second_factor_given(tx, ctx.organisation, session, ctx.now)?;
    let signed_in = ctx.acting_as(Actor::Agent(agent, session), Purpose::Instruction);
    journal::security(&signed_in, tx, "agent.signed_in", subject(agent), detail)?;
    Ok(())
}

fn subject(agent: AgentId) -> Subject {
    Subject::new("agent", agent.uuid())
}
