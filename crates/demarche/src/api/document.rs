//! What the document of the API says of procedures.

use parvis_access::token::Scope;
use parvis_web::api::document::{Operation, Part, object, reference};
use serde_json::json;

/// The calls and the schemas of procedures.
#[must_use]
pub fn part() -> Part {
    let new =
        |path, id: &str, words: &str| Operation::new("get", path, id, words, Scope::ProceduresRead);
    Part {
        operations: vec![
            new("/procedures", "procedures.list", "The published procedures").answers(
                200,
                "The published revision of each procedure",
                "Procedures",
            ),
            new(
                "/procedures/{slug}",
                "procedures.read",
                "The published revision of a procedure",
            )
            .answers(200, "The revision", "Procedure"),
            new(
                "/procedures/{slug}/revisions/{revision}",
                "procedures.revision",
                "A revision, published or not any more: the one that a dossier answers",
            )
            .answers(200, "The revision", "Procedure"),
            new(
                "/procedures/{slug}/revisions/{revision}/answers-schema",
                "procedures.schema",
                "The JSON Schema (2020-12) of the answers to a revision",
            )
            .answers(200, "The schema", "JsonSchema"),
        ],
        schemas: vec![
            (
                "Procedures",
                object(
                    json!({ "items": { "type": "array", "items": reference("Procedure") } }),
                    &["items"],
                ),
            ),
            ("Procedure", procedure()),
            (
                "Text",
                json!({
                    "type": "object", "required": ["fr"],
                    "description": "A text by language (BCP 47): French, and the others in which it was written.",
                    "properties": { "fr": { "type": "string" } },
                    "additionalProperties": { "type": "string" },
                }),
            ),
            (
                "JsonSchema",
                json!({ "type": "object", "additionalProperties": true }),
            ),
        ],
    }
}

fn procedure() -> serde_json::Value {
    object(
        json!({
            "procedure": { "type": "string", "description": "Its name in addresses." },
            "revision": { "type": "string", "format": "uuid" },
            "number": { "type": "integer", "minimum": 1 },
            "published_at": { "type": "string", "format": "date-time" },
            "title": reference("Text"),
            "summary": reference("Text"),
            "asks_for_decision": { "type": "boolean" },
            "anonymous_allowed": { "type": "boolean", "description": "Whether a dossier may be begun without saying for whom." },
            "made_here": { "type": "boolean", "description": "Whether a dossier can be begun; otherwise the page of the procedure says who answers." },
            "declarations": { "type": "array", "items": reference("Text"), "description": "What the person declares at deposit." },
        }),
        &[
            "procedure",
            "revision",
            "number",
            "published_at",
            "title",
            "summary",
            "asks_for_decision",
            "anonymous_allowed",
            "made_here",
            "declarations",
        ],
    )
}
