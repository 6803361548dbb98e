//! The list of agents.

use axum::extract::State;
use axum::response::Response;
use parvis_access::staff::{self, Member};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_store::Tx;
use parvis_web::{Entries, EntriesExt, Form, House, Link, PageError, Pager, Tag, Tone, Visit};

use super::AGENTS;
use super::rights::said;
use crate::error::AdministrationError;
use crate::home::unused_since;
use crate::pages::{self, Block, Frame, Item, List, Search};
use crate::request::{Agent, Done};
use crate::services::{Directory, directory};

/// Agents of a page.
const PAGE: usize = 50;
/// Signs of a search at most.
const LONGEST: usize = 100;

/// The agents of a page, and the number of pages; who read the list is kept.
fn read(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<Member>, AdministrationError> {
    let members = staff::all(ctx, tx)?;
    let subject = Subject::organisation(ctx.organisation);
    journal::consulted(ctx, tx, "agents.listed", subject, &[])?;
    Ok(members)
}

pub(super) async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let query = visit.path().split_once('?').map_or("", |(_, query)| query);
    let entries = parvis_web::parse_entries(query.as_bytes())?;
    let page = entries.first("page").parse().unwrap_or(1).max(1);
    let frame = Frame::titled(visit.say("admin-section-agents")).told(told);
    shown(&house, &visit, frame, "", page).await
}

pub(super) async fn search(
    State(house): State<House>,
    Agent(visit): Agent,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let asked: String = typed(&entries);
    shown(
        &house,
        &visit,
        Frame::titled(visit.say("admin-section-agents")),
        &asked,
        1,
    )
    .await
}

fn typed(entries: &Entries) -> String {
    entries.first("q").chars().take(LONGEST).collect()
}

async fn shown(
    house: &House,
    visit: &Visit,
    frame: Frame,
    asked: &str,
    page: usize,
) -> Result<Response, PageError> {
    let known = directory(house, &visit.ctx).await?;
    let ctx = visit.ctx.clone();
    let mut members = house.store.write(move |tx| read(&ctx, tx)).await?;
    members.retain(|member| answers(member, asked));
    let search = Search {
        action: visit.url(AGENTS),
        label: visit.say("admin-agents-search").to_owned(),
        value: asked.to_owned(),
        button: visit.say("admin-agents-search-button").to_owned(),
    };
    let mut blocks = vec![Block::Search(search)];
    if visit.administers() {
        let href = visit.url("/agent/administration/invitations/nouvelle");
        blocks.push(Block::Button(Link::new(
            visit.say("admin-agents-invite"),
            href,
        )));
    }
    let first = (page - 1) * PAGE;
    let rows = members.iter().skip(first).take(PAGE);
    let rows: Vec<Vec<Item>> = rows.map(|member| row(visit, &known, member)).collect();
    if rows.is_empty() {
        blocks.push(Block::Text(visit.say("admin-agents-none").to_owned()));
    } else {
        let columns = [
            "admin-column-agent",
            "admin-column-rights",
            "admin-column-last",
            "admin-column-state",
        ];
        blocks.push(Block::List(List {
            caption: visit.say_with("admin-agents-count", &[("count", members.len())]),
            columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
            rows,
        }));
    }
    let to = |page: usize| Some(visit.url(&format!("{AGENTS}?page={page}")));
    if asked.is_empty() {
        blocks.push(Block::Pager(Pager {
            previous: if page > 1 { to(page - 1) } else { None },
            next: if members.len() > first + PAGE {
                to(page + 1)
            } else {
                None
            },
        }));
    }
    pages::sheet(visit, &frame, &blocks)
}

/// Whether every word of a search is in the name, the address or the quality, whatever the case.
fn answers(member: &Member, asked: &str) -> bool {
    let agent = &member.agent;
    let text = format!("{} {} {}", agent.full_name(), agent.email, agent.quality).to_lowercase();
    asked
        .to_lowercase()
        .split_whitespace()
        .all(|word| text.contains(word))
}

fn row(visit: &Visit, known: &Directory, member: &Member) -> Vec<Item> {
    let agent = &member.agent;
    let href = visit.url(&format!("{AGENTS}/{}", agent.id));
    let last = match member.last_signed_in_at {
        Some(at) => visit.day(at),
        None => visit.say("admin-agent-never").to_owned(),
    };
    vec![
        Item::link(agent.full_name(), href),
        Item::lines(said(visit, known, member)),
        Item::text(last),
        Item::tag(Some(state(visit, member))),
    ]
}

/// Whether the account is open, closed, or open and unused.
pub(super) fn state(visit: &Visit, member: &Member) -> Tag {
    match member.agent.disabled_at {
        Some(_) => Tag::new(visit.say("admin-agent-closed"), Tone::Quiet),
        None if member.is_unused_since(unused_since(visit.ctx.now)) => {
            Tag::new(visit.say("admin-agent-unused"), Tone::Wait)
        }
        None => Tag::new(visit.say("admin-agent-open"), Tone::Good),
    }
}
