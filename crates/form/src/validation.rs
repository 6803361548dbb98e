//! Whole answers against a form: at the deposit, and for answers that come by another door.

use crate::answer::{
    Answer, Answers, At, Entries, EntryError, EntryErrorKind, Part, PlaceAnswer, Row, Surroundings,
    entries_of, normalise,
};
use crate::definition::{FieldId, Text};
use crate::form::{Block, Field, Form};
use crate::journey::{Journey, JourneyElement, JourneyRow, prune};

/// Errors reported at most: more say nothing more.
const ERRORS: usize = 200;

/// Checks that answers are complete, visible, known, and what the house itself would have kept.
///
/// One rule does it: an answer must come back the same when it is written as entries and read again.
///
/// # Errors
/// What is wrong, in the order of the form; unknown and hidden answers first.
pub fn validate(
    form: &Form,
    answers: &Answers,
    surroundings: &Surroundings<'_>,
) -> Result<(), Vec<EntryError>> {
    let pruned = prune(form, answers.clone());
    let mut errors = superfluous(form, answers, &pruned);
    for met in Journey::of_pruned(form, &pruned).steps() {
        for element in &met.elements {
            match element {
                JourneyElement::Field(field) => {
                    let answer = pruned.get(field.id.as_str());
                    check(field, At::Form, answer, surroundings, &mut errors);
                }
                JourneyElement::Block { block, rows } => {
                    check_rows(block, rows, &pruned, surroundings, &mut errors);
                }
                JourneyElement::Explanation(_) => {}
            }
            if errors.len() >= ERRORS {
                return Err(errors);
            }
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// The answers that pruning removes: unknown fields, hidden ones.
fn superfluous(form: &Form, answers: &Answers, pruned: &Answers) -> Vec<EntryError> {
    let mut errors = Vec::new();
    for (id, answer) in answers.iter().take(ERRORS) {
        match (pruned.get(id.as_str()), answer) {
            (None, _) => errors.push(stray(form, id)),
            (Some(Answer::Rows(kept)), Answer::Rows(given)) => {
                for (kept, given) in kept
                    .iter()
                    .zip(given)
                    .filter(|(kept, given)| kept.cells.len() != given.cells.len())
                {
                    let strays = given
                        .cells
                        .iter()
                        .filter(|(id, _)| kept.cells.get(id.as_str()).is_none());
                    errors.extend(strays.take(ERRORS).map(|(id, _)| stray(form, id)));
                }
            }
            _ => {}
        }
    }
    errors.truncate(ERRORS);
    errors
}

fn stray(form: &Form, id: &FieldId) -> EntryError {
    if let Some(field) = form.field(id.as_str()) {
        return field.error(At::Form, Part::Whole, EntryErrorKind::HiddenField);
    }
    if let Some(block) = form.block(id.as_str()) {
        return block.error(EntryErrorKind::HiddenField);
    }
    EntryError {
        field: id.clone(),
        row: None,
        part: Part::Whole,
        kind: EntryErrorKind::UnknownField,
        label: Text::french(id.as_str()),
        family: "text",
        focus: Part::Whole,
    }
}

fn check(
    field: &Field,
    at: At<'_>,
    answer: Option<&Answer>,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) {
    let Some(answer) = answer else {
        if !field.optional {
            errors.push(field.error(at, Part::Whole, EntryErrorKind::Required));
        }
        return;
    };
    let entries = entries_by_code(field, at, answer);
    if entries.is_empty() {
        errors.push(field.error(at, Part::Whole, EntryErrorKind::WrongType));
        return;
    }
    match normalise(field, at, &entries, surroundings) {
        Ok(Some(read)) if is_same(&read, answer) => {}
        Ok(_) => errors.push(field.error(at, Part::Whole, EntryErrorKind::Tampered)),
        Err(found) => errors.extend(found),
    }
}

/// The entries of an answer, where the code of a place stands without its name: a commune renamed
/// since it was answered is the same commune.
fn entries_by_code(field: &Field, at: At<'_>, answer: &Answer) -> Entries {
    let mut entries = entries_of(field, at, answer);
    for (name, code) in [
        (Part::Whole, Part::Code),
        (Part::Commune, Part::CommuneCode),
        (Part::BirthPlace, Part::BirthPlaceCode),
    ] {
        if entries.contains_key(&at.name(&field.id, code)) {
            entries.remove(&at.name(&field.id, name));
        }
    }
    entries
}

fn check_rows(
    block: &Block,
    met: &[JourneyRow<'_>],
    answers: &Answers,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) {
    let rows = match answers.get(block.id.as_str()) {
        None => &[][..],
        Some(Answer::Rows(rows)) => rows,
        Some(_) => return errors.push(block.error(EntryErrorKind::WrongType)),
    };
    if let Some(kind) = wrong_rows(block, rows, answers) {
        return errors.push(block.error(kind));
    }
    for (row, met) in rows.iter().zip(met) {
        let at = At::Row {
            block: &block.id,
            row: row.id,
        };
        for field in &met.fields {
            check(
                field,
                at,
                row.cells.get(field.id.as_str()),
                surroundings,
                errors,
            );
        }
        if errors.len() >= ERRORS {
            return;
        }
    }
}

fn wrong_rows(block: &Block, rows: &[Row], answers: &Answers) -> Option<EntryErrorKind> {
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    if count < block.min {
        return Some(EntryErrorKind::TooFewRows { min: block.min });
    }
    if count > block.max {
        return Some(EntryErrorKind::TooManyRows { max: block.max });
    }
    if rows.is_empty() && answers.get(block.id.as_str()).is_some() {
        return Some(EntryErrorKind::Tampered);
    }
    let mut ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    ids.dedup();
    (ids.len() != rows.len()).then_some(EntryErrorKind::RowInvalid)
}

/// Says whether two answers are the same. The official name of a place may have changed since it
/// was answered: its code decides.
fn is_same(read: &Answer, kept: &Answer) -> bool {
    match (read, kept) {
        (Answer::Place(read), Answer::Place(kept)) => is_same_place(read, kept),
        (Answer::Address(read), Answer::Address(kept)) => {
            let mut read = read.clone();
            read.commune.clone_from(&kept.commune);
            read == *kept && kept.commune.chars().count() <= 200
        }
        (Answer::Identity(read), Answer::Identity(kept)) => {
            let places = match (&read.birth_place, &kept.birth_place) {
                (Some(read), Some(kept)) => is_same_place(read, kept),
                (None, None) => true,
                _ => false,
            };
            let mut read = read.clone();
            read.birth_place.clone_from(&kept.birth_place);
            places && read == *kept
        }
        _ => read == kept,
    }
}

fn is_same_place(read: &PlaceAnswer, kept: &PlaceAnswer) -> bool {
    match (read, kept) {
        (PlaceAnswer::Commune { code: read, .. }, PlaceAnswer::Commune { code, name, .. }) => {
            read == code && name.chars().count() <= 200
        }
        (
            PlaceAnswer::Abroad {
                country_code: read,
                town: read_town,
                ..
            },
            PlaceAnswer::Abroad {
                country_code, town, ..
            },
        ) => read == country_code && read_town == town,
        _ => false,
    }
}
