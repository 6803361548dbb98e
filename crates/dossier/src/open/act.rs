//! A dossier as an agent opens it.

use parvis_access::{Right, agent};
use parvis_form::{Answers, SummaryStep, summary};
use parvis_journal as journal;
use parvis_journal::{Entry, Subject};
use parvis_kernel::Ctx;
use parvis_store::Tx;

use crate::desk::{self, Desk, Opened};
use crate::error::DossierError;
use crate::model::{Decided, Dossier, GivenReceipt, Message, Note, Number, Piece, Request};
use crate::queue::{Cursor, next_after};
use crate::store;

/// A dossier as an agent sees it.
#[derive(Debug, Clone)]
pub struct OpenView {
    /// The dossier.
    pub dossier: Dossier,
    /// The revision that it answers.
    pub revision: std::sync::Arc<parvis_demarche::Revision>,
    /// What was promised at deposit.
    pub receipt: GivenReceipt,
    /// The current answers.
    pub answers: Answers,
    /// The answers by step, as text, in the agent's language.
    pub summary: Vec<SummaryStep>,
    /// The files.
    pub pieces: Vec<Piece>,
    /// Messages, oldest first.
    pub messages: Vec<Message>,
    /// Notes, oldest first.
    pub notes: Vec<Note>,
    /// Requests, oldest first.
    pub requests: Vec<Request>,
    /// The decision.
    pub decided: Option<Decided>,
    /// What happened, oldest first.
    pub history: Vec<Entry>,
    /// The agents of the group.
    pub agents: Vec<agent::Agent>,
    /// The next dossier of the list.
    pub next: Option<Number>,
}

/// Opens a dossier for an agent. Leaves the trace of a consultation, and marks the person's messages read.
///
/// # Errors
/// `NotFound` for a dossier of another group.
pub fn open_dossier(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::ReadDossier)?;
    let Opened {
        dossier,
        revision,
        key,
    } = opened;
    let (organisation, id) = (ctx.organisation, dossier.id);
    let subject = Subject::dossier(id);
    journal::consulted(ctx, tx, "dossier.read", subject.clone(), &[])?;
    let answers = store::answers(tx, organisation, id, dossier.answers_version, &key)?;
    let messages = store::messages(tx, organisation, id, &key)?;
    store::mark_messages_read(tx, ctx, id, true)?;
    let cursor = Cursor {
        silence_due: dossier.silence_due,
        submitted_at: dossier.facts.submitted_at.unwrap_or(ctx.now),
        id,
    };
    Ok(OpenView {
        receipt: store::receipt(tx, organisation, id, &key)?,
        summary: summary(&revision.form, &answers, ctx.language),
        answers,
        pieces: store::pieces(tx, organisation, id, &key)?,
        messages,
        notes: store::notes(tx, organisation, id, &key)?,
        requests: store::requests(tx, organisation, id, &key)?,
        decided: store::decision(tx, organisation, id, &key)?,
        history: journal::history(tx, organisation, subject)?,
        agents: agent::of_group(tx, organisation, dossier.group)?,
        next: next_after(ctx, tx, dossier.group, cursor)?,
        dossier,
        revision,
    })
}
