//! What the editor does to a draft.

use parvis_kernel::Ctx;
use parvis_procedure::edit::{Document, Path};
use parvis_store::Tx;
use sha2::{Digest, Sha256};

use super::super::act::{base, keep, trace, writes};
use crate::error::DemarcheError;
use crate::store::{self, Kept};

/// The title of a text, for lists: its French, else the name in addresses.
fn title(document: &Document, slug: &str) -> String {
    let words = document.words(&Path::root().child("title"));
    let title = words.in_language("fr");
    if title.is_empty() { slug } else { title }.to_owned()
}

fn checksum(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Keeps a text that the editor changed, in the place of the version that the author had read.
///
/// `before` is the text that they had read: it can be undone to.
pub(super) fn edit(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    document: &Document,
    before: Option<&str>,
    read: i64,
) -> Result<(), DemarcheError> {
    let kept = Kept {
        slug,
        title: &title(document, slug),
        source: document.text(),
        checksum: &checksum(document.text()),
        before,
    };
    keep(ctx, tx, &kept, read)
}

/// Keeps the first text of a procedure that does not exist yet.
pub(in super::super) fn edit_new(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    document: &Document,
) -> Result<(), DemarcheError> {
    edit(ctx, tx, slug, document, None, 0)
}

/// Gives a draft back the text that it had before, or after.
///
/// # Errors
/// `DraftChanged` when the version that was read is not the one that is kept, or when nothing is kept of what is asked.
pub(super) fn travel(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    slug: &str,
    read: i64,
    steps: i64,
) -> Result<(), DemarcheError> {
    writes(ctx, tx)?;
    let changed = || DemarcheError::DraftChanged {
        slug: slug.to_owned(),
    };
    let position = store::position(tx, ctx.organisation, slug)? + steps;
    let text = store::text_at(tx, ctx.organisation, slug, position)?;
    let text = text.ok_or_else(changed)?;
    let title = match Document::read(&text) {
        Ok(document) => title(&document, slug),
        Err(_) => slug.to_owned(),
    };
    let kept = Kept {
        slug,
        title: &title,
        source: &text,
        checksum: &checksum(&text),
        before: None,
    };
    let base = base(ctx, tx, slug)?;
    if !store::write_draft(tx, ctx, &kept, base, read)? {
        return Err(changed());
    }
    store::move_to(tx, ctx.organisation, slug, position)?;
    trace(ctx, tx, "procedure.draft_kept", slug)
}
