//! Changing the text of a procedure file without touching what is not changed.
//!
//! An author may open the same file in an editor of text and in the editor of pages: comments, order, quotes and blank
//! lines are theirs. Each operation is tried on the values first; what is written is read again, and given back only
//! when it says exactly that and has lost no comment.

mod content;
mod extent;
mod model;
mod names;
mod order;
mod path;
mod splice;
#[cfg(test)]
mod tests;
mod tree;
mod view;

use std::collections::BTreeSet;
use std::ops::Range;

use model::Value;
use splice::Splicer;
use tree::Node;

pub use content::Content;
pub use names::name_after;
pub use path::{NoPath, Path};
pub use view::{Item, Words};

/// The text of a procedure file, and where everything stands in it.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    root: Node,
    comments: Vec<Range<usize>>,
    /// The text did not end with an end of line: neither does what is given back.
    unended: bool,
}

/// One thing done to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Writes a value at a place, in the place of another or as a new key.
    Set {
        /// Where.
        path: Path,
        /// What.
        content: Content,
    },
    /// Removes a key, or an item with its comments.
    Remove {
        /// What.
        path: Path,
    },
    /// Adds an item to a list, which is made at need.
    Insert {
        /// The list.
        list: Path,
        /// Its number once it is there.
        at: usize,
        /// The item.
        content: Content,
    },
    /// Puts an item before the one that precedes it.
    Raise {
        /// The item.
        path: Path,
    },
    /// Puts an item after the one that follows it.
    Lower {
        /// The item.
        path: Path,
    },
    /// Copies an item after itself, under new names.
    Duplicate {
        /// The item.
        path: Path,
    },
    /// Takes an item to another list.
    Move {
        /// The item.
        path: Path,
        /// The list.
        list: Path,
        /// Its number there, once it left where it was.
        at: usize,
    },
    /// Gives another name to a step, a field or a block, in conditions too.
    Rename {
        /// Which one.
        path: Path,
        /// Its new name.
        name: String,
    },
}

/// Why a text is not changed; most can be done in the view of the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The text cannot be read.
    #[error("line {line}: the text cannot be read")]
    Unreadable {
        /// From 1.
        line: usize,
    },
    /// A value is shared between several places (`&`, `*`, `<<`): changing one would change the others.
    #[error("line {line}: a value is shared by several places")]
    Anchor {
        /// From 1.
        line: usize,
    },
    /// A value says its own type (`!`).
    #[error("line {line}: a value has a tag")]
    Tag {
        /// From 1.
        line: usize,
    },
    /// It is laid out in a way that only the author knows how to keep.
    #[error("line {line}: the layout cannot be kept")]
    Shape {
        /// From 1.
        line: usize,
    },
    /// A comment would be lost.
    #[error("line {line}: a comment would be lost")]
    Comment {
        /// From 1.
        line: usize,
    },
    /// Nothing stands at that place, or nothing that can be changed so.
    #[error("nothing to change at `{path}`")]
    NotThere {
        /// Where.
        path: Path,
    },
    /// Not written as a name.
    #[error("`{name}` is not a name")]
    Name {
        /// What was given.
        name: String,
    },
    /// Another has that name.
    #[error("`{name}` is already a name")]
    Taken {
        /// What was given.
        name: String,
    },
    /// What would be written does not say what was asked: nothing is changed.
    #[error("the change cannot be written safely")]
    Unsafe,
}

impl Document {
    /// Reads a text.
    ///
    /// # Errors
    /// What cannot be changed place by place: see [`Refused`].
    pub fn read(text: &str) -> Result<Self, Refused> {
        let unended = !text.ends_with('\n');
        let text = match unended {
            true => format!("{text}\n"),
            false => text.to_owned(),
        };
        let read = tree::read(&text)?;
        Ok(Self {
            text,
            root: read.root,
            comments: read.comments,
            unended,
        })
    }

    /// The text once an operation is done.
    ///
    /// # Errors
    /// Why it is not done: see [`Refused`].
    pub fn edited(&self, operation: &Operation) -> Result<String, Refused> {
        self.done(operation).map(Self::given_back)
    }

    /// The text once several operations are done, one after the other.
    ///
    /// # Errors
    /// Why one of them is not done: nothing is then.
    pub fn edited_by(&self, operations: &[Operation]) -> Result<String, Refused> {
        let mut document = self.clone();
        for operation in operations {
            document = document.done(operation)?;
        }
        Ok(document.given_back())
    }

    /// The same text once an operation is done: what was read to check it is not read again.
    fn done(&self, operation: &Operation) -> Result<Self, Refused> {
        let expected = model::expected(&self.root, operation)?;
        if expected == Value::of(&self.root) {
            return Ok(self.clone());
        }
        let text = self.spliced(operation)?;
        let after = tree::read(&text).map_err(|_| Refused::Unsafe)?;
        let kept = self.keeps_comments(operation, &text, &after.comments);
        if !kept || !Value::of(&after.root).says_the_same(&expected) {
            return Err(Refused::Unsafe);
        }
        Ok(Self {
            text,
            root: after.root,
            comments: after.comments,
            unended: self.unended,
        })
    }

    fn given_back(self) -> String {
        let mut text = self.text;
        if self.unended && text.ends_with('\n') {
            text.pop();
        }
        text
    }

    fn spliced(&self, operation: &Operation) -> Result<String, Refused> {
        let splicer = Splicer::of(self);
        match operation {
            Operation::Set { path, content } => splicer.set(path, content),
            Operation::Remove { path } => splicer.remove(path),
            Operation::Insert { list, at, content } => splicer.insert(list, *at, content),
            Operation::Raise { path } => splicer.swap(path, true),
            Operation::Lower { path } => splicer.swap(path, false),
            Operation::Duplicate { path } => {
                let names = names::fresh(&self.root, path)?;
                let gone = || Refused::NotThere { path: path.clone() };
                let node = path::at(&self.root, path).ok_or_else(gone)?;
                let taken = splicer.take(path, &names::changes(node, &names, false))?;
                let list = path.parent();
                let holder = path::at(&self.root, &list).and_then(Node::list);
                let index = holder
                    .zip(path.last())
                    .and_then(|(list, part)| path::index(list, part));
                splicer.insert_taken(&list, index.ok_or_else(gone)? + 1, &taken)
            }
            Operation::Move { path, list, at } => {
                let taken = splicer.take(path, &[])?;
                let route = model::route_after(&self.root, path, list)?;
                let without = Self::read(&splicer.remove(path)?)?;
                let moved = Splicer::of(&without).insert_taken(&route, *at, &taken);
                moved.map_err(|why| match why {
                    // The line in the text that the author sees, where the item still stands.
                    Refused::Shape { .. } => Refused::Shape {
                        line: self.line_of(list),
                    },
                    other => other,
                })
            }
            Operation::Rename { path, name } => {
                let names = names::one(&self.root, path, name)?;
                Ok(splicer.changed(&names::changes(&self.root, &names, false)))
            }
        }
    }

    /// Whether every comment is still there, but those of what is removed.
    fn keeps_comments(&self, operation: &Operation, text: &str, after: &[Range<usize>]) -> bool {
        let said = |text: &str, comments: &[Range<usize>]| {
            let said = comments.iter().filter_map(|range| text.get(range.clone()));
            let mut said: Vec<String> = said.map(str::to_owned).collect();
            said.sort();
            said
        };
        let (before, after) = (said(&self.text, &self.comments), said(text, after));
        match operation {
            Operation::Remove { .. } => is_among(&after, &before),
            Operation::Duplicate { .. } => is_among(&before, &after),
            _ => before == after,
        }
    }

    /// Every name of a field or of a block.
    #[must_use]
    pub fn field_names(&self) -> BTreeSet<String> {
        names::given(&self.root, names::Kind::Field)
    }

    /// Every name of a step.
    #[must_use]
    pub fn step_names(&self) -> BTreeSet<String> {
        names::given(&self.root, names::Kind::Step)
    }
}

/// Whether a sorted list is found in another, as often.
fn is_among(few: &[String], many: &[String]) -> bool {
    let mut many = many.iter();
    few.iter().all(|one| many.any(|other| other == one))
}
