//! Adding a second factor, its recovery codes, and taking it off.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use parvis_access::account::{self, Account, Enrolled};
use parvis_access::{AccessError, totp};
use parvis_kernel::Personal;
use parvis_web::{
    EntriesExt, Errors, Form, House, Link, PageError, PersonVisit, RecentVisit, Visit,
};

use super::SECURITY;
use super::sheet::{Asked, Sheet};
use crate::{gate, offered, qr};

const PAGE: &str = "/compte/second-facteur";
const CODES: &str = "/compte/second-facteur/codes";
const REMOVE: &str = "/compte/second-facteur/retirer";

#[derive(Template)]
#[template(path = "account/enrolment.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: Link,
    action: String,
    drawing: String,
    address: String,
    key: String,
    errors: Errors,
}

async fn found(house: &House, person: &PersonVisit) -> Result<Account, PageError> {
    let (organisation, id) = (person.visit.organisation.id, person.account);
    let found = house
        .store
        .read(move |tx| account::find(tx, organisation, id));
    Ok(found.await?)
}

fn secret(house: &House, person: &PersonVisit) -> Result<Personal<Vec<u8>>, PageError> {
    let session = person
        .visit
        .session
        .as_ref()
        .ok_or_else(PageError::not_found)?;
    Ok(offered::secret(house, session.id, person.account.uuid()))
}

fn address(house: &House, person: &PersonVisit, known: &Account) -> Result<String, PageError> {
    let name = &person.visit.organisation.name;
    Ok(totp::address(
        &secret(house, person)?,
        &known.address,
        name,
    )?)
}

pub(super) async fn show(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
) -> Result<Response, PageError> {
    let known = found(&house, &person).await?;
    if known.second_factor_since.is_some() {
        return Ok(Redirect::to(&person.visit.url(SECURITY)).into_response());
    }
    page(&house, &person, &known, None)
}

fn page(
    house: &House,
    person: &PersonVisit,
    known: &Account,
    error: Option<&str>,
) -> Result<Response, PageError> {
    let visit = &person.visit;
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
        back: Link::new(visit.say("account-back-security"), visit.url(SECURITY)),
        action: visit.url(PAGE),
        drawing: visit.url("/compte/second-facteur/qr.svg"),
        address: address(house, person, known)?,
        key: offered::in_groups(&totp::base32(&secret(house, person)?)),
        errors,
    };
    Ok((status, Html(page.render()?)).into_response())
}

pub(super) async fn drawing(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
) -> Result<Response, PageError> {
    let known = found(&house, &person).await?;
    if known.second_factor_since.is_some() {
        return Err(PageError::not_found());
    }
    qr::image(&address(&house, &person, &known)?)
}

pub(super) async fn send(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &person.visit)?;
    let known = found(&house, &person).await?;
    let code = entries.first("code").to_owned();
    if code.is_empty() {
        return page(&house, &person, &known, Some("agent-code-error-missing"));
    }
    let (ctx, secret) = (person.visit.ctx.clone(), secret(&house, &person)?);
    let added = house
        .store
        .write(move |tx| account::enrol(&ctx, tx, &secret, &code));
    match added.await {
        Ok(Enrolled::First(codes)) => {
            house.wake.wake();
            shown_once(&person.visit, codes, "account-codes-text")
        }
        Ok(Enrolled::Beside) => {
            house.wake.wake();
            let to = person.visit.url(&format!("{SECURITY}?fait=application"));
            Ok(Redirect::to(&to).into_response())
        }
        Ok(Enrolled::Wrong) => page(&house, &person, &known, Some("agent-code-error-wrong")),
        // Another request added it in between.
        Err(AccessError::Forbidden) => {
            Ok(Redirect::to(&person.visit.url(SECURITY)).into_response())
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The codes, on the answer to the form and nowhere else: no address shows them again.
pub(super) fn shown_once(
    visit: &Visit,
    codes: Vec<Personal<String>>,
    text: &str,
) -> Result<Response, PageError> {
    let mut sheet = Sheet::new(visit, "account-codes-title")
        .text(visit.say(text))
        .link(visit, "account-codes-noted", SECURITY);
    sheet.warning = visit.say("account-codes-once").to_owned();
    sheet.codes = codes.into_iter().map(Personal::into_inner).collect();
    sheet.show(visit)
}

pub(super) async fn show_codes(RecentVisit(person): RecentVisit) -> Result<Response, PageError> {
    let visit = &person.visit;
    Sheet::new(visit, "account-codes-new-title")
        .of_security(visit)
        .text(visit.say("account-codes-new-text"))
        .ask(Asked::new(visit, CODES, "account-codes-new-button"))
        .show(visit)
}

pub(super) async fn draw_codes(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = person.visit.ctx.clone();
    let drawn = house
        .store
        .write(move |tx| account::draw_recovery_codes(&ctx, tx));
    match drawn.await {
        Ok(codes) => {
            house.wake.wake();
            shown_once(&person.visit, codes, "account-codes-text")
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_removal(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let text = match found(&house, &person).await?.passkeys {
        0 => "account-factor-remove-text",
        _ => "passkey-factor-remove-text",
    };
    Sheet::new(visit, "account-factor-remove-title")
        .of_security(visit)
        .text(visit.say(text))
        .ask(Asked::new(visit, REMOVE, "account-factor-remove-button").styled("warning"))
        .show(visit)
}

pub(super) async fn remove(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Form(_): Form,
) -> Result<Response, PageError> {
    let ctx = person.visit.ctx.clone();
    let removed = house.store.write(move |tx| {
        account::forget_second_factor(&ctx, tx)?;
        Ok::<_, AccessError>(account::passkeys(&ctx, tx)?.is_empty())
    });
    match removed.await {
        Ok(is_last) => {
            house.wake.wake();
            let word = if is_last {
                "retire"
            } else {
                "application-retiree"
            };
            let to = person.visit.url(&format!("{SECURITY}?fait={word}"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}
