//! The JSON Schema of the form part of a procedure file, for editors.

use serde_json::{Map, Value, json};

use super::{LegalGround, Sensitivity, limits};
use crate::kind::{FileType, Kind};

/// The JSON Schema (2020-12) of the form part of a procedure file.
///
/// An object with `$defs` (`text`, `step`, `data_defaults` ...) and the two properties `steps` and
/// `data_defaults`; the schema of the whole procedure file embeds both.
#[must_use]
pub fn definition_schema() -> Value {
    let fields: Vec<_> = Kind::TERMS.iter().map(|term| field(term)).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "steps": { "type": "array", "minItems": 1, "maxItems": limits::STEPS, "items": { "$ref": "#/$defs/step" } },
            "data_defaults": { "$ref": "#/$defs/data_defaults" },
        },
        "required": ["steps"],
        "$defs": {
            "text": text(),
            "name": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$" },
            "condition": { "type": "string", "minLength": 1, "maxLength": limits::EXPRESSION },
            "legal_basis": closed(json!({
                "ground": { "enum": LegalGround::TERMS }, "text": reference("text"),
            }), &["ground", "text"]),
            "retention": { "type": "string", "pattern": "^[1-9][0-9]* (days?|months?|years?)$" },
            "sensitivity": { "enum": Sensitivity::TERMS },
            "data_defaults": closed(data_use(), &[]),
            "option": closed(json!({
                "value": reference("name"), "label": reference("text"), "hint": reference("text"),
            }), &["value", "label"]),
            "field": { "oneOf": fields },
            "block": block(),
            "explanation": closed(json!({
                "explanation": reference("text"), "if": reference("condition"),
            }), &["explanation"]),
            "element": { "oneOf": [reference("field"), reference("block"), reference("explanation")] },
            "step": closed(json!({
                "step": reference("name"), "title": reference("text"), "intro": reference("text"),
                "if": reference("condition"),
                "elements": { "type": "array", "minItems": 1, "items": reference("element") },
            }), &["step", "title", "elements"]),
        },
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn closed(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn text() -> Value {
    let words = json!({ "type": "string", "minLength": 1 });
    json!({ "oneOf": [
        { "type": ["string", "integer"] },
        closed(json!({ "fr": words, "en": words }), &["fr"]),
    ] })
}

fn data_use() -> Value {
    json!({
        "purpose": reference("text"), "legal_basis": reference("legal_basis"),
        "retention": reference("retention"), "sensitivity": reference("sensitivity"),
    })
}

fn block() -> Value {
    let rows = json!({ "type": "integer", "minimum": 0, "maximum": limits::ROWS });
    closed(
        json!({
            "block": reference("name"), "title": reference("text"), "row_title": reference("text"),
            "add_label": reference("text"), "hint": reference("text"), "if": reference("condition"), "min": rows, "max": rows,
            "fields": { "type": "array", "minItems": 1, "items": reference("field") },
        }),
        &["block", "title", "row_title", "fields"],
    )
}

fn field(term: &str) -> Value {
    let mut properties = Map::new();
    properties.insert("kind".to_owned(), json!({ "const": term }));
    for (name, schema) in [
        ("field", reference("name")),
        ("label", reference("text")),
        ("hint", reference("text")),
        ("optional", json!({ "type": "boolean" })),
        ("if", reference("condition")),
        (
            "autocomplete",
            json!({ "type": "string", "pattern": "^[a-z0-9 -]{1,60}$" }),
        ),
    ] {
        properties.insert(name.to_owned(), schema);
    }
    for more in [data_use(), parameters(term)] {
        if let Value::Object(more) = more {
            properties.extend(more);
        }
    }
    let mut required = vec!["field", "label", "kind"];
    if matches!(term, "choice" | "choices") {
        required.push("options");
    }
    closed(Value::Object(properties), &required)
}

fn parameters(term: &str) -> Value {
    let count = |max: u32| json!({ "type": "integer", "minimum": 1, "maximum": max });
    let flag = json!({ "type": "boolean" });
    let asked = json!({ "enum": ["no", "optional", "required"] });
    match term {
        "short_text" => json!({ "max_length": count(limits::SHORT_TEXT) }),
        "long_text" => json!({ "max_length": count(limits::LONG_TEXT) }),
        "integer" => json!({ "min": { "type": "integer" }, "max": { "type": "integer" } }),
        "date" => json!({ "past": flag, "future": flag }),
        "choice" | "choices" => json!({ "options": {
            "type": "array", "minItems": 2, "maxItems": limits::OPTIONS, "items": reference("option"),
        } }),
        "commune" => {
            json!({ "scope": { "enum": ["current", "current_and_former"] }, "abroad": flag })
        }
        "identity" => json!({ "used_name": flag, "birth_date": asked, "birth_place": asked }),
        "piece" => json!({
            "max_files": count(limits::FILES),
            "max_size": { "type": "string", "pattern": "^[1-9][0-9]{0,2} ?MB$" },
            "accept": { "type": "array", "minItems": 1, "items": { "enum": FileType::TERMS } },
            "other_way": flag,
        }),
        _ => json!({}),
    }
}
