//! What was posted after the session ended: kept, and given back once the person is known again.

use std::time::Duration;

use parvis_access::Right;
use parvis_form::Entries;
use parvis_kernel::{Ctx, Instant};
use parvis_store::Tx;
use parvis_store::sealing::SealingKey;
use uuid::Uuid;

use crate::answer::{Intent, Recorded, record_answers};
use crate::desk::{self, Desk};
use crate::error::DossierError;
use crate::message::write_message;
use crate::model::Number;
use crate::store::{self, Parked};

/// The step under which a message is parked: no step of a form is called so.
pub(crate) const MESSAGE: &str = "-message";
/// Those under which an answer to a request of the service, or the people of a draft, are parked: their page shows them again,
/// and nothing is recorded before the person sends it.
pub(crate) const COMPLETE: &str = "-complete";
pub(crate) const PEOPLE: &str = "-people";
/// How long a parked post waits.
const LIFE: Duration = Duration::from_secs(24 * 3600);
/// Bytes at most of what is parked.
const MOST_BYTES: usize = 256 * 1024;

/// Parks what was posted. The key is the browser's alone: without it, nobody can read what was typed, and a number that does
/// not exist is treated like one that does.
///
/// # Errors
/// `Text` when it is too large.
pub fn park(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: Uuid,
    key: &SealingKey,
    number: &Number,
    step: &str,
    entries: &Entries,
) -> Result<(), DossierError> {
    let sealed = store::seal(key, "parked", entries)?;
    if sealed.len() > MOST_BYTES {
        return Err(DossierError::Text { most: MOST_BYTES });
    }
    let expires_at = ctx.now.saturating_add(LIFE).unwrap_or(Instant::MAX);
    let post = Parked {
        id,
        number,
        step,
        sealed,
        expires_at,
    };
    store::park(tx, ctx.organisation, post)
}

/// Takes back what was parked for a dossier that the session holds again: it is recorded, or sent, as if it had just been posted.
/// Returns the step, when there was something.
///
/// # Errors
/// Those of recording answers.
pub fn unpark(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    number: &Number,
    id: Uuid,
    key: &SealingKey,
) -> Result<Option<(String, Recorded)>, DossierError> {
    desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    let Some((step, sealed)) = store::parked(tx, ctx, id, number)? else {
        return Ok(None);
    };
    if [COMPLETE, PEOPLE].contains(&step.as_str()) {
        return Ok(Some((step, Recorded::Again)));
    }
    let entries: Entries = store::open(key, "parked", &sealed)?;
    store::unpark(tx, ctx.organisation, id)?;
    if step == MESSAGE {
        let first = |name: &str| entries.get(name).and_then(|values| values.first());
        let drawn = first("identifiant").and_then(|id| id.parse().ok());
        let text = first("message").map_or("", String::as_str);
        write_message(ctx, tx, desk, number, drawn.unwrap_or_default(), text)?;
        return Ok(Some((
            step,
            Recorded::Accepted {
                next: None,
                to_read: false,
            },
        )));
    }
    let recorded = record_answers(ctx, tx, desk, number, &step, &entries, &Intent::Continue)?;
    Ok(Some((step, recorded)))
}

/// What is parked for a page of a dossier that the session holds again, which shows it; it stays parked.
///
/// # Errors
/// `NotFound` when the session does not hold the dossier.
pub fn parked_for(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    desk: &Desk,
    (number, page): (&Number, &str),
    id: Uuid,
    key: &SealingKey,
) -> Result<Option<Entries>, DossierError> {
    desk::open(ctx, tx, desk, number, Right::HoldDossier)?;
    match store::parked(tx, ctx, id, number)? {
        Some((step, sealed)) if step == page => Ok(Some(store::open(key, "parked", &sealed)?)),
        _ => Ok(None),
    }
}

/// Forgets what was parked: the person sent it.
///
/// # Errors
/// Those of the store.
pub fn forget_parked(ctx: &Ctx, tx: &mut Tx<'_>, id: Uuid) -> Result<(), DossierError> {
    store::unpark(tx, ctx.organisation, id)
}
