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
    /// The organisation asks that a second person reads what is published, and nobody approved this text.
    #[error("nobody else approved the text of `{slug}`")]
    NotReviewed {
        /// The procedure.
        slug: String,
    },
    /// The text is given to somebody to read already.
    #[error("the draft of `{slug}` waits for its reader already")]
    ReviewAsked {
        /// The procedure.
        slug: String,
    },
    /// It was answered or taken back meanwhile, or the draft is not the text that was given to be read.
    #[error("the review of `{slug}` is not open any more")]
    ReviewOver {
        /// The procedure.
        slug: String,
    },
    /// Who wrote a draft, or asked that it be read, does not approve it.
    #[error("the draft of `{slug}` is read by somebody who did not write it")]
    ReviewOwn {
        /// The procedure.
        slug: String,
    },
    /// A draft is sent back with what to change, and published unread with a reason.
    #[error("a reason is missing, or too long")]
    ReasonNeeded,
    /// What somebody writes is too long.
    #[error("a text is longer than {most} letters")]
    TextTooLong {
        /// Letters at most.
        most: usize,
    },
    /// The link of a panel serves no more, or it holds as many remarks as it may.
    #[error("the panel is over")]
    PanelOver,
    /// A procedure has as many open panels as it may.
    #[error("the procedure has {most} open panels")]
    TooManyPanels {
        /// How many it may have.
        most: usize,
    },
    /// A published revision answers the remark.
    #[error("a revision answers the remark")]
    RemarkCited,
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
        let conflict = |key, slug| Refusal::new(RefusalKind::Conflict, key).with("slug", slug);
        match self {
            Self::NotFound => Ok(Refusal::not_found()),
            Self::UnknownService { slug } => {
                Ok(invalid("refusal-procedure-service").with("slug", slug))
            }
            Self::UnknownGroup { slug } => {
                Ok(invalid("refusal-procedure-group").with("slug", slug))
            }
            Self::ToConfirm { slug } => Ok(conflict("refusal-procedure-to-confirm", slug)),
            Self::DraftChanged { slug } => Ok(conflict("refusal-procedure-draft-changed", slug)),
            Self::PublishedMeanwhile { slug } => {
                Ok(conflict("refusal-procedure-published-meanwhile", slug))
            }
            Self::NotOpen { slug } => Ok(conflict("refusal-procedure-not-open", slug)),
            Self::NotClosed { slug } => Ok(conflict("refusal-procedure-not-closed", slug)),
            Self::Unexplained { slug } => {
                Ok(invalid("refusal-procedure-unexplained").with("slug", slug))
            }
            Self::ConfirmedByNobody => Ok(invalid("refusal-procedure-confirmed-by-nobody")),
            Self::NotReviewed { slug } => Ok(conflict("refusal-procedure-not-reviewed", slug)),
            Self::ReviewAsked { slug } => Ok(conflict("refusal-procedure-review-asked", slug)),
            Self::ReviewOver { slug } => Ok(conflict("refusal-procedure-review-over", slug)),
            Self::ReviewOwn { slug } => Ok(conflict("refusal-procedure-review-own", slug)),
            Self::ReasonNeeded => Ok(invalid("refusal-procedure-reason")),
            Self::TextTooLong { most } => Ok(invalid("refusal-text-long").with("most", most)),
            Self::PanelOver => Ok(Refusal::new(RefusalKind::Conflict, "refusal-panel-over")),
            Self::TooManyPanels { most } => Ok(invalid("refusal-panel-many").with("most", most)),
            Self::RemarkCited => Ok(Refusal::new(RefusalKind::Conflict, "refusal-panel-cited")),
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
