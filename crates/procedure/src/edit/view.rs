//! What a page shows of a text: its values by place, right or wrong, before any check.

use super::model::Value;
use super::path::{self, Path};
use super::tree::{Node, Shape, Style};
use super::{Document, Operation};

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place.
    pub path: Path,
    /// Its number in the list, from 0.
    pub index: usize,
    /// The keys that it has, in order; none when it is not a map.
    pub keys: Vec<String>,
}

/// A text of an author in the languages that it has: the language, the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub Vec<(String, String)>);

impl Words {
    /// In one language, nothing when it is not written.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let found = self.0.iter().find(|(own, _)| own == language);
        found.map_or("", |(_, words)| words)
    }

    /// The same, with other words in a language: removed when they are blank.
    #[must_use]
    pub fn with(&self, language: &str, words: &str) -> Self {
        let mut versions = self.0.clone();
        let words = words.trim();
        match versions.iter_mut().find(|(own, _)| own == language) {
            Some((_, old)) => words.clone_into(old),
            None => versions.push((language.to_owned(), words.to_owned())),
        }
        versions.retain(|(_, words)| !words.is_empty());
        Self(versions)
    }

    /// Whether it says nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Document {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn at(&self, path: &Path) -> Option<&Node> {
        path::at(&self.root, path)
    }

    /// Whether something is written at a place.
    #[must_use]
    pub fn has(&self, path: &Path) -> bool {
        self.at(path).is_some()
    }

    /// A scalar, without the blanks around it; nothing when there is none.
    #[must_use]
    pub fn word(&self, path: &Path) -> &str {
        let scalar = self.at(path).and_then(Node::scalar);
        scalar.map_or("", |scalar| scalar.text.trim())
    }

    /// A yes/no value.
    #[must_use]
    pub fn flag(&self, path: &Path) -> Option<bool> {
        match self.word(path) {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// A text in its languages.
    #[must_use]
    pub fn words(&self, path: &Path) -> Words {
        match self.at(path).map(|node| &node.shape) {
            Some(Shape::Scalar(scalar)) if scalar.style != Style::Absent => {
                Words(vec![("fr".to_owned(), scalar.text.trim().to_owned())])
            }
            Some(Shape::Map(map)) => {
                let versions = map.entries.iter().filter_map(|entry| {
                    let scalar = entry.node.scalar()?;
                    Some((entry.key.clone(), scalar.text.trim().to_owned()))
                });
                Words(versions.collect())
            }
            _ => Words::default(),
        }
    }

    /// The keys of a map, in order.
    #[must_use]
    pub fn keys(&self, path: &Path) -> Vec<String> {
        let map = self.at(path).and_then(Node::map);
        let keys = map.map(|map| map.entries.iter().map(|entry| entry.key.clone()));
        keys.map(Iterator::collect).unwrap_or_default()
    }

    /// The items of a list, in order.
    #[must_use]
    pub fn items(&self, path: &Path) -> Vec<Item> {
        let Some(list) = self.at(path).and_then(Node::list) else {
            return Vec::new();
        };
        let items = list.items.iter().enumerate().map(|(index, item)| {
            let map = item.node.map();
            let keys = map.map(|map| map.entries.iter().map(|entry| entry.key.clone()));
            Item {
                path: path.child(path::name_in(list, index)),
                index,
                keys: keys.map(Iterator::collect).unwrap_or_default(),
            }
        });
        items.collect()
    }

    /// The place of what stands at a line and a column, both from 1.
    #[must_use]
    pub fn path_at(&self, line: u64, column: u64) -> Path {
        let wanted = usize::try_from(line).unwrap_or(usize::MAX);
        let mut offset = 0;
        for (index, text) in self.text.split_inclusive('\n').enumerate() {
            if index + 1 == wanted {
                let before = usize::try_from(column)
                    .unwrap_or_default()
                    .saturating_sub(1);
                let bytes: usize = text.chars().take(before).map(char::len_utf8).sum();
                return path::holding(&self.root, offset + bytes);
            }
            offset += text.len();
        }
        Path::root()
    }

    /// The line of what stands at a place, from 1; the first when nothing does.
    #[must_use]
    pub fn line_of(&self, path: &Path) -> usize {
        let node = self.at(path);
        node.map_or(1, |node| super::tree::line_of(&self.text, node.from))
    }

    /// The named place of an item: the same whichever way it was given.
    #[must_use]
    pub fn named(&self, path: &Path) -> Path {
        let mut named = Path::root();
        for part in path.parts() {
            named = match self.at(&named).map(|node| &node.shape) {
                Some(Shape::List(list)) => match path::index(list, part) {
                    Some(index) => named.child(path::name_in(list, index)),
                    None => named.child(part),
                },
                _ => named.child(part),
            };
        }
        named
    }

    /// What an operation means in this text and not in another any more: the first item that it gives by number and that is not the
    /// same there. Items that have a name are found by it.
    #[must_use]
    pub fn mistaken(&self, other: &Self, operations: &[Operation]) -> Option<Path> {
        operations.iter().find_map(|operation| {
            let path = match operation {
                Operation::Insert { list, .. } => list,
                Operation::Set { path, .. }
                | Operation::Remove { path }
                | Operation::Raise { path }
                | Operation::Lower { path }
                | Operation::Duplicate { path }
                | Operation::Move { path, .. }
                | Operation::Rename { path, .. } => path,
            };
            let numbered = path
                .parts()
                .iter()
                .rposition(|part| part.parse::<usize>().is_ok())?;
            let item = Path::root();
            let item = path
                .parts()
                .iter()
                .take(numbered + 1)
                .fold(item, |item, part| item.child(part));
            let value = |document: &Self| document.at(&item).map(Value::of);
            (value(self) != value(other)).then(|| path.clone())
        })
    }

    /// Whether two texts say the same, whatever their layout.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        Value::of(&self.root).says_the_same(&Value::of(&other.root))
    }
}
