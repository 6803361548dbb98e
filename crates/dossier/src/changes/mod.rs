//! What changed since an application last read: every dossier that it may know, once, in an order that misses none.
//!
//! An act empties the number of its dossier. Reading numbers what is empty first, under the row of the organisation: numbers grow
//! with the moment at which they can be seen, whatever the order in which acts were committed, and acts wait for nobody.

use std::sync::Arc;

use parvis_access::AccessError;
use parvis_access::token::{self, Scope};
use parvis_demarche::Revision;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, Fact, Failure, Instant};
use parvis_store::Tx;

use crate::desk::Desk;
use crate::error::DossierError;
use crate::facts;
use crate::model::Dossier;
use crate::store;

/// Dossiers numbered in one reading.
const NUMBERED_AT_ONCE: i64 = 1_000;

/// A dossier that changed.
#[derive(Debug, Clone)]
pub struct Changed {
    /// The dossier, without its people.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: Arc<Revision>,
}

/// A page of changes.
#[derive(Debug, Clone)]
pub struct Changes {
    /// What changed, the oldest change first.
    pub changed: Vec<Changed>,
    /// Where to read on.
    pub after: i64,
    /// Whether there was more.
    pub more: bool,
}

/// What changed after a number, for the application that acts: what it reaches and what it began; of drafts, only what it began.
/// Leaves the trace of an exchange of data.
///
/// # Errors
/// `Forbidden` without the scope.
pub fn changes(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    after: i64,
    most: u16,
) -> Result<Changes, DossierError> {
    let id = ctx.actor.token().ok_or(AccessError::SignInFirst)?;
    let token = token::find(tx, ctx.organisation, id)?.ok_or(AccessError::SignInFirst)?;
    if !token.has(Scope::DossiersRead) || !token.is_live(ctx.now) {
        return Err(AccessError::Forbidden.into());
    }
    store::number_changes(tx, ctx.organisation, NUMBERED_AT_ONCE)?;
    let rows = store::changed_after(tx, ctx.organisation, after, i64::from(most) + 1)?;
    let more = rows.len() > usize::from(most);
    let mut page = Changes {
        changed: Vec::new(),
        after,
        more,
    };
    for (dossier, number) in rows.into_iter().take(usize::from(most)) {
        page.after = number;
        if is_known(ctx, tx, &token, &dossier)? {
            let revision = desk
                .catalogue
                .revision(tx, ctx.organisation, dossier.revision)?;
            page.changed.push(Changed { dossier, revision });
        }
    }
    let subject = Subject::organisation(ctx.organisation);
    let detail = [("count", page.changed.len().to_string())];
    journal::consulted(ctx, tx, "dossiers.listed", subject, &detail)?;
    Ok(page)
}

fn is_known(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    token: &token::Token,
    dossier: &Dossier,
) -> Result<bool, DossierError> {
    if !token.reaches_procedure(dossier.procedure) {
        return Ok(false);
    }
    if dossier.facts.submitted_at.is_some() && token.reaches_group(dossier.group) {
        return Ok(true);
    }
    Ok(token::holds(tx, ctx.organisation, token.id, dossier.id)?)
}

/// A decision that becomes visible changes the dossier for applications, though no act is done at that moment.
///
/// # Errors
/// Those of the store.
pub fn decision_shown(fact: &Fact, _: Instant, tx: &mut Tx<'_>) -> Result<(), Failure> {
    store::touch(tx, fact.organisation, DossierId::from_uuid(fact.subject))
        .map_err(|error| Failure::new("noting that a decision is shown", error))
}

/// The facts that [`decision_shown`] hears, when their hold is over.
pub const SHOWN: &[&str] = &[facts::DECIDED];
