//! The file of the database, where it was opened.
//!
//! SQLite goes on writing to a file that somebody removed or replaced: all of it would be acknowledged, and lost when
//! the process ends. So a commit first asks whether the file is still the one that was opened.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::StoreError;

/// Where the file is, and which one it is.
pub(super) struct DatabaseFile {
    path: PathBuf,
    identity: Option<Identity>,
}

/// Device and number of the file on it.
type Identity = (u64, u64);

impl DatabaseFile {
    /// The file of a connection that was just opened.
    pub(super) fn of(connection: &Connection) -> Self {
        Self::at(Path::new(connection.path().unwrap_or_default()))
    }

    /// The file at a path, which was just opened.
    pub(super) fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            identity: identity(path),
        }
    }

    /// Answers `Unavailable` when the file was removed, moved or replaced.
    pub(super) fn is_still_there(&self) -> Result<(), StoreError> {
        if identity(&self.path) == self.identity {
            Ok(())
        } else {
            Err(StoreError::unavailable(
                "the file of the database was removed, moved or replaced",
            ))
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// Where files have no number, one that is open cannot be removed either.
#[cfg(not(unix))]
fn identity(_: &Path) -> Option<Identity> {
    None
}
