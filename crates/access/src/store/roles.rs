//! The statements about roles in the whole organisation.

use parvis_kernel::{AgentId, Instant, OrganisationId};
use parvis_store::{Sql, StoreError, Tx};

use crate::role::OrganisationRole;

const INSERT_ROLE: Sql = Sql(
    "INSERT INTO organisation_roles (organisation_id, agent_id, role, granted_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, agent_id, role) DO NOTHING",
);
const DELETE_ROLE: Sql = Sql(
    "DELETE FROM organisation_roles WHERE organisation_id = $1 AND agent_id = $2 AND role = $3",
);
const ROLES: Sql = Sql(
    "SELECT r.role FROM organisation_roles r JOIN agents a ON a.organisation_id = r.organisation_id AND a.id = r.agent_id \
     WHERE r.organisation_id = $1 AND r.agent_id = $2 AND a.disabled_at IS NULL",
);
const ROLES_OF_ANY: Sql =
    Sql("SELECT role FROM organisation_roles WHERE organisation_id = $1 AND agent_id = $2");
// Changing nothing takes the rows: two administrators who leave at once wait for each other.
const LOCK_ADMINISTRATORS: Sql = Sql(
    "UPDATE organisation_roles SET granted_at = granted_at WHERE organisation_id = $1 AND role = 'administrator'",
);
const ADMINISTRATORS: Sql = Sql(
    "SELECT r.agent_id FROM organisation_roles r JOIN agents a ON a.organisation_id = r.organisation_id AND a.id = r.agent_id \
     WHERE r.organisation_id = $1 AND r.role = 'administrator' AND a.disabled_at IS NULL ORDER BY r.agent_id",
);

/// False when the agent has the role already.
pub(crate) fn insert_organisation_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    role: OrganisationRole,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        agent.into(),
        role.code().into(),
        now.into(),
    ];
    Ok(tx.execute(INSERT_ROLE, &values)? == 1)
}

/// False when the agent has not the role.
pub(crate) fn delete_organisation_role(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    role: OrganisationRole,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), agent.into(), role.code().into()];
    Ok(tx.execute(DELETE_ROLE, &values)? == 1)
}

/// The roles of an agent whose account is open.
pub(crate) fn organisation_roles(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<OrganisationRole>, StoreError> {
    let codes = tx.query(ROLES, &[organisation.into(), agent.into()], |row| {
        row.text(0)
    })?;
    Ok(codes
        .iter()
        .filter_map(|code| OrganisationRole::of_code(code))
        .collect())
}

/// The roles of an agent, whose account may be closed.
pub(crate) fn roles_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Vec<OrganisationRole>, StoreError> {
    let codes = tx.query(ROLES_OF_ANY, &[organisation.into(), agent.into()], |row| {
        row.text(0)
    })?;
    Ok(codes
        .iter()
        .filter_map(|code| OrganisationRole::of_code(code))
        .collect())
}

/// The administrators whose accounts are open; nobody else changes who they are before this transaction ends.
pub(crate) fn lock_administrators(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<AgentId>, StoreError> {
    tx.execute(LOCK_ADMINISTRATORS, &[organisation.into()])?;
    tx.query(ADMINISTRATORS, &[organisation.into()], |row| row.id(0))
}
