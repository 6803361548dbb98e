//! The journal of security and administration: who did what, when, a sentence each.

mod sentence;
mod verbs;

use std::collections::HashMap;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use parvis_access::{AccessError, Right, Target, authorize, staff};
use parvis_journal as journal;
use parvis_journal::{Cursor, Entry, SecurityQuery, Subject};
use parvis_kernel::{AgentId, Ctx, Instant};
use parvis_store::Tx;
use parvis_web::{Choice, Entries, EntriesExt, House, PageError, Pager, Visit};
use uuid::Uuid;

use crate::error::AdministrationError;
use crate::pages::{self, Block, Field, Frame, Item, List, Part};
use crate::request::Agent;
use crate::services::{Directory, directory};
use sentence::sentence;
use verbs::VERBS;

const EVENTS: &str = "/agent/administration/journal";
/// Entries of a page.
const PAGE: usize = 50;

/// The verbs of the security journal that have a sentence.
pub fn told() -> impl Iterator<Item = &'static str> {
    VERBS.iter().map(|(verb, ..)| *verb)
}

pub(crate) fn routes() -> Router<House> {
    Router::new().route(EVENTS, get(show))
}

/// A page of the journal and the names of those in it. Who read it is kept.
struct View {
    entries: Vec<Entry>,
    names: Names,
}

/// The names of what entries point to.
struct Names {
    agents: HashMap<Uuid, String>,
    known: Directory,
}

impl Names {
    fn of(&self, id: Uuid) -> Option<&str> {
        let service = parvis_kernel::ServiceId::from_uuid(id);
        let group = parvis_kernel::GroupId::from_uuid(id);
        let found = self.agents.get(&id).map(String::as_str);
        let found = found.unwrap_or_else(|| self.known.service_name(service));
        let name = if found.is_empty() {
            self.known.group_name(group)
        } else {
            found
        };
        (!name.is_empty()).then_some(name)
    }
}

fn read(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    query: &SecurityQuery,
) -> Result<(Vec<Entry>, HashMap<Uuid, String>), AdministrationError> {
    authorize(ctx, tx, Right::ReadJournals, Target::Organisation)?;
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let entries = journal::security_page(tx, ctx.organisation, query, most)?;
    let agents = staff::all(ctx, tx)?.into_iter();
    let agents = agents
        .map(|own| (own.agent.id.uuid(), own.agent.full_name()))
        .collect();
    let subject = Subject::organisation(ctx.organisation);
    journal::consulted(ctx, tx, "journal.read", subject, &[])?;
    Ok((entries, agents))
}

async fn show(State(house): State<House>, Agent(visit): Agent) -> Result<Response, PageError> {
    if !visit.sees_administration() {
        return Err(AccessError::Forbidden.into());
    }
    let text = visit.path().split_once('?').map_or("", |(_, query)| query);
    let asked = parvis_web::parse_entries(text.as_bytes())?;
    let query = query(&visit, &asked);
    let known = directory(&house, &visit.ctx).await?;
    let ctx = visit.ctx.clone();
    let (entries, agents) = house.store.write(move |tx| read(&ctx, tx, &query)).await?;
    let view = View {
        entries,
        names: Names { agents, known },
    };
    let mut blocks = vec![Block::Filter(filter(&visit, &asked, &view.names))];
    if view.entries.is_empty() {
        blocks.push(Block::Text(visit.say("admin-events-none").to_owned()));
    } else {
        let columns = ["admin-events-when", "admin-events-what"];
        let row = |entry: &Entry| {
            vec![
                Item::text(visit.date_time(entry.at)),
                Item::text(sentence(&visit, &view.names, entry)),
            ]
        };
        blocks.push(Block::List(List {
            caption: visit.say("admin-events-caption").to_owned(),
            columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
            rows: view.entries.iter().take(PAGE).map(row).collect(),
        }));
    }
    blocks.push(Block::Pager(pager(&visit, &asked, &view.entries)));
    pages::sheet(
        &visit,
        &Frame::titled(visit.say("admin-section-journal")),
        &blocks,
    )
}

/// What is asked for; what cannot be read asks for nothing.
fn query(visit: &Visit, asked: &Entries) -> SecurityQuery {
    let day = |name: &str| asked.first(name).parse::<Date>().ok();
    let start = |date: Date| {
        date.to_zoned(visit.zone())
            .ok()
            .map(|zoned| zoned.timestamp())
    };
    let until = day("au")
        .and_then(|date| date.tomorrow().ok())
        .and_then(start);
    let before = match asked.first("apres").split_once('_') {
        Some((at, id)) => at
            .parse()
            .ok()
            .and_then(|at| Instant::from_microsecond(at).ok())
            .map(|at| Cursor {
                at,
                id: id.to_owned(),
            }),
        None => None,
    };
    let last = until.map(|at| Cursor {
        at,
        id: String::new(),
    });
    SecurityQuery {
        actor: asked.first("qui").parse().ok(),
        verb: Some(asked.first("quoi").to_owned()).filter(|verb| !verb.is_empty()),
        from: day("du").and_then(start).unwrap_or(Instant::UNIX_EPOCH),
        before: before.or(last).unwrap_or_else(Cursor::start),
    }
}

fn filter(visit: &Visit, asked: &Entries, names: &Names) -> Vec<Part> {
    let mut agents: Vec<(&Uuid, &String)> = names.agents.iter().collect();
    agents.sort_by(|one, other| one.1.cmp(other.1));
    let everybody = Choice::new("", visit.say("admin-events-everybody"));
    let who = agents.into_iter().map(|(id, name)| {
        let id = AgentId::from_uuid(*id).to_string();
        let chosen = asked.first("qui") == id;
        Choice::new(id, name.as_str()).checked(chosen)
    });
    let everything = Choice::new("", visit.say("admin-events-everything"));
    let what = VERBS.iter().map(|(verb, _, label)| {
        Choice::new(*verb, visit.say(label)).checked(asked.first("quoi") == *verb)
    });
    let date = |name: &str, key: &str| {
        let field = Field::new(name, visit.say(key)).value(asked.first(name));
        Part::Input(field.kind("date").width("10").optional())
    };
    vec![
        Part::Select(
            Field::new("qui", visit.say("admin-events-who")),
            std::iter::once(everybody).chain(who).collect(),
        ),
        Part::Select(
            Field::new("quoi", visit.say("admin-events-what")),
            std::iter::once(everything).chain(what).collect(),
        ),
        date("du", "admin-events-from"),
        date("au", "admin-events-to"),
    ]
}

/// The next page keeps what is asked for; the way back is the browser's.
fn pager(visit: &Visit, asked: &Entries, entries: &[Entry]) -> Pager {
    let last = entries.get(PAGE - 1).filter(|_| entries.len() > PAGE);
    let next = last.map(|entry| {
        let kept = ["qui", "quoi", "du", "au"].map(|name| {
            let value = asked.first(name);
            let plain = value
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "-._".contains(sign));
            if plain && !value.is_empty() {
                format!("{name}={value}&")
            } else {
                String::new()
            }
        });
        visit.url(&format!(
            "{EVENTS}?{}apres={}_{}",
            kept.concat(),
            entry.at.as_microsecond(),
            entry.id
        ))
    });
    Pager {
        previous: None,
        next,
    }
}
