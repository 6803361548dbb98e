//! Who is reminded, of what: once for each date, by e-mail only (who gave no address is told the date on their pages).

use std::time::Duration;

use jiff::tz::TimeZone;
use parvis_jobs as jobs;
use parvis_journal as journal;
use parvis_journal::Subject;
use parvis_kernel::{Ctx, DossierId, Fact, Instant, OrganisationId};
use parvis_store::Tx;

use crate::error::DossierError;
use crate::facts;
use crate::model::{Identification, State};
use crate::store::{self, Reminder};

/// Reminders of one round.
const ROUND: i64 = 200;
/// Days before a draft is erased on which its person is reminded.
const DRAFT_DAYS: u64 = 7;
/// Days before an answer is expected on which the person is reminded.
const REQUEST_DAYS: i64 = 3;
/// Nobody is reminded of what they did, or were asked, since this long: it is fresh.
const FRESH: Duration = Duration::from_secs(2 * DAY);
const DAY: u64 = 24 * 3600;

/// The drafts that are erased within a week, left alone for two days, and whose person was not told of that date yet: a round
/// of them.
///
/// # Errors
/// Those of the store.
pub fn ending_drafts(
    tx: &mut Tx<'_>,
    now: Instant,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    store::ending_drafts(
        tx,
        now,
        now + Duration::from_secs(DRAFT_DAYS * DAY),
        now - FRESH,
        ROUND,
    )
}

/// The dossiers whose answer is expected within three days, was asked for more than two days ago, and of which the person was not
/// reminded yet: a round of them.
///
/// # Errors
/// Those of the store.
pub fn awaited(
    tx: &mut Tx<'_>,
    now: Instant,
) -> Result<Vec<(OrganisationId, DossierId)>, DossierError> {
    let today = today(now);
    store::awaited(tx, today, today + REQUEST_DAYS, now - FRESH, ROUND)
}

/// Reminds the person of a draft. False when it was deposited, erased or taken up again in between.
///
/// # Errors
/// Those of the store.
pub fn remind_draft(ctx: &Ctx, tx: &mut Tx<'_>, id: DossierId) -> Result<bool, DossierError> {
    let (dossier, _) = store::find(tx, ctx.organisation, id)?;
    let soon = ctx.now + Duration::from_secs(DRAFT_DAYS * DAY);
    let ends = dossier.facts.expires_at.filter(|end| *end <= soon);
    let known = dossier.identification == Identification::Email;
    match ends {
        Some(end) if known && dossier.state() == State::Draft => {
            remind(ctx, tx, id, Reminder::Draft(end))
        }
        _ => Ok(false),
    }
}

/// Reminds the person of what they were asked. False when they answered, or need not any more.
///
/// # Errors
/// Those of the store.
pub fn remind_request(ctx: &Ctx, tx: &mut Tx<'_>, id: DossierId) -> Result<bool, DossierError> {
    let (dossier, key) = store::find(tx, ctx.organisation, id)?;
    let requests = store::requests(tx, ctx.organisation, id, &key)?;
    let open = requests.iter().rfind(|request| request.is_open());
    let due = open.map(|request| store::day_number(request.due_on));
    let soon = today(ctx.now) + REQUEST_DAYS;
    let known = dossier.identification == Identification::Email;
    match due.filter(|due| *due <= soon) {
        Some(due) if known && dossier.state() == State::Waiting => {
            remind(ctx, tx, id, Reminder::Request(due))
        }
        _ => Ok(false),
    }
}

fn remind(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    id: DossierId,
    reminder: Reminder,
) -> Result<bool, DossierError> {
    store::keep_reminder(tx, ctx, id, reminder)?;
    let (verb, fact) = match reminder {
        Reminder::Draft(_) => ("draft.reminded", facts::DRAFT_REMINDED),
        Reminder::Request(_) => ("dossier.reminded", facts::REQUEST_REMINDED),
    };
    journal::record(ctx, tx, verb, Subject::dossier(id), &[])?;
    jobs::publish(tx, &Fact::new(ctx.organisation, fact, id.uuid(), ctx.now))?;
    Ok(true)
}

/// The day of the instant, counted from 1970-01-01: in UTC, for a reminder some hours count for nothing.
fn today(now: Instant) -> i64 {
    store::day_number(now.to_zoned(TimeZone::UTC).date())
}
