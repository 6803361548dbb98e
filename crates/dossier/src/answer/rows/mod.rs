//! Rows with their pages: adding one, changing it, taking it away. The page of their step is their list.

mod act;
mod merge;
mod page;
mod remove;
mod send;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub use act::{RowIntent, RowPlace, RowRecorded, record_row, remove_row};
pub(super) use merge::merged;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/dossiers/{number}/etapes/{step}/{block}/ajouter",
            get(page::add),
        )
        .route(
            "/dossiers/{number}/etapes/{step}/{block}/{row}",
            get(page::change).post(send::send),
        )
        .route(
            "/dossiers/{number}/etapes/{step}/{block}/{row}/retirer",
            get(remove::ask).post(remove::remove),
        )
}
