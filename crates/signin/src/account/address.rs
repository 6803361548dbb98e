//! Changing the address of the account, and putting the old one back from the mail that told it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, CANCEL_DAYS};
use parvis_kernel::{ChallengeId, Personal};
use parvis_web::{Entries, EntriesExt, Form, House, PageError, RecentVisit, Visit};

use super::sheet::{Asked, Line, Sheet};
use super::{Next, SECURITY, ask_code, is_address};
use crate::gate;

const PAGE: &str = "/compte/adresse";
const CONFIRM: &str = "/compte/adresse/suite";
const CANCEL: &str = "/compte/adresse/annuler";

pub(super) async fn show(RecentVisit(person): RecentVisit) -> Result<Response, PageError> {
    page(&person.visit, "", None)
}

fn page(visit: &Visit, email: &str, error: Option<&str>) -> Result<Response, PageError> {
    let line = Line {
        label: visit.say("account-address-new").to_owned(),
        autocomplete: "email",
        ..Line::email(visit, email)
    };
    Sheet::new(visit, "account-address-title")
        .of_security(visit)
        .text(visit.say("account-address-text"))
        .text(visit.say("account-address-dossiers"))
        .ask(Asked::new(visit, PAGE, "account-address-button").line(line))
        .error(visit, "email", error)
        .show(visit)
}

pub(super) async fn send(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let email = entries.first("email");
    if !is_address(email) {
        return page(&person.visit, email, Some("account-error-email"));
    }
    ask_code(
        &house,
        &person.visit,
        email,
        CONFIRM.to_owned(),
        |_, _, _| Ok(false),
    )
    .await
}

/// The code, and the address that it confirmed in this session.
async fn proved(
    house: &House,
    visit: &Visit,
    next: &Next,
) -> Result<Option<(ChallengeId, Personal<String>)>, PageError> {
    let Some(challenge) = next.challenge else {
        return Ok(None);
    };
    let ctx = visit.ctx.clone();
    let found = house
        .store
        .read(move |tx| account::confirmed_address(&ctx, tx, challenge));
    match found.await {
        Ok(address) => Ok(Some((challenge, address))),
        Err(AccessError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Back from the code: one more button, because reading a page changes nothing.
pub(super) async fn confirmed(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    next: Next,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let Some((challenge, address)) = proved(&house, visit, &next).await? else {
        return Ok(Redirect::to(&visit.url(PAGE)).into_response());
    };
    let path = format!("{CONFIRM}?c={challenge}");
    let text = visit.say_with(
        "account-address-confirm-text",
        &[("address", address.as_str())],
    );
    let old = visit.say_with("account-address-old-told", &[("days", CANCEL_DAYS)]);
    Sheet::new(visit, "account-address-confirm-title")
        .of_security(visit)
        .text(text)
        .text(old)
        .ask(Asked::new(visit, &path, "account-address-confirm-button"))
        .show(visit)
}

pub(super) async fn change(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    next: Next,
    Form(_): Form,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let Some(challenge) = next.challenge else {
        return Ok(Redirect::to(&visit.url(PAGE)).into_response());
    };
    let ctx = visit.ctx.clone();
    let changed = house
        .store
        .write(move |tx| account::change_address(&ctx, tx, challenge));
    match changed.await {
        Ok(()) => {
            house.wake.wake();
            let to = visit.url(&format!("{SECURITY}?fait=adresse"));
            Ok(Redirect::to(&to).into_response())
        }
        Err(AccessError::AddressTaken) => page(visit, "", Some("refusal-address-taken")),
        Err(AccessError::NotFound) => Ok(Redirect::to(&visit.url(PAGE)).into_response()),
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The page of the link: it changes nothing by being read, as mail servers read links.
pub(super) async fn show_cancel(visit: Visit) -> Result<Response, PageError> {
    let path = link(&visit, CANCEL)?;
    Sheet::new(&visit, "account-cancel-title")
        .text(visit.say("account-cancel-text"))
        .ask(Asked::new(&visit, &path, "account-cancel-button"))
        .show(&visit)
}

pub(super) async fn cancel(
    State(house): State<House>,
    visit: Visit,
    Form(_): Form,
) -> Result<Response, PageError> {
    gate::take_device(&house, &visit)?;
    let entries = query(&visit)?;
    let token = entries.first("j").to_owned();
    let Ok(id) = entries.first("d").parse() else {
        return ended(&visit);
    };
    let ctx = visit.ctx.clone();
    let cancelled = house
        .store
        .write(move |tx| account::cancel_address_change(&ctx, tx, id, &token));
    match cancelled.await {
        Ok(()) => {
            house.wake.wake();
            Sheet::new(&visit, "account-cancelled-title")
                .text(visit.say("account-cancelled-text"))
                .link(&visit, "account-sign-in-code", "/compte/connexion/code")
                .show(&visit)
        }
        Err(AccessError::Ended) => ended(&visit),
        Err(error) => Err(error.into()),
    }
}

/// What the query of a link holds.
pub(super) fn query(visit: &Visit) -> Result<Entries, PageError> {
    let query = visit.path().split_once('?').map_or("", |(_, query)| query);
    Ok(parvis_web::parse_entries(query.as_bytes())?)
}

/// The path that a form posts to, with the secrets of the link that showed it.
pub(super) fn link(visit: &Visit, path: &str) -> Result<String, PageError> {
    let entries = query(visit)?;
    let plain = |name: &str| -> String {
        let value = entries.first(name).chars();
        value
            .filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-')
            .collect()
    };
    Ok(format!("{path}?d={}&j={}", plain("d"), plain("j")))
}

/// The page of a link that serves no more.
pub(super) fn ended(visit: &Visit) -> Result<Response, PageError> {
    Sheet::new(visit, "account-ended-title")
        .text(visit.say("refusal-ended"))
        .link(visit, "account-open-have", "/compte/connexion")
        .show_as(visit, StatusCode::GONE)
}
