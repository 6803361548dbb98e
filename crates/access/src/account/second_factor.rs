//! The second factor of an account: codes of an application.

use parvis_journal as journal;
use parvis_kernel::{AccountId, Actor, Ctx, Personal};
use parvis_store::Tx;

use super::notice::{NoticeKind, tell_of};
use super::{SealedAccount, passkey, recovery, sealed, signed_recently, subject};
use crate::attempts;
use crate::error::AccessError;
use crate::session::{self, Session, Token};
use crate::store::accounts as store;
use crate::totp;

/// Digits of a code of an application.
const DIGITS: usize = 6;

/// The answer to a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// It is right: the person is signed in.
    Given,
    /// It is not, or it served already.
    Wrong,
    /// Too many tries: it was not looked at.
    Wait,
}

/// What adding the codes of an application gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enrolled {
    /// The code is wrong: nothing changed.
    Wrong,
    /// They are added beside a passkey: the recovery codes that the person has go on serving.
    Beside,
    /// They are the first second factor: here are the recovery codes, told once.
    First(Vec<Personal<String>>),
}

/// Adds the codes of an application to the account of the person who acts, proved by a first one.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`; `Forbidden` when there is one already.
pub fn enrol(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    secret: &[u8],
    code: &str,
) -> Result<Enrolled, AccessError> {
    let signed = signed_recently(ctx, tx)?;
    let Some(step) = totp::matching_step(secret, code, ctx.now, 0)? else {
        return Ok(Enrolled::Wrong);
    };
    let (before, key) = sealed(tx, ctx.organisation, signed.account)?;
    let kept = key.seal("totp", secret);
    if !store::enrol_totp(tx, ctx, signed.account, kept, step)? {
        return Err(AccessError::Forbidden);
    }
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.second_factor_added", subject, &[])?;
    tell_of(ctx, tx, NoticeKind::SecondFactorAdded, signed.account, None)?;
    if before.has_second_factor() {
        return Ok(Enrolled::Beside);
    }
    recovery::replace(ctx, tx, signed.account).map(Enrolled::First)
}

/// Takes the codes of an application off the account of the person who acts; when it has no passkey, the recovery codes too. Without
/// them: nothing.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`.
pub fn forget_second_factor(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let signed = signed_recently(ctx, tx)?;
    if !store::forget_totp(tx, ctx.organisation, signed.account)? {
        return Ok(());
    }
    let (left, _) = sealed(tx, ctx.organisation, signed.account)?;
    if !left.has_second_factor() {
        forget_what_helps(ctx, tx, signed.account)?;
    }
    let about = subject(signed.account);
    journal::security(ctx, tx, "account.second_factor_removed", about, &[])?;
    let kind = match left.has_second_factor() {
        true => NoticeKind::ApplicationRemoved,
        false => NoticeKind::SecondFactorRemoved,
    };
    tell_of(ctx, tx, kind, signed.account, None)
}

/// Takes off every second factor of somebody who lost them, as was asked at the desk.
pub(super) fn forget_lost(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: AccountId,
) -> Result<(), AccessError> {
    forget_what_helps(ctx, tx, account)?;
    let had_passkeys = passkey::forget_passkeys(tx, ctx.organisation, account)?;
    let had_codes = store::forget_totp(tx, ctx.organisation, account)?;
    if had_passkeys || had_codes {
        let about = subject(account);
        journal::security(ctx, tx, "account.second_factor_reset", about, &[])?;
        tell_of(ctx, tx, NoticeKind::SecondFactorRemoved, account, None)?;
    }
    Ok(())
}

/// With the last second factor go the recovery codes, and a request of the desk that waits.
pub(super) fn forget_what_helps(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: AccountId,
) -> Result<(), AccessError> {
    if let Some(waiting) = store::waiting_reset(tx, ctx.organisation, account)? {
        store::end_reset(tx, ctx, waiting.id)?;
    }
    store::delete_recovery_codes(tx, ctx.organisation, account)?;
    Ok(())
}

/// Tries a code of the application, or a recovery code, in a session whose person gave the password; when it is right, the session
/// gets a new token. The try is counted by the transaction that returns `Wrong`: it must be committed.
///
/// # Errors
/// `SignInFirst` for a session that awaits none.
pub fn give_second_factor(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    session: &Session,
    typed: &str,
    token: &Token,
) -> Result<SecondFactor, AccessError> {
    // Read again here: another request of the same session may have gone through.
    let waiting = store::signed(tx, ctx.organisation, session.id)?;
    let Some((id, None)) = waiting else {
        return Err(AccessError::SignInFirst);
    };
    let ctx = &ctx.acting_as(Actor::Usager(session.id), ctx.purpose);
    let (account, key) = sealed(tx, ctx.organisation, id)?;
    if account.locked_until.is_some_and(|until| until > ctx.now) {
        return Ok(SecondFactor::Wait);
    }
    let secret = match &account.totp_sealed {
        Some(kept) => Some(key.open("totp", kept)?),
        None => None,
    };
    if !is_right(ctx, tx, &account, secret.as_deref(), typed)? {
        let tries = store::count_try(tx, ctx.organisation, id)?;
        let until = attempts::locked_until(tries, ctx.now);
        store::record_tries(tx, ctx.organisation, id, tries, until)?;
        journal::security(ctx, tx, "account.second_factor_refused", subject(id), &[])?;
        return Ok(SecondFactor::Wrong);
    }
    store::record_tries(tx, ctx.organisation, id, 0, None)?;
    session::proved(ctx, tx, session.id)?;
    session::rotate(ctx, tx, session.id, token)?;
    journal::security(ctx, tx, "account.signed_in", subject(id), &[])?;
    Ok(SecondFactor::Given)
}

fn is_right(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: &SealedAccount,
    secret: Option<&[u8]>,
    typed: &str,
) -> Result<bool, AccessError> {
    let signs: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let is_code = signs.len() == DIGITS && signs.bytes().all(|sign| sign.is_ascii_digit());
    if !is_code {
        return recovery::spend(ctx, tx, account.id, typed);
    }
    let Some(secret) = secret else {
        return Ok(false);
    };
    match totp::matching_step(secret, &signs, ctx.now, account.totp_last_step)? {
        // The step is taken by one request only, even when two give the same code at once.
        Some(step) => Ok(store::use_totp_step(
            tx,
            ctx.organisation,
            account.id,
            step,
        )?),
        None => Ok(false),
    }
}
