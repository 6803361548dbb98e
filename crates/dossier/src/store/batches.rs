//! Rows of batches and of their dossiers.

use parvis_kernel::{
    AgentId, BatchId, Ctx, DossierId, GroupId, Instant, OrganisationId, ProcedureId, RevisionId,
    SessionId,
};
use parvis_store::sealing;
use parvis_store::{Sql, Tx};

use super::{open, seal};
use crate::batch::{BatchAct, Outcome, Wanted};
use crate::error::DossierError;
use crate::model::{Number, State};

const INSERT: Sql = Sql(
    "INSERT INTO batches (organisation_id, id, agent_id, session_id, act, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
);
const INSERT_ITEM: Sql = Sql(
    "INSERT INTO batch_items (organisation_id, batch_id, place, dossier_id, version) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT DO NOTHING",
);
const FIND: Sql = Sql(
    "SELECT agent_id, session_id, act, wanted_sealed, created_at, confirmed_at, stopped_at, ended_at, undo_at FROM batches \
     WHERE organisation_id = $1 AND id = $2",
);
const OF_AGENT: Sql = Sql(
    "SELECT id, act, created_at, confirmed_at, ended_at FROM batches WHERE organisation_id = $1 AND agent_id = $2 \
     AND confirmed_at IS NOT NULL ORDER BY created_at DESC LIMIT $3",
);
const SET_WANTED: Sql = Sql(
    "UPDATE batches SET wanted_sealed = $3, session_id = $4 WHERE organisation_id = $1 AND id = $2 AND confirmed_at IS NULL",
);
const CONFIRM: Sql = Sql(
    "UPDATE batches SET confirmed_at = $3, session_id = $4 WHERE organisation_id = $1 AND id = $2 AND confirmed_at IS NULL",
);
const STOP: Sql = Sql(
    "UPDATE batches SET stopped_at = $3 WHERE organisation_id = $1 AND id = $2 AND stopped_at IS NULL AND ended_at IS NULL",
);
const END: Sql = Sql(
    "UPDATE batches SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL",
);
const UNDO: Sql = Sql(
    "UPDATE batches SET undo_at = $3, ended_at = NULL, session_id = $4 WHERE organisation_id = $1 AND id = $2 \
     AND ended_at IS NOT NULL AND undo_at IS NULL",
);
const ITEMS: Sql = Sql(
    "SELECT i.place, i.version, i.result, i.at, i.undone, d.id, d.number, d.procedure_id, d.revision_id, d.group_id, d.state, \
     d.version, d.agent_id, d.visible_at, d.label_sealed FROM batch_items i \
     JOIN dossiers d ON d.organisation_id = i.organisation_id AND d.id = i.dossier_id \
     WHERE i.organisation_id = $1 AND i.batch_id = $2 ORDER BY i.place",
);
const WAITING: Sql = Sql(
    "SELECT i.place, i.version, i.at, d.number FROM batch_items i \
     JOIN dossiers d ON d.organisation_id = i.organisation_id AND d.id = i.dossier_id \
     WHERE i.organisation_id = $1 AND i.batch_id = $2 AND i.result IS NULL ORDER BY i.place LIMIT $3",
);
const TO_UNDO: Sql = Sql(
    "SELECT i.place, i.version, i.at, d.number FROM batch_items i \
     JOIN dossiers d ON d.organisation_id = i.organisation_id AND d.id = i.dossier_id \
     WHERE i.organisation_id = $1 AND i.batch_id = $2 AND i.result = 'done' AND i.undone IS NULL ORDER BY i.place LIMIT $3",
);
const MARK: Sql = Sql(
    "UPDATE batch_items SET result = $4, at = $5 WHERE organisation_id = $1 AND batch_id = $2 AND place = $3 AND result IS NULL",
);
const MARK_UNDONE: Sql = Sql(
    "UPDATE batch_items SET undone = $4 WHERE organisation_id = $1 AND batch_id = $2 AND place = $3 AND undone IS NULL",
);
const OLD: Sql = Sql(
    "SELECT organisation_id, id FROM batches WHERE created_at < $1 ORDER BY created_at LIMIT $2",
);
const DELETE_ITEMS: Sql =
    Sql("DELETE FROM batch_items WHERE organisation_id = $1 AND batch_id = $2");
const DELETE: Sql = Sql("DELETE FROM batches WHERE organisation_id = $1 AND id = $2");

/// A batch, without its dossiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BatchRow {
    pub(crate) id: BatchId,
    pub(crate) agent: AgentId,
    pub(crate) session: SessionId,
    pub(crate) act: BatchAct,
    pub(crate) wanted: Option<Wanted>,
    pub(crate) created_at: Instant,
    pub(crate) confirmed_at: Option<Instant>,
    pub(crate) stopped_at: Option<Instant>,
    pub(crate) ended_at: Option<Instant>,
    pub(crate) undo_at: Option<Instant>,
}

/// A batch in the list of those of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BatchLine {
    pub(crate) id: BatchId,
    pub(crate) act: BatchAct,
    pub(crate) created_at: Instant,
    pub(crate) is_over: bool,
}

/// A dossier of a batch, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemRow {
    pub(crate) place: i64,
    pub(crate) seen: i64,
    pub(crate) result: Option<Outcome>,
    pub(crate) at: Option<Instant>,
    pub(crate) undone: Option<Outcome>,
    pub(crate) id: DossierId,
    pub(crate) number: Number,
    pub(crate) procedure: ProcedureId,
    pub(crate) revision: RevisionId,
    pub(crate) group: GroupId,
    pub(crate) state: State,
    pub(crate) version: i64,
    pub(crate) agent: Option<AgentId>,
    pub(crate) visible_at: Option<Instant>,
    pub(crate) label: String,
}

/// A dossier of a batch on which something is still to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToDo {
    pub(crate) place: i64,
    pub(crate) seen: i64,
    pub(crate) at: Option<Instant>,
    pub(crate) number: Number,
}

/// Writes a new batch and the dossiers chosen, each with the version that was seen.
pub(crate) fn insert_batch(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    by: (AgentId, SessionId),
    act: BatchAct,
    chosen: &[(DossierId, i64)],
) -> Result<(), DossierError> {
    sealing::create_key(tx, ctx, batch.uuid())?;
    tx.put(
        INSERT,
        &[
            ctx.organisation.into(),
            batch.into(),
            by.0.into(),
            by.1.into(),
            act.code().into(),
            ctx.now.into(),
        ],
    )?;
    for (place, (dossier, version)) in (0_i64..).zip(chosen) {
        tx.put(
            INSERT_ITEM,
            &[
                ctx.organisation.into(),
                batch.into(),
                place.into(),
                dossier.into(),
                (*version).into(),
            ],
        )?;
    }
    Ok(())
}

/// A batch; nothing once it is forgotten.
pub(crate) fn batch(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: BatchId,
) -> Result<Option<BatchRow>, DossierError> {
    let found = tx.optional(FIND, &[organisation.into(), id.into()], |row| {
        let batch = BatchRow {
            id,
            agent: row.id(0)?,
            session: row.id(1)?,
            act: row.id(2)?,
            wanted: None,
            created_at: row.instant(4)?,
            confirmed_at: row.opt_instant(5)?,
            stopped_at: row.opt_instant(6)?,
            ended_at: row.opt_instant(7)?,
            undo_at: row.opt_instant(8)?,
        };
        Ok((batch, row.opt_bytes(3)?))
    })?;
    let Some((mut batch, sealed)) = found else {
        return Ok(None);
    };
    if let Some(sealed) = sealed {
        let key = sealing::load_key(tx, organisation, id.uuid())?;
        batch.wanted = Some(open(&key, "batch", &sealed)?);
    }
    Ok(Some(batch))
}

/// The batches that an agent confirmed, the latest first.
pub(crate) fn batches_of_agent(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    agent: AgentId,
    limit: i64,
) -> Result<Vec<BatchLine>, DossierError> {
    let values = [organisation.into(), agent.into(), limit.into()];
    Ok(tx.query(OF_AGENT, &values, |row| {
        Ok(BatchLine {
            id: row.id(0)?,
            act: row.id(1)?,
            created_at: row.instant(2)?,
            is_over: row.opt_instant(4)?.is_some(),
        })
    })?)
}

/// Writes what is to be done, as long as it is not confirmed; false when it is.
pub(crate) fn set_wanted(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    session: SessionId,
    wanted: &Wanted,
) -> Result<bool, DossierError> {
    let key = sealing::load_key(tx, ctx.organisation, batch.uuid())?;
    let values = [
        ctx.organisation.into(),
        batch.into(),
        seal(&key, "batch", wanted)?.into(),
        session.into(),
    ];
    Ok(tx.execute(SET_WANTED, &values)? == 1)
}

/// Confirms a batch; false when it was confirmed before.
pub(crate) fn confirm_batch(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    session: SessionId,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        batch.into(),
        ctx.now.into(),
        session.into(),
    ];
    Ok(tx.execute(CONFIRM, &values)? == 1)
}

/// Stops a batch; false when it was over.
pub(crate) fn stop_batch(tx: &mut Tx<'_>, ctx: &Ctx, batch: BatchId) -> Result<bool, DossierError> {
    let values = [ctx.organisation.into(), batch.into(), ctx.now.into()];
    Ok(tx.execute(STOP, &values)? == 1)
}

/// Writes that nothing is left to do.
pub(crate) fn end_batch(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    batch: BatchId,
    now: Instant,
) -> Result<(), parvis_store::StoreError> {
    tx.put(END, &[organisation.into(), batch.into(), now.into()])
}

/// Asks for the decisions of a batch that is over to be taken back; false when it runs, or when it was asked before.
pub(crate) fn undo_batch(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    session: SessionId,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        batch.into(),
        ctx.now.into(),
        session.into(),
    ];
    Ok(tx.execute(UNDO, &values)? == 1)
}

/// The dossiers of a batch as they are now, in the order in which they were chosen. An erased one is unknown to everybody.
pub(crate) fn batch_items(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    batch: BatchId,
) -> Result<Vec<ItemRow>, DossierError> {
    let rows = tx.query(ITEMS, &[organisation.into(), batch.into()], |row| {
        let item = ItemRow {
            place: row.int(0)?,
            seen: row.int(1)?,
            result: row.opt_id(2)?,
            at: row.opt_instant(3)?,
            undone: row.opt_id(4)?,
            id: row.id(5)?,
            number: Number::default(),
            procedure: row.id(7)?,
            revision: row.id(8)?,
            group: row.id(9)?,
            state: State::Deposited,
            version: row.int(11)?,
            agent: row.opt_id(12)?,
            visible_at: row.opt_instant(13)?,
            label: String::new(),
        };
        Ok((item, row.text(6)?, row.text(10)?, row.bytes(14)?))
    })?;
    let subjects: Vec<uuid::Uuid> = rows.iter().map(|(item, ..)| item.id.uuid()).collect();
    let keys = sealing::load_keys(tx, organisation, &subjects)?;
    let mut items = Vec::with_capacity(rows.len());
    for (item, number, state, label) in rows {
        let Some(key) = keys.get(&item.id.uuid()) else {
            continue;
        };
        items.push(ItemRow {
            number: Number::parse(&number).ok_or(DossierError::Row("number"))?,
            state: State::of_code(&state).ok_or(DossierError::Row("state"))?,
            label: open(key, "label", &label)?,
            ..item
        });
    }
    Ok(items)
}

/// The next dossiers of a batch on which nothing was tried.
pub(crate) fn waiting_items(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    batch: BatchId,
    limit: i64,
) -> Result<Vec<ToDo>, DossierError> {
    to_do(tx, WAITING, organisation, batch, limit)
}

/// The next dossiers of a batch whose decision is to be taken back.
pub(crate) fn items_to_undo(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    batch: BatchId,
    limit: i64,
) -> Result<Vec<ToDo>, DossierError> {
    to_do(tx, TO_UNDO, organisation, batch, limit)
}

fn to_do(
    tx: &mut Tx<'_>,
    sql: Sql,
    organisation: OrganisationId,
    batch: BatchId,
    limit: i64,
) -> Result<Vec<ToDo>, DossierError> {
    let values = [organisation.into(), batch.into(), limit.into()];
    let rows = tx.query(sql, &values, |row| {
        Ok((row.int(0)?, row.int(1)?, row.opt_instant(2)?, row.text(3)?))
    })?;
    rows.into_iter()
        .map(|(place, seen, at, number)| {
            let number = Number::parse(&number).ok_or(DossierError::Row("number"))?;
            Ok(ToDo {
                place,
                seen,
                at,
                number,
            })
        })
        .collect()
}

/// Writes what became of a dossier; false when it is written already: then nothing may be done to it.
pub(crate) fn mark_item(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    place: i64,
    result: Outcome,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        batch.into(),
        place.into(),
        result.code().into(),
        ctx.now.into(),
    ];
    Ok(tx.execute(MARK, &values)? == 1)
}

/// Writes what became of taking a decision back; false when it is written already.
pub(crate) fn mark_item_undone(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    batch: BatchId,
    place: i64,
    undone: Outcome,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        batch.into(),
        place.into(),
        undone.code().into(),
    ];
    Ok(tx.execute(MARK_UNDONE, &values)? == 1)
}

/// Forgets batches made before an instant, and destroys their keys; returns how many.
pub(crate) fn forget_batches(
    tx: &mut Tx<'_>,
    before: Instant,
    limit: i64,
) -> Result<usize, DossierError> {
    let old = tx.query(OLD, &[before.into(), limit.into()], |row| {
        Ok((row.id::<OrganisationId>(0)?, row.id::<BatchId>(1)?))
    })?;
    for (organisation, batch) in &old {
        let values = [organisation.into(), batch.into()];
        tx.put(DELETE_ITEMS, &values)?;
        tx.put(DELETE, &values)?;
        sealing::destroy_key(tx, *organisation, batch.uuid())?;
    }
    Ok(old.len())
}
