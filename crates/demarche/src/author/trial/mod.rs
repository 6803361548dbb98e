//! Trying a procedure before the public does: the link that is shared, the side of agents, the end of the trial.

mod act;
mod begin;
mod enter;
mod erase;
mod gone;
mod show;

use axum::Router;
use axum::routing::{get, post};
use parvis_web::House;

pub use act::{enter_trial, erase_trial, try_text};

/// The page of the trial, on the side of the organisation itself.
const PAGE: &str = "/agent/essai";

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/demarches/{slug}/essayer", post(begin::begin))
        .route("/agent/essai", get(show::show))
        .route("/agent/essai/traiter", post(enter::enter))
        .route("/agent/essai/effacer", get(erase::ask).post(erase::erase))
        .route("/essai", get(gone::gone))
        .route("/essai/{*rest}", get(gone::gone))
}
