//! What is asked of a webhook.

use parvis_outside::Policy;

use crate::error::WebhookError;
use crate::model::Event;

/// Characters at most of a name.
const LONGEST_NAME: usize = 100;

/// What is asked of a new webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWebhook {
    /// What people will call it.
    pub name: String,
    /// The address.
    pub url: String,
    /// What it is told; one event at least.
    pub events: Vec<Event>,
}

/// What is changed of a webhook; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// What people call it.
    pub name: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// What it is told.
    pub events: Option<Vec<Event>>,
}

pub(super) fn name(text: &str) -> Result<String, WebhookError> {
    let name: String = text.chars().filter(|sign| !sign.is_control()).collect();
    let name = name.trim().to_owned();
    match name.is_empty() || text.chars().count() > LONGEST_NAME {
        true => Err(WebhookError::Name { most: LONGEST_NAME }),
        false => Ok(name),
    }
}

/// The address as it is kept: written in one way.
pub(super) fn url(text: &str, policy: Policy) -> Result<String, WebhookError> {
    let checked = parvis_outside::check(text, policy).map_err(WebhookError::Address)?;
    Ok(checked.to_string())
}

pub(super) fn events(asked: &[Event]) -> Result<Vec<Event>, WebhookError> {
    let mut events = asked.to_vec();
    events.retain(|event| *event != Event::Ping);
    events.sort_unstable();
    events.dedup();
    match events.is_empty() {
        true => Err(WebhookError::Events),
        false => Ok(events),
    }
}
