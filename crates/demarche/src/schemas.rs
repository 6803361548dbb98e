//! The published schemas.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use parvis_procedure::procedure_schema;

static PROCEDURE: LazyLock<String> = LazyLock::new(|| format!("{:#}", procedure_schema()));

/// `/schemas/procedure.json`: what editors check a procedure file against.
pub(crate) async fn procedure() -> impl IntoResponse {
    (
        [(CONTENT_TYPE, "application/schema+json")],
        PROCEDURE.as_str(),
    )
}
