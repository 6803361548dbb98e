//! The document of the API of machines: what each room says of its calls, under the root of an organisation.

use std::sync::LazyLock;

use axum::Extension;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use parvis_web::api::document::{Part, document};
use parvis_web::api::{ROOT, json};
use parvis_web::{House, Site};
use serde_json::Value;

/// What the rooms say of their calls.
static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
    vec![
        parvis_demarche::api::part(),
        parvis_dossier::api::part(),
        parvis_webhook::api::part(),
    ]
});

/// The document, for a place where it is served.
#[must_use]
pub fn openapi(base: &str) -> Value {
    let server = format!("{base}{ROOT}");
    document("Parvis", "1.0.0", &server, &PARTS)
}

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/api/v1/openapi.json", get(show))
}

async fn show(Extension(site): Extension<Site>) -> Response {
    json(StatusCode::OK, &openapi(&site.base))
}
