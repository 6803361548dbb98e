//! The decision, as the person reads it.

mod act;
mod page;

pub use act::read_decision;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/decision", get(page::show))
}
