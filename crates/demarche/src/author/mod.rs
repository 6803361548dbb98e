//! The pages of those who write procedures: what there is, a text to check, what it changes, its publication.

mod act;
mod closing;
mod differences;
mod discard;
mod download;
mod french;
mod list;
mod preview;
mod publish;
mod request;
mod seen;
mod show;
mod trial;
mod upload;
mod words;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub use act::{Closing, close, discard_draft, keep_draft, publish_draft, reopen};
pub use preview::{drafted, preview_path};
pub use request::Author;
pub use trial::{enter_trial, erase_trial, try_text};

/// The list of procedures of an author.
const LIST: &str = "/agent/demarches";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/demarches", get(list::show))
        .route(
            "/agent/nouvelle-demarche",
            get(upload::begin).post(upload::keep),
        )
        .route("/agent/demarches/{slug}", get(show::show))
        .route(
            "/agent/demarches/{slug}/texte",
            get(upload::edit).post(upload::replace),
        )
        .route(
            "/agent/demarches/{slug}/brouillon.yaml",
            get(download::draft),
        )
        .route(
            "/agent/demarches/{slug}/revisions/{revision}",
            get(download::revision),
        )
        .route(
            "/agent/demarches/{slug}/publier",
            get(publish::ask).post(publish::publish),
        )
        .route(
            "/agent/demarches/{slug}/jeter",
            get(discard::ask).post(discard::discard),
        )
        .route("/agent/demarches/{slug}/apercu", get(preview::show))
        .route(
            "/agent/demarches/{slug}/fermer",
            get(closing::ask).post(closing::close),
        )
        .route(
            "/agent/demarches/{slug}/rouvrir",
            get(closing::ask_reopening).post(closing::reopen),
        )
        .merge(trial::routes())
}
