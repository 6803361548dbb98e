//! Answering by application: typed answers of any steps at once, read by the same engine as what a browser posts.

use std::collections::{BTreeMap, BTreeSet};

use parvis_access::Right;
use parvis_form::answer::Pieces;
use parvis_form::{
    Answer, Answers, At, Element, Entries, EntryError, EntryErrorKind, Field, FieldId, Form,
    Journey, Part, PieceEntry, Step, Surroundings, Text, entries_of, normalise_step,
};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, PieceId};
use parvis_store::Tx;
use serde_json::Value;

use super::act::held_pieces;
use super::fields::accepted_entries;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::links;
use crate::model::{Dossier, Number};
use crate::piece::remove_piece;
use crate::revise;
use crate::rules::Act;
use crate::start::expiry;
use crate::store::{self, StoredAnswers};

/// What an application answers: by question, its typed answer, or nothing to take the answer back.
pub type AnswersPatch = BTreeMap<String, Option<Value>>;

/// Why an answer is refused.
#[derive(Debug, Clone)]
pub enum Unfit {
    /// The form has no such question.
    Unknown(String),
    /// The answer is not of the type of the question.
    WrongType(String),
    /// Only the person may answer it, or it is asked for each of several things: nobody proposes it.
    NotProposed(String),
    /// The form engine refuses it.
    Entry(EntryError),
}

/// A draft after its answers were changed.
#[derive(Debug, Clone)]
pub struct Patched {
    /// The dossier, at its new version.
    pub dossier: Dossier,
    /// The typed answers, pruned.
    pub answers: Answers,
}

/// Changes some answers of a draft, all of them or none: each is normalised, typed and pruned as when a browser posts it. What is
/// not asked here may stay unanswered until the deposit.
///
/// # Errors
/// `NotNow`; `ChangedMeanwhile` when `version` is no longer the last one. What is refused is told beside.
pub fn patch_answers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: Option<i64>,
    patch: &AnswersPatch,
) -> Result<Result<Patched, Vec<Unfit>>, DossierError> {
    let opened = opened_at(ctx, tx, desk, number, version)?;
    let changes = match typed(&opened.revision.form, patch) {
        Ok(changes) => changes,
        Err(unfit) => return Ok(Err(unfit)),
    };
    record(ctx, tx, desk, opened, &changes)
}

/// Adds a received file to the answer of its question.
///
/// # Errors
/// As [`patch_answers`].
pub(crate) fn add_to_answer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    name: &str,
    piece: &PieceEntry,
) -> Result<Result<Patched, Vec<Unfit>>, DossierError> {
    let opened = opened_at(ctx, tx, desk, number, None)?;
    let stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let (field, answer) =
        with_piece(&stored.answers, name, piece).ok_or(DossierError::NoSuchStep)?;
    let changes = Changes::from([(field, Some(answer))]);
    record(ctx, tx, desk, opened, &changes)
}

/// Removes a file of a draft, and its name from the answer that has it.
///
/// # Errors
/// `NotFound` for an unknown piece; `NotNow` once the dossier is deposited. What keeps the answer from losing it is told beside.
pub(crate) fn remove_from_answer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    piece: PieceId,
) -> Result<Result<(), Vec<Unfit>>, DossierError> {
    let opened = opened_at(ctx, tx, desk, number, None)?;
    let stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    if let Some(change) = without_piece(&stored.answers, piece) {
        let changes = Changes::from([change]);
        if let Err(unfit) = record(ctx, tx, desk, opened, &changes)? {
            return Ok(Err(unfit));
        }
    }
    remove_piece(ctx, tx, desk, number, piece)?;
    Ok(Ok(()))
}

fn opened_at(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: Option<i64>,
) -> Result<Opened, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    if let Some(version) = version {
        opened.is_still_at(version)?;
    }
    revise::bring(ctx, tx, desk, &mut opened)?;
    Ok(opened)
}

type Changes = BTreeMap<FieldId, Option<Answer>>;

/// What was sent, typed.
fn typed(form: &Form, patch: &AnswersPatch) -> Result<Changes, Vec<Unfit>> {
    let mut changes = Changes::new();
    let mut unfit = Vec::new();
    for (name, value) in patch {
        let Some(element) = element_of(form, name) else {
            unfit.push(Unfit::Unknown(name.clone()));
            continue;
        };
        if let Question::Field(field) = element
            && field.is_computed()
        {
            unfit.push(Unfit::Entry(refused(element, EntryErrorKind::Computed)));
            continue;
        }
        match value.as_ref().map(|value| answer(element, value)) {
            None => drop(changes.insert(id_of(element).clone(), None)),
            Some(Some(answer)) => {
                changes.insert(id_of(element).clone(), Some(answer));
            }
            Some(None) => unfit.push(Unfit::WrongType(name.clone())),
        }
    }
    if unfit.is_empty() {
        Ok(changes)
    } else {
        Err(unfit)
    }
}

/// Answers as the pages of their questions would hold them, for who only proposes them.
pub(crate) fn as_entries(form: &Form, answers: &AnswersPatch) -> Result<Entries, Vec<Unfit>> {
    let (mut entries, mut unfit) = (Entries::new(), Vec::new());
    for (name, answer) in typed(form, answers)? {
        match (form.field(name.as_str()), answer) {
            (Some(field), Some(answer)) => entries.extend(entries_of(field, At::Form, &answer)),
            (Some(_), None) => unfit.push(Unfit::WrongType(name.to_string())),
            (None, _) => unfit.push(Unfit::NotProposed(name.to_string())),
        }
    }
    match unfit.is_empty() {
        true => Ok(entries),
        false => Err(unfit),
    }
}

/// A question of the form, or a block of questions.
#[derive(Clone, Copy)]
enum Question<'a> {
    Field(&'a Field),
    Block(&'a parvis_form::Block),
}

fn element_of<'a>(form: &'a Form, name: &str) -> Option<Question<'a>> {
    let elements = form.steps().iter().flat_map(|step| &step.elements);
    elements
        .filter_map(|element| match element {
            Element::Field(field) => Some(Question::Field(field)),
            Element::Block(block) => Some(Question::Block(block)),
            Element::Explanation(_) => None,
        })
        .find(|question| id_of(*question).as_str() == name)
}

const fn id_of(question: Question<'_>) -> &FieldId {
    match question {
        Question::Field(field) => &field.id,
        Question::Block(block) => &block.id,
    }
}

/// The answer, if it is of the type of the question.
fn answer(question: Question<'_>, value: &Value) -> Option<Answer> {
    let answer: Answer = serde_json::from_value(value.clone()).ok()?;
    let fits = match (question, &answer) {
        (Question::Field(field), answer) => is_of_kind(field, answer),
        (Question::Block(block), Answer::Rows(rows)) => rows.iter().all(|row| {
            row.cells.iter().all(|(name, cell)| {
                let field = block.fields.iter().find(|field| field.id == *name);
                field.is_some_and(|field| is_of_kind(field, cell))
            })
        }),
        (Question::Block(_), _) => false,
    };
    fits.then_some(answer)
}

/// An answer of another kind is not written as entries. What is computed in a row that is sent back is not looked at.
fn is_of_kind(field: &Field, answer: &Answer) -> bool {
    field.is_computed() || !entries_of(field, At::Form, answer).is_empty()
}

fn record(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    mut opened: Opened,
    changes: &Changes,
) -> Result<Result<Patched, Vec<Unfit>>, DossierError> {
    let mut stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let held = held_pieces(&pieces);
    let given: Answers = changes
        .iter()
        .filter_map(|(name, answer)| Some((name.clone(), answer.clone()?)))
        .collect();
    let typed = links::texts_of(&given);
    let number = &opened.dossier.number;
    let own = links::own(ctx, tx, desk, number, &stored.answers, &typed)?;
    let surroundings = Surroundings {
        dossiers: &own,
        ..desk.surroundings(ctx, &held)
    };
    let form = &opened.revision.form;
    let unfit = apply(form, changes, &surroundings, &mut stored);
    if !unfit.is_empty() {
        return Ok(Err(unfit));
    }
    store::write_draft(tx, ctx, opened.dossier.id, &stored, &opened.key)?;
    let days = opened
        .revision
        .file
        .draft_days
        .unwrap_or(desk.organisation.profile.draft_days);
    opened.dossier.facts.expires_at = Some(expiry(ctx.now, days));
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(ctx, tx, "draft.answered", subject, &[])?;
    Ok(Ok(Patched {
        dossier: opened.dossier,
        answers: stored.answers,
    }))
}

/// Gives the changes to the engine, step by step, each step seeing what the ones before it became.
fn apply(
    form: &Form,
    changes: &Changes,
    surroundings: &Surroundings<'_>,
    stored: &mut StoredAnswers,
) -> Vec<Unfit> {
    let mut unfit = Vec::new();
    for step in form.steps() {
        let touched: BTreeSet<&FieldId> = names(step)
            .filter(|name| changes.contains_key(*name))
            .collect();
        if touched.is_empty() {
            continue;
        }
        let given = |name: &FieldId| matches!(changes.get(name), Some(Some(_)));
        if let Some(message) = closed_before(form, step, &stored.answers, surroundings) {
            let closed = touched.iter().filter(|name| given(name));
            let questions = closed.filter_map(|name| element_of(form, name.as_str()));
            unfit.extend(questions.map(|question| Unfit::Entry(behind(question, &message))));
            continue;
        }
        let mut wanted = stored.answers.clone();
        for name in &touched {
            wanted.set(name, changes.get(*name).cloned().flatten());
        }
        let entries = accepted_entries(step.elements.iter(), &wanted);
        let read = normalise_step(form, step, &stored.answers, &entries, surroundings);
        let errors = read.errors.into_iter().filter(|error| given(top_of(error)));
        let errors: Vec<EntryError> = errors.collect();
        for name in touched.into_iter().filter(|name| given(name)) {
            let refused = errors.iter().any(|error| top_of(error) == name);
            if !refused
                && read.answers.get(name.as_str()).is_none()
                && let Some(question) = element_of(form, name.as_str())
            {
                unfit.push(Unfit::Entry(hidden(question)));
            }
        }
        unfit.extend(errors.into_iter().map(Unfit::Entry));
        stored.answers = read.answers;
        stored.entries.remove(step.id.as_str());
    }
    unfit
}

/// Why the request cannot be made, when a step before this one says so.
fn closed_before(
    form: &Form,
    step: &Step,
    answers: &Answers,
    surroundings: &Surroundings<'_>,
) -> Option<Text> {
    let journey = Journey::new(form, answers, surroundings.today);
    let barrier = journey.barrier()?;
    let mut before = form.steps().iter().take_while(|own| own.id != step.id);
    before
        .any(|own| own.id == barrier.step.id)
        .then(|| barrier.why.message.clone())
}

fn names(step: &Step) -> impl Iterator<Item = &FieldId> {
    step.elements.iter().filter_map(|element| match element {
        Element::Field(field) => Some(&field.id),
        Element::Block(block) => Some(&block.id),
        Element::Explanation(_) => None,
    })
}

/// The question, or the block of the question, of which an error speaks.
const fn top_of(error: &EntryError) -> &FieldId {
    match &error.row {
        Some((block, _)) => block,
        None => &error.field,
    }
}

fn hidden(question: Question<'_>) -> EntryError {
    refused(question, EntryErrorKind::HiddenField)
}

fn behind(question: Question<'_>, message: &Text) -> EntryError {
    let message = message.clone();
    refused(question, EntryErrorKind::Ineligible { message })
}

fn refused(question: Question<'_>, kind: EntryErrorKind) -> EntryError {
    match question {
        Question::Field(field) => field.error(At::Form, Part::Whole, kind),
        Question::Block(block) => block.error(kind),
    }
}

/// The answer of a question, named as its input is, with one more file.
fn with_piece(answers: &Answers, name: &str, piece: &PieceEntry) -> Option<(FieldId, Answer)> {
    let Some((block, rest)) = name.split_once('.') else {
        let answer = one_more(answers.get(name), piece);
        return Some((name.parse().ok()?, answer));
    };
    let (row, cell) = rest.split_once('.')?;
    let (row, cell): (parvis_kernel::RowId, FieldId) = (row.parse().ok()?, cell.parse().ok()?);
    let mut rows = answers.rows(block).to_vec();
    let found = rows.iter_mut().find(|found| found.id == row)?;
    let answer = one_more(found.cells.get(cell.as_str()), piece);
    found.cells.insert(cell, answer);
    Some((block.parse().ok()?, Answer::Rows(rows)))
}

/// The answer that names a file, once it does not any more; nothing when none names it.
fn without_piece(answers: &Answers, piece: PieceId) -> Option<(FieldId, Option<Answer>)> {
    for (name, answer) in answers.iter() {
        if let Answer::Rows(rows) = answer {
            let mut rows = rows.clone();
            for row in &mut rows {
                if let Some((cell, left)) = without_piece(&row.cells, piece) {
                    row.cells.set(&cell, left);
                    return Some((name.clone(), Some(Answer::Rows(rows))));
                }
            }
        }
        if let Answer::Pieces(pieces) = answer
            && has(pieces, piece)
        {
            return Some((name.clone(), one_less(pieces, piece)));
        }
    }
    None
}

fn has(pieces: &Pieces, piece: PieceId) -> bool {
    pieces.files.iter().any(|file| file.id == piece)
}

fn one_less(pieces: &Pieces, piece: PieceId) -> Option<Answer> {
    let mut left = pieces.clone();
    left.files.retain(|file| file.id != piece);
    let answered = left.other_way || !left.files.is_empty();
    answered.then_some(Answer::Pieces(left))
}

fn one_more(answer: Option<&Answer>, piece: &PieceEntry) -> Answer {
    let mut files = match answer {
        Some(Answer::Pieces(pieces)) => pieces.files.clone(),
        _ => Vec::new(),
    };
    files.push(piece.clone());
    Answer::Pieces(Pieces {
        files,
        other_way: false,
    })
}
