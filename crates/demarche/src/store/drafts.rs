//! Drafts of procedures, and what authors read of revisions.

use parvis_kernel::{AgentId, Ctx, Language, OrganisationId, ProcedureId, RevisionId};
use parvis_store::{Row, Sql, StoreError, Tx};

use super::{history, reviews};
use crate::model::{Draft, DraftTitle, Edition, Standing, Tried};
use parvis_procedure::Checked;

const PROCEDURES: Sql = Sql(
    "SELECT id, slug, published_revision_id, closed_at FROM procedures WHERE organisation_id = $1 ORDER BY slug",
);
const PROCEDURE: Sql = Sql(
    "SELECT id, slug, published_revision_id, closed_at FROM procedures WHERE organisation_id = $1 AND slug = $2",
);
const EDITIONS: Sql = Sql(
    "SELECT id, number, published_at, published_by FROM procedure_revisions \
     WHERE organisation_id = $1 AND procedure_id = $2 ORDER BY number DESC",
);
const SOURCE: Sql = Sql("SELECT source FROM procedure_revisions \
     WHERE organisation_id = $1 AND procedure_id = $2 AND number = $3");
const DRAFTS: Sql = Sql(
    "SELECT slug, title, written_at FROM procedure_drafts WHERE organisation_id = $1 ORDER BY slug",
);
const DRAFT: Sql = Sql(
    "SELECT slug, version, source, checksum, base_revision_id, written_at, written_by, tried_at, tried_by, tried_version \
     FROM procedure_drafts \
     WHERE organisation_id = $1 AND slug = $2",
);
const INSERT_DRAFT: Sql = Sql(
    "INSERT INTO procedure_drafts (organisation_id, slug, version, title, source, checksum, base_revision_id, written_at, written_by) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
);
const REPLACE_DRAFT: Sql = Sql(
    "UPDATE procedure_drafts SET version = $3, title = $4, source = $5, checksum = $6, base_revision_id = $7, written_at = $8, \
     written_by = $9 WHERE organisation_id = $1 AND slug = $2 AND version = $10",
);
const MARK_TRIED: Sql = Sql(
    "UPDATE procedure_drafts SET tried_at = $5, tried_by = $6, tried_version = $3 \
     WHERE organisation_id = $1 AND slug = $2 AND version = $3 AND checksum = $4",
);
const DELETE_DRAFT: Sql =
    Sql("DELETE FROM procedure_drafts WHERE organisation_id = $1 AND slug = $2 AND version = $3");

/// Every procedure, published or not, closed or not, by name in addresses.
pub(crate) fn procedures(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<Standing>, StoreError> {
    tx.query(PROCEDURES, &[organisation.into()], standing_columns)
}

/// How one procedure stands.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Standing>, StoreError> {
    let values = [organisation.into(), slug.into()];
    tx.optional(PROCEDURE, &values, standing_columns)
}

fn standing_columns(row: &Row<'_>) -> Result<Standing, StoreError> {
    Ok(Standing {
        procedure: row.id(0)?,
        slug: row.text(1)?,
        published: row.opt_id(2)?,
        closed_at: row.opt_instant(3)?,
    })
}

/// The revisions of a procedure, the latest first.
pub(crate) fn editions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Vec<Edition>, StoreError> {
    let values = [organisation.into(), procedure.into()];
    tx.query(EDITIONS, &values, |row| {
        Ok(Edition {
            id: row.id(0)?,
            number: row.int(1)?,
            published_at: row.instant(2)?,
            published_by: row.opt_id(3)?,
        })
    })
}

/// The text of a revision, as it was written.
pub(crate) fn source(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    number: i64,
) -> Result<Option<String>, StoreError> {
    let values = [organisation.into(), procedure.into(), number.into()];
    tx.optional(SOURCE, &values, |row| row.text(0))
}

/// The drafts of an organisation, without their texts.
pub(crate) fn drafts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
) -> Result<Vec<DraftTitle>, StoreError> {
    tx.query(DRAFTS, &[organisation.into()], |row| {
        Ok(DraftTitle {
            slug: row.text(0)?,
            title: row.text(1)?,
            written_at: row.instant(2)?,
        })
    })
}

pub(crate) fn draft(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Draft>, StoreError> {
    tx.optional(DRAFT, &[organisation.into(), slug.into()], draft_columns)
}

fn draft_columns(row: &Row<'_>) -> Result<Draft, StoreError> {
    Ok(Draft {
        slug: row.text(0)?,
        version: row.int(1)?,
        source: row.text(2)?,
        checksum: row.text(3)?,
        base: row.opt_id(4)?,
        written_at: row.instant(5)?,
        written_by: row.opt_id::<AgentId>(6)?,
        tried: match row.opt_instant(7)? {
            Some(at) => Some(Tried {
                at,
                by: row.opt_id(8)?,
                version: row.int(9)?,
            }),
            None => None,
        },
    })
}

/// A text to keep as a draft, right or not yet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept<'a> {
    pub slug: &'a str,
    pub title: &'a str,
    pub source: &'a str,
    pub checksum: &'a str,
    /// What stood before, for who wants to undo; none when nothing did.
    pub before: Option<&'a str>,
}

impl<'a> Kept<'a> {
    /// A text that is right.
    pub fn checked(checked: &'a Checked, before: Option<&'a str>) -> Self {
        Self {
            slug: &checked.file.slug,
            title: checked.file.title.in_language(Language::French),
            source: &checked.source,
            checksum: &checked.checksum,
            before,
        }
    }
}

/// Writes a draft in the place of the version that its author had read (0: none); false when that is not the one that is kept.
pub(crate) fn keep_draft(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    kept: &Kept<'_>,
    base: Option<RevisionId>,
    read: i64,
) -> Result<bool, StoreError> {
    let written = write_draft(tx, ctx, kept, base, read)?;
    if written {
        let version = version_after(ctx, read);
        history::remember(tx, ctx, kept.slug, version, kept.source, kept.before)?;
    }
    Ok(written)
}

/// The version that follows the one that was read (0: none). The first of a draft is the instant when it is begun: a page that was open
/// on a draft of the same name, published or thrown away since, never speaks of this one.
pub(crate) fn version_after(ctx: &Ctx, read: i64) -> i64 {
    match read {
        0 => ctx.now.as_microsecond(),
        read => read + 1,
    }
}

/// The same, where the text is one that the draft had already.
pub(crate) fn write_draft(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    kept: &Kept<'_>,
    base: Option<RevisionId>,
    read: i64,
) -> Result<bool, StoreError> {
    let mut values = vec![
        ctx.organisation.into(),
        kept.slug.into(),
        version_after(ctx, read).into(),
        kept.title.into(),
        kept.source.into(),
        kept.checksum.into(),
        base.into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
    ];
    let written = if read == 0 {
        tx.execute(INSERT_DRAFT, &values)?
    } else {
        values.push(read.into());
        tx.execute(REPLACE_DRAFT, &values)?
    };
    if written == 1 {
        reviews::remember_writer(tx, ctx, kept.slug)?;
    }
    Ok(written == 1)
}

/// Writes that the version that an author had read is tried now; false when that is not the one that is kept.
pub(crate) fn mark_tried(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    checked: &Checked,
    read: i64,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        checked.file.slug.as_str().into(),
        read.into(),
        checked.checksum.as_str().into(),
        ctx.now.into(),
        ctx.actor.agent().into(),
    ];
    Ok(tx.execute(MARK_TRIED, &values)? == 1)
}

/// Removes the version that the author had read; false when that is not the one that is kept.
pub(crate) fn delete_draft(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
    read: i64,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), slug.into(), read.into()];
    let gone = tx.execute(DELETE_DRAFT, &values)? == 1;
    if gone {
        history::forget(tx, organisation, slug)?;
        reviews::forget_writers(tx, organisation, slug)?;
    }
    Ok(gone)
}
