//! The connections that read: each read sees one snapshot, taken at its first statement.
//!
//! A read of SQLite takes tens of microseconds, less than handing it to another thread and waiting to be woken: it runs
//! on the thread that asks. (PostgreSQL waits for a network: there, threads of the store read.)

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::connection::{control, open_reader, undo};
use super::file::DatabaseFile;
use crate::queue::Task;
use crate::tx::Mode;
use crate::{Engine, StoreError, Tx, Vault, dialect, tx};

/// A few connections, each lent to one read at a time.
pub(crate) struct Readers {
    file: DatabaseFile,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    idle: Vec<Connection>,
    lent: usize,
    closed: bool,
}

impl Readers {
    /// Opens `count` connections, at least one.
    pub(crate) fn open(path: &Path, count: usize, statements: usize) -> Result<Self, StoreError> {
        let idle: Result<Vec<_>, _> = (0..count.max(1))
            .map(|_| open_reader(path, statements))
            .collect();
        let idle = idle?;
        Ok(Self {
            file: DatabaseFile::at(path),
            state: Mutex::new(State {
                idle,
                lent: 0,
                closed: false,
            }),
            changed: Condvar::new(),
        })
    }

    /// Runs a read and answers it, on this thread; waits for a connection while all are lent.
    pub(crate) fn serve(&self, vault: &Vault, mut task: Box<dyn Task>) {
        if let Err(error) = self.file.is_still_there() {
            return task.answer(Err(error));
        }
        let Some(connection) = self.borrow() else {
            return task.answer(Err(StoreError::unavailable("it is closing")));
        };
        let served = catch_unwind(AssertUnwindSafe(|| run(&connection, vault, task.as_mut())));
        undo(&connection);
        self.give_back(connection);
        task.answer(served.unwrap_or(Err(StoreError::Panicked)));
    }

    /// Lends nothing more, and waits for what is lent.
    pub(crate) fn close(&self) {
        let mut state = self.lock();
        state.closed = true;
        self.changed.notify_all();
        while state.lent > 0 {
            state = self.wait(state);
        }
        state.idle.clear();
    }

    fn borrow(&self) -> Option<Connection> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(connection) = state.idle.pop() {
                state.lent += 1;
                return Some(connection);
            }
            state = self.wait(state);
        }
    }

    fn give_back(&self, connection: Connection) {
        let mut state = self.lock();
        state.idle.push(connection);
        state.lent -= 1;
        drop(state);
        self.changed.notify_all();
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn run(connection: &Connection, vault: &Vault, task: &mut dyn Task) -> Result<(), StoreError> {
    control(connection, dialect::begin_read(Engine::Sqlite))?;
    let mut tx = Tx::new(tx::Connection::Sqlite(connection), vault, Mode::Read);
    task.run(&mut tx);
    Ok(())
}
