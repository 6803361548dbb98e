//! The page of the notes.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Visit};
use uuid::Uuid;

use super::annotate;
use crate::error::DossierError;
use crate::open::{Head, Notice, OpenView, Sheet, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::text::LONGEST_TEXT;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/notes", get(show).post(write))
}

/// The notes, and the form to write one, whose identifier is drawn with it.
#[derive(Template)]
#[template(path = "note/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    notice: Notice,
    errors: Errors,
    notes: Vec<Written>,
    id: Uuid,
    text: String,
    most: usize,
}

/// A note, in words.
struct Written {
    author: String,
    at: String,
    datetime: String,
    text: String,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, id: Uuid, text: String) -> Self {
        let written = |note: &crate::model::Note| Written {
            author: view.agents.get(&note.agent).map_or_else(
                || visit.say("queue-somebody").to_owned(),
                parvis_access::Agent::full_name,
            ),
            at: visit.date_time(note.at),
            datetime: format!("{:.0}", note.at),
            text: note.body.as_str().to_owned(),
        };
        Self {
            head: Head::of(visit, view, Sheet::Notes),
            notice: Notice::default(),
            errors: Errors::none(),
            notes: view.notes.iter().map(written).collect(),
            id,
            text,
            most: LONGEST_TEXT,
            visit,
        }
    }
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    let mut page = Page::of(&visit, &view, Uuid::now_v7(), String::new());
    page.notice = Notice::of(&visit, &parameters);
    Ok(Html(page.render()?))
}

async fn write(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let id = entries
        .first("note")
        .parse()
        .unwrap_or_else(|_| Uuid::now_v7());
    let text = entries.first("texte").to_owned();
    let written = {
        let (ctx, desk, number, text) = (
            visit.ctx.clone(),
            desk.clone(),
            number.clone(),
            text.clone(),
        );
        let act = house
            .store
            .write(move |tx| annotate(&ctx, tx, &desk, &number, id, &text));
        act.await
    };
    match written {
        Ok(()) => {
            let path = format!("/agent/dossiers/{number}/notes?fait=note");
            Ok(Redirect::to(&visit.url(&path)).into_response())
        }
        Err(DossierError::Text { most }) => {
            let view = opened(&house, &visit, &desk, &number).await?;
            let mut page = Page::of(&visit, &view, id, text);
            let error = visit.say_with("refusal-text", &[("most", most)]);
            page.errors.add("texte", error);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}
