//! Webhooks and deliveries as applications see them.

use parvis_kernel::Personal;
use serde_json::{Map, Value, json};

use crate::model::{Delivery, Webhook};

/// A webhook, without its secret.
pub(super) fn webhook(webhook: &Webhook) -> Value {
    let events: Vec<&str> = webhook.events.iter().map(|event| event.code()).collect();
    let mut told = Map::new();
    told.insert("id".to_owned(), json!(webhook.id));
    told.insert("name".to_owned(), json!(webhook.name));
    told.insert("url".to_owned(), json!(webhook.url));
    told.insert("events".to_owned(), json!(events));
    told.insert("active".to_owned(), json!(webhook.suspended.is_none()));
    told.insert(
        "created_at".to_owned(),
        json!(webhook.created_at.to_string()),
    );
    if let Some((at, why)) = webhook.suspended {
        told.insert("suspended_at".to_owned(), json!(at.to_string()));
        told.insert("suspended_for".to_owned(), json!(why.code()));
    }
    if let Some(since) = webhook.failing_since {
        told.insert("failing_since".to_owned(), json!(since.to_string()));
    }
    if let Some(at) = webhook.rotated_at {
        told.insert("secret_replaced_at".to_owned(), json!(at.to_string()));
    }
    Value::Object(told)
}

/// Adds the secret, where it is told: when the webhook is made, and when the secret is replaced.
pub(super) fn with_secret(told: &mut Value, secret: &Personal<String>) {
    if let Value::Object(told) = told {
        told.insert("secret".to_owned(), json!(secret.as_str()));
    }
}

/// A delivery.
pub(super) fn delivery(delivery: &Delivery) -> Value {
    let mut told = Map::new();
    told.insert("id".to_owned(), json!(delivery.id));
    told.insert("event".to_owned(), json!(delivery.event.code()));
    told.insert("state".to_owned(), json!(delivery.state().code()));
    told.insert(
        "happened_at".to_owned(),
        json!(delivery.happened_at.to_string()),
    );
    told.insert("attempts".to_owned(), json!(delivery.attempts));
    if let Some(named) = &delivery.dossier {
        told.insert("number".to_owned(), json!(named.number));
    }
    let ended = delivery.delivered_at.or(delivery.given_up_at);
    match ended {
        Some(at) => told.insert("ended_at".to_owned(), json!(at.to_string())),
        None => told.insert(
            "next_attempt_at".to_owned(),
            json!(delivery.next_attempt_at.to_string()),
        ),
    };
    if let Some(status) = delivery.status {
        told.insert("status".to_owned(), json!(status));
    }
    if let Some(reason) = &delivery.reason {
        told.insert("reason".to_owned(), json!(reason));
    }
    Value::Object(told)
}
