//! The page that hands a dossier over, and what the agent who lost it by that reads.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_kernel::GroupId;
use parvis_organisation::Group;
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{receivers, transfer};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::Number;
use crate::open::{Head, Lost, OpenView, Seen, Sheet, Tried, lost, open_dossier, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;
use crate::text::LONGEST_TEXT;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/transmettre", get(show).post(send))
}

/// To whom, and why.
#[derive(Template)]
#[template(path = "transfer/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
    groups: Vec<Choice>,
    reason: String,
    most: usize,
    /// Whether the agent loses the dossier, whatever group they choose among some.
    loses: bool,
}

/// What the agent reads once the dossier is with a group of which they are not.
#[derive(Template)]
#[template(path = "transfer/done.html")]
struct Done<'a> {
    visit: &'a Visit,
    title: String,
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (ctx, own, asked) = (visit.ctx.clone(), desk.clone(), number.clone());
    let opening = house
        .store
        .write(move |tx| open_dossier(&ctx, tx, &own, &asked));
    let is_done = parameters.get("fait").map(String::as_str) == Some("oui");
    match opening.await {
        Err(DossierError::Transferred { group }) if is_done => {
            let values = [("number", number.to_string()), ("group", group)];
            let title = visit.say_with("transfer-done-title", &values);
            let page = Done {
                visit: &visit,
                title,
            };
            Ok(Html(page.render()?).into_response())
        }
        Err(error) => Err(error.into()),
        Ok(view) if is_done => {
            let path = format!("/agent/dossiers/{}?fait=transmis", view.dossier.number);
            Ok(Redirect::to(&visit.url(&path)).into_response())
        }
        Ok(view) => {
            view.may(Act::Assign)?;
            page(&house, &visit, &view, "", "", Errors::none()).await
        }
    }
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let (group, reason) = (entries.first("groupe"), entries.first("motif"));
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: "dossier.transferred",
        done: "transmis",
    };
    let outcome = match group.parse::<GroupId>() {
        Err(_) => Err(DossierError::NothingChosen),
        Ok(to) => {
            let reason = reason.to_owned();
            let acting = tried.acted(
                &house,
                &visit,
                &desk,
                &number,
                move |ctx, tx, desk, number, version| {
                    transfer(ctx, tx, desk, number, version, to, &reason)
                },
            );
            acting.await
        }
    };
    let mut errors = Errors::none();
    match &outcome {
        // A double click: the first one handed it over.
        Ok(_) | Err(DossierError::Transferred { .. }) => {
            let path = format!("/agent/dossiers/{number}/transmettre?fait=oui");
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        Err(DossierError::NothingChosen) => {
            errors.add("groupe", visit.say("transfer-error-group"));
        }
        Err(DossierError::Text { .. }) => errors.add("motif", visit.say("transfer-error-reason")),
        Err(_) => {}
    }
    if errors.any() {
        return form(&house, &visit, &desk, &number, group, reason, errors).await;
    }
    match tried
        .answered(&house, &visit, &desk, &number, outcome)
        .await?
    {
        Ok(response) => Ok(response),
        Err(Lost(view)) => lost(&visit, &view, tried.seen, reason),
    }
}

async fn form(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    group: &str,
    reason: &str,
    errors: Errors,
) -> Result<Response, PageError> {
    let view = opened(house, visit, desk, number).await?;
    view.may(Act::Assign)?;
    page(house, visit, &view, group, reason, errors).await
}

async fn page(
    house: &House,
    visit: &Visit,
    view: &OpenView,
    group: &str,
    reason: &str,
    errors: Errors,
) -> Result<Response, PageError> {
    let (ctx, from) = (visit.ctx.clone(), view.dossier.group);
    let reading = house.store.read(move |tx| {
        let mut receiving = Vec::new();
        for group in receivers(&ctx, tx, from)? {
            let service = parvis_organisation::service(tx, ctx.organisation, group.service)?;
            receiving.push((group, service.name));
        }
        let own = ctx.actor.agent().ok_or(DossierError::NotFound)?;
        let own = parvis_access::agent::memberships(tx, ctx.organisation, own)?;
        Ok::<_, DossierError>((receiving, own))
    });
    let (receiving, own) = reading.await?;
    let choice = |(known, service): &(Group, String)| {
        Choice::new(known.id.to_string(), known.name.as_str())
            .hint(service.as_str())
            .checked(known.id.to_string() == group)
    };
    let stays = |(known, _): &(Group, String)| own.iter().any(|of| of.group == known.id);
    let status = match errors.any() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page {
        head: Head::of(visit, view, Sheet::Elsewhere),
        title: visit.say("transfer-title"),
        errors,
        groups: receiving.iter().map(choice).collect(),
        reason: reason.to_owned(),
        most: LONGEST_TEXT,
        loses: !receiving.iter().all(stays),
        visit,
    };
    Ok((status, Html(page.render()?)).into_response())
}
