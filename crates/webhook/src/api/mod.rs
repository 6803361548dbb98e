//! Webhooks for applications: each looks after its own.

mod document;
mod shown;

use axum::Router;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use parvis_access::token::Scope;
use parvis_kernel::{DeliveryId, Instant, WebhookId};
use parvis_outside::Policy;
use parvis_web::api::{Caller, FieldProblem, Problem, Sent, json};
use parvis_web::{House, PageError};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json as object};

use crate::error::{WebhookError, key_of};
use crate::manage::{self, NewWebhook, Settings};
use crate::model::Event;

pub use document::part;

/// Deliveries of one page.
const PAGE: u16 = 50;

pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route("/api/v1/webhooks", get(list).post(create))
        .route(
            "/api/v1/webhooks/{webhook}",
            get(one).patch(change).delete(delete),
        )
        .route("/api/v1/webhooks/{webhook}/secret", post(rotate))
        .route("/api/v1/webhooks/{webhook}/ping", post(ping))
        .route("/api/v1/webhooks/{webhook}/replay", post(replay_since))
        .route("/api/v1/webhooks/{webhook}/deliveries", get(deliveries))
        .route(
            "/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay",
            post(replay_one),
        )
}

async fn list(State(house): State<House>, caller: Caller) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let ctx = caller.ctx.clone();
    let all = house.store.read(move |tx| manage::list(&ctx, tx)).await?;
    let items: Vec<Value> = all.iter().map(shown::webhook).collect();
    Ok(json(StatusCode::OK, &object!({ "items": items })))
}

/// A webhook to make.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    name: String,
    url: String,
    #[serde(default, deserialize_with = "present")]
    events: Option<Vec<String>>,
}

async fn create(
    State(house): State<House>,
    Extension(policy): Extension<Policy>,
    caller: Caller,
    sent: Sent<New>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let asked = sent.value.events;
    let new = NewWebhook {
        name: sent.value.name,
        url: sent.value.url,
        events: match asked {
            Some(words) => events(&words)?,
            None => Event::OF_DOSSIERS.to_vec(),
        },
    };
    let ctx = caller.ctx.clone();
    let made = house.store.write(move |tx| {
        let webhook = manage::create(&ctx, tx, policy, &new)?;
        let secret = manage::secret(tx, &webhook);
        Ok::<_, WebhookError>((webhook, secret))
    });
    let (webhook, secret) = made.await.map_err(told)?;
    let mut body = shown::webhook(&webhook);
    shown::with_secret(&mut body, &secret);
    Ok(json(StatusCode::CREATED, &body))
}

async fn one(
    State(house): State<House>,
    Path(webhook): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let read = house.store.read(move |tx| manage::find(&ctx, tx, id));
    Ok(json(StatusCode::OK, &shown::webhook(&read.await?)))
}

/// What is changed of a webhook.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    #[serde(default, deserialize_with = "present")]
    name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    url: Option<String>,
    #[serde(default, deserialize_with = "present")]
    events: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present")]
    active: Option<bool>,
}

async fn change(
    State(house): State<House>,
    Extension(policy): Extension<Policy>,
    Path(webhook): Path<String>,
    caller: Caller,
    sent: Sent<Changed>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let active = sent.value.active;
    let settings = Settings {
        name: sent.value.name,
        url: sent.value.url,
        events: sent.value.events.map(|words| events(&words)).transpose()?,
    };
    let changed = house.store.write(move |tx| {
        manage::change(&ctx, tx, policy, id, &settings)?;
        match active {
            Some(true) => manage::resume(&ctx, tx, id)?,
            Some(false) => manage::suspend(&ctx, tx, id)?,
            None => {}
        }
        manage::find(&ctx, tx, id)
    });
    let webhook = changed.await.map_err(told)?;
    Ok(json(StatusCode::OK, &shown::webhook(&webhook)))
}

async fn delete(
    State(house): State<House>,
    Path(webhook): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let deleted = house.store.write(move |tx| manage::delete(&ctx, tx, id));
    deleted.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn rotate(
    State(house): State<House>,
    Path(webhook): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let replaced = house.store.write(move |tx| {
        let webhook = manage::rotate(&ctx, tx, id)?;
        let secret = manage::secret(tx, &webhook);
        Ok::<_, WebhookError>((webhook, secret))
    });
    let (webhook, secret) = replaced.await?;
    let mut body = shown::webhook(&webhook);
    shown::with_secret(&mut body, &secret);
    Ok(json(StatusCode::OK, &body))
}

async fn ping(
    State(house): State<House>,
    Path(webhook): Path<String>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let planned = house.store.write(move |tx| manage::ping(&ctx, tx, id));
    Ok(json(
        StatusCode::ACCEPTED,
        &shown::delivery(&planned.await?),
    ))
}

/// From when on everything is sent again.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Since {
    since: String,
}

async fn replay_since(
    State(house): State<House>,
    Path(webhook): Path<String>,
    caller: Caller,
    sent: Sent<Since>,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let since: Instant = sent.value.since.parse().map_err(|_| {
        let field = FieldProblem::new("/since", "wrong-type", "api-field-wrong-type");
        Problem::fields(vec![field])
    })?;
    let id = webhook_of(&webhook)?;
    let mut count = 0;
    loop {
        let ctx = caller.ctx.clone();
        let some = house
            .store
            .write(move |tx| manage::replay_since(&ctx, tx, id, since));
        match some.await? {
            0 => break,
            replayed => count += replayed,
        }
    }
    Ok(json(StatusCode::ACCEPTED, &object!({ "count": count })))
}

async fn replay_one(
    State(house): State<House>,
    Path((webhook, delivery)): Path<(String, String)>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let delivery = delivery_of(&delivery)?;
    let replayed = house
        .store
        .write(move |tx| manage::replay(&ctx, tx, id, delivery));
    Ok(json(
        StatusCode::ACCEPTED,
        &shown::delivery(&replayed.await?),
    ))
}

/// Where to read on.
#[derive(Debug, Clone, Deserialize)]
struct Asked {
    before: Option<String>,
}

async fn deliveries(
    State(house): State<House>,
    Path(webhook): Path<String>,
    Query(asked): Query<Asked>,
    caller: Caller,
) -> Result<Response, PageError> {
    caller.needs(&house, Scope::WebhooksManage).await?;
    let (ctx, id) = (caller.ctx.clone(), webhook_of(&webhook)?);
    let before = asked.before.as_deref().map(delivery_of).transpose()?;
    let read = house
        .store
        .read(move |tx| manage::deliveries(&ctx, tx, id, before, PAGE));
    let page = read.await?;
    let items: Vec<Value> = page.deliveries.iter().map(shown::delivery).collect();
    let body = object!({ "items": items, "more": page.more });
    Ok(json(StatusCode::OK, &body))
}

fn webhook_of(text: &str) -> Result<WebhookId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

fn delivery_of(text: &str) -> Result<DeliveryId, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// The events of words; the first that is none is pointed at.
fn events(words: &[String]) -> Result<Vec<Event>, PageError> {
    let mut events = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let event = Event::of_code(word).filter(|event| *event != Event::Ping);
        match event {
            Some(event) => events.push(event),
            None => {
                return Err(field(
                    &format!("/events/{place}"),
                    "unknown-event",
                    "api-field-event",
                ));
            }
        }
    }
    Ok(events)
}

/// What a rule refuses in a body, at its place.
fn told(error: WebhookError) -> PageError {
    match error {
        WebhookError::Address(problem) => field("/url", "address", key_of(problem)),
        WebhookError::Name { most } => {
            let problem = FieldProblem::new("/name", "name", "refusal-webhook-name");
            let values = vec![("most", most.to_string())];
            Problem::fields(vec![FieldProblem { values, ..problem }]).into()
        }
        WebhookError::Events => field("/events", "events", "refusal-webhook-events"),
        other => other.into(),
    }
}

fn field(pointer: &str, code: &str, key: &str) -> PageError {
    Problem::fields(vec![FieldProblem::new(pointer, code, key)]).into()
}

/// What may be absent, and is nothing else when it is there: `null` is of the wrong type.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    reader: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(reader).map(Some)
}
