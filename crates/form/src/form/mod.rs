//! The compiled form: what a published revision pins.

mod canonical;
mod check;
mod compile;
mod rule;
mod schema;

pub use canonical::{CanonicalError, EVALUATOR_VERSION};
pub(crate) use check::contradicted;
pub use check::{Check, Ineligibility};
pub use rule::{Proposal, Rule};

use jiff::civil::Date;
use parvis_kernel::Tongues;
use serde::{Deserialize, Serialize};

use crate::answer::{Amount, Answer, Answers, At, EntryError, EntryErrorKind, Part};
use crate::definition::{DataDefaults, DataUse, FieldId, Problem, Shown, StepId, StepSource, Text};
use crate::expression::{Condition, Scope};
use crate::journey::holds;
use crate::kind::Kind;
use crate::source::Source;

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

    /// The form of a démarche that asks nothing: it is made elsewhere.
    #[must_use]
    pub const fn without_questions() -> Self {
        Self { steps: Vec::new() }
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

    /// The field that says what is asked for the request, if any.
    #[must_use]
    pub fn fee(&self) -> Option<&Field> {
        self.fields()
            .find(|field| matches!(field.kind, Kind::Fee(_)))
    }

    /// The same form, where every step and every question is met whatever is answered: for who reads it over.
    #[must_use]
    pub fn without_conditions(&self) -> Self {
        let mut form = self.clone();
        for step in &mut form.steps {
            step.condition = None;
            step.checks.clear();
            step.ineligible.clear();
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
    /// What its answers must satisfy together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// Who cannot make the request, as soon as it is answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ineligible: Vec<Ineligibility>,
    /// What it is made of, in order.
    pub elements: Vec<Element>,
}

impl Step {
    /// The block of the step whose rows have pages, if any: it is then all that the step asks.
    #[must_use]
    pub fn paged(&self) -> Option<&Block> {
        self.elements.iter().find_map(|element| match element {
            Element::Block(block) if block.pages => Some(block),
            _ => None,
        })
    }

    /// The checks of the step that answers contradict on a day, each told at the first question that the step shows.
    #[must_use]
    pub fn contradictions(&self, answers: &Answers, today: Date) -> Vec<EntryError> {
        let scope = Scope::form(answers).on(today);
        let kinds = contradicted(&self.checks, &scope);
        kinds.filter_map(|kind| self.error(answers, kind)).collect()
    }

    /// Something to correct in the step as a whole, told at the first question that it shows.
    pub(crate) fn error(&self, answers: &Answers, kind: EntryErrorKind) -> Option<EntryError> {
        let scope = Scope::form(answers);
        let shown = self
            .elements
            .iter()
            .filter(|element| holds(element.condition(), &scope));
        for element in shown {
            match element {
                Element::Field(field) if field.is_computed() => {}
                Element::Field(field) => return Some(field.error(At::Form, Part::Whole, kind)),
                Element::Block(block) => return Some(block.error(kind)),
                Element::Explanation(_) => {}
            }
        }
        None
    }
}

/// What a step is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every element of a form is a field: a box would only be followed"
)]
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
            Self::Field(field) => field.forget_conditions(),
            Self::Explanation(explanation) => explanation.condition = None,
            Self::Block(block) => {
                block.condition = None;
                block.checks.clear();
                block.fields.iter_mut().for_each(Field::forget_conditions);
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
    /// Whether it may stay unanswered, unless `required_if` holds.
    pub optional: bool,
    /// The condition under which it may not; the field is then `optional`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_if: Option<Condition>,
    /// What sort of answer it takes.
    pub kind: Kind,
    /// The condition under which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// What the answer must satisfy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// What its data are for.
    pub data: DataUse,
    /// The author's `autocomplete` token, or `off`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
    /// Who may be asked for the answer instead of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
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
    /// Whether each row has its own page: the page of the step is then their list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pages: bool,
    /// Rows at least; none makes the block optional.
    pub min: u32,
    /// Rows at most.
    pub max: u32,
    /// What its rows must satisfy together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
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
    /// Its level, 2 or 3, when it is the heading of what follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<u8>,
    /// The condition under which it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

impl Field {
    /// Says whether the person may be told that the question is optional: nothing ever makes it mandatory.
    #[must_use]
    pub const fn is_always_optional(&self) -> bool {
        self.optional && self.required_if.is_none()
    }

    /// An answer to the field in words, line by line.
    #[must_use]
    pub fn in_words(&self, answer: &Answer, tongues: impl Into<Tongues>) -> Vec<Shown> {
        self.kind.rules().said(answer, tongues.into())
    }

    /// Says whether the house computes it: nobody answers it.
    #[must_use]
    pub const fn is_computed(&self) -> bool {
        self.kind.formula().is_some()
    }

    /// Says whether the person never sees it: a value computed for agents, exports and routing.
    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        matches!(&self.kind, Kind::Computed(computed) if !computed.show)
    }

    /// What the field holds when it is computed: nothing when the answers do not decide it. A fee is never under zero.
    pub(crate) fn compute(&self, scope: &Scope<'_>) -> Option<Answer> {
        let answer = self.kind.formula()?.answer(scope)?;
        match (&self.kind, answer) {
            (Kind::Fee(_), Answer::Amount(fee)) => Some(Answer::Amount(Amount {
                cents: fee.cents.max(0),
            })),
            (_, answer) => Some(answer),
        }
    }

    /// Says whether an answer is mandatory, given the others.
    pub(crate) fn is_mandatory(&self, scope: &Scope<'_>) -> bool {
        match &self.required_if {
            Some(condition) => condition.holds(scope),
            None => !self.optional,
        }
    }

    fn forget_conditions(&mut self) {
        self.condition = None;
        self.required_if = None;
        self.checks.clear();
    }

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
