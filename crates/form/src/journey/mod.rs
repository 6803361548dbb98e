//! The journey: the ordered steps and questions that a person meets, given their answers.

mod progress;
mod prune;

pub use progress::{Missing, Progress, StepState};
pub use prune::{Pruned, prune};

use std::collections::BTreeSet;

use jiff::civil::Date;
use parvis_kernel::RowId;

use crate::answer::Answers;
use crate::definition::FieldId;
use crate::expression::{Condition, Scope};
use crate::form::{Block, Element, Explanation, Field, Form, Ineligibility, Step};

/// What a person meets, given their answers.
#[derive(Debug, Clone)]
pub struct Journey<'f> {
    steps: Vec<JourneyStep<'f>>,
    missing: Vec<Missing<'f>>,
    barrier: Option<Barrier<'f>>,
    /// The missing fields, and what waits for them to be computed.
    waited_for: BTreeSet<&'f str>,
}

/// Why the request cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Barrier<'f> {
    /// The step whose answers say so: the others are correct, or wait behind it.
    pub step: &'f Step,
    /// Why, and who can help.
    pub why: &'f Ineligibility,
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
    /// The journey of some answers on a day. Hidden answers count for nothing.
    #[must_use]
    pub fn new(form: &'f Form, answers: &Answers, today: Date) -> Self {
        Self::of_pruned(&Pruned::of(form, answers.clone()), today)
    }

    /// The journey of answers that were deposited: nothing stops a request that was made.
    #[must_use]
    pub fn once_deposited(form: &'f Form, answers: &Answers) -> Self {
        Self::walk(&Pruned::of(form, answers.clone()), None)
    }

    /// The journey of answers that are already pruned.
    #[must_use]
    pub fn of_pruned(answers: &Pruned<'f>, today: Date) -> Self {
        Self::walk(answers, Some(today))
    }

    fn walk(answers: &Pruned<'f>, today: Option<Date>) -> Self {
        let mut journey = Self {
            steps: Vec::with_capacity(answers.form().steps().len()),
            missing: Vec::new(),
            barrier: None,
            waited_for: BTreeSet::new(),
        };
        for (step, elements) in met(answers, Reader::Person) {
            journey.meet(step, elements, answers, today);
        }
        journey
    }

    fn meet(
        &mut self,
        step: &'f Step,
        elements: Vec<JourneyElement<'f>>,
        answers: &Answers,
        today: Option<Date>,
    ) {
        let state = if self.barrier.is_some() {
            StepState::CannotStartYet
        } else {
            let missing = progress::missing_of(step, &elements, answers);
            let state = progress::state_of(step, &elements, answers, &missing, &self.waited_for);
            progress::wait_for(step, answers, &missing, &mut self.waited_for);
            self.missing.extend(missing);
            self.barrier = today.and_then(|today| barrier_in(step, answers, today));
            match self.barrier {
                Some(_) => StepState::ToDo,
                None => state,
            }
        };
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

    /// Why the request cannot be made, as far as the answers say. The steps behind cannot start.
    #[must_use]
    pub const fn barrier(&self) -> Option<Barrier<'f>> {
        self.barrier
    }

    /// Says whether nothing mandatory is missing, and the request can be made.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.barrier.is_none()
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

/// What the answers of a step say of who cannot make the request.
pub(crate) fn barrier_in<'f>(
    step: &'f Step,
    answers: &Answers,
    today: Date,
) -> Option<Barrier<'f>> {
    let scope = Scope::form(answers).on(today);
    let mut reasons = step.ineligible.iter();
    let why = reasons.find(|reason| reason.condition.holds(&scope))?;
    Some(Barrier { step, why })
}

/// Says whether a condition holds; none always does.
pub(crate) fn holds(condition: Option<&Condition>, scope: &Scope<'_>) -> bool {
    condition.is_none_or(|condition| condition.holds(scope))
}

/// Who reads: some computed values are not for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Who fills the form in.
    Person,
    /// Agents, exports.
    Agent,
}

impl Reader {
    fn sees(self, field: &Field) -> bool {
        self == Self::Agent || !field.is_hidden()
    }
}

/// The steps that are met, and their visible elements, in order.
pub(crate) fn met<'f>(
    answers: &Pruned<'f>,
    reader: Reader,
) -> impl Iterator<Item = (&'f Step, Vec<JourneyElement<'f>>)> {
    let steps = answers.form().steps().iter();
    let steps = steps.filter(|step| holds(step.condition.as_ref(), &Scope::form(answers)));
    steps
        .map(move |step| (step, visible_elements(step, answers, reader)))
        .filter(|(_, elements)| !elements.is_empty())
}

fn visible_elements<'f>(
    step: &'f Step,
    answers: &Answers,
    reader: Reader,
) -> Vec<JourneyElement<'f>> {
    let scope = Scope::form(answers);
    let visible = step
        .elements
        .iter()
        .filter(|element| holds(element.condition(), &scope));
    visible
        .filter_map(|element| match element {
            Element::Field(field) => reader.sees(field).then_some(JourneyElement::Field(field)),
            Element::Explanation(explanation) => Some(JourneyElement::Explanation(explanation)),
            Element::Block(block) => Some(JourneyElement::Block {
                block,
                rows: visible_rows(block, answers, reader),
            }),
        })
        .collect()
}

fn visible_rows<'f>(block: &'f Block, answers: &Answers, reader: Reader) -> Vec<JourneyRow<'f>> {
    let rows = answers.rows(block.id.as_str()).iter();
    rows.map(|row| {
        let scope = Scope::row(answers, &row.cells);
        let fields = block.fields.iter();
        JourneyRow {
            id: row.id,
            fields: fields
                .filter(|field| reader.sees(field) && holds(field.condition.as_ref(), &scope))
                .collect(),
        }
    })
    .collect()
}
