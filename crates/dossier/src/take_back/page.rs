//! The page on which an agent takes a held decision back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use axum::routing::get;
use parvis_web::{Errors, Form, House, PageError, Visit};

use super::take_back;
use crate::error::DossierError;
use crate::open::{Head, Seen, Sheet, Tried, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/agent/dossiers/{number}/reprendre",
        get(confirm).post(send),
    )
}

/// What taking the decision back means.
#[derive(Template)]
#[template(path = "take_back/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
    until: String,
}

async fn confirm(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    view.may(Act::TakeBack)?;
    let facts = &view.dossier.facts;
    let until = facts
        .visible_at
        .filter(|_| facts.holds_decision(visit.ctx.now));
    let until = until.ok_or(DossierError::NoLongerHeld)?;
    let page = Page {
        visit: &visit,
        head: Head::of(&visit, &view, Sheet::Elsewhere),
        title: visit.say("take-back-title"),
        errors: Errors::none(),
        until: visit.date_time(until),
    };
    Ok(Html(page.render()?))
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: "dossier.decision_taken_back",
        done: "repris",
    };
    let acting = tried.answer(&house, &visit, &desk, &number, take_back);
    acting.await
}
