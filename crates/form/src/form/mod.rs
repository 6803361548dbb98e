//! The compiled form: what a published revision pins.

mod canonical;
mod compile;
mod rule;
mod schema;

pub use canonical::{CanonicalError, EVALUATOR_VERSION};
pub use rule::Rule;

use serde::{Deserialize, Serialize};

use crate::answer::{At, EntryError, EntryErrorKind, Part};
use crate::definition::{DataDefaults, DataUse, FieldId, Problem, StepId, StepSource, Text};
use crate::expression::Condition;
use crate::kind::Kind;

/// A form that can be filled in: checked, typed, bounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    steps: Vec<Step>,
}

impl Form {
    /// Compiles what an author wrote.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the file.
    pub fn compile(
        file: &str,
        steps: &[StepSource],
        defaults: Option<&DataDefaults>,
    ) -> Result<Self, Vec<Problem>> {
        compile::compile(file, steps, defaults).map(|steps| Self { steps })
    }

    /// The steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// A step by name.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id.as_str() == id)
    }

    /// Every field, those of blocks included, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.elements().flat_map(Element::fields)
    }

    /// A field by name, those of blocks included.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id.as_str() == id)
    }

    /// A block by name.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.elements().find_map(|element| match element {
            Element::Block(block) if block.id.as_str() == id => Some(block),
            _ => None,
        })
    }

    /// The same form, where every step and every question is met whatever is answered: for who reads it over.
    #[must_use]
    pub fn without_conditions(&self) -> Self {
        let mut form = self.clone();
        for step in &mut form.steps {
            step.condition = None;
            step.elements
                .iter_mut()
                .for_each(Element::forget_conditions);
        }
        form
    }

    fn elements(&self) -> impl Iterator<Item = &Element> {
        self.steps.iter().flat_map(|step| &step.elements)
    }
}

/// A page, or a few, of questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its stable name.
    pub id: StepId,
    /// What it is called.
    pub title: Text,
    /// A few words before the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Text>,
    /// The condition under which it is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What it is made of, in order.
    pub elements: Vec<Element>,
}

/// What a step is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// One question.
    Field(Field),
    /// Questions asked for each of several things.
    Block(Block),
    /// A text that asks nothing.
    Explanation(Explanation),
}

impl Element {
    /// The fields of the element: one, those of a block, or none.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match self {
            Self::Field(field) => std::slice::from_ref(field),
            Self::Block(block) => &block.fields,
            Self::Explanation(_) => &[],
        }
    }

    fn forget_conditions(&mut self) {
        match self {
            Self::Field(field) => field.condition = None,
            Self::Explanation(explanation) => explanation.condition = None,
            Self::Block(block) => {
                block.condition = None;
                for field in &mut block.fields {
                    field.condition = None;
                }
            }
        }
    }

    /// The condition under which the element is shown.
    #[must_use]
    pub const fn condition(&self) -> Option<&Condition> {
        match self {
            Self::Field(field) => field.condition.as_ref(),
            Self::Block(block) => block.condition.as_ref(),
            Self::Explanation(explanation) => explanation.condition.as_ref(),
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its stable name.
    pub id: FieldId,
    /// The question.
    pub label: Text,
    /// Help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Whether it may stay unanswered.
    pub optional: bool,
    /// What sort of answer it takes.
    pub kind: Kind,
    /// The condition under which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What its data are for.
    pub data: DataUse,
    /// The author's `autocomplete` token, or `off`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
}

/// Questions asked for each of several things: children, vehicles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its stable name.
    pub id: FieldId,
    /// What it is called.
    pub title: Text,
    /// What one row is called.
    pub row_title: Text,
    /// What the button that adds a row says; without it the page makes a sentence with the name of a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add_label: Option<Text>,
    /// Help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Rows at least; none makes the block optional.
    pub min: u32,
    /// Rows at most.
    pub max: u32,
    /// The fields of one row.
    pub fields: Vec<Field>,
    /// The condition under which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

/// A text that asks nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The text; paragraphs are separated by an empty line.
    pub text: Text,
    /// The condition under which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

impl Field {
    /// The `autocomplete` token of a part: the author's, else the usual one of the kind.
    #[must_use]
    pub fn autocomplete_of(&self, part: Part) -> Option<&str> {
        self.autocomplete
            .as_deref()
            .or_else(|| self.kind.autocomplete(part))
    }

    /// Something to correct in the field, noted by another room (a file refused at its reception).
    #[must_use]
    pub fn error(&self, at: At<'_>, part: Part, kind: EntryErrorKind) -> EntryError {
        EntryError {
            field: self.id.clone(),
            row: at.block().cloned().zip(at.row()),
            part,
            kind,
            label: self.label.clone(),
            family: self.kind.family(),
            focus: self.kind.focus(),
        }
    }
}

impl Block {
    /// Something to correct in the block as a whole.
    #[must_use]
    pub fn error(&self, kind: EntryErrorKind) -> EntryError {
        EntryError {
            field: self.id.clone(),
            row: None,
            part: Part::Whole,
            kind,
            label: self.title.clone(),
            family: "rows",
            focus: Part::Whole,
        }
    }
}
