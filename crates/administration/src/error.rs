//! What may go wrong while administering.

use parvis_access::AccessError;
use parvis_identity::IdentityError;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_organisation::OrganisationError;
use parvis_store::StoreError;
use parvis_web::PageError;

use crate::surroundings::Use;

/// What may go wrong while administering.
#[derive(Debug, thiserror::Error)]
pub enum AdministrationError {
    /// Not allowed, or unknown.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// What the organisation refuses.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// What a provider cannot be, or the room of providers failed.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// Something that is used still points to what would be closed.
    #[error("still used: {0:?}")]
    InUse(Vec<Use>),
    /// Another room refused.
    #[error("refused: {}", .0.key)]
    Refused(Refusal),
    /// Another room failed.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AdministrationError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        match self {
            Self::Access(error) => error.refusal(),
            Self::Organisation(error) => error.refusal(),
            Self::Identity(error) => error.refusal(),
            Self::InUse(_) => Ok(Refusal::new(RefusalKind::Conflict, "refusal-still-used")),
            Self::Refused(refusal) => Ok(refusal),
            Self::Failed(failure) => Err(failure),
            Self::Store(error) => Err(Failure::new("administering", error)),
        }
    }
}

impl From<AdministrationError> for PageError {
    fn from(error: AdministrationError) -> Self {
        match error {
            AdministrationError::Store(error) => error.into(),
            other => Self::from_outcome(other.refusal()),
        }
    }
}
