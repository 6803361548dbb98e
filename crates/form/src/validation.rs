//! Whole answers against a form: at the deposit, and for answers that come by another door.

use crate::answer::{
    self, Address, Answer, Answers, At, EntryError, EntryErrorKind, NameSource, Part, PlaceAnswer,
    Registered, Row, Surroundings, Writer, beside,
};
use crate::definition::{FieldId, Text};
use crate::expression::Scope;
use crate::form::{Block, Field, Form, Step, contradicted};
use crate::journey::{JourneyElement, JourneyRow, Pruned, Reader, barrier_in, met};

/// Errors reported at most: more say nothing more.
const ERRORS: usize = 200;

/// Checks answers as they were given: those that pruning removes or computes are errors, and the others are checked as
/// [`Pruned::validate`] does.
///
/// # Errors
/// What is wrong, in the order of the form; unknown and hidden answers first.
pub fn validate(
    form: &Form,
    answers: &Answers,
    surroundings: &Surroundings<'_>,
) -> Result<(), Vec<EntryError>> {
    let pruned = Pruned::of(form, answers.clone());
    let mut errors = superfluous(form, answers, &pruned);
    check_pruned(&pruned, surroundings, &mut errors);
    none(errors)
}

impl Pruned<'_> {
    /// Checks that the answers are complete, and what the house itself would have kept.
    ///
    /// One rule does it: an answer must come back the same when it is written as entries and read again.
    ///
    /// # Errors
    /// What is wrong, in the order of the form.
    pub fn validate(&self, surroundings: &Surroundings<'_>) -> Result<(), Vec<EntryError>> {
        let mut errors = Vec::new();
        check_pruned(self, surroundings, &mut errors);
        none(errors)
    }
}

fn none(errors: Vec<EntryError>) -> Result<(), Vec<EntryError>> {
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

fn check_pruned(
    pruned: &Pruned<'_>,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) {
    let scope = Scope::form(pruned).on(surroundings.today);
    for (step, elements) in met(pruned, Reader::Person) {
        for element in &elements {
            match element {
                JourneyElement::Field(field) => {
                    let answer = pruned.get(field.id.as_str());
                    check(field, At::Form, answer, &scope, surroundings, errors);
                }
                JourneyElement::Block { block, rows } => {
                    check_rows(block, rows, pruned, surroundings, errors);
                }
                JourneyElement::Explanation(_) => {}
            }
            if errors.len() >= ERRORS {
                return;
            }
        }
        if check_step(step, pruned, &scope, surroundings, errors) {
            return;
        }
    }
}

/// Checks a step as a whole; true when its answers close the request: what comes after is not asked.
fn check_step(
    step: &Step,
    answers: &Answers,
    scope: &Scope<'_>,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) -> bool {
    let kinds = contradicted(&step.checks, scope);
    errors.extend(kinds.filter_map(|kind| step.error(answers, kind)));
    let Some(barrier) = barrier_in(step, answers, surroundings.today) else {
        return false;
    };
    let message = barrier.why.message.clone();
    errors.extend(step.error(answers, EntryErrorKind::Ineligible { message }));
    true
}

/// The answers that pruning removes: unknown fields, hidden ones; and those given in the place of what is computed.
fn superfluous(form: &Form, answers: &Answers, pruned: &Answers) -> Vec<EntryError> {
    let mut errors = Vec::new();
    for (id, answer) in answers.iter().take(ERRORS) {
        match (pruned.get(id.as_str()), answer) {
            (Some(Answer::Rows(kept)), Answer::Rows(given)) => {
                for (kept, given) in kept.iter().zip(given) {
                    let cells = given.cells.iter().filter(|(id, answer)| {
                        let kept = kept.cells.get(id.as_str());
                        kept.is_none_or(|kept| kept != *answer && is_computed(form, id))
                    });
                    errors.extend(cells.take(ERRORS).map(|(id, _)| stray(form, id)));
                }
            }
            (Some(kept), given) if kept == given => {}
            (Some(_), _) if !is_computed(form, id) => {}
            _ => errors.push(stray(form, id)),
        }
    }
    errors.truncate(ERRORS);
    errors
}

fn is_computed(form: &Form, id: &FieldId) -> bool {
    form.field(id.as_str()).is_some_and(Field::is_computed)
}

fn stray(form: &Form, id: &FieldId) -> EntryError {
    if let Some(field) = form.field(id.as_str()) {
        if field.is_computed() {
            return field.error(At::Form, Part::Whole, EntryErrorKind::Computed);
        }
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
    scope: &Scope<'_>,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) {
    let clean_before = errors.len();
    check_answer(field, at, answer, scope, surroundings, errors);
    if errors.len() == clean_before {
        errors.extend(beside(field, at, scope));
        let kinds = contradicted(&field.checks, scope);
        errors.extend(kinds.map(|kind| field.error(at, Part::Whole, kind)));
    }
}

fn check_answer(
    field: &Field,
    at: At<'_>,
    answer: Option<&Answer>,
    scope: &Scope<'_>,
    surroundings: &Surroundings<'_>,
    errors: &mut Vec<EntryError>,
) {
    if field.is_computed() {
        return;
    }
    let Some(answer) = answer else {
        if field.is_mandatory(scope) {
            errors.push(field.error(at, Part::Whole, EntryErrorKind::Required));
        }
        return;
    };
    let written = written_by_code(field, answer);
    if written.is_empty() {
        errors.push(field.error(at, Part::Whole, EntryErrorKind::WrongType));
        return;
    }
    let reader = answer::Reader::written(field, at, &written);
    match reader.answer(surroundings, !field.optional) {
        Ok(Some(read)) if is_same(&read, answer) => {}
        Ok(_) => errors.push(field.error(at, Part::Whole, EntryErrorKind::Tampered)),
        Err(found) => errors.extend(found),
    }
}

/// The inputs of an answer, where the code of a place stands without its name: a commune renamed
/// since it was answered is the same commune.
fn written_by_code(field: &Field, answer: &Answer) -> Writer {
    let mut written = Writer::of(field, answer);
    for (name, code) in [
        (Part::Whole, Part::Code),
        (Part::Commune, Part::CommuneCode),
        (Part::BirthPlace, Part::BirthPlaceCode),
    ] {
        if !written.values(code).is_empty() {
            written.forget(name);
        }
    }
    written
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
        let scope = Scope::row(answers, &row.cells).on(surroundings.today);
        for field in &met.fields {
            check(
                field,
                at,
                row.cells.get(field.id.as_str()),
                &scope,
                surroundings,
                errors,
            );
        }
        if errors.len() >= ERRORS {
            return;
        }
    }
    let scope = Scope::form(answers).on(surroundings.today);
    let kinds = contradicted(&block.checks, &scope);
    errors.extend(kinds.map(|kind| block.error(kind)));
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
        (Answer::Departement(read), Answer::Departement(kept))
        | (Answer::Region(read), Answer::Region(kept))
        | (Answer::Country(read), Answer::Country(kept))
        | (Answer::Epci(read), Answer::Epci(kept)) => {
            read.code == kept.code && kept.name.chars().count() <= 200
        }
        (Answer::Place(read), Answer::Place(kept)) => is_same_place(read, kept),
        (Answer::Address(read), Answer::Address(kept)) => is_same_address(read, kept),
        (Answer::Location(read), Answer::Location(kept)) => {
            let addresses = match (&read.address, &kept.address) {
                (Some(read), Some(kept)) => is_same_address(read, kept),
                (None, None) => true,
                _ => false,
            };
            addresses && read.geometry == kept.geometry
        }
        (Answer::Association(read), Answer::Association(kept))
        | (Answer::Company(read), Answer::Company(kept))
        | (Answer::School(read), Answer::School(kept)) => is_same_body(read, kept),
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

fn is_same_address(read: &Address, kept: &Address) -> bool {
    let mut read = read.clone();
    read.commune.clone_from(&kept.commune);
    read == *kept && kept.commune.chars().count() <= 200
}

/// A name that a register gave may have changed there, or the register may not be at hand any more: the number decides.
fn is_same_body(read: &Registered, kept: &Registered) -> bool {
    let is_given = |body: &Registered| body.source == NameSource::Register;
    let names = read.name == kept.name || is_given(read) || is_given(kept);
    read.number == kept.number && names && kept.name.chars().count() <= 200
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
