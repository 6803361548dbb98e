//! The passkeys of an account: a device that checks its holder is both factors at once. Whether an answer proves anything is said by
//! `parvis-passkey`; here it is decided whose it is, and what follows.

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AccountId, Actor, Ctx, Instant, OrganisationId, Personal};
use parvis_store::sealing::SealingKey;
use parvis_store::{Tx, sealing};
use uuid::Uuid;

use super::notice::{NoticeKind, tell_of};
use super::sign_in::{SignIn, open_in_place};
use super::{recovery, sealed, signed, signed_recently, subject};
use crate::error::AccessError;
use crate::session::{self, Token, hexadecimal};
use crate::store::passkeys::{self as store, NewPasskeyRow, SealedPasskey};

/// Passkeys that an account may have.
pub const MOST_PASSKEYS: usize = 20;
/// Letters at most of the name of a passkey.
pub const LONGEST_PASSKEY_NAME: usize = 60;

/// A passkey, as its person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its identifier here.
    pub id: Uuid,
    /// What its person calls it.
    pub name: Personal<String>,
    /// When it was added.
    pub created_at: Instant,
    /// When it last opened the account.
    pub last_used_at: Option<Instant>,
}

/// A passkey that a device just made.
#[derive(Debug, Clone)]
pub struct NewPasskey {
    /// The identifier that the device gave it.
    pub credential_id: Vec<u8>,
    /// What must be kept to recognise it.
    pub credential: Vec<u8>,
    /// What its person calls it.
    pub name: Personal<String>,
}

/// A passkey that an answer claims to be, to be checked outside of the transaction.
#[derive(Debug, Clone)]
pub struct Held {
    /// Whose it is.
    pub account: AccountId,
    /// Its identifier here.
    pub id: Uuid,
    /// What was kept to recognise it.
    pub credential: Vec<u8>,
    version: i64,
}

/// A passkey that proved who holds it.
#[derive(Debug, Clone)]
pub struct Proved {
    /// As it was found.
    pub held: Held,
    /// What must be kept from now on: its counter grew.
    pub credential: Vec<u8>,
}

/// The passkeys of the account of the person who acts, the oldest first.
///
/// # Errors
/// `SignInFirst`.
pub fn passkeys(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Passkey>, AccessError> {
    let signed = signed(ctx, tx)?;
    let key = sealing::load_key(tx, ctx.organisation, signed.account.uuid())?;
    let all = store::of_account(tx, ctx.organisation, signed.account)?;
    all.into_iter().map(|own| opened(&key, own)).collect()
}

fn opened(key: &SealingKey, own: SealedPasskey) -> Result<Passkey, AccessError> {
    let name = key.open("passkey-name", &own.name)?;
    Ok(Passkey {
        id: own.id,
        name: Personal::new(String::from_utf8_lossy(&name).into_owned()),
        created_at: own.created_at,
        last_used_at: own.last_used_at,
    })
}

/// What was kept to recognise the passkeys of an account: so that a device says that it has one, or that only those answer.
///
/// # Errors
/// `NotFound` when the account was closed.
pub fn credentials_kept(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Vec<Vec<u8>>, AccessError> {
    let (_, key) = sealed(tx, organisation, account)?;
    let all = store::of_account(tx, organisation, account)?;
    all.iter()
        .map(|own| Ok(key.open("passkey", &own.credential)?))
        .collect()
}

/// Adds a passkey to the account of the person who acts. With the first second factor come the recovery codes, told here once.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`; `PasskeyName`; `TooManyPasskeys`; `PasskeyKnown` when the organisation knows it, in whatever account.
pub fn add_passkey(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &NewPasskey,
) -> Result<Option<Vec<Personal<String>>>, AccessError> {
    let signed = signed_recently(ctx, tx)?;
    check_name(&new.name)?;
    let (account, key) = sealed(tx, ctx.organisation, signed.account)?;
    if store::of_account(tx, ctx.organisation, account.id)?.len() >= MOST_PASSKEYS {
        return Err(AccessError::TooManyPasskeys {
            most: MOST_PASSKEYS,
        });
    }
    let row = NewPasskeyRow {
        account: account.id,
        id: Uuid::now_v7(),
        hash: &hash(tx, ctx.organisation, &new.credential_id),
        credential: key.seal("passkey", &new.credential),
        name: key.seal("passkey-name", new.name.as_bytes()),
    };
    if !store::insert(tx, ctx, row)? {
        return Err(AccessError::PasskeyKnown);
    }
    let about = subject(account.id);
    journal::security(ctx, tx, "account.passkey_added", about, &[])?;
    tell_of(ctx, tx, NoticeKind::PasskeyAdded, account.id, None)?;
    if account.has_second_factor() {
        return Ok(None);
    }
    recovery::replace(ctx, tx, account.id).map(Some)
}

/// Gives a passkey of the person who acts another name.
///
/// # Errors
/// `SignInFirst`; `PasskeyName`; `NotFound`.
pub fn rename_passkey(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: Uuid,
    name: &Personal<String>,
) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    check_name(name)?;
    let key = sealing::load_key(tx, ctx.organisation, signed.account.uuid())?;
    let name = key.seal("passkey-name", name.as_bytes());
    if !store::rename(tx, ctx.organisation, (signed.account, id), name)? {
        return Err(AccessError::NotFound);
    }
    let about = subject(signed.account);
    journal::security(ctx, tx, "account.passkey_renamed", about, &[])?;
    Ok(())
}

/// Removes a passkey of the person who acts. With the last second factor go the recovery codes, and a request to forget it.
///
/// # Errors
/// `SignInFirst`, `ProveAgain`; `NotFound`.
pub fn remove_passkey(ctx: &Ctx, tx: &mut Tx<'_>, id: Uuid) -> Result<(), AccessError> {
    let signed = signed_recently(ctx, tx)?;
    if !store::delete(tx, ctx.organisation, (signed.account, id))? {
        return Err(AccessError::NotFound);
    }
    let (left, _) = sealed(tx, ctx.organisation, signed.account)?;
    if !left.has_second_factor() {
        super::second_factor::forget_what_helps(ctx, tx, signed.account)?;
    }
    let about = subject(signed.account);
    journal::security(ctx, tx, "account.passkey_removed", about, &[])?;
    tell_of(ctx, tx, NoticeKind::PasskeyRemoved, signed.account, None)
}

fn check_name(name: &str) -> Result<(), AccessError> {
    let length = name.chars().count();
    if length == 0 || length > LONGEST_PASSKEY_NAME || name.chars().any(char::is_control) {
        return Err(AccessError::PasskeyName {
            most: LONGEST_PASSKEY_NAME,
        });
    }
    Ok(())
}

/// The passkey that an answer claims to be, in one organisation only.
///
/// # Errors
/// Those of the store.
pub fn find_passkey(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    credential_id: &[u8],
) -> Result<Option<Held>, AccessError> {
    let hash = hash(tx, organisation, credential_id);
    let Some(own) = store::by_credential(tx, organisation, &hash)? else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, own.account.uuid())?;
    Ok(Some(Held {
        account: own.account,
        id: own.id,
        credential: key.open("passkey", &own.credential)?,
        version: own.version,
    }))
}

/// Opens a session for the person whose passkey proved who they are: they are through, no password is asked.
///
/// # Errors
/// `Ended` when the passkey was removed, or used by another request, in between.
pub fn enter_with_passkey(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &SignIn,
    proved: &Proved,
) -> Result<(), AccessError> {
    spend(ctx, tx, proved)?;
    let opened = open_in_place(ctx, tx, new)?;
    let ctx = &ctx.acting_as(Actor::Usager(opened.id), ctx.purpose);
    session::proved(ctx, tx, opened.id)?;
    let about = subject(proved.held.account);
    journal::security(ctx, tx, "account.signed_in_with_passkey", about, &[])?;
    Ok(())
}

/// Writes that the person who acts proved again who they are, with a passkey of their account. The session gets a new token.
///
/// # Errors
/// `SignInFirst`; `NotFound` for a passkey of another account; `Ended` when it was removed or used in between.
pub fn prove_again_with_passkey(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    proved: &Proved,
    token: &Token,
) -> Result<(), AccessError> {
    let signed = signed(ctx, tx)?;
    if signed.account != proved.held.account {
        return Err(AccessError::NotFound);
    }
    spend(ctx, tx, proved)?;
    session::proved(ctx, tx, signed.session)?;
    session::rotate(ctx, tx, signed.session, token)?;
    let about = subject(signed.account);
    journal::security(ctx, tx, "account.proved_again", about, &[])?;
    Ok(())
}

fn spend(ctx: &Ctx, tx: &mut Tx<'_>, proved: &Proved) -> Result<(), AccessError> {
    let held = &proved.held;
    let (_, key) = match sealed(tx, ctx.organisation, held.account) {
        Err(AccessError::NotFound) => return Err(AccessError::Ended),
        other => other?,
    };
    let kept = key.seal("passkey", &proved.credential);
    let row = (held.account, held.id);
    match store::use_once(tx, ctx, row, held.version, kept)? {
        true => Ok(()),
        false => Err(AccessError::Ended),
    }
}

/// Writes that an answer proved nothing, with the word of its cause; `held` is the passkey that it claimed to be, if there is one.
///
/// # Errors
/// Those of the store.
pub fn refuse_passkey(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    held: Option<&Held>,
    cause: &str,
) -> Result<(), AccessError> {
    let about = match held {
        Some(held) => subject(held.account),
        None => Subject::organisation(ctx.organisation),
    };
    let detail = [("cause", cause.to_owned())];
    journal::security(ctx, tx, "account.passkey_refused", about, &detail)?;
    Ok(())
}

/// Writes that the counter of a passkey went back, and tells its person: somebody may hold a copy.
///
/// # Errors
/// Those of the store.
pub fn suspect_passkey(ctx: &Ctx, tx: &mut Tx<'_>, held: &Held) -> Result<(), AccessError> {
    let about = subject(held.account);
    journal::security(ctx, tx, "account.passkey_suspected", about, &[])?;
    tell_of(ctx, tx, NoticeKind::PasskeySuspected, held.account, None)
}

/// Removes every passkey of an account: for the human path, and when an address is put back.
pub(super) fn forget_passkeys(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<bool, AccessError> {
    Ok(store::delete_all(tx, organisation, account)? > 0)
}

/// The keyed hash under which a passkey is found, in one organisation only.
fn hash(tx: &Tx<'_>, organisation: OrganisationId, credential_id: &[u8]) -> String {
    let context = [organisation.uuid().as_bytes(), credential_id].concat();
    hexadecimal(&tx.vault().derive("passkey", &context))
}
