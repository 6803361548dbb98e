//! Checking the answers before the deposit.

mod act;
mod page;

pub use act::{CheckView, view_check};
pub(crate) use act::{are_people_unknown, left_undone};
pub(crate) use page::{Undone, aside_of, undone};

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/verifier", get(page::show))
}
