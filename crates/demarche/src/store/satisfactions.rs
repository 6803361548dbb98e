//! Answers about satisfaction: what is written of one must not tell it from the others.

use parvis_kernel::{Ctx, OrganisationId, ProcedureId, RevisionId};
use parvis_store::{Due, Row, Sql, StoreError, Tx, sealing};
use uuid::Uuid;

use crate::error::DemarcheError;
use crate::model::Revision;
use crate::satisfaction::{Answer, Degree, Month};

/// What sealed words are.
const WORDS: &str = "satisfaction";
/// Answers of a month that are written anew with each one: enough to hide one, few enough for the writer.
const STIRRED: i64 = 50;
/// Answers forgotten in one transaction.
const FORGOTTEN: i64 = 1000;

/// Taking the row keeps two answers about one procedure apart: the second stirs what the first wrote.
const TAKE: Sql = Sql("UPDATE procedures SET slug = slug WHERE organisation_id = $1 AND id = $2");
/// Identifiers are drawn again at each answer: the smallest ones are any of them.
const LIFT: Sql = Sql(
    "DELETE FROM procedure_satisfactions WHERE organisation_id = $1 AND id IN (SELECT id FROM procedure_satisfactions \
     WHERE organisation_id = $1 AND procedure_id = $2 AND month = $3 AND counted_in IS NULL ORDER BY id LIMIT $4) \
     RETURNING revision_id, degree, words_sealed",
);
const INSERT: Sql = Sql(
    "INSERT INTO procedure_satisfactions (organisation_id, id, procedure_id, revision_id, month, degree, words_sealed) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const WAITING: Sql = Sql(
    "SELECT procedures.id, CAST(COUNT(*) AS BIGINT) FROM procedures \
     JOIN procedure_satisfactions s ON s.organisation_id = procedures.organisation_id AND s.procedure_id = procedures.id \
     AND s.counted_in IS NULL AND s.month < $2 WHERE procedures.organisation_id = $1 GROUP BY procedures.id ORDER BY procedures.id",
);
const COUNT: Sql = Sql("UPDATE procedure_satisfactions SET counted_in = $3 \
     WHERE organisation_id = $1 AND procedure_id = $2 AND counted_in IS NULL AND month < $3");
const BY_DEGREE: Sql = Sql(
    "SELECT degree, CAST(COUNT(*) AS BIGINT) FROM procedure_satisfactions \
     WHERE organisation_id = $1 AND procedure_id = $2 AND counted_in >= $3 GROUP BY degree ORDER BY degree DESC",
);
const TEXTS: Sql = Sql(
    "SELECT id, degree, words_sealed FROM procedure_satisfactions \
     WHERE organisation_id = $1 AND procedure_id = $2 AND counted_in >= $3 AND words_sealed IS NOT NULL ORDER BY id LIMIT $4",
);
/// Only what was counted is shown, and its identifier stays.
const FORGET_WORDS: Sql = Sql("UPDATE procedure_satisfactions SET words_sealed = NULL \
     WHERE organisation_id = $1 AND id = $2 AND procedure_id = $3 AND counted_in IS NOT NULL AND words_sealed IS NOT NULL");
const OLD: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(month), MAX(month) FROM procedure_satisfactions WHERE month <= $1",
);
const FORGET: Sql = Sql(
    "DELETE FROM procedure_satisfactions WHERE (organisation_id, id) IN \
     (SELECT organisation_id, id FROM procedure_satisfactions WHERE month <= $1 ORDER BY month LIMIT $2)",
);

/// An answer as its row holds it, without its identifier.
struct Ballot {
    revision: RevisionId,
    degree: i64,
    words: Option<Vec<u8>>,
}

/// Writes an answer among those of its month, all of them under new identifiers and in their random order.
pub(crate) fn keep_satisfaction(
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    revision: &Revision,
    month: Month,
    answer: &Answer,
) -> Result<(), DemarcheError> {
    let taken = [ctx.organisation.into(), revision.procedure.into()];
    tx.put(TAKE, &taken)?;
    let words = match answer.words.as_str() {
        "" => None,
        words => Some(key(ctx, tx, revision)?.seal(WORDS, words.as_bytes())),
    };
    let lifted = [
        ctx.organisation.into(),
        revision.procedure.into(),
        month.to_string().into(),
        STIRRED.into(),
    ];
    let mut ballots = tx.query(LIFT, &lifted, ballot)?;
    ballots.push(Ballot {
        revision: revision.id,
        degree: answer.degree.number(),
        words,
    });
    let drawn = ballots.into_iter();
    let mut drawn: Vec<(Uuid, Ballot)> = drawn.map(|own| (Uuid::new_v4(), own)).collect();
    drawn.sort_by_key(|(id, _)| *id);
    for (id, own) in drawn {
        let values = [
            ctx.organisation.into(),
            id.into(),
            revision.procedure.into(),
            own.revision.into(),
            month.to_string().into(),
            own.degree.into(),
            own.words.into(),
        ];
        tx.put(INSERT, &values)?;
    }
    Ok(())
}

fn ballot(row: &Row<'_>) -> Result<Ballot, StoreError> {
    Ok(Ballot {
        revision: row.id(0)?,
        degree: row.int(1)?,
        words: row.opt_bytes(2)?,
    })
}

/// The key of what is written about a procedure, made by the first who writes: dated from the revision, since the instant of that
/// first answer is nobody's business.
fn key(ctx: &Ctx, tx: &mut Tx<'_>, revision: &Revision) -> Result<sealing::SealingKey, StoreError> {
    let subject = revision.procedure.uuid();
    match sealing::load_key(tx, ctx.organisation, subject) {
        Err(StoreError::KeyDestroyed) => {
            let dated = Ctx {
                now: revision.published_at,
                ..ctx.clone()
            };
            sealing::create_key(tx, &dated, subject)
        }
        found => found,
    }
}

/// How many answers of the months before one wait to be counted, by procedure.
pub(crate) fn waiting_satisfactions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    before: Month,
) -> Result<Vec<(ProcedureId, i64)>, StoreError> {
    let values = [organisation.into(), before.to_string().into()];
    tx.query(WAITING, &values, |row| Ok((row.id(0)?, row.int(1)?)))
}

/// Counts the answers of the months before one, in that month; how many.
pub(crate) fn count_satisfactions(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    month: Month,
) -> Result<u64, StoreError> {
    let values = [
        organisation.into(),
        procedure.into(),
        month.to_string().into(),
    ];
    tx.execute(COUNT, &values)
}

/// How many people gave each degree, the most satisfied first, among those counted since a month.
pub(crate) fn satisfactions_by_degree(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    since: Month,
) -> Result<Vec<(Degree, u32)>, StoreError> {
    let values = [
        organisation.into(),
        procedure.into(),
        since.to_string().into(),
    ];
    let found = tx.query(BY_DEGREE, &values, |row| {
        let people = u32::try_from(row.int(1)?).unwrap_or(u32::MAX);
        Ok((Degree::of_number(row.int(0)?), people))
    })?;
    let known = found.into_iter();
    Ok(known
        .filter_map(|(degree, people)| Some((degree?, people)))
        .collect())
}

/// What people wrote among those counted since a month, in no order.
pub(crate) fn satisfaction_texts(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    since: Month,
    most: i64,
) -> Result<Vec<(Uuid, Answer)>, DemarcheError> {
    let values = [
        organisation.into(),
        procedure.into(),
        since.to_string().into(),
        most.into(),
    ];
    let found = tx.query(TEXTS, &values, |row| {
        Ok((row.id(0)?, Degree::of_number(row.int(1)?), row.bytes(2)?))
    })?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealing::load_key(tx, organisation, procedure.uuid())?;
    let mut texts = Vec::new();
    for (id, degree, sealed) in found {
        let Some(degree) = degree else { continue };
        let words = String::from_utf8(key.open(WORDS, &sealed)?);
        let words = words.map_err(super::unreadable)?;
        texts.push((id, Answer { degree, words }));
    }
    Ok(texts)
}

/// False when nothing was written there.
pub(crate) fn forget_words(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    procedure: ProcedureId,
    id: Uuid,
) -> Result<bool, StoreError> {
    let values = [organisation.into(), id.into(), procedure.into()];
    Ok(tx.execute(FORGET_WORDS, &values)? == 1)
}

/// How many answers are of a month or before.
pub(crate) fn old_satisfactions(tx: &mut Tx<'_>, until: Month) -> Result<Due, StoreError> {
    let start = |month: Option<String>| Month::read(&month?)?.start();
    tx.one(OLD, &[until.to_string().into()], |row| {
        Ok(Due {
            count: row.int(0)?,
            oldest: start(row.opt_text(1)?),
            newest: start(row.opt_text(2)?),
        })
    })
}

/// Forgets some of them; how many.
pub(crate) fn forget_satisfactions(tx: &mut Tx<'_>, until: Month) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[until.to_string().into(), FORGOTTEN.into()])
}
