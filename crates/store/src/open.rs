//! Where the database is, and how many hands serve it.

use std::fmt;
use std::path::PathBuf;

/// One of the two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// SQLite, embedded: a file.
    Sqlite,
    /// PostgreSQL: a server.
    Postgres,
}

impl Engine {
    /// The stable word for logs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// The file of SQLite, created if it does not exist; its folder must.
    Sqlite(PathBuf),
    /// The address of a PostgreSQL database, `postgresql://user:password@host/name`.
    Postgres(String),
}

/// Shows no password.
impl fmt::Debug for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(formatter, "Sqlite({})", path.display()),
            Self::Postgres(_) => formatter.write_str("Postgres"),
        }
    }
}

/// How many hands serve the database. The defaults suit a small server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// SQLite: how many waiting acts share one commit.
    pub group: usize,
    /// PostgreSQL: how many threads write, each with its connection.
    pub writers: usize,
    /// How many read at once, each with its connection (PostgreSQL: its thread too).
    pub readers: usize,
    /// How many acts may wait, and how many reads of PostgreSQL; past it they are answered `Unavailable` at once.
    pub waiting: usize,
    /// SQLite: how many prepared statements each connection keeps.
    pub statements: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            group: 32,
            writers: 4,
            readers: 4,
            waiting: 10_000,
            statements: 256,
        }
    }
}
