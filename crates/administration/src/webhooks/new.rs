//! A new webhook, and its secret, shown once.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, Link, PageError, Row, Visit};
use parvis_webhook::{Event, NewWebhook, Policy, WebhookError};

use super::{WEBHOOKS, words};
use crate::pages::{self, Block, Field, Frame, Part};
use crate::request::Agent;
use crate::services::refuse_reader;

pub(super) async fn begin(Agent(visit): Agent) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let every = Event::OF_DOSSIERS.map(|event| event.code().to_owned());
    let entries = Entries::from([("evenements".to_owned(), every.to_vec())]);
    page(&visit, &entries, &Errors::none())
}

fn page(visit: &Visit, entries: &Entries, errors: &Errors) -> Result<Response, PageError> {
    let name = Field::new("nom", visit.say("admin-column-name")).value(entries.first("nom"));
    let url = Field::new("adresse", visit.say("admin-webhook-url")).value(entries.first("adresse"));
    let url = url.hint(visit.say("admin-webhook-url-hint")).kind("url");
    let told = Field::new("evenements", visit.say("admin-webhook-events"));
    let chosen = entries.all("evenements");
    let choices = Event::OF_DOSSIERS.map(|event| {
        let code = event.code().to_owned();
        let checked = chosen.contains(&code);
        Choice::new(code, words::event(visit, event)).checked(checked)
    });
    let form = pages::Form {
        frame: Frame::titled(visit.say("admin-webhook-new")).back(
            visit,
            "admin-section-webhooks",
            WEBHOOKS,
        ),
        action: visit.url(&format!("{WEBHOOKS}/nouveau")),
        parts: vec![
            Part::Text(visit.say("admin-webhook-new-text").to_owned()),
            Part::Input(name.hint(visit.say("admin-webhook-name-hint")).width("20")),
            Part::Input(url),
            Part::Boxes(told, choices.to_vec()),
        ],
        button: visit.say("admin-webhook-new").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

pub(super) async fn create(
    State(house): State<House>,
    Agent(visit): Agent,
    Extension(policy): Extension<Policy>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let events = entries.all("evenements").iter();
    let new = NewWebhook {
        name: entries.first("nom").to_owned(),
        url: entries.first("adresse").to_owned(),
        events: events.filter_map(|code| Event::of_code(code)).collect(),
    };
    let ctx = visit.ctx.clone();
    let made = house.store.write(move |tx| {
        let webhook = parvis_webhook::create(&ctx, tx, policy, &new)?;
        let secret = parvis_webhook::secret(tx, &webhook);
        Ok::<_, WebhookError>((webhook, secret))
    });
    match made.await {
        Ok((webhook, secret)) => shown_once(&visit, &webhook.id.to_string(), &secret),
        Err(error) => page(&visit, &entries, &refused(&visit, error)?),
    }
}

fn refused(visit: &Visit, error: WebhookError) -> Result<Errors, PageError> {
    let field = match error {
        WebhookError::Name { .. } => "nom",
        WebhookError::Address(_) | WebhookError::AlreadyThere => "adresse",
        WebhookError::Events => "evenements",
        other => return Err(other.into()),
    };
    let refusal = error.refusal()?;
    let mut errors = Errors::none();
    errors.add(field, visit.say_with(refusal.key, &refusal.values));
    Ok(errors)
}

/// The secret, on a page that nothing leads back to.
pub(super) fn shown_once(visit: &Visit, id: &str, secret: &str) -> Result<Response, PageError> {
    let path = format!("{WEBHOOKS}/{id}");
    let blocks = [
        Block::Text(visit.say("admin-webhook-secret-text").to_owned()),
        Block::Summary(vec![Row::new(visit.say("admin-webhook-secret"), secret)]),
        Block::Button(Link::new(
            visit.say("admin-webhook-secret-kept"),
            visit.url(&path),
        )),
    ];
    let frame = Frame::titled(visit.say("admin-webhook-secret-title"));
    pages::sheet(visit, &frame, &blocks)
}
