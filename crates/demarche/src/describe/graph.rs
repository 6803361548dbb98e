//! Nodes of linked data, gathered in one JSON-LD graph.

use parvis_form::Text;
use parvis_kernel::LanguageTag;
use serde_json::{Map, Value, json};

/// A graph that grows node by node; each node has an address and a type.
pub(super) struct Graph {
    /// The address of the document: what its own nodes are fragments of.
    base: String,
    nodes: Vec<Value>,
}

impl Graph {
    pub fn of(base: String) -> Self {
        Self {
            base,
            nodes: Vec::new(),
        }
    }

    /// Adds a node of the document and gives the reference to it.
    pub fn own(&mut self, fragment: &str, kind: &str, properties: Value) -> Value {
        let id = format!("{}#{fragment}", self.base);
        let mut properties = members(properties);
        properties.insert("dct:identifier".to_owned(), json!(id));
        self.node(id, kind, properties)
    }

    /// Adds a node that exists elsewhere, once, and gives the reference to it.
    pub fn known(&mut self, id: &str, kind: &str, properties: Value) -> Value {
        let is_there = |node: &Value| node.get("@id").and_then(Value::as_str) == Some(id);
        if self.nodes.iter().any(is_there) {
            return json!({ "@id": id });
        }
        self.node(id.to_owned(), kind, members(properties))
    }

    fn node(&mut self, id: String, kind: &str, mut properties: Map<String, Value>) -> Value {
        let reference = json!({ "@id": id });
        properties.retain(|_, value| !value.is_null() && *value != json!([]));
        properties.insert("@id".to_owned(), json!(id));
        properties.insert("@type".to_owned(), json!(kind));
        self.nodes.push(Value::Object(properties));
        reference
    }

    /// The document: the vocabularies, then the nodes.
    pub fn document(self, vocabularies: &[(&str, &str)]) -> Value {
        let named = vocabularies.iter();
        let context: Map<String, Value> = named
            .map(|(name, address)| ((*name).to_owned(), json!(address)))
            .collect();
        json!({ "@context": context, "@graph": self.nodes })
    }
}

/// A text in each language in which its author wrote it.
pub(super) fn texts(text: &Text) -> Value {
    let versions = text.by_language();
    let versions = versions.map(|(language, words)| in_language(words, language));
    Value::Array(versions.collect())
}

/// Words of one language.
pub(super) fn in_language(words: &str, language: impl Into<LanguageTag>) -> Value {
    json!({ "@value": words, "@language": language.into() })
}

fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
