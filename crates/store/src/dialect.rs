//! The one place where the two engines differ in their SQL.

use crate::{Engine, Sql};

/// Begins the transaction of an act.
///
/// SQLite takes the write lock at once (a deferred transaction may fail half-way). PostgreSQL runs at READ
/// COMMITTED: acts use conditional updates and unique keys, never isolation, for a legal invariant.
pub(crate) const fn begin_write(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "BEGIN IMMEDIATE",
        Engine::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
    }
}

/// Begins the snapshot of a read. On SQLite the connection itself is `query_only`.
pub(crate) const fn begin_read(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "BEGIN DEFERRED",
        Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    }
}

/// Ends a transaction and keeps what it did.
pub(crate) const COMMIT: &str = "COMMIT";

/// Ends a transaction and undoes it.
pub(crate) const ROLLBACK: &str = "ROLLBACK";

/// Marks the start of one act in the transaction of a group (SQLite).
pub(crate) const SAVEPOINT: &str = "SAVEPOINT act";

/// Keeps one act of a group.
pub(crate) const RELEASE: &str = "RELEASE act";

/// Undoes one act of a group.
pub(crate) const ROLLBACK_TO: &str = "ROLLBACK TO act";

/// Settings of a SQLite connection. WAL with FULL waits for the disk at every commit; `secure_delete` overwrites
/// what is deleted, so that a destroyed key does not linger in a free page.
pub(crate) const SQLITE_SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA journal_size_limit = 16777216;
";

/// Copies the whole write-ahead log into the database and empties it.
pub(crate) const SQLITE_RESTART_LOG: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// Refuses every write on a SQLite connection.
pub(crate) const SQLITE_READER: &str = "PRAGMA query_only = ON";

/// Settings of a PostgreSQL session: commits wait for the disk, nobody waits for ever for a lock.
pub(crate) const POSTGRES_SETTINGS: &str = "
    SET synchronous_commit = on;
    SET client_min_messages = warning;
    SET standard_conforming_strings = on;
    SET TIME ZONE 'UTC';
    SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '60s';
";

/// Encoding of a PostgreSQL database, and the name of its collation.
pub(crate) const POSTGRES_ENCODING: &str = "
    SELECT current_setting('server_encoding'), datcollate::text
    FROM pg_database WHERE datname = current_database()
";

/// Whether an UTF8 database sorts by code point, whichever library sorts: capitals come before small letters, accented
/// letters after all of them.
pub(crate) const POSTGRES_ORDER: &str = "SELECT ('B' < 'a') AND ('z' < chr(233))";

/// Lets the one who migrates wait for another, and work as long as it takes.
pub(crate) const fn patience(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "PRAGMA busy_timeout = 600000",
        Engine::Postgres => {
            "SET lock_timeout = '10min'; SET idle_in_transaction_session_timeout = 0"
        }
    }
}

/// Every column of every table: table, column, type, in order. The tables of the ledger (`schema_...`) too.
pub(crate) const fn columns(engine: Engine) -> Sql {
    match engine {
        Engine::Sqlite => Sql(
            "SELECT t.name, c.name, lower(c.type) FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid",
        ),
        Engine::Postgres => Sql(
            "SELECT t.relname::text, c.attname::text, format_type(c.atttypid, NULL) FROM pg_class t \
             JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped \
             WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace ORDER BY t.relname, c.attnum",
        ),
    }
}

/// Which table points at which: table, table pointed at.
pub(crate) const fn references(engine: Engine) -> Sql {
    match engine {
        Engine::Sqlite => Sql(
            "SELECT DISTINCT t.name, f.\"table\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'",
        ),
        Engine::Postgres => Sql(
            "SELECT DISTINCT t.relname::text, f.relname::text FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid \
             JOIN pg_class f ON f.oid = k.confrelid \
             WHERE k.contype = 'f' AND t.relnamespace = current_schema()::regnamespace",
        ),
    }
}

/// Lets an empty SQLite database be filled in any order; [`SQLITE_BROKEN_REFERENCES`] is asked at the end.
pub(crate) const SQLITE_LOOSE: &str = "PRAGMA foreign_keys = OFF";

/// The rows that point at nothing.
pub(crate) const SQLITE_BROKEN_REFERENCES: Sql =
    Sql("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1");

/// What SQLite itself finds wrong in its file: one row, `ok`, when nothing is.
pub(crate) const SQLITE_INTEGRITY: Sql = Sql("PRAGMA integrity_check(20)");
