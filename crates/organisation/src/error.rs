//! What may go wrong with organisations.

use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_store::StoreError;

/// What may go wrong with organisations.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// No such organisation, service or group.
    #[error("no such organisation, service or group")]
    NotFound,
    /// The slug is not a plain word.
    #[error("the slug {slug:?} must be 2 to 63 lower-case letters, digits and inner hyphens")]
    MalformedSlug {
        /// What was given.
        slug: String,
    },
    /// The slug is a word of the house.
    #[error("the slug {slug:?} is reserved")]
    ReservedSlug {
        /// What was given.
        slug: String,
    },
    /// The slug or the host name is taken.
    #[error("{slug:?}, or its host name, is already served")]
    AlreadyServed {
        /// What was given.
        slug: String,
    },
    /// Somebody has set the installation up before.
    #[error("the installation is set up already")]
    AlreadySetUp,
    /// The time zone is unknown.
    #[error("the time zone {name:?} is unknown; expected an IANA name such as Europe/Paris")]
    UnknownTimeZone {
        /// What was given.
        name: String,
    },
    /// The profile says something that cannot be.
    #[error("{key}: expected {expected}")]
    MalformedProfile {
        /// What it says it of.
        key: &'static str,
        /// What was expected.
        expected: &'static str,
    },
    /// The accent colour cannot be read on white.
    #[error(
        "the contrast of the colour with white is {ratio:.1}; the nearest readable one is {nearest}"
    )]
    Unreadable {
        /// Its contrast with white.
        ratio: f64,
        /// The nearest colour that is readable.
        nearest: String,
    },
    /// Something that is used still points to it.
    #[error("something that is used still points to it")]
    StillUsed,
    /// The stored profile cannot be read.
    #[error("the stored profile cannot be read")]
    Profile(#[source] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OrganisationError {
    /// A rule that said no, or a failure of the house.
    ///
    /// # Errors
    /// The failure.
    pub fn refusal(self) -> Result<Refusal, Failure> {
        match self {
            Self::NotFound => Ok(Refusal::not_found()),
            Self::MalformedSlug { .. }
            | Self::ReservedSlug { .. }
            | Self::AlreadyServed { .. }
            | Self::UnknownTimeZone { .. }
            | Self::Unreadable { .. }
            | Self::MalformedProfile { .. } => {
                Ok(Refusal::new(RefusalKind::Invalid, "refusal-organisation"))
            }
            Self::AlreadySetUp => Ok(Refusal::new(
                RefusalKind::Conflict,
                "refusal-already-set-up",
            )),
            Self::StillUsed => Ok(Refusal::new(RefusalKind::Conflict, "refusal-still-used")),
            Self::Profile(error) => Err(Failure::new("reading a profile", error)),
            Self::Store(error) => Err(Failure::new("reading organisations", error)),
        }
    }
}
