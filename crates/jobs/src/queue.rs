//! The queue of jobs: work outside of transactions.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use parvis_kernel::{Clock, Failure, Instant, JobId, OrganisationId};
use parvis_store::{Store, StoreError, Tx};
use uuid::Uuid;

use crate::backoff::later;
use crate::store;

/// Jobs run at once.
const TOGETHER: i64 = 8;
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

/// What a runner writes once its work is done, in the transaction that removes the job: both are kept, or neither.
pub type Ending = Box<dyn Fn(&mut Tx<'_>) -> Result<(), StoreError> + Send>;

/// The future that a runner returns.
pub type RunnerFuture<'a> = Pin<Box<dyn Future<Output = Result<Ending, Failure>> + Send + 'a>>;

/// Runs the jobs of one kind. A job may run twice (a crash after the work, before the row is removed).
pub trait Runner: Send + Sync {
    /// The kind of job that it runs.
    fn kind(&self) -> &'static str;
    /// Does the work, well within the lease of two minutes.
    fn run(&self, job: Job) -> RunnerFuture<'_>;
}

/// The ending of a work that leaves nothing to write.
#[must_use]
pub fn nothing_to_write() -> Ending {
    Box::new(|_| Ok(()))
}

/// Adds a job in the transaction of the act.
///
/// # Errors
/// Those of the store.
pub fn enqueue(tx: &mut Tx<'_>, job: &Job, now: Instant) -> Result<(), StoreError> {
    store::enqueue(tx, job, now)
}

/// Runs a few of the jobs that are due, at once; returns how many succeeded.
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
        .read(move |tx| store::due_jobs(tx, now, TOGETHER))
        .await?;
    if due.is_empty() {
        return Ok(0);
    }
    let leased = lease(store, due, now).await?;
    let running = leased
        .into_iter()
        .map(|job| run_or_postpone(store, runners, job, clock));
    succeeded(futures::future::join_all(running).await)
}

/// How many of the things that were tried succeeded, once all of them ended.
fn succeeded(tried: Vec<Result<bool, StoreError>>) -> Result<usize, StoreError> {
    let mut count = 0;
    for outcome in tried {
        count += usize::from(outcome?);
    }
    Ok(count)
}

/// Takes the jobs that no other worker took in between.
async fn lease(store: &Store, due: Vec<Job>, now: Instant) -> Result<Vec<Job>, StoreError> {
    let until = later(now, LEASE_SECONDS);
    let leasing = store.write(move |tx| -> Result<Vec<Job>, StoreError> {
        let mut leased = Vec::with_capacity(due.len());
        for job in &due {
            if store::lease_job(tx, job, until)? {
                leased.push(job.clone());
            }
        }
        Ok(leased)
    });
    leasing.await
}

/// False when the job failed: it is planned again.
async fn run_or_postpone(
    store: &Store,
    runners: &[Arc<dyn Runner>],
    job: Job,
    clock: &dyn Clock,
) -> Result<bool, StoreError> {
    let Some(runner) = runners.iter().find(|runner| runner.kind() == job.kind) else {
        tracing::error!(job = %job.id, kind = job.kind, "no runner for this kind of job");
        postpone(store, &job, clock.now(), "finding a runner").await?;
        return Ok(false);
    };
    match runner.run(job.clone()).await {
        Ok(ending) => {
            end(store, &job, ending).await?;
            Ok(true)
        }
        Err(failure) => {
            tracing::warn!(job = %job.id, kind = job.kind, doing = failure.doing, "a job failed; it will be tried again");
            postpone(store, &job, clock.now(), failure.doing).await?;
            Ok(false)
        }
    }
}

async fn end(store: &Store, job: &Job, ending: Ending) -> Result<(), StoreError> {
    let id = job.id;
    store
        .write(move |tx| {
            ending(tx)?;
            store::job_done(tx, id)
        })
        .await
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
