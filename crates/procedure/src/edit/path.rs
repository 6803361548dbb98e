//! Where a value of a procedure file is, in words that hold when its neighbours move.

use std::fmt;
use std::str::FromStr;

use super::tree::{List, Node, Shape};

/// The keys whose value names an item of a list.
const NAMES: &[&str] = &["step", "field", "block", "value", "code"];

/// The place of a value: `steps/children/elements/menu/options/daily/label`.
///
/// A part is a key of a map, the name of an item of a list (a step, a field, a block, an option), or its number from 0
/// when nothing names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<String>);

/// A text that is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a place of a procedure file")]
pub struct NoPath;

impl Path {
    /// The whole file.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// The place of a part of this value.
    #[must_use]
    pub fn child(&self, part: impl fmt::Display) -> Self {
        let mut parts = self.0.clone();
        parts.push(part.to_string());
        Self(parts)
    }

    /// The place of what holds this value; the whole file holds itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        let mut parts = self.0.clone();
        parts.pop();
        Self(parts)
    }

    /// The last part.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Every part, in order.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.0
    }

    /// Whether this is that place or stands inside it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join("/"))
    }
}

impl FromStr for Path {
    type Err = NoPath;

    fn from_str(text: &str) -> Result<Self, NoPath> {
        let fits = |part: &str| {
            let letter = |one: u8| one.is_ascii_alphanumeric() || one == b'_' || one == b'-';
            (1..=63).contains(&part.len()) && part.bytes().all(letter)
        };
        let parts: Vec<&str> = match text {
            "" => Vec::new(),
            _ => text.split('/').collect(),
        };
        if parts.len() > 20 || !parts.iter().copied().all(fits) {
            return Err(NoPath);
        }
        Ok(Self(parts.into_iter().map(str::to_owned).collect()))
    }
}

/// The value at a place.
pub(super) fn at<'a>(root: &'a Node, path: &Path) -> Option<&'a Node> {
    let mut node = root;
    for part in path.parts() {
        node = match &node.shape {
            Shape::Map(map) => &map.get(part)?.node,
            Shape::List(list) => &list.items.get(index(list, part)?)?.node,
            Shape::Scalar(_) => return None,
        };
    }
    Some(node)
}

/// Which item of a list a part of a place means.
pub(super) fn index(list: &List, part: &str) -> Option<usize> {
    if let Ok(index) = part.parse::<usize>() {
        return (index < list.items.len()).then_some(index);
    }
    let mut found = list.items.iter();
    found.position(|item| name_of(&item.node) == Some(part))
}

/// What an item is called in places: its name when it has one of its own, else its number.
pub(super) fn name_in(list: &List, index: usize) -> String {
    let name = |item: &super::tree::Item| name_of(&item.node).map(str::to_owned);
    let own = list.items.get(index).and_then(name);
    let alone = |own: &String| {
        let same = list
            .items
            .iter()
            .filter(|item| name(item).as_ref() == Some(own));
        same.count() == 1
    };
    own.filter(alone).unwrap_or_else(|| index.to_string())
}

/// The name that an item gives itself.
pub(super) fn name_of(node: &Node) -> Option<&str> {
    let name = NAMES.iter().find_map(|key| node.word(key))?;
    let first = name.bytes().next()?;
    let letter = |one: u8| one.is_ascii_alphanumeric() || one == b'_' || one == b'-';
    let fits = first.is_ascii_alphabetic() && name.len() <= 63 && name.bytes().all(letter);
    fits.then_some(name)
}

/// The place of the deepest value that holds an offset of the text.
pub(super) fn holding(root: &Node, offset: usize) -> Path {
    let mut path = Path::root();
    let mut node = root;
    loop {
        let inside = match &node.shape {
            Shape::Map(map) => {
                let before = map.entries.iter().rev();
                let entry = before.into_iter().find(|entry| entry.at <= offset);
                entry.map(|entry| (entry.key.clone(), &entry.node))
            }
            Shape::List(list) => {
                let found = list.items.iter().rposition(|item| item.at <= offset);
                found.and_then(|index| {
                    let item = list.items.get(index)?;
                    Some((name_in(list, index), &item.node))
                })
            }
            Shape::Scalar(_) => None,
        };
        match inside {
            Some((part, inner)) if offset <= inner.to => {
                path = path.child(part);
                node = inner;
            }
            _ => return path,
        }
    }
}
