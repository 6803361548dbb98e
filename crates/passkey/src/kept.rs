//! What is kept, as bytes with the version of their format.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::Passkey;

use crate::error::PasskeyError;

/// The version of what is written now.
const VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    version: u8,
    value: T,
}

/// A passkey: what proves that an answer comes from the device that made it. Nothing in it is secret; it still says which device
/// somebody has, and is kept sealed.
#[derive(Debug, Clone)]
pub struct Credential(pub(crate) Passkey);

impl Credential {
    /// The identifier that the device gave it.
    #[must_use]
    pub fn id(&self) -> &[u8] {
        self.0.cred_id()
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`PasskeyError::Kept`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PasskeyError> {
        read(bytes).map(Self)
    }

    /// What is kept of it, to be sealed.
    ///
    /// # Errors
    /// [`PasskeyError::Kept`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, PasskeyError> {
        write(&self.0)
    }
}

pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PasskeyError> {
    let kept: Versioned<T> = serde_json::from_slice(bytes).map_err(unkept)?;
    match kept.version {
        VERSION => Ok(kept.value),
        other => Err(PasskeyError::Kept(format!("version {other}"))),
    }
}

pub(crate) fn write<T: Serialize>(value: T) -> Result<Vec<u8>, PasskeyError> {
    let kept = Versioned {
        version: VERSION,
        value,
    };
    serde_json::to_vec(&kept).map_err(unkept)
}

fn unkept(error: serde_json::Error) -> PasskeyError {
    PasskeyError::Kept(error.to_string())
}
