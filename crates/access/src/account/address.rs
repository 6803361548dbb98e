//! Changing the address of an account, and putting the old one back.

use std::time::Duration;

use parvis_journal as journal;
use parvis_kernel::{ChallengeId, Ctx, Instant, Personal};
use parvis_store::{StoreError, Tx};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::notice::{Notice, NoticeKind, link_token, tell};
use super::{
    address_hash, confirmed_address, end_sessions, opened_address, passkey, sealed,
    signed_recently, subject,
};
use crate::error::AccessError;
use crate::store::accounts as store;

/// Days during which the old address can be put back.
pub const CANCEL_DAYS: u64 = 7;

/// Gives the account of the person who acts the address that a code confirmed. The old address is told, with a link that puts it
/// back for seven days. Twice with the same code: once.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`; `NotFound` for a code that this session did not confirm; `AddressTaken`; `AccountChanged`.
pub fn change_address(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    challenge: ChallengeId,
) -> Result<(), AccessError> {
    let signed = signed_recently(ctx, tx)?;
    let address = confirmed_address(ctx, tx, challenge)?;
    let (account, key) = sealed(tx, ctx.organisation, signed.account)?;
    let hash = address_hash(tx.vault(), ctx.organisation, &address);
    if hash == account.address_hash {
        return Ok(());
    }
    refuse_taken(ctx, tx, &hash)?;
    let new = (
        hash.as_str(),
        key.seal("account-address", address.as_bytes()),
    );
    replace(ctx, tx, &account, new)?;
    let id = Uuid::now_v7();
    let old = opened_address(&key, &account.address_sealed)?;
    let before = (account.address_hash.as_str(), account.address_sealed);
    store::insert_change(tx, ctx, id, signed.account, before)?;
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.address_changed", subject, &[])?;
    let told = Notice {
        kind: NoticeKind::AddressChanged,
        about: Some(id),
        address: old,
        language: account.language,
        at: ctx.now,
    };
    tell(ctx, tx, told)
}

/// Puts back the address that a change replaced, and undoes the changes that followed. Whoever asks reads the old address: the link
/// was sent there. As somebody else may know the password, it serves no more, the sessions end, and the passkeys and an application
/// that was added since are forgotten.
///
/// # Errors
/// `Ended` for a link that is not right, too old, or that served; `AddressTaken` when another account has the old address by now.
pub fn cancel_address_change(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: Uuid,
    token: &str,
) -> Result<(), AccessError> {
    if !is_link(tx, id, token) {
        return Err(AccessError::Ended);
    }
    let change = store::change(tx, ctx.organisation, id)?.ok_or(AccessError::Ended)?;
    let life = Duration::from_secs(CANCEL_DAYS * 24 * 3600);
    let end = change.changed_at.saturating_add(life);
    if change.cancelled_at.is_some() || ctx.now >= end.unwrap_or(Instant::MAX) {
        return Err(AccessError::Ended);
    }
    let (account, key) = sealed(tx, ctx.organisation, change.account)?;
    if account.address_hash != change.old_hash {
        refuse_taken(ctx, tx, &change.old_hash)?;
        let old = (change.old_hash.as_str(), change.old_sealed.clone());
        replace(ctx, tx, &account, old)?;
    }
    if !store::cancel_changes(tx, ctx, change.account, change.changed_at)? {
        return Err(AccessError::Ended);
    }
    store::set_password(tx, ctx.organisation, change.account, "")?;
    let added_since = |at: Instant| at >= change.changed_at;
    let adds = account.totp_enrolled_at.is_some_and(added_since);
    if adds {
        store::forget_totp(tx, ctx.organisation, change.account)?;
    }
    // A passkey opens the account by itself: none that somebody else may have added stays, whenever that was.
    let had_passkeys = passkey::forget_passkeys(tx, ctx.organisation, change.account)?;
    if adds || (had_passkeys && account.totp_sealed.is_none()) {
        store::delete_recovery_codes(tx, ctx.organisation, change.account)?;
    }
    end_sessions(ctx, tx, change.account, None)?;
    let about = subject(change.account);
    journal::security(ctx, tx, "account.address_put_back", about, &[])?;
    let told = Notice {
        kind: NoticeKind::AddressPutBack,
        about: None,
        address: opened_address(&key, &change.old_sealed)?,
        language: account.language,
        at: ctx.now,
    };
    tell(ctx, tx, told)
}

/// Whether a text is the secret of the link about something.
pub(super) fn is_link(tx: &Tx<'_>, about: Uuid, token: &str) -> bool {
    let right: Personal<String> = link_token(tx.vault(), about);
    right.as_bytes().ct_eq(token.as_bytes()).into()
}

fn refuse_taken(ctx: &Ctx, tx: &mut Tx<'_>, hash: &str) -> Result<(), AccessError> {
    match store::credentials(tx, ctx.organisation, hash)? {
        Some(_) => Err(AccessError::AddressTaken),
        None => Ok(()),
    }
}

fn replace(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: &super::SealedAccount,
    new: (&str, Vec<u8>),
) -> Result<(), AccessError> {
    let replaced = store::set_address(tx, ctx.organisation, account.id, &account.address_hash, new);
    match replaced {
        Ok(true) => Ok(()),
        Ok(false) => Err(AccessError::AccountChanged),
        // Another account took the address since it was looked for.
        Err(StoreError::Constraint { .. }) => Err(AccessError::AddressTaken),
        Err(error) => Err(error.into()),
    }
}
