//! What a person sees when something does not happen: a rule said no, or the house broke.
//!
//! A handler returns `Result<_, PageError>`. The error becomes an empty response that carries a [`Told`]; the frame of
//! the house ([`crate::dress`]), which knows the organisation and the language, writes the page.

mod page;

use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use parvis_access::AccessError;
use parvis_kernel::{Failure, Refusal, RefusalKind};
use parvis_organisation::OrganisationError;
use parvis_store::StoreError;
use parvis_store::blobs::BlobError;

pub(crate) use page::{bare, finished, told};

use crate::api::Problem;
use crate::limits::Wait;
use crate::request::EntriesError;

/// Why a page is not shown.
#[derive(Debug)]
pub struct PageError(Told);

/// What is told to the person.
#[derive(Debug, Clone)]
pub(crate) enum Told {
    /// A rule said no.
    Refused(Arc<Refusal>),
    /// The form was not shown by this house to this browser, or its cookie is gone.
    Forged,
    /// Too many tries.
    TooMany(Duration),
    /// The house broke.
    Broken { incident: String },
    /// The disk is full.
    Full,
    /// The database does not answer.
    Unavailable,
    /// Too many people at once.
    Crowded(Duration),
    /// What the framework answered by itself.
    Plain(StatusCode),
    /// What a machine is told.
    Problem(Arc<Problem>),
}

impl PageError {
    /// Unknown, or not to be known.
    #[must_use]
    pub fn not_found() -> Self {
        Refusal::not_found().into()
    }

    /// Somebody must sign in first: leads to the page where that is done.
    #[must_use]
    pub fn sign_in_first() -> Self {
        Refusal::new(RefusalKind::Unauthenticated, "refusal-sign-in-first").into()
    }

    /// The form cannot be recognised.
    #[must_use]
    pub const fn forged() -> Self {
        Self(Told::Forged)
    }

    /// Too many people are here; this one may come back after that long.
    #[must_use]
    pub const fn crowded(later: Duration) -> Self {
        Self(Told::Crowded(later))
    }

    /// What a room's error says of itself (`XError::refusal`).
    #[must_use]
    pub fn from_outcome(outcome: Result<Refusal, Failure>) -> Self {
        match outcome {
            Ok(refusal) => refusal.into(),
            Err(failure) => failure.into(),
        }
    }

    /// The refusal, for a handler that shows it in its own page.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match &self.0 {
            Told::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// What a machine is told, for a handler that adds to it.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match &self.0 {
            Told::Problem(problem) => Some(problem),
            _ => None,
        }
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status()
    }
}

impl Told {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => match refusal.kind {
                RefusalKind::NotFound => StatusCode::NOT_FOUND,
                RefusalKind::Unauthenticated => StatusCode::UNAUTHORIZED,
                RefusalKind::Forbidden => StatusCode::FORBIDDEN,
                RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
                RefusalKind::Conflict => StatusCode::CONFLICT,
                RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
                RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            },
            Self::Forged => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Full | Self::Unavailable | Self::Crowded(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Plain(status) => *status,
            Self::Problem(problem) => problem.status,
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(wait) | Self::Crowded(wait) => Some(wait.as_secs().max(1)),
            Self::Unavailable => Some(30),
            Self::Full => Some(600),
            _ => None,
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.0.status().into_response();
        if let Some(seconds) = self.0.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self.0);
        response
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        Self(Told::Refused(Arc::new(refusal)))
    }
}

impl From<Failure> for PageError {
    fn from(failure: Failure) -> Self {
        let told = of_store(&failure).or_else(|| of_blobs(&failure));
        match told {
            Some(told) => Self(told),
            None => {
                let incident = incident();
                tracing::error!(incident, doing = failure.doing, cause = %failure.source, "failure");
                Self(Told::Broken { incident })
            }
        }
    }
}

impl From<Problem> for PageError {
    fn from(problem: Problem) -> Self {
        Self(Told::Problem(Arc::new(problem)))
    }
}

/// What is told of a database that will answer later.
fn of_store(failure: &Failure) -> Option<Told> {
    match failure.source.downcast_ref::<StoreError>()? {
        StoreError::Full => Some(Told::Full),
        error if error.is_temporary() => Some(Told::Unavailable),
        _ => None,
    }
}

/// What is told of a storage of pieces that will answer later.
fn of_blobs(failure: &Failure) -> Option<Told> {
    match failure.source.downcast_ref::<BlobError>()? {
        BlobError::Full => Some(Told::Full),
        BlobError::Unavailable(cause) => {
            tracing::warn!(
                cause,
                doing = failure.doing,
                "the storage of the pieces does not answer"
            );
            Some(Told::Unavailable)
        }
        _ => None,
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        Failure::new("asking the database", error).into()
    }
}

impl From<AccessError> for PageError {
    fn from(error: AccessError) -> Self {
        Self::from_outcome(error.refusal())
    }
}

impl From<OrganisationError> for PageError {
    fn from(error: OrganisationError) -> Self {
        Self::from_outcome(error.refusal())
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Failure::new("writing a page", error).into()
    }
}

impl From<Wait> for PageError {
    fn from(wait: Wait) -> Self {
        Self(Told::TooMany(wait.0))
    }
}

impl From<EntriesError> for PageError {
    fn from(error: EntriesError) -> Self {
        let (kind, key) = match error {
            EntriesError::TooLarge => (RefusalKind::TooLarge, "error-too-large-text"),
            EntriesError::Malformed => (RefusalKind::Invalid, "error-entries-malformed"),
            EntriesError::Encoding => (RefusalKind::Invalid, "error-entries-encoding"),
            EntriesError::Nul => (RefusalKind::Invalid, "error-entries-nul"),
        };
        Refusal::new(kind, key).into()
    }
}

/// Eight letters and figures that can be read over the telephone (Crockford's base 32, without i, l, o, u).
pub(crate) fn incident() -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0_u8; 8];
    if getrandom::fill(&mut bytes).is_err() {
        return "00000000".to_owned();
    }
    let letters = bytes.iter().map(|byte| LETTERS.get(usize::from(byte % 32)));
    letters
        .flatten()
        .map(|letter| char::from(*letter))
        .collect()
}
