//! Where an organisation tries its procedures: a twin, whose identifier separates what is tried from everything that is real.

use std::time::Duration;

use parvis_journal::{self as journal, Subject};
use parvis_kernel::{Ctx, Instant, OrganisationId};
use parvis_store::{Tx, erasure};

use crate::error::OrganisationError;
use crate::model::Organisation;
use crate::store;

/// A trial lasts this long after its first press, then ends with all that it holds.
pub const LIFE: Duration = Duration::from_secs(30 * 24 * 3600);

/// What makes an organisation the trial of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The organisation that tries.
    pub of: OrganisationId,
    /// Its name in addresses.
    pub slug: String,
    /// Its host name.
    pub host: Option<String>,
    /// When the trial ends.
    pub ends_at: Instant,
}

impl Trial {
    pub(crate) fn begun(
        at: Instant,
        of: OrganisationId,
        slug: String,
        host: Option<String>,
    ) -> Self {
        Self {
            of,
            slug,
            host,
            ends_at: at.saturating_add(LIFE).unwrap_or(Instant::MAX),
        }
    }

    /// Whether its time is over: nobody enters any more, and housekeeping erases it.
    #[must_use]
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends_at <= now
    }
}

/// The trial of an organisation, if it has one; its time may be over.
///
/// # Errors
/// Those of the store.
pub fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Option<Organisation>, OrganisationError> {
    store::trial_of(tx, organisation)
}

/// The trial of the organisation of the context, made when there is none; services, groups and profile are those of today.
///
/// Nothing is authorised here: who lets somebody try does that.
///
/// # Errors
/// `NotFound` for an unknown organisation, and for a trial, which has none; those of the store.
pub fn open(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Organisation, OrganisationError> {
    let real = crate::by_id(tx, ctx.organisation)?;
    if real.trial.is_some() {
        return Err(OrganisationError::NotFound);
    }
    let is_over = |twin: &Organisation| {
        let trial = twin.trial.as_ref();
        trial.is_none_or(|trial| trial.is_over(ctx.now))
    };
    let found = match store::trial_of(tx, real.id)? {
        Some(twin) if is_over(&twin) => {
            erase(ctx, tx)?;
            None
        }
        found => found,
    };
    let twin = match found {
        Some(twin) => twin,
        None => begin(ctx, tx, &real)?,
    };
    store::describe(tx, twin.id, &name(&real), &real.profile)?;
    store::copy_to_trial(tx, real.id, twin.id)?;
    Ok(Organisation {
        name: name(&real),
        profile: real.profile,
        ..twin
    })
}

fn begin(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    real: &Organisation,
) -> Result<Organisation, OrganisationError> {
    let twin = Organisation {
        id: OrganisationId::new(),
        // No slug has a dot: nobody reaches a trial, nor takes its name, by naming an organisation.
        slug: format!("{}.essai", real.slug),
        host: None,
        name: name(real),
        profile: real.profile.clone(),
        demonstration: real.demonstration,
        trial: Some(Trial::begun(
            ctx.now,
            real.id,
            real.slug.clone(),
            real.host.clone(),
        )),
    };
    if store::insert_organisation(tx, &twin, ctx.now)? {
        let subject = Subject::organisation(real.id);
        journal::security(ctx, tx, "trial.opened", subject, &[])?;
    }
    // Another author may have pressed at the same moment: theirs is the trial.
    store::trial_of(tx, real.id)?.ok_or(OrganisationError::NotFound)
}

fn name(real: &Organisation) -> String {
    format!("{} (essai)", real.name)
}

/// Erases the trial of the organisation of the context and all that it holds; false when there is none.
///
/// Files of pieces are named by nobody any more: they are swept the next day, unreadable already, since their keys are gone.
///
/// # Errors
/// Those of the store.
pub fn erase(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<bool, OrganisationError> {
    let Some(twin) = store::trial_of(tx, ctx.organisation)? else {
        return Ok(false);
    };
    parvis_jobs::drop_all_of(tx, twin.id)?;
    erasure::erase_all_of(tx, twin.id, parvis_jobs::OWN_TABLES)?;
    store::delete_trial(tx, twin.id)?;
    let subject = Subject::organisation(ctx.organisation);
    journal::security(ctx, tx, "trial.erased", subject, &[])?;
    Ok(true)
}

/// The organisations whose trial is over.
///
/// # Errors
/// Those of the store.
pub fn over(tx: &mut Tx<'_>, now: Instant) -> Result<Vec<Organisation>, OrganisationError> {
    let mut all = store::organisations(tx)?;
    all.retain(|organisation| {
        let trial = organisation.trial.as_ref();
        trial.is_some_and(|trial| trial.is_over(now))
    });
    Ok(all)
}
