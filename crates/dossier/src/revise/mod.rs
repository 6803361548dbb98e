//! A revision published after a draft was begun: the draft follows it when all its answers still fit, and its author is told
//! otherwise.

mod act;
mod late;
mod meet;
mod page;
mod typed;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) use act::{bring, is_moved, newer};
pub use act::{finish_former, take_newer};
pub(crate) use late::{is_late, late};
pub(crate) use meet::{Met, meet};

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/dossiers/{number}/nouvelle-version",
        get(page::show).post(page::send),
    )
}
