//! Following a dossier.

mod act;
mod aside;
mod enter;
mod page;
mod parked;

pub use act::{FollowView, PersonEvent, address_matches, follow, open_by_challenge, open_by_code};
pub(crate) use act::{code_of, helped, id_of};
pub(crate) use aside::{forget_aside, is_held, kept_aside, set_aside};
pub(crate) use enter::{CODES, Proof, TRIES, TRIES_OF_NUMBER, read as proof};
pub(crate) use page::{Typed, shown};
pub(crate) use parked::{COMPLETE, MESSAGE, PEOPLE};
pub use parked::{forget_parked, park, parked_for, unpark};

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/suivi", get(enter::show).post(enter::send))
        .route("/suivi/retour", get(enter::confirmed))
        .route("/dossiers/{number}", get(page::show))
}
