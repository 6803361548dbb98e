//! Signing out.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_identity::{Identity, Provider, to_close};
use parvis_kernel::Personal;
use parvis_web::{Form, House, Link, PageError, Visit};

use super::PASSWORD;
use crate::{leave, provider};

/// Somebody whom the provider let in may still be signed in there: the page says so, and leads to where that ends.
#[derive(Template)]
#[template(path = "agent/signed_out.html")]
struct Page<'a> {
    visit: &'a Visit,
    text: String,
    too: Link,
    stay: Link,
}

pub(super) async fn sign_out(
    State(house): State<House>,
    Extension(identity): Extension<Identity>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let elsewhere = elsewhere(&house, &visit).await?;
    leave::close(&house, &visit).await?;
    let end = visit.url(&format!("{PASSWORD}?fin=1"));
    let Some((own, token)) = elsewhere else {
        return Ok((visit.forget(), Redirect::to(&end)).into_response());
    };
    let back = format!("{}{PASSWORD}", provider::root(&house, &visit));
    let Some(url) = identity.end(&own, &token, &back, visit.ctx.now).await else {
        return Ok((visit.forget(), Redirect::to(&end)).into_response());
    };
    let label = [("label", own.settings.label.as_str())];
    let gone = gone(&visit);
    let page = Page {
        visit: &gone,
        text: visit.say_with("provider-signed-out-text", &label),
        too: Link::new(
            visit.say_with("provider-signed-out-too", &label),
            url.to_string(),
        ),
        stay: Link::new(visit.say("provider-signed-out-stay"), visit.url(PASSWORD)),
    };
    Ok((visit.forget(), Html(page.render()?)).into_response())
}

/// The same visit, by nobody any more.
fn gone(visit: &Visit) -> Visit {
    let mut gone = visit.clone();
    gone.session = None;
    gone.roles.clear();
    gone.ctx.actor = parvis_kernel::Actor::Anonymous;
    gone
}

/// The provider that opened this session, and what it asks to close it.
async fn elsewhere(
    house: &House,
    visit: &Visit,
) -> Result<Option<(Provider, Personal<String>)>, PageError> {
    let Some(session) = visit.session.as_ref().map(|own| own.id) else {
        return Ok(None);
    };
    let organisation = visit.organisation.id;
    let read = house
        .store
        .read(move |tx| to_close(tx, organisation, session));
    let found = read.await;
    found.map_err(|error| PageError::from_outcome(error.refusal()))
}
