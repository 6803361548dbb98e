//! Which procedures an agent may see the promises of, and what is told of them.

use std::sync::Arc;

use parvis_access::{AccessError, Right, Target, agent, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, GroupId};
use parvis_organisation as organisation;
use parvis_store::Tx;
use uuid::Uuid;

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::measures::{Measures, measures};
use crate::model::Revision;
use crate::satisfaction::{self, Month};

/// A procedure that promises something, and how far it was kept.
pub(super) type Measured = (Arc<Revision>, Option<Measures>);

/// The procedures that promise something: those that the groups of the agent instruct, all of them for who writes procedures, and for who
/// administers or protects data.
///
/// # Errors
/// `Forbidden` for who belongs to no group and has no such role; those of the store.
pub(super) fn promised(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
) -> Result<Vec<Measured>, DemarcheError> {
    let sees_all = sees_all(ctx, tx)?;
    if !sees_all && groups(ctx, tx)?.is_empty() {
        return Err(AccessError::Forbidden.into());
    }
    let mut found = Vec::new();
    for revision in catalogue.list(tx, ctx.organisation)? {
        let promises = revision.file.commitments.is_some();
        if promises && (sees_all || instructs(ctx, tx, &revision)?) {
            let measured = measures(tx, ctx.organisation, revision.procedure)?;
            found.push((revision, measured));
        }
    }
    Ok(found)
}

/// A procedure that promises something, as an agent reads it.
pub(super) struct Read {
    pub(super) measured: Measured,
    pub(super) told: satisfaction::Told,
    /// Whether this agent may forget what somebody wrote.
    pub(super) may_forget: bool,
}

/// A procedure that promises something, and what is told of the answers of people.
///
/// # Errors
/// `NotFound` for one that is not published or promises nothing, and for one that the agent may not see; those of the store.
pub(super) fn one(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    slug: &str,
    now: Month,
) -> Result<Read, DemarcheError> {
    let revision = seen(ctx, tx, catalogue, slug)?;
    let measured = measures(tx, ctx.organisation, revision.procedure)?;
    let told = match satisfaction::is_asked(&revision) {
        true => satisfaction::told(tx, ctx.organisation, revision.procedure, now)?,
        false => satisfaction::Told::default(),
    };
    let forgets = authorize(ctx, tx, Right::ForgetWords, Target::Organisation);
    Ok(Read {
        measured: (revision, measured),
        told,
        may_forget: allows(forgets)?,
    })
}

/// Forgets what somebody wrote of a procedure, where it names a person: the answer stays counted. What is forgotten already is no error.
///
/// # Errors
/// `NotFound` as [`one`]; `Forbidden` for who neither administers nor protects data: who is criticised erases nothing.
pub(super) fn forget_words(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    slug: &str,
    id: Uuid,
) -> Result<(), DemarcheError> {
    let revision = seen(ctx, tx, catalogue, slug)?;
    authorize(ctx, tx, Right::ForgetWords, Target::Organisation)?;
    if !satisfaction::forget_words(tx, ctx.organisation, revision.procedure, id)? {
        return Ok(());
    }
    let subject = Subject::organisation(ctx.organisation);
    let detail = [("procedure", revision.slug.clone())];
    let verb = "procedure.words_forgotten";
    Ok(journal::security(ctx, tx, verb, subject, &detail)?)
}

/// A procedure that promises something, if the agent may see it.
fn seen(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    slug: &str,
) -> Result<Arc<Revision>, DemarcheError> {
    let revision = catalogue.published(tx, ctx.organisation, slug)?;
    let revision = revision.filter(|revision| revision.file.commitments.is_some());
    let revision = revision.ok_or(DemarcheError::NotFound)?;
    match sees_all(ctx, tx)? || instructs(ctx, tx, &revision)? {
        true => Ok(revision),
        false => Err(DemarcheError::NotFound),
    }
}

/// Whether the agent has a role over all the procedures.
fn sees_all(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<bool, DemarcheError> {
    for right in [Right::WriteProcedures, Right::ReadAdministration] {
        if allows(authorize(ctx, tx, right, Target::Organisation))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a group of the agent instructs a procedure: its own group, or one to which its rules lead.
fn instructs(ctx: &Ctx, tx: &mut Tx<'_>, revision: &Revision) -> Result<bool, DemarcheError> {
    let mut instructing = vec![revision.group];
    for route in &revision.file.routing {
        let group = organisation::group_by_slug(tx, ctx.organisation, &route.group)?;
        instructing.extend(group.map(|group| group.id));
    }
    for group in instructing {
        if allows(authorize(ctx, tx, Right::ReadQueue, Target::Group(group)))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn groups(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<Vec<GroupId>, DemarcheError> {
    let own = ctx.actor.agent().ok_or(AccessError::SignInFirst)?;
    let memberships = agent::memberships(tx, ctx.organisation, own)?;
    Ok(memberships.into_iter().map(|own| own.group).collect())
}

fn allows(asked: Result<(), AccessError>) -> Result<bool, AccessError> {
    match asked {
        Ok(()) => Ok(true),
        Err(AccessError::Forbidden | AccessError::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
