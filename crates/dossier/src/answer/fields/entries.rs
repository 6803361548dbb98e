//! What the inputs of a step hold: what was typed, else the accepted answers; and the first rows of blocks.

use parvis_form::{Answer, Answers, At, Block, Element, Entries, Field, Step, entries_of};
use parvis_kernel::{PieceId, RowId};

use super::{Questions, Shape};
use crate::answer::StepView;

/// The values of the inputs of a step. A block that needs rows has them, empty, from the start.
///
/// Rows that have their own pages are not there before they are added; the one that a page shows is, and what comes back beside
/// says whether it was there already.
pub(super) fn shown_entries(questions: &Questions<'_>) -> (Entries, bool) {
    let mut entries = match questions.entries {
        Some(typed) => typed.clone(),
        None => accepted(questions.step.elements.iter(), questions.answers),
    };
    entries.remove(parvis_form::answer::ASKED_INPUT);
    let mut is_known = false;
    for element in &questions.step.elements {
        if let Element::Block(block) = element {
            match questions.shape {
                Shape::InPlace => first_rows(block, &mut entries),
                Shape::List { .. } => {}
                Shape::Row(row) => is_known = has_row(block, row, &mut entries),
            }
        }
    }
    (entries, is_known)
}

/// Makes sure that a row is there; says whether it was.
fn has_row(block: &Block, row: RowId, entries: &mut Entries) -> bool {
    let rows = entries.entry(block.id.to_string()).or_default();
    let id = row.to_string();
    let is_known = rows.contains(&id);
    if !is_known {
        rows.push(id);
    }
    is_known
}

/// The entries of a step without a file.
pub(crate) fn without_piece(step: &Step, view: &StepView, piece: PieceId) -> Entries {
    let mut entries = match &view.entries {
        Some(typed) => typed.clone(),
        None => accepted(step.elements.iter(), &view.answers),
    };
    let id = piece.to_string();
    for values in entries.values_mut() {
        values.retain(|value| *value != id);
    }
    entries
}

/// The accepted answers of some elements, as a browser would post them.
pub(crate) fn accepted<'a>(
    elements: impl Iterator<Item = &'a Element>,
    answers: &Answers,
) -> Entries {
    let mut entries = Entries::new();
    for element in elements {
        match element {
            Element::Field(field) => add(&mut entries, field, At::Form, answers),
            Element::Block(block) => add_rows(&mut entries, block, answers),
            Element::Explanation(_) => {}
        }
    }
    entries
}

fn add(entries: &mut Entries, field: &Field, at: At<'_>, answers: &Answers) {
    if let Some(answer) = answers.get(field.id.as_str()) {
        entries.extend(entries_of(field, at, answer));
    }
}

fn add_rows(entries: &mut Entries, block: &Block, answers: &Answers) {
    let Some(Answer::Rows(rows)) = answers.get(block.id.as_str()) else {
        return;
    };
    let ids = rows.iter().map(|row| row.id.to_string()).collect();
    entries.insert(block.id.to_string(), ids);
    for row in rows {
        let at = At::Row {
            block: &block.id,
            row: row.id,
        };
        for field in &block.fields {
            add(entries, field, at, &row.cells);
        }
    }
}

fn first_rows(block: &Block, entries: &mut Entries) {
    let rows = entries.entry(block.id.to_string()).or_default();
    while rows.len() < block.min as usize {
        rows.push(RowId::new().to_string());
    }
}
