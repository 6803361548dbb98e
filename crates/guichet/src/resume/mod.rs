//! Taking up a dossier again with its person.

use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use parvis_dossier::model::Number;
use parvis_dossier::{DossierError, guichet};
use parvis_kernel::{Channel, Personal};
use parvis_web::{
    AgentVisit, Choice, Entries, EntriesExt, Errors, Form, House, PageError, Rule, Visit, page,
};
use serde::Deserialize;

use crate::doors;
use crate::home::HOME;

/// Follow-up codes tried on one number; shared with the page of the person.
const TRIES_OF_NUMBER: Rule = Rule {
    name: "follow-number",
    burst: 10,
    every: Duration::from_secs(60),
};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/guichet/reprendre", get(show).post(send))
        .route("/agent/guichet/dossiers/{number}", post(take_up))
}

#[derive(Template)]
#[template(path = "resume/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: String,
    doors: Vec<Choice>,
    number: &'a str,
    errors: Errors,
}

/// The query of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The number, from the page of an agent.
    numero: String,
}

async fn show(
    Query(asked): Query<Asked>,
    AgentVisit(visit): AgentVisit,
) -> Result<Response, PageError> {
    let mut entries = Entries::new();
    entries.insert("numero".to_owned(), vec![asked.numero]);
    shown(&visit, &entries, Errors::none())
}

/// What the form says.
struct Typed {
    number: Number,
    code: Personal<String>,
    channel: Channel,
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let typed = match read(&visit, &entries) {
        Ok(typed) => typed,
        Err(errors) => return shown(&visit, &entries, errors),
    };
    visit.limit(&house, &TRIES_OF_NUMBER, typed.number.as_str())?;
    let ctx = visit.ctx.clone();
    let found = house.store.write(move |tx| {
        let Typed {
            number,
            code,
            channel,
        } = &typed;
        if code.is_empty() {
            return guichet::resume(&ctx, tx, number, *channel).map(Some);
        }
        guichet::resume_by_code(&ctx, tx, number, code, *channel)
    });
    match found.await {
        Ok(Some(dossier)) => Ok(Redirect::to(&doors::next_page(&visit, &dossier)).into_response()),
        Ok(None) | Err(DossierError::NotFound | DossierError::Access(_)) => {
            let mut errors = Errors::none();
            errors.add("code", visit.say("counter-error-together"));
            shown(&visit, &entries, errors)
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes up one of the agent's own drafts, at the desk.
async fn take_up(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    Path(number): Path<String>,
    Form(_): Form,
) -> Result<Redirect, PageError> {
    let number = Number::parse(&number).ok_or_else(PageError::not_found)?;
    let ctx = visit.ctx.clone();
    let dossier = house
        .store
        .write(move |tx| guichet::resume(&ctx, tx, &number, Channel::Counter))
        .await?;
    Ok(Redirect::to(&doors::next_page(&visit, &dossier)))
}

fn read(visit: &Visit, entries: &Entries) -> Result<Typed, Errors> {
    let mut errors = Errors::none();
    let channel = doors::door_of(entries.first("porte"));
    if channel.is_none() {
        errors.add("porte", visit.say("counter-error-door"));
    }
    let number = Number::parse(entries.first("numero"));
    if number.is_none() {
        errors.add("numero", visit.say("counter-error-number"));
    }
    let code = entries.first("code").trim().to_owned().into();
    match (number, channel) {
        (Some(number), Some(channel)) => Ok(Typed {
            number,
            code,
            channel,
        }),
        _ => Err(errors),
    }
}

fn shown(visit: &Visit, entries: &Entries, errors: Errors) -> Result<Response, PageError> {
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let shown = Page {
        visit,
        back: visit.url(HOME),
        doors: doors::choices(visit, entries.first("porte")),
        number: entries.first("numero"),
        errors,
    };
    Ok((status, page(&shown)?).into_response())
}
