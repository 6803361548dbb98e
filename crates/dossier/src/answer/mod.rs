//! Answering, step by step.

mod act;
pub(crate) mod aside;
pub(crate) mod fields;
mod page;
mod patch;
pub(crate) mod rows;
mod send;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) use act::held_pieces;
pub use act::{DraftView, Intent, Recorded, StepView, record_answers, view_draft, view_step};
pub use patch::{AnswersPatch, Patched, Unfit, patch_answers};
pub(crate) use patch::{add_to_answer, as_entries, remove_from_answer};
pub use rows::{RowIntent, RowPlace, RowRecorded, record_row, remove_row};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/dossiers/{number}/etapes/{step}",
            get(page::show).post(send::send),
        )
        .merge(rows::routes())
}
