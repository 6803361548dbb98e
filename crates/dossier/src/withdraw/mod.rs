//! Taking a request back.

mod act;
mod page;

pub use act::withdraw;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/retirer",
        get(page::show).post(page::send),
    )
}
