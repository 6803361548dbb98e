//! The page of the exchanges, and writing to the person.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use parvis_kernel::MessageId;
use parvis_web::{EntriesExt, Errors, House, Link, Message, PageError, Tag, Tone, Visit};

use super::{ReplyLink, SentFiles, chosen_text, reply_links, sent_files};
use crate::desk::Desk;
use crate::error::{DossierError, PieceRefusal};
use crate::message::write_message_once;
use crate::model::{Number, Request as Asking, Sender};
use crate::open::{Head, Notice, OpenView, Sheet, opened, piece_link};
use crate::piece::{self, Place, add_piece};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::said::Said;
use crate::standard_texts::{Insert, Inserted, Purpose, appended};
use crate::text::LONGEST_TEXT;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/echanges", get(show).post(write))
}

/// Requests, messages, and the form to write.
#[derive(Template)]
#[template(path = "exchanges/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    notice: Notice,
    errors: Errors,
    requests: Vec<Asked>,
    messages: Vec<Message>,
    texts: Vec<ReplyLink>,
    insert: Insert,
    id: MessageId,
    text: String,
    most: usize,
    told_by_mail: bool,
}

/// A request, in words.
struct Asked {
    title: String,
    status: Tag,
    text: String,
    items: Vec<String>,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &OpenView, id: MessageId, text: String) -> Self {
        Self {
            head: Head::of(visit, view, Sheet::Exchanges),
            notice: Notice::default(),
            errors: Errors::none(),
            requests: view
                .requests
                .iter()
                .map(|own| asked(visit, view, own))
                .collect(),
            messages: messages(visit, view),
            texts: reply_links(visit, view, "echanges"),
            insert: Insert::of(visit, view, &[Purpose::Message], "echanges#texte"),
            id,
            text,
            most: LONGEST_TEXT,
            told_by_mail: view.dossier.people.contact.email.is_some(),
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
    let text = chosen_text(&view, &parameters);
    let mut page = Page::of(&visit, &view, MessageId::new(), text);
    page.notice = Notice::of(&visit, &parameters);
    Ok(Html(page.render()?))
}

/// Writes to the person, with files. The identifier was drawn with the page: a double click writes once.
async fn write(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let sent = sent_files(&house, &visit, &desk, &number, "exchanges-files", request).await?;
    let id = sent.entries.first("message").parse().unwrap_or_default();
    let mut text = sent.entries.first("texte").to_owned();
    if Inserted::is_asked(&sent.entries) {
        // Nothing is sent yet: files are chosen again with the message.
        piece::forget(&house, &sent.received).await;
        let view = opened(&house, &visit, &desk, &number).await?;
        let mut errors = Errors::none();
        let mut status = StatusCode::OK;
        match Inserted::of(&visit, &view, &sent.entries) {
            Inserted::Text(_, added) => text = appended(&text, &added),
            Inserted::NotAsked | Inserted::Nothing => {
                errors = Inserted::errors(&visit);
                status = StatusCode::UNPROCESSABLE_ENTITY;
            }
        }
        let mut page = Page::of(&visit, &view, id, text);
        page.errors = errors;
        return Ok((status, Html(page.render()?)).into_response());
    }
    let written = if sent.errors.any() {
        Err(DossierError::Piece(PieceRefusal::WrongType))
    } else {
        written(&house, &visit, &desk, &number, id, &text, &sent).await
    };
    if let Ok(false) = &written {
        piece::forget(&house, &sent.received).await;
    }
    sent.forget_unless_kept(&house, &written).await;
    let mut errors = sent.errors;
    match written {
        Ok(_) => {
            let path = format!("/agent/dossiers/{number}/echanges?fait=message");
            return Ok(Redirect::to(&visit.url(&path)).into_response());
        }
        Err(DossierError::Text { most }) => {
            errors.add("texte", visit.say_with("refusal-text", &[("most", most)]));
        }
        Err(_) if errors.any() => {}
        Err(error) => return Err(error.into()),
    }
    let view = opened(&house, &visit, &desk, &number).await?;
    let mut page = Page::of(&visit, &view, id, text);
    page.errors = errors;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// Whether the message was written now, or by an earlier click.
async fn written(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    id: MessageId,
    text: &str,
    sent: &SentFiles,
) -> Result<bool, DossierError> {
    let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
    let (text, files) = (text.to_owned(), sent.placed(&Place::Message(id)));
    let act = house.store.write(move |tx| {
        let is_new = write_message_once(&ctx, tx, &desk, &number, id, &text)?;
        for file in files.iter().filter(|_| is_new) {
            add_piece(&ctx, tx, &desk, &number, file)?;
        }
        Ok(is_new)
    });
    let outcome = act.await;
    house.wake.wake();
    outcome
}

fn messages(visit: &Visit, view: &OpenView) -> Vec<Message> {
    let shown = |message: &crate::model::Message| {
        let at = [("at", visit.date_time(message.at))];
        Message {
            author: author(visit, view, message.sender),
            sent: message.sender != Sender::Usager,
            at: match (message.sender, message.read_at) {
                (Sender::Usager, _) => visit.date_time(message.at),
                (Sender::Service(_) | Sender::House, None) => {
                    visit.say_with("exchanges-unread", &at)
                }
                (Sender::Service(_) | Sender::House, Some(read)) => {
                    let [at] = at;
                    let read = ("read", visit.date_time(read));
                    visit.say_with("exchanges-read", &[at, read])
                }
            },
            datetime: format!("{:.0}", message.at),
            text: message.body.as_str().to_owned(),
            pieces: pieces(visit, view, message),
        }
    };
    view.messages.iter().map(shown).collect()
}

/// The files that came with a message.
fn pieces(visit: &Visit, view: &OpenView, message: &crate::model::Message) -> Vec<Link> {
    let place = Place::Message(message.id).code();
    let pieces = view.pieces.iter().filter(|piece| piece.place == place);
    pieces.map(|piece| piece_link(visit, view, piece)).collect()
}

fn author(visit: &Visit, view: &OpenView, sender: Sender) -> String {
    match sender {
        Sender::Service(agent) if Some(agent) == visit.ctx.actor.agent() => {
            visit.say("queue-me").to_owned()
        }
        Sender::Service(agent) => view.agents.get(&agent).map_or_else(
            || visit.say("queue-somebody").to_owned(),
            parvis_access::Agent::full_name,
        ),
        Sender::House => visit.say("examine-by-house").to_owned(),
        Sender::Usager if view.dossier.people.has_helper() => {
            visit.say("exchanges-by-helper").to_owned()
        }
        Sender::Usager => visit.say("exchanges-by-person").to_owned(),
    }
}

fn asked(visit: &Visit, view: &OpenView, request: &Asking) -> Asked {
    let agent = view.agents.get(&request.agent);
    let agent = agent.map_or_else(
        || visit.say("queue-somebody").to_owned(),
        parvis_access::Agent::full_name,
    );
    let form = &view.revision.form;
    let label = |name: &String| {
        let field = form.field(name).map(|field| &field.label);
        let label = field.or_else(|| form.block(name).map(|block| &block.title));
        label.map_or_else(|| name.clone(), |label| Said::of(visit, label).text)
    };
    let fields = request.asked.fields.iter().map(label);
    Asked {
        title: visit.say_with(
            "exchanges-asked",
            &[("at", visit.date_time(request.at)), ("agent", agent)],
        ),
        status: status(visit, request),
        text: request.asked.text.as_str().to_owned(),
        items: fields.chain(request.asked.pieces.iter().cloned()).collect(),
    }
}

fn status(visit: &Visit, request: &Asking) -> Tag {
    let on = |key: &str, day: String| visit.say_with(key, &[("day", day)]);
    match (request.answered_at, request.lifted_at) {
        (Some(at), _) => Tag::new(on("exchanges-answered", visit.day(at)), Tone::Good),
        (None, Some(at)) => Tag::new(on("exchanges-lifted", visit.day(at)), Tone::Quiet),
        (None, None) if request.due_on < visit.today() => Tag::new(
            on("exchanges-overdue", visit.date(request.due_on)),
            Tone::Bad,
        ),
        (None, None) => Tag::new(
            on("exchanges-awaited", visit.date(request.due_on)),
            Tone::Wait,
        ),
    }
}
