//! What may go wrong with a provider.

use parvis_access::AccessError;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_outside::AddressProblem;
use parvis_store::StoreError;

/// What may go wrong when an organisation says who knows its agents.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The issuer is no address to which the house speaks.
    #[error("the issuer is no address to which the house speaks: {0:?}")]
    Issuer(AddressProblem),
    /// The identifier of the house is empty or too long.
    #[error("the client identifier is empty or too long")]
    ClientId,
    /// A new provider needs a secret.
    #[error("a provider needs the secret that it gave")]
    Secret,
    /// What the button says is empty or too long.
    #[error("what the button says is empty or too long")]
    Label {
        /// Characters at most.
        most: usize,
    },
    /// A word of the scopes cannot be.
    #[error("the scopes cannot be read")]
    Scopes,
    /// A word of the classes of authentication cannot be.
    #[error("the classes of authentication cannot be read")]
    Acr,
    /// A domain cannot be.
    #[error("the domains cannot be read")]
    Domains,
    /// What was not tried is not open to agents.
    #[error("the provider was not tried since it changed")]
    NotTried,
    /// Not allowed, or unknown.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl IdentityError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        let invalid = |key| Ok(Refusal::new(RefusalKind::Invalid, key));
        match self {
            Self::Issuer(AddressProblem::Malformed) => invalid("refusal-identity-issuer"),
            Self::Issuer(AddressProblem::NotHttps) => invalid("refusal-identity-issuer-https"),
            Self::Issuer(AddressProblem::Private) => invalid("refusal-identity-issuer-private"),
            Self::ClientId => invalid("refusal-identity-client"),
            Self::Secret => invalid("refusal-identity-secret"),
            Self::Label { most } => {
                Ok(Refusal::new(RefusalKind::Invalid, "refusal-identity-label").with("most", most))
            }
            Self::Scopes => invalid("refusal-identity-scopes"),
            Self::Acr => invalid("refusal-identity-acr"),
            Self::Domains => invalid("refusal-identity-domains"),
            Self::NotTried => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-identity-not-tried",
            )),
            Self::Access(error) => error.refusal(),
            Self::Store(error) => Err(Failure::new("looking after a provider", error)),
        }
    }
}
