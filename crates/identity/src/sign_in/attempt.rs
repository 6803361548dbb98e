//! Somebody who is on their way to the provider: known again by what it hands back and by what their browser kept.

use std::time::Duration;

use parvis_access::session::Token;
use parvis_access::{Right, Target, authorize};
use parvis_kernel::{AgentId, Ctx, Failure, Instant};
use parvis_store::{Due, StoreError, Tx, Vault};

use super::hash;
use crate::error::IdentityError;
use crate::model::Provider;
use crate::store;
use crate::store::attempts::NewAttempt;

/// How long somebody may stay at the provider.
pub const LIFE: Duration = Duration::from_secs(10 * 60);

/// Somebody on their way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The version of the provider when they left.
    pub version: i64,
    /// Where they go on.
    pub way: String,
    /// Who administers and tries the provider out; nothing for a sign-in.
    pub tried_by: Option<AgentId>,
    /// Until when they may come back.
    pub expires_at: Instant,
}

/// The two secrets of an attempt. What is asked of the provider derives from both: neither is stored.
#[derive(Debug, Clone)]
pub struct Keys {
    /// What the provider hands back.
    pub state: Token,
    /// What the browser keeps.
    pub browser: Token,
}

impl Keys {
    /// Draws them.
    ///
    /// # Errors
    /// A failure of the random generator.
    pub fn draw() -> Result<Self, Failure> {
        Ok(Self {
            state: Token::draw()?,
            browser: Token::draw()?,
        })
    }

    /// What the ID token must carry: it was made for this very attempt.
    #[must_use]
    pub fn nonce(&self, vault: &Vault) -> String {
        self.derived(vault, "identity nonce")
    }

    /// What proves, when the code is changed for a token, that the house asked for it (PKCE, RFC 7636).
    #[must_use]
    pub fn verifier(&self, vault: &Vault) -> String {
        self.derived(vault, "identity verifier")
    }

    fn derived(&self, vault: &Vault, domain: &str) -> String {
        let context = format!("{}{}", self.state.reveal(), self.browser.reveal());
        let derived = vault.derive(domain, context.as_bytes());
        derived.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Somebody leaves for the provider: to sign in, or to try it out.
///
/// # Errors
/// `Forbidden` unless who tries it out administers.
pub fn begin(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    provider: &Provider,
    keys: &Keys,
    way: &str,
    trial: bool,
) -> Result<(), IdentityError> {
    if trial {
        authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    }
    let new = NewAttempt {
        state_hash: &hash(&keys.state),
        browser_hash: &hash(&keys.browser),
        version: provider.version,
        way,
        tried_by: ctx.actor.agent().filter(|_| trial),
        expires_at: ctx.now.saturating_add(LIFE).unwrap_or(Instant::MAX),
    };
    store::attempts::insert(tx, ctx.organisation, &new)?;
    Ok(())
}

/// Somebody comes back: their attempt is over, whatever comes next. Nothing when the browser is another one, when it was of another
/// organisation, when it served already or when it ended.
///
/// # Errors
/// Those of the store.
pub fn take(ctx: &Ctx, tx: &mut Tx<'_>, keys: &Keys) -> Result<Option<Attempt>, IdentityError> {
    let (state, browser) = (hash(&keys.state), hash(&keys.browser));
    let taken = store::attempts::take(tx, ctx.organisation, &state, &browser)?;
    Ok(taken.filter(|own| ctx.now < own.expires_at))
}

/// Those who never came back, of every organisation.
///
/// # Errors
/// Those of the store.
pub fn waiting(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    store::attempts::old(tx, before)
}

/// Forgets those who never came back; returns how many.
///
/// # Errors
/// Those of the store.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    store::attempts::purge(tx, before)
}
