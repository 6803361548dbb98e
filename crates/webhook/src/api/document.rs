//! What the document of the API says of webhooks.

use parvis_access::token::Scope;
use parvis_web::api::document::{Operation, Part, object, query, reference};
use serde_json::{Value, json};

use crate::model::Event;

/// The calls and the schemas of webhooks.
#[must_use]
pub fn part() -> Part {
    Part {
        operations: operations(),
        schemas: vec![
            ("Webhooks", items("Webhook")),
            ("Webhook", webhook(false)),
            ("WebhookWithSecret", webhook(true)),
            ("NewWebhook", new()),
            ("WebhookChange", change()),
            ("WebhookReplay", since()),
            ("WebhookReplayed", replayed()),
            ("WebhookDelivery", delivery()),
            ("WebhookDeliveries", deliveries()),
        ],
    }
}

fn operations() -> Vec<Operation> {
    let new = |method, path, id: &str, words: &str| {
        Operation::new(method, path, id, words, Scope::WebhooksManage)
    };
    vec![
        new(
            "get",
            "/webhooks",
            "webhooks.list",
            "The webhooks of the application",
        )
        .answers(200, "All of them", "Webhooks"),
        new(
            "post",
            "/webhooks",
            "webhooks.create",
            "Has what happens told to an address, signed as Standard Webhooks asks",
        )
        .body("NewWebhook")
        .answers(
            201,
            "The webhook, and its secret for the only time",
            "WebhookWithSecret",
        )
        .problems(&[409]),
        new("get", "/webhooks/{webhook}", "webhooks.read", "A webhook").answers(
            200,
            "The webhook",
            "Webhook",
        ),
        new(
            "patch",
            "/webhooks/{webhook}",
            "webhooks.change",
            "Changes what is named; suspends or resumes",
        )
        .body("WebhookChange")
        .answers(200, "The webhook", "Webhook")
        .problems(&[409]),
        new(
            "delete",
            "/webhooks/{webhook}",
            "webhooks.delete",
            "Forgets a webhook and its deliveries",
        )
        .answers_with(204, json!({ "description": "Forgotten" })),
        new(
            "post",
            "/webhooks/{webhook}/secret",
            "webhooks.replace_secret",
            "Replaces the secret; the one before signs beside it for 24 hours",
        )
        .answers(
            200,
            "The webhook, and its new secret for the only time",
            "WebhookWithSecret",
        ),
        new(
            "post",
            "/webhooks/{webhook}/ping",
            "webhooks.ping",
            "Sends a test",
        )
        .answers(202, "The test", "WebhookDelivery")
        .problems(&[409]),
        new(
            "get",
            "/webhooks/{webhook}/deliveries",
            "webhooks.deliveries",
            "What was told in the last thirty days, the latest first",
        )
        .with(query(
            "before",
            "The last delivery of the page before.",
            false,
            json!({ "type": "string", "format": "uuid" }),
        ))
        .answers(200, "Some of it", "WebhookDeliveries"),
        new(
            "post",
            "/webhooks/{webhook}/deliveries/{delivery}/replay",
            "webhooks.replay_one",
            "Sends one delivery again, under the same identifier",
        )
        .answers(202, "The delivery", "WebhookDelivery")
        .problems(&[409]),
        new(
            "post",
            "/webhooks/{webhook}/replay",
            "webhooks.replay_since",
            "Sends again everything planned since an instant",
        )
        .body("WebhookReplay")
        .answers(202, "How many", "WebhookReplayed")
        .problems(&[409]),
    ]
}

fn items(schema: &str) -> Value {
    object(
        json!({ "items": { "type": "array", "items": reference(schema) } }),
        &["items"],
    )
}

fn events() -> Value {
    let words: Vec<&str> = Event::OF_DOSSIERS
        .iter()
        .map(|event| event.code())
        .collect();
    json!({ "type": "array", "minItems": 1, "items": { "type": "string", "enum": words } })
}

fn name() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": 100 })
}

fn url() -> Value {
    json!({ "type": "string", "format": "uri", "maxLength": 2000, "description": "https only, on the public Internet." })
}

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

fn new() -> Value {
    let mut schema = object(
        json!({ "name": name(), "url": url(), "events": events() }),
        &["name", "url"],
    );
    if let Value::Object(schema) = &mut schema {
        let example = json!({ "name": "Portail familles", "url": "https://portail.rochebrune.example/parvis", "events": ["dossier.decided"] });
        schema.insert("examples".to_owned(), json!([example]));
    }
    schema
}

fn change() -> Value {
    object(
        json!({
            "name": name(),
            "url": url(),
            "events": events(),
            "active": { "type": "boolean", "description": "False suspends; true resumes, beginning with what waited." },
        }),
        &[],
    )
}

fn since() -> Value {
    object(json!({ "since": instant() }), &["since"])
}

fn replayed() -> Value {
    object(
        json!({ "count": { "type": "integer", "minimum": 0 } }),
        &["count"],
    )
}

fn webhook(with_secret: bool) -> Value {
    let mut properties = json!({
        "id": { "type": "string", "format": "uuid" },
        "name": { "type": "string" },
        "url": { "type": "string", "format": "uri" },
        "events": events(),
        "active": { "type": "boolean" },
        "created_at": instant(),
        "suspended_at": instant(),
        "suspended_for": { "type": "string", "enum": ["asked", "failing", "gone", "token-ended", "moved"] },
        "failing_since": instant(),
        "secret_replaced_at": instant(),
    });
    let mut required = vec!["id", "name", "url", "events", "active", "created_at"];
    if let (true, Value::Object(properties)) = (with_secret, &mut properties) {
        let secret = json!({ "type": "string", "pattern": "^whsec_", "description": "Told once." });
        properties.insert("secret".to_owned(), secret);
        required.push("secret");
    }
    object(properties, &required)
}

fn delivery() -> Value {
    object(
        json!({
            "id": { "type": "string", "format": "uuid", "description": "The header webhook-id, the same at each try." },
            "event": { "type": "string" },
            "state": { "type": "string", "enum": ["waiting", "delivered", "given_up"] },
            "number": { "type": "string", "description": "The dossier; absent for a test." },
            "happened_at": instant(),
            "attempts": { "type": "integer", "minimum": 0 },
            "next_attempt_at": instant(),
            "ended_at": instant(),
            "status": { "type": "integer", "description": "What the receiver answered at the last try." },
            "reason": { "type": "string", "enum": ["address", "name", "connection", "certificate", "timeout", "redirect", "status", "gone"] },
        }),
        &["id", "event", "state", "happened_at", "attempts"],
    )
}

fn deliveries() -> Value {
    object(
        json!({
            "items": { "type": "array", "items": reference("WebhookDelivery") },
            "more": { "type": "boolean" },
        }),
        &["items", "more"],
    )
}
