//! What a browser sends back.

use serde::de::DeserializeOwned;
use uuid::Uuid;
use webauthn_rs::prelude::PublicKeyCredential;

use crate::error::PasskeyError;

/// Bytes at most of an answer: without attestation, the longest (RSA) are below two thousand.
pub const LONGEST: usize = 16 * 1024;

/// Who an answer claims to be: nothing of it is proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The identifier of the passkey.
    pub credential: Vec<u8>,
    /// What the device was given as the identifier of the person, if it says it.
    pub person: Option<Uuid>,
}

impl Claim {
    /// Reads the claim of an answer.
    ///
    /// # Errors
    /// [`PasskeyError::Unreadable`].
    pub fn of(answer: &str) -> Result<Self, PasskeyError> {
        let answer: PublicKeyCredential = read(answer)?;
        let person = answer.get_user_unique_id();
        Ok(Self {
            credential: answer.get_credential_id().to_vec(),
            person: person
                .map(Uuid::from_slice)
                .transpose()
                .map_err(|_| PasskeyError::Unreadable)?,
        })
    }
}

pub(crate) fn read<T: DeserializeOwned>(answer: &str) -> Result<T, PasskeyError> {
    if answer.len() > LONGEST {
        return Err(PasskeyError::Unreadable);
    }
    serde_json::from_str(answer).map_err(|_| PasskeyError::Unreadable)
}
