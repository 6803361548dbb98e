//! Answering what the service asked: only that is asked.

use parvis_access::Right;
use parvis_form::{
    Answers, Element, Entries, EntryError, Step, Surroundings, normalise_step, prune, validate,
};
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact};
use parvis_store::Tx;

use crate::answer::held_pieces;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Dossier, Number, Piece, Request};
use crate::rules::Act;
use crate::store;

/// What is asked of the person, as its page shows it.
#[derive(Debug, Clone)]
pub struct RequestView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// The open request.
    pub request: Request,
    /// The questions asked again, as one step.
    pub step: Step,
    /// The answers given so far.
    pub answers: Answers,
    /// The pieces held.
    pub pieces: Vec<Piece>,
}

/// What became of the answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Completed {
    /// It is recorded, and the service goes on.
    Done,
    /// Something must be corrected first; nothing is recorded.
    Again(Vec<EntryError>),
}

/// The open request on a dossier. Leaves the trace of a consultation.
///
/// # Errors
/// `NotNow` when nothing is asked.
pub fn view_request(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<RequestView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Complete)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::consulted(ctx, tx, "request.read", subject, &[])?;
    view(ctx, tx, opened)
}

fn view(ctx: &Ctx, tx: &mut Tx<'_>, opened: Opened) -> Result<RequestView, DossierError> {
    let id = opened.dossier.id;
    let request = store::requests(tx, ctx.organisation, id, &opened.key)?
        .into_iter()
        .rfind(Request::is_open)
        .ok_or(DossierError::NothingAsked)?;
    let version = opened.dossier.answers_version;
    Ok(RequestView {
        step: step_of(&opened, &request).ok_or(DossierError::NoSuchStep)?,
        answers: store::answers(tx, ctx.organisation, id, version, &opened.key)?,
        pieces: store::pieces(tx, ctx.organisation, id, &opened.key)?,
        dossier: opened.dossier,
        revision: opened.revision,
        request,
    })
}

/// The asked questions, gathered into one step without conditions of its own.
fn step_of(opened: &Opened, request: &Request) -> Option<Step> {
    let asked = |element: &&Element| match element {
        Element::Field(field) => request
            .asked
            .fields
            .iter()
            .any(|name| name == field.id.as_str()),
        Element::Block(block) => {
            let names_block = request
                .asked
                .fields
                .iter()
                .any(|name| name == block.id.as_str());
            let names_cell = block.fields.iter().any(|field| {
                request
                    .asked
                    .fields
                    .iter()
                    .any(|name| name == field.id.as_str())
            });
            names_block || names_cell
        }
        Element::Explanation(_) => false,
    };
    let steps = opened.revision.form.steps();
    let first = steps.first()?;
    let elements: Vec<Element> = steps
        .iter()
        .flat_map(|step| &step.elements)
        .filter(asked)
        .cloned()
        .collect();
    Some(Step {
        elements,
        condition: None,
        intro: None,
        ..first.clone()
    })
}

/// Records the answer to a request. What was deposited before is kept as an earlier version.
///
/// # Errors
/// `NotNow` when nothing is asked any more; `NothingAsked` when there is nothing in the answer.
pub fn complete(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    entries: &Entries,
) -> Result<Completed, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Complete)?;
    let key = opened.key.clone();
    let mut asked = view(ctx, tx, opened)?;
    let held = held_pieces(&asked.pieces);
    let surroundings = Surroundings {
        today: desk.today(ctx),
        places: desk.places(),
        pieces: &held,
    };
    let form = &asked.revision.form;
    let read = normalise_step(form, &asked.step, &asked.answers, entries, &surroundings);
    if !read.errors.is_empty() {
        return Ok(Completed::Again(read.errors));
    }
    let answers = prune(form, read.answers);
    if let Err(errors) = validate(form, &answers, &surroundings) {
        return Ok(Completed::Again(errors));
    }
    let dossier = &mut asked.dossier;
    if answers != asked.answers {
        dossier.answers_version += 1;
        let version = dossier.answers_version;
        store::insert_answers(tx, ctx, dossier.id, version, &answers, &key)?;
    }
    store::mark_request_answered(tx, ctx, dossier.id)?;
    dossier.facts.waiting_since = None;
    dossier.facts.instructed_at = dossier.facts.instructed_at.or(Some(ctx.now));
    store::save(tx, ctx, dossier, &key)?;
    let detail = [("request", asked.request.id.to_string())];
    let subject = Subject::dossier(dossier.id);
    journal::record(ctx, tx, "dossier.completed", subject, &detail)?;
    let fact = Fact::new(
        ctx.organisation,
        facts::COMPLETED,
        dossier.id.uuid(),
        ctx.now,
    )
    .with("request", asked.request.id);
    jobs::publish(tx, &fact)?;
    Ok(Completed::Done)
}
