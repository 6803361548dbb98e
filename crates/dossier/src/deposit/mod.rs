//! Depositing, and the receipt.

mod act;
mod declare;
mod receipt;
mod route;

pub use act::{deposit, receipt};
pub(crate) use receipt::silence_says;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/dossiers/{number}/declarer",
            get(declare::show).post(declare::send),
        )
        .route("/dossiers/{number}/recepisse", get(receipt::show))
}
