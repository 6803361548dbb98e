//! What a message says: identifiers, a type, an instant, where to read more. Nothing of a person.

use parvis_web::api::ROOT;
use serde_json::json;

use crate::model::Delivery;

/// The body, the same at each try. `root` is where the pages of the organisation are.
pub(super) fn written(delivery: &Delivery, root: &str) -> String {
    let data = match &delivery.dossier {
        Some(named) => json!({
            "id": named.id,
            "number": named.number,
            "procedure": named.procedure,
            "url": format!("{root}{ROOT}/dossiers/{}", named.number),
        }),
        None => json!({
            "id": delivery.webhook,
            "url": format!("{root}{ROOT}/webhooks/{}", delivery.webhook),
        }),
    };
    let body = json!({
        "type": delivery.event.code(),
        "timestamp": delivery.happened_at.to_string(),
        "data": data,
    });
    body.to_string()
}
