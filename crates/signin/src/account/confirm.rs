//! Proving again who one is, before what matters most.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account;
use parvis_access::session::Token;
use parvis_kernel::{ChallengeId, Personal};
use parvis_web::{EntriesExt, Errors, Form, House, PageError, PersonVisit, Visit, is_password};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, passkey};
use crate::gate;

const PAGE: &str = "/compte/confirmer";

pub(super) async fn show(
    State(house): State<House>,
    person: PersonVisit,
    next: Next,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let offer = passkey::offer(&house, &person.visit, &headers, &next);
    page(&person.visit, &next, offer, Errors::none())
}

pub(super) fn page(
    visit: &Visit,
    next: &Next,
    offer: Option<Asked>,
    errors: Errors,
) -> Result<Response, PageError> {
    let code = next.path("/compte/confirmer/code");
    let mut sheet = Sheet::new(visit, "account-confirm-title")
        .text(visit.say("account-confirm-text"))
        .ask(
            Asked::new(visit, &next.path(PAGE), "account-confirm-button")
                .line(Line::password(visit)),
        )
        .ask_maybe(offer)
        .ask(Asked::new(visit, &code, "account-confirm-code").styled("secondary"));
    sheet.errors = errors;
    sheet.show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    person: PersonVisit,
    next: Next,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let wrong = |key: &str| {
        let visit = &person.visit;
        let mut errors = Errors::none();
        errors.add("password", visit.say(key));
        let offer = passkey::offer(&house, visit, &headers, &next);
        page(visit, &next, offer, errors)
    };
    let given = entries.all("password").first().cloned().unwrap_or_default();
    if given.is_empty() {
        return wrong("account-error-password");
    }
    gate::take_device(&house, &person.visit)?;
    gate::take_address(&house, &person.visit, &person.account.to_string())?;
    let (organisation, id) = (person.visit.organisation.id, person.account);
    let known = house
        .store
        .read(move |tx| account::credentials_of(tx, organisation, id));
    let known = known.await?;
    let now = person.visit.ctx.now;
    let awaited = known.may_try(now).then(|| known.password_hash.clone());
    if is_password(awaited, Personal::new(given)).await? {
        return proved(&house, &person, &next, None).await;
    }
    let ctx = person.visit.ctx.clone();
    let refused = house
        .store
        .write(move |tx| account::refuse(&ctx, tx, Some(&known)));
    refused.await?;
    wrong("account-confirm-error-wrong")
}

async fn proved(
    house: &House,
    person: &PersonVisit,
    next: &Next,
    challenge: Option<ChallengeId>,
) -> Result<Response, PageError> {
    let token = Token::draw()?;
    let (ctx, new) = (person.visit.ctx.clone(), token.clone());
    let proved = house
        .store
        .write(move |tx| account::prove_again(&ctx, tx, challenge, &new));
    match proved.await {
        Ok(()) => {
            let onward = next.onward(&person.visit);
            Ok((person.visit.keep(&token), onward).into_response())
        }
        Err(AccessError::NotFound) => {
            let to = person.visit.url(&next.path(PAGE));
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Sends a code to the address of the account.
pub(super) async fn ask_code(
    State(house): State<House>,
    person: PersonVisit,
    next: Next,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (organisation, id) = (person.visit.organisation.id, person.account);
    let known = house
        .store
        .read(move |tx| account::find(tx, organisation, id));
    let address = known.await?.address;
    let purpose = next.path("/compte/confirmer/suite");
    super::ask_code(&house, &person.visit, &address, purpose, |_, _, _| {
        Ok(false)
    })
    .await
}

/// Back from the code.
pub(super) async fn confirmed(
    State(house): State<House>,
    person: PersonVisit,
    next: Next,
) -> Result<Response, PageError> {
    match next.challenge {
        Some(challenge) => proved(&house, &person, &next, Some(challenge)).await,
        None => Ok(Redirect::to(&person.visit.url(PAGE)).into_response()),
    }
}
