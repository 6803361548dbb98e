//! Procedures that closed, and that opened again.

use parvis_kernel::{Ctx, OrganisationId, ProcedureId};
use parvis_store::{Row, Sql, StoreError, Tx};

use crate::model::Closed;

const CLOSE: Sql = Sql(
    "UPDATE procedures SET closed_at = $3, replacement_slug = $4, closing_words = $5 \
     WHERE organisation_id = $1 AND slug = $2 AND closed_at IS NULL AND published_revision_id IS NOT NULL",
);
const REOPEN: Sql = Sql(
    "UPDATE procedures SET closed_at = NULL, replacement_slug = NULL, closing_words = NULL \
     WHERE organisation_id = $1 AND slug = $2 AND closed_at IS NOT NULL",
);
const CLOSED_BY_SLUG: Sql = Sql(
    "SELECT published_revision_id, closed_at, replacement_slug, closing_words FROM procedures \
     WHERE organisation_id = $1 AND slug = $2 AND closed_at IS NOT NULL AND published_revision_id IS NOT NULL",
);
const CLOSED: Sql = Sql(
    "SELECT published_revision_id, closed_at, replacement_slug, closing_words FROM procedures \
     WHERE organisation_id = $1 AND id = $2 AND closed_at IS NOT NULL AND published_revision_id IS NOT NULL",
);

/// Closes a published procedure; false when it is not open.
pub(crate) fn close(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    slug: &str,
    replacement: Option<&str>,
    words: Option<&str>,
) -> Result<bool, StoreError> {
    let values = [
        ctx.organisation.into(),
        slug.into(),
        ctx.now.into(),
        replacement.into(),
        words.into(),
    ];
    Ok(tx.execute(CLOSE, &values)? == 1)
}

/// Opens a closed procedure again; false when it is not closed.
pub(crate) fn reopen(tx: &mut Tx<'_>, ctx: &Ctx, slug: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(REOPEN, &[ctx.organisation.into(), slug.into()])? == 1)
}

/// What is told of a closed procedure, by its name in addresses.
pub(crate) fn closed_by_slug(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Closed>, StoreError> {
    tx.optional(CLOSED_BY_SLUG, &[organisation.into(), slug.into()], columns)
}

/// What is told of a closed procedure.
pub(crate) fn closed(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
) -> Result<Option<Closed>, StoreError> {
    tx.optional(CLOSED, &[organisation.into(), procedure.into()], columns)
}

fn columns(row: &Row<'_>) -> Result<Closed, StoreError> {
    Ok(Closed {
        revision: row.id(0)?,
        at: row.instant(1)?,
        replacement: row.opt_text(2)?,
        words: row.opt_text(3)?,
    })
}
