//! The fields of a form on a page: every kind, with what was typed and what must be corrected.
//!
//! Shared by the steps of a draft and by the page that asks for a correction: both show a [`Step`] and post back the
//! names that the form engine reads.

mod controls;
mod entries;
mod field;
mod offer;
mod place;
mod posted;
mod rows;

use parvis_form::answer::{ASKED_INPUT, asked_input};
use parvis_form::{
    Answers, At, Block, Entries, EntryError, Explanation, Field, Form, Journey, JourneyElement,
    JourneyRow, Kind, Part, Step, Surroundings, normalise_step,
};
use parvis_sources::Sources;
use parvis_web::{Errors, PageError, Visit, Wording};

use crate::answer::held_pieces;
use crate::desk::Desk;
use crate::links;
use crate::model::{Number, Piece};
use crate::prefill::{self, Prefilled, Reader};
use crate::said::{Said, worded};

pub(crate) use entries::accepted as accepted_entries;
use entries::shown_entries;
pub(crate) use entries::without_piece;
pub(crate) use field::accepted;
pub(crate) use posted::{Action, Posted, SHOWN_REVISION, is_of};
pub(crate) use rows::{ListedRow, Shape, Stands};

/// The questions of a step, and all that was answered so far.
pub(crate) struct Questions<'a> {
    /// The dossier: its number names the addresses of its pieces.
    pub(crate) number: &'a Number,
    /// The whole form.
    pub(crate) form: &'a Form,
    /// The step that is shown.
    pub(crate) step: &'a Step,
    /// The typed answers.
    pub(crate) answers: &'a Answers,
    /// What was typed on this step and is not accepted yet.
    pub(crate) entries: Option<&'a Entries>,
    /// What must be corrected.
    pub(crate) errors: &'a [EntryError],
    /// The pieces held.
    pub(crate) pieces: &'a [Piece],
    /// Whether the person answers about themselves: only then does the browser propose what it knows.
    pub(crate) own: bool,
    /// Whether pictures are cleaned of what they say beside what they show: then HEIC cannot be accepted.
    pub(crate) anonymous: bool,
    /// Questions that the form does not have, shown after the others: pieces that the service asks for.
    pub(crate) extra: &'a [Field],
    /// Where the answers that the person did not type came from.
    pub(crate) prefilled: &'a Prefilled,
    /// Who may be asked for answers instead of the person.
    pub(crate) sources: &'a Sources,
    /// How the rows that have their own pages are shown.
    pub(crate) shape: Shape,
}

/// The fields, ready to be put inside a form of the page with `|safe`.
pub(crate) struct Rendered {
    /// The HTML of the fields, hidden inputs included. The form must be `multipart/form-data` when `takes_pieces`.
    pub(crate) html: String,
    /// What must be corrected, for the error summary.
    pub(crate) errors: Errors,
    /// Whether some field takes files.
    pub(crate) takes_pieces: bool,
    /// The rows that are listed.
    pub(crate) listed: Vec<ListedRow>,
    /// Where the row stands, when only one is shown.
    pub(crate) row: Option<Stands>,
}

/// Writes the visible fields of a step.
///
/// # Errors
/// A failure of a template.
pub(crate) fn render(
    visit: &Visit,
    desk: &Desk,
    questions: &Questions<'_>,
) -> Result<Rendered, PageError> {
    let (entries, is_row_known) = shown_entries(questions);
    let held = held_pieces(questions.pieces);
    let surroundings = Surroundings {
        dossiers: &links::AsTyped,
        ..desk.surroundings(&visit.ctx, &held)
    };
    let Questions { form, step, .. } = questions;
    let read = normalise_step(form, step, questions.answers, &entries, &surroundings);
    // What a step shows does not depend on whether the request can be made.
    let journey = Journey::once_deposited(form, &read.answers);
    let mut page = Page {
        visit,
        desk,
        questions,
        entries: &entries,
        errors: errors(visit, questions),
        takes_pieces: false,
        unread: &read.errors,
        is_row_known,
        listed: Vec::new(),
        stands: None,
        answers: &read.answers,
        html: String::new(),
    };
    for element in visible(&journey, step) {
        page.element(element)?;
    }
    for field in questions.extra {
        let html = page.asked(field, At::Form)?;
        page.html.push_str(&html);
    }
    Ok(Rendered {
        html: page.html,
        errors: page.errors,
        takes_pieces: page.takes_pieces,
        listed: page.listed,
        row: page.stands,
    })
}

/// The elements of a step that the answers show. The step may gather questions of several others.
fn visible<'j, 'f>(journey: &'j Journey<'f>, step: &Step) -> Vec<&'j JourneyElement<'f>> {
    let is_of_step = |met: &&JourneyElement<'_>| {
        step.elements.iter().any(|element| match (element, met) {
            (parvis_form::Element::Field(own), JourneyElement::Field(field)) => own.id == field.id,
            (parvis_form::Element::Block(own), JourneyElement::Block { block, .. }) => {
                own.id == block.id
            }
            (parvis_form::Element::Explanation(own), JourneyElement::Explanation(text)) => {
                own == *text
            }
            _ => false,
        })
    };
    let met = journey.steps().iter().flat_map(|met| &met.elements);
    met.filter(is_of_step).collect()
}

/// What must be corrected, in words, by the input to which the summary leads. A list says by itself what is wrong in its rows.
fn errors(visit: &Visit, questions: &Questions<'_>) -> Errors {
    let is_list = matches!(questions.shape, Shape::List { .. });
    let shown = questions.errors.iter();
    let words = shown
        .filter(|error| !is_list || error.row.is_none())
        .map(|error| (place::input_of(error), message(visit, error)));
    words.collect()
}

/// What to do about an error. The question that it quotes is marked when it is French in a page of another language.
pub(crate) fn message(visit: &Visit, error: &EntryError) -> Wording {
    if let Some(words) = error.words() {
        return worded(visit, words);
    }
    let label = worded(visit, &error.label);
    Wording::quoting(&label, |label| {
        let mut values = error.values(visit.language);
        for (name, value) in &mut values {
            if *name == "label" {
                label.clone_into(value);
            }
        }
        visit.say_with(&error.key(), &values)
    })
}

/// A page that is being written.
pub(super) struct Page<'a> {
    pub(super) visit: &'a Visit,
    pub(super) desk: &'a Desk,
    pub(super) questions: &'a Questions<'a>,
    pub(super) entries: &'a Entries,
    pub(super) errors: Errors,
    pub(super) takes_pieces: bool,
    /// What would be wrong if the step were sent as it is.
    unread: &'a [EntryError],
    /// Whether the only row that is shown is in the step already.
    is_row_known: bool,
    listed: Vec<ListedRow>,
    stands: Option<Stands>,
    /// The answers with what is typed, and what is computed from them.
    pub(super) answers: &'a Answers,
    html: String,
}

impl Page<'_> {
    fn element(&mut self, element: &JourneyElement<'_>) -> Result<(), PageError> {
        let html = match (element, self.questions.shape) {
            (JourneyElement::Block { block, rows }, Shape::Row(row)) => {
                self.one_row(block, rows, row)?
            }
            (_, Shape::Row(_)) => return Ok(()),
            (JourneyElement::Block { block, rows }, Shape::List { to_check }) => {
                self.list(block, rows, to_check)?
            }
            (JourneyElement::Block { block, rows }, Shape::InPlace) => self.block(block, rows)?,
            (JourneyElement::Field(field), _) => self.asked(field, At::Form)?,
            (JourneyElement::Explanation(text), _) => self.explanation(text)?,
        };
        self.html.push_str(&html);
        Ok(())
    }

    fn explanation(&self, explanation: &Explanation) -> Result<String, PageError> {
        let text = Said::of(self.visit, &explanation.text);
        match explanation.heading {
            Some(level) => controls::heading(text, level),
            None => controls::explanation(&text),
        }
    }

    /// A field with the hidden input that says it was on the page; nobody is asked what is computed.
    fn asked(&mut self, field: &Field, at: At<'_>) -> Result<String, PageError> {
        if field.is_computed() {
            return self.field(field, at);
        }
        let hidden = controls::hidden(ASKED_INPUT, &asked_input(at, &field.id))?;
        let shown = self.field(field, at)? + &self.offer(field)?;
        Ok(match self.provenance(field) {
            None => hidden + &shown,
            Some(_) => format!("{hidden}<div class=\"parvis-prefilled\">{shown}</div>"),
        })
    }

    /// Where the answer that a question shows came from, when the person did not type it. A question of a row has none.
    pub(super) fn provenance(&self, field: &Field) -> Option<String> {
        let brought = self.questions.prefilled.of(&field.id)?;
        let about = (field, brought);
        Some(prefill::said(
            self.visit,
            Reader::Person,
            about,
            self.answers,
        ))
    }

    fn block(&mut self, block: &Block, rows: &[JourneyRow<'_>]) -> Result<String, PageError> {
        let name = At::Form.name(&block.id, Part::Whole);
        let can_remove = rows.len() > block.min as usize;
        let mut parts = Vec::with_capacity(rows.len());
        for row in rows {
            let at = At::Row {
                block: &block.id,
                row: row.id,
            };
            let mut html = String::new();
            for field in &row.fields {
                html.push_str(&self.asked(field, at)?);
            }
            parts.push(controls::RowOf {
                id: row.id.to_string(),
                title: worded(self.visit, &block.row_title).numbered(parts.len() + 1),
                name: self.name_of(block, row, parts.len() + 1),
                html,
            });
        }
        controls::block(&controls::Block {
            visit: self.visit,
            title: worded(self.visit, &block.title),
            add_label: self.add_label(block),
            hint: block
                .hint
                .as_ref()
                .map(|hint| worded(self.visit, hint))
                .unwrap_or_default(),
            error: self.errors.of(&name),
            can_add: rows.len() < block.max as usize,
            optional: block.min == 0,
            titled: block.title == self.questions.step.title && block.min > 0,
            asked: asked_input(At::Form, &block.id),
            rows: parts,
            can_remove,
            name,
        })
    }
}

impl Page<'_> {
    /// What the button that adds a row says.
    fn add_label(&self, block: &Block) -> Wording {
        match &block.add_label {
            Some(label) => worded(self.visit, label),
            None => Wording::quoting(&worded(self.visit, &block.row_title), |row| {
                self.visit.say_with("fields-add-row", &[("row", row)])
            }),
        }
    }

    /// How a row is called by the button that takes it away: by the name of its person, as it is typed so far.
    fn name_of(&self, block: &Block, row: &JourneyRow<'_>, number: usize) -> Wording {
        let at = At::Row {
            block: &block.id,
            row: row.id,
        };
        let identity = row
            .fields
            .iter()
            .find(|field| matches!(field.kind, Kind::Identity(_)));
        let name = identity.map(|field| {
            let parts = [Part::FirstNames, Part::FamilyName];
            let parts = parts.map(|part| self.value(&at.name(&field.id, part)));
            parts.join(" ").trim().to_owned()
        });
        match name.filter(|name| !name.is_empty()) {
            Some(name) => name.into(),
            None => worded(self.visit, &block.row_title).numbered(number),
        }
    }
}
