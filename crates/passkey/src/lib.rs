#![doc = include_str!("../README.md")]

mod answer;
mod error;
mod kept;
mod party;
mod prove;
mod register;

use serde::Serialize;

pub use answer::{Claim, LONGEST};
pub use error::PasskeyError;
pub use kept::Credential;
pub use party::{LIFE, RelyingParty};
pub use register::Person;

/// What begins: told to the browser, and kept by the server until it answers.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The options of `navigator.credentials`, in JSON; their bytes are in base64url.
    pub options: String,
    /// What the server keeps: it serves for one answer, and never leaves it.
    pub state: Vec<u8>,
}

impl Begun {
    fn of(asked: &impl Serialize, state: &impl Serialize) -> Result<Self, PasskeyError> {
        let options =
            serde_json::to_string(asked).map_err(|error| PasskeyError::Kept(error.to_string()))?;
        let state = kept::write(state)?;
        Ok(Self { options, state })
    }
}
