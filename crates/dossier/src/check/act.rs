//! A draft as a whole, and what keeps it from being deposited.

use parvis_access::Right;
use parvis_form::{
    Answers, Element, EntryError, Form, Ineligibility, Journey, Pruned, Step, StepId, Surroundings,
};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_organisation::{self as organisation, Service};
use parvis_store::Tx;

use crate::answer::held_pieces;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::links;
use crate::model::{Dossier, Identification, Number, Piece};
use crate::prefill::Prefilled;
use crate::rules::Act;
use crate::store;

/// A draft that is checked before its deposit.
#[derive(Debug, Clone)]
pub struct CheckView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// The typed answers, pruned.
    pub answers: Answers,
    /// The pieces held.
    pub pieces: Vec<Piece>,
    /// Where the answers that the person did not type came from.
    pub prefilled: Prefilled,
    /// What is missing or wrong, in the order of the form.
    pub errors: Vec<EntryError>,
    /// The steps on which something typed was not accepted yet.
    pub unfinished: Vec<StepId>,
    /// Why the request cannot be made, when the answers say so.
    pub stopped: Option<Ineligibility>,
    /// Whether it must still be said who the dossier is for.
    pub people_unknown: bool,
    /// The service in charge.
    pub service: Service,
}

/// A draft with what keeps it from being deposited. Leaves the trace of a consultation.
///
/// # Errors
/// `NotNow` when the dossier is no draft any more.
pub fn view_check(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<CheckView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::consulted(ctx, tx, "draft.checked", subject, &[])?;
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let left = left_undone(ctx, tx, desk, &opened, &pieces)?;
    Ok(CheckView {
        answers: left.answers,
        errors: left.errors,
        stopped: left.stopped,
        unfinished: left.unfinished,
        people_unknown: are_people_unknown(&opened.dossier),
        service: organisation::service(tx, ctx.organisation, opened.dossier.service)?,
        prefilled: store::prefilled(tx, ctx.organisation, opened.dossier.id, &opened.key)?,
        pieces,
        dossier: opened.dossier,
        revision: opened.revision,
    })
}

/// Whether the procedure wants to know for whom the dossier is, and does not.
pub(crate) fn are_people_unknown(dossier: &Dossier) -> bool {
    dossier.identification != Identification::Anonymous && !dossier.people.are_known()
}

/// The answers of a draft, and what keeps them from being deposited.
pub(crate) struct LeftUndone {
    /// The answers, pruned.
    pub(crate) answers: Answers,
    /// What is missing or wrong.
    pub(crate) errors: Vec<EntryError>,
    /// The steps with something typed that was not accepted: the deposit would lose it.
    pub(crate) unfinished: Vec<StepId>,
    /// Why the request cannot be made, when the answers say so.
    stopped: Option<Ineligibility>,
}

impl LeftUndone {
    /// How many things there are to do.
    pub(crate) const fn count(&self) -> usize {
        self.errors.len() + self.unfinished.len()
    }
}

/// Reads a draft as the deposit will.
pub(crate) fn left_undone(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
    pieces: &[Piece],
) -> Result<LeftUndone, DossierError> {
    let id = opened.dossier.id;
    let form = &opened.revision.form;
    let stored = store::draft(tx, ctx.organisation, id, &opened.key)?;
    let (answers, typed) = (Pruned::of(form, stored.answers), stored.entries);
    let held = held_pieces(pieces);
    let own = links::accepted(&answers);
    let surroundings = Surroundings {
        dossiers: &own,
        ..desk.surroundings(ctx, &held)
    };
    let errors = answers.validate(&surroundings).err();
    let errors = errors.unwrap_or_default();
    let journey = Journey::of_pruned(&answers, surroundings.today);
    let has_error = |step: &Step| errors.iter().any(|error| is_in(step, error));
    let unfinished = journey
        .steps()
        .iter()
        .map(|met| met.step)
        .filter(|step| typed.contains_key(step.id.as_str()) && !has_error(step))
        .map(|step| step.id.clone())
        .collect();
    Ok(LeftUndone {
        stopped: journey.barrier().map(|barrier| barrier.why.clone()),
        answers: answers.into_answers(),
        errors,
        unfinished,
    })
}

/// The step where something is corrected.
pub(crate) fn step_of<'f>(form: &'f Form, error: &EntryError) -> Option<&'f Step> {
    form.steps().iter().find(|step| is_in(step, error))
}

fn is_in(step: &Step, error: &EntryError) -> bool {
    let name = match &error.row {
        Some((block, _)) => block,
        None => &error.field,
    };
    step.elements.iter().any(|element| match element {
        Element::Field(field) => field.id == *name,
        Element::Block(block) => block.id == *name,
        Element::Explanation(_) => false,
    })
}
