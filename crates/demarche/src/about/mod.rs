//! What a collectivité must say of its online service: written from its configuration and from the procedures' own
//! metadata, so that nobody has to keep these pages up to date by hand.

mod accessibility;
mod data;
mod legal;
mod security;
mod terms;

use axum::Router;
use axum::routing::get;
use parvis_web::House;

/// The pages of the foot of every page.
pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/accessibilite", get(accessibility::show))
        .route("/donnees-personnelles", get(data::show))
        .route("/conditions", get(terms::show))
        .route("/mentions-legales", get(legal::show))
        .route("/securite", get(security::show))
        .route("/.well-known/security.txt", get(security::file))
}
