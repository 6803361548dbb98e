//! The page that asks for the code.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::StatusCode;
use parvis_access::challenge::Challenge;
use parvis_web::{Errors, House, PageError, Visit, format};

use super::{Asked, is_over, mask, own_challenge};
use crate::way::Way;

#[derive(Template)]
#[template(path = "code/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    challenge: String,
    sent: String,
    until: String,
    late: bool,
    renewed: bool,
    back: String,
    errors: Errors,
}

#[derive(Template)]
#[template(path = "code/ended.html")]
struct Ended<'a> {
    visit: &'a Visit,
    challenge: String,
    back: String,
}

#[derive(Template)]
#[template(path = "code/unknown.html")]
struct Unknown<'a> {
    visit: &'a Visit,
}

pub(super) async fn show(
    State(house): State<House>,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Result<Response, PageError> {
    let Some(challenge) = own_challenge(&house, &visit, &asked).await? else {
        return unknown(&visit);
    };
    if challenge.confirmed_at.is_some() {
        return Ok(Redirect::to(&onward(&visit, &challenge)).into_response());
    }
    if is_over(&challenge, visit.ctx.now) {
        return ended(&visit, &challenge);
    }
    let renewed = asked.renewed.is_some();
    waiting(&house, &visit, &challenge, renewed, Errors::none()).await
}

/// The page that asks, with what was wrong.
pub(super) async fn waiting(
    house: &House,
    visit: &Visit,
    challenge: &Challenge,
    renewed: bool,
    errors: Errors,
) -> Result<Response, PageError> {
    let (organisation, id) = (visit.organisation.id, challenge.id.uuid());
    let late = house
        .store
        .read(move |tx| parvis_notify::is_late(tx, organisation, id))
        .await?;
    let address = mask::masked(&challenge.address);
    let until = format::time(visit.language, challenge.expires_at, &visit.zone());
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page {
        visit,
        challenge: challenge.id.to_string(),
        sent: visit.say_with("code-sent", &[("address", address)]),
        until: visit.say_with("code-until", &[("time", until)]),
        late,
        renewed,
        back: asked_from(visit, challenge),
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// The page of a code that opens nothing any more.
pub(super) fn ended(visit: &Visit, challenge: &Challenge) -> Result<Response, PageError> {
    let page = Ended {
        visit,
        challenge: challenge.id.to_string(),
        back: asked_from(visit, challenge),
    };
    Ok((StatusCode::GONE, Html(page.render()?)).into_response())
}

/// The page of a code that this browser did not ask for.
pub(super) fn unknown(visit: &Visit) -> Result<Response, PageError> {
    let page = Unknown { visit };
    Ok((StatusCode::NOT_FOUND, Html(page.render()?)).into_response())
}

/// Where the person goes on, with what was confirmed.
pub(super) fn onward(visit: &Visit, challenge: &Challenge) -> String {
    match Way::of(&challenge.purpose) {
        Some(way) => visit.url(&way.with("c", &challenge.id.to_string())),
        None => visit.url("/"),
    }
}

/// The page that asked for the address.
fn asked_from(visit: &Visit, challenge: &Challenge) -> String {
    let way = Way::of(&challenge.purpose);
    visit.url(way.as_ref().map_or("/", Way::path))
}
