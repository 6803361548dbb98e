//! What authors do with their trial. Nothing of it is read here: its files are seen from its own pages only.

use parvis_access::session::Token;
use parvis_access::trial as access;
use parvis_kernel::Ctx;
use parvis_organisation::{Organisation, trial};
use parvis_store::Tx;

use super::super::act::{trace, writes};
use crate::error::DemarcheError;
use crate::publish::publish;
use crate::store;
use parvis_procedure::Checked;

/// Puts a checked text in the trial of the organisation, which is opened at need: there it is what new dossiers answer.
///
/// `read` is the version of the draft that the author had before their eyes; 0 for a text that is published already.
///
/// # Errors
/// `DraftChanged` when another version is kept; `UnknownService`, `UnknownGroup`; access refused; those of the store.
pub fn try_text(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    read: i64,
) -> Result<Organisation, DemarcheError> {
    writes(ctx, tx)?;
    let slug = &checked.file.slug;
    if read > 0 && !store::mark_tried(tx, ctx, checked, read)? {
        return Err(DemarcheError::DraftChanged { slug: slug.clone() });
    }
    let there = trial::open(ctx, tx)?;
    publish(&Ctx::house(there.id, ctx.now), tx, checked)?;
    trace(ctx, tx, "procedure.tried", slug)?;
    Ok(there)
}

/// Opens a session in the trial for the agent of the context, who treats there what was tried.
///
/// # Errors
/// `NotFound` when nothing is tried; access refused; those of the store.
pub fn enter_trial(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &Token,
) -> Result<Organisation, DemarcheError> {
    writes(ctx, tx)?;
    if trial::find(tx, ctx.organisation)?.is_none() {
        return Err(DemarcheError::NotFound);
    }
    let there = trial::open(ctx, tx)?;
    access::enter(ctx, tx, there.id, token)?;
    Ok(there)
}

/// Erases the trial and all that it holds. False when there was none.
///
/// # Errors
/// Access refused; those of the store.
pub fn erase_trial(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<bool, DemarcheError> {
    writes(ctx, tx)?;
    Ok(trial::erase(ctx, tx)?)
}
