//! Signing in with a code sent to the address, instead of the password.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account;
use parvis_web::{EntriesExt, Form, House, PageError, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, SIGN_IN, ask_code, enter, is_address};

const PAGE: &str = "/compte/connexion/code";

pub(super) async fn show(visit: Visit, next: Next) -> Result<Response, PageError> {
    page(&visit, &next, "", None)
}

fn page(
    visit: &Visit,
    next: &Next,
    email: &str,
    error: Option<&str>,
) -> Result<Response, PageError> {
    Sheet::new(visit, "account-code-title")
        .text(visit.say("account-code-text"))
        .ask(
            Asked::new(visit, &next.path(PAGE), "account-code-button")
                .line(Line::email(visit, email)),
        )
        .link(visit, "account-code-password", &next.path(SIGN_IN))
        .error(visit, "email", error)
        .show(visit)
}

/// The answer is the same whether the address has an account or not: without one, nothing is sent.
pub(super) async fn send(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let email = entries.first("email");
    if !is_address(email) {
        return page(&visit, &next, email, Some("account-error-email"));
    }
    let purpose = next.path("/compte/connexion/suite");
    ask_code(
        &house,
        &visit,
        email,
        purpose,
        |tx, organisation, address| Ok(!account::exists(tx, organisation, address)?),
    )
    .await
}

/// Back from the code.
pub(super) async fn confirmed(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let again = Redirect::to(&visit.url(&next.path(PAGE))).into_response();
    let Some(challenge) = next.challenge else {
        return Ok(again);
    };
    let ctx = visit.ctx.clone();
    let found = house.store.read(move |tx| {
        let address = account::confirmed_address(&ctx, tx, challenge)?;
        account::credentials(tx, ctx.organisation, &address)
    });
    match found.await {
        Ok(Some(known)) => enter(&house, &visit, &next, &headers, known.account).await,
        Ok(None) | Err(AccessError::NotFound) => Ok(again),
        Err(error) => Err(error.into()),
    }
}
