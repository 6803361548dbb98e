//! Giving a piece back, and removing it from a draft.

use std::str::FromStr;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{Redirect, Response};
use axum::routing::{get, post};
use parvis_form::{Element, Form as Questions, Step};
use parvis_kernel::PieceId;
use parvis_web::{Form, House, PageError, Visit};

use super::act::{place_of_piece, read_piece, remove_piece};
use super::content::content;
use crate::addresses::Addresses;
use crate::answer::fields::without_piece;
use crate::answer::{Intent, record_answers, view_draft, view_step};
use crate::error::DossierError;
use crate::request::{DeskOf, again, number_of};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/dossiers/{number}/pieces/{piece}", get(show))
        .route("/dossiers/{number}/pieces/{piece}/retirer", post(remove))
}

/// The bytes of a piece: pictures are shown, anything else is saved; nothing of it can act in the browser.
async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, piece)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let id = PieceId::from_str(&piece).map_err(|_| PageError::not_found())?;
    let ctx = visit.ctx.clone();
    let read = house
        .store
        .write(move |tx| read_piece(&ctx, tx, &desk, &number, id));
    let (piece, key) = read.await?;
    let mut response = content(&house, &piece, &key).await?;
    let length = HeaderValue::from(piece.size);
    response.headers_mut().insert(CONTENT_LENGTH, length);
    Ok(response)
}

/// Removes a piece from a draft, and from the answer that names it.
async fn remove(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path((number, piece)): Path<(String, String)>,
    visit: Visit,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let number = number_of(&number)?;
    let id = PieceId::from_str(&piece).map_err(|_| PageError::not_found())?;
    let removed = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house.store.write(move |tx| {
            let form = view_draft(&ctx, tx, &desk, &number)?.revision.form.clone();
            let place = place_of_piece(&ctx, tx, &desk, &number, id)?;
            let name = place.strip_prefix("field:").map(str::to_owned);
            let step = name.as_deref().and_then(|name| step_of(&form, name));
            let Some((step, name)) = step.zip(name) else {
                remove_piece(&ctx, tx, &desk, &number, id)?;
                return Ok(None);
            };
            let view = view_step(&ctx, tx, &desk, &number, step.id.as_str())?;
            let entries = without_piece(step, &view, id);
            let intent = Intent::SaveForLater;
            record_answers(
                &ctx,
                tx,
                &desk,
                &number,
                step.id.as_str(),
                &entries,
                &intent,
            )?;
            remove_piece(&ctx, tx, &desk, &number, id)?;
            Ok::<_, DossierError>(Some((step.id.to_string(), name)))
        })
    });
    let at = Addresses::of(&visit, &number);
    Ok(match removed.await? {
        Some((step, name)) => Redirect::to(&format!("{}#{name}", at.step(&step))),
        None => Redirect::to(&at.tasks()),
    })
}

/// The step that asks for the file of an input.
fn step_of<'a>(form: &'a Questions, name: &str) -> Option<&'a Step> {
    let first = name.split('.').next().unwrap_or(name);
    form.steps().iter().find(|step| {
        step.elements.iter().any(|element| match element {
            Element::Field(field) => field.id.as_str() == first,
            Element::Block(block) => block.id.as_str() == first,
            Element::Explanation(_) => false,
        })
    })
}
