//! Rows of the keys that agents chose.

use parvis_kernel::{AgentId, OrganisationId};
use parvis_store::{Sql, Tx};

use crate::error::DossierError;
use crate::shortcuts::Shortcuts;

const FIND: Sql =
    Sql("SELECT active, keys FROM agent_shortcuts WHERE organisation_id = $1 AND agent_id = $2");
const KEEP: Sql = Sql(
    "INSERT INTO agent_shortcuts (organisation_id, agent_id, active, keys) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, agent_id) DO UPDATE SET active = excluded.active, keys = excluded.keys",
);
const FORGET: Sql = Sql("DELETE FROM agent_shortcuts WHERE organisation_id = $1 AND agent_id = $2");

/// The keys that an agent chose, if they did.
pub(crate) fn shortcuts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Option<Shortcuts>, DossierError> {
    Ok(
        tx.optional(FIND, &[organisation.into(), agent.into()], |row| {
            Ok(Shortcuts::read(row.int(0)? == 1, &row.text(1)?))
        })?,
    )
}

/// Keeps the keys of an agent.
pub(crate) fn keep_shortcuts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    chosen: &Shortcuts,
) -> Result<(), DossierError> {
    let values = [
        organisation.into(),
        agent.into(),
        i64::from(chosen.is_active).into(),
        chosen.written().into(),
    ];
    Ok(tx.put(KEEP, &values)?)
}

/// Forgets the keys that an agent chose.
pub(crate) fn forget_shortcuts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<(), DossierError> {
    Ok(tx.put(FORGET, &[organisation.into(), agent.into()])?)
}
