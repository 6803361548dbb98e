//! Saying whether one is satisfied with how a request was dealt with: once, freely, and without a link to the dossier.

mod act;
mod page;

pub(crate) use act::is_offered;
pub use act::{Appraised, appraise, may_appraise};

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/satisfaction",
        get(page::show).post(page::send),
    )
}
