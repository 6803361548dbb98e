//! Notes between agents.

use parvis_access::Right;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::Ctx;
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::model::{Note, Number};
use crate::rules::Act;
use crate::{store, text};

/// Writes a note. It is part of the file: the person may ask for it (CRPA L311-1). The identifier is drawn with the page: a
/// double click writes once.
///
/// # Errors
/// `Text` when it is empty or too long.
pub fn annotate(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    id: Uuid,
    body: &str,
) -> Result<(), DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.allows(Act::Annotate)?;
    let note = Note {
        agent: ctx.actor.agent().ok_or(DossierError::NotFound)?,
        body: text::accepted(body)?,
        at: ctx.now,
    };
    if !store::insert_note(tx, ctx, opened.dossier.id, id, &note, &opened.key)? {
        return Ok(());
    }
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(ctx, tx, "dossier.annotated", subject, &[])?;
    Ok(())
}
