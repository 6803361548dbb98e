//! Review (« relecture »): a second person reads a draft before it is published, approves it or sends it back.

pub(super) mod act;
mod page;
mod said;

use axum::Router;
use axum::routing::{get, post};
use parvis_web::House;

pub(crate) use act::rests;
pub(super) use act::{LONGEST, LOOKED_AT, approval, end};
pub use act::{
    answer_review, ask_review, is_review_asked_for, readers_of, reviews_waiting, withdraw_review,
};
pub(super) use said::{Told, history, told};

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/agent/demarches/{slug}/relecture",
            get(page::show).post(page::ask),
        )
        .route(
            "/agent/demarches/{slug}/relecture/reponse",
            post(page::answer),
        )
        .route(
            "/agent/demarches/{slug}/relecture/retrait",
            post(page::withdraw),
        )
}

/// The page of the review of a procedure.
fn page_of(slug: &str) -> String {
    format!("{}/relecture", super::request::path(slug))
}
