//! Panel: the draft of a procedure is shown to agents and to people, who say what stops them; the author answers, and the next revision
//! says what it answers. The pages of those who have the link are in the room of dossiers, which knows how to ask a question.

mod act;
mod page;
mod places;
mod remark;

use axum::Router;
use axum::routing::{get, post};
use parvis_web::House;

pub(super) use act::cite;
pub use act::{
    LONGEST, LONGEST_NAME, close_panel, code, erase_remark, forget_panels, open_panel, panel_of,
    panels_over, remark, settle_remark, shown,
};
pub use places::{Place, WHOLE, of_element, of_step, places};

/// The page of a panel, for who has its link.
#[must_use]
pub fn public_path(code: &str) -> String {
    format!("/avis/{code}")
}

/// The page of the panels of a procedure, for its authors.
fn page_of(slug: &str) -> String {
    format!("{}/panel", super::request::path(slug))
}

pub(super) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/agent/demarches/{slug}/panel",
            get(page::show).post(page::open),
        )
        .route("/agent/demarches/{slug}/panel/fermer", post(page::close))
        .route(
            "/agent/demarches/{slug}/panel/remarques/{remark}",
            get(remark::show).post(remark::settle),
        )
        .route(
            "/agent/demarches/{slug}/panel/remarques/{remark}/effacer",
            post(remark::erase),
        )
}
