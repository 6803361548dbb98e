//! Operations on the text itself: what is not touched keeps its bytes.

use super::content::{self, Content, Layout};
use super::extent::{Extent, alone, extents};
use super::path::{self, Path};
use super::tree::{Entry, List, Map, Node, Shape, Style, line_from, line_of, line_start};
use super::{Document, Refused, order};

/// A text, what stands in it, and how it is laid out.
pub(super) struct Splicer<'a> {
    document: &'a Document,
    text: &'a str,
    layout: Layout,
}

/// What holds a value.
struct Held<'a> {
    node: &'a Node,
    /// After the colon or the dash that announces it.
    after: usize,
    /// The column of its key or of its dash.
    column: usize,
    /// It stands between marks.
    in_flow: bool,
    /// It is an item of a list.
    is_item: bool,
}

type Edited = Result<String, Refused>;

impl<'a> Splicer<'a> {
    pub fn of(document: &'a Document) -> Self {
        Self {
            document,
            text: &document.text,
            layout: layout(&document.text, &document.root),
        }
    }

    fn gone(path: &Path) -> Refused {
        Refused::NotThere { path: path.clone() }
    }

    fn refuse(&self, at: usize) -> Refused {
        Refused::Shape {
            line: line_of(self.text, at),
        }
    }

    fn replaced(&self, from: usize, to: usize, by: &str) -> Edited {
        let before = self.text.get(..from);
        let after = self.text.get(to..);
        match (before, after) {
            (Some(before), Some(after)) if from <= to => Ok(format!("{before}{by}{after}")),
            _ => Err(self.refuse(from.min(self.text.len()))),
        }
    }

    fn part(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn column(&self, at: usize) -> usize {
        at - line_start(self.text, at)
    }

    /// The comment that stands between two places, when there is one; lines of them are refused.
    fn comment(&self, from: usize, to: usize) -> Result<Option<&'a str>, Refused> {
        let comments = self.document.comments.iter();
        let mut inside = comments.filter(|range| from <= range.start && range.start < to);
        let Some(first) = inside.next() else {
            return Ok(None);
        };
        let on_first_line = first.start < from + line_from(self.text, from).len();
        if inside.next().is_some() || !on_first_line {
            let line = line_of(self.text, first.start);
            return Err(Refused::Comment { line });
        }
        Ok(Some(self.part(first.start, first.end)))
    }

    fn held(&self, path: &Path) -> Result<Held<'a>, Refused> {
        let gone = || Self::gone(path);
        let mut held = Held {
            node: &self.document.root,
            after: 0,
            column: 0,
            in_flow: false,
            is_item: false,
        };
        for part in path.parts() {
            held = match &held.node.shape {
                Shape::Map(map) => {
                    let entry = map.get(part).ok_or_else(gone)?;
                    Held {
                        node: &entry.node,
                        after: entry.after,
                        column: self.column(entry.at),
                        in_flow: held.in_flow || map.flow,
                        is_item: false,
                    }
                }
                Shape::List(list) => {
                    let index = path::index(list, part).ok_or_else(gone)?;
                    let item = list.items.get(index).ok_or_else(gone)?;
                    Held {
                        node: &item.node,
                        after: item.at + 1,
                        column: self.column(item.at),
                        in_flow: held.in_flow || list.flow,
                        is_item: true,
                    }
                }
                Shape::Scalar(_) => return Err(gone()),
            };
        }
        Ok(held)
    }

    pub fn set(&self, path: &Path, content: &Content) -> Edited {
        if let Ok(held) = self.held(path) {
            return self.overwrite(&held, content);
        }
        let part = path.last().ok_or_else(|| Self::gone(path))?;
        let parent = path.parent();
        let Ok(held) = self.held(&parent) else {
            let inside = Content::Map(vec![(part.to_owned(), content.clone())]);
            return self.set(&parent, &inside);
        };
        match &held.node.shape {
            Shape::Map(map) => self.add_key(&held, map, part, content),
            Shape::Scalar(scalar) if scalar.style == Style::Absent => {
                let inside = Content::Map(vec![(part.to_owned(), content.clone())]);
                self.overwrite(&held, &inside)
            }
            _ => Err(Self::gone(path)),
        }
    }

    /// Writes a value in the place of another.
    fn overwrite(&self, held: &Held<'_>, content: &Content) -> Edited {
        let node = held.node;
        if held.in_flow {
            self.comment(node.from, node.to)?;
            let absent = node.from == node.to;
            let blank = if absent { " " } else { "" };
            let written = content::flow(content);
            return self.replaced(node.from, node.to, &format!("{blank}{written}"));
        }
        let written = match quoted_alike(node, content) {
            Some(quoted) => format!(" {quoted}"),
            None if held.is_item => {
                let item = content::item(content, held.column, self.layout);
                item.get(held.column + 1..).unwrap_or_default().to_owned()
            }
            None => content::value(content, held.column, self.layout),
        };
        let (first, rest) = match written.find('\n') {
            Some(end) => written.split_at(end),
            None => (written.as_str(), ""),
        };
        let line_end = node.to + line_from(self.text, node.to).trim_end_matches('\n').len();
        // A comment at the end of the line stays there: in front of the lines that would swallow it.
        let to = if rest.is_empty() { node.to } else { line_end };
        let written = match self.comment(held.after, to)? {
            Some(comment) => format!("{first} {comment}{rest}"),
            None => format!("{first}{rest}"),
        };
        self.replaced(held.after, to, &written)
    }

    fn add_key(&self, held: &Held<'_>, map: &Map, key: &str, content: &Content) -> Edited {
        let before = order::before(map, key);
        let Some(entry) = map.entries.get(before) else {
            let inside = Content::Map(vec![(key.to_owned(), content.clone())]);
            return self.overwrite(held, &inside);
        };
        if map.flow {
            let written = format!(", {key}: {}", content::flow(content));
            return self.replaced(entry.node.to, entry.node.to, &written);
        }
        let own = self.extents(held)?;
        let extent = own.get(before).ok_or_else(|| self.refuse(entry.at))?;
        let column = self.column(entry.at);
        let written = content::entry(key, content, column, self.layout);
        self.replaced(extent.end, extent.end, &format!("{written}\n"))
    }

    fn extents(&self, held: &Held<'_>) -> Result<Vec<Extent>, Refused> {
        let found = extents(self.text, held.node, self.floor(held));
        match found.is_empty() {
            true => Err(self.refuse(held.node.from)),
            false => Ok(found),
        }
    }

    /// Where the first comments of a list or of a map may stand: after the line that announces it.
    fn floor(&self, held: &Held<'_>) -> usize {
        match held.after {
            0 => 0,
            after => after + line_from(self.text, after).len(),
        }
    }

    pub fn remove(&self, path: &Path) -> Edited {
        let part = path.last().ok_or_else(|| Self::gone(path))?;
        let held = self.held(&path.parent())?;
        match &held.node.shape {
            Shape::Map(map) => {
                let found = map.entries.iter().position(|entry| entry.key == part);
                let index = found.ok_or_else(|| Self::gone(path))?;
                self.remove_key(&held, map, index)
            }
            Shape::List(list) => {
                let index = path::index(list, part).ok_or_else(|| Self::gone(path))?;
                self.remove_item(&held, list, index)
            }
            Shape::Scalar(_) => Err(Self::gone(path)),
        }
    }

    fn remove_key(&self, held: &Held<'_>, map: &Map, index: usize) -> Edited {
        let places = map.entries.iter();
        let places: Vec<_> = places.map(|entry| (entry.at, entry.node.to)).collect();
        if map.flow {
            return self.cut(held.node, &places, index);
        }
        let own = self.extents(held)?;
        let extent = own.get(index).ok_or_else(|| self.refuse(held.node.from))?;
        if places.len() == 1 {
            return self.emptied(held, extent, " {}");
        }
        if extent.start == line_start(self.text, extent.start) {
            return self.replaced(extent.lead, extent.end, "");
        }
        // The first key stands after a dash: the second takes its place.
        let (Some((at, to)), Some((second, _))) = (places.first(), places.get(1)) else {
            return Err(self.refuse(held.node.from));
        };
        let after_line = to + line_from(self.text, *to).len();
        if self
            .document
            .comments
            .iter()
            .any(|range| after_line <= range.start && range.end <= *second)
        {
            let line = line_of(self.text, *second);
            return Err(Refused::Comment { line });
        }
        self.replaced(*at, *second, "")
    }

    /// Removes an item between marks, with one comma.
    fn cut(&self, node: &Node, places: &[(usize, usize)], index: usize) -> Edited {
        let own = places.get(index).copied();
        let before = index.checked_sub(1).and_then(|before| places.get(before));
        let after = places.get(index + 1);
        let (from, to) = match (before, own, after) {
            (Some((_, end)), Some((_, to)), _) => (*end, to),
            (None, Some((at, _)), Some((next, _))) => (at, *next),
            (None, Some(_), None) => (node.from + 1, node.to - 1),
            _ => return Err(self.refuse(node.from)),
        };
        if let Some(comment) = self
            .document
            .comments
            .iter()
            .find(|range| from <= range.start && range.start < to)
        {
            let line = line_of(self.text, comment.start);
            return Err(Refused::Comment { line });
        }
        self.replaced(from, to, "")
    }

    /// Removes the only item: its holder says that it is empty.
    fn emptied(&self, held: &Held<'_>, extent: &Extent, mark: &str) -> Edited {
        let announced = line_start(self.text, held.after) == line_start(self.text, extent.start);
        if held.after == 0 || announced {
            return Err(self.refuse(extent.start));
        }
        let kept = self.part(held.after, extent.lead);
        self.replaced(held.after, extent.end, &format!("{mark}{kept}"))
    }

    fn remove_item(&self, held: &Held<'_>, list: &List, index: usize) -> Edited {
        if list.flow {
            let places = list.items.iter();
            let places: Vec<_> = places.map(|item| (item.at, item.node.to)).collect();
            return self.cut(held.node, &places, index);
        }
        let own = self.extents(held)?;
        let extent = own.get(index).ok_or_else(|| self.refuse(held.node.from))?;
        alone(self.text, extent)?;
        if own.len() == 1 {
            return self.emptied(held, extent, " []");
        }
        let blank = |from: usize, to: usize| self.part(from, to).trim().is_empty();
        if let Some(next) = own.get(index + 1) {
            let to = if blank(extent.end, next.lead) {
                next.lead
            } else {
                extent.end
            };
            return self.replaced(extent.lead, to, "");
        }
        let before = index.checked_sub(1).and_then(|before| own.get(before));
        let from = before.map_or(extent.lead, |before| {
            if blank(before.end, extent.lead) {
                before.end
            } else {
                extent.lead
            }
        });
        self.replaced(from, extent.end, "")
    }

    pub fn insert(&self, path: &Path, at: usize, content: &Content) -> Edited {
        let Ok(held) = self.held(path) else {
            return self.set(path, &Content::List(vec![content.clone()]));
        };
        match &held.node.shape {
            Shape::List(list) if list.flow && (held.in_flow || !list.items.is_empty()) => {
                self.insert_in_flow(held.node, list, at, &content::flow(content))
            }
            Shape::List(list) if list.flow && !matches!(content, Content::Map(_)) => {
                self.insert_in_flow(held.node, list, at, &content::flow(content))
            }
            Shape::List(list) if list.flow => {
                let column = held.column + self.layout.dashes;
                let written = content::item(content, column, self.layout);
                self.filled(&held, &written)
            }
            Shape::List(list) => {
                let first = list.items.first().ok_or_else(|| Self::gone(path))?;
                let column = self.column(first.at);
                let alike = first.node.map().is_some_and(|map| map.flow);
                let one_line = alike && !written_in_lines(content);
                let written = match one_line {
                    true => format!("{}- {}", " ".repeat(column), content::flow(content)),
                    false => content::item(content, column, self.layout),
                };
                let is_step = list.items.len() == 1 && first.node.word("step").is_some();
                self.insert_lines(
                    &held,
                    at,
                    &format!("{written}\n"),
                    if is_step { "\n" } else { "" },
                )
            }
            Shape::Scalar(scalar) if scalar.style == Style::Absent && !held.in_flow => {
                let column = held.column + self.layout.dashes;
                let written = content::item(content, column, self.layout);
                self.filled(&held, &written)
            }
            _ => Err(Self::gone(path)),
        }
    }

    /// Writes the first item of an empty list under the line that announces it.
    fn filled(&self, held: &Held<'_>, written: &str) -> Edited {
        let rest = line_from(self.text, held.node.to);
        let end = held.node.to + rest.len();
        let kept = rest.trim_end_matches('\n');
        if !kept.trim().is_empty() && !kept.trim_start().starts_with('#') {
            return Err(self.refuse(held.node.from));
        }
        self.replaced(held.after, end, &format!("{kept}\n{written}\n"))
    }

    fn insert_in_flow(&self, node: &Node, list: &List, at: usize, written: &str) -> Edited {
        if let Some(before) = at.checked_sub(1).and_then(|before| list.items.get(before)) {
            let to = before.node.to;
            return self.replaced(to, to, &format!(", {written}"));
        }
        match list.items.first() {
            Some(first) => self.replaced(first.at, first.at, &format!("{written}, ")),
            None => self.replaced(node.from, node.to, &format!("[{written}]")),
        }
    }

    /// Writes the lines of an item before the item `at`, as far from its neighbours as they are from one another.
    fn insert_lines(&self, held: &Held<'_>, at: usize, lines: &str, otherwise: &str) -> Edited {
        let own = self.extents(held)?;
        let pairs = own.windows(2).filter_map(|pair| match pair {
            [one, two] => Some(self.part(one.end, two.lead)),
            _ => None,
        });
        let gaps: Vec<&str> = pairs.collect();
        let near = gaps.get(at.saturating_sub(1)).or(gaps.last()).copied();
        let gap = near
            .filter(|gap| gap.trim().is_empty())
            .unwrap_or(otherwise);
        let Some(next) = own.get(at) else {
            let last = own.last().ok_or_else(|| self.refuse(held.node.from))?;
            return self.replaced(last.end, last.end, &format!("{gap}{lines}"));
        };
        alone(self.text, next)?;
        self.replaced(next.lead, next.lead, &format!("{lines}{gap}"))
    }

    /// Puts the item at a number before the one that it follows.
    pub fn swap(&self, path: &Path, up: bool) -> Edited {
        let part = path.last().ok_or_else(|| Self::gone(path))?;
        let held = self.held(&path.parent())?;
        let list = held.node.list().ok_or_else(|| Self::gone(path))?;
        let index = path::index(list, part).ok_or_else(|| Self::gone(path))?;
        let first = if up {
            index.checked_sub(1)
        } else {
            Some(index)
        };
        let first = first.ok_or_else(|| Self::gone(path))?;
        if list.flow {
            let pair = list.items.get(first).zip(list.items.get(first + 1));
            let (one, two) = pair.ok_or_else(|| Self::gone(path))?;
            let between = self.part(one.node.to, two.at);
            let (own, other) = (
                self.part(one.at, one.node.to),
                self.part(two.at, two.node.to),
            );
            return self.replaced(one.at, two.node.to, &format!("{other}{between}{own}"));
        }
        let own = self.extents(&held)?;
        let (one, two) = own
            .get(first)
            .zip(own.get(first + 1))
            .ok_or_else(|| Self::gone(path))?;
        alone(self.text, one)?;
        let between = self.part(one.end, two.lead);
        let (upper, lower) = (self.part(one.lead, one.end), self.part(two.lead, two.end));
        self.replaced(one.lead, two.end, &format!("{lower}{between}{upper}"))
    }

    /// Writes lines taken elsewhere in the text as an item of a list.
    pub fn insert_taken(&self, path: &Path, at: usize, taken: &Taken) -> Edited {
        let held = self.held(path)?;
        let Some(list) = held.node.list().filter(|list| !list.items.is_empty()) else {
            if held.in_flow {
                let written = taken.between_marks();
                let written = written.ok_or_else(|| self.refuse(held.node.from))?;
                return self.replaced(held.node.from, held.node.to, &format!("[{written}]"));
            }
            let column = held.column + self.layout.dashes;
            let lines = taken.at_column(column);
            let lines = lines.ok_or_else(|| self.refuse(held.node.from))?;
            return self.filled(&held, lines.trim_end_matches('\n'));
        };
        let first = list.items.first().ok_or_else(|| Self::gone(path))?;
        if list.flow {
            let written = taken.between_marks();
            let written = written.ok_or_else(|| self.refuse(held.node.from))?;
            return self.insert_in_flow(held.node, list, at, written);
        }
        let lines = taken.at_column(self.column(first.at));
        let lines = lines.ok_or_else(|| self.refuse(held.node.from))?;
        self.insert_lines(&held, at, &lines, "")
    }

    /// The text of an item of a list, with the changes that its copy needs.
    pub fn take(
        &self,
        path: &Path,
        changes: &[(std::ops::Range<usize>, String)],
    ) -> Result<Taken, Refused> {
        let part = path.last().ok_or_else(|| Self::gone(path))?;
        let held = self.held(&path.parent())?;
        let list = held.node.list().ok_or_else(|| Self::gone(path))?;
        let index = path::index(list, part).ok_or_else(|| Self::gone(path))?;
        let item = list.items.get(index).ok_or_else(|| Self::gone(path))?;
        let (from, to, column) = if list.flow {
            (item.at, item.node.to, None)
        } else {
            let own = self.extents(&held)?;
            let extent = own.get(index).ok_or_else(|| Self::gone(path))?;
            alone(self.text, extent)?;
            (extent.lead, extent.end, Some(self.column(item.at)))
        };
        let mut text = self.part(from, to).to_owned();
        let mut changes: Vec<_> = changes.iter().collect();
        changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, by) in changes {
            let inside = range
                .start
                .checked_sub(from)
                .zip(range.end.checked_sub(from));
            if let Some((start, end)) = inside.filter(|(_, end)| *end <= text.len()) {
                text.replace_range(start..end, by);
            }
        }
        Ok(Taken { text, column })
    }

    /// Writes several changes at once.
    pub fn changed(&self, changes: &[(std::ops::Range<usize>, String)]) -> String {
        let mut text = self.text.to_owned();
        let mut changes: Vec<_> = changes.iter().collect();
        changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, by) in changes {
            text.replace_range(range.clone(), by);
        }
        text
    }
}

/// The text of an item.
pub(super) struct Taken {
    text: String,
    /// The column of its dash; none between marks.
    column: Option<usize>,
}

impl Taken {
    /// Its lines, moved so that its dash stands at another column; none when it stands between marks on several.
    fn at_column(&self, column: usize) -> Option<String> {
        let Some(own) = self.column else {
            let one_line = !self.text.contains('\n');
            return one_line.then(|| format!("{}- {}\n", " ".repeat(column), self.text));
        };
        let lines = self.text.split_inclusive('\n').map(|line| {
            let blanks = line.len() - line.trim_start_matches(' ').len();
            if line.trim().is_empty() {
                line.to_owned()
            } else if column >= own {
                format!("{}{line}", " ".repeat(column - own))
            } else {
                line.get(blanks.min(own - column)..)
                    .unwrap_or_default()
                    .to_owned()
            }
        });
        Some(lines.collect())
    }

    /// What it is between the marks of another list: a map between braces, on one line; none when it is anything else.
    fn between_marks(&self) -> Option<&str> {
        let text = match self.column {
            None => return Some(&self.text),
            Some(_) => self.text.trim_end_matches('\n'),
        };
        let item = text.trim_start_matches(' ').strip_prefix('-')?.trim();
        let braces = item.starts_with('{') && item.ends_with('}');
        (braces && !text.contains('\n')).then_some(item)
    }
}

/// The same quotes, when the author wrote some that were not needed.
fn quoted_alike(node: &Node, content: &Content) -> Option<String> {
    let Content::Text(text) = content else {
        return None;
    };
    let old = node.scalar()?;
    let simple = !text.contains(|one: char| one.is_control() || one == '\\');
    if !simple || !content::is_plain(&old.text, false) {
        return None;
    }
    match old.style {
        Style::Double if !text.contains('"') => Some(format!("\"{text}\"")),
        Style::Single if !text.contains('\'') => Some(format!("'{text}'")),
        _ => None,
    }
}

fn written_in_lines(content: &Content) -> bool {
    match content {
        Content::Text(text) => text.trim_end().contains('\n'),
        Content::Word(_) => false,
        Content::Map(entries) => entries.iter().any(|(_, value)| written_in_lines(value)),
        Content::List(items) => items.iter().any(written_in_lines),
    }
}

/// How the author lays lists out: dashes under the key, or two columns further.
fn layout(text: &str, root: &Node) -> Layout {
    let mut offsets = Vec::new();
    gather(text, root, &mut offsets);
    let under = offsets.iter().filter(|offset| **offset == 0).count();
    let dashes = if under * 2 > offsets.len() { 0 } else { 2 };
    Layout { dashes }
}

fn gather(text: &str, node: &Node, offsets: &mut Vec<usize>) {
    let column = |at: usize| at - line_start(text, at);
    match &node.shape {
        Shape::Scalar(_) => {}
        Shape::List(list) => list
            .items
            .iter()
            .for_each(|item| gather(text, &item.node, offsets)),
        Shape::Map(map) => {
            for Entry { at, node, .. } in &map.entries {
                let block = node.list().filter(|list| !list.flow);
                if let Some(first) = block.and_then(|list| list.items.first()) {
                    offsets.push(column(first.at).saturating_sub(column(*at)));
                }
                gather(text, node, offsets);
            }
        }
    }
}
