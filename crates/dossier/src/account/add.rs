//! Adding a dossier to the account: its number, then a code sent to its address or its follow-up code. Never found by an address
//! alone, which a family or an aidant may share.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::account as access;
use parvis_access::challenge::{self, NewChallenge};
use parvis_kernel::{ChallengeId, Personal};
use parvis_web::{
    Choice, Entries, EntriesExt, Errors, Form, House, PageError, PersonVisit, Visit, page,
};
use serde::Deserialize;

use super::HOME;
use crate::error::DossierError;
use crate::follow::{
    CODES, Proof, TRIES, TRIES_OF_NUMBER, address_matches, id_of, open_by_challenge, open_by_code,
    proof,
};
use crate::model::Number;

const PAGE: &str = "/compte/ajouter";

#[derive(Template)]
#[template(path = "account/add.html")]
struct Page<'a> {
    visit: &'a Visit,
    action: String,
    back: String,
    number: &'a str,
    choices: Vec<Choice>,
    email: &'a str,
    errors: Errors,
}

/// The query of the way back from the code.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Confirmed {
    c: String,
}

pub(super) async fn show(person: PersonVisit) -> Result<Response, PageError> {
    shown(&person.visit, &Entries::new(), Errors::none())
}

fn shown(visit: &Visit, entries: &Entries, errors: Errors) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let chosen = entries.first("moyen");
    let choice = |value: &str, label: &str, hint: &str| {
        Choice::new(value, visit.say(label))
            .hint(visit.say(hint))
            .checked(chosen == value)
            .revealing()
    };
    let template = Page {
        visit,
        action: visit.url(PAGE),
        back: visit.url(HOME),
        number: entries.first("numero"),
        choices: vec![
            choice("courriel", "enter-by-email", "enter-by-email-hint"),
            choice("code", "enter-by-code", "enter-by-code-hint"),
        ],
        email: entries.first("courriel"),
        errors,
    };
    Ok((status, page(&template)?).into_response())
}

pub(super) async fn send(
    State(house): State<House>,
    person: PersonVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    match proof(visit, &entries) {
        Err(errors) => shown(visit, &entries, errors),
        Ok((number, Proof::Email(address))) => ask_code(&house, visit, number, address).await,
        Ok((number, Proof::Code(code))) => match add_by_code(&house, visit, number, code).await? {
            true => Ok(added(visit)),
            false => {
                let mut errors = Errors::none();
                errors.add("code", visit.say("enter-error-together"));
                shown(visit, &entries, errors)
            }
        },
    }
}

fn added(visit: &Visit) -> Response {
    Redirect::to(&visit.url(&format!("{HOME}?fait=ajoute"))).into_response()
}

/// Sends a code to the address, if it is the one of the dossier. The answer is the same if it is not.
async fn ask_code(
    house: &House,
    visit: &Visit,
    number: Number,
    address: Personal<String>,
) -> Result<Response, PageError> {
    visit.limit(house, &TRIES, &visit.client.to_string())?;
    visit.limit(house, &CODES, &address.to_lowercase())?;
    let session = visit
        .session
        .as_ref()
        .ok_or_else(PageError::sign_in_first)?;
    let (ctx, session) = (visit.ctx.clone(), session.id);
    let asked = house.store.write(move |tx| {
        let dossier = address_matches(&ctx, tx, &number, &address)?;
        let new = NewChallenge {
            session,
            address: address.clone(),
            purpose: format!("{PAGE}/suite"),
            decoy: dossier.is_none(),
            dossier,
        };
        let id = challenge::create(&ctx, tx, &new)?;
        parvis_jobs::publish(tx, &challenge::asked(&ctx, id))?;
        Ok::<_, DossierError>(id)
    });
    let id = asked.await?;
    house.wake.wake();
    Ok(Redirect::to(&visit.url(&format!("/code?c={id}"))).into_response())
}

/// Adds the dossier of a number and its follow-up code; false when they do not go together.
async fn add_by_code(
    house: &House,
    visit: &Visit,
    number: Number,
    code: Personal<String>,
) -> Result<bool, PageError> {
    visit.limit(house, &TRIES, &visit.client.to_string())?;
    visit.limit(house, &TRIES_OF_NUMBER, number.as_str())?;
    let session = visit
        .session
        .as_ref()
        .ok_or_else(PageError::sign_in_first)?;
    let (ctx, session) = (visit.ctx.clone(), session.id);
    let opened = house.store.write(move |tx| {
        if !open_by_code(&ctx, tx, session, &number, &code)? {
            return Ok::<_, DossierError>(false);
        }
        let dossier = id_of(&ctx, tx, &number)?;
        access::add_dossier(&ctx, tx, dossier)?;
        Ok(true)
    });
    Ok(opened.await?)
}

/// Back from the code.
pub(super) async fn confirmed(
    State(house): State<House>,
    Query(confirmed): Query<Confirmed>,
    person: PersonVisit,
) -> Result<Response, PageError> {
    let visit = &person.visit;
    let begin_again = Redirect::to(&visit.url(PAGE)).into_response();
    let (Some(session), Ok(id)) = (&visit.session, confirmed.c.parse::<ChallengeId>()) else {
        return Ok(begin_again);
    };
    let (ctx, session) = (visit.ctx.clone(), session.id);
    let opened = house.store.write(move |tx| {
        let dossier = open_by_challenge(&ctx, tx, session, id)?;
        access::add_dossier(&ctx, tx, dossier.id)?;
        Ok::<_, DossierError>(())
    });
    match opened.await {
        Ok(()) => Ok(added(visit)),
        Err(DossierError::NotFound | DossierError::Access(AccessError::NotFound)) => {
            Ok(begin_again)
        }
        Err(error) => Err(error.into()),
    }
}
