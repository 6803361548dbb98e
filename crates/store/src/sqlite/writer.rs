//! The one thread that writes: waiting acts share a transaction and one wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rusqlite::Connection;

use super::connection::{control, undo};
use super::file::DatabaseFile;
use super::wal::Log;
use crate::queue::{Kept, Queue, Task};
use crate::tx::Mode;
use crate::{Engine, StoreError, Tx, Vault, dialect, tx};

/// Serves the queue until it is closed and empty.
pub(crate) fn serve(connection: &Connection, queue: &Queue, vault: &Vault, group: usize) {
    let mut log = Log::of(connection);
    let file = DatabaseFile::of(connection);
    while let Some(tasks) = queue.take(group) {
        // An answer may drop a value whose destructor panics: the thread outlives it.
        let served = catch_unwind(AssertUnwindSafe(|| {
            serve_group(connection, &file, vault, tasks)
        }));
        if served.is_err() {
            tracing::error!("the writer met a panic outside of an act");
        }
        undo(connection);
        log.tend(connection);
    }
}

/// Runs every act in its savepoint, commits once, then answers: all fail if the transaction fails.
fn serve_group(
    connection: &Connection,
    file: &DatabaseFile,
    vault: &Vault,
    mut tasks: Vec<Box<dyn Task>>,
) {
    let outcome = run_group(connection, file, vault, &mut tasks);
    if let Err(error) = &outcome {
        tracing::warn!(%error, acts = tasks.len(), "a group of acts was not kept");
        undo(connection);
    }
    for task in tasks {
        task.answer(outcome.clone());
    }
}

fn run_group(
    connection: &Connection,
    file: &DatabaseFile,
    vault: &Vault,
    tasks: &mut [Box<dyn Task>],
) -> Result<(), StoreError> {
    written(connection, dialect::begin_write(Engine::Sqlite))?;
    for task in tasks {
        run_act(connection, vault, task.as_mut())?;
    }
    file.is_still_there()?;
    written(connection, dialect::COMMIT)
}

fn written(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    control(connection, sql).map_err(StoreError::in_a_write)
}

/// Runs one act. Its own error is its own affair; an error here ends the group.
fn run_act(connection: &Connection, vault: &Vault, task: &mut dyn Task) -> Result<(), StoreError> {
    control(connection, dialect::SAVEPOINT)?;
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), vault, Mode::Write);
    let kept = task.run(&mut tx);
    let failed = tx.failed().cloned();
    // A full disk or a failing one ends the whole transaction, savepoints included: nothing may be acknowledged.
    if connection.is_autocommit() {
        return Err(failed.unwrap_or_else(|| StoreError::unavailable("the transaction ended")));
    }
    if let Some(error) = failed.filter(StoreError::is_temporary) {
        return Err(error);
    }
    if kept == Kept::No {
        control(connection, dialect::ROLLBACK_TO)?;
    }
    control(connection, dialect::RELEASE)
}
