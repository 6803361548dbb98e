//! The SARIF output has the shape that the standard requires.

use parvis_kernel::Language;
use serde_json::{Value, json};

use super::{found, with};
use crate::{Unreadable, rules, sarif};

/// What SARIF 2.1.0 requires of what the house writes (§ 3.13 `sarifLog`, § 3.14 `run`, § 3.18 `tool`, § 3.19 `toolComponent`,
/// § 3.27 `result`, § 3.28 `location`, § 3.30 `region`, § 3.49 `reportingDescriptor`, § 3.20 `invocation`, § 3.58
/// `notification`), with nothing else than the members used here.
fn shape() -> Value {
    let text = json!({ "type": "object", "required": ["text"], "properties": { "text": { "type": "string", "minLength": 1 } }, "additionalProperties": false });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let location = json!({
        "type": "object",
        "required": ["physicalLocation"],
        "additionalProperties": false,
        "properties": {
            "physicalLocation": {
                "type": "object",
                "required": ["artifactLocation", "region"],
                "additionalProperties": false,
                "properties": {
                    "artifactLocation": { "type": "object", "required": ["uri"], "properties": { "uri": { "type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$" } } },
                    "region": { "type": "object", "required": ["startLine"], "additionalProperties": false, "properties": {
                        "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 },
                    } },
                },
            },
            "logicalLocations": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } },
        },
    });
    let rule = json!({
        "type": "object", "required": ["id"], "additionalProperties": false,
        "properties": {
            "id": { "type": "string" }, "shortDescription": text, "fullDescription": text, "help": text,
            "defaultConfiguration": { "type": "object", "properties": { "level": level }, "additionalProperties": false },
            "properties": { "type": "object" },
        },
    });
    let result = json!({
        "type": "object", "required": ["message"], "additionalProperties": false,
        "properties": {
            "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": 0 }, "level": level,
            "message": text, "locations": { "type": "array", "items": location },
        },
    });
    let notification = json!({
        "type": "object", "required": ["message"], "additionalProperties": false,
        "properties": { "level": level, "message": text, "locations": { "type": "array", "items": location } },
    });
    let invocation = json!({
        "type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
        "properties": { "executionSuccessful": { "type": "boolean" }, "toolExecutionNotifications": { "type": "array", "items": notification } },
    });
    let driver = json!({
        "type": "object", "required": ["name"], "additionalProperties": false,
        "properties": {
            "name": { "type": "string" }, "version": { "type": "string" },
            "language": { "type": "string", "pattern": "^[a-z]{2}$" }, "rules": { "type": "array", "uniqueItems": true, "items": rule },
        },
    });
    json!({
        "type": "object", "required": ["version", "runs"], "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string", "format": "uri" }, "version": { "const": "2.1.0" },
            "runs": { "type": "array", "minItems": 1, "items": {
                "type": "object", "required": ["tool"], "additionalProperties": false,
                "properties": {
                    "tool": { "type": "object", "required": ["driver"], "properties": { "driver": driver }, "additionalProperties": false },
                    "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                    "invocations": { "type": "array", "items": invocation },
                    "results": { "type": "array", "items": result },
                },
            } },
        },
    })
}

#[test]
fn sarif_has_the_required_shape() {
    let findings = found(&with("delay: { words: Trois mois., expected_days: 90 }"));
    let unreadable = Unreadable::of(
        "dossier é/b.yaml",
        &parvis_procedure::check("b.yaml", "slug: a").unwrap_err(),
        Language::French,
    );
    let written = sarif("0.1.0", &findings, &[unreadable], Language::French);
    let validator = jsonschema::validator_for(&shape()).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&written)
        .map(|error| error.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let result = &written["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "silence-before-answer");
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules().nth(index).unwrap().id, "silence-before-answer");
    assert_eq!(
        written["runs"][0]["invocations"][0]["executionSuccessful"],
        false
    );
    let told = &written["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert!(told.as_array().unwrap().len() > 10);
    assert_eq!(
        told[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "dossier%20%C3%A9/b.yaml"
    );
}
