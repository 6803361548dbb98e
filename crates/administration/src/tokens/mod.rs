//! The applications that the organisation lets in by the API: each token, what it may do, from where, until when.

mod new;
mod revoke;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use parvis_access::token::{self, Scope, Token};
use parvis_web::{House, Link, PageError, Tag, Tone, Visit};

use crate::pages::{self, Block, Frame, Item, List};
use crate::request::{Agent, Done};
use crate::services::{Directory, directory};

/// Where they are.
const TOKENS: &str = "/agent/administration/jetons";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/jetons", get(show))
        .route(
            "/agent/administration/jetons/nouveau",
            get(new::begin).post(new::create),
        )
        .route(
            "/agent/administration/jetons/{token}/revoquer",
            get(revoke::ask).post(revoke::revoke),
        )
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| token::list(&ctx, tx));
    let all = read.await?;
    let known = directory(&house, &visit.ctx).await?;
    let mut blocks = vec![Block::Text(visit.say("admin-tokens-text").to_owned())];
    if all.is_empty() {
        blocks.push(Block::Text(visit.say("admin-tokens-none").to_owned()));
    } else {
        blocks.push(Block::List(list(&visit, &known, &all)));
    }
    if visit.administers() {
        let href = visit.url(&format!("{TOKENS}/nouveau"));
        blocks.push(Block::Button(Link::new(visit.say("admin-token-new"), href)));
    }
    let frame = Frame::titled(visit.say("admin-section-tokens")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

fn list(visit: &Visit, known: &Directory, all: &[Token]) -> List {
    let columns = [
        "admin-column-name",
        "admin-token-may",
        "admin-token-where",
        "admin-token-used",
        "admin-column-state",
    ];
    let rows = all.iter().map(|own| {
        vec![
            Item::text(&own.name),
            Item::lines(may(visit, own)),
            Item::lines(limits(visit, known, own)),
            Item::text(used(visit, own)),
            state(visit, own),
        ]
    });
    List {
        caption: visit.say("admin-tokens").to_owned(),
        columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
        rows: rows.collect(),
    }
}

/// What a scope lets do, in words.
fn scope(visit: &Visit, scope: Scope) -> &str {
    visit.say(match scope {
        Scope::ProceduresRead => "admin-token-scope-procedures",
        Scope::DossiersRead => "admin-token-scope-dossiers-read",
        Scope::DossiersWrite => "admin-token-scope-dossiers-write",
        Scope::MessagesWrite => "admin-token-scope-messages",
        Scope::DecisionsRead => "admin-token-scope-decisions",
        Scope::WebhooksManage => "admin-token-scope-webhooks",
    })
}

fn may(visit: &Visit, own: &Token) -> Vec<String> {
    let scopes = own.scopes.iter();
    scopes.map(|one| scope(visit, *one).to_owned()).collect()
}

/// On which dossiers and from where.
fn limits(visit: &Visit, known: &Directory, own: &Token) -> Vec<String> {
    let mut lines: Vec<String> = own
        .groups
        .iter()
        .map(|group| known.group_name(*group).to_owned())
        .collect();
    if !own.procedures.is_empty() {
        let count = [("count", own.procedures.len())];
        lines.push(visit.say_with("admin-token-procedures", &count));
    }
    if lines.is_empty() {
        lines.push(visit.say("admin-token-everything").to_owned());
    }
    match own.networks.is_empty() {
        true => lines.push(visit.say("admin-token-anywhere").to_owned()),
        false => lines.extend(own.networks.iter().map(ToString::to_string)),
    }
    lines
}

fn used(visit: &Visit, own: &Token) -> String {
    match own.last_used_at {
        Some(at) => visit.date_time(at),
        None => visit.say("admin-token-never").to_owned(),
    }
}

fn state(visit: &Visit, own: &Token) -> Item {
    let day = |at| [("day", visit.day(at))];
    let (tag, live) = match own.revoked_at {
        Some(at) => (
            Tag::new(visit.say_with("admin-token-revoked", &day(at)), Tone::Quiet),
            false,
        ),
        None if !own.is_live(visit.ctx.now) => (
            Tag::new(
                visit.say_with("admin-token-ended", &day(own.expires_at)),
                Tone::Quiet,
            ),
            false,
        ),
        None => (
            Tag::new(
                visit.say_with("admin-token-until", &day(own.expires_at)),
                Tone::Good,
            ),
            true,
        ),
    };
    let mut item = Item::tag(Some(tag));
    if live && visit.administers() {
        item.lines = vec![visit.say_with("admin-token-revoke-this", &[("name", &own.name)])];
        item.href = Some(visit.url(&format!("{TOKENS}/{}/revoquer", own.id)));
    }
    item
}
