//! Dossiers for applications: the same acts as the pages, in JSON.

mod begin;
mod deposit;
mod document;
mod exchange;
mod fill;
mod pieces;
mod prefill;
mod read;
mod shown;
mod told;
mod uploads;

use axum::Router;
use axum::routing::{get, head, post, put};
use parvis_web::House;

pub use document::part;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/api/v1/dossiers", get(read::changes).post(begin::begin))
        .route("/api/v1/prefills", post(prefill::propose))
        .route("/api/v1/dossiers/{number}", get(read::one))
        .route(
            "/api/v1/dossiers/{number}/answers",
            get(fill::answers).patch(fill::patch),
        )
        .route("/api/v1/dossiers/{number}/people", put(fill::people))
        .route(
            "/api/v1/dossiers/{number}/validation",
            get(fill::validation),
        )
        .route("/api/v1/dossiers/{number}/deposit", post(deposit::deposit))
        .route("/api/v1/dossiers/{number}/receipt", get(deposit::receipt))
        .route(
            "/api/v1/dossiers/{number}/messages",
            get(exchange::messages).post(exchange::write),
        )
        .route(
            "/api/v1/dossiers/{number}/decision",
            get(exchange::decision),
        )
        .route(
            "/api/v1/dossiers/{number}/pieces",
            get(pieces::list).post(pieces::add),
        )
        .route(
            "/api/v1/dossiers/{number}/pieces/{piece}",
            get(pieces::content).delete(pieces::remove),
        )
        .route("/api/v1/dossiers/{number}/uploads", post(uploads::begin))
        .route(
            "/api/v1/dossiers/{number}/uploads/{upload}",
            head(uploads::place)
                .patch(uploads::go_on)
                .delete(uploads::give_up),
        )
}
