//! The terms of use of the téléservices (CRPA L112-9, R112-9-1, R112-9-2, R112-11-3).

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use parvis_web::{House, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::offer::Offer;

#[derive(Template)]
#[template(path = "about/terms.html")]
struct Page<'a> {
    visit: &'a Visit,
    offers: Vec<Offer>,
    sender: &'a str,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let organisation = visit.organisation.id;
    let revisions = house
        .store
        .read(move |tx| catalogue.list(tx, organisation))
        .await?;
    let offers = revisions.iter().map(|revision| Offer::of(&visit, revision));
    let page = Page {
        offers: offers.collect(),
        sender: &visit.organisation.profile.sender,
        visit: &visit,
    };
    Ok(Html(page.render()?))
}
