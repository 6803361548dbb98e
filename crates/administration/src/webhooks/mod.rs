//! What is told to applications: each webhook, its state, what it was told, what can be sent again.

mod change;
mod form;
mod new;
mod one;
mod replay;
mod words;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use parvis_web::{House, Link, PageError, Visit};
use parvis_webhook::Webhook;

use crate::pages::{self, Block, Frame, Item, List};
use crate::request::{Agent, Done};

/// Where they are.
const WEBHOOKS: &str = "/agent/administration/webhooks";

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/agent/administration/webhooks", get(show))
        .route(
            "/agent/administration/webhooks/nouveau",
            get(new::begin).post(new::create),
        )
        .route("/agent/administration/webhooks/{webhook}", get(one::show))
        .route(
            "/agent/administration/webhooks/{webhook}/renvoyer",
            get(replay::begin).post(replay::since),
        )
        .route(
            "/agent/administration/webhooks/{webhook}/envois/{delivery}",
            post(replay::one),
        )
        .route(
            "/agent/administration/webhooks/{webhook}/modifier",
            get(change::begin).post(change::change),
        )
        .route(
            "/agent/administration/webhooks/{webhook}/supprimer",
            get(one::to_delete).post(one::delete),
        )
        .route(
            "/agent/administration/webhooks/{webhook}/{act}",
            post(one::act),
        )
}

async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Done(told): Done,
) -> Result<Response, PageError> {
    let ctx = visit.ctx.clone();
    let read = house.store.read(move |tx| parvis_webhook::list(&ctx, tx));
    let all = read.await?;
    let mut blocks = vec![Block::Text(visit.say("admin-webhooks-text").to_owned())];
    if all.is_empty() {
        blocks.push(Block::Text(visit.say("admin-webhooks-none").to_owned()));
    } else {
        let columns = [
            "admin-column-name",
            "admin-webhook-url",
            "admin-webhook-made-by",
            "admin-column-state",
        ];
        blocks.push(Block::List(List {
            caption: visit.say("admin-webhooks").to_owned(),
            columns: columns.map(|key| visit.say(key).to_owned()).to_vec(),
            rows: all.iter().map(|own| row(&visit, own)).collect(),
        }));
    }
    if visit.administers() {
        let href = visit.url(&format!("{WEBHOOKS}/nouveau"));
        blocks.push(Block::Button(Link::new(
            visit.say("admin-webhook-new"),
            href,
        )));
    }
    let frame = Frame::titled(visit.say("admin-section-webhooks")).told(told);
    pages::sheet(&visit, &frame, &blocks)
}

fn row(visit: &Visit, own: &Webhook) -> Vec<Item> {
    vec![
        Item::link(&own.name, visit.url(&format!("{WEBHOOKS}/{}", own.id))),
        Item::text(&own.url),
        Item::text(words::maker(visit, own)),
        Item::tag(Some(words::state(visit, own))),
    ]
}
