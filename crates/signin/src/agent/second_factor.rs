//! Second step: the code of the agent's application.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::StatusCode;
use parvis_access::session::Token;
use parvis_access::totp;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};

use crate::gate;

use super::{ENROLMENT, Next, SECOND_FACTOR, complete, credentials, halfway, wrong_code};

#[derive(Template)]
#[template(path = "agent/second_factor.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    errors: Errors,
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
    if credentials(&house, &visit, &half)
        .await?
        .totp_secret
        .is_none()
    {
        return Ok(Redirect::to(&next.page(&visit, ENROLMENT)).into_response());
    }
    page(&visit, &next, None)
}

fn page(visit: &Visit, next: &Next, error: Option<&str>) -> Result<Response, PageError> {
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
        action: next.page(visit, SECOND_FACTOR),
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn confirm(
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
    let code = entries.first("code");
    if code.is_empty() {
        return page(&visit, &next, Some("agent-code-error-missing"));
    }
    let known = credentials(&house, &visit, &half).await?;
    if !known.may_try(visit.ctx.now) {
        return page(&visit, &next, Some("agent-code-error-wait"));
    }
    let Some(secret) = &known.totp_secret else {
        return Ok(Redirect::to(&next.page(&visit, ENROLMENT)).into_response());
    };
    let step = totp::matching_step(secret, code, visit.ctx.now, known.totp_last_step)?;
    let Some(step) = step else {
        wrong_code(&house, &visit, known).await?;
        return page(&visit, &next, Some("agent-code-error-wrong"));
    };
    let token = Token::draw()?;
    let (ctx, new) = (visit.ctx.clone(), token.clone());
    let completed = house
        .store
        .write(move |tx| complete(&ctx, tx, &half, step, &new));
    if !completed.await? {
        return page(&visit, &next, Some("agent-code-error-wrong"));
    }
    let onward = Redirect::to(&next.onward(&visit));
    Ok((visit.keep(&token), onward).into_response())
}
