//! Where a condition may turn: the values of each answer around which what it says changes.
//!
//! Whoever explores the paths of a form needs not try every integer: `age >= 18` says the same for all ages under 18, and for all
//! others. What no finite set of values tells (two answers compared, a computation, a text searched in another) is opaque, and
//! so is whatever this walk does not know.

use jiff::civil::Date;

use super::Condition;
use super::program::{Node, Source};

/// A field that a condition looks at, and where what it says may turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look<'a> {
    /// The name of the field, or of the block.
    pub field: &'a str,
    /// Around what.
    pub turn: Turn<'a>,
}

/// A value of an answer around which a condition may turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn<'a> {
    /// Whether it is there.
    Answered,
    /// Which of its values it is, when they can be counted: yes or no, options.
    Value,
    /// Whether an option is among those chosen.
    Chosen(&'a str),
    /// An integer, or the cents of an amount.
    Number(i64),
    /// A text.
    Text(&'a str),
    /// A date.
    Date(Date),
    /// A year of a date.
    Year(i64),
    /// Its size: letters, options, files, rows.
    Size(i64),
    /// In a way that a few values do not tell.
    Opaque,
}

impl Condition {
    /// What the condition looks at, and where what it says may turn.
    #[must_use]
    pub fn looks(&self) -> Vec<Look<'_>> {
        let mut looks = Vec::new();
        walk(&self.program, &mut looks);
        looks
    }
}

fn walk<'a>(node: &'a Node, looks: &mut Vec<Look<'a>>) {
    match node {
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| walk(node, looks)),
        Node::Not(inner) => walk(inner, looks),
        Node::If(condition, yes, no) => [condition, yes, no]
            .into_iter()
            .for_each(|node| walk(node, looks)),
        Node::Answer(source) => looks.push(look(source, Turn::Value)),
        Node::Answered(source) => looks.push(look(source, Turn::Answered)),
        Node::Compare(_, left, right) => compared(node, left, right, looks),
        Node::OneOf(probe, list) => list
            .iter()
            .for_each(|one| compared(node, probe, one, looks)),
        Node::Among(needle, source) => match needle.as_ref() {
            Node::Text(option) => looks.push(look(source, Turn::Chosen(option))),
            other => {
                opaque(other, looks);
                looks.push(look(source, Turn::Value));
            }
        },
        Node::Each(_, source, body) if is_about_items(body) => {
            looks.push(look(source, Turn::Value))
        }
        Node::Bool(_) => {}
        other => opaque(other, looks),
    }
}

fn look<'a>(source: &'a Source, turn: Turn<'a>) -> Look<'a> {
    Look {
        field: source.field(),
        turn,
    }
}

fn opaque<'a>(node: &'a Node, looks: &mut Vec<Look<'a>>) {
    let fields = node.fields().into_iter();
    looks.extend(fields.map(|field| Look {
        field,
        turn: Turn::Opaque,
    }));
}

/// A comparison of an answer with something written.
fn compared<'a>(whole: &'a Node, left: &'a Node, right: &'a Node, looks: &mut Vec<Look<'a>>) {
    let found = turn(left, right).or_else(|| turn(right, left));
    match (found, left, right) {
        (Some(found), _, _) => looks.push(found),
        (None, Node::Answer(one), Node::Answer(other)) => {
            looks.push(look(one, Turn::Value));
            looks.push(look(other, Turn::Value));
        }
        (None, _, _) => opaque(whole, looks),
    }
}

fn turn<'a>(probe: &'a Node, written: &'a Node) -> Option<Look<'a>> {
    match (probe, written) {
        (Node::Answer(source), Node::Bool(_)) => Some(look(source, Turn::Value)),
        (Node::Answer(source), Node::Int(number) | Node::Amount(number)) => {
            Some(look(source, Turn::Number(*number)))
        }
        (Node::Answer(source), Node::Text(text)) => Some(look(source, Turn::Text(text))),
        (Node::Answer(source), Node::Date(date)) => Some(look(source, Turn::Date(*date))),
        (Node::Year(inner), Node::Int(year)) => match inner.as_ref() {
            Node::Answer(source) => Some(look(source, Turn::Year(*year))),
            _ => None,
        },
        (Node::Size(inner), Node::Int(size)) => match inner.as_ref() {
            Node::Answer(source) => Some(look(source, Turn::Size(*size))),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the body of a quantity only compares the option being looked at with written ones: it then turns where the set of
/// chosen options changes.
fn is_about_items(body: &Node) -> bool {
    match body {
        Node::And(nodes) | Node::Or(nodes) => nodes.iter().all(is_about_items),
        Node::Not(inner) => is_about_items(inner),
        Node::Compare(_, left, right) => matches!(
            (left.as_ref(), right.as_ref()),
            (Node::Item, Node::Text(_)) | (Node::Text(_), Node::Item)
        ),
        Node::OneOf(probe, list) => {
            matches!(probe.as_ref(), Node::Item)
                && list.iter().all(|one| matches!(one, Node::Text(_)))
        }
        _ => false,
    }
}
