//! The statements about the persons whom agents serve.

use parvis_kernel::{AgentId, Channel, Ctx, DossierId, OrganisationId, SessionId};
use parvis_store::{Sql, StoreError, Tx};

use crate::guichet::Served;

const INSERT_VISIT: Sql = Sql(
    "INSERT INTO counter_visits (organisation_id, session_id, dossier_id, channel, opened_at) VALUES ($1, $2, $3, $4, $5)",
);
const END_VISIT: Sql = Sql(
    "DELETE FROM counter_visits WHERE organisation_id = $1 AND session_id = $2 RETURNING dossier_id, channel",
);
const SERVES: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM counter_visits WHERE organisation_id = $1 AND session_id = $2 AND dossier_id = $3",
);
const KEEP_SERVED: Sql = Sql(
    "INSERT INTO counter_dossiers (organisation_id, agent_id, dossier_id, served_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id, agent_id, dossier_id) DO UPDATE SET served_at = excluded.served_at",
);
const HAS_SERVED: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM counter_dossiers WHERE organisation_id = $1 AND agent_id = $2 AND dossier_id = $3",
);
const SERVED_BY: Sql = Sql(
    "SELECT dossier_id FROM counter_dossiers WHERE organisation_id = $1 AND agent_id = $2 ORDER BY served_at DESC LIMIT $3",
);

pub(crate) fn insert_counter_visit(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    session: SessionId,
    served: Served,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        session.into(),
        served.dossier.into(),
        served.channel.code().into(),
        ctx.now.into(),
    ];
    tx.put(INSERT_VISIT, &values)
}

/// Who was served, if anybody was.
pub(crate) fn end_counter_visit(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<Option<Served>, StoreError> {
    tx.optional(END_VISIT, &[organisation.into(), session.into()], |row| {
        Ok(Served {
            dossier: row.id(0)?,
            channel: Channel::of_code(&row.text(1)?).unwrap_or(Channel::Counter),
        })
    })
}

pub(crate) fn serves(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), session.into(), dossier.into()];
    let found = tx.optional(SERVES, &values, |row| row.int(0))?;
    Ok(found.is_some())
}

pub(crate) fn keep_served(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    agent: AgentId,
    dossier: DossierId,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        agent.into(),
        dossier.into(),
        ctx.now.into(),
    ];
    tx.put(KEEP_SERVED, &values)
}

pub(crate) fn has_served(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    dossier: DossierId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), agent.into(), dossier.into()];
    let found = tx.optional(HAS_SERVED, &values, |row| row.int(0))?;
    Ok(found.is_some())
}

pub(crate) fn served_by(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    most: i64,
) -> Result<Vec<DossierId>, StoreError> {
    let values = [organisation.into(), agent.into(), most.into()];
    tx.query(SERVED_BY, &values, |row| row.id(0))
}
