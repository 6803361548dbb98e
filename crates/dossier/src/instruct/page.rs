//! Beginning to instruct, and confirming that the answer is not waited for.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use axum::routing::get;
use parvis_web::{Errors, Form, House, PageError, Visit};

use super::instruct;
use crate::open::{Head, Seen, Sheet, Tried, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;

pub(crate) fn routes() -> Router<House> {
    Router::new().route(
        "/agent/dossiers/{number}/instruire",
        get(confirm).post(begin),
    )
}

/// What going on without the answer means.
#[derive(Template)]
#[template(path = "instruct/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
}

async fn confirm(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    view.may(Act::Instruct)?;
    let page = Page {
        visit: &visit,
        head: Head::of(&visit, &view, Sheet::Elsewhere),
        title: visit.say("instruct-title"),
        errors: Errors::none(),
    };
    Ok(Html(page.render()?))
}

async fn begin(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: "dossier.instructed",
        done: "instruit",
    };
    let acting = tried.answer(&house, &visit, &desk, &number, instruct);
    acting.await
}
