//! Every SQL statement of the room.

use parvis_kernel::{EntryId, Instant, OrganisationId};
use parvis_store::{Due, Row, Sql, StoreError, Tx, Value};
use uuid::Uuid;

use crate::entry::{Entry, Subject};

const APPEND_ACT: Sql = Sql(
    "INSERT INTO journal_acts (id, organisation_id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, salt, commitment, channel) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const APPEND_EXCHANGE: Sql = Sql(
    "INSERT INTO journal_exchanges (id, organisation_id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, salt, commitment, channel) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const APPEND_SECURITY: Sql = Sql(
    "INSERT INTO journal_security (id, organisation_id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, salt, commitment, channel) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const ACTS_OF_SUBJECT: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_acts \
     WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
);
const EXCHANGES_OF_SUBJECT: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_exchanges \
     WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
);
const SECURITY_OF_SUBJECT: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
);
const LAST_SECURITY_OF_SUBJECT: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel FROM journal_security \
     WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id DESC LIMIT $3",
);
const EXPIRED_SECURITY: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(at), MAX(at) FROM journal_security WHERE organisation_id = $1 AND at < $2",
);
const EXPIRED_EXCHANGES: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(at), MAX(at) FROM journal_exchanges WHERE organisation_id = $1 AND at < $2",
);
const FORGET_SECURITY: Sql = Sql(
    "DELETE FROM journal_security WHERE id IN (SELECT id FROM journal_security WHERE organisation_id = $1 AND at < $2 ORDER BY at LIMIT $3)",
);
const FORGET_EXCHANGES: Sql = Sql(
    "DELETE FROM journal_exchanges WHERE id IN (SELECT id FROM journal_exchanges WHERE organisation_id = $1 AND at < $2 ORDER BY at LIMIT $3)",
);
const FORGET_ACTS: Sql =
    Sql("DELETE FROM journal_acts WHERE organisation_id = $1 AND subject_id = $2");

const UNSENT_SECURITY: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel, organisation_id \
     FROM journal_security WHERE sent_at IS NULL ORDER BY id LIMIT $1",
);
const MARK_SECURITY_SENT: Sql =
    Sql("UPDATE journal_security SET sent_at = $2 WHERE id = $1 AND sent_at IS NULL");
const KEEP_SECURITY: Sql =
    Sql("UPDATE journal_security SET sent_at = $2 WHERE organisation_id = $1 AND sent_at IS NULL");
const LATEST_ACT: Sql = Sql("SELECT at FROM journal_acts WHERE id > $1 ORDER BY id DESC LIMIT 1");
const LATEST_SECURITY: Sql =
    Sql("SELECT at FROM journal_security WHERE id > $1 ORDER BY id DESC LIMIT 1");
const WHOLE_ACTS: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel, organisation_id, salt, commitment FROM journal_acts \
     WHERE id > $1 ORDER BY id LIMIT $2",
);
const WHOLE_EXCHANGES: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel, organisation_id, salt, commitment FROM journal_exchanges \
     WHERE id > $1 ORDER BY id LIMIT $2",
);
const WHOLE_SECURITY: Sql = Sql(
    "SELECT id, at, actor_kind, actor_id, purpose, verb, subject_kind, subject_id, detail, channel, organisation_id, salt, commitment FROM journal_security \
     WHERE id > $1 ORDER BY id LIMIT $2",
);

/// Which of the three journals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journal {
    /// Administrative acts: as long as the file.
    Acts,
    /// Consultations and exchanges of data: 36 months.
    Exchanges,
    /// Security events: 12 months.
    Security,
}

impl Journal {
    /// The three of them.
    pub const ALL: [Self; 3] = [Self::Acts, Self::Exchanges, Self::Security];
}

impl Journal {
    const fn append_statement(self) -> Sql {
        match self {
            Self::Acts => APPEND_ACT,
            Self::Exchanges => APPEND_EXCHANGE,
            Self::Security => APPEND_SECURITY,
        }
    }

    const fn whole_statement(self) -> Sql {
        match self {
            Self::Acts => WHOLE_ACTS,
            Self::Exchanges => WHOLE_EXCHANGES,
            Self::Security => WHOLE_SECURITY,
        }
    }

    const fn subject_statement(self) -> Sql {
        match self {
            Self::Acts => ACTS_OF_SUBJECT,
            Self::Exchanges => EXCHANGES_OF_SUBJECT,
            Self::Security => SECURITY_OF_SUBJECT,
        }
    }
}

/// Says of all the security events of an organisation that they are not to be written to the security log any more.
pub(crate) fn keep_security(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(KEEP_SECURITY, &[organisation.into(), now.into()])
}

pub(crate) fn append(tx: &mut Tx<'_>, journal: Journal, entry: &Entry) -> Result<(), StoreError> {
    let salt = Uuid::new_v4().into_bytes();
    let commitment = entry.commitment(&salt);
    tx.put(
        journal.append_statement(),
        &[
            entry.id.into(),
            entry.organisation.into(),
            entry.at.into(),
            entry.actor_kind.as_str().into(),
            entry.actor_id.map(|id| id.to_string()).into(),
            entry.purpose.as_str().into(),
            entry.verb.as_str().into(),
            entry.subject.kind.as_str().into(),
            entry.subject.id.to_string().into(),
            serde_json::to_string(&entry.detail)
                .unwrap_or_else(|_| "{}".to_owned())
                .into(),
            Value::Bytes(salt.to_vec()),
            Value::Bytes(commitment.to_vec()),
            entry.channel.as_deref().into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn of_subject(
    tx: &mut Tx<'_>,
    journal: Journal,
    organisation: OrganisationId,
    subject: Subject,
) -> Result<Vec<Entry>, StoreError> {
    tx.query(
        journal.subject_statement(),
        &[organisation.into(), subject.id.to_string().into()],
        |row| read_entry(organisation, row),
    )
}

/// The last security events of a subject, the last first.
pub(crate) fn last_security_of_subject(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: &Subject,
    limit: i64,
) -> Result<Vec<Entry>, StoreError> {
    tx.query(
        LAST_SECURITY_OF_SUBJECT,
        &[
            organisation.into(),
            subject.id.to_string().into(),
            limit.into(),
        ],
        |row| read_entry(organisation, row),
    )
}

pub(crate) fn expired(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    journal: Journal,
    before: Instant,
) -> Result<Due, StoreError> {
    let values = [organisation.into(), before.into()];
    match journal {
        Journal::Acts => Ok(Due::default()),
        Journal::Security => tx.one(EXPIRED_SECURITY, &values, Due::of),
        Journal::Exchanges => tx.one(EXPIRED_EXCHANGES, &values, Due::of),
    }
}

pub(crate) fn forget(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    journal: Journal,
    before: Instant,
    at_most: i64,
) -> Result<u64, StoreError> {
    let values = [organisation.into(), before.into(), at_most.into()];
    match journal {
        Journal::Acts => Ok(0),
        Journal::Security => tx.execute(FORGET_SECURITY, &values),
        Journal::Exchanges => tx.execute(FORGET_EXCHANGES, &values),
    }
}

pub(crate) fn forget_acts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: &Subject,
) -> Result<u64, StoreError> {
    let values = [organisation.into(), subject.id.to_string().into()];
    tx.execute(FORGET_ACTS, &values)
}

pub(crate) fn unsent_security(tx: &mut Tx<'_>, at_most: u32) -> Result<Vec<Entry>, StoreError> {
    tx.query(UNSENT_SECURITY, &[at_most.into()], |row| {
        read_entry(row.id(10)?, row)
    })
}

pub(crate) fn mark_security_sent(
    tx: &mut Tx<'_>,
    entries: &[EntryId],
    now: Instant,
) -> Result<(), StoreError> {
    for entry in entries {
        tx.put(MARK_SECURITY_SENT, &[(*entry).into(), now.into()])?;
    }
    Ok(())
}

pub(crate) fn read_entry(organisation: OrganisationId, row: &Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: row.id(0)?,
        organisation,
        at: row.instant(1)?,
        actor_kind: row.text(2)?,
        actor_id: row.opt_id(3)?,
        purpose: row.text(4)?,
        verb: row.text(5)?,
        subject: Subject::new(&row.text(6)?, row.id(7)?),
        detail: serde_json::from_str(&row.text(8)?).unwrap_or_default(),
        channel: row.opt_text(9)?,
    })
}

/// Entries after one, with whether each is what its commitment says.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    journal: Journal,
    after: &str,
    limit: i64,
) -> Result<Vec<(Entry, bool)>, StoreError> {
    let values = [after.into(), limit.into()];
    tx.query(journal.whole_statement(), &values, |row| {
        let entry = read_entry(row.id(10)?, row)?;
        let kept = entry.commitment(&row.bytes(11)?).as_slice() == row.bytes(12)?;
        Ok((entry, kept))
    })
}

/// When the latest act or security event was written.
pub(crate) fn latest(tx: &mut Tx<'_>) -> Result<Option<Instant>, StoreError> {
    let act = tx.optional(LATEST_ACT, &["".into()], |row| row.instant(0))?;
    let event = tx.optional(LATEST_SECURITY, &["".into()], |row| row.instant(0))?;
    Ok(act.max(event))
}
