//! What remains to be done.

use std::collections::BTreeSet;

use parvis_kernel::RowId;

use super::JourneyElement;
use crate::answer::{Answers, At};
use crate::definition::{FieldId, Text};
use crate::expression::{Condition, Scope};
use crate::form::{Element, Step};

/// What remains to be done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepState {
    /// Everything mandatory is answered.
    Complete,
    /// Something mandatory is missing.
    ToDo,
    /// Nothing is mandatory and nothing is answered yet.
    Optional,
    /// Its questions depend on something mandatory that is missing in an earlier step, or an earlier step says that the
    /// request cannot be made.
    CannotStartYet,
}

/// How many steps are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// All the steps that the person meets so far.
    pub total: usize,
    /// Those complete, the optional ones included.
    pub complete: usize,
    /// Those where something is missing.
    pub to_do: usize,
    /// Those that cannot start yet.
    pub cannot_start: usize,
}

impl Progress {
    pub(super) fn of(states: impl Iterator<Item = StepState>) -> Self {
        let mut progress = Self::default();
        for state in states {
            progress.total += 1;
            match state {
                StepState::Complete | StepState::Optional => progress.complete += 1,
                StepState::ToDo => progress.to_do += 1,
                StepState::CannotStartYet => progress.cannot_start += 1,
            }
        }
        progress
    }
}

/// Something mandatory that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing<'f> {
    /// The step where to answer.
    pub step: &'f Step,
    /// The field, or the block that lacks rows.
    pub field: &'f FieldId,
    /// What it is called.
    pub label: &'f Text,
    /// The block and the row where the field stands, if any.
    pub row: Option<(&'f FieldId, RowId)>,
}

impl Missing<'_> {
    /// Where the field stands.
    #[must_use]
    pub fn at(&self) -> At<'_> {
        match self.row {
            None => At::Form,
            Some((block, row)) => At::Row { block, row },
        }
    }
}

pub(super) fn missing_of<'f>(
    step: &'f Step,
    elements: &[JourneyElement<'f>],
    answers: &Answers,
) -> Vec<Missing<'f>> {
    let mut missing = Vec::new();
    for element in elements {
        if let JourneyElement::Block { block, rows } = element
            && rows.len() < block.min as usize
        {
            missing.push(Missing {
                step,
                field: &block.id,
                label: &block.title,
                row: None,
            });
        }
        for (field, row) in element.fields() {
            let cells = row.and_then(|(block, row)| answers.row(block.as_str(), row));
            let (scope, own) = match cells {
                None => (Scope::form(answers), answers),
                Some(row) => (Scope::row(answers, &row.cells), &row.cells),
            };
            if own.get(field.id.as_str()).is_none() && field.is_mandatory(&scope) {
                missing.push(Missing {
                    step,
                    field: &field.id,
                    label: &field.label,
                    row,
                });
            }
        }
    }
    missing
}

pub(super) fn state_of(
    step: &Step,
    elements: &[JourneyElement<'_>],
    answers: &Answers,
    missing: &[Missing<'_>],
    waited_for: &BTreeSet<&str>,
) -> StepState {
    if waits_for(step, waited_for) {
        return StepState::CannotStartYet;
    }
    if !missing.is_empty() {
        return StepState::ToDo;
    }
    let asks = |element: &JourneyElement<'_>| match element {
        JourneyElement::Field(field) => !field.is_computed(),
        JourneyElement::Block { .. } => true,
        JourneyElement::Explanation(_) => false,
    };
    let touched = elements.iter().any(|element| is_touched(element, answers));
    if elements.iter().any(asks) && !touched {
        return StepState::Optional;
    }
    StepState::Complete
}

fn is_touched(element: &JourneyElement<'_>, answers: &Answers) -> bool {
    match element {
        JourneyElement::Field(field) => {
            !field.is_computed() && answers.get(field.id.as_str()).is_some()
        }
        JourneyElement::Block { block, .. } => answers.get(block.id.as_str()).is_some(),
        JourneyElement::Explanation(_) => false,
    }
}

/// Notes what is missing, and what cannot be computed without it.
pub(super) fn wait_for<'f>(
    step: &'f Step,
    answers: &Answers,
    missing: &[Missing<'f>],
    waited_for: &mut BTreeSet<&'f str>,
) {
    waited_for.extend(missing.iter().map(|missing| missing.field.as_str()));
    for field in step.elements.iter().flat_map(Element::fields) {
        let id = field.id.as_str();
        if let Some(formula) = field.kind.formula()
            && answers.get(id).is_none()
            && formula
                .fields()
                .iter()
                .any(|name| waited_for.contains(name))
        {
            waited_for.insert(id);
        }
    }
}

/// Says whether a condition of the step looks at something mandatory that is missing before it.
fn waits_for(step: &Step, waited_for: &BTreeSet<&str>) -> bool {
    if waited_for.is_empty() {
        return false;
    }
    let of_rows = step
        .elements
        .iter()
        .flat_map(Element::fields)
        .filter_map(|field| field.condition.as_ref());
    let conditions = step
        .elements
        .iter()
        .filter_map(Element::condition)
        .chain(of_rows);
    conditions
        .flat_map(Condition::fields)
        .any(|name| waited_for.contains(name))
}
