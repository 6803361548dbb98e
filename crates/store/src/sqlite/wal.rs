//! Keeps the write-ahead log short.
//!
//! SQLite starts its log again from the beginning only at a moment when nobody reads from it. When reads overlap without
//! a pause, that moment never comes by itself and the log grows without end (measured: 50 MB a second under 8 readers
//! and 32 writers). The writer then waits a little for those who read: as nothing new is written meanwhile, those who
//! come read the database alone.

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
}

impl Log {
    pub(super) fn of(connection: &Connection) -> Self {
        Self {
            path: connection.path().map(|path| format!("{path}-wal").into()),
            groups: 0,
        }
    }

    /// Counts a group, and starts the log again when it is large.
    pub(super) fn tend(&mut self, connection: &Connection) {
        self.groups += 1;
        if self.groups < GROUPS {
            return;
        }
        self.groups = 0;
        if self.size() > LARGE
            && let Err(error) = start_again(connection)
        {
            tracing::warn!(%error, "the write-ahead log could not be started again");
        }
    }

    fn size(&self) -> u64 {
        let metadata = self.path.as_ref().map(std::fs::metadata);
        metadata.map_or(0, |metadata| metadata.map_or(0, |metadata| metadata.len()))
    }
}

fn start_again(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    let outcome = connection.query_row(dialect::SQLITE_RESTART_LOG, [], |_| Ok(()));
    connection.busy_timeout(BUSY)?;
    outcome
}
