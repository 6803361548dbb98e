//! What a text says, without its places: an operation is tried here first, and what is written must say the same.

use super::content::{self, Content};
use super::names::{self, Names};
use super::path::{self, Path};
use super::tree::{Node, Shape};
use super::{Operation, Refused};

/// A value without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Scalar(String),
    Map(Vec<(String, Value)>),
    List(Vec<Value>),
}

impl Value {
    pub fn of(node: &Node) -> Self {
        match &node.shape {
            Shape::Scalar(scalar) => Self::Scalar(scalar.text.trim_end().to_owned()),
            Shape::Map(map) => {
                let entries = map.entries.iter();
                Self::Map(
                    entries
                        .map(|entry| (entry.key.clone(), Self::of(&entry.node)))
                        .collect(),
                )
            }
            Shape::List(list) => {
                Self::List(list.items.iter().map(|item| Self::of(&item.node)).collect())
            }
        }
    }

    fn written(content: &Content) -> Self {
        match content {
            Content::Text(text) => Self::Scalar(content::tidy(text)),
            Content::Word(word) => Self::Scalar(word.clone()),
            Content::Map(entries) => {
                let entries = entries.iter();
                Self::Map(
                    entries
                        .map(|(key, value)| (key.clone(), Self::written(value)))
                        .collect(),
                )
            }
            Content::List(items) => Self::List(items.iter().map(Self::written).collect()),
        }
    }

    /// Keys of a map have no order.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Map(own), Self::Map(others)) => {
                let found = |(key, value): &(String, Self)| {
                    let twin = others.iter().find(|(other, _)| other == key);
                    twin.is_some_and(|(_, twin)| value.says_the_same(twin))
                };
                own.len() == others.len() && own.iter().all(found)
            }
            (Self::List(own), Self::List(others)) => {
                let mut pairs = own.iter().zip(others);
                own.len() == others.len() && pairs.all(|(one, two)| one.says_the_same(two))
            }
            (one, two) => one == two,
        }
    }
}

/// What the text must say once an operation that adds, changes, removes or orders is done; the others are made of these.
pub(super) fn expected(root: &Node, operation: &Operation) -> Result<Value, Refused> {
    let mut value = Value::of(root);
    match operation {
        Operation::Set { path, content } => set(root, &mut value, path, Value::written(content))?,
        Operation::Remove { path } => {
            let (holder, part) = holder(root, &mut value, path)?;
            take(holder, &part).ok_or_else(|| gone(path))?;
        }
        Operation::Insert { list, at, content } => {
            insert(root, &mut value, list, *at, Value::written(content))?;
        }
        Operation::Raise { path } => swap(root, &mut value, path, true)?,
        Operation::Lower { path } => swap(root, &mut value, path, false)?,
        Operation::Move { path, list, at } => {
            let route = route_after(root, path, list)?;
            let (holder, part) = holder(root, &mut value, path)?;
            let moved = take(holder, &part).ok_or_else(|| gone(path))?;
            match follow(&mut value, &route).ok_or_else(|| gone(list))? {
                Value::List(items) if *at <= items.len() => items.insert(*at, moved),
                empty if *empty == Value::Scalar(String::new()) => {
                    *empty = Value::List(vec![moved])
                }
                _ => return Err(gone(list)),
            }
        }
        Operation::Duplicate { path } => {
            let names = names::fresh(root, path)?;
            let copy = renamed(place(root, &mut value, path)?.clone(), &names);
            let (holder, part) = holder(root, &mut value, path)?;
            match (holder, part.parse::<usize>()) {
                (Value::List(items), Ok(index)) if index < items.len() => {
                    items.insert(index + 1, copy)
                }
                _ => return Err(gone(path)),
            }
        }
        Operation::Rename { path, name } => {
            let names = names::one(root, path, name)?;
            value = renamed(value, &names);
        }
    }
    Ok(value)
}

fn gone(path: &Path) -> Refused {
    Refused::NotThere { path: path.clone() }
}

/// The place of a list once an item left: numbers for the items of lists, so that what left shifts those that follow it.
pub(super) fn route_after(root: &Node, path: &Path, list: &Path) -> Result<Path, Refused> {
    let left = numbered(root, path).ok_or_else(|| gone(path))?;
    let route = numbered(root, list).ok_or_else(|| gone(list))?;
    if route.is_within(&left) {
        return Err(gone(list));
    }
    let depth = left.parts().len().saturating_sub(1);
    let mut shifted = Path::root();
    for (level, part) in route.parts().iter().enumerate() {
        let follows = level == depth && route.is_within(&left.parent());
        let numbers = (part.parse::<usize>(), left.last().map(str::parse::<usize>));
        shifted = match numbers {
            (Ok(own), Some(Ok(gone))) if follows && own > gone => shifted.child(own - 1),
            _ => shifted.child(part),
        };
    }
    Ok(shifted)
}

/// The same place with the numbers of the items.
fn numbered(root: &Node, path: &Path) -> Option<Path> {
    let mut found = Path::root();
    let mut node = root;
    for part in path.parts() {
        match &node.shape {
            Shape::Map(map) => {
                found = found.child(part);
                node = &map.get(part)?.node;
            }
            Shape::List(list) => {
                let index = path::index(list, part)?;
                found = found.child(index);
                node = &list.items.get(index)?.node;
            }
            Shape::Scalar(_) => return None,
        }
    }
    Some(found)
}

fn follow<'a>(value: &'a mut Value, route: &Path) -> Option<&'a mut Value> {
    let mut found = value;
    for part in route.parts() {
        found = match found {
            Value::Map(entries) => &mut entries.iter_mut().find(|(key, _)| key == part)?.1,
            Value::List(items) => items.get_mut(part.parse::<usize>().ok()?)?,
            Value::Scalar(_) => return None,
        };
    }
    Some(found)
}

/// A value where names are changed, in conditions too.
fn renamed(value: Value, names: &Names) -> Value {
    match value {
        Value::Scalar(_) => value,
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| renamed(item, names)).collect())
        }
        Value::Map(entries) => {
            let has_kind = entries.iter().any(|(key, _)| key == "kind");
            let entries = entries.into_iter().map(|(key, value)| {
                let value = match value {
                    Value::Scalar(text) => {
                        let new = names::new_text(names, &key, &text, has_kind);
                        Value::Scalar(new.unwrap_or(text))
                    }
                    inner => renamed(inner, names),
                };
                (key, value)
            });
            Value::Map(entries.collect())
        }
    }
}

fn place<'a>(root: &Node, value: &'a mut Value, path: &Path) -> Result<&'a mut Value, Refused> {
    let mut node = root;
    let mut found = value;
    for part in path.parts() {
        (node, found) = match (&node.shape, found) {
            (Shape::Map(map), Value::Map(entries)) => {
                let entry = map.get(part).ok_or_else(|| gone(path))?;
                let inner = entries.iter_mut().find(|(key, _)| key == part);
                (&entry.node, &mut inner.ok_or_else(|| gone(path))?.1)
            }
            (Shape::List(list), Value::List(items)) => {
                let index = path::index(list, part).ok_or_else(|| gone(path))?;
                let item = list.items.get(index).ok_or_else(|| gone(path))?;
                (&item.node, items.get_mut(index).ok_or_else(|| gone(path))?)
            }
            _ => return Err(gone(path)),
        };
    }
    Ok(found)
}

/// What holds a value, and the key or the number under which it does.
fn holder<'a>(
    root: &Node,
    value: &'a mut Value,
    path: &Path,
) -> Result<(&'a mut Value, String), Refused> {
    let part = path.last().ok_or_else(|| gone(path))?;
    let parent = path.parent();
    let node = path::at(root, &parent).ok_or_else(|| gone(path))?;
    let part = match &node.shape {
        Shape::List(list) => path::index(list, part)
            .ok_or_else(|| gone(path))?
            .to_string(),
        _ => part.to_owned(),
    };
    Ok((place(root, value, &parent)?, part))
}

fn take(holder: &mut Value, part: &str) -> Option<Value> {
    match holder {
        Value::Map(entries) => {
            let index = entries.iter().position(|(key, _)| key == part)?;
            Some(entries.remove(index).1)
        }
        Value::List(items) => {
            let index: usize = part.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))
        }
        Value::Scalar(_) => None,
    }
}

fn set(root: &Node, value: &mut Value, path: &Path, new: Value) -> Result<(), Refused> {
    let parent = path.parent();
    if let (None, Some(part)) = (path::at(root, &parent), path.last()) {
        return set(
            root,
            value,
            &parent,
            Value::Map(vec![(part.to_owned(), new)]),
        );
    }
    let (holder, part) = holder(root, value, path)?;
    match holder {
        Value::Map(entries) => match entries.iter_mut().find(|(key, _)| *key == part) {
            Some((_, old)) => *old = new,
            None => entries.push((part, new)),
        },
        Value::List(items) => {
            let index: usize = part.parse().map_err(|_| gone(path))?;
            *items.get_mut(index).ok_or_else(|| gone(path))? = new;
        }
        // A key without a value becomes a map.
        Value::Scalar(text) if text.is_empty() => *holder = Value::Map(vec![(part, new)]),
        Value::Scalar(_) => return Err(gone(path)),
    }
    Ok(())
}

fn insert(
    root: &Node,
    value: &mut Value,
    list: &Path,
    at: usize,
    new: Value,
) -> Result<(), Refused> {
    if path::at(root, list).is_none() {
        return set(root, value, list, Value::List(vec![new]));
    }
    match place(root, value, list)? {
        Value::List(items) if at <= items.len() => items.insert(at, new),
        empty if *empty == Value::Scalar(String::new()) => *empty = Value::List(vec![new]),
        _ => return Err(gone(list)),
    }
    Ok(())
}

fn swap(root: &Node, value: &mut Value, path: &Path, up: bool) -> Result<(), Refused> {
    let (holder, part) = holder(root, value, path)?;
    let Value::List(items) = holder else {
        return Err(gone(path));
    };
    let index: usize = part.parse().map_err(|_| gone(path))?;
    let other = if up {
        index.checked_sub(1)
    } else {
        Some(index + 1)
    };
    let other = other.filter(|other| *other < items.len());
    items.swap(index, other.ok_or_else(|| gone(path))?);
    Ok(())
}
