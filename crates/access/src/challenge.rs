//! A code sent to an address, to confirm that the person reads it.

use std::time::Duration;

use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{
    ChallengeId, Ctx, DossierId, Fact, Instant, OrganisationId, Personal, SessionId,
};
use parvis_store::{Tx, Vault, sealing};
use subtle::ConstantTimeEq;

use crate::error::AccessError;
use crate::store;

/// A code serves for this long.
pub const LIFE: Duration = Duration::from_secs(15 * 60);
/// A code may be tried this many times.
pub const MAX_TRIES: i64 = 5;

/// A code was asked: the fact that whoever creates a challenge publishes in the same transaction, so that the code is sent.
pub const CODE_ASKED: &str = "code.asked.v1";

/// What the address is confirmed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChallenge {
    /// The session that asks.
    pub session: SessionId,
    /// The address.
    pub address: Personal<String>,
    /// Where the person goes once the code is given: a path of the organisation, `/demarches/copie-acte-naissance/commencer`.
    pub purpose: String,
    /// The dossier that it will open, if any.
    pub dossier: Option<DossierId>,
    /// Whether nothing is sent and no code opens: for an unknown dossier or address, so that nobody learns which exist.
    pub decoy: bool,
}

/// A challenge that waits, as the page that asks for the code needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Its identifier.
    pub id: ChallengeId,
    /// The session that asked.
    pub session: SessionId,
    /// The address to which the code went.
    pub address: Personal<String>,
    /// Where the person goes once the code is given: a path of the organisation.
    pub purpose: String,
    /// The dossier that it opens.
    pub dossier: Option<DossierId>,
    /// Whether no code opens it.
    pub decoy: bool,
    /// When it was asked.
    pub created_at: Instant,
    /// When it stops serving.
    pub expires_at: Instant,
    /// Wrong tries so far.
    pub tries: i64,
    /// When the right code was given.
    pub confirmed_at: Option<Instant>,
}

/// The answer to a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// The address is confirmed.
    Confirmed(Challenge),
    /// A wrong code; so many tries are left.
    Wrong {
        /// Tries left.
        left: i64,
    },
    /// Too late, or too many tries: a new code must be asked.
    Ended,
}

/// Creates a challenge; the caller sends the code.
///
/// # Errors
/// Those of the store.
pub fn create(ctx: &Ctx, tx: &mut Tx<'_>, new: &NewChallenge) -> Result<ChallengeId, AccessError> {
    let id = ChallengeId::new();
    sealing::create_key(tx, ctx, id.uuid())?;
    let key = sealing::load_key(tx, ctx.organisation, id.uuid())?;
    let sealed = key.seal("challenge-address", new.address.as_bytes());
    let expires_at = ctx.now.saturating_add(LIFE).unwrap_or(Instant::MAX);
    store::insert_challenge(tx, ctx, id, new, sealed, expires_at)?;
    journal::security(
        ctx,
        tx,
        "code.asked",
        Subject::new("challenge", id.uuid()),
        &[],
    )?;
    Ok(id)
}

/// The fact [`CODE_ASKED`] of a challenge, in the language of the person. Published for a decoy too: nothing is then sent.
#[must_use]
pub fn asked(ctx: &Ctx, id: ChallengeId) -> Fact {
    Fact::new(ctx.organisation, CODE_ASKED, id.uuid(), ctx.now).with("language", ctx.language.tag())
}

/// A challenge of an organisation: for the page that asks for the code, and for the mail.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ChallengeId,
) -> Result<Challenge, AccessError> {
    let key = match sealing::load_key(tx, organisation, id.uuid()) {
        Ok(key) => key,
        Err(parvis_store::StoreError::KeyDestroyed | parvis_store::StoreError::NoRow) => {
            return Err(AccessError::NotFound);
        }
        Err(error) => return Err(error.into()),
    };
    let (mut challenge, sealed) =
        store::challenge(tx, organisation, id)?.ok_or(AccessError::NotFound)?;
    let address = key.open("challenge-address", &sealed)?;
    challenge.address = Personal::new(String::from_utf8_lossy(&address).into_owned());
    Ok(challenge)
}

/// Tries a code, from the session that asked for it.
///
/// The try is counted by the transaction that returns `Wrong`: it must be committed.
///
/// # Errors
/// `NotFound` for a challenge of another session.
pub fn confirm(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ChallengeId,
    session: SessionId,
    code: &str,
) -> Result<Confirmation, AccessError> {
    let challenge = find(tx, ctx.organisation, id)?;
    if challenge.session != session {
        return Err(AccessError::NotFound);
    }
    let over = challenge.confirmed_at.is_some()
        || ctx.now >= challenge.expires_at
        || challenge.tries >= MAX_TRIES;
    if over {
        return Ok(Confirmation::Ended);
    }
    if challenge.decoy || !is_code(tx.vault(), id, code) {
        return wrong_try(ctx, tx, &challenge);
    }
    if !store::confirm_challenge(tx, ctx.organisation, id, ctx.now)? {
        return Ok(Confirmation::Ended);
    }
    journal::security(
        ctx,
        tx,
        "code.confirmed",
        Subject::new("challenge", id.uuid()),
        &[],
    )?;
    Ok(Confirmation::Confirmed(Challenge {
        confirmed_at: Some(ctx.now),
        ..challenge
    }))
}

fn wrong_try(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    challenge: &Challenge,
) -> Result<Confirmation, AccessError> {
    store::count_try(tx, ctx.organisation, challenge.id)?;
    journal::security(
        ctx,
        tx,
        "code.wrong",
        Subject::new("challenge", challenge.id.uuid()),
        &[],
    )?;
    let left = MAX_TRIES - challenge.tries - 1;
    Ok(if left > 0 {
        Confirmation::Wrong { left }
    } else {
        Confirmation::Ended
    })
}

/// Removes the challenges that ended before an instant, their keys first: the addresses cannot be read any more,
/// whatever copy of the rows remains.
pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, AccessError> {
    let old = store::old_challenges(tx, before)?;
    for (organisation, id) in &old {
        sealing::destroy_key(tx, *organisation, id.uuid())?;
        store::delete_challenge(tx, *organisation, *id)?;
    }
    Ok(u64::try_from(old.len()).unwrap_or(u64::MAX))
}

/// Removes the challenges of a session that ends, their keys first.
pub(crate) fn forget_of_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<(), AccessError> {
    for id in store::challenges_of_session(tx, organisation, session)? {
        sealing::destroy_key(tx, organisation, id.uuid())?;
        store::delete_challenge(tx, organisation, id)?;
    }
    Ok(())
}

/// The six digits of a challenge: derived from the master key, stored nowhere.
#[must_use]
pub fn code(vault: &Vault, id: ChallengeId) -> Personal<String> {
    let derived = vault.derive("challenge-code", id.uuid().as_bytes());
    let number = derived
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    Personal::new(format!("{:06}", number % 1_000_000))
}

/// Compares what was typed, spaces and hyphens forgiven, in constant time.
fn is_code(vault: &Vault, id: ChallengeId, typed: &str) -> bool {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    code(vault, id).as_bytes().ct_eq(digits.as_bytes()).into()
}
