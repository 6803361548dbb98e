//! Recording what was answered on a step.

use jiff::civil::Date;
use parvis_access::Right;
use parvis_form::{
    Answers, Entries, EntryError, Explanation, Form, Journey, JourneyElement, PieceEntry,
    StepState, Surroundings, normalise_step,
};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, RowId};
use parvis_store::Tx;

use super::rows;
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::links;
use crate::model::{Dossier, Number, Piece};
use crate::people;
use crate::prefill::Prefilled;
use crate::revise;
use crate::rules::Act;
use crate::start::expiry;
use crate::store::{self, StepDraft, StoredAnswers};

/// What the person did with a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Go on.
    Continue,
    /// Keep what is typed and come back later.
    SaveForLater,
    /// One more row of a block.
    AddRow(String),
    /// One row less.
    RemoveRow(String, RowId),
}

/// What became of the answers of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// They are all right; where to go next: a step, or the task list when every step is done.
    Accepted {
        /// The next step to show, when there is one after this one.
        next: Option<String>,
        /// A text appeared in this step: it is read before going on.
        to_read: bool,
    },
    /// They are all right, and they say that the request cannot be made. They are kept: they may be corrected.
    Stopped,
    /// Something must be corrected, or questions appeared: the same step is shown again. What was typed is kept.
    Again,
    /// The step cannot be answered before others. What was typed is kept.
    TooEarly,
}

/// Records the entries of a step. Whatever becomes of them, what was typed is kept with the draft.
///
/// # Errors
/// `NoSuchStep` for a step that the form does not have; `NotNow` when the dossier is no draft any more.
pub fn record_answers(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    step: &str,
    entries: &Entries,
    intent: &Intent,
) -> Result<Recorded, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut stored = draft_of(ctx, tx, &opened)?;
    let recorded = record(ctx, tx, desk, &opened, &mut stored, step, entries, intent)?;
    store::write_draft(tx, ctx, opened.dossier.id, &stored, &opened.key)?;
    prolong(ctx, desk, &mut opened);
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("step", step.to_owned())];
    journal::record(ctx, tx, "draft.answered", subject, &detail)?;
    Ok(recorded)
}

/// A draft that is filled in lives anew.
pub(super) fn prolong(ctx: &Ctx, desk: &Desk, opened: &mut Opened) {
    let days = opened.revision.file.draft_days;
    let days = days.unwrap_or(desk.organisation.profile.draft_days);
    opened.dossier.facts.expires_at = Some(expiry(ctx.now, days));
}

#[expect(clippy::too_many_arguments, reason = "the parts of one act, named")]
fn record(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &Opened,
    stored: &mut StoredAnswers,
    step: &str,
    entries: &Entries,
    intent: &Intent,
) -> Result<Recorded, DossierError> {
    let form = &opened.revision.form;
    let today = desk.today(ctx);
    let definition = form.step(step).ok_or(DossierError::NoSuchStep)?;
    let mut draft = StepDraft {
        // The page of a list posts nothing of its rows.
        entries: match definition.paged() {
            Some(block) => rows::merged(definition, block, entries, stored),
            None => entries.clone(),
        },
        ..StepDraft::default()
    };
    match intent {
        Intent::AddRow(block) => {
            let block = form.block(block).ok_or(DossierError::NoSuchStep)?;
            let rows = draft.entries.entry(block.id.to_string()).or_default();
            if rows.len() < block.max as usize {
                rows.push(RowId::new().to_string());
            }
            stored.entries.insert(step.to_owned(), draft);
            return Ok(Recorded::Again);
        }
        Intent::RemoveRow(block, row) => {
            remove_row(&mut draft.entries, block, *row);
            stored.entries.insert(step.to_owned(), draft);
            return Ok(Recorded::Again);
        }
        Intent::Continue | Intent::SaveForLater => {}
    }
    let state = Journey::new(form, &stored.answers, today)
        .step(step)
        .map(|met| met.state);
    if !matches!(
        state,
        Some(StepState::Complete | StepState::ToDo | StepState::Optional)
    ) {
        stored.entries.insert(step.to_owned(), draft);
        return Ok(Recorded::TooEarly);
    }
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let held = held_pieces(&pieces);
    let entries = &draft.entries;
    let typed = links::typed_in(form, entries);
    let number = &opened.dossier.number;
    let own = links::own(ctx, tx, desk, number, &stored.answers, &typed)?;
    let surroundings = Surroundings {
        dossiers: &own,
        ..desk.surroundings(ctx, &held)
    };
    let read = normalise_step(form, definition, &stored.answers, entries, &surroundings);
    let explained = explanations(form, &stored.answers, step, today);
    stored.answers = read.answers;
    let to_read = explanations(form, &stored.answers, step, today)
        .iter()
        .any(|shown| !explained.contains(shown));
    let clean = read.errors.is_empty() && read.revealed.is_empty();
    if clean {
        stored.entries.remove(step);
    } else {
        draft.refused = *intent == Intent::Continue && !read.errors.is_empty();
        stored.entries.insert(step.to_owned(), draft);
    }
    if !clean && *intent == Intent::Continue {
        return Ok(Recorded::Again);
    }
    let journey = Journey::new(form, &stored.answers, today);
    if journey.barrier().is_some() {
        return Ok(Recorded::Stopped);
    }
    let next = journey.next(step).map(|next| next.step.id.to_string());
    Ok(Recorded::Accepted { next, to_read })
}

/// The texts that a step shows with these answers.
fn explanations<'f>(
    form: &'f Form,
    answers: &Answers,
    step: &str,
    today: Date,
) -> Vec<&'f Explanation> {
    let journey = Journey::new(form, answers, today);
    let elements = journey.step(step).map(|met| met.elements.clone());
    let texts = elements
        .unwrap_or_default()
        .into_iter()
        .filter_map(|element| match element {
            // A heading only announces what follows.
            JourneyElement::Explanation(explanation) if explanation.heading.is_none() => {
                Some(explanation)
            }
            JourneyElement::Explanation(_)
            | JourneyElement::Field(_)
            | JourneyElement::Block { .. } => None,
        });
    texts.collect()
}

/// Takes away the identifier of a row and everything typed in it.
fn remove_row(entries: &mut Entries, block: &str, row: RowId) {
    let prefix = format!("{block}.{row}.");
    entries.retain(|name, _| !name.starts_with(&prefix));
    if let Some(rows) = entries.get_mut(block) {
        rows.retain(|id| *id != row.to_string());
    }
}

/// A step as its page shows it.
#[derive(Debug, Clone)]
pub struct StepView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// The typed answers, pruned.
    pub answers: Answers,
    /// What was typed on this step and is not accepted yet.
    pub entries: Option<Entries>,
    /// What must be corrected.
    pub errors: Vec<EntryError>,
    /// The pieces held.
    pub pieces: Vec<Piece>,
    /// Where the answers that the person did not type came from.
    pub prefilled: Prefilled,
}

/// A step of a draft, with what was typed and what must be corrected.
///
/// # Errors
/// `NoSuchStep`; `NotNow` when the dossier is no draft any more.
pub fn view_step(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    step: &str,
) -> Result<StepView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let stored = draft_of(ctx, tx, &opened)?;
    let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let form = &opened.revision.form;
    let definition = form.step(step).ok_or(DossierError::NoSuchStep)?;
    let draft = stored.entries.get(step);
    let errors = match draft {
        Some(draft) if draft.refused || !draft.refused_rows.is_empty() => {
            let held = held_pieces(&pieces);
            let typed = links::typed_in(form, &draft.entries);
            let own = links::own(ctx, tx, desk, number, &stored.answers, &typed)?;
            let surroundings = Surroundings {
                dossiers: &own,
                ..desk.surroundings(ctx, &held)
            };
            let read = normalise_step(
                form,
                definition,
                &stored.answers,
                &draft.entries,
                &surroundings,
            );
            let is_told = |error: &EntryError| match &error.row {
                _ if draft.refused => true,
                Some((_, row)) => draft.refused_rows.contains(row),
                None => false,
            };
            read.errors.into_iter().filter(is_told).collect()
        }
        _ => Vec::new(),
    };
    Ok(StepView {
        prefilled: store::prefilled(tx, ctx.organisation, opened.dossier.id, &opened.key)?,
        entries: draft.map(|draft| draft.entries.clone()),
        answers: parvis_form::prune(form, stored.answers),
        dossier: opened.dossier,
        revision: opened.revision,
        errors,
        pieces,
    })
}

/// A draft as its task list and its check page show it.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// The typed answers, pruned.
    pub answers: Answers,
    /// The steps on which something typed was not accepted yet.
    pub unfinished: Vec<String>,
    /// What was typed about its people and must be corrected.
    pub people_typed: Option<Entries>,
    /// Whether it followed a revision published since it was begun.
    pub is_moved: bool,
    /// The follow-up code, for a person without e-mail.
    pub follow_up_code: Option<crate::model::FollowUpCode>,
}

/// A draft as a whole. Leaves the trace of a consultation.
///
/// # Errors
/// `NotNow` when the dossier is no draft any more.
pub fn view_draft(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<DraftView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut stored = draft_of(ctx, tx, &opened)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::consulted(ctx, tx, "draft.read", subject, &[])?;
    let people_typed = stored.entries.remove(people::TYPED);
    let is_moved = revise::is_moved(&stored).is_some();
    Ok(DraftView {
        answers: parvis_form::prune(&opened.revision.form, stored.answers),
        people_typed: people_typed.map(|draft| draft.entries),
        is_moved,
        unfinished: stored
            .entries
            .into_keys()
            .filter(|step| !step.starts_with('-'))
            .collect(),
        follow_up_code: crate::follow::code_of(tx, &opened.dossier),
        dossier: opened.dossier,
        revision: opened.revision,
    })
}

fn draft_of(ctx: &Ctx, tx: &mut Tx<'_>, opened: &Opened) -> Result<StoredAnswers, DossierError> {
    store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)
}

/// The pieces as the form engine knows them.
pub(crate) fn held_pieces(pieces: &[Piece]) -> Vec<PieceEntry> {
    pieces
        .iter()
        .map(|piece| PieceEntry {
            id: piece.id,
            name: piece.description.name.to_string(),
            media_type: piece.media_type.clone(),
            size: piece.size,
        })
        .collect()
}
