//! The pages of those who write procedures: what there is, a text to check, what it changes, its publication.

mod act;
mod closing;
mod confirm;
mod crisis;
mod differences;
mod discard;
mod download;
mod editor;
mod findings;
mod list;
pub mod panel;
mod preview;
mod publish;
mod request;
pub(crate) mod review;
mod seen;
mod show;
mod told;
mod trial;
mod upload;
mod words;

use axum::Router;
use axum::routing::{get, post};
use parvis_web::{House, Visit};

use crate::model::Revision;

pub use act::{
    Closing, close, discard_draft, keep_draft, publish_draft, publish_unreviewed, reopen,
};
pub use preview::{drafted, preview_path, previewed};
pub use request::Author;
pub use review::{
    answer_review, ask_review, is_review_asked_for, readers_of, reviews_waiting, withdraw_review,
};
pub use told::what_changed;
pub use trial::{enter_trial, erase_trial, try_text};

/// The list of procedures of an author.
const LIST: &str = "/agent/demarches";

/// What a revision changes of another one, a sentence each.
pub(crate) fn changes(visit: &Visit, before: &Revision, after: &Revision) -> Vec<String> {
    let (before, after) = ((&before.file, &before.form), (&after.file, &after.form));
    let found = differences::differences(before, after);
    let told = found.iter().map(|one| words::difference(visit, one));
    told.collect()
}

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
        .route("/agent/demarches/{slug}/confirmer", post(confirm::confirm))
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
        .merge(crisis::routes())
        .merge(editor::routes())
        .merge(panel::routes())
        .merge(review::routes())
        .merge(trial::routes())
}
