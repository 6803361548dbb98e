//! Notes between agents.

use parvis_access::{Right, agent};
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{AgentId, Ctx};
use parvis_store::Tx;
use uuid::Uuid;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::mention::{called, mark_read, mention};
use crate::model::{Note, Number};
use crate::open::{OpenView, open_dossier};
use crate::rules::Act;
use crate::{store, text};

/// A note to write.
#[derive(Debug, Clone, Default)]
pub struct NewNote {
    /// Drawn with the page: a double click writes once.
    pub id: Uuid,
    /// What it says; it may call agents by their name, `@Karim Haddad`.
    pub body: String,
    /// The agents to tell.
    pub ticked: Vec<AgentId>,
}

/// Writes a note. It is part of the file: the person may ask for it (CRPA L311-1). The agents whom it calls are told that it is there;
/// they must be able to read the dossier now.
///
/// # Errors
/// `Text` when it is empty or too long; `NotAReader`, `NobodyOfThatName`, `SeveralOfThatName` for whom it calls.
pub fn annotate(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    new: &NewNote,
) -> Result<(), DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::InstructDossier)?;
    opened.allows(Act::Annotate)?;
    let note = Note {
        id: new.id,
        agent: ctx.actor.agent().ok_or(DossierError::NotFound)?,
        body: text::accepted(&new.body)?,
        at: ctx.now,
        mentions: Vec::new(),
    };
    let readers = agent::of_group(tx, ctx.organisation, opened.dossier.group)?;
    let mut called = called(&note.body, &new.ticked, &readers)?;
    called.retain(|agent| *agent != note.agent);
    let id = opened.dossier.id;
    if !store::insert_note(tx, ctx, id, &note, &opened.key)? {
        return Ok(());
    }
    mention(ctx, tx, id, note.id, &called)?;
    let called: Vec<String> = called.iter().map(ToString::to_string).collect();
    let detail = [("mentioned", called.join(" "))];
    let detail = match called.is_empty() {
        true => &[][..],
        false => &detail,
    };
    journal::record(ctx, tx, "dossier.annotated", Subject::dossier(id), detail)?;
    Ok(())
}

/// Opens a dossier on its notes. Those that call the agent are read by that, in the transaction that leaves the trace of the
/// consultation: nobody has to say that they read what they have before their eyes. What is given is what was unread.
///
/// # Errors
/// As [`open_dossier`].
pub fn read_notes(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, DossierError> {
    let view = open_dossier(ctx, tx, desk, number)?;
    mark_read(ctx, tx, &view)?;
    Ok(view)
}
