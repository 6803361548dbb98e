//! Reading a whole posted step.

use std::collections::BTreeSet;
use std::str::FromStr;

use parvis_kernel::RowId;

use super::{
    ASKED_INPUT, Answer, Answers, At, Entries, EntryError, EntryErrorKind, Part, Reader, Row,
    Surroundings, asked_input, asked_next_input, beside,
};
use crate::definition::FieldId;
use crate::expression::Scope;
use crate::form::{Block, Element, Field, Form, Step, contradicted};
use crate::journey::{holds, prune};

/// What a posted step gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepEntries {
    /// All the answers of the file, with those of the step in the place of the older ones, pruned.
    pub answers: Answers,
    /// What the person must correct. A field that could not be read has no answer; one that contradicts a rule of the
    /// author keeps its own.
    pub errors: Vec<EntryError>,
    /// The questions that the posted answers make appear in this same step, not yet asked: names of
    /// inputs, as given by [`At::name`]. When there is one, the step is shown again.
    pub revealed: Vec<String>,
}

/// Reads a posted step: its visible fields, in order, each condition seeing what is posted before
/// it. Entries of hidden or unknown fields are not looked at.
#[must_use]
pub fn normalise_step(
    form: &Form,
    step: &Step,
    answers: &Answers,
    entries: &Entries,
    surroundings: &Surroundings<'_>,
) -> StepEntries {
    let mut kept = prune(form, answers.clone());
    for id in step.elements.iter().filter_map(name_of) {
        kept.remove(id.as_str());
    }
    let mut reading = Reading {
        entries,
        surroundings,
        asked: entries
            .get(ASKED_INPUT)
            .map(|asked| asked.iter().map(String::as_str).collect()),
        errors: Vec::new(),
        revealed: Vec::new(),
    };
    for element in &step.elements {
        if holds(element.condition(), &Scope::form(&kept)) {
            reading.element(element, &mut kept);
        }
    }
    reading.step_checks(step, &kept);
    StepEntries {
        answers: prune(form, kept),
        errors: reading.errors,
        revealed: reading.revealed,
    }
}

const fn name_of(element: &Element) -> Option<&FieldId> {
    match element {
        Element::Field(field) => Some(&field.id),
        Element::Block(block) => Some(&block.id),
        Element::Explanation(_) => None,
    }
}

/// What a field gave.
enum Found {
    /// It was read: an answer, or none where none is needed.
    Read(Option<Answer>),
    /// It was refused, or it was not on the page.
    Nothing,
}

impl Found {
    fn answer(self) -> Option<Answer> {
        match self {
            Self::Read(answer) => answer,
            Self::Nothing => None,
        }
    }
}

struct Reading<'a> {
    entries: &'a Entries,
    surroundings: &'a Surroundings<'a>,
    asked: Option<BTreeSet<&'a str>>,
    errors: Vec<EntryError>,
    revealed: Vec<String>,
}

impl Reading<'_> {
    fn element(&mut self, element: &Element, kept: &mut Answers) {
        match element {
            Element::Field(field) => {
                let found = self.field(field, At::Form, &Scope::form(kept));
                let is_read = matches!(found, Found::Read(_));
                kept.set(&field.id, found.answer());
                if is_read {
                    self.field_checks(field, At::Form, Scope::form(kept));
                }
            }
            Element::Block(block) if self.was_asked(At::Form, &block.id) => {
                let rows = self.rows(block, kept);
                kept.set(&block.id, (!rows.is_empty()).then_some(Answer::Rows(rows)));
                let scope = Scope::form(kept).on(self.surroundings.today);
                let kinds = contradicted(&block.checks, &scope);
                self.errors.extend(kinds.map(|kind| block.error(kind)));
            }
            Element::Block(block) => self.revealed.push(At::Form.name(&block.id, Part::Whole)),
            Element::Explanation(_) => {}
        }
    }

    fn field(&mut self, field: &Field, at: At<'_>, scope: &Scope<'_>) -> Found {
        if field.is_computed() {
            return Found::Read(field.compute(scope));
        }
        if !self.was_asked(at, &field.id) {
            self.revealed.push(at.name(&field.id, Part::Whole));
            return Found::Nothing;
        }
        if let Some(part) = self.not_asked_yet(field, at) {
            self.revealed.push(at.name(&field.id, part));
            return Found::Nothing;
        }
        let mandatory = field.is_mandatory(scope);
        match Reader::posted(field, at, self.entries).answer(self.surroundings, mandatory) {
            Ok(answer) => Found::Read(answer),
            Err(errors) => {
                self.errors.extend(errors);
                Found::Nothing
            }
        }
    }

    fn field_checks(&mut self, field: &Field, at: At<'_>, scope: Scope<'_>) {
        self.errors.extend(beside(field, at, &scope));
        let scope = scope.on(self.surroundings.today);
        let kinds = contradicted(&field.checks, &scope);
        self.errors
            .extend(kinds.map(|kind| field.error(at, Part::Whole, kind)));
    }

    fn step_checks(&mut self, step: &Step, kept: &Answers) {
        let scope = Scope::form(kept).on(self.surroundings.today);
        let kinds = contradicted(&step.checks, &scope);
        self.errors
            .extend(kinds.filter_map(|kind| step.error(kept, kind)));
    }

    /// The input that what was just chosen makes appear, when the page did not show it for that choice.
    fn not_asked_yet(&self, field: &Field, at: At<'_>) -> Option<Part> {
        let asked = self.asked.as_ref()?;
        let mut reader = Reader::posted(field, at, self.entries);
        let (part, chosen) = field.kind.rules().asked_next(&mut reader)?;
        let name = asked_next_input(at, &field.id, part, &chosen);
        (!asked.contains(name.as_str())).then_some(part)
    }

    fn was_asked(&self, at: At<'_>, field: &FieldId) -> bool {
        self.asked
            .as_ref()
            .is_none_or(|asked| asked.contains(asked_input(at, field).as_str()))
    }

    fn rows(&mut self, block: &Block, kept: &Answers) -> Vec<Row> {
        let ids = self.row_ids(block);
        let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        if count < block.min {
            self.errors
                .push(block.error(EntryErrorKind::TooFewRows { min: block.min }));
        }
        ids.into_iter()
            .map(|row| self.row(block, row, kept))
            .collect()
    }

    /// The posted identifiers of rows: no more than the block takes are read.
    fn row_ids(&mut self, block: &Block) -> Vec<RowId> {
        let posted = self
            .entries
            .get(block.id.as_str())
            .map_or(&[][..], Vec::as_slice);
        let mut ids: Vec<RowId> = Vec::new();
        for value in posted.iter().filter(|value| !value.is_empty()) {
            if ids.len() >= block.max as usize {
                self.errors
                    .push(block.error(EntryErrorKind::TooManyRows { max: block.max }));
                break;
            }
            match RowId::from_str(value) {
                Ok(id) if !ids.contains(&id) => ids.push(id),
                _ => {
                    self.errors.push(block.error(EntryErrorKind::RowInvalid));
                    break;
                }
            }
        }
        ids
    }

    fn row(&mut self, block: &Block, id: RowId, kept: &Answers) -> Row {
        let mut cells = Answers::new();
        for field in &block.fields {
            if holds(field.condition.as_ref(), &Scope::row(kept, &cells)) {
                let at = At::Row {
                    block: &block.id,
                    row: id,
                };
                let found = self.field(field, at, &Scope::row(kept, &cells));
                let is_read = matches!(found, Found::Read(_));
                cells.set(&field.id, found.answer());
                if is_read {
                    self.field_checks(field, at, Scope::row(kept, &cells));
                }
            }
        }
        Row { id, cells }
    }
}
