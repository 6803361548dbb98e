//! What an item of a list or of a map takes with it: its lines, the comments above it, those that it holds.

use super::Refused;
use super::tree::{Node, Shape, line_from, line_of, line_start};

/// The part of a text that is an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// The comments that stand against it, above.
    pub lead: usize,
    /// Its own first line, or its key when something stands before it on that line.
    pub start: usize,
    /// After the end of its last line.
    pub end: usize,
}

/// The items of a block list or of a block map, in order: where each begins and where its value ends.
fn heads(node: &Node) -> Vec<(usize, usize)> {
    match &node.shape {
        Shape::Map(map) => {
            let entries = map.entries.iter();
            entries.map(|entry| (entry.at, entry.node.to)).collect()
        }
        Shape::List(list) => {
            let items = list.items.iter();
            items.map(|item| (item.at, item.node.to)).collect()
        }
        Shape::Scalar(_) => Vec::new(),
    }
}

/// What the items of a block list or of a block map take; nothing of the first stands before `floor`.
pub(super) fn extents(text: &str, node: &Node, floor: usize) -> Vec<Extent> {
    let mut found: Vec<Extent> = Vec::new();
    for (head, to) in heads(node) {
        let column = head - line_start(text, head);
        let floor = found.last().map_or(floor, |before| before.end);
        let lead = lead(text, head, floor, column);
        found.push(Extent {
            lead,
            start: start(text, head),
            end: end(text, to, column),
        });
    }
    found
}

fn start(text: &str, head: usize) -> usize {
    let start = line_start(text, head);
    let before = text.get(start..head).unwrap_or_default();
    if before.bytes().all(|byte| byte == b' ') {
        start
    } else {
        head
    }
}

/// The comments above that go with an item: those that touch it and do not stand deeper.
fn lead(text: &str, head: usize, floor: usize, column: usize) -> usize {
    let mut lead = start(text, head);
    if lead == head && column > 0 {
        return lead;
    }
    while lead > floor {
        let above = line_start(text, lead - 1);
        let line = line_from(text, above);
        let content = line.trim_start_matches(' ');
        let deeper = line.len() - content.len() > column;
        if above < floor || !content.starts_with('#') || deeper {
            break;
        }
        lead = above;
    }
    lead
}

/// The end of the last line of an item, and of the comments below that stand deeper than it.
fn end(text: &str, to: usize, column: usize) -> usize {
    let mut end = to + line_from(text, to).len();
    let mut at = end;
    while at < text.len() {
        let line = line_from(text, at);
        let content = line.trim_start_matches(' ');
        let depth = line.len() - content.len();
        at += line.len();
        if content.starts_with('#') && depth > column {
            end = at;
        } else if !content.trim_end().is_empty() {
            break;
        }
    }
    end
}

/// Refuses an item that shares its line with something else.
pub(super) fn alone(text: &str, extent: &Extent) -> Result<(), Refused> {
    if extent.start == line_start(text, extent.start) {
        return Ok(());
    }
    let line = line_of(text, extent.start);
    Err(Refused::Shape { line })
}
