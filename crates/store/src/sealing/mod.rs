//! Sealing: what is kept about a subject (a dossier) is encrypted under its own key, and destroying that key erases
//! it everywhere, backups of the sealed data included.
//!
//! Each subject has one key of 32 random bytes, kept in `data_keys` wrapped by the master key. Both the wrapped key
//! and the sealed data are AES-256-GCM, preceded by a byte that says the version of the format (1) and by the nonce.
//! The nonce mixes fresh randomness with what is sealed, so that a poor source of randomness cannot repeat one.

mod key;
mod store;

use std::collections::BTreeMap;

use parvis_kernel::{Ctx, Instant, OrganisationId};
use uuid::Uuid;

use crate::derivation::Secret;
use crate::{StoreError, Tx};

pub use key::SealingKey;

/// Creates the key of a new subject, in the organisation of the context.
///
/// # Errors
///
/// [`StoreError::Constraint`] when the subject already has one; any error of the engine.
pub fn create_key(tx: &mut Tx<'_>, ctx: &Ctx, subject: Uuid) -> Result<SealingKey, StoreError> {
    let mut secret = Secret::default();
    getrandom::fill(secret.as_mut_slice()).map_err(StoreError::unavailable)?;
    let wrapping = SealingKey::new(tx.vault().wrapping_key(ctx.organisation));
    let wrapped = wrapping.seal(
        &wrapping_context(ctx.organisation, subject),
        secret.as_slice(),
    );
    store::insert(tx, ctx.organisation, subject, wrapped, ctx.now)?;
    Ok(SealingKey::new(secret))
}

/// Whether a subject has its key already. An identifier that a page proposed may be that of something else: who creates from
/// such an identifier asks first.
///
/// # Errors
///
/// Any error of the engine.
pub fn holds_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<bool, StoreError> {
    Ok(store::find(tx, organisation, subject)?.is_some())
}

/// Reads the key of a subject.
///
/// # Errors
///
/// [`StoreError::KeyDestroyed`] when there is none; [`StoreError::Sealed`] when it cannot be unwrapped.
pub fn load_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<SealingKey, StoreError> {
    let wrapped = store::find(tx, organisation, subject)?.ok_or(StoreError::KeyDestroyed)?;
    let wrapping = SealingKey::new(tx.vault().wrapping_key(organisation));
    unwrapped(&wrapping, organisation, subject, &wrapped)
}

/// Reads the keys of many subjects at once, for a list. A subject without a key, an erased one, is left out.
///
/// # Errors
///
/// [`StoreError::Sealed`] when one cannot be unwrapped; any error of the engine.
pub fn load_keys(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subjects: &[Uuid],
) -> Result<BTreeMap<Uuid, SealingKey>, StoreError> {
    let found = store::find_all(tx, organisation, subjects)?;
    let wrapping = SealingKey::new(tx.vault().wrapping_key(organisation));
    found
        .into_iter()
        .map(|(subject, wrapped)| {
            let key = unwrapped(&wrapping, organisation, subject, &wrapped)?;
            Ok((subject, key))
        })
        .collect()
}

/// Keys looked at in one reading.
const PAGE: i64 = 500;

/// What a reading of the keys found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckedKeys {
    /// The keys that were read.
    pub keys: u64,
    /// The subjects whose key the master key does not open.
    pub broken: Vec<Uuid>,
    /// The last one: the next reading begins after it. Nothing when there are no more.
    pub last: Option<(OrganisationId, Uuid)>,
}

/// Reads some keys, of every organisation, after one of them, and opens each with the master key.
///
/// # Errors
///
/// Any error of the engine.
pub fn check_keys(
    tx: &mut Tx<'_>,
    last: Option<(OrganisationId, Uuid)>,
) -> Result<CheckedKeys, StoreError> {
    let mut checked = CheckedKeys::default();
    for (organisation, subject, wrapped) in store::after(tx, last, PAGE)? {
        checked.keys += 1;
        checked.last = Some((organisation, subject));
        let wrapping = SealingKey::new(tx.vault().wrapping_key(organisation));
        if unwrapped(&wrapping, organisation, subject, &wrapped).is_err() {
            checked.broken.push(subject);
        }
    }
    Ok(checked)
}

/// A key out of its wrapping: for the installation to which its organisation goes. It is erased from memory when dropped.
pub struct BareKey {
    /// Whose key.
    pub subject: Uuid,
    /// When it was created.
    pub created_at: Instant,
    secret: Secret,
}

impl BareKey {
    /// A key that another installation told.
    #[must_use]
    pub fn told(subject: Uuid, created_at: Instant, bytes: [u8; 32]) -> Self {
        let secret = Secret::new(bytes);
        Self {
            subject,
            created_at,
            secret,
        }
    }

    /// The key itself: who has it opens everything of its subject.
    #[must_use]
    pub fn reveal(&self) -> &[u8; 32] {
        &self.secret
    }
}

/// The keys of an organisation, after a subject, out of their wrapping; a page of them, empty at the end.
///
/// # Errors
///
/// [`StoreError::Sealed`] when one cannot be unwrapped; any error of the engine.
pub fn bare_keys(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    after: Option<Uuid>,
) -> Result<Vec<BareKey>, StoreError> {
    let wrapping = SealingKey::new(tx.vault().wrapping_key(organisation));
    let found = store::of_organisation(tx, organisation, after, PAGE)?;
    let bare = |(subject, wrapped, created_at): (Uuid, Vec<u8>, Instant)| {
        let SealingKey(secret) = unwrapped(&wrapping, organisation, subject, &wrapped)?;
        Ok(BareKey {
            subject,
            created_at,
            secret,
        })
    };
    found.into_iter().map(bare).collect()
}

/// Keeps a key that another installation told, wrapped by the master key of this one.
///
/// # Errors
///
/// [`StoreError::Constraint`] when the subject already has one; any error of the engine.
pub fn keep_bare_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    key: &BareKey,
) -> Result<(), StoreError> {
    let wrapping = SealingKey::new(tx.vault().wrapping_key(organisation));
    let context = wrapping_context(organisation, key.subject);
    let wrapped = wrapping.seal(&context, key.reveal());
    store::insert(tx, organisation, key.subject, wrapped, key.created_at)
}

fn unwrapped(
    wrapping: &SealingKey,
    organisation: OrganisationId,
    subject: Uuid,
    wrapped: &[u8],
) -> Result<SealingKey, StoreError> {
    let opened = wrapping.open(&wrapping_context(organisation, subject), wrapped)?;
    let opened = zeroize::Zeroizing::new(opened);
    let secret = <[u8; 32]>::try_from(opened.as_slice()).map_err(|_| StoreError::Sealed)?;
    Ok(SealingKey::new(Secret::new(secret)))
}

/// Destroys the key of a subject: what it sealed can never be opened again. Destroying it twice is no error.
///
/// # Errors
///
/// Any error of the engine.
pub fn destroy_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<(), StoreError> {
    store::delete(tx, organisation, subject)
}

/// A wrapped key opens only for the organisation and the subject it was created for.
fn wrapping_context(organisation: OrganisationId, subject: Uuid) -> String {
    format!("data key of {subject} in {organisation}")
}
