//! The JSON Schema of the answers to a form.

use parvis_kernel::Language;
use serde_json::{Map, Value, json};

use super::{Block, Element, Field, Form};

impl Form {
    /// The JSON Schema (2020-12) of [`Answers`](crate::Answers) to this form.
    ///
    /// It says the type of each answer, and which are always required; conditions are beyond it
    /// ([`validate`](crate::validate) checks them).
    #[must_use]
    pub fn answers_schema(&self) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for step in &self.steps {
            for element in &step.elements {
                let always = step.condition.is_none() && element.condition().is_none();
                let (id, schema, needed) = match element {
                    Element::Field(field) => (&field.id, field_schema(field), !field.optional),
                    Element::Block(block) => (&block.id, block_schema(block), block.min > 0),
                    Element::Explanation(_) => continue,
                };
                properties.insert(id.to_string(), schema);
                if always && needed {
                    required.push(id.as_str());
                }
            }
        }
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}

fn field_schema(field: &Field) -> Value {
    let label = field.label.in_language(Language::French);
    let mut schema = tagged(field.kind.rules().schema(), label);
    if field.is_computed()
        && let Some(schema) = schema.as_object_mut()
    {
        schema.insert("readOnly".to_owned(), true.into());
    }
    schema
}

fn block_schema(block: &Block) -> Value {
    let properties: Map<_, _> = block
        .fields
        .iter()
        .map(|field| (field.id.to_string(), field_schema(field)))
        .collect();
    let always = |field: &&Field| !field.optional && field.condition.is_none();
    let required: Vec<_> = block
        .fields
        .iter()
        .filter(always)
        .map(|field| field.id.as_str())
        .collect();
    let row = json!({
        "type": "object", "required": ["id", "cells"], "additionalProperties": false,
        "properties": {
            "id": { "type": "string", "format": "uuid" },
            "cells": { "type": "object", "properties": properties, "required": required, "additionalProperties": false },
        },
    });
    let rows = json!({ "rows": {
        "type": "array", "minItems": block.min.max(1), "maxItems": block.max, "items": row,
    } });
    tagged(rows, block.title.in_language(Language::French))
}

/// An answer names its type: `{"text": ...}`; a kind whose answers are of several types takes one of them.
fn tagged(variant: Value, title: &str) -> Value {
    let names: Vec<_> = variant
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .cloned()
        .collect();
    let mut schema = json!({
        "title": title, "type": "object", "properties": variant, "additionalProperties": false,
        "minProperties": 1, "maxProperties": 1,
    });
    if let ([name], Some(schema)) = (names.as_slice(), schema.as_object_mut()) {
        schema.insert("required".to_owned(), json!([name]));
        schema.remove("minProperties");
        schema.remove("maxProperties");
    }
    schema
}
