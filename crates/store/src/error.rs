//! What can go wrong under a room. No message ever carries the value of a parameter or of a row.

use std::fmt;

/// What a unique key, a check, a foreign key or a mandatory column said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A primary or unique key exists already.
    Unique,
    /// A CHECK is false.
    Check,
    /// The row that is pointed at does not exist, or the row is still pointed at.
    ForeignKey,
    /// A mandatory column is missing.
    NotNull,
    /// Another constraint of the engine.
    Other,
}

/// What can go wrong under a room.
///
/// It can be cloned because one event (a full disk, a lost connection) answers every act of a group.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// One row was expected, none came.
    #[error("no row")]
    NoRow,
    /// A constraint of the schema said no. The name is the engine's: do not decide on it, use ON CONFLICT.
    #[error("constraint refused ({kind:?}): {name}")]
    Constraint {
        /// What sort of constraint.
        kind: ConstraintKind,
        /// The constraint on PostgreSQL, the columns on SQLite.
        name: String,
    },
    /// The disk is full: nothing of the group was kept.
    #[error("the disk of the database is full")]
    Full,
    /// The database cannot answer now; what was asked was not kept, or (said in the text) cannot be known.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Another transaction was in the way; tried again several times without success.
    #[error("other transactions were in the way, several times")]
    Contention,
    /// A column does not hold what was asked of it.
    #[error("column {column} does not hold {expected}")]
    Decode {
        /// The position of the column in the row, from 0.
        column: usize,
        /// What was expected.
        expected: &'static str,
    },
    /// A text contains the character NUL.
    #[error("a text contains NUL")]
    Nul,
    /// The values do not fit the `$N` of the statement.
    #[error("parameters do not fit the statement: {0}")]
    Parameter(String),
    /// Something tried to write from a read.
    #[error("a read cannot write")]
    ReadOnly,
    /// The act panicked; it was undone.
    #[error("the act panicked")]
    Panicked,
    /// Sealed data cannot be opened: altered, or sealed for something else.
    #[error("sealed data cannot be opened")]
    Sealed,
    /// There is no key for this subject: destroyed, or never created.
    #[error("the key of this subject does not exist, or was destroyed")]
    KeyDestroyed,
    /// The master key is missing, unreadable, or not the one of this database.
    #[error("master key: {0}")]
    MasterKey(String),
    /// The schema and this program do not go together.
    #[error("migration: {0}")]
    Migration(String),
    /// The database was to be filled, and holds tables already.
    #[error("the database is not empty: it holds {0}")]
    NotEmpty(String),
    /// What was to be written in the database, or what it was to be written to, could not be read or written.
    #[error("copying the rows of {table}: {cause}")]
    Copy {
        /// The table.
        table: String,
        /// What happened.
        cause: String,
    },
    /// The database cannot serve this program (encoding, collation).
    #[error("unfit database: {0}")]
    Unfit(String),
    /// Another error of the engine: a mistake of ours.
    #[error("{code}: {message}")]
    Engine {
        /// The code of the engine: SQLSTATE, or SQLite's extended code.
        code: String,
        /// The message of the engine, without the part that may carry values.
        message: String,
    },
}

impl StoreError {
    /// The database cannot answer now.
    pub(crate) fn unavailable(cause: impl fmt::Display) -> Self {
        Self::Unavailable(cause.to_string())
    }

    /// A write that meets a read-only database did nothing wrong: it is the database that is not available (a disk
    /// mounted again after an error, a standby).
    pub(crate) fn in_a_write(self) -> Self {
        match self {
            Self::ReadOnly => Self::unavailable("it is read-only"),
            other => other,
        }
    }

    /// True when waiting may help: shown as 503 rather than as an incident.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Full | Self::Unavailable(_) | Self::Contention)
    }
}
