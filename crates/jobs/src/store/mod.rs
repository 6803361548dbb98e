//! Every SQL statement of the room.

mod once;

use parvis_kernel::{Fact, FactId, Instant, JobId, OrganisationId};
use parvis_store::{Due, Row, Sql, StoreError, Tx};
use uuid::Uuid;

use crate::backoff::{MAX_ATTEMPTS, next_attempt};
use crate::queue::Job;

pub(crate) use once::{answer_call, claim_call, forget_call, forget_calls, known_call};

const PUBLISH: Sql = Sql(
    "INSERT INTO outbox (id, organisation_id, kind, subject_id, detail, at, hold_until, next_attempt_at, attempts) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 0)",
);
const DUE_FACTS: Sql = Sql(
    "SELECT id, organisation_id, kind, subject_id, detail, at, hold_until, attempts FROM outbox \
     WHERE delivered_at IS NULL AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2",
);
const CLAIM_DELIVERY: Sql = Sql(
    "INSERT INTO deliveries (fact_id, subscriber, delivered_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);
const FACT_DELIVERED: Sql = Sql(
    "UPDATE outbox SET delivered_at = $2, last_error = NULL WHERE id = $1 AND delivered_at IS NULL",
);
const FACT_FAILED: Sql = Sql(
    "UPDATE outbox SET attempts = $2, next_attempt_at = $3, last_error = $4 WHERE id = $1 AND delivered_at IS NULL",
);
const ENQUEUE: Sql = Sql(
    "INSERT INTO jobs (id, organisation_id, kind, subject_id, created_at, run_at, attempts) VALUES ($1, $2, $3, $4, $5, $6, 0)",
);
const DUE_JOBS: Sql = Sql(
    "SELECT id, organisation_id, kind, subject_id, run_at, attempts FROM jobs \
     WHERE given_up_at IS NULL AND run_at <= $1 ORDER BY run_at, id LIMIT $2",
);
const LEASE_JOB: Sql = Sql(
    "UPDATE jobs SET run_at = $3, attempts = attempts + 1 WHERE id = $1 AND run_at = $2 AND given_up_at IS NULL",
);
const JOB_DONE: Sql = Sql("DELETE FROM jobs WHERE id = $1");
const JOB_FAILED: Sql =
    Sql("UPDATE jobs SET run_at = $2, last_error = $3, given_up_at = $4 WHERE id = $1");
const RETRACT: Sql = Sql(
    "DELETE FROM outbox WHERE delivered_at IS NULL AND next_attempt_at > $1 AND organisation_id = $2 AND kind = $3 AND subject_id = $4",
);
const WAITS: Sql = Sql(
    "SELECT CAST(1 AS BIGINT) FROM outbox WHERE delivered_at IS NULL AND next_attempt_at > $1 \
     AND organisation_id = $2 AND subject_id = $3 AND hold_until < $4 LIMIT 1",
);
const DROP_FACTS: Sql = Sql(
    "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE delivered_at IS NULL AND next_attempt_at > 0 AND organisation_id = $1)",
);
const DROP_JOBS: Sql = Sql("DELETE FROM jobs WHERE organisation_id = $1");
const BACKLOG_FACTS: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(next_attempt_at) FROM outbox WHERE delivered_at IS NULL",
);
const BACKLOG_JOBS: Sql =
    Sql("SELECT CAST(COUNT(*) AS BIGINT), CAST(COUNT(given_up_at) AS BIGINT) FROM jobs");

const DELIVERED: Sql = Sql(
    "SELECT CAST(COUNT(*) AS BIGINT), MIN(delivered_at), MAX(delivered_at) FROM outbox WHERE delivered_at < $1",
);
const FORGET_DELIVERIES: Sql =
    Sql("DELETE FROM deliveries WHERE fact_id IN (SELECT id FROM outbox WHERE delivered_at < $1)");
const FORGET_FACTS: Sql = Sql("DELETE FROM outbox WHERE delivered_at < $1");

const MARK_HEARD: Sql = Sql(
    "UPDATE outbox SET delivered_at = $1 WHERE delivered_at IS NULL AND at < \
     (SELECT MIN(latest.at) FROM (SELECT at FROM outbox WHERE delivered_at IS NULL ORDER BY at DESC, id DESC LIMIT $2) AS latest)",
);

/// What waits: for `/health/ready`, the doctor and tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backlog {
    /// Facts not yet delivered to every subscriber.
    pub facts: i64,
    /// The earliest of their next attempts.
    pub next_fact_at: Option<Instant>,
    /// Jobs not yet done, given up ones included.
    pub jobs: i64,
    /// Jobs given up.
    pub given_up: i64,
}

/// What waits in the outbox and in the queue.
///
/// # Errors
/// Those of the store.
pub fn backlog(tx: &mut Tx<'_>) -> Result<Backlog, StoreError> {
    let (facts, next_fact_at) = tx.one(BACKLOG_FACTS, &[], |row| {
        Ok((row.int(0)?, row.opt_instant(1)?))
    })?;
    let (jobs, given_up) = tx.one(BACKLOG_JOBS, &[], |row| Ok((row.int(0)?, row.int(1)?)))?;
    Ok(Backlog {
        facts,
        next_fact_at,
        jobs,
        given_up,
    })
}

/// Forgets the facts that every subscriber heard before an instant; returns how many.
///
/// # Errors
/// Those of the store.
pub fn forget_delivered(tx: &mut Tx<'_>, before: Instant) -> Result<u64, StoreError> {
    tx.put(FORGET_DELIVERIES, &[before.into()])?;
    tx.execute(FORGET_FACTS, &[before.into()])
}

/// The facts that were delivered before an instant.
///
/// # Errors
/// Those of the store.
pub fn delivered(tx: &mut Tx<'_>, before: Instant) -> Result<Due, StoreError> {
    tx.one(DELIVERED, &[before.into()], Due::of)
}

/// Declares that what waits was heard, but for the latest facts: for what is loaded with its past (a demonstration, an
/// import), of which nobody must be told today. Returns how many facts.
///
/// # Errors
/// Those of the store.
pub fn mark_heard(tx: &mut Tx<'_>, now: Instant, latest: i64) -> Result<u64, StoreError> {
    tx.execute(MARK_HEARD, &[now.into(), latest.into()])
}

/// Whether a fact on a subject that was to be heard before an instant has not been heard by everybody yet: what is told outside in
/// order waits for it.
///
/// # Errors
/// Those of the store.
pub fn waits(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    subject: Uuid,
    before: Instant,
) -> Result<bool, StoreError> {
    let values = [
        Instant::UNIX_EPOCH.into(),
        organisation.into(),
        subject.into(),
        before.into(),
    ];
    let found = tx.optional(WAITS, &values, |row| row.int(0))?;
    Ok(found.is_some())
}

/// Takes back the facts of a kind on a subject that are still held: nobody heard them, and nobody will. Returns how many.
///
/// # Errors
/// Those of the store.
pub fn retract_held(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    kind: &str,
    subject: Uuid,
    now: Instant,
) -> Result<u64, StoreError> {
    tx.execute(
        RETRACT,
        &[now.into(), organisation.into(), kind.into(), subject.into()],
    )
}

/// The tables of which [`drop_all_of`] takes care.
pub const OWN_TABLES: &[&str] = &["outbox", "jobs"];

/// Drops what was still to be done for an organisation that is erased. Facts that everybody heard carry identifiers only: they are
/// forgotten with those of the others.
///
/// # Errors
/// Those of the store.
pub fn drop_all_of(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<(), StoreError> {
    tx.put(DROP_FACTS, &[organisation.into()])?;
    tx.put(DROP_JOBS, &[organisation.into()])
}

pub(crate) fn publish(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), StoreError> {
    let detail = serde_json::to_string(&fact.detail).unwrap_or_else(|_| "{}".to_owned());
    tx.put(
        PUBLISH,
        &[
            fact.id.into(),
            fact.organisation.into(),
            fact.kind.as_str().into(),
            fact.subject.to_string().into(),
            detail.into(),
            fact.at.into(),
            fact.hold_until.into(),
        ],
    )?;
    Ok(())
}

/// The facts to deliver now, each with the number of failed tries.
pub(crate) fn due_facts(
    tx: &mut Tx<'_>,
    now: Instant,
    limit: i64,
) -> Result<Vec<(Fact, i64)>, StoreError> {
    tx.query(DUE_FACTS, &[now.into(), limit.into()], |row| {
        Ok((read_fact(row)?, row.int(7)?))
    })
}

fn read_fact(row: &Row<'_>) -> Result<Fact, StoreError> {
    Ok(Fact {
        id: row.id(0)?,
        organisation: row.id(1)?,
        kind: row.text(2)?,
        subject: row.id(3)?,
        detail: serde_json::from_str(&row.text(4)?).unwrap_or_default(),
        at: row.instant(5)?,
        hold_until: row.instant(6)?,
    })
}

/// Claims a delivery; false when it was already made.
pub(crate) fn claim_delivery(
    tx: &mut Tx<'_>,
    fact: FactId,
    subscriber: &str,
    now: Instant,
) -> Result<bool, StoreError> {
    let claimed = tx.execute(
        CLAIM_DELIVERY,
        &[fact.into(), subscriber.into(), now.into()],
    )?;
    Ok(claimed == 1)
}

pub(crate) fn fact_delivered(
    tx: &mut Tx<'_>,
    fact: FactId,
    now: Instant,
) -> Result<(), StoreError> {
    tx.put(FACT_DELIVERED, &[fact.into(), now.into()])?;
    Ok(())
}

pub(crate) fn fact_failed(
    tx: &mut Tx<'_>,
    fact: FactId,
    attempts: i64,
    now: Instant,
    error: &str,
) -> Result<(), StoreError> {
    tx.put(
        FACT_FAILED,
        &[
            fact.into(),
            (attempts + 1).into(),
            next_attempt(now, attempts).into(),
            error.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn enqueue(tx: &mut Tx<'_>, job: &Job, now: Instant) -> Result<(), StoreError> {
    tx.put(
        ENQUEUE,
        &[
            job.id.into(),
            job.organisation.into(),
            job.kind.as_str().into(),
            job.subject.to_string().into(),
            now.into(),
            job.run_at.into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn due_jobs(tx: &mut Tx<'_>, now: Instant, limit: i64) -> Result<Vec<Job>, StoreError> {
    tx.query(DUE_JOBS, &[now.into(), limit.into()], |row| {
        Ok(Job {
            id: row.id(0)?,
            organisation: row.id(1)?,
            kind: row.text(2)?,
            subject: row.id(3)?,
            run_at: row.instant(4)?,
            attempts: row.int(5)?,
        })
    })
}

/// Takes a job for a while; false when another worker took it first.
pub(crate) fn lease_job(tx: &mut Tx<'_>, job: &Job, until: Instant) -> Result<bool, StoreError> {
    let leased = tx.execute(LEASE_JOB, &[job.id.into(), job.run_at.into(), until.into()])?;
    Ok(leased == 1)
}

pub(crate) fn job_done(tx: &mut Tx<'_>, job: JobId) -> Result<(), StoreError> {
    tx.put(JOB_DONE, &[job.into()])?;
    Ok(())
}

/// Plans the next try, or gives up.
pub(crate) fn job_failed(
    tx: &mut Tx<'_>,
    job: &Job,
    now: Instant,
    error: &str,
) -> Result<(), StoreError> {
    let given_up_at = (job.attempts + 1 >= MAX_ATTEMPTS).then_some(now);
    tx.put(
        JOB_FAILED,
        &[
            job.id.into(),
            next_attempt(now, job.attempts).into(),
            error.into(),
            given_up_at.into(),
        ],
    )?;
    Ok(())
}
