//! The page on which an agent asks the person for a piece or a correction.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use jiff::ToSpan;
use parvis_form::{Journey, JourneyElement};
use parvis_web::{Choice, DateEntry, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{Ask, ask};
use crate::error::DossierError;
use crate::exchanges::{ReplyLink, chosen_text, reply_links};
use crate::open::{Head, Lost, Notice, OpenView, Seen, Sheet, Tried, lost, opened};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;
use crate::said::Said;
use crate::standard_texts::{Insert, Inserted, Purpose, appended};
use crate::text::LONGEST_TEXT;
use crate::typed_date::{date_typed, entry_of};

/// The delay that is offered.
const OFFERED_DAYS: i64 = 30;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/demander", get(show).post(send))
}

/// What is asked, being written.
#[derive(Template)]
#[template(path = "ask/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    notice: Notice,
    errors: Errors,
    steps: Vec<StepChoices>,
    pieces: String,
    texts: Vec<ReplyLink>,
    insert: Insert,
    text: String,
    most: usize,
    due: DateEntry,
    told_by_mail: bool,
}

/// The questions of a step; each has its place among all of them, so that every box has its own id.
struct StepChoices {
    title: String,
    choices: Vec<(usize, Choice)>,
}

/// What was typed.
struct Typed {
    fields: Vec<String>,
    pieces: String,
    text: String,
    due: DateEntry,
}

impl Typed {
    fn offered(visit: &Visit, text: String) -> Self {
        let due = visit.today().saturating_add(OFFERED_DAYS.days());
        Self {
            fields: Vec::new(),
            pieces: String::new(),
            text,
            due: entry_of(due),
        }
    }

    fn of(entries: &Entries) -> Self {
        Self {
            fields: entries.all("champs").to_vec(),
            pieces: entries.first("pieces").to_owned(),
            text: entries.first("texte").to_owned(),
            due: date_typed(entries, "echeance"),
        }
    }

    /// The act, or what is wrong in what was typed.
    fn checked(&self, visit: &Visit, version: i64) -> Result<Ask, Errors> {
        let mut errors = Errors::none();
        let pieces: Vec<String> = self
            .pieces
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if self.fields.is_empty() && pieces.is_empty() {
            errors.add("champs", visit.say("ask-error-nothing"));
        }
        if self.text.is_empty() {
            errors.add("texte", visit.say("ask-error-text"));
        }
        let due = crate::typed_date::read(&self.due);
        if due.is_none() {
            errors.add("echeance", visit.say("ask-error-date"));
        }
        match due {
            Some(due_on) if !errors.any() => Ok(Ask {
                version,
                text: self.text.clone(),
                fields: self.fields.clone(),
                pieces,
                due_on,
            }),
            _ => Err(errors),
        }
    }
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, typed: Typed, errors: Errors) -> Self {
        Self {
            head: Head::of(visit, view, Sheet::Elsewhere),
            title: visit.say("ask-title"),
            notice: Notice::default(),
            errors,
            steps: steps(visit, view, &typed.fields),
            pieces: typed.pieces,
            texts: reply_links(visit, view, "demander"),
            insert: Insert::of(visit, view, &[Purpose::Request], "demander#texte"),
            text: typed.text,
            most: LONGEST_TEXT,
            due: typed.due,
            told_by_mail: view.dossier.people.contact.email.is_some(),
            visit,
        }
    }

    fn response(&self, status: StatusCode) -> Result<Response, PageError> {
        Ok((status, Html(self.render()?)).into_response())
    }
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    view.may(Act::Ask)?;
    let typed = Typed::offered(&visit, chosen_text(&view, &parameters));
    Page::of(&visit, &view, typed, Errors::none()).response(StatusCode::OK)
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let mut typed = Typed::of(&entries);
    if Inserted::is_asked(&entries) {
        let view = opened(&house, &visit, &desk, &number).await?;
        view.may(Act::Ask)?;
        let Inserted::Text(_, added) = Inserted::of(&visit, &view, &entries) else {
            let errors = Inserted::errors(&visit);
            let page = Page::of(&visit, &view, typed, errors);
            return page.response(StatusCode::UNPROCESSABLE_ENTITY);
        };
        typed.text = appended(&typed.text, &added);
        let mut page = Page::of(&visit, &view, typed, Errors::none());
        // What the agent had read stays what their act answers.
        page.head.version = Seen::sent(&entries).to_string();
        return page.response(StatusCode::OK);
    }
    let tried = Tried {
        seen: Seen::sent(&entries),
        verb: "dossier.requested",
        done: "demande",
    };
    let refused = match typed.checked(&visit, tried.seen.version) {
        Err(errors) => errors,
        Ok(wanted) => {
            let acting = tried.acted(
                &house,
                &visit,
                &desk,
                &number,
                move |ctx, tx, desk, number, _| ask(ctx, tx, desk, number, &wanted),
            );
            let outcome = acting.await;
            match error_of(&visit, &outcome) {
                Some(errors) => errors,
                None => {
                    let answered = tried.answered(&house, &visit, &desk, &number, outcome);
                    return match answered.await? {
                        Ok(response) => Ok(response),
                        Err(Lost(view)) => changed(&visit, &view, tried.seen, typed),
                    };
                }
            }
        }
    };
    let view = opened(&house, &visit, &desk, &number).await?;
    view.may(Act::Ask)?;
    Page::of(&visit, &view, typed, refused).response(StatusCode::UNPROCESSABLE_ENTITY)
}

/// What the act refuses of what was typed.
fn error_of<T>(visit: &Visit, outcome: &Result<T, DossierError>) -> Option<Errors> {
    let mut errors = Errors::none();
    match outcome {
        Err(DossierError::Text { most }) => {
            errors.add("texte", visit.say_with("refusal-text", &[("most", most)]));
        }
        Err(DossierError::DueDate) => errors.add("echeance", visit.say("refusal-due-date")),
        Err(DossierError::NothingAsked | DossierError::NoSuchStep) => {
            errors.add("champs", visit.say("ask-error-nothing"));
        }
        _ => return None,
    }
    Some(errors)
}

/// Somebody acted in between: what was typed is kept in the form when the act is still possible, else beside the dossier.
fn changed(
    visit: &Visit,
    view: &OpenView,
    seen: Seen,
    typed: Typed,
) -> Result<Response, PageError> {
    if !view.can(Act::Ask) {
        return lost(visit, view, seen, &typed.text);
    }
    let mut page = Page::of(visit, view, typed, Errors::none());
    page.notice = Notice::changed(visit, view, seen, "");
    page.response(StatusCode::CONFLICT)
}

/// The questions that the person met, by step.
fn steps(visit: &Visit, view: &OpenView, chosen: &[String]) -> Vec<StepChoices> {
    let mut place = 0;
    let mut steps = Vec::new();
    for met in Journey::once_deposited(&view.revision.form, &view.answers).steps() {
        let mut choices = Vec::new();
        for element in &met.elements {
            let (id, label) = match element {
                JourneyElement::Field(field) if field.is_computed() => continue,
                JourneyElement::Field(field) => (field.id.as_str(), &field.label),
                JourneyElement::Block { block, .. } => (block.id.as_str(), &block.title),
                JourneyElement::Explanation(_) => continue,
            };
            let checked = chosen.iter().any(|own| own == id);
            let label = Said::of(visit, label).text;
            choices.push((place, Choice::new(id, label).checked(checked)));
            place += 1;
        }
        if !choices.is_empty() {
            steps.push(StepChoices {
                title: Said::of(visit, &met.step.title).text,
                choices,
            });
        }
    }
    steps
}
