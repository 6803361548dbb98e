//! Messages between the person and the service.

use parvis_access::Right;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, Fact, MessageId};
use parvis_store::Tx;

use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::facts;
use crate::model::{Dossier, Message, Number, Sender};
use crate::rules::Act;
use crate::{store, text};

/// Writes a message, as the person or as an agent. The identifier is drawn with the page: a double click writes once.
///
/// # Errors
/// `Text` when it is empty or too long; `NotNow` on a draft.
pub fn write_message(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    id: MessageId,
    body: &str,
) -> Result<(), DossierError> {
    write_message_once(ctx, tx, desk, number, id, body).map(drop)
}

/// The dossier on which the person may write a message now.
///
/// # Errors
/// `NotNow` on a draft.
pub fn may_write(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
) -> Result<Dossier, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    opened.allows(Act::Write)?;
    Ok(opened.dossier)
}

/// The same as [`write_message`]; says whether it was written now, or before.
///
/// # Errors
/// Those of [`write_message`].
pub fn write_message_once(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    id: MessageId,
    body: &str,
) -> Result<bool, DossierError> {
    let opened = desk::open(ctx, tx, desk, number, Right::WriteMessage)?;
    opened.allows(Act::Write)?;
    let message = Message {
        id,
        sender: ctx.service_agent().map_or(Sender::Usager, Sender::Service),
        body: text::accepted(body)?,
        at: ctx.now,
        read_at: None,
    };
    if !store::insert_message(tx, ctx, opened.dossier.id, &message, &opened.key)? {
        return Ok(false);
    }
    store::touch(tx, ctx.organisation, opened.dossier.id)?;
    let subject = Subject::dossier(opened.dossier.id);
    journal::record(
        ctx,
        tx,
        "dossier.messaged",
        subject,
        &[("message", id.to_string())],
    )?;
    let sender = if ctx.service_agent().is_some() {
        "service"
    } else {
        "usager"
    };
    let fact = Fact::new(
        ctx.organisation,
        facts::MESSAGED,
        opened.dossier.id.uuid(),
        ctx.now,
    )
    .with("message", id)
    .with("sender", sender);
    jobs::publish(tx, &fact)?;
    Ok(true)
}
