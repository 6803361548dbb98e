//! The JSON Schema of a procedure file, for editors.

use parvis_form::definition::{LANGUAGE_PATTERN, definition_schema};
use serde_json::{Map, Value, json};

use crate::{BegunDrafts, DoorKind, Fate, IdentityRule, Theme};

/// What every file says.
const ALWAYS_REQUIRED: &[&str] = &[
    "slug",
    "title",
    "summary",
    "theme",
    "who_for",
    "what_you_get",
    "papers",
    "cost",
    "delay",
    "doors",
    "service",
    "group",
    "sources",
];
/// What a file says besides, unless it leads to who answers.
const REQUIRED_OF_A_REQUEST: &[&str] = &[
    "minutes",
    "silence",
    "financial",
    "asks_for_decision",
    "identity",
    "retention",
    "declarations",
    "steps",
];

/// The JSON Schema (2020-12) of a procedure file.
///
/// It says the shape; what the law requires of the whole (an effect of silence that fits the request, a text that is
/// cited) is told by [`check`](crate::check).
#[must_use]
pub fn procedure_schema() -> Value {
    let mut schema = definition_schema();
    let Some(root) = schema.as_object_mut() else {
        return schema;
    };
    root.insert("title".to_owned(), json!("A procedure file of Parvis"));
    root.insert("additionalProperties".to_owned(), json!(false));
    root.insert("required".to_owned(), json!(ALWAYS_REQUIRED));
    root.insert("if".to_owned(), json!({ "required": ["orientation"] }));
    root.insert(
        "else".to_owned(),
        json!({ "required": REQUIRED_OF_A_REQUEST }),
    );
    if let Some(Value::Object(properties)) = root.get_mut("properties") {
        properties.extend(presentation());
        properties.extend(rules());
        properties.extend(lists());
    }
    schema
}

fn presentation() -> Map<String, Value> {
    members(json!({
        "slug": word(),
        "title": text("What the person wants to do, in a few words."),
        "summary": text("One sentence of at most 200 letters."),
        "theme": { "enum": Theme::TERMS, "description": "The part of life under which it is listed." },
        "languages": {
            "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": LANGUAGE_PATTERN },
            "description": "The languages beside French in which every text is promised; the linter tells those that lack.",
        },
        "keywords": {
            "type": "object", "patternProperties": { (LANGUAGE_PATTERN): words() }, "additionalProperties": false,
        },
        "who_for": text("Who may make the démarche."),
        "what_you_get": text("What the person receives at the end."),
        "minutes": { "type": "integer", "minimum": 1, "maximum": 240 },
        "cost": {
            "type": "object",
            "properties": { "cents": { "type": "integer", "minimum": 0 }, "words": reference("text") },
            "anyOf": [{ "required": ["cents"] }, { "required": ["words"] }],
            "additionalProperties": false,
        },
        "delay": closed(json!({
            "words": reference("text"),
            "expected_days": { "type": "integer", "minimum": 0, "maximum": 730 },
        }), &["words", "expected_days"]),
    }))
}

fn rules() -> Map<String, Value> {
    let cited = json!({ "type": "string", "minLength": 1 });
    let delay = json!({ "type": "string", "pattern": "^[1-9][0-9]* (days?|months?)$" });
    members(json!({
        "silence": closed(json!({
            "effect": { "enum": ["accepted", "rejected", "none"] },
            "delay": delay, "legal_basis": cited, "delay_basis": cited, "exception": cited,
            "reason": reference("text"),
        }), &["effect"]),
        "financial": { "type": "boolean", "description": "Whether the request is about money (CRPA L231-4 3°)." },
        "asks_for_decision": { "type": "boolean", "description": "Whether a decision is asked for; a report asks none." },
        "identity": { "enum": IdentityRule::TERMS },
        "service": word(),
        "group": word(),
        "routing": {
            "type": "array", "minItems": 1, "maxItems": 50,
            "description": "Which group instructs, by the answers: the first rule that holds. The last one may have no `if`.",
            "items": closed(json!({ "if": { "type": "string" }, "group": word() }), &["group"]),
        },
        "retention": closed(json!({
            "after_decision": reference("retention"), "legal_basis": reference("text"),
            "fate": { "enum": Fate::TERMS, "description": "What becomes of a file then; `archive` when nothing is said." },
        }), &["after_decision", "legal_basis"]),
        "regime": closed(json!({
            "name": reference("text"), "legal_basis": cited, "text": reference("text"),
        }), &["name", "legal_basis", "text"]),
        "commitments": closed(json!({
            "answer_days": { "type": "integer", "minimum": 1, "maximum": 730 },
            "message_days": { "type": "integer", "minimum": 1, "maximum": 60 },
            "satisfaction": { "type": "integer", "minimum": 1, "maximum": 100 },
        }), &[]),
        "payment": closed(json!({
            "iban": field(), "holder": { "type": "string", "description": "`identity`, or the question that says whose account it is." },
            "proof": field(), "amount": { "type": "string", "description": "A CEL expression that proposes the amount." },
            "max": { "type": "string", "pattern": "^[0-9]{1,9}\\.[0-9]{2}$", "description": "The most that a decision may give, in euros." },
            "budget": closed(json!({ "imputation": cited.clone(), "justification": cited.clone() }), &["imputation", "justification"]),
        }), &["iban", "holder", "max", "budget"]),
        "orientation": closed(json!({
            "name": reference("text"), "text": reference("text"),
            "url": { "type": "string", "format": "uri", "pattern": "^https://" },
            "phone": { "type": "string" },
        }), &["name", "text"]),
        "draft_days": { "type": "integer", "minimum": 1, "maximum": 365 },
        "begun_drafts": {
            "enum": BegunDrafts::TERMS,
            "description": "What becomes of drafts begun before this revision whose answers do not all fit it; `may_finish` when nothing is said.",
        },
    }))
}

fn lists() -> Map<String, Value> {
    let line = json!({ "type": "string", "minLength": 1 });
    members(json!({
        "papers": list(0, closed(json!({ "name": reference("text"), "hint": reference("text") }), &["name"])),
        "doors": list(1, closed(json!({
            "kind": { "enum": DoorKind::TERMS }, "text": reference("text"),
        }), &["kind", "text"])),
        "declarations": list(1, reference("text")),
        "reply_texts": list(0, closed(json!({
            "title": reference("text"), "text": reference("text"),
        }), &["title", "text"])),
        "refusal_grounds": list(0, closed(json!({
            "label": reference("text"), "law": reference("text"),
        }), &["label", "law"])),
        "remedies": list(0, json!({
            "type": "object",
            "properties": {
                "kind": { "enum": ["gracious", "hierarchical", "prior", "contentious"] },
                "addressee": line,
                "delay": { "type": "string", "pattern": "^[1-9][0-9]* (days?|months?)$" },
            },
            "required": ["kind", "addressee", "delay"],
        })),
        "closing": list(0, closed(json!({ "code": word(), "label": reference("text") }), &["code", "label"])),
        "sources": list(0, closed(json!({
            "fiche": line, "title": line,
            "date": { "type": "string", "format": "date" },
            "to_confirm": { "type": "boolean" },
        }), &["fiche", "title", "date"])),
        "lint": list(0, closed(json!({
            "rule": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$", "description": "A rule of the linter: see `parvis procedure rules`." },
            "at": { "type": "string", "description": "The step, block, field or word of the procedure where it is kept; everywhere without it." },
            "reason": reference("text"),
        }), &["rule", "reason"])),
    }))
}

fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn closed(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn list(least: usize, items: Value) -> Value {
    json!({ "type": "array", "minItems": least, "items": items })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn text(description: &str) -> Value {
    json!({ "$ref": "#/$defs/text", "description": description })
}

fn word() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$" })
}

fn field() -> Value {
    json!({ "type": "string", "description": "The name of a question." })
}

fn words() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}
