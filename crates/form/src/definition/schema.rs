//! The JSON Schema of the form part of a procedure file, for editors.

use serde_json::{Map, Value, json};

use super::{LegalGround, Sensitivity, limits};
use crate::answer::Decimal;
use crate::kind::{ColumnType, FileType, Kind, Shape};
use crate::source::Source;

/// The tag of a language, as `LanguageTag` reads it.
pub const LANGUAGE_PATTERN: &str = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

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
            "number": number(),
            "day": { "type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z][a-z0-9_]{0,39})$" },
            "condition": { "type": "string", "minLength": 1, "maxLength": limits::EXPRESSION },
            "checks": {
                "type": "array", "minItems": 1, "maxItems": limits::CHECKS,
                "items": closed(json!({
                    "rule": reference("condition"), "message": reference("text"),
                }), &["rule", "message"]),
            },
            "ineligible": {
                "type": "array", "minItems": 1, "maxItems": limits::INELIGIBLE,
                "items": closed(json!({
                    "if": reference("condition"), "message": reference("text"), "who": reference("text"),
                    "url": { "type": "string", "pattern": "^https://[^\\s]+$", "maxLength": limits::URL },
                }), &["if", "message", "who"]),
            },
            "legal_basis": closed(json!({
                "ground": { "enum": LegalGround::TERMS }, "text": reference("text"),
            }), &["ground", "text"]),
            "retention": { "type": "string", "pattern": "^[1-9][0-9]* (days?|months?|years?)$" },
            "sensitivity": { "enum": Sensitivity::TERMS },
            "data_defaults": closed(data_use(), &[]),
            "option": closed(json!({
                "value": reference("name"), "label": reference("text"), "hint": reference("text"),
            }), &["value", "label"]),
            "listed_option": closed(json!({
                "value": reference("name"), "label": reference("text"),
            }), &["value", "label"]),
            "linked_option": closed(json!({
                "value": reference("name"), "label": reference("text"), "hint": reference("text"),
                "options": { "type": "array", "minItems": 1, "maxItems": limits::OPTIONS, "items": reference("option") },
            }), &["value", "label"]),
            "table": closed(json!({
                "value": reference("name"), "label": reference("text"),
                "columns": { "type": "object", "additionalProperties": { "enum": ColumnType::TERMS } },
                "csv": { "type": "string", "minLength": 1 },
            }), &["value", "label", "csv"]),
            "field": { "oneOf": fields },
            "block": block(),
            "explanation": closed(json!({
                "explanation": reference("text"), "if": reference("condition"),
            }), &["explanation"]),
            "heading": closed(json!({
                "heading": reference("text"), "level": { "enum": [2, 3] }, "if": reference("condition"),
            }), &["heading"]),
            "element": { "oneOf": [
                reference("field"), reference("block"), reference("explanation"), reference("heading"),
            ] },
            "step": closed(json!({
                "step": reference("name"), "title": reference("text"), "intro": reference("text"),
                "if": reference("condition"), "checks": reference("checks"), "ineligible": reference("ineligible"),
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
        {
            "type": "object", "required": ["fr"], "additionalProperties": false,
            "patternProperties": { (LANGUAGE_PATTERN): words },
        },
    ] })
}

/// A number that is exact: an integer, or a text with its decimals.
fn number() -> Value {
    json!({ "oneOf": [
        { "type": "integer" },
        { "type": "string", "pattern": "^-?[0-9]{1,16}(\\.[0-9]{1,6})?$" },
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
            "pages": { "type": "boolean", "description": "Whether each row has its own page." },
            "checks": reference("checks"),
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
        ("required_if", reference("condition")),
        ("checks", reference("checks")),
        ("if", reference("condition")),
        (
            "autocomplete",
            json!({ "type": "string", "pattern": "^[a-z0-9 -]{1,60}$" }),
        ),
    ] {
        properties.insert(name.to_owned(), schema);
    }
    let sources = Source::ALL.iter();
    let sources = sources.filter(|source| source.kinds().contains(&term));
    let sources: Vec<&str> = sources.map(|source| source.term()).collect();
    if !sources.is_empty() {
        properties.insert("source".to_owned(), json!({ "enum": sources }));
    }
    for more in [data_use(), parameters(term)] {
        if let Value::Object(more) = more {
            properties.extend(more);
        }
    }
    let mut required = vec!["field", "label", "kind"];
    if matches!(term, "computed" | "fee") {
        for answered in ["optional", "required_if", "autocomplete"] {
            properties.remove(answered);
        }
    }
    match term {
        "choice" | "choices" | "select" | "linked" => required.push("options"),
        "computed" | "fee" => required.push("value"),
        "table" => required.push("table"),
        _ => {}
    }
    closed(Value::Object(properties), &required)
}

fn parameters(term: &str) -> Value {
    let count = |max: u32| json!({ "type": "integer", "minimum": 1, "maximum": max });
    let flag = json!({ "type": "boolean" });
    let age = json!({ "type": "integer", "minimum": 0, "maximum": 130 });
    let asked = json!({ "enum": ["no", "optional", "required"] });
    match term {
        "short_text" => json!({
            "max_length": count(limits::SHORT_TEXT),
            "pattern": { "type": "string", "minLength": 1, "maxLength": limits::PATTERN },
            "example": { "type": "string", "minLength": 1 }, "pattern_message": reference("text"),
        }),
        "long_text" => json!({ "max_length": count(limits::LONG_TEXT) }),
        "integer" => json!({ "min": { "type": "integer" }, "max": { "type": "integer" } }),
        "decimal" => json!({
            "decimals": { "type": "integer", "minimum": 0, "maximum": Decimal::DECIMALS },
            "min": reference("number"), "max": reference("number"), "unit": reference("text"),
        }),
        "amount" => json!({ "min": reference("number"), "max": reference("number") }),
        "date" => json!({
            "past": flag, "future": flag, "after": reference("day"), "before": reference("day"),
            "min_age": age, "max_age": age,
        }),
        "date_time" => json!({
            "past": flag, "future": flag, "after": reference("day"), "before": reference("day"),
        }),
        "consent" => json!({ "withdrawal": reference("text") }),
        "signature" => json!({ "statement": reference("text") }),
        "select" => json!({ "options": {
            "type": "array", "minItems": 2, "maxItems": limits::OPTIONS, "items": reference("listed_option"),
        } }),
        "vehicle_plate" => json!({ "abroad": flag }),
        "choice" | "choices" => json!({
            "options": {
                "type": "array", "minItems": 1, "maxItems": limits::OPTIONS, "items": reference("option"),
            },
            "other": flag,
        }),
        "table" => json!({ "table": reference("table") }),
        "map" => json!({ "shapes": {
            "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": Shape::TERMS },
        } }),
        "linked" => json!({
            "options": {
                "type": "array", "minItems": 2, "maxItems": limits::OPTIONS, "items": reference("linked_option"),
            },
            "second_label": reference("text"),
        }),
        "commune" => {
            json!({ "scope": { "enum": ["current", "current_and_former"] }, "abroad": flag })
        }
        "identity" => json!({
            "used_name": flag, "birth_date": asked, "birth_place": asked, "min_age": age, "max_age": age,
        }),
        "computed" => json!({
            "value": reference("condition"), "show": flag,
        }),
        "fee" => json!({ "value": reference("condition") }),
        "piece" => json!({
            "max_files": count(limits::FILES),
            "max_size": { "type": "string", "pattern": "^[1-9][0-9]{0,2} ?MB$" },
            "accept": { "type": "array", "minItems": 1, "items": { "enum": FileType::TERMS } },
            "other_way": flag,
        }),
        _ => json!({}),
    }
}
