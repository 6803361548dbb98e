//! Erasing one's draft.

mod act;
mod page;

pub use act::{Erased, erase, erased};

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/effacer",
        get(page::show).post(page::send),
    )
}
