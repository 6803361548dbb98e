//! Rows of saved views.

use parvis_kernel::{AgentId, Ctx, GroupId, OrganisationId, ProcedureId, ViewId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::error::DossierError;
use crate::model::State;
use crate::views::{Column, SavedView};

const INSERT: Sql = Sql(
    "INSERT INTO views (organisation_id, id, group_id, agent_id, name, shared, states, mine, procedure_id, columns, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING",
);
const FIND: Sql = Sql(
    "SELECT id, group_id, agent_id, name, shared, states, mine, procedure_id, columns FROM views WHERE organisation_id = $1 AND id = $2",
);
const OF_GROUP: Sql = Sql(
    "SELECT id, group_id, agent_id, name, shared, states, mine, procedure_id, columns FROM views \
     WHERE organisation_id = $1 AND group_id = $2 AND (agent_id = $3 OR shared = 1) ORDER BY name, id LIMIT $4",
);
const CHANGE: Sql = Sql(
    "UPDATE views SET name = $3, shared = $4, columns = $5 WHERE organisation_id = $1 AND id = $2",
);
const DELETE: Sql = Sql("DELETE FROM views WHERE organisation_id = $1 AND id = $2");
const FORGET_DEFAULTS: Sql =
    Sql("DELETE FROM default_views WHERE organisation_id = $1 AND view_id = $2");
const FORGET_DEFAULTS_OF_OTHERS: Sql =
    Sql("DELETE FROM default_views WHERE organisation_id = $1 AND view_id = $2 AND agent_id <> $3");
const SET_DEFAULT: Sql = Sql(
    "INSERT INTO default_views (organisation_id, agent_id, group_id, view_id) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, agent_id, group_id) DO UPDATE SET view_id = excluded.view_id",
);
const UNSET_DEFAULT: Sql =
    Sql("DELETE FROM default_views WHERE organisation_id = $1 AND agent_id = $2 AND group_id = $3");
const DEFAULT: Sql = Sql(
    "SELECT view_id FROM default_views WHERE organisation_id = $1 AND agent_id = $2 AND group_id = $3",
);

/// Every state, in the column.
const ALL: &str = "all";

/// Writes a new view; a second time, from a double click, nothing.
pub(crate) fn insert_view(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    view: &SavedView,
) -> Result<bool, DossierError> {
    let states = match (view.state, view.all_states) {
        (Some(state), _) => Some(state.code()),
        (None, true) => Some(ALL),
        (None, false) => None,
    };
    let values = [
        ctx.organisation.into(),
        view.id.into(),
        view.group.into(),
        view.agent.into(),
        view.name.as_str().into(),
        i64::from(view.is_shared).into(),
        states.into(),
        i64::from(view.mine).into(),
        view.procedure.into(),
        Column::written(&view.columns).into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(INSERT, &values)? == 1)
}

/// A view, whoever made it.
pub(crate) fn view(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ViewId,
) -> Result<Option<SavedView>, DossierError> {
    Ok(tx.optional(FIND, &[organisation.into(), id.into()], columns)?)
}

/// The views of a group that an agent sees, by name.
pub(crate) fn views_of_group(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: GroupId,
    agent: AgentId,
    limit: i64,
) -> Result<Vec<SavedView>, DossierError> {
    let values = [
        organisation.into(),
        group.into(),
        agent.into(),
        limit.into(),
    ];
    Ok(tx.query(OF_GROUP, &values, columns)?)
}

/// Changes a view. One that is not shared any more is nobody else's beginning.
pub(crate) fn change_view(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    view: &SavedView,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        view.id.into(),
        view.name.as_str().into(),
        i64::from(view.is_shared).into(),
        Column::written(&view.columns).into(),
    ];
    tx.put(CHANGE, &values)?;
    if !view.is_shared {
        let values = [ctx.organisation.into(), view.id.into(), view.agent.into()];
        tx.put(FORGET_DEFAULTS_OF_OTHERS, &values)?;
    }
    Ok(())
}

/// Deletes a view; it is nobody's beginning any more.
pub(crate) fn delete_view(tx: &mut Tx<'_>, ctx: &Ctx, id: ViewId) -> Result<(), DossierError> {
    let values = [ctx.organisation.into(), id.into()];
    tx.put(FORGET_DEFAULTS, &values)?;
    Ok(tx.put(DELETE, &values)?)
}

/// Makes a view the one with which an agent begins in a group; none of them without one.
pub(crate) fn set_default_view(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    agent: AgentId,
    group: GroupId,
    view: Option<ViewId>,
) -> Result<(), DossierError> {
    let values = [ctx.organisation.into(), agent.into(), group.into()];
    match view {
        None => tx.put(UNSET_DEFAULT, &values)?,
        Some(view) => {
            let [organisation, agent, group] = values;
            tx.put(SET_DEFAULT, &[organisation, agent, group, view.into()])?;
        }
    }
    Ok(())
}

/// The view with which an agent begins in a group.
pub(crate) fn default_view(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    group: GroupId,
) -> Result<Option<ViewId>, DossierError> {
    let values = [organisation.into(), agent.into(), group.into()];
    Ok(tx.optional(DEFAULT, &values, |row| row.id(0))?)
}

fn columns(row: &Row<'_>) -> Result<SavedView, StoreError> {
    let states = row.opt_text(5)?;
    let procedure: Option<ProcedureId> = row.opt_id(7)?;
    Ok(SavedView {
        id: row.id(0)?,
        group: row.id(1)?,
        agent: row.id(2)?,
        name: row.text(3)?,
        is_shared: row.int(4)? == 1,
        state: states.as_deref().and_then(State::of_code),
        all_states: states.as_deref() == Some(ALL),
        mine: row.int(6)? == 1,
        procedure,
        columns: Column::read(&row.text(8)?),
    })
}
