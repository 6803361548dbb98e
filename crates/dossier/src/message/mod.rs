//! Messages both ways.

mod act;
pub(crate) mod files;
mod page;

pub use act::{may_write, write_message, write_message_once};

use axum::Router;
use axum::routing::post;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/dossiers/{number}/messages", post(page::send))
}
