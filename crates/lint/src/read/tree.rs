//! A YAML document with the place of each of its values.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_saphyr::{Location, Spanned};

use super::Place;

/// A value of the file and its place.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub line: u64,
    pub column: u64,
    pub value: Node,
}

/// A value of the file.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Scalar(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// Reads a document; one that does not read is empty, since its checker told why.
pub(crate) fn read_tree(name: &str, source: &str) -> Tree {
    let read: Result<Spanned<Node>, _> = parvis_form::definition::read(name, source);
    read.map_or_else(
        |_| Tree {
            line: 1,
            column: 1,
            value: Node::Map(Vec::new()),
        },
        Tree::from,
    )
}

impl Tree {
    pub(crate) fn get(&self, word: &str) -> Option<&Self> {
        let (_, found) = self.entries().iter().find(|(own, _)| own == word)?;
        Some(found)
    }

    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match &self.value {
            Node::Map(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Node::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Node::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// What is written under a word, when it is a plain text.
    pub(crate) fn text_of(&self, word: &str) -> Option<&str> {
        self.get(word)?.text()
    }

    /// The French of what is written under a word.
    pub(crate) fn french_of(&self, word: &str) -> &str {
        let found = self.get(word);
        let french = found.and_then(|found| found.text().or_else(|| found.text_of("fr")));
        french.unwrap_or_default()
    }

    pub(crate) const fn place(&self, within: Vec<String>) -> Place {
        Place {
            line: self.line,
            column: self.column,
            within,
        }
    }
}

impl From<Spanned<Node>> for Tree {
    fn from(spanned: Spanned<Node>) -> Self {
        let at = match spanned.referenced {
            Location::UNKNOWN => spanned.defined,
            known => known,
        };
        Self {
            line: at.line().max(1),
            column: at.column().max(1),
            value: spanned.value,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Scalar(text.trim().to_owned()))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Scalar(flag.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Scalar(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Scalar(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Scalar(number.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Scalar(String::new()))
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Scalar(String::new()))
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Node, D::Error> {
        Node::deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element::<Spanned<Node>>()? {
            items.push(Tree::from(item));
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(word) = map.next_key::<String>()? {
            entries.push((word, Tree::from(map.next_value::<Spanned<Node>>()?)));
        }
        Ok(Node::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_own_place() {
        let source = "title: { fr: Un titre, en: A title }\npapers: []\nsteps:\n  - step: une\n    elements:\n      - { field: mot, max_length: 10, optional: true }\nwho_for: |\n  Tous.\n\n  Toutes.\n";
        let root = read_tree("essai.yaml", source);
        let title = root.get("title").unwrap().get("en").unwrap();
        assert_eq!((title.line, title.column), (1, 28));
        assert_eq!(title.text(), Some("A title"));
        let step = &root.get("steps").unwrap().items()[0];
        let field = &step.get("elements").unwrap().items()[0];
        let length = field.get("max_length").unwrap();
        assert_eq!(
            (length.line, length.column, length.text()),
            (6, 35, Some("10"))
        );
        assert_eq!(field.text_of("optional"), Some("true"));
        let who = root.get("who_for").unwrap();
        // The text of a block begins on the line after its mark.
        assert_eq!((who.line, who.text()), (8, Some("Tous.\n\nToutes.")));
    }

    #[test]
    fn a_document_that_does_not_read_is_empty() {
        assert!(read_tree("essai.yaml", "a: [").entries().is_empty());
    }
}
