//! Rows of the agents who have a dossier before their eyes.

use parvis_kernel::{AgentId, Ctx, DossierId, Instant, OrganisationId};
use parvis_store::{Sql, Tx};

use crate::error::DossierError;
use crate::presence::Present;

// A clock that was set back leaves presences ahead of it: they count as gone, and are written again.
const WRITE: Sql = Sql(
    "INSERT INTO dossier_presences (organisation_id, dossier_id, agent_id, since, seen_at) VALUES ($1, $2, $3, $4, $4) \
     ON CONFLICT (organisation_id, dossier_id, agent_id) DO UPDATE SET seen_at = excluded.seen_at, \
     since = CASE WHEN dossier_presences.seen_at > $6 AND dossier_presences.seen_at < $7 THEN dossier_presences.since ELSE excluded.since END \
     WHERE dossier_presences.seen_at <= $5 OR dossier_presences.seen_at >= $7",
);
const OTHERS: Sql = Sql(
    "SELECT agent_id, since FROM dossier_presences WHERE organisation_id = $1 AND dossier_id = $2 AND agent_id <> $3 \
     AND seen_at > $4 AND seen_at < $5 ORDER BY since, agent_id LIMIT 20",
);
const DELETE_OLD: Sql = Sql("DELETE FROM dossier_presences WHERE seen_at <= $1");

/// The instants by which a presence is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moments {
    /// Written before, it is written again.
    pub(crate) old: Instant,
    /// Without news since, its agent is gone.
    pub(crate) gone: Instant,
    /// Written after, the clock was set back.
    pub(crate) ahead: Instant,
}

pub(crate) fn write_presence(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    agent: AgentId,
    moments: Moments,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        agent.into(),
        ctx.now.into(),
        moments.old.into(),
        moments.gone.into(),
        moments.ahead.into(),
    ];
    Ok(tx.put(WRITE, &values)?)
}

/// Those who were there between two instants, but for one agent.
pub(crate) fn presences(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (dossier, but): (DossierId, AgentId),
    after: Instant,
    before: Instant,
) -> Result<Vec<Present>, DossierError> {
    let values = [
        organisation.into(),
        dossier.into(),
        but.into(),
        after.into(),
        before.into(),
    ];
    Ok(tx.query(OTHERS, &values, |row| {
        let (agent, since) = (row.id(0)?, row.instant(1)?);
        Ok(Present { agent, since })
    })?)
}

pub(crate) fn delete_old_presences(tx: &mut Tx<'_>, gone: Instant) -> Result<u64, DossierError> {
    Ok(tx.execute(DELETE_OLD, &[gone.into()])?)
}
