//! Keeping an answer about satisfaction, without a trace of who gave it.

use parvis_access::{AccessError, Right};
use parvis_demarche::Revision;
use parvis_demarche::satisfaction::{self, Answer, Month};
use parvis_kernel::{Actor, Ctx};
use parvis_store::Tx;

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::model::{Closing, Dossier, Number, State};
use crate::rules::{Act, after};
use crate::store;

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appraised {
    /// It is kept.
    Kept,
    /// The person had answered: nothing is kept.
    Already,
}

/// Keeps what a person says of how their request was dealt with.
///
/// Two things are written: that the person of this dossier answered, and the answer among those of its month. No trace is left in the
/// journal, and applications are told nothing: an entry has an instant, and what happened at that instant would be known. The version of
/// the dossier stays, as `touched_at` does.
///
/// # Errors
/// `NotFound` when the procedure does not ask; `Forbidden` for anybody but the person, an agent who serves them too; `NotNow` before the
/// person read the decision, or before the report ended; `Demarche` for words that are too long.
pub fn appraise(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    answer: &Answer,
) -> Result<Appraised, DossierError> {
    let opened = of_person(ctx, tx, desk, number)?;
    if !is_over(ctx, &opened.dossier) {
        let state = opened.dossier.facts.state_for_person(ctx.now);
        let act = Act::Appraise;
        return Err(DossierError::NotNow { state, act });
    }
    // The condition of the statement decides between two presses at once.
    if !store::mark_satisfaction_said(tx, ctx.organisation, opened.dossier.id)? {
        return Ok(Appraised::Already);
    }
    let month = Month::of(ctx.now, desk.organisation.zone());
    satisfaction::keep(ctx, tx, &opened.revision, month, answer)?;
    Ok(Appraised::Kept)
}

/// The dossier of which a person may say something now; nothing once they did, or before it is over. Changes nothing.
///
/// # Errors
/// `NotFound` and `Forbidden` as [`appraise`].
pub fn may_appraise(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Option<(Dossier, std::sync::Arc<Revision>)>, DossierError> {
    let Opened {
        dossier, revision, ..
    } = of_person(ctx, tx, desk, number)?;
    let offered = is_offered(ctx, tx, &dossier, &revision)?;
    Ok(offered.then_some((dossier, revision)))
}

/// Whether the pages of a dossier propose to answer.
pub(crate) fn is_offered(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: &Dossier,
    revision: &Revision,
) -> Result<bool, DossierError> {
    Ok(matches!(ctx.actor, Actor::Usager(_))
        && satisfaction::is_asked(revision)
        && is_over(ctx, dossier)
        && !store::is_satisfaction_said(tx, ctx.organisation, dossier.id)?)
}

fn of_person(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Opened, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    if !matches!(ctx.actor, Actor::Usager(_)) {
        return Err(AccessError::Forbidden.into());
    }
    match satisfaction::is_asked(&opened.revision) {
        true => Ok(opened),
        false => Err(DossierError::NotFound),
    }
}

/// Whether the person knows how it ended: they read the decision, or the report came to one of the ends that its procedure states.
fn is_over(ctx: &Ctx, dossier: &Dossier) -> bool {
    let facts = &dossier.facts;
    let state = facts.state_for_person(ctx.now);
    let knows = match state {
        State::Closed => matches!(facts.closing, Some(Closing::Stated(_))),
        _ => facts.decision_read_at.is_some(),
    };
    knows && after(state, Act::Appraise).is_some()
}
