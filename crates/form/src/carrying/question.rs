//! A question of a form by its name, and the answers that it takes.

use crate::answer::{Answer, At, entries_of};
use crate::definition::FieldId;
use crate::form::{Block, Element, Field, Form};

/// A question, or a block of questions.
#[derive(Clone, Copy)]
pub(super) enum Question<'f> {
    /// One question.
    Field(&'f Field),
    /// Questions asked for each of several things.
    Block(&'f Block),
}

/// The question of a name, blocks not looked into.
pub(super) fn question<'f>(form: &'f Form, id: &FieldId) -> Option<Question<'f>> {
    let elements = form.steps().iter().flat_map(|step| &step.elements);
    let mut questions = elements.filter_map(|element| match element {
        Element::Field(field) => Some(Question::Field(field)),
        Element::Block(block) => Some(Question::Block(block)),
        Element::Explanation(_) => None,
    });
    questions.find(|question| match question {
        Question::Field(field) => field.id == *id,
        Question::Block(block) => block.id == *id,
    })
}

impl<'f> Question<'f> {
    /// Whether it is a block.
    pub(super) const fn is_block(self) -> bool {
        matches!(self, Self::Block(_))
    }

    /// Whether it takes answers of that type. Nobody gives what is computed.
    pub(super) fn takes(self, answer: &Answer) -> bool {
        match self {
            Self::Field(field) => {
                !field.is_computed() && !entries_of(field, At::Form, answer).is_empty()
            }
            Self::Block(_) => matches!(answer, Answer::Rows(_)),
        }
    }

    /// The question of a name in a row of the block.
    pub(super) fn cell(self, id: &FieldId) -> Option<&'f Field> {
        match self {
            Self::Field(_) => None,
            Self::Block(block) => block.fields.iter().find(|field| field.id == *id),
        }
    }
}
