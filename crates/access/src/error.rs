//! What may go wrong with access.

use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_organisation::OrganisationError;
use parvis_store::StoreError;

/// What may go wrong with access.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The thing is unknown, or must not be known by this actor.
    #[error("unknown, or not to be known by this actor")]
    NotFound,
    /// Somebody must sign in first.
    #[error("somebody must sign in first")]
    SignInFirst,
    /// The actor sees the thing, but may not do this to it.
    #[error("not allowed to this actor")]
    Forbidden,
    /// An agent of this address exists already.
    #[error("an agent of this address exists already")]
    AgentExists,
    /// The organisation would lose its last administrator.
    #[error("the organisation would lose its last administrator")]
    LastAdministrator,
    /// The name of a token is empty or too long.
    #[error("the name of a token is empty or too long")]
    TokenName {
        /// Characters at most.
        most: usize,
    },
    /// A token is asked for that may do nothing.
    #[error("a token without scope may do nothing")]
    TokenScopes,
    /// A token ends in the past or in more than a year.
    #[error("a token ends in the past or in more than a year")]
    TokenLife,
    /// The person signed in too long ago for what they ask: they must prove again who they are.
    #[error("the person must prove again who they are")]
    ProveAgain,
    /// An account of this address exists already.
    #[error("an account of this address exists already")]
    AddressTaken,
    /// Somebody changed the account at the same moment.
    #[error("the account was changed at the same moment")]
    AccountChanged,
    /// The name of a passkey is empty or too long.
    #[error("the name of a passkey is empty or too long")]
    PasskeyName {
        /// Characters at most.
        most: usize,
    },
    /// The account has as many passkeys as it may.
    #[error("the account has as many passkeys as it may")]
    TooManyPasskeys {
        /// Passkeys at most.
        most: usize,
    },
    /// The organisation knows this passkey already.
    #[error("this passkey is known already")]
    PasskeyKnown,
    /// The link or the code serves no more.
    #[error("the link or the code serves no more")]
    Ended,
    /// Somebody invited the same address at the same instant.
    #[error("somebody invited the same address at the same instant")]
    InvitedMeanwhile,
    /// Nobody closes their own account.
    #[error("nobody closes their own account")]
    OwnAccount,
    /// The password is refused.
    #[error("the password is refused: {0}")]
    Password(#[from] crate::password::PasswordRefusal),
    /// The second factor cannot be read.
    #[error("the second factor cannot be read: {0}")]
    SecondFactor(String),
    /// An organisation cannot be read.
    #[error("an organisation cannot be read: {0}")]
    Organisation(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AccessError {
    /// What the room of organisations answered, in the words of this one.
    #[must_use]
    pub fn of_organisation(error: OrganisationError) -> Self {
        match error {
            OrganisationError::Store(error) => Self::Store(error),
            OrganisationError::NotFound => Self::NotFound,
            other => Self::Organisation(other.to_string()),
        }
    }

    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        match self {
            Self::NotFound => Ok(Refusal::not_found()),
            Self::SignInFirst => Ok(Refusal::new(
                RefusalKind::Unauthenticated,
                "refusal-sign-in-first",
            )),
            Self::Forbidden => Ok(Refusal::new(RefusalKind::Forbidden, "refusal-forbidden")),
            Self::AgentExists => Ok(Refusal::new(RefusalKind::Conflict, "refusal-agent-exists")),
            Self::LastAdministrator => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-last-administrator",
            )),
            Self::TokenName { most } => {
                Ok(Refusal::new(RefusalKind::Invalid, "refusal-token-name").with("most", most))
            }
            Self::TokenScopes => Ok(Refusal::new(RefusalKind::Invalid, "refusal-token-scopes")),
            Self::TokenLife => Ok(Refusal::new(RefusalKind::Invalid, "refusal-token-life")),
            Self::ProveAgain => Ok(Refusal::new(
                RefusalKind::Unauthenticated,
                "refusal-prove-again",
            )),
            Self::AddressTaken => Ok(Refusal::new(RefusalKind::Conflict, "refusal-address-taken")),
            Self::AccountChanged => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-account-changed",
            )),
            Self::PasskeyName { most } => {
                Ok(Refusal::new(RefusalKind::Invalid, "refusal-passkey-name").with("most", most))
            }
            Self::TooManyPasskeys { most } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-too-many-passkeys",
            )
            .with("most", most)),
            Self::PasskeyKnown => Ok(Refusal::new(RefusalKind::Conflict, "refusal-passkey-known")),
            Self::Ended => Ok(Refusal::new(RefusalKind::Conflict, "refusal-ended")),
            Self::InvitedMeanwhile => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-invited-meanwhile",
            )),
            Self::OwnAccount => Ok(Refusal::new(RefusalKind::Conflict, "refusal-own-account")),
            Self::Password(refusal) => Ok(Refusal::new(RefusalKind::Invalid, refusal.key())),
            Self::SecondFactor(cause) => Err(Failure::new("reading a second factor", cause)),
            Self::Organisation(cause) => Err(Failure::new("reading an organisation", cause)),
            Self::Store(error) => Err(Failure::new("checking access", error)),
        }
    }
}
