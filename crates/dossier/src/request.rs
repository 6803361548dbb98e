//! What the handlers of the room take from a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use parvis_demarche::Catalogue;
pub(crate) use parvis_web::AgentVisit;
use parvis_web::{House, PageError, Site};

use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;

/// How often an act is tried again when somebody acted at the same moment.
const TRIES: usize = 3;

/// The desk of the organisation that is visited.
#[derive(Debug, Clone)]
pub struct DeskOf(pub Desk);

impl FromRequestParts<House> for DeskOf {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Self, PageError> {
        let site = parts.extensions.get::<Site>();
        let catalogue = parts.extensions.get::<Catalogue>();
        match (site, catalogue) {
            (Some(site), Some(catalogue)) => Ok(Self(Desk {
                organisation: site.organisation.clone(),
                catalogue: catalogue.clone(),
                guard: parts.extensions.get().copied().unwrap_or_default(),
            })),
            _ => Err(PageError::not_found()),
        }
    }
}

/// The number of an address; a text that is no number is no page.
pub(crate) fn number_of(text: &str) -> Result<Number, PageError> {
    Number::parse(text).ok_or_else(PageError::not_found)
}

/// Runs an act on a draft again when another tab of the same person acted at the same moment.
pub(crate) async fn again<T, F>(mut act: impl FnMut() -> F) -> Result<T, DossierError>
where
    F: Future<Output = Result<T, DossierError>>,
{
    let mut tries = 1;
    loop {
        match act().await {
            Err(DossierError::ChangedMeanwhile { .. }) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// A text inside a query: percent-encoded, but for the plainest signs (RFC 3986 § 2.3).
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
