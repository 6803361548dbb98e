//! Pruning: hidden answers are forgotten.

use std::ops::Deref;

use crate::answer::{Answer, Answers, Row};
use crate::expression::Scope;
use crate::form::{Block, Element, Field, Form};

use super::holds;

/// Answers to a form without those that the others hide, so that a hidden answer never feeds a condition, a page, a
/// document or an export.
///
/// What asks for them is not to prune again, and cannot be given others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pruned<'f> {
    form: &'f Form,
    answers: Answers,
}

impl<'f> Pruned<'f> {
    /// Removes the answers that the others hide. Answers to unknown fields are removed too, and what is computed is
    /// computed anew: what was given in its place is not looked at.
    ///
    /// One pass in the order of the form is enough: a condition only looks at what is asked before it,
    /// which is by then settled.
    #[must_use]
    pub fn of(form: &'f Form, mut given: Answers) -> Self {
        let mut kept = Answers::new();
        for step in form.steps() {
            if !holds(step.condition.as_ref(), &Scope::form(&kept)) {
                continue;
            }
            // A step's condition is settled before its own elements are.
            for element in &step.elements {
                if holds(element.condition(), &Scope::form(&kept)) {
                    keep(element, &mut given, &mut kept);
                }
            }
        }
        Self {
            form,
            answers: kept,
        }
    }

    /// The form that they answer.
    #[must_use]
    pub const fn form(&self) -> &'f Form {
        self.form
    }

    /// The answers alone, to keep them.
    #[must_use]
    pub fn into_answers(self) -> Answers {
        self.answers
    }
}

impl Deref for Pruned<'_> {
    type Target = Answers;

    fn deref(&self) -> &Answers {
        &self.answers
    }
}

/// The answers that [`Pruned`] keeps, for who only keeps them.
#[must_use]
pub fn prune(form: &Form, answers: Answers) -> Answers {
    Pruned::of(form, answers).into_answers()
}

fn keep(element: &Element, answers: &mut Answers, kept: &mut Answers) {
    match element {
        Element::Field(field) => {
            let answer = settled(field, answers, &Scope::form(kept));
            kept.set(&field.id, answer);
        }
        Element::Block(block) => {
            let answer = answers
                .remove(block.id.as_str())
                .map(|answer| match answer {
                    Answer::Rows(rows) => Answer::Rows(pruned_rows(block, rows, kept)),
                    other => other,
                });
            kept.set(&block.id, answer);
        }
        Element::Explanation(_) => {}
    }
}

/// What a visible field holds: its answer, or what is computed.
fn settled(field: &Field, given: &mut Answers, scope: &Scope<'_>) -> Option<Answer> {
    if field.is_computed() {
        return field.compute(scope);
    }
    given.remove(field.id.as_str())
}

fn pruned_rows(block: &Block, rows: Vec<Row>, kept: &Answers) -> Vec<Row> {
    let pruned = rows.into_iter().map(|mut row| {
        let mut cells = Answers::new();
        for field in &block.fields {
            let scope = Scope::row(kept, &cells);
            if holds(field.condition.as_ref(), &scope) {
                let answer = settled(field, &mut row.cells, &scope);
                cells.set(&field.id, answer);
            }
        }
        Row { id: row.id, cells }
    });
    pruned.collect()
}
