//! Answering what the service asked.

mod act;
mod page;
mod send;

pub(crate) use act::act_on;
pub use act::{Checked, Completed, RequestView, check_answer, complete, view_request};

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/completer",
        get(page::show).post(send::send),
    )
}
