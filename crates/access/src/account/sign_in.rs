//! Signing in to an account.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AccountId, Actor, ChallengeId, Ctx, Instant, OrganisationId};
use parvis_store::Tx;

use super::{address_hash, confirmed_address, second_factor, signed, subject};
use crate::attempts;
use crate::error::AccessError;
use crate::session::{self, Session, Token};
use crate::store::accounts as store;

/// What signing in needs to know of an account.
#[derive(Clone)]
pub struct Credentials {
    /// The account.
    pub account: AccountId,
    /// The hash of the password; empty when the person must choose another one.
    pub password_hash: String,
    /// Wrong tries in a row.
    pub failed_tries: i64,
    /// Until when no try is accepted.
    pub locked_until: Option<Instant>,
}

impl Credentials {
    /// Whether a password is looked at now.
    #[must_use]
    pub fn may_try(&self, now: Instant) -> bool {
        !self.password_hash.is_empty() && self.locked_until.is_none_or(|until| until <= now)
    }
}

/// Who signs in, and where.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The account, whose person gave the right password or the right code.
    pub account: AccountId,
    /// The older session of the browser: it ends, and what it opened goes on if it was nobody's.
    pub older: Option<Session>,
    /// The new token of the browser.
    pub token: Token,
    /// What the list of sessions calls the browser.
    pub device: String,
}

/// How far somebody got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedIn {
    /// They are signed in.
    Through,
    /// The second factor is still to be given.
    Half,
}

/// What signing in needs, by address (any case).
///
/// # Errors
/// Those of the store.
pub fn credentials(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    address: &str,
) -> Result<Option<Credentials>, AccessError> {
    let hash = address_hash(tx.vault(), organisation, address);
    Ok(store::credentials(tx, organisation, &hash)?)
}

/// The same, by account.
///
/// # Errors
/// `NotFound` when the organisation has no such account.
pub fn credentials_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Credentials, AccessError> {
    store::credentials_by_id(tx, organisation, account)?.ok_or(AccessError::NotFound)
}

/// Counts a wrong password. For an address without account, and for an account whose password was not looked at, the same statements run,
/// on an account that does not exist: the answer takes as long.
///
/// # Errors
/// Those of the store.
pub fn refuse(ctx: &Ctx, tx: &mut Tx<'_>, known: Option<&Credentials>) -> Result<(), AccessError> {
    // A try that was not looked at does not lengthen the wait.
    let looked_at = known.filter(|known| known.may_try(ctx.now));
    let account = looked_at.map_or_else(AccountId::new, |known| known.account);
    let tries = store::count_try(tx, ctx.organisation, account)?;
    let until = attempts::locked_until(tries, ctx.now);
    store::record_tries(tx, ctx.organisation, account, tries, until)?;
    let about = match known {
        Some(known) => subject(known.account),
        None => Subject::organisation(ctx.organisation),
    };
    journal::security(ctx, tx, "account.sign_in_refused", about, &[])?;
    Ok(())
}

/// Opens a session for the person of an account, in the place of the browser's older one. Without a second factor they are through.
///
/// # Errors
/// `NotFound` when the account was closed meanwhile.
pub fn sign_in(ctx: &Ctx, tx: &mut Tx<'_>, new: &SignIn) -> Result<SignedIn, AccessError> {
    forget_lost_factor(ctx, tx, new.account)?;
    let (account, _) = super::sealed(tx, ctx.organisation, new.account)?;
    let opened = open_in_place(ctx, tx, new)?;
    if account.has_second_factor() {
        return Ok(SignedIn::Half);
    }
    let ctx = &ctx.acting_as(Actor::Usager(opened.id), ctx.purpose);
    session::proved(ctx, tx, opened.id)?;
    store::record_tries(tx, ctx.organisation, new.account, 0, None)?;
    let about = subject(new.account);
    journal::security(ctx, tx, "account.signed_in", about, &[])?;
    Ok(SignedIn::Through)
}

/// Opens a session, and closes the browser's older one: what that one opened goes on if it was nobody's.
pub(super) fn open_in_place(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &SignIn,
) -> Result<Session, AccessError> {
    let opened = session::open_for_account(ctx, tx, &new.token, new.account, &new.device)?;
    if let Some(older) = &new.older {
        if older.agent.is_none() && older.account.is_none() {
            store::copy_grants(tx, ctx.organisation, older.id, opened.id)?;
        }
        session::close(ctx, tx, older.id)?;
    }
    Ok(opened)
}

/// The request of an agent to forget the second factor takes effect at the first sign-in after its delay.
fn forget_lost_factor(ctx: &Ctx, tx: &mut Tx<'_>, account: AccountId) -> Result<(), AccessError> {
    let waiting = store::waiting_reset(tx, ctx.organisation, account)?;
    if waiting.is_some_and(|reset| reset.effective_at <= ctx.now) {
        second_factor::forget_lost(ctx, tx, account)?;
    }
    Ok(())
}

/// Writes that the person who acts proved again who they are: their password was right, or they gave a code sent to the address of
/// their account (`challenge`). The session gets a new token.
///
/// # Errors
/// `SignInFirst`; `NotFound` for a code of another session or of another address.
pub fn prove_again(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    challenge: Option<ChallengeId>,
    token: &Token,
) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    if let Some(challenge) = challenge {
        let address = confirmed_address(ctx, tx, challenge)?;
        let own = super::find(tx, ctx.organisation, signed.account)?.address;
        if !own.eq_ignore_ascii_case(&address) {
            return Err(AccessError::NotFound);
        }
    }
    session::proved(ctx, tx, signed.session)?;
    session::rotate(ctx, tx, signed.session, token)?;
    store::record_tries(tx, ctx.organisation, signed.account, 0, None)?;
    let about = subject(signed.account);
    journal::security(ctx, tx, "account.proved_again", about, &[])?;
    Ok(())
}
