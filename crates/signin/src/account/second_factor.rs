//! The second step of signing in: a code of the application, or a recovery code.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, SecondFactor};
use parvis_access::session::{Session, Token};
use parvis_kernel::AccountId;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, SECOND_FACTOR, SIGN_IN, passkey};
use crate::gate;

/// The session of somebody halfway; or else the page where they must go.
fn halfway(visit: &Visit, next: &Next) -> Result<Session, Redirect> {
    let session = visit.session.as_ref().filter(|own| own.account.is_some());
    match session {
        Some(session) if session.second_factor_at.is_none() => Ok(session.clone()),
        Some(_) => Err(next.onward(visit)),
        None => Err(Redirect::to(&visit.url(&next.path(SIGN_IN)))),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let account = match halfway(&visit, &next) {
        Ok(session) => session.account.ok_or_else(PageError::not_found)?,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let offer = passkey::offer(&house, &visit, &headers, &next);
    page(&house, &visit, &next, account, offer, Errors::none()).await
}

/// What the account has decides what is asked: a code, a passkey, or either.
pub(super) async fn page(
    house: &House,
    visit: &Visit,
    next: &Next,
    account: AccountId,
    offer: Option<Asked>,
    errors: Errors,
) -> Result<Response, PageError> {
    let organisation = visit.organisation.id;
    let own = house
        .store
        .read(move |tx| account::find(tx, organisation, account));
    let own = own.await?;
    let (text, label, hint, lost) = match (own.second_factor_since, own.passkeys) {
        (Some(_), 0) => (
            "account-factor-text",
            "account-factor-label",
            "account-factor-hint",
            "account-factor-lost",
        ),
        (Some(_), _) => (
            "passkey-factor-text",
            "account-factor-label",
            "account-factor-hint",
            "passkey-factor-lost",
        ),
        (None, _) => (
            "passkey-factor-only-text",
            "passkey-factor-only-label",
            "passkey-factor-only-hint",
            "passkey-factor-lost",
        ),
    };
    let line = Line::code(visit.say(label), visit.say(hint));
    let asked = Asked::new(visit, &next.path(SECOND_FACTOR), "account-sign-in-button").line(line);
    let mut sheet = Sheet::new(visit, "account-factor-title")
        .text(visit.say(text))
        .ask(asked)
        .ask_maybe(offer.filter(|_| own.passkeys > 0))
        .link(visit, lost, "/compte/connexion/aide");
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
    let session = match halfway(&visit, &next) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    gate::take_device(&house, &visit)?;
    let account = session.account.ok_or_else(PageError::not_found)?;
    let offer = passkey::offer(&house, &visit, &headers, &next);
    let wrong = |key: &str| {
        let mut errors = Errors::none();
        errors.add("code", visit.say(key));
        page(&house, &visit, &next, account, offer, errors)
    };
    let typed = entries.first("code").to_owned();
    if typed.is_empty() {
        return wrong("account-factor-error-missing").await;
    }
    let token = Token::draw()?;
    let (ctx, new) = (visit.ctx.clone(), token.clone());
    let given = house
        .store
        .write(move |tx| account::give_second_factor(&ctx, tx, &session, &typed, &new));
    match given.await {
        Ok(SecondFactor::Given) => {
            house.wake.wake();
            Ok((visit.keep(&token), next.onward(&visit)).into_response())
        }
        Ok(SecondFactor::Wrong) => wrong("account-factor-error-wrong").await,
        Ok(SecondFactor::Wait) => wrong("account-factor-error-wait").await,
        // Another request of this session went through.
        Err(AccessError::SignInFirst) => Ok(next.onward(&visit).into_response()),
        Err(error) => Err(error.into()),
    }
}
