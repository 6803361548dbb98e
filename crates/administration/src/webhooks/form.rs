//! The form of a webhook: what it is called, where it leads, what it is told.

use axum::response::Response;
use parvis_web::{Choice, Entries, EntriesExt, Errors, PageError, Visit};
use parvis_webhook::{Event, WebhookError};

use super::words;
use crate::pages::{self, Field, Frame, Part};

/// What stands around the form.
pub(super) struct Around<'a> {
    pub(super) frame: Frame,
    /// What is said above it.
    pub(super) text: &'a str,
    /// Where it is sent.
    pub(super) action: String,
    /// What its button says.
    pub(super) button: &'a str,
}

pub(super) fn page(
    visit: &Visit,
    around: Around<'_>,
    entries: &Entries,
    errors: &Errors,
) -> Result<Response, PageError> {
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
        frame: around.frame,
        action: around.action,
        parts: vec![
            Part::Text(around.text.to_owned()),
            Part::Input(name.hint(visit.say("admin-webhook-name-hint")).width("20")),
            Part::Input(url),
            Part::Boxes(told, choices.to_vec()),
        ],
        button: around.button.to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

/// The events whose boxes are ticked.
pub(super) fn events(entries: &Entries) -> Vec<Event> {
    let codes = entries.all("evenements").iter();
    codes.filter_map(|code| Event::of_code(code)).collect()
}

/// What is refused of what was typed, beside its field; anything else is no matter of the form.
pub(super) fn refused(visit: &Visit, error: WebhookError) -> Result<Errors, PageError> {
    let field = match error {
        WebhookError::Name { .. } => "nom",
        WebhookError::Address(_) | WebhookError::AlreadyThere => "adresse",
        WebhookError::Events => "evenements",
        other => return Err(other.into()),
    };
    Ok(pages::refused(visit, field, &error.refusal()?))
}
