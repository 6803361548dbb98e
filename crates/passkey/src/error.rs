//! Why an answer proves nothing.

use webauthn_rs::prelude::WebauthnError;

/// Why an answer proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// It is too long, or is not what a browser sends.
    #[error("the answer of the device cannot be read")]
    Unreadable,
    /// It was given to another site.
    #[error("the answer was given to another site")]
    Elsewhere,
    /// The device did not check who holds it.
    #[error("the device did not check the person")]
    NotVerified,
    /// The signature counter did not grow: there may be a copy of the passkey.
    #[error("the signature counter went back")]
    WentBack,
    /// Anything else: another challenge, another key, a wrong signature.
    #[error("the answer proves nothing: {0}")]
    Refused(WebauthnError),
    /// What this house kept cannot be read again, or cannot be written.
    #[error("what was kept of a passkey cannot be read: {0}")]
    Kept(String),
}

impl PasskeyError {
    /// A word for the journal: says the cause and nothing of the person.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Elsewhere => "elsewhere",
            Self::NotVerified => "not-verified",
            Self::WentBack => "counter",
            Self::Refused(_) => "refused",
            Self::Kept(_) => "kept",
        }
    }
}

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        match error {
            WebauthnError::InvalidRPOrigin
            | WebauthnError::InvalidRPIDHash
            | WebauthnError::CredentialCrossOrigin => Self::Elsewhere,
            WebauthnError::UserNotVerified | WebauthnError::UserNotPresent => Self::NotVerified,
            WebauthnError::CredentialPossibleCompromise => Self::WentBack,
            WebauthnError::ParseBase64Failure(_)
            | WebauthnError::ParseCBORFailure(_)
            | WebauthnError::ParseJSONFailure(_)
            | WebauthnError::ParseNOMFailure
            | WebauthnError::ParseInsufficientBytesAvailable => Self::Unreadable,
            other => Self::Refused(other),
        }
    }
}
