//! Rows of the agents whom notes call.

use std::collections::BTreeMap;

use parvis_kernel::{AgentId, Ctx, DossierId, GroupId, Instant, OrganisationId, RevisionId};
use parvis_store::{Row, Sql, StoreError, Tx};
use uuid::Uuid;

use crate::error::DossierError;
use crate::model::{Mention, Number};

const INSERT: Sql = Sql(
    "INSERT INTO mentions (organisation_id, id, dossier_id, note_id, agent_id, at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const OF_DOSSIER: Sql = Sql(
    "SELECT note_id, agent_id, read_at FROM mentions WHERE organisation_id = $1 AND dossier_id = $2 ORDER BY id",
);
const MARK_READ: Sql = Sql(
    "UPDATE mentions SET read_at = $4 WHERE organisation_id = $1 AND agent_id = $3 AND dossier_id = $2 AND read_at IS NULL",
);
const UNREAD: Sql = Sql(
    "SELECT m.id, m.note_id, m.at, n.agent_id, d.number, d.revision_id FROM mentions m \
     JOIN dossiers d ON d.organisation_id = m.organisation_id AND d.id = m.dossier_id \
     JOIN notes n ON n.organisation_id = m.organisation_id AND n.id = m.note_id \
     WHERE m.organisation_id = $1 AND m.agent_id = $2 AND m.read_at IS NULL AND m.id < $4 AND d.group_id = $3 \
     ORDER BY m.id DESC LIMIT $5",
);
const COUNT: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM (SELECT m.id FROM mentions m \
     JOIN dossiers d ON d.organisation_id = m.organisation_id AND d.id = m.dossier_id \
     WHERE m.organisation_id = $1 AND m.agent_id = $2 AND m.read_at IS NULL AND d.group_id = $3 LIMIT $4) AS counted",
);
const FIND: Sql = Sql(
    "SELECT m.id, m.note_id, m.at, n.agent_id, d.number, d.revision_id, m.agent_id, d.group_id FROM mentions m \
     JOIN dossiers d ON d.organisation_id = m.organisation_id AND d.id = m.dossier_id \
     JOIN notes n ON n.organisation_id = m.organisation_id AND n.id = m.note_id \
     WHERE m.organisation_id = $1 AND m.id = $2 AND m.read_at IS NULL AND d.erased_at IS NULL",
);

/// A mention that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnreadRow {
    pub(crate) id: Uuid,
    pub(crate) note: Uuid,
    pub(crate) at: Instant,
    pub(crate) author: AgentId,
    pub(crate) number: Number,
    pub(crate) revision: RevisionId,
}

/// Writes a mention under its identifier: of a note of a dossier, for an agent.
pub(crate) fn insert_mention(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    (id, dossier, note): (Uuid, DossierId, Uuid),
    agent: AgentId,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        id.to_string().into(),
        dossier.into(),
        note.to_string().into(),
        agent.into(),
        ctx.now.into(),
    ];
    Ok(tx.put(INSERT, &values)?)
}

/// Whom the notes of a dossier call, by note, in the order in which they were called.
pub(crate) fn mentions_of_dossier(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    dossier: DossierId,
) -> Result<BTreeMap<Uuid, Vec<Mention>>, DossierError> {
    let values = [organisation.into(), dossier.into()];
    let rows = tx.query(OF_DOSSIER, &values, |row| {
        let (agent, read_at) = (row.id(1)?, row.opt_instant(2)?);
        Ok((row.id(0)?, Mention { agent, read_at }))
    })?;
    let mut mentions: BTreeMap<Uuid, Vec<Mention>> = BTreeMap::new();
    for (note, mention) in rows {
        mentions.entry(note).or_default().push(mention);
    }
    Ok(mentions)
}

/// Marks as read what the notes of a dossier called an agent for.
pub(crate) fn mark_mentions_read(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    dossier: DossierId,
    agent: AgentId,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        dossier.into(),
        agent.into(),
        ctx.now.into(),
    ];
    Ok(tx.put(MARK_READ, &values)?)
}

/// The unread mentions of an agent in the dossiers of a group, the latest first, before one of them.
pub(crate) fn unread_mentions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (agent, group): (AgentId, GroupId),
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<UnreadRow>, DossierError> {
    let values = [
        organisation.into(),
        agent.into(),
        group.into(),
        before.unwrap_or(Uuid::max()).to_string().into(),
        limit.into(),
    ];
    let rows = tx.query(UNREAD, &values, columns)?;
    rows.into_iter().map(read).collect()
}

/// How many unread mentions an agent has in the dossiers of a group, up to a limit.
pub(crate) fn count_mentions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (agent, group): (AgentId, GroupId),
    limit: i64,
) -> Result<i64, DossierError> {
    let values = [
        organisation.into(),
        agent.into(),
        group.into(),
        limit.into(),
    ];
    Ok(tx.one(COUNT, &values, |row| row.int(0))?)
}

/// A mention that was not read, of a dossier that was not destroyed: with whom it calls and the group that has the dossier.
pub(crate) fn unread_mention(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<(UnreadRow, AgentId, GroupId)>, DossierError> {
    let values = [organisation.into(), id.to_string().into()];
    let row = tx.optional(FIND, &values, |row| {
        Ok((columns(row)?, row.id(6)?, row.id(7)?))
    })?;
    row.map(|(unread, agent, group)| Ok((read(unread)?, agent, group)))
        .transpose()
}

/// A row whose number is a text yet.
type Columns = (Uuid, Uuid, Instant, AgentId, String, RevisionId);

fn columns(row: &Row<'_>) -> Result<Columns, StoreError> {
    Ok((
        row.id(0)?,
        row.id(1)?,
        row.instant(2)?,
        row.id(3)?,
        row.text(4)?,
        row.id(5)?,
    ))
}

fn read((id, note, at, author, number, revision): Columns) -> Result<UnreadRow, DossierError> {
    Ok(UnreadRow {
        id,
        note,
        at,
        author,
        number: Number::parse(&number).ok_or(DossierError::Row("number"))?,
        revision,
    })
}
