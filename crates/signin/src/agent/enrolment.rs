//! The first time: giving the agent's application the secret of the second factor.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::StatusCode;
use parvis_access::agent::{self, Credentials};
use parvis_access::session::Token;
use parvis_access::{AccessError, totp};
use parvis_kernel::Personal;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};

use crate::{gate, offered};

use super::{ENROLMENT, Half, Next, SECOND_FACTOR, complete, credentials, halfway, wrong_code};

#[derive(Template)]
#[template(path = "agent/enrolment.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    address: String,
    key: String,
    errors: Errors,
}

/// The secret offered to a session: derived, so that it is stored nowhere until it is proved.
fn secret(house: &House, half: &Half) -> Personal<Vec<u8>> {
    offered::secret(house, half.session, half.agent.uuid())
}

/// What the QR code and the link say.
pub(super) fn address(
    house: &House,
    visit: &Visit,
    half: &Half,
    known: &Credentials,
) -> Result<String, PageError> {
    let secret = secret(house, half);
    let name = &visit.organisation.name;
    Ok(totp::address(&secret, &known.agent.email, name)?)
}

pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    next: Next,
) -> Result<Response, PageError> {
    let half = match halfway(&visit, &next) {
        Ok(half) => half,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let known = credentials(&house, &visit, &half).await?;
    if known.totp_secret.is_some() {
        return Ok(Redirect::to(&next.page(&visit, SECOND_FACTOR)).into_response());
    }
    page(&house, &visit, &next, &half, &known, None)
}

fn page(
    house: &House,
    visit: &Visit,
    next: &Next,
    half: &Half,
    known: &Credentials,
    error: Option<&str>,
) -> Result<Response, PageError> {
    let mut errors = Errors::none();
    if let Some(key) = error {
        errors.add("code", visit.say(key));
    }
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = Page {
        visit,
        action: next.page(visit, ENROLMENT),
        address: address(house, visit, half, known)?,
        key: offered::in_groups(&totp::base32(&secret(house, half))),
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn enrol(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let half = match halfway(&visit, &next) {
        Ok(half) => half,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    gate::take_device(&house, &visit)?;
    let known = credentials(&house, &visit, &half).await?;
    if known.totp_secret.is_some() {
        return Ok(Redirect::to(&next.page(&visit, SECOND_FACTOR)).into_response());
    }
    let again = |key| page(&house, &visit, &next, &half, &known, Some(key));
    let code = entries.first("code").to_owned();
    if code.is_empty() {
        return again("agent-code-error-missing");
    }
    if !known.may_try(visit.ctx.now) {
        return again("agent-code-error-wait");
    }
    let secret = secret(&house, &half);
    let Some(step) = totp::matching_step(&secret, &code, visit.ctx.now, 0)? else {
        wrong_code(&house, &visit, known.clone()).await?;
        return again("agent-code-error-wrong");
    };
    let token = Token::draw()?;
    let (ctx, new) = (visit.ctx.clone(), token.clone());
    let enrolled = house.store.write(move |tx| {
        agent::enrol_second_factor(&ctx, tx, half.agent, &secret, &code)?;
        complete(&ctx, tx, &half, step, &new)
    });
    match enrolled.await {
        Ok(true) => {
            let onward = Redirect::to(&next.onward(&visit));
            Ok((visit.keep(&token), onward).into_response())
        }
        // Another request enrolled in between.
        Ok(false) | Err(AccessError::Forbidden) => {
            Ok(Redirect::to(&next.page(&visit, SECOND_FACTOR)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
