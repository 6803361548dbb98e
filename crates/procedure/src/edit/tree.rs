//! Where every value of a text stands, to the byte.
//!
//! The reader of procedures gives values; writing one back without touching its neighbours needs the places of keys,
//! colons, dashes and comments too.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, StructureStyle};

use super::Refused;

/// Lists and maps inside one another: a form needs about eight.
const DEPTH: usize = 40;

/// A value and its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub from: usize,
    pub to: usize,
    pub shape: Shape,
}

#[derive(Debug, Clone)]
pub(super) enum Shape {
    Scalar(Scalar),
    Map(Map),
    List(List),
}

#[derive(Debug, Clone)]
pub(super) struct Scalar {
    pub text: String,
    pub style: Style,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Nothing is written: `key:`.
    Absent,
    Plain,
    Single,
    Double,
    /// `|` or `>`: lines.
    Lines,
}

#[derive(Debug, Clone)]
pub(super) struct Map {
    /// Between braces.
    pub flow: bool,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub key: String,
    /// Where the key begins.
    pub at: usize,
    /// What follows the colon.
    pub after: usize,
    pub node: Node,
}

#[derive(Debug, Clone)]
pub(super) struct List {
    /// Between brackets.
    pub flow: bool,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The dash; between brackets, the value itself.
    pub at: usize,
    pub node: Node,
}

impl Node {
    pub fn map(&self) -> Option<&Map> {
        match &self.shape {
            Shape::Map(map) => Some(map),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&List> {
        match &self.shape {
            Shape::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.shape {
            Shape::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The value of a key whose value is a scalar.
    pub fn word(&self, key: &str) -> Option<&str> {
        let scalar = self.map()?.get(key)?.node.scalar()?;
        Some(&scalar.text)
    }
}

impl Map {
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

/// A text and its values.
pub(super) struct Read {
    pub root: Node,
    /// Comments, in order, each from its `#` to the end of its line.
    pub comments: Vec<Range<usize>>,
}

/// Reads a text of one document that holds a map.
pub(super) fn read(text: &str) -> Result<Read, Refused> {
    if text.contains('\r') || text.starts_with('\u{feff}') {
        return Err(Refused::Shape { line: 1 });
    }
    let mut options = Options::default();
    options.emit_comments = true;
    options.max_buffered_comment_events = 10_000;
    options.flow_nesting_limit = DEPTH;
    options.block_nesting_limit = DEPTH;
    options.disallow_directives = true;
    let mut reader = Reader {
        text,
        events: Vec::new(),
        next: 0,
    };
    let mut comments = Vec::new();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| Refused::Unreadable {
            line: error.marker().line(),
        })?;
        let range = span.byte_range().unwrap_or_default();
        match event {
            Event::Comment(..) => comments.push(range),
            other => reader.events.push((other, range)),
        }
    }
    let root = reader.document()?;
    Ok(Read { root, comments })
}

struct Reader<'a> {
    text: &'a str,
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node, Refused> {
        let documents = self.events.iter();
        let documents = documents.filter(|(event, _)| matches!(event, Event::DocumentStart(..)));
        if documents.count() != 1 {
            return Err(Refused::Shape { line: 1 });
        }
        while let Some((Event::StreamStart | Event::DocumentStart(..), _)) = self.peek() {
            self.next += 1;
        }
        let root = self.node(0)?;
        match root.shape {
            Shape::Map(Map { flow: false, .. }) => Ok(root),
            _ => Err(Refused::Shape { line: 1 }),
        }
    }

    fn peek(&self) -> Option<&(Event<'a>, Range<usize>)> {
        self.events.get(self.next)
    }

    fn refuse(&self, at: usize) -> Refused {
        Refused::Shape {
            line: line_of(self.text, at),
        }
    }

    /// Reads one value; nothing of it stands before `floor`.
    fn node(&mut self, floor: usize) -> Result<Node, Refused> {
        let Some((event, range)) = self.peek().cloned() else {
            return Err(self.refuse(floor));
        };
        self.next += 1;
        let line = || line_of(self.text, range.start);
        if event.is_alias() || event.anchor_id().is_some() {
            return Err(Refused::Anchor { line: line() });
        }
        if event.tag().is_some() {
            return Err(Refused::Tag { line: line() });
        }
        match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, range, floor),
            Event::MappingStart(style, ..) => self.map(style, range.start, floor),
            Event::SequenceStart(style, ..) => self.list(style, range.start, floor),
            _ => Err(self.refuse(range.start)),
        }
    }

    fn scalar(
        &self,
        text: &str,
        style: ScalarStyle,
        range: Range<usize>,
        floor: usize,
    ) -> Result<Node, Refused> {
        let (style, from, to) = match style {
            ScalarStyle::Plain if range.is_empty() => (Style::Absent, floor, floor),
            ScalarStyle::Plain => (Style::Plain, range.start, range.end),
            ScalarStyle::SingleQuoted => (Style::Single, range.start, range.end),
            ScalarStyle::DoubleQuoted => (Style::Double, range.start, range.end),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let header = self.header(floor)?;
                (
                    Style::Lines,
                    header.start,
                    self.end_of_lines(&header, range.end),
                )
            }
        };
        let text = match style {
            Style::Absent => String::new(),
            _ => text.to_owned(),
        };
        let shape = Shape::Scalar(Scalar { text, style });
        Ok(Node { from, to, shape })
    }

    /// The `|` or `>` that announces lines, and what goes with it. Lines whose last blanks count are for the text view.
    fn header(&self, floor: usize) -> Result<Range<usize>, Refused> {
        let rest = self.text.get(floor..).unwrap_or_default();
        let from = floor + (rest.len() - rest.trim_start_matches(' ').len());
        let header = line_from(self.text, from);
        let mark = header.split(" #").next().unwrap_or_default().trim_end();
        if !mark.starts_with(['|', '>']) || mark.contains('+') {
            return Err(self.refuse(floor));
        }
        Ok(from..from + mark.len())
    }

    fn end_of_lines(&self, header: &Range<usize>, end: usize) -> usize {
        let first = header.start + line_from(self.text, header.start).len();
        let lines = self.text.get(first..end.max(first)).unwrap_or_default();
        let kept = lines.trim_end();
        if kept.is_empty() {
            header.end
        } else {
            first + kept.len()
        }
    }

    fn map(&mut self, style: StructureStyle, start: usize, floor: usize) -> Result<Node, Refused> {
        let flow = self.is_flow(style, start, '{')?;
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let Some((event, range)) = self.peek().cloned() else {
                return Err(self.refuse(floor));
            };
            if event == Event::MappingEnd {
                self.next += 1;
                let shape = Shape::Map(Map { flow, entries });
                return self.closed(shape, flow, start, range.end);
            }
            let key = self.node(range.start)?;
            let entry = self.entry(key)?;
            if entry.key == "<<" {
                let line = line_of(self.text, entry.at);
                return Err(Refused::Anchor { line });
            }
            if entries.iter().any(|other| other.key == entry.key) {
                return Err(self.refuse(entry.at));
            }
            entries.push(entry);
        }
    }

    fn entry(&mut self, key: Node) -> Result<Entry, Refused> {
        let Shape::Scalar(name) = key.shape else {
            return Err(self.refuse(key.from));
        };
        let rest = self.text.get(key.to..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        if matches!(name.style, Style::Absent | Style::Lines) || !rest[blanks..].starts_with(':') {
            return Err(self.refuse(key.from));
        }
        let after = key.to + blanks + 1;
        Ok(Entry {
            key: name.text,
            at: key.from,
            after,
            node: self.node(after)?,
        })
    }

    fn list(&mut self, style: StructureStyle, start: usize, floor: usize) -> Result<Node, Refused> {
        let flow = self.is_flow(style, start, '[')?;
        let mut items: Vec<Item> = Vec::new();
        let mut floor = floor;
        loop {
            let Some((event, range)) = self.peek().cloned() else {
                return Err(self.refuse(floor));
            };
            if event == Event::SequenceEnd {
                self.next += 1;
                let shape = Shape::List(List { flow, items });
                return self.closed(shape, flow, start, range.end);
            }
            let item = if flow {
                let node = self.node(range.start)?;
                Item {
                    at: node.from,
                    node,
                }
            } else {
                let at = self.dash(floor)?;
                let node = self.node(at + 1)?;
                Item { at, node }
            };
            floor = item.node.to;
            items.push(item);
        }
    }

    /// A list or a map that ends: between marks, or with its last value.
    fn closed(&self, shape: Shape, flow: bool, start: usize, end: usize) -> Result<Node, Refused> {
        if flow {
            let (from, to) = (start, end);
            return Ok(Node { from, to, shape });
        }
        let ends = match &shape {
            Shape::Map(map) => {
                let first = map.entries.first().map(|entry| entry.at);
                first.zip(map.entries.last().map(|entry| entry.node.to))
            }
            Shape::List(list) => {
                let first = list.items.first().map(|item| item.at);
                first.zip(list.items.last().map(|item| item.node.to))
            }
            Shape::Scalar(_) => None,
        };
        let (from, to) = ends.ok_or_else(|| self.refuse(start))?;
        Ok(Node { from, to, shape })
    }

    /// Whether it stands between marks. A pair without braces in a list between brackets is for the text view.
    fn is_flow(&self, style: StructureStyle, start: usize, mark: char) -> Result<bool, Refused> {
        let flow = style == StructureStyle::Flow;
        let marked = self.text.get(start..).unwrap_or_default();
        if flow && !marked.starts_with(mark) {
            return Err(self.refuse(start));
        }
        Ok(flow)
    }

    /// The next dash: on the line where `floor` stands, or at the beginning of a later one.
    fn dash(&self, floor: usize) -> Result<usize, Refused> {
        let mut at = floor;
        loop {
            let line = line_from(self.text, at);
            let content = line.trim_start_matches(' ');
            let start = at + (line.len() - content.len());
            if content.starts_with("- ") || content.trim_end() == "-" {
                return Ok(start);
            }
            let blank = content.trim_end().is_empty() || content.starts_with('#');
            if !blank || line.is_empty() {
                return Err(self.refuse(floor));
            }
            at += line.len();
        }
    }
}

/// The rest of a line, its end included.
pub(super) fn line_from(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.split_inclusive('\n').next().unwrap_or_default()
}

/// Where the line of a place begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |end| end + 1)
}

/// The number of the line of a place, from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    1 + before.bytes().filter(|byte| *byte == b'\n').count()
}
