//! Answering what the service asked: only that is asked.

use jiff::civil::Date;
use parvis_access::Right;
use parvis_form::{
    Answers, Element, Entries, EntryError, FieldId, Form, Journey, Step, Surroundings,
    normalise_step,
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
use crate::links;
use crate::model::{Dossier, Number, Piece, Request};
use crate::prefill::Prefilled;
use crate::rules::Act;
use crate::{presence, store};

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
    /// Where the answers that the person did not type came from.
    pub prefilled: Prefilled,
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
    opened.allows(act_on(&opened.dossier))?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::consulted(ctx, tx, "request.read", subject, &[])?;
    presence::serve(ctx, tx, &opened.dossier)?;
    let mut shown = view(ctx, tx, opened)?;
    // An agent who serves the person types the account that is shown to them; nobody of the service reads the one that is there.
    if let (true, Some(payment)) = (ctx.serves_person(), &shown.revision.file.payment) {
        shown.answers.remove(payment.iban.as_str());
        shown.prefilled.answers.remove(&payment.iban);
    }
    Ok(shown)
}

/// What the answer to a request is: once it is decided, nothing but another account is ever asked.
pub(crate) const fn act_on(dossier: &Dossier) -> Act {
    match (dossier.facts.decided_at, dossier.facts.waiting_since) {
        (Some(_), Some(_)) => Act::GiveAccount,
        _ => Act::Complete,
    }
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
        prefilled: store::prefilled(tx, ctx.organisation, id, &opened.key)?,
        dossier: opened.dossier,
        revision: opened.revision,
        request,
    })
}

/// The asked questions, gathered into one step without conditions of its own.
fn step_of(opened: &Opened, request: &Request) -> Option<Step> {
    let asked = |name: &FieldId| request.asked.fields.iter().any(|own| own == name.as_str());
    gathered(&opened.revision.form, |element| match element {
        Element::Field(field) => asked(&field.id),
        Element::Block(block) => {
            asked(&block.id) || block.fields.iter().any(|field| asked(&field.id))
        }
        Element::Explanation(_) => false,
    })
}

/// One step with some elements of the form, in their order.
fn gathered(form: &Form, is_in: impl Fn(&Element) -> bool) -> Option<Step> {
    let first = form.steps().first()?;
    let elements = form.steps().iter().flat_map(|step| &step.elements);
    Some(Step {
        elements: elements.filter(|own| is_in(own)).cloned().collect(),
        condition: None,
        intro: None,
        checks: Vec::new(),
        ineligible: Vec::new(),
        ..first.clone()
    })
}

/// What an answer to a request gives.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The questions asked again, with those that the answer makes appear.
    pub step: Step,
    /// What must be corrected.
    pub errors: Vec<EntryError>,
    /// Whether nothing keeps it from being recorded.
    pub is_right: bool,
    answers: Answers,
}

/// Reads the answer to a request as [`complete`] will, and records nothing.
///
/// # Errors
/// `NotNow` when nothing is asked any more.
pub fn check_answer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    entries: &Entries,
) -> Result<Checked, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(act_on(&opened.dossier))?;
    let asked = view(ctx, tx, opened)?;
    let own = named(ctx, tx, desk, &asked, entries)?;
    Ok(checked(ctx, desk, &asked, entries, &own))
}

/// The other dossiers of the person that the answers name.
fn named(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    asked: &RequestView,
    entries: &Entries,
) -> Result<links::Own, DossierError> {
    let typed = links::typed_in(&asked.revision.form, entries);
    let number = &asked.dossier.number;
    links::own(ctx, tx, desk, number, &asked.answers, &typed)
}

/// Only what is asked is looked at: a date that was to come at the deposit may be past by now, and nobody could correct it.
/// A question that the answer makes appear is asked too.
fn checked(
    ctx: &Ctx,
    desk: &Desk,
    asked: &RequestView,
    entries: &Entries,
    own: &links::Own,
) -> Checked {
    let held = held_pieces(&asked.pieces);
    let surroundings = Surroundings {
        dossiers: own,
        ..desk.surroundings(ctx, &held)
    };
    let form = &asked.revision.form;
    let mut step = asked.step.clone();
    loop {
        let read = normalise_step(form, &step, &asked.answers, entries, &surroundings);
        let appeared = appeared(form, &step, &read.answers);
        if let Some(wider) = appeared {
            step = wider;
            continue;
        }
        let mut errors = read.errors;
        errors.extend(broken(
            form,
            &step,
            asked,
            &read.answers,
            surroundings.today,
        ));
        return Checked {
            is_right: errors.is_empty() && read.revealed.is_empty(),
            answers: read.answers,
            errors,
            step,
        };
    }
}

/// The rules of the steps of the asked questions that the answer breaks, each told at the first of these questions. One that what
/// was deposited breaks by now, since the day went by, is not the doing of this answer.
fn broken(
    form: &Form,
    asked: &Step,
    request: &RequestView,
    answers: &Answers,
    today: Date,
) -> Vec<EntryError> {
    let mut broken = Vec::new();
    for step in form.steps().iter().filter(|step| !step.checks.is_empty()) {
        let own = step
            .elements
            .iter()
            .filter(|own| asked.elements.contains(own));
        let own = Step {
            elements: own.cloned().collect(),
            ..step.clone()
        };
        let known = own.contradictions(&request.answers, today);
        let errors = own.contradictions(answers, today);
        broken.extend(errors.into_iter().filter(|error| !known.contains(error)));
    }
    broken
}

/// The step with the mandatory questions that an answer left open, when they are not in it yet.
fn appeared(form: &Form, step: &Step, answers: &Answers) -> Option<Step> {
    let journey = Journey::once_deposited(form, answers);
    let missing: Vec<&FieldId> = journey
        .missing()
        .iter()
        .map(|missing| missing.row.map_or(missing.field, |(block, _)| block))
        .collect();
    let wider = gathered(form, |element| {
        step.elements.contains(element)
            || match element {
                Element::Field(field) => missing.contains(&&field.id),
                Element::Block(block) => missing.contains(&&block.id),
                Element::Explanation(_) => false,
            }
    })?;
    (wider.elements.len() > step.elements.len()).then_some(wider)
}

/// Records the answer to a request. What was deposited before is kept as an earlier version.
///
/// # Errors
/// `NotNow` when nothing is asked any more.
pub fn complete(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    entries: &Entries,
) -> Result<Completed, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(act_on(&opened.dossier))?;
    let key = opened.key.clone();
    let mut asked = view(ctx, tx, opened)?;
    let own = named(ctx, tx, desk, &asked, entries)?;
    let checked = checked(ctx, desk, &asked, entries, &own);
    if !checked.is_right {
        return Ok(Completed::Again(checked.errors));
    }
    let answers = checked.answers;
    let dossier = &mut asked.dossier;
    let has_changed = answers != asked.answers;
    if has_changed {
        dossier.answers_version += 1;
    }
    dossier.facts.waiting_since = None;
    dossier.facts.instructed_at = dossier.facts.instructed_at.or(Some(ctx.now));
    // First: of two answers at the same moment, one is told that the other came before.
    store::save(tx, ctx, dossier, &key)?;
    if has_changed {
        let version = dossier.answers_version;
        store::insert_answers(tx, ctx, dossier.id, version, &answers, &key)?;
    }
    store::mark_request_answered(tx, ctx, dossier.id)?;
    // What a second agent said is about the account that was there.
    store::forget_check(tx, ctx.organisation, dossier.id)?;
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
