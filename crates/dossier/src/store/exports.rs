//! Rows of exports.

use parvis_kernel::{
    AgentId, Ctx, ExportId, GroupId, Instant, Language, OrganisationId, ProcedureId, SessionId,
};
use parvis_store::sealing::{self, SealingKey};
use parvis_store::{Due, Row, Sql, StoreError, Tx, Value};

use super::{open, seal};
use crate::error::DossierError;
use crate::export::{Exported, Format};
use crate::views::Column;

const INSERT: Sql = Sql(
    "INSERT INTO exports (organisation_id, id, agent_id, session_id, language, group_id, procedure_id, states, mine, format, expected, \
     mass, reason_sealed, asked_at, written, expires_at, columns) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16)",
);
const FIND: Sql = Sql(
    "SELECT id, agent_id, session_id, language, group_id, procedure_id, states, mine, format, expected, mass, asked_at, approved_at, \
     approved_by, refused_at, run, beat_at, written, ended_at, failure, blob, size, deleted_at, expires_at, reason_sealed, columns FROM exports \
     WHERE organisation_id = $1 AND id = $2",
);
const OF_AGENT: Sql = Sql(
    "SELECT id, agent_id, session_id, language, group_id, procedure_id, states, mine, format, expected, mass, asked_at, approved_at, \
     approved_by, refused_at, run, beat_at, written, ended_at, failure, blob, size, deleted_at, expires_at, reason_sealed, columns FROM exports \
     WHERE organisation_id = $1 AND agent_id = $2 AND deleted_at IS NULL ORDER BY asked_at DESC LIMIT $3",
);
const TO_APPROVE: Sql = Sql(
    "SELECT id, agent_id, session_id, language, group_id, procedure_id, states, mine, format, expected, mass, asked_at, approved_at, \
     approved_by, refused_at, run, beat_at, written, ended_at, failure, blob, size, deleted_at, expires_at, reason_sealed, columns FROM exports \
     WHERE organisation_id = $1 AND mass = 1 AND approved_at IS NULL AND refused_at IS NULL AND deleted_at IS NULL ORDER BY asked_at LIMIT $2",
);
const ASKED_SINCE: Sql = Sql(
    "SELECT CAST(COALESCE(SUM(expected), 0) AS BIGINT) FROM exports \
     WHERE organisation_id = $1 AND agent_id = $2 AND asked_at > $3 AND mass = 0 AND (CAST($4 AS TEXT) IS NULL OR format = $4)",
);
const APPROVE: Sql = Sql(
    "UPDATE exports SET approved_at = $3, approved_by = $4, expires_at = $5 WHERE organisation_id = $1 AND id = $2 AND mass = 1 \
     AND approved_at IS NULL AND refused_at IS NULL AND deleted_at IS NULL",
);
const REFUSE: Sql = Sql(
    "UPDATE exports SET refused_at = $3, approved_by = $4 WHERE organisation_id = $1 AND id = $2 AND mass = 1 \
     AND approved_at IS NULL AND refused_at IS NULL AND deleted_at IS NULL",
);
const CLAIM: Sql = Sql(
    "UPDATE exports SET run = $3, beat_at = $4, written = 0 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL \
     AND deleted_at IS NULL AND refused_at IS NULL AND (mass = 0 OR approved_at IS NOT NULL) AND (beat_at IS NULL OR beat_at < $5)",
);
const BEAT: Sql = Sql(
    "UPDATE exports SET beat_at = $4, written = $5 WHERE organisation_id = $1 AND id = $2 AND run = $3 AND ended_at IS NULL \
     AND deleted_at IS NULL",
);
const END: Sql = Sql(
    "UPDATE exports SET ended_at = $4, written = $5, failure = $6, blob = $7, size = $8, expires_at = $9 \
     WHERE organisation_id = $1 AND id = $2 AND run = $3 AND ended_at IS NULL AND deleted_at IS NULL",
);
const DELETE: Sql = Sql(
    "UPDATE exports SET deleted_at = $3, blob = NULL, reason_sealed = NULL \
     WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL",
);
const OVER: Sql = Sql(
    "SELECT organisation_id, id, blob FROM exports WHERE expires_at < $1 ORDER BY expires_at LIMIT $2",
);
const DUE: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(expires_at), MAX(expires_at) FROM exports WHERE expires_at < $1",
);
const FORGET: Sql = Sql("DELETE FROM exports WHERE organisation_id = $1 AND id = $2");
const LIVE: Sql = Sql("SELECT blob FROM exports WHERE blob = $1");

/// An export, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExportRow {
    pub(crate) id: ExportId,
    pub(crate) agent: AgentId,
    pub(crate) session: SessionId,
    pub(crate) language: Language,
    pub(crate) exported: Exported,
    pub(crate) expected: i64,
    pub(crate) is_mass: bool,
    pub(crate) reason: Option<String>,
    pub(crate) asked_at: Instant,
    pub(crate) approved_at: Option<Instant>,
    pub(crate) answered_by: Option<AgentId>,
    pub(crate) refused_at: Option<Instant>,
    pub(crate) run: Option<String>,
    pub(crate) beat_at: Option<Instant>,
    pub(crate) written: i64,
    pub(crate) ended_at: Option<Instant>,
    pub(crate) failure: Option<String>,
    pub(crate) blob: Option<String>,
    pub(crate) size: u64,
    pub(crate) deleted_at: Option<Instant>,
    pub(crate) expires_at: Instant,
}

/// How an export ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ExportEnd {
    pub(crate) written: i64,
    /// The blob and its size, or the code of what went wrong.
    pub(crate) outcome: Result<(String, u64), &'static str>,
    pub(crate) expires_at: Instant,
}

/// Writes a new export, with its own key.
pub(crate) fn insert_export(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    export: &ExportRow,
) -> Result<(), DossierError> {
    let key = sealing::create_key(tx, ctx, export.id.uuid())?;
    let reason = match &export.reason {
        Some(reason) => Some(seal(&key, "reason", reason)?),
        None => None,
    };
    let exported = &export.exported;
    tx.put(
        INSERT,
        &[
            ctx.organisation.into(),
            export.id.into(),
            export.agent.into(),
            export.session.into(),
            export.language.tag().into(),
            exported.group.into(),
            exported.procedure.into(),
            exported.states().into(),
            i64::from(exported.mine).into(),
            exported.format.code().into(),
            export.expected.into(),
            i64::from(export.is_mass).into(),
            reason.into(),
            export.asked_at.into(),
            export.expires_at.into(),
            exported.columns.as_deref().map(Column::written).into(),
        ],
    )?;
    Ok(())
}

/// An export; nothing once it is forgotten.
pub(crate) fn export(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
) -> Result<Option<ExportRow>, DossierError> {
    let found = tx.optional(FIND, &[organisation.into(), id.into()], columns)?;
    found
        .map(|columns| opened(tx, organisation, columns))
        .transpose()
}

/// The exports of an agent, the latest first.
pub(crate) fn exports_of_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    limit: i64,
) -> Result<Vec<ExportRow>, DossierError> {
    let values = [organisation.into(), agent.into(), limit.into()];
    let rows = tx.query(OF_AGENT, &values, columns)?;
    let rows = rows.into_iter();
    rows.map(|row| opened(tx, organisation, row)).collect()
}

/// The exports that wait for an approval, the oldest first.
pub(crate) fn exports_to_approve(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<ExportRow>, DossierError> {
    let rows = tx.query(TO_APPROVE, &[organisation.into(), limit.into()], columns)?;
    let rows = rows.into_iter();
    rows.map(|row| opened(tx, organisation, row)).collect()
}

/// How many dossiers the exports held that an agent asked since an instant and that nobody had to approve, deleted ones too.
pub(crate) fn exported_since(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    since: Instant,
    format: Option<Format>,
) -> Result<i64, DossierError> {
    let values = [
        organisation.into(),
        agent.into(),
        since.into(),
        format.map(Format::code).into(),
    ];
    Ok(tx.one(ASKED_SINCE, &values, |row| row.int(0))?)
}

/// Approves or refuses; false when somebody did before.
pub(crate) fn answer_export(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ExportId,
    by: AgentId,
    until: Option<Instant>,
) -> Result<bool, DossierError> {
    let mut values: Vec<Value> = vec![
        ctx.organisation.into(),
        id.into(),
        ctx.now.into(),
        by.into(),
    ];
    let statement = match until {
        Some(until) => {
            values.push(until.into());
            APPROVE
        }
        None => REFUSE,
    };
    Ok(tx.execute(statement, &values)? == 1)
}

/// Takes an export to write it; false when it may not be written, or when somebody who was heard of since `silent` writes it.
pub(crate) fn claim_export(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
    run: &str,
    now: Instant,
    silent: Instant,
) -> Result<bool, DossierError> {
    let values = [
        organisation.into(),
        id.into(),
        run.into(),
        now.into(),
        silent.into(),
    ];
    Ok(tx.execute(CLAIM, &values)? == 1)
}

/// Says that it is still being written; false when it was deleted, or taken by somebody else.
pub(crate) fn beat_export(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
    run: &str,
    now: Instant,
    written: i64,
) -> Result<bool, DossierError> {
    let values = [
        organisation.into(),
        id.into(),
        run.into(),
        now.into(),
        written.into(),
    ];
    Ok(tx.execute(BEAT, &values)? == 1)
}

/// Writes how it ended; false when it was deleted, or taken by somebody else: then its file is nobody's.
pub(crate) fn end_export(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
    run: &str,
    now: Instant,
    end: &ExportEnd,
) -> Result<bool, DossierError> {
    let (failure, blob, size) = match &end.outcome {
        Ok((blob, size)) => (None, Some(blob.as_str()), Some(*size)),
        Err(code) => (Some(*code), None, None),
    };
    let size = size.map(|size| i64::try_from(size).unwrap_or(i64::MAX));
    let values = [
        organisation.into(),
        id.into(),
        run.into(),
        now.into(),
        end.written.into(),
        failure.into(),
        blob.into(),
        size.into(),
        end.expires_at.into(),
    ];
    Ok(tx.execute(END, &values)? == 1)
}

/// Deletes an export and destroys its key; what it counted stays until it expires.
pub(crate) fn delete_export(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: ExportId,
) -> Result<bool, DossierError> {
    let values = [ctx.organisation.into(), id.into(), ctx.now.into()];
    let deleted = tx.execute(DELETE, &values)? == 1;
    sealing::destroy_key(tx, ctx.organisation, id.uuid())?;
    Ok(deleted)
}

/// The exports that are over, with the blob of each.
pub(crate) fn exports_over(
    tx: &mut Tx<'_>,
    now: Instant,
    limit: i64,
) -> Result<Vec<(OrganisationId, ExportId, Option<String>)>, DossierError> {
    Ok(tx.query(OVER, &[now.into(), limit.into()], |row| {
        Ok((row.id(0)?, row.id(1)?, row.opt_text(2)?))
    })?)
}

/// How many exports are over.
pub(crate) fn exports_due(tx: &mut Tx<'_>, now: Instant) -> Result<Due, DossierError> {
    Ok(tx.one(DUE, &[now.into()], Due::of)?)
}

/// Forgets an export and destroys its key.
pub(crate) fn forget_export(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
) -> Result<(), DossierError> {
    tx.put(FORGET, &[organisation.into(), id.into()])?;
    Ok(sealing::destroy_key(tx, organisation, id.uuid())?)
}

/// Whether a stored file is the one of an export.
pub(crate) fn is_live_export(tx: &mut Tx<'_>, blob: &str) -> Result<bool, DossierError> {
    Ok(tx
        .optional(LIVE, &[blob.into()], |row| row.text(0))?
        .is_some())
}

/// The key that seals an export.
pub(crate) fn export_key(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: ExportId,
) -> Result<SealingKey, DossierError> {
    Ok(sealing::load_key(tx, organisation, id.uuid())?)
}

type Columns = (ExportRow, Option<Vec<u8>>, String, Option<String>, String);

fn columns(row: &Row<'_>) -> Result<Columns, StoreError> {
    let group: GroupId = row.id(4)?;
    let procedure: Option<ProcedureId> = row.opt_id(5)?;
    let export = ExportRow {
        id: row.id(0)?,
        agent: row.id(1)?,
        session: row.id(2)?,
        language: Language::French,
        exported: Exported {
            group,
            state: None,
            all_states: false,
            mine: row.int(7)? == 1,
            procedure,
            columns: row.opt_text(25)?.as_deref().map(Column::read),
            format: Format::Csv,
        },
        expected: row.int(9)?,
        is_mass: row.int(10)? == 1,
        reason: None,
        asked_at: row.instant(11)?,
        approved_at: row.opt_instant(12)?,
        answered_by: row.opt_id(13)?,
        refused_at: row.opt_instant(14)?,
        run: row.opt_text(15)?,
        beat_at: row.opt_instant(16)?,
        written: row.int(17)?,
        ended_at: row.opt_instant(18)?,
        failure: row.opt_text(19)?,
        blob: row.opt_text(20)?,
        size: row
            .opt_int(21)?
            .and_then(|size| u64::try_from(size).ok())
            .unwrap_or(0),
        deleted_at: row.opt_instant(22)?,
        expires_at: row.instant(23)?,
    };
    let sealed = row.opt_bytes(24)?;
    Ok((export, sealed, row.text(3)?, row.opt_text(6)?, row.text(8)?))
}

fn opened(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    (mut export, sealed, language, states, format): Columns,
) -> Result<ExportRow, DossierError> {
    if let Some(sealed) = sealed {
        let key = sealing::load_key(tx, organisation, export.id.uuid())?;
        export.reason = Some(open(&key, "reason", &sealed)?);
    }
    export.language = language.parse().unwrap_or_default();
    let (state, all_states) = Exported::read_states(states.as_deref());
    export.exported.state = state;
    export.exported.all_states = all_states;
    export.exported.format = Format::of_code(&format).ok_or(DossierError::Row("format"))?;
    Ok(export)
}
