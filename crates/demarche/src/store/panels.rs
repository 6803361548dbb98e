//! Panels, what people said there, and what publications answer.

use std::collections::BTreeMap;

use parvis_kernel::{
    Ctx, Instant, OrganisationId, PanelId, ProcedureId, PublicationId, RemarkId, RevisionId,
};
use parvis_store::{Due, Row, Sql, StoreError, Tx, sealing};
use serde::{Deserialize, Serialize};

use crate::error::DemarcheError;
use crate::model::{Citation, Panel, Remark, Settled};

/// What sealed remarks are.
const REMARK: &str = "remark";

const INSERT_PANEL: Sql = Sql(
    "INSERT INTO procedure_panels (organisation_id, id, slug, title, source, words, opened_at, opened_by, ends_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const PANEL: Sql = Sql(
    "SELECT id, slug, title, source, words, opened_at, opened_by, ends_at, closed_by, remarks FROM procedure_panels \
     WHERE organisation_id = $1 AND id = $2",
);
/// The texts are not needed in a list, and may be long.
const PANELS: Sql = Sql(
    "SELECT id, slug, title, '', words, opened_at, opened_by, ends_at, closed_by, remarks FROM procedure_panels \
     WHERE organisation_id = $1 AND slug = $2 ORDER BY opened_at DESC, id DESC LIMIT 50",
);
const CLOSE_PANEL: Sql = Sql(
    "UPDATE procedure_panels SET ends_at = $4, closed_by = $5 WHERE organisation_id = $1 AND slug = $2 AND id = $3 AND ends_at > $4",
);
/// Taking the row counts exactly, and keeps a remark out of a panel that closes.
const COUNT_REMARK: Sql = Sql("UPDATE procedure_panels SET remarks = remarks + 1 \
     WHERE organisation_id = $1 AND id = $2 AND ends_at > $3 AND remarks < $4");
const INSERT_REMARK: Sql = Sql(
    "INSERT INTO procedure_remarks (organisation_id, id, panel_id, place, label, sealed, written_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const REMARKS: Sql = Sql(
    "SELECT id, panel_id, place, label, sealed, written_at, answered_at, answered_by, kept, words, publication_id \
     FROM procedure_remarks WHERE organisation_id = $1 AND panel_id = $2 ORDER BY written_at, id",
);
const TO_SETTLE: Sql = Sql(
    "SELECT r.place, CAST(COUNT(*) AS BIGINT) FROM procedure_panels p \
     JOIN procedure_remarks r ON r.organisation_id = p.organisation_id AND r.panel_id = p.id \
     WHERE p.organisation_id = $1 AND p.slug = $2 AND r.answered_at IS NULL GROUP BY r.place ORDER BY r.place",
);
const REMARK_BY_ID: Sql = Sql(
    "SELECT id, panel_id, place, label, sealed, written_at, answered_at, answered_by, kept, words, publication_id \
     FROM procedure_remarks WHERE organisation_id = $1 AND id = $2",
);
const SETTLE: Sql = Sql(
    "UPDATE procedure_remarks SET answered_at = $3, answered_by = $4, kept = $5, words = $6 \
     WHERE organisation_id = $1 AND id = $2 AND publication_id IS NULL",
);
const ERASE_REMARK: Sql =
    Sql("DELETE FROM procedure_remarks WHERE organisation_id = $1 AND id = $2");
const CITE_REMARK: Sql = Sql(
    "UPDATE procedure_remarks SET publication_id = $3 WHERE organisation_id = $1 AND id = $2 AND publication_id IS NULL",
);
const INSERT_CITATION: Sql = Sql(
    "INSERT INTO procedure_citations (organisation_id, publication_id, position, label, remarks, words) \
     VALUES ($1, $2, $3, $4, $5, $6)",
);
const CITATIONS: Sql = Sql(
    "SELECT p.revision_id, p.published_at, cited.label, cited.remarks, cited.words FROM procedure_publications p \
     JOIN procedure_citations cited ON cited.organisation_id = p.organisation_id AND cited.publication_id = p.id \
     WHERE p.organisation_id = $1 AND p.procedure_id = $2 ORDER BY p.published_at, cited.publication_id, cited.position",
);
const ENDED: Sql = Sql(
    "SELECT organisation_id, id FROM procedure_panels WHERE ends_at < $1 ORDER BY ends_at LIMIT 50",
);
const ENDED_COUNT: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(ends_at), MAX(ends_at) FROM procedure_panels WHERE ends_at < $1",
);
const FORGET_REMARKS: Sql =
    Sql("DELETE FROM procedure_remarks WHERE organisation_id = $1 AND panel_id = $2");
const FORGET_PANEL: Sql =
    Sql("DELETE FROM procedure_panels WHERE organisation_id = $1 AND id = $2");

/// What somebody said, as it is sealed.
#[derive(Serialize, Deserialize)]
struct Said {
    text: String,
    name: String,
}

/// Writes a panel, and makes the key of what will be said there.
pub(crate) fn insert_panel(tx: &mut Tx<'_>, ctx: &Ctx, panel: &Panel) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        panel.id.into(),
        panel.slug.as_str().into(),
        panel.title.as_str().into(),
        panel.source.as_str().into(),
        panel.words.as_str().into(),
        panel.opened_at.into(),
        panel.opened_by.into(),
        panel.ends_at.into(),
    ];
    tx.put(INSERT_PANEL, &values)?;
    sealing::create_key(tx, ctx, panel.id.uuid())?;
    Ok(())
}

pub(crate) fn panel(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: PanelId,
) -> Result<Option<Panel>, StoreError> {
    tx.optional(PANEL, &[organisation.into(), id.into()], panel_columns)
}

/// The panels of a procedure without their texts, the latest first.
pub(crate) fn panels(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Vec<Panel>, StoreError> {
    tx.query(PANELS, &[organisation.into(), slug.into()], panel_columns)
}

fn panel_columns(row: &Row<'_>) -> Result<Panel, StoreError> {
    Ok(Panel {
        id: row.id(0)?,
        slug: row.text(1)?,
        title: row.text(2)?,
        source: row.text(3)?,
        words: row.text(4)?,
        opened_at: row.instant(5)?,
        opened_by: row.id(6)?,
        ends_at: row.instant(7)?,
        closed_by: row.opt_id(8)?,
        remarks: row.int(9)?,
    })
}

/// Ends a panel now; false when it had ended.
pub(crate) fn close_panel(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    id: PanelId,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        slug.into(),
        id.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
    ];
    Ok(tx.execute(CLOSE_PANEL, &values)? == 1)
}

/// Where something is said, and in which words that place is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'a> {
    pub place: &'a str,
    pub label: &'a str,
}

/// Keeps what somebody said; false when the panel ended, or holds as much as it may.
pub(crate) fn insert_remark(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    panel: PanelId,
    about: About<'_>,
    (text, name): (&str, &str),
    most: i64,
) -> Result<bool, DemarcheError> {
    let counted = [
        ctx.organisation.into(),
        panel.into(),
        ctx.now.into(),
        most.into(),
    ];
    if tx.execute(COUNT_REMARK, &counted)? == 0 {
        return Ok(false);
    }
    let said = Said {
        text: text.to_owned(),
        name: name.to_owned(),
    };
    let said = serde_json::to_vec(&said).map_err(super::unreadable)?;
    let key = sealing::load_key(tx, ctx.organisation, panel.uuid())?;
    let values = [
        ctx.organisation.into(),
        RemarkId::new().into(),
        panel.into(),
        about.place.into(),
        about.label.into(),
        key.seal(REMARK, &said).into(),
        ctx.now.into(),
    ];
    tx.put(INSERT_REMARK, &values)?;
    Ok(true)
}

/// A remark as its row holds it.
struct Kept {
    remark: Remark,
    sealed: Vec<u8>,
}

fn remark_columns(row: &Row<'_>) -> Result<Kept, StoreError> {
    let settled = match (row.opt_instant(6)?, row.opt_id(7)?) {
        (Some(at), Some(by)) => Some(Settled {
            at,
            by,
            kept: row.bool(8)?,
            words: row.opt_text(9)?.unwrap_or_default(),
        }),
        _ => None,
    };
    let remark = Remark {
        id: row.id(0)?,
        panel: row.id(1)?,
        place: row.text(2)?,
        label: row.text(3)?,
        text: String::new(),
        name: String::new(),
        written_at: row.instant(5)?,
        settled,
        publication: row.opt_id(10)?,
    };
    Ok(Kept {
        remark,
        sealed: row.bytes(4)?,
    })
}

fn opened(key: &sealing::SealingKey, kept: Kept) -> Result<Remark, DemarcheError> {
    let plain = key.open(REMARK, &kept.sealed)?;
    let said: Said = serde_json::from_slice(&plain).map_err(super::unreadable)?;
    Ok(Remark {
        text: said.text,
        name: said.name,
        ..kept.remark
    })
}

/// What was said in a panel, the earliest first.
pub(crate) fn remarks(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    panel: PanelId,
) -> Result<Vec<Remark>, DemarcheError> {
    let kept = tx.query(
        REMARKS,
        &[organisation.into(), panel.into()],
        remark_columns,
    )?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealing::load_key(tx, organisation, panel.uuid())?;
    kept.into_iter().map(|kept| opened(&key, kept)).collect()
}

/// How many remarks wait for an answer, by place.
pub(crate) fn remarks_to_settle(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<BTreeMap<String, i64>, StoreError> {
    let values = [organisation.into(), slug.into()];
    let counted = tx.query(TO_SETTLE, &values, |row| Ok((row.text(0)?, row.int(1)?)))?;
    Ok(counted.into_iter().collect())
}

pub(crate) fn remark(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: RemarkId,
) -> Result<Option<Remark>, DemarcheError> {
    let values = [organisation.into(), id.into()];
    let Some(kept) = tx.optional(REMARK_BY_ID, &values, remark_columns)? else {
        return Ok(None);
    };
    let key = sealing::load_key(tx, organisation, kept.remark.panel.uuid())?;
    opened(&key, kept).map(Some)
}

/// Says what became of a remark; false when a publication answers it already.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: RemarkId,
    (kept, words): (bool, &str),
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        id.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
        kept.into(),
        words.into(),
    ];
    Ok(tx.execute(SETTLE, &values)? == 1)
}

/// Erases what somebody said; false when it was not there.
pub(crate) fn erase_remark(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: RemarkId,
) -> Result<bool, StoreError> {
    Ok(tx.execute(ERASE_REMARK, &[organisation.into(), id.into()])? == 1)
}

/// Marks a remark as answered by a publication; false when another one answered it.
pub(crate) fn cite_remark(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: RemarkId,
    publication: PublicationId,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), publication.into()];
    Ok(tx.execute(CITE_REMARK, &values)? == 1)
}

pub(crate) fn insert_citation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    publication: PublicationId,
    position: i64,
    (label, remarks, words): (&str, i64, &str),
) -> Result<(), StoreError> {
    let values = [
        organisation.into(),
        publication.into(),
        position.into(),
        label.into(),
        remarks.into(),
        words.into(),
    ];
    tx.put(INSERT_CITATION, &values)?;
    Ok(())
}

/// What the publications of a procedure answer, the earliest first.
pub(crate) fn citations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Vec<Citation>, StoreError> {
    let values = [organisation.into(), procedure.into()];
    tx.query(CITATIONS, &values, |row| {
        Ok(Citation {
            revision: row.id::<RevisionId>(0)?,
            label: row.text(2)?,
            remarks: row.int(3)?,
            words: row.text(4)?,
        })
    })
}

/// How many panels ended before an instant.
pub(crate) fn ended_panels(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    tx.one(ENDED_COUNT, &[before.into()], Due::of)
}

/// Forgets some panels that ended before an instant, and what was said there; how many.
pub(crate) fn forget_panels(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    let ended: Vec<(OrganisationId, PanelId)> =
        tx.query(ENDED, &[before.into()], |row| Ok((row.id(0)?, row.id(1)?)))?;
    let mut forgotten = 0;
    for (organisation, panel) in ended {
        let values = [organisation.into(), panel.into()];
        tx.execute(FORGET_REMARKS, &values)?;
        forgotten += tx.execute(FORGET_PANEL, &values)?;
        sealing::destroy_key(tx, organisation, panel.uuid())?;
    }
    Ok(forgotten)
}
