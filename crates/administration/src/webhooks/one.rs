//! One webhook: its state, what it was told, and what can be done to it.

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_web::{Form, House, Link, PageError, Row, Visit};
use parvis_webhook::{Delivery, Page, State as Outcome, Suspension, WebhookError};

use super::{WEBHOOKS, new, words};
use crate::pages::{self, Block, Frame, Item, List, Part, Send};
use crate::request::{Agent, Done, done, id};
use crate::services::refuse_reader;

/// Deliveries that the page shows.
const SHOWN: u16 = 50;

pub(super) async fn show(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
    Done(told): Done,
) -> Result<Response, PageError> {
    let page = page(&house, &visit, &webhook).await?;
    let own = &page.webhook;
    let path = visit.url(&format!("{WEBHOOKS}/{}", own.id));
    let mut blocks = vec![Block::Summary(summary(&visit, &page))];
    if visit.administers() {
        blocks.extend(acts(&visit, &page).into_iter().map(Block::Send));
        let to = |key: &str, word: &str| Link::new(visit.say(key), format!("{path}/{word}"));
        let mut links = vec![to("admin-webhook-change", "modifier")];
        if own.suspended.is_none() && !page.deliveries.is_empty() {
            links.push(to("admin-webhook-replay", "renvoyer"));
        }
        links.push(to("admin-webhook-delete", "supprimer"));
        blocks.push(Block::Links(links));
    }
    match page.deliveries.is_empty() {
        true => blocks.push(Block::Text(visit.say("admin-deliveries-none").to_owned())),
        false => blocks.push(Block::List(deliveries(&visit, &page))),
    }
    let frame = Frame::titled(&own.name).back(&visit, "admin-section-webhooks", WEBHOOKS);
    pages::sheet(&visit, &frame.told(told), &blocks)
}

pub(super) async fn page(house: &House, visit: &Visit, text: &str) -> Result<Page, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id(text)?);
    let read = house
        .store
        .read(move |tx| parvis_webhook::deliveries(&ctx, tx, id, None, SHOWN));
    Ok(read.await?)
}

fn summary(visit: &Visit, page: &Page) -> Vec<Row> {
    let own = &page.webhook;
    let events = own.events.iter().map(|event| words::event(visit, *event));
    let events: Vec<&str> = events.collect();
    let mut state = words::state(visit, own).text;
    if let Some(why) = words::why(visit, own) {
        state = format!("{state}\n{why}");
    }
    let row = |key: &str, answer: &str| Row::new(visit.say(key), answer);
    vec![
        row("admin-column-state", &state),
        row("admin-webhook-url", &own.url),
        row("admin-webhook-events", &events.join("\n")),
        row("admin-webhook-made-by", words::maker(visit, own)),
        row("admin-webhook-made-at", &visit.date_time(own.created_at)),
    ]
}

fn acts(visit: &Visit, page: &Page) -> Vec<Send> {
    let own = &page.webhook;
    let send = |word: &str, key: &str| Send {
        action: visit.url(&format!("{WEBHOOKS}/{}/{word}", own.id)),
        text: visit.say(key).to_owned(),
        ..Send::default()
    };
    match own.suspended {
        Some((_, Suspension::TokenEnded)) => vec![],
        Some(_) => vec![send("reprendre", "admin-webhook-resume")],
        None => vec![
            send("essai", "admin-webhook-ping"),
            send("suspendre", "admin-webhook-suspend"),
            send("secret", "admin-webhook-rotate"),
        ],
    }
}

fn deliveries(visit: &Visit, page: &Page) -> List {
    let mut columns = vec![
        "admin-delivery-at",
        "admin-delivery-what",
        "admin-column-state",
        "admin-delivery-answer",
    ];
    let again = visit.administers() && page.webhook.suspended.is_none();
    if again {
        columns.push("admin-column-acts");
    }
    let rows = page.deliveries.iter().map(|own| {
        let mut items = row(visit, own);
        if again {
            items.push(replayed(visit, page, own));
        }
        items
    });
    List {
        caption: visit.say("admin-deliveries").to_owned(),
        columns: columns
            .iter()
            .map(|key| visit.say(key).to_owned())
            .collect(),
        rows: rows.collect(),
    }
}

fn row(visit: &Visit, own: &Delivery) -> Vec<Item> {
    let mut what = vec![words::event(visit, own.event).to_owned()];
    what.extend(own.dossier.as_ref().map(|named| named.number.clone()));
    vec![
        Item::text(visit.date_time(own.created_at)),
        Item::lines(what),
        Item::tag(Some(words::outcome(visit, own))),
        Item::lines(words::answer(visit, own)),
    ]
}

fn replayed(visit: &Visit, page: &Page, own: &Delivery) -> Item {
    if own.state() == Outcome::Waiting {
        return Item::default();
    }
    let path = format!("{WEBHOOKS}/{}/envois/{}", page.webhook.id, own.id);
    let about = own.dossier.as_ref().map(|named| named.number.as_str());
    Item {
        sends: vec![Send {
            action: visit.url(&path),
            text: visit.say("admin-delivery-replay").to_owned(),
            about: format!(
                "{} {}",
                words::event(visit, own.event),
                about.unwrap_or_default()
            ),
            ..Send::default()
        }],
        ..Item::default()
    }
}

/// Sends a test, suspends, resumes, replaces the secret.
pub(super) async fn act(
    State(house): State<House>,
    Agent(visit): Agent,
    Path((webhook, act)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id(&webhook)?);
    let said = match act.as_str() {
        "essai" => "essai",
        "suspendre" => "suspendu",
        "reprendre" => "repris",
        "secret" => "",
        _ => return Err(PageError::not_found()),
    };
    let done_in = house.store.write(move |tx| {
        match act.as_str() {
            "essai" => parvis_webhook::ping(&ctx, tx, id).map(drop)?,
            "suspendre" => parvis_webhook::suspend(&ctx, tx, id)?,
            "reprendre" => parvis_webhook::resume(&ctx, tx, id)?,
            _ => {
                let webhook = parvis_webhook::rotate(&ctx, tx, id)?;
                return Ok::<_, WebhookError>(Some(parvis_webhook::secret(tx, &webhook)));
            }
        }
        Ok(None)
    });
    match done_in.await? {
        Some(secret) => new::shown_once(&visit, &webhook, &secret),
        None => Ok(done(&visit, &format!("{WEBHOOKS}/{webhook}"), said)),
    }
}

pub(super) async fn to_delete(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let page = page(&house, &visit, &webhook).await?;
    let path = format!("{WEBHOOKS}/{}", page.webhook.id);
    let name = [("name", page.webhook.name.as_str())];
    let form = pages::Form {
        frame: Frame::titled(visit.say_with("admin-webhook-delete-title", &name)).back(
            &visit,
            "admin-webhook-back",
            &path,
        ),
        action: visit.url(&format!("{path}/supprimer")),
        parts: vec![Part::Text(
            visit.say("admin-webhook-delete-text").to_owned(),
        )],
        button: visit.say("admin-webhook-delete").to_owned(),
        grave: true,
        ..pages::Form::default()
    };
    pages::form(&visit, &form, &parvis_web::Errors::none())
}

pub(super) async fn delete(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id(&webhook)?);
    house
        .store
        .write(move |tx| parvis_webhook::delete(&ctx, tx, id))
        .await?;
    Ok(done(&visit, WEBHOOKS, "retire"))
}
