//! The page on which an agent closes a dossier without a decision.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::close;
use crate::model::Closing;
use crate::open::{Head, OpenView, Seen, Sheet, Tried, closing, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/clore", get(show).post(send))
}

/// Why the dossier is closed.
#[derive(Template)]
#[template(path = "close/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    errors: Errors,
    asks_for_decision: bool,
    ways: Vec<Choice>,
    /// The way that is to be confirmed, in words.
    chosen: Option<(String, String)>,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, errors: Errors, chosen: Option<&Closing>) -> Self {
        let way = |way: &Closing| Choice::new(way.code(), closing(visit, view, way));
        Self {
            head: Head::of(visit, view, Sheet::Elsewhere),
            title: visit.say("close-title"),
            errors,
            asks_for_decision: view.revision.file.asks_for_decision,
            ways: ways(view).iter().map(way).collect(),
            chosen: chosen.map(|way| (way.code().to_owned(), closing(visit, view, way))),
            visit,
        }
    }
}

/// The ways that the procedure allows: a request that asks for a decision gets one, unless it was deposited twice.
fn ways(view: &OpenView) -> Vec<Closing> {
    let file = &view.revision.file;
    let stated = file.closing.iter().filter(|_| !file.asks_for_decision);
    let stated = stated.map(|closing| Closing::Stated(closing.code.clone()));
    stated.chain([Closing::Duplicate]).collect()
}

fn way_of(view: &OpenView, entries: &Entries) -> Option<Closing> {
    let code = entries.first("motif");
    ways(view).into_iter().find(|way| way.code() == code)
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    view.may(Act::Close)?;
    Ok(Html(
        Page::of(&visit, &view, Errors::none(), None).render()?,
    ))
}

/// Shows what closing means, then closes.
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
        verb: "dossier.closed",
        done: "clos",
    };
    let view = opened(&house, &visit, &desk, &number).await?;
    let Some(way) = way_of(&view, &entries) else {
        view.may(Act::Close)?;
        let mut errors = Errors::none();
        errors.add("motif", visit.say("close-error"));
        let page = Page::of(&visit, &view, errors, None).render()?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response());
    };
    if entries.first("etape") != "confirmer" {
        view.may(Act::Close)?;
        let mut page = Page::of(&visit, &view, Errors::none(), Some(&way));
        page.head.version = tried.seen.to_string();
        return Ok(Html(page.render()?).into_response());
    }
    let acting = tried.answer(
        &house,
        &visit,
        &desk,
        &number,
        move |ctx, tx, desk, number, version| close(ctx, tx, desk, number, version, &way),
    );
    acting.await
}
