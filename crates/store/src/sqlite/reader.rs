//! A thread that reads: each read sees one snapshot, taken at its first statement.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rusqlite::Connection;

use super::connection::{control, undo};
use crate::queue::{Queue, Task};
use crate::tx::Mode;
use crate::{Engine, StoreError, Tx, Vault, dialect, tx};

/// Serves the queue until it is closed and empty.
pub(crate) fn serve(connection: &Connection, queue: &Queue, vault: &Vault) {
    while let Some(tasks) = queue.take(1) {
        for task in tasks {
            let served = catch_unwind(AssertUnwindSafe(|| serve_one(connection, vault, task)));
            if served.is_err() {
                tracing::error!("a reader met a panic outside of a read");
            }
        }
    }
}

fn serve_one(connection: &Connection, vault: &Vault, mut task: Box<dyn Task>) {
    let outcome = run(connection, vault, task.as_mut());
    task.answer(outcome);
}

fn run(connection: &Connection, vault: &Vault, task: &mut dyn Task) -> Result<(), StoreError> {
    control(connection, dialect::begin_read(Engine::Sqlite))?;
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), vault, Mode::Read);
    task.run(&mut tx);
    undo(connection);
    Ok(())
}
