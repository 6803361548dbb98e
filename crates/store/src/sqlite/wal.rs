//! Keeps the write-ahead log short.
//!
//! SQLite starts its log again from the beginning only at a moment when nobody reads from it. When reads overlap without
//! a pause, that moment never comes by itself and the log grows without end (measured: 50 MB a second under 8 readers
//! and 32 writers). The writer then waits a little for those who read: as nothing new is written meanwhile, those who
//! come read the database alone. A reader that lasts (a back-up) is not waited for again and again: after a wait for nothing, the
//! log may become half as large again before the next one.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::Connection;

use super::connection::BUSY;
use crate::dialect;

/// How many groups pass between two looks at the log.
const GROUPS: u32 = 64;
/// The size past which the log is started again.
const LARGE: u64 = 32 * 1024 * 1024;
/// How long the writer waits for those who read; past it, it tries again later.
const PATIENCE: Duration = Duration::from_millis(500);

/// The write-ahead log of the writer's database.
pub(super) struct Log {
    path: Option<PathBuf>,
    groups: u32,
    /// The size past which the writer waits for those who read.
    bearable: u64,
}

impl Log {
    pub(super) fn of(connection: &Connection) -> Self {
        Self {
            path: connection.path().map(|path| format!("{path}-wal").into()),
            groups: 0,
            bearable: LARGE,
        }
    }

    /// Counts a group, and starts the log again when it is large.
    pub(super) fn tend(&mut self, connection: &Connection) {
        self.groups += 1;
        if self.groups < GROUPS {
            return;
        }
        self.groups = 0;
        let size = self.size();
        if size <= self.bearable {
            return;
        }
        self.bearable = match start_again(connection) {
            Ok(true) => LARGE,
            Ok(false) => later(size),
            Err(error) => {
                tracing::warn!(%error, "the write-ahead log could not be started again");
                later(size)
            }
        };
    }

    fn size(&self) -> u64 {
        let metadata = self.path.as_ref().map(std::fs::metadata);
        metadata.map_or(0, |metadata| metadata.map_or(0, |metadata| metadata.len()))
    }
}

/// The size that a log of `size` bytes may reach before the next wait: waits become rarer while a reader lasts.
fn later(size: u64) -> u64 {
    size.saturating_add(size / 2)
}

/// False when somebody was still reading.
fn start_again(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(PATIENCE)?;
    let outcome = connection.query_row(dialect::SQLITE_RESTART_LOG, [], |row| {
        row.get::<_, i64>(0).map(|busy| busy == 0)
    });
    connection.busy_timeout(BUSY)?;
    outcome
}
