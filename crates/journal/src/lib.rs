#![doc = include_str!("../README.md")]

mod entry;
mod page;
mod store;

use parvis_kernel::{Ctx, EntryId, Instant, OrganisationId};
use parvis_store::{Due, Migration, StoreError, Tx};

pub use entry::{Entry, Subject};
pub use page::{Cursor, SecurityQuery};
pub use store::Journal;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        room: "journal",
        number: 1,
        name: "journals",
        sql: include_str!("../migrations/0001_journals.sql"),
    },
    Migration {
        room: "journal",
        number: 2,
        name: "channel",
        sql: include_str!("../migrations/0002_channel.sql"),
    },
    Migration {
        room: "journal",
        number: 3,
        name: "sent_security",
        sql: include_str!("../migrations/0003_sent_security.sql"),
    },
    Migration {
        room: "journal",
        number: 4,
        name: "security_page",
        sql: include_str!("../migrations/0004_security_page.sql"),
    },
];

/// Writes the trace of an act, in the transaction of the act.
///
/// `detail` holds identifiers and codes of the house by name, never personal data.
///
/// # Errors
/// Those of the store; the caller's transaction is then rolled back with its act.
pub fn record(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    subject: Subject,
    detail: &[(&str, String)],
) -> Result<(), StoreError> {
    store::append(tx, Journal::Acts, &Entry::of(ctx, verb, subject, detail))
}

/// Writes the trace of a consultation or of an exchange of data.
///
/// # Errors
/// Those of the store.
pub fn consulted(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    subject: Subject,
    detail: &[(&str, String)],
) -> Result<(), StoreError> {
    store::append(
        tx,
        Journal::Exchanges,
        &Entry::of(ctx, verb, subject, detail),
    )
}

/// Writes a security event: sign-in, refusal, change of rights.
///
/// # Errors
/// Those of the store.
pub fn security(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    verb: &str,
    subject: Subject,
    detail: &[(&str, String)],
) -> Result<(), StoreError> {
    store::append(
        tx,
        Journal::Security,
        &Entry::of(ctx, verb, subject, detail),
    )
}

/// The acts done to a subject, oldest first.
///
/// # Errors
/// Those of the store.
pub fn history(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Subject,
) -> Result<Vec<Entry>, StoreError> {
    store::of_subject(tx, Journal::Acts, organisation, subject)
}

/// The consultations of a subject, oldest first.
///
/// # Errors
/// Those of the store.
pub fn consultations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Subject,
) -> Result<Vec<Entry>, StoreError> {
    store::of_subject(tx, Journal::Exchanges, organisation, subject)
}

/// The security events of a subject, oldest first.
///
/// # Errors
/// Those of the store.
pub fn security_events(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Subject,
) -> Result<Vec<Entry>, StoreError> {
    store::of_subject(tx, Journal::Security, organisation, subject)
}

/// The last security events of a subject, the last first; at most `limit`.
///
/// # Errors
/// Those of the store.
pub fn last_security_events(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Subject,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    store::last_security_of_subject(tx, organisation, &subject, limit)
}

/// A page of the security journal, the latest first.
///
/// # Errors
/// Those of the store.
pub fn security_page(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    query: &SecurityQuery,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    page::read(tx, organisation, query, limit)
}

/// The entries of the security journal or of the exchanges that are older than an instant. Acts have no age: they live as long as
/// their dossier.
///
/// # Errors
/// Those of the store.
pub fn expired(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    journal: Journal,
    before: Instant,
) -> Result<Due, StoreError> {
    store::expired(tx, organisation, journal, before)
}

/// Removes the oldest entries of the security journal or of the exchanges that are older than an instant, with their salts; at most
/// so many. Returns how many.
///
/// # Errors
/// Those of the store.
pub fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    journal: Journal,
    before: Instant,
    at_most: i64,
) -> Result<u64, StoreError> {
    store::forget(tx, organisation, journal, before, at_most)
}

/// Removes the trail of the acts of a subject that is destroyed.
///
/// # Errors
/// Those of the store.
pub fn forget_acts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Subject,
) -> Result<u64, StoreError> {
    store::forget_acts(tx, organisation, &subject)
}

/// The first security events, of every organisation, that were not written to the security log yet, oldest first.
///
/// # Errors
/// Those of the store.
pub fn unsent_security(tx: &mut Tx<'_>, at_most: u32) -> Result<Vec<Entry>, StoreError> {
    store::unsent_security(tx, at_most)
}

/// Says that security events were written to the security log.
///
/// # Errors
/// Those of the store.
pub fn mark_security_sent(
    tx: &mut Tx<'_>,
    entries: &[EntryId],
    now: Instant,
) -> Result<(), StoreError> {
    store::mark_security_sent(tx, entries, now)
}

/// Entries looked at in one reading.
const PAGE: i64 = 500;

/// What a reading of a journal found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The entries that were read.
    pub entries: u64,
    /// Those that are not what their commitment says.
    pub altered: Vec<EntryId>,
    /// The last one: the next reading begins after it. Nothing when the journal ends here.
    pub last: Option<EntryId>,
}

/// The organisation of the context comes from another installation: its security events of before belong to the security log of that
/// one, not to the log of this one. They stay in the journal.
///
/// # Errors
/// Those of the store.
pub fn arrived(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(), StoreError> {
    store::keep_security(tx, ctx.organisation, ctx.now)
}

/// Reads some entries of a journal, of every organisation, after one of them, and checks each against its commitment.
///
/// # Errors
/// Those of the store.
pub fn check(
    tx: &mut Tx<'_>,
    journal: Journal,
    after: Option<EntryId>,
) -> Result<Checked, StoreError> {
    let after = after.map(|id| id.uuid().to_string()).unwrap_or_default();
    let mut checked = Checked::default();
    for (entry, kept) in store::page(tx, journal, &after, PAGE)? {
        checked.entries += 1;
        checked.last = Some(entry.id);
        if !kept {
            checked.altered.push(entry.id);
        }
    }
    Ok(checked)
}

/// When the latest act or security event was written: no clock may be before it.
///
/// # Errors
/// Those of the store.
pub fn latest(tx: &mut Tx<'_>) -> Result<Option<Instant>, StoreError> {
    store::latest(tx)
}
