//! Signing in with an address and a password, and out.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::account::{self, Credentials};
use parvis_kernel::Personal;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit, is_password};

use super::sheet::{Asked, Line, Sheet};
use super::{HOME, Next, SIGN_IN, enter, passkey};
use crate::{gate, leave};

pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    if visit
        .session
        .as_ref()
        .is_some_and(|own| own.signed_account().is_some())
    {
        return Ok(next.onward(&visit).into_response());
    }
    let offer = passkey::offer(&house, &visit, &headers, &next);
    page(&visit, &next, "", offer, Errors::none())
}

pub(super) fn page(
    visit: &Visit,
    next: &Next,
    email: &str,
    offer: Option<Asked>,
    errors: Errors,
) -> Result<Response, PageError> {
    let asked = Asked::new(visit, &next.path(SIGN_IN), "account-sign-in-button")
        .line(Line::email(visit, email))
        .line(Line::password(visit));
    let mut sheet = Sheet::new(visit, "account-sign-in-title")
        .text(visit.say("account-sign-in-text"))
        .ask(asked)
        .ask_maybe(offer)
        .link(
            visit,
            "account-sign-in-code",
            &next.path("/compte/connexion/code"),
        )
        .link(visit, "account-sign-in-open", "/compte/ouvrir")
        .link(visit, "account-sign-in-follow", "/suivi");
    if next.done == "sorti" && !errors.any() {
        sheet.done = visit.say("account-signed-out").to_owned();
    }
    sheet.errors = errors;
    sheet.show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let email = entries.first("email").to_owned();
    let given = entries.all("password").first().cloned().unwrap_or_default();
    let offer = passkey::offer(&house, &visit, &headers, &next);
    let missing = missing(&visit, &email, &given);
    if missing.any() {
        return page(&visit, &next, &email, offer, missing);
    }
    gate::take_device(&house, &visit)?;
    gate::take_address(&house, &visit, &email)?;
    let known = find(&house, &visit, &email).await?;
    let awaited = known
        .as_ref()
        .filter(|known| known.may_try(visit.ctx.now))
        .map(|known| known.password_hash.clone());
    let right = is_password(awaited, Personal::new(given)).await?;
    match known {
        Some(known) if right => enter(&house, &visit, &next, &headers, known.account).await,
        other => {
            let ctx = visit.ctx.clone();
            let refused = house
                .store
                .write(move |tx| account::refuse(&ctx, tx, other.as_ref()));
            refused.await?;
            let mut errors = Errors::none();
            errors.add("email", visit.say("account-sign-in-error-wrong"));
            page(&visit, &next, &email, offer, errors)
        }
    }
}

fn missing(visit: &Visit, email: &str, password: &str) -> Errors {
    let mut errors = Errors::none();
    if email.is_empty() {
        errors.add("email", visit.say("account-error-email"));
    }
    if password.is_empty() {
        errors.add("password", visit.say("account-error-password"));
    }
    errors
}

async fn find(house: &House, visit: &Visit, email: &str) -> Result<Option<Credentials>, PageError> {
    let (organisation, email) = (visit.organisation.id, email.to_owned());
    let found = house
        .store
        .read(move |tx| account::credentials(tx, organisation, &email));
    Ok(found.await?)
}

pub(super) async fn sign_out(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let is_person = visit
        .session
        .as_ref()
        .is_some_and(|own| own.agent.is_none());
    if !is_person {
        return Ok(Redirect::to(&visit.url(HOME)).into_response());
    }
    leave::close(&house, &visit).await?;
    let end = Redirect::to(&visit.url(&format!("{SIGN_IN}?fait=sorti")));
    Ok((visit.forget(), end).into_response())
}
