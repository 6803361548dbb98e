//! What a mail may say of a note that calls an agent: neither what it says, nor of whom.

use std::sync::Arc;

use parvis_access::{AccessError, Agent, agent};
use parvis_demarche::{Catalogue, Revision};
use parvis_kernel::OrganisationId;
use parvis_store::Tx;
use uuid::Uuid;

use crate::error::DossierError;
use crate::model::Number;
use crate::store;

/// A note that calls an agent, as a mail needs it.
#[derive(Debug, Clone)]
pub struct MentionLetter {
    /// Whom it calls.
    pub to: Agent,
    /// Who wrote it; nobody once they are gone.
    pub by: Option<Agent>,
    /// The number of the dossier.
    pub number: Number,
    /// The revision that it answers.
    pub revision: Arc<Revision>,
    /// The page of the note.
    pub path: String,
}

/// What is told to the agent; nothing when they read it already, when their account was closed, when they may not read the dossier any
/// more, or when it was destroyed.
///
/// # Errors
/// Those of the store.
pub fn letter(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    mention: Uuid,
) -> Result<Option<MentionLetter>, DossierError> {
    let Some((row, agent, group)) = store::unread_mention(tx, organisation, mention)? else {
        return Ok(None);
    };
    let readers = agent::of_group(tx, organisation, group)?;
    let Some(to) = readers.into_iter().find(|reader| reader.id == agent) else {
        return Ok(None);
    };
    let by = match agent::find(tx, organisation, row.author) {
        Ok(by) => Some(by),
        Err(AccessError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(Some(MentionLetter {
        to,
        by,
        revision: catalogue.revision(tx, organisation, row.revision)?,
        path: path(&row.number, row.note),
        number: row.number,
    }))
}

/// The page of a note.
pub(super) fn path(number: &Number, note: Uuid) -> String {
    format!("/agent/dossiers/{number}/notes#note-{note}")
}
