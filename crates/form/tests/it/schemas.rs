//! The published JSON Schemas.

use crate::world::{HEAD, form};
use parvis_form::definition::definition_schema;
use serde_json::{Value, json};

fn accepts(schema: &Value, instance: &Value) -> Result<(), String> {
    let validator = jsonschema::draft202012::new(schema).unwrap();
    validator
        .validate(instance)
        .map_err(|error| error.to_string())
}

#[test]
fn both_schemas_are_schemas() {
    let form = form(include_str!("every_kind.yaml"));
    for schema in [form.answers_schema(), definition_schema()] {
        jsonschema::draft202012::meta::validate(&schema).unwrap();
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&definition_schema()).unwrap());
}

#[test]
fn the_schema_of_files_accepts_what_the_loader_accepts() {
    let schema = definition_schema();
    let file = |text: &str| -> Value { serde_saphyr::from_str(text).unwrap() };
    let good = file(&format!("{HEAD}{}", include_str!("every_kind.yaml")));
    accepts(&schema, &good).unwrap();
    for wrong in [
        "- {step: One, title: T, elements: [{explanation: B}]}",
        "- {step: one, title: T, elements: []}",
        "- {step: one, title: T, elements: [{field: a, label: A, kind: shorttext}]}",
        "- {step: one, title: T, elements: [{field: a, label: A, kind: date, max_length: 3}]}",
        "- {step: one, title: T, elements: [{field: a, kind: date}]}",
        "- {step: one, title: T, elements: [{field: a, label: A, kind: choice}]}",
        "- {step: one, title: {en: T}, elements: [{explanation: B}]}",
    ] {
        assert!(
            accepts(&schema, &file(&format!("{HEAD}{wrong}\n"))).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn the_schema_of_answers_accepts_answers_and_refuses_others() {
    let form = form(include_str!("every_kind.yaml"));
    let schema = form.answers_schema();
    let good = json!({
        "full_name": {"text": "Zoé"}, "mail": {"email": "a@b.fr"},
        "person": {"identity": {"family_name": "L", "first_names": "Z", "birth_date": "2001-01-01"}},
        "home": {"address": {"street": "r", "postcode": "35000", "commune_code": "35238", "commune": "Rennes"}},
        "document": {"choice": "extract"},
        "born_in": {"place": {"commune": {"code": "35238", "name": "Rennes", "departement": "35"}}},
        "children": {"rows": [{"id": "0190163d-8694-739b-aea5-966c26f8ad91", "cells": {"child_name": {"identity": {"family_name": "L", "first_names": "A"}}, "at_school": {"yes_no": true}}}]},
    });
    accepts(&schema, &good).unwrap();
    for (name, wrong) in [
        ("document", json!({"choice": "green"})),
        ("document", json!({"text": "extract"})),
        ("full_name", json!({"text": "x".repeat(81)})),
        ("stranger", json!({"text": "x"})),
        ("children", json!({"rows": []})),
    ] {
        let mut bad = good.clone();
        bad[name] = wrong;
        assert!(accepts(&schema, &bad).is_err(), "{name}");
    }
}
