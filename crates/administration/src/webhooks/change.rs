//! Changing a webhook: what it is called, where it leads, what it is told. Its secret and its state stay.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use parvis_web::{Entries, EntriesExt, Errors, Form, House, PageError, Visit};
use parvis_webhook::{Policy, Settings, Webhook};

use super::WEBHOOKS;
use super::form::{self, Around};
use crate::pages::Frame;
use crate::request::{Agent, done, id};
use crate::services::refuse_reader;

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let own = found(&house, &visit, &webhook).await?;
    let events = own.events.iter().map(|event| event.code().to_owned());
    let entries = Entries::from([
        ("nom".to_owned(), vec![own.name.clone()]),
        ("adresse".to_owned(), vec![own.url.clone()]),
        ("evenements".to_owned(), events.collect()),
    ]);
    page(&visit, &own, &entries, &Errors::none())
}

pub(super) async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(policy): Extension<Policy>,
    Path(webhook): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let asked = Settings {
        name: Some(entries.first("nom").to_owned()),
        url: Some(entries.first("adresse").to_owned()),
        events: Some(form::events(&entries)),
    };
    let (ctx, own) = (visit.ctx.clone(), id(&webhook)?);
    let changed = house
        .store
        .write(move |tx| parvis_webhook::change(&ctx, tx, policy, own, &asked));
    match changed.await {
        Ok(own) => Ok(done(&visit, &path(&own), "enregistre")),
        Err(error) => {
            let errors = form::refused(&visit, error)?;
            let own = found(&house, &visit, &webhook).await?;
            page(&visit, &own, &entries, &errors)
        }
    }
}

async fn found(house: &House, visit: &Visit, webhook: &str) -> Result<Webhook, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id(webhook)?);
    let read = house
        .store
        .read(move |tx| parvis_webhook::find(&ctx, tx, id));
    Ok(read.await?)
}

fn path(own: &Webhook) -> String {
    format!("{WEBHOOKS}/{}", own.id)
}

fn page(
    visit: &Visit,
    own: &Webhook,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
    let title = visit.say_with("admin-webhook-change-title", &[("name", own.name.as_str())]);
    let path = path(own);
    let around = Around {
        frame: Frame::titled(title).back(visit, "admin-webhook-back", &path),
        text: visit.say("admin-webhook-change-text"),
        action: visit.url(&format!("{path}/modifier")),
        button: visit.say("admin-webhook-change-save"),
    };
    form::page(visit, around, entries, errors)
}
