//! Is the server alive; is it ready.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use parvis_web::House;

/// `/health/live` and `/health/ready`: for a supervisor, no word of any organisation.
pub(super) fn routes(house: House) -> Router {
    Router::new()
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(ready))
        .with_state(house)
}

/// Ready when the database answers.
async fn ready(State(house): State<House>) -> Response {
    match house.store.read(parvis_jobs::backlog).await {
        Ok(backlog) => format!(
            "ready\nfacts waiting: {}\njobs waiting: {}\njobs given up: {}\n",
            backlog.facts, backlog.jobs, backlog.given_up
        )
        .into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}
