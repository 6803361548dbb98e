//! Rows of the texts that agents write again.

use parvis_kernel::{AgentId, Ctx, GroupId, OrganisationId, StandardTextId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::error::DossierError;
use crate::standard_texts::{Purpose, StandardText, Version};

const INSERT: Sql = Sql(
    "INSERT INTO standard_texts (organisation_id, id, group_id, purpose, title, body, version) VALUES ($1, $2, $3, $4, $5, $6, $7) \
     ON CONFLICT DO NOTHING",
);
const INSERT_VERSION: Sql = Sql(
    "INSERT INTO standard_text_versions (organisation_id, text_id, version, title, body, agent_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const FIND: Sql = Sql(
    "SELECT id, group_id, purpose, title, body, version FROM standard_texts WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL",
);
const OF_GROUP: Sql = Sql(
    "SELECT id, group_id, purpose, title, body, version FROM standard_texts \
     WHERE organisation_id = $1 AND group_id = $2 AND deleted_at IS NULL ORDER BY title LIMIT $3",
);
const OF_ORGANISATION: Sql = Sql(
    "SELECT id, group_id, purpose, title, body, version FROM standard_texts \
     WHERE organisation_id = $1 AND group_id IS NULL AND deleted_at IS NULL ORDER BY title LIMIT $2",
);
const CHANGE: Sql = Sql(
    "UPDATE standard_texts SET purpose = $3, title = $4, body = $5, version = version + 1 \
     WHERE organisation_id = $1 AND id = $2 AND version = $6 AND deleted_at IS NULL",
);
const DELETE: Sql =
    Sql("UPDATE standard_texts SET deleted_at = $3 WHERE organisation_id = $1 AND id = $2");
const VERSIONS: Sql = Sql(
    "SELECT version, title, body, agent_id, at FROM standard_text_versions \
     WHERE organisation_id = $1 AND text_id = $2 ORDER BY version DESC LIMIT $3",
);

/// Writes a new text with its first version; a second time nothing.
pub(crate) fn insert_standard_text(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    text: &StandardText,
    by: AgentId,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        text.id.into(),
        text.group.into(),
        text.purpose.code().into(),
        text.title.as_str().into(),
        text.body.as_str().into(),
        text.version.into(),
    ];
    let is_new = tx.execute(INSERT, &values)? == 1;
    if is_new {
        insert_version(tx, ctx, text, text.version, by)?;
    }
    Ok(is_new)
}

fn insert_version(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    text: &StandardText,
    version: i64,
    by: AgentId,
) -> Result<(), DossierError> {
    let values = [
        ctx.organisation.into(),
        text.id.into(),
        version.into(),
        text.title.as_str().into(),
        text.body.as_str().into(),
        by.into(),
        ctx.now.into(),
    ];
    Ok(tx.put(INSERT_VERSION, &values)?)
}

/// A text that was not taken away.
pub(crate) fn standard_text(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: StandardTextId,
) -> Result<Option<StandardText>, DossierError> {
    let found = tx.optional(FIND, &[organisation.into(), id.into()], columns)?;
    found.map(told).transpose()
}

/// The texts of a group, or of the organisation without one, by title.
pub(crate) fn standard_texts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    group: Option<GroupId>,
    limit: i64,
) -> Result<Vec<StandardText>, DossierError> {
    let rows = match group {
        Some(group) => {
            let values = [organisation.into(), group.into(), limit.into()];
            tx.query(OF_GROUP, &values, columns)?
        }
        None => tx.query(
            OF_ORGANISATION,
            &[organisation.into(), limit.into()],
            columns,
        )?,
    };
    rows.into_iter().map(told).collect()
}

/// Writes a text anew with its next version; false when somebody did since it was read.
pub(crate) fn change_standard_text(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    text: &StandardText,
    by: AgentId,
) -> Result<bool, DossierError> {
    let values = [
        ctx.organisation.into(),
        text.id.into(),
        text.purpose.code().into(),
        text.title.as_str().into(),
        text.body.as_str().into(),
        text.version.into(),
    ];
    let is_changed = tx.execute(CHANGE, &values)? == 1;
    if is_changed {
        insert_version(tx, ctx, text, text.version + 1, by)?;
    }
    Ok(is_changed)
}

/// Takes a text away.
pub(crate) fn delete_standard_text(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    id: StandardTextId,
) -> Result<(), DossierError> {
    let values = [ctx.organisation.into(), id.into(), ctx.now.into()];
    Ok(tx.put(DELETE, &values)?)
}

/// What a text said, the latest first.
pub(crate) fn standard_text_versions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: StandardTextId,
    limit: i64,
) -> Result<Vec<Version>, DossierError> {
    let values = [organisation.into(), id.into(), limit.into()];
    Ok(tx.query(VERSIONS, &values, |row| {
        Ok(Version {
            number: row.int(0)?,
            title: row.text(1)?,
            body: row.text(2)?,
            agent: row.id(3)?,
            at: row.instant(4)?,
        })
    })?)
}

fn columns(row: &Row<'_>) -> Result<(StandardText, String), StoreError> {
    let text = StandardText {
        id: row.id(0)?,
        group: row.opt_id(1)?,
        purpose: Purpose::Message,
        title: row.text(3)?,
        body: row.text(4)?,
        version: row.int(5)?,
    };
    Ok((text, row.text(2)?))
}

fn told((text, purpose): (StandardText, String)) -> Result<StandardText, DossierError> {
    let purpose = Purpose::of_code(&purpose).ok_or(DossierError::Row("purpose"))?;
    Ok(StandardText { purpose, ..text })
}
