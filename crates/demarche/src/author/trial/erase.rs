//! « Tout effacer », once it is confirmed.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, Response};
use parvis_web::{Form, House, PageError, Visit};

use super::super::request::{Author, done};
use super::{PAGE, act};
use crate::error::DemarcheError;

#[derive(Template)]
#[template(path = "author/trial/erase.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: String,
}

pub(super) async fn ask(Author(visit): Author) -> Result<Html<String>, PageError> {
    let page = Page {
        visit: &visit,
        back: visit.url(PAGE),
    };
    Ok(Html(page.render()?))
}

pub(super) async fn erase(
    State(house): State<House>,
    Author(visit): Author,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let erased = house.store.write(move |tx| act::erase_trial(&ctx, tx));
    erased.await?;
    let refreshed = house.directory.refresh(&house.store).await;
    refreshed.map_err(DemarcheError::from)?;
    Ok(done(&visit, PAGE, "effacee"))
}
