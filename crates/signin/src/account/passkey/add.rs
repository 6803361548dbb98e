//! Adding a passkey.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account::{self, CeremonyKind, LONGEST_PASSKEY_NAME, NewPasskey};
use parvis_passkey::{Person, RelyingParty};
use parvis_web::{
    EntriesExt, Errors, Form, House, PageError, PersonVisit, RecentVisit, device_name,
};

use super::{ADD, NEW, PAGE, broken, party, said};
use crate::account::enrolment::shown_once;
use crate::account::sheet::{Asked, Device, Line, Sheet};
use crate::gate;

pub(super) async fn show(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    match party(&house, &person.visit, &headers) {
        Some(party) => page(&house, &person, &party, Errors::none()).await,
        None => Ok(Redirect::to(&person.visit.url(PAGE)).into_response()),
    }
}

async fn page(
    house: &House,
    person: &PersonVisit,
    party: &RelyingParty,
    errors: Errors,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let (organisation, id) = (visit.organisation.id, person.account);
    let known = house
        .store
        .read(move |tx| account::find(tx, organisation, id));
    let is_first = !known.await?.has_second_factor();
    let line = Line::text(visit, "nom", "passkey-name", "passkey-name-hint");
    let asked = Asked::new(visit, ADD, "passkey-add-button").line(line);
    let mut sheet = Sheet::new(visit, "passkey-add-title")
        .of(visit, "passkey-title", PAGE)
        .text(visit.say("passkey-what"))
        .text(visit.say("passkey-add-text"))
        .ask(asked.by_device(Device {
            options: visit.url(NEW),
            origin: party.origin().to_owned(),
        }));
    if is_first {
        sheet.warning = visit.say("passkey-add-first").to_owned();
    }
    sheet.without = visit.say("passkey-without").to_owned();
    sheet.errors = errors;
    sheet.show(visit)
}

/// What the device is asked.
pub(super) async fn options(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    headers: HeaderMap,
    Form(_): Form,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    gate::take_device(&house, visit)?;
    let party = party(&house, visit, &headers).ok_or_else(PageError::not_found)?;
    let (organisation, id) = (visit.organisation.id, person.account);
    let own = house
        .store
        .read(move |tx| account::find(tx, organisation, id));
    let own = own.await?;
    let known = super::known(&house, visit, id).await?;
    let whose = Person {
        id: id.uuid(),
        name: &own.address,
    };
    let begun = party
        .ask_new(whose, &known)
        .map_err(|error| broken(&error))?;
    super::begin(&house, visit, CeremonyKind::New, Some(id), begun).await
}

pub(super) async fn send(
    State(house): State<House>,
    RecentVisit(person): RecentVisit,
    headers: HeaderMap,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    gate::take_device(&house, visit)?;
    let party = party(&house, visit, &headers).ok_or_else(PageError::not_found)?;
    let wrong = |key: &str| {
        let mut errors = Errors::none();
        errors.add("", visit.say(key));
        errors
    };
    let begun = super::take(&house, visit, CeremonyKind::New).await?;
    let Some(begun) = begun.filter(|begun| begun.account == Some(person.account)) else {
        return page(&house, &person, &party, wrong("passkey-error-late")).await;
    };
    let made = match party.made(&begun.state, entries.first("reponse")) {
        Ok(made) => made,
        Err(error) => return page(&house, &person, &party, wrong(said_of_new(&error)?)).await,
    };
    let new = NewPasskey {
        credential_id: made.id().to_vec(),
        credential: made.to_bytes().map_err(|error| broken(&error))?,
        name: name(&person, &headers, entries.first("nom")).into(),
    };
    let ctx = visit.ctx.clone();
    let added = house
        .store
        .write(move |tx| account::add_passkey(&ctx, tx, &new));
    match added.await {
        Ok(codes) => {
            house.wake.wake();
            match codes {
                Some(codes) => shown_once(visit, codes, "passkey-codes-text"),
                None => {
                    Ok(Redirect::to(&visit.url(&format!("{PAGE}?fait=ajoutee"))).into_response())
                }
            }
        }
        Err(AccessError::PasskeyKnown) => {
            page(&house, &person, &party, wrong("refusal-passkey-known")).await
        }
        Err(AccessError::ProveAgain) => Ok(person.prove_again().into_response()),
        Err(error) => Err(error.into()),
    }
}

fn said_of_new(error: &parvis_passkey::PasskeyError) -> Result<&'static str, PageError> {
    Ok(match said(error)? {
        "passkey-error-unknown" => "passkey-error-not-made",
        other => other,
    })
}

/// What the passkey is called. The device made it already: a name that does not suit is cut, not refused.
fn name(person: &PersonVisit, headers: &HeaderMap, typed: &str) -> String {
    let clean = |text: &str| -> String {
        let letters = text.chars().filter(|letter| !letter.is_control());
        letters.take(LONGEST_PASSKEY_NAME).collect()
    };
    let given = [
        clean(typed),
        clean(&device_name(headers).unwrap_or_default()),
    ];
    let mut given = given.into_iter().filter(|name| !name.is_empty());
    given
        .next()
        .unwrap_or_else(|| person.visit.say("passkey-unnamed").to_owned())
}
