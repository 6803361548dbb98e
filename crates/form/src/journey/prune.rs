//! Pruning: hidden answers are forgotten.

use crate::answer::{Answer, Answers, Row};
use crate::expression::Scope;
use crate::form::{Block, Element, Field, Form};

use super::holds;

/// Removes the answers that the others hide, so that a hidden answer never feeds a condition, a
/// page, a document or an export. Answers to unknown fields are removed too.
///
/// One pass in the order of the form is enough: a condition only looks at what is asked before it,
/// which is by then settled.
#[must_use]
pub fn prune(form: &Form, mut answers: Answers) -> Answers {
    let mut kept = Answers::new();
    for step in form.steps() {
        if !holds(step.condition.as_ref(), &Scope::form(&kept)) {
            continue;
        }
        // A step's condition is settled before its own elements are.
        for element in &step.elements {
            if holds(element.condition(), &Scope::form(&kept)) {
                keep(element, &mut answers, &mut kept);
            }
        }
    }
    kept
}

fn keep(element: &Element, answers: &mut Answers, kept: &mut Answers) {
    match element {
        Element::Field(Field { id, .. }) => {
            if let Some(answer) = answers.remove(id.as_str()) {
                kept.insert(id.clone(), answer);
            }
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

fn pruned_rows(block: &Block, rows: Vec<Row>, kept: &Answers) -> Vec<Row> {
    let pruned = rows.into_iter().map(|mut row| {
        let mut cells = Answers::new();
        for field in &block.fields {
            if holds(field.condition.as_ref(), &Scope::row(kept, &cells))
                && let Some(answer) = row.cells.remove(field.id.as_str())
            {
                cells.insert(field.id.clone(), answer);
            }
        }
        Row { id: row.id, cells }
    });
    pruned.collect()
}
