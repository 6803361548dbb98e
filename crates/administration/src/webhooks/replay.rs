//! Sending again: one message, or everything since a while.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_kernel::{DeliveryId, Instant, WebhookId};
use parvis_web::{Choice, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{WEBHOOKS, one as webhook_page};
use crate::pages::{self, Field, Frame, Part};
use crate::request::{Agent, done, id};
use crate::services::refuse_reader;

const HOUR: Duration = Duration::from_secs(3600);

/// Since when: the word of the form, the span, what it is called.
const SPANS: [(&str, u32, &str); 4] = [
    ("heure", 1, "admin-replay-hour"),
    ("jour", 24, "admin-replay-day"),
    ("semaine", 24 * 7, "admin-replay-week"),
    ("mois", 24 * 30, "admin-replay-month"),
];

pub(super) async fn begin(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let page = webhook_page::page(&house, &visit, &webhook).await?;
    form(&visit, page.webhook.id, &Errors::none())
}

fn form(visit: &Visit, webhook: WebhookId, errors: &Errors) -> Result<Response, PageError> {
    let path = format!("{WEBHOOKS}/{webhook}");
    let since = Field::new("depuis", visit.say("admin-replay-since"));
    let choices = SPANS.map(|(word, _, key)| Choice::new(word, visit.say(key)));
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-webhook-replay")).back(
            visit,
            "admin-webhook-back",
            &path,
        ),
        action: visit.url(&format!("{path}/renvoyer")),
        parts: vec![
            Part::Text(visit.say("admin-replay-text").to_owned()),
            Part::Radios(since, choices.to_vec()),
        ],
        button: visit.say("admin-delivery-replay").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

pub(super) async fn since(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(webhook): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let id: WebhookId = id(&webhook)?;
    let asked = entries.first("depuis");
    let Some((_, hours, _)) = SPANS.into_iter().find(|(word, ..)| *word == asked) else {
        refuse_reader(&visit)?;
        let mut errors = Errors::none();
        pages::missing(&visit, &mut errors, "depuis", "admin-replay-since");
        return form(&visit, id, &errors);
    };
    let since = visit.ctx.now.checked_sub(HOUR * hours);
    let since = since.unwrap_or(Instant::UNIX_EPOCH);
    loop {
        let ctx = visit.ctx.clone();
        let some = house
            .store
            .write(move |tx| parvis_webhook::replay_since(&ctx, tx, id, since));
        if some.await? == 0 {
            break;
        }
    }
    Ok(done(&visit, &format!("{WEBHOOKS}/{id}"), "renvoye"))
}

pub(super) async fn one(
    State(house): State<House>,
    Agent(visit): Agent,
    Path((webhook, delivery)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (ctx, id) = (visit.ctx.clone(), id::<WebhookId>(&webhook)?);
    let delivery: DeliveryId = delivery.parse().map_err(|_| PageError::not_found())?;
    house
        .store
        .write(move |tx| parvis_webhook::replay(&ctx, tx, id, delivery))
        .await?;
    Ok(done(&visit, &format!("{WEBHOOKS}/{id}"), "renvoye"))
}
