//! Is the server alive; is it ready.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use parvis_organisation::installation;
use parvis_store::StoreError;
use parvis_web::House;

/// `/health/live` and `/health/ready`: for a supervisor, no word of any organisation.
pub(super) fn routes(house: House) -> Router {
    Router::new()
        .route("/health/live", get(|| async { "alive\n" }))
        .route("/health/ready", get(ready))
        .with_state(house)
}

/// Ready when the database answers. An installation that nobody set up yet is ready for that alone, and says so.
async fn ready(State(house): State<House>) -> Response {
    let read = house.store.read(|tx| {
        let backlog = parvis_jobs::backlog(tx)?;
        Ok::<_, StoreError>((backlog, installation::is_set_up(tx)?))
    });
    match read.await {
        Ok((backlog, set_up)) => {
            let to_do = if set_up {
                ""
            } else {
                "not set up yet: open / to begin\n"
            };
            format!(
                "ready\n{to_do}facts waiting: {}\njobs waiting: {}\njobs given up: {}\n",
                backlog.facts, backlog.jobs, backlog.given_up
            )
            .into_response()
        }
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}
