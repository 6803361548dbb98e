//! Recording one row of a step, and taking one away.

use jiff::civil::Date;
use parvis_access::Right;
use parvis_form::{
    ASKED_INPUT, Answers, At, Block, Entries, EntryError, Form, Journey, Step, StepState,
    Surroundings, asked_input, normalise_step,
};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, RowId};
use parvis_store::Tx;

use super::super::act::{held_pieces, prolong};
use super::merge::{known, merged, without};
use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::links;
use crate::model::Number;
use crate::rules::Act;
use crate::store::{self, StepDraft, StoredAnswers};

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPlace {
    /// The step.
    pub step: String,
    /// The block.
    pub block: String,
    /// The row: one that the step does not have yet is added.
    pub row: RowId,
}

/// What the person did with the page of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowIntent {
    /// The row is said.
    Finish,
    /// Keep what is typed and come back later.
    Keep,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowRecorded {
    /// It is kept.
    Kept,
    /// Something must be corrected, or questions appeared: its page is shown again. What was typed is kept.
    Again,
    /// There are as many rows as the form takes: nothing is added.
    Full,
    /// The step cannot be answered before others.
    TooEarly,
}

impl RowPlace {
    /// The step and the block, when the form has them and gives pages to the rows.
    ///
    /// # Errors
    /// `NoSuchStep`.
    pub(super) fn of<'f>(&self, form: &'f Form) -> Result<(&'f Step, &'f Block), DossierError> {
        let step = form.step(&self.step).ok_or(DossierError::NoSuchStep)?;
        let block = step.paged().filter(|block| block.id.as_str() == self.block);
        Ok((step, block.ok_or(DossierError::NoSuchStep)?))
    }

    /// Whether an error is about this row.
    pub(super) fn is_of(&self, error: &EntryError) -> bool {
        error.row.as_ref().is_some_and(|(_, row)| *row == self.row)
    }
}

/// Records one row. Whatever becomes of it, what was typed is kept with the draft; the other rows stay as they are.
///
/// # Errors
/// `NoSuchStep`; `NotNow` when the dossier is no draft any more.
pub fn record_row(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    place: &RowPlace,
    posted: &Entries,
    intent: RowIntent,
) -> Result<RowRecorded, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let form = &opened.revision.form;
    let (step, block) = place.of(form)?;
    let mut posted = posted.clone();
    posted.insert(block.id.to_string(), vec![place.row.to_string()]);
    if let Some(asked) = posted.get_mut(ASKED_INPUT) {
        asked.push(asked_input(At::Form, &block.id));
    }
    let whole = merged(step, block, &posted, &stored);
    if whole.get(block.id.as_str()).map_or(0, Vec::len) > block.max as usize {
        return Ok(RowRecorded::Full);
    }
    if !can_start(form, &stored.answers, step, desk.today(ctx)) {
        let draft = stored.entries.entry(place.step.clone()).or_default();
        draft.entries = whole;
        save(ctx, tx, desk, &mut opened, &stored, place)?;
        return Ok(RowRecorded::TooEarly);
    }
    let read = Read::of(ctx, tx, desk, &opened, &stored, step, &posted, &whole)?;
    let recorded = read.keep(place, whole, intent, &mut stored);
    save(ctx, tx, desk, &mut opened, &stored, place)?;
    Ok(recorded)
}

/// Takes a row away, with everything typed in it. A row that is gone already is no error.
///
/// # Errors
/// `NoSuchStep`; `NotNow` when the dossier is no draft any more.
pub fn remove_row(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    place: &RowPlace,
) -> Result<(), DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Fill)?;
    let mut stored = store::draft(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
    let (step, block) = place.of(&opened.revision.form)?;
    for piece in pieces_of(&stored.answers, place) {
        store::remove_piece(tx, ctx, opened.dossier.id, piece)?;
    }
    let mut whole = known(step, &stored);
    without(block, &place.row.to_string(), &mut whole);
    let nothing = Entries::new();
    let read = Read::of(ctx, tx, desk, &opened, &stored, step, &nothing, &whole)?;
    read.keep(place, whole, RowIntent::Keep, &mut stored);
    save(ctx, tx, desk, &mut opened, &stored, place)
}

fn save(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    opened: &mut Opened,
    stored: &StoredAnswers,
    place: &RowPlace,
) -> Result<(), DossierError> {
    store::write_draft(tx, ctx, opened.dossier.id, stored, &opened.key)?;
    prolong(ctx, desk, opened);
    opened.save(ctx, tx)?;
    let subject = Subject::dossier(opened.dossier.id);
    let detail = [("step", place.step.clone())];
    Ok(journal::record(
        ctx,
        tx,
        "draft.answered",
        subject,
        &detail,
    )?)
}

/// What the form engine reads in the row that was posted, and in the whole step.
struct Read {
    answers: Answers,
    row: Vec<EntryError>,
    revealed: bool,
    whole: Vec<EntryError>,
}

impl Read {
    #[expect(clippy::too_many_arguments, reason = "the parts of one act, named")]
    fn of(
        ctx: &Ctx,
        tx: &mut Tx<'_>,
        desk: &Desk,
        opened: &Opened,
        stored: &StoredAnswers,
        step: &Step,
        posted: &Entries,
        whole: &Entries,
    ) -> Result<Self, DossierError> {
        let form = &opened.revision.form;
        let pieces = store::pieces(tx, ctx.organisation, opened.dossier.id, &opened.key)?;
        let held = held_pieces(&pieces);
        let typed = links::typed_in(form, whole);
        let number = &opened.dossier.number;
        let own = links::own(ctx, tx, desk, number, &stored.answers, &typed)?;
        let surroundings = Surroundings {
            dossiers: &own,
            ..desk.surroundings(ctx, &held)
        };
        let alone = normalise_step(form, step, &stored.answers, posted, &surroundings);
        let all = normalise_step(form, step, &stored.answers, whole, &surroundings);
        Ok(Self {
            answers: all.answers,
            row: alone.errors,
            revealed: !alone.revealed.is_empty(),
            whole: all.errors,
        })
    }

    /// Keeps the answers; and what was typed, as long as some row must be corrected.
    fn keep(
        self,
        place: &RowPlace,
        whole: Entries,
        intent: RowIntent,
        stored: &mut StoredAnswers,
    ) -> RowRecorded {
        let known = stored.entries.remove(&place.step).unwrap_or_default();
        let is_wrong = self.row.iter().any(|error| place.is_of(error));
        let is_refused = is_wrong && intent == RowIntent::Finish;
        let mut refused_rows = known.refused_rows;
        refused_rows.retain(|row| *row != place.row);
        if is_refused {
            refused_rows.push(place.row);
        }
        stored.answers = self.answers;
        if self.whole.iter().any(|error| error.row.is_some()) {
            let draft = StepDraft {
                entries: whole,
                refused: known.refused,
                refused_rows,
            };
            stored.entries.insert(place.step.clone(), draft);
        }
        match is_refused || (self.revealed && intent == RowIntent::Finish) {
            true => RowRecorded::Again,
            false => RowRecorded::Kept,
        }
    }
}

fn can_start(form: &Form, answers: &Answers, step: &Step, today: Date) -> bool {
    let journey = Journey::new(form, answers, today);
    let met = journey.step(step.id.as_str());
    met.is_some_and(|met| met.state != StepState::CannotStartYet)
}

/// The files of a row.
fn pieces_of(answers: &Answers, place: &RowPlace) -> Vec<parvis_kernel::PieceId> {
    let row = answers.row(&place.block, place.row);
    let pieces = row.map(|row| row.cells.pieces()).unwrap_or_default();
    pieces.iter().map(|piece| piece.id).collect()
}
