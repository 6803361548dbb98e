//! The queue of jobs: work outside of transactions.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use parvis_kernel::{Clock, Failure, Instant, JobId, OrganisationId};
use parvis_store::{Store, StoreError, Tx};
use uuid::Uuid;

use crate::backoff::later;
use crate::store;

/// Jobs started at most in one round.
const ROUND: i64 = 50;
/// A job that has not ended by then is taken again by another worker.
const LEASE_SECONDS: u64 = 120;

/// One piece of work to do outside of any transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// What to do: finds the [`Runner`].
    pub kind: String,
    /// On what.
    pub subject: Uuid,
    /// Not before.
    pub run_at: Instant,
    /// Failed tries so far.
    pub attempts: i64,
}

impl Job {
    /// A job to run from an instant on.
    #[must_use]
    pub fn new(organisation: OrganisationId, kind: &str, subject: Uuid, run_at: Instant) -> Self {
        Self {
            id: JobId::new(),
            organisation,
            kind: kind.to_owned(),
            subject,
            run_at,
            attempts: 0,
        }
    }
}

/// The future that a runner returns.
pub type RunnerFuture<'a> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>;

/// Runs the jobs of one kind. A job may run twice (a crash after the work, before the row is removed).
pub trait Runner: Send + Sync {
    /// The kind of job that it runs.
    fn kind(&self) -> &'static str;
    /// Does the work.
    fn run(&self, job: Job) -> RunnerFuture<'_>;
}

/// Adds a job in the transaction of the act.
///
/// # Errors
/// Those of the store.
pub fn enqueue(tx: &mut Tx<'_>, job: &Job, now: Instant) -> Result<(), StoreError> {
    store::enqueue(tx, job, now)
}

/// Runs the jobs that are due, one after the other; returns how many succeeded.
///
/// # Errors
/// Those of the store. A job that fails is planned again.
pub async fn run_due(
    store: &Store,
    runners: &[Arc<dyn Runner>],
    clock: &dyn Clock,
) -> Result<usize, StoreError> {
    let now = clock.now();
    let due = store
        .read(move |tx| store::due_jobs(tx, now, ROUND))
        .await?;
    let mut succeeded = 0;
    for job in due {
        let Some(runner) = runners.iter().find(|runner| runner.kind() == job.kind) else {
            tracing::error!(job = %job.id, kind = job.kind, "no runner for this kind of job");
            postpone(store, &job, clock.now(), "finding a runner").await?;
            continue;
        };
        if lease(store, &job, clock.now()).await? {
            succeeded += usize::from(run(store, runner.as_ref(), &job, clock).await?);
        }
    }
    Ok(succeeded)
}

async fn lease(store: &Store, job: &Job, now: Instant) -> Result<bool, StoreError> {
    let job = job.clone();
    let until = later(now, LEASE_SECONDS);
    store
        .write(move |tx| store::lease_job(tx, &job, until))
        .await
}

async fn run(
    store: &Store,
    runner: &dyn Runner,
    job: &Job,
    clock: &dyn Clock,
) -> Result<bool, StoreError> {
    match runner.run(job.clone()).await {
        Ok(()) => {
            let id = job.id;
            store.write(move |tx| store::job_done(tx, id)).await?;
            Ok(true)
        }
        Err(failure) => {
            tracing::warn!(job = %job.id, kind = job.kind, doing = failure.doing, "a job failed; it will be tried again");
            postpone(store, job, clock.now(), failure.doing).await?;
            Ok(false)
        }
    }
}

async fn postpone(
    store: &Store,
    job: &Job,
    now: Instant,
    doing: &'static str,
) -> Result<(), StoreError> {
    let job = job.clone();
    store
        .write(move |tx| store::job_failed(tx, &job, now, doing))
        .await
}
