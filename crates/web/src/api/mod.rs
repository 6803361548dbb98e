//! What the faces of machines share: who calls, errors as RFC 9457 tells them, limits told in headers, the parts of the document.
//!
//! Under `/api` there is no session, no cookie and no form: a request is known by its bearer token only, so that nothing can be
//! forged from a browser.

mod caller;
pub mod document;
mod frame;
mod problem;
mod sent;

pub use caller::Caller;
pub use problem::{FieldProblem, Problem};
pub use sent::{IdempotencyKey, Sent, if_match};

pub(crate) use frame::{answered, is_under};
pub(crate) use problem::told_problem;

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, ETAG};
use http::{HeaderValue, StatusCode};

/// The root of the interface, relative to an organisation.
pub const ROOT: &str = "/api/v1";

/// An answer in JSON.
#[must_use]
pub fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    let media = HeaderValue::from_static("application/json");
    (status, [(CONTENT_TYPE, media)], value.to_string()).into_response()
}

/// Says which version of a thing an answer shows: `"7"`, for a later `If-Match`.
#[must_use]
pub fn with_version(mut response: Response, version: i64) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}
