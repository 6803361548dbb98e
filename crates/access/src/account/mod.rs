//! Accounts of persons: optional, of one organisation, never shared between two. An account gathers what its person put into it,
//! never what an address happens to have.

mod address;
mod ceremony;
mod dossiers;
pub mod moving;
mod notice;
mod passkey;
mod recovery;
mod reset;
mod second_factor;
mod sign_in;

use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::{Entry, Subject};
use parvis_kernel::{
    AccountId, ChallengeId, Ctx, Instant, Language, OrganisationId, Personal, SessionId,
};
use parvis_store::sealing::SealingKey;
use parvis_store::{Tx, Vault, sealing};

use crate::challenge;
use crate::error::AccessError;
use crate::session::{self, RECENT};
use crate::store::accounts as store;

pub use address::{CANCEL_DAYS, cancel_address_change, change_address};
pub use ceremony::{CEREMONY_LIFE, Ceremony, CeremonyKind, begin_ceremony, take_ceremony};
pub use dossiers::{add_dossier, dossiers, keep_new_dossier, remove_dossier};
pub(crate) use notice::purge as purge_notices;
pub use notice::{NOTICED, Notice, NoticeKind, find_notice, link_token};
pub use passkey::{
    Held, LONGEST_PASSKEY_NAME, MOST_PASSKEYS, NewPasskey, Passkey, Proved, add_passkey,
    credentials_kept, enter_with_passkey, find_passkey, passkeys, prove_again_with_passkey,
    refuse_passkey, remove_passkey, rename_passkey, suspect_passkey,
};
pub use recovery::{RECOVERY_CODES, draw_recovery_codes, recovery_codes_left};
pub use reset::{Reset, WAIT_HOURS, ask_reset, cancel_reset, cancel_reset_by_link, waiting_reset};
pub use second_factor::{Enrolled, SecondFactor, enrol, forget_second_factor, give_second_factor};
pub use sign_in::{
    Credentials, SignIn, SignedIn, credentials, credentials_of, prove_again, refuse, sign_in,
};

/// Entries of the activity that are shown.
const ACTIVITY: i64 = 100;

/// An account, as its person and its mails need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// The confirmed address with which its person signs in.
    pub address: Personal<String>,
    /// The language in which they are written to.
    pub language: Language,
    /// When it was opened.
    pub created_at: Instant,
    /// Since when codes of an application are asked besides the password, if they are.
    pub second_factor_since: Option<Instant>,
    /// How many passkeys open it.
    pub passkeys: i64,
}

impl Account {
    /// Whether the password alone opens nothing.
    #[must_use]
    pub const fn has_second_factor(&self) -> bool {
        self.second_factor_since.is_some() || self.passkeys > 0
    }
}

/// An account whose secrets are still sealed.
pub(crate) struct SealedAccount {
    pub(crate) id: AccountId,
    pub(crate) address_hash: String,
    pub(crate) address_sealed: Vec<u8>,
    pub(crate) language: Language,
    pub(crate) totp_sealed: Option<Vec<u8>>,
    pub(crate) totp_enrolled_at: Option<Instant>,
    pub(crate) totp_last_step: i64,
    pub(crate) created_at: Instant,
    pub(crate) locked_until: Option<Instant>,
    pub(crate) passkeys: i64,
}

impl SealedAccount {
    /// Whether the password alone opens nothing.
    pub(crate) const fn has_second_factor(&self) -> bool {
        self.totp_sealed.is_some() || self.passkeys > 0
    }
}

/// A change of address, the old one still sealed.
pub(crate) struct SealedChange {
    pub(crate) account: AccountId,
    pub(crate) old_hash: String,
    pub(crate) old_sealed: Vec<u8>,
    pub(crate) changed_at: Instant,
    pub(crate) cancelled_at: Option<Instant>,
}

/// Whose account the person who acts is signed in to, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// The account.
    pub account: AccountId,
    /// The session.
    pub session: SessionId,
    /// When they last proved who they are, in full.
    pub proved_at: Instant,
}

/// A session of an account, in the list of devices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its identifier.
    pub id: SessionId,
    /// What the browser calls itself: `Firefox, Linux`; may be empty.
    pub device: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was last used, to five minutes.
    pub last_seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
}

/// The account to which the person who acts is signed in.
///
/// # Errors
/// `SignInFirst`.
pub fn signed(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Signed, AccessError> {
    let session = ctx.actor.session().ok_or(AccessError::SignInFirst)?;
    match store::signed(tx, ctx.organisation, session)? {
        Some((account, Some(proved_at))) => Ok(Signed {
            account,
            session,
            proved_at,
        }),
        _ => Err(AccessError::SignInFirst),
    }
}

/// The same, for what matters most: they must have proved who they are a moment ago.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`.
pub fn signed_recently(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Signed, AccessError> {
    let signed = signed(ctx, tx)?;
    if ctx.now.duration_since(signed.proved_at).unsigned_abs() > RECENT {
        return Err(AccessError::ProveAgain);
    }
    Ok(signed)
}

/// Opens an account for an address that was confirmed in the session that asks. The password was checked and hashed before,
/// outside of the transaction. The person signs in next.
///
/// # Errors
/// `NotFound` for a code of another session or not given; `AddressTaken`.
pub fn open(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    challenge: ChallengeId,
    password_hash: &str,
) -> Result<AccountId, AccessError> {
    let address = confirmed_address(ctx, tx, challenge)?;
    let id = AccountId::new();
    let key = sealing::create_key(tx, ctx, id.uuid())?;
    let hash = address_hash(tx.vault(), ctx.organisation, &address);
    let sealed = key.seal("account-address", address.as_bytes());
    let new = store::NewRow {
        id,
        hash: &hash,
        sealed,
        password_hash,
    };
    if !store::insert(tx, ctx, new)? {
        return Err(AccessError::AddressTaken);
    }
    journal::security(ctx, tx, "account.opened", subject(id), &[])?;
    notice::tell_of(ctx, tx, NoticeKind::Opened, id, None)?;
    Ok(id)
}

/// The address that was confirmed by a code in the session of the actor.
///
/// # Errors
/// `NotFound` for a code of another session, not given, or that opens nothing.
pub fn confirmed_address(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    challenge: ChallengeId,
) -> Result<Personal<String>, AccessError> {
    let found = challenge::find(tx, ctx.organisation, challenge)?;
    let own = ctx.actor.session() == Some(found.session);
    let fresh = ctx.now < found.expires_at;
    if own && fresh && found.confirmed_at.is_some() && !found.decoy {
        Ok(found.address)
    } else {
        Err(AccessError::NotFound)
    }
}

/// Whether an address has an account. Told to nobody who has not confirmed that address.
///
/// # Errors
/// Those of the store.
pub fn exists(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    address: &str,
) -> Result<bool, AccessError> {
    let hash = address_hash(tx.vault(), organisation, address);
    Ok(store::credentials(tx, organisation, &hash)?.is_some())
}

/// An account by identifier.
///
/// # Errors
/// `NotFound` when the organisation has no such account.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Account, AccessError> {
    let (sealed, key) = sealed(tx, organisation, account)?;
    Ok(Account {
        id: sealed.id,
        address: opened_address(&key, &sealed.address_sealed)?,
        language: sealed.language,
        created_at: sealed.created_at,
        second_factor_since: sealed.totp_enrolled_at,
        passkeys: sealed.passkeys,
    })
}

fn sealed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<(SealedAccount, SealingKey), AccessError> {
    let sealed = store::find(tx, organisation, account)?.ok_or(AccessError::NotFound)?;
    let key = sealing::load_key(tx, organisation, account.uuid())?;
    Ok((sealed, key))
}

fn opened_address(key: &SealingKey, sealed: &[u8]) -> Result<Personal<String>, AccessError> {
    let address = key.open("account-address", sealed)?;
    Ok(Personal::new(
        String::from_utf8_lossy(&address).into_owned(),
    ))
}

/// Replaces the password; the other sessions of the account end.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`.
pub fn change_password(ctx: &Ctx, tx: &mut Tx<'_>, hash: &str) -> Result<(), AccessError> {
    let signed = signed_recently(ctx, tx)?;
    store::set_password(tx, ctx.organisation, signed.account, hash)?;
    end_sessions(ctx, tx, signed.account, Some(signed.session))?;
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.password_changed", subject, &[])?;
    notice::tell_of(ctx, tx, NoticeKind::PasswordChanged, signed.account, None)
}

/// The live sessions of the account of the person who acts, the one used last first.
///
/// # Errors
/// `SignInFirst`.
pub fn sessions(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<OpenSession>, AccessError> {
    let signed = signed(ctx, tx)?;
    let mut sessions = store::sessions(tx, ctx.organisation, signed.account)?;
    sessions.retain(|own| {
        let idle = own.last_seen_at.saturating_add(session::USAGER_IDLE);
        ctx.now < own.expires_at && ctx.now < idle.unwrap_or(Instant::MAX)
    });
    Ok(sessions)
}

/// Ends one session of the account of the person who acts.
///
/// # Errors
/// `SignInFirst`; `NotFound` for a session that is not of this account.
pub fn end_session(ctx: &Ctx, tx: &mut Tx<'_>, session: SessionId) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    match store::signed(tx, ctx.organisation, session)? {
        Some((account, _)) if account == signed.account => {}
        _ => return Err(AccessError::NotFound),
    }
    session::close(ctx, tx, session)?;
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.session_ended", subject, &[])?;
    Ok(())
}

/// Ends every other session of the account of the person who acts.
///
/// # Errors
/// `SignInFirst`.
pub fn end_other_sessions(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    end_sessions(ctx, tx, signed.account, Some(signed.session))?;
    let subject = subject(signed.account);
    journal::security(ctx, tx, "account.session_ended", subject, &[])?;
    Ok(())
}

fn end_sessions(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<(), AccessError> {
    for own in store::sessions(tx, ctx.organisation, account)? {
        if Some(own.id) != but {
            session::close(ctx, tx, own.id)?;
        }
    }
    Ok(())
}

/// What happened to the account of the person who acts, the last first.
///
/// # Errors
/// `SignInFirst`.
pub fn activity(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Entry>, AccessError> {
    let signed = signed(ctx, tx)?;
    let subject = subject(signed.account);
    Ok(journal::last_security_events(
        tx,
        ctx.organisation,
        subject,
        ACTIVITY,
    )?)
}

/// Closes the account of the person who acts, for good. The dossiers stay where they are; the sessions end.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`.
pub fn delete(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), AccessError> {
    let signed = signed_recently(ctx, tx)?;
    notice::tell_of(ctx, tx, NoticeKind::Deleted, signed.account, None)?;
    end_sessions(ctx, tx, signed.account, None)?;
    sealing::destroy_key(tx, ctx.organisation, signed.account.uuid())?;
    store::delete(tx, ctx.organisation, signed.account)?;
    journal::security(ctx, tx, "account.deleted", subject(signed.account), &[])?;
    Ok(())
}

/// The keyed hash under which an address is found, in one organisation only.
fn address_hash(vault: &Vault, organisation: OrganisationId, address: &str) -> String {
    let mut context = organisation.uuid().as_bytes().to_vec();
    context.extend_from_slice(address.trim().to_lowercase().as_bytes());
    session::hexadecimal(&vault.derive("account-address", &context))
}

fn subject(account: AccountId) -> Subject {
    Subject::new("account", account.uuid())
}

fn publish(tx: &mut Tx<'_>, fact: &parvis_kernel::Fact) -> Result<(), AccessError> {
    Ok(jobs::publish(tx, fact)?)
}
