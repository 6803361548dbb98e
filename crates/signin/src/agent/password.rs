//! First step: address and password.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use parvis_access::agent::{self, Credentials};
use parvis_access::device;
use parvis_access::session::{self, Token};
use parvis_kernel::{AgentId, Personal};
use parvis_web::{
    EntriesExt, Errors, Form, House, Link, PageError, Visit, device_name, is_password,
};

use crate::{gate, provider};

use super::{ENROLMENT, Next, PASSWORD, SECOND_FACTOR};

#[derive(Template)]
#[template(path = "agent/password.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    email: &'a str,
    signed_out: bool,
    /// The way in by the provider of the organisation, when it is open.
    provider: Option<Link>,
    errors: Errors,
}

pub(super) async fn show(
    State(house): State<House>,
    visit: Visit,
    next: Next,
) -> Result<Response, PageError> {
    let signed_in = visit.ctx.actor.agent().is_some();
    if signed_in {
        return Ok(Redirect::to(&next.onward(&visit)).into_response());
    }
    page(&house, &visit, &next, "", Errors::none()).await
}

async fn page(
    house: &House,
    visit: &Visit,
    next: &Next,
    email: &str,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let label = provider::offered(house, visit).await?;
    let provider = label.map(|label| {
        let text = visit.say_with("provider-button", &[("label", label)]);
        Link::new(text, next.page(visit, provider::LEAVE))
    });
    let page = Page {
        visit,
        action: next.page(visit, PASSWORD),
        email,
        signed_out: next.signed_out && !errors.any(),
        provider,
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn sign_in(
    State(house): State<House>,
    visit: Visit,
    next: Next,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let email = entries.first("email").to_owned();
    let given = entries.all("password").first().cloned().unwrap_or_default();
    let missing = missing(&visit, &email, &given);
    if missing.any() {
        return page(&house, &visit, &next, &email, missing).await;
    }
    gate::take_device(&house, &visit)?;
    gate::take_address(&house, &visit, &email)?;
    let credentials = find(&house, &visit, &email).await?;
    let awaited = credentials
        .as_ref()
        .filter(|known| known.has_password() && known.may_try(visit.ctx.now))
        .map(|known| known.password_hash.clone());
    let right = is_password(awaited, Personal::new(given)).await?;
    match credentials {
        Some(credentials) if right => {
            open(&house, &visit, &next, credentials, device_name(&headers)).await
        }
        other => {
            refused(&house, &visit, other).await?;
            let mut errors = Errors::none();
            errors.add("email", visit.say("agent-sign-in-error-wrong"));
            page(&house, &visit, &next, &email, errors).await
        }
    }
}

fn missing(visit: &Visit, email: &str, password: &str) -> Errors {
    let mut errors = Errors::none();
    if email.is_empty() {
        errors.add("email", visit.say("agent-sign-in-error-email"));
    }
    if password.is_empty() {
        errors.add("password", visit.say("agent-sign-in-error-password"));
    }
    errors
}

async fn find(house: &House, visit: &Visit, email: &str) -> Result<Option<Credentials>, PageError> {
    let (organisation, email) = (visit.organisation.id, email.to_owned());
    let found = house
        .store
        .read(move |tx| agent::credentials(tx, organisation, &email));
    Ok(found.await?)
}

/// Traces the refusal, with the same work whether there is an agent or not.
async fn refused(
    house: &House,
    visit: &Visit,
    credentials: Option<Credentials>,
) -> Result<(), PageError> {
    let ctx = visit.ctx.clone();
    let traced = house
        .store
        .write(move |tx| agent::refuse(&ctx, tx, credentials.as_ref()));
    Ok(traced.await?)
}

/// Opens a session that still awaits the second factor, in the place of the browser's older one.
async fn open(
    house: &House,
    visit: &Visit,
    next: &Next,
    credentials: Credentials,
    device_name: Option<String>,
) -> Result<Response, PageError> {
    let token = Token::draw()?;
    let enrolled = credentials.totp_secret.is_some();
    let agent = credentials.agent.id;
    replace_session(house, visit, agent, token.clone(), device_name).await?;
    let to = next.page(visit, if enrolled { SECOND_FACTOR } else { ENROLMENT });
    Ok((visit.keep(&token), Redirect::to(&to)).into_response())
}

async fn replace_session(
    house: &House,
    visit: &Visit,
    agent: AgentId,
    token: Token,
    device_name: Option<String>,
) -> Result<(), PageError> {
    let (ctx, older) = (visit.ctx.clone(), visit.session.as_ref().map(|own| own.id));
    let opened = house.store.write(move |tx| {
        if let Some(older) = older {
            session::close(&ctx, tx, older)?;
        }
        let session = session::open_for_agent(&ctx, tx, &token, agent)?;
        match &device_name {
            Some(name) => device::describe(&ctx, tx, session.id, name),
            None => Ok(()),
        }
    });
    Ok(opened.await?)
}
