//! Saving a view, changing it, beginning with it, deleting it.

use parvis_access::{AccessError, Right, Target, agent, authorize};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx, GroupId, ProcedureId, ViewId};
use parvis_store::Tx;

use super::Column;
use crate::error::DossierError;
use crate::model::State;
use crate::queue::QueueQuery;
use crate::{store, text};

/// Views of a group that one agent sees.
pub const MOST_VIEWS: i64 = 50;
/// Signs of a name at most.
const LONGEST_NAME: usize = 80;

/// What an agent chose to see of the list of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its identifier.
    pub id: ViewId,
    /// The group.
    pub group: GroupId,
    /// Who made it.
    pub agent: AgentId,
    /// How it is called.
    pub name: String,
    /// Whether the whole group sees it.
    pub is_shared: bool,
    /// One state only; without one, those open to agents.
    pub state: Option<State>,
    /// All states, final ones too.
    pub all_states: bool,
    /// Only the dossiers of whoever looks.
    pub mine: bool,
    /// One procedure only.
    pub procedure: Option<ProcedureId>,
    /// The columns after that of the dossier.
    pub columns: Vec<Column>,
}

/// The views of a group that the agent sees, and the one with which they begin.
///
/// # Errors
/// `NotFound` for a group of which the agent is not.
pub fn views(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    group: GroupId,
) -> Result<(Vec<SavedView>, Option<ViewId>), DossierError> {
    let agent = by(ctx)?;
    authorize(ctx, tx, Right::ReadQueue, Target::Group(group))?;
    let views = store::views_of_group(tx, ctx.organisation, group, agent, MOST_VIEWS)?;
    let default = store::default_view(tx, ctx.organisation, agent, group)?;
    Ok((views, default))
}

/// The view that a query of a list asks for, and the query that it stands for: the one of the address, or the one with which the
/// agent begins when nothing else is asked.
///
/// # Errors
/// `NotFound` for a view that the agent does not see.
pub fn applied(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    query: &QueueQuery,
) -> Result<(QueueQuery, Option<SavedView>), DossierError> {
    let agent = by(ctx)?;
    let wanted = match (query.view, query.group) {
        (Some(view), _) => Some(view),
        (None, Some(group)) if query.asks_nothing() => {
            store::default_view(tx, ctx.organisation, agent, group)?
        }
        (None, _) => None,
    };
    let Some(id) = wanted else {
        return Ok((query.clone(), None));
    };
    let found = match (seen(ctx, tx, id), query.view) {
        // Nobody asked for it: the list is shown as it is.
        (Err(DossierError::NotFound), None) => return Ok((query.clone(), None)),
        (found, _) => found,
    };
    let view = found?;
    let query = QueueQuery {
        view: Some(id),
        group: Some(view.group),
        state: view.state,
        all_states: view.all_states,
        mine: view.mine,
        procedure: view.procedure,
        ..query.clone()
    };
    Ok((query, Some(view)))
}

/// Saves a view. A second time, from a double click, nothing happens.
///
/// # Errors
/// `NotFound` for a group of which the agent is not; `Forbidden` for a reader who would share it; `NameNeeded`; `TooManyViews`.
pub fn save(ctx: &Ctx, tx: &mut Tx<'_>, view: &SavedView) -> Result<(), DossierError> {
    let agent = by(ctx)?;
    let view = SavedView {
        agent,
        name: named(&view.name)?,
        ..view.clone()
    };
    allowed(ctx, tx, &view)?;
    let known = store::views_of_group(tx, ctx.organisation, view.group, agent, MOST_VIEWS)?;
    if known.iter().any(|known| known.id == view.id) {
        return Ok(());
    }
    if i64::try_from(known.len()).unwrap_or(i64::MAX) >= MOST_VIEWS {
        return Err(DossierError::TooManyViews { most: MOST_VIEWS });
    }
    if store::insert_view(tx, ctx, &view)? {
        trace(ctx, tx, "view.saved", &view)?;
    }
    Ok(())
}

/// Changes the name, the columns and the sharing of a view of the agent.
///
/// # Errors
/// `NotFound` for somebody else's; those of [`save`].
pub fn change(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ViewId,
    name: &str,
    is_shared: bool,
    columns: &[String],
) -> Result<(), DossierError> {
    let mut view = own(ctx, tx, id)?;
    view.name = named(name)?;
    view.is_shared = is_shared;
    view.columns = Column::chosen(&view.columns, columns);
    allowed(ctx, tx, &view)?;
    store::change_view(tx, ctx, &view)?;
    trace(ctx, tx, "view.changed", &view)
}

/// Moves a column one place towards the beginning or towards the end.
///
/// # Errors
/// `NotFound` for somebody else's view, and for a column that it has not.
pub fn move_column(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ViewId,
    column: &Column,
    is_up: bool,
) -> Result<(), DossierError> {
    let mut view = own(ctx, tx, id)?;
    let found = view.columns.iter().position(|own| own == column);
    let from = found.ok_or(DossierError::NotFound)?;
    let to = if is_up {
        from.checked_sub(1)
    } else {
        Some(from + 1).filter(|to| *to < view.columns.len())
    };
    let Some(to) = to else {
        return Ok(());
    };
    view.columns.swap(from, to);
    store::change_view(tx, ctx, &view)?;
    trace(ctx, tx, "view.changed", &view)
}

/// Makes a view the one with which the agent begins in its group, or not any more.
///
/// # Errors
/// `NotFound` for a view that the agent does not see.
pub fn set_default(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: ViewId,
    is_default: bool,
) -> Result<(), DossierError> {
    let agent = by(ctx)?;
    let view = seen(ctx, tx, id)?;
    let wanted = is_default.then_some(id);
    store::set_default_view(tx, ctx, agent, view.group, wanted)?;
    trace(ctx, tx, "view.begun_with", &view)
}

/// Deletes a view. It held no dossier: nothing else is lost.
///
/// # Errors
/// `NotFound` for somebody else's, unless they left the group and the view that they shared with it.
pub fn delete(ctx: &Ctx, tx: &mut Tx<'_>, id: ViewId) -> Result<(), DossierError> {
    let view = deletable(ctx, tx, id)?;
    store::delete_view(tx, ctx, id)?;
    trace(ctx, tx, "view.deleted", &view)
}

/// A view that the agent sees: theirs, or a shared one of their group. To anybody else it does not exist.
pub(crate) fn seen(ctx: &Ctx, tx: &mut Tx<'_>, id: ViewId) -> Result<SavedView, DossierError> {
    let agent = by(ctx)?;
    let found = store::view(tx, ctx.organisation, id)?;
    let view = found.filter(|view| view.agent == agent || view.is_shared);
    let view = view.ok_or(DossierError::NotFound)?;
    authorize(ctx, tx, Right::ReadQueue, Target::Group(view.group))?;
    Ok(view)
}

pub(super) fn own(ctx: &Ctx, tx: &mut Tx<'_>, id: ViewId) -> Result<SavedView, DossierError> {
    let view = seen(ctx, tx, id)?;
    let is_own = view.agent == by(ctx)?;
    is_own.then_some(view).ok_or(DossierError::NotFound)
}

/// A view that the agent may delete: theirs, or one that somebody shared and who left the group since, if the agent instructs.
pub(super) fn deletable(ctx: &Ctx, tx: &mut Tx<'_>, id: ViewId) -> Result<SavedView, DossierError> {
    let view = seen(ctx, tx, id)?;
    if view.agent == by(ctx)? {
        return Ok(view);
    }
    let makers = agent::memberships(tx, ctx.organisation, view.agent)?;
    if makers.iter().any(|of| of.group == view.group) {
        return Err(DossierError::NotFound);
    }
    let group = Target::Group(view.group);
    authorize(ctx, tx, Right::InstructDossier, group)?;
    Ok(view)
}

/// Whoever sees the list may have views; whoever instructs may share them.
fn allowed(ctx: &Ctx, tx: &mut Tx<'_>, view: &SavedView) -> Result<(), DossierError> {
    let right = if view.is_shared {
        Right::InstructDossier
    } else {
        Right::ReadQueue
    };
    Ok(authorize(ctx, tx, right, Target::Group(view.group))?)
}

fn named(name: &str) -> Result<String, DossierError> {
    let name = text::line(name, LONGEST_NAME);
    if name.is_empty() {
        return Err(DossierError::NameNeeded);
    }
    Ok(name)
}

fn by(ctx: &Ctx) -> Result<AgentId, DossierError> {
    Ok(ctx.actor.agent().ok_or(AccessError::SignInFirst)?)
}

fn trace(ctx: &Ctx, tx: &mut Tx<'_>, verb: &str, view: &SavedView) -> Result<(), DossierError> {
    let subject = Subject::new("view", view.id.uuid());
    let detail = [
        ("group", view.group.to_string()),
        ("shared", view.is_shared.to_string()),
    ];
    Ok(journal::record(ctx, tx, verb, subject, &detail)?)
}
