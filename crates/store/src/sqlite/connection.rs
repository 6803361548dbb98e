//! Opening a connection.

use std::fs::OpenOptions;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::cleaned;
use crate::StoreError;
use crate::dialect;

/// How long a connection waits for another process that writes (the command line beside the server).
pub(super) const BUSY: Duration = Duration::from_secs(10);
/// How long it waits between two tries of its settings.
const PAUSE: Duration = Duration::from_millis(20);

/// Creates the file of the database for its owner alone; SQLite gives its `-wal` and `-shm` the same rights.
pub(crate) fn prepare_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(drop)
        .map_err(|error| StoreError::unavailable(format!("{}: {error}", path.display())))
}

/// Opens a connection with the settings of the house.
pub(crate) fn open(path: &Path, statements: usize) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| cleaned(&error))?;
    connection
        .busy_timeout(BUSY)
        .map_err(|error| cleaned(&error))?;
    settle(&connection)?;
    // Otherwise a plan is made again each time that a parameter which a partial index looks at is bound.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|error| cleaned(&error))?;
    connection.set_prepared_statement_cache_capacity(statements);
    Ok(connection)
}

/// Applies the settings. Two processes that turn a new file to WAL at once do not wait for one another: SQLite refuses
/// the second one, which tries again.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    let since = Instant::now();
    loop {
        let settled = connection.execute_batch(dialect::SQLITE_SETTINGS);
        match settled.map_err(|error| cleaned(&error)) {
            Err(StoreError::Unavailable(_)) if since.elapsed() < BUSY => sleep(PAUSE),
            outcome => return outcome,
        }
    }
}

/// Opens a connection that cannot write.
pub(super) fn open_reader(path: &Path, statements: usize) -> Result<Connection, StoreError> {
    let connection = open(path, statements)?;
    connection
        .execute_batch(dialect::SQLITE_READER)
        .map_err(|error| cleaned(&error))?;
    Ok(connection)
}

/// Executes a statement of the transaction itself: begin, savepoint, commit.
pub(super) fn control(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.raw_execute())
        .map(drop)
        .map_err(|error| cleaned(&error))
}

/// Ends a transaction that is still open.
pub(super) fn undo(connection: &Connection) {
    if !connection.is_autocommit()
        && let Err(error) = control(connection, dialect::ROLLBACK)
    {
        tracing::error!(%error, "a transaction could not be rolled back");
    }
}
