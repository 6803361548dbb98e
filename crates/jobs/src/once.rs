//! What a caller asks to happen once, however often it is sent: the key and the answer live in the transaction of the act.

use std::time::Duration;

use parvis_kernel::{Instant, OrganisationId};
use parvis_store::{StoreError, Tx};
use uuid::Uuid;

use crate::store;

/// An answer is kept this long.
pub const KEPT: Duration = Duration::from_secs(24 * 3600);

/// A call that must happen once.
#[derive(Debug, Clone)]
pub struct Call {
    /// Where.
    pub organisation: OrganisationId,
    /// Who calls: two callers never share a key.
    pub caller: Uuid,
    /// What the caller drew for it.
    pub key: String,
    /// A hash of what is asked: the same key for something else is a mistake.
    pub fingerprint: String,
    /// When.
    pub at: Instant,
}

/// What is known of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// It is the first one: the act happens now, and its answer is given to [`answer_once`].
    First,
    /// It happened: its answer.
    Again(String),
    /// The key was used for something else.
    Reused,
}

/// Claims a call. Of several at the same moment the others wait for the transaction of the first, then find its answer; if it
/// failed, nothing is left of it and the next one is the first.
///
/// # Errors
/// Those of the store.
pub fn once(tx: &mut Tx<'_>, call: &Call) -> Result<Once, StoreError> {
    let before = call.at - KEPT;
    store::forget_call(tx, call, before)?;
    if store::claim_call(tx, call)? {
        return Ok(Once::First);
    }
    let (fingerprint, answer) = store::known_call(tx, call)?;
    Ok(if fingerprint == call.fingerprint {
        Once::Again(answer)
    } else {
        Once::Reused
    })
}

/// Keeps the answer of a call that was claimed in this transaction.
///
/// # Errors
/// Those of the store.
pub fn answer_once(tx: &mut Tx<'_>, call: &Call, answer: &str) -> Result<(), StoreError> {
    store::answer_call(tx, call, answer)
}

/// Forgets the answers of before; returns how many.
///
/// # Errors
/// Those of the store.
pub fn forget_answers(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    store::forget_calls(tx, before)
}
