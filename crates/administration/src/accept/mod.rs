//! Opening the link of an invitation: who holds it chooses a password, then enrols a second factor.

use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::{HeaderMap, StatusCode};
use parvis_access::invitation::{self, Invitation, State as Standing, Token};
use parvis_access::session::{self, Token as SessionToken};
use parvis_access::{AccessError, device, password};
use parvis_kernel::Personal;
use parvis_web::{
    EntriesExt, Errors, Form, House, Link, PageError, Rule, Visit, device_name, hash_password,
};

use crate::pages::{self, Block, Field, Frame, Part};

/// Tries from one device.
const DEVICE: Rule = Rule {
    name: "invitation",
    burst: 20,
    every: Duration::from_secs(10),
};

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/invitation/{code}", get(show).post(accept))
}

/// The invitation of a link that was really sent.
async fn found(house: &House, visit: &Visit, code: &str) -> Result<(Token, Invitation), PageError> {
    visit.limit(house, &DEVICE, &visit.client.to_string())?;
    let token = Token::parse(code).ok_or_else(PageError::not_found)?;
    let (organisation, asked) = (visit.organisation.id, token.clone());
    let read = house
        .store
        .read(move |tx| invitation::of_token(tx, organisation, &asked));
    Ok((token, read.await?))
}

async fn show(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Response, PageError> {
    let (_, invitation) = found(&house, &visit, &code).await?;
    shown(&visit, &code, &invitation, &Errors::none())
}

fn shown(
    visit: &Visit,
    code: &str,
    invitation: &Invitation,
    errors: &Errors,
) -> Result<Response, PageError> {
    match invitation.state(visit.ctx.now) {
        Standing::Waiting => page(visit, code, invitation, errors),
        Standing::Accepted => over(visit, "accept-used-title", "accept-used-text", true),
        Standing::Expired => over(visit, "accept-expired-title", "accept-expired-text", false),
        Standing::Revoked => over(visit, "accept-revoked-title", "accept-revoked-text", false),
    }
}

fn over(visit: &Visit, title: &str, text: &str, sign_in: bool) -> Result<Response, PageError> {
    let mut blocks = vec![Block::Text(visit.say(text).to_owned())];
    if sign_in {
        blocks.push(Block::Button(Link::new(
            visit.say("accept-sign-in"),
            visit.url("/agent/connexion"),
        )));
    }
    let page = pages::sheet(visit, &Frame::titled(visit.say(title)), &blocks)?;
    Ok((StatusCode::GONE, page).into_response())
}

fn page(
    visit: &Visit,
    code: &str,
    invitation: &Invitation,
    errors: &Errors,
) -> Result<Response, PageError> {
    let guest = &invitation.guest;
    let secret = |name: &str, key: &str| {
        let field = Field::new(name, visit.say(key))
            .kind("password")
            .width("30");
        field.autocomplete("new-password")
    };
    let values = [("name", &visit.organisation.name)];
    let address = [("email", &guest.email)];
    let form = pages::Form {
        frame: Frame::titled(visit.say_with("accept-title", &[("name", &guest.first_name)])),
        action: visit.url(&format!("/agent/invitation/{code}")),
        parts: vec![
            Part::Text(visit.say_with("accept-text", &values)),
            Part::Text(visit.say_with("accept-address", &address)),
            Part::Input(
                secret("mot-de-passe", "accept-password").hint(visit.say("accept-password-hint")),
            ),
            Part::Input(secret("confirmation", "accept-password-again")),
        ],
        button: visit.say("accept-button").to_owned(),
        bare: true,
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

async fn accept(
    State(house): State<House>,
    visit: Visit,
    Path(code): Path<String>,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let (token, invitation) = found(&house, &visit, &code).await?;
    if invitation.state(visit.ctx.now) != Standing::Waiting {
        return shown(&visit, &code, &invitation, &Errors::none());
    }
    let guest = &invitation.guest;
    let known = [guest.email.as_str(), &guest.first_name, &guest.last_name];
    let given = entries
        .all("mot-de-passe")
        .first()
        .cloned()
        .unwrap_or_default();
    let errors = password_errors(&visit, &given, entries.all("confirmation"), &known);
    if errors.any() {
        return page(&visit, &code, &invitation, &errors);
    }
    let hash = hash_password(Personal::new(given)).await?;
    let new = SessionToken::draw()?;
    let (ctx, kept) = (visit.ctx.clone(), new.clone());
    let older = visit.session.as_ref().map(|own| own.id);
    let name = device_name(&headers);
    let accepted = house.store.write(move |tx| {
        let agent = invitation::accept(&ctx, tx, &token, &hash)?;
        if let Some(older) = older {
            session::close(&ctx, tx, older)?;
        }
        let session = session::open_for_agent(&ctx, tx, &kept, agent)?;
        match &name {
            Some(name) => device::describe(&ctx, tx, session.id, name),
            None => Ok::<_, AccessError>(()),
        }
    });
    accepted.await?;
    let next = Redirect::to(&visit.url("/agent/connexion/premiere-fois"));
    Ok((visit.keep(&new), next).into_response())
}

/// What is wrong with a new password that is typed twice.
pub(crate) fn password_errors(
    visit: &Visit,
    given: &str,
    again: &[String],
    known: &[&str],
) -> Errors {
    let mut errors = Errors::none();
    if let Err(refusal) = password::check(given, known) {
        errors.add("mot-de-passe", visit.say(refusal.key()));
    } else if again.first().is_none_or(|again| again != given) {
        errors.add("confirmation", visit.say("accept-error-again"));
    }
    errors
}
