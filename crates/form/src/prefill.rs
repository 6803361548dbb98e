//! Answers that somebody else proposes before the person answers: a link, an application, a source.
//!
//! A proposal is read as what the person would have typed, one question at a time, and comes back as what their page would
//! hold: it is never an answer before they send it, and nothing that it brings skips what validates an answer.

use jiff::civil::Date;

use crate::answer::{Answer, At, Entries, EntryError, Part, Reader, Surroundings, entries_of};
use crate::definition::Sensitivity;
use crate::form::{Element, Field, Form};
use crate::kind::Kind;

/// Through what a proposal comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In the clear, in an address, which browsers and intermediaries keep: nothing sensitive is taken from it.
    Clear,
    /// Sealed, or told from machine to machine.
    Sealed,
}

/// What is proposed for one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed<'f> {
    /// The question.
    pub field: &'f Field,
    /// The answer that it would be.
    pub answer: Answer,
    /// The same, as its page holds it.
    pub entries: Entries,
}

/// Why something that was proposed is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declined<'f> {
    /// The form has no such question, or asks it for each of several things.
    Unknown {
        /// The name that was given.
        name: String,
    },
    /// Only the person answers it: consent, signature, files, another dossier; or nobody does: it is computed.
    OwnAnswer(&'f Field),
    /// It may expose the person, and comes through the address of a page.
    Exposed(&'f Field),
    /// It would be refused to the person.
    Entry(EntryError),
}

/// What was proposed, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefill<'f> {
    /// What may be shown to the person, in the order of the form.
    pub proposed: Vec<Proposed<'f>>,
    /// What is left out, and why.
    pub declined: Vec<Declined<'f>>,
}

impl Field {
    /// Says whether somebody else may propose an answer.
    #[must_use]
    pub const fn may_be_prefilled(&self) -> bool {
        !self.is_computed()
            && !matches!(
                self.kind,
                Kind::Consent(_) | Kind::Signature(_) | Kind::Piece(_) | Kind::Dossier
            )
    }

    /// Says whether its answer may stand in the address of a page.
    #[must_use]
    pub fn may_stand_in_an_address(&self) -> bool {
        self.may_be_prefilled() && self.data.sensitivity == Sensitivity::Ordinary
    }
}

/// Reads what is proposed: texts by the name of an input, as [`At::name`] gives it. A date may be one text, `2026-01-31`.
#[must_use]
pub fn prefill<'f>(
    form: &'f Form,
    given: &Entries,
    way: Way,
    surroundings: &Surroundings<'_>,
) -> Prefill<'f> {
    let mut left = given.clone();
    let mut read = Prefill::default();
    for field in fields(form) {
        let own = taken(field, &mut left);
        if own.values().flatten().all(|value| value.trim().is_empty()) {
            continue;
        }
        match proposal(field, own, way, surroundings) {
            Ok(Some(proposed)) => read.proposed.push(proposed),
            Ok(None) => {}
            Err(declined) => read.declined.extend(declined),
        }
    }
    let unknown = left.into_keys().map(|name| Declined::Unknown { name });
    read.declined.extend(unknown);
    read
}

/// The questions that stand on their own.
fn fields(form: &Form) -> impl Iterator<Item = &Field> {
    let elements = form.steps().iter().flat_map(|step| &step.elements);
    elements.filter_map(|element| match element {
        Element::Field(field) => Some(field),
        Element::Block(_) | Element::Explanation(_) => None,
    })
}

/// Takes the entries of a field out of what is left.
fn taken(field: &Field, left: &mut Entries) -> Entries {
    let mut own = Entries::new();
    for name in field.kind.input_names(&field.id) {
        if let Some(values) = left.remove(&name) {
            own.insert(name, values);
        }
    }
    let whole = At::Form.name(&field.id, Part::Whole);
    if let (Kind::Date(_), Some(values)) = (&field.kind, left.remove(&whole)) {
        own.extend(whole_date(field, values));
    }
    own
}

/// A date in one text, as its page holds it; a text that is no date stands where the page will say so.
fn whole_date(field: &Field, values: Vec<String>) -> Entries {
    let date = values.first().and_then(|text| text.parse::<Date>().ok());
    match date {
        Some(date) => entries_of(field, At::Form, &Answer::Date(date)),
        None => [(At::Form.name(&field.id, Part::Day), values)].into(),
    }
}

fn proposal<'f>(
    field: &'f Field,
    own: Entries,
    way: Way,
    surroundings: &Surroundings<'_>,
) -> Result<Option<Proposed<'f>>, Vec<Declined<'f>>> {
    if !field.may_be_prefilled() {
        return Err(vec![Declined::OwnAnswer(field)]);
    }
    if way == Way::Clear && !field.may_stand_in_an_address() {
        return Err(vec![Declined::Exposed(field)]);
    }
    match Reader::posted(field, At::Form, &own).answer(surroundings, false) {
        Ok(Some(answer)) => Ok(Some(Proposed {
            entries: entries_of(field, At::Form, &answer),
            field,
            answer,
        })),
        Ok(None) => Ok(None),
        Err(errors) => Err(errors.into_iter().map(Declined::Entry).collect()),
    }
}
