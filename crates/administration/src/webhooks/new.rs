//! A new webhook, and its secret, shown once.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use parvis_web::{Entries, EntriesExt, Errors, Form, House, PageError, Visit};
use parvis_webhook::{Event, NewWebhook, Policy, WebhookError};

use super::WEBHOOKS;
use super::form::{self, Around};
use crate::pages::{self, Frame};
use crate::request::Agent;
use crate::services::refuse_reader;

pub(super) async fn begin(Agent(visit): Agent) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let every = Event::OF_DOSSIERS.map(|event| event.code().to_owned());
    let entries = Entries::from([("evenements".to_owned(), every.to_vec())]);
    page(&visit, &entries, &Errors::none())
}

fn page(visit: &Visit, entries: &Entries, errors: &Errors) -> Result<Response, PageError> {
    let title = visit.say("admin-webhook-new");
    let around = Around {
        frame: Frame::titled(title).back(visit, "admin-section-webhooks", WEBHOOKS),
        text: visit.say("admin-webhook-new-text"),
        action: visit.url(&format!("{WEBHOOKS}/nouveau")),
        button: title,
    };
    form::page(visit, around, entries, errors)
}

pub(super) async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(policy): Extension<Policy>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let new = NewWebhook {
        name: entries.first("nom").to_owned(),
        url: entries.first("adresse").to_owned(),
        events: form::events(&entries),
    };
    let ctx = visit.ctx.clone();
    let made = house.store.write(move |tx| {
        let webhook = parvis_webhook::create(&ctx, tx, policy, &new)?;
        let secret = parvis_webhook::secret(tx, &webhook);
        Ok::<_, WebhookError>((webhook, secret))
    });
    match made.await {
        Ok((webhook, secret)) => shown_once(&visit, &webhook.id.to_string(), &secret),
        Err(error) => page(&visit, &entries, &form::refused(&visit, error)?),
    }
}

/// The secret, on a page that nothing leads back to.
pub(super) fn shown_once(visit: &Visit, id: &str, secret: &str) -> Result<Response, PageError> {
    let words = pages::SecretWords {
        title: "admin-webhook-secret-title",
        text: "admin-webhook-secret-text",
        label: "admin-webhook-secret",
        kept: "admin-webhook-secret-kept",
    };
    pages::secret_once(visit, &words, secret, &format!("{WEBHOOKS}/{id}"))
}
