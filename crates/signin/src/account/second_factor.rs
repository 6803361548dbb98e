//! The second step of signing in: a code of the application, or a recovery code.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, SecondFactor};
use parvis_access::session::{Session, Token};
use parvis_web::{EntriesExt, Form, House, PageError, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, SECOND_FACTOR, SIGN_IN};
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

pub(super) async fn show(visit: Visit, next: Next) -> Result<Response, PageError> {
    match halfway(&visit, &next) {
        Ok(_) => page(&visit, &next, None),
        Err(elsewhere) => Ok(elsewhere.into_response()),
    }
}

fn page(visit: &Visit, next: &Next, error: Option<&str>) -> Result<Response, PageError> {
    let line = Line::code(
        visit.say("account-factor-label"),
        visit.say("account-factor-hint"),
    );
    Sheet::new(visit, "account-factor-title")
        .text(visit.say("account-factor-text"))
        .ask(Asked::new(visit, &next.path(SECOND_FACTOR), "account-sign-in-button").line(line))
        .link(visit, "account-factor-lost", "/compte/connexion/aide")
        .error(visit, "code", error)
        .show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let session = match halfway(&visit, &next) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    gate::take_device(&house, &visit)?;
    let typed = entries.first("code").to_owned();
    if typed.is_empty() {
        return page(&visit, &next, Some("account-factor-error-missing"));
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
        Ok(SecondFactor::Wrong) => page(&visit, &next, Some("account-factor-error-wrong")),
        Ok(SecondFactor::Wait) => page(&visit, &next, Some("account-factor-error-wait")),
        // Another request of this session went through.
        Err(AccessError::SignInFirst) => Ok(next.onward(&visit).into_response()),
        Err(error) => Err(error.into()),
    }
}
