//! The pages on a dossier, as agents read it.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Response};
use axum::routing::get;
use parvis_kernel::PieceId;
use parvis_web::{Event, House, Line, Link, PageError, Row, Tag, Tone, Visit};

use super::head::{Head, Sheet, facts};
use super::{Notice, OpenView, open_dossier, told};
use crate::decision_document::DecisionDocument;
use crate::desk::Desk;
use crate::drawn::Place;
use crate::examine;
use crate::model::{Number, Piece, Safety};
use crate::piece::{content, is_shown, read_piece};
use crate::prefill::{self, Reader};
use crate::request::{AgentVisit, DeskOf, number_of};

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/dossiers/{number}", get(file))
        .route("/agent/dossiers/{number}/historique", get(history))
        .route("/agent/dossiers/{number}/decision", get(decision))
        .route("/agent/dossiers/{number}/pieces/{piece}", get(piece))
}

/// Reads a dossier for a page. The trace of the reading is committed before the page leaves.
pub(crate) async fn opened(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, PageError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let view = house
        .store
        .write(move |tx| open_dossier(&ctx, tx, &desk, &number));
    Ok(view.await?)
}

/// Answers and pieces.
#[derive(Template)]
#[template(path = "open/file.html")]
pub(super) struct File<'a> {
    visit: &'a Visit,
    head: Head,
    notice: Notice,
    facts: Vec<Row>,
    steps: Vec<(String, Vec<Row>)>,
    places: Vec<Place>,
    pieces: Vec<PieceShown>,
}

/// A piece of the list. One that may not be opened has no address.
struct PieceShown {
    name: String,
    href: String,
    about: String,
    safety: String,
    tag: Option<Tag>,
    shown: bool,
}

impl<'a> File<'a> {
    pub(super) fn of(visit: &'a Visit, view: &OpenView, notice: Notice) -> Self {
        Self {
            head: Head::of(visit, view, Sheet::File),
            notice,
            facts: facts(visit, view),
            steps: steps(visit, view),
            places: places(visit, view),
            pieces: pieces(visit, view),
            visit,
        }
    }
}

async fn file(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    let notice = Notice::of(&visit, &parameters);
    Ok(Html(File::of(&visit, &view, notice).render()?))
}

/// The answers by step; the pieces of a question are links.
fn steps(visit: &Visit, view: &OpenView) -> Vec<(String, Vec<Row>)> {
    let row = |row: &parvis_form::SummaryRow| {
        let key = match &row.row {
            Some(of) => format!("{} : {}", of.title.words, row.label.words),
            None => row.label.words.clone(),
        };
        // Beside the files themselves, the answer only repeats their names.
        let said = row.words();
        let said: Vec<&str> = said
            .filter(|line| row.pieces.iter().all(|piece| piece.name != *line))
            .collect();
        let mut shown = Row::new(key, &said.join("\n"));
        for entry in &row.pieces {
            let piece = view.pieces.iter().find(|piece| piece.id == entry.id);
            let link = match piece {
                Some(piece) => piece_link(visit, view, piece),
                None => Link::new(entry.name.clone(), piece_href(visit, view, entry.id)),
            };
            shown.lines.push(Line {
                text: link.text.into(),
                href: Some(link.href).filter(|href| !href.is_empty()),
            });
        }
        if shown.lines.is_empty() {
            shown = Row::new(shown.key, visit.say("open-no-answer"));
        }
        shown.note = provenance(visit, view, row).unwrap_or_default().into();
        shown
    };
    let steps = view.summary.iter();
    steps
        .map(|step| {
            (
                step.title.words.clone(),
                step.rows.iter().map(row).collect(),
            )
        })
        .collect()
}

/// The places that may be seen on a map.
fn places(visit: &Visit, view: &OpenView) -> Vec<Place> {
    let rows = view.summary.iter().flat_map(|step| &step.rows);
    rows.filter_map(|row| Place::of(visit, &view.answers, row))
        .collect()
}

/// Where an answer came from, when the person did not type it.
fn provenance(visit: &Visit, view: &OpenView, row: &parvis_form::SummaryRow) -> Option<String> {
    let brought = view.prefilled.of(&row.field)?;
    let field = view.revision.form.field(row.field.as_str())?;
    let about = (field, brought);
    Some(prefill::said(visit, Reader::Agent, about, &view.answers))
}

fn pieces(visit: &Visit, view: &OpenView) -> Vec<PieceShown> {
    let shown = |piece: &Piece| PieceShown {
        name: piece.description.name.as_str().to_owned(),
        href: match piece.examination.safety(view.guard).is_open() {
            true => piece_href(visit, view, piece.id),
            false => String::new(),
        },
        about: visit.say_with(
            "open-piece-about",
            &[
                ("size", visit.size(piece.size)),
                ("at", visit.date_time(piece.created_at)),
            ],
        ),
        safety: examine::about(visit, view.guard, piece),
        tag: match piece.examination.safety(view.guard) {
            Safety::Waiting => Some(Tag::new(visit.say("examine-waits"), Tone::Wait)),
            Safety::Infected => Some(Tag::new(visit.say("examine-blocked"), Tone::Bad)),
            Safety::Clean | Safety::NotExamined => None,
        },
        shown: is_shown(&piece.media_type),
    };
    view.pieces.iter().map(shown).collect()
}

/// A piece as a link; without address, and saying why, when it may not be opened.
pub(crate) fn piece_link(visit: &Visit, view: &OpenView, piece: &Piece) -> Link {
    let name = piece.description.name.as_str();
    let named = |key: &str| Link::new(visit.say_with(key, &[("name", name)]), "");
    match piece.examination.safety(view.guard) {
        Safety::Waiting => named("examine-named-waiting"),
        Safety::Infected => named("examine-named-blocked"),
        Safety::Clean | Safety::NotExamined => Link::new(name, piece_href(visit, view, piece.id)),
    }
}

fn piece_href(visit: &Visit, view: &OpenView, piece: PieceId) -> String {
    let number = &view.dossier.number;
    visit.url(&format!("/agent/dossiers/{number}/pieces/{piece}"))
}

/// The history.
#[derive(Template)]
#[template(path = "open/history.html")]
struct History<'a> {
    visit: &'a Visit,
    head: Head,
    notice: Notice,
    events: Vec<Event>,
}

async fn history(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    let page = History {
        visit: &visit,
        head: Head::of(&visit, &view, Sheet::History),
        notice: Notice::default(),
        events: told::events(&visit, &view),
    };
    Ok(Html(page.render()?))
}

/// The decision, as the person reads it.
#[derive(Template)]
#[template(path = "open/decision.html")]
struct DecisionPage<'a> {
    visit: &'a Visit,
    head: Head,
    document: DecisionDocument,
}

async fn decision(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Html<String>, PageError> {
    let view = opened(&house, &visit, &desk, &number_of(&number)?).await?;
    let decided = view.decided.as_ref().ok_or_else(PageError::not_found)?;
    let acts = view.pieces.iter().filter(|piece| piece.is_of_decision());
    let acts: Vec<Piece> = acts.cloned().collect();
    let page = DecisionPage {
        visit: &visit,
        head: Head::of(&visit, &view, Sheet::Elsewhere),
        document: DecisionDocument::of(&visit, &decided.decision)
            .with_acts(&visit, &acts, |act| piece_href(&visit, &view, act.id)),
    };
    Ok(Html(page.render()?))
}

async fn piece(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path((number, piece)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let id: PieceId = piece.parse().map_err(|_| PageError::not_found())?;
    let ctx = visit.ctx.clone();
    let read = house
        .store
        .write(move |tx| read_piece(&ctx, tx, &desk, &number, id));
    let (piece, key) = read.await?;
    content(&house, &piece, &key).await
}
