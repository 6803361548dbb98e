//! Sessions of browsers, of persons and of agents.

use std::time::Duration;

use parvis_kernel::{
    AccountId, Actor, AgentId, Ctx, DossierId, Failure, Instant, OrganisationId, SessionId,
};
use parvis_store::{Due, StoreError, Tx, Vault};
use sha2::{Digest, Sha256};

use crate::error::AccessError;
use crate::guichet::Served;
use crate::store;

/// A session of a person lives this long.
pub const USAGER_LIFE: Duration = Duration::from_secs(12 * 3600);
/// A session of a person that is left alone ends after this long.
pub const USAGER_IDLE: Duration = Duration::from_secs(2 * 3600);
/// A session of an agent lives this long.
pub const AGENT_LIFE: Duration = Duration::from_secs(10 * 3600);
/// A session of an agent that is left alone ends after this long.
pub const AGENT_IDLE: Duration = Duration::from_secs(3600);
/// What matters most (address, password, closing the account) asks for a proof of who one is that is not older than this.
pub const RECENT: Duration = Duration::from_secs(15 * 60);
/// What addresses were told of accounts is kept this much longer: a mail may leave late.
const NOTICES: Duration = Duration::from_secs(30 * 24 * 3600);
/// The last visit is written again only after this long, so that reading a page writes nothing.
const SEEN_EVERY: Duration = Duration::from_secs(300);

/// A session that was found by its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    /// The agent who gave a right password, if any.
    pub agent: Option<AgentId>,
    /// The account of the person who gave a right password or code, if any.
    pub account: Option<AccountId>,
    /// When the agent gave a right second factor, or the person of the account last proved who they are in full; before, the
    /// session opens nothing of theirs.
    pub second_factor_at: Option<Instant>,
    /// When it was last used, to five minutes.
    pub last_seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
    /// The person whom the agent serves, if one is served now.
    pub serves: Option<Served>,
    /// The token that the forms of this session carry.
    pub csrf: String,
}

impl Session {
    /// Who acts in this session.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match (self.agent, self.second_factor_at) {
            (Some(agent), Some(_)) => Actor::Agent(agent, self.id),
            (Some(_), None) => Actor::Anonymous,
            (None, _) => Actor::Usager(self.id),
        }
    }

    /// The account of the person, once they are signed in.
    #[must_use]
    pub fn signed_account(&self) -> Option<AccountId> {
        self.second_factor_at.and(self.account)
    }

    /// Whether the person of the account proved who they are a moment ago: for what matters most.
    #[must_use]
    pub fn is_recently_proved(&self, now: Instant) -> bool {
        self.second_factor_at
            .is_some_and(|at| now.duration_since(at).unsigned_abs() <= RECENT)
    }

    /// Whether an agent gave the password but not yet the second factor.
    #[must_use]
    pub const fn awaits_second_factor(&self) -> bool {
        self.agent.is_some() && self.second_factor_at.is_none()
    }

    /// Whether the last visit should be written again.
    #[must_use]
    pub fn should_be_touched(&self, now: Instant) -> bool {
        now.duration_since(self.last_seen_at).unsigned_abs() > SEEN_EVERY
    }
}

/// The secret that a browser keeps: 32 random bytes, in hexadecimal. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("[token]")
    }
}

impl Token {
    /// Draws a token.
    ///
    /// # Errors
    /// A failure of the random generator.
    pub fn draw() -> Result<Self, Failure> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)
            .map_err(|error| Failure::new("drawing a token", error.to_string()))?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// Reads what a browser sent: 64 hexadecimal digits, or nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| Self(text.to_ascii_lowercase()))
    }

    /// What is sent to the browser.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored.
    #[must_use]
    pub fn hash(&self) -> String {
        hexadecimal(&Sha256::digest(self.0.as_bytes()))
    }
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The token that forms carry, derived from the session's: stored nowhere.
#[must_use]
pub fn csrf_token(vault: &Vault, token_hash: &str) -> String {
    hexadecimal(&vault.derive("csrf", token_hash.as_bytes())[..16])
}

/// Opens a session for a person.
///
/// # Errors
/// Those of the store.
pub fn open(ctx: &Ctx, tx: &mut Tx<'_>, token: &Token) -> Result<Session, AccessError> {
    open_for(ctx, tx, token, None, None)
}

/// Opens a session for the person of an account; `device` is what the list of sessions calls the browser. It opens nothing of
/// the account before [`proved`].
///
/// # Errors
/// Those of the store.
pub(crate) fn open_for_account(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &Token,
    account: AccountId,
    device: &str,
) -> Result<Session, AccessError> {
    open_for(ctx, tx, token, None, Some((account, device)))
}

/// Writes that whoever holds the session proved who they are, in full.
///
/// # Errors
/// Those of the store.
pub(crate) fn proved(ctx: &Ctx, tx: &mut Tx<'_>, session: SessionId) -> Result<(), AccessError> {
    store::second_factor_given(tx, ctx.organisation, session, ctx.now)?;
    Ok(())
}

/// Opens a session for an agent who gave the right password; it opens nothing before the second factor.
///
/// # Errors
/// Those of the store.
pub fn open_for_agent(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &Token,
    agent: AgentId,
) -> Result<Session, AccessError> {
    open_for(ctx, tx, token, Some(agent), None)
}

fn open_for(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &Token,
    agent: Option<AgentId>,
    account: Option<(AccountId, &str)>,
) -> Result<Session, AccessError> {
    let life = if agent.is_some() {
        AGENT_LIFE
    } else {
        USAGER_LIFE
    };
    let hash = token.hash();
    let session = Session {
        id: SessionId::new(),
        agent,
        account: account.map(|(account, _)| account),
        second_factor_at: None,
        last_seen_at: ctx.now,
        expires_at: ctx.now.saturating_add(life).unwrap_or(Instant::MAX),
        serves: None,
        csrf: csrf_token(tx.vault(), &hash),
    };
    let device = account.map(|(_, device)| device);
    store::insert_session(tx, ctx, &session, &hash, device)?;
    Ok(session)
}

/// The live session of a token, in one organisation.
///
/// # Errors
/// Those of the store.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    token: &Token,
    now: Instant,
) -> Result<Option<Session>, StoreError> {
    let hash = token.hash();
    let csrf = csrf_token(tx.vault(), &hash);
    let found = store::session_by_token(tx, organisation, &hash, csrf)?;
    Ok(found.filter(|session| is_live(session, now)))
}

fn is_live(session: &Session, now: Instant) -> bool {
    let idle = if session.agent.is_some() {
        AGENT_IDLE
    } else {
        USAGER_IDLE
    };
    let idle_end = session
        .last_seen_at
        .saturating_add(idle)
        .unwrap_or(Instant::MAX);
    now < session.expires_at && now < idle_end
}

/// Writes that the session was used.
///
/// # Errors
/// Those of the store.
pub fn touch(ctx: &Ctx, tx: &mut Tx<'_>, session: SessionId) -> Result<(), AccessError> {
    store::touch_session(tx, ctx.organisation, session, ctx.now)?;
    Ok(())
}

/// Gives a session a new token, keeping its grants: done whenever it gains a right.
///
/// # Errors
/// Those of the store.
pub fn rotate(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    token: &Token,
) -> Result<(), AccessError> {
    store::rotate_session(tx, ctx.organisation, session, &token.hash())?;
    Ok(())
}

/// Ends a session, its grants and its challenges.
///
/// # Errors
/// Those of the store.
pub fn close(ctx: &Ctx, tx: &mut Tx<'_>, session: SessionId) -> Result<(), AccessError> {
    crate::challenge::forget_of_session(tx, ctx.organisation, session)?;
    store::delete_session(tx, ctx.organisation, session)?;
    Ok(())
}

/// Lets a session open a dossier.
///
/// # Errors
/// Those of the store.
pub fn grant(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: SessionId,
    dossier: DossierId,
) -> Result<(), AccessError> {
    store::insert_grant(tx, ctx.organisation, session, dossier, ctx.now)?;
    Ok(())
}

/// The sessions and the codes that ended before an instant: what [`purge`] removes.
///
/// # Errors
/// Those of the store.
pub fn ended(tx: &mut Tx<'_>, before: Instant) -> Result<Due, AccessError> {
    Ok(store::old_sessions(tx, before)?)
}

/// Removes what ended long ago; returns how many sessions and challenges were removed.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<(u64, u64), AccessError> {
    let challenges = crate::challenge::purge(tx, before)?;
    crate::account::purge_notices(tx, before.saturating_sub(NOTICES).unwrap_or(before))?;
    store::passkeys::purge(tx, before)?;
    let sessions = store::delete_old_sessions(tx, before)?;
    Ok((sessions, challenges))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_unguessable_and_never_printed() {
        let (one, other) = (Token::draw().unwrap(), Token::draw().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.reveal().len(), 64);
        assert_eq!(format!("{one:?}"), "[token]");
        assert_ne!(one.hash(), one.reveal());
        assert_eq!(Token::parse(one.reveal()), Some(one));
    }

    #[test]
    fn what_is_no_token_is_nothing() {
        for wrong in ["", "abc", &"g".repeat(64), &"a".repeat(65)] {
            assert_eq!(Token::parse(wrong), None);
        }
    }
}
