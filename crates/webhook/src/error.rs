//! What may go wrong with webhooks.

use parvis_access::AccessError;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_outside::AddressProblem;
use parvis_store::StoreError;
use parvis_web::PageError;

/// What may go wrong with webhooks.
#[derive(Debug, thiserror::Error)]
pub enum WebhookError {
    /// The address is none to which the house sends.
    #[error("nothing is sent to this address: {0:?}")]
    Address(AddressProblem),
    /// The name is empty or too long.
    #[error("the name of a webhook is empty or too long")]
    Name {
        /// Characters at most.
        most: usize,
    },
    /// A webhook that would hear of nothing.
    #[error("a webhook without event hears of nothing")]
    Events,
    /// The same application, or the administration, made one for this address already.
    #[error("there is a webhook for this address already")]
    AlreadyThere,
    /// There are as many as there may be.
    #[error("there are {most} webhooks already")]
    TooMany {
        /// At most.
        most: usize,
    },
    /// The token of the application that made it ended: it hears of nothing any more.
    #[error("the token of the application ended")]
    TokenEnded,
    /// It is suspended: nothing can be sent.
    #[error("the webhook is suspended")]
    Suspended,
    /// Not allowed, or unknown.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl WebhookError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        let conflict = |key| Refusal::new(RefusalKind::Conflict, key);
        match self {
            Self::Address(problem) => Ok(Refusal::new(RefusalKind::Invalid, key_of(problem))),
            Self::Name { most } => {
                Ok(Refusal::new(RefusalKind::Invalid, "refusal-webhook-name").with("most", most))
            }
            Self::Events => Ok(Refusal::new(RefusalKind::Invalid, "refusal-webhook-events")),
            Self::AlreadyThere => Ok(conflict("refusal-webhook-there")),
            Self::TooMany { most } => Ok(conflict("refusal-webhook-many").with("most", most)),
            Self::TokenEnded => Ok(conflict("refusal-webhook-token")),
            Self::Suspended => Ok(conflict("refusal-webhook-suspended")),
            Self::Access(error) => error.refusal(),
            Self::Store(error) => Err(Failure::new("looking after webhooks", error)),
        }
    }
}

pub(crate) const fn key_of(problem: AddressProblem) -> &'static str {
    match problem {
        AddressProblem::Malformed => "refusal-webhook-address",
        AddressProblem::NotHttps => "refusal-webhook-https",
        AddressProblem::Private => "refusal-webhook-private",
    }
}

impl From<WebhookError> for PageError {
    fn from(error: WebhookError) -> Self {
        match error {
            WebhookError::Store(error) => error.into(),
            other => Self::from_outcome(other.refusal()),
        }
    }
}
