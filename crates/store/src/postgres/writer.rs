//! A thread that writes: one act, one transaction, run again when another was in the way.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::error::Trouble;
use super::session::Session;
use crate::queue::{Kept, Queue, Task};
use crate::tx::{Connection, Mode};
use crate::{Engine, StoreError, Tx, Vault, dialect};

/// How often an act is run when others are in its way.
const TRIES: u32 = 8;

/// Serves the queue until it is closed and empty.
pub(crate) fn serve(session: &mut Session, queue: &Queue, vault: &Vault) {
    while let Some(tasks) = queue.take(1) {
        for task in tasks {
            let served = catch_unwind(AssertUnwindSafe(|| serve_one(session, vault, task)));
            if served.is_err() {
                tracing::error!("a writer met a panic outside of an act");
                session.forget();
            }
        }
    }
}

fn serve_one(session: &mut Session, vault: &Vault, mut task: Box<dyn Task>) {
    let outcome = run(session, vault, task.as_mut());
    if let Err(error) = &outcome {
        tracing::warn!(%error, "an act was not kept");
    }
    task.answer(outcome);
}

/// Runs the act until it is kept, undone, or given up. An act has no effect outside its transaction: run again
/// before a commit was asked for, it cannot count twice.
fn run(session: &mut Session, vault: &Vault, task: &mut dyn Task) -> Result<(), StoreError> {
    for attempt in 1..=TRIES {
        match run_once(session, vault, task, attempt)? {
            Attempt::Done => return Ok(()),
            Attempt::Again => sleep(pause(attempt)),
        }
    }
    Err(StoreError::Contention)
}

enum Attempt {
    Done,
    Again,
}

fn run_once(
    session: &mut Session,
    vault: &Vault,
    task: &mut dyn Task,
    attempt: u32,
) -> Result<Attempt, StoreError> {
    session
        .begin(dialect::begin_write(Engine::Postgres))
        .map_err(StoreError::in_a_write)?;
    let mut tx = Tx::new(Connection::Postgres(session), vault, Mode::Write);
    let kept = task.run(&mut tx);
    let failed = tx.failed().cloned();
    match session.take_trouble() {
        Some(Trouble::Again) => {
            session.undo();
            return Ok(Attempt::Again);
        }
        Some(Trouble::StalePlan) if attempt == 1 => {
            session.undo();
            return Ok(Attempt::Again);
        }
        // Nothing was committed, but whoever asked decides whether to ask again.
        Some(Trouble::Lost) => return Err(failed.unwrap_or_else(lost)),
        Some(Trouble::StalePlan | Trouble::Other) | None => {}
    }
    if kept == Kept::No {
        session.undo();
        return Ok(Attempt::Done);
    }
    commit(session)
}

/// Commits. A connection lost here leaves the outcome unknown: the act is never run again.
fn commit(session: &mut Session) -> Result<Attempt, StoreError> {
    let outcome = session.commit();
    match (outcome, session.take_trouble()) {
        (Ok(()), _) => Ok(Attempt::Done),
        // What was put without waiting failed, or the commit itself: nothing was kept.
        (Err(_), Some(Trouble::Again | Trouble::StalePlan)) => Ok(Attempt::Again),
        (Err(_), Some(Trouble::Lost)) => Err(StoreError::unavailable(
            "the connection was lost during a commit; whether it was kept is unknown",
        )),
        (Err(error), _) => {
            session.undo();
            Err(error.in_a_write())
        }
    }
}

fn lost() -> StoreError {
    StoreError::unavailable("the connection to PostgreSQL is lost")
}

/// Waits longer each time, and never exactly as long as another thread, so that those who collided do not collide
/// again at once.
fn pause(attempt: u32) -> Duration {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let jitter = since_epoch.map_or(0, |elapsed| elapsed.subsec_micros() % 4_000);
    Duration::from_micros(u64::from(attempt * 2_000 + jitter))
}
