//! The master key of an installation, and what is derived from it.

mod file;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use parvis_kernel::OrganisationId;
use zeroize::Zeroizing;

use crate::derivation::{Secret, derived};
use crate::{StoreError, hex};

/// The master key of an installation: everything secret is derived from it, never stored.
///
/// Lost, nothing sealed can be opened again: it is backed up apart from the database. Cheap to clone.
#[derive(Clone)]
pub struct Vault(Arc<Secret>);

impl Vault {
    /// Reads the key file, or creates it (readable by its owner alone) when it does not exist.
    ///
    /// # Errors
    ///
    /// [`StoreError::MasterKey`] when the file cannot be read, created or understood, or is readable by others.
    pub fn open_or_create(path: &Path) -> Result<Self, StoreError> {
        file::open_or_create(path).map(Self::wrapping)
    }

    /// Wraps a key given otherwise.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self::wrapping(Zeroizing::new(bytes))
    }

    /// Reads a key given as 64 hexadecimal digits, with or without the first word of the key file
    /// (`PARVIS_MASTER_KEY`).
    ///
    /// # Errors
    ///
    /// [`StoreError::MasterKey`] when the text is anything else.
    pub fn from_text(text: &str) -> Result<Self, StoreError> {
        file::understood(text).map(Self::wrapping)
    }

    /// The content of the key file: for a back-up that somebody asked to hold the key. It is erased from memory when dropped.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        file::line(&self.0)
    }

    fn wrapping(secret: Secret) -> Self {
        Self(Arc::new(secret))
    }

    /// Makes the keyed hash by which equal texts are found without being stored.
    ///
    /// 63 bits, so never negative; different in each organisation and for each domain (`agent e-mail`). The text is
    /// compared as it is: normalise it first.
    #[must_use]
    pub fn blind(&self, organisation: OrganisationId, domain: &str, text: &str) -> i64 {
        let organisation = organisation.uuid();
        let parts: [&[u8]; 4] = [
            b"blind",
            organisation.as_bytes(),
            domain.as_bytes(),
            text.as_bytes(),
        ];
        let hash = derived(&self.0, &parts);
        let [a, b, c, d, e, f, g, h, ..] = *hash;
        i64::from_be_bytes([a, b, c, d, e, f, g, h]) & i64::MAX
    }

    /// Makes the secret that belongs to a domain (`sign-in code`) and a context (an identifier): always the same.
    #[must_use]
    pub fn derive(&self, domain: &str, context: &[u8]) -> [u8; 32] {
        *derived(&self.0, &[b"derive", domain.as_bytes(), context])
    }

    /// The key that wraps the keys of the subjects of an organisation.
    pub(crate) fn wrapping_key(&self, organisation: OrganisationId) -> Secret {
        derived(&self.0, &[b"wrap", organisation.uuid().as_bytes()])
    }

    /// What a database keeps to recognise its master key: says nothing of the key.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let hash = derived(&self.0, &[b"fingerprint"]);
        let (start, _) = hash.split_at(8);
        hex::written(start)
    }
}

/// Shows nothing.
impl fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Vault")
    }
}

#[cfg(test)]
mod tests;
