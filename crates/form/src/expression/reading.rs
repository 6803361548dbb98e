//! What a condition says, for who reads it without a machine: a form on paper, an author, an agent.

use super::Condition;
use super::program::{Comparison, Node, Source};
use crate::definition::{FieldId, Text};
use crate::form::Form;
use crate::kind::{ChoiceOption, Kind};

/// A condition, read. Only what people say in one breath is read; anything more learned is [`Reading::Learned`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// All of them hold.
    All(Vec<Reading>),
    /// At least one of them holds.
    Any(Vec<Reading>),
    /// A question was answered by one of these options, or by none of them.
    Chosen {
        /// The question.
        field: FieldId,
        /// The words of the options.
        options: Vec<Text>,
        /// Whether it is one of them; otherwise it is none.
        is: bool,
    },
    /// A yes/no question was answered so.
    YesNo {
        /// The question.
        field: FieldId,
        /// The answer.
        yes: bool,
    },
    /// A question was answered, or left empty.
    Answered {
        /// The question.
        field: FieldId,
        /// Whether it was.
        is: bool,
    },
    /// Something else, as its author wrote it.
    Learned(String),
}

impl Condition {
    /// What the condition says about the questions of its form.
    #[must_use]
    pub fn reading(&self, form: &Form) -> Reading {
        read(&self.program, form).unwrap_or_else(|| Reading::Learned(self.source.clone()))
    }
}

fn read(node: &Node, form: &Form) -> Option<Reading> {
    match node {
        Node::And(all) => several(all, form).map(Reading::All),
        Node::Or(any) => several(any, form).map(one_of),
        Node::Not(inner) => contrary(read(inner, form)?),
        Node::Answer(source) => yes_no(source, true),
        Node::Answered(source) => Some(Reading::Answered {
            field: id(source)?,
            is: true,
        }),
        Node::Compare(Comparison::Equal, left, right) => equal(left, right, form),
        Node::Compare(Comparison::Different, left, right) => contrary(equal(left, right, form)?),
        Node::OneOf(needle, list) => match needle.as_ref() {
            Node::Answer(source) => chosen(source, list, form),
            _ => None,
        },
        Node::Among(needle, source) => chosen(source, std::slice::from_ref(needle.as_ref()), form),
        _ => None,
    }
}

fn several(nodes: &[Node], form: &Form) -> Option<Vec<Reading>> {
    nodes.iter().map(|node| read(node, form)).collect()
}

/// Several choices at one question are said together.
fn one_of(readings: Vec<Reading>) -> Reading {
    let mut said: Vec<Reading> = Vec::new();
    for reading in readings {
        match (said.last_mut(), reading) {
            (
                Some(Reading::Chosen {
                    field,
                    options,
                    is: true,
                }),
                Reading::Chosen {
                    field: same,
                    options: more,
                    is: true,
                },
            ) if *field == same => options.extend(more),
            (_, other) => said.push(other),
        }
    }
    match said.len() {
        1 => said.remove(0),
        _ => Reading::Any(said),
    }
}

fn equal(left: &Node, right: &Node, form: &Form) -> Option<Reading> {
    match (left, right) {
        (Node::Answer(source), Node::Bool(yes)) | (Node::Bool(yes), Node::Answer(source)) => {
            yes_no(source, *yes)
        }
        (Node::Answer(source), value @ Node::Text(_))
        | (value @ Node::Text(_), Node::Answer(source)) => {
            chosen(source, std::slice::from_ref(value), form)
        }
        _ => None,
    }
}

fn yes_no(source: &Source, yes: bool) -> Option<Reading> {
    Some(Reading::YesNo {
        field: id(source)?,
        yes,
    })
}

/// A choice among written values; a text that is no option has no words.
fn chosen(source: &Source, values: &[Node], form: &Form) -> Option<Reading> {
    let field = id(source)?;
    let offered = options(&form.field(field.as_str())?.kind)?;
    let words = values.iter().map(|value| match value {
        Node::Text(value) => label(offered, value),
        _ => None,
    });
    Some(Reading::Chosen {
        options: words.collect::<Option<_>>()?,
        field,
        is: true,
    })
}

fn options(kind: &Kind) -> Option<&[ChoiceOption]> {
    match kind {
        Kind::Choice(choice) => Some(&choice.options),
        Kind::Choices(choices) => Some(&choices.options),
        Kind::Select(select) => Some(&select.options),
        _ => None,
    }
}

fn label(options: &[ChoiceOption], value: &str) -> Option<Text> {
    let found = options.iter().find(|option| option.value == value);
    found.map(|option| option.label.clone())
}

fn id(source: &Source) -> Option<FieldId> {
    source.field().parse().ok()
}

/// The contrary of what is read; that of several things is not said in one breath.
fn contrary(reading: Reading) -> Option<Reading> {
    match reading {
        Reading::Chosen { field, options, is } => Some(Reading::Chosen {
            field,
            options,
            is: !is,
        }),
        Reading::YesNo { field, yes } => Some(Reading::YesNo { field, yes: !yes }),
        Reading::Answered { field, is } => Some(Reading::Answered { field, is: !is }),
        Reading::All(_) | Reading::Any(_) | Reading::Learned(_) => None,
    }
}
