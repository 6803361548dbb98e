//! The person erases their draft, without waiting for its time to be over (RGPD art. 17).

use std::sync::Arc;

use parvis_access::{Right, Target, authorize};
use parvis_demarche::Revision;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Actor, Ctx, Fact};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::Number;
use crate::rules::Act;
use crate::{facts, store};

/// What is left of a draft that was erased.
#[derive(Debug, Clone)]
pub struct Erased {
    /// What it answered: where to begin again.
    pub revision: Arc<Revision>,
}

/// Erases a draft for good. Its key is destroyed, so that nothing that was typed or sent can be read again, from a backup of
/// the rows neither; its files are swept. What is left is its number, its dates and its trace. A second time changes nothing.
///
/// # Errors
/// `NotNow` when it is deposited: a request is withdrawn, not erased.
pub fn erase(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Erased, DossierError> {
    if let Some(erased) = erased(ctx, tx, desk, number)? {
        return Ok(erased);
    }
    let mut opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Erase)?;
    opened.dossier.facts.erased_at = Some(ctx.now);
    opened.save(ctx, tx)?;
    let id = opened.dossier.id;
    store::forget_parked(tx, ctx.organisation, number)?;
    store::destroy(tx, ctx.organisation, id)?;
    journal::record(ctx, tx, "draft.erased", Subject::dossier(id), &[])?;
    let fact = Fact::new(ctx.organisation, facts::ERASED, id.uuid(), ctx.now);
    jobs::publish(tx, &fact)?;
    Ok(Erased {
        revision: opened.revision,
    })
}

/// What is left of a draft that was erased, for the person who held it.
///
/// # Errors
/// `NotFound` for anybody else.
pub fn erased(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Option<Erased>, DossierError> {
    let found = store::erased_draft(tx, ctx.organisation, number)?;
    let Some((id, group, revision)) = found.filter(|_| ctx.actor != Actor::Anonymous) else {
        return Ok(None);
    };
    authorize(ctx, tx, Right::HoldDossier, Target::Dossier(id, group))?;
    let revision = desk.catalogue.revision(tx, ctx.organisation, revision)?;
    Ok(Some(Erased { revision }))
}
