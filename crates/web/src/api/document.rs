//! The parts of the OpenAPI document: each room describes its calls beside the handlers that answer them.

#![expect(
    clippy::indexing_slicing,
    reason = "setting a key of a JSON object adds it; only what is no object would panic"
)]

use parvis_access::token::Scope;
use serde_json::{Map, Value, json};

/// One call: a method on a path.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The method, in small letters.
    pub method: &'static str,
    /// The path under the root of the interface, with its parameters in braces.
    pub path: &'static str,
    /// The object of the document.
    pub told: Value,
}

/// What a room adds to the document.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Its calls.
    pub operations: Vec<Operation>,
    /// Its schemas, by name.
    pub schemas: Vec<(&'static str, Value)>,
}

impl Operation {
    /// A call that asks for a scope.
    #[must_use]
    pub fn new(
        method: &'static str,
        path: &'static str,
        id: &str,
        summary: &str,
        scope: Scope,
    ) -> Self {
        let tag = id.split('.').next().unwrap_or(id);
        let mut told = json!({
            "operationId": id.replace('.', "_"),
            "tags": [tag],
            "summary": summary,
            "description": format!("Scope: `{}`.", scope.code()),
            "security": [{ "token": [] }],
            "parameters": parameters(path),
            "responses": {},
        });
        let mut statuses = vec![400, 401, 403, 429, 500, 503];
        if path.contains('{') {
            statuses.push(404);
        }
        for status in statuses {
            told["responses"][status.to_string()] = problem(status);
        }
        Self { method, path, told }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, parameter: Value) -> Self {
        if let Some(parameters) = self
            .told
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
        {
            parameters.push(parameter);
        }
        self
    }

    /// Says what its body is, in JSON.
    #[must_use]
    pub fn body(mut self, schema: &str) -> Self {
        self.told["requestBody"] = json!({
            "required": true,
            "content": { "application/json": { "schema": reference(schema) } },
        });
        for status in [413, 415, 422] {
            self.told["responses"][status.to_string()] = problem(status);
        }
        self
    }

    /// Says what it answers when all goes well.
    #[must_use]
    pub fn answers(self, status: u16, words: &str, schema: &str) -> Self {
        let content = json!({ "application/json": { "schema": reference(schema) } });
        self.answers_with(status, json!({ "description": words, "content": content }))
    }

    /// The same, for an answer that is not JSON.
    #[must_use]
    pub fn answers_with(mut self, status: u16, response: Value) -> Self {
        self.told["responses"][status.to_string()] = response;
        self
    }

    /// Adds problems that it may tell.
    #[must_use]
    pub fn problems(mut self, statuses: &[u16]) -> Self {
        for status in statuses {
            self.told["responses"][status.to_string()] = problem(*status);
        }
        self
    }
}

/// A schema of the document.
#[must_use]
pub fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

/// An object whose fields are all known.
#[must_use]
pub fn object(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A parameter of the query.
#[must_use]
pub fn query(name: &str, words: &str, required: bool, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "description": words, "required": required, "schema": schema })
}

/// A header.
#[must_use]
pub fn header(name: &str, words: &str, required: bool, schema: Value) -> Value {
    json!({ "name": name, "in": "header", "description": words, "required": required, "schema": schema })
}

/// The header of a call that must happen once.
#[must_use]
pub fn idempotency_key() -> Value {
    let schema =
        json!({ "type": "string", "minLength": 1, "maxLength": 128, "pattern": "^\"?[!#-~]+\"?$" });
    let words = "Drawn by the client (a UUID). The same key with the same body gives the same answer for 24 hours; with another body, 422.";
    header("Idempotency-Key", words, true, schema)
}

/// The header of a change made on a version.
#[must_use]
pub fn if_match() -> Value {
    let schema = json!({ "type": "string", "minLength": 3, "pattern": "^\"[0-9]{1,18}\"$" });
    let words = "The ETag that was read: the change is refused (412) when somebody acted since.";
    header("If-Match", words, false, schema)
}

fn parameters(path: &str) -> Vec<Value> {
    let names = path
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next());
    names.map(path_parameter).collect()
}

fn path_parameter(name: &str) -> Value {
    let schema = match name {
        "number" => json!({ "type": "string", "pattern": "^[0-9A-Z]{4}-[0-9A-Z]{4}$" }),
        "slug" => json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,79}$" }),
        _ => json!({ "type": "string", "format": "uuid" }),
    };
    json!({ "name": name, "in": "path", "required": true, "schema": schema })
}

fn problem(status: u16) -> Value {
    let words = match status {
        400 => "The call cannot be understood",
        401 => "No token, or one that does not serve",
        403 => "The token was not given for this",
        404 => "Unknown, or not to be known by this token",
        409 => "The state does not allow it",
        412 => "Somebody acted since the version that was read",
        413 => "Too large",
        415 => "Another media type is expected",
        422 => "What was sent does not fit; each error points at its place",
        429 => "Too many calls; Retry-After says how long to wait",
        500 => "The house broke; the incident has a number",
        503 => "Try again later",
        _ => "A problem",
    };
    json!({
        "description": words,
        "content": { "application/problem+json": { "schema": reference("Problem") } },
    })
}

/// The whole document of parts, for the place where it is served.
#[must_use]
pub fn document(title: &str, version: &str, server: &str, parts: &[Part]) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    let mut schemas: Map<String, Value> = Map::new();
    schemas.insert("Problem".to_owned(), problem_schema());
    for part in parts {
        for operation in &part.operations {
            let path = paths
                .entry(operation.path)
                .or_insert_with(|| Value::Object(Map::new()));
            path[operation.method] = operation.told.clone();
        }
        for (name, schema) in &part.schemas {
            schemas.insert((*name).to_owned(), schema.clone());
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": title, "version": version, "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" } },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "bearerFormat": "parvis_[0-9a-f]{48}" } },
        },
    })
}

fn problem_schema() -> Value {
    let error = object(
        json!({
            "pointer": { "type": "string", "description": "JSON Pointer into the body; empty for the whole of it." },
            "code": { "type": "string" },
            "detail": { "type": "string", "description": "For a person, in the language of Accept-Language." },
        }),
        &["pointer", "code", "detail"],
    );
    object(
        json!({
            "type": { "type": "string", "format": "uri", "description": "urn:parvis:problem:CODE" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "instance": { "type": "string", "format": "uri", "description": "urn:parvis:incident:NUMBER, to give to who runs the service." },
            "errors": { "type": "array", "items": error },
        }),
        &["type", "title", "status", "detail"],
    )
}
