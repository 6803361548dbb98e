//! Handing a dossier over to another group, for a written reason.

use parvis_access::{AccessError, Right, agent};
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, GroupId};
use parvis_organisation::Group;
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Dossier, Note, Number};
use crate::rules::Act;
use crate::{facts, store, text};

/// The groups that may receive a dossier of a group: those in which somebody is, and that are open.
///
/// # Errors
/// Those of the store.
pub fn receivers(ctx: &Ctx, tx: &mut Tx<'_>, from: GroupId) -> Result<Vec<Group>, DossierError> {
    let mut receivers = Vec::new();
    for (group, closed_at) in parvis_organisation::groups(tx, ctx.organisation)? {
        let is_other = group.id != from && closed_at.is_none();
        if is_other && !agent::of_group(tx, ctx.organisation, group.id)?.is_empty() {
            receivers.push(group);
        }
    }
    Ok(receivers)
}

/// Hands a dossier over. It is nobody's in the group that receives it, whose agents are told; those of the group that had it
/// lose it at once, unless they are of both. The reason is kept as a note: it may say something of the person.
///
/// # Errors
/// `NothingChosen` for a group that cannot receive it; `Text`; `ChangedMeanwhile` when somebody acted in between; `NotNow`.
pub fn transfer(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    version: i64,
    to: GroupId,
    reason: &str,
) -> Result<Dossier, DossierError> {
    let mut opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.is_still_at(version)?;
    opened.allows(Act::Assign)?;
    let from = opened.dossier.group;
    let receivers = receivers(ctx, tx, from)?;
    let mut receivers = receivers.into_iter();
    let group = receivers.find(|group| group.id == to);
    let group = group.ok_or(DossierError::NothingChosen)?;
    let note = Note {
        id: Uuid::now_v7(),
        agent: ctx.actor.agent().ok_or(AccessError::SignInFirst)?,
        body: text::accepted(reason)?,
        at: ctx.now,
        mentions: Vec::new(),
    };
    let id = opened.dossier.id;
    opened.dossier.agent = None;
    opened.dossier.agent_since = None;
    opened.save(ctx, tx)?;
    store::give(tx, ctx, id, group.id, group.service)?;
    store::insert_note(tx, ctx, id, &note, &opened.key)?;
    let detail = [("from", from.to_string()), ("to", group.id.to_string())];
    journal::record(
        ctx,
        tx,
        "dossier.transferred",
        Subject::dossier(id),
        &detail,
    )?;
    let fact = Fact::new(ctx.organisation, facts::TRANSFERRED, id.uuid(), ctx.now);
    jobs::publish(tx, &fact.with("group", group.id))?;
    opened.dossier.group = group.id;
    opened.dossier.service = group.service;
    Ok(opened.dossier)
}

/// What to tell an agent who may not open a dossier: the group that has it now, when one of their groups handed it over. To any other
/// agent it does not exist.
pub(crate) fn transferred(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    dossier: &Dossier,
) -> Result<Option<DossierError>, DossierError> {
    let Some(own) = ctx.actor.agent() else {
        return Ok(None);
    };
    let memberships = agent::memberships(tx, ctx.organisation, own)?;
    let history = journal::history(tx, ctx.organisation, Subject::dossier(dossier.id))?;
    let handed_over = history.iter().any(|entry| {
        let from = entry.detail.get("from").and_then(|from| from.as_str());
        let from = from.and_then(|from| from.parse::<GroupId>().ok());
        entry.verb == "dossier.transferred" && memberships.iter().any(|of| Some(of.group) == from)
    });
    if !handed_over {
        return Ok(None);
    }
    let group = parvis_organisation::group(tx, ctx.organisation, dossier.group)?;
    Ok(Some(DossierError::Transferred { group: group.name }))
}
