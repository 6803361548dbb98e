//! The texts that a draft had: undone, done again, bounded, gone with the draft.

use parvis_kernel::{Ctx, OrganisationId};
use parvis_store::{Sql, StoreError, Tx};

/// Texts kept of one draft.
const KEPT: i64 = 60;
/// Signs kept of one draft, about: a long text keeps fewer of its past.
const SIGNS: i64 = 4_000_000;

const POSITION: Sql =
    Sql("SELECT position FROM procedure_drafts WHERE organisation_id = $1 AND slug = $2");
const MOVE_TO: Sql =
    Sql("UPDATE procedure_drafts SET position = $3 WHERE organisation_id = $1 AND slug = $2");
const INSERT_TEXT: Sql = Sql(
    "INSERT INTO procedure_draft_texts (organisation_id, slug, position, version, source, written_at, written_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const FORGET_AFTER: Sql = Sql(
    "DELETE FROM procedure_draft_texts WHERE organisation_id = $1 AND slug = $2 AND position > $3",
);
const FORGET_BEFORE: Sql = Sql(
    "DELETE FROM procedure_draft_texts WHERE organisation_id = $1 AND slug = $2 AND position <= $3",
);
const FORGET: Sql =
    Sql("DELETE FROM procedure_draft_texts WHERE organisation_id = $1 AND slug = $2");
const TEXT_AT: Sql = Sql(
    "SELECT source FROM procedure_draft_texts WHERE organisation_id = $1 AND slug = $2 AND position = $3",
);
const POSITIONS: Sql = Sql(
    "SELECT position, version FROM procedure_draft_texts WHERE organisation_id = $1 AND slug = $2 ORDER BY position",
);

/// What can be undone and done again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct History {
    /// An earlier text is kept.
    pub undo: bool,
    /// A later text is kept.
    pub redo: bool,
}

/// Keeps the text that a draft takes, and what stood `before` it when nothing of its past is kept.
pub(crate) fn remember(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    version: i64,
    source: &str,
    before: Option<&str>,
) -> Result<(), StoreError> {
    let mut position = position(tx, ctx.organisation, slug)?;
    let own = [ctx.organisation.into(), slug.into(), position.into()];
    tx.execute(FORGET_AFTER, &own)?;
    if let (0, Some(before)) = (position, before) {
        position += 1;
        insert(tx, ctx, slug, position, version - 1, before)?;
    }
    position += 1;
    insert(tx, ctx, slug, position, version, source)?;
    move_to(tx, ctx.organisation, slug, position)?;
    let length = i64::try_from(source.len()).unwrap_or(SIGNS).max(1);
    let forgotten = position - (SIGNS / length).clamp(5, KEPT);
    let values = [ctx.organisation.into(), slug.into(), forgotten.into()];
    tx.execute(FORGET_BEFORE, &values)?;
    Ok(())
}

fn insert(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    position: i64,
    version: i64,
    source: &str,
) -> Result<(), StoreError> {
    let values = [
        ctx.organisation.into(),
        slug.into(),
        position.into(),
        version.into(),
        source.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
    ];
    tx.execute(INSERT_TEXT, &values)?;
    Ok(())
}

/// Where a draft stands among its texts; 0 when none is kept.
pub(crate) fn position(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<i64, StoreError> {
    let found = tx.optional(POSITION, &[organisation.into(), slug.into()], |row| {
        row.int(0)
    })?;
    Ok(found.unwrap_or_default())
}

/// Makes a draft stand at another of its texts.
pub(crate) fn move_to(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    position: i64,
) -> Result<(), StoreError> {
    let values = [organisation.into(), slug.into(), position.into()];
    tx.execute(MOVE_TO, &values)?;
    Ok(())
}

/// One of the texts of a draft.
pub(crate) fn text_at(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    position: i64,
) -> Result<Option<String>, StoreError> {
    let values = [organisation.into(), slug.into(), position.into()];
    tx.optional(TEXT_AT, &values, |row| row.text(0))
}

/// The text that a draft had in one of its versions, while it is kept.
pub(crate) fn text_of_version(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    version: i64,
) -> Result<Option<String>, StoreError> {
    let kept = positions(tx, organisation, slug)?;
    match kept.into_iter().rev().find(|(_, own)| *own == version) {
        Some((position, _)) => text_at(tx, organisation, slug, position),
        None => Ok(None),
    }
}

/// What can be undone and done again of a draft.
pub(crate) fn history(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<History, StoreError> {
    let own = position(tx, organisation, slug)?;
    let kept = positions(tx, organisation, slug)?;
    Ok(History {
        undo: kept.iter().any(|(position, _)| *position < own),
        redo: kept.iter().any(|(position, _)| *position > own),
    })
}

fn positions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let values = [organisation.into(), slug.into()];
    tx.query(POSITIONS, &values, |row| Ok((row.int(0)?, row.int(1)?)))
}

/// Forgets every text of a draft.
pub(crate) fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<(), StoreError> {
    tx.execute(FORGET, &[organisation.into(), slug.into()])?;
    Ok(())
}
