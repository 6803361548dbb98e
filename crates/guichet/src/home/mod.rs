//! The desk: whom the agent serves now, the drafts that they did not finish, and what they may begin.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use parvis_dossier::model::Dossier;
use parvis_dossier::{DeskOf, DossierError, guichet};
use parvis_store::Tx;
use parvis_web::{AgentVisit, House, PageError, Visit, page};
use serde::Deserialize;

use crate::begin::offered;
use crate::doors;

/// The address of the desk.
pub(crate) const HOME: &str = "/agent/guichet";

pub(crate) fn routes() -> Router<House> {
    Router::new().route(HOME, get(show))
}

#[derive(Template)]
#[template(path = "home/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    notice: bool,
    served: Option<Served>,
    may_begin: bool,
    drafts: Vec<Draft>,
}

/// The person whom the agent serves now.
struct Served {
    text: String,
    number: String,
    next: String,
}

/// A draft that was not finished.
struct Draft {
    number: String,
    label: String,
    procedure: String,
    until: String,
    action: String,
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Done {
    fait: String,
}

async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Query(done): Query<Done>,
    AgentVisit(visit): AgentVisit,
) -> Result<Html<String>, PageError> {
    let own = visit.clone();
    let shown = house.store.read(move |tx| {
        let procedures = offered(&own, tx, &desk)?;
        Ok::<_, DossierError>((
            served(&own, tx, &desk)?,
            !procedures.is_empty(),
            drafts(&own, tx, &desk)?,
        ))
    });
    let (served, may_begin, drafts) = shown.await?;
    page(&Page {
        visit: &visit,
        notice: done.fait == "termine",
        served,
        may_begin,
        drafts,
    })
}

fn served(
    visit: &Visit,
    tx: &mut Tx<'_>,
    desk: &parvis_dossier::Desk,
) -> Result<Option<Served>, DossierError> {
    let session = visit.session.as_ref();
    let Some(serves) = session.and_then(|session| session.serves) else {
        return Ok(None);
    };
    let found = guichet::served(&visit.ctx, tx, desk, serves.dossier);
    let (dossier, revision) = match found {
        Err(DossierError::NotFound) => return Ok(None),
        found => found?,
    };
    let procedure = revision.file.title.in_language(visit.language).to_owned();
    let door = doors::name(visit, serves.channel);
    let values = [("procedure", procedure.as_str()), ("door", door.as_str())];
    Ok(Some(Served {
        text: visit.say_with("counter-served-text", &values),
        number: dossier.number.to_string(),
        next: doors::next_page(visit, &dossier),
    }))
}

fn drafts(
    visit: &Visit,
    tx: &mut Tx<'_>,
    desk: &parvis_dossier::Desk,
) -> Result<Vec<Draft>, DossierError> {
    let found = guichet::drafts(&visit.ctx, tx, desk)?;
    let drafts = found.into_iter().map(|(dossier, revision)| Draft {
        number: dossier.number.to_string(),
        label: label(visit, &dossier),
        procedure: revision.file.title.in_language(visit.language).to_owned(),
        until: dossier
            .facts
            .expires_at
            .map(|until| visit.day(until))
            .unwrap_or_default(),
        action: visit.url(&format!("{HOME}/dossiers/{}", dossier.number)),
    });
    Ok(drafts.collect())
}

fn label(visit: &Visit, dossier: &Dossier) -> String {
    let label = dossier.people.label();
    if label.trim().is_empty() {
        visit.say("counter-draft-nobody").to_owned()
    } else {
        label
    }
}
