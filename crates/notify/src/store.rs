//! Every SQL statement of the room.

use parvis_journal::Subject;
use parvis_kernel::{Instant, Language, OrganisationId};
use parvis_store::{Due, Row, Sql, StoreError, Tx};
use uuid::Uuid;

use crate::model::{Mail, Template};

const INSERT_MAIL: Sql = Sql(
    "INSERT INTO mails (organisation_id, id, template, subject_kind, subject_id, language, created_at, attempts) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
);
const MAIL: Sql = Sql(
    "SELECT organisation_id, id, template, subject_kind, subject_id, language, created_at, attempts, sent_at, given_up_at \
     FROM mails WHERE organisation_id = $1 AND id = $2",
);
const MAILS_ABOUT: Sql = Sql(
    "SELECT organisation_id, id, template, subject_kind, subject_id, language, created_at, attempts, sent_at, given_up_at \
     FROM mails WHERE organisation_id = $1 AND subject_id = $2 ORDER BY created_at, id",
);
const LATEST_MAILS: Sql = Sql(
    "SELECT organisation_id, id, template, subject_kind, subject_id, language, created_at, attempts, sent_at, given_up_at \
     FROM mails WHERE organisation_id = $1 AND id < 'g' ORDER BY id DESC LIMIT $2",
);
const MAIL_SENT: Sql = Sql(
    "UPDATE mails SET sent_at = $3 WHERE organisation_id = $1 AND id = $2 AND sent_at IS NULL AND given_up_at IS NULL",
);
const MAIL_GIVEN_UP: Sql = Sql("UPDATE mails SET given_up_at = $3, given_up_for = $4 \
     WHERE organisation_id = $1 AND id = $2 AND sent_at IS NULL AND given_up_at IS NULL");
const KEEP_ALL: Sql = Sql("UPDATE mails SET given_up_at = $2, given_up_for = $3 \
     WHERE organisation_id = $1 AND sent_at IS NULL AND given_up_at IS NULL");
const COUNT_ATTEMPT: Sql =
    Sql("UPDATE mails SET attempts = attempts + 1 WHERE organisation_id = $1 AND id = $2");
const DONE_MAILS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(created_at), MAX(created_at) FROM mails \
     WHERE created_at < $1 AND (sent_at IS NOT NULL OR given_up_at IS NOT NULL)",
);
const PURGE_MAILS: Sql = Sql(
    "DELETE FROM mails WHERE created_at < $1 AND (sent_at IS NOT NULL OR given_up_at IS NOT NULL)",
);

pub(crate) fn insert(tx: &mut Tx<'_>, mail: &Mail) -> Result<(), StoreError> {
    tx.put(
        INSERT_MAIL,
        &[
            mail.organisation.into(),
            mail.id.into(),
            mail.template.code().into(),
            mail.subject.kind.as_str().into(),
            mail.subject.id.into(),
            mail.language.tag().into(),
            mail.created_at.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn find(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<Mail>, StoreError> {
    tx.optional(MAIL, &[organisation.into(), id.into()], mail_of)
}

pub(crate) fn about(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
) -> Result<Vec<Mail>, StoreError> {
    tx.query(MAILS_ABOUT, &[organisation.into(), subject.into()], mail_of)
}

/// The latest mails of an organisation, the most recent first: identifiers grow with time.
pub(crate) fn latest(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    count: i64,
) -> Result<Vec<Mail>, StoreError> {
    tx.query(LATEST_MAILS, &[organisation.into(), count.into()], mail_of)
}

/// False when another worker finished with the mail in between.
pub(crate) fn mark_sent(tx: &mut Tx<'_>, mail: &Mail, now: Instant) -> Result<bool, StoreError> {
    let values = [mail.organisation.into(), mail.id.into(), now.into()];
    Ok(tx.execute(MAIL_SENT, &values)? == 1)
}

pub(crate) fn mark_given_up(
    tx: &mut Tx<'_>,
    mail: &Mail,
    now: Instant,
    reason: &str,
) -> Result<(), StoreError> {
    tx.put(
        MAIL_GIVEN_UP,
        &[
            mail.organisation.into(),
            mail.id.into(),
            now.into(),
            reason.into(),
        ],
    )?;
    Ok(())
}

/// Gives up every mail of an organisation that has not left.
pub(crate) fn keep_all(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Instant,
    reason: &str,
) -> Result<u64, StoreError> {
    tx.execute(KEEP_ALL, &[organisation.into(), now.into(), reason.into()])
}

pub(crate) fn count_attempt(tx: &mut Tx<'_>, mail: &Mail) -> Result<(), StoreError> {
    tx.put(COUNT_ATTEMPT, &[mail.organisation.into(), mail.id.into()])?;
    Ok(())
}

pub(crate) fn done(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    tx.one(DONE_MAILS, &[before.into()], Due::of)
}

pub(crate) fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.execute(PURGE_MAILS, &[before.into()])
}

fn mail_of(row: &Row<'_>) -> Result<Mail, StoreError> {
    let unknown = |column, expected| StoreError::Decode { column, expected };
    Ok(Mail {
        organisation: row.id(0)?,
        id: row.id(1)?,
        template: Template::of_code(&row.text(2)?).ok_or_else(|| unknown(2, "a template"))?,
        subject: Subject::new(&row.text(3)?, row.id(4)?),
        language: row
            .text(5)?
            .parse::<Language>()
            .map_err(|()| unknown(5, "a language"))?,
        created_at: row.instant(6)?,
        attempts: row.int(7)?,
        sent_at: row.opt_instant(8)?,
        given_up_at: row.opt_instant(9)?,
    })
}
