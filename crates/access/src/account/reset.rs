//! The human path: an administrator saw the person who lost their second factor and their recovery codes.

use std::time::Duration;

use parvis_journal as journal;
use parvis_kernel::{AccountId, Ctx, Instant};
use parvis_store::Tx;
use uuid::Uuid;

use super::notice::{NoticeKind, tell_of};
use super::{address, credentials, signed, subject};
use crate::authorize::{Right, Target, authorize};
use crate::error::AccessError;
use crate::store::accounts as store;

/// Hours before the second factor is forgotten: time enough for the person to say no.
pub const WAIT_HOURS: u64 = 72;

/// A request that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reset {
    /// Its identifier.
    pub id: Uuid,
    /// When the second factor is forgotten.
    pub effective_at: Instant,
}

/// Asks that the second factor of the account of an address be forgotten in 72 hours. The agent checked in person who asks. The
/// person is told by mail, with a link that cancels. Twice: the first request stands.
///
/// # Errors
/// `Forbidden` unless the actor administers; `NotFound` when no account of this address has a second factor.
pub fn ask_reset(ctx: &Ctx, tx: &mut Tx<'_>, address: &str) -> Result<Reset, AccessError> {
    authorize(ctx, tx, Right::Administer, Target::Organisation)?;
    let agent = ctx.actor.agent().ok_or(AccessError::Forbidden)?;
    let known = credentials(tx, ctx.organisation, address)?.ok_or(AccessError::NotFound)?;
    let account = super::find(tx, ctx.organisation, known.account)?;
    if !account.has_second_factor() {
        return Err(AccessError::NotFound);
    }
    let wait = Duration::from_secs(WAIT_HOURS * 3600);
    let reset = Reset {
        id: Uuid::now_v7(),
        effective_at: ctx.now.saturating_add(wait).unwrap_or(Instant::MAX),
    };
    if !store::insert_reset(tx, ctx, agent, account.id, &reset)? {
        let waiting = store::waiting_reset(tx, ctx.organisation, account.id)?;
        return waiting.ok_or(AccessError::AccountChanged);
    }
    let about = subject(account.id);
    journal::security(ctx, tx, "account.reset_asked", about, &[])?;
    tell_of(ctx, tx, NoticeKind::ResetAsked, account.id, Some(reset.id))?;
    Ok(reset)
}

/// The request that waits on the account of the person who acts, if any.
///
/// # Errors
/// `SignInFirst`.
pub fn waiting_reset(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Option<Reset>, AccessError> {
    let signed = signed(ctx, tx)?;
    Ok(store::waiting_reset(tx, ctx.organisation, signed.account)?)
}

/// Cancels the request that waits on the account of the person who acts. Without one: nothing.
///
/// # Errors
/// `SignInFirst`.
pub fn cancel_reset(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    match store::waiting_reset(tx, ctx.organisation, signed.account)? {
        Some(waiting) => cancel(ctx, tx, signed.account, waiting.id),
        None => Ok(()),
    }
}

/// Cancels a request by the link that was sent to the address of the account.
///
/// # Errors
/// `Ended` for a link that is not right, or a request that waits no more.
pub fn cancel_reset_by_link(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: Uuid,
    token: &str,
) -> Result<(), AccessError> {
    if !address::is_link(tx, id, token) {
        return Err(AccessError::Ended);
    }
    let account = store::account_of_reset(tx, ctx.organisation, id)?.ok_or(AccessError::Ended)?;
    cancel(ctx, tx, account, id)
}

fn cancel(ctx: &Ctx, tx: &mut Tx<'_>, account: AccountId, id: Uuid) -> Result<(), AccessError> {
    if !store::end_reset(tx, ctx, id)? {
        return Err(AccessError::Ended);
    }
    journal::security(ctx, tx, "account.reset_cancelled", subject(account), &[])?;
    tell_of(ctx, tx, NoticeKind::ResetCancelled, account, None)
}
