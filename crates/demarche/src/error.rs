//! What may go wrong with procedures.

use parvis_access::AccessError;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_organisation::OrganisationError;
use parvis_store::StoreError;
use parvis_web::PageError;

/// What may go wrong with procedures.
#[derive(Debug, thiserror::Error)]
pub enum DemarcheError {
    /// No such procedure or revision, or not to be known.
    #[error("no such procedure or revision")]
    NotFound,
    /// The file names a service that the organisation does not have.
    #[error("the organisation has no service `{slug}`")]
    UnknownService {
        /// What the file says.
        slug: String,
    },
    /// The file names a group that the organisation does not have.
    #[error("the organisation has no group of agents `{slug}`")]
    UnknownGroup {
        /// What the file says.
        slug: String,
    },
    /// The file holds dated facts that no agent confirmed.
    #[error(
        "the procedure `{slug}` holds facts to confirm: a named agent must confirm them before it is published"
    )]
    ToConfirm {
        /// The procedure.
        slug: String,
    },
    /// Another author changed the draft, published it or threw it away.
    #[error("the draft of `{slug}` is not the one that was read")]
    DraftChanged {
        /// The procedure.
        slug: String,
    },
    /// Another revision was published since the draft was written.
    #[error("another revision of `{slug}` was published since the draft was written")]
    PublishedMeanwhile {
        /// The procedure.
        slug: String,
    },
    /// It is not published, or somebody closed it.
    #[error("the procedure `{slug}` is not open")]
    NotOpen {
        /// The procedure.
        slug: String,
    },
    /// It is open.
    #[error("the procedure `{slug}` is not closed")]
    NotClosed {
        /// The procedure.
        slug: String,
    },
    /// Neither an open procedure replaces it nor words say why it closes.
    #[error("nothing explains that the procedure `{slug}` closes")]
    Unexplained {
        /// The procedure.
        slug: String,
    },
    /// A confirmation names nobody.
    #[error("a confirmation is made by a named agent, for themselves")]
    ConfirmedByNobody,
    /// The stored revision cannot be read.
    #[error("a stored revision cannot be read")]
    Stored(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Access was refused, or could not be checked.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The organisation could not be read.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DemarcheError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        let invalid = |key| Refusal::new(RefusalKind::Invalid, key);
        match self {
            Self::NotFound => Ok(Refusal::not_found()),
            Self::UnknownService { slug } => {
                Ok(invalid("refusal-procedure-service").with("slug", slug))
            }
            Self::UnknownGroup { slug } => {
                Ok(invalid("refusal-procedure-group").with("slug", slug))
            }
            Self::ToConfirm { slug } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-procedure-to-confirm",
            )
            .with("slug", slug)),
            Self::DraftChanged { slug } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-procedure-draft-changed",
            )
            .with("slug", slug)),
            Self::PublishedMeanwhile { slug } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-procedure-published-meanwhile",
            )
            .with("slug", slug)),
            Self::NotOpen { slug } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-procedure-not-open",
            )
            .with("slug", slug)),
            Self::NotClosed { slug } => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-procedure-not-closed",
            )
            .with("slug", slug)),
            Self::Unexplained { slug } => {
                Ok(invalid("refusal-procedure-unexplained").with("slug", slug))
            }
            Self::ConfirmedByNobody => Ok(invalid("refusal-procedure-confirmed-by-nobody")),
            Self::Stored(error) => Err(Failure::new("reading a revision", error)),
            Self::Access(error) => error.refusal(),
            Self::Organisation(error) => error.refusal(),
            Self::Store(error) => Err(Failure::new("reading procedures", error)),
        }
    }
}

impl From<DemarcheError> for PageError {
    fn from(error: DemarcheError) -> Self {
        Self::from_outcome(error.refusal())
    }
}
