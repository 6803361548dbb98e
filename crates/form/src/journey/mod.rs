//! The journey: the ordered steps and questions that a person meets, given their answers.

mod progress;
mod prune;

pub use progress::{Missing, Progress, StepState};
pub use prune::prune;

use parvis_kernel::RowId;

use crate::answer::Answers;
use crate::definition::FieldId;
use crate::expression::{Condition, Scope};
use crate::form::{Block, Element, Explanation, Field, Form, Step};

/// What a person meets, given their answers.
#[derive(Debug, Clone)]
pub struct Journey<'f> {
    steps: Vec<JourneyStep<'f>>,
    missing: Vec<Missing<'f>>,
}

/// A step that the person meets.
#[derive(Debug, Clone)]
pub struct JourneyStep<'f> {
    /// The step.
    pub step: &'f Step,
    /// Its visible elements, in order.
    pub elements: Vec<JourneyElement<'f>>,
    /// What remains to be done in it.
    pub state: StepState,
}

/// A visible element.
#[derive(Debug, Clone)]
pub enum JourneyElement<'f> {
    /// A question.
    Field(&'f Field),
    /// A repeated block, with its rows so far.
    Block {
        /// The block.
        block: &'f Block,
        /// Its rows.
        rows: Vec<JourneyRow<'f>>,
    },
    /// A text.
    Explanation(&'f Explanation),
}

/// A row of a repeated block.
#[derive(Debug, Clone)]
pub struct JourneyRow<'f> {
    /// The row.
    pub id: RowId,
    /// Its visible fields, in order.
    pub fields: Vec<&'f Field>,
}

impl<'f> Journey<'f> {
    /// The journey of some answers. Hidden answers count for nothing.
    #[must_use]
    pub fn new(form: &'f Form, answers: &Answers) -> Self {
        Self::of_pruned(form, &prune(form, answers.clone()))
    }

    /// The journey of answers that are already pruned.
    #[must_use]
    pub fn of_pruned(form: &'f Form, answers: &Answers) -> Self {
        let mut journey = Self {
            steps: Vec::with_capacity(form.steps().len()),
            missing: Vec::new(),
        };
        for step in form.steps() {
            if !holds(step.condition.as_ref(), &Scope::form(answers)) {
                continue;
            }
            let elements = visible_elements(step, answers);
            if !elements.is_empty() {
                journey.meet(step, elements, answers);
            }
        }
        journey
    }

    fn meet(&mut self, step: &'f Step, elements: Vec<JourneyElement<'f>>, answers: &Answers) {
        let missing = progress::missing_of(step, &elements, answers);
        let state = progress::state_of(step, &elements, answers, &missing, &self.missing);
        self.missing.extend(missing);
        self.steps.push(JourneyStep {
            step,
            elements,
            state,
        });
    }

    /// The steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[JourneyStep<'f>] {
        &self.steps
    }

    /// A step by name, if the person meets it.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&JourneyStep<'f>> {
        self.steps.get(self.index(id)?)
    }

    /// The first step.
    #[must_use]
    pub fn first(&self) -> Option<&JourneyStep<'f>> {
        self.steps.first()
    }

    /// The step after one; none after the last.
    #[must_use]
    pub fn next(&self, id: &str) -> Option<&JourneyStep<'f>> {
        self.steps.get(self.index(id)? + 1)
    }

    /// The step before one; none before the first.
    #[must_use]
    pub fn previous(&self, id: &str) -> Option<&JourneyStep<'f>> {
        self.steps.get(self.index(id)?.checked_sub(1)?)
    }

    /// The first step where something mandatory is missing.
    #[must_use]
    pub fn next_to_do(&self) -> Option<&JourneyStep<'f>> {
        self.steps.iter().find(|step| step.state == StepState::ToDo)
    }

    /// Where a step stands: its number, from 1, and how many there are.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<(usize, usize)> {
        Some((self.index(id)? + 1, self.steps.len()))
    }

    /// How many steps are in each state.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress::of(self.steps.iter().map(|step| step.state))
    }

    /// The mandatory answers that are missing, in order.
    #[must_use]
    pub fn missing(&self) -> &[Missing<'f>] {
        &self.missing
    }

    /// Says whether nothing mandatory is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.steps
            .iter()
            .position(|step| step.step.id.as_str() == id)
    }
}

impl<'f> JourneyStep<'f> {
    /// The visible fields, those of rows included, with their row.
    pub fn fields(&self) -> impl Iterator<Item = (&'f Field, Option<(&'f FieldId, RowId)>)> {
        self.elements.iter().flat_map(|element| element.fields())
    }

    /// Says whether some field of the step takes files.
    #[must_use]
    pub fn takes_pieces(&self) -> bool {
        self.fields()
            .any(|(field, _)| matches!(field.kind, crate::kind::Kind::Piece(_)))
    }
}

impl<'f> JourneyElement<'f> {
    fn fields(&self) -> Vec<(&'f Field, Option<(&'f FieldId, RowId)>)> {
        match self {
            Self::Field(field) => vec![(*field, None)],
            Self::Explanation(_) => Vec::new(),
            Self::Block { block, rows } => rows
                .iter()
                .flat_map(|row| {
                    row.fields
                        .iter()
                        .map(|field| (*field, Some((&block.id, row.id))))
                })
                .collect(),
        }
    }
}

/// Says whether a condition holds; none always does.
pub(crate) fn holds(condition: Option<&Condition>, scope: &Scope<'_>) -> bool {
    condition.is_none_or(|condition| condition.holds(scope))
}

fn visible_elements<'f>(step: &'f Step, answers: &Answers) -> Vec<JourneyElement<'f>> {
    let scope = Scope::form(answers);
    let visible = step
        .elements
        .iter()
        .filter(|element| holds(element.condition(), &scope));
    visible
        .map(|element| match element {
            Element::Field(field) => JourneyElement::Field(field),
            Element::Explanation(explanation) => JourneyElement::Explanation(explanation),
            Element::Block(block) => JourneyElement::Block {
                block,
                rows: visible_rows(block, answers),
            },
        })
        .collect()
}

fn visible_rows<'f>(block: &'f Block, answers: &Answers) -> Vec<JourneyRow<'f>> {
    let rows = answers.rows(block.id.as_str()).iter();
    rows.map(|row| {
        let scope = Scope::row(answers, &row.cells);
        let fields = block.fields.iter();
        JourneyRow {
            id: row.id,
            fields: fields
                .filter(|field| holds(field.condition.as_ref(), &scope))
                .collect(),
        }
    })
    .collect()
}
