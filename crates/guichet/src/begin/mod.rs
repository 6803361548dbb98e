//! Beginning a démarche with a person.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::StatusCode;
use parvis_access::{AccessError, Right, Target, authorize};
use parvis_demarche::Revision;
use parvis_dossier::guichet::{self, HelpedStart};
use parvis_dossier::start::is_address;
use parvis_dossier::{Desk, DeskOf, DossierError};
use parvis_kernel::ChallengeId;
use parvis_store::Tx;
use parvis_web::{
    AgentVisit, Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit, page,
};

use crate::doors;
use crate::home::HOME;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/guichet/commencer", get(show).post(send))
}

#[derive(Template)]
#[template(path = "begin/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    back: String,
    drawn: String,
    doors: Vec<Choice>,
    procedures: Vec<Choice>,
    email: &'a str,
    errors: Errors,
}

/// The published procedures for which the agent receives people.
pub(crate) fn offered(
    visit: &Visit,
    tx: &mut Tx<'_>,
    desk: &Desk,
) -> Result<Vec<Arc<Revision>>, DossierError> {
    let mut offered = Vec::new();
    let listed = desk.catalogue.list(tx, visit.ctx.organisation)?;
    for revision in listed
        .into_iter()
        .filter(|revision| revision.file.is_made_here())
    {
        let target = Target::Group(revision.group);
        match authorize(&visit.ctx, tx, Right::ServePerson, target) {
            Ok(()) => offered.push(revision),
            Err(AccessError::Forbidden | AccessError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(offered)
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    AgentVisit(visit): AgentVisit,
) -> Result<Response, PageError> {
    shown(&house, &visit, desk, &Entries::new(), Errors::none()).await
}

async fn send(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    AgentVisit(visit): AgentVisit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let new = match read(&visit, &entries) {
        Ok(new) => new,
        Err(errors) => return shown(&house, &visit, desk, &entries, errors).await,
    };
    // Twice: the draft of a double click is seen by the second request only once the first one is written.
    for _ in 0..2 {
        let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), new.clone());
        let begun = house
            .store
            .write(move |tx| guichet::begin(&ctx, tx, &own, &asked))
            .await;
        match begun {
            Err(DossierError::NoFreeNumber(_)) => {}
            outcome => {
                let dossier = outcome?;
                house.wake.wake();
                return Ok(Redirect::to(&doors::first_page(&visit, &dossier)).into_response());
            }
        }
    }
    Err(DossierError::NotFound.into())
}

fn read(visit: &Visit, entries: &Entries) -> Result<HelpedStart, Errors> {
    let mut errors = Errors::none();
    let channel = doors::door_of(entries.first("porte"));
    if channel.is_none() {
        errors.add("porte", visit.say("counter-error-door"));
    }
    let slug = entries.first("demarche");
    if slug.is_empty() {
        errors.add("demarche", visit.say("counter-error-procedure"));
    }
    let email = entries.first("courriel").trim();
    if !email.is_empty() && !is_address(email) {
        errors.add("courriel", visit.say("counter-error-email"));
    }
    match channel {
        Some(channel) if !errors.any() => Ok(HelpedStart {
            slug: slug.to_owned(),
            channel,
            email: (!email.is_empty()).then(|| email.to_owned().into()),
            drawn: drawn(entries),
        }),
        _ => Err(errors),
    }
}

fn drawn(entries: &Entries) -> ChallengeId {
    let drawn = entries.first("brouillon").parse();
    drawn.unwrap_or_else(|_| ChallengeId::new())
}

async fn shown(
    house: &House,
    visit: &Visit,
    desk: Desk,
    entries: &Entries,
    errors: Errors,
) -> Result<Response, PageError> {
    let own = visit.clone();
    let offered = house.store.read(move |tx| offered(&own, tx, &desk)).await?;
    if offered.is_empty() {
        return Err(DossierError::NotFound.into());
    }
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let chosen = entries.first("demarche");
    let procedures = offered.iter().map(|revision| {
        let title = revision.file.title.in_language(visit.language);
        Choice::new(revision.slug.as_str(), title).checked(revision.slug == chosen)
    });
    let shown = Page {
        visit,
        back: visit.url(HOME),
        drawn: drawn(entries).to_string(),
        doors: doors::choices(visit, entries.first("porte")),
        procedures: procedures.collect(),
        email: entries.first("courriel"),
        errors,
    };
    Ok((status, page(&shown)?).into_response())
}
