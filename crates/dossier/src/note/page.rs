//! The page of the notes.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_access::Agent;
use parvis_kernel::AgentId;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Tag, Tone, Visit};
use uuid::Uuid;

use super::act::{NewNote, annotate, read_notes};
use crate::desk::Desk;
use crate::error::DossierError;
use crate::mention::{Part, marked};
use crate::model::{Note, Number};
use crate::open::{Head, Notice, OpenView, Sheet};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::text::LONGEST_TEXT;

/// Colleagues who are shown without unfolding anything.
const SHOWN_AT_ONCE: usize = 6;

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
    /// Whom the note may call: those who read the dossier, but for the agent.
    colleagues: Vec<Choice>,
    shown_at_once: usize,
    several: String,
    unfolded: bool,
}

/// A note, in words.
struct Written {
    id: Uuid,
    author: String,
    at: String,
    datetime: String,
    text: Vec<Part>,
    called: String,
    new: Option<Tag>,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, new: &NewNote) -> Self {
        let colleagues = colleagues(visit, view, new);
        let count = [("count", colleagues.len())];
        Self {
            head: Head::of(visit, view, Sheet::Notes),
            notice: Notice::default(),
            errors: Errors::none(),
            notes: view
                .notes
                .iter()
                .map(|note| written(visit, view, note))
                .collect(),
            id: new.id,
            text: new.body.clone(),
            most: LONGEST_TEXT,
            shown_at_once: SHOWN_AT_ONCE,
            several: visit.say_with("mention-several", &count),
            unfolded: colleagues.iter().any(|choice| choice.checked),
            colleagues,
            visit,
        }
    }
}

fn colleagues(visit: &Visit, view: &OpenView, new: &NewNote) -> Vec<Choice> {
    let own = visit.ctx.actor.agent();
    let others = view.colleagues.iter().filter(|one| Some(one.id) != own);
    let choice = |agent: &Agent| {
        Choice::new(agent.id.to_string(), agent.full_name())
            .hint(agent.quality.as_str())
            .checked(new.ticked.contains(&agent.id))
    };
    others.map(choice).collect()
}

fn written(visit: &Visit, view: &OpenView, note: &Note) -> Written {
    let name = |id: AgentId| match view.agents.get(&id) {
        Some(agent) => agent.full_name(),
        None => visit.say("queue-somebody").to_owned(),
    };
    let called = note.mentions.iter();
    let called: Vec<&Agent> = called
        .filter_map(|mention| view.agents.get(&mention.agent))
        .collect();
    let names: Vec<String> = note.mentions.iter().map(|of| name(of.agent)).collect();
    let own = visit.ctx.actor.agent();
    Written {
        id: note.id,
        author: name(note.agent),
        at: visit.date_time(note.at),
        datetime: format!("{:.0}", note.at),
        text: marked(&note.body, &called),
        called: match names.is_empty() {
            true => String::new(),
            false => visit.say_with("mention-told", &[("names", names.join(", "))]),
        },
        new: own
            .is_some_and(|own| note.awaits(own))
            .then(|| Tag::new(visit.say("mention-new"), Tone::Wait)),
    }
}

/// Reads a dossier for the page of its notes.
async fn opened(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, PageError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let reading = house
        .store
        .write(move |tx| read_notes(&ctx, tx, &desk, &number));
    Ok(reading.await?)
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    let blank = NewNote {
        id: Uuid::now_v7(),
        ..NewNote::default()
    };
    let mut page = Page::of(&visit, &view, &blank);
    page.notice = Notice::of(&visit, &parameters);
    Ok(Html(page.render()?))
}

/// The note that a form sent.
fn sent(entries: &Entries) -> NewNote {
    let ticked = entries.all("prevenir").iter();
    NewNote {
        id: entries
            .first("note")
            .parse()
            .unwrap_or_else(|_| Uuid::now_v7()),
        body: entries.first("texte").to_owned(),
        // What is no identifier is of nobody: it is refused like an agent who may not read the dossier.
        ticked: ticked
            .map(|id| id.parse().unwrap_or(AgentId::from_uuid(Uuid::nil())))
            .collect(),
    }
}

async fn write(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let new = sent(&entries);
    let written = {
        let (ctx, desk, number, new) =
            (visit.ctx.clone(), desk.clone(), number.clone(), new.clone());
        let act = house
            .store
            .write(move |tx| annotate(&ctx, tx, &desk, &number, &new));
        act.await
    };
    let (place, error) = match written {
        Ok(()) => {
            house.wake.wake();
            let path = format!("/agent/dossiers/{number}/notes?fait=note");
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        Err(error) => refused(&visit, error)?,
    };
    let view = opened(&house, &visit, &desk, &number).await?;
    let mut page = Page::of(&visit, &view, &new);
    page.errors.add(place, error);
    page.unfolded |= place == "prevenir";
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// What must be corrected, and where.
fn refused(visit: &Visit, error: DossierError) -> Result<(&'static str, String), PageError> {
    let named = |key, name: &str| visit.say_with(key, &[("name", name)]);
    Ok(match error {
        DossierError::Text { most } => ("texte", visit.say_with("refusal-text", &[("most", most)])),
        DossierError::NobodyOfThatName(name) => ("texte", named("mention-error-nobody", &name)),
        DossierError::SeveralOfThatName(name) => ("texte", named("mention-error-several", &name)),
        DossierError::NotAReader => ("prevenir", visit.say("mention-error-reader").to_owned()),
        other => return Err(other.into()),
    })
}
