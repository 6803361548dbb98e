//! Publishing a procedure, and confirming the dated facts that it holds.

use parvis_access::{Membership, OrganisationRole, Right, Role, Target, agent, authorize, role};
use parvis_jobs as jobs;
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{
    AgentId, Ctx, GroupId, Instant, OrganisationId, ProcedureId, PublicationId, RevisionId,
};
use parvis_organisation as organisation;
use parvis_store::Tx;

use crate::author::review;
use crate::error::DemarcheError;
use crate::facts;
use crate::store::{self, Place};
use parvis_procedure::{Checked, ProcedureFile};

/// Publishes a checked file: it becomes the revision that new dossiers answer.
///
/// The same text published twice is the same revision. Allowed to the house, and to agents who write the procedures of the
/// organisation.
///
/// # Errors
/// `ToConfirm` for facts that no agent confirmed, outside of a demonstration; `NotReviewed` where the organisation asks for a second
/// person and none approved this text; `UnknownService`, `UnknownGroup`; access refused; those of the store.
pub fn publish(ctx: &Ctx, tx: &mut Tx<'_>, checked: &Checked) -> Result<RevisionId, DemarcheError> {
    let (revision, _) = publish_resting(ctx, tx, checked, None)?;
    Ok(revision)
}

/// The same, read by nobody else for a reason, when there is one. The publication; none of a text that is published already.
pub(crate) fn publish_resting(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    unreviewed_because: Option<&str>,
) -> Result<(RevisionId, Option<PublicationId>), DemarcheError> {
    authorize(ctx, tx, Right::WriteProcedures, Target::Organisation)?;
    let place = find_or_create(ctx, tx, &checked.file)?;
    let procedure = place.procedure;
    let published = store::take_procedure(tx, ctx.organisation, place)?;
    if checked.file.to_confirm() && !may_stand(ctx, tx, procedure, checked)? {
        let slug = checked.file.slug.clone();
        return Err(DemarcheError::ToConfirm { slug });
    }
    let same_text =
        store::revision_by_checksum(tx, ctx.organisation, procedure, &checked.checksum)?;
    let revision = match same_text {
        Some(same) if published == Some(same) => return Ok((same, None)),
        Some(earlier) => Some(earlier),
        None => None,
    };
    let rests = review::rests(ctx, tx, checked, published, unreviewed_because)?;
    let revision = match revision {
        Some(earlier) => earlier,
        None => store::insert_revision(tx, ctx, place, checked)?,
    };
    store::publish_revision(tx, ctx.organisation, procedure, revision)?;
    let publication = store::insert_publication(tx, ctx, procedure, revision, rests)?;
    let detail = [("revision", revision.to_string())];
    journal::record(
        ctx,
        tx,
        "procedure.published",
        Subject::procedure(procedure),
        &detail,
    )?;
    let said = [("procedure", checked.file.slug.clone())];
    let subject = Subject::procedure(procedure);
    journal::security(ctx, tx, "procedure.published", subject, &said)?;
    jobs::publish(tx, &facts::published(ctx, procedure, revision))?;
    Ok((revision, Some(publication)))
}

/// Records that a named agent confirms the dated facts of a text.
///
/// An agent confirms for themselves; the house records the word of an agent that it names. It is the word of somebody who decides
/// in the group, or who writes the procedures.
///
/// # Errors
/// `ConfirmedByNobody` when an agent names another, or when the named agent is neither; access refused; `UnknownService`, `UnknownGroup`; those of the store.
pub fn confirm(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
    by: AgentId,
) -> Result<(), DemarcheError> {
    match ctx.actor.agent() {
        Some(actor) if actor == by => {}
        Some(_) => return Err(DemarcheError::ConfirmedByNobody),
        None => authorize(ctx, tx, Right::WriteProcedures, Target::Organisation)?,
    }
    let Place {
        procedure, group, ..
    } = find_or_create(ctx, tx, &checked.file)?;
    if !may_confirm(tx, ctx.organisation, by, group)? {
        return Err(DemarcheError::ConfirmedByNobody);
    }
    if store::insert_confirmation(tx, ctx, procedure, &checked.checksum, by)? {
        let detail = [
            ("agent", by.to_string()),
            ("checksum", checked.checksum.clone()),
        ];
        journal::record(
            ctx,
            tx,
            "procedure.confirmed",
            Subject::procedure(procedure),
            &detail,
        )?;
        let said = [("procedure", checked.file.slug.clone())];
        let subject = Subject::procedure(procedure);
        journal::security(ctx, tx, "procedure.confirmed", subject, &said)?;
        jobs::publish(tx, &facts::confirmed(ctx, procedure))?;
    }
    Ok(())
}

/// Who confirmed the dated facts of a text, and when.
///
/// # Errors
/// Those of the store.
pub fn confirmation(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    checked: &Checked,
) -> Result<Option<(AgentId, Instant)>, DemarcheError> {
    let Some((procedure, _)) = store::procedure_by_slug(tx, ctx.organisation, &checked.file.slug)?
    else {
        return Ok(None);
    };
    Ok(store::confirmation(
        tx,
        ctx.organisation,
        procedure,
        &checked.checksum,
    )?)
}

/// Finds the procedure of the file, created at need with nothing published.
fn find_or_create(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    file: &ProcedureFile,
) -> Result<Place, DemarcheError> {
    let service =
        organisation::service_by_slug(tx, ctx.organisation, &file.service)?.ok_or_else(|| {
            DemarcheError::UnknownService {
                slug: file.service.clone(),
            }
        })?;
    let group =
        organisation::group_by_slug(tx, ctx.organisation, &file.group)?.ok_or_else(|| {
            DemarcheError::UnknownGroup {
                slug: file.group.clone(),
            }
        })?;
    for route in &file.routing {
        let known = organisation::group_by_slug(tx, ctx.organisation, &route.group)?;
        known.ok_or_else(|| DemarcheError::UnknownGroup {
            slug: route.group.clone(),
        })?;
    }
    let new = Place {
        procedure: ProcedureId::new(),
        group: group.id,
        service: service.id,
    };
    store::insert_procedure(tx, ctx, &file.slug, new)?;
    let found = store::procedure_by_slug(tx, ctx.organisation, &file.slug)?;
    let (procedure, _) = found.ok_or(DemarcheError::NotFound)?;
    Ok(Place { procedure, ..new })
}

fn may_confirm(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    by: AgentId,
    group: GroupId,
) -> Result<bool, DemarcheError> {
    let agent = agent::find(tx, organisation, by)?;
    let memberships = agent::memberships(tx, organisation, by)?;
    let decides = |of: &Membership| of.group == group && of.role == Role::Instructeur;
    let roles = role::of_agent(tx, organisation, by)?;
    let writes = roles.iter().any(|role| {
        matches!(
            role,
            OrganisationRole::Administrator | OrganisationRole::ProcedureAuthor
        )
    });
    Ok(agent.disabled_at.is_none() && (writes || memberships.iter().any(decides)))
}

/// Whether facts to confirm may be published: in a demonstration, in a trial, or when a named agent confirmed them.
fn may_stand(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    procedure: ProcedureId,
    checked: &Checked,
) -> Result<bool, DemarcheError> {
    let own = organisation::by_id(tx, ctx.organisation)?;
    if own.demonstration || own.trial.is_some() {
        return Ok(true);
    }
    let confirmed = store::confirmation(tx, ctx.organisation, procedure, &checked.checksum)?;
    Ok(confirmed.is_some())
}
