//! Every SQL statement of the room.

mod closing;
mod drafts;
mod history;
mod panels;
mod reviews;
mod satisfactions;

use parvis_form::{EVALUATOR_VERSION, Form};
use parvis_kernel::{
    AgentId, Ctx, GroupId, Instant, OrganisationId, ProcedureId, RevisionId, ServiceId,
};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::error::DemarcheError;
use crate::model::Revision;
use crate::search::SearchWords;
use parvis_procedure::{Checked, ProcedureFile};

const INSERT_PROCEDURE: Sql = Sql(
    "INSERT INTO procedures (organisation_id, id, slug, group_id, service_id, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
);
const PROCEDURE_BY_SLUG: Sql =
    Sql("SELECT id, group_id FROM procedures WHERE organisation_id = $1 AND slug = $2");
/// Taking the row keeps two publications of one procedure apart: the second waits here, then sees what the first wrote.
const TAKE_PROCEDURE: Sql = Sql(
    "UPDATE procedures SET group_id = $3, service_id = $4 WHERE organisation_id = $1 AND id = $2",
);
const TAKEN_REVISION: Sql =
    Sql("SELECT published_revision_id FROM procedures WHERE organisation_id = $1 AND id = $2");
const PUBLISH_REVISION: Sql =
    Sql("UPDATE procedures SET published_revision_id = $3 WHERE organisation_id = $1 AND id = $2");
const REVISION_BY_CHECKSUM: Sql = Sql(
    "SELECT id FROM procedure_revisions WHERE organisation_id = $1 AND procedure_id = $2 AND checksum = $3",
);
const LAST_NUMBER: Sql = Sql(
    "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM procedure_revisions \
     WHERE organisation_id = $1 AND procedure_id = $2",
);
const INSERT_REVISION: Sql = Sql(
    "INSERT INTO procedure_revisions (organisation_id, id, procedure_id, number, group_id, service_id, source, \
     checksum, description, compiled, evaluator, published_at, published_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const PUBLISHED_ID: Sql = Sql("SELECT published_revision_id FROM procedures \
     WHERE organisation_id = $1 AND slug = $2 AND published_revision_id IS NOT NULL AND closed_at IS NULL");
const PUBLISHED_IDS: Sql = Sql("SELECT published_revision_id FROM procedures \
     WHERE organisation_id = $1 AND published_revision_id IS NOT NULL AND closed_at IS NULL ORDER BY slug");
const REVISION_IDS: Sql = Sql(
    "SELECT id FROM procedure_revisions WHERE organisation_id = $1 ORDER BY procedure_id, number",
);
const REVISION: Sql = Sql(
    "SELECT id, procedure_id, number, group_id, service_id, description, compiled, published_at \
     FROM procedure_revisions WHERE organisation_id = $1 AND id = $2",
);
const INSERT_CONFIRMATION: Sql = Sql(
    "INSERT INTO procedure_confirmations (organisation_id, procedure_id, checksum, confirmed_by, confirmed_at) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
);
const CONFIRMATION: Sql = Sql(
    "SELECT confirmed_by, confirmed_at FROM procedure_confirmations \
     WHERE organisation_id = $1 AND procedure_id = $2 AND checksum = $3",
);

const CONFIRMATIONS: Sql = Sql(
    "SELECT r.id, c.confirmed_by, c.confirmed_at FROM procedure_confirmations c \
     JOIN procedure_revisions r ON r.organisation_id = c.organisation_id AND r.procedure_id = c.procedure_id \
     AND r.checksum = c.checksum WHERE c.organisation_id = $1 AND c.procedure_id = $2 ORDER BY r.number",
);

const CONFIRMED: Sql = Sql("SELECT r.id FROM procedure_confirmations confirmed \
     JOIN procedure_revisions r ON r.organisation_id = confirmed.organisation_id AND r.procedure_id = confirmed.procedure_id \
     AND r.checksum = confirmed.checksum WHERE confirmed.organisation_id = $1");

pub(crate) use closing::{close, closed, closed_by_slug, reopen};
pub(crate) use drafts::{
    Kept, delete_draft, draft, drafts, editions, keep_draft, mark_tried, procedures, source,
    standing, version_after, write_draft,
};
pub(crate) use history::{History, history, move_to, position, text_at, text_of_version};
pub(crate) use panels::{
    About, citations, cite_remark, close_panel, ended_panels, erase_remark, forget_panels,
    insert_citation, insert_panel, insert_remark, panel, panels, remark, remarks,
    remarks_to_settle, settle,
};
pub(crate) use reviews::{
    Asked, Rests, answer, ask, insert_publication, keep_writers, publications, reviews, waiting,
    withdraw, writers,
};
pub(crate) use satisfactions::{
    count_satisfactions, forget_satisfactions, forget_words, keep_satisfaction, old_satisfactions,
    satisfaction_texts, satisfactions_by_degree, waiting_satisfactions,
};

/// Where a revision belongs.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub procedure: ProcedureId,
    pub group: GroupId,
    pub service: ServiceId,
}

pub(crate) fn insert_procedure(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    place: Place,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_PROCEDURE,
        &[
            ctx.organisation.into(),
            place.procedure.into(),
            slug.into(),
            place.group.into(),
            place.service.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn procedure_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<(ProcedureId, GroupId)>, StoreError> {
    let values = [organisation.into(), slug.into()];
    tx.optional(PROCEDURE_BY_SLUG, &values, |row| {
        Ok((row.id(0)?, row.id(1)?))
    })
}

/// Takes the row of a procedure until the end of the transaction; tells which revision is published.
pub(crate) fn take_procedure(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    place: Place,
) -> Result<Option<RevisionId>, StoreError> {
    tx.put(
        TAKE_PROCEDURE,
        &[
            organisation.into(),
            place.procedure.into(),
            place.group.into(),
            place.service.into(),
        ],
    )?;
    let values = [organisation.into(), place.procedure.into()];
    tx.one(TAKEN_REVISION, &values, |row| row.opt_id(0))
}

pub(crate) fn publish_revision(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    revision: RevisionId,
) -> Result<(), StoreError> {
    let values = [organisation.into(), procedure.into(), revision.into()];
    tx.put(PUBLISH_REVISION, &values)?;
    Ok(())
}

pub(crate) fn revision_by_checksum(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    checksum: &str,
) -> Result<Option<RevisionId>, StoreError> {
    let values = [organisation.into(), procedure.into(), checksum.into()];
    tx.optional(REVISION_BY_CHECKSUM, &values, |row| row.id(0))
}

/// Writes the next revision of a procedure.
pub(crate) fn insert_revision(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    place: Place,
    checked: &Checked,
) -> Result<RevisionId, DemarcheError> {
    let procedure = [ctx.organisation.into(), place.procedure.into()];
    let number = tx.one(LAST_NUMBER, &procedure, |row| row.int(0))? + 1;
    let id = RevisionId::new();
    let description = serde_json::to_string(&checked.file).map_err(unreadable)?;
    tx.put(
        INSERT_REVISION,
        &[
            ctx.organisation.into(),
            id.into(),
            place.procedure.into(),
            number.into(),
            place.group.into(),
            place.service.into(),
            checked.source.as_str().into(),
            checked.checksum.as_str().into(),
            description.into(),
            checked.form.to_canonical().into(),
            EVALUATOR_VERSION.into(),
            ctx.now.into(),
            ctx.actor.agent().into(),
        ],
    )?;
    Ok(id)
}

pub(crate) fn published_id(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<RevisionId>, StoreError> {
    tx.optional(PUBLISHED_ID, &[organisation.into(), slug.into()], |row| {
        row.id(0)
    })
}

pub(crate) fn published_ids(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<RevisionId>, StoreError> {
    tx.query(PUBLISHED_IDS, &[organisation.into()], |row| row.id(0))
}

/// Every revision, by procedure.
pub(crate) fn revision_ids(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<RevisionId>, StoreError> {
    tx.query(REVISION_IDS, &[organisation.into()], |row| row.id(0))
}

pub(crate) fn revision(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: RevisionId,
) -> Result<Option<Revision>, DemarcheError> {
    let found = tx.optional(
        REVISION,
        &[organisation.into(), id.into()],
        revision_columns,
    )?;
    found.map(revision_of).transpose()
}

struct RevisionColumns {
    id: RevisionId,
    procedure: ProcedureId,
    number: i64,
    group: GroupId,
    service: ServiceId,
    description: String,
    compiled: String,
    published_at: Instant,
}

fn revision_columns(row: &Row<'_>) -> Result<RevisionColumns, StoreError> {
    Ok(RevisionColumns {
        id: row.id(0)?,
        procedure: row.id(1)?,
        number: row.int(2)?,
        group: row.id(3)?,
        service: row.id(4)?,
        description: row.text(5)?,
        compiled: row.text(6)?,
        published_at: row.instant(7)?,
    })
}

fn revision_of(columns: RevisionColumns) -> Result<Revision, DemarcheError> {
    let file: ProcedureFile = serde_json::from_str(&columns.description).map_err(unreadable)?;
    let form = Form::from_canonical(&columns.compiled).map_err(unreadable)?;
    Ok(Revision {
        id: columns.id,
        procedure: columns.procedure,
        number: columns.number,
        slug: file.slug.clone(),
        group: columns.group,
        service: columns.service,
        published_at: columns.published_at,
        words: SearchWords::of(&file),
        file,
        form,
    })
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> DemarcheError {
    DemarcheError::Stored(Box::new(error))
}

/// Writes a confirmation; false when the same text was confirmed before.
pub(crate) fn insert_confirmation(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    procedure: ProcedureId,
    checksum: &str,
    agent: AgentId,
) -> Result<bool, StoreError> {
    let inserted = tx.execute(
        INSERT_CONFIRMATION,
        &[
            ctx.organisation.into(),
            procedure.into(),
            checksum.into(),
            agent.into(),
            ctx.now.into(),
        ],
    )?;
    Ok(inserted == 1)
}

pub(crate) fn confirmation(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    checksum: &str,
) -> Result<Option<(AgentId, Instant)>, StoreError> {
    let values = [organisation.into(), procedure.into(), checksum.into()];
    tx.optional(CONFIRMATION, &values, |row| {
        Ok((row.id(0)?, row.instant(1)?))
    })
}

/// Who confirmed the dated facts of each revision of a procedure, and when.
pub(crate) fn confirmations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Vec<(RevisionId, AgentId, Instant)>, StoreError> {
    let values = [organisation.into(), procedure.into()];
    tx.query(CONFIRMATIONS, &values, |row| {
        Ok((row.id(0)?, row.id(1)?, row.instant(2)?))
    })
}

/// The revisions of an organisation whose dated facts a named agent confirmed.
pub(crate) fn confirmed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<RevisionId>, StoreError> {
    tx.query(CONFIRMED, &[organisation.into()], |row| row.id(0))
}
