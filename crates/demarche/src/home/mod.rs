//! The home page of a collectivité: one question, one search, its procedures by part of life.

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use parvis_web::{House, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::offer::{Shelf, shelves};

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    shelves: Vec<Shelf>,
}

pub(crate) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let organisation = visit.organisation.id;
    let revisions = house
        .store
        .read(move |tx| catalogue.list(tx, organisation))
        .await?;
    let shelves = shelves(&visit, &revisions);
    let page = Page {
        visit: &visit,
        shelves,
    };
    Ok(Html(page.render()?))
}
