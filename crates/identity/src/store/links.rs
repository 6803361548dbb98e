//! The statements about whom a provider means, and about the sessions that it opened.

use parvis_kernel::{AgentId, Instant, OrganisationId, SessionId};
use parvis_store::{Sql, StoreError, Tx};

const AGENT_OF: Sql = Sql(
    "SELECT agent_id FROM agent_identities WHERE organisation_id = $1 AND issuer = $2 AND subject = $3",
);
const OF_AGENT: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM agent_identities WHERE organisation_id = $1 AND agent_id = $2 AND issuer = $3",
);
const LINK: Sql = Sql(
    "INSERT INTO agent_identities (organisation_id, issuer, subject, agent_id, linked_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
);
const UNLINK: Sql =
    Sql("DELETE FROM agent_identities WHERE organisation_id = $1 AND agent_id = $2");
const LINKED: Sql =
    Sql("SELECT MIN(linked_at) FROM agent_identities WHERE organisation_id = $1 AND agent_id = $2");
const KEEP_SESSION: Sql = Sql(
    "INSERT INTO identity_sessions (organisation_id, session_id, agent_id, id_token_sealed) VALUES ($1, $2, $3, $4)",
);
const SESSION: Sql = Sql(
    "SELECT agent_id, id_token_sealed FROM identity_sessions WHERE organisation_id = $1 AND session_id = $2",
);

pub(crate) fn agent_of(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    issuer: &str,
    subject: &str,
) -> Result<Option<AgentId>, StoreError> {
    tx.optional(
        AGENT_OF,
        &[organisation.into(), issuer.into(), subject.into()],
        |row| row.id(0),
    )
}

/// Whether the agent is bound to some subject of the issuer.
pub(crate) fn is_bound(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    issuer: &str,
) -> Result<bool, StoreError> {
    let count = tx.one(
        OF_AGENT,
        &[organisation.into(), agent.into(), issuer.into()],
        |row| row.int(0),
    )?;
    Ok(count > 0)
}

/// False when the subject or the agent was bound at the same instant.
pub(crate) fn link(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    issuer: &str,
    subject: &str,
    agent: AgentId,
    now: Instant,
) -> Result<bool, StoreError> {
    let values = [
        organisation.into(),
        issuer.into(),
        subject.into(),
        agent.into(),
        now.into(),
    ];
    Ok(tx.execute(LINK, &values)? == 1)
}

/// False when the agent was bound to nobody.
pub(crate) fn unlink(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(UNLINK, &[organisation.into(), agent.into()])? > 0)
}

pub(crate) fn linked_at(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
) -> Result<Option<Instant>, StoreError> {
    tx.one(LINKED, &[organisation.into(), agent.into()], |row| {
        row.opt_instant(0)
    })
}

pub(crate) fn keep_session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
    agent: AgentId,
    id_token_sealed: Vec<u8>,
) -> Result<(), StoreError> {
    tx.put(
        KEEP_SESSION,
        &[
            organisation.into(),
            session.into(),
            agent.into(),
            id_token_sealed.into(),
        ],
    )
}

pub(crate) fn session(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    session: SessionId,
) -> Result<Option<(AgentId, Vec<u8>)>, StoreError> {
    tx.optional(SESSION, &[organisation.into(), session.into()], |row| {
        Ok((row.id(0)?, row.bytes(1)?))
    })
}
