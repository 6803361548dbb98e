//! The list of the notes that call an agent.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use parvis_web::{House, PageError, Pager, Visit};

use super::letter::path;
use super::{MentionsView, UnreadMention, unread};
use crate::request::{AgentVisit, DeskOf};
use crate::said::Said;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/mentions", get(list))
}

#[derive(Template)]
#[template(path = "mention/list.html")]
struct Page<'a> {
    visit: &'a Visit,
    own: String,
    rows: Vec<Row>,
    pager: Pager,
    /// Whether it is another page than the first.
    later: bool,
}

/// A mention, in words.
struct Row {
    number: String,
    href: String,
    procedure: String,
    author: String,
    at: String,
    datetime: String,
}

async fn list(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Query(parameters): Query<HashMap<String, String>>,
) -> Result<Html<String>, PageError> {
    let after = parameters.get("apres").and_then(|id| id.parse().ok());
    let ctx = visit.ctx.clone();
    let reading = house.store.read(move |tx| unread(&ctx, tx, &desk, after));
    let view = reading.await?;
    Ok(Html(Page::of(&visit, &view, after.is_some()).render()?))
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, view: &MentionsView, later: bool) -> Self {
        let next = view.next.map(|id| format!("/agent/mentions?apres={id}"));
        Self {
            own: view.own.full_name(),
            rows: view
                .items
                .iter()
                .map(|item| row(visit, view, item))
                .collect(),
            pager: Pager {
                next: next.map(|path| visit.url(&path)),
                ..Pager::default()
            },
            later,
            visit,
        }
    }
}

fn row(visit: &Visit, view: &MentionsView, item: &UnreadMention) -> Row {
    let author = view.agents.get(&item.author);
    Row {
        number: item.number.to_string(),
        href: visit.url(&path(&item.number, item.note)),
        procedure: Said::of(visit, &item.revision.file.title).text,
        author: author.map_or_else(
            || visit.say("queue-somebody").to_owned(),
            parvis_access::Agent::full_name,
        ),
        at: visit.date_time(item.at),
        datetime: format!("{:.0}", item.at),
    }
}
